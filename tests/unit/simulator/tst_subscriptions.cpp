// SPDX-License-Identifier: GPL-3.0-or-later
// Events of the registrar to subscribers (capability subscr, class registrarevents, platform.md §3): renewals, each reason for an end,
// limits, filters.
#include "support/simulatedstate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace signalbox;
using core::Json;
using test::FakeTransport;
using test::SimulatedState;

namespace {

const auto crm = u"3f2a7c64-58b1-4c0e-8e0d-1b6a90d4e102"_s;
const auto orders = u"3f2a7c64-58b1-4c0e-8e0d-1b6a90d4e103"_s;

} // namespace

class TestSubscriptions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SimulatedState> m_cluster;
    FakeTransport m_listener;

    /// Subscribes; the answer.
    Json subscribe(const QByteArray &members, const QByteArray &id = "s")
    {
        return m_listener.call("subscribe", "{\"qid\":1,\"id\":\"" + id + "\"," + members + '}');
    }
    /// Time, while the listener answers pings.
    void pass(std::chrono::milliseconds time)
    {
        constexpr auto step = std::chrono::milliseconds(20000);
        for (; time > step; time -= step) {
            m_cluster->pass(step);
            m_listener.connections.last()->onPong(0);
        }
        m_cluster->pass(time);
    }
    /// Types, with the reason behind them, of what was told about this connection.
    QStringList toldOf(const QString &connection) const
    {
        QStringList told;
        const auto notifications = m_listener.notifications();
        for (const Json &notification : notifications) {
            if (notification[u"data"][u"connection_id"].toString() == connection)
                told << (notification[u"type"].toString() + u' ' + notification[u"data"][u"reason"].toString()).trimmed();
        }
        return told;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto config = simulator::ClusterConfig::demo();
        config.nodes = 2;
        m_cluster = std::make_unique<SimulatedState>(std::move(config));
        m_cluster->connectPoint(m_listener, u"svc"_s, {"subscr"});
    }
    void cleanup()
    {
        m_listener.connections.clear();
        m_listener.texts.clear();
        m_cluster->state.reset();
        QCOMPARE(m_cluster->scheduler.pending(), 0);
    }

    void tellsAllThatIsDocumented()
    {
        QCOMPARE(subscribe(R"("events":["registrarevents"],"expires":300)")[u"result"].toString(), u"ok"_s);
        FakeTransport peer;
        simulator::Connection::Opening opening;
        opening.side = simulator::Side::Token;
        opening.point = m_cluster->config.point(u"crm"_s);
        opening.app = u"an app"_s;
        opening.peerAddress = u"10.0.0.7"_s;
        opening.peerPort = 4711;
        const auto connection = m_cluster->attach(peer, opening, 1); // on another node
        SimulatedState::setUp(peer, {"msg"});
        const Json event = m_listener.notifications().last();
        QCOMPARE(event[u"class"].toString(), u"registrarevents"_s);
        QCOMPARE(event[u"type"].toString(), u"user_registered"_s);
        QCOMPARE(event[u"eventts"].toInt(), m_cluster->clock.nowMs());
        const Json &data = event[u"data"];
        QCOMPARE(data[u"user_id"].toString(), crm);
        QCOMPARE(data[u"ttl"].toInt(), 60);
        QCOMPARE(data[u"connection_id"].toString(), connection->id());
        QCOMPARE(data[u"session_id"].toString(), connection->session()->id);
        QCOMPARE(data[u"app"].toString(), u"an app"_s);
        QCOMPARE(data[u"caps"].toCompact(), R"(["msg"])");
        QCOMPARE(data[u"peer_address"].toString(), u"10.0.0.7"_s);
        QCOMPARE(data[u"peer_port"].toInt(), 4711);
        QVERIFY(!data.contains(u"reason"));
    }

    void tellsEachRenewal()
    {
        FakeTransport peer;
        const auto connection = m_cluster->connectPoint(peer, u"crm"_s, {"msg"});
        subscribe(R"("events":["user_registered"],"expires":300)");
        m_cluster->pass(std::chrono::seconds(19));
        QCOMPARE(toldOf(connection->id()), QStringList());
        m_cluster->pass(std::chrono::seconds(1));
        QCOMPARE(toldOf(connection->id()), QStringList{u"user_registered"_s});
        m_cluster->pass(std::chrono::seconds(20));
        QCOMPARE(toldOf(connection->id()).size(), 2);
    }

    void tellsWhyAConnectionWent_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("reason");
        QTest::newRow("closes") << u"close"_s << u"unregister_contact"_s;
        QTest::newRow("logs out") << u"logout"_s << u"unregister_contact"_s;
        QTest::newRow("misses pings") << u"silence"_s << u"expired_contact"_s;
        QTest::newRow("its node crashes") << u"crash"_s << u"expired_contact"_s;
        QTest::newRow("its session's time is over") << u"expiry"_s << u"expired_contact"_s;
        QTest::newRow("an administrator closes the session") << u"delete"_s << u"delete_contact"_s;
        QTest::newRow("an administrator closes all of the user") << u"delete all"_s << u"delete_aor"_s;
    }
    void tellsWhyAConnectionWent()
    {
        QFETCH(QString, end);
        QFETCH(QString, reason);
        subscribe(R"("events":["registrarevents.user_unregistered"],"expires":3600)");
        FakeTransport peer;
        const auto connection = m_cluster->connectUser(peer, u"operator"_s, {"rest"}, 1);
        const QByteArray session = connection->session()->id.toLatin1();
        const QByteArray sessions = "/rest/v1/master/logicalroles/ws/sessions";
        if (end == "close"_L1) {
            connection->onClosed();
        } else if (end == "logout"_L1) {
            QCOMPARE(m_cluster->rest(0, "DELETE", "/rest/v1/iam/sessions/current", {}, {"Authorization: Bearer " + session}).status(), 204);
        } else if (end == "silence"_L1) {
            pass(std::chrono::seconds(90));
        } else if (end == "crash"_L1) {
            m_cluster->state->crash(m_cluster->state->node(1));
            pass(std::chrono::seconds(90));
        } else if (end == "expiry"_L1) {
            m_cluster->services().sessions.setTtl(*connection->session(), 5);
            m_cluster->pass(std::chrono::seconds(10));
        } else if (end == "delete"_L1) {
            QCOMPARE(m_cluster->rest(0, "DELETE", sessions + '/' + session, {}, {m_cluster->bearer()}).status(), 204);
        } else {
            QCOMPARE(m_cluster->rest(0, "POST", sessions, R"({"login":"operator"})", {m_cluster->bearer()}).reply.body, R"({"closed":2})");
        }
        QCOMPARE(toldOf(connection->id()), QStringList{u"user_unregistered "_s + reason});
        QVERIFY(!connection->isOpen());
    }

    void limitsTheTime()
    {
        QCOMPARE(subscribe(R"("events":["*"],"expires":3600)")[u"expires"].toInt(), 3600);
        QCOMPARE(subscribe(R"("events":["*"])")[u"expires"].toInt(), 3600); // without: the most
        for (const char *bad : {"3601", "-1", "1.5", "\"60\"", "true"})
            QVERIFY2(subscribe(QByteArray(R"("events":["*"],"expires":)") + bad)[u"errormsg"].toString().contains(u"from 0 to 3600"_s),
                     bad);
    }

    void endsAtItsTimeOrWhenTold()
    {
        FakeTransport peer;
        subscribe(R"("events":["*"],"expires":100)");
        pass(std::chrono::milliseconds(99999));
        const auto seen = m_cluster->connectPoint(peer, u"crm"_s, {});
        QCOMPARE(toldOf(seen->id()).size(), 2);
        m_cluster->pass(std::chrono::milliseconds(1));
        seen->onClosed();
        QCOMPARE(toldOf(seen->id()).size(), 2);

        subscribe(R"("events":["*"],"expires":100)");
        pass(std::chrono::seconds(80));
        subscribe(R"("events":["*"],"expires":100)"); // renewed: told once, and for 100 s more
        pass(std::chrono::seconds(50));
        const auto again = m_cluster->connectPoint(peer, u"crm"_s, {});
        QCOMPARE(toldOf(again->id()).size(), 2);
        QCOMPARE(subscribe(R"("expires":0)").toCompact(), R"({"qid":1,"result":"ok","id":"s","expires":0})");
        again->onClosed();
        QCOMPARE(toldOf(again->id()).size(), 2);
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<int>("crmCame");
        QTest::addColumn<int>("crmWent");
        QTest::addColumn<int>("ordersCame");
        QTest::newRow("class") << R"("events":["registrarevents"])"_ba << 2 << 1 << 2;
        QTest::newRow("class with a star") << R"("events":["registrarevents.*"])"_ba << 2 << 1 << 2;
        QTest::newRow("star") << R"("events":["*"],"objects":[])"_ba << 2 << 1 << 2;
        QTest::newRow("type") << R"("events":["user_unregistered"])"_ba << 0 << 1 << 0;
        QTest::newRow("both types") << R"("events":["user_unregistered","registrarevents.user_registered"])"_ba << 2 << 1 << 2;
        QTest::newRow("one object") << R"("events":["*"],"objects":["3f2a7c64-58b1-4c0e-8e0d-1b6a90d4e102"])"_ba << 2 << 1 << 0;
        QTest::newRow("another object") << R"("events":["*"],"objects":["3f2a7c64-58b1-4c0e-8e0d-1b6a90d4e103"])"_ba << 0 << 0 << 2;
        QTest::newRow("all objects beside one") << R"("events":["*"],"objects":["x","*"])"_ba << 2 << 1 << 2;
        QTest::newRow("nobody") << R"("events":["*"],"objects":["x"])"_ba << 0 << 0 << 0;
        QTest::newRow("with a class path") << R"("events":["*"],"classpath":"any")"_ba << 2 << 1 << 2;
    }
    void filters()
    {
        QFETCH(QByteArray, filter);
        QCOMPARE(subscribe(filter)[u"result"].toString(), u"ok"_s);
        FakeTransport peer;
        const auto first = m_cluster->connectPoint(peer, u"crm"_s, {});
        const auto second = m_cluster->connectPoint(peer, u"orders"_s, {});
        first->onClosed();
        const QStringList told = toldOf(first->id());
        QTEST(static_cast<int>(told.count(u"user_registered"_s)), "crmCame"); // connected, then set up
        QTEST(static_cast<int>(told.count(u"user_unregistered unregister_contact"_s)), "crmWent");
        QTEST(static_cast<int>(toldOf(second->id()).size()), "ordersCame");
        QVERIFY(crm != orders);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("said");
        QTest::newRow("no events") << R"("objects":["*"])"_ba << u"events"_s;
        QTest::newRow("empty events") << R"("events":[])"_ba << u"events"_s;
        QTest::newRow("unknown events") << R"("events":["callevents"])"_ba << u"callevents"_s;
        QTest::newRow("unknown type") << R"("events":["registrarevents.x"])"_ba << u"registrarevents.x"_s;
        QTest::newRow("events no list") << R"("events":"*")"_ba << u"lists of texts"_s;
        QTest::newRow("objects no list") << R"("events":["*"],"objects":"x")"_ba << u"lists of texts"_s;
        QTest::newRow("object no text") << R"("events":["*"],"objects":[1])"_ba << u"lists of texts"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, members);
        QFETCH(QString, said);
        const Json answer = subscribe(members);
        QCOMPARE(answer[u"result"].toString(), u"error"_s);
        QVERIFY2(answer[u"errormsg"].toString().contains(said), qPrintable(answer[u"errormsg"].toString()));
        QCOMPARE(m_listener.call("subscribe", R"({"qid":1,"id":7,"events":["*"]})")[u"result"].toString(), u"error"_s);
    }

    void endsWithItsConnection()
    {
        subscribe(R"("events":["*"])");
        m_listener.connections.last()->onClosed();
        const qsizetype before = m_listener.texts.size();
        FakeTransport peer;
        m_cluster->connectPoint(peer, u"crm"_s, {});
        QCOMPARE(m_listener.texts.size(), before);
    }
};

QTEST_GUILESS_MAIN(TestSubscriptions)
#include "tst_subscriptions.moc"
