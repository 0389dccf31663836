// SPDX-License-Identifier: GPL-3.0-or-later
// connections --watch over real sockets: what comes and goes, nodes that die and come back, sessions that end, bans and limits; and what a
// profile says on the way there.
#include "support/clusterwatch.h"
#include "support/testfiles.h"

#include "cluster/peer.h"
#include "cluster/profilestore.h"
#include "cluster/registrarwatch.h"
#include "cluster/restclient.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::ClusterWatch;
using test::CommandLineRun;

namespace {

simulator::ClusterConfig demoOf(int nodes)
{
    simulator::ClusterConfig config = simulator::ClusterConfig::demo();
    config.nodes = nodes;
    config.sites = nodes;
    return config;
}

/// Every line of the output, as JSON.
QList<core::Json> linesOf(const CommandLineRun &cli)
{
    QList<core::Json> lines;
    const QStringList texts = cli.out().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        const auto line = core::readJson(text.toUtf8());
        lines.append(line ? *line : core::Json(text));
    }
    return lines;
}

/// "event connection reason" of the lines that are about this connection, or about none; not how it is renewed and set up.
QStringList eventsOf(const CommandLineRun &cli, const QString &connection)
{
    QStringList events;
    for (const core::Json &line : linesOf(cli)) {
        const QString id = line[u"connection_id"].toString();
        const QString event = line[u"event"].toString();
        if ((id.isEmpty() || id == connection) && event != "renewed"_L1 && event != "changed"_L1)
            events.append((event + u' ' + line[u"reason"].toString()).trimmed());
    }
    return events;
}

qsizetype countOf(const CommandLineRun &cli, const QString &event)
{
    qsizetype count = 0;
    for (const core::Json &line : linesOf(cli))
        count += line[u"event"].toString() == event ? 1 : 0;
    return count;
}

} // namespace

class WatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tellsWhatComesAndGoes()
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        CommandLineRun cli;
        cli.environment = watch.environment();
        cli.start(watching(watch, {u"--format"_s, u"json"_s}));
        QTRY_COMPARE(countOf(cli, u"listed"_s), 4); // three peers of the demo cluster, and our own
        for (const core::Json &line : linesOf(cli)) {
            QCOMPARE(test::keysOf(line),
                     QStringList({u"time"_s, u"event"_s, u"connection_id"_s, u"session_id"_s, u"user"_s, u"kind"_s, u"caps"_s, u"site"_s,
                                  u"node"_s, u"since"_s, u"ttl"_s, u"peer_address"_s, u"peer_port"_s}));
        }

        cluster::Peer peer = peerOf(watch);
        const auto id = watch.await<QString>(peer.open());
        QVERIFY(id);
        // Registered before it is set up, and again then: the list may be looked at before or after.
        QTRY_COMPARE(eventsOf(cli, *id), QStringList(u"registered"_s));
        QTRY_COMPARE(linesOf(cli).last()[u"caps"].toCompact(), "[\"msg\"]"_ba);
        const core::Json registered = linesOf(cli).last();
        QCOMPARE(registered[u"connection_id"].toString(), *id);
        QCOMPARE(registered[u"user"].toString(), u"crm"_s);
        QCOMPARE(registered[u"kind"].toString(), u"token"_s);
        QVERIFY(!registered[u"site"].toString().isEmpty() && !registered[u"node"].toString().isEmpty());
        QVERIFY(registered[u"ttl"].toInt() > 0);
        // Renewals are told, too: the registrar's record is renewed after a third of its time (platform.md §3).
        QVERIFY(watch.cluster.advanceClock(21s));
        QTRY_VERIFY(countOf(cli, u"renewed"_s) >= 4);
        peer.close();
        QTRY_COMPARE(eventsOf(cli, *id), QStringList({u"registered"_s, u"unregistered unregister_contact"_s}));

        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 0);
        QCOMPARE(cli.err(), QString());
        QCOMPARE(watch.leftovers(), QStringList());
        QCOMPARE(openSessions(watch), 1); // that of this look
    }

    void readsWell()
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        CommandLineRun cli;
        cli.environment = watch.environment();
        cli.start(watching(watch, {u"--user"_s, u"crm"_s, u"--verbose"_s}));
        QTRY_COMPARE(cli.out().count(u'\n'), 2);
        cluster::Peer peer = peerOf(watch);
        const auto id = watch.await<QString>(peer.open());
        QVERIFY(id);
        const QString time = u"^\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  "_s;
        const auto hasLine = [&cli](const QString &pattern) {
            return cli.out().contains(QRegularExpression(pattern, QRegularExpression::MultilineOption));
        };
        // It is there before it is set up; whether that shows depends on when the list is looked at.
        QTRY_VERIFY2(hasLine(time + u"(registered    |changed       )"_s + *id + u"  crm  token  msg  "_s), qPrintable(cli.out()));
        QVERIFY(hasLine(time + u"registered    "_s + *id));
        const qsizetype before = cli.out().count(u'\n');
        QVERIFY(watch.cluster.advanceClock(21s)); // renewals are not for people
        peer.close();
        QTRY_COMPARE(cli.out().count(u'\n'), before + 1);
        const QStringList lines = cli.out().trimmed().split(u'\n');
        QVERIFY2(lines[0].startsWith(u"CONNECTION"_s), qPrintable(lines[0]));
        QVERIFY2(QRegularExpression(time + u"unregistered  "_s + *id + u"  crm  .*  unregister_contact$"_s).match(lines.last()).hasMatch(),
                 qPrintable(lines.last()));
        // On the wire: the subscription is ended with expires 0, and the session by logging out.
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 0);
        QVERIFY2(cli.err().contains(QRegularExpression(u"> \\[\"subscribe\",.*\"expires\":300"_s)), qPrintable(cli.err()));
        QVERIFY2(cli.err().contains(QRegularExpression(u"> \\[\"subscribe\",.*\"expires\":0"_s)), qPrintable(cli.err()));
        QVERIFY(cli.err().contains(u"> DELETE "_s));
    }

    void byToken()
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        CommandLineRun cli;
        cli.environment = watch.environment();
        cli.start({QStringList{u"connections"_s, u"--watch"_s, u"--format"_s, u"json"_s, u"--verbose"_s} + watch.access()});
        QTRY_COMPARE(countOf(cli, u"listed"_s), 4);
        QVERIFY2(cli.err().contains(u"/ws/token/v1"_s), qPrintable(cli.err()));
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 0);
        for (const QString &secret : watch.environment())
            QVERIFY(secret == "demo"_L1 || !cli.err().contains(secret));
    }

    void withTheEmbeddedCluster()
    {
        CommandLineRun cli;
        cli.start({u"connections"_s, u"--watch"_s, u"--format"_s, u"json"_s, u"--capability"_s, u"plugin_orders"_s});
        QTRY_COMPARE_WITH_TIMEOUT(countOf(cli, u"listed"_s), 1, 10'000);
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 0);
    }

    void aKilledNodeComesBack()
    {
        ClusterWatch watch(demoOf(1));
        QVERIFY(watch.start());
        const simulator::NodeAddress node = watch.cluster.nodes().constFirst();
        CommandLineRun cli;
        cli.environment = watch.environment();
        cli.start(watching(watch, {u"--format"_s, u"json"_s}));
        QTRY_COMPARE(countOf(cli, u"listed"_s), 4);
        const QString own = ownConnection(cli);
        QVERIFY(watch.cluster.killNode(node.site, node.node));
        QTRY_COMPARE(countOf(cli, u"lost"_s), 1);
        QVERIFY2(cli.err().contains(u"is lost and is being opened again"_s), qPrintable(cli.err()));
        QCOMPARE(countOf(cli, u"restored"_s), 0);
        QVERIFY(watch.cluster.startNode(node.site, node.node));
        QTRY_COMPARE_WITH_TIMEOUT(countOf(cli, u"restored"_s), 1, 20'000);
        QVERIFY(!cli.exitCode);
        // What the dead node held expires at the registrar, or is missing in the new list: told in either case.
        QVERIFY(watch.cluster.advanceClock(61s));
        QTRY_VERIFY(eventsOf(cli, own).contains(u"unregistered"_s) || eventsOf(cli, own).contains(u"unregistered expired_contact"_s));
        // And events come as before.
        cluster::Peer peer = peerOf(watch);
        const auto id = watch.await<QString>(peer.open());
        QVERIFY(id);
        QTRY_VERIFY(eventsOf(cli, *id).contains(u"registered"_s));
        peer.close();
        QTRY_VERIFY(eventsOf(cli, *id).contains(u"unregistered unregister_contact"_s));
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 0);
    }

    void aStoppedNodeTellsOfItself()
    {
        ClusterWatch watch(demoOf(2));
        QVERIFY(watch.start());
        CommandLineRun cli;
        cli.environment = watch.environment();
        cli.start(watching(watch, {u"--format"_s, u"json"_s}));
        QTRY_COMPARE(countOf(cli, u"listed"_s), 4);
        const simulator::NodeAddress other = watch.cluster.nodes().constLast();
        QVERIFY(watch.cluster.stopNode(other.site, other.node));
        const QString orders = u"c0ffee00-0000-4000-8000-000000000002"_s; // that node holds it
        QTRY_COMPARE(eventsOf(cli, orders), QStringList({u"listed"_s, u"unregistered unregister_contact"_s}));
        QVERIFY(watch.cluster.startNode(other.site, other.node));
        QTRY_COMPARE(eventsOf(cli, orders).last(), u"registered"_s);
        QCOMPARE(countOf(cli, u"lost"_s), 0); // ours is on the first
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 0);
    }

    void aClosedSessionGetsAFreshLogin() // platform.md §2: once, and never the stale one again
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        CommandLineRun cli;
        cli.environment = watch.environment();
        cli.start(watching(watch, {u"--format"_s, u"json"_s, u"--verbose"_s}));
        QTRY_COMPARE(countOf(cli, u"listed"_s), 4);
        const QString session = sessionOf(cli, ownConnection(cli));
        QVERIFY(closeSession(watch, session));
        QTRY_COMPARE_WITH_TIMEOUT(countOf(cli, u"restored"_s), 1, 20'000);
        QCOMPARE(cli.err().count(u"> POST "_s), 2);
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 0);
        QCOMPARE(openSessions(watch), 1);
    }

    void noAdministrator()
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        CommandLineRun cli;
        cli.environment = {{u"PW"_s, u"demo"_s}};
        QCOMPARE(cli.run({u"connections"_s, u"--watch"_s, u"--cluster"_s, watch.url(), u"--domain"_s, watch.cluster.config().domain,
                          u"--login"_s, u"operator"_s, u"--password-env"_s, u"PW"_s}),
                 4);
        QVERIFY2(!cli.err().isEmpty(), "no word about it");
        QCOMPARE(cli.out(), QString());
    }

    void aBanIsToldWithItsTime() // platform.md §2: 5 failed logins within 3 minutes
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        for (int i = 0; i < 5; ++i) {
            CommandLineRun cli;
            cli.environment = {{u"PW"_s, u"wrong"_s}};
            QCOMPARE(cli.run(asAdmin(watch, u"PW"_s)), 4);
        }
        CommandLineRun banned;
        banned.environment = {{u"PW"_s, u"demo"_s}};
        QCOMPARE(banned.run(asAdmin(watch, u"PW"_s)), 4);
        QVERIFY2(banned.err().contains(u"banned"_s) && banned.err().contains(u"Wait 180 seconds"_s), qPrintable(banned.err()));
        QVERIFY(watch.cluster.advanceClock(181s));
        CommandLineRun again;
        again.environment = {{u"PW"_s, u"demo"_s}};
        QCOMPARE(again.run(asAdmin(watch, u"PW"_s)), 0);
    }

    void tooManySessions() // platform.md §2: at most 10 a user
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        std::vector<std::unique_ptr<cluster::ClusterSession>> sessions;
        for (int i = 0; i < 10; ++i) {
            sessions.push_back(std::make_unique<cluster::ClusterSession>(
                profileOf(watch), cluster::Credentials{u"demo"_s, {}}, cluster::Surroundings{watch.clock, watch.scheduler, watch.random}));
            QVERIFY(watch.await<protocol::SessionInfo>(sessions.back()->login()));
        }
        CommandLineRun cli;
        cli.environment = {{u"PW"_s, u"demo"_s}};
        QCOMPARE(cli.run(asAdmin(watch, u"PW"_s)), 4);
        QVERIFY2(cli.err().contains(u"HTTP 429"_s) && cli.err().contains(u"signalbox-cli sessions --close ID"_s), qPrintable(cli.err()));
        for (const auto &session : sessions)
            QVERIFY(watch.await<void>(session->logout()));
    }

    void aScriptIsStartedOverANewLink() // and one that was started is never started anew
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        const simulator::NodeAddress node = watch.cluster.nodes().constFirst();
        cluster::ClusterSession session(profileOf(watch),
                                        {watch.environment().value(u"SBX_PASSWORD"_s), watch.environment().value(u"SBX_TOKEN"_s)},
                                        {watch.clock, watch.scheduler, watch.random});
        QVERIFY(watch.await<protocol::SessionInfo>(session.login()));
        QVERIFY(watch.await<void>(session.openLink({u"svcscript"_s})));
        bool isLost = false;
        connect(&session, &cluster::ClusterSession::linkLost, this, [&isLost] { isLost = true; });
        QVERIFY(watch.cluster.killNode(node.site, node.node));
        QTRY_VERIFY(isLost);
        QVERIFY(watch.cluster.startNode(node.site, node.node));
        const auto answer = watch.await<core::Json>(session.startScript(u"none"_s, {}, 1s));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, u"script_failed"_s); // the cluster's own word: it was asked
        QVERIFY(watch.await<void>(session.logout()));
    }

    void aProfileLeadsThereAndNoSecretIsKept()
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        QTemporaryDir home;
        cluster::ProfileStore store(home.filePath(u"config/profiles.json"_s));
        cluster::Profile profile = profileOf(watch);
        profile.name = u"here"_s;
        profile.sessionKind = cluster::SessionKind::Token;
        QVERIFY(store.put(profile));
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SIGNALBOX_CONFIG_DIR"_s, home.filePath(u"config"_s));
        for (const QString &name :
             {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s, u"TMPDIR"_s})
            environment.insert(name, home.path());
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        const QString password = u"demo"_s;
        environment.insert(u"SBX_PASSWORD"_s, password);
        environment.insert(u"SBX_TOKEN"_s, watch.environment().value(u"SBX_TOKEN"_s));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SIGNALBOX_BIN_DIR "/signalbox-cli"),
                      {u"--profile"_s,    u"here"_s,    u"--password-env"_s, u"SBX_PASSWORD"_s, u"--token-env"_s,
                       u"SBX_TOKEN"_s,    u"operate"_s, u"sendtokenmsg"_s,   u"--conn"_s,       u"point=crm,capability=msg"_s,
                       u"--capability"_s, u"msg"_s,     u"--event"_s,        u"hello"_s,        u"--content"_s,
                       u"{}"_s,           u"--sync"_s,  u"--format"_s,       u"json"_s,         u"--verbose"_s});
        QVERIFY(QTest::qWaitFor([&program] { return program.state() == QProcess::NotRunning; }, 30'000));
        const QByteArray errors = program.readAllStandardError();
        QVERIFY2(program.exitCode() == 0, errors.constData());
        QVERIFY(program.readAllStandardOutput().contains("Hello from the CRM"));
        QVERIFY2(!errors.contains(watch.environment().value(u"SBX_TOKEN"_s).toUtf8()), errors.constData());

        QStringList files;
        QDirIterator found(home.path(), QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            files.append(file.fileName());
            for (const QByteArray &secret :
                 {password.toUtf8(), watch.environment().value(u"SBX_TOKEN"_s).toUtf8(), "Bearer"_ba, "Cookie"_ba})
                QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
        }
        QCOMPARE(files, QStringList(home.filePath(u"config/profiles.json"_s)));
    }

private:
    static QStringList watching(const ClusterWatch &watch, const QStringList &more)
    {
        return asAdmin(watch, u"SBX_PASSWORD"_s) + QStringList{u"--watch"_s} + more;
    }
    static QStringList asAdmin(const ClusterWatch &watch, const QString &variable)
    {
        return {u"connections"_s, u"--cluster"_s, watch.url(),         u"--domain"_s, watch.cluster.config().domain,
                u"--login"_s,     u"admin"_s,     u"--password-env"_s, variable};
    }
    static cluster::Profile profileOf(const ClusterWatch &watch)
    {
        cluster::Profile profile;
        profile.address = watch.cluster.nodes().constFirst().url;
        profile.domain = watch.cluster.config().domain;
        profile.login = u"admin"_s;
        return profile;
    }
    static cluster::Peer peerOf(ClusterWatch &watch)
    {
        return cluster::Peer(profileOf(watch), {{}, watch.cluster.config().point(u"crm"_s)->token}, cluster::PeerKind::Token, {u"msg"_s},
                             {}, {watch.clock, watch.scheduler, watch.random});
    }
    /// Ours is the only one that holds subscr.
    static QString ownConnection(const CommandLineRun &cli)
    {
        for (const core::Json &line : linesOf(cli)) {
            if (line[u"caps"].toCompact() == "[\"subscr\"]")
                return line[u"connection_id"].toString();
        }
        return {};
    }
    static QString sessionOf(const CommandLineRun &cli, const QString &connection)
    {
        for (const core::Json &line : linesOf(cli)) {
            if (line[u"connection_id"].toString() == connection)
                return line[u"session_id"].toString();
        }
        return {};
    }
    /// Sessions of the administrator, that of this look among them.
    static int openSessions(ClusterWatch &watch)
    {
        cluster::ClusterSession session(profileOf(watch), {u"demo"_s, {}}, {watch.clock, watch.scheduler, watch.random});
        if (!watch.await<protocol::SessionInfo>(session.login()))
            return -1;
        const auto list = watch.await<core::Json>(
            session.rest().json({"GET", u"/rest/v1/master/logicalroles/ws/sessions"_s, {{u"sites"_s, u"\"all\""_s}}}));
        int count = 0;
        for (const core::Json &each : list ? list->items() : QList<core::Json>())
            count += each[u"login"].toString() == "admin"_L1 ? 1 : 0;
        (void)watch.await<void>(session.logout());
        return count;
    }
    static bool closeSession(ClusterWatch &watch, const QString &id)
    {
        cluster::ClusterSession session(profileOf(watch), {u"demo"_s, {}}, {watch.clock, watch.scheduler, watch.random});
        const bool done = watch.await<protocol::SessionInfo>(session.login()) &&
                          watch.await<core::Json>(session.rest().json({"DELETE", u"/rest/v1/master/logicalroles/ws/sessions/"_s + id}));
        (void)watch.await<void>(session.logout());
        return done;
    }
};

QTEST_GUILESS_MAIN(WatchTest)
#include "tst_watch.moc"
