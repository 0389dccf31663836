// SPDX-License-Identifier: GPL-3.0-or-later
// The file of profiles: strict reading, writing that keeps what it does not know, and no secrets in it, ever.
#include "cluster/profilestore.h"
#include "core/jsonreader.h"
#include "core/jsonschema.h"

#include <QDir>
#include <QLockFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using cluster::Profile;
using cluster::ProfileStore;
using cluster::ProxyAddress;

namespace {

/// JSON written with ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

const QByteArray whole = json("{\n"
                              "  'profiles': [\n"
                              "    {\n"
                              "      'name': 'north',\n"
                              "      'x-note': 'ask Ada',\n"
                              "      'address': 'https://ws1.example:8443',\n"
                              "      'nodes': {'main/ws1': 'https://ws1.example:8443', 'main/ws2': 'https://ws2.example:8443/'},\n"
                              "      'domain': 'test.example',\n"
                              "      'login': 'ada',\n"
                              "      'session': 'token',\n"
                              "      'tls': {'ca': 'ca.pem', 'clientCertificate': '/etc/me.pem', 'clientKey': '../me.key'},\n"
                              "      'proxy': {'kind': 'socks5', 'host': 'proxy.example', 'port': 1080, 'user': 'p', 'colour': 'blue'},\n"
                              "      'timeouts': {'connectMs': 1000, 'requestMs': 2000, 'transferMs': 3000},\n"
                              "      'dialect': {'pingIntervalMs': 5000, 'cookieName': 'EraSession', 'laterField': 12345678901234567890},\n"
                              "      'production': true,\n"
                              "      'shape': [1, 2]\n"
                              "    },\n"
                              "    {'name': 'south', 'address': 'http://south.example/'}\n"
                              "  ],\n"
                              "  'version': 1.50\n"
                              "}\n");

struct Folder {
    QString path(const QString &name = u"profiles.json"_s) const { return directory.filePath(name); }
    void write(const QByteArray &content, const QString &name = u"profiles.json"_s) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
    }
    QByteArray read() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    QStringList entries() const { return QDir(directory.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir directory;
};

QByteArray profilesOf(const QByteArray &members)
{
    return json("{'profiles': [{'name': 'a', 'address': 'http://a'" + (members.isEmpty() ? QByteArray() : ", " + members) + "}]}");
}

QString pin(char byte)
{
    return cluster::pinPrefix + QString::fromLatin1(QByteArray(32, byte).toBase64());
}

Profile named(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.address = QUrl(u"https://%1.example"_s.arg(name));
    return profile;
}

} // namespace

class ProfileStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theFileHasItsPlace()
    {
        qunsetenv("SIGNALBOX_CONFIG_DIR");
        qputenv("XDG_CONFIG_HOME", "/home/ada/.config");
        QCOMPARE(ProfileStore::defaultPath(), u"/home/ada/.config/signalbox/profiles.json"_s);
        qputenv("SIGNALBOX_CONFIG_DIR", "/somewhere/else/");
        QCOMPARE(ProfileStore::defaultPath(), u"/somewhere/else/profiles.json"_s);
        qunsetenv("SIGNALBOX_CONFIG_DIR");
    }

    void withoutAFileThereAreNone()
    {
        const Folder folder;
        ProfileStore store(folder.path());
        QVERIFY(store.load());
        QVERIFY(store.profiles().isEmpty());
        QVERIFY(!store.find(u"north"_s));
        QCOMPARE(folder.entries(), QStringList());
    }

