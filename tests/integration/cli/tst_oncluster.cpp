// SPDX-License-Identifier: GPL-3.0-or-later
// run --on-cluster over real sockets: the report, inputs, files, faults, and that nothing stays on the cluster in any case.
#include "support/clusterwatch.h"
#include "support/testfiles.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <csignal>

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::bytesOf;
using test::ClusterWatch;
using test::CommandLineRun;
using test::keysOf;
using test::writeFile;

namespace {

const QString hello = QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json");

/// n = n + 1, then stop with the text of given and n, also in result.
QByteArray counting(const QByteArray &component = {}, const QByteArray &more = {})
{
    const QByteArray count = R"("oType":106,"mode":0,"variable":"n","value":{"argType":3,"varType":1,"value":"[n] + 1"})";
    return R"({"objects":[
{"oId":1,"oType":101,"type":0,"startParam":"given","defineVars":1,"transfer":2,"name":"Start","info":""},
{"oId":2,)" +
           (component.isEmpty() ? count : component) + R"(,"transfer":3,"name":"Count","info":""},
{"oId":3,"oType":102,"callStack":0,"returnValue":{"argType":4,"varType":2,"value":"[given] [n]"},"name":"Stop","info":""}],
"variables":[{"id":"1","name":"n","type":1,"location":0},{"id":"2","name":"given","type":2,"location":0},
{"id":"3","name":"result","type":2,"location":0},{"id":"4","name":"wide","type":2,"location":2}],"scriptVersion":170105)" +
           more + "}\n";
}

QByteArray pausing()
{
    return counting(R"("oType":103,"timeoutMs":{"argType":1,"varType":1,"value":"60000"})");
}

} // namespace

