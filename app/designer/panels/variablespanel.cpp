// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/choicedelegate.h"
#include "designer/panels/documentpanels.h"
#include "designer/panels/emptynote.h"
#include "designer/panels/filteredit.h"
#include "designer/panels/panelviews.h"
#include "designer/panels/wordsproxy.h"
#include "designer/sheet/sheetstyle.h"
#include "editing/variablemodel.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTableView>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using drawing::Role;
using editing::VariableModel;

namespace {

/// How the cells look.
class VariableProxy final : public WordsProxy
{
public:
    VariableProxy(const Appearance &appearance, QObject *parent) : WordsProxy(parent), m_appearance(appearance) {}

    QVariant data(const QModelIndex &index, int role) const override
    {
        const drawing::Theme &theme = m_appearance.theme();
        const bool isUses = index.column() == VariableModel::UsesColumn;
        if (role == Qt::FontRole && (isUses || index.column() == VariableModel::NameColumn))
            return theme.monoFont(theme.sizes().body - 1);
        if (role == Qt::ForegroundRole && isUses)
            return theme.color(WordsProxy::data(index, Qt::DisplayRole).toInt() == 0 ? Role::Timeout : Role::Muted);
        if (role == Qt::TextAlignmentRole && isUses)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return WordsProxy::data(index, role);
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal && section == VariableModel::UsesColumn)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return WordsProxy::headerData(section, orientation, role);
    }

private:
    const Appearance &m_appearance;
};

} // namespace

class VariablesPanel::Private final
{
public:
    Private(const Workbench &workbench, VariablesPanel *owner);

    void layOut();
    void makeActions();
    void retranslate();
    void setWidths();
    void rowsChanged();
    void currentChanged();
    void showError(const QString &message);
    void add();
    void remove();
    void findUses();
    QString current() const; ///< name, or empty
    void goTo(const QString &name);

    VariablesPanel *owner;
    const core::Dialect &dialect;
    FilterEdit *filter;
    QTableView *table;
    VariableProxy *proxy;
    EmptyNote *nothing;
    QLineEdit *name; ///< of a new variable
    QComboBox *type;
    QPushButton *addButton;
    QPushButton *usesButton;
    QPushButton *removeButton;
    QLabel *error;
    QAction *rename = nullptr;
    QAction *uses = nullptr;
    QAction *away = nullptr;
    QPointer<editing::EditSession> session;
    std::unique_ptr<VariableModel> model;
    QMetaObject::Connection ended;
};

VariablesPanel::Private::Private(const Workbench &workbench, VariablesPanel *panel)
    : owner(panel), dialect(workbench.dialect), filter(new FilterEdit(panel)), table(new QTableView(panel)),
      proxy(new VariableProxy(workbench.appearance, panel)), nothing(new EmptyNote(table)), name(new QLineEdit(panel)),
      type(new QComboBox(panel)), addButton(new QPushButton(panel)), usesButton(new QPushButton(panel)),
      removeButton(new QPushButton(panel)), error(new QLabel(panel))
{
    filter->setObjectName(u"variables.filter"_s);
    table->setObjectName(u"variables.table"_s);
    nothing->setObjectName(u"variables.nothing"_s);
    name->setObjectName(u"variables.name"_s);
    type->setObjectName(u"variables.type"_s);
    addButton->setObjectName(u"variables.add"_s);
    usesButton->setObjectName(u"variables.uses"_s);
    removeButton->setObjectName(u"variables.remove"_s);
    error->setObjectName(u"variables.error"_s);

    table->setModel(proxy);
    setUpTable(table);
    table->setEditTriggers(QTableView::DoubleClicked | QTableView::EditKeyPressed | QTableView::SelectedClicked);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicatorClearable(true);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the document's order
    table->setItemDelegateForColumn(VariableModel::TypeColumn,
                                    new ChoiceDelegate([this] { return VariableModel::typeChoices(dialect); }, table));
    table->setItemDelegateForColumn(VariableModel::ScopeColumn,
                                    new ChoiceDelegate([this] { return VariableModel::scopeChoices(dialect); }, table));
    name->setProperty("mono", true);
    name->setMaxLength(200);
    usesButton->setProperty("quiet", true);
    removeButton->setProperty("quiet", true);
    error->setProperty("invalid", true);
    error->setWordWrap(true);
    error->setTextFormat(Qt::PlainText);
    error->setContentsMargins(12, 0, 12, 8);
    error->hide();
    makeActions();
    layOut();
}

