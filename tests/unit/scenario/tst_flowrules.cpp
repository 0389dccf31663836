// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about where control goes: each row fires with its exact code and place, and its corrected text is silent.
#include "unit/scenario/documents.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace signalbox::test;

class FlowRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void targets_data();
    void targets() { checkRule(); }
    void unset_data();
    void unset() { checkRule(); }
    void unreachable_data();
    void unreachable() { checkRule(); }
    void labels_data();
    void labels() { checkRule(); }
    void loops_data();
    void loops() { checkRule(); }
    void longLoopsAreCut();
    void emptyLabelsAreNoDuplicates();
    void manyObjectsAreLinear();
};

namespace {

QString at(const QString &id, const QString &type, Members members)
{
    return object({{u"oId"_s, id}, {u"oType"_s, type}}, members);
}

QString goTo(const QString &id, const QString &label)
{
    return at(id, u"150"_s, {{u"label"_s, label}});
}

QString goLabel(const QString &id, const QString &label, const QString &transfer = u"9"_s)
{
    return at(id, u"151"_s, {{u"label"_s, label}, {u"transfer"_s, transfer}});
}

QString assign(const QString &id, const QString &transfer)
{
    return at(id, u"106"_s, {{u"variable"_s, u"\"a\""_s}, {u"value"_s, text(u"1"_s)}, {u"transfer"_s, transfer}});
}

QString pause(const QString &id, const QString &transfer)
{
    return at(id, u"103"_s, {{u"timeoutMs"_s, text(u"1"_s)}, {u"transfer"_s, transfer}});
}

QString compare(const QString &id, const QString &yes, const QString &no)
{
    return at(id, u"104"_s, {{u"arg1"_s, text(u"1"_s)}, {u"arg2"_s, text(u"2"_s)}, {u"transferTrue"_s, yes}, {u"transferFalse"_s, no}});
}

QString with(QStringList objects)
{
    objects.prepend(start());
    objects.append(stop());
    return document(objects, objects.join(QChar()).contains(u"\"a\""_s) ? QStringList{variable(u"a"_s)} : QStringList{});
}

} // namespace

void FlowRulesTest::targets_data()
{
    ruleColumns();
    const auto finding = [](const QString &property) {
        return error(u"transition.to_nothing"_s, 2, property, u"/objects/1/"_s + property);
    };
    QTest::newRow("transfer") << with({websock({{u"transfer"_s, u"¤77"_s}})}) << with({websock()}) << finding(u"transfer"_s);
    QTest::newRow("error") << with({websock({{u"transferError"_s, u"¤-1"_s}})}) << with({websock()}) << finding(u"transferError"_s);
    QTest::newRow("branch") << with({compare(u"2"_s, u"9"_s, u"¤0"_s)}) << with({compare(u"2"_s, u"9"_s, u"9"_s)})
                            << finding(u"transferFalse"_s);
    QTest::newRow("in an entity") << u"{\"code\":\"x\",\"scriptdata\":%1}"_s.arg(with({websock({{u"transfer"_s, u"¤77"_s}})}))
                                  << u"{\"code\":\"x\",\"scriptdata\":%1}"_s.arg(with({websock()}))
                                  << error(u"transition.to_nothing"_s, 2, u"transfer"_s, u"/scriptdata/objects/1/transfer"_s);
}

void FlowRulesTest::unset_data()
{
    ruleColumns();
    const auto finding = [](const QString &property) {
        return warning(u"transition.unset"_s, 2, property, u"/objects/1"_s);
    };
    QTest::newRow("success") << with({u"¤"_s + websock({{u"transfer"_s, {}}})}) << with({websock()}) << finding(u"transfer"_s);
    QTest::newRow("error") << with({u"¤"_s + websock({{u"transferError"_s, {}}})}) << with({websock()}) << finding(u"transferError"_s);
    QTest::newRow("time, when it waits") << with({u"¤"_s + websock({{u"syncMode"_s, u"1"_s}})})
                                         << with({websock({{u"syncMode"_s, u"0"_s}})}) << finding(u"transferTimeout"_s);
    QTest::newRow("branch") << with({u"¤"_s + compare(u"2"_s, {}, u"9"_s)}) << with({compare(u"2"_s, u"9"_s, u"9"_s)})
                            << finding(u"transferTrue"_s);
    QTest::newRow("start") << document({u"¤"_s + start({{u"transfer"_s, {}}})}) << document({start({{u"transfer"_s, u"9"_s}}), stop()})
                           << warning(u"transition.unset"_s, 1, u"transfer"_s, u"/objects/0"_s);
    QTest::newRow("not of what is never reached")
        << document({start({{u"transfer"_s, u"9"_s}}), u"¤"_s + websock({{u"transfer"_s, {}}}), stop()}) << with({websock()})
        << warning(u"object.unreachable"_s, 2, {}, u"/objects/1"_s);
}

