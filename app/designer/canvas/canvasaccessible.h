// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas for screen readers: its cards and transitions are children with names, extents, states and actions, though items are no
// objects of their own.
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

    /// Makes the accessibility layer use it; once for the program.
    static void install();
    /// Tells that this card has the focus now.
    static void tellFocus(CanvasView &view, qint64 id);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    /// A card (no outcome) or a transition.
    struct Key {
        qint64 id = 0;
        QString outcome;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.id, key.outcome); }
    };
    QList<Key> keys() const;
    QAccessibleInterface *interfaceOf(const Key &key) const;

    CanvasView *m_view;
    mutable QHash<Key, QAccessible::Id> m_children;
};

} // namespace signalbox::designer