void VariablesPanel::Private::layOut()
{
    auto *const head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(8);
    head->addWidget(filter, 2);
    head->addWidget(usesButton);
    head->addWidget(removeButton);
    head->addStretch(1);
    head->addWidget(name, 2);
    head->addWidget(type);
    head->addWidget(addButton);
    auto *const layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(error);
    layout->addWidget(table, 1);
}

void VariablesPanel::Private::makeActions()
{
    const auto make = [this](const QString &id, const QKeySequence &key, auto &&triggered) {
        auto *const action = new QAction(table);
        action->setObjectName(id);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, owner, triggered);
        table->addAction(action);
        return action;
    };
    rename = make(u"variables.menu.rename"_s, {}, [this] {
        const QModelIndex index = table->currentIndex().siblingAtColumn(VariableModel::NameColumn);
        table->setCurrentIndex(index);
        table->edit(index);
    });
    uses = make(u"variables.menu.uses"_s, QKeySequence(u"Shift+F12"_s), [this] { findUses(); });
    away = make(u"variables.menu.remove"_s, QKeySequence::Delete, [this] { remove(); });
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void VariablesPanel::Private::retranslate()
{
    filter->setPlaceholderText(tr("Filter…"));
    filter->setAccessibleName(tr("Filter variables"));
    table->setAccessibleName(tr("Variables"));
    name->setPlaceholderText(tr("New variable…"));
    name->setAccessibleName(tr("Name of a new variable"));
    type->setAccessibleName(tr("Type of a new variable"));
    const int chosen = std::max(type->currentIndex(), 0);
    const bool isFirst = type->count() == 0;
    type->clear();
    for (const auto &[value, title] : VariableModel::typeChoices(dialect))
        type->addItem(title, value);
    type->setCurrentIndex(isFirst ? type->findData(qint64(dialect.typeString)) : chosen);
    addButton->setText(tr("Add"));
    addButton->setToolTip(tr("Declares the variable in this scenario."));
    usesButton->setText(tr("Find uses"));
    removeButton->setText(tr("Remove"));
    rename->setText(tr("Rename everywhere"));
    uses->setText(tr("Find uses"));
    away->setText(tr("Remove"));
    rowsChanged();
}

void VariablesPanel::Private::setWidths()
{
    QHeaderView *const header = table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(VariableModel::NameColumn, QHeaderView::Stretch);
    header->resizeSection(VariableModel::TypeColumn, 150);
    header->resizeSection(VariableModel::ScopeColumn, 170);
    header->resizeSection(VariableModel::UsesColumn, std::max(80, header->sectionSizeHint(VariableModel::UsesColumn)));
}

void VariablesPanel::Private::rowsChanged()
{
    if (session == nullptr)
        nothing->setText(tr("No scenario is open."), tr("Its variables are listed here."));
    else if (model->rowCount() == 0)
        nothing->setText(tr("No variables yet"), tr("They carry what components give to each other: a connection's id, an answer, a "
                                                    "counter. Type a name above to declare one."));
    else
        nothing->setText(tr("No variable fits “%1”.").arg(filter->text()), tr("Try a part of its name, type or scope."));
    nothing->setVisible(proxy->rowCount() == 0);
    for (QWidget *const widget : std::initializer_list<QWidget *>{filter, name, type, addButton})
        widget->setEnabled(session != nullptr);
    currentChanged();
}

QString VariablesPanel::Private::current() const
{
    const QModelIndex index = proxy->mapToSource(table->currentIndex());
    return index.isValid() && model != nullptr ? model->nameAt(index.row()) : QString();
}

void VariablesPanel::Private::currentChanged()
{
    const QModelIndex index = table->currentIndex();
    const bool isThere = index.isValid();
    const bool isUsed = isThere && index.siblingAtColumn(VariableModel::UsesColumn).data().toInt() > 0;
    rename->setEnabled(isThere);
    away->setEnabled(isThere);
    removeButton->setEnabled(isThere);
    uses->setEnabled(isUsed);
    usesButton->setEnabled(isUsed);
}

