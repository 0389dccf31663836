// SPDX-License-Identifier: GPL-3.0-or-later
// operate, connections, run and peer over real sockets: outcomes, files, faults, and that nothing stays on the cluster.
#include "support/clusterwatch.h"
#include "support/testfiles.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::bytesOf;
using test::ClusterWatch;
using test::CommandLineRun;
using test::writeFile;

namespace {

const QString crm = u"point=crm,capability=msg"_s;

/// hello.json with another message code and a long wait.
QByteArray helloWith(const QByteArray &event)
{
    QByteArray text = bytesOf(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json"));
    text.replace("\"value\": \"hello\"", "\"value\": \"" + event + "\"");
    text.replace("\"varType\": 2,\n          \"value\": \"5\"", "\"varType\": 2,\n          \"value\": \"60\"");
    return text;
}

/// A port of this host at which nobody listens.
int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const bool bound = ::bind(socket, reinterpret_cast<const sockaddr *>(&address), length) == 0 &&
                       ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length) == 0;
    ::close(socket);
    if (!bound)
        qFatal("no free port");
    return ntohs(address.sin_port);
}

QStringList sending(const QString &event, const QStringList &more = {})
{
    return QStringList{u"operate"_s, u"sendtokenmsg"_s, u"--conn"_s, crm,           u"--capability"_s,
                       u"msg"_s,     u"--event"_s,      event,       u"--format"_s, u"json"_s} +
           more;
}

} // namespace

class ClusterVerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_watch = std::make_unique<ClusterWatch>();
        QVERIFY(m_watch->start());
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanupTestCase() { m_watch.reset(); }

    void outcomes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("text"); // part of the result or of the error
        QTest::newRow("success") << sending(u"hello"_s, {u"--sync"_s, u"--content"_s, u"{\"text\":\"hi\"}"_s}) << 0 << u"success"_s
                                 << u"Hello from the CRM"_s;
        QTest::newRow("no wait") << sending(u"notice"_s, {u"--content={}"_s}) << 0 << u"success"_s << QString();
        QTest::newRow("refused") << sending(u"refuse"_s, {u"--sync"_s, u"--content={}"_s}) << 1 << u"error"_s << u"The CRM refuses this"_s;
        QTest::newRow("silent") << sending(u"silent"_s, {u"--sync"_s, u"--timeout=0.2"_s, u"--content={}"_s}) << 1 << u"timeout"_s
                                << u"timeout"_s;
        QTest::newRow("wrong direction") << sending(u"hello"_s, {u"--direction=2"_s, u"--content={}"_s}) << 1 << u"error"_s
                                         << u"wrong_direction"_s;
        QTest::newRow("unknown connection") << QStringList{u"operate"_s, u"websocktemp"_s, u"--conn=00000000-0000-4000-8000-00000000ffff"_s,
                                                           u"--format=json"_s}
                                            << 1 << u"error"_s << u"not_found"_s;
        QTest::newRow("no such file") << QStringList{u"operate"_s,           u"websocktemp"_s, u"--conn"_s,       crm,
                                                     u"--method=get_file"_s, u"--name=none"_s, u"--format=json"_s}
                                      << 1 << u"error"_s << u"file_not_found"_s;
    }
    void outcomes()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, code);
        QFETCH(const QString, outcome);
        QFETCH(const QString, text);
        CommandLineRun cli;
        cli.environment = m_watch->environment();
        QCOMPARE(cli.run(arguments + m_watch->access()), code);
        const core::Json document = cli.json();
        QStringList keys;
        for (const core::JsonMember &member : document.members())
            keys.append(member.key);
        QCOMPARE(keys, (QStringList{u"outcome"_s, u"result"_s, u"error"_s, u"durationMs"_s}));
        QCOMPARE(document[u"outcome"].toString(), outcome);
        QVERIFY2((document[u"result"].toString() + document[u"error"].toString()).contains(text), qPrintable(cli.out()));
        QVERIFY(document[u"durationMs"].toDouble().value_or(-1) >= 0);
        QCOMPARE(cli.err().isEmpty(), code == 0);
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void theEmbeddedClusterNeedsNothing()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run(sending(u"hello"_s, {u"--sync"_s, u"--content={}"_s})), 0);
        QCOMPARE(cli.json()[u"outcome"].toString(), u"success"_s);
        QCOMPARE(cli.keychainOpened, 0);
        CommandLineRun text;
        QCOMPARE(text.run({u"connections"_s}), 0);
        QVERIFY2(text.out().contains(u"c0ffee00-0000-4000-8000-000000000001"_s), qPrintable(text.out()));
    }

    void listsConnections()
    {
        CommandLineRun all;
        all.environment = m_watch->environment();
        QCOMPARE(all.run(QStringList{u"connections"_s, u"--format=json"_s} + m_watch->access()), 0);
        QCOMPARE(all.json().size(), 3);
        CommandLineRun one;
        one.environment = m_watch->environment();
        QCOMPARE(one.run(QStringList{u"connections"_s, u"--format=json"_s, u"--capability=msg"_s} + m_watch->access()), 0);
        QCOMPARE(one.json().size(), 1);
        const core::Json row = one.json().at(0);
        QStringList keys;
        for (const core::JsonMember &member : row.members())
            keys.append(member.key);
        QCOMPARE(keys, (QStringList{u"connection_id"_s, u"session_id"_s, u"user"_s, u"kind"_s, u"caps"_s, u"site"_s, u"node"_s, u"since"_s,
                                    u"ttl"_s, u"peer_address"_s, u"peer_port"_s}));
        QCOMPARE(row[u"connection_id"].toString(), u"c0ffee00-0000-4000-8000-000000000001"_s);
        QCOMPARE(row[u"kind"].toString(), u"token"_s);
        QCOMPARE(row[u"caps"].toCompact(), QByteArray(R"(["msg"])"));
        CommandLineRun user;
        user.environment = m_watch->environment();
        QCOMPARE(user.run(QStringList{u"connections"_s, u"--format=json"_s, u"--user=operator"_s} + m_watch->access()), 0);
        QCOMPARE(user.json().size(), 1);
        QCOMPARE(user.json().at(0)[u"kind"].toString(), u"user"_s);
        CommandLineRun none;
        none.environment = m_watch->environment();
        QCOMPARE(none.run(QStringList{u"connections"_s, u"--user=nobody"_s} + m_watch->access()), 0);
        QCOMPARE(none.out(), u"No connections.\n"_s);
    }

    void aSelectorThatPicksNoneListsThem()
    {
        CommandLineRun cli;
        cli.environment = m_watch->environment();
        QStringList arguments = sending(u"hello"_s, {u"--content={}"_s}) + m_watch->access();
        arguments.replaceInStrings(crm, u"user=nobody"_s);
        QCOMPARE(cli.run(arguments), 1);
        QVERIFY2(cli.err().contains(u"c0ffee00-0000-4000-8000-000000000001"_s), qPrintable(cli.err()));
        QCOMPARE(cli.out(), QString());
    }

    void exchangesFiles()
    {
        const QString local = m_folder->filePath(u"отчёт 1.bin"_s);
        QByteArray content(300'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < content.size(); ++i)
            content[i] = static_cast<char>(i * 7 % 251);
        writeFile(local, content);
        const auto operate = [this](const QStringList &words) {
            CommandLineRun cli;
            cli.environment = m_watch->environment();
            const int code =
                cli.run(QStringList{u"operate"_s} + words + QStringList{u"--conn"_s, crm, u"--format=json"_s} + m_watch->access());
            return code == 0 ? cli.json()[u"result"].toString() : u"exit %1: %2"_s.arg(code).arg(cli.err());
        };
        QCOMPARE(operate({u"websocktemp"_s, u"--method=put_file"_s, u"--path"_s, local}), QString());
        const auto listed = core::readJson(operate({u"websocktemp"_s}).toUtf8());
        QVERIFY(listed);
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->at(0)[u"name"].toString(), u"отчёт 1.bin"_s);
        QCOMPARE(listed->at(0)[u"size"].toInt(), std::optional<qint64>(300'000));
        const QString saved = m_folder->filePath(u"saved.bin"_s);
        QCOMPARE(operate({u"websocktemp"_s, u"--method=get_file"_s, u"--name=отчёт 1.bin"_s, u"--save"_s, saved}).left(6), u":TEMP/"_s);
        QVERIFY(bytesOf(saved) == content);
        QCOMPARE(operate({u"websocktemp"_s, u"--method=delete_file"_s, u"--name=отчёт 1.bin"_s}), QString());
        QCOMPARE(operate({u"websocktemp"_s}), u"[]"_s);
        const QString linked = m_folder->filePath(u"linked.bin"_s);
        const QString url = operate({u"ws_temp_file"_s, u"--path"_s, local, u"--save"_s, linked});
        QVERIFY2(QRegularExpression(u"^/temp/[0-9a-f]{32}\\.bin$"_s).match(url).hasMatch(), qPrintable(url));
        QVERIFY(bytesOf(linked) == content);
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void secretsNeverShow()
    {
        CommandLineRun cli;
        cli.environment = m_watch->environment();
        QCOMPARE(cli.run(sending(u"hello"_s, {u"--sync"_s, u"--content={}"_s, u"--verbose"_s}) + m_watch->access()), 0);
        QVERIFY2(cli.err().contains(u"start_svcscript"_s), qPrintable(cli.err()));
        const QString token = m_watch->cluster.config().points.constFirst().token;
        QVERIFY(!(cli.out() + cli.err()).contains(token));
        QVERIFY(!cli.err().contains(u"\"pwd\":\"demo\""_s));
        QVERIFY(cli.json().isObject());
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::newRow("password") << u"SBX_PASSWORD"_s << u"wrong-guess"_s;
        QTest::newRow("token") << u"SBX_TOKEN"_s << u"ffffffffffffffffffffffffffffffff"_s;
        QTest::newRow("a point that may not start scenarios") << u"SBX_TOKEN"_s << m_watch->cluster.config().points.at(1).token;
    }
    void refusals()
    {
        QFETCH(const QString, variable);
        QFETCH(const QString, value);
        for (const QStringList &arguments :
             {sending(u"hello"_s, {u"--content={}"_s}),
              QStringList{u"run"_s, QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json")}}) {
            CommandLineRun cli;
            cli.environment = m_watch->environment();
            cli.environment[variable] = value;
            QCOMPARE(cli.run(arguments + m_watch->access()), 4);
            QVERIFY(!cli.err().isEmpty());
            QVERIFY(!(cli.out() + cli.err()).contains(value));
        }
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void nobodyIsThere()
    {
        const QString url = u"http://127.0.0.1:%1"_s.arg(freePort());
        for (const QStringList &arguments : {sending(u"hello"_s, {u"--content={}"_s}), QStringList{u"connections"_s}}) {
            CommandLineRun cli;
            cli.environment = m_watch->environment();
            QStringList access = m_watch->access();
            access[1] = url;
            QCOMPARE(cli.run(arguments + access), 4);
            QVERIFY2(cli.err().contains(url.mid(7)), qPrintable(cli.err()));
            QCOMPARE(cli.out(), QString());
        }
    }

    void anInterruptCleansUp_data()
    {
        QTest::addColumn<bool>("isRun");
        QTest::newRow("run") << true;
        QTest::newRow("operate") << false;
    }
    void anInterruptCleansUp()
    {
        QFETCH(const bool, isRun);
        const QString scenario = m_folder->filePath(u"silent.json"_s);
        writeFile(scenario, helloWith("silent"));
        CommandLineRun cli;
        cli.environment = m_watch->environment();
        const QStringList waiting = isRun ? QStringList{u"run"_s, scenario, u"--format=json"_s}
                                          : sending(u"silent"_s, {u"--sync"_s, u"--timeout=60"_s, u"--content={}"_s});
        cli.start(waiting + m_watch->access());
        QTRY_VERIFY_WITH_TIMEOUT(!m_watch->leftovers().filter(u"script sbx-"_s).isEmpty(), 20'000);
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 1);
        QVERIFY(!cli.err().isEmpty());
        if (isRun)
            QCOMPARE(cli.json()[u"reason"].toString(), u"stop"_s);
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void anInterruptWhileConnecting()
    {
        CommandLineRun cli;
        cli.environment = m_watch->environment();
        cli.start(sending(u"hello"_s, {u"--content={}"_s}) + m_watch->access());
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 1);
        QVERIFY(cli.err().contains(u"Interrupted"_s));
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void aSignalInMidRunCleansUp()
    {
        const QString scenario = m_folder->filePath(u"silent.json"_s);
        const QString trace = m_folder->filePath(u"trace.jsonl"_s);
        writeFile(scenario, helloWith("silent"));
        for (const int signal : {SIGTERM, SIGINT}) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            const QHash<QString, QString> secrets = m_watch->environment();
            for (auto it = secrets.begin(); it != secrets.end(); ++it)
                environment.insert(it.key(), it.value());
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(SIGNALBOX_BIN_DIR "/signalbox-cli"),
                          QStringList{u"run"_s, scenario, u"--format=json"_s, u"--trace"_s, trace} + m_watch->access());
            QVERIFY(process.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(!m_watch->leftovers().filter(u"script sbx-"_s).isEmpty(), 20'000);
            QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
            QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 1);
            const auto report = core::readJson(process.readAllStandardOutput());
            QVERIFY(report);
            QCOMPARE((*report)[u"reason"].toString(), u"stop"_s);
            QVERIFY(!process.readAllStandardError().isEmpty());
            QCOMPARE(bytesOf(trace).count('\n'), (*report)[u"steps"].size());
            QCOMPARE(m_watch->leftovers(), QStringList());
        }
    }

    void holdsAPeer()
    {
        const QString rules = m_folder->filePath(u"rules.json"_s);
        writeFile(rules, R"({"rules":[{"name":"hi","match":{"method":"hi"},"reply":{"body":{"by":"peer"}}}]})");
        CommandLineRun peer;
        peer.environment = m_watch->environment();
        peer.environment[u"SBX_TOKEN"_s] = m_watch->cluster.config().points.at(1).token;
        peer.start(QStringList{u"peer"_s, u"--as=token"_s, u"--rules"_s, rules, u"--format=json"_s} + m_watch->access());
        QTRY_VERIFY_WITH_TIMEOUT(peer.out().contains(u"\"event\":\"connected\""_s), 10'000);
        const auto connected = core::readJson(peer.out().section(u'\n', 0, 0).toUtf8());
        QVERIFY(connected);
        const QString id = (*connected)[u"connection_id"].toString();

        CommandLineRun cli;
        cli.environment = m_watch->environment();
        QStringList arguments = sending(u"hi"_s, {u"--sync"_s, u"--content={}"_s}) + m_watch->access();
        arguments.replaceInStrings(crm, id);
        QCOMPARE(cli.run(arguments), 0);
        QCOMPARE(cli.json()[u"result"].toString(), u"{\"result\":\"ok\",\"by\":\"peer\"}"_s);

        Q_EMIT peer.interrupt.requested();
        QCOMPARE(peer.wait(), 0);
        const QString out = peer.out();
        QVERIFY(out.contains(u"\"event\":\"received\",\"method\":\"hi\""_s));
        QVERIFY(out.contains(u"\"event\":\"sent\",\"method\":\"hi_result\""_s));
        QVERIFY(!out.contains(m_watch->cluster.config().points.at(1).token));
        for (const QString &line : out.split(u'\n', Qt::SkipEmptyParts))
            QVERIFY2(core::readJson(line.toUtf8()), qPrintable(line));
    }

    void aNodeThatGoesWhileWeWait()
    {
        simulator::ClusterConfig config = simulator::ClusterConfig::demo();
        config.nodes = 2;
        ClusterWatch watch(config);
        QVERIFY(watch.start());
        // orders' connection is on the second node.
        CommandLineRun cli;
        cli.environment = watch.environment();
        cli.start(QStringList{u"operate"_s, u"sendtokenmsg"_s, u"--conn"_s, u"point=orders,capability=plugin_orders"_s, u"--direction=1"_s,
                              u"--capability=plugin_orders"_s, u"--event=nobody_answers_this"_s, u"--content={}"_s, u"--sync"_s,
                              u"--timeout=60"_s, u"--format=json"_s} +
                  watch.access());
        QTRY_VERIFY_WITH_TIMEOUT(!watch.leftovers().filter(u"script sbx-"_s).isEmpty(), 20'000);
        const simulator::NodeAddress second = watch.cluster.nodes().at(1);
        QVERIFY(watch.cluster.killNode(second.site, second.node));
        QCOMPARE(cli.wait(), 1);
        QCOMPARE(cli.json()[u"outcome"].toString(), u"error"_s);
        QCOMPARE(watch.leftovers(), QStringList());
    }

    void theClusterThatGoesWhileWeWait()
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        CommandLineRun cli;
        cli.environment = watch.environment();
        cli.start(sending(u"silent"_s, {u"--sync"_s, u"--timeout=60"_s, u"--content={}"_s}) + watch.access());
        QTRY_VERIFY_WITH_TIMEOUT(!watch.leftovers().filter(u"script sbx-"_s).isEmpty(), 20'000);
        watch.cluster.stop();
        QCOMPARE(cli.wait(60'000), 4);
        QCOMPARE(cli.json()[u"outcome"].toString(), u"error"_s);
        QVERIFY(cli.json()[u"error"].toString().startsWith(u"unreachable: "_s));
    }

private:
    std::unique_ptr<ClusterWatch> m_watch;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ClusterVerbsTest)
#include "tst_clusterverbs.moc"