void FlowRulesTest::unreachable_data()
{
    ruleColumns();
    const auto finding = [](int id, int index) {
        return warning(u"object.unreachable"_s, id, {}, u"/objects/%1"_s.arg(index));
    };
    QTest::newRow("alone") << with({websock(), u"¤"_s + stop({{u"oId"_s, u"8"_s}})})
                           << with({websock({{u"transferError"_s, u"8"_s}}), stop({{u"oId"_s, u"8"_s}})}) << finding(8, 2);
    QTest::newRow("before the others") << with({websock(), u"¤"_s + pause(u"3"_s, u"2"_s)})
                                       << with({websock({{u"transferError"_s, u"3"_s}}), pause(u"3"_s, u"2"_s)}) << finding(3, 2);
    const QString post = start({{u"oId"_s, u"5"_s}, {u"type"_s, u"1"_s}, {u"transfer"_s, u"3"_s}});
    QTest::newRow("after post-processing") << with({websock(), u"¤"_s + pause(u"3"_s, u"9"_s)})
                                           << with({websock(), post, pause(u"3"_s, u"9"_s)}) << finding(3, 2);
    QTest::newRow("label without its goto") << with({websock(), u"¤"_s + goLabel(u"3"_s, text(u"x"_s))})
                                            << with({websock({{u"transfer"_s, u"4"_s}}), goLabel(u"3"_s, text(u"x"_s)),
                                                     goTo(u"4"_s, text(u"x"_s))})
                                            << finding(3, 2);
    QTest::newRow("a computed goto leads to any label") << with({websock({{u"transfer"_s, u"4"_s}}), u"¤"_s + goLabel(u"3"_s, text(u"x"_s)),
                                                                 goTo(u"4"_s, text(u"y"_s)), goLabel(u"5"_s, text(u"y"_s))})
                                                        << with({websock({{u"transfer"_s, u"4"_s}}), goLabel(u"3"_s, text(u"x"_s)),
                                                                 goTo(u"4"_s, arg(3, 2, u"1 + 2"_s)), goLabel(u"5"_s, text(u"y"_s))})
                                                        << finding(3, 2);
}

void FlowRulesTest::labels_data()
{
    ruleColumns();
    const QString marked = uR"({"argType":1,"varType":2,"value":¤"x"})"_s;
    QTest::newRow("goto without its label") << with({goTo(u"2"_s, marked), goLabel(u"3"_s, text(u"y"_s)), goTo(u"4"_s, text(u"y"_s))})
                                                   .replace(u"\"oId\":1,\"oType\":101"_s, u"\"oId\":1,\"oType\":101"_s)
                                                   .replace(start(),
                                                            start() + u",\n"_s +
                                                                start({{u"oId"_s, u"6"_s}, {u"type"_s, u"1"_s}, {u"transfer"_s, u"4"_s}}))
                                            << with({goTo(u"2"_s, text(u"x"_s)), goLabel(u"3"_s, text(u"x"_s))})
                                            << error(u"transition.to_nothing"_s, 2, u"label"_s, u"/objects/2/label/value"_s);
    QTest::newRow("label twice") << with({goTo(u"2"_s, text(u"x"_s)), goLabel(u"3"_s, text(u"x"_s)), goLabel(u"4"_s, marked)})
                                 << with({goTo(u"2"_s, text(u"x"_s)), goLabel(u"3"_s, text(u"x"_s))})
                                 << warning(u"label.duplicate"_s, 4, u"label"_s, u"/objects/3/label/value"_s);
    QTest::newRow("a computed label may be it")
        << document({start(), goTo(u"2"_s, marked), start({{u"oId"_s, u"6"_s}, {u"type"_s, u"1"_s}, {u"transfer"_s, u"9"_s}}), stop()})
        << with({goTo(u"2"_s, text(u"x"_s)), goLabel(u"3"_s, arg(4, 2, u"[a]"_s)),
                 at(u"7"_s, u"106"_s, {{u"variable"_s, u"\"a\""_s}, {u"value"_s, text(u"1"_s)}, {u"transfer"_s, u"9"_s}}),
                 start({{u"oId"_s, u"6"_s}, {u"type"_s, u"1"_s}, {u"transfer"_s, u"7"_s}})})
        << error(u"transition.to_nothing"_s, 2, u"label"_s, u"/objects/1/label/value"_s);
}

