// SPDX-License-Identifier: GPL-3.0-or-later
// AsyncAPI documents as capabilities: what is read, what is refused and where, files and folders, and the built-in descriptions.
#include "capability/capabilities.h"
#include "core/filestore.h"
#include "core/jsonreader.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using capability::Capabilities;
using capability::Message;
using core::Json;

namespace {

const char shopYaml[] = R"(asyncapi: 3.0.0
info: {title: Shop, version: 1.0.0}
defaultContentType: application/json
channels:
  shop:
    address: plugin_shop
    messages:
      changed:
        $ref: '#/components/messages/Changed'
      confirm:
        name: order_confirm
        title: Confirm
        summary: Asks for a confirmation.
        payload:
          type: object
          required: [order]
          properties:
            order: {$ref: '#/components/schemas/Number'}
            count: {type: integer, minimum: 1}
        examples:
          - {name: one, payload: {order: A-1, count: 1}}
          - {name: headers only, headers: {}}
          - {name: two, payload: {order: A-2}}
  notes:
    address: null
    messages:
      note: {contentType: text/plain, payload: {type: string}}
  empty:
operations:
  tell: {action: send, channel: {$ref: '#/channels/shop'}, messages: [{$ref: '#/channels/shop/messages/changed'}]}
  ask:
    action: send
    channel: {$ref: '#/channels/shop'}
    messages: [{$ref: '#/channels/shop/messages/confirm'}]
    reply: {channel: {$ref: '#/channels/shop'}}
components:
  messages:
    Changed:
      name: order_changed
      payload: {type: object}
  schemas:
    Number: {type: string, pattern: '^[A-Z]-[0-9]+$'}
)";

const char shopJson[] = R"({"asyncapi":"3.0.0","info":{"title":"Shop","version":"1.0.0"},"defaultContentType":"application/json",
"channels":{
 "shop":{"address":"plugin_shop","messages":{
  "changed":{"$ref":"#/components/messages/Changed"},
  "confirm":{"name":"order_confirm","title":"Confirm","summary":"Asks for a confirmation.",
   "payload":{"type":"object","required":["order"],"properties":{"order":{"$ref":"#/components/schemas/Number"},"count":{"type":"integer","minimum":1}}},
   "examples":[{"name":"one","payload":{"order":"A-1","count":1}},{"name":"headers only","headers":{}},{"name":"two","payload":{"order":"A-2"}}]}}},
 "notes":{"address":null,"messages":{"note":{"contentType":"text/plain","payload":{"type":"string"}}}},
 "empty":null},
"operations":{
 "tell":{"action":"send","channel":{"$ref":"#/channels/shop"},"messages":[{"$ref":"#/channels/shop/messages/changed"}]},
 "ask":{"action":"send","channel":{"$ref":"#/channels/shop"},"messages":[{"$ref":"#/channels/shop/messages/confirm"}],"reply":{"channel":{"$ref":"#/channels/shop"}}}},
"components":{"messages":{"Changed":{"name":"order_changed","payload":{"type":"object"}}},
 "schemas":{"Number":{"type":"string","pattern":"^[A-Z]-[0-9]+$"}}}})";

/// A document with one channel "c" and whatever else is given.
QByteArray document(const QByteArray &messages, const QByteArray &rest = {})
{
    return R"({"asyncapi":"3.0.0","channels":{"c":{"messages":)" + messages + "}}" + rest + "}";
}

/// An operation on channel "c".
QByteArray operation(const QByteArray &members)
{
    return R"(,"operations":{"o":{"action":"send","channel":{"$ref":"#/channels/c"})" + members + "}}";
}

QStringList codes(const Capabilities &capabilities, QStringView capability)
{
    QStringList found;
    for (const Message *message : capabilities.messages(capability))
        found.append(message->code + (message->request ? u"?"_s : QString()));
    return found;
}

Json json(const QByteArray &text)
{
    return *core::readJson(text);
}

