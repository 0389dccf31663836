// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of a peer: what is read, what is refused and where, and what each rule answers.
#include "core/jsonreader.h"
#include "core/jsonschema.h"
#include "peering/rule.h"
#include "peering/rules.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using peering::Action;
using peering::Rules;
using namespace std::chrono_literals;

namespace {

core::Json json(const char *text)
{
    auto read = core::readJson(QByteArrayView(text));
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

Rules rules(const char *text)
{
    auto result = Rules::fromJson(json(text));
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *result;
}

protocol::Frame frame(const char *method, const char *body)
{
    return {QString::fromLatin1(method), json(body)};
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private:
    core::SeededRandom m_random{1};

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void noRulesAnswerNothing()
    {
        Rules none;
        QVERIFY(none.isEmpty());
        QVERIFY(none.react(frame("hello", R"({"qid":1})"), m_random).isEmpty());
    }

    void matchesMethods_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *pattern, const char *method, bool matches) {
            QTest::addRow("%s ~ %s", pattern, method) << QString::fromLatin1(pattern) << QString::fromLatin1(method) << matches;
        };
        row("hello", "hello", true);
        row("hello", "hello2", false);
        row("*", "anything", true);
        row("order_*", "order_confirm", true);
        row("order_*", "orders", false);
        row("*_c*m", "order_confirm", true);
        row("*_c*x", "order_confirm", false);
        row("a?c", "abc", true);
        row("a?c", "ac", false);
        row("**", "", true);
        row("*", "hello_result", false);
        row("*_result", "hello_result", true);
    }
    void matchesMethods()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, method);
        QFETCH(bool, matches);
        QCOMPARE(peering::matchesMethod(pattern, method), matches);
    }

    void holdsSubsets_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<bool>("holds");
        QTest::newRow("member") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"b":2})") << true;
        QTest::newRow("other value") << QByteArray(R"({"b":3})") << QByteArray(R"({"b":2})") << false;
        QTest::newRow("member missing") << QByteArray(R"({"a":1})") << QByteArray(R"({"b":2})") << false;
        QTest::newRow("nested") << QByteArray(R"({"a":{"b":[1,{"c":true,"d":1}]}})") << QByteArray(R"({"a":{"b":[1,{"c":true}]}})") << true;
        QTest::newRow("array length") << QByteArray("[1,2]") << QByteArray("[1]") << false;
        QTest::newRow("array item") << QByteArray("[1,2]") << QByteArray("[1,3]") << false;
        QTest::newRow("number by value") << QByteArray(R"({"a":2.0})") << QByteArray(R"({"a":2})") << true;
        QTest::newRow("type") << QByteArray(R"({"a":"2"})") << QByteArray(R"({"a":2})") << false;
        QTest::newRow("string") << QByteArray(R"("x")") << QByteArray(R"("x")") << true;
    }
    void holdsSubsets()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, wanted);
        QFETCH(bool, holds);
        QCOMPARE(peering::holds(json(value.constData()), json(wanted.constData())), holds);
    }

    void repliesWithTheSameQid_data()
    {
        QTest::addColumn<QByteArray>("qid");
        for (const char *qid : {"1", "0.58", "\"a\"", "null", "true", "[1,\"x\"]", R"({"a":{"b":1}})", "12345678901234567890"})
            QTest::newRow(qid) << QByteArray(qid);
    }
    void repliesWithTheSameQid()
    {
        QFETCH(QByteArray, qid);
        Rules set = rules(R"({"rules":[{"name":"r","match":{"method":"hello"},"reply":{"body":{"text":{"$body":"/name"}}}}]})");
        const auto actions = set.react(frame("hello", QByteArray(R"({"name":"Bo","qid":)" + qid + "}").constData()), m_random);
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.at(0).kind, Action::Kind::Send);
        QCOMPARE(actions.at(0).rule, u"r"_s);
        QCOMPARE(actions.at(0).delay, 0ms);
        QCOMPARE(actions.at(0).text, R"(["hello_result",{"qid":)" + qid + R"(,"result":"ok","text":"Bo"}])");
    }

    void replyKeepsItsOwnMembers()
    {
        Rules set = rules(R"({"rules":[{"reply":{"method":"other","body":{"qid":9,"result":"later"}}}]})");
        QCOMPARE(set.react(frame("x", R"({"qid":1})"), m_random).at(0).text, QByteArray(R"(["other",{"qid":9,"result":"later"}])"));
    }

    void replyBodyMayBeAnything()
    {
        Rules set = rules(R"({"rules":[{"reply":{"body":[{"$body":""},{"$body":"/nowhere"}]}}]})");
        QCOMPARE(set.react(frame("x", R"({"qid":1})"), m_random).at(0).text, QByteArray(R"(["x_result",[{"qid":1},null]])"));
    }

    void errorAnswers()
    {
        Rules set = rules(R"({"rules":[{"match":{"method":"refuse"},"error":"not today"}]})");
        QCOMPARE(set.react(frame("refuse", R"({"qid":"a"})"), m_random).at(0).text,
                 QByteArray(R"(["refuse_result",{"qid":"a","result":"error","errormsg":"not today"}])"));
    }

    void nothingWithoutQidIsAnswered()
    {
        Rules set = rules(R"({"rules":[{"match":{"method":"a"},"reply":{}},{"error":"no"}]})");
        QVERIFY(set.react(frame("a", R"({"x":1})"), m_random).isEmpty());
        QVERIFY(set.react(frame("b", "[1]"), m_random).isEmpty());
    }

    void firstMatchDecides()
    {
        Rules set =
            rules(R"({"rules":[{"match":{"method":"a","body":{"kind":"x"}},"error":"first"},{"match":{"method":"a"},"error":"second"}]})");
        QVERIFY(set.react(frame("a", R"({"qid":1,"kind":"x"})"), m_random).at(0).text.contains("first"));
        QVERIFY(set.react(frame("a", R"({"qid":1,"kind":"y"})"), m_random).at(0).text.contains("second"));
        QVERIFY(set.react(frame("b", R"({"qid":1})"), m_random).isEmpty());
    }

    void schemaMatches()
    {
        Rules set = rules(
            R"({"rules":[{"match":{"schema":{"type":"object","required":["n"],"properties":{"n":{"type":"integer"}}}},"error":"hit"}]})");
        QCOMPARE(set.react(frame("a", R"({"qid":1,"n":5})"), m_random).size(), 1);
        QCOMPARE(set.react(frame("a", R"({"qid":1,"n":"5"})"), m_random).size(), 0);
    }

    void countsItsMatches()
    {
        Rules set = rules(R"({"rules":[{"name":"third","from":3,"to":3,"reply":{}},{"name":"rest","error":"no"}]})");
        Rules copy = set;
        QStringList names;
        for (int i = 0; i < 5; ++i)
            names << set.react(frame("a", R"({"qid":1})"), m_random).at(0).rule;
        QCOMPARE(names, (QStringList{u"rest"_s, u"rest"_s, u"third"_s, u"rest"_s, u"rest"_s}));
        QCOMPARE(copy.react(frame("a", R"({"qid":1})"), m_random).at(0).rule, u"rest"_s);
    }

    void twiceNeverAndLate()
    {
        Rules set = rules(R"({"rules":[{"match":{"method":"twice"},"times":2,"reply":{}},{"match":{"method":"never"},"times":0,"reply":{}},
                              {"match":{"method":"late"},"delayMs":3000,"reply":{}}]})");
        const auto twice = set.react(frame("twice", R"({"qid":1})"), m_random);
        QCOMPARE(twice.size(), 2);
        QVERIFY(twice.at(0) == twice.at(1));
        QVERIFY(set.react(frame("never", R"({"qid":1})"), m_random).isEmpty());
        QCOMPARE(set.react(frame("late", R"({"qid":1})"), m_random).at(0).delay, 3000ms);
    }

    void delayIsDrawnBetweenItsBounds()
    {
        Rules set = rules(R"({"rules":[{"delayMs":[10,12],"reply":{}}]})");
        QSet<qint64> seen;
        for (int i = 0; i < 100; ++i)
            seen.insert(set.react(frame("a", R"({"qid":1})"), m_random).at(0).delay.count());
        QCOMPARE(seen, (QSet<qint64>{10, 11, 12}));
    }

    void ownMessagesCloseAndStop()
    {
        Rules set = rules(R"({"rules":[{"name":"r","send":[{"method":"news","body":{"of":{"$body":"/id"}},"delayMs":5},{"method":"bare"}],
                              "delayMs":7,"close":4001,"stopReading":true}]})");
        const auto actions = set.react(frame("a", R"({"id":4})"), m_random);
        QCOMPARE(actions.size(), 4);
        QVERIFY(actions.at(0) == (Action{Action::Kind::Send, 5ms, R"(["news",{"of":4}])", 1000, u"r"_s}));
        QVERIFY(actions.at(1) == (Action{Action::Kind::Send, 0ms, R"(["bare",{}])", 1000, u"r"_s}));
        QVERIFY(actions.at(2) == (Action{Action::Kind::StopReading, 7ms, {}, 1000, u"r"_s}));
        QVERIFY(actions.at(3) == (Action{Action::Kind::Close, 7ms, {}, 4001, u"r"_s}));
    }

    void unnamedRulesAreNumbered()
    {
        Rules set = rules(R"({"rules":[{"match":{"method":"b"}},{"error":"x"}]})");
        QCOMPARE(set.react(frame("a", R"({"qid":1})"), m_random).at(0).rule, u"rule 2"_s);
    }

    void refusesBadRules_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("message"); // part of it
        const auto row = [](const char *name, const char *text, const char *pointer, const char *message) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(pointer) << QString::fromLatin1(message);
        };
        row("no object", "[]", "", "an object");
        row("unknown at the root", R"({"rules":[],"rule":1})", "/rule", "\"rule\" is not known");
        row("no rules", "{}", "/rules", "at most 1000 rules");
        row("rules not a list", R"({"rules":{}})", "/rules", "line 1, column 10");
        row("rule not an object", R"({"rules":[1]})", "/rules/0", "an object");
        row("unknown member", R"({"rules":[{"a/b":1}]})", "/rules/0/a~1b", "is not known");
        row("empty name", R"({"rules":[{"name":""}]})", "/rules/0/name", "not empty");
        row("match", R"({"rules":[{"match":1}]})", "/rules/0/match", "an object");
        row("match method", R"({"rules":[{"match":{"method":1}}]})", "/rules/0/match/method", "a text");
        row("match schema", R"({"rules":[{"match":{"schema":{"type":"nonsense"}}}]})", "/rules/0/match/schema", "/rules/0/match/schema");
        row("from", R"({"rules":[{"from":0}]})", "/rules/0/from", "from 1 to");
        row("to before from", R"({"rules":[{"from":3,"to":2}]})", "/rules/0/to", "from 3 to");
        row("reply", R"({"rules":[{"reply":1}]})", "/rules/0/reply", "an object");
        row("reply method", R"({"rules":[{"reply":{"method":""}}]})", "/rules/0/reply/method", "a text");
        row("both", R"({"rules":[{"reply":{},"error":"x"}]})", "/rules/0/error", "not with both");
        row("error", R"({"rules":[{"error":""}]})", "/rules/0/error", "a text");
        row("send", R"({"rules":[{"send":{}}]})", "/rules/0/send", "at most 100 messages");
        row("send item", R"({"rules":[{"send":[1]}]})", "/rules/0/send/0", "an object");
        row("send without method", R"({"rules":[{"send":[{}]}]})", "/rules/0/send/0/method", "a text");
        row("delay", R"({"rules":[{"delayMs":-1}]})", "/rules/0/delayMs", "from 0 to 86400000");
        row("delay of one", R"({"rules":[{"delayMs":[1]}]})", "/rules/0/delayMs", "two of them");
        row("delay backwards", R"({"rules":[{"delayMs":[5,4]}]})", "/rules/0/delayMs/1", "from 5 to");
        row("times", R"({"rules":[{"times":101}]})", "/rules/0/times", "from 0 to 100");
        row("close", R"({"rules":[{"close":999}]})", "/rules/0/close", "from 1000 to 4999");
        row("stopReading", R"({"rules":[{"stopReading":1}]})", "/rules/0/stopReading", "true or false");
        row("second rule", R"({"rules":[{},{"times":"x"}]})", "/rules/1/times", "column 23");
    }
    void refusesBadRules()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QFETCH(QString, message);
        const auto result = Rules::fromJson(json(text.constData()));
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"rules.invalid"_s);
        QCOMPARE(result.error().detail, pointer);
        QVERIFY2(result.error().message.contains(message), qPrintable(result.error().message));
    }

    void schemaAgreesWithTheReader()
    {
        QFile file(QLatin1String(SIGNALBOX_SOURCE_DIR "/resources/schemas/peer-rules.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto schema = core::JsonSchema::compile(json(file.readAll().constData()));
        QVERIFY(schema.has_value());
        QVERIFY(
            schema
                ->validate(json(
                    R"({"rules":[{"name":"a","match":{"method":"x","body":1,"schema":{}},"from":1,"to":2,"reply":{"method":"m","body":[]},
            "send":[{"method":"n","body":{},"delayMs":[1,2]}],"delayMs":5,"times":2,"close":1000,"stopReading":true},{"error":"e"}]})"))
                .isEmpty());
        for (const char *bad : {"[]", R"({"rules":[{"from":0}]})", R"({"rules":[{"zzz":0}]})", R"({"rules":[{"delayMs":[1]}]})",
                                R"({"rules":[{"send":[{}]}]})"})
            QVERIFY2(!schema->validate(json(bad)).isEmpty(), bad);
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
