// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonreader.h"
#include "core/jsonschema.h"

// moc 6.4 reads raw strings as plain ones: those with a # or with brackets it would miscount are written with escapes.
#include <QTest>

using namespace signalbox::core;
using namespace Qt::StringLiterals;

namespace {

Json json(const QByteArray &text)
{
    const auto read = readJson(text);
    return read ? *read : Json(u"NOT JSON: "_s + QString::fromUtf8(text));
}

JsonSchema schema(const QByteArray &text)
{
    auto compiled = JsonSchema::compile(json(text));
    if (!compiled)
        qFatal("%s: %s", qPrintable(compiled.error().message), qPrintable(compiled.error().detail));
    return *compiled;
}

/// Definitions of which each refers to the next, for its items.
QByteArray chain(int length)
{
    QByteArray text("{\"$ref\":\"#/d0\"");
    for (int i = 0; i < length; ++i)
        text += ",\"d" + QByteArray::number(i) + "\":{\"items\":{\"$ref\":\"#/d" + QByteArray::number(i + 1) + "\"}}";
    return text + ",\"d" + QByteArray::number(length) + "\":{}}";
}

/// Arrays of arrays, said so deep within schemas that all look at the same value.
QByteArray nestedAllOf(int depth)
{
    return QByteArray(R"({"allOf":[)").repeated(depth) + "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}" +
           QByteArray("]}").repeated(depth);
}

/// "pointer: message" for each problem.
QStringList problems(const QByteArray &schemaText, const QByteArray &valueText)
{
    QStringList lines;
    for (const SchemaProblem &problem : schema(schemaText).validate(json(valueText)))
        lines.append(problem.pointer + u": "_s + problem.message);
    return lines;
}

} // namespace

class JsonSchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void conforms_data()
    {
        QTest::addColumn<QByteArray>("schemaText");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const char *schemaText, const char *value) {
            QTest::newRow(name) << QByteArray(schemaText) << QByteArray(value);
        };
        row("anything", "{}", "[1]");
        row("true", "true", "null");
        row("integer", R"({"type":"integer"})", "5");
        row("integer as 3.0", R"({"type":"integer"})", "3.0");
        row("integer as 3e2", R"({"type":"integer"})", "3e2");
        row("millisecond timestamp", R"({"type":"integer"})", "1700000000000");
        row("beyond 64 bits", R"({"type":"integer"})", "12345678901234567890123");
        row("far below", R"({"type":"integer","maximum":0})", "-1e30");
        row("integer is a number", R"({"type":"number"})", "5");
        row("two types", R"({"type":["string","null"]})", "null");
        row("enum with 1.0", R"({"enum":[1.0,"a"]})", "1");
        row("const", R"({"const":{"a":[1,2]}})", R"({"a":[1,2]})");
        row("range", R"({"minimum":1,"exclusiveMaximum":3})", "2.5");
        row("multiple", R"({"multipleOf":0.1})", "0.3");
        row("multiple of the least number", R"({"multipleOf":1})", "-9223372036854775808");
        row("length counts characters", R"({"maxLength":2,"minLength":2})", "\"\xf0\x9f\x98\x80\xc3\xa4\"");
        row("pattern finds", R"({"pattern":"b+"})", R"("abbc")");
        row("pattern of other types", R"({"pattern":"b+"})", "5");
        row("format", R"({"format":"date-time"})", R"("2024-02-29T12:00:00.5+03:00")");
        row("format of other types", R"({"format":"date-time"})", "5");
        row("unknown format", R"({"format":"emoji"})", R"("x")");
        row("date", R"({"format":"date"})", R"("2024-02-29")");
        row("time", R"({"format":"time"})", R"("12:00:00Z")");
        row("items", R"({"items":[{"type":"string"}],"additionalItems":{"type":"integer"}})", R"(["a",1,2])");
        row("contains", R"({"contains":{"type":"integer"}})", R"(["a",1])");
        row("unique", R"({"uniqueItems":true})", R"([1,"1",[1],[1,1],{"a":1},{"a":"1"},null,true,1.5])");
        row("not unique but free", R"({"uniqueItems":false})", "[1,1]");
        row("properties", R"({"properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false})", R"({"a":"x"})");
        row("pattern properties", R"({"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":false})", R"({"x-a":"1"})");
        row("dependencies", R"({"dependencies":{"a":["b"],"c":{"required":["d"]}}})", R"({"a":1,"b":2})");
        row("property names", R"({"propertyNames":{"maxLength":2}})", R"({"ab":1})");
        row("if then", R"({"if":{"type":"string"},"then":{"minLength":1},"else":{"minimum":3}})", "3");
        row("combined",
            R"({"allOf":[{"minimum":1}],"anyOf":[{"maximum":0},{"maximum":5}],"oneOf":[{"const":2},{"const":3}],"not":{"const":4}})", "2");
        row("reference", "{\"definitions\":{\"p\":{\"type\":\"string\"}},\"properties\":{\"a\":{\"$ref\":\"#/definitions/p\"}}}",
            R"({"a":"x"})");
        row("reference anywhere",
            "{\"components\":{\"schemas\":{\"a/b %\":{\"type\":\"string\"}}},\"$ref\":\"#/components/schemas/a~1b%20%25\"}", R"("x")");
        row("reference to itself", "{\"properties\":{\"next\":{\"$ref\":\"#\"}},\"type\":\"object\"}", R"({"next":{"next":{"next":{}}}})");
        row("references in a chain", "{\"$ref\":\"#/a\",\"a\":{\"$ref\":\"#/b\"},\"b\":{\"$ref\":\"#/c\"},\"c\":{\"type\":\"null\"}}",
            "null");
        row("keys that look like keywords", R"({"properties":{"$ref":{"type":"string"},"pattern":{"type":"integer"}}})",
            "{\"$ref\":\"http://x\",\"pattern\":5}");
        row("data that looks like a reference", "{\"enum\":[{\"$ref\":\"http://x\"}],\"default\":{\"$ref\":\"file:///x\"}}",
            "{\"$ref\":\"http://x\"}");
        row("identifiers are not followed",
            "{\"$id\":\"http://example.com/x\",\"id\":\"y\",\"properties\":{\"a\":{\"$ref\":\"#/definitions/"
            "a\"}},\"definitions\":{\"a\":{}}}",
            R"({"a":1})");
    }

    void conforms()
    {
        QFETCH(QByteArray, schemaText);
        QFETCH(QByteArray, value);
        QCOMPARE(problems(schemaText, value), QStringList());
    }

    void offends_data()
    {
        QTest::addColumn<QByteArray>("schemaText");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *schemaText, const char *value, std::initializer_list<const char *> lines) {
            QStringList expected;
            for (const char *line : lines)
                expected.append(QString::fromUtf8(line));
            QTest::newRow(name) << QByteArray(schemaText) << QByteArray(value) << expected;
        };
        row("false", "false", "1", {": No value is allowed here."});
        row("type", R"({"type":"integer"})", "3.5", {": The value has the wrong type."});
        row("true is no integer", R"({"type":"integer"})", "true", {": The value has the wrong type."});
        row("enum", R"({"enum":["a","b"]})", R"("c")", {": The value is none of the allowed ones."});
        row("const", R"({"const":1})", "2", {": The value is not the one that is demanded."});
        row("maximum", R"({"maximum":3600})", "3601", {": The number must be at most 3600."});
        row("exclusive maximum", R"({"exclusiveMaximum":0.5})", "0.5", {": The number must be less than 0.5."});
        row("minimum", R"({"minimum":1})", "0", {": The number must be at least 1."});
        row("minimum of a large one", R"({"maximum":10})", "12345678901234567890123", {": The number must be at most 10."});
        row("exclusive minimum", R"({"exclusiveMinimum":0})", "0", {": The number must be greater than 0."});
        row("multiple", R"({"multipleOf":2})", "3", {": The number must be a multiple of 2."});
        row("multiple of a fraction", R"({"multipleOf":1})", "7.5", {": The number must be a multiple of 1."});
        row("longest", R"({"maxLength":2})", R"("abc")", {": The number of characters must be at most 2."});
        row("shortest", R"({"minLength":2})", R"("a")", {": The number of characters must be at least 2."});
        row("pattern", R"({"pattern":"^a+$"})", R"("b")", {": The text does not match the pattern ^a+$."});
        row("date-time without offset", R"({"format":"date-time"})", R"("2024-02-29T12:00:00")", {": The text is not a valid date-time."});
        row("date-time with space", R"({"format":"date-time"})", R"("2024-02-29 12:00:00Z")", {": The text is not a valid date-time."});
        row("date", R"({"format":"date"})", R"("2023-02-29")", {": The text is not a valid date."});
        row("time", R"({"format":"time"})", R"("25:00:00Z")", {": The text is not a valid time."});
        row("items", R"({"items":{"type":"string"}})", R"(["a",1,"b",2])",
            {"/1: The value has the wrong type.", "/3: The value has the wrong type."});
        row("too many", R"({"maxItems":1})", "[1,2]", {": The number of items must be at most 1."});
        row("too few", R"({"minItems":3})", "[1,2]", {": The number of items must be at least 3."});
        row("contains", R"({"contains":{"type":"integer"}})", R"(["a"])", {": No item is of the demanded kind."});
        row("unique", R"({"uniqueItems":true})", R"([{"a":1,"b":2.0},{"b":2,"a":1}])", {": An item stands here twice."});
        row("missing", R"({"required":["a","b"]})", R"({"a":1})", {": \"b\" is missing."});
        row("not allowed", R"({"properties":{"a":{}},"additionalProperties":false})", R"({"a":1,"b":2})", {": \"b\" is not allowed here."});
        row("never allowed", R"({"properties":{"a":false}})", R"({"a":1})", {": \"a\" is not as demanded."});
        row("too few members", R"({"minProperties":1})", "{}", {": The number of members must be at least 1."});
        row("too many members", R"({"maxProperties":1})", R"({"a":1,"b":2})", {": The number of members must be at most 1."});
        row("dependency", R"({"dependencies":{"a":["b"]}})", R"({"a":1})", {": \"b\" is missing."});
        row("not", R"({"not":{"type":"string"}})", R"("x")", {": A value of this kind is not allowed here."});
        row("several alternatives", R"({"oneOf":[{"minimum":1},{"minimum":2}]})", "3",
            {": The value fits several alternatives of which it must fit one."});
        row("deepest first, no cascade",
            R"({"properties":{"a":{"items":{"properties":{"b/c":{"type":"string"}},"required":["d"]}}},"required":["x"]})",
            R"({"a":[{"b/c":1}]})", {"/a/0/b~1c: The value has the wrong type.", "/a/0: \"d\" is missing.", ": \"x\" is missing."});
        row("alternatives", R"({"properties":{"a":{"anyOf":[{"type":"string"},{"type":"null"}]}}})", R"({"a":1})",
            {"/a: The value has the wrong type."});
        row("through references", "{\"properties\":{\"next\":{\"$ref\":\"#\"},\"v\":{\"type\":\"integer\"}}}",
            R"({"next":{"next":{"v":"x"}}})", {"/next/next/v: The value has the wrong type."});
    }

    void offends()
    {
        QFETCH(QByteArray, schemaText);
        QFETCH(QByteArray, value);
        QFETCH(QStringList, expected);
        QCOMPARE(problems(schemaText, value), expected);
    }

    void refusesSchemas_data()
    {
        QTest::addColumn<QByteArray>("schemaText");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *schemaText, const char *code = "schema.invalid") {
            QTest::newRow(name) << QByteArray(schemaText) << QString::fromLatin1(code);
        };
        row("number", "5");
        row("array", "[]");
        row("unknown type", R"({"type":"text"})");
        row("type as number", R"({"type":5})");
        row("enum as text", R"({"enum":"a"})");
        row("bad pattern", "{\"pattern\":\"(\"}");
        row("bad pattern property", "{\"patternProperties\":{\"(\":{}}}");
        row("multiple of zero", R"({"multipleOf":0})");
        row("multiple of a text", R"({"multipleOf":"2"})");
        row("format as number", R"({"format":1})");
        row("uniqueItems as text", R"({"uniqueItems":"yes"})");
        row("minimum as text", R"({"minimum":"1"})");
        row("negative length", R"({"minLength":-1})");
        row("required as text", R"({"required":"a"})");
        row("properties as array", R"({"properties":[]})");
        row("property as number", R"({"properties":{"a":1}})");
        row("allOf as object", R"({"allOf":{}})");
        row("allOf empty", R"({"allOf":[]})");
        row("dependencies as array", R"({"dependencies":[]})");
        row("reference as number", R"({"$ref":1})");
        row("dangling reference", "{\"$ref\":\"#/definitions/x\"}");
        row("anchor", "{\"$ref\":\"#name\"}");
        row("circle", "{\"$ref\":\"#\"}");
        row("circle of two", "{\"$ref\":\"#/a\",\"a\":{\"$ref\":\"#/b\"},\"b\":{\"$ref\":\"#/a\"}}");
        row("circle through allOf", "{\"allOf\":[{\"$ref\":\"#\"}]}");
        row("circle through not", "{\"properties\":{\"a\":{\"$ref\":\"#/d\"}},\"d\":{\"not\":{\"$ref\":\"#/d\"}}}");
        row("circle through if", "{\"if\":{\"$ref\":\"#\"},\"then\":{}}");
        row("circle through dependencies", "{\"dependencies\":{\"a\":{\"$ref\":\"#\"}}}");
        row("remote", "{\"$ref\":\"http://example.com/schema\"}", "schema.remote_reference");
        row("remote with fragment", "{\"items\":{\"$ref\":\"https://example.com/schema#/definitions/a\"}}", "schema.remote_reference");
        row("file", R"({"properties":{"a":{"$ref":"other.json"}}})", "schema.remote_reference");
    }

    void refusesSchemas()
    {
        QFETCH(QByteArray, schemaText);
        QFETCH(QString, code);
        const auto compiled = JsonSchema::compile(json(schemaText));
        QVERIFY(!compiled);
        QCOMPARE(compiled.error().code, code);
        QVERIFY(!compiled.error().message.isEmpty());
    }

    void boundsItsWork()
    {
        // Each definition applies the next one twice: 2^30 checks of one value.
        QByteArray doubling("{\"$ref\":\"#/d0\"");
        for (int i = 0; i < 20; ++i) {
            const QByteArray next = QByteArray::number(i + 1);
            doubling += ",\"d" + QByteArray::number(i) + "\":{\"allOf\":[{\"$ref\":\"#/d" + next + R"("},{"$ref":"#/d)" + next + "\"}]}";
        }
        doubling += ",\"d20\":{}}";
        QCOMPARE(JsonSchema::compile(json(doubling)).error().code, u"schema.invalid"_s);

        QCOMPARE(JsonSchema::compile(json(chain(160))).error().code, u"schema.invalid"_s);
        QCOMPARE(JsonSchema::compile(json(nestedAllOf(14))).error().code, u"schema.invalid"_s);

        Json deep = Json::object();
        for (int i = 0; i < 101; ++i)
            deep = Json::object({{u"items"_s, deep, {}}});
        QCOMPARE(JsonSchema::compile(deep).error().code, u"schema.invalid"_s);
    }

    void reachesTheLimitsSafely()
    {
        const JsonSchema compiled = schema(chain(149));
        QVERIFY(compiled.validate(json(QByteArray(100, '[') + QByteArray(100, ']'))).isEmpty());
        const JsonSchema recursive = schema(nestedAllOf(11));
        QVERIFY(recursive.validate(json(QByteArray(100, '[') + QByteArray(100, ']'))).isEmpty());
        QCOMPARE(recursive.validate(json(QByteArray(99, '[') + '1' + QByteArray(99, ']'))).first().pointer, u"/0"_s.repeated(99));
        // Long texts are no trouble for patterns and formats, nor many equal items.
        QVERIFY(schema(R"({"pattern":"^(a|b)*$"})").validate(Json(QString(1'000'000, u'a'))).size() <= 1);
        QCOMPARE(schema(R"({"format":"date"})").validate(Json(QString(1'000'000, u'1'))).size(), 1);
        QCOMPARE(schema(R"({"uniqueItems":true})").validate(Json::array(QList<Json>(50'000, Json(1)))).size(), 1);
    }

    void reportsAtMostFifty()
    {
        QCOMPARE(schema(R"({"items":{"type":"string"}})").validate(Json::array(QList<Json>(1000, Json(1)))).size(), 50);
    }

    void refusesValuesThatItCannotCheck()
    {
        Json deep = Json::array();
        for (int i = 0; i < 101; ++i)
            deep = Json::array({deep});
        QCOMPARE(schema("{}").validate(deep).size(), 1);
        const Json key = Json::object({{QString(1001, u'k'), Json(1), {}}});
        QVERIFY(schema("{}").validate(key).isEmpty());
        QCOMPARE(schema(R"({"patternProperties":{"a":{}}})").validate(key).size(), 1);
    }
};

QTEST_GUILESS_MAIN(JsonSchemaTest)
#include "tst_jsonschema.moc"
