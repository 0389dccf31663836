// SPDX-License-Identifier: GPL-3.0-or-later
#include "expression/comparison.h"
#include "expression/expression.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace signalbox::expression;
using namespace Qt::StringLiterals;
using signalbox::core::Random;
using signalbox::core::SeededRandom;
using signalbox::core::Value;
using signalbox::core::ValueType;

namespace {

/// Variables: i = 1 (number), z = 0 (number), n = "4" and m = "5" (texts that read as numbers), s = "abc", e = "", t = a date-time,
/// "my var" = "x", u = text beyond the basic plane.
class TestEnvironment final : public Environment
{
public:
    TestEnvironment()
    {
        add(u"i"_s, Value(1.0));
        add(u"z"_s, Value(0.0));
        add(u"n"_s, Value(u"4"_s));
        add(u"m"_s, Value(u" 5 "_s));
        add(u"s"_s, Value(u"abc"_s));
        add(u"e"_s, Value(QString()));
        add(u"t"_s, Value::defaultOf(ValueType::DateTime));
        add(u"my var"_s, Value(u"x"_s));
        add(u"u"_s, Value(u"a\U0001F600b"_s));
        static const QString big(9 * 1024 * 1024, u'x');
        add(u"big"_s, Value(big));
    }

    const Value &variable(int slot) const override { return m_values[slot]; }
    Value startParam(int number) const override { return number == 2 ? Value(u"7"_s) : Value(); }
    QString scriptReference() const override { return u"ref-1"_s; }
    Random &random() const override { return m_random; }

    SlotOf slotOf() const
    {
        return [this](QStringView name) {
            return static_cast<int>(m_names.indexOf(name.toString()));
        };
    }

private:
    void add(const QString &name, const Value &value)
    {
        m_names.append(name);
        m_values.append(value);
    }

    QStringList m_names;
    QList<Value> m_values;
    mutable SeededRandom m_random{7};
};

/// The result's type and text, or the error's code and column.
QString outcome(const QString &text)
{
    const TestEnvironment environment;
    auto expression = Expression::parse(text);
    if (!expression)
        return u"%1 @%2"_s.arg(expression.error().code).arg(expression.error().column);
    expression->bind(environment.slotOf());
    const auto value = expression->evaluate(environment);
    if (!value)
        return u"%1 @%2"_s.arg(value.error().code).arg(value.error().column);
    return signalbox::core::valueTypeName(value->type()) + u' ' + value->toText();
}

} // namespace

class ExpressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void evaluates_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(expected);
        };
        // Literals
        row("5", "number 5");
        row("  5  ", "number 5");
        row("007", "number 7");
        row("1.50", "number 1.5");
        row(".5", "number 0.5");
        row("5.", "number 5");
        row("1.5e3", "number 1500");
        row("1E-2", "number 0.01");
        row("\"\"", "string ");
        row("\"a b\"", "string a b");
        row("\"say \"\"hi\"\"\"", "string say \"hi\"");
        row("\"say \\\"hi\\\"\"", "string say \"hi\"");
        row("\"a\\\\b\"", "string a\\b");
        row("\"C:\\temp\"", "string C:\\temp");
        row("\"\"\"\"", "string \"");
        row("\"[i]\"", "string [i]");
        // Variables
        row("[i]", "number 1");
        row("[n]", "string 4");
        row("[my var]", "string x");
        row("[t]", "date-time 2000-01-01T00:00:00Z");
        // + as documented
        row("2 + 3 + [s]", "string 5abc");
        row("\"2\" + \"3\" + [s]", "string 23abc");
        // + in full
        row("2 + 3", "number 5");
        row("[i] + 1", "number 2");
        row("[n] + 1", "number 5");
        row("1 + [n]", "number 5");
        row("[n] + [m]", "number 9");
        row("\"2\" + 3", "string 23");
        row("2 + \"3\"", "string 23");
        row("\"2\" + [n]", "string 24");
        row("\"1\" + 1 + 2", "string 112");
        row("(\"1\" + 1) + 2", "string 112");
        row("([n] ++ 1) + 2", "string 412");
        row("num(\"1\" + 1) + 2", "number 13");
        row("[s] + 1", "string abc1");
        row("[e] + 1", "string 1");
        row("[s] + [n]", "string abc4");
        row("startparam(2) + 1", "number 8");
        row("startparam(1) + 1", "string 1");
        row("substr(\"123\", 2) + 1", "number 24");
        row("if(1, \"2\", \"\") + 3", "string 23");
        row("\"at \" + [t]", "string at 2000-01-01T00:00:00Z");
        row("[t] + [e]", "string 2000-01-01T00:00:00Z");
        // ++
        row("2 ++ 3", "string 23");
        row("[i]++[i]", "string 11");
        row("[t] ++ 1", "string 2000-01-01T00:00:00Z1");
        // Arithmetic
        row("2 - 3", "number -1");
        row("5-3-1", "number 1");
        row("2 * 3 + 4", "number 10");
        row("2 + 3 * 4", "number 14");
        row("(2 + 3) * 4", "number 20");
        row("7 / 2", "number 3.5");
        row("8 / 2 / 2", "number 2");
        row("2 ^ 10", "number 1024");
        row("2 ^ 3 ^ 2", "number 512");
        row("2 ^ -1", "number 0.5");
        row("-2 ^ 2", "number -4");
        row("(-2) ^ 2", "number 4");
        row("--3", "number 3");
        row("1--1", "number 2");
        row("1 - -[n]", "number 5");
        row("-[z]", "number 0");
        row("\"6\" / \"2\"", "number 3");
        row("[n] * [m]", "number 20");
        row("0.1 + 0.2", "number 0.30000000000000004");
        // Comparison
        row("1 < 2", "string true");
        row("2 =< 2", "string true");
        row("2 <= 1", "string false");
        row("1 == 1.0", "string true");
        row("1 >= 2", "string false");
        row("2 > 1", "string true");
        row("1 =/= 1", "string false");
        row("1 != 2", "string true");
        row("1<-1", "string false");
        row("\"10\" < \"9\"", "string true");
        row("10 < \"9\"", "string false");
        row("[n] == 4", "string true");
        row("[n] == \"4.0\"", "string false");
        row("\"a\" == \"A\"", "string false");
        row("[s] > 5", "string true");
        row("[t] == [t]", "string true");
        row("[t] == \"2000-01-01T00:00:00Z\"", "string true");
        row("[t] < [e]", "string false");
        row("1 + 1 == 2", "string true");
        row("1 < 2 == \"true\"", "string true");
        // Choice
        row("if(1 < 2, \"yes\", \"no\")", "string yes");
        row("IF(1 > 2, \"yes\", \"no\")", "string no");
        row("ifelse([z], 1, 2)", "number 2");
        row("if(\"TRUE\", 1, 2)", "number 1");
        row("if(\"false\", 1, 2)", "number 2");
        row("if(\"0\", 1, 2)", "number 2");
        row("if(0, 1)", "string ");
        row("if(1, 1)", "number 1");
        row("if(1, 2, 1 / 0)", "number 2");
        row("if(0, [nobody], 3)", "number 3");
        row("if(0, 1, if(1, 2, 3)) + 1", "number 3");
        row("1 + if(1, if(0, 1, 2), 3) * 2", "number 5");
        // Functions
        row("abs(-3)", "number 3");
        row("ABS(-3)", "number 3");
        row("acos(1)", "number 0");
        row("asin(0)", "number 0");
        row("atan(0)", "number 0");
        row("round(atan2(1, 0) * 1000)", "number 1571");
        row("ceil(1.2)", "number 2");
        row("cos(0)", "number 1");
        row("cosh(0)", "number 1");
        row("erf(0)", "number 0");
        row("erfc(0)", "number 1");
        row("exp(0)", "number 1");
        row("floor(-1.2)", "number -2");
        row("lg(1000)", "number 3");
        row("ln(1)", "number 0");
        row("log(8, 2)", "number 3");
        row("log(1000, 10)", "number 3");
        row("round(log(9, 3))", "number 2");
        row("log10(100)", "number 2");
        row("log2(8)", "number 3");
        row("max(1, 3, 2)", "number 3");
        row("min(3, \"1\", 2)", "number 1");
        row("max(5)", "number 5");
        row("pow(2, 3)", "number 8");
        row("round(2.5)", "number 3");
        row("round(-2.5)", "number -3");
        row("sin(0)", "number 0");
        row("sinh(0)", "number 0");
        row("sqrt(9)", "number 3");
        row("tan(0)", "number 0");
        row("tanh(0)", "number 0");
        row("len(\"abc\")", "number 3");
        row("length([u])", "number 3");
        row("len(12)", "number 2");
        row("substr([s], 1)", "string abc");
        row("substr([s], 2, 1)", "string b");
        row("substr([s], 4)", "string ");
        row("substr([s], 9, 2)", "string ");
        row("substr([s], 2, 99)", "string bc");
        row("substr([s], 2, 0)", "string ");
        row("substr([u], 2, 1)", "string \xf0\x9f\x98\x80");
        row("num(\" 5 \")", "number 5");
        row("\"a\" + endline() + \"b\"", "string a\nb");
        row("\"a\" + endline + \"b\"", "string a\nb");
        row("getscriptref()", "string ref-1");
        row("random(1)", "number 1");
        row("random(5, 5)", "number 5");
        row("random(-3, -3)", "number -3");
        row("random() < 1", "string true");
        row("random < 1", "string true");
    }

    void evaluates()
    {
        QFETCH(QString, expected);
        QCOMPARE(outcome(QString::fromUtf8(QTest::currentDataTag())), expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(expected);
        };
        row("   ", "expression.syntax @4");
        row("1 +", "expression.syntax @4");
        row("1 + + 2", "expression.syntax @5");
        row("1 2", "expression.syntax @3");
        row("1 = 2", "expression.syntax @3");
        row("1)", "expression.syntax @2");
        row("(1", "expression.syntax @1");
        row("(1 2)", "expression.syntax @4");
        row("()", "expression.syntax @2");
        row("* 2", "expression.syntax @1");
        row("1 ^", "expression.syntax @4");
        row("-", "expression.syntax @2");
        row("\"abc", "expression.syntax @1");
        row("1 + \"C:\\\"", "expression.syntax @5");
        row("[abc", "expression.syntax @1");
        row("[a[b]", "expression.syntax @1");
        row("[]", "expression.syntax @1");
        row("[ ]", "expression.syntax @1");
        row("1.2.3", "expression.syntax @1");
        row("2x", "expression.syntax @1");
        row("2e", "expression.syntax @1");
        row("1e999", "expression.syntax @1");
        row("1 # 2", "expression.syntax @3");
        row("{}", "expression.syntax @1");
        row("abs 1", "expression.syntax @1");
        row("abs", "expression.syntax @1");
        row("abs(1", "expression.syntax @1");
        row("abs(1;2)", "expression.syntax @6");
        row("if(1, 2", "expression.syntax @1");
        row("max(1,)", "expression.syntax @7");
        row("1 + foo(1)", "expression.unknown_function @5");
        row("foo", "expression.unknown_function @1");
        row("\xc3\xa4\xc3\xb6(1)", "expression.unknown_function @1");
        row("1 + abs()", "expression.arity @5");
        row("abs(1, 2)", "expression.arity @1");
        row("log(10)", "expression.arity @1");
        row("if()", "expression.arity @1");
        row("if(1)", "expression.arity @1");
        row("ifelse(1, 2)", "expression.arity @1");
        row("if(1, 2, 3, 4)", "expression.arity @1");
        row("endline(1)", "expression.arity @1");
        row("random(1, 2, 3)", "expression.arity @1");
        row("substr(\"a\")", "expression.arity @1");
        row("1 + [nobody]", "expression.undeclared @5");
        row("[s] - 1", "expression.value @5");
        row("1 * [s]", "expression.value @3");
        row("1 - [e]", "expression.value @3");
        row("-[s]", "expression.value @1");
        row("1 / 0", "expression.value @3");
        row("1 / [z]", "expression.value @3");
        row("0 / 0", "expression.value @3");
        row("10 ^ 400", "expression.value @4");
        row("(-1) ^ 0.5", "expression.value @6");
        row("1e308 + 1e308", "expression.value @7");
        row("1e308 * 10", "expression.value @7");
        row("-1e308 - 1e308", "expression.value @8");
        row("1e308 / 0.01", "expression.value @7");
        row("pow(10, 400)", "expression.value @1");
        row("1 + sqrt(-1)", "expression.value @5");
        row("ln(0)", "expression.value @1");
        row("ln(-1)", "expression.value @1");
        row("log(8, 1)", "expression.value @1");
        row("acos(2)", "expression.value @1");
        row("exp(1000)", "expression.value @1");
        row("abs([s])", "expression.value @1");
        row("pow([s], 1)", "expression.value @1");
        row("pow(1, [s])", "expression.value @1");
        row("max(1, [s])", "expression.value @1");
        row("max([s], 1)", "expression.value @1");
        row("num([s])", "expression.value @1");
        row("num([t])", "expression.value @1");
        row("substr([s], 0)", "expression.value @1");
        row("substr([s], 1.5)", "expression.value @1");
        row("substr([s], 1, -1)", "expression.value @1");
        row("substr([s], [s])", "expression.value @1");
        row("startparam(0)", "expression.value @1");
        row("startparam(21)", "expression.value @1");
        row("random(0)", "expression.value @1");
        row("random(5, 4)", "expression.value @1");
        row("random(1.5, 4)", "expression.value @1");
        row("if([s], 1, 2)", "expression.value @4");
        row("if([e], 1, 2)", "expression.value @4");
        row("if([t], 1, 2)", "expression.value @4");
        row("[t] + 1", "expression.value @5");
        row("1 + [t]", "expression.value @3");
        row("[t] + [t]", "expression.value @5");
        row("[t] - [t]", "expression.value @5");
        row("[big] ++ [big]", "expression.value @7");
        row("[big] + [big]", "expression.value @7");
    }

    void refuses()
    {
        QFETCH(QString, expected);
        QCOMPARE(outcome(QString::fromUtf8(QTest::currentDataTag())), expected);
    }

    void saysWhatIsWrong()
    {
        const TestEnvironment environment;
        const auto message = [&](const QString &text) {
            auto expression = Expression::parse(text);
            if (!expression)
                return expression.error().message;
            expression->bind(environment.slotOf());
            const auto value = expression->evaluate(environment);
            return value ? QString() : value.error().message;
        };
        QCOMPARE(message(QString()), u"The expression is empty."_s);
        QCOMPARE(message(u"[nobody]"_s), u"There is no variable \"nobody\"."_s);
        QCOMPARE(message(u"[s] * 2"_s), u"\"abc\" is not a number."_s);
        QCOMPARE(message(u"foo(1)"_s), u"There is no function \"foo\". A variable stands in brackets, a text in quotes."_s);
        QCOMPARE(message(u"abs(1, 2)"_s), u"\"abs\" takes one argument, not 2."_s);
        QCOMPARE(message(u"endline(1)"_s), u"\"endline\" takes no arguments."_s);
        QCOMPARE(message(u"log(1)"_s), u"\"log\" takes 2 arguments, not 1."_s);
        QCOMPARE(message(u"substr(1)"_s), u"\"substr\" takes 2 to 3 arguments, not 1."_s);
        QCOMPARE(message(u"startparam(21)"_s), u"Argument 1 must be a whole number from 1 to 20."_s);
        QCOMPARE(message(u"1 / 0"_s), u"A division by zero has no result."_s);
    }

    void keepsToItsLimits()
    {
        QString longest = QString(64 * 1024 - 1, u' ') + u'1';
        QCOMPARE(outcome(longest), u"number 1"_s);
        QCOMPARE(outcome(longest + u' '), u"expression.too_long @1"_s);
        // A chain is no nesting.
        QCOMPARE(outcome(u"1"_s + u"+1"_s.repeated(30'000)), u"number 30001"_s);
        QCOMPARE(outcome(QString(200, u'(') + u'1' + QString(200, u')')), u"number 1"_s);
        QCOMPARE(outcome(QString(201, u'(') + u'1' + QString(201, u')')), u"expression.too_deep @202"_s);
        QCOMPARE(outcome(QString(200, u'-') + u'1'), u"number 1"_s);
        QCOMPARE(outcome(QString(201, u'-') + u'1'), u"expression.too_deep @202"_s);
        QCOMPARE(outcome(u"1^"_s.repeated(200) + u'1'), u"number 1"_s);
        QCOMPARE(outcome(u"1^"_s.repeated(201) + u'1'), u"expression.too_deep @403"_s);
        QCOMPARE(outcome(u"abs("_s.repeated(60'000 / 4)), u"expression.too_deep @805"_s);
        QCOMPARE(outcome(u"max("_s + u"1,"_s.repeated(99) + u"2)"_s), u"number 2"_s);
        QCOMPARE(outcome(u"max("_s + u"1,"_s.repeated(100) + u"2)"_s), u"expression.arity @1"_s);
        QCOMPARE(outcome(u"max("_s + u"1,"_s.repeated(300) + u"2)"_s), u"expression.arity @1"_s);
    }

    void listsVariables()
    {
        const auto expression = Expression::parse(u"[a] + len([my var]) + \"[x]\" + [a]"_s);
        QVERIFY(expression.has_value());
        QStringList uses;
        for (const VariableUse &use : expression->variables())
            uses.append(u"%1 %2+%3"_s.arg(use.name).arg(use.column).arg(use.length));
        QCOMPARE(uses, QStringList({u"a 1+3"_s, u"my var 11+8"_s, u"a 31+3"_s}));
    }

    void bindsEachCopyByItself()
    {
        const TestEnvironment environment;
        auto first = Expression::parse(u"[a]"_s);
        QVERIFY(first.has_value());
        Expression second = *first;
        QCOMPARE(second.evaluate(environment).error().code, u"expression.undeclared"_s);
        first->bind([](QStringView) { return 0; });
        second.bind([](QStringView) { return 4; });
        QCOMPARE(first->evaluate(environment)->toText(), u"1"_s);
        QCOMPARE(second.evaluate(environment)->toText(), u"abc"_s);
        second.bind([](QStringView) { return -1; });
        QCOMPARE(second.evaluate(environment).error().code, u"expression.undeclared"_s);
    }

    void drawsWithinItsRange()
    {
        const TestEnvironment environment;
        const auto die = Expression::parse(u"random(6)"_s);
        const auto range = Expression::parse(u"random(-1, 1)"_s);
        const auto unit = Expression::parse(u"random()"_s);
        QMap<double, int> rolls;
        QMap<double, int> draws;
        for (int i = 0; i < 600; ++i) {
            ++rolls[*die->evaluate(environment)->toNumber()];
            ++draws[*range->evaluate(environment)->toNumber()];
            const double drawn = *unit->evaluate(environment)->toNumber();
            QVERIFY(drawn >= 0 && drawn < 1);
        }
        QCOMPARE(rolls.keys(), QList<double>({1, 2, 3, 4, 5, 6}));
        QCOMPARE(draws.keys(), QList<double>({-1, 0, 1}));
    }

    void comparesByType()
    {
        for (int id = 0; id < 6; ++id)
            QCOMPARE(static_cast<int>(*comparisonOf(id)), id);
        QVERIFY(!comparisonOf(-1));
        QVERIFY(!comparisonOf(6));
        const Value early(QDateTime(QDate(2024, 1, 1), QTime(12, 0), Qt::UTC));
        const Value same(QDateTime(QDate(2024, 1, 1), QTime(15, 0), Qt::OffsetFromUTC, 3 * 3600));
        const Value late(QDateTime(QDate(2024, 1, 1), QTime(13, 0), Qt::UTC));
        QVERIFY(compare(early, Comparison::Equal, same));
        QVERIFY(compare(early, Comparison::Less, late));
        QVERIFY(compare(same, Comparison::Less, late)); // as times, though not as texts
        QVERIFY(compare(late, Comparison::GreaterOrEqual, early));
        QVERIFY(compare(early, Comparison::LessOrEqual, same));
        QVERIFY(compare(early, Comparison::NotEqual, late));
        QVERIFY(compare(late, Comparison::Greater, early));
        QVERIFY(compare(Value(10.0), Comparison::Greater, Value(u"9"_s)));
        QVERIFY(compare(Value(u"10"_s), Comparison::Less, Value(u"9"_s)));
        QVERIFY(compare(Value(5.0), Comparison::Equal, Value(u" 5.0 "_s)));
        QVERIFY(compare(Value(5.0), Comparison::Less, Value(u"x"_s)));
    }
};

QTEST_GUILESS_MAIN(ExpressionTest)
#include "tst_expression.moc"
