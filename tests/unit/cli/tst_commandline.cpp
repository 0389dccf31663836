// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the verb, options on either side of it, help, version, wrong usage.
#include "support/commandlinerun.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::CommandLineRun;

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void endsLater()
    {
        CommandLineRun cli;
        cli.start({u"--version"_s});
        QVERIFY(!cli.exitCode);
        QCOMPARE(cli.wait(), 0);
    }

    void showsItsVersion()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"--version"_s}), 0);
        QVERIFY2(QRegularExpression(u"^signalbox-cli \\d+\\.\\d+\\.\\d+\n$"_s).match(cli.out()).hasMatch(), qPrintable(cli.out()));
        QCOMPARE(cli.err(), QString());
    }

    void helps()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"--help"_s}), 0);
        const QString out = cli.out();
        for (const QString &verb : {u"component"_s, u"validate"_s, u"format"_s, u"run"_s, u"operate"_s, u"connections"_s, u"peer"_s,
                                    u"sessions"_s, u"push"_s, u"pull"_s, u"export"_s})
            QVERIFY2(out.contains(u"\n  "_s + verb + u' '), qPrintable(verb));
        // What comes later is not there at all.
        for (const QString &later : {u"test"_s, u"load"_s, u"diff"_s, u"merge"_s})
            QVERIFY2(!out.contains(u"\n  "_s + later + u' '), qPrintable(later));
        CommandLineRun shortForm;
        QCOMPARE(shortForm.run({u"-h"_s}), 0);
        QCOMPARE(shortForm.out(), out);
    }

    void everyVerbHelps()
    {
        const QList<cli::VerbSpec> verbs = cli::CommandLine::verbs();
        QCOMPARE(verbs.size(), 11);
        for (const cli::VerbSpec &verb : verbs) {
            CommandLineRun cli;
            QCOMPARE(cli.run({verb.name, u"--help"_s}), 0);
            QVERIFY(cli.out().startsWith(u"Usage: signalbox-cli "_s + verb.name));
            QVERIFY(cli.out().contains(verb.summary));
            for (const cli::OptionSpec &option : verb.options)
                QVERIFY2(cli.out().contains(u"  --"_s + option.name), qPrintable(option.name));
            QCOMPARE(cli.out().contains(u"--watch"_s), verb.name == "connections"_L1);
            QCOMPARE(cli.err(), QString());
        }
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << QStringList{} << u"A verb is missing."_s;
        QTest::newRow("unknown verb") << QStringList{u"fly"_s} << u"\"fly\""_s;
        QTest::newRow("later verb") << QStringList{u"test"_s} << u"\"test\""_s;
        QTest::newRow("unknown option") << QStringList{u"run"_s, u"--fast"_s, u"a.json"_s} << u"--fast"_s;
        QTest::newRow("unknown option with value") << QStringList{u"run"_s, u"--fast=secret"_s} << u"--fast."_s;
        QTest::newRow("short option") << QStringList{u"run"_s, u"-x"_s} << u"-x"_s;
        QTest::newRow("option of another verb") << QStringList{u"validate"_s, u"--sync"_s, u"a"_s} << u"--sync"_s;
        QTest::newRow("verb's option before it") << QStringList{u"--strict"_s, u"validate"_s, u"a"_s} << u"--strict"_s;
        QTest::newRow("no value") << QStringList{u"run"_s, u"a.json"_s, u"--var"_s} << u"NAME=VALUE"_s;
        QTest::newRow("value for a flag") << QStringList{u"validate"_s, u"a"_s, u"--strict=1"_s} << u"takes no value"_s;
        QTest::newRow("twice") << QStringList{u"validate"_s, u"a"_s, u"--strict"_s, u"--strict"_s} << u"twice"_s;
        QTest::newRow("operand missing") << QStringList{u"run"_s} << u"missing"_s;
        QTest::newRow("operand too much") << QStringList{u"run"_s, u"a"_s, u"b"_s} << u"\"b\""_s;
        QTest::newRow("bad format") << QStringList{u"connections"_s, u"--format"_s, u"xml"_s} << u"\"xml\""_s;
        QTest::newRow("bad cluster") << QStringList{u"connections"_s, u"--cluster"_s, u"ftp://a"_s} << u"ftp://a"_s;
        QTest::newRow("cluster with a path") << QStringList{u"connections"_s, u"--cluster"_s, u"http://a/b"_s} << u"http://a/b"_s;
        QTest::newRow("login for simulated") << QStringList{u"connections"_s, u"--login"_s, u"a"_s} << u"--login"_s;
        QTest::newRow("certificate without key")
            << QStringList{u"connections"_s, u"--cluster"_s, u"https://a"_s, u"--client-cert"_s, u"c"_s} << u"--client-key"_s;
        QTest::newRow("bad node") << QStringList{u"connections"_s, u"--cluster"_s, u"https://a"_s, u"--node"_s, u"a=http://b"_s}
                                  << u"SITE/NODE=URL"_s;
        QTest::newRow("no login") << QStringList{u"connections"_s, u"--cluster"_s, u"http://127.0.0.1:1"_s} << u"--login"_s;
    }
    void wrongUsage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, message);
        CommandLineRun cli;
        QCOMPARE(cli.run(arguments), 2);
        QVERIFY2(cli.err().contains(message), qPrintable(cli.err()));
        QVERIFY(!cli.err().contains(u"secret"_s));
        QCOMPARE(cli.out(), QString());
    }

    void neverShowsASecretInAnAddress()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"connections"_s, u"--cluster"_s, u"http://me:hunter2@host"_s}), 2);
        QVERIFY(!cli.err().contains(u"hunter2"_s));
    }

    void globalOptionsStandOnEitherSide()
    {
        CommandLineRun before;
        QCOMPARE(before.run({u"--format"_s, u"json"_s, u"component"_s, u"list"_s}), 0);
        CommandLineRun after;
        QCOMPARE(after.run({u"component"_s, u"--format=json"_s, u"list"_s}), 0);
        QCOMPARE(after.out(), before.out());
        QVERIFY(after.json().isArray());
    }

    void onlyOperandsAfterTwoDashes()
    {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"validate"_s, u"--"_s, u"--strict"_s}), 3);
        QVERIFY2(cli.out().startsWith(u"--strict: error: "_s), qPrintable(cli.out()));
    }

    void readsNodeAddresses()
    {
        cli::Arguments arguments;
        arguments.add(u"cluster"_s, u"https://host:8443/"_s);
        arguments.add(u"domain"_s, u"d"_s);
        arguments.add(u"login"_s, u"l"_s);
        arguments.add(u"node"_s, u"north/1=https://one"_s);
        arguments.add(u"node"_s, u"south/2=http://two:81/"_s);
        arguments.add(u"verbose"_s, {});
        const auto options = cli::GlobalOptions::from(arguments);
        QVERIFY(options);
        QVERIFY(!options->isSimulated() && !options->json() && options->verbose());
        QCOMPARE(options->profile().address, QUrl(u"https://host:8443"_s));
        QCOMPARE(options->profile().nodes,
                 (QMap<QString, QUrl>{{u"north/1"_s, QUrl(u"https://one"_s)}, {u"south/2"_s, QUrl(u"http://two:81"_s)}}));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
