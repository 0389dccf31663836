// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of a card lie, and the ways that lines take.
#include "drawing/cardgeometry.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using drawing::Card;
using drawing::CardGeometry;

namespace {

Card cardWith(int ports)
{
    Card card;
    card.summary = u"does it"_s;
    for (int i = 0; i < ports; ++i)
        card.ports.append({QString(), u"port"_s, QString(), std::nullopt});
    card.hasPortRows = ports > 1;
    return card;
}

/// Points along the whole path.
QList<QPointF> along(const QPainterPath &path)
{
    constexpr int steps = 200;
    QList<QPointF> points;
    for (int i = 0; i <= steps; ++i)
        points.append(path.pointAtPercent(static_cast<double>(i) / steps));
    return points;
}

bool touches(const QPainterPath &path, const QRectF &rect)
{
    const QList<QPointF> points = along(path);
    return std::any_of(points.begin(), points.end(), [&rect](QPointF point) { return rect.contains(point); });
}

/// A card of three ports and one of one at these places, and the line from a port to the other's input.
struct Pair {
    QPointF fromPlace;
    QPointF toPlace;
    drawing::Sizes sizes = {};
    Card source = cardWith(3);
    Card target = cardWith(1);

    QRectF from() const { return CardGeometry(source, sizes).rect().translated(fromPlace); }
    QRectF to() const { return CardGeometry(target, sizes).rect().translated(toPlace); }
    QPointF start(int port) const { return fromPlace + CardGeometry(source, sizes).port(port); }
    QPointF end() const { return toPlace + CardGeometry(target, sizes).input(); }
    QPainterPath path(int port, std::span<const QRectF> obstacles = {}) const
    {
        return drawing::edgePath(start(port), end(), from(), to(), obstacles);
    }
};

} // namespace

class CardGeometryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void withRows();
    void withOnePort();
    void withoutSummary();
    void portAt_data();
    void portAt();
    void endsOfEdges_data();
    void endsOfEdges();
    void linesOfOneCardStayApart();
    void besideItGoesStraight();
    void backAroundBelow();
    void backThroughTheGap();
    void toItself();
    void aroundACard_data();
    void aroundACard();
    void backBelowObstacles();
    void cannotBeAvoided();
    void manyObstacles();
    void loose();
};

void CardGeometryTest::withRows()
{
    const drawing::Sizes sizes;
    const Card card = cardWith(3);
    const CardGeometry g(card, sizes);
    QCOMPARE(g.rect(), QRectF(0, 0, 232, 124));
    QCOMPARE(g.iconRect(), QRectF(12, 10, 32, 32));
    QCOMPARE(g.nameRect(), QRectF(54, 9.5, 166, 17));
    QCOMPARE(g.summaryRect(), QRectF(54, 26.5, 166, 16));
    QCOMPARE(g.input(), QPointF(0, 26));
    QCOMPARE(g.port(0), QPointF(232, 63));
    QCOMPARE(g.port(2), QPointF(232, 107));
    QCOMPARE(g.portRow(1), QRectF(12, 74, 220, 22));
    QVERIFY(g.rect().contains(g.portRow(2)));
}

void CardGeometryTest::withOnePort()
{
    const drawing::Sizes sizes;
    const Card card = cardWith(1);
    const CardGeometry g(card, sizes);
    QCOMPARE(g.rect(), QRectF(0, 0, 232, 52));
    QCOMPARE(g.port(0), QPointF(232, 26));
    QVERIFY(g.portRow(0).isEmpty());
}

void CardGeometryTest::withoutSummary()
{
    const drawing::Sizes sizes;
    Card card = cardWith(1);
    card.summary.clear();
    const CardGeometry g(card, sizes);
    QCOMPARE(g.nameRect().center().y(), 26.0); // alone, the name stands in the middle
    QVERIFY(g.summaryRect().isEmpty());
}

