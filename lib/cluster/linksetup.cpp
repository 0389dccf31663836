// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/linksetup.h"

#include "cluster/loginguard.h"
#include "cluster/traffic.h"

#include <QSslConfiguration>

namespace signalbox::cluster {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LinkSetup)
};

} // namespace

Json capabilityList(const QStringList &capabilities)
{
    QList<Json> list;
    for (const QString &capability : capabilities)
        list.append(Json::object({{u"key"_s, Json(capability)}}));
    return Json::array(list);
}

core::Result<void> resultOf(const protocol::Frame &answer)
{
    const Json *result = answer.body.find(u"result");
    if (!result || result->toString() == "ok"_L1)
        return {};
    const QString words = answer.body[u"errormsg"].toString();
    return core::fail(u"refused"_s, words.isEmpty() ? Tr::tr("The cluster answered “%1” without saying what is wrong.").arg(answer.method)
                                                    : Tr::tr("The cluster refuses: %1 (%2)").arg(words, answer.method));
}

core::Result<void> checkCapabilities(const protocol::Frame &answer, const QStringList &wanted, bool isListNeeded)
{
    const Json *list = answer.body.find(u"capabilities");
    if (!list || !list->isArray()) {
        if (!isListNeeded || wanted.isEmpty())
            return {};
        return core::fail(u"bad_answer"_s, Tr::tr("The cluster's answer “%1” lists no capabilities.").arg(answer.method));
    }
    QStringList refused;
    for (const QString &capability : wanted) {
        // connection_info documents the list without its items: a bare key, or one without a result, is held (platform.md §3).
        const auto entry = std::find_if(list->items().begin(), list->items().end(), [&capability](const Json &item) {
            return item[u"key"].toString() == capability || item.toString() == capability;
        });
        if (entry == list->items().end()) {
            refused.append(capability);
            continue;
        }
        const Json *result = entry->find(u"result");
        if (result && result->toString() != "ok"_L1) {
            const QString words = (*entry)[u"errormsg"].toString();
            refused.append(words.isEmpty() ? capability : u"%1 (%2)"_s.arg(capability, words));
        }
    }
    if (refused.isEmpty())
        return {};
    return core::fail(u"refused"_s, Tr::tr("The cluster refuses these capabilities: %1").arg(refused.join(u", "_s)));
}

LinkSetupCall::LinkSetupCall(WsLink &link, RestClient &rest, LinkEntry entry)
    : m_link(&link), m_rest(rest), m_scheduler(rest.surroundings().scheduler), m_entry(std::move(entry))
{}

LinkSetupCall::~LinkSetupCall()
{
    abort();
}

void LinkSetupCall::begin()
{
    const core::Result<QSslConfiguration> tls = m_rest.tls();
    core::Error error;
    if (!tls)
        error = tls.error();
    else if (m_entry.kind == LinkKind::Token && m_entry.token.isEmpty())
        error = {u"refused"_s, Tr::tr("There is no token for the cluster's token API."), {}};
    if (!error.code.isEmpty()) {
        return step<void>(std::make_unique<KnownCall<void>>(m_scheduler, tl::unexpected(error)),
                          [this](const core::Result<void> &answer) { fail(answer.error()); });
    }
    m_rest.traffic().addSecret(m_entry.token);
    connectLink();
}

void LinkSetupCall::connectLink()
{
    const Profile &profile = m_rest.profile();
    LinkAddress address;
    if (m_entry.kind == LinkKind::Token) {
        address = {profile.socketUrl(u"/ws/token/v1"_s), "Authorization", "Bearer " + m_entry.token.toLatin1()};
    } else {
        const QByteArray cookie = m_rest.cookieHeader();
        address = {profile.socketUrl(u"/ws"_s), cookie.isEmpty() ? "Authorization" : "Cookie",
                   cookie.isEmpty() ? "Bearer " + m_entry.sessionId.toLatin1() : cookie};
    }
    step<void>(m_link->open(address, *m_rest.tls()), [this](const core::Result<void> &opened) {
        if (opened && m_link) {
            m_isOurs = true;
            if (m_entry.opened)
                m_entry.opened();
            return setUp();
        }
        core::Error error = opened ? core::Error{} : opened.error();
        if (m_link && m_link->refusal() == 401) {
            if (m_entry.kind == LinkKind::Token) {
                m_rest.guard().recordFailure();
            } else { // a stale session is a failed login, too (platform.md §2)
                m_rest.noteExpired();
                error = {u"expired"_s, Tr::tr("The session with the cluster has expired or was closed. Log in again."), error.detail};
            }
        }
        fail(error);
    });
}

