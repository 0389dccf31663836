// SPDX-License-Identifier: GPL-3.0-or-later
#include "expression/template.h"

#include <QTest>

using namespace signalbox::expression;
using namespace Qt::StringLiterals;
using signalbox::core::Random;
using signalbox::core::SeededRandom;
using signalbox::core::Value;
using signalbox::core::ValueType;

namespace {

class TestEnvironment final : public Environment
{
public:
    const Value &variable(int slot) const override { return m_values[slot]; }
    Value startParam(int) const override { return {}; }
    QString scriptReference() const override { return {}; }
    Random &random() const override { return m_random; }

    static int slotOf(QStringView name)
    {
        return static_cast<int>(QStringList({u"x"_s, u"n"_s, u"t"_s, u"1"_s, u"my var"_s}).indexOf(name));
    }

private:
    QList<Value> m_values{Value(u"a\"b[n]"_s), Value(1.5), Value::defaultOf(ValueType::DateTime), Value(u"one"_s), Value(u"mine"_s)};
    mutable SeededRandom m_random{1};
};

} // namespace

class TemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void replaces_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("uses");
        const auto row = [](const char *text, const char *expected, const char *uses) {
            QTest::newRow(text) << QString::fromUtf8(expected) << QString::fromUtf8(uses);
        };
        row("", "", "");
        row("plain", "plain", "");
        row("[x]", "a\"b[n]", "x 1+3");
        row("<[n]>", "<1.5>", "n 2+3");
        row("[n][n] [t]", "1.51.5 2000-01-01T00:00:00Z", "n 1+3,n 4+3,t 8+3");
        row("[my var]", "mine", "my var 1+8");
        row("[other]", "[other]", "");
        row("[X]", "[X]", "");
        row("[ x ]", "[ x ]", "");
        row("[]", "[]", "");
        row("{\"a\":[1,2],\"b\":[n]}", "{\"a\":[1,2],\"b\":1.5}", "n 16+3");
        row("[1]", "one", "1 1+3");
        row("[[n]]", "[1.5]", "n 2+3");
        row("[[n],[n]]", "[1.5,1.5]", "n 2+3,n 6+3");
        row("[n", "[n", "");
        row("n]", "n]", "");
        row("[a [n]", "[a 1.5", "n 4+3");
        row("[n] [", "1.5 [", "n 1+3");
        row("\xc3\xa4[n]",
            "\xc3\xa4"
            "1.5",
            "n 2+3");
    }

    void replaces()
    {
        QFETCH(QString, expected);
        QFETCH(QString, uses);
        const Template text(QString::fromUtf8(QTest::currentDataTag()), &TestEnvironment::slotOf);
        QCOMPARE(text.evaluate(TestEnvironment()), expected);
        QStringList found;
        for (const VariableUse &use : text.variables())
            found.append(u"%1 %2+%3"_s.arg(use.name).arg(use.column).arg(use.length));
        QCOMPARE(found.join(u','), uses);
    }

    void rendersStandIns()
    {
        const Template text(u"{\"a\":[n],\"b\":[1,2],\"c\":[other],\"d\":\"[x]\"}"_s, &TestEnvironment::slotOf);
        QCOMPARE(text.render([](const VariableUse &use) { return u'<' + use.name + QString::number(use.column) + u'>'; }),
                 u"{\"a\":<n6>,\"b\":[1,2],\"c\":[other],\"d\":\"<x37>\"}"_s);
    }

    void isLinear()
    {
        // A text of opening brackets only must not be searched anew from each of them.
        const Template open(QString(1'000'000, u'['), &TestEnvironment::slotOf);
        QCOMPARE(open.evaluate(TestEnvironment()).size(), 1'000'000);
        const Template many(u"[n]"_s.repeated(100'000), &TestEnvironment::slotOf);
        QCOMPARE(many.variables().size(), 100'000);
    }
};

QTEST_GUILESS_MAIN(TemplateTest)
#include "tst_template.moc"
