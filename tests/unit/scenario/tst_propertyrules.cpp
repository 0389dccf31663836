// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about properties and arguments: each row fires with its exact code and place, and its corrected text is silent.
#include "unit/scenario/documents.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace signalbox::test;

class PropertyRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void kinds_data();
    void kinds() { checkRule(); }
    void options_data();
    void options() { checkRule(); }
    void needed_data();
    void needed() { checkRule(); }
    void hidden_data();
    void hidden() { checkRule(); }
    void ranges_data();
    void ranges() { checkRule(); }
    void paths_data();
    void paths() { checkRule(); }
    void argumentShapes_data();
    void argumentShapes() { checkRule(); }
    void constants_data();
    void constants() { checkRule(); }
    void expressions_data();
    void expressions() { checkRule(); }
    void undeclared_data();
    void undeclared() { checkRule(); }
    void assignments_data();
    void assignments() { checkRule(); }
    void limitOfTheDialect();
    void chanceHasNoConstantValue();
    void faultsOfConstantExpressions();
    void textsAndNumbers_data();
    void textsAndNumbers();
    void brokenChoicesHideNothing();
    void unknownPropertiesAreNoFindings();
};

namespace {

const QString at = u"/objects/1/"_s;

QString timed(const QString &argument)
{
    return around(websock({{u"syncMode"_s, u"1"_s}, {u"timeoutSec"_s, argument}, {u"transferTimeout"_s, u"9"_s}}));
}

QString pause(const QString &argument)
{
    return around(component(103, {{u"timeoutMs"_s, argument}}));
}

} // namespace

void PropertyRulesTest::kinds_data()
{
    ruleColumns();
    const auto wrong = [](const QString &property) {
        return error(u"property.wrong_kind"_s, 2, property, at + property);
    };
    const QString good = around(websock());
    QTest::newRow("choice text") << around(websock({{u"direction"_s, u"¤\"0\""_s}})) << good << wrong(u"direction"_s);
    QTest::newRow("choice fraction") << around(websock({{u"direction"_s, u"¤0.5"_s}})) << good << wrong(u"direction"_s);
    QTest::newRow("yes/no boolean") << around(websock({{u"syncMode"_s, u"¤true"_s}})) << good << wrong(u"syncMode"_s);
    QTest::newRow("argument text") << around(websock({{u"conn"_s, u"¤\"c-1\""_s}})) << good << wrong(u"conn"_s);
    QTest::newRow("variable number") << around(websock({{u"errorVariable"_s, u"¤5"_s}})) << good << wrong(u"errorVariable"_s);
    QTest::newRow("transition text") << around(websock({{u"transferError"_s, u"¤\"9\""_s}})) << good << wrong(u"transferError"_s);
    QTest::newRow("transition null") << around(websock({{u"transferError"_s, u"¤null"_s}})) << good << wrong(u"transferError"_s);
    const QString assign = around(component(106, {{u"mode"_s, u"1"_s}, {u"operations"_s, u"%1"_s}}));
    QTest::newRow("assignments object") << assign.arg(u"¤{}"_s) << assign.arg(u"[]"_s) << wrong(u"operations"_s);
}

void PropertyRulesTest::options_data()
{
    ruleColumns();
    const auto unknown = [](const QString &property) {
        return error(u"property.unknown_option"_s, 2, property, at + property);
    };
    QTest::newRow("choice") << around(websock({{u"direction"_s, u"¤3"_s}})) << around(websock({{u"direction"_s, u"2"_s}}))
                            << unknown(u"direction"_s);
    QTest::newRow("negative") << around(websock({{u"operation"_s, u"¤-1"_s}})) << around(websock()) << unknown(u"operation"_s);
    QTest::newRow("yes/no") << around(websock({{u"syncMode"_s, u"¤2"_s}})) << around(websock({{u"syncMode"_s, u"0"_s}}))
                            << unknown(u"syncMode"_s);
    const QString compare = around(object({{u"oId"_s, u"2"_s},
                                           {u"oType"_s, u"104"_s},
                                           {u"arg1"_s, text(u"1"_s)},
                                           {u"arg2"_s, text(u"2"_s)},
                                           {u"compareType"_s, u"%1"_s},
                                           {u"transferTrue"_s, u"9"_s},
                                           {u"transferFalse"_s, u"9"_s}},
                                          {}));
    QTest::newRow("compare") << compare.arg(u"¤6"_s) << compare.arg(u"5"_s) << unknown(u"compareType"_s);
}

