// SPDX-License-Identifier: GPL-3.0-or-later
// AsyncAPI 2.6 documents: what of channels, operations and messages is read, which messages are requests, what is refused and where.
#include "capability/capabilities.h"
#include "core/filestore.h"
#include "core/jsonreader.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using capability::Capabilities;
using capability::Message;

namespace {

const QString folder = QLatin1String(SIGNALBOX_SOURCE_DIR) + "/tests/data/capabilities/"_L1;

/// A document with one channel "c" and whatever else is given.
QByteArray document(const QByteArray &operations, const QByteArray &rest = {})
{
    return R"({"asyncapi":"2.6.0","channels":{"c":)" + operations + "}" + rest + "}";
}

/// A channel that subscribes to these messages.
QByteArray messages(const QByteArray &list, const QByteArray &rest = {})
{
    return document(R"({"subscribe":{"message":{"oneOf":[)" + list + "]}}}", rest);
}

QString codes(const Capabilities &capabilities, QStringView capability)
{
    QStringList found;
    for (const Message *message : capabilities.messages(capability))
        found.append(message->code + (message->request ? u"?"_s : QString()));
    return found.join(u' ');
}

bool accepts(const Message *message, const QByteArray &content)
{
    return message->schema->validate(*core::readJson(content)).isEmpty();
}

} // namespace

class TestAsyncApi2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void example_data();
    void example();
    void versions_data();
    void versions();
    void requests_data();
    void requests();
    void requestsByAnotherSuffix();
    void traitsOverrideTheMessage();
    void schemaFormats_data();
    void schemaFormats();
    void refuses_data();
    void refuses();
    void limits();
};

void TestAsyncApi2::example_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("YAML") << u"plugin_shop.asyncapi.yaml"_s;
    QTest::newRow("JSON") << u"plugin_shop.json"_s;
}

void TestAsyncApi2::example()
{
    QFETCH(QString, file);
    Capabilities capabilities;
    const core::Result<void> added = capabilities.addFile(folder + file);
    QVERIFY2(added, added ? "" : qPrintable(added.error().message + added.error().detail));
    QCOMPARE(capabilities.capabilityKeys().join(u' '), u"plugin_shop plugin_stock plugin_empty"_s);
    QCOMPARE(codes(capabilities, u"plugin_shop"), u"confirm_result order_changed confirm? ask_price? label"_s);
    QCOMPARE(codes(capabilities, u"plugin_stock"), u"stock_level"_s);
    QVERIFY(capabilities.knows(u"plugin_empty"));

    const Message *changed = capabilities.find(u"plugin_shop", u"order_changed");
    QCOMPARE(changed->title, u"Order changed"_s);
    QCOMPARE(changed->summary, u"Tells that an order is in another state."_s);
    QCOMPARE(changed->contentType, u"application/json"_s);
    QCOMPARE(changed->examples.size(), 1);
    QVERIFY(accepts(changed, changed->examples.first().toCompact()));
    QVERIFY(!accepts(changed, R"({"order":"1","state":"paid"})"));
    QCOMPARE(capabilities.find(u"plugin_shop", u"confirm")->title, u"From the trait"_s);
    const Message *price = capabilities.find(u"plugin_shop", u"ask_price");
    QVERIFY(accepts(price, R"({"article":"tea","parts":[{"article":"leaf"}]})"));
    QVERIFY(!accepts(price, R"({"article":"tea","parts":[{}]})"));
    const Message *label = capabilities.find(u"plugin_shop", u"label");
    QVERIFY(!label->isJson());
    QVERIFY(!label->schema); // its schema's format is of no matter then
    QVERIFY(accepts(capabilities.find(u"plugin_stock", u"stock_level"), R"({"article":{"article":"tea"}})"));
    QVERIFY(!accepts(capabilities.find(u"plugin_stock", u"stock_level"), R"({"article":1})"));
}

void TestAsyncApi2::versions_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isKnown");
    for (const char *version : {"2.6.0", "2.6.7", "3.0.0", "3.0.12"})
        QTest::newRow(version) << QString::fromLatin1(version) << true;
    for (const char *version : {"1.2.0", "2.0.0", "2.5.0", "2.6", "2.6.", "2.60.0", "2.6.0-rc1", "2.7.0", "3.1.0", "4.0.0", "x2.6.0"})
        QTest::newRow(version) << QString::fromLatin1(version) << false;
}

