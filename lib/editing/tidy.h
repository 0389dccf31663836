// SPDX-License-Identifier: GPL-3.0-or-later
// A layered layout, by Graphviz' dot: what it is asked and what its answer says. Running it is the caller's: it takes seconds for thousands
// of components.
#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <stop_token>

namespace signalbox::editing {

struct TidyNode {
    qint64 id = 0;
    QSizeF size; ///< in any unit; places come in the same
};

struct TidyEdge {
    qint64 from = 0;
    qint64 to = 0;
};

/// dot's input. Edges to what is no node are left out.
QByteArray tidyGraph(const QList<TidyNode> &nodes, const QList<TidyEdge> &edges);

/// The arguments that dot is started with.
QStringList tidyArguments();

/// Upper left corners from dot's answer, the leftmost at x = 0, the topmost at y = 0. Error: tidy.unreadable.
core::Result<QHash<qint64, QPointF>> readTidy(QByteArrayView answer, const QList<TidyNode> &nodes);

/// A component before and after; those that stay, too.
struct TidyMove {
    QRectF before;
    QRectF after;
};

struct TidyNote {
    QRectF rect;
    bool isFrame = false;
};

/// Where notes and frames come to lie when components move: a note goes with the component that is nearest to it, a frame goes around all
/// that it was around, as closely as before; around nothing, it stays. In the order of notes. Looks at each component for each note: not
/// for the interface thread. Once it is to stop, the rest stays where it is.
QList<QRectF> tidyNotes(const QList<TidyNote> &notes, const QList<TidyMove> &moves, const std::stop_token &stop = {});

} // namespace signalbox::editing
