// SPDX-License-Identifier: GPL-3.0-or-later
// "export" as far as it needs no fonts: usage, what is no scenario, graphs in text. Pictures are tested on the program itself.
#include "support/commandlinerun.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::bytesOf;
using test::CommandLineRun;

class ExportVerbTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void usage_data();
    void usage();
    void writesGraphs_data();
    void writesGraphs();
    void tellsAsJson();
    void refusesWhatIsNoScenario_data();
    void refusesWhatIsNoScenario();
    void refusesAnEmptyPicture();
    void replacesWholeOrNotAtAll();
    void whichVerbsDraw();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QString m_hello = QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json");
};

void ExportVerbTest::usage_data()
{
    QTest::addColumn<QStringList>("arguments"); ///< %1 is the folder
    QTest::addColumn<QString>("message");
    QTest::newRow("no output") << QStringList{m_hello} << u"The file to write is missing: -o FILE.svg."_s;
    QTest::newRow("output without a value") << QStringList{m_hello, u"-o"_s} << u"The option --output needs a value: FILE."_s;
    QTest::newRow("unknown suffix") << QStringList{m_hello, u"-o"_s, u"%1/out.gif"_s}
                                    << u"out.gif has none of the suffixes svg, png, pdf, dot, mmd"_s;
    QTest::newRow("no suffix") << QStringList{m_hello, u"-o"_s, u"%1/svg"_s} << u"svg has none of the suffixes"_s;
    QTest::newRow("twice") << QStringList{m_hello, u"-o"_s, u"%1/a.dot"_s, u"--output"_s, u"%1/b.dot"_s}
                           << u"The option --output is given twice."_s;
    QTest::newRow("unknown theme") << QStringList{m_hello, u"-o"_s, u"%1/out.svg"_s, u"--theme"_s, u"pink"_s}
                                   << u"There is no theme \"pink\": light or dark."_s;
    QTest::newRow("unknown letter") << QStringList{m_hello, u"-x"_s} << u"There is no option -x."_s;
    QTest::newRow("no file") << QStringList{u"-o"_s, u"%1/out.svg"_s} << u"Something is missing"_s;
    QTest::newRow("two files") << QStringList{m_hello, m_hello, u"-o"_s, u"%1/out.svg"_s} << u"is too much."_s;
}

void ExportVerbTest::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QString, message);
    arguments.replaceInStrings(u"%1"_s, m_folder->path());
    CommandLineRun cli;
    QCOMPARE(cli.run(QStringList{u"export"_s} + arguments), 2);
    QVERIFY2(cli.err().contains(message), qPrintable(cli.err()));
    QCOMPARE(cli.out(), QString());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void ExportVerbTest::writesGraphs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("dot") << u"out.dot"_s << QByteArray("digraph \"");
    QTest::newRow("Mermaid") << u"out.mmd"_s << QByteArray("flowchart LR\n");
    QTest::newRow("large letters") << u"OUT.DOT"_s << QByteArray("digraph \"");
}

void ExportVerbTest::writesGraphs()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begin);
    CommandLineRun cli;
    QCOMPARE(cli.run({u"export"_s, m_hello, u"-o"_s, path(name)}), 0);
    const QByteArray content = bytesOf(path(name));
    QVERIFY(content.startsWith(begin));
    QCOMPARE(cli.out(), QString());
    QCOMPARE(cli.err(), QString());
    CommandLineRun otherOrder;
    QCOMPARE(otherOrder.run({u"export"_s, u"--output"_s, path(u"2"_s + name), m_hello}), 0);
    QCOMPARE(bytesOf(path(u"2"_s + name)), content);
}

void ExportVerbTest::tellsAsJson()
{
    CommandLineRun cli;
    QCOMPARE(cli.run({u"--format"_s, u"json"_s, u"export"_s, m_hello, u"--output="_s + path(u"out.mmd"_s)}), 0);
    QCOMPARE(cli.json()[u"file"].toString(), path(u"out.mmd"_s));
    QCOMPARE(cli.json()[u"bytes"].toInt(), std::optional<qint64>(bytesOf(path(u"out.mmd"_s)).size()));
}

void ExportVerbTest::refusesWhatIsNoScenario_data()
{
    QTest::addColumn<QString>("file");
    const QDir broken(QStringLiteral(SIGNALBOX_TEST_DATA "/broken"));
    const QStringList names = broken.entryList(QDir::Files, QDir::Name);
    QVERIFY(names.size() > 10);
    for (const QString &name : names) {
        if (name == "wrongly-typed.scr"_L1)
            continue; // values of wrong kinds: a scenario all the same
        QTest::newRow(qPrintable(name)) << broken.filePath(name);
    }
    QTest::newRow("not there") << u"/nowhere/x.json"_s;
    QTest::newRow("folder") << broken.path();
}

void ExportVerbTest::refusesWhatIsNoScenario()
{
    QFETCH(const QString, file);
    for (const QString &name : {u"out.dot"_s, u"out.svg"_s}) {
        CommandLineRun cli;
        QCOMPARE(cli.run({u"export"_s, file, u"-o"_s, path(name)}), 3);
        QVERIFY2(cli.err().contains(u"is not a valid scenario file; nothing was written."_s), qPrintable(cli.err()));
        QVERIFY(!QFile::exists(path(name)));
    }
}

void ExportVerbTest::refusesAnEmptyPicture()
{
    test::writeFile(path(u"empty.scr"_s), R"({"objects":[],"variables":[]})");
    CommandLineRun cli;
    QCOMPARE(cli.run({u"export"_s, path(u"empty.scr"_s), u"-o"_s, path(u"out.pdf"_s)}), 3);
    QVERIFY2(cli.err().contains(u"no components"_s), qPrintable(cli.err()));
    QVERIFY(!QFile::exists(path(u"out.pdf"_s)));
}

void ExportVerbTest::replacesWholeOrNotAtAll()
{
    test::writeFile(path(u"old.dot"_s), "old");
    CommandLineRun bad;
    QCOMPARE(bad.run({u"export"_s, u"/nowhere/x.json"_s, u"-o"_s, path(u"old.dot"_s)}), 3);
    QCOMPARE(bytesOf(path(u"old.dot"_s)), QByteArray("old"));
    CommandLineRun good;
    QCOMPARE(good.run({u"export"_s, m_hello, u"-o"_s, path(u"old.dot"_s)}), 0);
    QVERIFY(bytesOf(path(u"old.dot"_s)).startsWith("digraph"));
    CommandLineRun nowhere;
    QCOMPARE(nowhere.run({u"export"_s, m_hello, u"-o"_s, path(u"no/such/folder/out.dot"_s)}), 1);
    QVERIFY2(nowhere.err().contains(u"was not saved"_s), qPrintable(nowhere.err()));
}

void ExportVerbTest::whichVerbsDraw()
{
    QVERIFY(cli::CommandLine::drawsPictures({u"--format"_s, u"json"_s, u"export"_s, u"x"_s}));
    for (const cli::VerbSpec &verb : cli::CommandLine::verbs())
        QCOMPARE(cli::CommandLine::drawsPictures({verb.name, u"--help"_s}), verb.name == "export"_L1);
}

QTEST_GUILESS_MAIN(ExportVerbTest)
#include "tst_exportverb.moc"
