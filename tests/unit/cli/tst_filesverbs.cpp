// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that need no cluster: component, validate, format, and run of scenarios without operations.
#include "support/commandlinerun.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::bytesOf;
using test::CommandLineRun;
using test::writeFile;

namespace {

/// Two components, without an operation: n = n + 1, then stop with a result.
QByteArray counting(const QByteArray &more = {})
{
    return R"({"objects":[
{"oId":1,"oLeft":0,"oTop":0,"oWidth":32,"oHeight":32,"oLayer":0,"oCreationDate":"2026-01-01 00:00:00","oType":101,"type":0,"startParam":"given","defineVars":1,"transfer":2,"name":"Start","info":""},
{"oId":2,"oLeft":96,"oTop":0,"oWidth":32,"oHeight":32,"oLayer":0,"oCreationDate":"2026-01-01 00:00:00","oType":106,"mode":0,"variable":"n","value":{"argType":3,"varType":1,"value":"[n] + 1"},"transfer":3,"name":"Count","info":""},
{"oId":3,"oLeft":192,"oTop":0,"oWidth":32,"oHeight":32,"oLayer":0,"oCreationDate":"2026-01-01 00:00:00","oType":102,"callStack":0,"returnValue":{"argType":4,"varType":2,"value":"[given] [n]"},"name":"Stop","info":""}],
"variables":[{"id":"1","name":"n","type":1,"location":0},{"id":"2","name":"given","type":2,"location":0}],"scriptVersion":170105)" +
           more + "}\n";
}

/// While it lives, no file grows beyond a few bytes, whoever the user is.
class FullDisk final
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = 16;
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }

private:
    rlimit m_before = {};
};

} // namespace

class FilesVerbsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    // component ---------------------------------------------------------------------------------------------------------

    void listsComponents()
    {
        CommandLineRun text;
        QCOMPARE(text.run({u"component"_s, u"list"_s}), 0);
        QVERIFY(QRegularExpression(u"(^|\n)144  websock  +Operation with websocket connection\n"_s).match(text.out()).hasMatch());
        CommandLineRun json;
        QCOMPARE(json.run({u"component"_s, u"list"_s, u"--format"_s, u"json"_s}), 0);
        const QList<core::Json> items = json.json().items();
        QVERIFY(items.size() > 8);
        QCOMPARE(items.at(0)[u"index"].toInt(), std::optional<qint64>(101));
        QCOMPARE(items.at(0)[u"name"].toString(), u"start"_s);
        QCOMPARE(items.at(0).size(), 3);
        QCOMPARE(json.err(), QString());
    }

    void showsAComponent()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"component"_s, u"show"_s, u"websock"_s, u"--format"_s, u"json"_s}), 0);
        const core::Json shown = cli.json();
        QStringList keys;
        for (const core::JsonMember &member : shown.members())
            keys.append(member.key);
        QCOMPARE(keys, (QStringList{u"index"_s, u"name"_s, u"title"_s, u"mode"_s, u"branching"_s, u"scenarioTypes"_s, u"starterModule"_s,
                                    u"icon"_s, u"outcomes"_s, u"properties"_s}));
        QCOMPARE(shown[u"mode"].toString(), u"asynchronous"_s);
        QCOMPARE(shown[u"starterModule"].toString(), u"r_script_component_websock"_s);
        QCOMPARE(shown[u"branching"].toCompact(), QByteArray(R"(["branching","closing"])"));
        QCOMPARE(shown[u"outcomes"].toCompact(), QByteArray(R"(["success","timeout","error"])"));
        QCOMPARE(shown[u"properties"].size(), 17);
        const core::Json direction = shown[u"properties"].at(2);
        QCOMPARE(direction[u"code"].toString(), u"direction"_s);
        QCOMPARE(direction[u"kind"].toString(), u"choice"_s);
        QCOMPARE(direction[u"default"].toInt(), std::optional<qint64>(0));
        QCOMPARE(direction[u"options"].size(), 3);
        QCOMPARE(direction[u"options"].at(2)[u"code"].toString(), u"user api event"_s);

        CommandLineRun byIndex;
        QCOMPARE(byIndex.run({u"component"_s, u"show"_s, u"144"_s, u"--format"_s, u"json"_s}), 0);
        QCOMPARE(byIndex.out(), cli.out());
        CommandLineRun text;
        QCOMPARE(text.run({u"component"_s, u"show"_s, u"144"_s}), 0);
        QVERIFY(text.out().contains(u"1 = ws_temp_file"_s));
        QVERIFY(text.out().contains(u"(filePath) — hidden for these values"_s));
    }

    void showsWhatIsVisible_data()
    {
        QTest::addColumn<QStringList>("set");
        QTest::addColumn<QString>("property");
        QTest::addColumn<bool>("visible");
        QTest::newRow("default") << QStringList{} << u"content"_s << true;
        QTest::newRow("default, file") << QStringList{} << u"filePath"_s << false;
        QTest::newRow("by code") << QStringList{u"operation=ws_temp_file"_s} << u"filePath"_s << true;
        QTest::newRow("by id") << QStringList{u"operation=1"_s} << u"content"_s << false;
        QTest::newRow("two") << QStringList{u"operation=2"_s, u"websocktempMethod=put_file"_s} << u"websocktempFilePath"_s << true;
        QTest::newRow("sync") << QStringList{u"syncMode=yes"_s} << u"timeoutSec"_s << true;
        QTest::newRow("no sync") << QStringList{u"syncMode=0"_s} << u"timeoutSec"_s << false;
        QTest::newRow("argument") << QStringList{u"conn=x"_s, u"resultVariable=r"_s, u"transfer=5"_s} << u"conn"_s << true;
    }
    void showsWhatIsVisible()
    {
        QFETCH(const QStringList, set);
        QFETCH(const QString, property);
        QFETCH(const bool, visible);
        QStringList arguments{u"component"_s, u"show"_s, u"websock"_s, u"--format"_s, u"json"_s};
        for (const QString &value : set)
            arguments << u"--set"_s << value;
        CommandLineRun cli;
        QCOMPARE(cli.run(arguments), 0);
        const QList<core::Json> properties = cli.json()[u"properties"].items();
        const auto found = std::find_if(properties.begin(), properties.end(),
                                        [&](const core::Json &candidate) { return candidate[u"code"].toString() == property; });
        QVERIFY(found != properties.end());
        QCOMPARE((*found)[u"visible"].toBool(), visible);
    }

    void refusesWhatIsNoComponent_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        QTest::newRow("no such action") << QStringList{u"fly"_s} << u"component list"_s;
        QTest::newRow("list of one") << QStringList{u"list"_s, u"websock"_s} << u"component list"_s;
        QTest::newRow("list with set") << QStringList{u"list"_s, u"--set"_s, u"a=b"_s} << u"--set"_s;
        QTest::newRow("show nothing") << QStringList{u"show"_s} << u"component list"_s;
        QTest::newRow("unknown name") << QStringList{u"show"_s, u"nope"_s} << u"nope"_s;
        QTest::newRow("unknown index") << QStringList{u"show"_s, u"99"_s} << u"99"_s;
        QTest::newRow("unknown property") << QStringList{u"show"_s, u"144"_s, u"--set"_s, u"nope=1"_s} << u"nope"_s;
        QTest::newRow("no value") << QStringList{u"show"_s, u"144"_s, u"--set"_s, u"operation"_s} << u"CODE=VALUE"_s;
        QTest::newRow("unknown option") << QStringList{u"show"_s, u"144"_s, u"--set"_s, u"operation=9"_s} << u"sendtokenmsg (0)"_s;
        QTest::newRow("no yes or no") << QStringList{u"show"_s, u"144"_s, u"--set"_s, u"syncMode=2"_s} << u"yes (1)"_s;
        QTest::newRow("no number") << QStringList{u"show"_s, u"144"_s, u"--set"_s, u"transfer=x"_s} << u"whole number"_s;
        QTest::newRow("not on a command line") << QStringList{u"show"_s, u"106"_s, u"--set"_s, u"operations=x"_s} << u"operations"_s;
    }
    void refusesWhatIsNoComponent()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, message);
        CommandLineRun cli;
        QCOMPARE(cli.run(QStringList{u"component"_s} + arguments), 2);
        QVERIFY2(cli.err().contains(message), qPrintable(cli.err()));
        QCOMPARE(cli.out(), QString());
    }

    // validate ----------------------------------------------------------------------------------------------------------

    void validates()
    {
        const QString good = write(u"good.scr"_s, counting());
        CommandLineRun cli;
        QCOMPARE(cli.run({u"validate"_s, good}), 0);
        QCOMPARE(cli.out(), u"No problems.\n"_s);
        CommandLineRun json;
        QCOMPARE(json.run({u"validate"_s, good, u"--format"_s, u"json"_s, u"--strict"_s}), 0);
        QCOMPARE(json.json()[u"files"].at(0)[u"file"].toString(), good);
        QVERIFY(json.json()[u"files"].at(0)[u"diagnostics"].isArray());
        QCOMPARE(json.json()[u"files"].at(0)[u"diagnostics"].size(), 0);
    }

    void findsErrors()
    {
        const QString bad = write(u"bad.json"_s, counting().replace("\"transfer\":3", "\"transfer\":9"));
        CommandLineRun json;
        QCOMPARE(json.run({u"--format"_s, u"json"_s, u"validate"_s, bad}), 3);
        const core::Json finding = json.json()[u"files"].at(0)[u"diagnostics"].at(0);
        QStringList keys;
        for (const core::JsonMember &member : finding.members())
            keys.append(member.key);
        QCOMPARE(keys,
                 (QStringList{u"severity"_s, u"code"_s, u"message"_s, u"object"_s, u"property"_s, u"pointer"_s, u"line"_s, u"column"_s}));
        QCOMPARE(finding[u"object"].toInt(), std::optional<qint64>(2));
        QCOMPARE(finding[u"property"].toString(), u"transfer"_s);
        QCOMPARE(finding[u"pointer"].toString(), u"/objects/1/transfer"_s);
        QCOMPARE(finding[u"line"].toInt(), std::optional<qint64>(3));
        QVERIFY(json.err().contains(u"error"_s));
        CommandLineRun text;
        QCOMPARE(text.run({u"validate"_s, bad}), 3);
        QVERIFY2(text.out().startsWith(bad + u":3:"_s), qPrintable(text.out()));
        QVERIFY(text.err().startsWith(u"signalbox-cli validate: "_s));
    }

    void warningsCountWhenStrict()
    {
        const QString file =
            write(u"w.json"_s, counting().replace(R"("variables":[)", R"("variables":[{"id":"9","name":"unused","type":2,"location":0},)"));
        CommandLineRun lenient;
        QCOMPARE(lenient.run({u"validate"_s, file}), 0);
        QVERIFY(lenient.out().contains(u"warning: "_s));
        CommandLineRun strict;
        QCOMPARE(strict.run({u"validate"_s, file, u"--strict"_s}), 3);
        QVERIFY(!strict.err().isEmpty());
    }

    void unreadableFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << counting().left(100);
        QTest::newRow("no JSON") << QByteArray("objects");
        QTest::newRow("no scenario") << QByteArray("[1]");
        QTest::newRow("duplicate keys") << QByteArray(R"({"objects":[],"objects":[]})");
        QTest::newRow("not UTF-8") << QByteArray("{\"objects\":[],\"a\":\"\xff\"}");
        QTest::newRow("deep") << "{\"objects\":" + QByteArray(10'000'000, '[');
        QTest::newRow("wrong kind") << QByteArray(R"({"objects":{}})");
    }
    void unreadableFiles()
    {
        QFETCH(const QByteArray, content);
        const QString file = write(u"x.json"_s, content);
        for (const QStringList &arguments :
             {QStringList{u"validate"_s, file}, QStringList{u"run"_s, file}, QStringList{u"format"_s, file}}) {
            CommandLineRun cli;
            QCOMPARE(cli.run(arguments), 3);
            QVERIFY(!cli.err().isEmpty());
        }
        QCOMPARE(bytesOf(file), content);
    }

    void missingFiles()
    {
        for (const QString &verb : {u"validate"_s, u"run"_s, u"format"_s}) {
            for (const QString &file : {u"/nonexistent/a.json"_s, m_folder->path()}) {
                CommandLineRun cli;
                QCOMPARE(cli.run({verb, file}), 3);
                QVERIFY((cli.out() + cli.err()).contains(file));
                QVERIFY(!cli.err().isEmpty());
            }
        }
    }

    void capabilityDescriptions()
    {
        const QString file = write(u"good.scr"_s, counting());
        CommandLineRun missing;
        QCOMPARE(missing.run({u"validate"_s, file, u"--capabilities"_s, u"/nonexistent.yaml"_s}), 3);
        QVERIFY(missing.err().contains(u"/nonexistent.yaml"_s));
        const QString bad = write(u"bad.yaml"_s, "asyncapi: 9.9.9\n");
        for (const QString &verb : {u"validate"_s, u"run"_s}) {
            CommandLineRun broken;
            QCOMPARE(broken.run({verb, file, u"--capabilities"_s, bad}), 3);
            QVERIFY(broken.err().contains(bad));
        }
    }

    // format ------------------------------------------------------------------------------------------------------------

    void formats()
    {
        const QString file = write(u"a.scr"_s, counting(R"(,"x-signalbox":{"note":1},"big":12345678901234567890)"));
        CommandLineRun check;
        QCOMPARE(check.run({u"format"_s, u"--check"_s, file}), 1);
        QVERIFY(check.err().contains(file));
        CommandLineRun first;
        QCOMPARE(first.run({u"format"_s, file, u"--format"_s, u"json"_s}), 0);
        QVERIFY(first.json()[u"files"].at(0)[u"changed"].toBool());
        const QByteArray canonical = bytesOf(file);
        QVERIFY(canonical.startsWith("{\n  \"objects\": [\n"));
        QVERIFY(canonical.contains("12345678901234567890"));
        QVERIFY(canonical.contains("x-signalbox"));
        CommandLineRun second;
        QCOMPARE(second.run({u"format"_s, file, u"--format"_s, u"json"_s}), 0);
        QVERIFY(!second.json()[u"files"].at(0)[u"changed"].toBool(true));
        CommandLineRun clean;
        QCOMPARE(clean.run({u"format"_s, u"--check"_s, file}), 0);
        CommandLineRun strip;
        QCOMPARE(strip.run({u"format"_s, u"--strip"_s, file}), 0);
        QVERIFY(!bytesOf(file).contains("x-signalbox"));
    }

    void formatsAStream()
    {
        CommandLineRun cli(counting().toStdString());
        QCOMPARE(cli.run({u"format"_s, u"-"_s}), 0);
        QVERIFY(cli.out().startsWith(u"{\n  \"objects\": [\n"_s));
        CommandLineRun again(cli.out().toStdString());
        QCOMPARE(again.run({u"format"_s, u"-"_s, u"--check"_s}), 0);
        QCOMPARE(again.out(), QString());
        CommandLineRun check(counting().toStdString());
        QCOMPARE(check.run({u"format"_s, u"-"_s, u"--check"_s}), 1);
        QVERIFY(!check.err().isEmpty());
        CommandLineRun bad("{");
        QCOMPARE(bad.run({u"format"_s, u"-"_s}), 3);
        QCOMPARE(bad.out(), QString());
        CommandLineRun both("{}");
        QCOMPARE(both.run({u"format"_s, u"-"_s, u"a"_s}), 2);
    }

    void aBrokenFileKeepsNoOtherFromBeingFormatted()
    {
        const QString broken = write(u"a.scr"_s, "{\"objects\":[");
        const QString good = write(u"b.scr"_s, counting());
        CommandLineRun cli;
        QCOMPARE(cli.run({u"format"_s, broken, good}), 3);
        QCOMPARE(bytesOf(broken), QByteArray("{\"objects\":["));
        QVERIFY(bytesOf(good) != counting());
        CommandLineRun check;
        QCOMPARE(check.run({u"format"_s, u"--check"_s, broken, good}), 3);
    }

    void aFullDiskLeavesTheFile()
    {
        const QString file = write(u"a.scr"_s, counting());
        const QString trace = m_folder->filePath(u"trace.jsonl"_s);
        CommandLineRun format;
        CommandLineRun run;
        {
            const FullDisk full;
            QCOMPARE(format.run({u"format"_s, file}), 1);
            QCOMPARE(run.run({u"run"_s, file, u"--trace"_s, trace, u"--format=json"_s}), 1);
        }
        QVERIFY2(format.err().contains(file), qPrintable(format.err()));
        QVERIFY2(run.err().contains(trace), qPrintable(run.err()));
        QCOMPARE(bytesOf(file), counting());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.scr"_s});
    }

    // run ---------------------------------------------------------------------------------------------------------------

    void runsWithoutACluster()
    {
        const QString file = write(u"a.scr"_s, counting());
        const QString trace = m_folder->filePath(u"trace.jsonl"_s);
        const QString junit = m_folder->filePath(u"junit.xml"_s);
        CommandLineRun cli;
        cli.config = {}; // a cluster could not even start
        QCOMPARE(cli.run({u"run"_s, file, u"--format"_s, u"json"_s, u"--var"_s, u"n=41"_s, u"--startparam"_s, u"1=answer"_s, u"--trace"_s,
                          trace, u"--junit"_s, junit}),
                 0);
        const core::Json report = cli.json();
        QStringList keys;
        for (const core::JsonMember &member : report.members())
            keys.append(member.key);
        QCOMPARE(keys, (QStringList{u"reason"_s, u"result"_s, u"variables"_s, u"steps"_s}));
        QCOMPARE(report[u"reason"].toString(), u"normal"_s);
        QCOMPARE(report[u"result"].toString(), u"answer 42"_s);
        QCOMPARE(report[u"variables"].toCompact(), QByteArray(R"({"given":"answer","n":42})"));
        QCOMPARE(report[u"steps"].size(), 3);
        QCOMPARE(report[u"steps"].at(1)[u"type"].toString(), u"assign"_s);
        QCOMPARE(report[u"steps"].at(1)[u"outcome"].toString(), u"done"_s);
        QCOMPARE(bytesOf(trace).count('\n'), 3);
        QVERIFY(bytesOf(junit).contains("<testcase"));
        QCOMPARE(cli.keychainOpened, 0);
    }

    void showsTheSteps()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"run"_s, write(u"a.scr"_s, counting())}), 0);
        const QStringList lines = cli.out().split(u'\n');
        QVERIFY2(QRegularExpression(u"^ +\\d+\\.\\d ms  assign   Count  done    → Stop$"_s).match(lines.at(1)).hasMatch(),
                 qPrintable(lines.at(1)));
        QVERIFY(lines.at(3).startsWith(u"normal after "_s));
        QVERIFY(!cli.out().contains(u'\x1b'));
        CommandLineRun coloured;
        coloured.context.colour = true;
        QCOMPARE(coloured.run({u"run"_s, m_folder->filePath(u"a.scr"_s)}), 0);
        QVERIFY(coloured.out().contains(u"\x1b[32mnormal\x1b[0m"_s));
    }

    void laterInputsWin()
    {
        const QString file = write(u"a.scr"_s, counting(R"(,"x-signalbox":{"inputs":{"startparams":{"1":"inputs"},"variables":{"n":1}}})"));
        const QString variables = write(u"v.json"_s, R"({"n":10})");
        CommandLineRun bare;
        QCOMPARE(bare.run({u"run"_s, file, u"--format=json"_s}), 0);
        QCOMPARE(bare.json()[u"result"].toString(), u"inputs 2"_s);
        CommandLineRun fromFile;
        QCOMPARE(fromFile.run({u"run"_s, file, u"--format=json"_s, u"--var-file"_s, variables}), 0);
        QCOMPARE(fromFile.json()[u"result"].toString(), u"inputs 11"_s);
        CommandLineRun given;
        QCOMPARE(
            given.run({u"run"_s, file, u"--format=json"_s, u"--var-file"_s, variables, u"--var"_s, u"n=100"_s, u"--startparam=1=x=y"_s}),
            0);
        QCOMPARE(given.json()[u"result"].toString(), u"x=y 101"_s);
    }

    void refusesARun_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("var form") << QStringList{u"--var"_s, u"n"_s} << 2 << u"NAME=VALUE"_s;
        QTest::newRow("var unknown") << QStringList{u"--var"_s, u"x=1"_s} << 2 << u"\"x\""_s;
        QTest::newRow("var type") << QStringList{u"--var"_s, u"n=abc"_s} << 2 << u"\"n\""_s;
        QTest::newRow("startparam form") << QStringList{u"--startparam"_s, u"a=1"_s} << 2 << u"NUMBER=VALUE"_s;
        QTest::newRow("startparam range") << QStringList{u"--startparam"_s, u"21=1"_s} << 2 << u"1 to 20"_s;
        QTest::newRow("deadline text") << QStringList{u"--deadline"_s, u"soon"_s} << 2 << u"soon"_s;
        QTest::newRow("deadline zero") << QStringList{u"--deadline"_s, u"0"_s} << 2 << u"over 0"_s;
        QTest::newRow("deadline nan") << QStringList{u"--deadline"_s, u"nan"_s} << 2 << u"over 0"_s;
        QTest::newRow("files form") << QStringList{u"--files"_s, u"x"_s} << 2 << u"CATEGORY=DIR"_s;
        QTest::newRow("files missing") << QStringList{u"--files"_s, u"SYNC=/nonexistent"_s} << 2 << u"/nonexistent"_s;
        QTest::newRow("var-file missing") << QStringList{u"--var-file"_s, u"/nonexistent"_s} << 3 << u"/nonexistent"_s;
        QTest::newRow("var-file no JSON") << QStringList{u"--var-file"_s, u"bad.json"_s} << 3 << u"bad.json"_s;
        QTest::newRow("var-file no object") << QStringList{u"--var-file"_s, u"list.json"_s} << 3 << u"list.json"_s;
        QTest::newRow("var-file unknown") << QStringList{u"--var-file"_s, u"unknown.json"_s} << 3 << u"unknown.json:1:2"_s;
    }
    void refusesARun()
    {
        QFETCH(QStringList, options);
        QFETCH(const int, code);
        QFETCH(const QString, message);
        write(u"bad.json"_s, "{");
        write(u"list.json"_s, "[]");
        write(u"unknown.json"_s, R"({"x":1})");
        for (QString &option : options) {
            if (option.endsWith(".json"_L1))
                option = m_folder->filePath(option);
        }
        CommandLineRun cli;
        QCOMPARE(cli.run(QStringList{u"run"_s, write(u"a.scr"_s, counting())} + options), code);
        QVERIFY2(cli.err().contains(message), qPrintable(cli.err()));
        QCOMPARE(cli.out(), QString());
    }

    void badInputsInTheScenario()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"run"_s, write(u"a.scr"_s, counting(R"(,"x-signalbox":{"inputs":{"startparams":{"0":1}}})"))}), 3);
        QVERIFY(cli.err().contains(u"inputs.invalid"_s));
        CommandLineRun folder;
        QCOMPARE(folder.run({u"run"_s, write(u"b.scr"_s, counting(R"(,"x-signalbox":{"files":{"SYNC":"none"}})"))}), 3);
        QVERIFY(folder.err().contains(u"none"_s));
    }

    void unknownComponentsCannotRunHere()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"run"_s, write(u"a.scr"_s, counting().replace("\"oType\":106", "\"oType\":202"))}), 3);
        QVERIFY2(cli.err().contains(u"202"_s) || cli.err().contains(u"Count"_s), qPrintable(cli.err()));
        CommandLineRun validate;
        QCOMPARE(validate.run({u"validate"_s, m_folder->filePath(u"a.scr"_s)}), 0);
    }

    void endsWithTheReason()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"run"_s, write(u"a.scr"_s, counting().replace(",\"transfer\":3", "")), u"--format=json"_s}), 1);
        QCOMPARE(cli.json()[u"reason"].toString(), u"transfer_not_set"_s);
        QVERIFY(cli.err().contains(u"transfer_not_set"_s));
        CommandLineRun loop;
        QCOMPARE(loop.run({u"run"_s, write(u"b.scr"_s, counting().replace("\"transfer\":3", "\"transfer\":2")), u"--format=json"_s}), 1);
        QCOMPARE(loop.json()[u"reason"].toString(), u"stop"_s);
    }

    void aDeadlineStopsARun()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"run"_s, pausing(), u"--deadline"_s, u"0.05"_s, u"--format=json"_s}), 1);
        QCOMPARE(cli.json()[u"reason"].toString(), u"stop"_s);
        QVERIFY(cli.err().contains(u"0.05 s"_s));
    }

    void anInterruptStopsARun()
    {
        const QString trace = m_folder->filePath(u"trace.jsonl"_s);
        CommandLineRun cli;
        cli.start({u"run"_s, pausing(), u"--format=json"_s, u"--trace"_s, trace});
        Q_EMIT cli.interrupt.requested();
        QCOMPARE(cli.wait(), 1);
        QCOMPARE(cli.json()[u"reason"].toString(), u"stop"_s);
        QVERIFY(cli.err().contains(u"interrupted"_s));
        QVERIFY(QFile::exists(trace));
    }

    void reportsThatCannotBeWrittenFailTheRun()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"run"_s, write(u"a.scr"_s, counting()), u"--trace"_s, u"/nonexistent/t"_s, u"--format=json"_s}), 1);
        QVERIFY(cli.err().contains(u"/nonexistent/t"_s));
        QCOMPARE(cli.json()[u"reason"].toString(), u"normal"_s);
    }

private:
    QString write(const QString &name, const QByteArray &content) { return writeFile(m_folder->filePath(name), content); }
    /// Waits for a minute.
    QString pausing()
    {
        return write(u"pause.scr"_s,
                     counting().replace(R"("oType":106,"mode":0,"variable":"n","value":{"argType":3,"varType":1,"value":"[n] + 1"})",
                                        R"("oType":103,"timeoutMs":{"argType":1,"varType":1,"value":"60000"})"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(FilesVerbsTest)
#include "tst_filesverbs.moc"
