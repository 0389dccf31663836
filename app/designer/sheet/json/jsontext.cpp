// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/jsontext.h"

#include "designer/sheet/sheetcontext.h"
#include "designer/sheet/sheetstyle.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace signalbox::designer {

using drawing::Role;
using namespace Qt::StringLiterals;

namespace {

constexpr int leastLines = 4;
constexpr int mostLines = 18;
constexpr int padding = 6; // left of the placeholder

constexpr int numberMargin = 0;
constexpr int foldMargin = 1;
constexpr int errorIndicator = 8;
constexpr int warningIndicator = 9;
constexpr int variableBack = 10;
constexpr int variableFore = 11;
constexpr int errorLineMarker = 5;
constexpr char listSeparator = '\n';

/// Colours as Scintilla takes them.
long scintillaColor(const QColor &color)
{
    return color.red() | (color.green() << 8) | (color.blue() << 16);
}

QColor mixture(const QColor &first, const QColor &second, double share)
{
    const auto channel = [share](int one, int other) {
        return qRound(one * share + other * (1 - share));
    };
    return {channel(first.red(), second.red()), channel(first.green(), second.green()), channel(first.blue(), second.blue())};
}

} // namespace

JsonText::JsonText(SheetContext &context, QWidget *parent) : QsciScintilla(parent), m_context(context), m_lexer(new QsciLexerJSON(this))
{
    setUp();
    restyle();
    connect(this, &QsciScintilla::textChanged, this, [this] {
        fitHeight();
        if (!m_isShowing)
            Q_EMIT edited(text());
    });
    connect(this, &QsciScintillaBase::SCN_CHARADDED, this, &JsonText::completionWanted);
    connect(&context, &SheetContext::themeChanged, this, &JsonText::restyle);
}

void JsonText::setUp()
{
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::NoContextMenu); // the row's menu holds this one's
    setUtf8(true);
    setEolMode(QsciScintilla::EolUnix);
    setLexer(m_lexer);
    m_lexer->setFoldCompact(false);
    setAutoIndent(true);
    setIndentationWidth(2);
    setTabWidth(2);
    setIndentationsUseTabs(false);
    setBraceMatching(QsciScintilla::NoBraceMatch);
    setFolding(QsciScintilla::PlainFoldStyle, foldMargin);
    setMarginType(numberMargin, QsciScintilla::NumberMargin);
    setMarginWidth(foldMargin, 12);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setCaretWidth(1);
    // Undo is the document's. Two histories of one text would contradict each other.
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    constexpr int control = Qt::ControlModifier;
    constexpr int shift = Qt::ShiftModifier;
    for (const int key : {Qt::Key_Z | control, Qt::Key_Y | control, Qt::Key_Z | control | shift}) {
        if (QsciCommand *command = standardCommands()->boundTo(key))
            command->setKey(0);
    }
    for (const int marker : {SC_MARKNUM_FOLDEREND, SC_MARKNUM_FOLDER})
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(marker), static_cast<long>(SC_MARK_ARROW));
    for (const int marker : {SC_MARKNUM_FOLDEROPENMID, SC_MARKNUM_FOLDEROPEN})
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(marker), static_cast<long>(SC_MARK_ARROWDOWN));
    for (const int marker : {SC_MARKNUM_FOLDERSUB, SC_MARKNUM_FOLDERTAIL, SC_MARKNUM_FOLDERMIDTAIL})
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(marker), static_cast<long>(SC_MARK_EMPTY));
    markerDefine(QsciScintilla::Background, errorLineMarker);
    indicatorDefine(QsciScintilla::SquiggleIndicator, errorIndicator);
    indicatorDefine(QsciScintilla::SquiggleIndicator, warningIndicator);
    indicatorDefine(QsciScintilla::StraightBoxIndicator, variableBack);
    indicatorDefine(QsciScintilla::TextColorIndicator, variableFore);
    setIndicatorDrawUnder(true, variableBack);
    SendScintilla(SCI_INDICSETOUTLINEALPHA, variableBack, 0L);
    SendScintilla(SCI_INDICSETALPHA, variableBack, 255L);
    SendScintilla(SCI_AUTOCSETSEPARATOR, static_cast<unsigned long>(listSeparator));
    SendScintilla(SCI_AUTOCSETIGNORECASE, 1UL);
    SendScintilla(SCI_AUTOCSETMAXHEIGHT, 8UL);
    SendScintilla(SCI_AUTOCSETORDER, static_cast<unsigned long>(SC_ORDER_PERFORMSORT));
    SendScintilla(SCI_SETMARGINLEFT, 0UL, 4L);
}

