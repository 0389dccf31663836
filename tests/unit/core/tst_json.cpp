// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"
#include "core/jsonreader.h"

#include <QTest>

#include <limits>

using namespace signalbox::core;
using namespace Qt::StringLiterals;

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void knowsItsType()
    {
        QCOMPARE(Json().type(), Json::Type::Null);
        QCOMPARE(Json(true).type(), Json::Type::Bool);
        QCOMPARE(Json(1).type(), Json::Type::Number);
        QCOMPARE(Json(1.5).type(), Json::Type::Number);
        QCOMPARE(Json(u"x"_s).type(), Json::Type::String);
        QCOMPARE(Json(QStringView(u"x")).type(), Json::Type::String);
        QCOMPARE(Json::array().type(), Json::Type::Array);
        QCOMPARE(Json::object().type(), Json::Type::Object);
        QVERIFY(Json().isNull() && Json(false).isBool() && Json(0).isNumber() && Json(QString()).isString());
        QVERIFY(Json::array().isArray() && Json::object().isObject());
        QVERIFY(!Json::array().isObject());
    }

    void answersForOtherTypes()
    {
        const Json text(u"5"_s);
        QCOMPARE(text.toBool(), false);
        QCOMPARE(text.toBool(true), true);
        QVERIFY(!text.toInt());
        QVERIFY(!text.toDouble());
        QCOMPARE(text.numberText(), QByteArray());
        QCOMPARE(text.size(), 0);
        QVERIFY(text.items().isEmpty());
        QVERIFY(text.members().isEmpty());
        QVERIFY(text.at(0).isNull());
        QVERIFY(!text.find(u"x"));
        QVERIFY(text[u"x"].isNull());
        QCOMPARE(Json(5).toString(), QString());
        QCOMPARE(Json(true).toBool(), true);
    }

    void keepsNumbers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isInteger");
        QTest::addColumn<qint64>("integer");
        QTest::newRow("zero") << "0"_ba << true << qint64{0};
        QTest::newRow("negative zero") << "-0"_ba << true << qint64{0};
        QTest::newRow("zero point zero") << "0.0"_ba << true << qint64{0};
        QTest::newRow("zero with exponent") << "0e999999999999999999999"_ba << true << qint64{0};
        QTest::newRow("plain") << "42"_ba << true << qint64{42};
        QTest::newRow("three point zero") << "3.0"_ba << true << qint64{3};
        QTest::newRow("exponent") << "3e0"_ba << true << qint64{3};
        QTest::newRow("positive exponent") << "3E+2"_ba << true << qint64{300};
        QTest::newRow("negative exponent") << "300e-2"_ba << true << qint64{3};
        QTest::newRow("moved point") << "1.25e2"_ba << true << qint64{125};
        QTest::newRow("fraction") << "3.5"_ba << false << qint64{0};
        QTest::newRow("fraction by exponent") << "1.255e2"_ba << false << qint64{0};
        QTest::newRow("largest") << "9223372036854775807"_ba << true << std::numeric_limits<qint64>::max();
        QTest::newRow("largest with point") << "9223372036854775807.0"_ba << true << std::numeric_limits<qint64>::max();
        QTest::newRow("least") << "-9223372036854775808"_ba << true << std::numeric_limits<qint64>::min();
        QTest::newRow("least with exponent") << "-9223372036854775808e0"_ba << true << std::numeric_limits<qint64>::min();
        QTest::newRow("one more") << "9223372036854775808"_ba << false << qint64{0};
        QTest::newRow("one more with point") << "9223372036854775808.0"_ba << false << qint64{0};
        QTest::newRow("twenty digits") << "12345678901234567890"_ba << false << qint64{0};
        QTest::newRow("far") << "1e20"_ba << false << qint64{0};
        QTest::newRow("farthest") << "1e99999999999999999999"_ba << false << qint64{0};
        QTest::newRow("tiny") << "1e-99999999999999999999"_ba << false << qint64{0};
    }

    void keepsNumbers()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isInteger);
        QFETCH(qint64, integer);
        const Json json = Json::number(text);
        QCOMPARE(json.numberText(), text);
        QCOMPARE(json.toCompact(), text);
        QCOMPARE(json.toInt().has_value(), isInteger);
        if (isInteger)
            QCOMPARE(*json.toInt(), integer);
    }

    void writesNumbers()
    {
        QCOMPARE(Json(-3).numberText(), "-3"_ba);
        QCOMPARE(Json(std::numeric_limits<qint64>::min()).numberText(), "-9223372036854775808"_ba);
        QCOMPARE(Json(0.1).numberText(), "0.1"_ba);
        QCOMPARE(Json(5.0).numberText(), "5"_ba);
        QCOMPARE(Json(1e300).numberText(), "1e+300"_ba);
        QVERIFY(readJson(Json(1e300).toCompact()).has_value());
        QVERIFY(Json(std::numeric_limits<double>::quiet_NaN()).isNull());
        QVERIFY(Json(std::numeric_limits<double>::infinity()).isNull());
        QCOMPARE(*Json(0.1).toDouble(), 0.1);
        QVERIFY(!Json::number("1e400").toDouble());
    }

    void arrays()
    {
        Json json;
        json.append(Json(1));
        json.append(Json(u"two"_s));
        QVERIFY(json.isArray());
        QCOMPARE(json.size(), 2);
        QCOMPARE(json.at(1).toString(), u"two"_s);
        QVERIFY(json.at(2).isNull());
        QVERIFY(json.at(-1).isNull());
        json.replace(0, Json(true));
        QCOMPARE(json.toCompact(), R"([true,"two"])"_ba);
        json.removeAt(0);
        QCOMPARE(json.toCompact(), R"(["two"])"_ba);
    }

    void objects()
    {
        Json json;
        json.set(u"b"_s, Json(1));
        json.set(u"a"_s, Json(2));
        json.set(u"b"_s, Json(3));
        QCOMPARE(json.toCompact(), R"({"b":3,"a":2})"_ba);
        json.insert(1, u"c"_s, Json());
        json.insert(99, u"d"_s, Json());
        json.insert(0, u"a"_s, Json(4)); // present: stays in its place
        QCOMPARE(json.toCompact(), R"({"b":3,"c":null,"a":4,"d":null})"_ba);
        QCOMPARE(json.indexOf(u"a"), 2);
        QCOMPARE(json.indexOf(u"x"), -1);
        QVERIFY(json.contains(u"c"));
        QCOMPARE(json[u"b"].toInt(), 3);
        QCOMPARE(json.find(u"b"), &json.members().at(0).value);
        QVERIFY(json.remove(u"c"));
        QVERIFY(!json.remove(u"c"));
        json.removeAt(0);
        QCOMPARE(json.toCompact(), R"({"a":4,"d":null})"_ba);
        QCOMPARE(json.size(), 2);
    }

    void copiesShareUntilChanged()
    {
        Json first = Json::array({Json(1), Json(2)});
        Json second = first;
        QCOMPARE(second.items().constData(), first.items().constData());
        second.append(Json(3));
        QCOMPARE(first.size(), 2);
        QCOMPARE(second.size(), 3);
    }

    void resolvesPointers_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("found"); // empty: nothing
        // The document of RFC 6901, section 5.
        QTest::newRow("root") << u""_s << R"({"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"~1":9})"_ba;
        QTest::newRow("member") << u"/foo"_s << R"(["bar","baz"])"_ba;
        QTest::newRow("item") << u"/foo/0"_s << R"("bar")"_ba;
        QTest::newRow("empty key") << u"/"_s << "0"_ba;
        QTest::newRow("slash") << u"/a~1b"_s << "1"_ba;
        QTest::newRow("tilde") << u"/m~0n"_s << "8"_ba;
        QTest::newRow("both") << u"/~01"_s << "9"_ba;
        for (const char *absent :
             {"foo", "/bar", "/foo/2", "/foo/-1", "/foo/-", "/foo/00", "/foo/", "/foo/x", "/foo/0/x", "/foo/99999999999999999999"})
            QTest::newRow(absent) << QString::fromLatin1(absent) << QByteArray();
    }

    void resolvesPointers()
    {
        QFETCH(QString, pointer);
        QFETCH(QByteArray, found);
        const auto json = readJson(R"({"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"~1":9})");
        const Json *node = json->resolve(pointer);
        QCOMPARE(node != nullptr, !found.isEmpty());
        if (node)
            QCOMPARE(node->toCompact(), found);
    }

    void writesPointerTokens()
    {
        QCOMPARE(pointerToken(u"a/b~c"), u"a~1b~0c"_s);
        QCOMPARE(pointerToken(u"~1"), u"~01"_s);
        QCOMPARE(pointerToken(u""), QString());
    }

    void writesPretty()
    {
        const auto json = readJson("{\"a\":[],\"b\":{},\"c\":[1,[2.50,{\"d\":null}]],\"e\":{\"ü\":\"\\u20ac\",\"f\":true}}");
        QCOMPARE(QString::fromUtf8(json->toPretty()), uR"({
  "a": [],
  "b": {},
  "c": [
    1,
    [
      2.50,
      {
        "d": null
      }
    ]
  ],
  "e": {
    "ü": "€",
    "f": true
  }
}
)"_s);
        QCOMPARE(Json(1).toPretty(), "1\n"_ba);
        QCOMPARE(*readJson(json->toPretty()), *json);
    }

    void escapesLittle()
    {
        QCOMPARE(Json(u"a\"b\\c/d"_s).toCompact(), "\"a\\\"b\\\\c/d\""_ba);
        QCOMPARE(Json(u"\b\f\n\r\t"_s).toCompact(), "\"\\b\\f\\n\\r\\t\""_ba);
        QCOMPARE(Json(QString(QChar(1)) + QChar(0x1f) + QChar(0) + QChar(0x7f)).toCompact(), QByteArray("\"\\u0001\\u001f\\u0000\x7f\""));
        QCOMPARE(Json(u"ü€\U0001F600\nä"_s).toCompact(), QStringLiteral("\"ü€\U0001F600\\nä\"").toUtf8());
        QCOMPARE(Json(QString()).toCompact(), R"("")"_ba);
    }

    void comparesValues()
    {
        QCOMPARE(*readJson("{\"a\": [1, true, \"x\", null]}"), *readJson("\n{\"a\":[1,true,\"x\",null]}"));
        QVERIFY(*readJson("{\"a\":1,\"b\":2}") != *readJson("{\"b\":2,\"a\":1}"));
        QVERIFY(*readJson("1.0") != *readJson("1"));
        QVERIFY(*readJson("[1]") != *readJson("[1,2]"));
        QVERIFY(Json(true) != Json(false));
        QVERIFY(Json() != Json(false));
        QVERIFY(Json(u"a"_s) != Json(u"b"_s));
        QCOMPARE(Json(), Json());
    }

    void remembersPlaces()
    {
        Json json(1);
        QCOMPARE(json.place().line, 0);
        json.setPlace({3, 4});
        QCOMPARE(json.place().line, 3);
        QCOMPARE(json.place().column, 4);
        QCOMPARE(json, Json(1));
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
