// SPDX-License-Identifier: GPL-3.0-or-later
// Component steps a second in a loop of golabel, assign, compare and goto, beside the same loop on a bare switch over values: what the
// machine costs beyond the work itself.
#include "bench/report.h"
#include "machine/machine.h"
#include "scenario/scenarioreader.h"

#include <QCoreApplication>

#include <cstdlib>
#include <functional>
#include <limits>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr double leastStepsPerSecond = 1'000'000;
constexpr double leastRatio = 0.02; // of the bare switch, which parses nothing, checks no limit and knows no expression
constexpr int stepsPerRound = 4;

QByteArray document(qint64 rounds)
{
    return R"({"objects":[
{"oId":1,"oType":101,"type":0,"defineVars":1,"transfer":2},
{"oId":2,"oType":151,"label":{"argType":1,"varType":2,"value":"again"},"transfer":3},
{"oId":3,"oType":106,"mode":0,"variable":"i","value":{"argType":3,"varType":1,"value":"[i] + 1"},"transfer":4},
{"oId":4,"oType":104,"arg1":{"argType":2,"varType":1,"value":"i"},"arg2":{"argType":1,"varType":1,"value":")" +
           QByteArray::number(rounds) + R"("},"compareType":3,"transferTrue":6,"transferFalse":5},
{"oId":5,"oType":150,"label":{"argType":1,"varType":2,"value":"again"}},
{"oId":6,"oType":102,"returnValue":{"argType":2,"varType":1,"value":"i"}}],
"variables":[{"id":"0","name":"i","type":1,"location":0}]})";
}

double seconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// The same loop as data, without a machine.
double bareLoop(qint64 rounds)
{
    enum class Op : quint8 { Label, Assign, Compare, Goto, Stop };
    struct Step {
        Op op;
        std::size_t slot;
        core::Value constant;
        std::size_t next;
        std::size_t otherwise;
    };
    const std::vector<Step> steps{{Op::Label, 0, {}, 1, 0},
                                  {Op::Assign, 0, core::Value(1.0), 2, 0},
                                  {Op::Compare, 0, core::Value(static_cast<double>(rounds)), 4, 3},
                                  {Op::Goto, 0, {}, 0, 0},
                                  {Op::Stop, 0, {}, 0, 0}};
    std::vector<core::Value> values(1, core::Value(0.0));
    for (std::size_t at = 0;;) {
        const Step &step = steps[at];
        core::Value &value = values[step.slot];
        switch (step.op) {
        case Op::Label:
        case Op::Goto:
            at = step.next;
            break;
        case Op::Assign:
            value = core::Value(*value.toNumber() + *step.constant.toNumber());
            at = step.next;
            break;
        case Op::Compare:
            at = *value.toNumber() >= *step.constant.toNumber() ? step.next : step.otherwise;
            break;
        case Op::Stop:
            return *value.toNumber();
        }
    }
}

void require(bool condition, const char *what)
{
    if (condition)
        return;
    std::fprintf(stderr, "bench_machine: %s\n", what);
    std::exit(1);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const bool quick = bench::isQuick(argc, argv);
    const qint64 rounds = quick ? 10'000 : 1'000'000;
    const auto read = scenario::readScenario(document(rounds));
    require(read.scenario.has_value(), "the scenario cannot be read");
    const auto program = machine::Program::compile(*read.scenario, catalogue::Catalogue::builtIn(), {});
    require(program.has_value(), "the scenario does not compile");

    const core::SystemClock clock;
    core::SeededRandom random(1);
    const machine::Limits limits{std::numeric_limits<qint64>::max(), std::chrono::milliseconds(0), std::chrono::hours(1)};
    std::vector<double> machineRates;
    std::vector<double> bareRates;
    for (int repeat = 0; repeat < (quick ? 1 : 5); ++repeat) {
        machine::Machine machine(*program, {}, limits, clock, random);
        std::optional<machine::Effect> end;
        const double taken = seconds([&] {
            while (!machine.isFinished())
                end = machine.advance();
        });
        require(end && std::get<machine::Finished>(*end).result == core::Value(static_cast<double>(rounds)), "the machine counted wrong");
        machineRates.push_back(static_cast<double>(machine.componentsRun()) / taken);
        const double bare = seconds([&] { require(bareLoop(rounds) == static_cast<double>(rounds), "the bare loop counted wrong"); });
        bareRates.push_back(static_cast<double>(rounds * stepsPerRound) / bare);
    }
    const double rate = bench::median(machineRates);
    const double reference = bench::median(bareRates);
    bench::Report report(u"machine"_s);
    report.figure(u"stepsPerSecond"_s, rate);
    report.figure(u"reference"_s, reference);
    report.figure(u"ratio"_s, rate / reference);
    report.gateAtLeast(u"stepsPerSecond"_s, rate, leastStepsPerSecond);
    report.gateAtLeast(u"ratio"_s, rate / reference, leastRatio);
    report.print();
    return 0;
}
