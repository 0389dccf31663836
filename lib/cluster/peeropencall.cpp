// SPDX-License-Identifier: GPL-3.0-or-later
// The way to an open peer: REST login (user), and the link (linksetup.h).
#include "cluster/linksetup.h"
#include "cluster/logincall.h"
#include "cluster/peerprivate.h"

namespace signalbox::cluster {

using core::Result;
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Peer)
};

} // namespace

PeerOpenCall::PeerOpenCall(std::weak_ptr<Peer::Private *> peer) : m_peer(std::move(peer))
{}

PeerOpenCall::~PeerOpenCall()
{
    abort();
}

Peer::Private *PeerOpenCall::peer() const
{
    const auto peer = m_peer.lock();
    return peer ? *peer : nullptr;
}

void PeerOpenCall::begin()
{
    Peer::Private *const d = peer();
    const bool isFree = d && d->phase == Peer::Private::Phase::Closed;
    const bool hasToken = d && (d->kind == PeerKind::User || !d->credentials.token.isEmpty());
    if (!isFree || !hasToken) {
        const core::Error error = !d        ? core::Error{u"not_connected"_s, Tr::tr("The connection is over."), {}}
                                  : !isFree ? core::Error{u"busy"_s, Tr::tr("The connection is open or opening already."), {}}
                                            : core::Error{u"refused"_s, Tr::tr("There is no token for the cluster's token API."), {}};
        core::Scheduler &scheduler = d ? d->surroundings.scheduler : m_own;
        return step<QString>(std::make_unique<KnownCall<QString>>(scheduler, tl::unexpected(error)),
                             [this](const Result<QString> &answer) { finish(answer); });
    }
    m_isOurs = true;
    d->opening = this;
    d->phase = Peer::Private::Phase::Opening;
    d->isDeaf = false;
    d->early.clear();
    if (d->kind == PeerKind::Token)
        return openLink({});
    step<protocol::SessionInfo>(std::make_unique<LoginCall>(d->rest, d->credentials), [this](const Result<protocol::SessionInfo> &info) {
        if (!info || !peer())
            return fail(info ? core::Error{} : info.error());
        openLink(info->sessionId.isEmpty() ? info->sessionToken : info->sessionId);
    });
}

void PeerOpenCall::openLink(const QString &sessionId)
{
    Peer::Private *const d = peer();
    const LinkEntry entry{d->kind, d->credentials.token, sessionId, d->capabilities, true, true};
    step<QString>(std::make_unique<LinkSetupCall>(d->link, d->rest, entry), [this](const Result<QString> id) { // a copy: the call goes
        Peer::Private *const opened = peer();
        if (!id || !opened)
            return fail(id ? core::Error{} : id.error());
        m_isOurs = false;
        opened->opening = nullptr;
        const std::weak_ptr<Peer::Private *> life = m_peer;
        opened->opened(*id);
        if (!life.expired())
            finish(id);
    });
}

void PeerOpenCall::stop()
{
    fail({u"not_connected"_s, Tr::tr("The connection was closed while it was being opened."), {}});
}

void PeerOpenCall::fail(core::Error error)
{
    if (const Peer::Private *d = peer())
        error.message = d->traffic.masked(error.message);
    else
        error = {u"not_connected"_s, Tr::tr("The connection is over."), {}};
    abort();
    finish(tl::unexpected(error));
}

void PeerOpenCall::abort()
{
    StepsCall::abort();
    Peer::Private *const d = peer();
    if (!std::exchange(m_isOurs, false) || !d)
        return;
    d->opening = nullptr;
    d->shut(1000, {});
}

} // namespace signalbox::cluster
