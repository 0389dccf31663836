// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/propertyrow.h"

#include "catalogue/catalogue.h"
#include "designer/sheet/fields/iconbutton.h"
#include "designer/sheet/fields/linesample.h"
#include "designer/sheet/fields/linkbutton.h"
#include "designer/sheet/fields/sheetline.h"
#include "designer/sheet/json/jsontext.h"
#include "designer/sheet/json/jsontree.h"
#include "designer/sheet/sheetstyle.h"
#include "scenario/componentcodes.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>

namespace signalbox::designer {

using core::Json;
using drawing::Role;
using namespace Qt::StringLiterals;

namespace {

/// Title, code, what it is for, its options and its default.
QString toolTipOf(const catalogue::Property &property)
{
    QString text = u"<p><b>%1</b> &nbsp;<code>%2</code></p><p>%3</p>"_s.arg(catalogue::translated(property.title).toHtmlEscaped(),
                                                                            property.code.toHtmlEscaped(),
                                                                            catalogue::translated(property.help).toHtmlEscaped());
    for (const catalogue::Option &option : property.options)
        text += u"<p><b>%1</b> <code>%2, %3</code><br>%4</p>"_s
                    .arg(catalogue::translated(option.title).toHtmlEscaped(), option.code.toHtmlEscaped())
                    .arg(option.id)
                    .arg(catalogue::translated(option.help).toHtmlEscaped());
    if (!property.defaultTitle.isEmpty())
        text += u"<p>%1</p>"_s.arg(PropertyRow::tr("Default: %1").arg(catalogue::translated(property.defaultTitle)).toHtmlEscaped());
    return text;
}

} // namespace

PropertyRow::PropertyRow(const catalogue::Property &property, const QString &outcome, SheetContext &context, editing::SheetModel &model,
                         QWidget *parent)
    : QWidget(parent), m_context(context), m_model(&model), m_code(property.code)
{
    setObjectName("row."_L1 + property.code);
    setAttribute(Qt::WA_Hover);
    m_grid = new QGridLayout(this);
    QGridLayout *grid = m_grid;
    grid->setContentsMargins(sheetMargin, sheetRowGap / 2, sheetMargin, sheetRowGap / 2);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, sheetLabelWidth);
    grid->setColumnMinimumWidth(1, sheetGap);
    grid->setColumnStretch(2, 1);
    m_titlePlace = makeTitle(property, outcome);
    m_reset = new IconButton(SheetIcon::Reset, tr("Reset \"%1\"").arg(catalogue::translated(property.title)), sheetGap, context, this);
    m_reset->setObjectName("property."_L1 + property.code + ".reset"_L1);
    m_reset->setToolTip(tr("Reset to the default"));
    m_reset->setFocusPolicy(Qt::NoFocus); // the keyboard has the row's menu
    m_reset->setFixedSize(sheetGap, controlHeight);
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    m_editor = makePropertyEditor(property, context, this);
    grid->addWidget(m_reset, 0, 1, Qt::AlignTop | Qt::AlignHCenter);
    m_noteArea = new QWidget(this);
    m_noteColumn = new QVBoxLayout(m_noteArea);
    m_noteColumn->setContentsMargins(0, 2, 0, 4);
    m_noteColumn->setSpacing(3);
    m_noteArea->hide();
    m_reset->hide();
    arrange();
    connectEditor();
}

void PropertyRow::arrange()
{
    const bool isWide = m_editor->isWide();
    m_isWide = isWide;
    QWidget *part = m_editor->titlePart();
    for (QWidget *widget : {m_titlePlace, static_cast<QWidget *>(m_editor), m_noteArea, part}) {
        if (widget)
            m_grid->removeWidget(widget);
    }
    // Wide: title, and below it the editor. Else side by side, with what belongs to the title below it.
    m_grid->addWidget(m_titlePlace, 0, 0, isWide ? Qt::Alignment(Qt::AlignVCenter) : Qt::AlignTop);
    m_grid->addWidget(m_editor, isWide ? 1 : 0, isWide ? 0 : 2, isWide || !part ? 1 : 2, isWide ? 3 : 1);
    m_grid->addWidget(m_noteArea, 2, isWide ? 0 : 2, 1, isWide ? 3 : 1);
    m_grid->setRowStretch(1, isWide || !part ? 0 : 1);
    if (part)
        m_grid->addWidget(part, isWide ? 0 : 1, isWide ? 2 : 0, isWide ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignTop);
}

