// SPDX-License-Identifier: GPL-3.0-or-later
// YAML as a document that could be JSON: typing of scalars, order, places, limits and every refusal.
#include "capability/yamlreader.h"
#include "core/jsonreader.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using capability::readYaml;
using core::Json;

class TestYamlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void scalars_data();
    void scalars();
    void sameAsJson_data();
    void sameAsJson();
    void keepsPlaces();
    void refuses_data();
    void refuses();
    void limits_data();
    void limits();
    void aliasesWithinLimits();
};

void TestYamlReader::scalars_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json"); ///< compact
    const auto row = [](const char *yaml, const char *json) {
        QTest::newRow(yaml) << QByteArray(yaml) << QByteArray(json);
    };
    for (const char *word : {"~", "null", "Null", "NULL"})
        row(word, "null");
    for (const char *word : {"true", "True", "TRUE"})
        row(word, "true");
    for (const char *word : {"false", "False", "FALSE"})
        row(word, "false");
    // YAML 1.1's words are strings, and so is everything quoted
    for (const char *word : {"yes", "no",    "on", "off", "y", "nULL", "tRue",     "12e",        "1_000", "0b11", "0x",  "0o8",
                             "0xG", "1.2.3", "e5", ".",   "+", "-1-",  "12:30:45", "2026-11-24", "1e",    "1e+",  "--1", ".e3"})
        QTest::newRow(word) << QByteArray(word) << '"' + QByteArray(word) + '"';
    row("'12'", R"("12")");
    row("\"true\"", R"("true")");
    row("''", R"("")");
    row("'null'", R"("null")");
    row("\"\\u00e9\\n\"", "\"\xc3\xa9\\n\"");
    row("0", "0");
    row("-0", "-0");
    row("12345678901234567890", "12345678901234567890");
    row("+12", "12");
    row("007", "7");
    row("-007", "-7");
    row("000", "0");
    row("0x1F", "31");
    row("0x7fffffffffffffff", "9223372036854775807");
    row("0o17", "15");
    row("1.50", "1.50");
    row(".5", "0.5");
    row("-.5", "-0.5");
    row("1.", "1.0");
    row("6.02E+23", "6.02E+23");
    row("1e5", "1e5");
    row("00.5e-3", "0.5e-3");
    row("!!str 12", R"("12")");
    row("!!str ''", R"("")");
    row("! 12", R"("12")");
    row("!!int 12", "12");
    row("!!int '12'", "12");
    row("!!float 12", "12");
    row("!!bool true", "true");
    row("!!null ''", "null");
    row("!!seq [1]", "[1]");
    row("!!map {a: 1}", R"({"a":1})");
    row("|\n a\n b\n", R"("a\nb\n")");
    row(">-\n a\n b\n", R"("a b")");
    row("!!str true", R"("true")");
    row("plain # comment", R"("plain")");
}

void TestYamlReader::scalars()
{
    QFETCH(QByteArray, yaml);
    const auto read = readYaml(yaml);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QTEST(read->toCompact(), "json");
}

void TestYamlReader::sameAsJson_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("order of keys") << QByteArray("z: 1\na: 2\nm:\n  y: 3\n  b: 4\n") << QByteArray(R"({"z":1,"a":2,"m":{"y":3,"b":4}})");
    QTest::newRow("lists") << QByteArray("- 1\n- [a, 'b', \"c\"]\n- - x\n  - {k: v}\n-\n")
                           << QByteArray(R"([1,["a","b","c"],["x",{"k":"v"}],null])");
    QTest::newRow("keys of other kinds") << QByteArray("200: ok\ntrue: t\n0x1F: h\n'null': n\n")
                                         << QByteArray(R"({"200":"ok","true":"t","0x1F":"h","null":"n"})");
    QTest::newRow("empty values") << QByteArray("a:\nb: {}\nc: []\n") << QByteArray(R"({"a":null,"b":{},"c":[]})");
    QTest::newRow("aliases") << QByteArray("a: &x {k: [1]}\nb: *x\nc: &s text\n*s : d\ne: &n 5\n*n : f\n")
                             << QByteArray(R"({"a":{"k":[1]},"b":{"k":[1]},"c":"text","text":"d","e":5,"5":"f"})");
    QTest::newRow("an anchor twice") << QByteArray("a: &x 1\nb: *x\nc: &x 2\nd: *x\n") << QByteArray(R"({"a":1,"b":1,"c":2,"d":2})");
    QTest::newRow("anchored key") << QByteArray("&k key: *k\n") << QByteArray(R"({"key":"key"})");
    QTest::newRow("merge key is a key") << QByteArray("<<: {a: 1}\n") << QByteArray(R"({"<<":{"a":1}})");
    QTest::newRow("directives") << QByteArray("%YAML 1.2\n---\na: 1\n...\n") << QByteArray(R"({"a":1})");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a: 1\n")
                                     << QByteArray(R"({"a":1})");
    QTest::newRow("JSON is YAML") << QByteArray(R"({"a":[1,2.50,true,null,"x"],"b":{"c":"\u20ac"}})")
                                  << QByteArray(R"({"a":[1,2.50,true,null,"x"],"b":{"c":"\u20ac"}})");
    QTest::newRow("block texts at the end") << QByteArray("a: |+\n x\n\nb: |-\n y\nc: |\n z\n")
                                            << QByteArray(R"({"a":"x\n\n","b":"y","c":"z\n"})");
    QTest::newRow("no line feed at the end") << QByteArray("a: x") << QByteArray(R"({"a":"x"})");
    QTest::newRow("windows lines") << QByteArray("a: 1\r\nb:\r\n  - 2\r\n") << QByteArray(R"({"a":1,"b":[2]})");
}

