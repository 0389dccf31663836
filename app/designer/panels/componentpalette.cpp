// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/componentpalette.h"

#include "designer/panels/componentlist.h"
#include "designer/panels/componentlistview.h"
#include "designer/panels/emptynote.h"
#include "designer/panels/filteredit.h"

#include <QEvent>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

class ComponentPalette::Private final
{
public:
    Private(const Workbench &workbench, ComponentPalette *owner)
        : filter(new FilterEdit(owner)), list(new ComponentListView(workbench, owner)),
          model(new ComponentList(workbench.catalogue, owner)), nothing(new EmptyNote(list))
    {
        filter->setObjectName(u"palette.filter"_s);
        list->setObjectName(u"palette.list"_s);
        nothing->setObjectName(u"palette.nothing"_s);
        list->setModel(model);
    }

    void retranslate();
    void filterChanged();

    FilterEdit *filter;
    ComponentListView *list;
    ComponentList *model;
    EmptyNote *nothing;
};

void ComponentPalette::Private::retranslate()
{
    filter->setPlaceholderText(tr("Filter…"));
    filter->setAccessibleName(tr("Filter components"));
    list->setAccessibleName(tr("Components"));
    nothing->setText(tr("No component fits “%1”.").arg(filter->text()), tr("Try a part of its name, or its number."));
}

void ComponentPalette::Private::filterChanged()
{
    model->setFilter(filter->text());
    // What Enter would choose; nothing as long as nothing is looked for.
    if (!filter->text().isEmpty())
        list->goToFirst();
    nothing->setText(tr("No component fits “%1”.").arg(filter->text()), tr("Try a part of its name, or its number."));
    nothing->setVisible(model->rowCount() == 0);
}

ComponentPalette::ComponentPalette(const Workbench &workbench, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(workbench, this))
{
    auto *const head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->addWidget(d->filter);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(d->list, 1);
    setFocusProxy(d->filter);

    connect(d->filter, &FilterEdit::textChanged, this, [this] { d->filterChanged(); });
    connect(d->filter, &FilterEdit::wentDown, this, [this] { d->list->setFocus(Qt::OtherFocusReason); });
    connect(d->filter, &FilterEdit::returnPressed, this, [this] {
        if (d->list->currentIndex().isValid())
            Q_EMIT chosen(d->list->currentIndex().data(ComponentList::TypeRole).toLongLong());
    });
    connect(d->list, &ComponentListView::chosen, this, &ComponentPalette::chosen);
    connect(d->list, &ComponentListView::leftAtTop, this, [this] { d->filter->setFocus(Qt::OtherFocusReason); });
    connect(d->list, &ComponentListView::typed, this, [this](const QString &characters) { d->filter->take(characters); });
    connect(&workbench.appearance, &Appearance::changed, d->list, [this] {
        d->list->doItemsLayout();
        d->list->viewport()->update();
    });
    d->retranslate();
    d->filterChanged();
}

ComponentPalette::~ComponentPalette() = default;

void ComponentPalette::focusFilter()
{
    d->filter->setFocus(Qt::ShortcutFocusReason);
    d->filter->selectAll();
}

void ComponentPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->model->retranslate();
        d->retranslate();
        d->filterChanged();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