void TestAsyncApi2::versions()
{
    QFETCH(QString, version);
    QFETCH(bool, isKnown);
    Capabilities capabilities;
    const core::Result<void> added = capabilities.add("{\"asyncapi\":\"" + version.toUtf8() + "\",\"channels\":{\"c\":{}}}");
    QCOMPARE(added.has_value(), isKnown);
    QCOMPARE(capabilities.knows(u"c"), isKnown);
    if (!isKnown) {
        QCOMPARE(added.error().code, u"capability.version"_s);
        QCOMPARE(added.error().message, u"AsyncAPI %1 cannot be read, only 2.6 and 3.0."_s.arg(version));
        QCOMPARE(added.error().detail, u"/asyncapi, line 1, column 13"_s);
    }
}

void TestAsyncApi2::requests_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QByteArray &text, const char *found) {
        QTest::newRow(name) << text << QString::fromLatin1(found);
    };
    row("plain", messages(R"({"name":"a"},{"name":"b"})"), "a b");
    row("answer in the same operation", messages(R"({"name":"a"},{"name":"a_result"})"), "a? a_result");
    row("answer in the other operation", document(R"({"publish":{"message":{"name":"a"}},"subscribe":{"message":{"name":"a_result"}}})"),
        "a? a_result");
    row("answer of another channel",
        R"({"asyncapi":"2.6.0","channels":{"c":{"publish":{"message":{"name":"a"}}},"d":{"publish":{"message":{"name":"a_result"}}}}})",
        "a");
    row("x-reply", messages(R"({"name":"a","x-reply":{"name":"x"}},{"name":"b","x-reply":true},{"name":"c","x-reply":"c_done"})"),
        "a? b? c?");
    row("x-reply that is not set", messages(R"({"name":"a","x-reply":false},{"name":"b","x-reply":null})"), "a b");
    row("x-reply of a trait", messages(R"({"name":"a","traits":[{"x-reply":true}]})"), "a?");
    row("messageId", messages(R"({"messageId":"a"},{"messageId":"x","name":"b"},{"messageId":"a_result"})"), "a? b a_result");
    row("empty name", messages(R"({"messageId":"a","name":""})"), "a");
    row("name in the components", messages(R"({"$ref":"#/components/messages/a~1b%20c"})", R"(,"components":{"messages":{"a/b c":{}}})"),
        "a/b c");
    row("reference to a reference",
        messages(R"({"$ref":"#/components/messages/x"})",
                 R"(,"components":{"messages":{"x":{"$ref":"#/components/messages/a"},"a":null}})"),
        "a");
    row("whole message by reference",
        document(R"({"publish":{"message":{"$ref":"#/components/messages/m"}}})",
                 R"(,"components":{"messages":{"m":{"oneOf":[{"name":"a"},{"name":"b"}]}}})"),
        "a b");
    row("one message in both operations",
        document(R"({"publish":{"message":{"$ref":"#/components/messages/a"}},"subscribe":{"message":{"$ref":"#/components/messages/a"}}})",
                 R"(,"components":{"messages":{"a":{"x-reply":true}}})"),
        "a?");
    row("an operation without a message", document(R"({"publish":{},"subscribe":null})"), "");
    row("no choice", messages(""), "");
}

void TestAsyncApi2::requests()
{
    QFETCH(QByteArray, text);
    Capabilities capabilities;
    const core::Result<void> added = capabilities.add(text);
    QVERIFY2(added, added ? "" : qPrintable(added.error().message + added.error().detail));
    QTEST(codes(capabilities, u"c"), "found");
}

void TestAsyncApi2::requestsByAnotherSuffix()
{
    Capabilities capabilities(u"_answer"_s);
    QVERIFY(capabilities.add(messages(R"({"name":"a"},{"name":"a_answer"},{"name":"b"},{"name":"b_result"})")));
    QCOMPARE(codes(capabilities, u"c"), u"a? a_answer b b_result"_s);
}

void TestAsyncApi2::traitsOverrideTheMessage()
{
    // Merged into the message, in their order: the last one has the last word.
    Capabilities capabilities;
    QVERIFY(capabilities.add(messages(
        R"({"name":"a","title":"Own","summary":"Own","traits":[{"title":"First","contentType":"text/plain"},{"title":"Second"}]})")));
    const Message &message = *capabilities.find(u"c", u"a");
    QCOMPARE(message.title, u"Second"_s);
    QCOMPARE(message.summary, u"Own"_s);
    QCOMPARE(message.contentType, u"text/plain"_s);
}

void TestAsyncApi2::schemaFormats_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<bool>("isKnown");
    for (const char *format : {"application/vnd.aai.asyncapi;version=2.6.0", "application/vnd.aai.asyncapi+json;version=2.0.0",
                               "application/vnd.aai.asyncapi+yaml;version=2.6.0", "application/schema+json;version=draft-07",
                               "application/schema+yaml;version=draft-06", ""})
        QTest::newRow(format) << QByteArray(format) << true;
    for (const char *format : {"application/vnd.apache.avro;version=1.9.0", "application/vnd.oai.openapi;version=3.0.0",
                               "application/raml+yaml;version=1.0", "application/schema+json;version=draft-04"})
        QTest::newRow(format) << QByteArray(format) << false;
}

