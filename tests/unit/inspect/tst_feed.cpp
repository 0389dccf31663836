// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster's live lists from its login to its logout, and a session's files by REST.
#include "inspect/registrarfeed.h"
#include "inspect/sessionfiles.h"
#include "unit/cluster/stage.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace signalbox;
using namespace signalbox::inspect;
using namespace signalbox::test;
using State = RegistrarFeed::State;

namespace {

constexpr const char *listPath = "/rest/v1/master/logicalroles/ws/sessions";

struct FeedStage : Stage {
    FeedStage()
    {
        fake.on("GET", listPath, jsonReply(R"([{"session_id":"s-1","session_type":"token","user_id":"u-1","login":"crm","ttl":500,
            "connections":[{"connection_id":"c-1","site":"main","node":"ws1","caps":["msg"]}]}])"));
    }

    void start() { feed.start(std::make_unique<cluster::ClusterSession>(profile, credentials, surroundings())); }
    qsizetype logouts() const { return fake.requestsFor("DELETE", "/rest/v1/iam/sessions/current").size(); }

    TrafficCounts counts;
    ConnectionModel connections{clock, scheduler, &counts};
    SessionModel sessions{clock};
    RegistrarFeed feed{connections, sessions, scheduler};
};

} // namespace

class TestFeed final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void followsACluster()
    {
        FeedStage stage;
        Answer early(stage.feed.closeSession(u"s-1"_s));
        QTRY_COMPARE(early.code(), u"not_connected"_s);
        stage.start();
        QCOMPARE(stage.feed.state(), State::Starting);
        QTRY_VERIFY2(stage.feed.state() == State::Live, qPrintable(stage.feed.error().message + stage.feed.error().detail));
        QCOMPARE(stage.connections.rowCount(), 1);
        QTRY_COMPARE(stage.sessions.rowCount(), 1);
        stage.fake.on("DELETE", QByteArray(listPath) + "/s-1", jsonReply("{}"));
        stage.fake.on("GET", listPath, jsonReply("[]"));
        Answer close(stage.feed.closeSession(u"s-1"_s));
        QTRY_COMPARE(close.code(), u"ok"_s);
        QTRY_COMPARE(stage.sessions.rowCount(), 0); // it asked again at once
        QSignalSpy idle(&stage.feed, &RegistrarFeed::idle);
        stage.feed.stop();
        QCOMPARE(stage.feed.state(), State::Off);
        QVERIFY(!stage.feed.isIdle());
        QTRY_COMPARE(idle.size(), 1);
        QVERIFY(stage.feed.isIdle());
        QCOMPARE(stage.logouts(), 1);
    }

    void noSessionStaysBehindWhenItIsStoppedAtOnce()
    {
        FeedStage stage;
        stage.start();
        stage.feed.stop();
        QTRY_VERIFY(stage.feed.isIdle());
        QCOMPARE(stage.logouts(), stage.fake.requestsFor("POST", "/rest/v1/iam/sessions").size());
        QCOMPARE(stage.feed.state(), State::Off);
    }

    void saysWhyItFailed()
    {
        FeedStage stage;
        stage.fake.on("POST", "/rest/v1/iam/sessions", jsonReply("{}", 401));
        stage.start();
        QTRY_COMPARE(stage.feed.state(), State::Failed);
        QVERIFY(!stage.feed.error().message.isEmpty());
        stage.feed.stop();
        QTRY_VERIFY(stage.feed.isIdle());
    }

    void filesOfASessionByRest()
    {
        FeedStage stage;
        QVERIFY(stage.logIn());
        const QByteArray target = "/rest/v1/fs/targets/websocktemp";
        stage.fake.on("GET", target, jsonReply(R"([{"name":"ä b.txt","size":3}])"));
        stage.fake.on("GET", target + "/%C3%A4%20b.txt", FakeReply{.body = "abc", .headers = {}});
        OwnSessionFiles files(stage.session().files(), stage.session().rest());
        Answer list(files.list());
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE((*list.result)->first().name, u"ä b.txt"_s);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"got"_s);
        Answer download(files.download(u"ä b.txt"_s, path, {}));
        QTRY_COMPARE(download.code(), u"ok"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "abc"_ba);
    }
};

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
