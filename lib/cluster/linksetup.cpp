// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/linksetup.h"

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

LinkSetupCall::LinkSetupCall(WsLink &link, RestClient &rest, QString token, QStringList capabilities)
    : m_link(&link), m_rest(rest), m_token(std::move(token)), m_capabilities(std::move(capabilities))
{}

LinkSetupCall::~LinkSetupCall()
{
    abort();
}

void LinkSetupCall::begin()
{
    const core::Result<QSslConfiguration> tls = m_rest.tls();
    if (m_token.isEmpty() || !tls) {
        const core::Error error =
            tls ? core::Error{u"refused"_s, Tr::tr("There is no token for the cluster's token API."), {}} : tls.error();
        return step<void>(std::make_unique<KnownCall<void>>(m_rest.surroundings().scheduler, tl::unexpected(error)),
                          [this](const core::Result<void> &answer) { finish(answer); });
    }
    m_rest.traffic().addSecret(m_token);
    const LinkAddress address{m_rest.profile().socketUrl(u"/ws/token/v1"_s), "Authorization", "Bearer " + m_token.toLatin1()};
    step<void>(m_link->open(address, *tls), [this](const core::Result<void> &opened) {
        if (!opened || !m_link)
            return finish(opened);
        setUp();
    });
}

void LinkSetupCall::setUp()
{
    m_isOurs = true;
    const auto wait = m_rest.profile().timeouts.request;
    step<protocol::Frame>(m_link->request(u"setup"_s, {{u"capabilities"_s, capabilityList(m_capabilities)}}, wait),
                          [this](const core::Result<protocol::Frame> &answer) {
                              if (!answer)
                                  return end(tl::unexpected(answer.error()));
                              const core::Result<void> result = resultOf(*answer);
                              end(result ? checkCapabilities(*answer, m_capabilities, true) : result);
                          });
}

void LinkSetupCall::end(const core::Result<void> &result)
{
    if (result) {
        m_isOurs = false;
        return finish({});
    }
    core::Error error = result.error();
    if (m_link)
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
