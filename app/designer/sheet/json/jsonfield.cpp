// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/jsonfield.h"

#include "capability/example.h"
#include "designer/sheet/fields/linkbutton.h"
#include "designer/sheet/fields/segments.h"
#include "designer/sheet/fields/sheetline.h"
#include "designer/sheet/json/bodyquestion.h"
#include "designer/sheet/json/jsoncompletion.h"
#include "designer/sheet/json/jsonformat.h"
#include "designer/sheet/json/jsontext.h"
#include "designer/sheet/json/jsontree.h"
#include "designer/sheet/propertyeditor.h"
#include "designer/sheet/sheetcontext.h"
#include "designer/sheet/sheetstyle.h"
#include "expression/template.h"
#include "scenario/diagnosticcodes.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace signalbox::designer {

using core::Json;
using drawing::Role;
using scenario::BodyProblem;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds pause(120); // between the last key and the check

} // namespace

JsonField::JsonField(SheetContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_text(new JsonText(context, this)), m_messages(new QLabel(this)),
      m_example(new LinkButton(tr("Example"), context, this)), m_format(new LinkButton(tr("Format"), context, this)),
      m_minify(new LinkButton(tr("Minify"), context, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 5, 1, 4);
    column->setSpacing(0);
    m_inside = new QHBoxLayout;
    m_inside->setContentsMargins(2, 0, 2, 0);
    m_inside->addWidget(m_text);
    column->addLayout(m_inside);
    m_titlePart = new QWidget(this);
    auto *titleColumn = new QVBoxLayout(m_titlePart);
    titleColumn->setContentsMargins(0, 0, 0, 0);
    titleColumn->setSpacing(6);
    m_switch = new Segments({tr("Text"), tr("Tree")}, context, m_titlePart);
    titleColumn->addWidget(m_switch);
    m_switch->setCurrent(0);
    m_switch->button(0)->setToolTip(tr("The body as text"));
    m_switch->button(1)->setToolTip(tr("The body as a tree of names and values"));
    m_messages->setWordWrap(true);
    m_messages->setTextFormat(Qt::RichText);
    m_messages->setContentsMargins(8, 5, 8, 2);
    m_messages->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_messages->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_messages);
    m_bar = new QHBoxLayout;
    m_bar->setContentsMargins(7, 4, 7, 2);
    m_bar->setSpacing(8);
    m_bar->addStretch(1);
    for (LinkButton *button : {m_format, m_minify})
        m_bar->addWidget(button);
    titleColumn->addWidget(m_example); // a tree is wide enough to have it at its foot
    for (LinkButton *button : {m_example, m_format, m_minify})
        button->setRole(Role::Muted);
    column->addLayout(m_bar);
    m_messages->hide();
    m_example->setToolTip(tr("An example of this message in the text's place: the description's own, or one that fits its schema"));
    m_example->setAccessibleName(tr("Generate an example"));

    connect(m_switch, &Segments::chosen, this, [this](int index) { showTree(index == 1); });
    connect(m_text, &JsonText::edited, this, [this](const QString &text) {
        m_current = text;
        say({});
        markVariables();
        refreshBar();
        checkSoon();
        Q_EMIT textEdited(text);
    });
    connect(m_text, &JsonText::completionWanted, this, &JsonField::complete);
    connect(m_text, &JsonText::focusChanged, this, qOverload<>(&QWidget::update));
    connect(m_format, &QAbstractButton::clicked, this, [this] { layOut(true); });
    connect(m_minify, &QAbstractButton::clicked, this, [this] { layOut(false); });
    connect(m_example, &QAbstractButton::clicked, this, &JsonField::insertExample);
    connect(&context, &SheetContext::variablesChanged, this, [this] {
        markVariables();
        checkSoon();
    });
    for (const auto signal : {&SheetContext::valuesChanged, &SheetContext::capabilitiesChanged}) {
        connect(&context, signal, this, [this] {
            refreshBar();
            checkSoon();
        });
    }
    connect(&context, &SheetContext::themeChanged, this, [this] {
        showProblems(m_problems);
        update();
    });
    if (context.prefersTree())
        showTree(true);
    refreshBar();
}

JsonField::~JsonField() = default;

void JsonField::showText(const QString &text)
{
    if (m_current == text)
        return;
    m_current = text;
    m_hint.clear();
    if (m_isTree)
        m_tree->showText(text);
    else
        m_text->showText(text);
    showProblems({});
    markVariables();
    refreshBar();
    checkSoon();
}

void JsonField::setTemplate(bool isTemplate)
{
    if (m_isTemplate == isTemplate)
        return;
    m_isTemplate = isTemplate;
    if (m_tree)
        m_tree->setTemplate(isTemplate);
    markVariables();
    checkSoon();
}

