// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/logincall.h"

#include "cluster/loginguard.h"
#include "cluster/traffic.h"

namespace signalbox::cluster {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds logoutWait{5000};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LoginCall)
};

} // namespace

LoginCall::LoginCall(RestClient &rest, Credentials credentials) : m_rest(rest), m_credentials(std::move(credentials))
{}

void LoginCall::begin()
{
    m_rest.forgetSession();
    m_rest.traffic().addSecret(m_credentials.password);
    const Profile &profile = m_rest.profile();
    Json body =
        Json::object({{u"domain"_s, Json(profile.domain)}, {u"login"_s, Json(profile.login)}, {u"pwd"_s, Json(m_credentials.password)}});
    if (profile.sessionKind == SessionKind::Token)
        body.set(u"session_type"_s, Json(u"token"_s));
    const RestRequest request{"POST", u"/rest/v1/iam/sessions"_s, {}, body, false, profile.sessionKind == SessionKind::Cookie};
    step<HttpAnswer>(m_rest.exchange(request),
                     [this](const core::Result<HttpAnswer> &answer) { finish(answer ? read(*answer) : tl::unexpected(answer.error())); });
}

core::Result<protocol::SessionInfo> LoginCall::read(const HttpAnswer &answer)
{
    if (!answer.isOk())
        return tl::unexpected(refusal(answer));
    const auto json = m_rest.jsonOf(answer);
    if (!json)
        return tl::unexpected(json.error());
    const auto info = protocol::SessionInfo::fromJson(*json, m_rest.profile().dialect);
    if (!info)
        return info;
    m_rest.traffic().addSecret(info->sessionId);
    m_rest.traffic().addSecret(info->sessionToken);
    if (m_rest.profile().sessionKind == SessionKind::Token)
        m_rest.setBearer(info->sessionId.isEmpty() ? info->sessionToken : info->sessionId);
    if (!m_rest.hasSession())
        return core::fail(u"bad_answer"_s, Tr::tr("The cluster accepted the login but set no cookie, so that there is no session."));
    for (const QByteArray &cookie : m_rest.cookieHeader().split(';'))
        m_rest.traffic().addSecret(QString::fromLatin1(cookie.mid(cookie.indexOf('=') + 1)));
    return info;
}

core::Error LoginCall::refusal(const HttpAnswer &answer)
{
    core::Error error = m_rest.errorOf(answer);
    if (answer.status == m_rest.profile().dialect.sessionLimitStatus) {
        error.code = u"too_many_sessions"_s;
        error.message =
            Tr::tr("%1 User “%2” has as many sessions as the cluster allows. Log out elsewhere, or have an administrator list the "
                   "sessions (GET /rest/v1/master/logicalroles/ws/sessions) and close one of this user's sessions (DELETE with its id).")
                .arg(error.message, m_rest.profile().login);
        return error;
    }
    if (answer.status == m_rest.profile().dialect.banStatus) {
        const auto wait = answer.retryAfter ? std::chrono::ceil<std::chrono::seconds>(*answer.retryAfter) : m_rest.guard().timeOfBan();
        error.code = u"banned"_s;
        error.message =
            Tr::tr("%1 This computer's address may be banned: then nothing that it sends is looked at. %2 Wait %3 seconds before "
                   "you try again.")
                .arg(error.message, m_rest.guard().rule(), QString::number(wait.count()));
        return error;
    }
    if (answer.status == 401) {
        m_rest.guard().recordFailure();
        error.code = m_rest.guard().isLastBeforeBan() ? u"banned_soon"_s : u"refused"_s;
        error.message = Tr::tr("The login of “%1” failed. %2 %3").arg(m_rest.profile().login, error.message, m_rest.guard().warning());
    }
    return error;
}

LogoutCall::LogoutCall(RestClient &rest) : m_rest(rest), m_life(rest.life())
{}

void LogoutCall::begin()
{
    if (!m_rest.hasSession()) {
        m_deadline.arm(m_rest.surroundings().scheduler, std::chrono::milliseconds(0), [this] { finish({}); });
        return;
    }
    m_deadline.arm(m_rest.surroundings().scheduler, logoutWait, [this] { end(); });
    step<HttpAnswer>(m_rest.exchange(RestRequest{"DELETE", u"/rest/v1/iam/sessions/current"_s}),
                     [this](const core::Result<HttpAnswer> &) { end(); });
}

void LogoutCall::abort()
{
    m_deadline.cancel();
    StepsCall::abort();
}

void LogoutCall::end()
{
    abort();
    if (!m_life.expired())
        m_rest.forgetSession();
    finish({});
}

} // namespace signalbox::cluster
