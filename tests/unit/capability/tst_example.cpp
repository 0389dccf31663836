// SPDX-License-Identifier: GPL-3.0-or-later
// Examples of message bodies: each one that is made conforms to its schema; where none can be made it says at which place, and why.
#include "capability/example.h"
#include "capability/patterntext.h"
#include "core/jsonreader.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using capability::exampleOf;
using capability::exampleText;
using core::Json;

namespace {

/// Of a text with ' for quotation marks.
Json read(QByteArray text)
{
    const auto json = core::readJson(text.replace('\'', '"'));
    if (!json)
        qFatal("%s: %s", text.constData(), qPrintable(json.error().message));
    return *json;
}

/// Chains of members that each hold the next kind, and itself.
QByteArray branchingSchema(int kinds)
{
    QByteArray definitions;
    for (int i = 0; i < kinds; ++i) {
        const QByteArray next = QByteArray::number((i + 1) % kinds);
        definitions += (i ? "," : "") + QByteArray("'k") + QByteArray::number(i) +
                       "':{'type':'object','required':['a','b'],'properties':" + "{'a':{'$ref':'#/definitions/k" + next +
                       "'},'b':{'$ref':'#/definitions/k" + next + "'}}}";
    }
    return "{'$ref':'#/definitions/k0','definitions':{" + definitions + "}}";
}

} // namespace

