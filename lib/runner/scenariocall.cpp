// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/scenariocall.h"

namespace signalbox::runner {

using namespace Qt::StringLiterals;
using core::Json;

namespace {
constexpr int codeBytes = 8;
} // namespace

RemoteOperations::ScenarioCall::ScenarioCall(RemoteOperations &owner, WholeScenario scenario, std::chrono::milliseconds limit)
    : m_owner(owner), m_scenario(std::move(scenario)), m_limit(limit)
{}

RemoteOperations::ScenarioCall::~ScenarioCall()
{
    abort();
}

void RemoteOperations::ScenarioCall::abort()
{
    m_turn.cancel();
    m_deadline.cancel();
    m_upload.reset();
    m_run.reset(); // stops the scenario on the cluster
    letGo();
}

void RemoteOperations::ScenarioCall::letGo()
{
    // It was for this run alone.
    m_owner.settle(std::exchange(m_ticket, 0), true, std::exchange(m_staged, {}));
}

void RemoteOperations::ScenarioCall::end(core::Result<Json> variables)
{
    if (!variables)
        m_owner.noteLoss(variables.error());
    abort();
    finish(std::move(variables));
}

void RemoteOperations::ScenarioCall::begin()
{
    // Not at once: nothing may be answered from within start().
    m_turn.arm(m_owner.m_surroundings.scheduler, std::chrono::milliseconds(0), [this] {
        if (m_owner.m_closed) {
            end(core::fail(u"unreachable"_s, tr("The session with the cluster has ended.")));
            return;
        }
        if (m_limit > longestScenario(m_owner.m_access.profile().dialect)) {
            end(core::fail(u"bad_argument"_s, tr("A scenario that is kept for one run on a cluster may run for at most %1 s.")
                                                  .arg(longestScenario(m_owner.m_access.profile().dialect).count() / 1000)));
            return;
        }
        m_unstaged = m_scenario.localPaths(m_owner.m_files).files;
        stageNext();
    });
}

void RemoteOperations::ScenarioCall::stageNext()
{
    if (m_unstaged.isEmpty()) {
        keep();
        return;
    }
    const QString path = m_unstaged.firstKey();
    m_upload = m_owner.stage(m_unstaged.take(path), m_staged);
    m_upload->start([this, path](const core::Result<QString> &onCluster) {
        if (!onCluster) {
            end(tl::unexpected(onCluster.error()));
            return;
        }
        m_scenario.replacePath(path, *onCluster);
        stageNext();
    });
}

void RemoteOperations::ScenarioCall::keep()
{
    const auto grace = std::chrono::milliseconds(m_owner.m_access.profile().dialect.carrierGraceMs);
    // The deadline is ours to keep; the cluster's own is there should we be gone by then.
    m_carrier = m_scenario.carrier(m_owner.m_builder.ownPrefix() + m_owner.m_surroundings.random.hex(codeBytes), m_limit + grace);
    m_owner.m_pool.acquire(m_carrier, m_ticket, [this](const core::Result<QString> &code) {
        if (code)
            run(*code);
        else
            end(tl::unexpected(code.error()));
    });
}

void RemoteOperations::ScenarioCall::run(const QString &code)
{
    m_deadline.arm(m_owner.m_surroundings.scheduler, m_limit, [this] {
        end(core::fail(u"deadline"_s,
                       tr("The scenario did not end within %1 s and was stopped.").arg(static_cast<double>(m_limit.count()) / 1000)));
    });
    m_run = m_owner.m_access.startScript(code, m_carrier.startParams, m_carrier.limit);
    m_run->start([this](const core::Result<Json> &variables) { end(variables); });
}

} // namespace signalbox::runner
