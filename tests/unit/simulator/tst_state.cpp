// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster without sockets, in virtual time: keep-alive, renewal, lingering files, slow readers, virtual peers that close, stop reading
// and come back, timeouts of scenarios.
#include "support/simulatedstate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::simulator;
using test::FakeTransport;

namespace {

core::Json json(const QByteArray &text)
{
    return test::parsed(text);
}

const auto crmPeer = u"c0ffee00-0000-4000-8000-000000000001"_s;

} // namespace

class TestState : public QObject
{
    Q_OBJECT

private:
    ClusterConfig m_config;
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<test::ManualScheduler> m_scheduler;
    core::SeededRandom m_random{1};
    std::unique_ptr<ClusterState> m_state;

    void start(ClusterConfig config)
    {
        m_state.reset();
        m_config = std::move(config);
        m_clock = std::make_unique<test::ManualClock>();
        m_scheduler = std::make_unique<test::ManualScheduler>(*m_clock);
        m_state = std::make_unique<ClusterState>(m_config, *m_clock, *m_scheduler, m_random);
        const auto prepared = m_state->prepare();
        QVERIFY2(prepared.has_value(), prepared ? "" : qPrintable(prepared.error().message));
        m_state->connectPeers();
    }
    void pass(std::chrono::milliseconds time) { m_scheduler->advance(time); }

    std::shared_ptr<Connection> attach(int node, Connection::Opening opening, FakeTransport &transport)
    {
        auto connection = m_state->node(node).attach(std::move(opening), transport);
        transport.connections.append(connection);
        return connection;
    }

    std::shared_ptr<Connection> connectPoint(FakeTransport &transport, const QString &point = u"crm"_s, int node = 0)
    {
        Connection::Opening opening;
        opening.side = Side::Token;
        opening.point = m_config.point(point);
        auto connection = attach(node, std::move(opening), transport);
        connection->onText(R"(["setup",{"qid":1,"capabilities":[{"key":"msg"},{"key":"subscr"},{"key":"svcscript"}]}])");
        return connection;
    }

    /// What becomes of an operation on a connection, wherever it is; nothing while it is waited for.
    std::shared_ptr<std::optional<operation::Outcome>> perform(const QString &connection, operation::SendMessage message)
    {
        auto outcome = std::make_shared<std::optional<operation::Outcome>>();
        const Registration *registration = m_state->services().registrar.find(connection);
        BusRequest request{{connection, std::move(message)}, {}, {}};
        m_state->services().bus.perform(registration ? registration->holder : NodeName{}, request,
                                        [outcome](const operation::Outcome &result) { *outcome = result; });
        return outcome;
    }
    static operation::SendMessage message(const QString &event, const QString &content = u"{}"_s, bool wait = true, double timeoutS = 5)
    {
        operation::SendMessage message;
        message.capability = u"msg"_s;
        message.event = event;
        message.content = content;
        message.wait = wait;
        message.timeoutS = timeoutS;
        return message;
    }
    void setRules(ClusterConfig &config, const QByteArray &rules) { config.peers[0].rules = json("{\"rules\":" + rules + '}'); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto config = ClusterConfig::demo();
        config.nodes = 2;
        config.sites = 2;
        start(config);
    }
    void cleanup()
    {
        m_state.reset();
        QCOMPARE(m_scheduler->pending(), 0);
    }

    void peersAreThereAfterTheStart()
    {
        QCOMPARE(m_state->services().registrar.size(), 3);
        QCOMPARE(m_state->services().registrar.find(crmPeer)->capabilities, QStringList{u"msg"_s});
        QCOMPARE(m_state->node(0).connectionCount(), 2);
        QCOMPARE(m_state->node(1).connectionCount(), 1);
        QVERIFY(m_state->find(u"site_2"_s, u"node2"_s));
        QVERIFY(!m_state->find(u"site_2"_s, u"node1"_s));
    }