void LinkSetupCall::setUp()
{
    const QList<core::JsonMember> members{{u"capabilities"_s, capabilityList(m_entry.capabilities)}};
    const auto wait = m_rest.profile().timeouts.request;
    step<protocol::Frame>(m_link->request(u"setup"_s, members, wait), [this](const core::Result<protocol::Frame> &answer) {
        if (!answer || !m_link)
            return fail(answer ? core::Error{} : answer.error());
        core::Result<void> result = resultOf(*answer);
        if (result)
            result = checkCapabilities(*answer, m_entry.capabilities, true);
        if (!result)
            return fail(result.error());
        if (m_entry.kind == LinkKind::User)
            logIn();
        else if (m_entry.wantsId)
            askConnection();
        else
            end({});
    });
}

void LinkSetupCall::logIn()
{
    const auto wait = m_rest.profile().timeouts.request;
    step<protocol::Frame>(m_link->request(u"login"_s, {{u"rsessionid"_s, Json(m_entry.sessionId)}}, wait),
                          [this](const core::Result<protocol::Frame> &answer) {
                              if (!answer || !m_link)
                                  return fail(answer ? core::Error{} : answer.error());
                              if (const core::Result<void> result = resultOf(*answer); !result) {
                                  m_loginError = result.error();
                              } else if (const auto granted = checkCapabilities(*answer, m_entry.capabilities, false); !granted) {
                                  // Set-up before login says ok to everything: the true list is here (platform.md §3).
                                  return fail(granted.error());
                              }
                              if (m_entry.wantsId || !m_loginError.code.isEmpty())
                                  askConnection();
                              else
                                  end({});
                          });
}

void LinkSetupCall::askConnection()
{
    const auto wait = m_rest.profile().timeouts.request;
    step<protocol::Frame>(m_link->request(u"connection_info"_s, {}, wait), [this](const core::Result<protocol::Frame> &answer) {
        if (!answer || !m_link)
            return fail(answer ? core::Error{} : answer.error());
        take(*answer);
    });
}

void LinkSetupCall::take(const protocol::Frame &info)
{
    core::Result<void> result = resultOf(info);
    const bool isTold = result.has_value();
    if (result)
        result = checkCapabilities(info, m_entry.capabilities, false);
    // A cluster that takes the handshake's cookie for the login may refuse a second one: whether we are in is told here.
    if (!result && !m_loginError.code.isEmpty())
        return fail(m_loginError);
    const bool mayBeSilent = m_entry.kind == LinkKind::User && !isTold; // it is documented for the token API only
    if (!result && !mayBeSilent)
        return fail(result.error());
    const QString session = info.body[u"sessionid"].toString();
    m_rest.traffic().addSecret(session);
    if (m_entry.kind == LinkKind::Token && m_entry.keepsSession && !session.isEmpty()) {
        m_rest.forgetSession();
        m_rest.setBearer(session);
    }
    const QString id = info.body[u"connectionid"].toString();
    if (id.isEmpty() && m_entry.kind == LinkKind::Token)
        return fail({u"bad_answer"_s, Tr::tr("The cluster does not tell the connection's id."), {}});
    m_link->setConnectionId(id);
    end(id);
}

void LinkSetupCall::end(const QString &connectionId)
{
    m_isOurs = false;
    finish(connectionId);
}

void LinkSetupCall::fail(core::Error error)
{
    if (!m_link)
        error = {u"not_connected"_s, Tr::tr("The session with the cluster is over."), {}};
    else
        error.message = m_rest.traffic().masked(error.message);
    abort();
    finish(tl::unexpected(error));
}

void LinkSetupCall::abort()
{
    StepsCall::abort();
    if (std::exchange(m_isOurs, false) && m_link)
        m_link->close();
}

} // namespace signalbox::cluster
