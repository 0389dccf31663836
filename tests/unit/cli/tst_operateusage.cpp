// SPDX-License-Identifier: GPL-3.0-or-later
// "operate": its values are checked before anything is sent; what they become.
#include "cli/operationoptions.h"
#include "support/commandlinerun.h"

#include <QFile>
#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;
using operation::Operation;
using test::CommandLineRun;

namespace {

/// An option with its value, or a flag.
cli::Arguments argumentsOf(const QStringList &words)
{
    cli::Arguments arguments;
    QStringList rest = words;
    while (!rest.isEmpty()) {
        if (rest.constFirst().startsWith("--"_L1)) {
            if (!arguments.take(cli::OperationOptions::specs(), rest).value_or(false))
                qFatal("no option: %s", qPrintable(rest.join(u' ')));
        } else {
            arguments.addOperand(rest.takeFirst());
        }
    }
    return arguments;
}

QStringList send(const QStringList &more = {})
{
    return QStringList{u"sendtokenmsg"_s, u"--conn"_s, u"c"_s, u"--capability"_s, u"msg"_s, u"--event"_s, u"hello"_s} + more;
}

} // namespace

class OperateUsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void reads_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<Operation>("operation");
        operation::SendMessage plain;
        plain.capability = u"msg"_s;
        plain.event = u"hello"_s;
        plain.content = u"{}"_s;
        QTest::newRow("send") << send({u"--content"_s, u"{}"_s}) << Operation{u"c"_s, plain};
        operation::SendMessage waiting = plain;
        waiting.wait = true;
        waiting.timeoutS = 0.5;
        waiting.direction = operation::Direction::TokenPluginEvent;
        QTest::newRow("all of send") << send({u"--content={}"_s, u"--timeout"_s, u"0.5"_s, u"--sync"_s, u"--direction"_s,
                                              u"token plugin event"_s})
                                     << Operation{u"c"_s, waiting};
        waiting.timeoutS = 10;
        waiting.direction = operation::Direction::UserApiEvent;
        QTest::newRow("default timeout") << send({u"--content={}"_s, u"--sync"_s, u"--direction=2"_s}) << Operation{u"c"_s, waiting};
        QTest::newRow("by id") << QStringList{u"0"_s, u"--conn=c"_s, u"--capability=msg"_s, u"--event=hello"_s, u"--content={}"_s}
                               << Operation{u"c"_s, plain};
        QTest::newRow("temp file") << QStringList{u"ws_temp_file"_s, u"--conn=c"_s, u"--path"_s, u"a/b"_s}
                                   << Operation{u"c"_s, operation::PlaceTempFile{u"a/b"_s}};
        QTest::newRow("list by default") << QStringList{u"websocktemp"_s, u"--conn=c"_s} << Operation{u"c"_s, operation::ListFiles{}};
        QTest::newRow("list") << QStringList{u"2"_s, u"--conn=c"_s, u"--method=get_coll"_s} << Operation{u"c"_s, operation::ListFiles{}};
        QTest::newRow("get") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--method=1"_s, u"--name=n"_s}
                             << Operation{u"c"_s, operation::GetFile{u"n"_s}};
        QTest::newRow("put") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--path=p"_s, u"--method=put_file"_s}
                             << Operation{u"c"_s, operation::PutFile{u"p"_s, {}}};
        QTest::newRow("put as") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--path=p"_s, u"--method=put_file"_s, u"--name=n"_s}
                                << Operation{u"c"_s, operation::PutFile{u"p"_s, u"n"_s}};
        QTest::newRow("delete") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--method=delete_file"_s, u"--name=n"_s}
                                << Operation{u"c"_s, operation::DeleteFile{u"n"_s}};
    }
    void reads()
    {
        QFETCH(const QStringList, words);
        QFETCH(const Operation, operation);
        const auto catalogue = catalogue::Catalogue::builtIn();
        const capability::Capabilities capabilities;
        const core::Dialect dialect;
        const cli::OperationOptions options(catalogue, capabilities, dialect);
        std::istringstream in;
        const auto read = options.read(argumentsOf(words), in);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QVERIFY(*read == operation);
    }

    void readsContentFromElsewhere()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"body.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"a\":\"Ёж\"}");
        file.close();
        const auto catalogue = catalogue::Catalogue::builtIn();
        const capability::Capabilities capabilities;
        const core::Dialect dialect;
        const cli::OperationOptions options(catalogue, capabilities, dialect);
        std::istringstream in("[1]");
        const auto fromFile = options.read(argumentsOf(send({u"--content"_s, u'@' + path})), in);
        QCOMPARE(std::get<operation::SendMessage>(fromFile->action).content, u"{\"a\":\"Ёж\"}"_s);
        const auto fromInput = options.read(argumentsOf(send({u"--content"_s, u"-"_s})), in);
        QCOMPARE(std::get<operation::SendMessage>(fromInput->action).content, u"[1]"_s);
        std::istringstream bad("\"\xff\"");
        QVERIFY(options.read(argumentsOf(send({u"--content"_s, u"-"_s})), bad).error().message.contains(u"UTF-8"_s));
        std::istringstream large(std::string(1024 * 1024 + 1, ' '));
        QVERIFY(options.read(argumentsOf(send({u"--content"_s, u"-"_s})), large).error().message.contains(u"larger"_s));
        QCOMPARE(options.read(argumentsOf(send({u"--content"_s, u"@/nonexistent"_s})), in).error().code, u"usage"_s);
    }

    void warnsOfAnOwnQid()
    {
        const auto catalogue = catalogue::Catalogue::builtIn();
        const capability::Capabilities capabilities;
        const core::Dialect dialect;
        const cli::OperationOptions options(catalogue, capabilities, dialect);
        std::istringstream in;
        const auto with = options.read(argumentsOf(send({u"--sync"_s, u"--content"_s, u"{\"qid\":1}"_s})), in);
        QCOMPARE(options.warnings(*with).size(), 1);
        const auto without = options.read(argumentsOf(send({u"--content"_s, u"{\"qid\":1}"_s})), in);
        QVERIFY(options.warnings(*without).isEmpty());
        QVERIFY(options.warnings({u"c"_s, operation::ListFiles{}}).isEmpty());
    }

    void badValuesSendNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("message");
        QTest::newRow("operation") << QStringList{u"fly"_s} << u"ws_temp_file (1)"_s;
        QTest::newRow("no connection") << QStringList{u"websocktemp"_s} << u"--conn"_s;
        QTest::newRow("no capability") << QStringList{u"sendtokenmsg"_s, u"--conn=c"_s, u"--event=e"_s, u"--content={}"_s}
                                       << u"--capability"_s;
        QTest::newRow("no event") << QStringList{u"sendtokenmsg"_s, u"--conn=c"_s, u"--capability=msg"_s, u"--content={}"_s}
                                  << u"--event"_s;
        QTest::newRow("direction") << send({u"--content={}"_s, u"--direction=9"_s}) << u"token message (0)"_s;
        QTest::newRow("content no JSON") << send({u"--content={"_s}) << u"column"_s;
        QTest::newRow("content against its schema") << send({u"--content={\"text\":5}"_s}) << u"/text"_s;
        QTest::newRow("timeout without sync") << send({u"--content={}"_s, u"--timeout=5"_s}) << u"--timeout does not apply"_s;
        QTest::newRow("timeout zero") << send({u"--content={}"_s, u"--sync"_s, u"--timeout=0"_s}) << u"0"_s;
        QTest::newRow("timeout long") << send({u"--content={}"_s, u"--sync"_s, u"--timeout=3601"_s}) << u"3600"_s;
        QTest::newRow("timeout text") << send({u"--content={}"_s, u"--sync"_s, u"--timeout=soon"_s}) << u"soon"_s;
        QTest::newRow("option of another operation") << send({u"--content={}"_s, u"--path=p"_s}) << u"--path does not apply"_s;
        QTest::newRow("content for a file") << QStringList{u"ws_temp_file"_s, u"--conn=c"_s, u"--path=:A/a"_s, u"--content={}"_s}
                                            << u"--content does not apply"_s;
        QTest::newRow("path for get") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--method=get_file"_s, u"--name=n"_s, u"--path=p"_s}
                                      << u"--path does not apply"_s;
        QTest::newRow("method") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--method=steal"_s} << u"get_coll (0)"_s;
        QTest::newRow("no name") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--method=get_file"_s} << u"--name"_s;
        QTest::newRow("name with a slash") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--method=get_file"_s, u"--name=../a"_s}
                                           << u"name"_s;
        QTest::newRow("name too long") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--method=delete_file"_s,
                                                      u"--name="_s + QString(300, u'n')}
                                       << u"255"_s;
        QTest::newRow("local file missing") << QStringList{u"ws_temp_file"_s, u"--conn=c"_s, u"--path=/nonexistent/file"_s}
                                            << u"/nonexistent/file"_s;
        QTest::newRow("selector") << QStringList{u"websocktemp"_s, u"--conn=planet=mars"_s} << u"planet=mars"_s;
        QTest::newRow("save of a list") << QStringList{u"websocktemp"_s, u"--conn=c"_s, u"--save=x"_s} << u"--save"_s;
        QTest::newRow("save nowhere") << QStringList{u"ws_temp_file"_s, u"--conn=c"_s, u"--path=:A/a"_s, u"--save=/nonexistent/x"_s}
                                      << u"/nonexistent/x"_s;
        QTest::newRow("save as a folder") << QStringList{u"ws_temp_file"_s, u"--conn=c"_s, u"--path=:A/a"_s, u"--save=/"_s} << u"--save"_s;
    }
    void badValuesSendNothing()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QString, message);
        CommandLineRun cli;
        cli.config = {}; // a cluster that could not even start
        QCOMPARE(cli.run(QStringList{u"operate"_s} + words), 2);
        QVERIFY2(cli.err().contains(message), qPrintable(cli.err()));
        QCOMPARE(cli.out(), QString());
    }

    void aBrokenDescriptionIsAnInvalidFile()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run(QStringList{u"operate"_s} + send({u"--content={}"_s, u"--capabilities=/nonexistent.yaml"_s})), 3);
    }
};

QTEST_GUILESS_MAIN(OperateUsageTest)
#include "tst_operateusage.moc"