    void recordsAreRenewedWhileConnectionsAreOpen()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        for (int i = 0; i < 20; ++i) {
            pass(std::chrono::seconds(20));
            connection->onText(R"(["connection_info",{"qid":1}])"); // it is alive
        }
        QVERIFY(m_state->services().registrar.find(connection->id()));
        QCOMPARE(m_state->services().registrar.size(), 4); // the virtual peers answer pings
        connection->onClosed();
        QVERIFY(!m_state->services().registrar.find(connection->id()));
    }

    void silentPeersAreDropped()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        pass(std::chrono::seconds(30));
        QCOMPARE(transport.pings.size(), 1);
        connection->onPong(transport.pings.last());
        pass(std::chrono::seconds(60));
        QCOMPARE(transport.pings.size(), 3);
        QVERIFY(!transport.isAborted);
        pass(std::chrono::seconds(30)); // two are missed
        QVERIFY(transport.isAborted);
        QVERIFY(!connection->isOpen());
        QVERIFY(!m_state->services().registrar.find(connection->id()));
    }

    void answersAreMatchedByQid()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        const auto first = perform(connection->id(), message(u"work"_s));
        const QByteArray firstQid = transport.last().at(1)[u"qid"].toCompact();
        const auto second = perform(connection->id(), message(u"work"_s));
        const QByteArray secondQid = transport.last().at(1)[u"qid"].toCompact();
        QVERIFY(firstQid != secondQid);
        connection->onText(R"(["work_result",{"qid":)" + secondQid + R"(,"n":2}])");
        QVERIFY(!*first);
        QCOMPARE((*second)->result, QString::fromLatin1(R"({"n":2})"));
        connection->onText(R"(["other_result",{"qid":)" + firstQid + "}]"); // foreign
        connection->onText(R"(["work_result",{"qid":)" + secondQid + "}]"); // a second time
        connection->onText(R"(["work_result",[1]])");
        QVERIFY(!*first);
        QCOMPARE(m_state->node(0).droppedAnswers(), 3);
        connection->onText(R"(["work_result",{"qid":)" + firstQid + R"(,"result":"error"}])");
        QCOMPARE((*first)->error.code, u"rejected"_s);
        connection->onClosed();
        QCOMPARE(m_state->node(0).droppedAnswers(), 3);
    }

    void waitsEndAtTheirTime()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        const auto outcome = perform(connection->id(), message(u"work"_s, u"{}"_s, true, 0.0005)); // rounded up to 1 ms
        const QByteArray qid = transport.last().at(1)[u"qid"].toCompact();
        QVERIFY(!*outcome);
        pass(std::chrono::milliseconds(1));
        QCOMPARE((*outcome)->kind, operation::OutcomeKind::Timeout);
        connection->onText(R"(["work_result",{"qid":)" + qid + "}]"); // late
        QCOMPARE((*outcome)->kind, operation::OutcomeKind::Timeout);
        QCOMPARE(m_state->node(0).droppedAnswers(), 1);
    }

    void deliveryIsConfirmedByThePong()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        const auto confirmed = perform(connection->id(), message(u"notice"_s, u"[1]"_s));
        QCOMPARE(transport.texts.last(), R"(["notice",[1]])");
        QVERIFY(!*confirmed);
        connection->onPong(transport.pings.last() + 1);
        QVERIFY(!*confirmed);
        connection->onPong(transport.pings.last());
        QCOMPARE((*confirmed)->kind, operation::OutcomeKind::Success);
        const auto late = perform(connection->id(), message(u"notice"_s, u"[1]"_s, true, 1));
        pass(std::chrono::seconds(1));
        QCOMPARE((*late)->kind, operation::OutcomeKind::Timeout);
    }

    void aLostConnectionEndsWaits()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        const auto answer = perform(connection->id(), message(u"work"_s));
        const auto delivery = perform(connection->id(), message(u"notice"_s));
        connection->onClosed();
        QCOMPARE((*answer)->error.code, u"not_active"_s);
        QCOMPARE((*delivery)->error.code, u"not_active"_s);
    }

    void slowReadersAreClosed()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        const auto waiting = perform(connection->id(), message(u"work"_s));
        transport.queued = m_config.limits.queueBytes;
        const auto outcome = perform(connection->id(), message(u"more"_s, u"{}"_s, false));
        QCOMPARE((*outcome)->error.code, u"not_active"_s);
        QCOMPARE((*waiting)->error.code, u"not_active"_s);
        QCOMPARE(transport.closeCode, 1013);
        QVERIFY(!connection->isOpen());
    }

    void largeMessagesAreRefused()
    {
        FakeTransport transport;
        auto config = ClusterConfig::demo();
        config.limits.frameBytes = 1000;
        start(config);
        const auto connection = connectPoint(transport);
        const QString large = u"{\"x\":\""_s + QString(1000, u'x') + u"\"}"_s;
        QCOMPARE((*perform(connection->id(), message(u"work"_s, large)))->error.code, u"too_large"_s);
        QCOMPARE((*perform(connection->id(), message(u"work"_s, large, false)))->error.code, u"too_large"_s);
        QCOMPARE(transport.texts.size(), 1); // the answer of setup
    }

    void usersMustLogInInTime()
    {
        FakeTransport transport;
        const auto connection = attach(0, {}, transport);
        pass(std::chrono::milliseconds(29999));
        QCOMPARE(transport.closeCode, 0);
        pass(std::chrono::milliseconds(1));
        QCOMPARE(transport.closeCode, 1008);
        QVERIFY(!connection->isOpen());
        connection->onClosed(); // afterwards, from the socket
        connection->onText("[]");
    }

    void aBannedAddressIsCutOff()
    {
        FakeTransport transport;
        Connection::Opening opening;
        opening.peerAddress = u"10.0.0.1"_s;
        const auto connection = attach(0, opening, transport);
        for (int i = 0; i < 5; ++i) {
            connection->onText(R"(["login",{"qid":1,"login":"admin","pwd":"no","td":"test.rootdomain.ru"}])");
            QCOMPARE(transport.last().at(1)[u"result"].toString(), u"error"_s);
            QCOMPARE(transport.closeCode, 0);
        }
        connection->onText(R"(["login",{"qid":1,"login":"admin","pwd":"demo","td":"test.rootdomain.ru"}])");
        QVERIFY(transport.last().at(1)[u"errormsg"].toString().contains(u"banned"_s));
        QCOMPARE(transport.closeCode, 1008);
    }

    void capabilitiesOfUsersCanBeLimited()
    {
        auto config = ClusterConfig::demo();
        config.users[1].capabilities = {u"rest"_s};
        start(config);
        FakeTransport transport;
        const auto connection = attach(0, {}, transport);
        connection->onText(R"(["setup",{"qid":1,"capabilities":[{"key":"rest"},{"key":"plugin_desk"}]}])");
        connection->onText(R"(["login",{"qid":1,"login":"operator","pwd":"demo","td":"test.rootdomain.ru"}])");
        const core::Json capabilities = transport.last().at(1)[u"capabilities"];
        QCOMPARE(capabilities.at(0)[u"result"].toString(), u"ok"_s);
        QCOMPARE(capabilities.at(1)[u"errormsg"].toString(), u"Access denied by IAM (route not found)"_s);
    }

    void filesOfASessionLingerAfterItsLastConnection()
    {
        FakeTransport transport;
        const auto session = m_state->services().sessions.login(m_config.domain, u"admin"_s, u"demo"_s, SessionType::Cookie, {}, {});
        Connection::Opening opening;
        opening.session = *session;
        const auto first = attach(0, opening, transport);
        const auto second = attach(0, opening, transport);
        FileArea *files = m_state->node(0).sessionFiles((*session)->id);
        QVERIFY(files);
        QVERIFY(!m_state->node(1).sessionFiles((*session)->id));
        IncomingFile incoming(m_state->services().storage);
        QVERIFY(incoming.write("x"));
        QVERIFY(files->add(u"a"_s, incoming, 0));
        first->onClosed();
        QCOMPARE(m_state->node(0).sessionFiles((*session)->id), files);
        second->onClosed();
        QVERIFY(!m_state->node(0).sessionFiles((*session)->id)); // without an open connection: 404
        pass(std::chrono::seconds(29));
        const auto third = attach(0, opening, transport);
        QVERIFY(m_state->node(0).sessionFiles((*session)->id)->find(u"a"_s));
        third->onClosed();
        pass(std::chrono::seconds(30));
        const auto fourth = attach(0, opening, transport);
        QVERIFY(!m_state->node(0).sessionFiles((*session)->id)->find(u"a"_s));
        QCOMPARE(m_state->services().storage.usedBytes(), 0);
    }

    void sessionsOfConnectionsEndWithThem()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        const SessionPtr session = connection->session();
        connection->onClosed();
        QVERIFY(m_state->services().sessions.find(session->id));
        pass(std::chrono::seconds(40)); // 30 s, then the next sweep
        QVERIFY(session->isClosed);
        QVERIFY(!m_state->services().sessions.find(session->id));
    }

    void sessionsOfConnectionsLastAsLongAsThey()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        for (int i = 0; i < 13 * 120; ++i) { // 13 hours in which it answers pings and no more
            pass(std::chrono::seconds(30));
            connection->onPong(transport.pings.last());
        }
        QVERIFY(connection->isOpen());
        QVERIFY(m_state->services().sessions.find(connection->session()->id));
        QCOMPARE(m_state->services().registrar.size(), 4); // those of virtual peers too
    }

    void anExpiredSessionClosesItsConnections()
    {
        FakeTransport transport;
        const auto session = m_state->services().sessions.login(m_config.domain, u"admin"_s, u"demo"_s, SessionType::Cookie, {}, {});
        m_state->services().sessions.setTtl(**session, 5);
        Connection::Opening opening;
        opening.session = *session;
        const auto connection = attach(0, opening, transport);
        pass(std::chrono::seconds(4));
        connection->onText("[]"); // use extends it
        pass(std::chrono::seconds(4));
        QCOMPARE(transport.closeCode, 0);
        pass(std::chrono::seconds(12));
        QCOMPARE(transport.closeCode, 1008);
    }

    void aNodeCrashesWithAllItHas()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport, u"crm"_s, 1);
        const auto waiting = perform(connection->id(), message(u"work"_s));
        m_state->crash(m_state->node(1));
        QVERIFY(transport.isAborted);
        QCOMPARE((*waiting)->error.code, u"not_active"_s);
        QCOMPARE((*perform(connection->id(), message(u"work"_s)))->error.code, u"not_active"_s);
        pass(std::chrono::seconds(70));
        QVERIFY(!m_state->services().registrar.find(connection->id())); // nobody renewed it
        QVERIFY(m_state->services().registrar.find(crmPeer));
    }

    // Virtual peers ---------------------------------------------------------------------------------------------------
    void peersAnswerByRules()
    {
        const auto answer = perform(crmPeer, message(u"hello"_s, u"{\"text\":\"Hi\"}"_s));
        QVERIFY(!*answer); // never from within the call
        pass(std::chrono::milliseconds(0));
        QCOMPARE((*answer)->result, QString::fromLatin1(R"({"result":"ok","text":"Hello from the CRM","received":"Hi"})"));
        const auto slow = perform(crmPeer, message(u"slow"_s));
        pass(std::chrono::milliseconds(2999));
        QVERIFY(!*slow);
        pass(std::chrono::milliseconds(1));
        QCOMPARE((*slow)->kind, operation::OutcomeKind::Success);
        const auto notice = perform(crmPeer, message(u"notice"_s));
        pass(std::chrono::milliseconds(0));
        QCOMPARE((*notice)->kind, operation::OutcomeKind::Success);
    }

    void peersThatAnswerTwiceAreHeardOnce()
    {
        auto config = ClusterConfig::demo();
        setRules(config, R"([{"times":2,"reply":{}}])");
        start(config);
        const auto answer = perform(crmPeer, message(u"x"_s));
        pass(std::chrono::milliseconds(0));
        QVERIFY(*answer);
        QCOMPARE(m_state->node(0).droppedAnswers(), 1);
    }

    void peersThatCloseComeBack()
    {
        auto config = ClusterConfig::demo();
        setRules(config, R"([{"name":"first","to":1,"close":4000},{"reply":{}}])");
        start(config);
        const auto answer = perform(crmPeer, message(u"x"_s));
        pass(std::chrono::milliseconds(0));
        QCOMPARE((*answer)->error.code, u"not_active"_s);
        QVERIFY(!m_state->services().registrar.find(crmPeer));
        pass(std::chrono::seconds(1));
        QVERIFY(m_state->services().registrar.find(crmPeer));
        const auto again = perform(crmPeer, message(u"x"_s)); // its rules count anew
        pass(std::chrono::milliseconds(0));
        QCOMPARE((*again)->error.code, u"not_active"_s);
    }

    void peersThatStopReadingFillUpAndAreDropped()
    {
        auto config = ClusterConfig::demo();
        config.limits.queueBytes = 200;
        setRules(config, R"([{"stopReading":true}])");
        start(config);
        const auto first = perform(crmPeer, message(u"x"_s, u"{}"_s, true, 60));
        pass(std::chrono::milliseconds(0));
        const auto delivery = perform(crmPeer, message(u"notice"_s, u"{}"_s, true, 1));
        pass(std::chrono::seconds(1));
        QCOMPARE((*delivery)->kind, operation::OutcomeKind::Timeout);
        const auto tooMuch = perform(crmPeer, message(u"y"_s, u'"' + QString(200, u'x') + u'"', false));
        QCOMPARE((*tooMuch)->error.code, u"not_active"_s);
        QCOMPARE((*first)->error.code, u"not_active"_s);
        pass(std::chrono::seconds(1));
        QVERIFY(m_state->services().registrar.find(crmPeer));
    }

    // Scenarios -------------------------------------------------------------------------------------------------------
    void scenariosAreInterruptedBehindTheirNextComponent()
    {
        // pause 5 s, then a message that must not be sent any more.
        const auto stored = m_state->services().scripts.create(json(R"({"code":"p","scriptdata":{"objects":[
            {"oId":1,"oType":101,"type":0,"defineVars":1,"transfer":2},
            {"oId":2,"oType":103,"timeoutMs":{"argType":1,"varType":1,"value":"5000"},"transfer":3},
            {"oId":3,"oType":144,"operation":0,"conn":{"argType":1,"varType":2,"value":"none"},"capabilityName":{"argType":1,"varType":2,"value":"msg"},
             "eventName":{"argType":1,"varType":2,"value":"x"},"content":{"argType":1,"varType":2,"value":"{}"},"transfer":4,"transferError":4},
            {"oId":4,"oType":102}],"variables":[{"id":"1","name":"v","type":1,"location":0},{"id":"2","name":"g","type":1,"location":5}]}})"));
        QVERIFY(stored);
        SvcHost &svc = m_state->node(0).svc();
        std::optional<core::Result<core::Json>> answer;
        const auto done = [&answer](const core::Result<core::Json> &variables) {
            answer = variables;
        };

        QString run = svc.start(u"p"_s, {}, std::chrono::seconds(10), done)->id;
        QVERIFY(svc.isRunning(run));
        pass(std::chrono::seconds(5));
        QVERIFY(!svc.isRunning(run));
        QCOMPARE((*answer)->toCompact(), R"({"v":0})"); // only local variables

        answer.reset();
        run = svc.start(u"p"_s, {}, std::chrono::seconds(2), done)->id;
        pass(std::chrono::seconds(2));
        QCOMPARE(answer->error().code, u"timeout"_s);
        QVERIFY(svc.isRunning(run)); // the pause goes on
        pass(std::chrono::seconds(3));
        QVERIFY(!svc.isRunning(run));

        answer.reset();
        run = svc.start(u"p"_s, {}, std::chrono::seconds(10), done)->id;
        QVERIFY(svc.abort(run));
        QCOMPARE(answer->error().code, u"aborted"_s);
        QVERIFY(!svc.isRunning(run));
        QVERIFY(!svc.abort(run)); // it is gone

        answer.reset();
        QCOMPARE(svc.start(u"none"_s, {}, std::chrono::seconds(10), done).error().code, u"not_found"_s);
        QVERIFY(!answer);
        run = svc.start(u"p"_s, {}, std::chrono::seconds(10), done)->id;
        m_state->crash(m_state->node(0));
        QVERIFY(!svc.isRunning(run));
        QVERIFY(!answer);
    }

    void loopsThatNeverEndAreStopped()
    {
        QVERIFY(m_state->services().scripts.create(json(R"({"code":"l","scriptdata":{"objects":[
            {"oId":1,"oType":101,"type":0,"transfer":2},
            {"oId":2,"oType":106,"mode":0,"variable":"v","value":{"argType":1,"varType":1,"value":"1"},"transfer":2}],
            "variables":[{"id":"1","name":"v","type":1,"location":0}]}})")));
        std::optional<core::Result<core::Json>> answer;
        QVERIFY(m_state->node(0).svc().start(u"l"_s, {}, std::chrono::seconds(60),
                                             [&answer](const core::Result<core::Json> &variables) { answer = variables; }));
        QVERIFY(!answer); // others got their turn
        for (int i = 0; i < 1000 && !answer; ++i)
            pass(std::chrono::milliseconds(0));
        QVERIFY(answer);
        QCOMPARE(answer->error().code, u"failed"_s);
        QCOMPARE(m_state->node(0).svc().runCount(), 0);
    }

    void aChangedScenarioIsCompiledAnew()
    {
        Scripts &scripts = m_state->services().scripts;
        const core::Json stored =
            *scripts.create(json(R"({"code":"c","id":"fixed","scriptdata":{"objects":[{"oId":1,"oType":101}],"variables":[]}})"));
        QCOMPARE(stored[u"id"].toString(), u"fixed"_s);
        QCOMPARE(stored[u"name"].toString(), u"c"_s);
        const auto first = scripts.runnable(u"c"_s);
        QVERIFY(first);
        QCOMPARE(scripts.runnable(u"c"_s).value(), *first);
        QCOMPARE(scripts.change(u"fixed"_s, json("1")).error().code, u"bad_request"_s);
        QCOMPARE(scripts.change(u"other"_s, json("{}")).error().code, u"not_found"_s);
        QCOMPARE(scripts.change(u"fixed"_s, json(R"({"scriptdata":1})")).error().code, u"bad_request"_s);
        QVERIFY(scripts.create(json(R"({"code":"d","scriptdata":{"objects":[]}})")));
        QCOMPARE(scripts.change(u"fixed"_s, json(R"({"code":"d"})")).error().code, u"code_exists"_s);
        const auto changed = scripts.change(u"fixed"_s, json(R"({"code":"e","id":"no","scriptdata":{"objects":[],"variables":[]}})"));
        QCOMPARE((*changed)[u"id"].toString(), u"fixed"_s);
        QVERIFY(!scripts.findByCode(u"c"_s));
        QCOMPARE(scripts.runnable(u"e"_s).error().code, u"no_start"_s);
        QCOMPARE(scripts.remove(u"other"_s).error().code, u"not_found"_s);
        for (const char *bad : {"1", "{}", R"({"code":""})", R"({"code":"x"})", R"({"code":"x","scriptdata":{}})"})
            QCOMPARE(scripts.create(json(bad)).error().code, u"bad_request"_s);
    }

    void startParametersAreTakenByNumber()
    {
        QVERIFY(m_state->services().scripts.create(json(R"({"code":"s","scriptdata":{"objects":[
            {"oId":1,"oType":101,"type":0,"transfer":2},
            {"oId":2,"oType":106,"mode":0,"variable":"v","value":{"argType":3,"varType":2,"value":"startparam(20) ++ startparam(2) ++ startparam(3) "},"transfer":3},
            {"oId":3,"oType":102}],"variables":[{"id":"1","name":"v","type":2,"location":0}]
}
})")));
        FakeTransport transport;
        const auto connection = connectPoint(transport, u"svc"_s);
        connection->onText(R"(["start_svcscript",{"qid":1,"code":"s","startparam20":"x","startparam2":1.5,"startparam3":{"a":[1]},)"
                           R"("startparam21":"no","startparam02":"no","startparam":"no","startparam1":null}])");
        QCOMPARE(transport.last().at(1)[u"data"][u"variables"][u"v"].toString(), QString::fromLatin1(R"(x1.5{"a":[1]})"));
    }

    void limitsScenariosAndRuns()
    {
        auto config = ClusterConfig::demo();
        config.limits.scripts = 1;
        config.limits.runs = 1;
        start(config);
        Scripts &scripts = m_state->services().scripts;
        QVERIFY(scripts.create(json(R"({"code":"p","scriptdata":{"objects":[{"oId":1,"oType":101,"transfer":2},
            {"oId":2,"oType":103,"timeoutMs":{"argType":1,"varType":1,"value":"5000"}}],"variables":[]}})")));
        QCOMPARE(scripts.create(json(R"({"code":"q","scriptdata":{"objects":[]}})")).error().code, u"too_many"_s);
        SvcHost &svc = m_state->node(0).svc();
        const auto ignored = [](const core::Result<core::Json> &) {
        };
        QVERIFY(svc.start(u"p"_s, {}, std::chrono::seconds(10), ignored));
        QCOMPARE(svc.start(u"p"_s, {}, std::chrono::seconds(10), ignored).error().code, u"too_many_runs"_s);
    }

    // Subscriptions ---------------------------------------------------------------------------------------------------
    void subscriptionsLastAsLongAsAsked()
    {
        FakeTransport transport;
        const auto connection = connectPoint(transport);
        const auto subscribe = [&](const QByteArray &more) {
            connection->onText(R"(["subscribe",{"qid":1,"id":"s",)" + more + "}]");
            return transport.last().at(1)[u"result"].toString();
        };
        const auto eventsOf = [&] {
            return std::count_if(transport.texts.begin(), transport.texts.end(),
                                 [](const QByteArray &text) { return text.startsWith("[\"notify\""); });
        };
        QCOMPARE(subscribe(R"("events":["nonsense"])"), u"error"_s);
        QCOMPARE(subscribe(R"("events":["registrarevents.user_unregistered"],"expires":10)"), u"ok"_s);
        FakeTransport other;
        connectPoint(other)->onClosed();
        QCOMPARE(eventsOf(), 1);
        QCOMPARE(subscribe(R"("events":["user_registered","user_unregistered"],"objects":["nobody"],"expires":10)"), u"ok"_s);
        connectPoint(other)->onClosed();
        QCOMPARE(eventsOf(), 1);
        QCOMPARE(subscribe(R"("events":["*"],"objects":["*"],"expires":10)"), u"ok"_s);
        connectPoint(other)->onClosed();
        QCOMPARE(eventsOf(), 4); // registered, set up, gone
        QCOMPARE(subscribe(R"("expires":0)"), u"ok"_s);
        connectPoint(other)->onClosed();
        QCOMPARE(eventsOf(), 4);
        for (const char *bad :
             {R"("events":"*")", R"("events":[1])", R"("events":["*"],"objects":"nobody")", R"("events":["*"],"objects":[1])"})
            QVERIFY2(subscribe(bad) == u"error"_s, bad);
        QCOMPARE(subscribe(R"("events":["registrarevents"],"expires":10)"), u"ok"_s);
        pass(std::chrono::seconds(10));
        connectPoint(other)->onClosed();
        QCOMPARE(eventsOf(), 4);
        for (int i = 0; i < 100; ++i)
            connection->onText("[\"subscribe\",{\"qid\":1,\"id\":\"s" + QByteArray::number(i) + "\",\"events\":[\"*\"]}]");
        QCOMPARE(transport.last().at(1)[u"result"].toString(), u"ok"_s);
        QCOMPARE(subscribe(R"("events":["*"])"), u"error"_s);
    }

    void onlyAdministratorsAmongUsersSubscribe()
    {
        FakeTransport transport;
        const auto connection = attach(0, {}, transport);
        connection->onText(R"(["setup",{"qid":1,"capabilities":[{"key":"subscr"}]}])");
        connection->onText(R"(["login",{"qid":1,"login":"operator","pwd":"demo","td":"test.rootdomain.ru"}])");
        connection->onText(R"(["subscribe",{"qid":1,"id":"s","events":["*"]}])");
        QVERIFY(transport.last().at(1)[u"errormsg"].toString().startsWith(u"Only administrators"_s));
    }

    void aFaultyConfigurationIsSaid()
    {
        m_state.reset();
        m_config = ClusterConfig::demo();
        m_config.plugins[0].description = u"/nowhere/x.json"_s;
        m_state = std::make_unique<ClusterState>(m_config, *m_clock, *m_scheduler, m_random);
        QCOMPARE(m_state->prepare().error().code, u"config"_s);
        m_state.reset();
        m_config.plugins[0].description.clear();
        m_config.scripts = json(R"([{"code":"a","scriptdata":{}}])");
        m_state = std::make_unique<ClusterState>(m_config, *m_clock, *m_scheduler, m_random);
        QCOMPARE(m_state->prepare().error().code, u"config"_s);
    }
};

QTEST_GUILESS_MAIN(TestState)
#include "tst_state.moc"
