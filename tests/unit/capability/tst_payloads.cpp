// SPDX-License-Identifier: GPL-3.0-or-later
// Payload schemas of AsyncAPI documents: what they accept, references, recursion, traits.
#include "descriptions.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;
using capability::Capabilities;
using capability::Message;
using core::Json;

class TestPayloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void payloads_data();
    void payloads();
    void recursiveSchema();
    void payloadStandsAlone();
    void traits();
};

void TestPayloads::payloads_data()
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

void TestPayloads::payloads()
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

void TestPayloads::recursiveSchema()
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

void TestPayloads::payloadStandsAlone()
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

void TestPayloads::traits()
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

QTEST_GUILESS_MAIN(TestPayloads)
#include "tst_payloads.moc"