PropertyRow::~PropertyRow()
{
    endTyping();
}

QWidget *PropertyRow::makeTitle(const catalogue::Property &property, const QString &outcome)
{
    auto *place = new QWidget(this);
    auto *line = new QHBoxLayout(place);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(5);
    m_title = new QLabel(catalogue::translated(property.title), place);
    m_title->setObjectName("title."_L1 + property.code);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setToolTip(toolTipOf(property));
    m_title->setMinimumHeight(controlHeight);
    m_title->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (property.kind == catalogue::PropertyKind::Transition)
        line->addWidget(new LineSample(outcome, m_context, place));
    line->addWidget(m_title, 1);
    place->setFixedWidth(sheetLabelWidth);
    return place;
}

void PropertyRow::connectEditor()
{
    m_title->setBuddy(m_editor->focusTarget());
    connect(m_editor, &PropertyEditor::typed, this, &PropertyRow::type);
    connect(m_editor, &PropertyEditor::chosen, this, &PropertyRow::choose);
    connect(m_editor, &PropertyEditor::cleared, this, &PropertyRow::clear);
    connect(m_editor, &PropertyEditor::componentRequested, this, &PropertyRow::componentRequested);
    connect(m_editor, &PropertyEditor::widthChanged, this, [this] {
        if (m_editor->isWide() != m_isWide)
            arrange();
    });
    connect(m_editor, &PropertyEditor::noticesChanged, this, [this] {
        m_failure.clear();
        refreshNotes();
    });
    connect(m_reset, &QAbstractButton::clicked, this, &PropertyRow::clear);
    connect(&m_context, &SheetContext::themeChanged, this, [this] {
        m_notes.clear();
        refreshNotes();
    });
}

void PropertyRow::showRow(const editing::SheetRow &row)
{
    m_isSet = row.isSet;
    m_problems = row.problems;
    setStyleProperty(m_title, "muted", row.isSet ? QVariant() : QVariant(true));
    m_editor->showRow(row);
    refreshNotes();
    refreshReset();
}

void PropertyRow::setHasCursor(bool hasCursor)
{
    m_hasCursor = hasCursor;
    if (!hasCursor) {
        m_editor->finish();
        endTyping();
    }
    refreshReset();
}

bool PropertyRow::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        refreshReset();
    return QWidget::event(event);
}

void PropertyRow::contextMenuEvent(QContextMenuEvent *event)
{
    QWidget *at = event->reason() == QContextMenuEvent::Keyboard ? focusWidget() : childAt(event->pos());
    QMenu *menu = nullptr;
    for (QWidget *widget = at; widget && widget != this && !menu; widget = widget->parentWidget()) {
        if (auto *tree = qobject_cast<JsonTree *>(widget)) {
            menu = new QMenu(this);
            tree->fillMenu(*menu);
        } else if (auto *line = qobject_cast<SheetLine *>(widget)) {
            menu = line->createStandardContextMenu();
        } else if (auto *text = qobject_cast<JsonText *>(widget)) {
            menu = text->createStandardContextMenu();
        }
    }
    if (menu)
        menu->addSeparator();
    else
        menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName("property."_L1 + m_code + ".menu"_L1);
    QAction *reset = menu->addAction(tr("Reset to the default"), this, &PropertyRow::clear);
    reset->setObjectName("reset"_L1);
    reset->setEnabled(m_isSet);
    menu->addAction(tr("Copy the code \"%1\"").arg(m_code), this, [this] { QGuiApplication::clipboard()->setText(m_code); });
    if (m_code == scenario::code::capabilityName || m_code == scenario::code::eventName)
        menu->addAction(tr("Capability descriptions…"), &m_context, &SheetContext::requestCapabilities);
    menu->addAction(tr("Help"), this, [this] { Q_EMIT helpRequested(m_code); });
    menu->popup(event->globalPos());
    event->accept();
}

