// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/clustersession.h"

#include "cluster/calls.h"
#include "cluster/fileexchange.h"
#include "cluster/linksetup.h"
#include "cluster/logincall.h"
#include "cluster/loginguard.h"
#include "cluster/proxy.h"
#include "cluster/registrarview.h"
#include "cluster/restclient.h"
#include "cluster/retry.h"
#include "cluster/scriptstore.h"
#include "cluster/traffic.h"
#include "cluster/wslink.h"

#include <QSslConfiguration>

namespace signalbox::cluster {

using core::Json;
using core::Result;
using protocol::Frame;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostStartParams = 20; ///< platform.md §3

/// For a link that is missing when a script is to be started: somebody waits.
constexpr RetryPolicy scriptRetry{
    .first = std::chrono::milliseconds(250), .most = std::chrono::seconds(2), .attempts = 4, .total = std::chrono::seconds(10)};

} // namespace

class ClusterSession::Private final
{
public:
    Private(Profile theProfile, Credentials theCredentials, Surroundings theSurroundings, TrafficLog log,
            std::shared_ptr<LoginGuard> theGuard)
        : profile(std::move(theProfile)), credentials(std::move(theCredentials)), surroundings(theSurroundings),
          traffic(std::move(log), profile.dialect),
          guard(theGuard ? std::move(theGuard) : std::make_shared<LoginGuard>(surroundings.clock, profile.dialect)),
          rest(profile, surroundings, traffic, *guard), link(profile, surroundings, traffic), files(rest), scripts(rest), registrar(rest)
    {
        traffic.addSecret(credentials.password);
        traffic.addSecret(credentials.token);
        traffic.addSecret(credentials.proxyPassword);
        traffic.setTap(surroundings.tap, u"%1@%2"_s.arg(profile.login, profile.domain));
        const QNetworkProxy proxy = networkProxy(profile, credentials.proxyPassword);
        rest.setProxy(proxy);
        link.setProxy(proxy);
    }

    bool hasLink() const { return isSetUp && link.isOpen(); }

    Profile profile;
    Credentials credentials;
    Surroundings surroundings;
    Traffic traffic;
    std::shared_ptr<LoginGuard> guard;
    RestClient rest;
    WsLink link;
    FileExchange files;
    ScriptStore scripts;
    RegistrarView registrar;
    protocol::SessionInfo info;
    LinkKind linkKind = LinkKind::Token;
    QStringList capabilities;
    bool wantsLink = false; ///< there was one, and nobody closed it
    bool isSetUp = false;   ///< the link that is open
};

ClusterSession::ClusterSession(Profile profile, Credentials credentials, Surroundings surroundings, TrafficLog log,
                               std::shared_ptr<LoginGuard> guard)
    : d(std::make_unique<Private>(std::move(profile), std::move(credentials), surroundings, std::move(log), std::move(guard)))
{
    connect(&d->link, &WsLink::lost, this, [this](const core::Error &error) {
        d->isSetUp = false;
        Q_EMIT linkLost(error);
    });
}
ClusterSession::~ClusterSession() = default;

void ClusterSession::setToken(const QString &token)
{
    d->credentials.token = token;
    d->traffic.addSecret(token);
}

Call<protocol::SessionInfo> ClusterSession::login()
{
    Call<protocol::SessionInfo> call = std::make_unique<LoginCall>(d->rest, d->credentials);
    return mapped(std::move(call), [this](Result<protocol::SessionInfo> answer) {
        if (answer)
            d->info = *answer;
        return answer;
    });
}

Call<void> ClusterSession::openLink(const QStringList &capabilities, LinkKind kind)
{
    const QString session = d->info.sessionId.isEmpty() ? d->info.sessionToken : d->info.sessionId;
    Call<QString> call =
        std::make_unique<LinkSetupCall>(d->link, d->rest, LinkEntry{kind, d->credentials.token, session, capabilities, false});
    return mapped(std::move(call), [this, kind, capabilities](const Result<QString> &id) -> Result<void> {
        if (!id)
            return tl::unexpected(id.error());
        d->linkKind = kind;
        d->capabilities = capabilities;
        d->wantsLink = true;
        d->isSetUp = true;
        return {};
    });
}

Call<void> ClusterSession::reopenLink(const RetryPolicy &policy)
{
    const auto open = [this]() -> Call<void> {
        if (d->hasLink())
            return std::make_unique<KnownCall<void>>(d->surroundings.scheduler, Result<void>());
        return mapped(openLink(d->capabilities, d->linkKind), [](Result<void> opened) {
            if (!opened && opened.error().code == "busy"_L1) // somebody else is opening it
                opened.error().code = u"not_connected"_s;
            return opened;
        });
    };
    return std::make_unique<RetryCall<void>>(d->surroundings, policy, d->rest.life(), open, [this] { return login(); });
}

Call<void> ClusterSession::logout()
{
    d->wantsLink = false;
    d->isSetUp = false;
    d->link.close();
    return std::make_unique<LogoutCall>(d->rest);
}

Call<Json> ClusterSession::startScript(const QString &code, const QList<Json> &startParams, std::chrono::milliseconds timeout)
{
    if (startParams.size() > mostStartParams) {
        return std::make_unique<KnownCall<Json>>(
            d->surroundings.scheduler,
            core::fail(u"bad_argument"_s,
                       tr("A script takes at most %1 start parameters; %2 were given.").arg(mostStartParams).arg(startParams.size())));
    }
    QList<core::JsonMember> members{{u"code"_s, Json(code)}};
    for (qsizetype i = 0; i < startParams.size(); ++i) {
        if (!startParams[i].isNull())
            members.append({u"startparam%1"_s.arg(i + 1), startParams[i]});
    }
    members.append({u"timeout"_s, Json(static_cast<qint64>(timeout.count()))});
    const auto wait = timeout + std::chrono::milliseconds(d->profile.dialect.carrierGraceMs);
    const auto start = [this, code, members, wait]() -> Call<Json> {
        return mapped(d->link.request(u"start_svcscript"_s, members, wait, u"abort_svcscript"_s),
                      [this, code](Result<Frame> answer) -> Result<Json> {
                          return answer ? variablesOf(code, *answer) : tl::unexpected(answer.error());
                      });
    };
    if (!d->wantsLink || d->hasLink())
        return start();
    return std::make_unique<ChainedCall<void, Json>>(reopenLink(scriptRetry), start); // nothing has been sent yet: nothing is repeated
}

Result<Json> ClusterSession::variablesOf(const QString &code, const Frame &answer) const
{
    if (const Result<void> result = resultOf(answer); !result)
        return core::fail(u"script_failed"_s, tr("The script “%1” failed. %2").arg(code, d->traffic.masked(result.error().message)));
    const Json &variables = answer.body[u"data"][u"variables"];
    if (!variables.isObject())
        return core::fail(u"bad_answer"_s, tr("The cluster's answer to the script “%1” holds no variables.").arg(code));
    return variables;
}

const Profile &ClusterSession::profile() const
{
    return d->profile;
}

const protocol::SessionInfo &ClusterSession::info() const
{
    return d->info;
}

RestClient &ClusterSession::rest()
{
    return d->rest;
}

WsLink &ClusterSession::link()
{
    return d->link;
}

FileExchange &ClusterSession::files()
{
    return d->files;
}

ScriptStore &ClusterSession::scripts()
{
    return d->scripts;
}

RegistrarView &ClusterSession::registrar()
{
    return d->registrar;
}

} // namespace signalbox::cluster