void PropertyRulesTest::needed_data()
{
    ruleColumns();
    const auto absent = [](const QString &property) {
        return error(u"property.empty"_s, 2, property, u"/objects/1"_s);
    };
    const auto empty = [](const QString &property) {
        return error(u"property.empty"_s, 2, property, at + property);
    };
    const QString good = around(websock());
    for (const QString &property : {u"conn"_s, u"capabilityName"_s, u"eventName"_s, u"content"_s}) {
        QTest::addRow("%s absent", qPrintable(property)) << around(u"¤"_s + websock({{property, {}}})) << good << absent(property);
        QTest::addRow("%s empty", qPrintable(property)) << around(websock({{property, u"¤"_s + text({})}})) << good << empty(property);
    }
    QTest::newRow("expression empty") << around(websock({{u"conn"_s, u"¤"_s + arg(3, 2, {})}})) << good << empty(u"conn"_s);
    QTest::newRow("variable empty") << around(websock({{u"conn"_s, u"¤"_s + arg(2, 2, {})}})) << good << empty(u"conn"_s);
    QTest::newRow("body of a message that is not JSON")
        << around(websock({{u"capabilityName"_s, text(u"msg"_s)}, {u"eventName"_s, text(u"note"_s)}, {u"content"_s, u"¤"_s + text({})}}))
        << around(websock({{u"capabilityName"_s, text(u"msg"_s)}, {u"eventName"_s, text(u"raw"_s)}, {u"content"_s, text({})}}))
        << empty(u"content"_s);
    const auto file = [](Members changes) {
        return object({{u"oId"_s, u"2"_s},
                       {u"oType"_s, u"144"_s},
                       {u"operation"_s, u"2"_s},
                       {u"conn"_s, text(u"c-1"_s)},
                       {u"websocktempMethod"_s, u"3"_s},
                       {u"websocktempFileName"_s, text(u"f"_s)},
                       {u"transfer"_s, u"9"_s},
                       {u"transferError"_s, u"9"_s}},
                      changes);
    };
    QTest::newRow("name of a file to delete") << around(u"¤"_s + file({{u"websocktempFileName"_s, {}}})) << around(file({}))
                                              << absent(u"websocktempFileName"_s);
    QTest::newRow("path of a file to put")
        << around(u"¤"_s + file({{u"websocktempMethod"_s, u"2"_s}, {u"websocktempFileName"_s, {}}}))
        << around(file({{u"websocktempMethod"_s, u"2"_s}, {u"websocktempFileName"_s, {}}, {u"websocktempFilePath"_s, text(u":TEMP/f"_s)}}))
        << absent(u"websocktempFilePath"_s);
    QTest::newRow("variable to assign to") << around(component(106, {{u"variable"_s, u"¤\"\""_s}, {u"value"_s, text(u"1"_s)}}))
                                           << around(component(106, {{u"variable"_s, u"\"a\""_s}, {u"value"_s, text(u"1"_s)}}),
                                                     {variable(u"a"_s)})
                                           << empty(u"variable"_s);
}

void PropertyRulesTest::hidden_data()
{
    ruleColumns();
    const auto finding = [](const QString &property) {
        return warning(u"property.hidden"_s, 2, property, at + property);
    };
    QTest::newRow("time without waiting") << around(websock({{u"timeoutSec"_s, u"¤"_s + text(u"5"_s)}})) << timed(text(u"5"_s))
                                          << finding(u"timeoutSec"_s);
    QTest::newRow("path of another operation") << around(websock({{u"filePath"_s, u"¤"_s + text(u"f"_s)}})) << around(websock())
                                               << finding(u"filePath"_s);
    QTest::newRow("choice of another operation")
        << around(websock({{u"websocktempMethod"_s, u"¤1"_s}})) << around(websock()) << finding(u"websocktempMethod"_s);
    QTest::newRow("its variables count as used") << around(websock({{u"timeoutSec"_s, u"¤"_s + arg(2, 2, u"a"_s)}}), {variable(u"a"_s)})
                                                 << around(websock()) << finding(u"timeoutSec"_s);
    QTest::newRow("its faults do not count") << around(websock({{u"timeoutSec"_s, u"¤"_s + arg(3, 2, u"1 +"_s)}})) << around(websock())
                                             << finding(u"timeoutSec"_s);
}

