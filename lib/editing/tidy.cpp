// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/tidy.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

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

} // namespace signalbox::editing
