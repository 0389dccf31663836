// SPDX-License-Identifier: GPL-3.0-or-later
// Carriers: their text, what they share, and that a machine that runs one performs just the operation and leaves just its outcome.
#include "machine/machine.h"
#include "runner/carrierbuilder.h"
#include "scenario/validator.h"
#include "support/manualtime.h"

#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using operation::Operation;
using runner::Carrier;

namespace {

Operation sendOperation(const QString &content = u"{\"a\":1}"_s, bool wait = true)
{
    operation::SendMessage send;
    send.capability = u"msg"_s;
    send.event = u"hello"_s;
    send.content = content;
    send.wait = wait;
    send.timeoutS = 2.5;
    return {u"conn-1"_s, send};
}

const core::Json &component(const Carrier &carrier)
{
    return carrier.scriptData[u"objects"].at(1);
}

/// Runs the carrier as a cluster would and answers its operations with these outcomes; what it performed is appended.
core::Json runCarrier(const Carrier &carrier, const QList<operation::Outcome> &outcomes, QList<Operation> &performed)
{
    static test::ManualClock clock;
    static core::SeededRandom random(1);
    const scenario::Scenario scenario(carrier.scriptData, scenario::Form::ScriptData);
    const auto program = machine::Program::compile(scenario, catalogue::Catalogue::builtIn(), {});
    if (!program)
        qFatal("%s", qPrintable(program.error().message));
    machine::Inputs inputs;
    for (int i = 0; i < carrier.startParams.size(); ++i)
        inputs.startParams.insert(i + 1, core::Value(carrier.startParams.at(i).toString()));
    machine::Machine machine(*program, inputs, {}, clock, random);
    for (int turn = 0; turn < 100; ++turn) {
        const auto effect = machine.advance();
        if (!effect)
            continue;
        if (const auto *perform = std::get_if<machine::Perform>(&*effect)) {
            machine.resume(perform->id, outcomes.at(performed.size()));
            performed.append(perform->operation);
        } else if (std::holds_alternative<machine::Finished>(*effect)) {
            break;
        }
    }
    core::Json variables = core::Json::object();
    const auto values = machine.variables();
    for (auto it = values.begin(); it != values.end(); ++it)
        variables.set(it.key(), core::Json(it.value().toText()));
    return variables;
}

} // namespace

class CarrierBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void performsTheOperation_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("limitMs");
        QTest::addColumn<bool>("hasResult");
        operation::SendMessage user;
        user.direction = operation::Direction::UserApiEvent;
        user.capability = u"plugin_desk"_s;
        user.event = u"ring"_s;
        user.content = u"[1]"_s;
        QTest::newRow("send and wait") << sendOperation() << u"Signalbox: send msg/hello"_s << qint64(7500) << true;
        QTest::newRow("send to a user") << Operation{u"c"_s, user} << u"Signalbox: send plugin_desk/ring"_s << qint64(15'000) << false;
        QTest::newRow("temp link") << Operation{u"c"_s, operation::PlaceTempFile{u":SYNC/a.txt"_s}} << u"Signalbox: temp link"_s
                                   << qint64(65'000) << true;
        QTest::newRow("list") << Operation{u"c"_s, operation::ListFiles{}} << u"Signalbox: list files"_s << qint64(65'000) << true;
        QTest::newRow("get") << Operation{u"c"_s, operation::GetFile{u"a b.txt"_s}} << u"Signalbox: get file"_s << qint64(65'000) << true;
        QTest::newRow("put") << Operation{u"c"_s, operation::PutFile{u":SYNC/a"_s, u"b"_s}} << u"Signalbox: put file"_s << qint64(65'000)
                             << false;
        QTest::newRow("delete") << Operation{u"c"_s, operation::DeleteFile{u"a"_s}} << u"Signalbox: delete file"_s << qint64(65'000)
                                << false;
    }
    void performsTheOperation()
    {
        QFETCH(const Operation, operation);
        QFETCH(const QString, name);
        QFETCH(const qint64, limitMs);
        QFETCH(const bool, hasResult);
        for (const bool variables : {true, false}) {
            core::Dialect dialect;
            dialect.variablesAsArguments = variables;
            const runner::CarrierBuilder builder(dialect, u"00ff"_s);
            const Carrier carrier = builder.build(operation, false);
            QCOMPARE(carrier.name, name);
            QCOMPARE(carrier.limit.count(), limitMs);
            QVERIFY2(carrier.code.startsWith(u"sbx-00ff-"_s) && carrier.code.size() == 25, qPrintable(carrier.code));
            const bool hasBody = !std::holds_alternative<operation::ListFiles>(operation.action);
            QCOMPARE(carrier.startParams.isEmpty(), !variables || !hasBody);

            const scenario::Scenario scenario(carrier.scriptData, scenario::Form::ScriptData);
            const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
            const capability::Capabilities capabilities;
            const auto findings = scenario::Validator(catalogue, capabilities, dialect).validate(scenario);
            for (const core::Diagnostic &finding : findings)
                QVERIFY2(finding.code.isEmpty(), qPrintable(finding.code + u": "_s + finding.message));

            QList<Operation> performed;
            const auto answer = runner::readCarrier(runCarrier(carrier, {operation::Outcome::success(u"r: 1"_s)}, performed));
            QCOMPARE(performed, QList<Operation>{operation});
            QCOMPARE(answer.outcome, operation::Outcome::success(hasResult ? u"r: 1"_s : QString()));
            QVERIFY(answer.link.isEmpty() && answer.linkError.isEmpty());
        }
    }

    void leavesTheOutcome()
    {
        const Carrier carrier = runner::CarrierBuilder({}, u"n"_s).build(sendOperation(), false);
        for (const operation::Outcome &outcome :
             {operation::Outcome::timeout(), operation::Outcome::failure(u"not_active"_s, u"gone: away"_s),
              operation::Outcome::success(QString())}) {
            QList<Operation> performed;
            QCOMPARE(runner::readCarrier(runCarrier(carrier, {outcome}, performed)).outcome, outcome);
        }
    }

    void bringsTheFileByALink()
    {
        const runner::CarrierBuilder builder({}, u"n"_s);
        const Operation get{u"c"_s, operation::GetFile{u"a.txt"_s}};
        const Carrier carrier = builder.build(get, true);
        QCOMPARE(carrier.limit.count(), 125'000);
        QList<Operation> performed;
        const auto answer = runner::readCarrier(
            runCarrier(carrier, {operation::Outcome::success(u":TEMP/a.txt"_s), operation::Outcome::success(u"/temp/1"_s)}, performed));
        QCOMPARE(performed, (QList<Operation>{get, {u"c"_s, operation::PlaceTempFile{u":TEMP/a.txt"_s}}}));
        QCOMPARE(answer.outcome, operation::Outcome::success(u":TEMP/a.txt"_s));
        QCOMPARE(answer.link, u"/temp/1"_s);

        QList<Operation> failing;
        const auto failed = runner::readCarrier(runCarrier(
            carrier, {operation::Outcome::success(u":TEMP/a.txt"_s), operation::Outcome::failure(u"internal"_s, u"full"_s)}, failing));
        QCOMPARE(failed.outcome.kind, operation::OutcomeKind::Success);
        QCOMPARE(failed.link, QString());
        QCOMPARE(failed.linkError, u"internal: full"_s);

        QList<Operation> one;
        const auto missing = runner::readCarrier(runCarrier(carrier, {operation::Outcome::failure(u"file_not_found"_s, u"no"_s)}, one));
        QCOMPARE(one.size(), 1);
        QCOMPARE(missing.outcome, operation::Outcome::failure(u"file_not_found"_s, u"no"_s));

        core::Dialect constants;
        constants.variablesAsArguments = false;
        QList<Operation> constant;
        runCarrier(runner::CarrierBuilder(constants, u"n"_s).build(get, true),
                   {operation::Outcome::success(u":TEMP/a.txt"_s), operation::Outcome::success(u"/temp/1"_s)}, constant);
        QCOMPARE(constant, performed);
    }

    void sharesACarrier()
    {
        const runner::CarrierBuilder builder({}, u"n"_s);
        const Carrier first = builder.build(sendOperation(u"{\"a\":1}"_s), false);
        const Operation other = sendOperation(u"{\"b\":2}"_s);
        const Carrier second = builder.build(other, false);
        QCOMPARE(second.code, first.code);
        QCOMPARE(second.scriptData, first.scriptData);
        QCOMPARE(first.startParams, (QList{core::Json(u"{\"a\":1}"_s)}));
        QCOMPARE(second.startParams, (QList{core::Json(u"{\"b\":2}"_s)}));
        Operation elsewhere = sendOperation();
        elsewhere.connection = u"conn-2"_s;
        QVERIFY(builder.build(elsewhere, false).code != first.code);
        QVERIFY(builder.build(sendOperation(u"{\"a\":1}"_s, false), false).code != first.code);
        QVERIFY(runner::CarrierBuilder({}, u"m"_s).build(sendOperation(), false).code != first.code);

        core::Dialect constants;
        constants.variablesAsArguments = false;
        const runner::CarrierBuilder careful(constants, u"n"_s);
        QVERIFY(careful.build(other, false).code != careful.build(sendOperation(), false).code);
    }

    void hasTheDocumentedForm()
    {
        const Carrier carrier = runner::CarrierBuilder({}, u"n"_s).build(sendOperation(), false);
        const QByteArray form = R"x({"oId":2,"oLeft":112,"oTop":64,"oWidth":32,"oHeight":32,"oCreationDate":"2026-01-01 00:00:00",)x"
                                R"x("oLayer":0,"oType":144,"operation":0,"conn":{"argType":1,"varType":2,"value":"conn-1"},)x"
                                R"x("content":{"argType":2,"varType":2,"value":"body"},"direction":0,)x"
                                R"x("capabilityName":{"argType":1,"varType":2,"value":"msg"},)x"
                                R"x("eventName":{"argType":1,"varType":2,"value":"hello"},"syncMode":1,)x"
                                R"x("timeoutSec":{"argType":1,"varType":1,"value":"2.5"},"resultVariable":"answer",)x"
                                R"x("errorVariable":"failure","transfer":3,"transferTimeout":4,"transferError":5,)x"
                                R"x("name":"send msg/hello","info":""})x";
        QCOMPARE(component(carrier).toCompact(), form);
        QCOMPARE(carrier.scriptData[u"scriptVersion"].toInt(), std::optional<qint64>(170105));
    }

    void readsWhatOtherClustersSay_data()
    {
        QTest::addColumn<QString>("failure");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("documented") << u"no_capability: none"_s << u"no_capability"_s << u"none"_s;
        QTest::newRow("code alone") << u"internal"_s << u"internal"_s << QString();
        QTest::newRow("own words") << u"Connection Lost: at 5"_s << u"rejected"_s << u"Connection Lost: at 5"_s;
        QTest::newRow("nothing") << QString() << u"rejected"_s << u"The cluster gave no reason for the error."_s;
    }
    void readsWhatOtherClustersSay()
    {
        QFETCH(const QString, failure);
        QFETCH(const QString, code);
        QFETCH(const QString, message);
        const core::Json variables = core::Json::object({{u"outcome"_s, core::Json(u"error"_s)}, {u"failure"_s, core::Json(failure)}});
        const operation::Outcome outcome = runner::readCarrier(variables).outcome;
        QCOMPARE(outcome.error.code, code);
        QCOMPARE(outcome.error.message, message);
    }

    void anUnfinishedCarrierIsInternal()
    {
        for (const core::Json &variables : {core::Json(), core::Json::object(), core::Json::object({{u"outcome"_s, core::Json(u""_s)}})}) {
            const operation::Outcome outcome = runner::readCarrier(variables).outcome;
            QCOMPARE(outcome.kind, operation::OutcomeKind::Error);
            QCOMPARE(outcome.error.code, u"internal"_s);
        }
    }
};

QTEST_GUILESS_MAIN(CarrierBuilderTest)
#include "tst_carrierbuilder.moc"
