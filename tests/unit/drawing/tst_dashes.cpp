// SPDX-License-Identifier: GPL-3.0-or-later
// Paths cut into strokes.
#include "drawing/dashes.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class DashesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void alongALine();
    void overCorners();
    void alongACurve();
    void nothing();
    void withoutEnd();
    void within_data();
    void within();
};

void DashesTest::alongALine()
{
    QPainterPath path({10, 5});
    path.lineTo(40, 5);
    const QList<QLineF> expected{{12, 5, 19, 5}, {24, 5, 31, 5}, {36, 5, 40, 5}}; // the last is cut at the end
    QCOMPARE(drawing::dashesOf(path, 7, 5, 2), expected);
}

void DashesTest::overCorners()
{
    QPainterPath path({0, 0});
    path.lineTo(10, 0);
    path.lineTo(10, 10);
    const QList<QLineF> expected{{0, 0, 4, 0}, {8, 0, 10, 2}, {10, 6, 10, 10}};
    QCOMPARE(drawing::dashesOf(path, 4, 4, 0), expected);
}

void DashesTest::alongACurve()
{
    QPainterPath path({0, 0});
    path.cubicTo(100, 0, 0, 200, 100, 200);
    const QList<QLineF> dashes = drawing::dashesOf(path, 7, 5, 0);
    QVERIFY(std::abs(dashes.size() - path.length() / 12) < 2);
    for (qsizetype i = 0; i + 1 < dashes.size(); ++i) {
        QVERIFY(std::abs(dashes[i].length() - 7) < 0.1);
        QVERIFY(std::abs(QLineF(dashes[i].p2(), dashes[i + 1].p1()).length() - 5) < 0.1);
    }
}

void DashesTest::nothing()
{
    QVERIFY(drawing::dashesOf({}, 7, 5, 0).isEmpty());
    QVERIFY(drawing::dashesOf(QPainterPath({3, 3}), 7, 5, 0).isEmpty());
    QPainterPath shorter({0, 0});
    shorter.lineTo(5, 0);
    QVERIFY(drawing::dashesOf(shorter, 7, 5, 6).isEmpty());
}

void DashesTest::withoutEnd()
{
    QPainterPath path({0, 0});
    path.lineTo(1e9, 0);
    QCOMPARE(drawing::dashesOf(path, 7, 5, 0).size(), 20000);
}

void DashesTest::within_data()
{
    QTest::addColumn<QPainterPath>("path");
    QPainterPath line({-1e6, 12});
    line.lineTo(1e6, 12);
    QTest::newRow("across") << line;
    QPainterPath slope({-5e5, -5e5});
    slope.lineTo(5e5, 5e5);
    QTest::newRow("slope") << slope;
    QPainterPath corners({-90, 50});
    corners.lineTo(50, 50);
    corners.lineTo(50, 90);
    corners.lineTo(400, 90);
    QTest::newRow("corners") << corners;
    QPainterPath curve({-300, -300});
    curve.cubicTo(300, -300, -200, 400, 500, 300);
    QTest::newRow("curve") << curve;
    QPainterPath beside({-300, 300});
    beside.lineTo(300, 300);
    QTest::newRow("beside") << beside;
}

void DashesTest::within()
{
    QFETCH(const QPainterPath, path);
    const QRectF room(0, 0, 100, 100);
    const QList<QLineF> near = drawing::dashesOf(path, 7, 5, 3, room);
    QVERIFY(near.size() < 60);
    // What is there of a line that is short enough to be cut wholly: the same, and none is missing.
    if (path.length() < 20000 * 12) {
        const QList<QLineF> all = drawing::dashesOf(path, 7, 5, 3);
        for (const QLineF &dash : all) {
            const bool isNear = room.contains(dash.p1()) || room.contains(dash.p2());
            const auto same = [&dash](const QLineF &other) {
                return QLineF(dash.p1(), other.p1()).length() < 1e-6 && QLineF(dash.p2(), other.p2()).length() < 1e-6;
            };
            QCOMPARE(isNear && std::none_of(near.begin(), near.end(), same), false);
        }
        return;
    }
    QVERIFY(near.size() >= 8);
    const bool isThere = std::any_of(near.begin(), near.end(), [&room](const QLineF &dash) { return room.contains(dash.center()); });
    QVERIFY(isThere);
}

QTEST_GUILESS_MAIN(DashesTest)
#include "tst_dashes.moc"
