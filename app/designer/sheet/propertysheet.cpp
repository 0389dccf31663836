// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/propertysheet.h"

#include "designer/sheet/editors/argumenteditor.h"
#include "designer/sheet/json/jsonfield.h"
#include "designer/sheet/json/jsontree.h"
#include "designer/sheet/propertyrow.h"
#include "designer/sheet/sheetcontext.h"
#include "designer/sheet/sheetextras.h"
#include "designer/sheet/sheetstyle.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QScrollBar>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

class PropertySheet::Private
{
public:
    Private(PropertySheet &owner, const Workbench &workbench) : sheet(owner), context(workbench) {}

    void clear();
    void build();
    void addRow(const catalogue::Property &property, const catalogue::ComponentType &type, QVBoxLayout *column);
    void showRow(int index);
    void showAll();
    void refreshFrame();
    void keepPlace(const std::function<void()> &change);
    PropertyRow *rowAround(const QWidget *widget) const;
    PropertyRow *row(const QString &code) const;
    void follow();
    void moveCursor(QWidget *to);

    PropertySheet &sheet;
    SheetContext context;
    QPointer<editing::SheetModel> model;
    QPointer<editing::EditSession> session;
    QPointer<editing::PropertyTarget> target;
    QWidget *content = nullptr;
    QList<PropertyRow *> rows; ///< in the model's order
    QWidget *transitions = nullptr;
    SheetExtras *extras = nullptr;
    QLabel *hint = nullptr;
    QPointer<PropertyRow> current; ///< the cursor is in it
};

PropertySheet::PropertySheet(const Workbench &workbench, QWidget *parent)
    : QScrollArea(parent), d(std::make_unique<Private>(*this, workbench))
{
    setObjectName("propertySheet"_L1);
    setAccessibleName(tr("Properties"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(280);
    connect(&workbench.appearance.application(), &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { d->moveCursor(now); });
    connect(&d->context, &SheetContext::capabilitiesRequested, this, &PropertySheet::capabilitiesRequested);
    d->build();
}

PropertySheet::~PropertySheet()
{
    d->clear(); // rows end what is being typed, and look at the context for that
}

void PropertySheet::show(editing::SheetModel *model, editing::EditSession *session)
{
    d->moveCursor(nullptr);
    if (d->model)
        d->model->disconnect(this);
    d->model = model;
    d->session = session;
    d->context.setSubject(model, session);
    if (model) {
        connect(model, &editing::SheetModel::reset, this, [this] { d->build(); });
        connect(model, &editing::SheetModel::rowChanged, this, [this](int row) { d->showRow(row); });
        connect(model, &QObject::destroyed, this, [this] { d->build(); });
    }
    d->build();
    QScrollArea::show();
}

bool PropertySheet::focusProperty(const QString &code)
{
    PropertyRow *row = d->row(code);
    if (!row)
        return false;
    if (row->isHidden())
        return d->extras->focusHidden(code);
    QWidget *target = row->editor()->focusTarget();
    showProperty(code);
    target->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void PropertySheet::showProperty(const QString &code)
{
    PropertyRow *row = d->row(code);
    if (!row || row->isHidden())
        return;
    d->content->layout()->activate();
    ensureWidgetVisible(row, 0, sheetMargin);
}

bool PropertySheet::focusFirst()
{
    for (const PropertyRow *row : std::as_const(d->rows)) {
        if (!row->isHidden())
            return focusProperty(row->code());
    }
    return false;
}

QString PropertySheet::currentProperty() const
{
    return d->current ? d->current->code() : QString();
}

bool PropertySheet::doWithBody(BodyTask task)
{
    JsonField *field = nullptr;
    for (const PropertyRow *row : std::as_const(d->rows)) {
        const auto *editor = qobject_cast<const ArgumentEditor *>(row->editor());
        if (!field && editor && !row->isHidden())
            field = editor->jsonField();
    }
    if (!field)
        return false;
    switch (task) {
    case BodyTask::Example:
        field->insertExample();
        return true;
    case BodyTask::Format:
    case BodyTask::Minify:
        field->layOut(task == BodyTask::Format);
        return true;
    case BodyTask::SwitchView:
        field->showTree(!field->isTree());
        field->focusTarget()->setFocus(Qt::ShortcutFocusReason);
        return true;
    case BodyTask::Add:
    case BodyTask::Remove:
    case BodyTask::MoveUp:
    case BodyTask::MoveDown:
        break;
    }
    field->showTree(true);
    if (task == BodyTask::Add)
        field->tree()->add();
    else if (task == BodyTask::Remove)
        field->tree()->removeRow();
    else
        field->tree()->moveRow(task == BodyTask::MoveUp ? -1 : 1);
    return true;
}

void PropertySheet::takeCapabilities()
{
    d->context.tellCapabilities();
}

bool PropertySheet::event(QEvent *event)
{
    // F1 in a row belongs to the row, whatever the window uses it for.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F1 && key->modifiers() == Qt::NoModifier && d->current) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                Q_EMIT helpRequested(d->current->code());
            return true;
        }
    }
    return QScrollArea::event(event);
}

void PropertySheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QString code = currentProperty();
        setAccessibleName(tr("Properties"));
        d->build();
        if (!code.isEmpty())
            focusProperty(code);
    }
    QScrollArea::changeEvent(event);
}

void PropertySheet::Private::clear()
{
    moveCursor(nullptr);
    content = nullptr; // what the focus does while widgets go is of no interest
    rows.clear();
    extras = nullptr;
    delete sheet.takeWidget();
}

