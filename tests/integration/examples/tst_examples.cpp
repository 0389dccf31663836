// SPDX-License-Identifier: GPL-3.0-or-later
// Every example validates without a word and does what it says on the demo cluster, bare.
#include "support/clusterwatch.h"

#include <QDir>
#include <QFile>

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::ClusterWatch;
using test::CommandLineRun;

namespace {

QString example(const QString &name)
{
    return QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/") + name;
}

/// "name outcome" of the websock steps.
QStringList operations(const core::Json &report)
{
    QStringList lines;
    for (const core::Json &step : report[u"steps"].items()) {
        if (step[u"type"].toString() == "websock"_L1)
            lines.append(u"%1: %2"_s.arg(step[u"name"].toString(), step[u"outcome"].toString()));
    }
    return lines;
}

} // namespace

class ExamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void areClean_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = QDir(example({})).entryList({u"*.json"_s}, QDir::Files);
        QCOMPARE(files.size(), 6);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << example(file);
    }
    void areClean()
    {
        QFETCH(const QString, file);
        CommandLineRun validate;
        QCOMPARE(validate.run({u"validate"_s, file, u"--strict"_s}), 0);
        QCOMPARE(validate.out(), u"No problems.\n"_s);
        CommandLineRun format;
        QCOMPARE(format.run({u"format"_s, u"--check"_s, file}), 0);
    }

    void run_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<QString>("result");
        QTest::newRow("hello") << u"hello.json"_s << QStringList{u"Say hello: success"_s}
                               << u"^\\{.*\"text\":\"Hello from the CRM\",\"received\":\"Hello\".*\\}$"_s;
        QTest::newRow("fire and forget") << u"fire-and-forget.json"_s << QStringList{u"Tell: success"_s} << u"^sent$"_s;
        QTest::newRow("websocktemp") << u"websocktemp-tour.json"_s
                                     << QStringList{u"Put the file: success"_s,    u"List: success"_s,
                                                    u"Get the file: success"_s,    u"Put the copy: success"_s,
                                                    u"Delete the file: success"_s, u"Delete the copy: success"_s,
                                                    u"List again: success"_s}
                                     << u"^before: \\[\\{\"name\":\"greeting.txt\",\"size\":43,.*\\}\\], after: \\[\\]$"_s;
        QTest::newRow("temp link") << u"temp-link.json"_s << QStringList{u"Make the link: success"_s} << u"^/temp/[0-9a-f]{32}\\.txt$"_s;
        QTest::newRow("retry") << u"retry-loop.json"_s << QStringList{u"Ask: error"_s, u"Ask: error"_s, u"Ask: success"_s}
                               << u"\"attempt\":2"_s;
        QTest::newRow("post-processing") << u"post-processing.json"_s << QStringList{u"Say hello: success"_s, u"Say goodbye: success"_s}
                                         << u"Hello from the CRM"_s;
    }
    void run()
    {
        QFETCH(const QString, file);
        QFETCH(const QStringList, steps);
        QFETCH(const QString, result);
        CommandLineRun cli;
        QCOMPARE(cli.run({u"run"_s, example(file), u"--format"_s, u"json"_s}), 0);
        QCOMPARE(cli.err(), QString());
        QCOMPARE(cli.json()[u"reason"].toString(), u"normal"_s);
        QCOMPARE(operations(cli.json()), steps);
        QVERIFY2(QRegularExpression(result).match(cli.json()[u"result"].toString()).hasMatch(), qPrintable(cli.out()));
    }

    void helloTakesItsOtherWays_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("result");
        QTest::newRow("error") << QByteArray("refuse") << u"Say hello: error"_s << u"failed: rejected: The CRM refuses this"_s;
        QTest::newRow("timeout") << QByteArray("silent") << u"Say hello: timeout"_s << u"timeout"_s;
    }
    void helloTakesItsOtherWays()
    {
        QFETCH(const QByteArray, event);
        QFETCH(const QString, step);
        QFETCH(const QString, result);
        QFile file(example(u"hello.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        text.replace("\"value\": \"hello\"", "\"value\": \"" + event + "\"");
        text.replace("\"value\": \"5\"", "\"value\": \"0.3\"");
        QTemporaryDir folder;
        QFile copy(folder.filePath(u"hello.json"_s));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(text);
        copy.close();
        CommandLineRun cli;
        QCOMPARE(cli.run({u"run"_s, copy.fileName(), u"--format"_s, u"json"_s}), 0);
        QCOMPARE(operations(cli.json()), QStringList{step});
        QCOMPARE(cli.json()[u"result"].toString(), result);
    }

    void theTempLinkExpires()
    {
        simulator::ClusterConfig config = simulator::ClusterConfig::demo();
        config.dialect.tempLifetimeS = 2;
        ClusterWatch watch(config);
        QVERIFY(watch.start());
        CommandLineRun cli;
        cli.environment = watch.environment();
        QCOMPARE(cli.run(QStringList{u"run"_s, example(u"temp-link.json"_s), u"--format=json"_s} + watch.access()), 0);
        const QUrl url(watch.url() + cli.json()[u"result"].toString());

        // Without a login: the link is public.
        cluster::Profile profile;
        profile.address = QUrl(watch.url());
        cluster::ClusterSession session(profile, {}, {watch.clock, watch.scheduler, watch.random});
        QTemporaryDir folder;
        const QString fetched = folder.filePath(u"fetched.txt"_s);
        const auto bytes = watch.await<qint64>(session.files().download(url, fetched));
        QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().message));
        QCOMPARE(*bytes, 43);
        QFile file(fetched);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("Greetings from a file beside the scenario.\n"));
        const QString late = folder.filePath(u"late.txt"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const bool gone = !watch.await<qint64>(session.files().download(url, late));
                QFile::remove(late);
                return gone;
            }(),
            10'000);
        const auto expired = watch.await<qint64>(session.files().download(url, late));
        QVERIFY(!expired);
        QVERIFY(!QFile::exists(late));
        QCOMPARE(watch.leftovers(), QStringList());
    }

    void runsOnEveryNode()
    {
        simulator::ClusterConfig config = simulator::ClusterConfig::demo();
        config.nodes = 3;
        config.sites = 2;
        config.peers.first().node = 2; // the CRM's connection
        for (const QString &file : {u"hello.json"_s, u"websocktemp-tour.json"_s}) {
            CommandLineRun cli;
            cli.config = config;
            QCOMPARE(cli.run({u"run"_s, example(file), u"--format"_s, u"json"_s}), 0);
            QCOMPARE(cli.json()[u"reason"].toString(), u"normal"_s);
            QVERIFY(operations(cli.json()).filter(u": error"_s).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(ExamplesTest)
#include "tst_examples.moc"