void JsonText::restyle()
{
    const drawing::Theme &theme = m_context.theme();
    const QColor paper = theme.color(Role::Control);
    const QFont font = scintillaFont();
    m_lexer->setDefaultPaper(paper);
    m_lexer->setDefaultColor(theme.color(Role::Text));
    m_lexer->setDefaultFont(font);
    m_lexer->setFont(font, -1);
    m_lexer->setPaper(paper, -1);
    m_lexer->setColor(theme.color(Role::Text), -1);
    const std::initializer_list<std::pair<int, Role>> colors = {{QsciLexerJSON::Number, Role::Accent},
                                                                {QsciLexerJSON::String, Role::Success},
                                                                {QsciLexerJSON::UnclosedString, Role::Error},
                                                                {QsciLexerJSON::Property, Role::FamilyData},
                                                                {QsciLexerJSON::EscapeSequence, Role::Timeout},
                                                                {QsciLexerJSON::Operator, Role::Muted},
                                                                {QsciLexerJSON::Keyword, Role::FamilyMessage},
                                                                {QsciLexerJSON::Error, Role::Error},
                                                                {QsciLexerJSON::IRI, Role::Success},
                                                                {QsciLexerJSON::IRICompact, Role::Success}};
    for (const auto &[style, role] : colors)
        m_lexer->setColor(theme.color(role), style);
    m_lexer->setEolFill(false, -1);
    setPaper(paper);
    setColor(theme.color(Role::Text));
    setCaretForegroundColor(theme.color(Role::Text));
    setSelectionBackgroundColor(theme.color(Role::Accent));
    setSelectionForegroundColor(theme.color(Role::OnAccent));
    setMatchedBraceForegroundColor(theme.color(Role::Accent));
    setMatchedBraceBackgroundColor(theme.color(Role::AccentSoft));
    setUnmatchedBraceForegroundColor(theme.color(Role::Error));
    setUnmatchedBraceBackgroundColor(paper);
    setIndicatorForegroundColor(theme.color(Role::Error), errorIndicator);
    setIndicatorForegroundColor(theme.color(Role::Timeout), warningIndicator);
    setIndicatorForegroundColor(theme.color(Role::AccentSoft), variableBack);
    setIndicatorForegroundColor(theme.color(Role::Accent), variableFore);
    setMarkerBackgroundColor(mixture(theme.color(Role::Error), paper, 0.1), errorLineMarker);
    restyleMargins();
    fitHeight();
}

QFont JsonText::scintillaFont() const
{
    // Scintilla asks fonts for points only.
    constexpr double pointsPerInch = 72;
    QFont font = m_context.theme().monoFont(m_context.theme().sizes().body - 1);
    font.setFamily(font.families().value(0, font.family()));
    if (font.pixelSize() > 0)
        font.setPointSizeF(font.pixelSize() * pointsPerInch / logicalDpiY());
    return font;
}

void JsonText::restyleMargins()
{
    const drawing::Theme &theme = m_context.theme();
    const QColor paper = theme.color(Role::Control);
    setMarginsBackgroundColor(paper);
    setMarginsForegroundColor(theme.color(Role::Faint));
    setMarginsFont(scintillaFont());
    setFoldMarginColors(paper, paper);
    for (int marker = int(SC_MARKNUM_FOLDEREND); marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), scintillaColor(theme.color(Role::Faint)));
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), scintillaColor(theme.color(Role::Faint)));
    }
}

void JsonText::showText(const QString &newText)
{
    if (text() == newText)
        return;
    const QScopedValueRollback guard(m_isShowing, true);
    const qsizetype cursor = hasFocus() ? cursorOffset() : 0;
    setText(newText); // with the cursor at its start
    if (cursor > 0)
        setCursorOffset(std::min(cursor, newText.size()));
}

void JsonText::replaceText(const QString &newText)
{
    if (text() == newText)
        return;
    showText(newText);
    Q_EMIT edited(newText);
}

void JsonText::setPlaceholder(const QString &newText)
{
    if (m_placeholder == newText)
        return;
    m_placeholder = newText;
    viewport()->update();
}

void JsonText::markProblems(const QList<Mark> &marks)
{
    unfill(errorIndicator);
    unfill(warningIndicator);
    markerDeleteAll(errorLineMarker);
    const QHash<qsizetype, int> bytes = bytesOf(marks);
    for (const Mark &mark : marks) {
        const int start = bytes.value(mark.offset);
        fill(mark.isError ? errorIndicator : warningIndicator, start, bytes.value(mark.offset + mark.length));
        if (mark.isError)
            markerAdd(static_cast<int>(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(start))), errorLineMarker);
    }
}