void TestAsyncApi2::schemaFormats()
{
    QFETCH(QByteArray, format);
    QFETCH(bool, isKnown);
    Capabilities capabilities;
    const core::Result<void> added =
        capabilities.add(messages(R"({"name":"a","schemaFormat":")" + format + R"(","payload":{"type":"integer"}})"));
    QCOMPARE(added.has_value(), isKnown);
    if (isKnown) {
        QVERIFY(accepts(capabilities.find(u"c", u"a"), "1"));
        QVERIFY(!accepts(capabilities.find(u"c", u"a"), "\"a\""));
    } else {
        QCOMPARE(added.error().code, u"capability.schema"_s);
        QVERIFY2(added.error().message.contains(QLatin1String(format)), qPrintable(added.error().message));
        QVERIFY2(added.error().detail.startsWith("/channels/c/subscribe/message/oneOf/0/schemaFormat"_L1),
                 qPrintable(added.error().detail));
    }
}

void TestAsyncApi2::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message"); ///< a part of it
    QTest::addColumn<QString>("place");   ///< start of the detail
    const auto row = [](const char *name, const QByteArray &text, const char *code, const char *message, const char *place) {
        QTest::newRow(name) << text << QString::fromLatin1(code) << QString::fromLatin1(message) << QString::fromLatin1(place);
    };
    const char *reference = "capability.reference";
    const char *schema = "capability.schema";
    row("channels is a list", "asyncapi: 2.6.0\nchannels: []\n", schema, "\"channels\" must be an object.", "/channels, line 2, column 11");
    row("channel is text", document("1"), schema, "\"c\" must be an object.", "/channels/c,");
    row("publish is a list", document("{\"publish\":[]}"), schema, "\"publish\" must be an object.", "/channels/c/publish,");
    row("message is a list", document("{\"publish\":{\"message\":[]}}"), schema, "\"message\" must be an object.",
        "/channels/c/publish/message,");
    row("oneOf is an object", document("{\"publish\":{\"message\":{\"oneOf\":{}}}}"), schema, "\"oneOf\" must be a list.",
        "/channels/c/publish/message/oneOf,");
    row("a choice is text", messages("\"a\""), schema, "A message must be an object.", "/channels/c/subscribe/message/oneOf/0,");
    row("no name", messages("{\"title\":\"A\"}"), schema, "The message has neither \"name\" nor \"messageId\"",
        "/channels/c/subscribe/message/oneOf/0,");
    row("no name, in another channel",
        messages("{\"$ref\":\"#/channels/c/subscribe/x-message\"}").replace("\"message\"", "\"x-message\":{},\"message\""), schema,
        "The message has neither \"name\" nor \"messageId\"", "/channels/c/subscribe/x-message,");
    row("name is a number", messages("{\"name\":1}"), schema, "\"name\" must be text.", "/channels/c/subscribe/message/oneOf/0/name,");
    row("messageId is a number", messages("{\"messageId\":1}"), schema, "\"messageId\" must be text.",
        "/channels/c/subscribe/message/oneOf/0/messageId,");
    row("schema format is a number", messages("{\"name\":\"a\",\"schemaFormat\":1}"), schema, "\"schemaFormat\" must be text.",
        "/channels/c/subscribe/message/oneOf/0/schemaFormat,");
    row("default content type", document("{}", ",\"defaultContentType\":1"), schema, "\"defaultContentType\" must be text.",
        "/defaultContentType,");
    row("payload is a number", messages("{\"name\":\"a\",\"payload\":1}"), schema, "A schema must be an object, true or false.",
        "/channels/c/subscribe/message/oneOf/0/payload,");
    row("broken schema", messages("{\"name\":\"a\",\"payload\":{\"type\":7}}"), schema, "The payload's schema cannot be used",
        "/channels/c/subscribe/message/oneOf/0/payload,");
    row("message that is not there", messages("{\"$ref\":\"#/components/messages/x\"}"), reference, "names something that is not there",
        "/channels/c/subscribe/message/oneOf/0/$ref,");
    row("operation that is not there", document("{\"publish\":{\"$ref\":\"#/components/x\"}}"), reference,
        "names something that is not there", "/channels/c/publish/$ref,");
    row("trait that is not there", messages("{\"name\":\"a\",\"traits\":[{\"$ref\":\"#/x\"}]}"), reference,
        "names something that is not there", "/channels/c/subscribe/message/oneOf/0/traits/0/$ref,");
    row("schema that is not there", messages("{\"name\":\"a\",\"payload\":{\"$ref\":\"#/components/schemas/x\"}}"), reference,
        "names something that is not there", "/channels/c/subscribe/message/oneOf/0/payload/$ref,");
    row("remote", messages("{\"$ref\":\"https://example.org/a.yaml\"}"), reference, "leads out of the document",
        "/channels/c/subscribe/message/oneOf/0/$ref,");
    row("circle of messages",
        messages("{\"$ref\":\"#/components/messages/a\"}", ",\"components\":{\"messages\":{\"a\":{\"$ref\":\"#/components/messages/b\"},"
                                                           "\"b\":{\"$ref\":\"#/components/messages/a\"}}}"),
        reference, "leads in a circle", "/components/messages/");
    row("circle of channels", "asyncapi: 2.6.0\nchannels: {c: {$ref: '#/channels/c'}}\n", reference, "leads in a circle",
        "/channels/c/$ref, line 2, column 22");
    row("circle of schemas",
        messages("{\"name\":\"a\",\"payload\":{\"$ref\":\"#/components/schemas/a\"}}",
                 ",\"components\":{\"schemas\":{\"a\":{\"allOf\":[{\"$ref\":\"#/components/schemas/b\"}]},"
                 "\"b\":{\"anyOf\":[{\"$ref\":\"#/components/schemas/a\"}]}}}"),
        reference, "is defined by itself", "/components/schemas/a,");
}

