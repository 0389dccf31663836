// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing on one page or on several.
#include "drawing/printpages.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using drawing::PrintPages;

class PrintPagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesOut_data();
    void sharesOut();
    void readsLikeText();
    void cutsNoCards();
    void refuses_data();
    void refuses();
};

void PrintPagesTest::sharesOut_data()
{
    QTest::addColumn<QSizeF>("content");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("scale");
    // The page holds 1000 x 600.
    QTest::newRow("small: not enlarged") << QSizeF(200, 100) << 1 << 1 << 1.0;
    QTest::newRow("exactly a page") << QSizeF(1000, 600) << 1 << 1 << 1.0;
    QTest::newRow("shrunk to fit the width") << QSizeF(1250, 600) << 1 << 1 << 0.8;
    QTest::newRow("shrunk to fit the height") << QSizeF(1000, 1000) << 1 << 1 << 0.6;
    QTest::newRow("half its size") << QSizeF(2000, 1200) << 1 << 1 << 0.5;
    QTest::newRow("a little more: two pages, as large as they allow") << QSizeF(2001, 600) << 2 << 2 << 2000.0 / 2001;
    QTest::newRow("one above the other") << QSizeF(1000, 1500) << 1 << 2 << 0.8;
    QTest::newRow("a grid") << QSizeF(5000, 3000) << 3 << 9 << 0.6;
    QTest::newRow("as many as are allowed") << QSizeF(2000.0 * 500, 100) << 500 << 500 << 0.5;
}

void PrintPagesTest::sharesOut()
{
    QFETCH(const QSizeF, content);
    QFETCH(const int, columns);
    QFETCH(const int, count);
    QFETCH(const double, scale);
    const QRectF all(QPointF(-70, 30), content);
    const auto pages = PrintPages::of(all, {1000, 600});
    QVERIFY(pages);
    QCOMPARE(pages->columns(), columns);
    QCOMPARE(pages->count(), count);
    QCOMPARE(pages->scale(), scale);
    QRectF shown;
    for (int page = 0; page < count; ++page) {
        shown |= pages->part(page);
        QCOMPARE(pages->part(page).width() * scale, 1000.0);
        QCOMPARE(pages->part(page).height() * scale, 600.0);
    }
    QVERIFY(shown.adjusted(-0.01, -0.01, 0.01, 0.01).contains(all));
    QVERIFY(std::abs(shown.center().x() - all.center().x()) < 0.01);
    QCOMPARE(shown.top(), all.top());
}

void PrintPagesTest::readsLikeText()
{
    const auto pages = PrintPages::of(QRectF(0, 0, 4000, 2400), {1000, 600});
    QVERIFY(pages);
    QCOMPARE(pages->count(), 4);
    QCOMPARE(pages->part(0), QRectF(0, 0, 2000, 1200));
    QCOMPARE(pages->part(1), QRectF(2000, 0, 2000, 1200));
    QCOMPARE(pages->part(2), QRectF(0, 1200, 2000, 1200));
    QCOMPARE(pages->part(3), QRectF(2000, 1200, 2000, 1200));
}

void PrintPagesTest::cutsNoCards()
{
    // Cards of 232 every 300, so that pages of 2000 would cut the seventh.
    QList<QRectF> cards;
    for (int column = 0; column < 16; ++column) {
        for (int row = 0; row < 20; ++row)
            cards.append(QRectF(column * 300, row * 150, 232, 96));
    }
    const QRectF all(-40, -40, 15 * 300 + 232 + 80, 19 * 150 + 96 + 80);
    const auto pages = PrintPages::of(all, {1000, 600}, cards);
    QVERIFY(pages);
    QVERIFY(pages->scale() >= PrintPages::readable);
    QCOMPARE(pages->count(), 9);
    QRectF shown;
    for (int page = 0; page < pages->count(); ++page) {
        const QRectF part = pages->part(page);
        shown |= part;
        QVERIFY(part.width() * pages->scale() < 1000.01 && part.height() * pages->scale() < 600.01);
        for (const QRectF &card : std::as_const(cards))
            QVERIFY(!part.intersects(card) || part.contains(card));
    }
    QVERIFY(shown.contains(all));
    // One that is longer than a page is cut.
    const auto cut = PrintPages::of(QRectF(0, 0, 4000, 600), {1000, 600}, {QRectF(0, 0, 4000, 600)});
    QVERIFY(cut);
    QCOMPARE(cut->count(), 2);
}

void PrintPagesTest::refuses_data()
{
    QTest::addColumn<QSizeF>("content");
    QTest::addColumn<QSizeF>("room");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QSizeF() << QSizeF(1000, 600) << u"empty"_s << u"no components"_s;
    QTest::newRow("no paper") << QSizeF(100, 100) << QSizeF(0, 600) << u"no_room"_s << u"larger paper"_s;
    QTest::newRow("a ribbon") << QSizeF(100, 100) << QSizeF(1000, 95) << u"no_room"_s << u"larger paper"_s;
    QTest::newRow("too many") << QSizeF(2000.0 * 501, 100) << QSizeF(1000, 600) << u"too_many"_s << u"501 pages"_s;
    QTest::newRow("far too many") << QSizeF(1e300, 1e300) << QSizeF(1000, 600) << u"too_many"_s << u"at most 500"_s;
}

void PrintPagesTest::refuses()
{
    QFETCH(const QSizeF, content);
    QFETCH(const QSizeF, room);
    QFETCH(const QString, code);
    QFETCH(const QString, says);
    const auto pages = PrintPages::of(QRectF({}, content), room);
    QVERIFY(!pages);
    QCOMPARE(pages.error().code, code);
    QVERIFY2(pages.error().message.contains(says), qPrintable(pages.error().message));
}

QTEST_APPLESS_MAIN(PrintPagesTest)
#include "tst_printpages.moc"
