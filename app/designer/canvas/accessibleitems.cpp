// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/accessibleitems.h"

#include "designer/canvas/linktool.h"
#include "drawing/runtext.h"

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

/// Not tr(): the action interface has one of its own.
QString spoken(const char *text)
{
    return QCoreApplication::translate("CanvasAccessible", text);
}

/// Half of a port's extent, in the scene's pixels: what a finger would aim at.
constexpr double portReach = 8;

/// What cards, ports, transitions and notes have in common: a place on the canvas, a parent, one action.
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
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }
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
        if (const JumpItem *const jump = m_view->canvas().jumpFrom(m_id))
            parts << spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "goes on at %1")).arg(m_view->canvas().card(jump->to())->card().name);
        if (const QString run = drawing::spokenRun(card->run(), card->card()); !run.isEmpty())
            parts << run;
        return parts.join(u". "_s);
    }

    int childCount() const override { return static_cast<int>(ports().size()); }
    QAccessibleInterface *child(int index) const override
    {
        const QList<drawing::CardPort> all = ports();
        return index >= 0 && index < all.size() ? portAt(all[index]) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QList<drawing::CardPort> all = ports();
        const auto found = std::ranges::find_if(all, [this, child](const drawing::CardPort &port) { return portAt(port) == child; });
        return found == all.end() ? -1 : static_cast<int>(found - all.begin());
    }

protected:
    QList<drawing::CardPort> ports() const
    {
        const CardItem *const card = m_view->canvas().card(m_id);
        return card ? QList<drawing::CardPort>(card->card().ports.begin(), card->card().ports.end()) : QList<drawing::CardPort>();
    }
    QAccessibleInterface *portAt(const drawing::CardPort &port) const
    {
        return CanvasAccessible::of(*m_view)->interfaceOf({CanvasAccessible::Kind::Port, m_id, port.outcome});
    }
    QGraphicsItem *item() const override { return m_view->canvas().card(m_id); }
    QRectF extent(const QGraphicsItem &shown) const override { return static_cast<const CardItem &>(shown).cardRect(); }
    void select() override { m_view->goTo(m_id); }
    void open() override { Q_EMIT m_view->opened(m_id); }

private:
    qint64 m_id;
};

/// A way out of a card. Its action begins a transition there, as the port's number does on the keyboard.
class PortAccessible final : public ItemAccessible
{
public:
    PortAccessible(CanvasView *view, qint64 from, QString outcome) : ItemAccessible(view), m_from(from), m_outcome(std::move(outcome)) {}

    QAccessible::Role role() const override { return QAccessible::PushButton; }
    QAccessibleInterface *parent() const override
    {
        return CanvasAccessible::of(*m_view)->interfaceOf({CanvasAccessible::Kind::Card, m_from, QString()});
    }
    bool isValid() const override { return ItemAccessible::isValid() && port(); }
    QAccessible::State state() const override
    {
        QAccessible::State state = ItemAccessible::state(); // of its card, which alone is selected and has the focus
        state.selectable = state.focusable = state.selected = state.focused = false;
        state.invalid = !isValid();
        return state;
    }
    QString text(QAccessible::Text kind) const override
    {
        const drawing::CardPort *const shown = port();
        if (!shown || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        if (kind == QAccessible::Name)
            return shown->title;
        const CardItem *const target = shown->target ? m_view->canvas().card(*shown->target) : nullptr;
        return target ? spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "%1 leads to %2")).arg(shown->title, target->card().name)
                      : spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "%1 is not set")).arg(shown->title);
    }

protected:
    const drawing::CardPort *port() const
    {
        const CardItem *const card = m_view->canvas().card(m_from);
        const int index = card ? card->portOf(m_outcome) : -1;
        return index >= 0 ? &card->card().ports[index] : nullptr;
    }
    QGraphicsItem *item() const override { return m_view->canvas().card(m_from); }
    QRectF extent(const QGraphicsItem &shown) const override
    {
        const auto &card = static_cast<const CardItem &>(shown);
        const QPointF at = card.portPoint(card.portOf(m_outcome));
        return {at - QPointF(portReach, portReach), QSizeF(2 * portReach, 2 * portReach)};
    }
    void select() override { m_view->goTo(m_from); }
    void open() override { m_view->linkTool().beginWithKeys(m_from, m_outcome); }

private:
    qint64 m_from;
    QString m_outcome;
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
        if (!from || !to)
            return {};
        if (kind == QAccessible::Description)
            return drawing::spokenRun(edge->run());
        if (kind != QAccessible::Name)
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

class NoteAccessible final : public ItemAccessible
{
public:
    NoteAccessible(CanvasView *view, QString id) : ItemAccessible(view), m_id(std::move(id)) {}

    QAccessible::Role role() const override
    {
        const NoteItem *const note = m_view->canvas().notes().item(m_id);
        return note && note->isFrame() ? QAccessible::Grouping : QAccessible::Note;
    }
    QString text(QAccessible::Text kind) const override
    {
        const NoteItem *const note = m_view->canvas().notes().item(m_id);
        if (!note || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        const QString role = note->isFrame() ? spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "Frame"))
                                             : spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "Note"));
        if (kind == QAccessible::Description)
            return role;
        return note->note().text.isEmpty() ? spoken(QT_TRANSLATE_NOOP("CanvasAccessible", "%1 without a text")).arg(role)
                                           : note->note().text;
    }

protected:
    QGraphicsItem *item() const override { return m_view->canvas().notes().item(m_id); }
    QRectF extent(const QGraphicsItem &shown) const override { return static_cast<const NoteItem &>(shown).noteRect(); }
    void select() override { m_view->notes().goTo(m_id); }
    void open() override { m_view->notes().edit(m_id); }

private:
    QString m_id;
};

} // namespace

QAccessibleInterface *accessibleItem(CanvasView &view, const CanvasAccessible::Key &key)
{
    switch (key.kind) {
    case CanvasAccessible::Kind::Card:
        return new CardAccessible(&view, key.id);
    case CanvasAccessible::Kind::Port:
        return new PortAccessible(&view, key.id, key.outcome);
    case CanvasAccessible::Kind::Note:
        return new NoteAccessible(&view, key.outcome);
    case CanvasAccessible::Kind::Transition:
        break;
    }
    return new EdgeAccessible(&view, key.id, key.outcome);
}

} // namespace signalbox::designer
