// SPDX-License-Identifier: GPL-3.0-or-later
// --profile: where it looks, what overrides it, and what is said when it cannot be used.
#include "support/commandlinerun.h"

#include "cli/secretsource.h"
#include "cluster/profilestore.h"
#include "simulator/administrator.h"
#include "simulator/simulatedcluster.h"

#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::CommandLineRun;

namespace {

/// A command line with a file of profiles, written with ' for ".
struct ProfileRun {
    explicit ProfileRun(QByteArray profiles = {})
    {
        line.context.profilesFile = folder.filePath(u"profiles.json"_s);
        if (profiles.isEmpty())
            return;
        QFile file(line.context.profilesFile);
        if (!file.open(QIODevice::WriteOnly) || file.write(profiles.replace('\'', '"')) < 0)
            qFatal("cannot write");
    }

    cli::GlobalOptions options(const QList<std::pair<QString, QString>> &given) const
    {
        cli::Arguments arguments;
        for (const auto &[name, value] : given)
            arguments.add(name, value);
        const auto read = cli::GlobalOptions::from(arguments, line.context.profilesFile);
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }

    int run(const QStringList &arguments) { return line.run(arguments); }
    QString out() const { return line.out(); }
    QString err() const { return line.err(); }

    QTemporaryDir folder;
    CommandLineRun line;
};

const QByteArray two =
    "{'profiles': [\n"
    "  {'name': 'north', 'address': 'https://north.example:1', 'domain': 'd', 'login': 'ada', 'session': 'token',\n"
    "   'nodes': {'m/1': 'https://one', 'm/2': 'https://two'}, 'tls': {'ca': 'ca.pem', 'clientCertificate': '/c', 'clientKey': '/k'},\n"
    "   'dialect': {'pingsMissed': 9}},\n"
    "  {'name': 'south', 'address': 'http://127.0.0.1:1'}\n"
    "]}";

} // namespace

class ProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void takesTheProfile()
    {
        const ProfileRun cli(two);
        const auto options = cli.options({{u"profile"_s, u"north"_s}});
        QVERIFY(!options.isSimulated());
        const cluster::Profile &profile = options.profile();
        QCOMPARE(profile.name, u"north"_s);
        QCOMPARE(profile.address, QUrl(u"https://north.example:1"_s));
        QCOMPARE(profile.login, u"ada"_s);
        QCOMPARE(profile.sessionKind, cluster::SessionKind::Token);
        QCOMPARE(profile.caFile, cli.folder.filePath(u"ca.pem"_s));
        QCOMPARE(profile.dialect.pingsMissed, 9);
        QVERIFY(options.warnings().isEmpty());
    }

    void theCommandLineOverridesIt()
    {
        const ProfileRun cli(two);
        const auto options = cli.options({{u"profile"_s, u"north"_s},
                                          {u"domain"_s, u"other"_s},
                                          {u"login"_s, u"bob"_s},
                                          {u"ca"_s, u"mine.pem"_s},
                                          {u"client-cert"_s, u"C"_s},
                                          {u"client-key"_s, u"K"_s},
                                          {u"node"_s, u"m/2=https://zwei:2"_s},
                                          {u"node"_s, u"m/3=https://drei"_s},
                                          {u"password-env"_s, u"P"_s}});
        const cluster::Profile &profile = options.profile();
        QCOMPARE(profile.domain, u"other"_s);
        QCOMPARE(profile.login, u"bob"_s);
        QCOMPARE(profile.caFile, u"mine.pem"_s);
        QCOMPARE(profile.clientCertificate, u"C"_s);
        QCOMPARE(profile.clientKey, u"K"_s);
        QCOMPARE(profile.nodes.value(u"m/1"_s), QUrl(u"https://one"_s));
        QCOMPARE(profile.nodes.value(u"m/2"_s), QUrl(u"https://zwei:2"_s));
        QCOMPARE(profile.nodes.value(u"m/3"_s), QUrl(u"https://drei"_s));
        QCOMPARE(options.passwordVariable(), u"P"_s);
        QCOMPARE(profile.dialect.pingsMissed, 9); // the rest stands
    }

    void anAddressIsNoProfile()
    {
        const ProfileRun cli(two);
        QCOMPARE(cli.options({{u"cluster"_s, u"https://north.example:1"_s}}).profile().name, QString());
    }

    void unknown()
    {
        ProfileRun cli(two);
        QCOMPARE(cli.run({u"connections"_s, u"--profile"_s, u"west"_s}), 2);
        QVERIFY2(cli.err().contains(u"\"west\""_s) && cli.err().contains(u"north, south"_s), qPrintable(cli.err()));
        QVERIFY(cli.err().contains(cli.line.context.profilesFile));
        ProfileRun none;
        QCOMPARE(none.run({u"--profile=west"_s, u"connections"_s}), 2);
        QVERIFY2(none.err().contains(u"none yet"_s) && none.err().contains(none.line.context.profilesFile), qPrintable(none.err()));
    }

    void oneWayToNameACluster_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::newRow("an address") << u"https://a"_s;
        QTest::newRow("simulated") << u"simulated"_s;
    }

    void oneWayToNameACluster()
    {
        QFETCH(const QString, cluster);
        ProfileRun cli(two);
        QCOMPARE(cli.run({u"connections"_s, u"--profile"_s, u"north"_s, u"--cluster"_s, cluster}), 2);
        QVERIFY2(cli.err().contains(u"--profile and --cluster"_s), qPrintable(cli.err()));
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("no JSON") << "{'profiles': [}"_ba << u"profiles.json:1:15: "_s;
        QTest::newRow("wrong") << "{'profiles': [{'name': 'a', 'address': 'http://a',\n 'production': 7}]}"_ba
                               << u"/profiles/0/production (line 2, column 16)"_s;
        QTest::newRow("secret") << "{'profiles': [{'name': 'a', 'address': 'http://a', 'password': 'hunter2'}]}"_ba
                                << u"/profiles/0/password (line 1, column "_s;
    }

    void badFiles()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, said);
        ProfileRun cli(text);
        QCOMPARE(cli.run({u"connections"_s, u"--profile"_s, u"a"_s}), 3);
        QVERIFY2(cli.err().startsWith(u"signalbox-cli connections: "_s) && cli.err().contains(said), qPrintable(cli.err()));
        QVERIFY2(!cli.err().contains(u"hunter2"_s), qPrintable(cli.err()));
        QCOMPARE(cli.out(), QString());
        // Nobody else's business: without --profile the file is not looked at.
        ProfileRun other(text);
        QCOMPARE(other.run({u"component"_s, u"list"_s}), 0);
    }

    void unknownKeysAreWarnedOf()
    {
        ProfileRun cli("{'profiles': [{'name': 'a', 'address': 'http://127.0.0.1:1', 'adress': 1}]}");
        QCOMPARE(cli.run({u"connections"_s, u"--profile"_s, u"a"_s}), 2); // no login
        QVERIFY2(cli.err().contains(u"warning: "_s) && cli.err().contains(u"profiles.json:1:"_s) && cli.err().contains(u"“adress”"_s),
                 qPrintable(cli.err()));
        QVERIFY2(cli.err().contains(u"The profile \"a\" has no domain or no login"_s), qPrintable(cli.err()));
    }

    void thePinnedKeyIsChecked_data()
    {
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("the cluster's") << "Qk9PCc370AQGs+UMvMcj7HQqQEIVrtkk9RCD8ev628k="_ba << 0;
        QTest::newRow("another") << QByteArray(32, 'x').toBase64() << 4;
    }
    void thePinnedKeyIsChecked()
    {
        QFETCH(const QByteArray, pin);
        QFETCH(const int, exitCode);
        const QString tls = QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/unit/cluster/tls/");
        simulator::ClusterConfig config = simulator::ClusterConfig::demo();
        config.tls = simulator::TlsConfig{tls + u"server.pem"_s, tls + u"server.key"_s, {}};
        simulator::SimulatedCluster cluster(config);
        QVERIFY(cluster.start());
        QUrl address = cluster.nodes().constFirst().url;
        address.setScheme(u"https"_s);
        const simulator::UserConfig &admin = *simulator::administratorOf(config);
        ProfileRun cli("{'profiles': [{'name': 'a', 'address': '" + address.toString().toUtf8() + "', 'domain': '" +
                       config.domain.toUtf8() + "', 'login': '" + admin.login.toUtf8() + "', 'tls': {'ca': '" + tls.toUtf8() +
                       "authority.pem', 'pinnedKey': 'sha256//" + pin + "'}}]}");
        cli.line.environment = {{u"PW"_s, admin.password}};
        QCOMPARE(cli.run({u"sessions"_s, u"--profile"_s, u"a"_s, u"--password-env"_s, u"PW"_s}), exitCode);
        QCOMPARE(cli.err().contains(u"another key"_s), exitCode != 0);
    }

    void aProxysPasswordIsAskedFor()
    {
        ProfileRun cli("{'profiles': [{'name': 'a', 'address': 'http://127.0.0.1:1', 'domain': 'd', 'login': 'ada',"
                       "'proxy': {'kind': 'http', 'host': 'proxy.example', 'port': 3128, 'user': 'porter'}}]}");
        cli.line.environment = {{u"PW"_s, u"p"_s}};
        QStringList questions;
        cli.line.context.prompt = [&questions](const QString &question) -> std::optional<QString> {
            questions.append(question);
            return std::nullopt;
        };
        QCOMPARE(cli.run({u"connections"_s, u"--profile"_s, u"a"_s, u"--password-env"_s, u"PW"_s}), 2);
        QCOMPARE(questions, QStringList(u"Password of porter for the proxy proxy.example: "_s));
        QVERIFY2(cli.err().contains(u"no password for the proxy"_s), qPrintable(cli.err()));
        QCOMPARE(cli.line.keychainOpened, 1);
    }
};

QTEST_GUILESS_MAIN(ProfilesTest)
#include "tst_profiles.moc"