void PropertyRow::type(const Json &value)
{
    editing::PropertyTarget *target = m_model ? m_model->target() : nullptr;
    if (!target)
        return;
    if (m_typedInto != target) {
        endTyping();
        m_typedInto = target;
        target->beginTyping(m_code);
    }
    target->set(m_code, value);
}

void PropertyRow::choose(const Json &value)
{
    endTyping();
    if (editing::PropertyTarget *target = m_model ? m_model->target() : nullptr)
        target->set(m_code, value);
}

void PropertyRow::clear()
{
    endTyping();
    if (editing::PropertyTarget *target = m_model ? m_model->target() : nullptr)
        target->clear(m_code);
}

void PropertyRow::endTyping()
{
    if (m_typedInto)
        m_typedInto->endTyping();
    m_typedInto.clear();
}

void PropertyRow::refreshNotes()
{
    QList<std::pair<Note, std::function<void()>>> wanted;
    bool isWrong = false;
    const QList<Notice> &notices = m_editor->notices();
    for (const Notice &notice : notices) {
        isWrong = isWrong || notice.severity == core::Severity::Error;
        std::function<void()> run;
        if (notice.run) {
            run = [this, run = notice.run] {
                if (const core::Result<void> done = run(); !done) {
                    m_failure = done.error().message;
                    refreshNotes();
                }
            };
        }
        wanted.append({Note{notice.severity, notice.text, notice.action}, run});
    }
    for (const core::Diagnostic &problem : std::as_const(m_problems)) {
        isWrong = isWrong || problem.severity == core::Severity::Error;
        const bool isSaid =
            std::any_of(notices.cbegin(), notices.cend(), [&](const Notice &notice) { return notice.stands == problem.code; });
        if (!isSaid && !m_editor->shows(problem))
            wanted.append({Note{problem.severity, problem.message, m_context.fixTitle(problem)}, [this, problem] {
                               Q_EMIT fixRequested(problem);
                           }});
    }
    if (!m_failure.isEmpty())
        wanted.append({Note{core::Severity::Error, m_failure, {}}, {}});
    m_editor->setMarked(core::Severity::Error, isWrong);
    QList<Note> notes;
    for (const auto &[note, run] : wanted)
        notes.append(note);
    if (notes == m_notes)
        return;
    m_notes = notes;
    while (QLayoutItem *item = m_noteColumn->takeAt(0)) {
        retire(item->widget());
        delete item;
    }
    for (const auto &[note, run] : wanted)
        addNote(note, run);
    m_noteArea->setVisible(!m_notes.isEmpty());
}

void PropertyRow::addNote(const Note &note, const std::function<void()> &run)
{
    auto *place = new QWidget(m_noteArea);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *text = new QLabel(note.text, place);
    text->setObjectName("note."_L1 + m_code);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setFont(m_context.theme().uiFont(m_context.theme().sizes().small + 1));
    const Role role = note.severity == core::Severity::Error     ? Role::Error
                      : note.severity == core::Severity::Warning ? Role::Timeout
                                                                 : Role::Muted;
    text->setStyleSheet("color: "_L1 + m_context.theme().color(role).name());
    column->addWidget(text);
    if (!note.action.isEmpty()) {
        auto *link = new LinkButton(note.action, m_context, place);
        link->setObjectName("fix."_L1 + m_code);
        link->setRole(role);
        connect(link, &QAbstractButton::clicked, this, run);
        column->addWidget(link);
        // Tab comes to it behind the editor that it is about.
        QWidget *last = m_editor->focusTarget();
        QWidget::setTabOrder(last, link);
    }
    m_noteColumn->addWidget(place);
    place->show();
}

void PropertyRow::refreshReset()
{
    m_reset->setVisible(m_isSet && (m_hasCursor || underMouse()));
}

} // namespace signalbox::designer
