// SPDX-License-Identifier: GPL-3.0-or-later
// Where capabilities come from: files, folders and the built-in descriptions.
#include "descriptions.h"

#include "core/filestore.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;
using capability::Capabilities;
using capability::Message;
using core::Json;

class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void files();
    void folders();
    void builtInKeys();
    void builtInMessages_data();
    void builtInMessages();
    void builtInExamplesConform();
    void builtInFilesAreAllThere();
    void whereDescriptionsComeFrom();
};

void TestSources::files()
{
    const QTemporaryDir folder;
    const QString good = folder.filePath(u"shop.asyncapi.yaml"_s);
    QVERIFY(core::writeFile(good, shopYaml));
    Capabilities capabilities;
    QVERIFY(capabilities.addFile(good));
    QVERIFY(capabilities.find(u"plugin_shop", u"order_confirm"));

    const core::Result<void> missing = capabilities.addFile(folder.filePath(u"none.yaml"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, u"file_not_found"_s);
    QVERIFY(missing.error().message.contains("none.yaml"_L1));

    const QString bad = folder.filePath(u"bad.yaml"_s);
    QVERIFY(core::writeFile(bad, "asyncapi: 3.0.0\nchannels: 1\n"));
    const core::Result<void> wrong = capabilities.addFile(bad);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, u"capability.schema"_s);
    QCOMPARE(wrong.error().message, bad + ": \"channels\" must be an object."_L1);
    QCOMPARE(wrong.error().detail, u"/channels, line 2, column 11"_s);

    const QString large = folder.filePath(u"large.yaml"_s);
    QVERIFY(core::writeFile(large, QByteArray(4 * 1024 * 1024 + 1, ' ')));
    const core::Result<void> tooLarge = capabilities.addFile(large);
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().code, u"too_large"_s);
    QCOMPARE(capabilities.add(QByteArray(4 * 1024 * 1024 + 1, '#')).error().code, u"capability.syntax"_s);
}