void TestYamlReader::sameAsJson()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const auto read = readYaml(yaml);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->toCompact(), core::readJson(json)->toCompact());
    QVERIFY(*read == *core::readJson(json));
}

void TestYamlReader::keepsPlaces()
{
    const auto read = readYaml("# \xc3\xa9\nfirst: 1\n\xc3\xa9t\xc3\xa9: [10, {k: v}]\nlast: &a x\nagain: *a\n");
    QVERIFY(read);
    const auto at = [](core::JsonPlace place) {
        return std::pair(place.line, place.column);
    };
    const Json &list = (*read)[u"été"];
    QCOMPARE(at((*read)[u"first"].place()), std::pair(2, 8));
    QCOMPARE(at(read->members()[1].place), std::pair(3, 1));
    QCOMPARE(at(list.place()), std::pair(3, 6)); // characters, not bytes
    QCOMPARE(at(list.at(0).place()), std::pair(3, 7));
    QCOMPARE(at(list.at(1)[u"k"].place()), std::pair(3, 15));
    QCOMPARE(at((*read)[u"again"].place()), std::pair(5, 8));
    QCOMPARE(at(read->place()), std::pair(2, 1));
}

void TestYamlReader::refuses_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("nothing") << QByteArray() << u"yaml.empty"_s << 1 << 1;
    QTest::newRow("comments only") << QByteArray("# a\n# b\n") << u"yaml.empty"_s << 1 << 1;
    QTest::newRow("open list") << QByteArray("a: [1, 2\n") << u"yaml.syntax"_s << 2 << 1;
    QTest::newRow("open quote") << QByteArray("a: 'x\n") << u"yaml.syntax"_s << 2 << 1;
    QTest::newRow("open quote, cut in the line") << QByteArray("a: 'x") << u"yaml.syntax"_s << 1 << 6;
    QTest::newRow("open double quote") << QByteArray("a: \"x\n\n") << u"yaml.syntax"_s << 3 << 1;
    QTest::newRow("wrong indentation") << QByteArray("a: 1\n  b: 2\n") << u"yaml.syntax"_s << 2 << 4;
    QTest::newRow("tab as indentation") << QByteArray("a:\n\tb: 1\n") << u"yaml.syntax"_s << 2 << 3;
    QTest::newRow("unknown alias") << QByteArray("a: *x\n") << u"yaml.syntax"_s << 1 << 4;
    QTest::newRow("control character") << QByteArray("a: 1\nb: \x04\n") << u"yaml.syntax"_s << 2 << 4;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"yaml.syntax"_s << 1 << 2;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                          "a\0",
                                          4)
                            << u"yaml.syntax"_s << 1 << 4;
    QTest::newRow("not UTF-8") << QByteArray("\xc3\xa9: 1\nb: \xc3\x28\n") << u"yaml.encoding"_s << 2 << 4;
    QTest::newRow("cut UTF-8") << QByteArray("b: \xe2\x82") << u"yaml.encoding"_s << 1 << 4;
    QTest::newRow("surrogate") << QByteArray("b: \xed\xa0\x80") << u"yaml.encoding"_s << 1 << 4;
    QTest::newRow("beyond Unicode") << QByteArray("b: \xf5\x80\x80\x80") << u"yaml.encoding"_s << 1 << 4;
    QTest::newRow("duplicate key") << QByteArray("a: 1\nb: 2\na: 3\n") << u"yaml.duplicate_key"_s << 3 << 1;
    QTest::newRow("duplicate key, quoted") << QByteArray("{a: 1, 'a': 2}") << u"yaml.duplicate_key"_s << 1 << 8;
    QTest::newRow("list as key") << QByteArray("? [1]\n: 2\n") << u"yaml.unsupported"_s << 1 << 3;
    QTest::newRow("null as key") << QByteArray("~: 2\n") << u"yaml.unsupported"_s << 1 << 1;
    QTest::newRow("map alias as key") << QByteArray("a: &m {}\n*m : 1\n") << u"yaml.unsupported"_s << 2 << 1;
    QTest::newRow("alias in itself") << QByteArray("a: &x\n  b: *x\n") << u"yaml.unsupported"_s << 2 << 6;
    QTest::newRow("second document") << QByteArray("a: 1\n---\nb: 1\n") << u"yaml.unsupported"_s << 2 << 1;
    QTest::newRow("own tag") << QByteArray("a: !secret x\n") << u"yaml.unsupported"_s << 1 << 4;
    QTest::newRow("own tag on a map") << QByteArray("a: !thing {}\n") << u"yaml.unsupported"_s << 1 << 4;
    QTest::newRow("tag that does not fit") << QByteArray("a: !!int x\n") << u"yaml.unsupported"_s << 1 << 4;
    QTest::newRow("fraction as integer") << QByteArray("a: !!int 1.5\n") << u"yaml.unsupported"_s << 1 << 4;
    QTest::newRow("list tagged as map") << QByteArray("a: !!map [1]\n") << u"yaml.unsupported"_s << 1 << 4;
    for (const char *number : {".inf", "-.Inf", "+.INF", ".nan", ".NaN", "0x8000000000000000", "0o7777777777777777777777"})
        QTest::newRow(number) << QByteArray("a: ") + number << u"yaml.unsupported"_s << 1 << 4;
}

