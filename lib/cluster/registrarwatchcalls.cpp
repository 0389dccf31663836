// SPDX-License-Identifier: GPL-3.0-or-later
// The calls that open and close a RegistrarWatch.
#include "cluster/linksetup.h"
#include "cluster/registrarwatchprivate.h"

namespace signalbox::cluster {

using core::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds closeWait{2000};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RegistrarWatch)
};

} // namespace

WatchOpenCall::WatchOpenCall(std::weak_ptr<RegistrarWatch::Private *> watch) : m_watch(std::move(watch))
{}

WatchOpenCall::~WatchOpenCall()
{
    abort();
}

RegistrarWatch::Private *WatchOpenCall::watch() const
{
    const auto watch = m_watch.lock();
    return watch ? *watch : nullptr;
}

void WatchOpenCall::begin()
{
    RegistrarWatch::Private *const d = watch();
    if (!d || (d->phase != Phase::Idle && d->phase != Phase::Restoring)) {
        const core::Error error{u"busy"_s, Tr::tr("The registrar's events are followed already, or no more."), {}};
        return step<void>(std::make_unique<KnownCall<void>>(m_own, tl::unexpected(error)),
                          [this](const Result<void> &answer) { finish(tl::unexpected(answer.error())); });
    }
    if (d->phase == Phase::Idle)
        d->phase = Phase::Opening;
    m_isOurs = true;
    step<void>(d->session.openLink({u"subscr"_s}, d->options.kind), [this](const Result<void> &opened) {
        if (!opened || !watch())
            return fail(opened ? core::Error{} : opened.error());
        subscribe();
    });
}

void WatchOpenCall::subscribe()
{
    step<protocol::Frame>(watch()->subscribe(watch()->options.expiresS), [this](const Result<protocol::Frame> &answer) {
        if (!answer || !watch())
            return fail(answer ? core::Error{} : answer.error());
        if (const Result<void> result = resultOf(*answer); !result)
            return fail(result.error());
        watch()->subscribed(*answer);
        list();
    });
}

void WatchOpenCall::list()
{
    step<QList<Registration>>(watch()->session.registrar().list(), [this](const Result<QList<Registration>> &found) {
        if (!found || !watch())
            return fail(found ? core::Error{} : found.error());
        if (!watch()->session.link().isOpen()) // lost meanwhile
            return fail({u"not_connected"_s, Tr::tr("The connection to the cluster was closed."), {}});
        m_isOurs = false;
        finish(*found);
    });
}

void WatchOpenCall::fail(const core::Error &error)
{
    const core::Error told =
        watch() ? error : core::Error{u"not_connected"_s, Tr::tr("The registrar's events are no longer followed."), {}};
    abort();
    finish(tl::unexpected(told));
}

void WatchOpenCall::abort()
{
    StepsCall::abort();
    RegistrarWatch::Private *const d = watch();
    if (!std::exchange(m_isOurs, false) || !d)
        return;
    d->waiting.clear();
    d->session.link().close();
    if (d->phase == Phase::Opening)
        d->phase = Phase::Idle;
}

WatchCloseCall::WatchCloseCall(std::weak_ptr<RegistrarWatch::Private *> watch) : m_watch(std::move(watch))
{}

WatchCloseCall::~WatchCloseCall()
{
    abort();
}

void WatchCloseCall::begin()
{
    const auto watch = m_watch.lock();
    const bool isLive = watch && (*watch)->phase == Phase::Live;
    if (!isLive) {
        if (watch) {
            (*watch)->halt();
            (*watch)->phase = Phase::Over;
            (*watch)->session.link().close();
        }
        m_deadline.arm(m_own, std::chrono::milliseconds(0), [this] { finish({}); });
        return;
    }
    (*watch)->halt();
    (*watch)->phase = Phase::Over;
    m_deadline.arm((*watch)->surroundings.scheduler, closeWait, [this] { end(); });
    step<protocol::Frame>((*watch)->subscribe(0), [this](const Result<protocol::Frame> &) { end(); });
}

void WatchCloseCall::end()
{
    abort();
    if (const auto watch = m_watch.lock())
        (*watch)->session.link().close();
    finish({});
}

void WatchCloseCall::abort()
{
    m_deadline.cancel();
    StepsCall::abort();
}

} // namespace signalbox::cluster