void VariablesPanel::Private::showError(const QString &message)
{
    error->setText(message);
    error->setVisible(!message.isEmpty());
    if (message.isEmpty())
        setStyleProperty(name, "invalid", QVariant());
}

void VariablesPanel::Private::goTo(const QString &variable)
{
    if (!proxy->words().isEmpty() && proxy->mapFromSource(model->index(model->rowOf(variable), 0)).row() < 0)
        filter->clear(); // it would not be seen
    table->setCurrentIndex(proxy->mapFromSource(model->index(model->rowOf(variable), VariableModel::NameColumn)));
}

void VariablesPanel::Private::add()
{
    if (session == nullptr)
        return;
    const QString wanted = name->text().trimmed();
    const core::Result<void> added = session->addVariable(wanted, type->currentData().toLongLong(), dialect.locationLocal);
    showError(added ? QString() : added.error().message);
    setStyleProperty(name, "invalid", added ? QVariant() : QVariant(true));
    if (!added)
        return;
    name->clear();
    goTo(wanted);
}

void VariablesPanel::Private::remove()
{
    const QString variable = current();
    if (session == nullptr || variable.isEmpty())
        return;
    const int row = table->currentIndex().row();
    const core::Result<void> removed = session->removeVariable(variable);
    showError(removed ? QString() : removed.error().message);
    table->setCurrentIndex(proxy->index(std::min(row, proxy->rowCount() - 1), VariableModel::NameColumn));
}

void VariablesPanel::Private::findUses()
{
    if (const QString variable = current(); !variable.isEmpty())
        Q_EMIT owner->usesRequested(variable);
}

VariablesPanel::VariablesPanel(const Workbench &workbench, QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(workbench, this))
{
    connect(d->filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        d->proxy->setWords(words);
        d->rowsChanged();
    });
    connect(d->filter, &FilterEdit::wentDown, this, [this] {
        d->table->setFocus(Qt::OtherFocusReason);
        if (!d->table->currentIndex().isValid())
            d->table->setCurrentIndex(d->proxy->index(0, 0));
    });
    connect(d->name, &QLineEdit::textEdited, this, [this] { d->showError({}); });
    connect(d->name, &QLineEdit::returnPressed, this, [this] { d->add(); });
    connect(d->addButton, &QPushButton::clicked, this, [this] { d->add(); });
    connect(d->usesButton, &QPushButton::clicked, this, [this] { d->findUses(); });
    connect(d->removeButton, &QPushButton::clicked, this, [this] { d->remove(); });
    connect(d->table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { d->currentChanged(); });
    connect(d->proxy, &QAbstractItemModel::rowsInserted, this, [this] { d->rowsChanged(); });
    connect(d->proxy, &QAbstractItemModel::rowsRemoved, this, [this] { d->rowsChanged(); });
    connect(d->proxy, &QAbstractItemModel::modelReset, this, [this] { d->rowsChanged(); });
    connect(d->proxy, &QAbstractItemModel::dataChanged, this, [this] { d->currentChanged(); });
    d->retranslate();
}

VariablesPanel::~VariablesPanel() = default;

void VariablesPanel::show(editing::EditSession *session)
{
    disconnect(d->ended);
    if (d->session != nullptr)
        d->table->setCurrentIndex({}); // takes over what is being edited
    d->name->clear();
    d->showError({});
    d->proxy->setSourceModel(nullptr);
    d->model.reset();
    d->session = session;
    if (session != nullptr) {
        d->model = std::make_unique<VariableModel>(*session);
        connect(d->model.get(), &VariableModel::refused, this, [this](const core::Error &refusal) { d->showError(refusal.message); });
        connect(d->model.get(), &VariableModel::dataChanged, this, [this] { d->showError({}); });
        d->proxy->setSourceModel(d->model.get());
        d->setWidths();
        d->ended = connect(session, &QObject::destroyed, this, [this] { show(nullptr); });
    }
    d->rowsChanged();
}

bool VariablesPanel::goTo(const QString &variable)
{
    if (d->model == nullptr || d->model->rowOf(variable) < 0)
        return false;
    d->goTo(variable);
    d->table->setFocus(Qt::OtherFocusReason);
    return true;
}

void VariablesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->retranslate();
        if (d->model != nullptr)
            d->setWidths();
        d->table->horizontalHeader()->viewport()->update();
        d->table->viewport()->update();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