void TestSources::folders()
{
    const QTemporaryDir folder;
    QVERIFY(core::writeFile(folder.filePath(u"a.asyncapi.yaml"_s), "asyncapi: 3.0.0\nchannels: {a: {messages: {m: {title: yaml}}}}\n"));
    QVERIFY(core::writeFile(folder.filePath(u"b.asyncapi.json"_s),
                            R"({"asyncapi":"3.0.0","channels":{"a":{"messages":{"m":{"title":"json"}}}}})"));
    QVERIFY(core::writeFile(folder.filePath(u"c.asyncapi.yml"_s), "asyncapi: 3.0.0\nchannels: {b: }\n"));
    QVERIFY(core::writeFile(folder.filePath(u"d.asyncapi.json"_s), "{\n]"));
    QVERIFY(core::writeFile(folder.filePath(u"e.asyncapi.yaml"_s), "asyncapi: 2.5.0\n"));
    QVERIFY(core::writeFile(folder.filePath(u"f.yaml"_s), "not read"));
    QVERIFY(QDir(folder.path()).mkdir(u"g.asyncapi.yaml"_s));
    Capabilities capabilities;
    const core::Diagnostics findings = capabilities.addFolder(folder.path());
    QCOMPARE(capabilities.capabilityKeys(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(capabilities.find(u"a", u"m")->title, u"json"_s); // the later one by name
    QCOMPARE(findings.size(), 2);
    QVERIFY(findings[0].severity == core::Severity::Error);
    QCOMPARE(findings[0].code, u"capability.syntax"_s);
    QVERIFY2(findings[0].message.startsWith(folder.filePath(u"d.asyncapi.json"_s) + ": "_L1), qPrintable(findings[0].message));
    QCOMPARE(findings[0].line, 2);
    QCOMPARE(findings[0].column, 1);
    QCOMPARE(findings[1].code, u"capability.version"_s);
    QCOMPARE(findings[1].pointer, u"/asyncapi"_s);
    QCOMPARE(findings[1].line, 1);
    QCOMPARE(findings[1].column, 11);

    QVERIFY(capabilities.addFolder(folder.filePath(u"nosuch"_s)).isEmpty());
}

void TestSources::builtInKeys()
{
    const Capabilities capabilities = Capabilities::builtIn();
    QStringList keys = capabilities.capabilityKeys();
    keys.sort();
    QCOMPARE(keys.join(u' '), u"msg plugin_desk plugin_orders rest scripteditor scriptnotify subscr svcscript test"_s);
    QVERIFY(!capabilities.find(u"msg", u"anything"));
}

void TestSources::builtInMessages_data()
{
    QTest::addColumn<QString>("capability");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("request");
    QTest::addColumn<bool>("json");
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("hello") << u"msg"_s << u"hello"_s << true << true << QByteArray(R"({"text":"Hello","n":1})")
                           << QByteArray(R"({"text":1})");
    QTest::newRow("greet") << u"msg"_s << u"greet"_s << true << true << QByteArray(R"({"text":"Hello","attempt":2})")
                           << QByteArray(R"({"attempt":"2"})");
    QTest::newRow("notice") << u"msg"_s << u"notice"_s << false << true << QByteArray(R"([1])") << QByteArray(R"({"text":[]})");
    QTest::newRow("order_changed") << u"plugin_orders"_s << u"order_changed"_s << false << true
                                   << QByteArray(R"({"order":"A-1","state":"new"})") << QByteArray(R"({"order":"A-1","state":"old"})");
    QTest::newRow("order_confirm") << u"plugin_orders"_s << u"order_confirm"_s << true << true
                                   << QByteArray(R"({"order":"A-1","items":[{"article":"tea","count":2}]})")
                                   << QByteArray(R"({"order":"A-1","items":[{"article":"tea","count":0}]})");
    QTest::newRow("show_card") << u"plugin_desk"_s << u"show_card"_s << false << true << QByteArray(R"({"customer":"1"})")
                               << QByteArray(R"({"customer":1})");
    QTest::newRow("ask") << u"plugin_desk"_s << u"ask"_s << true << true << QByteArray(R"({"question":"?","choices":["yes"]})")
                         << QByteArray("{}");
    QTest::newRow("note") << u"plugin_desk"_s << u"note"_s << false << false << QByteArray() << QByteArray();
    QTest::newRow("notify") << u"subscr"_s << u"notify"_s << false << true
                            << QByteArray(R"({"class":"c","type":"t","eventts":1795510800000,"data":{}})")
                            << QByteArray(R"({"class":"c"})");
}

void TestSources::builtInMessages()
{
    QFETCH(QString, capability);
    QFETCH(QString, code);
    QFETCH(bool, json);
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    const Capabilities capabilities = Capabilities::builtIn();
    const Message *message = capabilities.find(capability, code);
    QVERIFY(message);
    QTEST(message->request, "request");
    QCOMPARE(message->isJson(), json);
    QVERIFY(!message->title.isEmpty());
    QVERIFY(!message->summary.isEmpty());
    QCOMPARE(message->schema.has_value(), json);
    if (json) {
        QVERIFY(accepts(message, good));
        QVERIFY(!accepts(message, bad));
    }
}

void TestSources::builtInExamplesConform()
{
    const Capabilities capabilities = Capabilities::builtIn();
    for (const QString &key : capabilities.capabilityKeys())
        for (const Message *message : capabilities.messages(key)) {
            QVERIFY2(!message->examples.isEmpty(), qPrintable(message->code));
            for (const Json &example : message->examples)
                QVERIFY2(!message->schema || message->schema->validate(example).isEmpty(), qPrintable(message->code));
        }
}

void TestSources::builtInFilesAreAllThere()
{
    Capabilities fromFolder;
    const core::Diagnostics findings = fromFolder.addFolder(QLatin1String(SIGNALBOX_SOURCE_DIR) + "/resources/capabilities"_L1);
    QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings.first().message));
    QCOMPARE(Capabilities::builtIn().capabilityKeys(), fromFolder.capabilityKeys());
}

void TestSources::whereDescriptionsComeFrom()
{
    QTemporaryDir folder;
    const QString good = folder.filePath(u"a.asyncapi.json"_s);
    const QString bad = folder.filePath(u"b.asyncapi.yaml"_s);
    QVERIFY(core::writeFile(good, "{\"asyncapi\":\"3.0.0\",\"info\":{\"title\":\"Shop\"},\"channels\":{\"shop\":{\"messages\":{"
                                  "\"buy\":{}}},\"none\":{}}}"));
    QVERIFY(core::writeFile(bad, "asyncapi: 3.0.0\nchannels: 5\n"));
    Capabilities known = Capabilities::builtIn();
    const qsizetype before = known.sources().size();
    QVERIFY(before >= 4);
    QVERIFY(known.sources().first().isBuiltIn() && !known.sources().first().title.isEmpty());
    QCOMPARE(known.addFolder(folder.path()).size(), 1);
    QVERIFY(known.add("{\"asyncapi\":\"3.0.0\",\"channels\":{\"x\":{}}}"));
    QVERIFY(!known.add("{}")); // what is refused as a whole is no source
    QCOMPARE(known.sources().size(), before + 3);
    const capability::Source &shop = known.sources().at(before);
    QCOMPARE(shop.path, good);
    QCOMPARE(shop.title, u"Shop"_s);
    QCOMPARE(shop.keys, QStringList({u"shop"_s, u"none"_s}));
    QCOMPARE(shop.messages.size(), 1);
    QVERIFY(!shop.isBuiltIn() && !shop.problem);
    const capability::Source &broken = known.sources().at(before + 1);
    QCOMPARE(broken.path, bad);
    QVERIFY(broken.problem && broken.keys.isEmpty());
    QCOMPARE(broken.problem->pointer, u"/channels"_s);
    QCOMPARE(broken.problem->line, 2);
    QVERIFY(known.sources().last().path.isEmpty());
}

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
