// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/noteeditor.h"

#include "designer/canvas/canvasview.h"
#include "editing/noteedits.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QTextDocument>

namespace signalbox::designer {

namespace {

constexpr double leastFont = 9; // pixels: readable while it is edited, however far out
constexpr int leastWidth = 160;
constexpr int leastLines = 2;

} // namespace

NoteEditor::NoteEditor(CanvasView &view) : QPlainTextEdit(view.viewport()), m_view(view)
{
    setObjectName(QStringLiteral("noteEditor"));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    hide();
    const auto follow = [this] {
        place();
    };
    connect(&view, &CanvasView::zoomChanged, this, follow);
    connect(view.horizontalScrollBar(), &QScrollBar::valueChanged, this, follow);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, follow);
    connect(&view.canvas(), &CanvasScene::appearanceChanged, this, [this] { look(); });
    connect(&view.canvas(), &CanvasScene::contentChanged, this, &NoteEditor::onContent);
    connect(this, &QPlainTextEdit::textChanged, this, &NoteEditor::onTyped);
}

void NoteEditor::open(const QString &id)
{
    take();
    NoteItem *const item = m_view.canvas().notes().item(id);
    if (!item)
        return;
    m_id.clear();
    setPlainText(item->note().text);
    m_id = id;
    m_before = m_written = item->note().text;
    const bool isFrame = item->isFrame();
    setAccessibleName(isFrame ? tr("Title of the frame") : tr("Text of the note"));
    setLineWrapMode(isFrame ? NoWrap : WidgetWidth);
    setVerticalScrollBarPolicy(isFrame ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setPlaceholderText(isFrame ? tr("Title") : tr("Note"));
    selectAll();
    look();
    item->setEdited(true);
    m_view.ensureVisible(item->textRect(), 40, 40);
    place();
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void NoteEditor::place()
{
    const NoteItem *const item = m_id.isEmpty() ? nullptr : m_view.canvas().notes().item(m_id);
    if (!item)
        return;
    QFont shown = drawing::NotePicture::font(item->note().kind, m_view.theme());
    shown.setPixelSize(qRound(std::max(leastFont, shown.pixelSize() * m_view.zoom())));
    setFont(shown);
    QRect at = m_view.mapFromScene(item->textRect()).boundingRect();
    const int line = QFontMetrics(shown).lineSpacing();
    if (item->isFrame()) {
        at.setTop(at.center().y() - line / 2 - 1);
        at.setHeight(line + 2);
    } else {
        at.setHeight(std::max(at.height(), leastLines * line));
    }
    at.setWidth(std::max(at.width(), leastWidth));
    setGeometry(at);
}

void NoteEditor::look()
{
    const NoteItem *const item = m_view.canvas().notes().item(m_id);
    if (!item)
        return;
    const drawing::Theme &theme = m_view.theme();
    const QColor paper = item->isFrame() ? theme.color(drawing::Role::Panel) : drawing::NotePicture::paper(theme);
    setStyleSheet(QStringLiteral("QPlainTextEdit, QPlainTextEdit:hover, QPlainTextEdit:focus "
                                 "{ border: none; border-radius: 0; padding: 0; background: %1; color: %2; }")
                      .arg(paper.name(), theme.color(drawing::Role::Text).name()));
    QPalette colors = palette();
    colors.setColor(QPalette::PlaceholderText, theme.color(drawing::Role::Muted));
    setPalette(colors);
}

void NoteEditor::write(const QString &text)
{
    m_written = text;
    m_view.session().joinSteps(QStringLiteral("type in note ") + m_id);
    editing::NoteEdits(m_view.session()).setText(m_id, text);
}

void NoteEditor::onTyped()
{
    const NoteItem *const item = m_id.isEmpty() ? nullptr : m_view.canvas().notes().item(m_id);
    if (!item || !document()->isModified())
        return;
    QString text = toPlainText();
    if (item->isFrame())
        text = text.simplified(); // pasted lines
    if (text.size() > scenario::longestNoteText) {
        text.truncate(scenario::longestNoteText);
        Q_EMIT m_view.notice(
            tr("A note has at most %n character(s); the rest is not kept", nullptr, static_cast<int>(scenario::longestNoteText)));
    }
    write(text);
}

void NoteEditor::onContent()
{
    if (m_id.isEmpty())
        return;
    NoteItem *const item = m_view.canvas().notes().item(m_id);
    if (item && item->note().text == m_written) {
        item->setEdited(true); // of a document that was read anew
        return place();
    }
    if (!item || item->note().text.size() < scenario::longestNoteText - 1) // else it was cut
        close();
}

void NoteEditor::take()
{
    close();
}

void NoteEditor::leave()
{
    if (!m_id.isEmpty() && m_written != m_before)
        write(m_before);
    close();
}

void NoteEditor::close()
{
    if (m_id.isEmpty())
        return;
    if (NoteItem *const item = m_view.canvas().notes().item(std::exchange(m_id, QString()))) // hiding takes the focus away
        item->setEdited(false);
    m_view.session().joinSteps({});
    const bool hadFocus = hasFocus();
    hide();
    if (hadFocus)
        m_view.setFocus(Qt::OtherFocusReason);
}

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const NoteItem *const item = m_view.canvas().notes().item(m_id);
    if (event->key() == Qt::Key_Escape)
        return leave();
    if (isEnter && ((item && item->isFrame()) || event->modifiers() & Qt::ControlModifier))
        return take();
    QPlainTextEdit::keyPressEvent(event);
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) // its own menu; another window
        take();
}

void NoteEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_id.isEmpty())
        take();
}

} // namespace signalbox::designer
