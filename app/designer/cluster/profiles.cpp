// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/profiles.h"

#include "cluster/profilestore.h"
#include "designer/cluster/futurecall.h"

#include <QPromise>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

constexpr std::chrono::milliseconds fileDeadline{10'000};

int fileSeconds()
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(fileDeadline).count());
}

} // namespace

Profiles::Profiles(QString path, core::Scheduler &scheduler) : m_path(std::move(path)), m_scheduler(scheduler)
{
    m_thread.setMaxThreadCount(1);
}

Profiles::~Profiles()
{
    m_thread.waitForDone();
}

const cluster::Profile *Profiles::find(const QString &name) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&name](const cluster::Profile &one) { return one.name == name; });
    return found == m_all.end() ? nullptr : &*found;
}

void Profiles::load()
{
    run(
        [path = m_path]() -> Result<State> {
            cluster::ProfileStore store(path);
            const Result<void> loaded = store.load();
            return State{loaded, store.profiles(), {}, {}};
        },
        tr("The profiles have not been read within %1 s. Is their folder on a slow disk?").arg(fileSeconds()), {});
}

void Profiles::put(const cluster::Profile &profile, const QString &nameBefore, Told told)
{
    run(
        [path = m_path, profile, nameBefore]() -> Result<State> {
            cluster::ProfileStore store(path);
            const bool isRenamed = !nameBefore.isEmpty() && nameBefore != profile.name;
            const Result<void> put = isRenamed ? store.rename(nameBefore, profile) : store.put(profile);
            return State{put, store.profiles(), isRenamed ? nameBefore : QString(), profile.name};
        },
        tr("The profile has not been written within %1 s. Is its folder on a slow disk?").arg(fileSeconds()), std::move(told));
}

void Profiles::remove(const QString &name, Told told)
{
    run(
        [path = m_path, name]() -> Result<State> {
            cluster::ProfileStore store(path);
            const Result<void> removed = store.remove(name);
            return State{removed, store.profiles(), {}, {}};
        },
        tr("The profile has not been removed within %1 s. Is its folder on a slow disk?").arg(fileSeconds()), std::move(told));
}

void Profiles::run(Task task, QString late, Told told)
{
    const auto promise = std::make_shared<QPromise<Result<State>>>();
    m_running.push_back(
        std::make_unique<FutureCall<State>>(promise->future(), m_scheduler, fileDeadline, core::Error{u"timeout"_s, std::move(late), {}}));
    m_thread.start([promise, task = std::move(task)] {
        promise->start();
        promise->addResult(task());
        promise->finish();
    });
    core::AsyncCall<State> *const started = m_running.back().get();
    started->start([this, started, isReading = !told, told = std::move(told)](const Result<State> &answer) {
        const Result<State> state = answer; // the call that it came from goes
        const Told hears = told;
        const bool wasReading = isReading;
        m_running.remove_if([started](const cluster::Call<State> &one) { return one.get() == started; });
        const Result<void> result = state ? state->result : tl::unexpected(state.error());
        if (result) {
            m_all = state->all;
            m_error = {};
        } else if (wasReading) {
            m_error = result.error();
        }
        m_isKnown = true;
        if (result && !state->nameBefore.isEmpty())
            Q_EMIT renamed(state->nameBefore, state->nameNow);
        Q_EMIT changed();
        if (hears)
            hears(result);
    });
}

} // namespace signalbox::designer
