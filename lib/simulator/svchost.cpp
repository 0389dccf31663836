// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/svchost.h"

#include "simulator/run.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

SvcHost::SvcHost(const Services &services, QString folder) : m_services(services), m_folder(std::move(folder))
{}

SvcHost::~SvcHost()
{
    dropAll();
}

quint64 SvcHost::start(const QString &code, const QMap<int, core::Value> &startParams, std::chrono::milliseconds timeout, Done done)
{
    const auto runnable = m_services.scripts.runnable(code);
    if (!runnable) {
        done(tl::unexpected(runnable.error()));
        return 0;
    }
    if (runCount() >= m_services.config.limits.runs) {
        done(core::fail(u"too_many"_s, u"Too many scenarios are running"_s));
        return 0;
    }
    const quint64 id = ++m_last;
    machine::Inputs inputs;
    inputs.startParams = startParams;
    const auto run = std::make_shared<Run>(m_services, *runnable, std::move(inputs), m_folder, id, timeout, std::move(done),
                                           [this, id] { m_runs.erase(id); });
    m_runs.emplace(id, run);
    run->begin();
    return id;
}

bool SvcHost::isRunning(quint64 run) const
{
    return m_runs.contains(run);
}

void SvcHost::abort(quint64 run)
{
    const auto found = m_runs.find(run);
    if (found == m_runs.end())
        return;
    const auto keep = found->second;
    keep->abort();
}

void SvcHost::dropAll()
{
    const auto runs = std::exchange(m_runs, {});
    for (const auto &[id, run] : runs)
        run->drop();
}

} // namespace signalbox::simulator