void CardGeometryTest::portAt_data()
{
    QTest::addColumn<int>("ports");
    QTest::addColumn<QPointF>("point");
    QTest::addColumn<int>("port");
    QTest::newRow("pip") << 3 << QPointF(232, 85) << 1;
    QTest::newRow("outside, near the pip") << 3 << QPointF(240, 85) << 1;
    QTest::newRow("outside, too far") << 3 << QPointF(243, 85) << -1;
    QTest::newRow("label") << 3 << QPointF(180, 104) << 2;
    QTest::newRow("between two pips, nearer to the lower") << 3 << QPointF(233, 76) << 1;
    QTest::newRow("header") << 3 << QPointF(100, 20) << -1;
    QTest::newRow("one port: pip") << 1 << QPointF(230, 28) << 0;
    QTest::newRow("one port: card") << 1 << QPointF(200, 26) << -1;
    QTest::newRow("none") << 0 << QPointF(232, 26) << -1;
}

void CardGeometryTest::portAt()
{
    QFETCH(const int, ports);
    QFETCH(const QPointF, point);
    QFETCH(const int, port);
    const drawing::Sizes sizes;
    const Card card = cardWith(ports);
    QCOMPARE(CardGeometry(card, sizes).portAt(point), port);
}

void CardGeometryTest::endsOfEdges_data()
{
    QTest::addColumn<QPointF>("place");
    for (const double x : {-900.0, -232.0, 0.0, 235.0, 270.0, 400.0, 2000.0}) {
        for (const double y : {-800.0, -60.0, 0.0, 60.0, 200.0, 800.0})
            QTest::addRow("%g, %g", x, y) << QPointF(x, y);
    }
}

void CardGeometryTest::endsOfEdges()
{
    QFETCH(const QPointF, place);
    const Pair pair{{0, 0}, place};
    for (int port = 0; port < 3; ++port) {
        const QPainterPath path = pair.path(port);
        QCOMPARE(QPointF(path.elementAt(0)), pair.start(port));
        QCOMPARE(path.currentPosition(), pair.end() - QPointF(7, 0)); // where the arrow's tip touches the pip
        // It leaves to the right and comes from the left, so that the arrow lies level.
        QVERIFY(path.pointAtPercent(0.01).x() > pair.start(port).x());
        const QPointF before = path.elementAt(path.elementCount() - 2);
        QCOMPARE(before.y(), path.currentPosition().y());
        QVERIFY(before.x() < path.currentPosition().x());
    }
}

void CardGeometryTest::besideItGoesStraight()
{
    // Cards one step of the grid apart: the line stays between them, whatever else is too near to be led around.
    const drawing::Sizes sizes;
    const Card one = cardWith(1);
    const CardGeometry g(one, sizes);
    for (const double gap : {8.0, 16.0, 24.0, 34.0}) {
        const QPointF place(g.rect().width() + gap, gap / 16);
        const QPainterPath path = drawing::edgePath(g.port(0), place + g.input(), g.rect(), g.rect().translated(place));
        const QRectF between(g.rect().right(), g.port(0).y(), gap, gap / 16);
        QVERIFY2(between.adjusted(-0.01, -0.01, 0.01, 0.01).contains(path.boundingRect()), qPrintable(QString::number(gap)));
    }
}

void CardGeometryTest::linesOfOneCardStayApart()
{
    // To one target, below or above: halfway, the lines are some pixels from each other, and in an order without crossings.
    const Pair down{{0, 0}, {340, 300}};
    const Pair up{{0, 0}, {340, -300}};
    for (int port = 0; port < 2; ++port) {
        const double downGap = down.path(port).pointAtPercent(0.5).x() - down.path(port + 1).pointAtPercent(0.5).x();
        QVERIFY2(downGap > 2, qPrintable(QString::number(downGap)));
        const double upGap = up.path(port + 1).pointAtPercent(0.5).x() - up.path(port).pointAtPercent(0.5).x();
        QVERIFY2(upGap > 2, qPrintable(QString::number(upGap)));
    }
}

void CardGeometryTest::backAroundBelow()
{
    const Pair pair{{600, 0}, {0, 20}};
    const double bottom = std::max(pair.from().bottom(), pair.to().bottom());
    double outermost = 0;
    for (int port = 2; port >= 0; --port) {
        const QRectF box = pair.path(port).boundingRect();
        QVERIFY(box.bottom() > bottom + 20);
        QVERIFY(box.right() > outermost); // the upper the port, the further out
        outermost = box.right();
        QVERIFY(box.left() < pair.to().left() - 20);
        QVERIFY(!touches(pair.path(port), pair.to().adjusted(-1, -1, 1, 1)));
        QVERIFY(!touches(pair.path(port), pair.from().adjusted(0, 0, -1, 0)));
    }
}

