// SPDX-License-Identifier: GPL-3.0-or-later
// The curves of transitions: a plain cubic where the target lies to the right and the way is free, else a road of straight parts
// with rounded corners.
#include "drawing/cardgeometry.h"

#include <QVarLengthArray>

#include <array>

namespace signalbox::drawing {

namespace {

constexpr double tipGap = 7;      ///< from the arrow's tip to the input's middle
constexpr double leastReach = 60; ///< of a cubic's control points, unless the way is shorter
constexpr double mostReachShare = 0.85;
constexpr double arrowRun = 9;      ///< the last part is level, so that the arrow's head lies open
constexpr double gentlest = 16;     ///< least reach of a cubic whose steep part is shifted
constexpr double reachShare = 0.45; ///< of the way to the right
constexpr double leastForward = 28; ///< a target less far to the right is behind,
constexpr double leastLevel = 1;    ///< unless it stands beside, this far at least
constexpr double steepest = 0.75;   ///< and the way there is no steeper than this
constexpr double side = 26;         ///< from a card to the upright parts beside it
constexpr double lane = 8;          ///< between roads that leave the same card
constexpr double laneRow = 22;      ///< ports so far apart take lanes beside each other
constexpr double lastPort = 17;     ///< from the last port to the card's lower border
constexpr double mostRows = 2;      ///< above the last port that take lanes of their own
constexpr double below = 30;        ///< from cards to the level part below them
constexpr double corner = 18;       ///< radius
constexpr double margin = 10;       ///< to obstacles
constexpr qsizetype mostObstacles = 64;
constexpr int rounds = 6;   ///< of giving way to obstacles
constexpr int samples = 24; ///< of a cubic when it is looked at

using Obstacles = QVarLengthArray<QRectF, mostObstacles>;
using Points = QVarLengthArray<QPointF, 6>;

/// Leaves to the right and arrives from the left; its steep part lies up to so far to the right of the middle.
struct Cubic {
    Cubic(QPointF from, QPointF to, double shift)
        : start(from), tip(to), bend(to - QPointF(std::min(arrowRun, std::abs(to.x() - from.x()) / 2), 0))
    {
        const double way = std::abs(bend.x() - start.x());
        const double plain = std::max(way * reachShare, std::min(leastReach, way * mostReachShare));
        const double shifted = std::min(shift, std::max(0.0, plain - gentlest));
        reach.setX(plain + shifted);
        reachBack.setX(plain - shifted);
    }

    QPointF start;
    QPointF tip;
    QPointF bend; ///< where the curve ends and the last level part begins
    QPointF reach;
    QPointF reachBack;

    QPointF at(double t) const
    {
        const double u = 1 - t;
        return u * u * u * start + 3 * u * u * t * (start + reach) + 3 * u * t * t * (bend - reachBack) + t * t * t * bend;
    }
    QPainterPath path() const
    {
        QPainterPath path(start);
        path.cubicTo(start + reach, bend - reachBack, bend);
        path.lineTo(tip);
        return path;
    }
};

QPainterPath rounded(const Points &points)
{
    QPainterPath path(points.first());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QLineF in(points[i], points[i - 1]);
        const QLineF out(points[i], points[i + 1]);
        const double radius = std::min({corner, in.length() / 2, out.length() / 2});
        if (radius <= 0)
            continue;
        path.lineTo(in.pointAt(radius / in.length()));
        path.quadTo(points[i], out.pointAt(radius / out.length()));
    }
    path.lineTo(points.last());
    return path;
}

/// An upright or level line meets the rectangle.
bool meets(const QRectF &rect, QPointF a, QPointF b)
{
    return std::max(a.x(), b.x()) > rect.left() && std::min(a.x(), b.x()) < rect.right() && std::max(a.y(), b.y()) > rect.top() &&
           std::min(a.y(), b.y()) < rect.bottom();
}

bool isFree(const Cubic &curve, const Obstacles &obstacles)
{
    if (obstacles.isEmpty())
        return true;
    for (int i = 1; i < samples; ++i) {
        const QPointF point = curve.at(static_cast<double>(i) / samples);
        if (std::any_of(obstacles.begin(), obstacles.end(), [point](const QRectF &rect) { return rect.contains(point); }))
            return false;
    }
    return true;
}

bool isFree(const Points &points, const Obstacles &obstacles)
{
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (std::any_of(obstacles.begin(), obstacles.end(), [&](const QRectF &rect) { return meets(rect, points[i - 1], points[i]); }))
            return false;
    }
    return true;
}

/// Cards that stand near the way and at neither end of it, grown by the margin.
Obstacles nearby(std::span<const QRectF> all, QPointF start, QPointF end, const QRectF &from, const QRectF &to)
{
    constexpr double around = 120;
    const QRectF region = from.united(to).adjusted(-around, -around, around, around);
    Obstacles near;
    for (const QRectF &rect : all) {
        if (!rect.intersects(region) || rect.intersects(from) || rect.intersects(to))
            continue;
        const QRectF grown = rect.adjusted(-margin, -margin, margin, margin);
        if (grown.contains(start) || grown.contains(end))
            continue;
        if (near.size() == mostObstacles)
            return {};
        near.append(grown);
    }
    return near;
}

