// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for answers and pongs: which frame settles which wait, and which none.
#include "simulator/deliveries.h"
#include "support/manualtime.h"

#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using operation::Outcome;
using simulator::Deliveries;

namespace {

struct World {
    test::ManualClock clock;
    test::ManualScheduler scheduler{clock};
    core::SeededRandom random{1};
    core::Dialect dialect;
    Deliveries deliveries{scheduler, random, dialect};
    QStringList ended; // of all waits, in order

    Deliveries::Done done(const QString &name)
    {
        return [this, name](const Outcome &outcome) {
            ended.append(name + u' ' + (outcome.error.code.isEmpty() ? operation::outcomeName(outcome.kind) : outcome.error.code));
        };
    }
    bool settle(const QByteArray &method, const QByteArray &qid)
    {
        const auto frame = protocol::parseFrame("[\"" + method + "\",{\"qid\":" + qid + ",\"n\":1}]");
        return frame && deliveries.settle(*frame);
    }
};

} // namespace

class DeliveriesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void onlyTheRightAnswerSettles_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("before"); // put before the wait's number, within the quotes
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("isIt");
        QTest::newRow("right") << "ask_result"_ba << QByteArray() << QByteArray() << true;
        QTest::newRow("another method") << "tell_result"_ba << QByteArray() << QByteArray() << false;
        QTest::newRow("no answer") << "ask"_ba << QByteArray() << QByteArray() << false;
        QTest::newRow("plus") << "ask_result"_ba
                              << "+"_ba << QByteArray() << false;
        QTest::newRow("zero") << "ask_result"_ba
                              << "0"_ba << QByteArray() << false;
        QTest::newRow("blank before") << "ask_result"_ba
                                      << " "_ba << QByteArray() << false;
        QTest::newRow("blank behind") << "ask_result"_ba << QByteArray() << " "_ba << false;
        QTest::newRow("another number") << "ask_result"_ba << QByteArray() << "1"_ba << false;
        QTest::newRow("beyond all numbers") << "ask_result"_ba << QByteArray() << "00000000000000000000000"_ba << false;
    }
    void onlyTheRightAnswerSettles()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const bool, isIt);
        World world;
        const quint64 wait = world.deliveries.awaitAnswer(u"ask"_s, std::chrono::seconds(5), world.done(u"ask"_s));
        QByteArray qid = world.deliveries.qidOf(wait);
        const QByteArray number = QByteArray::number(wait);
        QVERIFY(qid.endsWith(number + '"'));
        qid = qid.chopped(number.size() + 1) + before + number + after + '"';
        QCOMPARE(world.settle(method, qid), isIt);
        QCOMPARE(world.ended, isIt ? QStringList{u"ask success"_s} : QStringList());
        QCOMPARE(world.deliveries.dropped(), isIt ? 0 : 1);
        world.scheduler.advance(std::chrono::seconds(5));
        QCOMPARE(world.ended, QStringList{isIt ? u"ask success"_s : u"ask timeout"_s});
        QVERIFY(!world.settle("ask_result", world.deliveries.qidOf(wait))); // twice, or late
    }

    void aNumberAloneIsNobodys()
    {
        World world;
        const quint64 wait = world.deliveries.awaitAnswer(u"ask"_s, std::chrono::seconds(5), world.done(u"ask"_s));
        QVERIFY(!world.settle("ask_result", QByteArray::number(wait)));
        QVERIFY(!world.settle("ask_result", '"' + QByteArray::number(wait) + '"'));
    }

    void aSecondMessageWithTheSameOwnQidEndsTheFirst()
    {
        World world;
        world.deliveries.awaitAnswer(u"ask"_s, std::chrono::seconds(5), world.done(u"first"_s), "7");
        world.deliveries.awaitAnswer(u"ask"_s, std::chrono::seconds(5), world.done(u"second"_s), "7");
        QCOMPARE(world.ended, QStringList{u"first internal"_s});
        QVERIFY(world.settle("ask_result", "7"));
        QCOMPARE(world.ended, (QStringList{u"first internal"_s, u"second success"_s}));
        QVERIFY(!world.settle("ask_result", "7"));
        QCOMPARE(world.scheduler.pending(), 0);
    }
};

QTEST_GUILESS_MAIN(DeliveriesTest)
#include "tst_deliveries.moc"