void TestYamlReader::refuses()
{
    QFETCH(QByteArray, yaml);
    const auto read = readYaml(yaml);
    QVERIFY(!read);
    QTEST(read.error().code, "code");
    QVERIFY(!read.error().message.isEmpty());
    const std::pair found(read.error().line, read.error().column);
    QFETCH(int, line);
    QFETCH(int, column);
    QCOMPARE(found, std::pair(line, column));
    QVERIFY(read.error().severity == core::Severity::Error);
}

void TestYamlReader::limits_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("code"); ///< empty: accepted
    // 10 bytes, 3 levels, 8 nodes are allowed
    QTest::newRow("bytes") << QByteArray(40, 'a') << QString();
    QTest::newRow("too many bytes") << QByteArray(41, 'a') << u"yaml.too_large"_s;
    QTest::newRow("depth") << QByteArray("[[[1]]]") << QString();
    QTest::newRow("too deep") << QByteArray("[[[[]]]]") << u"yaml.too_deep"_s;
    QTest::newRow("too deep in blocks") << QByteArray("a:\n b:\n  c:\n   d: 1\n") << u"yaml.too_deep"_s;
    QTest::newRow("too deep by an alias") << QByteArray("- &x [[]]\n- [*x]\n") << u"yaml.too_deep"_s;
    QTest::newRow("nodes") << QByteArray("[1,2,3,4,5,6,7]") << QString();
    QTest::newRow("too many nodes") << QByteArray("[1,2,3,4,5,6,7,8]") << u"yaml.too_many_nodes"_s;
    QTest::newRow("too many nodes by keys") << QByteArray("{a: 1, b: 2, c: 3, d: 4}") << u"yaml.too_many_nodes"_s;
    QTest::newRow("too many nodes by aliases") << QByteArray("[&x [1,2], *x, *x]") << u"yaml.too_many_nodes"_s;
}

void TestYamlReader::limits()
{
    QFETCH(QByteArray, yaml);
    const auto read = readYaml(yaml, {40, 3, 8});
    QTEST(read ? QString() : read.error().code, "code");
}

void TestYamlReader::aliasesWithinLimits()
{
    // "Billion laughs": each line stands for ten times the line above it.
    QByteArray text = "l0: &l0 [x,x,x,x,x,x,x,x,x,x]\n";
    for (int level = 1; level <= 9; ++level) {
        const QByteArray above = "*l" + QByteArray::number(level - 1);
        const QByteArray name = 'l' + QByteArray::number(level);
        text += name + ": &" + name + " [" + QList<QByteArray>(10, above).join(',') + "]\n";
    }
    const auto read = readYaml(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"yaml.too_many_nodes"_s);
    QCOMPARE(read.error().line, 6); // the lists above hold 123,455 nodes together, each entry of this one 111,111

    const auto deep = readYaml(QByteArray(101, '[') + QByteArray(101, ']'));
    QVERIFY(!deep);
    QVERIFY2(deep.error().code == "yaml.too_deep"_L1, qPrintable(deep.error().message));
    QCOMPARE(deep.error().column, 101);
    QVERIFY(readYaml(QByteArray(100, '[') + QByteArray(100, ']')));
    QVERIFY(!readYaml(QByteArray(100'000, '[')));
    QVERIFY(!readYaml(QByteArray(100'000, '{')));
    QByteArray dashes;
    for (int i = 0; i < 20'000; ++i)
        dashes += "- ";
    QCOMPARE(readYaml(dashes).error().code, u"yaml.too_deep"_s);
}

QTEST_GUILESS_MAIN(TestYamlReader)
#include "tst_yamlreader.moc"
