// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/scriptstore.h"

#include "cluster/calls.h"
#include "cluster/restclient.h"

namespace signalbox::cluster {

using core::Json;
using core::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView collection{"/rest/v1/service/svcscripts"};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScriptStore)
};

QString textOf(const Json &value)
{
    return value.isNumber() ? QString::fromLatin1(value.numberText()) : value.toString();
}

core::Error noId()
{
    return {u"bad_answer"_s, Tr::tr("The cluster's answer names no id of the scenario."), {}};
}

} // namespace

ScriptStore::ScriptStore(RestClient &rest) : m_rest(rest)
{}

Call<QString> ScriptStore::create(const QString &code, const QString &name, const Json &scriptData)
{
    const Json entity = Json::object({{u"code"_s, Json(code)}, {u"name"_s, Json(name)}, {u"scriptdata"_s, scriptData}});
    return mapped(m_rest.exchange(RestRequest{"POST", collection, {}, entity}),
                  [&rest = m_rest, code](const Result<HttpAnswer> &answer) -> Result<QString> {
                      if (!answer)
                          return tl::unexpected(answer.error());
                      if (answer->status == 409)
                          return core::fail(u"already_exists"_s,
                                            Tr::tr("The cluster has a scenario with the code “%1” already.").arg(code));
                      const Result<Json> stored = rest.jsonOf(*answer);
                      if (!stored)
                          return tl::unexpected(stored.error());
                      const QString id = textOf((*stored)[u"id"]);
                      if (id.isEmpty())
                          return tl::unexpected(noId());
                      return id;
                  });
}

Call<void> ScriptStore::remove(const QString &id)
{
    return mapped(m_rest.exchange(RestRequest{"DELETE", QString(collection) + u'/' + RestClient::segment(id)}),
                  [&rest = m_rest](const Result<HttpAnswer> &answer) -> Result<void> {
                      if (!answer)
                          return tl::unexpected(answer.error());
                      if (!answer->isOk() && answer->status != 404)
                          return tl::unexpected(rest.errorOf(*answer));
                      return {};
                  });
}

Call<QList<StoredScript>> ScriptStore::list()
{
    return mapped(m_rest.json({"GET", collection}), [](const Result<Json> &json) -> Result<QList<StoredScript>> {
        if (!json)
            return tl::unexpected(json.error());
        if (!json->isArray())
            return core::fail(u"bad_answer"_s, Tr::tr("The cluster's answer is not what was expected: a list was expected."));
        QList<StoredScript> scripts;
        for (const Json &item : json->items()) {
            scripts.append({textOf(item[u"id"]), textOf(item[u"code"]), textOf(item[u"lwt"])});
            if (scripts.last().id.isEmpty())
                return tl::unexpected(noId());
        }
        return scripts;
    });
}

} // namespace signalbox::cluster
