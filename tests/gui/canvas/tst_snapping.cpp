// SPDX-License-Identifier: GPL-3.0-or-later
// Where a moved card snaps to, and the guides that say why.
#include "designer/canvas/snapping.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox::designer;

class TestSnapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void snaps_data()
    {
        QTest::addColumn<QRectF>("moved");
        QTest::addColumn<QList<QRectF>>("others");
        QTest::addColumn<QPointF>("place");
        QTest::addColumn<qsizetype>("guides");
        const QRectF other(240, 96, 200, 50);
        QTest::newRow("grid alone") << QRectF(25, 50, 200, 50) << QList<QRectF>() << QPointF(24, 48) << qsizetype(0);
        QTest::newRow("upper edges; grid across") << QRectF(15, 93, 200, 80) << QList<QRectF>{other} << QPointF(24, 96) << qsizetype(1);
        QTest::newRow("left edges") << QRectF(243, 301, 180, 50) << QList<QRectF>{other} << QPointF(240, 312) << qsizetype(1);
        QTest::newRow("same size: edges and middle")
            << QRectF(243, 301, 200, 50) << QList<QRectF>{other} << QPointF(240, 312) << qsizetype(3);
        QTest::newRow("middles of unlike heights") << QRectF(600, 83, 200, 80) << QList<QRectF>{other} << QPointF(600, 81) << qsizetype(1);
        QTest::newRow("the nearer one wins") << QRectF(100, 98, 200, 50) << QList<QRectF>{other, QRectF(500, 101, 200, 50)}
                                             << QPointF(96, 96) << qsizetype(3);
        QTest::newRow("too far") << QRectF(100, 120, 200, 50) << QList<QRectF>{other} << QPointF(96, 120) << qsizetype(0);
    }
    void snaps()
    {
        QFETCH(const QRectF, moved);
        QFETCH(const QList<QRectF>, others);
        QFETCH(const QPointF, place);
        QFETCH(const qsizetype, guides);
        const Snap snap = snapTo(moved, others, 24, 6);
        QCOMPARE(moved.topLeft() + snap.offset, place);
        QCOMPARE(snap.guides.size(), guides);
    }
};

QTEST_GUILESS_MAIN(TestSnapping)
#include "tst_snapping.moc"
