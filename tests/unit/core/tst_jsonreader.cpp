// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonreader.h"

#include <QTest>

using namespace signalbox::core;
using namespace Qt::StringLiterals;

namespace {

QString summary(const Diagnostic &problem)
{
    return u"%1 %2:%3 %4"_s.arg(problem.code).arg(problem.line).arg(problem.column).arg(problem.pointer).trimmed();
}

} // namespace

class JsonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        const auto same = [](const char *name, const char *text) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(text);
        };
        same("null", "null");
        same("true", "true");
        same("false", "false");
        same("string", R"("x")");
        same("empty string", R"("")");
        same("zero", "0");
        same("negative zero", "-0");
        same("number", "-12.50e+7");
        same("big integer", "12345678901234567890123456789012345678901234567890");
        same("long fraction", "0.1000000000000000055511151231257827021181583404541015625");
        same("empty object", "{}");
        same("empty array", "[]");
        same("order kept", R"({"z":1,"a":{"z":[],"a":null}})");
        same("same key at two levels", R"({"a":{"a":{"a":1}},"b":{"a":2}})");
        same("empty key", R"({"":1})");
        same("delete", "\"\x7f\"");
        same("largest character", "\"\xf4\x8f\xbf\xbf\"");
        same("Hangul, whose bytes look like surrogates'", "\"\xed\x9f\xbb\"");
        QTest::newRow("space") << " \t\r\n[ 1 , 2 ]\n "_ba
                               << "[1,2]"_ba;
        QTest::newRow("byte order mark") << "\xef\xbb\xbf{}"_ba
                                         << "{}"_ba;
        QTest::newRow("escapes") << "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e4\""_ba
                                 << QStringLiteral("\"\\\"\\\\/\\b\\f\\n\\r\\tAä\"").toUtf8();
        QTest::newRow("escaped NUL") << "[\"a\\u0000b\"]"_ba
                                     << "[\"a\\u0000b\"]"_ba;
        QTest::newRow("surrogate pair") << "\"\\ud83d\\ude00\\uD83D\\uDE00\""_ba << QStringLiteral("\"\U0001F600\U0001F600\"").toUtf8();
        QTest::newRow("escaped key") << "{\"\\u0061\":1}"_ba
                                     << R"({"a":1})"_ba;
    }

    void accepts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        const auto json = readJson(text);
        QVERIFY2(json.has_value(), json ? "" : qPrintable(json.error().message));
        QCOMPARE(json->toCompact(), written);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, QByteArray text, const char *expected) {
            QTest::newRow(name) << text << QString::fromLatin1(expected);
        };
        row("empty", "", "json.empty 1:1");
        row("only space", " \n ", "json.empty 2:2");
        row("only a byte order mark", "\xef\xbb\xbf", "json.empty 1:1");
        row("word", "nul", "json.syntax 1:4");
        row("wrong word", "nulL", "json.syntax 1:4");
        row("capital", "True", "json.syntax 1:1");
        row("not a number", "NaN", "json.syntax 1:1");
        row("infinity", "[Infinity]", "json.syntax 1:2 /0");
        row("single quotes", "{'a':1}", "json.syntax 1:2");
        row("comment", "[1] // x", "json.syntax 1:5");
        row("second value", "{}\n{}", "json.syntax 2:1");
        row("closing bracket first", "]", "json.syntax 1:1");
        row("comma first", ",", "json.syntax 1:1");
        row("wrong closing bracket", "[1}", "json.syntax 1:3 /1");
        row("trailing comma in an array", "[1,]", "json.syntax 1:4 /1");
        row("trailing comma in an object", R"({"a":1,})", "json.syntax 1:8");
        row("missing comma", "[1 2]", "json.syntax 1:4 /1");
        row("missing comma in an object", R"({"a":1 "b":2})", "json.syntax 1:8");
        row("missing colon", R"({"a" 1})", "json.syntax 1:6 /a");
        row("missing value", R"({"a":})", "json.syntax 1:6 /a");
        row("number as key", "{1:2}", "json.syntax 1:2");
        row("leading zero", "[01]", "json.syntax 1:3 /1");
        row("leading zero, negative", "-01", "json.syntax 1:3");
        row("plus", "[+1]", "json.syntax 1:2 /0");
        row("leading point", "[.5]", "json.syntax 1:2 /0");
        row("trailing point", "[5.]", "json.syntax 1:4 /0");
        row("minus alone", "[-]", "json.syntax 1:3 /0");
        row("no exponent", "[1e]", "json.syntax 1:4 /0");
        row("hexadecimal", "[0x10]", "json.syntax 1:3 /1");
        row("unknown escape", "[\"a\\x\"]", "json.syntax 1:4 /0");
        row("short \\u", "[\"\\u12\"]", "json.syntax 1:3 /0");
        row("raw tab", "[\"a\tb\"]", "json.syntax 1:4 /0");
        row("raw line feed", "[\"a\nb\"]", "json.syntax 1:4 /0");
        row("raw NUL", QByteArray("[\"a\0b\"]", 7), "json.syntax 1:4 /0");
        row("NUL behind the value", QByteArray("[]\0x", 4), "json.syntax 1:3");
        row("NUL in front", QByteArray("\0[]", 3), "json.syntax 1:1");
        row("truncated object", "{", "json.syntax 1:2");
        row("truncated behind a key", R"({"a")", "json.syntax 1:5 /a");
        row("truncated behind a colon", R"({"a":)", "json.syntax 1:6 /a");
        row("truncated behind a value", R"({"a":1)", "json.syntax 1:7");
        row("truncated array", "[1,", "json.syntax 1:4 /1");
        row("truncated string", "[\"abc", "json.syntax 1:6 /0");
        row("truncated escape", "[\"abc\\", "json.syntax 1:6 /0");
        row("duplicate key", "{\"a\":1,\n \"b\":2, \"a\":3}", "json.duplicate_key 2:9 /a");
        row("duplicate key, escaped", "{\"x\":{\"a\":1,\"\\u0061\":2}}", "json.duplicate_key 1:13 /x/a");
        row("duplicate empty key", R"([{"":1,"":2}])", "json.duplicate_key 1:8 /0/");
        row("duplicate key with a slash", R"({"a/b":[0,{"c":1,"c":2}]})", "json.duplicate_key 1:18 /a~1b/1/c");
        row("lone high surrogate", "[\"\\ud800\"]", "json.encoding 1:3 /0");
        row("lone high surrogate and text", "[\"\\ud800abc\"]", "json.encoding 1:3 /0");
        row("high surrogate and other escape", "[\"x\\ud800\\u0041\"]", "json.encoding 1:4 /0");
        row("lone low surrogate", "[\"ab\\udc00\"]", "json.encoding 1:5 /0");
        row("lone low surrogate behind a pair", "[\"\\ud83d\\ude00\\ude00\"]", "json.encoding 1:15 /0");
        row("lone low surrogate behind escapes", "[\"\\\\\\n\\udfff\"]", "json.encoding 1:7 /0");
        row("lone low surrogate in a key", "{\"\\udc00\":1}", "json.encoding 1:3");
        row("invalid byte", "[\"a\xff\"]", "json.encoding 1:4 /0");
        row("overlong", "[\"\xc0\xaf\"]", "json.encoding 1:3 /0");
        row("surrogate in UTF-8", "[\"\xed\xa0\x80\"]", "json.encoding 1:3 /0");
        row("beyond Unicode", "[\"\xf4\x90\x80\x80\"]", "json.encoding 1:3 /0");
        row("cut character", "[\"\xe2\x82\"]", "json.encoding 1:3 /0");
        row("Latin-1", "[\"\xe4\"]", "json.encoding 1:3 /0");
        row("UTF-16", QByteArray("\xff\xfe[\0]\0", 6), "json.syntax 1:1");
        row("number beyond a double", "[1e400]", "json.too_large 1:2 /0");
        row("columns count characters", "[\"\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\", x]", "json.syntax 1:9 /1");
        row("columns behind a byte order mark", "\xef\xbb\xbf[x]", "json.syntax 1:2 /0");
        row("lines by CR LF", "[\r\n\r\n x]", "json.syntax 3:2 /0");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const auto json = readJson(text);
        QVERIFY(!json);
        QCOMPARE(summary(json.error()), expected);
        QVERIFY(!json.error().message.isEmpty());
        QCOMPARE(json.error().severity, Severity::Error);
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(readJson("[01]").error().message, u"A number must not begin with a zero."_s);
        QCOMPARE(readJson("{\"a\":1,\"a\":2}").error().message, u"The key \"a\" stands here a second time."_s);
        QCOMPARE(readJson("[1").error().message, u"The text ends before the value is complete."_s);
        QCOMPARE(readJson("[1] 2").error().message, u"There is more text behind the value; remove it."_s);
        QCOMPARE(readJson("[\"\t\"]").error().message,
                 u"A control character in a string must be written as an escape, such as \\n or \\u0000."_s);
        const QByteArray longKey(1000, 'k');
        const auto lengthy = readJson("{\"" + longKey + "\":1,\"" + longKey + "\":2}");
        QVERIFY(lengthy.error().message.size() < 120);
    }

    void knowsPlaces()
    {
        const auto json = readJson("{\n  \"ä\": [1,\n    {\"b\" : \"x,y]\"}, true],\n  \"c\": null, \"d\" :{}\n}");
        QVERIFY(json.has_value());
        const auto place = [](const Json &node) {
            return u"%1:%2"_s.arg(node.place().line).arg(node.place().column);
        };
        const auto keyPlace = [](const JsonMember &member) {
            return u"%1:%2"_s.arg(member.place.line).arg(member.place.column);
        };
        QCOMPARE(place(*json), u"1:1"_s);
        QCOMPARE(keyPlace(json->members()[0]), u"2:3"_s);
        QCOMPARE(place((*json)[u"ä"]), u"2:8"_s);
        QCOMPARE(place((*json)[u"ä"].at(0)), u"2:9"_s);
        QCOMPARE(place((*json)[u"ä"].at(1)), u"3:5"_s);
        QCOMPARE(keyPlace((*json)[u"ä"].at(1).members()[0]), u"3:6"_s);
        QCOMPARE(place((*json)[u"ä"].at(1)[u"b"]), u"3:12"_s);
        QCOMPARE(place((*json)[u"ä"].at(2)), u"3:21"_s);
        QCOMPARE(keyPlace(json->members()[1]), u"4:3"_s);
        QCOMPARE(place((*json)[u"c"]), u"4:8"_s);
        QCOMPARE(keyPlace(json->members()[2]), u"4:14"_s);
        QCOMPARE(place((*json)[u"d"]), u"4:19"_s);
    }

    void limitsDepth()
    {
        const auto nested = [](int depth) {
            return QByteArray(depth, '[') + QByteArray(depth, ']');
        };
        QVERIFY(readJson(nested(100)).has_value());
        QCOMPARE(summary(readJson(nested(101)).error()).left(19), u"json.too_deep 1:101"_s);
        QCOMPARE(summary(readJson("[[1]]", {.depth = 1}).error()), u"json.too_deep 1:2 /0"_s);
        QVERIFY(readJson("1", {.depth = 0}).has_value());
        QByteArray objects;
        for (int i = 0; i < 101; ++i)
            objects += "{\"a\":";
        QCOMPARE(readJson(objects).error().code, u"json.too_deep"_s);
    }

    void tenMegabytesOfBracketsEndSoon()
    {
        QCOMPARE(readJson(QByteArray(10'000'000, '[')).error().code, u"json.too_deep"_s);
        QByteArray objects;
        while (objects.size() < 10'000'000)
            objects += "{\"a\":[";
        QCOMPARE(readJson(objects).error().code, u"json.too_deep"_s);
        // With a limit that lets it through, reading and destroying it must not recurse beyond the stack either.
        QCOMPARE(readJson(QByteArray(10'000'000, '['), {.depth = 1000}).error().code, u"json.too_deep"_s);
    }

    void limitsSize()
    {
        QVERIFY(readJson("[1,2]", {.bytes = 5}).has_value());
        const auto over = readJson("[1,2] ", {.bytes = 5});
        QCOMPARE(over.error().code, u"json.too_large"_s);
        QCOMPARE(over.error().line, 0);
        // 200 MB are refused by their size alone: not one byte is looked at.
        const char byte = '[';
        QCOMPARE(readJson(QByteArrayView(&byte, qsizetype{200} * 1024 * 1024)).error().code, u"json.too_large"_s);
    }

    void limitsNodes()
    {
        QVERIFY(readJson("[1,2,{}]", {.nodes = 4}).has_value());
        QCOMPARE(summary(readJson("[1,2,{}]", {.nodes = 3}).error()), u"json.too_many_nodes 1:6 /2"_s);
        QCOMPARE(summary(readJson("[1,2,3]", {.nodes = 3}).error()), u"json.too_many_nodes 1:6 /2"_s);
    }

    void findsDuplicatesInLargeObjects()
    {
        constexpr int count = 50'000;
        QByteArray text("{");
        for (int i = 0; i < count; ++i)
            text += "\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ",\n";
        const auto good = readJson(text + "\"last\":0}");
        QVERIFY(good.has_value());
        QCOMPARE(good->size(), count + 1);
        QCOMPARE(good->members().at(count - 1).value.toInt(), count - 1);
        for (const char *again : {"key0", "key23", "key24", "key49999"}) {
            const auto bad = readJson(text + '"' + again + "\":0}");
            QVERIFY(!bad);
            QCOMPARE(summary(bad.error()), u"json.duplicate_key %1:1 /%2"_s.arg(count + 1).arg(QString::fromLatin1(again)));
        }
    }

    void sharesKeysAndShortNumbers()
    {
        const auto json = readJson(R"([{"key":12345},{"key":12345}])");
        QCOMPARE(json->at(0).members()[0].key.constData(), json->at(1).members()[0].key.constData());
        QCOMPARE(json->at(0)[u"key"].numberText().constData(), json->at(1)[u"key"].numberText().constData());
    }

    void readsEveryPrefixWithoutHarm()
    {
        const QByteArray text = "{\"a\\u00e4\\ud83d\\ude00\": [1.5e3, -0, true, false, null, \"\xc3\xa4\\n\"], \"b\": {\"c\": {}}}"_ba;
        QVERIFY(readJson(text).has_value());
        for (qsizetype i = 0; i < text.size(); ++i)
            QVERIFY(!readJson(QByteArrayView(text).first(i)));
    }
};

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
