// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas for screen readers: its cards, transitions and notes are children with names, extents, states and actions, and a card's
// ports are children of the card, though items are no objects of their own.
#pragma once

#include "designer/canvas/canvasview.h"

#include <QAccessibleWidget>
#include <QHash>

namespace signalbox::designer {

class CanvasAccessible final : public QAccessibleWidget
{
public:
    explicit CanvasAccessible(CanvasView *view);
    ~CanvasAccessible() override;

    /// That of the view, where install() was called.
    static CanvasAccessible *of(CanvasView &view);
    /// Makes the accessibility layer use it; once for the program.
    static void install();
    /// Tells that this card has the focus now.
    static void tellFocus(CanvasView &view, qint64 id);
    static void tellFocus(CanvasView &view, const QString &note);
    /// Tells that this card's description is other now.
    static void tellChange(CanvasView &view, qint64 id);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    enum class Kind : quint8 { Card, Port, Transition, Note };
    struct Key {
        Kind kind = Kind::Card;
        qint64 id = 0;   ///< the card, or that which it begins at
        QString outcome; ///< of a port or a transition; of a note, its id
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, static_cast<int>(key.kind), key.id, key.outcome); }
    };
    QAccessibleInterface *interfaceOf(const Key &key) const;

private:
    static void tell(CanvasView &view, const Key &key, QAccessible::Event what);
    struct Order {
        QList<Key> keys;
        QHash<Key, int> places;
    };
    /// The document's, made again after it has changed.
    const Order &order() const;

    CanvasView *m_view;
    mutable Order m_order;
    mutable bool m_isStale = true;
    mutable QHash<Key, QAccessible::Id> m_children;
    mutable QHash<QAccessible::Id, Key> m_keys; // of the same, the other way round
    QObject m_context;                          // what hears of changes
};

} // namespace signalbox::designer