void PropertyRulesTest::ranges_data()
{
    ruleColumns();
    const Expected time = error(u"property.out_of_range"_s, 2, u"timeoutSec"_s, at + u"timeoutSec/value"_s);
    const auto constant = [](const QString &value) {
        return uR"({"argType":1,"varType":2,"value":%1})"_s.arg(value);
    };
    const auto expression = [](const QString &value) {
        return uR"({"argType":3,"varType":1,"value":%1})"_s.arg(value);
    };
    QTest::newRow("zero") << timed(constant(u"¤\"0\""_s)) << timed(constant(u"\"0.001\""_s)) << time;
    QTest::newRow("negative") << timed(constant(u"¤\"-5\""_s)) << timed(constant(u"\"5\""_s)) << time;
    QTest::newRow("too long") << timed(constant(u"¤\"3600.5\""_s)) << timed(constant(u"\"3600\""_s)) << time;
    QTest::newRow("constant expression") << timed(expression(u"¤\"60 * 61\""_s)) << timed(expression(u"\"60 * 60\""_s)) << time;
    QTest::newRow("template without variables")
        << timed(uR"({"argType":4,"varType":2,"value":¤"0"})"_s) << timed(uR"({"argType":4,"varType":2,"value":"1"})"_s) << time;
    QTest::newRow("pause") << pause(constant(u"¤\"-1\""_s)) << pause(constant(u"\"0\""_s))
                           << error(u"property.out_of_range"_s, 2, u"timeoutMs"_s, at + u"timeoutMs/value"_s);
    QTest::newRow("empty has its default") << timed(constant(u"¤\"0\""_s)) << timed(constant(u"\"\""_s)) << time;
}

void PropertyRulesTest::paths_data()
{
    ruleColumns();
    const auto path = [](const QString &argument) {
        return around(object({{u"oId"_s, u"2"_s},
                              {u"oType"_s, u"144"_s},
                              {u"operation"_s, u"1"_s},
                              {u"conn"_s, text(u"c-1"_s)},
                              {u"filePath"_s, argument},
                              {u"transfer"_s, u"9"_s},
                              {u"transferError"_s, u"9"_s}},
                             {}));
    };
    const Expected finding = warning(u"path.no_category"_s, 2, u"filePath"_s, at + u"filePath/value"_s);
    const auto constant = [](const QString &value) {
        return uR"({"argType":1,"varType":2,"value":%1})"_s.arg(value);
    };
    QTest::newRow("relative") << path(constant(u"¤\"a.txt\""_s)) << path(constant(u"\":TEMP/a.txt\""_s)) << finding;
    QTest::newRow("absolute") << path(constant(u"¤\"/tmp/a.txt\""_s)) << path(constant(u"\":SYNC_COMMON/custom/a.txt\""_s)) << finding;
    QTest::newRow("no slash") << path(constant(u"¤\":TEMP\""_s)) << path(constant(u"\":GLOBALSHARE/a\""_s)) << finding;
    QTest::newRow("no name") << path(constant(u"¤\":/a\""_s)) << path(constant(u"\":A/a\""_s)) << finding;
    QTest::newRow("lower case") << path(constant(u"¤\":temp/a\""_s)) << path(constant(u"\":TEMP/a\""_s)) << finding;
}

void PropertyRulesTest::argumentShapes_data()
{
    ruleColumns();
    const QString good = around(websock());
    const auto with = [](const QString &argument) {
        return around(websock({{u"conn"_s, argument}}));
    };
    const auto wrong = [](const QString &below) {
        return error(u"argument.wrong_kind"_s, 2, u"conn"_s, at + u"conn"_s + below);
    };
    const auto unknown = [](const QString &below) {
        return error(u"argument.unknown_type"_s, 2, u"conn"_s, at + u"conn"_s + below);
    };
    QTest::newRow("no argType") << with(uR"(¤{"varType":2,"value":"c"})"_s) << good << wrong({});
    QTest::newRow("no varType") << with(uR"(¤{"argType":1,"value":"c"})"_s) << good << wrong({});
    QTest::newRow("no value") << with(uR"(¤{"argType":1,"varType":2})"_s) << good << wrong({});
    QTest::newRow("argType text") << with(uR"({"argType":¤"1","varType":2,"value":"c"})"_s) << good << wrong(u"/argType"_s);
    QTest::newRow("varType fraction") << with(uR"({"argType":1,"varType":¤2.5,"value":"c"})"_s) << good << wrong(u"/varType"_s);
    QTest::newRow("value number") << with(uR"({"argType":1,"varType":1,"value":¤5})"_s) << good << wrong(u"/value"_s);
    QTest::newRow("argType unknown") << with(uR"({"argType":¤5,"varType":2,"value":"c"})"_s) << good << unknown(u"/argType"_s);
    QTest::newRow("varType unknown") << with(uR"({"argType":1,"varType":¤0,"value":"c"})"_s) << good << unknown(u"/varType"_s);
}