bool accepts(const Message *message, const QByteArray &content)
{
    return message->schema->validate(json(content)).isEmpty();
}

} // namespace

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
    void payloads_data();
    void payloads();
    void recursiveSchema();
    void payloadStandsAlone();
    void traits();
    void refuses_data();
    void refuses();
    void aRefusedDocumentAddsNothing();
    void laterDescriptionWins();
    void undeclared();
    void files();
    void folders();
    void limits();
    void builtInKeys();
    void builtInMessages_data();
    void builtInMessages();
    void builtInExamplesConform();
    void builtInFilesAreAllThere();
    void whereDescriptionsComeFrom();
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

void TestCapabilities::payloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("schemas"); ///< of the components
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad"); ///< empty: everything is good
    QTest::newRow("inline") << QByteArray(R"({"type":"integer"})") << QByteArray("{}") << QByteArray("1") << QByteArray(R"("a")");
    QTest::newRow("true") << QByteArray("true") << QByteArray("{}") << QByteArray("1") << QByteArray();
    QTest::newRow("large integers") << QByteArray(R"({"type":"integer"})") << QByteArray("{}") << QByteArray("1795510800000")
                                    << QByteArray("1.5");
    QTest::newRow("whole payload by reference") << QByteArray(R"({"$ref":"#/components/schemas/n"})")
                                                << QByteArray(R"({"n":{"type":"integer"}})") << QByteArray("1") << QByteArray(R"("a")");
    QTest::newRow("reference to a reference") << QByteArray(R"({"items":{"$ref":"#/components/schemas/a"}})")
                                              << QByteArray(R"({"a":{"$ref":"#/components/schemas/b"},"b":{"type":"integer"}})")
                                              << QByteArray("[1]") << QByteArray(R"(["a"])");
    QTest::newRow("reference through a reference")
        << QByteArray(R"({"$ref":"#/components/schemas/a/properties/n"})")
        << QByteArray(R"({"a":{"$ref":"#/components/schemas/b"},"b":{"properties":{"n":{"type":"integer"}}}})") << QByteArray("1")
        << QByteArray(R"("a")");
    QTest::newRow("every keyword with schemas")
        << QByteArray(
               R"({"type":"object","properties":{"a":{"$ref":"#/components/schemas/n"}},"patternProperties":{"^x":{"$ref":"#/components/schemas/n"}},
"additionalProperties":{"anyOf":[{"$ref":"#/components/schemas/s"},{"type":"array","items":[{"$ref":"#/components/schemas/n"}],"additionalItems":{"$ref":"#/components/schemas/s"}}]},
"propertyNames":{"not":{"$ref":"#/components/schemas/bad"}},
"dependencies":{"a":{"required":["b"]},"b":["a"]},
"if":{"required":["c"]},"then":{"properties":{"c":{"contains":{"$ref":"#/components/schemas/n"}}}},"else":{"$ref":"#/components/schemas/any"}})")
        << QByteArray(R"({"n":{"type":"integer"},"s":{"type":"string"},"bad":{"const":"bad"},"any":{}})")
        << QByteArray(R"({"a":1,"b":"x","x1":2,"d":[1,"s"]})") << QByteArray(R"({"a":1,"b":"x","x1":2,"d":[1,2]})");
    QTest::newRow("dependencies apply") << QByteArray(R"({"dependencies":{"a":{"$ref":"#/components/schemas/r"}}})")
                                        << QByteArray(R"({"r":{"required":["b"]}})") << QByteArray(R"({"a":1,"b":2})")
                                        << QByteArray(R"({"a":1})");
    QTest::newRow("own definitions stay") << QByteArray(
                                                 R"({"definitions":{"n":{"type":"string"}},"items":{"$ref":"#/components/schemas/n"}})")
                                          << QByteArray(R"({"n":{"type":"integer"}})") << QByteArray("[1]") << QByteArray(R"(["a"])");
    QTest::newRow("data is no schema") << QByteArray(R"({"const":{"$ref":"nowhere"},"examples":[{"$id":"x"}]})") << QByteArray("{}")
                                       << QByteArray(R"({"$ref":"nowhere"})") << QByteArray("1");
    QTest::newRow("a property named $ref") << QByteArray(R"({"properties":{"$ref":{"type":"integer"}}})") << QByteArray("{}")
                                           << QByteArray(R"({"$ref":1})") << QByteArray(R"({"$ref":"a"})");
    QTest::newRow("$id does not mislead")
        << QByteArray(
               R"({"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://example.org/a","items":{"$ref":"#/components/schemas/n"}})")
        << QByteArray(R"({"n":{"$id":"n","type":"integer"}})") << QByteArray("[1]") << QByteArray(R"(["a"])");
    QTest::newRow("schema format AsyncAPI")
        << QByteArray(R"({"schemaFormat":"application/vnd.aai.asyncapi+yaml;version=3.0.0","schema":{"type":"integer"}})")
        << QByteArray("{}") << QByteArray("1") << QByteArray(R"("a")");
    QTest::newRow("schema format JSON Schema")
        << QByteArray(R"({"schemaFormat":"application/schema+json;version=draft-07","schema":{"$ref":"#/components/schemas/n"}})")
        << QByteArray(R"({"n":{"schemaFormat":"application/schema+yaml;version=draft-07","schema":{"type":"integer"}}})") << QByteArray("1")
        << QByteArray(R"("a")");
    QTest::newRow("unsafe names")
        << QByteArray(
               R"({"items":{"$ref":"#/components/schemas/a~1b%20%25"},"additionalProperties":{"$ref":"#/components/schemas/a~0b %25"}})")
        << QByteArray(R"({"a/b %":{"type":"integer"},"a~b %":{"type":"string"}})") << QByteArray("[1]") << QByteArray(R"(["a"])");
}

void TestCapabilities::payloads()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, schemas);
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    Capabilities capabilities;
    const core::Result<void> added =
        capabilities.add(document(R"({"m":{"payload":)" + payload + "}}", R"(,"components":{"schemas":)" + schemas + "}"));
    QVERIFY2(added, added ? "" : qPrintable(added.error().message + added.error().detail));
    const Message *message = capabilities.find(u"c", u"m");
    QVERIFY(message->schema);
    QVERIFY(accepts(message, good));
    if (!bad.isEmpty())
        QVERIFY(!accepts(message, bad));
}

void TestCapabilities::recursiveSchema()
{
    Capabilities capabilities;
    const core::Result<void> added = capabilities.add(document(
        R"({"tree":{"payload":{"$ref":"#/components/schemas/Tree"}},"list":{"payload":{"properties":{"root":{"$ref":"#/components/schemas/Tree"}}}}})",
        R"(,"components":{"schemas":{"Tree":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},
"children":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}}}}}})"));
    QVERIFY2(added, added ? "" : qPrintable(added.error().message + added.error().detail));
    const Message *tree = capabilities.find(u"c", u"tree");
    QVERIFY(accepts(tree, R"({"name":"a","children":[{"name":"b","children":[{"name":"c"}]}]})"));
    QVERIFY(!accepts(tree, R"({"name":"a","children":[{"name":"b","children":[{}]}]})"));
    const Json standing = json(R"({"type":"object","required":["name"],"properties":{"name":{"type":"string"},
"children":{"type":"array","items":{"$ref":"#"}}}})");
    QVERIFY(tree->payload == standing);
    const Message *list = capabilities.find(u"c", u"list");
    QVERIFY(accepts(list, R"({"root":{"name":"a","children":[]}})"));
    QVERIFY(!accepts(list, R"({"root":{"name":"a","children":[1]}})"));
}

