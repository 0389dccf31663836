// SPDX-License-Identifier: GPL-3.0-or-later
// push, pull and sessions over real sockets: what is kept, whose edit is newer, which session is closed, who may.
#include "support/clusterwatch.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::bytesOf;
using test::ClusterWatch;
using test::CommandLineRun;
using test::keysOf;
using test::writeFile;

namespace {

QByteArray scriptData(const QByteArray &name = "Start", const QByteArray &more = {})
{
    return R"({"objects":[{"oId":1,"oType":101,"type":0,"defineVars":1,"transfer":2,"name":")" + name +
           R"(","odd":12345678901234567890},{"oId":2,"oType":102,"name":"Stop"}],"variables":[],"scriptVersion":170105)" + more + '}';
}

QByteArray entity(const QByteArray &code, const QByteArray &data = scriptData())
{
    return R"({"code":")" + code + R"(","name":"A name","scriptdata":)" + data + R"(,"odd":[1.50],"x-signalbox":{"notes":["mine"]}})";
}

core::Json jsonOf(const QString &path)
{
    const auto json = core::readJson(bytesOf(path));
    return json ? *json : core::Json();
}

} // namespace

class ScriptVerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_watch = std::make_unique<ClusterWatch>();
        QVERIFY(m_watch->start());
    }
    void cleanup() { m_watch.reset(); }

    void pushesAndPulls_data()
    {
        QTest::addColumn<QStringList>("type");
        QTest::newRow("svc") << QStringList{};
        QTest::newRow("ivr") << QStringList{u"--type"_s, u"ivr"_s};
    }
    void pushesAndPulls()
    {
        QFETCH(const QStringList, type);
        const QString file = write(u"any.json"_s, entity("mine"));
        CommandLineRun push;
        QCOMPARE(run(push, QStringList{u"push"_s, file, u"--format=json"_s} + type), 0);
        QCOMPARE(push.err(), QString());
        const core::Json stored = push.json();
        QCOMPARE(stored[u"code"].toString(), u"mine"_s);
        QCOMPARE(stored[u"odd"].toCompact(), QByteArray("[1.50]"));
        QVERIFY(stored[u"scriptdata"].toCompact().contains("12345678901234567890"));
        QVERIFY(!stored.contains(u"x-signalbox"));
        // The file knows which edit it is, and keeps what is ours.
        const core::Json local = jsonOf(file);
        QCOMPARE(local[u"id"], stored[u"id"]);
        QCOMPARE(local[u"lwt"], stored[u"lwt"]);
        QCOMPARE(local[u"x-signalbox"].toCompact(), QByteArray(R"({"notes":["mine"]})"));
        QCOMPARE(local.toPretty(), bytesOf(file));

        CommandLineRun pull;
        QCOMPARE(run(pull, QStringList{u"pull"_s, u"mine"_s} + type), 0);
        QCOMPARE(pull.out().toUtf8(), stored.toPretty());
        CommandLineRun other;
        QCOMPARE(run(other, QStringList{u"pull"_s, u"mine"_s} + (type.isEmpty() ? QStringList{u"--type=ivr"_s} : QStringList{})), 1);
        QVERIFY2(other.err().contains(u"“mine”"_s), qPrintable(other.err()));
        QCOMPARE(other.out(), QString());
    }

    void whatIsPulledAndEditedCanBePushed()
    {
        CommandLineRun first;
        QCOMPARE(run(first, {u"push"_s, write(u"a.json"_s, entity("mine"))}), 0);
        QVERIFY2(first.out().startsWith(u"Created mine (id "_s), qPrintable(first.out()));
        CommandLineRun pull;
        QCOMPARE(run(pull, {u"pull"_s, u"mine"_s}), 0);
        const QString file = write(u"b.json"_s, pull.out().toUtf8().replace("\"Start\"", "\"Edited\""));
        CommandLineRun push;
        QCOMPARE(run(push, {u"push"_s, file}), 0);
        QVERIFY2(push.out().startsWith(u"Changed mine (id "_s), qPrintable(push.out()));
        QCOMPARE(there(u"mine"_s)[u"scriptdata"][u"objects"].at(0)[u"name"].toString(), u"Edited"_s);
        CommandLineRun again;
        QCOMPARE(run(again, {u"push"_s, file}), 0);
    }

    void aNewerEditIsNotOverwritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("entity") << u"mine.json"_s << entity("mine");
        QTest::newRow("script data") << u"mine.scr"_s << scriptData("Start", R"(,"x-signalbox":{"notes":["mine"]})");
    }
    void aNewerEditIsNotOverwritten()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        const QString file = write(name, content);
        CommandLineRun first;
        QCOMPARE(run(first, {u"push"_s, file}), 0);
        QCOMPARE(jsonOf(file)[u"x-signalbox"][u"notes"].toCompact(), QByteArray(R"(["mine"])"));
        const QByteArray mine = bytesOf(file);
        const QString myTime = there(u"mine"_s)[u"ext"][u"lwt"].toString();
        CommandLineRun second;
        QCOMPARE(run(second, {u"push"_s, file}), 0); // nobody else was there

        editThere(u"mine"_s);
        const QByteArray before = bytesOf(file);
        const QString theirTime = there(u"mine"_s)[u"ext"][u"lwt"].toString();
        CommandLineRun refused;
        QCOMPARE(run(refused, {u"push"_s, file, u"--format=json"_s}), 1);
        QCOMPARE(refused.out(), QString());
        QVERIFY2(refused.err().contains(theirTime) && refused.err().contains(u"--force"_s), qPrintable(refused.err()));
        QVERIFY(refused.err().count(u"20"_s) >= 2); // both times
        QCOMPARE(bytesOf(file), before);
        QCOMPARE(there(u"mine"_s)[u"name"].toString(), u"Theirs"_s);

        CommandLineRun forced;
        QCOMPARE(run(forced, {u"push"_s, file, u"--force"_s}), 0);
        QVERIFY(there(u"mine"_s)[u"ext"][u"lwt"].toString() >= theirTime);
        QVERIFY(!mine.isEmpty() && !myTime.isEmpty());
        CommandLineRun after;
        QCOMPARE(run(after, {u"push"_s, file}), 0);
    }

    void aFileThatComesFromElsewhereDoesNotOverwrite()
    {
        CommandLineRun first;
        QCOMPARE(run(first, {u"push"_s, write(u"mine.scr"_s, scriptData())}), 0);
        QCOMPARE(there(u"mine"_s)[u"name"].toString(), u"mine"_s);
        for (const auto &[name, content] : {std::pair(u"x/mine.scr"_s, scriptData("Other")), std::pair(u"y.json"_s, entity("mine"))}) {
            QDir(m_folder->path()).mkdir(u"x"_s);
            CommandLineRun other;
            QCOMPARE(run(other, {u"push"_s, write(name, content)}), 1);
            QVERIFY2(other.err().contains(u"\"mine\""_s), qPrintable(other.err()));
            QCOMPARE(bytesOf(m_folder->filePath(name)), content);
        }
        QCOMPARE(there(u"mine"_s)[u"scriptdata"][u"objects"].at(0)[u"name"].toString(), u"Start"_s);
    }

    void unfinishedScenariosAreKept()
    {
        const QString file = write(u"u.json"_s, entity("u", scriptData().replace("\"transfer\":2", "\"transfer\":9")));
        CommandLineRun cli;
        QCOMPARE(run(cli, {u"push"_s, file}), 0);
        QVERIFY2(cli.err().contains(u"1 error"_s), qPrintable(cli.err()));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("isReal"); // cluster
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("push, simulated") << QStringList{u"push"_s, u"good.json"_s} << false << 2 << u"signalbox-cluster"_s;
        QTest::newRow("pull, simulated") << QStringList{u"pull"_s, u"x"_s} << false << 2 << u"signalbox-cluster"_s;
        QTest::newRow("push, type") << QStringList{u"push"_s, u"good.json"_s, u"--type=sip"_s} << true << 2 << u"\"sip\""_s;
        QTest::newRow("pull, type") << QStringList{u"pull"_s, u"x"_s, u"--type"_s, u""_s} << true << 2 << u"svc or ivr"_s;
        QTest::newRow("pull, no code") << QStringList{u"pull"_s, u""_s} << true << 2 << u"code"_s;
        QTest::newRow("push, no file") << QStringList{u"push"_s, u"none.json"_s} << true << 3 << u"none.json"_s;
        QTest::newRow("push, no scenario") << QStringList{u"push"_s, u"list.json"_s} << true << 3 << u"list.json"_s;
        QTest::newRow("push, a broken one") << QStringList{u"push"_s, u"broken.json"_s} << true << 3 << u"broken.json:1:"_s;
        QTest::newRow("pull, unknown") << QStringList{u"pull"_s, u"nobody's"_s} << true << 1 << u"nobody's"_s;
        QTest::newRow("sessions, no id") << QStringList{u"sessions"_s, u"--close="_s} << true << 2 << u"--close"_s;
        QTest::newRow("sessions, unknown") << QStringList{u"sessions"_s, u"--close=none"_s} << true << 1 << u"\"none\""_s;
    }
    void wrongUsage()
    {
        QFETCH(QStringList, words);
        QFETCH(const bool, isReal);
        QFETCH(const int, code);
        QFETCH(const QString, said);
        write(u"good.json"_s, entity("good"));
        write(u"list.json"_s, "[]");
        write(u"broken.json"_s, entity("broken").chopped(1));
        for (QString &word : words) {
            if (word.endsWith(".json"_L1))
                word = m_folder->filePath(word);
        }
        CommandLineRun cli;
        QCOMPARE(isReal ? run(cli, words) : cli.run(words), code);
        QVERIFY2(cli.err().contains(said), qPrintable(cli.err()));
        QCOMPARE(cli.out(), QString());
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void nobodyIsThere()
    {
        const QStringList access = m_watch->access();
        m_watch->cluster.stop();
        for (const QStringList &words :
             {QStringList{u"push"_s, write(u"a.json"_s, entity("a"))}, QStringList{u"pull"_s, u"a"_s}, QStringList{u"sessions"_s}}) {
            CommandLineRun cli;
            cli.environment = m_watch->environment();
            QCOMPARE(cli.run(words + access), 4);
            QVERIFY(!cli.err().isEmpty());
            QCOMPARE(cli.out(), QString());
        }
        QCOMPARE(bytesOf(m_folder->filePath(u"a.json"_s)), entity("a"));
    }

    void interruptsLeaveNothing()
    {
        for (const QStringList &words :
             {QStringList{u"push"_s, write(u"a.json"_s, entity("a"))}, QStringList{u"pull"_s, u"a"_s}, QStringList{u"sessions"_s}}) {
            CommandLineRun cli;
            cli.environment = m_watch->environment();
            cli.start(words + m_watch->access());
            Q_EMIT cli.interrupt.requested();
            QCOMPARE(cli.wait(), 1);
            QVERIFY(cli.err().contains(u"Interrupted"_s));
        }
        QCOMPARE(m_watch->leftovers(), QStringList());
        QCOMPARE(sessionsOf(u"admin"_s), 1); // the one that asks
    }

    void listsSessions()
    {
        CommandLineRun cli;
        QCOMPARE(run(cli, {u"sessions"_s, u"--format=json"_s}), 0);
        QCOMPARE(cli.json().size(), 4);
        const core::Json listed = cli.json();
        for (const core::Json &session : listed.items()) {
            QCOMPARE(keysOf(session), (QStringList{u"session_id"_s, u"session_type"_s, u"user_id"_s, u"login"_s, u"domain"_s, u"ttl"_s,
                                                   u"site"_s, u"connections"_s}));
            QCOMPARE(session[u"connections"].size(), session[u"login"].toString() == "admin"_L1 ? 0 : 1);
        }
        CommandLineRun text;
        QCOMPARE(run(text, {u"sessions"_s}), 0);
        const QStringList marked = text.out().split(u'\n').filter(QRegularExpression(u"^\\*"_s));
        QCOMPARE(marked.size(), 1);
        QVERIFY2(marked.constFirst().contains(u"admin"_s), qPrintable(text.out()));
    }

    void closesASession()
    {
        CommandLineRun list;
        QCOMPARE(run(list, {u"sessions"_s, u"--format=json"_s}), 0);
        const core::Json listed = list.json();
        for (const core::Json &session : listed.items()) {
            if (session[u"login"].toString() != "crm"_L1)
                continue;
            const QString id = session[u"session_id"].toString();
            CommandLineRun close;
            QCOMPARE(run(close, {u"sessions"_s, u"--close"_s, id, u"--verbose"_s}), 0);
            QVERIFY2(close.out().contains(u"c0ffee00-0000-4000-8000-000000000001"_s), qPrintable(close.out()));
            QVERIFY(close.out().contains(id));
            QVERIFY2(!close.err().contains(id), qPrintable(close.err())); // whoever has it is that session
            CommandLineRun again;
            QCOMPARE(run(again, {u"sessions"_s, u"--close"_s, id, u"--format=json"_s}), 1);
            QVERIFY(again.err().contains(id));
            return;
        }
        QFAIL("there was no session of crm");
    }

    void aClosedSessionIsTheAnswerForPrograms()
    {
        CommandLineRun list;
        QCOMPARE(run(list, {u"sessions"_s, u"--format=json"_s}), 0);
        const core::Json first = list.json().at(0);
        CommandLineRun close;
        QCOMPARE(run(close, {u"sessions"_s, u"--format=json"_s, u"--close"_s, first[u"session_id"].toString()}), 0);
        QCOMPARE(close.json().size(), 1);
        QCOMPARE(close.json().at(0)[u"session_id"], first[u"session_id"]);
        QCOMPARE(close.json().at(0)[u"connections"].size(), 1);
    }

    void onlyAdministratorsMay()
    {
        QStringList access = m_watch->access();
        access.replace(access.indexOf(u"admin"_s), u"operator"_s);
        CommandLineRun cli;
        cli.environment = m_watch->environment();
        QCOMPARE(cli.run(QStringList{u"sessions"_s} + access), 4);
        QVERIFY2(cli.err().contains(u"administrator"_s), qPrintable(cli.err()));
        QCOMPARE(cli.out(), QString());
    }

private:
    QString write(const QString &name, const QByteArray &content) { return writeFile(m_folder->filePath(name), content); }
    int run(CommandLineRun &cli, const QStringList &words)
    {
        cli.environment = m_watch->environment();
        return cli.run(words + m_watch->access());
    }
    /// A session of ours, beside those of the commands.
    template <typename T, typename Ask>
    core::Result<T> ask(Ask question)
    {
        cluster::Profile profile;
        profile.address = m_watch->cluster.nodes().constFirst().url;
        profile.domain = m_watch->cluster.config().domain;
        profile.login = u"admin"_s;
        cluster::ClusterSession session(profile, {u"demo"_s, {}}, {m_watch->clock, m_watch->scheduler, m_watch->random});
        if (!m_watch->await<protocol::SessionInfo>(session.login()))
            return core::fail(u"test"_s, u"no login"_s);
        core::Result<T> answer = question(session);
        m_watch->await<void>(session.logout());
        return answer;
    }
    core::Json there(const QString &code)
    {
        const auto found = ask<core::Json>([&](cluster::ClusterSession &session) {
            return m_watch->await<core::Json>(session.scripts().find(cluster::ScriptType::Svc, code));
        });
        return found ? *found : core::Json();
    }
    void editThere(const QString &code)
    {
        const QString id = there(code)[u"id"].toString();
        const auto changed = ask<core::Json>([&](cluster::ClusterSession &session) {
            return m_watch->await<core::Json>(
                session.scripts().change(cluster::ScriptType::Svc, id, core::Json::object({{u"name"_s, core::Json(u"Theirs"_s)}})));
        });
        if (!changed)
            qFatal("cannot edit: %s", qPrintable(changed.error().message));
    }
    int sessionsOf(const QString &login)
    {
        CommandLineRun cli;
        run(cli, {u"sessions"_s, u"--format=json"_s});
        int count = 0;
        const core::Json listed = cli.json();
        for (const core::Json &session : listed.items())
            count += session[u"login"].toString() == login ? 1 : 0;
        return count;
    }

    std::unique_ptr<ClusterWatch> m_watch;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ScriptVerbsTest)
#include "tst_scriptverbs.moc"