    void readsEverything()
    {
        const Folder folder;
        folder.write(whole);
        ProfileStore store(folder.path());
        const auto loaded = store.load();
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().message));
        QCOMPARE(store.names(), QStringList({u"north"_s, u"south"_s}));
        const Profile north = *store.find(u"north"_s);
        QCOMPARE(north.address, QUrl(u"https://ws1.example:8443"_s));
        QCOMPARE(north.nodes.value(u"main/ws2"_s), QUrl(u"https://ws2.example:8443"_s));
        QCOMPARE(north.domain, u"test.example"_s);
        QCOMPARE(north.login, u"ada"_s);
        QCOMPARE(north.sessionKind, cluster::SessionKind::Token);
        QCOMPARE(north.caFile, folder.path(u"ca.pem"_s));
        QCOMPARE(north.clientCertificate, u"/etc/me.pem"_s);
        QCOMPARE(north.clientKey, QDir::cleanPath(folder.path(u"../me.key"_s)));
        QVERIFY((north.proxy == ProxyAddress{ProxyAddress::Kind::Socks5, u"proxy.example"_s, 1080, u"p"_s}));
        QCOMPARE(north.timeouts.connect.count(), 1000);
        QCOMPARE(north.timeouts.request.count(), 2000);
        QCOMPARE(north.timeouts.transfer.count(), 3000);
        QCOMPARE(north.dialect.pingIntervalMs, 5000);
        QCOMPARE(north.dialect.cookieName, u"EraSession"_s);
        QCOMPARE(north.dialect.banFailures, core::Dialect().banFailures);
        QVERIFY(north.isProduction);
        const Profile south = *store.find(u"south"_s);
        QCOMPARE(south.address, QUrl(u"http://south.example"_s));
        QCOMPARE(south.sessionKind, cluster::SessionKind::Cookie);
        QCOMPARE(south.proxy, ProxyAddress());
        QVERIFY(!south.isProduction);

        // What nobody knows is said, with its place; "x-…" is meant to be unknown.
        QStringList unknown;
        for (const core::Diagnostic &warning : store.warnings())
            unknown.append(u"%1 %2:%3"_s.arg(warning.pointer).arg(warning.line).arg(warning.column));
        QCOMPARE(unknown, QStringList({u"/version 20:3"_s, u"/profiles/0/shape 16:7"_s, u"/profiles/0/proxy/colour 12:87"_s,
                                       u"/profiles/0/dialect/laterField 14:71"_s}));
    }

    void whatIsNotKnownIsKept()
    {
        const Folder folder;
        folder.write(whole);
        ProfileStore store(folder.path());
        QVERIFY(store.load());
        Profile north = *store.find(u"north"_s);
        north.login = u"bob"_s;
        north.proxy.port = 1081;
        north.dialect.cookieName = core::Dialect().cookieName;
        north.nodes.insert(u"far/ws9"_s, QUrl(u"https://ws9.example"_s));
        north.isProduction = false;
        QVERIFY(store.put(north));
        QByteArray expected = whole;
        expected.replace("\"login\": \"ada\"", "\"login\": \"bob\"");
        expected.replace("\"port\": 1080", "\"port\": 1081");
        expected.replace("\"cookieName\": \"EraSession\", ", "");
        expected.replace("8443/\"}", "8443/\", \"far/ws9\": \"https://ws9.example\"}");
        expected.replace("      \"production\": true,\n", "");
        QCOMPARE(folder.read(), core::readJson(expected)->toPretty());
        QCOMPARE(store.find(u"north"_s)->login, u"bob"_s);
        ProfileStore again(folder.path());
        QVERIFY(again.load());
        QCOMPARE(again.find(u"north"_s)->proxy.port, 1081);

        QVERIFY(store.put(*again.find(u"north"_s))); // nothing to change
        QCOMPARE(folder.read(), core::readJson(expected)->toPretty());
        QVERIFY(store.remove(u"south"_s));
        QCOMPARE(store.names(), QStringList(u"north"_s));
        QVERIFY(!folder.read().contains("south"));
        QVERIFY(folder.read().contains("1.50") && folder.read().contains("12345678901234567890"));
        const auto unknown = store.remove(u"south"_s);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, u"profiles.unknown"_s);
    }

    void writesWhatItReads()
    {
        const Folder folder;
        ProfileStore store(folder.path(u"new/folder/profiles.json"_s));
        Profile profile = named(u"west side"_s);
        profile.address = QUrl(u"https://west.example:1"_s);
        profile.nodes = {{u"a/1"_s, QUrl(u"https://one"_s)}, {u"a~b/2"_s, QUrl(u"https://two"_s)}};
        profile.domain = u"d"_s;
        profile.login = u"Ада \"x\""_s;
        profile.sessionKind = cluster::SessionKind::Token;
        profile.caFile = u"/ca"_s;
        profile.clientCertificate = u"/cert"_s;
        profile.clientKey = u"/key"_s;
        profile.pinnedKeys = {pin('a'), pin('b')};
        profile.proxy = {ProxyAddress::Kind::Http, u"::1"_s, 8080, u"u"_s};
        profile.timeouts = {std::chrono::milliseconds(1), std::chrono::milliseconds(2), std::chrono::milliseconds(3)};
        profile.dialect.sessionTtlS = 7;
        profile.dialect.undeclaredIsRequest = false;
        profile.isProduction = true;
        QVERIFY(store.put(profile));
        QVERIFY(store.put(named(u"east"_s)));
        ProfileStore again(folder.path(u"new/folder/profiles.json"_s));
        const auto loaded = again.load();
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().message));
        QVERIFY(again.warnings().isEmpty());
        const Profile read = *again.find(u"west side"_s);
        QCOMPARE(read.address, profile.address);
        QCOMPARE(read.nodes, profile.nodes);
        QCOMPARE(read.domain, profile.domain);
        QCOMPARE(read.login, profile.login);
        QCOMPARE(read.sessionKind, profile.sessionKind);
        QCOMPARE(read.caFile, profile.caFile);
        QCOMPARE(read.clientCertificate, profile.clientCertificate);
        QCOMPARE(read.clientKey, profile.clientKey);
        QCOMPARE(read.pinnedKeys, profile.pinnedKeys);
        QVERIFY(read.proxy == profile.proxy);
        QCOMPARE(read.timeouts.connect.count(), 1);
        QCOMPARE(read.timeouts.transfer.count(), 3);
        QCOMPARE(read.dialect.toJson(), profile.dialect.toJson());
        QCOMPARE(read.isProduction, true);
        QVERIFY(again.find(u"east"_s));
    }

    void renames()
    {
        const Folder folder;
        folder.write(whole);
        ProfileStore store(folder.path());
        QVERIFY(store.load());
        Profile north = *store.find(u"north"_s);
        north.name = u"far north"_s;
        north.login = u"eve"_s;
        QVERIFY(store.rename(u"north"_s, north));
        QCOMPARE(store.names(), QStringList({u"far north"_s, u"south"_s})); // at its place
        QCOMPARE(store.find(u"far north"_s)->login, u"eve"_s);
        QVERIFY(folder.read().contains("ask Ada")); // what nobody knows stays
        north.name = u"south"_s;
        QCOMPARE(store.rename(u"far north"_s, north).error().code, u"profiles.taken"_s);
        QCOMPARE(store.rename(u"west"_s, north).error().code, u"profiles.unknown"_s);
        QCOMPARE(store.names(), QStringList({u"far north"_s, u"south"_s}));
    }

    void anothersEditIsNotLost()
    {
        const Folder folder;
        ProfileStore ours(folder.path());
        QVERIFY(ours.put(named(u"ours"_s)));
        ProfileStore theirs(folder.path());
        QVERIFY(theirs.put(named(u"theirs"_s)));
        QVERIFY(ours.put(named(u"more"_s)));
        QCOMPARE(ours.names(), QStringList({u"ours"_s, u"theirs"_s, u"more"_s}));
    }

    void twoProgramsDoNotWriteAtOnce()
    {
        const Folder folder;
        ProfileStore store(folder.path());
        QVERIFY(store.put(named(u"a"_s)));
        QLockFile other(folder.path() + u".lock"_s);
        QVERIFY(other.tryLock(0));
        const auto put = store.put(named(u"b"_s));
        QVERIFY(!put);
        QCOMPARE(put.error().code, u"profiles.busy"_s);
        QCOMPARE(store.names(), QStringList(u"a"_s));
        other.unlock();
        QVERIFY(store.put(named(u"b"_s)));
        QCOMPARE(folder.entries(), QStringList(u"profiles.json"_s)); // no lock, no part of a file
    }

    void whatCannotBeKeptIsNotWritten()
    {
        const Folder folder;
        ProfileStore store(folder.path());
        QVERIFY(store.put(named(u"a"_s)));
        const QByteArray before = folder.read();
        Profile bad = named(u"b"_s);
        bad.address = QUrl(u"https://ada:hunter2@host"_s);
        const auto secret = store.put(bad);
        QVERIFY(!secret);
        QCOMPARE(secret.error().code, u"profiles.secret"_s);
        QVERIFY2(!secret.error().message.contains(u"hunter2"_s), qPrintable(secret.error().message));
        bad = named(u" b"_s);
        QCOMPARE(store.put(bad).error().code, u"profiles.invalid"_s);
        QCOMPARE(folder.read(), before);
        QCOMPARE(store.names(), QStringList(u"a"_s));
        // A file that cannot be read is not overwritten either.
        folder.write("{");
        QCOMPARE(store.put(named(u"c"_s)).error().code, u"profiles.syntax"_s);
        QCOMPARE(folder.read(), "{"_ba);
    }

    void folderThatCannotBeMade()
    {
        const Folder folder;
        folder.write("x", u"file"_s);
        ProfileStore store(folder.path(u"file/profiles.json"_s));
        const auto put = store.put(named(u"a"_s));
        QVERIFY(!put);
        QCOMPARE(put.error().code, u"unwritable"_s);
        QVERIFY(put.error().message.contains(u"file/profiles.json"_s));
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("where"); // part of the message
        const auto row = [](const char *name, const QByteArray &text, const QString &where, const QString &code = u"profiles.invalid"_s) {
            QTest::newRow(name) << json(text) << code << where;
        };
        row("no JSON", "{\n  \"profiles\": [}", u":2:16: "_s, u"profiles.syntax"_s);
        row("empty", "", u":1:1: "_s, u"profiles.syntax"_s);
        row("key twice", "{'profiles': [], 'profiles': []}", u":1:18: "_s, u"profiles.syntax"_s);
        row("too deep", "{'profiles': " + QByteArray(50, '[') + QByteArray(50, ']') + "}", u"profiles.json:1:"_s, u"profiles.syntax"_s);
        row("a list", "[]", u"the whole document (line 1, column 1): an object"_s);
        row("no profiles", "{}", u"/profiles (line 1, column 1): a list of profiles"_s);
        row("profiles no list", "{'profiles': {}}", u"/profiles (line 1, column 14)"_s);
        row("a profile no object", "{'profiles': [7]}", u"/profiles/0 (line 1, column 15): an object"_s);
        row("no name", "{'profiles': [{'address': 'http://a'}]}", u"/profiles/0 (line 1, column 15): “name” is missing"_s);
        row("empty name", "{'profiles': [{'name': '', 'address': 'http://a'}]}", u"/profiles/0/name (line 1, column 24)"_s);
        row("name in spaces", "{'profiles': [{'name': ' a', 'address': 'http://a'}]}", u"/profiles/0/name"_s);
        row("long name", "{'profiles': [{'name': '" + QByteArray(101, 'n') + "', 'address': 'http://a'}]}", u"at most 100"_s);
        row("name twice",
            "{'profiles': [{'name': 'a', 'address': 'http://a'},\n"
            "            {'name': 'a', 'address': 'http://b'}]}",
            u"/profiles/1/name (line 2, column 22): there are two profiles “a”"_s);
        row("no address", "{'profiles': [{'name': 'a'}]}", u"“address” is missing"_s);
        row("address of another kind", "{'profiles': [{'name': 'a', 'address': 'ftp://a'}]}", u"/profiles/0/address (line 1, column 40)"_s);
        row("address with a path", "{'profiles': [{'name': 'a', 'address': 'http://a/b'}]}", u"/profiles/0/address"_s);
        row("address with a login", "{'profiles': [{'name': 'a', 'address': 'http://me@a'}]}", u"/profiles/0/address"_s);
        row("address no text", "{'profiles': [{'name': 'a', 'address': 1}]}", u"/profiles/0/address"_s);
        row("line break", profilesOf("'login': 'a\\nb'"), u"/profiles/0/login"_s);
        row("login no text", profilesOf("'login': null"), u"/profiles/0/login"_s);
        row("session", profilesOf("'session': 'bearer'"), u"/profiles/0/session"_s);
        row("production", profilesOf("'production': 'yes'"), u"/profiles/0/production"_s);
        row("nodes no object", profilesOf("'nodes': []"), u"/profiles/0/nodes"_s);
        row("node without site", profilesOf("'nodes': {'ws1': 'http://a'}"), u"/profiles/0/nodes/ws1"_s);
        row("node's address", profilesOf("'nodes': {'m/w': 'a'}"), u"/profiles/0/nodes/m~1w"_s);
        row("tls", profilesOf("'tls': true"), u"/profiles/0/tls"_s);
        row("certificate alone", profilesOf("'tls': {'clientCertificate': 'a'}"), u"belong together"_s);
        row("no pin", profilesOf("'tls': {'pinnedKey': 'sha256//abc'}"), u"/profiles/0/tls/pinnedKey"_s);
        row("pin without TLS", profilesOf("'tls': {'pinnedKey': '" + pin('a').toLatin1() + "'}"), u"needs an https address"_s);
        row("pin and a node without TLS",
            "{'profiles': [{'name': 'a', 'address': 'https://a', 'nodes': {'m/w': 'http://w'}, 'tls': {'pinnedKey': '" +
                pin('a').toLatin1() + "'}}]}",
            u"https addresses of the nodes"_s);
        row("ca no text", profilesOf("'tls': {'ca': ['a']}"), u"/profiles/0/tls/ca"_s);
        row("proxy's kind", profilesOf("'proxy': {'kind': 'https', 'host': 'h', 'port': 1}"), u"/profiles/0/proxy/kind"_s);
        row("proxy without host", profilesOf("'proxy': {'kind': 'http', 'port': 1}"), u"“host” is missing"_s);
        row("proxy without port", profilesOf("'proxy': {'kind': 'http', 'host': 'h'}"), u"“port” is missing"_s);
        row("proxy's port", profilesOf("'proxy': {'kind': 'http', 'host': 'h', 'port': 65536}"), u"from 1 to 65535"_s);
        row("proxy's address", profilesOf("'proxy': {'kind': 'http', 'host': 'http://h', 'port': 1}"), u"/profiles/0/proxy/host"_s);
        row("timeout", profilesOf("'timeouts': {'connectMs': 0}"), u"/profiles/0/timeouts/connectMs"_s);
        row("timeout no number", profilesOf("'timeouts': {'requestMs': '5'}"), u"/profiles/0/timeouts/requestMs"_s);
        row("dialect", profilesOf("'dialect': []"), u"/profiles/0/dialect"_s);
        row("dialect's value",
            profilesOf("'dialect': {'banWindowS': 1,\n"
                       "            'pingsMissed': '2'}"),
            u"/profiles/0/dialect/pingsMissed (line 2, column 28)"_s);
    }

    void faults()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, code);
        QFETCH(const QString, where);
        const Folder folder;
        folder.write(profilesOf({}));
        ProfileStore store(folder.path());
        QVERIFY(store.load());
        folder.write(text);
        const auto loaded = store.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, code);
        QVERIFY2(loaded.error().message.contains(where), qPrintable(loaded.error().message));
        QVERIFY2(loaded.error().message.startsWith(folder.path()), qPrintable(loaded.error().message));
        QCOMPARE(store.names(), QStringList(u"a"_s)); // what was there before stands
    }

    void limits()
    {
        const Folder folder;
        ProfileStore store(folder.path());
        folder.write(profilesOf("\"x-filler\": \"" + QByteArray(1024 * 1024, 'x') + '"'));
        QCOMPARE(store.load().error().code, u"too_large"_s);
        QByteArray many = "{'profiles': [";
        for (int i = 0; i <= 1000; ++i)
            many += (i ? "," : "") + ("{'name': 'n" + QByteArray::number(i)) + "', 'address': 'http://a'}";
        folder.write(json(many + "]}"));
        QCOMPARE(store.load().error().code, u"profiles.invalid"_s);
        QVERIFY(store.load().error().message.contains(u"1000"_s));
        QVERIFY(QDir(folder.directory.path()).mkdir(u"sub"_s));
        ProfileStore directory(folder.path(u"sub"_s));
        QCOMPARE(directory.load().error().code, u"not_a_file"_s);
    }

    void secretsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("pointer");
        for (const char *key :
             {"password", "Password", "pwd", "passwd", "passphrase", "clientKeyPassword", "client_key_password", "token", "access-token",
              "token_local", "secret", "clientSecret", "credentials", "apiKey", "private_key", "Authorization", "bearer"})
            QTest::newRow(key) << "\"" + QByteArray(key) + "\": \"hunter2\"" << u"/profiles/0/"_s + QString::fromLatin1(key);
        QTest::newRow("deep") << "'x-mine': {'a': [1, {'password': 'hunter2'}]}"_ba << u"/profiles/0/x-mine/a/1/password"_s;
        QTest::newRow("of the proxy") << "'proxy': {'kind': 'http', 'host': 'h', 'port': 1, 'password': 'hunter2'}"_ba
                                      << u"/profiles/0/proxy/password"_s;
        QTest::newRow("in an address") << "'x-proxy': 'http://me:hunter2@host:1'"_ba << u"/profiles/0/x-proxy"_s;
        QTest::newRow("a key") << "'tls': {'clientKey': '-----BEGIN EC PRIVATE KEY----- hunter2'}"_ba << u"/profiles/0/tls/clientKey"_s;
    }

    void secretsAreRefused()
    {
        QFETCH(const QByteArray, members);
        QFETCH(const QString, pointer);
        const Folder folder;
        folder.write(profilesOf(members));
        ProfileStore store(folder.path());
        const auto loaded = store.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, u"profiles.secret"_s);
        QCOMPARE(loaded.error().detail, pointer);
        QVERIFY2(loaded.error().message.contains(u"never kept in a file"_s), qPrintable(loaded.error().message));
        QVERIFY2(loaded.error().message.contains(u"line 1, column "_s), qPrintable(loaded.error().message));
        QVERIFY2(!loaded.error().message.contains(u"hunter2"_s), qPrintable(loaded.error().message));
        // And writing does not go through with such a file either.
        QCOMPARE(store.put(named(u"b"_s)).error().code, u"profiles.secret"_s);
    }

    void noSecretIsWritten()
    {
        const Folder folder;
        ProfileStore store(folder.path());
        Profile profile = named(u"a"_s);
        profile.proxy = {ProxyAddress::Kind::Http, u"h"_s, 1, u"p"_s};
        QVERIFY(store.put(profile));
        QCOMPARE(folder.entries(), QStringList(u"profiles.json"_s));
        QVERIFY(!folder.read().toLower().contains("passw") && !folder.read().toLower().contains("token"));
        QCOMPARE(profile.sessionKind, cluster::SessionKind::Cookie);
    }

    void secretsHaveKeysOfTheirOwn()
    {
        Profile profile = named(u"a"_s);
        profile.login = u"ada"_s;
        profile.domain = u"d"_s;
        const QString password = cluster::secretKey(cluster::SecretKind::Password, profile);
        QCOMPARE(password, u"profile a: password ada@d https://a.example"_s);
        Profile turned = profile;
        turned.address = QUrl(u"https://evil.example"_s); // it does not get the password
        QVERIFY(cluster::secretKey(cluster::SecretKind::Password, turned) != password);
        Profile other = profile;
        other.name = u"b"_s;
        QVERIFY(cluster::secretKey(cluster::SecretKind::Token, other) != cluster::secretKey(cluster::SecretKind::Token, profile));
    }

    void schemaAgreesWithTheReader()
    {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/schemas/profiles.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto document = core::readJson(file.readAll());
        QVERIFY(document);
        const auto schema = core::JsonSchema::compile(*document);
        QVERIFY2(schema, qPrintable(schema ? QString() : schema.error().message));
        QVERIFY(schema->validate(*core::readJson(whole)).isEmpty());
        QVERIFY(schema->validate(*core::readJson(profilesOf({}))).isEmpty());
        for (const char *bad :
             {"{}", "{'profiles': [{'address': 'http://a'}]}", "{'profiles': [{'name': ' a', 'address': 'http://a'}]}",
              "{'profiles': [{'name': 'a', 'address': 'http://me@a'}]}", "{'profiles': [{'name': 'a', 'address': 'ftp://a'}]}"})
            QVERIFY2(!schema->validate(*core::readJson(json(bad))).isEmpty(), bad);
        for (const char *bad :
             {"'session': 'bearer'", "'nodes': {'w': 'http://a'}", "'nodes': {'m/w': 'a'}", "'tls': {'clientKey': 'a'}",
              "'tls': {'pinnedKey': 'sha256//a'}", "'proxy': {'kind': 'http', 'host': 'h'}",
              "'proxy': {'kind': 'ftp', 'host': 'h', 'port': 1}", "'proxy': {'kind': 'http', 'host': 'http://h', 'port': 1}",
              "'timeouts': {'connectMs': 0}", "'production': 1"})
            QVERIFY2(!schema->validate(*core::readJson(profilesOf(bad))).isEmpty(), bad);
    }
};

QTEST_GUILESS_MAIN(ProfileStoreTest)
#include "tst_profilestore.moc"
