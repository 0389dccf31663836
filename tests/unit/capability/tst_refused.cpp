// SPDX-License-Identifier: GPL-3.0-or-later
// AsyncAPI documents that are refused: why and where, and the limits.
#include "descriptions.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;
using capability::Capabilities;

class TestRefused : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void refuses_data();
    void refuses();
    void aRefusedDocumentAddsNothing();
    void limits();
};

void TestRefused::refuses_data()
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

void TestRefused::refuses()
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

void TestRefused::aRefusedDocumentAddsNothing()
{
    Capabilities capabilities;
    QVERIFY(capabilities.add(shopYaml));
    QVERIFY(!capabilities.add(document(R"({"good":{},"bad":{"payload":1}})")));
    QVERIFY(!capabilities.knows(u"c"));
    QCOMPARE(capabilities.capabilityKeys().size(), 3);
}

void TestRefused::limits()
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

QTEST_GUILESS_MAIN(TestRefused)
#include "tst_refused.moc"
