// SPDX-License-Identifier: GPL-3.0-or-later
// What frames suffer on their way, in virtual time: at the gate alone, and on connections of a cluster without sockets.
#include "core/jsonreader.h"
#include "simulator/clusterstate.h"
#include "simulator/faultgate.h"
#include "support/manualtime.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::simulator;

namespace {

core::Json json(const QByteArray &text)
{
    const auto read = core::readJson(text);
    return read ? *read : core::Json(u"not JSON: "_s + QString::fromUtf8(text));
}

core::Json rules(const QByteArray &list)
{
    return json("{\"rules\":[" + list + "]}");
}

QByteArray frame(const QByteArray &name)
{
    return "[\"" + name + "\",{}]";
}

/// Both sides of a gate; what passes is noted with its time in milliseconds.
class Sides final : public FaultGate::Sides
{
public:
    explicit Sides(const test::ManualClock &clock) : m_clock(clock), m_startMs(clock.nowMs()) {}

    FaultEvent faultEvent() const override { return {}; }
    void passOut(const QByteArray &text) override { note("out " + nameOf(text)); }
    void passPing(quint64 number) override { note("ping " + QByteArray::number(number)); }
    void passIn(QByteArrayView text) override { note("in " + nameOf(text.toByteArray())); }
    void passPong(quint64 number) override { note("pong " + QByteArray::number(number)); }
    void setReading(bool isOn) override { note(isOn ? "reads" : "reads not"); }
    void closeByFault(int code, const QString &reason) override { note("close " + QByteArray::number(code) + ' ' + reason.toUtf8()); }
    void resetByFault() override { note("reset"); }
    std::shared_ptr<void> hold() override { return nullptr; }

    /// Everything since the last call.
    QByteArray takeLog() { return std::exchange(m_log, {}).join(", "); }

private:
    static QByteArray nameOf(const QByteArray &text)
    {
        const auto read = protocol::parseFrame(text);
        return read ? read->method.toUtf8() : QByteArray("garbled");
    }
    void note(const QByteArray &what) { m_log.append(QByteArray::number(m_clock.nowMs() - m_startMs) + ": " + what); }

    const test::ManualClock &m_clock;
    qint64 m_startMs;
    QByteArrayList m_log;
};

class FakeTransport final : public Transport
{
public:
    FakeTransport() = default;
    ~FakeTransport() override
    {
        if (connection)
            connection->onClosed();
    }
    FakeTransport(const FakeTransport &) = delete;
    FakeTransport &operator=(const FakeTransport &) = delete;

    void sendText(const QByteArray &text) override { texts.append(text); }
    void ping(quint64 number) override { pings.append(number); }
    void close(int code, const QString &reason) override { end = QByteArray::number(code) + ' ' + reason.toUtf8(); }
    void abort() override { end = "abort"; }
    void reset() override { end = "reset"; }
    void setReading(bool isOn) override { isReading = isOn; }
    qint64 queuedBytes() const override { return 0; }

    std::shared_ptr<Connection> connection;
    QByteArrayList texts;
    QList<quint64> pings;
    QByteArray end;
    bool isReading = true;
};

} // namespace

