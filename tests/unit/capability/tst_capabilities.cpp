// SPDX-License-Identifier: GPL-3.0-or-later
// What AsyncAPI documents become: messages with their requests, content types and order.
#include "descriptions.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;
using capability::Capabilities;
using capability::Message;

class TestCapabilities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void reads_data();
    void reads();
    void jsonAndYamlAreTheSame();
    void requests_data();
    void requests();
    void contentTypes_data();
    void contentTypes();
    void laterDescriptionWins();
    void undeclared();
};

void TestCapabilities::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("YAML") << QByteArray(shopYaml);
    QTest::newRow("JSON") << QByteArray(shopJson);
    QTest::newRow("JSON with space and a byte order mark") << "\xef\xbb\xbf \n" + QByteArray(shopJson);
}

void TestCapabilities::reads()
{
    QFETCH(QByteArray, text);
    Capabilities capabilities;
    const core::Result<void> added = capabilities.add(text);
    QVERIFY2(added, added ? "" : qPrintable(added.error().message + added.error().detail));
    QCOMPARE(capabilities.capabilityKeys(), (QStringList{u"plugin_shop"_s, u"notes"_s, u"empty"_s}));
    QCOMPARE(codes(capabilities, u"plugin_shop"), (QStringList{u"order_changed"_s, u"order_confirm?"_s}));
    QCOMPARE(codes(capabilities, u"notes"), QStringList{u"note"_s});
    QCOMPARE(codes(capabilities, u"empty"), QStringList());
    QVERIFY(capabilities.knows(u"empty"));
    QVERIFY(!capabilities.knows(u"shop")); // the channel's id, not its address

    const Message &confirm = *capabilities.find(u"plugin_shop", u"order_confirm");
    QCOMPARE(confirm.capability, u"plugin_shop"_s);
    QCOMPARE(confirm.title, u"Confirm"_s);
    QCOMPARE(confirm.summary, u"Asks for a confirmation."_s);
    QCOMPARE(confirm.contentType, u"application/json"_s);
    QVERIFY(confirm.isJson());
    QCOMPARE(confirm.examples.size(), 2);
    QVERIFY(confirm.examples[0] == json(R"({"order":"A-1","count":1})"));
    QVERIFY(confirm.examples[1] == json(R"({"order":"A-2"})"));
    QVERIFY(accepts(&confirm, R"({"order":"B-12"})"));
    const QList<core::SchemaProblem> problems = confirm.schema->validate(json(R"({"order":"12"})"));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().pointer, u"/order"_s);

    const Message &note = *capabilities.find(u"notes", u"note");
    QCOMPARE(note.contentType, u"text/plain"_s);
    QVERIFY(!note.isJson());
    QVERIFY(!note.schema);
    QVERIFY(note.payload == json(R"({"type":"string"})"));
}

void TestCapabilities::jsonAndYamlAreTheSame()
{
    Capabilities fromJson;
    Capabilities fromYaml;
    QVERIFY(fromJson.add(shopJson));
    QVERIFY(fromYaml.add(shopYaml));
    QCOMPARE(fromYaml.capabilityKeys(), fromJson.capabilityKeys());
    for (const QString &key : fromJson.capabilityKeys()) {
        const QList<const Message *> expected = fromJson.messages(key);
        const QList<const Message *> found = fromYaml.messages(key);
        QCOMPARE(found.size(), expected.size());
        for (qsizetype i = 0; i < found.size(); ++i) {
            QCOMPARE(found[i]->code, expected[i]->code);
            QCOMPARE(found[i]->title, expected[i]->title);
            QCOMPARE(found[i]->summary, expected[i]->summary);
            QCOMPARE(found[i]->request, expected[i]->request);
            QCOMPARE(found[i]->contentType, expected[i]->contentType);
            QVERIFY(found[i]->payload == expected[i]->payload);
            QVERIFY(found[i]->examples == expected[i]->examples);
            QCOMPARE(found[i]->schema.has_value(), expected[i]->schema.has_value());
        }
    }
}