void PropertyRulesTest::constants_data()
{
    ruleColumns();
    const auto event = [](const QString &argument) {
        return around(websock({{u"eventName"_s, argument}}));
    };
    QTest::newRow("number") << event(uR"({"argType":1,"varType":1,"value":¤"five"})"_s) << event(arg(1, 1, u"5e0"_s))
                            << error(u"argument.not_a_number"_s, 2, u"eventName"_s, at + u"eventName/value"_s);
    QTest::newRow("text of a time") << timed(uR"({"argType":1,"varType":2,"value":¤"5s"})"_s) << timed(arg(1, 2, u"5"_s))
                                    << error(u"argument.not_a_number"_s, 2, u"timeoutSec"_s, at + u"timeoutSec/value"_s);
    QTest::newRow("expression of a time") << timed(uR"({"argType":3,"varType":2,"value":¤"\"a\" ++ \"b\""})"_s)
                                          << timed(arg(3, 2, u"1 ++ 2"_s))
                                          << error(u"argument.not_a_number"_s, 2, u"timeoutSec"_s, at + u"timeoutSec/value"_s);
    QTest::newRow("date-time") << event(uR"({"argType":1,"varType":3,"value":¤"tomorrow"})"_s)
                               << event(arg(1, 3, u"2026-01-31T12:00:00Z"_s))
                               << error(u"argument.not_a_date_time"_s, 2, u"eventName"_s, at + u"eventName/value"_s);
}

