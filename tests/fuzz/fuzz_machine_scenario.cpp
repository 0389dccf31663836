// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario file all the way: read, written, validated, compiled and run with answers made of the input itself. What is read is
// written and read back as the same value; a run ends within its limits.
#include "capability/capabilities.h"
#include "catalogue/catalogue.h"
#include "core/clock.h"
#include "core/random.h"
#include "machine/machine.h"
#include "require.h"
#include "scenario/scenarioreader.h"
#include "scenario/validator.h"

using namespace signalbox;

namespace {

operation::Outcome outcomeOf(machine::CallId id, unsigned char byte)
{
    switch ((byte + id) % 3) {
    case 0:
        return operation::Outcome::success(QStringLiteral("{\"n\":1}"));
    case 1:
        return operation::Outcome::timeout();
    default:
        return operation::Outcome::failure(QStringLiteral("rejected"), QStringLiteral("no"));
    }
}

void run(const std::shared_ptr<const machine::Program> &program, unsigned char byte)
{
    const core::SystemClock clock;
    core::SeededRandom random(byte);
    machine::Limits limits;
    limits.components = 2000;
    machine::Machine machine(program, {}, limits, clock, random);
    for (int turn = 0; turn < 5000 && !machine.isFinished(); ++turn) {
        const std::optional<machine::Effect> effect = machine.advance();
        if (!effect)
            continue;
        if (const auto *perform = std::get_if<machine::Perform>(&*effect))
            machine.resume(perform->id, outcomeOf(perform->id, byte));
        else if (const auto *sleep = std::get_if<machine::Sleep>(&*effect))
            machine.wake(sleep->id);
    }
    fuzz::require(machine.isFinished());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const catalogue::Catalogue components = catalogue::Catalogue::builtIn();
    static const capability::Capabilities capabilities = capability::Capabilities::builtIn();
    static const core::Dialect dialect;

    const scenario::ReadResult read = scenario::readScenario(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (!read.scenario)
        return 0;
    const scenario::ReadResult again = scenario::readScenario(read.scenario->toText());
    fuzz::require(again.scenario && again.scenario->root() == read.scenario->root());
    (void)scenario::Validator(components, capabilities, dialect).validate(*read.scenario);
    if (const auto program = machine::Program::compile(*read.scenario, components, dialect))
        run(*program, size > 0 ? data[size / 2] : 0);
    return 0;
}
