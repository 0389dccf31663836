// SPDX-License-Identifier: GPL-3.0-or-later
// The registrar's events: subscribed and renewed in time, told in order, and followed across lost links and sessions (platform.md §2, §3).
#include "cluster/registrarwatch.h"
#include "stage.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

/// JSON written with ' for ".
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

constexpr const char *listPath = "/rest/v1/master/logicalroles/ws/sessions";

QByteArray record(const QByteArray &connection, const QByteArray &login = "crm", const QByteArray &node = "ws1")
{
    return quoted("{'session_id':'s-" + connection + "','session_type':'token','user_id':'u-" + login + "','login':'" + login +
                  "','ttl':500,'connections':[{'connection_id':'" + connection + "','site':'main','node':'" + node +
                  "','caps':['msg','late']}]}");
}

QByteArray notice(const QByteArray &type, const QByteArray &connection, const QByteArray &more = {})
{
    return quoted("['notify',{'class':'registrarevents','type':'user_" + type +
                  "','eventts':1,'data':{'user_id':'u-crm','ttl':60,'connection_id':'" + connection + "','session_id':'s-" + connection +
                  "','app':'x','caps':['msg','late'],'peer_address':'10.0.0.1','peer_port':7" + more + "}}]");
}

QString textOf(const RegistrarEvent &event)
{
    const protocol::ConnectionRecord &connection = event.registration.connection;
    switch (event.kind) {
    case RegistrarEvent::Kind::Registered:
        return u"+%1 %2@%3 %4"_s.arg(connection.connectionId, event.registration.session.login, connection.node).arg(event.ttlS);
    case RegistrarEvent::Kind::Changed:
        return u"~%1 %2"_s.arg(connection.connectionId, connection.capabilities.join(u','));
    case RegistrarEvent::Kind::Renewed:
        return u"=%1 %2"_s.arg(connection.connectionId).arg(event.ttlS);
    case RegistrarEvent::Kind::Unregistered:
        break;
    }
    return u"-%1 %2"_s.arg(connection.connectionId, event.reason);
}

struct WatchStage : Stage {
    explicit WatchStage(RegistrarWatch::Options theOptions = {LinkKind::User, 300, {}}) : Stage(true), options(theOptions)
    {
        fake.on("GET", listPath, [this](const FakeRequest &) {
            ++lists;
            return listReply ? *listReply : jsonReply('[' + records.join(',') + ']');
        });
        records = {record("c1"), record("c2", "ada", "ws2")};
    }

    RegistrarWatch &watch()
    {
        if (!m_watch) {
            m_watch = std::make_unique<RegistrarWatch>(session(), options);
            QObject::connect(m_watch.get(), &RegistrarWatch::happened, m_watch.get(),
                             [this](const RegistrarEvent &event) { tell(textOf(event)); });
            QObject::connect(m_watch.get(), &RegistrarWatch::lost, m_watch.get(), [this] { tell(u"lost"_s); });
            QObject::connect(m_watch.get(), &RegistrarWatch::restored, m_watch.get(), [this] { tell(u"restored"_s); });
            QObject::connect(m_watch.get(), &RegistrarWatch::ended, m_watch.get(),
                             [this](const core::Error &error) { tell(u"ended "_s + error.code); });
        }
        return *m_watch;
    }
    void destroyWatch() { m_watch.reset(); }

    void tell(const QString &line)
    {
        told.append(line);
        if (onTold)
            onTold(line);
    }