class TestFaultGate : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<test::ManualScheduler> m_scheduler;
    ClusterConfig m_config;
    core::SeededRandom m_random{1};
    std::unique_ptr<ClusterState> m_state;

    void pass(int ms) { m_scheduler->advance(std::chrono::milliseconds(ms)); }

    void startCluster(const QByteArray &list)
    {
        m_config = ClusterConfig::demo();
        m_config.faults = rules(list);
        m_state = std::make_unique<ClusterState>(m_config, *m_clock, *m_scheduler, m_random);
        const auto prepared = m_state->prepare();
        QVERIFY2(prepared.has_value(), prepared ? "" : qPrintable(prepared.error().message));
        m_state->connectPeers();
        pass(0);
    }
    void attach(FakeTransport &transport)
    {
        Connection::Opening opening;
        opening.side = Side::Token;
        opening.point = m_config.point(u"crm"_s);
        transport.connection = m_state->node(0).attach(std::move(opening), transport);
        transport.connection->onText(R"(["setup",{"qid":1,"capabilities":[{"key":"msg"}]}])");
        transport.texts.clear();
    }
    std::shared_ptr<std::optional<operation::Outcome>> perform(const QString &connection, const QString &event, bool wait = true)
    {
        operation::SendMessage message;
        message.capability = u"msg"_s;
        message.event = event;
        message.content = u"{}"_s;
        message.wait = wait;
        message.timeoutS = 1;
        auto outcome = std::make_shared<std::optional<operation::Outcome>>();
        const Registration *registration = m_state->services().registrar.find(connection);
        m_state->services().bus.perform(registration ? registration->holder : NodeName{}, BusRequest{{connection, message}, {}, {}},
                                        [outcome](const operation::Outcome &result) { *outcome = result; });
        return outcome;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_clock = std::make_unique<test::ManualClock>();
        m_scheduler = std::make_unique<test::ManualScheduler>(*m_clock);
    }
    void cleanup()
    {
        m_state.reset();
        QCOMPARE(m_scheduler->pending(), 0);
    }

    /// Four frames a, b, c, d and ping 7 go out 10 ms apart; then time passes.
    void passes_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("log");
        QTest::newRow("all, at once") << QByteArray() << QByteArray("0: out a, 10: out b, 20: out c, 30: out d, 40: ping 7");
        QTest::newRow("late, in order") << QByteArray(R"({"on":{"method":"b"},"do":{"delayMs":15}})")
                                        << QByteArray("0: out a, 25: out b, 25: out c, 30: out d, 40: ping 7");
        QTest::newRow("a ping is not overtaken") << QByteArray(R"({"on":{"method":"d"},"do":{"delayMs":100}})")
                                                 << QByteArray("0: out a, 10: out b, 20: out c, 130: out d, 130: ping 7");
        QTest::newRow("late, out of order") << QByteArray(R"({"on":{"method":"b"},"do":{"delayMs":15,"reorder":true}})")
                                            << QByteArray("0: out a, 20: out c, 25: out b, 30: out d, 40: ping 7");
        QTest::newRow("behind the next one") << QByteArray(R"({"on":{"method":"b"},"do":{"reorder":true}})")
                                             << QByteArray("0: out a, 20: out c, 20: out b, 30: out d, 40: ping 7");
        QTest::newRow("two that give up their places") << QByteArray(R"({"name":"b","on":{"method":"b"},"do":{"reorder":true}},)"
                                                                     R"({"name":"c","on":{"method":"c"},"do":{"reorder":true}})")
                                                       << QByteArray("0: out a, 20: out b, 30: out d, 30: out c, 40: ping 7");
        QTest::newRow("behind nothing") << QByteArray(R"({"on":{"method":"d"},"do":{"reorder":true}},)"
                                                      R"({"name":"p","on":{"method":":ping"},"do":{"lose":true}})")
                                        << QByteArray("0: out a, 10: out b, 20: out c, 1030: out d");
        QTest::newRow("lost") << QByteArray(R"({"on":{"method":"b"},"do":{"lose":true}})")
                              << QByteArray("0: out a, 20: out c, 30: out d, 40: ping 7");
        QTest::newRow("a lost ping") << QByteArray(R"({"on":{"method":":ping"},"do":{"lose":true}})")
                                     << QByteArray("0: out a, 10: out b, 20: out c, 30: out d");
        QTest::newRow("twice") << QByteArray(R"({"on":{"method":"b"},"do":{"double":true}})")
                               << QByteArray("0: out a, 10: out b, 10: out b, 20: out c, 30: out d, 40: ping 7");
        QTest::newRow("garbled") << QByteArray(R"({"on":{"method":"b"},"do":{"garble":"text"}})")
                                 << QByteArray("0: out a, 10: out garbled, 20: out c, 30: out d, 40: ping 7");
        QTest::newRow("garbled bytes") << QByteArray(R"({"on":{"method":"b"},"do":{"garble":"bytes"}})")
                                       << QByteArray("0: out a, 10: out garbled, 20: out c, 30: out d, 40: ping 7");
        QTest::newRow("close") << QByteArray(R"({"on":{"method":"b"},"do":{"close":{"code":4001,"reason":"why"}}})")
                               << QByteArray("0: out a, 10: close 4001 why");
        QTest::newRow("close, late") << QByteArray(R"({"on":{"method":"b"},"do":{"close":{},"delayMs":15}})")
                                     << QByteArray("0: out a, 25: close 1011 ");
        QTest::newRow("reset") << QByteArray(R"({"on":{"method":"b"},"do":{"reset":true}})") << QByteArray("0: out a, 10: reset");
        QTest::newRow("reset with a ping") << QByteArray(R"({"on":{"method":":ping"},"do":{"reset":true}})")
                                           << QByteArray("0: out a, 10: out b, 20: out c, 30: out d, 40: reset");
        QTest::newRow("not the others' direction") << QByteArray(R"({"on":{"direction":"in"},"do":{"lose":true}})")
                                                   << QByteArray("0: out a, 10: out b, 20: out c, 30: out d, 40: ping 7");
    }
    void passes()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, log);
        Faults faults;
        QVERIFY(faults.set(rules(list)));
        Sides sides(*m_clock);
        FaultGate gate(faults, *m_clock, *m_scheduler, sides, u"s"_s, 10'000);
        for (const char *name : {"a", "b", "c", "d"}) {
            gate.out(frame(name));
            pass(10);
        }
        gate.ping(7);
        pass(5000);
        QCOMPARE(sides.takeLog(), log);
        QCOMPARE(gate.queuedBytes(), 0);
    }

    /// The same on the way in: frames a, b, pong 7, c.
    void takesIn_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("log");
        QTest::newRow("all, at once") << QByteArray() << QByteArray("0: in a, 10: in b, 20: pong 7, 30: in c");
        QTest::newRow("late, in order") << QByteArray(R"({"on":{"method":"b"},"do":{"delayMs":15}})")
                                        << QByteArray("0: in a, 25: in b, 25: pong 7, 30: in c");
        QTest::newRow("a lost pong") << QByteArray(R"({"on":{"method":":pong"},"do":{"lose":true}})")
                                     << QByteArray("0: in a, 10: in b, 30: in c");
        QTest::newRow("garbled text") << QByteArray(R"({"on":{"method":"b"},"do":{"garble":true}})")
                                      << QByteArray("0: in a, 10: in garbled, 20: pong 7, 30: in c");
        QTest::newRow("no UTF-8 is taken") << QByteArray(R"({"on":{"method":"b"},"do":{"garble":"bytes"}})")
                                           << QByteArray("0: in a, 10: close 1007 The text is not UTF-8");
        QTest::newRow("reads no more for a while") << QByteArray(R"({"on":{"method":"a"},"do":{"stopReading":25}})")
                                                   << QByteArray("0: in a, 0: reads not, 25: reads, 25: in b, 25: pong 7, 30: in c");
        QTest::newRow("the longer time counts")
            << QByteArray(R"({"on":{"method":"a"},"do":{"stopReading":500}},{"name":"b","on":{"method":"b"},"do":{"stopReading":5}})")
            << QByteArray("0: in a, 0: reads not, 500: reads, 500: in b, 500: pong 7, 500: in c");
    }
    void takesIn()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, log);
        Faults faults;
        QVERIFY(faults.set(rules(list)));
        Sides sides(*m_clock);
        FaultGate gate(faults, *m_clock, *m_scheduler, sides, u"s"_s, 10'000);
        gate.in(frame("a"));
        pass(10);
        gate.in(frame("b"));
        pass(10);
        gate.pong(7);
        pass(10);
        gate.in(frame("c"));
        pass(5000);
        QCOMPARE(sides.takeLog(), log);
    }

    void tooMuchIsNotKept()
    {
        Faults faults;
        QVERIFY(faults.set(rules(R"({"do":{"delayMs":1000}})")));
        Sides sides(*m_clock);
        FaultGate gate(faults, *m_clock, *m_scheduler, sides, u"s"_s, 1000);
        for (int i = 0; i < 10; ++i)
            gate.in(frame("abc"));
        QCOMPARE(sides.takeLog(), "0: close 1013 Too much waits to be read");
        pass(5000);
        QCOMPARE(sides.takeLog(), QByteArray());
        // On the way out it counts as what the peer has not read.
        FaultGate out(faults, *m_clock, *m_scheduler, sides, u"s"_s, 1000);
        out.out(frame("abc"));
        QVERIFY(out.queuedBytes() >= frame("abc").size());
    }

    void closingLetsGoOfWhatIsOnItsWay()
    {
        Faults faults;
        QVERIFY(faults.set(rules(R"({"on":{"method":"a"},"do":{"delayMs":1000}},)"
                                 R"({"name":"2","on":{"method":"b"},"do":{"double":true}},)"
                                 R"({"name":"3","on":{"method":"c"},"do":{"reorder":true}},)"
                                 R"({"name":"4","on":{"method":"x"},"do":{"delayMs":1000}})")));
        Sides sides(*m_clock);
        FaultGate gate(faults, *m_clock, *m_scheduler, sides, u"s"_s, 10'000);
        gate.out(frame("a"));
        gate.out(frame("b"));
        gate.out(frame("c"));
        gate.in(frame("x"));
        gate.flush();
        pass(5000);
        QCOMPARE(sides.takeLog(), "0: out a, 0: out b, 0: out b, 0: out c");
        gate.out(frame("d"));
        QCOMPARE(sides.takeLog(), QByteArray());
    }

    void garbledTextIsNoJson()
    {
        const QList<QByteArray> texts{"[\"a\",{}]", "[]", "[1, 2 ] ",
                                      "[\"\xd0\x96\xd0\xb8\xd0\xb7\xd0\xbd\xd1\x8c\",{\"x\":\"\xf0\x9f\x98\x80\"}]"};
        for (const QByteArray &text : texts) {
            for (quint64 bits = 0; bits < 100; ++bits) {
                const QByteArray noise = garbled(text, FaultEffect::Garble::Text, bits);
                QVERIFY2(noise.isValidUtf8(), noise.toHex().constData());
                QVERIFY2(!core::readJson(noise), noise.constData());
                QVERIFY(!garbled(text, FaultEffect::Garble::Bytes, bits).isValidUtf8());
            }
        }
        QVERIFY(!garbled({}, FaultEffect::Garble::Text, 5).isEmpty());
    }

    // On connections --------------------------------------------------------------------------------------------------
    void anAnswerThatIsLostIsWaitedFor()
    {
        startCluster(
            R"({"on":{"connection":"c0ffee00-*-000000000001","method":"hello_result","direction":"in"},"count":1,"do":{"lose":true}})");
        const auto lost = perform(u"c0ffee00-0000-4000-8000-000000000001"_s, u"hello"_s);
        pass(1000);
        QCOMPARE((*lost)->kind, operation::OutcomeKind::Timeout);
        const auto second = perform(u"c0ffee00-0000-4000-8000-000000000001"_s, u"hello"_s);
        pass(0);
        QCOMPARE((*second)->kind, operation::OutcomeKind::Success);
    }
    void aLateAnswerSettlesNoOtherWait()
    {
        startCluster(R"({"on":{"method":"hello_result"},"count":1,"do":{"delayMs":1500,"reorder":true}})");
        const auto late = perform(u"c0ffee00-0000-4000-8000-000000000001"_s, u"hello"_s);
        pass(1000);
        QCOMPARE((*late)->kind, operation::OutcomeKind::Timeout);
        const auto second = perform(u"c0ffee00-0000-4000-8000-000000000001"_s, u"hello"_s);
        pass(1000);
        QCOMPARE((*second)->kind, operation::OutcomeKind::Success);
        QCOMPARE(m_state->node(0).droppedAnswers(), 1);
    }
    void aPongThatIsLostConfirmsNothing()
    {
        startCluster(R"({"on":{"method":":pong"},"do":{"lose":true}})");
        const auto outcome = perform(u"c0ffee00-0000-4000-8000-000000000001"_s, u"notice"_s);
        pass(1000);
        QCOMPARE((*outcome)->kind, operation::OutcomeKind::Timeout);
        pass(89'000); // the peers seem to be gone: they miss all pings
        QVERIFY(!m_state->services().registrar.find(u"c0ffee00-0000-4000-8000-000000000001"_s));
    }
    void capabilitiesAreThoseOfTheMessage()
    {
        startCluster(R"({"on":{"capability":"plugin_*","method":"hello*"},"do":{"lose":true}})");
        const auto outcome = perform(u"c0ffee00-0000-4000-8000-000000000001"_s, u"hello"_s);
        pass(0);
        QCOMPARE((*outcome)->kind, operation::OutcomeKind::Success);
        QVERIFY(m_state->faults().counts().constFirst().matched == 0);
    }
    void connectionsEndAsTheRuleSays_data()
    {
        QTest::addColumn<QByteArray>("effect");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("close") << QByteArray(R"({"close":{"code":1012,"reason":"Restarting"}})") << QByteArray("1012 Restarting");
        QTest::newRow("reset") << QByteArray(R"({"reset":true})") << QByteArray("reset");
    }
    void connectionsEndAsTheRuleSays()
    {
        QFETCH(QByteArray, effect);
        QFETCH(QByteArray, end);
        startCluster("{\"on\":{\"method\":\"work\"},\"do\":" + effect + '}');
        FakeTransport transport;
        attach(transport);
        const QString id = transport.connection->id();
        const auto waiting = perform(id, u"other"_s);
        const auto outcome = perform(id, u"work"_s);
        QCOMPARE(transport.end, end);
        QCOMPARE((*outcome)->error.code, u"not_active"_s);
        QCOMPARE((*waiting)->error.code, u"not_active"_s);
        QVERIFY(!transport.connection->isOpen());
        QVERIFY(!m_state->services().registrar.find(id));
        QCOMPARE(transport.texts.size(), 1);
        const auto silent = perform(id, u"work"_s, false);
        QCOMPARE((*silent)->kind, operation::OutcomeKind::Error);
    }
    void aMessageThatNobodyWaitsForEndsItsConnectionToo()
    {
        startCluster(R"({"on":{"method":"work"},"do":{"reset":true}})");
        FakeTransport transport;
        attach(transport);
        QCOMPARE((*perform(transport.connection->id(), u"work"_s, false))->error.code, u"not_active"_s);
    }
    void readingStopsForAWhile()
    {
        startCluster(R"({"on":{"method":"work","direction":"out"},"do":{"stopReading":300}})");
        FakeTransport transport;
        attach(transport);
        const auto outcome = perform(transport.connection->id(), u"work"_s);
        QVERIFY(!transport.isReading);
        const QByteArray qid = json(transport.texts.constLast()).at(1)[u"qid"].toCompact();
        transport.connection->onText("[\"work_result\",{\"qid\":" + qid + "}]"); // was being read already
        QVERIFY(!*outcome);
        pass(300);
        QVERIFY(transport.isReading);
        QCOMPARE((*outcome)->kind, operation::OutcomeKind::Success);
    }
    void whoIsLostWhileFramesWaitIsForgotten()
    {
        startCluster(R"({"on":{"method":"work*"},"do":{"delayMs":500}},{"name":"r","on":{"method":"x*"},"do":{"reorder":true}})");
        FakeTransport transport;
        attach(transport);
        const auto outcome = perform(transport.connection->id(), u"work"_s);
        perform(transport.connection->id(), u"x1"_s, false);
        transport.connection->onText(R"(["work_result",{"qid":1}])");
        transport.connection->onClosed();
        QCOMPARE((*outcome)->error.code, u"not_active"_s);
        pass(5000);
        QCOMPARE(transport.texts, QByteArrayList());
    }
    void rulesComeAndGoWhileConnectionsAreOpen()
    {
        startCluster({});
        FakeTransport transport;
        attach(transport);
        QVERIFY(m_state->faults().set(rules(R"({"on":{"method":"work"},"do":{"delayMs":500}})")));
        perform(transport.connection->id(), u"work"_s, false);
        m_state->faults().clear();
        perform(transport.connection->id(), u"more"_s, false);
        QCOMPARE(transport.texts.size(), 0); // what is on its way keeps its order
        pass(500);
        QCOMPARE(transport.texts, (QByteArrayList{frame("work"), frame("more")}));
    }
    void aVirtualPeerClosesOnBytesThatAreNoText()
    {
        startCluster(R"({"on":{"method":"hello","direction":"out"},"count":1,"do":{"garble":"bytes"}})");
        const auto outcome = perform(u"c0ffee00-0000-4000-8000-000000000001"_s, u"hello"_s);
        pass(0);
        QCOMPARE((*outcome)->error.code, u"not_active"_s);
        pass(m_config.limits.peerReconnectMs);
        const auto second = perform(u"c0ffee00-0000-4000-8000-000000000001"_s, u"hello"_s);
        pass(0);
        QCOMPARE((*second)->kind, operation::OutcomeKind::Success);
    }
    void theDiskIsFullWhereTheRuleSays()
    {
        startCluster(R"({"on":{"path":"node-1/temp"},"count":1,"do":{"diskFull":true}})");
        FileArea area(m_state->services().storage, u"area"_s);
        IncomingFile incoming(m_state->services().storage);
        QVERIFY(incoming.write("text"));
        QVERIFY(area.add(u"a.txt"_s, incoming, 0));
        const QString path = area.find(u"a.txt"_s)->path;
        const qint64 used = m_state->services().storage.usedBytes();
        const auto full = m_state->node(0).links().place(path, u"a.txt"_s);
        QCOMPARE(full.error().code, u"too_large"_s);
        QCOMPARE(m_state->services().storage.usedBytes(), used);
        QVERIFY(m_state->node(0).links().place(path, u"a.txt"_s));
    }
};

QTEST_APPLESS_MAIN(TestFaultGate)
#include "tst_faultgate.moc"
