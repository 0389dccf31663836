// SPDX-License-Identifier: GPL-3.0-or-later
// Which cards lie on one another, checked against comparing each with each.
#include "core/random.h"
#include "drawing/overlaps.h"

#include <QTest>

using namespace signalbox;

class TestOverlaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QList<QRectF>>("rects");
        QTest::addColumn<qsizetype>("count");
        const QRectF card(0, 0, 232, 118);
        QTest::newRow("none") << QList<QRectF>{} << qsizetype(0);
        QTest::newRow("one") << QList<QRectF>{card} << qsizetype(0);
        QTest::newRow("apart") << QList<QRectF>{card, card.translated(300, 0)} << qsizetype(0);
        QTest::newRow("touching") << QList<QRectF>{card, card.translated(232, 0), card.translated(0, 118)} << qsizetype(0);
        QTest::newRow("two") << QList<QRectF>{card, card.translated(231, 0)} << qsizetype(2);
        QTest::newRow("three in a chain") << QList<QRectF>{card, card.translated(200, 0), card.translated(400, 0)} << qsizetype(3);
        QTest::newRow("two pairs") << QList<QRectF>{card, card.translated(5000, 9), card.translated(5100, 0), card.translated(9, 9)}
                                   << qsizetype(4);
        QTest::newRow("left of zero") << QList<QRectF>{card.translated(-240, -130), card.translated(-10, -20)} << qsizetype(2);
        QTest::newRow("far away") << QList<QRectF>{card.translated(1e15, 0), card.translated(-1e15, 0)} << qsizetype(0);
    }
    void counts()
    {
        QFETCH(const QList<QRectF>, rects);
        QFETCH(const qsizetype, count);
        QCOMPARE(drawing::overlapping(rects, 100), count);
    }

    void endsAtTheLimit()
    {
        const QList<QRectF> heap(10000, QRectF(0, 0, 232, 118)); // all at one place: each with each would be long
        QCOMPARE(drawing::overlapping(heap, 1000), qsizetype(1000));
        QCOMPARE(drawing::overlapping(heap, 0), qsizetype(0));
    }

    void findsWhatComparingEachWithEachFinds()
    {
        for (quint32 seed = 0; seed < 50; ++seed) {
            core::SeededRandom random(seed);
            QList<QRectF> rects;
            for (int i = 0; i < 60; ++i)
                rects.append(
                    QRectF(double(random.next() % 4000) - 2000, double(random.next() % 2000) - 1000, 232, 52 + double(random.next() % 90)));
            qsizetype expected = 0;
            for (qsizetype i = 0; i < rects.size(); ++i) {
                bool isOn = false;
                for (qsizetype j = 0; j < rects.size(); ++j)
                    isOn = isOn || (i != j && rects.at(i).intersects(rects.at(j)));
                expected += isOn ? 1 : 0;
            }
            QCOMPARE(drawing::overlapping(rects, 1000), expected);
        }
    }
};

QTEST_APPLESS_MAIN(TestOverlaps)
#include "tst_overlaps.moc"