class TestExample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void made_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("example"); // empty: any that conforms
        const auto row = [](const char *name, const char *schema, const char *example = "") {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(example);
        };
        row("true", "true", "{}");
        row("nothing said", "{}", "{}");
        row("const", "{'const':{'a':[1,null]}}", "{'a':[1,null]}");
        row("enum", "{'enum':[3,'x']}", "3");
        row("enum with more", "{'enum':[3,'x'],'type':'string'}", "'x'");
        row("default", "{'type':'integer','default':7}", "7");
        row("a default that does not conform", "{'type':'integer','default':'7'}", "1");
        row("an example comes first", "{'type':'string','default':'a','examples':['b']}", "'b'");
        row("example of OpenAPI", "{'type':'string','example':'c'}", "'c'");
        row("boolean", "{'type':'boolean'}", "true");
        row("null", "{'type':'null'}", "null");
        row("null last", "{'type':['null','string']}", "'text'");
        row("string or number", "{'type':['string','number'],'pattern':'^[^a-z0]$','minLength':2}", "1");
        row("number", "{'type':'number'}", "1");
        row("minimum", "{'type':'integer','minimum':12}", "12");
        row("exclusive minimum", "{'type':'integer','exclusiveMinimum':12}", "13");
        row("maximum", "{'type':'integer','maximum':-12}", "-12");
        row("between 0 and 1", "{'type':'number','exclusiveMinimum':0,'exclusiveMaximum':1}", "0.5");
        row("multiple", "{'type':'number','minimum':10,'multipleOf':7}", "14");
        row("tenths", "{'type':'number','minimum':0.25,'multipleOf':0.1}", "0.3");
        row("two steps", "{'type':'integer','allOf':[{'multipleOf':4},{'multipleOf':6}]}", "12");
        row("large", "{'type':'integer','minimum':9007199254740991}", "9007199254740991");
        row("length", "{'type':'string','minLength':6,'maxLength':6}");
        row("short", "{'type':'string','maxLength':2}", "'te'");
        row("empty only", "{'type':'string','maxLength':0}", "''");
        row("pattern", "{'type':'string','pattern':'^[A-Z]-[0-9]+$'}", "'A-0'");
        row("pattern and length", "{'type':'string','pattern':'^[A-Z]+$','minLength':9,'maxLength':9}");
        row("part of a text", "{'type':'string','pattern':'x','minLength':4}");
        row("pattern with groups", "{'type':'string','pattern':'^(ab|cd){2}(?:-\\\\d{3})?\\\\.(txt|json)$'}");
        row("date-time", "{'type':'string','format':'date-time'}", "'2026-01-01T12:00:00Z'");
        row("date", "{'type':'string','format':'date'}", "'2026-01-01'");
        row("time", "{'type':'string','format':'time'}", "'12:00:00Z'");
        row("uuid", "{'type':'string','format':'uuid'}", "'00000000-0000-4000-8000-000000000001'");
        row("email", "{'type':'string','format':'email','maxLength':12}");
        row("members", "{'type':'object','properties':{'note':{'type':'string'},'count':{'type':'integer','minimum':2}}}",
            "{'note':'note','count':2}");
        row("needed beside properties", "{'required':['id'],'properties':{'a':{'type':'null'}}}", "{'a':null,'id':'id'}");
        row("needed by what others allow", "{'required':['id'],'additionalProperties':{'type':'integer'}}", "{'id':1}");
        row("no more than two", "{'properties':{'a':{},'b':{},'c':{}},'required':['c'],'maxProperties':2}", "{'a':'a','c':'c'}");
        row("names by number", "{'minProperties':2,'additionalProperties':{'type':'boolean'}}", "{'key1':true,'key2':true}");
        row("names by pattern", "{'minProperties':2,'patternProperties':{'^x[0-9]$':{'type':'integer'}},'additionalProperties':false}");
        row("names by rule", "{'minProperties':3,'propertyNames':{'pattern':'^[a-c]$'}}");
        row("dependencies", "{'properties':{'a':{},'b':{}},'required':['a'],'dependencies':{'a':['b','z']}}", "{'a':'a','b':'b','z':'z'}");
        row("not both", "{'properties':{'a':{},'b':{}},'not':{'required':['a','b']}}", "{'b':'b'}");
        row("an optional one that cannot be", "{'properties':{'a':{'type':'integer','minimum':2,'maximum':1},'b':{'type':'null'}}}",
            "{'b':null}");
        row("array", "{'type':'array','items':{'type':'integer'}}", "[1]");
        row("no items", "{'type':'array','maxItems':0}", "[]");
        row("three items", "{'type':'array','minItems':3,'items':{'type':'boolean'}}");
        row("items that differ", "{'type':'array','minItems':4,'uniqueItems':true,'items':{'type':'string'}}");
        row("numbers that differ", "{'type':'array','minItems':3,'uniqueItems':true,'items':{'type':'integer','minimum':5}}", "[5,6,7]");
        row("objects that differ",
            "{'type':'array','minItems':3,'uniqueItems':true,'items':{'type':'object','properties':{'id':{'type':'integer'}}}}");
        row("choices that differ", "{'type':'array','minItems':3,'uniqueItems':true,'items':{'enum':['a','b','c']}}", "['a','b','c']");
        row("tuple", "{'type':'array','items':[{'type':'integer'},{'type':'string'}],'additionalItems':false}", "[1,'text']");
        row("contains", "{'type':'array','items':{'type':'integer'},'contains':{'minimum':40}}", "[40]");
        row("anyOf", "{'anyOf':[{'type':'integer','minimum':3,'maximum':2},{'const':'second'}]}", "'second'");
        row("oneOf, one only", "{'oneOf':[{'type':'integer'},{'type':'integer','minimum':0}]}");
        row("allOf", "{'allOf':[{'properties':{'a':{'type':'integer','minimum':3}}},{'properties':{'a':{'maximum':3}},'required':['a']}]}",
            "{'a':3}");
        row("oneOf within allOf", "{'allOf':[{'oneOf':[{'required':['a']},{'required':['b']}]},{'properties':{'a':{},'b':{}}}]}");
        row("if then",
            "{'properties':{'kind':{'enum':['x','y']}},'required':['kind'],'if':{'properties':{'kind':{'const':'x'}}},'then':{'required':['"
            "more']}}",
            "{'kind':'x','more':'more'}");
        row("if else", "{'type':'integer','if':{'minimum':100},'then':{'multipleOf':1000},'else':{'minimum':50}}");
        row("by reference", "{'$ref':'#/definitions/a','definitions':{'a':{'$ref':'#/definitions/b'},'b':{'type':'null'}}}", "null");
        row("by a pointer anywhere", "{'properties':{'a':{'type':'integer'},'b':{'$ref':'#/properties/a'}}}", "{'a':1,'b':1}");
        row("a list that names itself", "{'properties':{'value':{'type':'integer'},'next':{'$ref':'#'}},'required':['value']}",
            "{'value':1}");
        row("a tree", "{'type':'object','properties':{'name':{'type':'string'},'children':{'type':'array','items':{'$ref':'#'}}}}");
        row("an expression",
            "{'$ref':'#/definitions/e','definitions':{'e':{'oneOf':[{'type':'object','required':['l','r'],'properties':{'l':{'$ref':'#/"
            "definitions/e'},'r':{'$ref':'#/definitions/e'}}},{'type':'number'}]}}}",
            "1");
        row("an expression in an object",
            "{'required':['e'],'properties':{'e':{'$ref':'#/definitions/"
            "e'}},'definitions':{'e':{'type':'object','required':['op'],'properties':{'op':{'oneOf':[{'$ref':'#/definitions/"
            "e'},{'type':'number'}]}}}}}",
            "{'e':{'op':1}}");
        row("$ref is data here", "{'properties':{'a':{'enum':[{'$ref':'#/x'}]}}}", "{'a':{'$ref':'#/x'}}");
        row("a member called enum", "{'properties':{'enum':{'$ref':'#/definitions/a'}},'definitions':{'a':{'const':5}}}", "{'enum':5}");
    }
    void made()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, example);
        const Json json = read(schema);
        const core::Result<Json> made = exampleOf(json);
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
        const auto compiled = core::JsonSchema::compile(json);
        QVERIFY(compiled.has_value());
        const QList<core::SchemaProblem> problems = compiled->validate(*made);
        QVERIFY2(problems.isEmpty(), qPrintable(QString::fromUtf8(made->toCompact())));
        if (!example.isEmpty())
            QCOMPARE(made->toCompact().replace('"', '\''), example);
        QCOMPARE(exampleOf(json)->toCompact(), made->toCompact()); // the same each time
    }

    void none_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QByteArray &schema, const QString &code, const QString &said) {
            QTest::newRow(name) << schema << code << said;
        };
        row("false", "false", u"example.none"_s, u"At the top: the schema allows nothing here."_s);
        row("bounds", "{'type':'object','properties':{'a':{'type':'integer','minimum':2,'maximum':1}},'required':['a']}", u"example.none"_s,
            u"At /a: no number fits its bounds."_s);
        row("two types", "{'allOf':[{'type':'string'},{'type':'integer'}]}", u"example.none"_s, u"two types at once"_s);
        row("not allowed but needed", "{'type':'object','required':['a'],'additionalProperties':false}", u"example.none"_s,
            u"At /a: the member is needed"_s);
        row("without an end", "{'type':'object','required':['a'],'properties':{'a':{'$ref':'#'}}}", u"example.none"_s,
            u"contains itself without an end"_s);
        row("a pattern that looks back", "{'type':'object','required':['k'],'properties':{'k':{'type':'string','pattern':'^(?=z)a'}}}",
            u"example.none"_s, u"At /k: "_s);
        row("const against the rest", "{'const':5,'maximum':4}", u"example.none"_s, u"at most 4"_s);
        row("too few choices", "{'type':'array','minItems':3,'uniqueItems':true,'items':{'enum':['a','b']}}", u"example.none"_s,
            u"At /2: no item can be made that differs"_s);
        row("too long", "{'type':'string','minLength':1000000}", u"example.none"_s, u"1000000"_s);
        row("no schema", "{'type':5}", u"schema.invalid"_s, u"not valid"_s);
        row("elsewhere", "{'$ref':'other.json'}", u"schema.remote_reference"_s, u"other.json"_s);
        row("branching without an end", branchingSchema(20), u"example.none"_s, u"nests too deeply"_s);
    }
    void none()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QString, code);
        QFETCH(QString, said);
        const core::Result<Json> made = exampleOf(read(schema));
        QVERIFY2(!made, made ? made->toCompact().constData() : "");
        QCOMPARE(made.error().code, code);
        QVERIFY2(made.error().message.contains(said), qPrintable(made.error().message));
    }

    void everyBundledMessage()
    {
        const capability::Capabilities known = capability::Capabilities::builtIn();
        int count = 0;
        for (const QString &key : known.capabilityKeys()) {
            for (const capability::Message *message : known.messages(key)) {
                ++count;
                const core::Result<QString> text = exampleText(*message);
                QVERIFY2(text.has_value(), qPrintable(key + u'/' + message->code));
                if (!message->isJson())
                    continue;
                const Json example = read(text->toUtf8());
                QVERIFY2(!message->schema || message->schema->validate(example).isEmpty(), qPrintable(*text));
                QVERIFY(message->examples.contains(example)); // the description's own
                const core::Result<Json> made = exampleOf(message->payload);
                QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
                QVERIFY2(message->schema->validate(*made).isEmpty(), made->toCompact().constData());
            }
        }
        QVERIFY(count >= 8);
    }

    void ofMessages()
    {
        capability::Message message;
        message.capability = u"shop"_s;
        message.code = u"order"_s;
        QCOMPARE(exampleText(message).error().code, u"example.unknown"_s);
        message.payload = read("{'properties':{'n':{'type':'integer'}},'required':['n']}");
        message.schema = *core::JsonSchema::compile(message.payload);
        QCOMPARE(*exampleText(message), u"{\n  \"n\": 1\n}"_s);
        message.examples = {read("{'n':'one'}"), read("{'n':12345678901234567890}")};
        QCOMPARE(*exampleText(message), u"{\n  \"n\": 12345678901234567890\n}"_s); // the first one that conforms, as it is written
        message.contentType = u"text/plain"_s;
        message.examples = {Json(u"Call \"them\"."_s)};
        QCOMPARE(*exampleText(message), u"Call \"them\"."_s);
        message.examples.clear();
        QCOMPARE(exampleText(message).error().code, u"example.unknown"_s);
    }

    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern :
             {"^abc$", "a|b", "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}$", "^\\+?\\d{6,14}$", "^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$", "^\\w+(\\.\\w+)*$",
              ".{3}", "^(?<year>\\d{4})-(0[1-9]|1[0-2])$", "^[\\u0430-\\u044f]+$", "^\\x41\\t$", "^[]$|x", "^[-a]$", "^a{0}b$",
              "^\\$\\{[a-z]+\\}$", "^(a(b(c)?)?)?$", "^#[0-9a-f]{6}$", "^[\\]\\\\]$", "^\\S+\\s\\D$"})
            QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }
    void patterns()
    {
        QFETCH(QString, pattern);
        const auto text = capability::textForPattern(pattern, {});
        QVERIFY(text.has_value() || pattern.contains(u"[]"_s));
        const core::Result<Json> made = exampleOf(Json::object({{u"type"_s, Json(u"string"_s)}, {u"pattern"_s, Json(pattern)}}));
        if (QRegularExpression(pattern).isValid() && !pattern.contains(u"\\u"_s)) {
            QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
            QVERIFY(QRegularExpression(pattern).match(made->toString()).hasMatch());
        }
    }

    void badPatterns()
    {
        for (const char *pattern : {"(", "a{", "a{2,1}", "*a", "[a", "(?", "a)", "\\", "a{9999}"})
            QVERIFY2(!capability::textForPattern(QString::fromLatin1(pattern), {}), pattern);
        QVERIFY(!capability::textForPattern(QString(2000, u'a'), {}));
        QVERIFY(!capability::textForPattern(QString(200, u'(') + QString(200, u')'), {}));
        QVERIFY(!capability::textForPattern(u"((a{1000}){1000}){1000}"_s, {})); // no text of a thousand million characters
    }

    void largeSchemasEnd()
    {
        QList<core::JsonMember> properties;
        for (int i = 0; i < 2000; ++i)
            properties.append({u"p%1"_s.arg(i), read("{'type':'object','properties':{'a':{'type':'string'},'b':{'enum':[1,2]}}}"), {}});
        const Json schema = Json::object({{u"properties"_s, Json::object(properties), {}}});
        const core::Result<Json> made = exampleOf(schema);
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->size(), 2000);
        // So many choices that one cannot try them all.
        QByteArray choices;
        for (int i = 0; i < 40; ++i)
            choices += (i ? "," : "") + QByteArray("{'anyOf':[{'not':{'required':['a") + QByteArray::number(i) + "']}},{'required':['b" +
                       QByteArray::number(i) + "']}]}";
        const core::Result<Json> hard =
            exampleOf(read("{'type':'object','allOf':[" + choices + "],'propertyNames':false,'minProperties':1}"));
        QVERIFY(!hard.has_value());
    }

    void isGivenUpWhenAsked()
    {
        const Json schema = read("{'type':'object','required':['n'],'properties':{'n':{'type':'integer'}}}");
        std::stop_source stop;
        QVERIFY(exampleOf(schema, stop.get_token()).has_value());
        stop.request_stop();
        QCOMPARE(exampleOf(schema, stop.get_token()).error().code, u"example.too_large"_s);
    }
};

QTEST_APPLESS_MAIN(TestExample)
#include "tst_example.moc"