void TestAsyncApi2::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    QFETCH(QString, place);
    Capabilities capabilities;
    const core::Result<void> added = capabilities.add(text);
    QVERIFY(!added);
    QTEST(added.error().code, "code");
    QVERIFY2(added.error().message.contains(message), qPrintable(added.error().message));
    QVERIFY2(added.error().detail.startsWith(place), qPrintable(added.error().detail));
    QVERIFY2(QRegularExpression(u"line [0-9]+, column [0-9]+$"_s).match(added.error().detail).hasMatch(), qPrintable(added.error().detail));
    QVERIFY(capabilities.capabilityKeys().isEmpty());
}

void TestAsyncApi2::limits()
{
    QByteArray many = "{\"name\":\"m0\"}";
    for (int i = 1; i < 10'001; ++i)
        many += ",{\"name\":\"m" + QByteArray::number(i) + "\"}";
    Capabilities capabilities;
    const core::Result<void> tooMany = capabilities.add(messages(many));
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().code, u"capability.schema"_s);
    QCOMPARE(tooMany.error().message, u"There are more than 10000 messages."_s);

    // Each of 300 payloads would bring all 1000 schemas along.
    QByteArray wide = "\"p0\":{}";
    for (int i = 1; i < 1000; ++i)
        wide += ",\"p" + QByteArray::number(i) + "\":{}";
    QByteArray list = "{\"name\":\"m\"}";
    for (int i = 1; i < 300; ++i)
        list += ",{\"name\":\"m" + QByteArray::number(i) + R"(","payload":{"items":{"$ref":"#/components/schemas/all"}}})";
    const core::Result<void> tooWide =
        capabilities.add(messages(list, ",\"components\":{\"schemas\":{\"all\":{\"properties\":{" + wide + "}}}}"));
    QVERIFY(!tooWide);
    QCOMPARE(tooWide.error().message, u"The schemas of the document are too large."_s);
    QVERIFY(capabilities.capabilityKeys().isEmpty());
}

QTEST_GUILESS_MAIN(TestAsyncApi2)
#include "tst_asyncapi2.moc"
