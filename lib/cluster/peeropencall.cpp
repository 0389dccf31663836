// SPDX-License-Identifier: GPL-3.0-or-later
// The way to an open peer: REST login (user), web socket, setup, login (user), connection_info.
#include "cluster/linksetup.h"
#include "cluster/logincall.h"
#include "cluster/peerprivate.h"

#include <QSslConfiguration>

namespace signalbox::cluster {

using core::Json;
using core::Result;
using protocol::Frame;
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

std::chrono::milliseconds PeerOpenCall::wait() const
{
    return peer()->profile.timeouts.request;
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
        return connectLink(u"/ws/token/v1"_s, "Authorization", "Bearer " + d->credentials.token.toLatin1());
    step<protocol::SessionInfo>(std::make_unique<LoginCall>(d->rest, d->credentials), [this](const Result<protocol::SessionInfo> &info) {
        if (!info || !peer())
            return fail(info ? core::Error{} : info.error());
        m_session = *info;
        const QByteArray cookie = peer()->rest.cookieHeader();
        if (cookie.isEmpty())
            connectLink(u"/ws"_s, "Authorization", "Bearer " + m_session.sessionId.toLatin1());
        else
            connectLink(u"/ws"_s, "Cookie", cookie);
    });
}

void PeerOpenCall::connectLink(const QString &path, const QByteArray &header, const QByteArray &value)
{
    const Result<QSslConfiguration> tls = peer()->rest.tls();
    if (!tls) {
        return step<void>(std::make_unique<KnownCall<void>>(peer()->surroundings.scheduler, tl::unexpected(tls.error())),
                          [this](const Result<void> &answer) { fail(answer.error()); });
    }
    const LinkAddress address{peer()->profile.socketUrl(path), header, value};
    step<void>(peer()->link.open(address, *tls), [this](const Result<void> &opened) {
        if (!opened || !peer())
            return fail(opened ? core::Error{} : opened.error());
        setUp();
    });
}

void PeerOpenCall::setUp()
{
    const QList<core::JsonMember> members{{u"capabilities"_s, capabilityList(peer()->capabilities)}};
    step<Frame>(peer()->link.request(u"setup"_s, members, wait()), [this](const Result<Frame> &answer) {
        if (!answer || !peer())
            return fail(answer ? core::Error{} : answer.error());
        Result<void> result = resultOf(*answer);
        if (result)
            result = checkCapabilities(*answer, peer()->capabilities, true);
        if (!result)
            return fail(result.error());
        peer()->kind == PeerKind::User ? logIn() : askConnection();
    });
}

void PeerOpenCall::logIn()
{
    const QString session = m_session.sessionId.isEmpty() ? m_session.sessionToken : m_session.sessionId;
    step<Frame>(peer()->link.request(u"login"_s, {{u"rsessionid"_s, Json(session)}}, wait()), [this](const Result<Frame> &answer) {
        if (!answer || !peer())
            return fail(answer ? core::Error{} : answer.error());
        if (const Result<void> result = resultOf(*answer); !result) {
            m_loginError = result.error();
        } else if (const Result<void> granted = checkCapabilities(*answer, peer()->capabilities, false); !granted) {
            return fail(granted.error()); // set-up before login says ok to everything: the true list is here (platform.md §3)
        }
        askConnection();
    });
}

void PeerOpenCall::askConnection()
{
    step<Frame>(peer()->link.request(u"connection_info"_s, {}, wait()), [this](const Result<Frame> &answer) {
        Peer::Private *const d = peer();
        if (!answer || !d)
            return fail(answer ? core::Error{} : answer.error());
        Result<void> result = resultOf(*answer);
        if (result)
            result = checkCapabilities(*answer, d->capabilities, false);
        // A cluster that takes the handshake's cookie for the login may refuse a second one: whether we are in is told here.
        if (!result && !m_loginError.code.isEmpty())
            return fail(m_loginError);
        const bool mayBeSilent = d->kind == PeerKind::User && !resultOf(*answer); // it is documented for the token API only
        if (!result && !mayBeSilent)
            return fail(result.error());
        d->traffic.addSecret(answer->body[u"sessionid"].toString());
        const QString id = answer->body[u"connectionid"].toString();
        if (id.isEmpty() && d->kind == PeerKind::Token)
            return fail({u"bad_answer"_s, Tr::tr("The cluster does not tell the connection's id."), {}});
        m_isOurs = false;
        d->opening = nullptr;
        const std::weak_ptr<Peer::Private *> life = m_peer;
        d->opened(id);
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
