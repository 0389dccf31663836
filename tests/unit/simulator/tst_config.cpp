// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration of a simulated cluster: the demo, the schema, and what is refused where.
#include "capability/capabilities.h"
#include "core/jsonreader.h"
#include "core/jsonschema.h"
#include "simulator/clusterconfig.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using simulator::ClusterConfig;

namespace {

core::Json json(const QByteArray &text)
{
    auto read = core::readJson(text);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

core::Json fileJson(const char *path)
{
    QFile file(QLatin1String(SIGNALBOX_SOURCE_DIR) + QLatin1String(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", path);
    return json(file.readAll());
}

} // namespace

class TestConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theDemoIsComplete()
    {
        const ClusterConfig demo = ClusterConfig::demo();
        QCOMPARE(demo.domain, u"test.rootdomain.ru"_s);
        QCOMPARE(demo.user(u"admin"_s)->roles, QStringList{u"admin"_s});
        QVERIFY(demo.user(u"operator"_s));
        QVERIFY(!demo.user(u"nobody"_s));
        QVERIFY(demo.point(u"svc"_s)->capabilities.contains(u"svcscript"_s));
        QVERIFY(demo.point(u"crm"_s)->capabilities.contains(u"msg"_s));
        QVERIFY(!demo.point(u"crm"_s)->capabilities.contains(u"svcscript"_s));
        QCOMPARE(demo.point(u"orders"_s)->capabilities.last(), u"plugin_orders"_s);
        QVERIFY(demo.user(u"operator"_s)->capabilities.contains(u"plugin_desk"_s));
        QVERIFY(!demo.user(u"operator"_s)->capabilities.contains(u"scripteditor"_s));
        QCOMPARE(demo.pointByToken(demo.point(u"orders"_s)->token), demo.point(u"orders"_s));
        QVERIFY(!demo.pointByToken({}));
        QVERIFY(!demo.point({}));
        QCOMPARE(demo.peers.size(), 3);
        QCOMPARE(demo.plugins.at(1).side, u"user"_s);
        auto descriptions = capability::Capabilities::builtIn();
        for (const auto &plugin : demo.plugins)
            QVERIFY2(descriptions.addFile(plugin.description), qPrintable(plugin.description));
        QCOMPARE(demo.listen, u"127.0.0.1"_s);
        QCOMPARE(demo.port, 0);
    }

    void theSchemaAgrees()
    {
        const auto schema = core::JsonSchema::compile(fileJson("/resources/schemas/cluster.schema.json"));
        QVERIFY2(schema.has_value(), schema ? "" : qPrintable(schema.error().message));
        QVERIFY(schema->validate(fileJson("/resources/clusters/demo.json")).isEmpty());
        for (const char *bad : {"{}", R"({"domain":"d","zzz":1})", R"({"domain":"d","nodes":0})", R"({"domain":"d","users":[{"id":"1"}]})",
                                R"({"domain":"d","peers":[{"connectionId":"x","point":"p"}]})"})
            QVERIFY2(!schema->validate(json(bad)).isEmpty(), bad);
    }

    void readsEverything()
    {
        const auto config = ClusterConfig::fromJson(json(R"({"domain":"d","listen":"::1","port":8000,"nodes":3,"sites":2,
            "users":[{"id":"u","login":"l","password":"p","roles":["admin"],"capabilities":["rest"]}],
            "integrationPoints":[{"id":"i","code":"c","token":"ABCDEF00000000000000000000000000","capabilities":["msg"],"roles":["r"],"recv_svcscriptcode_ws":"s"}],
            "plugins":[{"capability":"plugin_x","side":"user","description":"x.json"}],
            "scripts":[{"code":"s","scriptdata":{"objects":[]}}],
            "limits":{"bodyBytes":5,"connections":6},"dialect":{"banFailures":0}})"));
        QVERIFY2(config.has_value(), config ? "" : qPrintable(config.error().message));
        QCOMPARE(config->listen, u"::1"_s);
        QCOMPARE(config->port, 8000);
        QCOMPARE(config->nodes, 3);
        QCOMPARE(config->sites, 2);
        QCOMPARE(config->users.first().capabilities, QStringList{u"rest"_s});
        QCOMPARE(config->points.first().token, u"abcdef00000000000000000000000000"_s);
        QCOMPARE(config->points.first().receiveScript, u"s"_s);
        QCOMPARE(config->plugins.first().description, u"x.json"_s);
        QCOMPARE(config->scripts.size(), 1);
        QCOMPARE(config->limits.bodyBytes, 5);
        QCOMPARE(config->limits.connections, 6);
        QCOMPARE(config->limits.headBytes, 16 * 1024);
        QCOMPARE(config->dialect.banFailures, 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text"); // behind {"domain":"d",
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *text, const char *pointer, const char *message) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(pointer) << QString::fromLatin1(message);
        };
        row("unknown", R"("zzz":1})", "/zzz", "\"zzz\" is not known");
        row("port", R"("port":65536})", "/port", "from 0 to 65535");
        row("nodes", R"("nodes":"2"})", "/nodes", "from 1 to 64");
        row("sites", R"("sites":0})", "/sites", "from 1 to 64");
        row("users no list", R"("users":{}})", "/users", "a list");
        row("user no object", R"("users":[1]})", "/users/0", "an object");
        row("user without id", R"("users":[{"login":"l","password":"p"}]})", "/users/0", "\"id\" is missing");
        row("user with an empty login", R"("users":[{"id":"1","login":"","password":"p"}]})", "/users/0/login", "a text");
        row("roles", R"("users":[{"id":"1","login":"l","password":"p","roles":"admin"}]})", "/users/0/roles", "a list of texts");
        row("role", R"("users":[{"id":"1","login":"l","password":"p","roles":[1]}]})", "/users/0/roles/0", "a text");
        row("login twice", R"("users":[{"id":"1","login":"l","password":"p"},{"id":"2","login":"l","password":"p"}]})", "/users/1/login",
            "twice");
        row("token", R"("integrationPoints":[{"id":"1","code":"c","token":"xyz"}]})", "/integrationPoints/0/token", "32 hexadecimal");
        row("point unknown member", R"("integrationPoints":[{"x":1}]})", "/integrationPoints/0/x", "is not known");
        row("role", R"("roles":[{"routes":[]}]})", "/roles/0", "\"name\" is missing");
        row("role twice", R"("roles":[{"name":"a"},{"name":"a"}]})", "/roles/1/name", "twice");
        row("route", R"("roles":[{"name":"a","routes":["msg"]}]})", "/roles/0/routes/0", "a capability, or");
        row("route nowhere", R"("roles":[{"name":"a","routes":["/ws@nonsense"]}]})", "/roles/0/routes/0", "no capability \"nonsense\"");
        row("role of a user", R"("roles":[],"users":[{"id":"1","login":"l","password":"p","roles":["a"]}]})", "/users/0/roles/0",
            "no role \"a\"");
        row("role of a point",
            R"("roles":[],"integrationPoints":[{"id":"1","code":"c","token":"00000000000000000000000000000000","roles":["a"]}]})",
            "/integrationPoints/0/roles/0", "no role \"a\"");
        row("IVR script", R"("ivrScripts":[{"code":"a","scriptdata":{}},{"code":"a","scriptdata":{}}]})", "/ivrScripts/1/code", "twice");
        row("plugin side", R"("plugins":[{"capability":"x","side":"left"}]})", "/plugins/0/side", "\"token\" or \"user\"");
        row("plugin", R"("plugins":[1]})", "/plugins/0", "an object");
        row("peer of nobody", R"("peers":[{"connectionId":"c0ffee00-0000-4000-8000-000000000001"}]})", "/peers/0", "either");
        row("peer no object", R"("peers":[1]})", "/peers/0", "an object");
        row("peer's point", R"("peers":[{"point":"p","connectionId":"c0ffee00-0000-4000-8000-000000000001"}]})", "/peers/0/point",
            "no integration point \"p\"");
        row("peer's user", R"("peers":[{"user":"p","connectionId":"c0ffee00-0000-4000-8000-000000000001"}]})", "/peers/0/user",
            "no user \"p\"");
        row("peer's id", R"("users":[{"id":"1","login":"l","password":"p"}],"peers":[{"user":"l","connectionId":"x"}]})",
            "/peers/0/connectionId", "a UUID");
        row("peer's rules",
            R"("users":[{"id":"1","login":"l","password":"p"}],"peers":[{"user":"l","connectionId":"c0ffee00-0000-4000-8000-000000000001","rules":{}}]})",
            "/peers/0/rules", "/rules");
        row("script", R"("scripts":[1]})", "/scripts/0", "a scenario");
        row("script without code", R"("scripts":[{"scriptdata":{}}]})", "/scripts/0", "\"code\" is missing");
        row("script without data", R"("scripts":[{"code":"c"}]})", "/scripts/0", "\"scriptdata\"");
        row("limits", R"("limits":1})", "/limits", "an object");
        row("limit", R"("limits":{"connections":0}})", "/limits/connections", "from 1 to");
        row("dialect", R"("dialect":{"nonsense":1}})", "/dialect", "nonsense");
        row("domain", R"("domain2":1})", "/domain2", "line 1, column 25");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QFETCH(QString, message);
        const auto config = ClusterConfig::fromJson(json("{\"domain\":\"d\"," + text.replace('@', '#')));
        QVERIFY(!config);
        QCOMPARE(config.error().code, u"config.invalid"_s);
        QCOMPARE(config.error().detail, pointer);
        QVERIFY2(config.error().message.contains(message), qPrintable(config.error().message));
    }

    void rolesAllowCapabilities_data()
    {
        QTest::addColumn<QByteArray>("config"); // behind the domain
        QTest::addColumn<QStringList>("point");
        QTest::addColumn<QStringList>("user");
        const QByteArray owners = R"("integrationPoints":[{"id":"i","code":"c","token":"ABCDEF00000000000000000000000000")";
        const QByteArray users = R"(}],"users":[{"id":"u","login":"l","password":"p")";
        const QStringList token{u"msg"_s, u"rest"_s, u"subscr"_s, u"svcscript"_s, u"test"_s, u"x"_s};
        const QStringList user{u"rest"_s, u"subscr"_s, u"scripteditor"_s, u"scriptnotify"_s, u"test"_s};
        const QByteArray plugin = R"("plugins":[{"capability":"x","side":"token"}],)";
        QTest::newRow("no roles, no lists") << plugin + owners + users << QStringList() << user;
        QTest::newRow("no roles, lists") << plugin + owners + R"(,"capabilities":["msg"],"roles":["any"])" + users +
                                                R"(,"capabilities":["rest"])"
                                         << QStringList{u"msg"_s} << QStringList{u"rest"_s};
        // @ for the number sign, which moc would take for a directive.
        const QByteArray roles = plugin + R"("roles":[{"name":"all","routes":["/ws@*"]},{"name":"some","routes":["/ws@test","/ws@msg"]}],)";
        QTest::newRow("roles of nobody") << roles + owners + users << QStringList() << QStringList();
        QTest::newRow("all") << roles + owners + R"(,"roles":["all"])" + users + R"(,"roles":["all"])" << token << user;
        QTest::newRow("some") << roles + owners + R"(,"roles":["some"])" + users + R"(,"roles":["some"])"
                              << QStringList{u"msg"_s, u"test"_s} << QStringList{u"test"_s};
        QTest::newRow("beside a list") << roles + owners + R"(,"roles":["some"],"capabilities":["x","msg"])" + users +
                                              R"(,"capabilities":["rest"])"
                                       << QStringList{u"x"_s, u"msg"_s, u"test"_s} << QStringList{u"rest"_s};
    }
    void rolesAllowCapabilities()
    {
        QFETCH(QByteArray, config);
        const auto read = ClusterConfig::fromJson(json("{\"domain\":\"d\"," + config.replace('@', '#') + "}]}"));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QTEST(read->points.first().capabilities, "point");
        QTEST(read->users.first().capabilities, "user");
    }

    void needsADomain()
    {
        QCOMPARE(ClusterConfig::fromJson(json("[]")).error().code, u"config.invalid"_s);
        QVERIFY(ClusterConfig::fromJson(json("{}")).error().message.contains(u"\"domain\" is missing"_s));
    }

    void readsFiles()
    {
        const QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(write(u"good.json"_s, R"({"domain":"d","plugins":[{"capability":"x","side":"token","description":"x.yaml"}]})"));
        QVERIFY(write(u"broken.json"_s, "{\n  \"domain\" 1}"));
        QVERIFY(write(u"bad.json"_s, R"({"domain":1})"));
        const auto good = ClusterConfig::fromFile(folder.filePath(u"good.json"_s));
        QVERIFY(good);
        QCOMPARE(good->plugins.first().description, folder.filePath(u"x.yaml"_s));
        const auto broken = ClusterConfig::fromFile(folder.filePath(u"broken.json"_s));
        QCOMPARE(broken.error().code, u"config.syntax"_s);
        QVERIFY2(broken.error().message.contains(u"broken.json, line 2"_s), qPrintable(broken.error().message));
        const auto bad = ClusterConfig::fromFile(folder.filePath(u"bad.json"_s));
        QCOMPARE(bad.error().code, u"config.invalid"_s);
        QVERIFY(bad.error().message.contains(u"bad.json"_s));
        QCOMPARE(ClusterConfig::fromFile(folder.filePath(u"none.json"_s)).error().code, u"file_not_found"_s);
    }
};

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