void JsonField::setPlaceholder(const QString &text)
{
    m_text->setPlaceholder(text);
}

void JsonField::setMarked(const QString &severity)
{
    m_mark = severity;
    update();
}

QWidget *JsonField::focusTarget() const
{
    return m_isTree ? m_tree->focusTarget() : m_text;
}

void JsonField::describeAs(const catalogue::Property &property, const QString &part)
{
    describe(m_text, property, part);
    m_described = m_text->objectName();
    m_title = m_text->accessibleName();
    m_help = m_text->accessibleDescription();
    m_switch->setObjectName(m_described + ".view"_L1);
    m_switch->button(0)->setObjectName(m_described + ".asText"_L1);
    m_switch->button(1)->setObjectName(m_described + ".asTree"_L1);
    m_switch->button(0)->setAccessibleName(tr("%1 as text").arg(m_title));
    m_switch->button(1)->setAccessibleName(tr("%1 as a tree").arg(m_title));
    m_example->setObjectName(m_described + ".example"_L1);
    if (m_tree)
        makeTree();
}

void JsonField::makeTree()
{
    if (!m_tree) {
        m_tree = new JsonTree(m_context, this);
        m_tree->setTemplate(m_isTemplate);
        m_inside->addWidget(m_tree);
        const QList<QWidget *> buttons = m_tree->buttons();
        for (QWidget *button : buttons)
            m_bar->insertWidget(m_bar->indexOf(m_format) - 1, button); // in front of the gap
        connect(m_tree, &JsonTree::edited, this, [this](const QString &text) {
            m_current = text;
            say({});
            refreshBar();
            checkSoon();
            Q_EMIT textReplaced(text);
        });
        connect(m_tree, &JsonTree::refused, this, &JsonField::say);
        connect(m_tree, &JsonTree::placeRequested, this, [this](qsizetype offset) {
            showTree(false);
            m_text->setCursorOffset(offset);
            m_text->setFocus();
        });
        m_tree->view().installEventFilter(this);
    }
    m_tree->view().setObjectName(m_described + ".tree"_L1);
    m_tree->view().setAccessibleName(tr("%1 as a tree").arg(m_title));
    m_tree->view().setAccessibleDescription(m_help);
}

void JsonField::showTree(bool isTree)
{
    if (m_isTree == isTree)
        return;
    const bool hadFocus = focusTarget()->hasFocus();
    m_isTree = isTree;
    m_context.setPrefersTree(isTree);
    if (isTree)
        makeTree();
    m_hint.clear();
    if (isTree)
        m_tree->showText(m_current);
    else
        m_text->showText(m_current);
    m_text->setVisible(!isTree);
    m_tree->setVisible(isTree);
    const QList<QWidget *> buttons = m_tree->buttons();
    for (QWidget *button : buttons)
        button->setVisible(isTree);
    m_switch->setCurrent(isTree ? 1 : 0);
    if (isTree)
        m_bar->addWidget(m_example);
    else
        m_titlePart->layout()->addWidget(m_example);
    showProblems(m_problems);
    markVariables();
    if (isLong())
        checkSoon(); // it marks then
    refreshBar();
    Q_EMIT viewChanged();
    if (hadFocus)
        focusTarget()->setFocus();
}

void JsonField::insertExample()
{
    const capability::Message *known = message();
    if (!known)
        return say(tr("No description of this message is known, so there is no example. Give the extension's name and the message code, or "
                      "add a description of the extension."));
    // A schema may take a while.
    m_work.ask(
        BodyWork::Kind::Example, true, [message = *known](const std::stop_token &stop) { return capability::exampleText(message, stop); },
        [this, before = m_current](const core::Result<QString> &example) {
            if (before != m_current)
                return; // the person has gone on
            if (!example)
                say(example.error().message);
            else if (*example != m_current)
                Q_EMIT textReplaced(*example);
        });
}

void JsonField::say(const QString &hint)
{
    if (m_hint == hint)
        return;
    m_hint = hint;
    showMessages();
    update();
}

bool JsonField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update(); // the frame shows where the cursor is
    return QWidget::eventFilter(watched, event);
}

