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

QTEST_GUILESS_MAIN(DashesTest)
#include "tst_dashes.moc"