class OnClusterTest : public QObject
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

    void reports()
    {
        CommandLineRun cli;
        QCOMPARE(start(cli, {hello}).wait(), 0);
        QCOMPARE(cli.err(), QString());
        const core::Json report = cli.json();
        QCOMPARE(keysOf(report), (QStringList{u"reason"_s, u"result"_s, u"variables"_s, u"steps"_s}));
        QCOMPARE(report[u"reason"].toString(), u"unknown"_s);
        QVERIFY2(report[u"result"].toString().contains(u"Hello from the CRM"_s), qPrintable(cli.out()));
        QCOMPARE(keysOf(report[u"variables"]), (QStringList{u"conn"_s, u"error"_s, u"reply"_s, u"result"_s}));
        QVERIFY(report[u"steps"].isArray());
        QCOMPARE(report[u"steps"].size(), 0);
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void runsOnTheEmbeddedClusterToo()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"run"_s, u"--on-cluster"_s, hello}), 0);
        QVERIFY2(cli.out().startsWith(u"unknown after "_s), qPrintable(cli.out()));
        QVERIFY(cli.out().contains(u"Result: "_s));
    }

    void takesInputs()
    {
        const QString file =
            write(u"count.scr"_s, counting({}, R"(,"x-signalbox":{"inputs":{"startparams":{"1":"kept"},"variables":{"n":4}}})"));
        CommandLineRun kept;
        QCOMPARE(start(kept, {file}).wait(), 0);
        QCOMPARE(kept.json()[u"result"].toString(), u"kept 5"_s);
        QCOMPARE(kept.json()[u"variables"][u"n"].toCompact(), QByteArray("5"));
        CommandLineRun given;
        QCOMPARE(start(given, {file, u"--var"_s, u"n=41"_s, u"--startparam"_s, u"1=x=y"_s}).wait(), 0);
        QCOMPARE(given.json()[u"result"].toString(), u"x=y 42"_s);
        QVERIFY(!given.json()[u"variables"].contains(u"wide")); // not the scenario's own
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void isKeptWithoutWhatIsOurs()
    {
        const QString file = write(u"pause.scr"_s, pausing().replace("170105}", R"(170105,"x-signalbox":{"notes":["mine"]}})"));
        CommandLineRun cli;
        start(cli, {file});
        QTRY_VERIFY_WITH_TIMEOUT(!sbxScripts().isEmpty(), 20'000);
        CommandLineRun pull;
        pull.environment = m_watch->environment();
        QCOMPARE(pull.run(QStringList{u"pull"_s, sbxScripts().constFirst()} + m_watch->access()), 0);
        QVERIFY(!pull.out().contains(u"x-signalbox"_s));
        QVERIFY(pull.json()[u"scriptdata"][u"objects"].isArray());
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 1);
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void stagesLocalFiles()
    {
        write(u"a b.txt"_s, "content");
        const QString file =
            write(u"put.scr"_s, counting(R"("oType":144,"operation":2,"websocktempMethod":2,)"
                                         R"("conn":{"argType":1,"varType":2,"value":"c0ffee00-0000-4000-8000-000000000001"},)"
                                         R"("websocktempFilePath":{"argType":1,"varType":2,"value":":DOCS/a b.txt"},)"
                                         R"("websocktempFileName":{"argType":1,"varType":2,"value":"there.txt"},)"
                                         R"("errorVariable":"given","transferError":3)"));
        CommandLineRun cli;
        QCOMPARE(start(cli, {file, u"--files"_s, u"DOCS="_s + m_folder->path()}).wait(), 0);
        QCOMPARE(cli.json()[u"variables"][u"given"].toString(), QString());
        QCOMPARE(m_watch->leftovers(), QStringList());
        CommandLineRun list;
        list.environment = m_watch->environment();
        QCOMPARE(list.run(QStringList{u"operate"_s, u"websocktemp"_s, u"--conn=point=crm"_s, u"--format=json"_s} + m_watch->access()), 0);
        QVERIFY2(list.out().contains(u"there.txt"_s), qPrintable(list.out()));

        CommandLineRun missing;
        write(u"gone.scr"_s, bytesOf(file).replace("a b.txt", "none.txt"));
        QCOMPARE(start(missing, {m_folder->filePath(u"gone.scr"_s), u"--files"_s, u"DOCS="_s + m_folder->path()}).wait(), 0);
        QVERIFY2(missing.err().contains(u":DOCS/none.txt"_s), qPrintable(missing.err()));
        QVERIFY2(missing.json()[u"variables"][u"given"].toString().startsWith(u"file_not_found"_s), qPrintable(missing.out()));
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void unknownComponentsAreTheClustersMatter()
    {
        // This cluster does not know it either, and says so.
        const QString file = write(u"odd.scr"_s, counting().replace("\"oType\":106", "\"oType\":202"));
        CommandLineRun cli;
        QCOMPARE(start(cli, {file}).wait(), 1);
        QVERIFY2(cli.err().contains(u"component.unknown"_s), qPrintable(cli.err()));
        QCOMPARE(cli.json()[u"reason"].toString(), u"unknown"_s);
        QVERIFY(cli.json()[u"result"].isNull());
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("hasReport");
        QTest::newRow("invalid") << counting().replace("\"transfer\":3", "\"transfer\":9") << QStringList{} << 3 << u"has errors"_s
                                 << false;
        QTest::newRow("no scenario") << QByteArray("[]") << QStringList{} << 3 << u"error"_s << false;
        QTest::newRow("deadline") << pausing() << QStringList{u"--deadline"_s, u"0.3"_s} << 1 << u"0.3 s"_s << true;
        QTest::newRow("deadline too far") << counting() << QStringList{u"--deadline"_s, u"7201"_s} << 2 << u"7200"_s << false;
        QTest::newRow("variable of a wider scope") << counting() << QStringList{u"--var"_s, u"wide=x"_s} << 2 << u"\"wide\""_s << false;
        QTest::newRow("no such variable") << counting() << QStringList{u"--var"_s, u"none=x"_s} << 2 << u"\"none\""_s << false;
        QTest::newRow("no such connection") << counting({},
                                                        R"(,"x-signalbox":{"inputs":{"startparams":{"1":{"connection":"user=nobody"}}}})")
                                            << QStringList{} << 1 << u"No connection matches"_s << false;
    }
    void failures()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QStringList, options);
        QFETCH(const int, code);
        QFETCH(const QString, said);
        QFETCH(const bool, hasReport);
        CommandLineRun cli;
        QCOMPARE(start(cli, QStringList{write(u"x.scr"_s, content)} + options).wait(), code);
        QVERIFY2(cli.err().contains(said), qPrintable(cli.err()));
        QCOMPARE(cli.out().isEmpty(), !hasReport);
        if (hasReport)
            QCOMPARE(cli.json().toCompact(), QByteArray(R"({"reason":"unknown","result":null,"variables":{},"steps":[]})"));
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void writesReports()
    {
        const QString junit = m_folder->filePath(u"j.xml"_s);
        const QString trace = m_folder->filePath(u"t.jsonl"_s);
        CommandLineRun cli;
        QCOMPARE(start(cli, {write(u"p.scr"_s, pausing()), u"--deadline=0.2"_s, u"--junit"_s, junit, u"--trace"_s, trace}).wait(), 1);
        QVERIFY(cli.err().contains(u"--trace"_s));
        QCOMPARE(bytesOf(trace), QByteArray());
        QVERIFY2(bytesOf(junit).contains("<failure type=\"unknown\""), bytesOf(junit).constData());
    }

    void anInterruptCleansUp()
    {
        CommandLineRun cli;
        start(cli, {write(u"p.scr"_s, pausing())});
        QTRY_VERIFY_WITH_TIMEOUT(!sbxScripts().isEmpty(), 20'000);
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 1);
        QVERIFY(cli.err().contains(u"interrupted"_s));
        QCOMPARE(cli.json()[u"reason"].toString(), u"unknown"_s);
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void anInterruptWhileConnecting()
    {
        CommandLineRun cli;
        start(cli, {hello});
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 1);
        QCOMPARE(cli.out(), QString());
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void aSignalCleansUp_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void aSignalCleansUp()
    {
        QFETCH(const int, signal);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QHash<QString, QString> secrets = m_watch->environment();
        for (auto it = secrets.begin(); it != secrets.end(); ++it)
            environment.insert(it.key(), it.value());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SIGNALBOX_BIN_DIR "/signalbox-cli"),
                      QStringList{u"run"_s, u"--on-cluster"_s, write(u"p.scr"_s, pausing()), u"--format=json"_s} + m_watch->access());
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!sbxScripts().isEmpty(), 20'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(!process.readAllStandardError().isEmpty());
        QVERIFY(core::readJson(process.readAllStandardOutput()));
        QCOMPARE(m_watch->leftovers(), QStringList());
    }

    void theClusterThatGoesWhileItRuns()
    {
        ClusterWatch watch;
        QVERIFY(watch.start());
        CommandLineRun cli;
        cli.environment = watch.environment();
        cli.start(QStringList{u"run"_s, u"--on-cluster"_s, write(u"p.scr"_s, pausing()), u"--format=json"_s} + watch.access());
        QTRY_VERIFY_WITH_TIMEOUT(!watch.leftovers().filter(u"script sbx-"_s).isEmpty(), 20'000);
        watch.cluster.stop();
        QCOMPARE(cli.wait(60'000), 4);
        QVERIFY(!cli.err().isEmpty());
        QCOMPARE(cli.json()[u"reason"].toString(), u"unknown"_s);
    }

    void nobodyIsThere()
    {
        ClusterWatch gone;
        QVERIFY(gone.start());
        QStringList access = gone.access();
        gone.cluster.stop();
        CommandLineRun cli;
        cli.environment = m_watch->environment();
        QCOMPARE(cli.run(QStringList{u"run"_s, u"--on-cluster"_s, hello} + access), 4);
        QCOMPARE(cli.out(), QString());
    }

private:
    QString write(const QString &name, const QByteArray &content) { return writeFile(m_folder->filePath(name), content); }
    CommandLineRun &start(CommandLineRun &cli, const QStringList &words)
    {
        cli.environment = m_watch->environment();
        cli.start(QStringList{u"run"_s, u"--on-cluster"_s, u"--format=json"_s} + words + m_watch->access());
        return cli;
    }
    QStringList sbxScripts()
    {
        QStringList scripts = m_watch->leftovers().filter(u"script sbx-"_s);
        scripts.replaceInStrings(u"script "_s, QString());
        return scripts;
    }

    std::unique_ptr<ClusterWatch> m_watch;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(OnClusterTest)
#include "tst_oncluster.moc"
