// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/componentlistview.h"

#include "designer/panels/componentdelegate.h"
#include "designer/panels/componentlist.h"
#include "drawing/cardpainter.h"

#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

/// A document that holds one such component, with nothing filled in.
scenario::Scenario oneOf(qint64 type)
{
    const Json object = Json::object({{u"oId"_s, Json(1)}, {u"oType"_s, Json(type)}});
    return scenario::Scenario(Json::object({{u"objects"_s, Json::array({object})}, {u"variables"_s, Json::array()}}),
                              scenario::Form::ScriptData);
}

} // namespace

ComponentListView::ComponentListView(const Workbench &workbench, QWidget *parent) : QListView(parent), m_workbench(workbench)
{
    setItemDelegate(new ComponentDelegate(workbench.appearance, this));
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(DragOnly);
    setMouseTracking(true);
}

QModelIndex ComponentListView::componentFrom(int row, int step) const
{
    for (; row >= 0 && row < model()->rowCount(); row += step) {
        const QModelIndex index = model()->index(row, 0);
        if (!ComponentList::isHeading(index))
            return index;
    }
    return {};
}

void ComponentListView::goToFirst()
{
    setCurrentIndex(componentFrom(0, 1));
    scrollToTop();
}

QModelIndex ComponentListView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int row = currentIndex().row();
    QModelIndex next;
    switch (action) {
    case MoveHome:
        return componentFrom(0, 1);
    case MoveEnd:
        return componentFrom(model()->rowCount() - 1, -1);
    case MoveUp:
    case MovePrevious:
        next = componentFrom(row - 1, -1);
        break;
    case MoveDown:
    case MoveNext:
        next = componentFrom(row + 1, 1);
        break;
    default:
        next = QListView::moveCursor(action, modifiers);
        if (next.isValid() && ComponentList::isHeading(next)) {
            const QModelIndex below = componentFrom(next.row(), 1);
            next = below.isValid() ? below : componentFrom(next.row(), -1);
        }
    }
    return next.isValid() ? next : currentIndex();
}

void ComponentListView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && event->reason() != Qt::MouseFocusReason)
        goToFirst();
    QListView::focusInEvent(event);
}

void ComponentListView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            Q_EMIT chosen(currentIndex().data(ComponentList::TypeRole).toLongLong());
    } else if (event->key() == Qt::Key_Up && !componentFrom(currentIndex().row() - 1, -1).isValid()) {
        scrollToTop();
        Q_EMIT leftAtTop();
    } else if (isPlain && !event->text().isEmpty() && event->text().front().isPrint()) {
        Q_EMIT typed(event->text());
    } else {
        QListView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void ComponentListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && !ComponentList::isHeading(index))
        Q_EMIT chosen(index.data(ComponentList::TypeRole).toLongLong());
}

QPixmap ComponentListView::cardPicture(qint64 type) const
{
    const drawing::Theme &theme = m_workbench.appearance.theme();
    const drawing::Card card = drawing::cardOf(oneOf(type), 0, m_workbench.catalogue, m_workbench.dialect);
    constexpr qreal margin = 8; // ports and the shadow
    const QRectF rect = drawing::CardGeometry(card, theme.sizes()).rect().adjusted(-margin, -margin, margin, margin);
    QPixmap picture((rect.size() * devicePixelRatioF()).toSize());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-rect.topLeft());
    drawing::CardPainter(theme).paintCard(painter, card, {}, devicePixelRatioF());
    return picture;
}

void ComponentListView::startDrag(Qt::DropActions actions)
{
    const QModelIndex index = currentIndex();
    QMimeData *const component = index.isValid() ? model()->mimeData({index}) : nullptr;
    if (component == nullptr)
        return;
    auto *const drag = new QDrag(this);
    const QPixmap picture = cardPicture(index.data(ComponentList::TypeRole).toLongLong());
    drag->setMimeData(component);
    drag->setPixmap(picture);
    drag->setHotSpot(QRectF(QPointF(), picture.deviceIndependentSize()).center().toPoint());
    drag->exec(actions, Qt::CopyAction);
}

} // namespace signalbox::designer
