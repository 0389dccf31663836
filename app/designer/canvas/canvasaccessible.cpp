// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasaccessible.h"

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

/// Not tr(): the action interface has one of its own.
QString spoken(const char *text)
{
    return QCoreApplication::translate("CanvasAccessible", text);
}

/// What cards and transitions have in common: a place on the canvas, the canvas as the parent, one action.
class ItemAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    explicit ItemAccessible(CanvasView *view) : m_view(view) {}

    bool isValid() const override { return m_view && item(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QRect rect() const override
    {
        const QGraphicsItem *const shown = item();
        if (!shown)
            return {};
        const QRect seen = m_view->mapFromScene(extent(*shown)).boundingRect();
        return {m_view->viewport()->mapToGlobal(seen.topLeft()), seen.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const QGraphicsItem *const shown = item();
        state.invalid = !shown;
        state.selectable = true;
        state.focusable = true;
        state.selected = shown && shown->isSelected();
        state.focused = state.selected && m_view->hasFocus();
        state.offscreen = shown && !rect().intersects(QRect(m_view->mapToGlobal(QPoint()), m_view->size()));
        return state;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        select();
        m_view->setFocus(Qt::OtherFocusReason);
        if (action == pressAction())
            open();
    }

protected:
    virtual QGraphicsItem *item() const = 0;
    virtual QRectF extent(const QGraphicsItem &shown) const { return shown.sceneBoundingRect(); }
    virtual void select() = 0;
    virtual void open() {}

    CanvasView *m_view;
};

class CardAccessible final : public ItemAccessible
{
public:
    CardAccessible(CanvasView *view, qint64 id) : ItemAccessible(view), m_id(id) {}

    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override
    {
        const CardItem *const card = m_view->canvas().card(m_id);
        if (!card)
            return {};
        if (kind == QAccessible::Name)
            return card->card().name;
        if (kind != QAccessible::Description)
            return {};
        QStringList parts{m_view->titleOf(card->card().type)};
        if (!card->card().summary.isEmpty())
            parts << card->card().summary;
        if (card->state().hasError)
            parts << spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "has errors"));
        else if (card->state().hasWarning)
            parts << spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "has warnings"));
        for (const drawing::CardPort &port : card->card().ports) {
            const CardItem *const target = port.target ? m_view->canvas().card(*port.target) : nullptr;
            parts << (target ? spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "%1 leads to %2")).arg(port.title, target->card().name)
                             : spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "%1 is not set")).arg(port.title));
        }
        return parts.join(u". "_s);
    }

protected:
    QGraphicsItem *item() const override { return m_view->canvas().card(m_id); }
    QRectF extent(const QGraphicsItem &shown) const override { return static_cast<const CardItem &>(shown).cardRect(); }
    void select() override { m_view->goTo(m_id); }
    void open() override { Q_EMIT m_view->opened(m_id); }

private:
    qint64 m_id;
};

class EdgeAccessible final : public ItemAccessible
{
public:
    EdgeAccessible(CanvasView *view, qint64 from, QString outcome) : ItemAccessible(view), m_from(from), m_outcome(std::move(outcome)) {}

    QAccessible::Role role() const override { return QAccessible::Link; }
    QString text(QAccessible::Text kind) const override
    {
        const CardItem *const from = m_view->canvas().card(m_from);
        const EdgeItem *const edge = m_view->canvas().edge(m_from, m_outcome);
        const CardItem *const to = edge ? m_view->canvas().card(edge->to()) : nullptr;
        if (kind != QAccessible::Name || !from || !to)
            return {};
        return spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "%1 of %2 leads to %3"))
            .arg(from->card().ports[from->portOf(m_outcome)].title, from->card().name, to->card().name);
    }

protected:
    QGraphicsItem *item() const override { return m_view->canvas().edge(m_from, m_outcome); }
    void select() override
    {
        m_view->canvas().clearSelection();
        item()->setSelected(true);
        m_view->ensureVisible(item());
    }

private:
    qint64 m_from;
    QString m_outcome;
};

} // namespace

CanvasAccessible::CanvasAccessible(CanvasView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view)
{}

CanvasAccessible::~CanvasAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
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
    if (!QAccessible::isActive())
        return;
    auto *const canvas = static_cast<CanvasAccessible *>(QAccessible::queryAccessibleInterface(&view));
    QAccessibleInterface *const card = canvas ? canvas->interfaceOf(Key{id, QString()}) : nullptr;
    if (!card)
        return;
    QAccessibleEvent event(card, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

QList<CanvasAccessible::Key> CanvasAccessible::keys() const
{
    QList<Key> keys;
    const scenario::Scenario &scenario = m_view->session().scenario();
    CanvasScene &scene = m_view->canvas();
    for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
        const auto id = scenario.objectId(i);
        if (!id || scenario.indexOf(*id) != i || !scene.card(*id))
            continue;
        keys.append(Key{*id, QString()});
        const QList<EdgeItem *> edges = scene.edgesFrom(*id);
        for (const EdgeItem *edge : edges)
            keys.append(Key{*id, edge->outcome()});
    }
    return keys;
}

QAccessibleInterface *CanvasAccessible::interfaceOf(const Key &key) const
{
    if (const auto known = m_children.constFind(key); known != m_children.constEnd())
        return QAccessible::accessibleInterface(*known);
    QAccessibleInterface *const made = key.outcome.isNull() ? static_cast<QAccessibleInterface *>(new CardAccessible(m_view, key.id))
                                                            : new EdgeAccessible(m_view, key.id, key.outcome);
    m_children.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

int CanvasAccessible::childCount() const
{
    return static_cast<int>(keys().size());
}

QAccessibleInterface *CanvasAccessible::child(int index) const
{
    const QList<Key> all = keys();
    return index >= 0 && index < all.size() ? interfaceOf(all[index]) : nullptr;
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const QList<Key> all = keys();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (interfaceOf(all[i]) == child)
            return static_cast<int>(i);
    }
    return -1;
}

QAccessibleInterface *CanvasAccessible::childAt(int x, int y) const
{
    const QPointF point = m_view->mapToScene(m_view->viewport()->mapFromGlobal(QPoint(x, y)));
    if (const CardItem *card = m_view->canvas().cardAt(point))
        return interfaceOf(Key{card->id(), QString()});
    if (const EdgeItem *edge = m_view->canvas().edgeAt(point))
        return interfaceOf({edge->from(), edge->outcome()});
    return nullptr;
}

QAccessibleInterface *CanvasAccessible::focusChild() const
{
    const qint64 id = m_view->currentId();
    return m_view->hasFocus() && id ? interfaceOf(Key{id, QString()}) : nullptr;
}

} // namespace signalbox::designer
