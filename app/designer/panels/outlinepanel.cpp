// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/documentpanels.h"
#include "designer/panels/emptynote.h"
#include "designer/panels/filteredit.h"
#include "designer/panels/outlinedelegate.h"
#include "designer/panels/wordsproxy.h"
#include "editing/outlinemodel.h"

#include <QEvent>
#include <QListView>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using editing::OutlineModel;

namespace {

/// What a screen reader says of a row.
class OutlineProxy final : public WordsProxy
{
public:
    using WordsProxy::WordsProxy;

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
            return WordsProxy::data(index, role);
        const QString component = index.siblingAtColumn(OutlineModel::TypeColumn).data().toString();
        return index.data().toString() + (role == Qt::ToolTipRole ? u"\n"_s : u", "_s) + component;
    }
};

} // namespace

class OutlinePanel::Private final
{
public:
    Private(const Workbench &workbench, OutlinePanel *owner);

    void retranslate();
    void rowsChanged();
    void select(const QList<qint64> &ids);
    void request(const QModelIndex &index);

    OutlinePanel *owner;
    FilterEdit *filter;
    QListView *list;
    OutlineProxy *proxy;
    EmptyNote *nothing;
    std::unique_ptr<OutlineModel> model;
    QMetaObject::Connection ended;
    QList<qint64> selected; ///< as the canvas has it, hidden rows included
};

OutlinePanel::Private::Private(const Workbench &workbench, OutlinePanel *panel)
    : owner(panel), filter(new FilterEdit(panel)), list(new QListView(panel)), proxy(new OutlineProxy(panel)), nothing(new EmptyNote(list))
{
    filter->setObjectName(u"outline.filter"_s);
    list->setObjectName(u"outline.list"_s);
    list->setModel(proxy);
    list->setItemDelegate(new OutlineDelegate(workbench.appearance, list));
    list->setUniformItemSizes(true);
    list->setSelectionMode(QListView::ExtendedSelection); // shows what several cards are selected
    list->setEditTriggers(QListView::NoEditTriggers);
    list->setVerticalScrollMode(QListView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMouseTracking(true);
    nothing->setObjectName(u"outline.nothing"_s);

    auto *const head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->addWidget(filter);
    auto *const layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(list, 1);
    panel->setFocusProxy(filter);
}

void OutlinePanel::Private::retranslate()
{
    filter->setPlaceholderText(tr("Filter…"));
    filter->setAccessibleName(tr("Filter the outline"));
    list->setAccessibleName(tr("Outline"));
    rowsChanged();
}

void OutlinePanel::Private::rowsChanged()
{
    if (model == nullptr)
        nothing->setText(tr("No scenario is open."), tr("Its components are listed here."));
    else if (model->rowCount() == 0)
        nothing->setText(tr("The scenario is empty."), tr("Drag a component onto the canvas; a scenario begins with a Start."));
    else
        nothing->setText(tr("Nothing fits “%1”.").arg(filter->text()), tr("Try a part of a name, or of the component's title."));
    nothing->setVisible(proxy->rowCount() == 0);
}

void OutlinePanel::Private::select(const QList<qint64> &ids)
{
    selected = ids;
    QItemSelection rows;
    QModelIndex first;
    for (const qint64 id : ids) {
        const int row = model == nullptr ? -1 : model->rowOf(id);
        const QModelIndex index = row < 0 ? QModelIndex() : proxy->mapFromSource(model->index(row, 0));
        if (!index.isValid())
            continue;
        rows.select(index, index);
        if (!first.isValid())
            first = index;
    }
    list->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    if (first.isValid())
        list->scrollTo(first);
}

void OutlinePanel::Private::request(const QModelIndex &index)
{
    const QVariant id = index.data(OutlineModel::ObjectRole);
    if (id.isValid())
        Q_EMIT owner->componentRequested(id.toLongLong());
}

OutlinePanel::OutlinePanel(const Workbench &workbench, QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(workbench, this))
{
    connect(d->filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        d->proxy->setWords(words);
        d->rowsChanged();
        d->select(d->selected);
    });
    connect(d->filter, &FilterEdit::wentDown, this, [this] {
        d->list->setFocus(Qt::OtherFocusReason);
        if (!d->list->currentIndex().isValid())
            d->list->setCurrentIndex(d->proxy->index(0, 0));
    });
    connect(d->filter, &QLineEdit::returnPressed, this, [this] { d->request(d->proxy->index(0, 0)); });
    connect(d->list, &QListView::clicked, this, [this](const QModelIndex &index) { d->request(index); });
    connect(d->list, &QListView::activated, this, [this](const QModelIndex &index) { d->request(index); });
    connect(d->proxy, &QAbstractItemModel::rowsInserted, this, [this] { d->rowsChanged(); });
    connect(d->proxy, &QAbstractItemModel::rowsRemoved, this, [this] { d->rowsChanged(); });
    connect(d->proxy, &QAbstractItemModel::modelReset, this, [this] { d->rowsChanged(); });
    connect(&workbench.appearance, &Appearance::changed, d->list, [this] { d->list->viewport()->update(); });
    d->retranslate();
}

OutlinePanel::~OutlinePanel() = default;

void OutlinePanel::show(editing::EditSession *session)
{
    disconnect(d->ended);
    d->proxy->setSourceModel(nullptr);
    d->selected.clear();
    d->model = session == nullptr ? nullptr : std::make_unique<OutlineModel>(*session);
    if (session != nullptr) {
        d->proxy->setSourceModel(d->model.get());
        d->ended = connect(session, &QObject::destroyed, this, [this] { show(nullptr); });
    }
    d->rowsChanged();
}

void OutlinePanel::select(const QList<qint64> &ids)
{
    d->select(ids);
}

void OutlinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->retranslate();
        d->list->viewport()->update();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
