// SPDX-License-Identifier: GPL-3.0-or-later
// The program signalbox-cluster without its main(): arguments, ready line, exit codes.
#include "cluster/program.h"
#include "core/jsonreader.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sstream>

using namespace Qt::StringLiterals;
using namespace signalbox;
using clusterprogram::Options;
using clusterprogram::Program;

class TestProgram : public QObject
{
    Q_OBJECT

private:
    std::ostringstream m_out;
    std::ostringstream m_err;
    int m_waits = 0;

    int run(const QStringList &arguments)
    {
        m_out.str({});
        m_err.str({});
        m_waits = 0;
        return Program(m_out, m_err, [this] { ++m_waits; }).run(arguments);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsArguments()
    {
        const auto options =
            Options::parse({u"--config"_s, u"f"_s, u"--listen=0.0.0.0"_s, u"--port"_s, u"80"_s, u"--nodes=3"_s, u"--sites"_s, u"2"_s});
        QVERIFY(options);
        QCOMPARE(options->config, u"f"_s);
        QCOMPARE(*options->listen, u"0.0.0.0"_s);
        QCOMPARE(*options->port, 80);
        QCOMPARE(*options->nodes, 3);
        QCOMPARE(*options->sites, 2);
        QVERIFY(!options->help);
        QVERIFY(Options::parse({u"-h"_s})->help);
        QVERIFY(Options::parse({u"--version"_s})->version);
        QVERIFY(!Options::parse({})->port);
    }

    void refusesArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{u"--secret"_s};
        QTest::newRow("no certificate") << QStringList{u"--tls"_s};
        QTest::newRow("no key") << QStringList{u"--tls"_s, u"cert"_s};
        QTest::newRow("clients' authority alone") << QStringList{u"--tls-client-ca=ca"_s};
        QTest::newRow("control port") << QStringList{u"--control-port"_s, u"65536"_s};
        QTest::newRow("word") << QStringList{u"word"_s};
        QTest::newRow("no value") << QStringList{u"--port"_s};
        QTest::newRow("empty value") << QStringList{u"--config="_s};
        QTest::newRow("no number") << QStringList{u"--port"_s, u"x"_s};
        QTest::newRow("port") << QStringList{u"--port"_s, u"65536"_s};
        QTest::newRow("nodes") << QStringList{u"--nodes"_s, u"0"_s};
        QTest::newRow("many nodes") << QStringList{u"--nodes"_s, u"65"_s};
        QTest::newRow("more sites than nodes") << QStringList{u"--sites"_s, u"2"_s};
        QTest::newRow("help takes no value") << QStringList{u"--help=x"_s};
    }
    void refusesArguments()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(run(arguments), 2);
        QVERIFY(m_out.str().empty());
        QVERIFY(QByteArray::fromStdString(m_err.str()).startsWith("signalbox-cluster: "));
        QCOMPARE(m_waits, 0);
    }

    void printsOneReadyLine()
    {
        QCOMPARE(run({u"--nodes"_s, u"3"_s, u"--sites"_s, u"2"_s}), 0);
        QCOMPARE(m_waits, 1);
        QVERIFY(m_err.str().empty());
        const QByteArray text = QByteArray::fromStdString(m_out.str());
        QCOMPARE(text.count('\n'), 1);
        const core::Json line = *core::readJson(text);
        QCOMPARE(line[u"domain"].toString(), u"test.rootdomain.ru"_s);
        QCOMPARE(line[u"nodes"].size(), 3);
        QCOMPARE(line[u"nodes"].at(0)[u"site"].toString(), u"main_site"_s);
        QCOMPARE(line[u"nodes"].at(1)[u"site"].toString(), u"site_2"_s);
        QCOMPARE(line[u"nodes"].at(2)[u"node"].toString(), u"node3"_s);
        const QString url = line[u"nodes"].at(0)[u"url"].toString();
        QVERIFY2(QRegularExpression(u"^http://127\\.0\\.0\\.1:[1-9][0-9]+$"_s).match(url).hasMatch(), qPrintable(url));
        QCOMPARE(line[u"users"].at(0).toCompact(), R"({"login":"admin","pwd":"demo","roles":["admin"]})");
        QCOMPARE(line[u"integrationPoints"].at(1)[u"code"].toString(), u"crm"_s);
        QCOMPARE(line[u"integrationPoints"].at(1)[u"token"].toString().size(), 32);
        QVERIFY(line[u"integrationPoints"].at(1)[u"capabilities"].isArray());
    }

    void saysWhatIsWrongWithTheConfiguration()
    {
        const QTemporaryDir folder;
        const auto write = [&](const QByteArray &text) {
            QFile file(folder.filePath(u"c.json"_s));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        const QStringList arguments{u"--config"_s, folder.filePath(u"c.json"_s)};
        QCOMPARE(run(arguments), 3); // not there
        QVERIFY(write("{"));
        QCOMPARE(run(arguments), 3);
        QVERIFY(write(R"({"domain":"d","sites":2})"));
        QCOMPARE(run(arguments), 3);
        QVERIFY(write(R"({"domain":"d","plugins":[{"capability":"x","side":"token","description":"none.json"}]})"));
        QCOMPARE(run(arguments), 3);
        QVERIFY(m_err.str().find("\"x\"") != std::string::npos);
        QVERIFY(write(R"({"domain":"d","scripts":[{"code":"a","scriptdata":{}}]})"));
        QCOMPARE(run(arguments), 3);
        QVERIFY(write(R"({"domain":"d"})"));
        QCOMPARE(run(arguments), 0);
    }

    void saysWhatIsWrongWithTheFilesOfTls()
    {
        const QTemporaryDir folder;
        const QString missing = folder.filePath(u"missing.pem"_s);
        QCOMPARE(run({u"--tls"_s, missing, missing}), 3);
        QVERIFY(m_err.str().find("missing.pem") != std::string::npos);
        QFile other(folder.filePath(u"other.pem"_s));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("no certificate") > 0);
        other.close();
        QCOMPARE(run({u"--tls"_s, other.fileName(), other.fileName()}), 3);
        QVERIFY(m_err.str().find("other.pem") != std::string::npos);
        QVERIFY(m_out.str().empty());
    }

    void saysThatItCannotListen()
    {
        QCOMPARE(run({u"--listen"_s, u"nowhere"_s}), 4);
        QVERIFY(m_err.str().find("nowhere") != std::string::npos);
    }

    void helpsAndTellsItsVersion()
    {
        QCOMPARE(run({u"--help"_s}), 0);
        QVERIFY(m_out.str().find("Usage: signalbox-cluster") == 0);
        QVERIFY(m_out.str().find("--tls CERT KEY") != std::string::npos);
        QCOMPARE(run({u"--version"_s}), 0);
        QVERIFY(QRegularExpression(u"^signalbox-cluster \\d+\\.\\d+\\.\\d+\n$"_s).match(QString::fromStdString(m_out.str())).hasMatch());
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
