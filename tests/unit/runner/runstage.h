// SPDX-License-Identifier: GPL-3.0-or-later
// Small scenarios, and a run of one on virtual time with operations that the test answers.
#pragma once

#include "core/jsonreader.h"
#include "runner/runcontroller.h"
#include "support/manualtime.h"
#include "unit/runner/fakeaccess.h"

namespace signalbox::test {

using namespace Qt::StringLiterals;
using operation::Outcome;

class HandPort final : public runner::OperationPort
{
public:
    QList<HandCall<Outcome> *> calls;
    QList<operation::Operation> operations;
    QList<TimingPtr> timings;
    bool isTiming = false;

    bool tellsTiming() const override { return isTiming; }
    Call performTimed(const operation::Operation &operation, const TimingPtr &timing) override
    {
        timings.append(timing);
        return perform(operation);
    }

    std::unique_ptr<core::AsyncCall<Outcome>> perform(const operation::Operation &operation) override
    {
        operations.append(operation);
        return std::make_unique<HandCall<Outcome>>(QString(), calls);
    }
};

inline QByteArray object(int id, int type, const QByteArray &properties)
{
    return QByteArray(R"({"oId":)") + QByteArray::number(id) + R"(,"oLeft":0,"oTop":0,"oWidth":32,"oHeight":32,"oLayer":0,)" +
           R"("oCreationDate":"2026-01-01 00:00:00","oType":)" + QByteArray::number(type) + (properties.isEmpty() ? "" : ",") + properties +
           R"(,"name":"n)" + QByteArray::number(id) + R"(","info":""})";
}

inline std::shared_ptr<const machine::Program> program(const QByteArrayList &objects, machine::Entry entry = {})
{
    const QByteArray text =
        R"({"objects":[)" + objects.join(',') +
        R"(],"variables":[{"id":"1","name":"reply","type":2,"location":0},{"id":"2","name":"err","type":2,"location":0},)"
        R"({"id":"3","name":"result","type":2,"location":0},{"id":"4","name":"n","type":1,"location":0}],"scriptVersion":170105})";
    const auto json = core::readJson(text);
    if (!json)
        qFatal("%s", qPrintable(json.error().message));
    const auto compiled =
        machine::Program::compile(scenario::Scenario(*json, scenario::Form::ScriptData), catalogue::Catalogue::builtIn(), {}, entry);
    if (!compiled)
        qFatal("%s", qPrintable(compiled.error().message));
    return *compiled;
}

inline QByteArray start(int transfer)
{
    return object(1, 101, R"("type":0,"defineVars":1,"transfer":)" + QByteArray::number(transfer));
}

inline QByteArray send(int id, int success, int error)
{
    return object(id, 144,
                  R"("operation":0,"conn":{"argType":1,"varType":2,"value":"c"},"direction":0,)"
                  R"("capabilityName":{"argType":1,"varType":2,"value":"msg"},"eventName":{"argType":1,"varType":2,"value":"hello"},)"
                  R"("content":{"argType":1,"varType":2,"value":"{}"},"syncMode":1,"resultVariable":"reply","errorVariable":"err",)"
                  R"("transfer":)" +
                      QByteArray::number(success) + R"(,"transferTimeout":)" + QByteArray::number(error) + R"(,"transferError":)" +
                      QByteArray::number(error));
}

inline QByteArray stop(int id, const QByteArray &variable)
{
    return object(id, 102, R"("callStack":0,"returnValue":{"argType":2,"varType":2,"value":")" + variable + R"("})");
}

inline QByteArray pause(int id, int ms, int transfer)
{
    return object(id, 103,
                  R"("timeoutMs":{"argType":1,"varType":1,"value":")" + QByteArray::number(ms) + R"("},"transfer":)" +
                      QByteArray::number(transfer));
}

struct World {
    ManualClock clock;
    ManualScheduler scheduler{clock};
    core::SeededRandom random{1};
    HandPort port;
    QStringList steps;
    QStringList logs;
    QList<runner::StepRecord> records;
    QList<runner::StepStart> waits;
    QList<runner::Hold> holds;
    QStringList secrets;
    std::function<void(runner::RunController &)> prepare; ///< before the start
    std::optional<core::Result<runner::RunReport>> report;
    std::unique_ptr<runner::RunController> controller;

    void run(const std::shared_ptr<const machine::Program> &what, machine::Limits limits = {}, bool hasPort = true)
    {
        runner::RunController::Observer observer;
        observer.step = [this](const machine::TraceEvent &step) {
            steps.append(u"%1 %2"_s.arg(step.object).arg(step.outcome));
        };
        observer.log = [this](const machine::Log &log) {
            logs.append(log.text);
        };
        observer.record = [this](const runner::StepRecord &record) {
            records.append(record);
        };
        observer.waiting = [this](const runner::StepStart &wait) {
            waits.append(wait);
        };
        observer.held = [this](const runner::Hold &hold) {
            holds.append(hold);
        };
        observer.secrets = secrets;
        controller = std::make_unique<runner::RunController>(what, machine::Inputs{}, limits, hasPort ? &port : nullptr,
                                                             cluster::Surroundings{clock, scheduler, random}, observer);
        if (prepare)
            prepare(*controller);
        controller->start([this](core::Result<runner::RunReport> result) { report = std::move(result); });
    }
    void turn() { scheduler.advance(std::chrono::milliseconds(0)); }
};

} // namespace signalbox::test