void PropertySheet::Private::build()
{
    clear();
    follow();
    content = new QWidget;
    content->setObjectName("propertySheet.content"_L1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, sheetMargin - sheetRowGap, 0, sheetMargin);
    column->setSpacing(0);
    hint = new QLabel(content);
    hint->setObjectName("propertySheet.hint"_L1);
    hint->setProperty("faint", true);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    hint->setContentsMargins(2 * sheetMargin, 2 * sheetMargin, 2 * sheetMargin, 0);
    column->addWidget(hint);
    const catalogue::ComponentType *type = target ? target->type() : nullptr;
    QList<const catalogue::Property *> last;
    if (type && model) {
        for (const editing::SheetRow &row : model->rows()) {
            if (row.property->kind == catalogue::PropertyKind::Transition)
                last.append(row.property);
            else
                addRow(*row.property, *type, column);
        }
    }
    transitions = makeSheetHeading(PropertySheet::tr("Transitions"), context, content);
    transitions->setVisible(!last.isEmpty());
    column->addWidget(transitions);
    for (const catalogue::Property *property : std::as_const(last))
        addRow(*property, *type, column);
    if (model) {
        // As the model counts them, whatever order they stand in.
        QList<PropertyRow *> ordered(model->rows().size(), nullptr);
        for (PropertyRow *row : std::as_const(rows))
            ordered[model->rowOf(row->code())] = row;
        rows = ordered;
    }
    extras = new SheetExtras(context, content);
    column->addWidget(extras);
    column->addStretch(1);
    sheet.setWidget(content);
    showAll();
    sheet.verticalScrollBar()->setValue(0);
}

void PropertySheet::Private::addRow(const catalogue::Property &property, const catalogue::ComponentType &type, QVBoxLayout *column)
{
    const auto outcome = std::find_if(type.outcomes.begin(), type.outcomes.end(),
                                      [&](const catalogue::OutcomeType &one) { return one.property == property.code; });
    auto *row = new PropertyRow(property, outcome == type.outcomes.end() ? QString() : outcome->code, context, *model, content);
    QObject::connect(row, &PropertyRow::helpRequested, &sheet, &PropertySheet::helpRequested);
    QObject::connect(row, &PropertyRow::componentRequested, &sheet, &PropertySheet::componentRequested);
    QObject::connect(row, &PropertyRow::fixRequested, &sheet, &PropertySheet::fixRequested);
    column->addWidget(row);
    rows.append(row);
}

void PropertySheet::Private::showRow(int index)
{
    if (!model || index >= rows.size() || index >= model->rows().size())
        return;
    keepPlace([this, index] {
        follow();
        rows.at(index)->showRow(model->rows().at(index));
        refreshFrame();
    });
}

void PropertySheet::Private::showAll()
{
    for (qsizetype i = 0; i < rows.size(); ++i)
        rows.at(i)->showRow(model->rows().at(i));
    refreshFrame();
}

void PropertySheet::Private::refreshFrame()
{
    bool anything = false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const bool isShown = model->rows().at(i).isShown;
        rows.at(i)->setVisible(isShown);
        anything = anything || isShown;
    }
    extras->refresh(model);
    const bool hasObjects = target && !target->objects().isEmpty();
    if (!hasObjects)
        hint->setText(PropertySheet::tr("Select a component to see and change its properties."));
    else if (!target->type())
        hint->setText(target->objects().size() > 1
                          ? PropertySheet::tr("Components of several kinds have no properties in common here. Select one kind.")
                          : PropertySheet::tr("There is no description of this component. Its values are kept as they are."));
    hint->setVisible(!hasObjects || !target->type());
}

void PropertySheet::Private::keepPlace(const std::function<void()> &change)
{
    // What has the cursor, or else what stands at the top, stays where it is on the screen while rows above it come and go.
    const QWidget *anchor = current;
    for (qsizetype i = 0; !anchor && i < rows.size(); ++i) {
        if (!rows.at(i)->isHidden() && rows.at(i)->mapTo(content, QPoint(0, rows.at(i)->height())).y() > -content->y())
            anchor = rows.at(i);
    }
    const QPointer<const QWidget> kept = anchor;
    const int before = kept ? kept->mapTo(content, QPoint()).y() : 0;
    QScrollBar *bar = sheet.verticalScrollBar();
    const int scrolled = bar->value();
    change();
    if (!kept || kept->isHidden())
        return;
    QLayout *layout = content->layout();
    const int width = content->width();
    const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height();
    content->resize(width, std::max(needed, sheet.viewport()->height()));
    layout->activate();
    const int shift = kept->mapTo(content, QPoint()).y() - before;
    if (shift != 0)
        bar->setValue(scrolled + shift); // which the new height may have cut
}

PropertyRow *PropertySheet::Private::rowAround(const QWidget *widget) const
{
    for (const QWidget *at = widget; at && at != content; at = at->parentWidget()) {
        if (const auto *found = qobject_cast<const PropertyRow *>(at))
            return const_cast<PropertyRow *>(found);
    }
    return nullptr;
}

PropertyRow *PropertySheet::Private::row(const QString &code) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&code](const PropertyRow *row) { return row->code() == code; });
    return found == rows.end() ? nullptr : *found;
}

void PropertySheet::Private::follow()
{
    editing::PropertyTarget *now = model ? model->target() : nullptr;
    if (target == now)
        return;
    if (target)
        target->disconnect(&sheet);
    target = now;
    if (target) {
        QObject::connect(target, &editing::PropertyTarget::changed, &sheet, [this] {
            if (extras)
                extras->refresh(model);
        });
    }
}

void PropertySheet::Private::moveCursor(QWidget *to)
{
    PropertyRow *now = content && to && content->isAncestorOf(to) ? rowAround(to) : nullptr;
    if (now == current)
        return;
    PropertyRow *before = current;
    current = now;
    if (before)
        before->setHasCursor(false);
    if (now)
        now->setHasCursor(true);
}

} // namespace signalbox::designer
