// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/tidy.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace signalbox::editing {

namespace {

constexpr double unitsPerInch = 72; // dot measures in inches
constexpr double columnGap = 56;    // between cards
constexpr double rowGap = 28;

QByteArray inches(double units)
{
    return QByteArray::number(units / unitsPerInch, 'f', 4);
}

/// Between two rectangles, squared; 0 where they meet.
double distance(const QRectF &a, const QRectF &b)
{
    const double across = std::max({0.0, a.left() - b.right(), b.left() - a.right()});
    const double down = std::max({0.0, a.top() - b.bottom(), b.top() - a.bottom()});
    return across * across + down * down;
}

QPointF moveNear(const QRectF &rect, const QList<TidyMove> &moves)
{
    const auto nearest = std::min_element(moves.begin(), moves.end(), [&rect](const TidyMove &a, const TidyMove &b) {
        return distance(rect, a.before) < distance(rect, b.before);
    });
    return nearest == moves.end() ? QPointF() : nearest->after.topLeft() - nearest->before.topLeft();
}

/// Around all of these that lay inside it.
QRectF around(const QRectF &frame, const QList<TidyMove> &moves)
{
    QRectF before;
    QRectF after;
    for (const TidyMove &move : moves) {
        if (!frame.contains(move.before))
            continue;
        before |= move.before;
        after |= move.after;
    }
    if (before.isEmpty())
        return frame;
    return after.adjusted(frame.left() - before.left(), frame.top() - before.top(), frame.right() - before.right(),
                          frame.bottom() - before.bottom());
}

} // namespace

QStringList tidyArguments()
{
    return {QStringLiteral("-Tplain")};
}

QByteArray tidyGraph(const QList<TidyNode> &nodes, const QList<TidyEdge> &edges)
{
    QByteArray text = "digraph {\nrankdir=LR;\nnodesep=" + inches(rowGap) + ";\nranksep=" + inches(columnGap) +
                      ";\nnode [shape=box, fixedsize=true, label=\"\"];\n";
    QSet<qint64> known;
    for (const TidyNode &node : nodes) {
        known.insert(node.id);
        text += QByteArray::number(node.id) + " [width=" + inches(node.size.width()) + ", height=" + inches(node.size.height()) + "];\n";
    }
    for (const TidyEdge &edge : edges) {
        if (known.contains(edge.from) && known.contains(edge.to))
            text += QByteArray::number(edge.from) + " -> " + QByteArray::number(edge.to) + ";\n";
    }
    return text + "}\n";
}

core::Result<QHash<qint64, QPointF>> readTidy(QByteArrayView answer, const QList<TidyNode> &nodes)
{
    QHash<qint64, QSizeF> sizes;
    for (const TidyNode &node : nodes)
        sizes.insert(node.id, node.size);
    QHash<qint64, QPointF> places;
    double left = std::numeric_limits<double>::max();
    double top = left;
    const QList<QByteArray> lines = answer.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() < 4 || words[0] != "node")
            continue;
        bool isId = false;
        bool isX = false;
        bool isY = false;
        const qint64 id = words[1].toLongLong(&isId);
        const double x = words[2].toDouble(&isX) * unitsPerInch;
        const double y = words[3].toDouble(&isY) * unitsPerInch;
        const auto size = sizes.constFind(id);
        if (!isId || !isX || !isY || size == sizes.constEnd())
            break;
        // Middles come in, y upwards.
        const QPointF place(x - size->width() / 2, -y - size->height() / 2);
        left = std::min(left, place.x());
        top = std::min(top, place.y());
        places.insert(id, place);
    }
    if (places.size() != sizes.size())
        return core::fail(QStringLiteral("tidy.unreadable"),
                          QCoreApplication::translate("Tidy", "The layout that “dot” made cannot be read. Nothing was moved."));
    for (QPointF &place : places)
        place -= QPointF(left, top);
    return places;
}

QList<QRectF> tidyNotes(const QList<TidyNote> &notes, const QList<TidyMove> &moves, const std::stop_token &stop)
{
    QList<QRectF> rects;
    QList<TidyMove> all = moves; // and notes, and frames from the smallest: a larger one may be around them
    QList<qsizetype> frames;
    for (qsizetype i = 0; i < notes.size(); ++i) {
        const QRectF &rect = notes.at(i).rect;
        rects.append(notes.at(i).isFrame || stop.stop_requested() ? rect : rect.translated(moveNear(rect, moves)));
        if (notes.at(i).isFrame)
            frames.append(i);
        else
            all.append({rect, rects.last()});
    }
    const auto area = [&notes](qsizetype i) {
        return notes.at(i).rect.width() * notes.at(i).rect.height();
    };
    std::stable_sort(frames.begin(), frames.end(), [&area](qsizetype a, qsizetype b) { return area(a) < area(b); });
    for (const qsizetype i : std::as_const(frames)) {
        if (stop.stop_requested())
            break;
        rects[i] = around(rects.at(i), all);
        all.append({notes.at(i).rect, rects.at(i)});
    }
    return rects;
}

} // namespace signalbox::editing