void TestCapabilities::requests_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("found");
    const QByteArray two = R"({"a":{},"b":{}})";
    QTest::newRow("no operation") << document(two) << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("without reply") << document(two, operation("")) << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("reply for all") << document(two, operation(R"(,"reply":{})")) << QStringList{u"a?"_s, u"b?"_s};
    QTest::newRow("reply is null") << document(two, operation(R"(,"reply":null)")) << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("reply for one") << document(two, operation(R"(,"reply":{},"messages":[{"$ref":"#/channels/c/messages/b"}])"))
                                   << QStringList{u"a"_s, u"b?"_s};
    QTest::newRow("reply for none") << document(two, operation(R"(,"reply":{},"messages":[])")) << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("reply by reference") << document(two, operation(R"(,"reply":{"$ref":"#/components/replies/r"})") +
                                                             R"(,"components":{"replies":{"r":{}}})")
                                        << QStringList{u"a?"_s, u"b?"_s};
    QTest::newRow("operation by reference") << document(two, R"(,"operations":{"o":{"$ref":"#/components/operations/o"}},
"components":{"operations":{"o":{"action":"send","channel":{"$ref":"#/channels/c"},"reply":{}}}})")
                                            << QStringList{u"a?"_s, u"b?"_s};
    QTest::newRow("message named where it truly stands")
        << document(R"({"a":{"$ref":"#/components/messages/m"},"b":{}})",
                    operation(R"(,"reply":{},"messages":[{"$ref":"#/components/messages/m"}])") + R"(,"components":{"messages":{"m":{}}})")
        << QStringList{u"a?"_s, u"b"_s};
    QTest::newRow("channel by reference") << QByteArray(R"({"asyncapi":"3.0.1","channels":{"c":{"$ref":"#/components/channels/x"}},
"operations":{"o":{"channel":{"$ref":"#/channels/c"},"messages":[{"$ref":"#/channels/c/messages/b"}],"reply":{}}},
"components":{"channels":{"x":{"address":"c","messages":{"a":{},"b":{}}}}}})")
                                          << QStringList{u"a"_s, u"b?"_s};
    QTest::newRow("a message of two channels")
        << QByteArray(R"({"asyncapi":"3.0.0","channels":{"c":{"messages":{"a":{"$ref":"#/components/messages/m"}}},
"d":{"messages":{"a":{"$ref":"#/components/messages/m"}}}},
"operations":{"o":{"channel":{"$ref":"#/channels/d"},"reply":{}}},"components":{"messages":{"m":{}}}})")
        << QStringList{u"a"_s};
    QTest::newRow("escaped and encoded names")
        << document(R"({"a/b":{},"c d":{}})",
                    operation(R"(,"reply":{},"messages":[{"$ref":"#/channels/c/messages/a~1b"},{"$ref":"#/channels/c/messages/c%20d"}])"))
        << QStringList{u"a/b?"_s, u"c d?"_s};
    QTest::newRow("empty name") << document(R"({"a":{"name":""}})") << QStringList{u"a"_s};
    QTest::newRow("message is null") << document(R"({"a":null})") << QStringList{u"a"_s};
}

void TestCapabilities::requests()
{
    QFETCH(QByteArray, text);
    Capabilities capabilities;
    const core::Result<void> added = capabilities.add(text);
    QVERIFY2(added, added ? "" : qPrintable(added.error().message + added.error().detail));
    QTEST(codes(capabilities, u"c"), "found");
}

void TestCapabilities::contentTypes_data()
{
    QTest::addColumn<QByteArray>("defaultType");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("found");
    QTest::addColumn<bool>("json");
    const auto row = [](const char *defaultType, const char *type, const char *found, bool isJson) {
        QTest::addRow("%s, %s", defaultType, type) << QByteArray(defaultType) << QByteArray(type) << QString::fromLatin1(found) << isJson;
    };
    row("", "", "", true);
    row("application/json", "", "application/json", true);
    row("text/plain", "", "text/plain", false);
    row("text/plain", "application/json", "application/json", true);
    row("application/json", "text/plain", "text/plain", false);
    row("", "application/json; charset=utf-8", "application/json; charset=utf-8", true);
    row("", "Application/JSON", "Application/JSON", true);
    row("", "text/json", "text/json", true);
    row("", "application/vnd.shop+json;v=1", "application/vnd.shop+json;v=1", true);
    row("", "application/xml", "application/xml", false);
    row("", "application/jsonx", "application/jsonx", false);
}

void TestCapabilities::contentTypes()
{
    QFETCH(QByteArray, defaultType);
    QFETCH(QByteArray, type);
    const auto member = [](const char *key, const QByteArray &value) {
        return value.isEmpty() ? QByteArray() : '"' + QByteArray(key) + "\":\"" + value + '"';
    };
    const QByteArray rest = defaultType.isEmpty() ? QByteArray() : ',' + member("defaultContentType", defaultType);
    Capabilities capabilities;
    QVERIFY(capabilities.add(document(R"({"m":{)" + member("contentType", type) + "}}", rest)));
    QTEST(capabilities.find(u"c", u"m")->contentType, "found");
    QTEST(capabilities.find(u"c", u"m")->isJson(), "json");
}

void TestCapabilities::laterDescriptionWins()
{
    Capabilities capabilities;
    QVERIFY(capabilities.add(document(R"({"a":{"title":"first"},"b":{"title":"first"}})")));
    QVERIFY(capabilities.add(document(R"({"x":{"name":"a","title":"second"},"c":{}})", operation(R"(,"reply":{})"))));
    QCOMPARE(capabilities.capabilityKeys(), QStringList{u"c"_s});
    QCOMPARE(codes(capabilities, u"c"), (QStringList{u"a?"_s, u"b"_s, u"c?"_s}));
    QCOMPARE(capabilities.find(u"c", u"a")->title, u"second"_s);
    QCOMPARE(capabilities.find(u"c", u"b")->title, u"first"_s);
    // within one document too
    QVERIFY(capabilities.add(document(R"({"x":{"name":"a","title":"third"},"y":{"name":"a","title":"fourth"}})")));
    QCOMPARE(capabilities.find(u"c", u"a")->title, u"fourth"_s);
    QCOMPARE(capabilities.messages(u"c").size(), 3);
}

void TestCapabilities::undeclared()
{
    Capabilities capabilities;
    QVERIFY(capabilities.add(shopYaml));
    QVERIFY(!capabilities.find(u"plugin_shop", u"nosuch"));
    QVERIFY(!capabilities.find(u"nosuch", u"order_changed"));
    QVERIFY(!capabilities.find(u"plugin_shop", u"Order_changed"));
    QVERIFY(!capabilities.knows(u"nosuch"));
    QVERIFY(capabilities.messages(u"nosuch").isEmpty());
}

QTEST_GUILESS_MAIN(TestCapabilities)
#include "tst_capabilities.moc"
