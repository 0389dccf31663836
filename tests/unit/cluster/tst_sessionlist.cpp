// SPDX-License-Identifier: GPL-3.0-or-later
// The administrators' list of sessions, and closing one of them.
#include "cluster/sessionlist.h"
#include "stage.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;

namespace {

constexpr const char *path = "/rest/v1/master/logicalroles/ws/sessions";

} // namespace

class SessionListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void listsEachSessionOnce()
    {
        Stage stage;
        stage.fake.on("GET", path, jsonReply(R"([
            {"session_id":"s1","login":"ada","site":"near","ttl":60,"connections":[{"connection_id":"c1"},{"connection_id":"c2","site":"x"}]},
            {"session_id":"s2","login":"bob"},
            {"session_id":"s1","login":"ada","site":"far","ttl":60,"connections":[{"connection_id":"c1"},{"connection_id":"c3"}]}
        ])"));
        SessionList sessions(stage.session().rest());
        Answer list(sessions.list());
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE(stage.fake.requests.last().target, QByteArray(path) + "?sites=%22all%22");
        const QList<protocol::SessionRecord> found = **list.result;
        QCOMPARE(found.size(), 2);
        QStringList connections;
        for (const protocol::ConnectionRecord &connection : found.at(0).connections)
            connections.append(connection.site + u'/' + connection.connectionId);
        QCOMPARE(connections, (QStringList{u"near/c1"_s, u"x/c2"_s, u"far/c3"_s}));
        QCOMPARE(found.at(0).site, u"near"_s);
        QCOMPARE(found.at(1).session.login, u"bob"_s);
        QVERIFY(found.at(1).connections.isEmpty());
    }

    void closes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("done") << 200 << u"ok"_s << QString();
        QTest::newRow("no content") << 204 << u"ok"_s << QString();
        QTest::newRow("unknown") << 404 << u"not_found"_s << u"no session"_s;
        QTest::newRow("no administrator") << 403 << u"refused"_s << u"administrator"_s;
        QTest::newRow("fault") << 500 << u"refused"_s << u"500"_s;
    }
    void closes()
    {
        QFETCH(const int, status);
        QFETCH(const QString, code);
        QFETCH(const QString, said);
        Stage stage;
        stage.fake.on("DELETE", QByteArray(path) + "/their%20session", jsonReply(status == 204 ? "" : "{}", status));
        SessionList sessions(stage.session().rest());
        Answer close(sessions.close(u"their session"_s));
        QTRY_COMPARE(close.code(), code);
        QVERIFY2(close.message().contains(said), qPrintable(close.message()));
        QCOMPARE(stage.fake.requests.size(), 1);
        QVERIFY(!stage.log.isEmpty());
        for (const QString &line : std::as_const(stage.log))
            QVERIFY2(!line.contains(u"their"_s), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(SessionListTest)
#include "tst_sessionlist.moc"
