// SPDX-License-Identifier: GPL-3.0-or-later
// The symbols in resources/icons.
#include "drawing/bundle.h"
#include "drawing/icons.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class IconsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyFileDraws();
    void commonComponentsHaveSymbols_data();
    void commonComponentsHaveSymbols();
    void others();
    void paths_data();
    void paths();
    void refuses_data();
    void refuses();
};

void IconsTest::everyFileDraws()
{
    const QStringList files = drawing::bundledIcons();
    QVERIFY(!files.isEmpty());
    const double half = drawing::iconStroke / 2;
    const QRectF square(0, 0, drawing::iconSide, drawing::iconSide);
    for (const QString &file : files) {
        const qint64 type = QFileInfo(file).completeBaseName().toLongLong();
        const QRectF box = drawing::iconPath(type).boundingRect();
        QVERIFY2(!box.isEmpty(), qPrintable(file));
        QVERIFY2(square.contains(box.adjusted(-half, -half, half, half)), qPrintable(file));
        QVERIFY2(box.width() > 6 || box.height() > 6, qPrintable(file));
    }
}

void IconsTest::commonComponentsHaveSymbols_data()
{
    QTest::addColumn<int>("type");
    for (const int type : {101, 102, 103, 104, 106, 111, 144, 150, 151})
        QTest::addRow("%d", type) << type;
}

void IconsTest::commonComponentsHaveSymbols()
{
    QFETCH(const int, type);
    QVERIFY(!drawing::iconPath(type).isEmpty());
    for (const int other : {101, 102, 103, 104, 106, 111, 144, 150, 151})
        QVERIFY(other == type || drawing::iconPath(other) != drawing::iconPath(type));
}

void IconsTest::others()
{
    QVERIFY(drawing::iconPath(0).isEmpty());
    QVERIFY(drawing::iconPath(-144).isEmpty());
    QVERIFY(drawing::iconPath(202).isEmpty());
}

void IconsTest::paths_data()
{
    QTest::addColumn<QString>("d");
    QTest::addColumn<QPainterPath>("path");
    QPainterPath lines({1, 2});
    lines.lineTo(3, 4);
    lines.lineTo(3, 9);
    lines.lineTo(1, 9);
    QTest::newRow("absolute") << u"M1 2L3,4 V9H1"_s << lines;
    QTest::newRow("relative") << u"m1 2l2 2v5h-2"_s << lines;
    QTest::newRow("points after a move are lines") << u"M1 2 3 4 3 9 1 9"_s << lines;
    QTest::newRow("numbers without space") << u"m1 2l2 2 0 5-2 0"_s << lines;
    QPainterPath curves({0, 0});
    curves.cubicTo(1, 1, 2, 1, 3, 0);
    curves.cubicTo(4, -1, 5, -1, 6, 0);
    QTest::newRow("curves") << u"M0 0C1 1 2 1 3 0C4-1 5-1 6 0"_s << curves;
    QTest::newRow("relative curves") << u"M0 0c1 1 2 1 3 0c1-1 2-1 3 0"_s << curves;
    QTest::newRow("smooth curves") << u"M0 0c1 1 2 1 3 0s2-1 3 0"_s << curves;
    QTest::newRow("smooth curves, absolute") << u"M0 0C1 1 2 1 3 0S5-1 6 0"_s << curves;
    QPainterPath closed({1.5, 0.25});
    closed.lineTo(2, 0);
    closed.closeSubpath();
    QTest::newRow("fractions, closed") << u"M1.5.25L2 0z"_s << closed;
}

void IconsTest::paths()
{
    QFETCH(const QString, d);
    QFETCH(const QPainterPath, path);
    QCOMPARE(drawing::pathFromSvg(d), path);
}

void IconsTest::refuses_data()
{
    QTest::addColumn<QString>("d");
    QTest::newRow("arc") << u"M0 0A1 1 0 0 1 2 2"_s;
    QTest::newRow("no command") << u"1 2 3 4"_s;
    QTest::newRow("half a point") << u"M1"_s;
    QTest::newRow("curve cut off") << u"M0 0C1 1 2 1 3"_s;
    QTest::newRow("two points in a number") << u"M0 0L1..5 2"_s;
    QTest::newRow("sign alone") << u"M- 2"_s;
    QTest::newRow("numbers after the end of a figure") << u"M0 0L1 1Q1 2"_s;
}

void IconsTest::refuses()
{
    QFETCH(const QString, d);
    QVERIFY(drawing::pathFromSvg(d).isEmpty());
}

QTEST_GUILESS_MAIN(IconsTest)
#include "tst_icons.moc"
