// SPDX-License-Identifier: GPL-3.0-or-later
// The layout by dot: what it is asked, and what is read from its answer; and once with the real program.
#include "editing/tidy.h"

#include <QProcess>
#include <QRectF>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::editing;

class TestTidy : public QObject
{
    Q_OBJECT

private:
    const QList<TidyNode> m_nodes{{1, {232, 52}}, {2, {232, 118}}, {30, {232, 52}}};

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void asksForSizesAndEdges()
    {
        const QByteArray text = tidyGraph(m_nodes, {{1, 2}, {2, 30}, {30, 1}, {2, 99}});
        QVERIFY(text.contains("1 [width=3.2222, height=0.7222]"));
        QVERIFY(text.contains("2 -> 30;"));
        QVERIFY(!text.contains("99"));
    }

    void readsPlaces()
    {
        const auto places =
            readTidy("graph 1 12 3\nnode 1 2 1 3.2 0.7 \"\" solid box black grey\nnode 2 6 1 3.2 1.6 \"\" solid box black grey\n"
                     "node 30 6 2.5 3.2 0.7 \"\" solid box black grey\nedge 1 2 4 1 1 2 2 3 3 4 4 solid black\nstop\n",
                     m_nodes);
        QVERIFY(places);
        QCOMPARE(places->value(1), QPointF(0, 108));
        QCOMPARE(places->value(2), QPointF(288, 75));
        QCOMPARE(places->value(30), QPointF(288, 0));
    }

    void refusesOtherAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one is missing") << QByteArray("node 1 2 1 3 1\nnode 2 6 1 3 1\n");
        QTest::newRow("no numbers") << QByteArray("node 1 a b 3 1\nnode 2 6 1 3 1\nnode 30 6 1 3 1\n");
        QTest::newRow("a stranger") << QByteArray("node 7 2 1 3 1\nnode 1 2 1 3 1\nnode 2 6 1 3 1\nnode 30 6 1 3 1\n");
    }
    void refusesOtherAnswers()
    {
        QFETCH(const QByteArray, answer);
        const auto places = readTidy(answer, m_nodes);
        QVERIFY(!places);
        QCOMPARE(places.error().code, u"tidy.unreadable"_s);
    }

    void notesAndFramesGoAlong()
    {
        const QList<TidyMove> moves{
            {{0, 0, 100, 50}, {300, 200, 100, 50}}, {{0, 100, 100, 50}, {500, 200, 100, 50}}, {{900, 0, 100, 50}, {900, 0, 100, 50}}};
        const QList<TidyNote> notes{{{-20, -20, 140, 190}, true},  // around the first two
                                    {{-40, -60, 400, 300}, true},  // around that one and the note beside it
                                    {{120, 110, 40, 20}},          // beside the second
                                    {{1100, 0, 40, 20}},           // beside the one that stays
                                    {{2000, 2000, 80, 80}, true}}; // around nothing
        QCOMPARE(tidyNotes(notes, moves),
                 (QList<QRectF>{{280, 180, 340, 90}, {260, 140, 600, 200}, {620, 210, 40, 20}, {1100, 0, 40, 20}, {2000, 2000, 80, 80}}));
        QCOMPARE(tidyNotes({{{5, 5, 10, 10}}}, {}), QList<QRectF>{QRectF(5, 5, 10, 10)});
        std::stop_source stop;
        stop.request_stop();
        const QList<QRectF> stopped = tidyNotes(notes, moves, stop.get_token());
        for (qsizetype i = 0; i < notes.size(); ++i)
            QCOMPARE(stopped.at(i), notes.at(i).rect);
    }

    void dotLaysOutWithoutOverlaps()
    {
        QProcess dot;
        dot.start(u"dot"_s, tidyArguments());
        QVERIFY2(dot.waitForStarted(), "graphviz is installed with what builds the program");
        dot.write(tidyGraph(m_nodes, {{1, 2}, {2, 30}, {30, 1}}));
        dot.closeWriteChannel();
        QVERIFY(dot.waitForFinished());
        const auto places = readTidy(dot.readAllStandardOutput(), m_nodes);
        QVERIFY(places);
        for (const TidyNode &a : m_nodes) {
            for (const TidyNode &b : m_nodes)
                QVERIFY(a.id == b.id || !QRectF(places->value(a.id), a.size).intersects(QRectF(places->value(b.id), b.size)));
        }
        QVERIFY(places->value(1).x() < places->value(2).x());
        QVERIFY(places->value(2).x() < places->value(30).x());
    }
};

QTEST_GUILESS_MAIN(TestTidy)
#include "tst_tidy.moc"