    /// False when it does not come to be.
    bool open()
    {
        if (!logIn())
            return false;
        Answer answer(watch().open());
        const bool came = QTest::qWaitFor([&answer] { return answer.result.has_value(); });
        if (came && *answer.result) {
            for (const Registration &registration : **answer.result)
                told.append(u'*' + registration.connection.connectionId);
        } else if (came) {
            told.append(answer.code());
        }
        manual.advance(0ms);
        return came && answer.result->has_value();
    }
    /// Waits, moving time on in small steps, until something has been told as often as this.
    bool comes(const QString &line, int times = 1)
    {
        return QTest::qWaitFor([&] {
            manual.advance(50ms);
            return told.count(line) >= times;
        });
    }
    /// Everything that was told so far, once a sign of life has come through after it.
    QStringList all()
    {
        socket().sendText(notice("registered", "c1"));
        const int before = static_cast<int>(told.count(u"=c1 60"_s));
        if (!QTest::qWaitFor([&] {
                manual.advance(10ms);
                return told.count(u"=c1 60"_s) > before;
            }))
            return {u"nothing more came"_s};
        told.removeLast();
        return told;
    }
    /// What came as this method, over all sockets.
    QList<core::Json> sent(const QByteArray &method) const
    {
        QList<core::Json> bodies;
        for (const FakeSocket *each : fake.sockets) {
            for (const QByteArray &text : each->texts) {
                if (methodOf(text).toUtf8() == method)
                    bodies.append(json(text).at(1));
            }
        }
        return bodies;
    }
    int logins() const { return static_cast<int>(fake.requestsFor("POST", "/rest/v1/iam/sessions").size()); }
    int handshakes() const
    {
        return static_cast<int>(std::count_if(fake.requests.begin(), fake.requests.end(),
                                              [](const FakeRequest &request) { return request.headers.contains("sec-websocket-key"); }));
    }

    RegistrarWatch::Options options;
    QByteArrayList records;
    std::optional<FakeReply> listReply;
    QStringList told;
    std::function<void(const QString &)> onTold;
    int lists = 0;

private:
    std::unique_ptr<RegistrarWatch> m_watch;
};

} // namespace

class TestRegistrarWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void opensAsAUser()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        QCOMPARE(stage.told, QStringList({u"*c1"_s, u"*c2"_s}));
        QCOMPARE(stage.socket().target, "/ws"_ba);
        QCOMPARE(stage.socket().cookie, "RSession=c00c1e-va1ue"_ba);
        QStringList methods;
        for (const QByteArray &text : stage.socket().texts)
            methods.append(methodOf(text));
        QCOMPARE(methods, QStringList({u"setup"_s, u"login"_s, u"subscribe"_s}));
        const core::Json subscription = stage.sent("subscribe").first();
        QCOMPARE(subscription[u"events"].toCompact(), "[\"registrarevents\"]"_ba);
        QCOMPARE(subscription[u"expires"].toInt(), 300);
        QVERIFY(!subscription[u"id"].toString().isEmpty());
        QCOMPARE(stage.sent("setup").first()[u"capabilities"].toCompact(), "[{\"key\":\"subscr\"}]"_ba);
        // Subscribed first, listed then: nothing can happen between them unseen.
        QCOMPARE(stage.lists, 1);
        QCOMPARE(stage.leakedSecret(), QString());
    }

    void opensByToken()
    {
        WatchStage stage({LinkKind::Token, 3600, {}});
        QVERIFY(stage.open());
        QCOMPARE(stage.socket().target, "/ws/token/v1"_ba);
        QCOMPARE(stage.socket().authorization, "Bearer 0123456789abcdef0123456789abcdef"_ba);
        QVERIFY(stage.sent("login").isEmpty());
        QCOMPARE(stage.sent("subscribe").first()[u"expires"].toInt(), 3600);
    }

    void openingFails_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("listStatus");
        QTest::addColumn<QString>("code");
        QTest::newRow("setup") << "setup"_ba
                               << ",'capabilities':[{'key':'subscr','result':'error','errormsg':'No'}]"_ba << 200 << u"refused"_s;
        QTest::newRow("subscribe") << "subscribe"_ba
                                   << ",'result':'error','errormsg':'Only administrators'"_ba << 200 << u"refused"_s;
        QTest::newRow("list") << "other"_ba
                              << ""_ba << 403 << u"refused"_s;
        QTest::newRow("list is busy") << "other"_ba
                                      << ""_ba << 503 << u"try_later"_s;
    }

    void openingFails()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, answer);
        QFETCH(const int, listStatus);
        QFETCH(const QString, code);
        WatchStage stage;
        stage.extra.insert(method, quoted(answer));
        if (listStatus != 200)
            stage.listReply = jsonReply("{}", listStatus);
        QVERIFY(!stage.open());
        QCOMPARE(stage.told, QStringList(code)); // a first failure is told at once
        QTRY_VERIFY(stage.socket().isGone);
        // And it can be tried again.
        stage.extra.clear();
        stage.listReply.reset();
        QVERIFY(stage.open());
        Answer twice(stage.watch().open());
        QTRY_COMPARE(twice.code(), u"busy"_s);
    }

    void renewalTimes_data() // platform.md §3: 300 s after 240, 3600 s after 3000
    {
        QTest::addColumn<int>("expires");
        QTest::addColumn<int>("renewed");
        QTest::newRow("300 s") << 300 << 240;
        QTest::newRow("3600 s") << 3600 << 3000;
        QTest::newRow("between") << 600 << 500;
        QTest::newRow("short") << 60 << 48;
        QTest::newRow("very short") << 5 << 4;
        QTest::newRow("shortest") << 1 << 1;
    }

    void renewalTimes()
    {
        QFETCH(const int, expires);
        QFETCH(const int, renewed);
        QCOMPARE(RegistrarWatch::renewAfter(std::chrono::seconds(expires)).count(), renewed);
        WatchStage stage({LinkKind::User, expires, {}});
        stage.profile.dialect.pingIntervalMs = 0;
        QVERIFY(stage.open());
        for (int round = 2; round < 5; ++round) {
            stage.manual.advance(std::chrono::seconds(renewed) - 1ms);
            stage.socket().sendText(notice("registered", "c1")); // when it comes, so would have a renewal before it
            QTRY_COMPARE(stage.told.count(u"=c1 60"_s), round - 1);
            QCOMPARE(stage.sent("subscribe").size(), round - 1);
            stage.manual.advance(1ms);
            QTRY_COMPARE(stage.sent("subscribe").size(), round);
            QTRY_COMPARE(stage.log.filter(u"< [\"subscribe_result"_s).size(), round);
        }
        const QList<core::Json> all = stage.sent("subscribe");
        for (const core::Json &each : all) {
            QCOMPARE(each[u"id"], all.first()[u"id"]);
            QCOMPARE(each[u"expires"].toInt(), expires);
        }
    }

    void aShorterGrantIsRenewedSooner()
    {
        WatchStage stage;
        stage.profile.dialect.pingIntervalMs = 0;
        stage.extra.insert("subscribe", quoted(",'result':'ok','expires':60"));
        QVERIFY(stage.open());
        stage.manual.advance(48s);
        QTRY_COMPARE(stage.sent("subscribe").size(), 2);
    }

    void aRefusedRenewalEndsIt()
    {
        WatchStage stage;
        stage.profile.dialect.pingIntervalMs = 0;
        QVERIFY(stage.open());
        stage.extra.insert("subscribe", quoted(",'result':'error','errormsg':'No longer'"));
        stage.manual.advance(240s);
        QTRY_COMPARE(stage.told.last(), u"ended refused"_s);
        QTRY_VERIFY(stage.socket().isGone);
        QCOMPARE(stage.handshakes(), 1);
    }

    void anUnansweredRenewalIsALostLink()
    {
        WatchStage stage;
        stage.profile.dialect.pingIntervalMs = 0;
        QVERIFY(stage.open());
        stage.silentMethods = {"subscribe"};
        stage.manual.advance(240s);
        QTRY_COMPARE(stage.sent("subscribe").size(), 2);
        stage.silentMethods.clear();
        stage.manual.advance(stage.profile.timeouts.request);
        QVERIFY(stage.comes(u"restored"_s));
        QCOMPARE(stage.told.filter(u"lost"_s).size(), 1);
        QCOMPARE(stage.handshakes(), 2);
    }

    void endsTheSubscription()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        Answer close(stage.watch().close());
        QTRY_COMPARE(close.code(), u"ok"_s);
        QCOMPARE(stage.sent("subscribe").size(), 2);
        QCOMPARE(stage.sent("subscribe").last()[u"expires"].toInt(), 0);
        QCOMPARE(stage.sent("subscribe").last()[u"id"], stage.sent("subscribe").first()[u"id"]);
        QTRY_COMPARE(stage.socket().closeCode, 1000);
        QCOMPARE(stage.told.size(), 2);
        QCOMPARE(stage.manual.pending(), 0);
    }

    void endsThoughNobodyAnswers()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.silentMethods = {"subscribe"};
        Answer close(stage.watch().close());
        QTRY_COMPARE(stage.sent("subscribe").size(), 2);
        stage.manual.advance(2s);
        QCOMPARE(close.code(), u"ok"_s);
    }

    void tellsWhatHappens_data()
    {
        QTest::addColumn<QString>("reason");
        for (const QString &reason : {u"expired_contact"_s, u"unregister_contact"_s, u"delete_contact"_s, u"delete_aor"_s})
            QTest::newRow(qPrintable(reason)) << reason; // platform.md §3
    }

    void tellsWhatHappens()
    {
        QFETCH(const QString, reason);
        WatchStage stage;
        QVERIFY(stage.open());
        stage.told.clear();
        stage.records.append(record("c3", "bob", "ws3"));
        stage.socket().sendText(notice("registered", "c2"));
        stage.socket().sendText(notice("registered", "c3")); // new: the list tells who and where
        stage.socket().sendText(notice("registered", "c3"));
        stage.socket().sendText(notice("unregistered", "c3", ",'reason':'" + reason.toUtf8() + "'"));
        stage.socket().sendText(notice("unregistered", "c3"));
        stage.socket().sendText(notice("unregistered", "c9"));
        QCOMPARE(stage.all(), QStringList({u"=c2 60"_s, u"+c3 bob@ws3 60"_s, u"=c3 60"_s, u"-c3 "_s + reason}));
        QCOMPARE(stage.lists, 2); // once for c3
    }

    void framesThatAreNoEvents()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.told.clear();
        for (const char *text :
             {"['notify',{'class':'other','type':'user_registered','data':{'connection_id':'c1'}}]",
              "['notify',{'class':'registrarevents','type':'user_renamed','data':{'connection_id':'c1'}}]",
              "['notify',{'class':'registrarevents','type':'user_registered','data':{}}]",
              "['notify',{'class':'registrarevents','type':'user_registered'}]", "['notify',[]]", "['hello',{'class':'registrarevents'}]"})
            stage.socket().sendText(quoted(text));
        QCOMPARE(stage.all(), QStringList());
    }

    void otherCapabilitiesAreTold()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.told.clear();
        QByteArray other = notice("registered", "c2");
        other.replace("\"late\"", "\"rest\"");
        stage.socket().sendText(other);
        stage.socket().sendText(other);
        QByteArray silent = notice("registered", "c2"); // tells nothing of capabilities
        silent.replace("\"caps\":[\"msg\",\"late\"],", "");
        stage.socket().sendText(silent);
        QCOMPARE(stage.all(), QStringList({u"~c2 msg,rest"_s, u"=c2 60"_s, u"=c2 60"_s}));
    }

    void whatNoListTellsIsToldAllTheSame()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.told.clear();
        stage.socket().sendText(notice("registered", "c7")); // gone again when the list is looked at
        stage.socket().sendText(notice("unregistered", "c7", ",'reason':'delete_contact'"));
        QCOMPARE(stage.all(), QStringList({u"+c7 crm@ 60"_s, u"-c7 delete_contact"_s})); // its user is known by another connection
        stage.told.clear();
        stage.listReply = jsonReply("{}", 500);
        stage.socket().sendText(notice("registered", "c8"));
        QCOMPARE(stage.all(), QStringList(u"+c8 crm@ 60"_s));
    }

    void looksAtTheListOnceASecondAtMost()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.told.clear();
        QCOMPARE(stage.lists, 1);
        for (int i = 0; i < 20; ++i) {
            const QByteArray id = "n" + QByteArray::number(i);
            stage.records.append(record(id));
            stage.socket().sendText(notice("registered", id));
            QTRY_VERIFY(!stage.log.filter(u"\"connection_id\":\"%1\""_s.arg(QString::fromLatin1(id))).isEmpty());
        }
        const qint64 before = stage.manualClock.nowMs();
        QVERIFY(stage.comes(u"+n19 crm@ws1 60"_s));
        QCOMPARE(stage.told.filter(u"+n"_s).size(), 20);
        QVERIFY2(stage.lists - 1 <= 2 + (stage.manualClock.nowMs() - before) / 1000, qPrintable(QString::number(stage.lists)));
    }

    void whatHappensBeforeTheListIsAppliedToIt()
    {
        WatchStage stage;
        stage.fake.on("GET", listPath, [&stage](const FakeRequest &) {
            stage.socket().sendText(notice("unregistered", "c1", ",'reason':'delete_contact'"));
            stage.socket().sendText(notice("registered", "c2"));
            return jsonReply('[' + stage.records.join(',') + ']');
        });
        QVERIFY(stage.open());
        QVERIFY(stage.comes(u"=c2 60"_s));
        QCOMPARE(stage.told, QStringList({u"*c1"_s, u"*c2"_s, u"-c1 delete_contact"_s, u"=c2 60"_s}));
    }

    void aLostLinkIsOpenedAgainAndTheDifferenceTold_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("closed with a word") << true;
        QTest::newRow("cut") << false;
    }

    void aLostLinkIsOpenedAgainAndTheDifferenceTold()
    {
        QFETCH(const bool, isClosed);
        WatchStage stage;
        QVERIFY(stage.open());
        stage.told.clear();
        stage.records = {record("c1"), record("c5", "bob", "ws5")};
        if (isClosed)
            stage.socket().close(1001, "restart");
        else
            stage.socket().drop();
        QVERIFY(stage.comes(u"+c5 bob@ws5 0"_s));
        QCOMPARE(stage.told, QStringList({u"lost"_s, u"restored"_s, u"-c2 "_s, u"+c5 bob@ws5 0"_s}));
        QCOMPARE(stage.logins(), 1); // the session is still good
        QCOMPARE(stage.sent("subscribe").size(), 2);
        stage.told.clear();
        stage.socket().sendText(notice("unregistered", "c5", ",'reason':'delete_aor'"));
        QCOMPARE(stage.all(), QStringList(u"-c5 delete_aor"_s)); // and so it goes on
    }

    void waitsForAClusterThatIsAway()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        const quint16 port = stage.fake.serverPort();
        stage.fake.close();
        stage.socket().drop();
        QVERIFY(stage.comes(u"lost"_s));
        const qint64 before = stage.manualClock.nowMs();
        QVERIFY(QTest::qWaitFor([&] {
            stage.manual.advance(100ms);
            return stage.log.filter(u"cannot be reached"_s).size() >= 4;
        }));
        QVERIFY(stage.manualClock.nowMs() > before);
        QVERIFY(!stage.told.contains(u"restored"_s));
        QVERIFY(stage.fake.listen(QHostAddress::LocalHost, port));
        QVERIFY(QTest::qWaitFor([&] {
            stage.manual.advance(100ms);
            return stage.told.contains(u"restored"_s);
        }));
        QCOMPARE(stage.told.count(u"lost"_s), 1);
        QCOMPARE(stage.logins(), 1);
    }

    void givesUpInTheEnd()
    {
        WatchStage stage({LinkKind::User, 300, {.first = 1s, .most = 2s, .attempts = 4, .total = 1min}});
        QVERIFY(stage.open());
        stage.fake.close();
        stage.socket().drop();
        QVERIFY(stage.comes(u"ended unreachable"_s));
        QCOMPARE(stage.told.mid(2), QStringList({u"lost"_s, u"ended unreachable"_s}));
        QCOMPARE(stage.log.filter(u"cannot be reached"_s).size(), 5); // one and four more
        QCOMPARE(stage.manual.pending(), 0);
    }

    void aRefusalIsNotTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("403") << 403 << u"refused"_s;
        QTest::newRow("404") << 404 << u"refused"_s;
        QTest::newRow("429") << 429 << u"too_many_sessions"_s;
    }

    void aRefusalIsNotTriedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const QString, code);
        WatchStage stage;
        QVERIFY(stage.open());
        stage.fake.upgradeStatus = status;
        stage.socket().drop();
        QVERIFY(stage.comes(u"ended "_s + code));
        QCOMPARE(stage.handshakes(), 2);
        QCOMPARE(stage.logins(), 1);
    }

    void aClusterThatRestartsIsTriedAgain()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.fake.upgradeStatus = 503;
        stage.socket().drop();
        QVERIFY(QTest::qWaitFor([&] {
            stage.manual.advance(100ms);
            return stage.handshakes() >= 3;
        }));
        stage.fake.upgradeStatus = 101;
        QVERIFY(stage.comes(u"restored"_s));
    }

    void anExpiredSessionGetsOneFreshLogin() // platform.md §2
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.fake.upgradeStatus = 401;
        stage.fake.on("POST", "/rest/v1/iam/sessions", [&stage](const FakeRequest &) {
            stage.fake.upgradeStatus = 101; // the new session is good
            return Stage::loginReply("RSession");
        });
        stage.socket().drop();
        QVERIFY(stage.comes(u"restored"_s));
        QCOMPARE(stage.logins(), 2);
        QCOMPARE(stage.handshakes(), 3);
        QCOMPARE(stage.session().info().sessionId, QString(testSessionId));
    }

    void aSessionThatStaysBadIsNotTriedForEver()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.fake.upgradeStatus = 401;
        stage.socket().drop();
        QVERIFY(stage.comes(u"ended expired"_s));
        QCOMPARE(stage.logins(), 2);
        QCOMPARE(stage.handshakes(), 3);
    }

    void aBanEndsIt()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.fake.upgradeStatus = 401;
        stage.fake.on("POST", "/rest/v1/iam/sessions", jsonReply("{}", 403));
        stage.socket().drop();
        QVERIFY(stage.comes(u"ended banned"_s));
        QCOMPARE(stage.logins(), 2);
    }

    void aListThatFailsIsAskedForAgainAfterALoss()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.listReply = FakeReply{200, "[]", {}, FakeReply::Manner::Close};
        stage.socket().drop();
        QVERIFY(stage.comes(u"lost"_s));
        QVERIFY(QTest::qWaitFor([&] {
            stage.manual.advance(100ms);
            return stage.lists >= 3;
        }));
        stage.listReply.reset();
        QVERIFY(stage.comes(u"restored"_s));
        QCOMPARE(stage.told.mid(2), QStringList({u"lost"_s, u"restored"_s}));
    }

    void aLinkThatIsLostAtOnceIsNotTriedWithoutEnd()
    {
        WatchStage stage({LinkKind::User, 300, {.first = 1s, .most = 2s, .attempts = 3, .total = 1h}});
        QVERIFY(stage.open());
        stage.onTold = [&stage](const QString &line) {
            if (line == "restored"_L1)
                stage.socket().drop();
        };
        stage.socket().drop();
        QVERIFY(QTest::qWaitFor([&] {
            stage.manual.advance(100ms);
            return stage.told.last().startsWith(u"ended"_s);
        }));
        QVERIFY2(stage.told.count(u"restored"_s) <= 4, qPrintable(stage.told.join(u' ')));
        QVERIFY2(stage.told.count(u"restored"_s) >= 2, qPrintable(stage.told.join(u' ')));
    }

    void canBeClosedWhileItIsLost()
    {
        WatchStage stage;
        QVERIFY(stage.open());
        stage.fake.close();
        stage.socket().drop();
        QVERIFY(stage.comes(u"lost"_s));
        Answer close(stage.watch().close());
        QTRY_COMPARE(close.code(), u"ok"_s);
        stage.manual.advance(1h);
        QCOMPARE(stage.told.last(), u"lost"_s);
        QCOMPARE(stage.manual.pending(), 0);
        Answer again(stage.watch().open());
        QTRY_COMPARE(again.code(), u"busy"_s);
    }

    void mayGoWithinItsNews_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &line : {u"=c2 60"_s, u"-c2 x"_s, u"lost"_s, u"restored"_s, u"-c1 "_s, u"+c5 bob@ws1 0"_s})
            QTest::newRow(qPrintable(line)) << line;
    }

    void mayGoWithinItsNews()
    {
        QFETCH(const QString, line);
        WatchStage stage;
        QVERIFY(stage.open());
        stage.onTold = [&](const QString &told) {
            if (told == line)
                stage.destroyWatch();
        };
        stage.socket().sendText(notice("registered", "c2"));
        stage.socket().sendText(notice("unregistered", "c2", ",'reason':'x'"));
        QVERIFY(stage.comes(line.startsWith(u'=') ? line : u"-c2 x"_s));
        stage.records = {record("c5", "bob")};
        stage.socket().drop();
        QVERIFY(stage.comes(line));
        stage.manual.advance(1h);
        QTRY_COMPARE(stage.manual.pending(), 0);
        QCOMPARE(stage.told.last(), line);
    }

    void callsMayOutliveIt()
    {
        WatchStage stage;
        QVERIFY(stage.logIn());
        Answer open(stage.watch().open());
        stage.destroyWatch();
        QTRY_VERIFY(open.result);
        QCOMPARE(open.code(), u"not_connected"_s);
        Answer close(stage.watch().close());
        stage.destroyWatch();
        QTRY_COMPARE(close.code(), u"ok"_s);
    }
};

QTEST_GUILESS_MAIN(TestRegistrarWatch)
#include "tst_registrarwatch.moc"