void PropertyRulesTest::expressions_data()
{
    ruleColumns();
    const auto event = [](const QString &expression) {
        return around(websock({{u"eventName"_s, arg(3, 2, expression)}}));
    };
    const auto finding = [](const QString &code) {
        return error(code, 2, u"eventName"_s, at + u"eventName/value"_s);
    };
    QTest::newRow("first column") << event(u"¤) + 1"_s) << event(u"(1) + 1"_s) << finding(u"expression.syntax"_s);
    QTest::newRow("behind escapes") << event(uR"(\"a\" ++ ¤))"_s) << event(uR"(\"a\" ++ 1)"_s) << finding(u"expression.syntax"_s);
    QTest::newRow("unknown function") << event(u"1 + ¤foo(2)"_s) << event(u"1 + abs(2)"_s) << finding(u"expression.unknown_function"_s);
    QTest::newRow("arity") << event(u"1 + ¤abs(1, 2)"_s) << event(u"1 + abs(1)"_s) << finding(u"expression.arity"_s);
    QTest::newRow("behind letters that files may escape")
        << around(websock({{u"eventName"_s, uR"x({"argType":3,"varType":2,"value":¤"\"ж\" ++ )"})x"_s}})) << event(u"1"_s)
        << finding(u"expression.syntax"_s);
}

void PropertyRulesTest::undeclared_data()
{
    ruleColumns();
    const auto finding = [](const QString &property, const QString &below) {
        return error(u"variable.undeclared"_s, 2, property, at + property + below);
    };
    const QStringList a{variable(u"a"_s)};
    QTest::newRow("argument") << around(websock({{u"conn"_s, uR"({"argType":2,"varType":2,"value":¤"b"})"_s}}))
                              << around(websock({{u"conn"_s, arg(2, 2, u"a"_s)}}), a) << finding(u"conn"_s, u"/value"_s);
    QTest::newRow("expression") << around(websock({{u"conn"_s, arg(3, 2, u"[a] + ¤[b]"_s)}}), a)
                                << around(websock({{u"conn"_s, arg(3, 2, u"[a] + [a]"_s)}}), a) << finding(u"conn"_s, u"/value"_s);
    QTest::newRow("property") << around(websock({{u"errorVariable"_s, u"¤\"b\""_s}}))
                              << around(websock({{u"errorVariable"_s, u"\"a\""_s}}), a) << finding(u"errorVariable"_s, {});
    QTest::newRow("case counts") << around(websock({{u"errorVariable"_s, u"¤\"A\""_s}, {u"conn"_s, arg(2, 2, u"a"_s)}}), a)
                                 << around(websock({{u"errorVariable"_s, u"\"a\""_s}}), a) << finding(u"errorVariable"_s, {});
    QTest::newRow("argument without a name")
        << pause(u"{\"argType\":1,\"varType\":1,\"value\":\"1\"}"_s)
               .replace(u"\"oType\":102"_s, u"\"oType\":102,\"returnValue\":{\"argType\":2,\"varType\":2,\"value\":¤\"\"}"_s)
        << pause(text(u"1"_s)) << error(u"variable.undeclared"_s, 9, u"returnValue"_s, u"/objects/2/returnValue/value"_s);
    QTest::newRow("start parameter") << document({start({{u"startParam"_s, u"¤\"b\""_s}, {u"transfer"_s, u"9"_s}}), stop()})
                                     << document({start({{u"startParam"_s, u"\"a\""_s}, {u"transfer"_s, u"9"_s}}), stop()}, a)
                                     << error(u"variable.undeclared"_s, 1, u"startParam"_s, u"/objects/0/startParam"_s);
    QTest::newRow("a template keeps its text") << around(websock({{u"conn"_s, uR"({"argType":2,"varType":2,"value":¤"b"})"_s}}))
                                               << around(websock({{u"conn"_s, arg(4, 2, u"[b]"_s)}})) << finding(u"conn"_s, u"/value"_s);
}

void PropertyRulesTest::assignments_data()
{
    ruleColumns();
    const auto with = [](const QString &operations) {
        return around(component(106, {{u"mode"_s, u"1"_s}, {u"operations"_s, operations}}), {variable(u"a"_s)});
    };
    const QString one = uR"({"variable":"a","value":%1})"_s.arg(text(u"1"_s));
    const QString good = with(u'[' + one + u']');
    const auto finding = [](const QString &code, const QString &below) {
        return error(code, 2, u"operations"_s, at + u"operations"_s + below);
    };
    const auto wrong = [&](const QString &below) {
        return finding(u"argument.wrong_kind"_s, below);
    };
    const QString two = u"[%1,%2]"_s.arg(one);
    QTest::newRow("text") << with(two.arg(u"¤\"x\""_s)) << good << wrong(u"/1"_s);
    QTest::newRow("no variable") << with(two.arg(u"¤{\"value\":%1}"_s).arg(text(u"1"_s))) << good << wrong(u"/1"_s);
    QTest::newRow("variable number") << with(two.arg(u"{\"variable\":¤1,\"value\":%1}"_s).arg(text(u"1"_s))) << good
                                     << wrong(u"/1/variable"_s);
    QTest::newRow("no value") << with(two.arg(u"¤{\"variable\":\"a\"}"_s)) << good << wrong(u"/1"_s);
    QTest::newRow("value text") << with(two.arg(u"{\"variable\":\"a\",\"value\":¤\"1\"}"_s)) << good << wrong(u"/1/value"_s);
    QTest::newRow("value's type") << with(two.arg(u"{\"variable\":\"a\",\"value\":{\"argType\":1,\"varType\":¤9,\"value\":\"1\"}}"_s))
                                  << good << finding(u"argument.unknown_type"_s, u"/1/value/varType"_s);
    QTest::newRow("undeclared") << with(two.arg(u"{\"variable\":¤\"b\",\"value\":%1}"_s).arg(text(u"1"_s))) << good
                                << finding(u"variable.undeclared"_s, u"/1/variable"_s);
    QTest::newRow("not named") << with(two.arg(u"{\"variable\":¤\"\",\"value\":%1}"_s).arg(text(u"1"_s))) << good
                               << finding(u"variable.undeclared"_s, u"/1/variable"_s);
    QTest::newRow("undeclared in a value") << with(two.arg(u"{\"variable\":\"a\",\"value\":%1}"_s).arg(arg(3, 1, u"1 + ¤[b]"_s)))
                                           << with(two.arg(u"{\"variable\":\"a\",\"value\":%1}"_s).arg(arg(3, 1, u"1 + [a]"_s)))
                                           << finding(u"variable.undeclared"_s, u"/1/value/value"_s);
}

void PropertyRulesTest::limitOfTheDialect()
{
    core::Dialect dialect;
    dialect.timeoutMaxS = 20;
    QVERIFY(validate(timed(text(u"20"_s)), dialect).isEmpty());
    const core::Diagnostics found = validate(timed(text(u"21"_s)), dialect);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().code, u"property.out_of_range"_s);
    QVERIFY2(found.first().message.contains(u"at most 20"_s), qPrintable(found.first().message));
    dialect.timeoutMaxS = 7200;
    QVERIFY(validate(timed(text(u"7200"_s)), dialect).isEmpty());
}

void PropertyRulesTest::chanceHasNoConstantValue()
{
    for (const QString &expression : {u"random() * 9000 + 3601"_s, u"num(startparam(1)) + 9000"_s, u"len(getscriptref()) + 9000"_s})
        mustBeClean(timed(arg(3, 1, expression)));
}

void PropertyRulesTest::faultsOfConstantExpressions()
{
    const core::Diagnostics found = validate(timed(arg(3, 1, u"1 / 0"_s)));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().code, u"expression.value"_s);
    QCOMPARE(found.first().pointer, at + u"timeoutSec/value"_s);
    QVERIFY2(found.first().message.contains(u"of the expression)"_s), qPrintable(found.first().message));
}