void TestCapabilities::payloadStandsAlone()
{
    Capabilities capabilities;
    QVERIFY(capabilities.add(document(
        R"({"m":{"payload":{"items":{"$ref":"#/components/schemas/n"},"definitions":{"n":{"type":"string"}}}}})",
        R"(,"components":{"schemas":{"n":{"$ref":"#/components/schemas/o"},"o":{"type":"integer"},"unused":{"$ref":"nowhere"}}})")));
    // Only what is used comes along, by the name of where it truly stands.
    QVERIFY(capabilities.find(u"c", u"m")->payload ==
            json(R"({"items":{"$ref":"#/definitions/o"},"definitions":{"n":{"type":"string"},"o":{"type":"integer"}}})"));
    Capabilities clash;
    QVERIFY(clash.add(document(R"({"m":{"payload":{"items":{"$ref":"#/components/schemas/n"},"definitions":{"n":{"type":"string"}}}}})",
                               R"(,"components":{"schemas":{"n":{"type":"integer"}}})")));
    QVERIFY(clash.find(u"c", u"m")->payload ==
            json(R"({"items":{"$ref":"#/definitions/n_2"},"definitions":{"n":{"type":"string"},"n_2":{"type":"integer"}}})"));
}

void TestCapabilities::traits()
{
    Capabilities capabilities;
    QVERIFY(capabilities.add(document(
        R"({"a":{"title":"Own","traits":[{"title":"First","summary":"First","contentType":"text/plain"},{"$ref":"#/components/messageTraits/t"}]}})",
        R"(,"components":{"messageTraits":{"t":{"summary":"Second","examples":[{"payload":1}]}}})")));
    const Message &message = *capabilities.find(u"c", u"a");
    QCOMPARE(message.title, u"Own"_s);
    QCOMPARE(message.summary, u"Second"_s);
    QCOMPARE(message.contentType, u"text/plain"_s);
    QCOMPARE(message.examples.size(), 1);
}

void TestCapabilities::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message"); ///< a part of it
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &text, const char *code, const char *message, const char *detail) {
        QTest::newRow(name) << text << QString::fromLatin1(code) << QString::fromLatin1(message) << QString::fromLatin1(detail);
    };
    const char *syntax = "capability.syntax";
    const char *version = "capability.version";
    const char *reference = "capability.reference";
    const char *schema = "capability.schema";
    row("empty", "", syntax, "There is nothing in the file.", "line 1, column 1");
    row("JSON", "{\n\"asyncapi\" \"3.0.0\"}", syntax, "", "line 2, column 12");
    row("duplicate key in JSON", "{\"asyncapi\":\"3.0.0\",\"asyncapi\":\"3.0.0\"}", syntax, "asyncapi", "line 1, column 21");
    row("YAML", "asyncapi: 3.0.0\nchannels: [\n", syntax, "The YAML is not valid", "line 3, column 1");
    row("duplicate key in YAML", "asyncapi: 3.0.0\nasyncapi: 3.0.0\n", syntax, "The key \"asyncapi\" is there twice.", "line 2, column 1");
    row("a list", "- 1\n", version, "This is not an AsyncAPI document", "line 1, column 1");
    row("no version", "{\"openapi\":\"3.0.0\"}", version, "This is not an AsyncAPI document", "line 1, column 1");
    row("version is a number", "asyncapi: 3.0\n", version, "This is not an AsyncAPI document", "/asyncapi, line 1, column 11");
    row("version 2.5", "asyncapi: 2.5.0\n", version, "AsyncAPI 2.5.0 cannot be read, only 2.6 and 3.0.", "/asyncapi, line 1, column 11");
    row("channels is a list", "asyncapi: 3.0.0\nchannels: []\n", schema, "\"channels\" must be an object.", "/channels, line 2, column 11");
    row("channel is text", "asyncapi: 3.0.0\nchannels: {c: x}\n", schema, "\"c\" must be an object.", "/channels/c, line 2, column 15");
    row("address is a number", "asyncapi: 3.0.0\nchannels: {c: {address: 1}}\n", schema, "\"address\" must be text.",
        "/channels/c/address, line 2, column 25");
    row("messages is a list", document("[]"), schema, "\"messages\" must be an object.", "/channels/c/messages");
    row("messages is a list, with an operation", document("[]", operation("")), schema, "\"messages\" must be an object.",
        "/channels/c/messages");
    row("message is text", document("{\"m\":1}"), schema, "\"m\" must be an object.", "/channels/c/messages/m");
    row("message is text, with an operation", document("{\"m\":1}", operation("")), schema, "\"m\" must be an object.",
        "/channels/c/messages/m");
    row("name is a number", document("{\"m\":{\"name\":1}}"), schema, "\"name\" must be text.", "/channels/c/messages/m/name");
    row("content type is a number", document("{\"m\":{\"contentType\":1}}"), schema, "\"contentType\" must be text.",
        "/channels/c/messages/m/contentType");
    row("default content type", document("{}", ",\"defaultContentType\":1"), schema, "\"defaultContentType\" must be text.",
        "/defaultContentType");
    row("examples", document("{\"m\":{\"examples\":{}}}"), schema, "\"examples\" must be a list.", "/channels/c/messages/m/examples");
    row("trait", document("{\"m\":{\"traits\":[{\"$ref\":\"#/nowhere\"}]}}"), reference, "names something that is not there",
        "/channels/c/messages/m/traits/0/$ref");
    row("operations", document("{}", ",\"operations\":[]"), schema, "\"operations\" must be an object.", "/operations");
    row("operation is a list", document("{}", ",\"operations\":{\"o\":[]}"), schema, "\"o\" must be an object.", "/operations/o");
    row("operation without a channel", document("{}", ",\"operations\":{\"o\":{}}"), schema, "The operation names no channel.",
        "/operations/o");
    row("channel of an operation", document("{}", ",\"operations\":{\"o\":{\"channel\":{\"$ref\":\"#/channels/x\"}}}"), reference,
        "The reference \"#/channels/x\" names something that is not there.", "/operations/o/channel/$ref");
    row("reply is a list", document("{}", operation(",\"reply\":[]")), schema, "\"reply\" must be an object.", "/operations/o/reply");
    row("messages of an operation", document("{}", operation(",\"messages\":{}")), schema, "\"messages\" must be a list.",
        "/operations/o/messages");
    row("message of an operation is not there", document("{}", operation(",\"messages\":[{\"$ref\":\"#/channels/c/messages/x\"}]")),
        reference, "names something that is not there", "/operations/o/messages/0/$ref");
    row("message of another channel",
        document("{}", operation(",\"messages\":[{\"$ref\":\"#/components/messages/m\"}]") + ",\"components\":{\"messages\":{\"m\":{}}}"),
        reference, "The operation names a message that its channel does not have.", "/operations/o/messages/0");
    row("remote", document("{\"m\":{\"$ref\":\"other.yaml#/m\"}}"), reference,
        "The reference \"other.yaml#/m\" leads out of the document. Put what it names into the document.", "/channels/c/messages/m/$ref");
    row("remote schema", document("{\"m\":{\"payload\":{\"$ref\":\"https://example.org/s.json\"}}}"), reference,
        "leads out of the document", "/channels/c/messages/m/payload/$ref");
    row("remote schema inside", document("{\"m\":{\"payload\":{\"items\":{\"$ref\":\"https://example.org/s.json\"}}}}"), reference,
        "leads out of the document", "/channels/c/messages/m/payload/items/$ref");
    row("not a pointer", document("{\"m\":{\"$ref\":\"#m\"}}"), reference, "must be \"#\" with a JSON pointer behind it",
        "/channels/c/messages/m/$ref");
    row("circle of messages", document("{\"a\":{\"$ref\":\"#/channels/c/messages/b\"},\"b\":{\"$ref\":\"#/channels/c/messages/a\"}}"),
        reference, "leads in a circle", "/channels/c/messages/");
    row("circle of channels", "asyncapi: 3.0.0\nchannels: {c: {$ref: '#/channels/c'}}\n", reference, "leads in a circle",
        "/channels/c/$ref, line 2, column 22");
    row("circle through itself", "asyncapi: 3.0.0\nchannels: {c: {$ref: '#/channels/c/x'}}\n", reference, "leads in a circle",
        "/channels/c/$ref");
    row("circle of schemas",
        document("{\"m\":{\"payload\":{\"items\":{\"$ref\":\"#/components/schemas/a\"}}}}",
                 ",\"components\":{\"schemas\":{\"a\":{\"$ref\":\"#/components/schemas/b\"},\"b\":{\"$ref\":\"#/components/schemas/a\"}}}"),
        reference, "leads in a circle", "/components/schemas/");
    row("schema that is itself", document("{\"m\":{\"payload\":{\"allOf\":[{\"$ref\":\"#/channels/c/messages/m/payload\"}]}}}"), reference,
        "The schema /channels/c/messages/m/payload is defined by itself.", "/channels/c/messages/m/payload");
    for (const char *keyword : {"allOf\":[", "anyOf\":[", "oneOf\":[", "not\":", "if\":", "dependencies\":{\"x\":"}) {
        const QByteArray start(keyword);
        const QByteArray end = start.endsWith('[') ? "]" : start.endsWith(":") && start.contains('{') ? "}" : "";
        row(keyword,
            document("{\"m\":{\"payload\":{\"items\":{\"$ref\":\"#/components/schemas/a\"}}}}",
                     ",\"components\":{\"schemas\":{\"a\":{\"" + start + "{\"$ref\":\"#/components/schemas/b\"}" + end +
                         "},\"b\":{\"allOf\":[{\"$ref\":\"#/components/schemas/a\"}]}}}"),
            reference, "is defined by itself.", "/channels/c/messages/m/payload");
    }
    row("payload is a number", document("{\"m\":{\"payload\":1}}"), schema, "A schema must be an object, true or false.",
        "/channels/c/messages/m/payload");
    row("property is a number", document("{\"m\":{\"payload\":{\"properties\":{\"a\":1}}}}"), schema,
        "A schema must be an object, true or false.", "/channels/c/messages/m/payload/properties/a");
    row("properties is a number", document("{\"m\":{\"payload\":{\"properties\":1}}}"), schema, "An object of schemas is wanted here.",
        "/channels/c/messages/m/payload/properties");
    row("allOf is an object", document("{\"m\":{\"payload\":{\"allOf\":{}}}}"), schema, "A list of schemas is wanted here.",
        "/channels/c/messages/m/payload/allOf");
    row("item is a number", document("{\"m\":{\"payload\":{\"items\":[1]}}}"), schema, "A schema must be an object, true or false.",
        "/channels/c/messages/m/payload/items/0");
    row("definition is a number", document("{\"m\":{\"payload\":{\"items\":{\"$ref\":\"#/components/n\"}}}}", ",\"components\":{\"n\":1}"),
        schema, "A schema must be an object, true or false.", "/components/n");
    row("schema format", document("{\"m\":{\"payload\":{\"schemaFormat\":\"application/vnd.apache.avro;version=1.9.0\",\"schema\":{}}}}"),
        schema, "The schema format \"application/vnd.apache.avro;version=1.9.0\" is not JSON Schema (draft 7) and cannot be used.",
        "/channels/c/messages/m/payload");
    row("schema format without a schema", document("{\"m\":{\"payload\":{\"schemaFormat\":\"application/schema+json;version=draft-07\"}}}"),
        schema, "There is a schema format but no schema.", "/channels/c/messages/m/payload");
    row("circle of schema formats",
        document("{\"m\":{\"payload\":{\"schemaFormat\":\"application/schema+json;version=draft-07\",\"schema\":{\"$ref\":\"#/channels/c/"
                 "messages/m/"
                 "payload\"}}}}"),
        reference, "The schema /channels/c/messages/m/payload is defined by itself.", "/channels/c/messages/m/payload");
    row("a schema that cannot be compiled", document("{\"m\":{\"payload\":{\"type\":7}}}"), schema, "The payload's schema cannot be used",
        "/channels/c/messages/m/payload");
}

void TestCapabilities::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    QFETCH(QString, detail);
    Capabilities capabilities;
    const core::Result<void> added = capabilities.add(text);
    QVERIFY(!added);
    QTEST(added.error().code, "code");
    QVERIFY2(added.error().message.contains(message), qPrintable(added.error().message));
    QVERIFY2(added.error().detail.contains(detail), qPrintable(added.error().detail));
    QVERIFY2(QRegularExpression(u"line [0-9]+, column [0-9]+$"_s).match(added.error().detail).hasMatch(), qPrintable(added.error().detail));
    QVERIFY(capabilities.capabilityKeys().isEmpty());
}

void TestCapabilities::aRefusedDocumentAddsNothing()
{
    Capabilities capabilities;
    QVERIFY(capabilities.add(shopYaml));
    QVERIFY(!capabilities.add(document(R"({"good":{},"bad":{"payload":1}})")));
    QVERIFY(!capabilities.knows(u"c"));
    QCOMPARE(capabilities.capabilityKeys().size(), 3);
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

void TestCapabilities::files()
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

void TestCapabilities::folders()
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

void TestCapabilities::limits()
{
    QByteArray many = "asyncapi: 3.0.0\nchannels:\n  c:\n    messages:\n";
    for (int i = 0; i < 10'001; ++i)
        many += "      m" + QByteArray::number(i) + ":\n";
    Capabilities capabilities;
    const core::Result<void> tooMany = capabilities.add(many);
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().code, u"capability.schema"_s);
    QCOMPARE(tooMany.error().message, u"There are more than 10000 messages."_s);

    // Each of 300 payloads would bring all 1000 schemas along.
    QByteArray wide = R"({"asyncapi":"3.0.0","components":{"schemas":{"all":{"properties":{"p0":{})";
    for (int i = 1; i < 1000; ++i)
        wide += ",\"p" + QByteArray::number(i) + "\":{}";
    wide += R"(}}}},"channels":{"c":{"messages":{"m0":{})";
    for (int i = 1; i < 300; ++i)
        wide += ",\"m" + QByteArray::number(i) + R"(":{"payload":{"items":{"$ref":"#/components/schemas/all"}}})";
    wide += "}}}}";
    const core::Result<void> tooWide = capabilities.add(wide);
    QVERIFY(!tooWide);
    QCOMPARE(tooWide.error().code, u"capability.schema"_s);
    QCOMPARE(tooWide.error().message, u"The schemas of the document are too large."_s);

    const QTemporaryDir folder;
    for (int i = 0; i < 1001; ++i)
        QVERIFY(QFile(folder.filePath(u"f%1.asyncapi.yaml"_s.arg(i))).open(QIODevice::WriteOnly));
    const core::Diagnostics findings = capabilities.addFolder(folder.path());
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().code, u"capability.too_many"_s);
    QVERIFY(capabilities.capabilityKeys().isEmpty());
}

void TestCapabilities::builtInKeys()
{
    const Capabilities capabilities = Capabilities::builtIn();
    QStringList keys = capabilities.capabilityKeys();
    keys.sort();
    QCOMPARE(keys.join(u' '), u"msg plugin_desk plugin_orders rest scripteditor scriptnotify subscr svcscript test"_s);
    QVERIFY(!capabilities.find(u"msg", u"anything"));
}

void TestCapabilities::builtInMessages_data()
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

void TestCapabilities::builtInMessages()
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

void TestCapabilities::builtInExamplesConform()
{
    const Capabilities capabilities = Capabilities::builtIn();
    for (const QString &key : capabilities.capabilityKeys())
        for (const Message *message : capabilities.messages(key)) {
            QVERIFY2(!message->examples.isEmpty(), qPrintable(message->code));
            for (const Json &example : message->examples)
                QVERIFY2(!message->schema || message->schema->validate(example).isEmpty(), qPrintable(message->code));
        }
}

void TestCapabilities::builtInFilesAreAllThere()
{
    Capabilities fromFolder;
    const core::Diagnostics findings = fromFolder.addFolder(QLatin1String(SIGNALBOX_SOURCE_DIR) + "/resources/capabilities"_L1);
    QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings.first().message));
    QCOMPARE(Capabilities::builtIn().capabilityKeys(), fromFolder.capabilityKeys());
}

void TestCapabilities::whereDescriptionsComeFrom()
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

QTEST_GUILESS_MAIN(TestCapabilities)
#include "tst_capabilities.moc"
