// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/svchost.h"

#include "simulator/run.h"

using namespace Qt::StringLiterals;
using signalbox::protocol::RuntimeRecord;

namespace signalbox::simulator {

SvcHost::SvcHost(const Services &services, const NodeName &name, QString folder)
    : m_services(services), m_name(name), m_folder(std::move(folder))
{}

SvcHost::~SvcHost()
{
    dropAll();
}

core::Error SvcHost::refusalOf(const QString &code, const core::Error &error) const
{
    if (error.code == "not_found"_L1 && m_services.ivrScripts.findByCode(code))
        return {u"cannot_run"_s, u"“%1” is an IVR scenario; only service scenarios run here"_s.arg(code), {}};
    return error;
}

core::Result<RuntimeRecord> SvcHost::start(const QString &code, const QMap<int, core::Value> &startParams,
                                           std::chrono::milliseconds timeout, Done done)
{
    const auto runnable = m_services.scripts.runnable(code);
    if (!runnable)
        return tl::unexpected(refusalOf(code, runnable.error()));
    if (runCount() >= m_services.config.limits.runs)
        return core::fail(u"too_many_runs"_s, u"%1 scenarios are running on this node, which is the limit"_s.arg(runCount()));
    const quint64 number = ++m_last;
    const RuntimeRecord record{m_services.random.uuid(), m_name.site, m_name.node, m_services.config.domain, u"svc"_s, code};
    machine::Inputs inputs;
    inputs.startParams = startParams;
    const auto run = std::make_shared<Run>(m_services, *runnable, std::move(inputs), m_folder, number, timeout, std::move(done),
                                           [this, id = record.id] { m_runs.remove(id); });
    m_runs.insert(record.id, {number, record, run});
    run->begin();
    return record;
}

bool SvcHost::abort(const QString &id)
{
    const auto run = m_runs.value(id).run; // kept: the entry goes with its end
    if (run)
        run->abort();
    return run != nullptr;
}

void SvcHost::dropAll()
{
    const auto runs = std::exchange(m_runs, {});
    for (const Running &running : runs)
        running.run->drop();
}

QList<RuntimeRecord> SvcHost::runtimes() const
{
    QList<const Running *> running;
    for (const Running &each : m_runs)
        running.append(&each);
    std::sort(running.begin(), running.end(), [](const Running *a, const Running *b) { return a->number < b->number; });
    QList<RuntimeRecord> records;
    for (const Running *each : std::as_const(running))
        records.append(each->record);
    return records;
}

} // namespace signalbox::simulator