void PropertyRulesTest::textsAndNumbers_data()
{
    QTest::addColumn<QString>("members");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("property");
    QTest::newRow("good") << uR"("count":5,"title":"x")"_s << QString() << QString();
    QTest::newRow("limits") << uR"("count":1.5,"title":"")"_s << QString() << QString();
    QTest::newRow("absent") << QString() << QString() << QString();
    QTest::newRow("number as text") << uR"("count":"5")"_s << u"property.wrong_kind"_s << u"count"_s;
    QTest::newRow("text as number") << uR"("title":5)"_s << u"property.wrong_kind"_s << u"title"_s;
    QTest::newRow("too small") << uR"("count":1.4)"_s << u"property.out_of_range"_s << u"count"_s;
    QTest::newRow("too large") << uR"("count":8.1)"_s << u"property.out_of_range"_s << u"count"_s;
}

void PropertyRulesTest::textsAndNumbers()
{
    // No component of the program has such properties yet; a description may.
    catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const auto added = catalogue.add(R"({"index": 900, "name": "trial", "title": "Trial", "help": "Trial.", "documented": true,
        "mode": "synchronous", "family": "flow", "outcomes": [{"code": "done", "title": "Next", "property": "transfer"}],
        "properties": [
            {"code": "count", "title": "Count", "kind": "number", "help": "Count.", "conditional": false, "default": null, "minimum": 1.5, "maximum": 8},
            {"code": "title", "title": "Title", "kind": "text", "help": "Title.", "conditional": false, "default": null},
            {"code": "transfer", "title": "Transition", "kind": "transition", "help": "Next.", "conditional": false, "default": null}]})");
    QVERIFY2(added, qPrintable(added ? QString() : added.error().detail));
    QFETCH(const QString, members);
    QFETCH(const QString, code);
    QFETCH(const QString, property);
    const QString trial = uR"({"oId":2,"oType":900,"transfer":9%1})"_s.arg(members.isEmpty() ? QString() : u',' + members);
    const core::Dialect dialect;
    const core::Diagnostics found =
        scenario::Validator(catalogue, capabilities(), dialect).validate(scenario::readScenario(around(trial).toUtf8()).scenario.value());
    QVERIFY2(found.size() == (code.isEmpty() ? 0 : 1), qPrintable(describe(found)));
    if (found.isEmpty())
        return;
    QCOMPARE(found.first().code, code);
    QCOMPARE(found.first().property, property);
    QCOMPARE(found.first().pointer, at + property);
}

void PropertyRulesTest::brokenChoicesHideNothing()
{
    // Of what depends on it nothing is said, neither "hidden" nor "needed", but its variables count as used.
    mustFind(
        around(
            websock({{u"operation"_s, u"¤9"_s}, {u"content"_s, {}}, {u"filePath"_s, text(u"x"_s)}, {u"timeoutSec"_s, arg(2, 2, u"a"_s)}}),
            {variable(u"a"_s)}),
        error(u"property.unknown_option"_s, 2, u"operation"_s, at + u"operation"_s));
    // What does not depend on it is checked as ever.
    const core::Diagnostics found = validate(around(websock({{u"direction"_s, u"9"_s}, {u"conn"_s, {}}, {u"filePath"_s, text(u"x"_s)}})));
    QStringList codes;
    for (const core::Diagnostic &d : found)
        codes.append(d.code);
    QCOMPARE(codes, QStringList({u"property.empty"_s, u"property.unknown_option"_s, u"property.hidden"_s}));
}

void PropertyRulesTest::unknownPropertiesAreNoFindings()
{
    mustBeClean(around(websock({{u"implementedTime"_s, u"60000"_s}, {u"later"_s, u"{\"argType\":77}"_s}, {u"transferLater"_s, u"12"_s}})));
}

QTEST_GUILESS_MAIN(PropertyRulesTest)
#include "tst_propertyrules.moc"