void JsonField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const drawing::Theme &theme = m_context.theme();
    const bool isWrong = m_mark == "error"_L1 || std::any_of(m_problems.cbegin(), m_problems.cend(), [](const BodyProblem &problem) {
                             return problem.severity == core::Severity::Error;
                         });
    const bool hasCursor = m_isTree ? m_tree->view().hasFocus() : m_text->hasFocus();
    const double width = hasCursor ? 2 : 1;
    const QColor line = theme.color(hasCursor ? Role::Accent : isWrong ? Role::Error : Role::ControlLine);
    painter.setBrush(theme.color(Role::Control));
    painter.setPen(QPen(line, width));
    const double radius = theme.sizes().controlRadius;
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
    if (m_messages->isVisible()) {
        painter.setPen(theme.color(Role::Line));
        painter.drawLine(QPointF(2, m_messages->y() + 2.5), QPointF(this->width() - 2, m_messages->y() + 2.5));
    }
}

void JsonField::checkSoon()
{
    m_pause.arm(m_context.workbench().scheduler, pause, [this] { check(); });
}

void JsonField::check()
{
    if (isLong())
        markNow();
    m_work.ask(
        BodyWork::Kind::Check, isLong(),
        [asked = BodyQuestion::of(m_current, m_isTemplate, message(), m_context)](const std::stop_token &stop) {
            return asked.answer(stop);
        },
        [this](const QList<BodyProblem> &found) { showProblems(found); });
}

void JsonField::showProblems(const QList<BodyProblem> &problems)
{
    m_problems = problems;
    if (!m_isTree)
        m_text->markProblems(problemMarks(m_problems, m_current));
    m_text->setAccessibleDescription(m_problems.isEmpty() ? QString() : m_problems.first().message);
    showMessages();
    refreshBar();
    update();
}

void JsonField::showMessages()
{
    const QStringList texts = problemLines(m_hint, m_problems, m_isTree, m_context.theme());
    QFont font = m_context.theme().uiFont(m_context.theme().sizes().small + 1);
    m_messages->setFont(font);
    m_messages->setText(texts.join("<br>"_L1));
    m_messages->setVisible(!texts.isEmpty());
}

void JsonField::markVariables()
{
    if (!isLong())
        markNow();
}

void JsonField::markNow()
{
    if (m_isTree)
        return;
    m_work.ask(
        BodyWork::Kind::Mark, isLong(),
        [text = m_current, known = m_context.slotOf(m_isTemplate)](const std::stop_token &stop) {
            QList<JsonText::Mark> marks;
            if (!known || stop.stop_requested() || !text.contains(u'['))
                return marks;
            const expression::Template parsed(text, known);
            for (const expression::VariableUse &use : parsed.variables())
                marks.append({use.column - 1, use.length, false});
            return marks;
        },
        [this, before = m_current](const QList<JsonText::Mark> &marks) {
            if (!m_isTree && before == m_current)
                m_text->markVariables(marks);
        });
}

void JsonField::complete(int character)
{
    const bool opensName = character == '"' || character == '[';
    const QChar typed(static_cast<char16_t>(character));
    if (character != 0 && !opensName && !(m_text->isOffering() && (typed.isLetterOrNumber() || typed == u'_')))
        return;
    const capability::Message *known = message();
    const JsonCompletion found = jsonCompletion(m_text->text(), m_text->cursorOffset(), known ? known->payload : Json(),
                                                m_isTemplate ? m_context.variables() : QStringList());
    m_text->offer(found.entries, found.typed);
}

void JsonField::layOut(bool pretty)
{
    m_work.ask(
        BodyWork::Kind::LayOut, isLong(),
        [text = m_current, known = m_context.slotOf(m_isTemplate), pretty](const std::stop_token &stop) {
            return stop.stop_requested() ? QString() : pretty ? prettyJson(text, known) : minifiedJson(text, known);
        },
        [this, before = m_current, of = m_context.objectId()](const QString &result) {
            // Else the person has gone on, if only to a component with the same body.
            if (of == m_context.objectId() && before == m_current && result != before)
                Q_EMIT textReplaced(result);
        });
}

const capability::Message *JsonField::message() const
{
    const catalogue::ComponentType *type = m_context.type();
    const auto named = type ? scenario::messageNamed(type->index, m_context.object(), m_context.dialect()) : std::nullopt;
    return named ? m_context.workbench().capabilities.find(named->first, named->second) : nullptr;
}

void JsonField::refreshBar()
{
    const bool isEmpty = m_current.isEmpty();
    const bool isBroken = std::any_of(m_problems.cbegin(), m_problems.cend(),
                                      [](const BodyProblem &problem) { return problem.code == scenario::diagnosticcode::contentSyntax; });
    m_example->setVisible(message());
    for (LinkButton *button : {m_format, m_minify}) {
        button->setVisible(!isEmpty && !m_isTree);
        button->setEnabled(!isBroken);
        button->setToolTip(isBroken ? tr("Possible once the text is JSON") : QString());
    }
}

} // namespace signalbox::designer
