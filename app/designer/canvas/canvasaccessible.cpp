// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasaccessible.h"

#include "designer/canvas/accessibleitems.h"
#include "editing/editsession.h"

namespace signalbox::designer {

CanvasAccessible::CanvasAccessible(CanvasView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view)
{
    QObject::connect(&view->session(), &editing::EditSession::changed, &m_context, [this] { m_isStale = true; });
}

CanvasAccessible::~CanvasAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

CanvasAccessible *CanvasAccessible::of(CanvasView &view)
{
    return static_cast<CanvasAccessible *>(QAccessible::queryAccessibleInterface(&view));
}

void CanvasAccessible::install()
{
    QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
        auto *const view = qobject_cast<CanvasView *>(object);
        return view ? new CanvasAccessible(view) : nullptr;
    });
}

void CanvasAccessible::tellFocus(CanvasView &view, qint64 id)
{
    tell(view, {Kind::Card, id, QString()}, QAccessible::Focus);
}

void CanvasAccessible::tellFocus(CanvasView &view, const QString &note)
{
    tell(view, {Kind::Note, 0, note}, QAccessible::Focus);
}

void CanvasAccessible::tellChange(CanvasView &view, qint64 id)
{
    tell(view, {Kind::Card, id, QString()}, QAccessible::DescriptionChanged);
}

void CanvasAccessible::tell(CanvasView &view, const Key &key, QAccessible::Event what)
{
    if (!QAccessible::isActive())
        return;
    const CanvasAccessible *const canvas = of(view);
    QAccessibleInterface *const child = canvas ? canvas->interfaceOf(key) : nullptr;
    if (!child)
        return;
    QAccessibleEvent event(child, what);
    QAccessible::updateAccessibility(&event);
}

const CanvasAccessible::Order &CanvasAccessible::order() const
{
    if (!m_isStale)
        return m_order;
    m_isStale = false;
    m_order = {};
    const auto append = [this](const Key &key) {
        m_order.places.insert(key, static_cast<int>(m_order.keys.size()));
        m_order.keys.append(key);
    };
    const scenario::Scenario &scenario = m_view->session().scenario();
    CanvasScene &scene = m_view->canvas();
    for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
        const auto id = scenario.objectId(i);
        if (!id || scenario.indexOf(*id) != i || !scene.card(*id))
            continue;
        append({Kind::Card, *id, QString()});
        const QList<EdgeItem *> edges = scene.edgesFrom(*id);
        for (const EdgeItem *edge : edges)
            append({Kind::Transition, *id, edge->outcome()});
    }
    const QList<NoteItem *> &notes = scene.notes().items();
    for (const NoteItem *note : notes)
        append({Kind::Note, 0, note->id()});
    return m_order;
}

QAccessibleInterface *CanvasAccessible::interfaceOf(const Key &key) const
{
    if (const auto known = m_children.constFind(key); known != m_children.constEnd())
        return QAccessible::accessibleInterface(*known);
    QAccessibleInterface *const made = accessibleItem(*m_view, key);
    const QAccessible::Id id = QAccessible::registerAccessibleInterface(made);
    m_children.insert(key, id);
    m_keys.insert(id, key);
    return made;
}

int CanvasAccessible::childCount() const
{
    return static_cast<int>(order().keys.size());
}

QAccessibleInterface *CanvasAccessible::child(int index) const
{
    const QList<Key> &all = order().keys;
    return index >= 0 && index < all.size() ? interfaceOf(all[index]) : nullptr;
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto known = m_keys.constFind(QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child)));
    return known == m_keys.cend() ? -1 : order().places.value(*known, -1);
}

QAccessibleInterface *CanvasAccessible::childAt(int x, int y) const
{
    const QPointF point = m_view->mapToScene(m_view->viewport()->mapFromGlobal(QPoint(x, y)));
    if (const CardItem *card = m_view->canvas().cardAt(point))
        return interfaceOf({Kind::Card, card->id(), QString()});
    if (const EdgeItem *edge = m_view->canvas().edgeAt(point))
        return interfaceOf({Kind::Transition, edge->from(), edge->outcome()});
    if (const NoteItem *note = m_view->canvas().notes().at(point))
        return interfaceOf({Kind::Note, 0, note->id()});
    return nullptr;
}

QAccessibleInterface *CanvasAccessible::focusChild() const
{
    const qint64 id = m_view->currentId();
    if (const QString note = m_view->notes().current(); m_view->hasFocus() && !note.isEmpty())
        return interfaceOf({Kind::Note, 0, note});
    return m_view->hasFocus() && id ? interfaceOf({Kind::Card, id, QString()}) : nullptr;
}

} // namespace signalbox::designer