void FlowRulesTest::loops_data()
{
    ruleColumns();
    const auto finding = [](int id, int index) {
        return warning(u"flow.busy_loop"_s, id, {}, u"/objects/%1"_s.arg(index));
    };
    QTest::newRow("two") << with({u"¤"_s + compare(u"2"_s, u"9"_s, u"3"_s), assign(u"3"_s, u"2"_s)})
                         << with({compare(u"2"_s, u"9"_s, u"4"_s), assign(u"3"_s, u"2"_s), pause(u"4"_s, u"3"_s)}) << finding(2, 1);
    QTest::newRow("itself") << with({u"¤"_s + compare(u"2"_s, u"9"_s, u"2"_s)}) << with({compare(u"2"_s, u"9"_s, u"9"_s)}) << finding(2, 1);
    QTest::newRow("over a label")
        << with({compare(u"2"_s, u"9"_s, u"3"_s), u"¤"_s + goTo(u"3"_s, text(u"x"_s)), goLabel(u"4"_s, text(u"x"_s), u"3"_s)})
        << with({compare(u"2"_s, u"9"_s, u"3"_s), goTo(u"3"_s, text(u"x"_s)), goLabel(u"4"_s, text(u"x"_s), u"9"_s)}) << finding(3, 2);
    QTest::newRow("websock waits") << with({u"¤"_s + compare(u"2"_s, u"9"_s, u"2"_s)}) << with({websock({{u"transferError"_s, u"2"_s}})})
                                   << finding(2, 1);
}

void FlowRulesTest::longLoopsAreCut()
{
    QStringList objects;
    for (int i = 2; i < 8; ++i)
        objects.append(compare(QString::number(i), u"9"_s, QString::number(i == 7 ? 2 : i + 1)));
    const core::Diagnostics found = validate(with(objects));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().code, u"flow.busy_loop"_s);
    QVERIFY2(found.first().message.contains(u"2, 3, 4, 5, 6, …"_s), qPrintable(found.first().message));
}

void FlowRulesTest::emptyLabelsAreNoDuplicates()
{
    const core::Diagnostics found = validate(with({goLabel(u"2"_s, text({}), u"3"_s), goLabel(u"3"_s, text({}))}));
    QStringList codes;
    for (const core::Diagnostic &d : found)
        codes.append(d.code);
    QCOMPARE(codes, QStringList({u"property.empty"_s, u"property.empty"_s}));
}

void FlowRulesTest::manyObjectsAreLinear()
{
    // 20,000 objects in one chain, gotos and labels that all meet: neither recursion nor a product of both may be in the way.
    QStringList objects;
    for (int i = 2; i < 5000; ++i)
        objects.append(goTo(QString::number(i), arg(3, 2, u"1 + 1"_s)));
    for (int i = 5000; i < 10000; ++i)
        objects.append(goLabel(QString::number(i), arg(4, 2, u"x"_s), QString::number(i + 1)));
    for (int i = 10000; i < 20000; ++i)
        objects.append(assign(QString::number(i), i == 19999 ? u"9"_s : QString::number(i + 1)));
    objects[7] = stop(); // oId 9
    objects.prepend(start());
    const core::Diagnostics found = validate(document(objects, {variable(u"a"_s)}));
    // Only the gotos behind the first have no way to them.
    QCOMPARE(found.size(), 4998 - 2);
    QVERIFY(std::all_of(found.begin(), found.end(), [](const core::Diagnostic &d) { return d.code == "object.unreachable"_L1; }));
}

QTEST_GUILESS_MAIN(FlowRulesTest)
#include "tst_flowrules.moc"