void CardGeometryTest::backThroughTheGap()
{
    const Pair pair{{600, 0}, {0, 400}};
    const QRectF box = pair.path(1).boundingRect();
    QVERIFY(box.bottom() <= pair.end().y() + 1);
    const QRectF inTheGap(300, 150, 20, 120); // something stands there: then below everything
    const QRectF other = pair.path(1, std::array{inTheGap, QRectF(300, 160, 232, 200)}).boundingRect();
    QVERIFY(other.bottom() > pair.to().bottom());
}

void CardGeometryTest::toItself()
{
    Pair pair{{0, 0}, {0, 0}};
    const QPainterPath path = drawing::edgePath(pair.start(0), CardGeometry(pair.source, pair.sizes).input(), pair.from(), pair.from());
    QVERIFY(path.boundingRect().bottom() > pair.from().bottom());
    QVERIFY(!touches(path, pair.from().adjusted(1, 1, -1, -1)));
}

void CardGeometryTest::aroundACard_data()
{
    QTest::addColumn<QPointF>("target");
    QTest::addColumn<QRectF>("card");
    QTest::newRow("in the middle of the way") << QPointF(800, 0) << QRectF(400, 0, 232, 124);
    QTest::newRow("a little higher") << QPointF(800, 0) << QRectF(400, -60, 232, 124);
    QTest::newRow("a little lower") << QPointF(800, 0) << QRectF(400, 40, 232, 124);
    QTest::newRow("between two rows") << QPointF(800, 300) << QRectF(400, 120, 232, 124);
    QTest::newRow("above the target") << QPointF(800, 300) << QRectF(500, 180, 232, 90);
}

void CardGeometryTest::aroundACard()
{
    QFETCH(const QPointF, target);
    QFETCH(const QRectF, card);
    const Pair pair{{0, 0}, target};
    const std::array obstacles{pair.from(), card, pair.to()};
    QVERIFY(touches(pair.path(0), card)); // the plain way goes under it
    const QPainterPath path = pair.path(0, obstacles);
    QVERIFY(!touches(path, card));
    QVERIFY(!touches(path, pair.to()));
    QCOMPARE(path.currentPosition(), pair.end() - QPointF(7, 0));
}

void CardGeometryTest::backBelowObstacles()
{
    const Pair pair{{900, 0}, {0, 0}};
    const std::array obstacles{pair.from(), pair.to(), QRectF(400, 100, 232, 124), QRectF(640, 180, 232, 124)};
    const QPainterPath path = pair.path(1, obstacles);
    for (const QRectF &rect : obstacles)
        QVERIFY(!touches(path, rect.adjusted(1, 1, -1, -1)));
}

void CardGeometryTest::cannotBeAvoided()
{
    // A wall from far above to far below: the line goes under it rather than nowhere.
    const Pair pair{{0, 0}, {800, 0}};
    std::vector<QRectF> wall;
    for (int y = -3000; y < 3000; y += 100)
        wall.emplace_back(400, y, 232, 99);
    QCOMPARE(pair.path(0, wall).currentPosition(), pair.end() - QPointF(7, 0));
}

void CardGeometryTest::manyObstacles()
{
    const Pair pair{{0, 0}, {4000, 0}};
    constexpr int count = 100000;
    std::vector<QRectF> cards;
    cards.reserve(count);
    for (int i = 0; i < count; ++i)
        cards.emplace_back(300 + i % 50, i % 40 - 20, 10, 10);
    QCOMPARE(pair.path(0, cards), pair.path(0)); // more than it looks at
}

void CardGeometryTest::loose()
{
    const QPainterPath path = drawing::looseEdgePath({10, 20}, {200, 90});
    QCOMPARE(QPointF(path.elementAt(0)), QPointF(10, 20));
    QCOMPARE(path.currentPosition(), QPointF(200, 90));
    QVERIFY(path.pointAtPercent(0.01).x() > 10);
    QCOMPARE(drawing::looseEdgePath({10, 20}, {10, 20}).currentPosition(), QPointF(10, 20));
}

QTEST_GUILESS_MAIN(CardGeometryTest)
#include "tst_cardgeometry.moc"