/// How far right a cubic's steep part lies, so that lines of one card to one target stay apart and do not cross: going down, those of
/// upper ports further right; going up, the other way round.
double shiftOf(QPointF start, QPointF tip, const QRectF &from)
{
    constexpr double nearlyLevel = 22;
    const bool isOnlyPort = std::abs(start.y() - from.center().y()) < 0.5;
    if (isOnlyPort || std::abs(tip.y() - start.y()) < nearlyLevel)
        return 0;
    const double rows = std::clamp((from.bottom() - start.y() - lastPort) / laneRow, 0.0, mostRows); // above the last port
    return lane * (tip.y() > start.y() ? rows : mostRows - rows);
}

/// Right out of the port, up or down, level, up or down, and right into the input.
struct Road {
    QPointF start;
    QPointF tip;
    double right; ///< x of the upright part behind the port
    double level; ///< y of the level part
    double left;  ///< x of the upright part before the input

    Points points() const { return {start, {right, start.y()}, {right, level}, {left, level}, {left, tip.y()}, tip}; }

    /// Moves the upright parts outwards and the level one on in its direction until they are free, or the rounds are over.
    void giveWay(const Obstacles &obstacles, bool downwards)
    {
        for (int round = 0; round < rounds; ++round) {
            bool moved = false;
            for (const QRectF &rect : obstacles) {
                if (meets(rect, {right, start.y()}, {right, level})) {
                    right = rect.right();
                    moved = true;
                }
                if (meets(rect, {left, level}, {left, tip.y()})) {
                    left = rect.left();
                    moved = true;
                }
                if (meets(rect, {left, level}, {right, level})) {
                    level = downwards ? rect.bottom() : rect.top();
                    moved = true;
                }
            }
            if (!moved)
                return;
        }
    }
};

/// The target lies behind: through the gap above it where there is one, else around below both cards.
QPainterPath back(const Road &plain, const QRectF &from, const QRectF &to, double offset, const Obstacles &obstacles)
{
    Road road = plain;
    const double gap = to.top() - from.bottom();
    if (gap >= 2 * below) {
        constexpr double middleLane = 2 * lane;
        road.level = from.bottom() + gap / 2 + std::clamp(offset - middleLane, -middleLane, middleLane);
        road.left = plain.left + offset - std::max(0.0, 2 * middleLane - offset); // the upper road is the outer one here
        if (isFree(road.points(), obstacles))
            return rounded(road.points());
    }
    road.level = std::max(from.bottom(), to.bottom()) + below + offset;
    road.giveWay(obstacles, true);
    return rounded(road.points());
}

/// The cubic would go under cards: one bend where that is enough, else above or below what is in the way.
std::optional<QPainterPath> around(const Road &plain, const Obstacles &obstacles)
{
    for (const double x : std::array{plain.left, plain.right}) {
        const Points bend{plain.start, {x, plain.start.y()}, {x, plain.tip.y()}, plain.tip};
        if (isFree(bend, obstacles))
            return rounded(bend);
    }
    const double middle = (plain.start.y() + plain.tip.y()) / 2;
    std::optional<QPainterPath> best;
    double least = 0;
    for (const bool downwards : {false, true}) {
        Road road = plain;
        road.level = downwards ? std::max(plain.start.y(), plain.tip.y()) : std::min(plain.start.y(), plain.tip.y());
        road.giveWay(obstacles, downwards);
        const double detour = std::abs(road.level - middle);
        if (road.right < road.left && isFree(road.points(), obstacles) && (!best || detour < least)) {
            best = rounded(road.points());
            least = detour;
        }
    }
    return best;
}

} // namespace

QPainterPath edgePath(QPointF start, QPointF end, const QRectF &from, const QRectF &to, std::span<const QRectF> obstacles)
{
    const QPointF tip = end - QPointF(tipGap, 0);
    const Obstacles near = nearby(obstacles, start, end, from, to);
    // Ports further up take the outer lanes, so that roads of one card do not cross.
    const double offset = lane * std::max(0.0, from.bottom() - start.y()) / laneRow;
    const Road plain{start, tip, start.x() + side + offset, 0, end.x() - side - offset};
    const QPointF way = tip - start;
    const bool isBeside = way.x() >= leastLevel && std::abs(way.y()) <= steepest * way.x();
    if (way.x() < leastForward && !isBeside)
        return back(plain, from, to, offset, near);
    const Cubic direct{start, tip, shiftOf(start, tip, from)};
    if (isFree(direct, near))
        return direct.path();
    return around(plain, near).value_or(direct.path());
}

QPainterPath looseEdgePath(QPointF start, QPointF end)
{
    return Cubic{start, end, 0}.path();
}

} // namespace signalbox::drawing