void JsonText::markVariables(const QList<Mark> &marks)
{
    unfill(variableBack);
    unfill(variableFore);
    const QHash<qsizetype, int> bytes = bytesOf(marks);
    for (const Mark &mark : marks) {
        for (const int indicator : {variableBack, variableFore})
            fill(indicator, bytes.value(mark.offset), bytes.value(mark.offset + mark.length));
    }
}

qsizetype JsonText::cursorOffset() const
{
    const auto position = static_cast<qsizetype>(SendScintilla(SCI_GETCURRENTPOS));
    return QString::fromUtf8(text().toUtf8().first(position)).size();
}

void JsonText::setCursorOffset(qsizetype offset)
{
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(bytesBefore(offset)));
}

void JsonText::offer(const QStringList &entries, qsizetype typed)
{
    if (entries.isEmpty()) {
        SendScintilla(SCI_AUTOCCANCEL);
        return;
    }
    const QString before = text().first(cursorOffset());
    const auto bytes = before.last(std::min(typed, before.size())).toUtf8().size();
    const QByteArray list = entries.join(QLatin1Char(listSeparator)).toUtf8();
    SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(bytes), list.constData());
}

bool JsonText::isOffering() const
{
    return SendScintilla(SCI_AUTOCACTIVE) != 0;
}

QSize JsonText::sizeHint() const
{
    const int height = std::clamp(lines(), leastLines, mostLines) * textHeight(0);
    return {160, height};
}

QSize JsonText::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

bool JsonText::focusNextPrevChild(bool next)
{
    // Tab goes on to the next row, as everywhere in the sheet; lines indent themselves. Where a list is open, it takes the choice.
    if (isOffering())
        return false;
    SendScintilla(SCI_SETREADONLY, 1UL); // Scintilla lets the focus go from texts that cannot be changed
    const bool hasMoved = QsciScintilla::focusNextPrevChild(next);
    SendScintilla(SCI_SETREADONLY, 0UL);
    return hasMoved;
}

void JsonText::focusInEvent(QFocusEvent *event)
{
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    QsciScintilla::focusInEvent(event);
    Q_EMIT focusChanged(true);
}

void JsonText::focusOutEvent(QFocusEvent *event)
{
    setBraceMatching(QsciScintilla::NoBraceMatch);                           // without a cursor there is nothing to match
    SendScintilla(SCI_BRACEHIGHLIGHT, static_cast<unsigned long>(-1L), -1L); // nowhere
    QsciScintilla::focusOutEvent(event);
    Q_EMIT focusChanged(false);
}

void JsonText::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT completionWanted(0);
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

void JsonText::paintEvent(QPaintEvent *event)
{
    QsciScintilla::paintEvent(event);
    if (m_placeholder.isEmpty() || length() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(m_context.theme().color(Role::Faint));
    painter.setFont(m_context.theme().uiFont(m_context.theme().sizes().body));
    const int left = marginWidth(numberMargin) + marginWidth(foldMargin) + padding;
    painter.drawText(viewport()->rect().adjusted(left, 1, 0, 0), Qt::AlignLeft | Qt::AlignTop, m_placeholder);
}

void JsonText::wheelEvent(QWheelEvent *event)
{
    const bool fits = verticalScrollBar()->maximum() <= verticalScrollBar()->minimum();
    if (fits && event->angleDelta().x() == 0)
        event->ignore(); // the sheet scrolls
    else
        QsciScintilla::wheelEvent(event);
}

void JsonText::fitHeight()
{
    const int digits = std::max<int>(1, static_cast<int>(QString::number(lines()).size()));
    setMarginWidth(numberMargin, QString(digits + 1, u'9'));
    if (m_lines == lines())
        return;
    m_lines = lines();
    updateGeometry();
}

int JsonText::bytesBefore(qsizetype offset) const
{
    const QString all = text();
    return static_cast<int>(QStringView(all).first(std::clamp<qsizetype>(offset, 0, all.size())).toUtf8().size());
}

QHash<qsizetype, int> JsonText::bytesOf(const QList<Mark> &marks) const
{
    QList<qsizetype> places;
    for (const Mark &mark : marks)
        places << mark.offset << mark.offset + mark.length;
    std::sort(places.begin(), places.end());
    QHash<qsizetype, int> bytes;
    if (places.isEmpty())
        return bytes;
    const QString all = text();
    qsizetype at = 0;
    int done = 0;
    for (const qsizetype place : std::as_const(places)) {
        const qsizetype next = std::clamp(place, at, all.size());
        done += static_cast<int>(QStringView(all).sliced(at, next - at).toUtf8().size());
        at = next;
        bytes.insert(place, done);
    }
    return bytes;
}

void JsonText::fill(int indicator, int start, int end)
{
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(start), static_cast<long>(std::max(end - start, 0)));
}

void JsonText::unfill(int indicator)
{
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(length()));
}

} // namespace signalbox::designer
