// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/scriptstore.h"

#include "cluster/calls.h"
#include "cluster/restclient.h"
#include "cluster/scriptentity.h"

namespace signalbox::cluster {

using core::Json;
using core::Result;
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScriptStore)
};

QString collection(ScriptType type)
{
    return type == ScriptType::Ivr ? u"/rest/v1/uc/ivrscripts"_s : u"/rest/v1/service/svcscripts"_s;
}

QString entityPath(ScriptType type, const QString &id)
{
    return collection(type) + u'/' + RestClient::segment(id);
}

core::Error noId()
{
    return {u"bad_answer"_s, Tr::tr("The cluster's answer names no id of the scenario."), {}};
}

core::Error taken(const QString &code)
{
    return {u"already_exists"_s, Tr::tr("The cluster has a scenario with the code “%1” already.").arg(code), {}};
}

core::Error gone()
{
    return {u"not_found"_s, Tr::tr("The cluster has no scenario with this id any more."), {}};
}

core::Error unknownCode(ScriptType type, const QString &code)
{
    return {u"not_found"_s,
            type == ScriptType::Ivr ? Tr::tr("The cluster has no IVR scenario with the code “%1”.").arg(code)
                                    : Tr::tr("The cluster has no service scenario with the code “%1”.").arg(code),
            {}};
}

/// The entity of a 2xx answer.
Result<Json> entityOf(const RestClient &rest, const HttpAnswer &answer)
{
    Result<Json> entity = rest.jsonOf(answer);
    if (entity && scriptId(*entity).isEmpty())
        return tl::unexpected(noId());
    return entity;
}

/// Asks for the id of a code, then for the entity. How LOOKUP takes the code and what it answers is open in the documentation [A]: only an
/// answer that leads to a scenario with this code counts, else the list decides.
class FindCall final : public StepsCall<Json>
{
public:
    FindCall(ScriptStore &store, RestClient &rest, ScriptType type, QString code)
        : m_store(store), m_rest(rest), m_type(type), m_code(std::move(code))
    {}

protected:
    void begin() override
    {
        const RestRequest request{"LOOKUP", collection(m_type), {}, Json::object({{u"code"_s, Json(m_code)}})};
        step<HttpAnswer>(m_rest.exchange(request), [this](const Result<HttpAnswer> &answer) {
            if (!answer) {
                finish(tl::unexpected(answer.error()));
                return;
            }
            if (answer->status == 401 || answer->status == 403) {
                finish(tl::unexpected(m_rest.errorOf(*answer)));
                return;
            }
            const Result<Json> found = m_rest.jsonOf(*answer);
            const QString id = found ? idIn(found->isArray() ? found->at(0) : *found) : QString();
            if (id.isEmpty())
                list();
            else
                read(id, true);
        });
    }

private:
    static QString idIn(const Json &answer) { return answer.isObject() ? scriptId(answer) : memberText(answer); }

    void list()
    {
        step<QList<StoredScript>>(m_store.list(m_type), [this](const Result<QList<StoredScript>> &scripts) {
            if (!scripts) {
                finish(tl::unexpected(scripts.error()));
                return;
            }
            for (const StoredScript &script : *scripts) {
                if (script.code == m_code) {
                    read(script.id, false);
                    return;
                }
            }
            finish(tl::unexpected(unknownCode(m_type, m_code)));
        });
    }

    void read(const QString &id, bool mayList)
    {
        step<Json>(m_store.read(m_type, id), [this, mayList](const Result<Json> &entity) {
            if (entity && (*entity)[u"code"].toString() == m_code)
                finish(*entity);
            else if (mayList && (entity || entity.error().code == "not_found"_L1))
                list();
            else
                finish(entity ? tl::unexpected(unknownCode(m_type, m_code)) : entity);
        });
    }

    ScriptStore &m_store;
    RestClient &m_rest;
    const ScriptType m_type;
    const QString m_code;
};

/// Whether the answer to a change is the entity is open, too [A]: where it is not, the entity is read.
class ChangeCall final : public StepsCall<Json>
{
public:
    ChangeCall(ScriptStore &store, RestClient &rest, ScriptType type, QString id, Json members)
        : m_store(store), m_rest(rest), m_type(type), m_id(std::move(id)), m_members(std::move(members))
    {}

protected:
    void begin() override
    {
        const RestRequest request{"PATCH", entityPath(m_type, m_id), {}, m_members};
        step<HttpAnswer>(m_rest.exchange(request), [this](const Result<HttpAnswer> &answer) {
            if (!answer)
                finish(tl::unexpected(answer.error()));
            else if (answer->status == 404)
                finish(tl::unexpected(gone()));
            else if (answer->status == 409)
                finish(tl::unexpected(taken(memberText(m_members[u"code"]))));
            else if (!answer->isOk())
                finish(tl::unexpected(m_rest.errorOf(*answer)));
            else if (const Result<Json> entity = m_rest.jsonOf(*answer); entity && WriteTime::of(*entity).isKnown())
                finish(*entity);
            else
                step<Json>(m_store.read(m_type, m_id), [this](Result<Json> stored) { finish(std::move(stored)); });
        });
    }

private:
    ScriptStore &m_store;
    RestClient &m_rest;
    const ScriptType m_type;
    const QString m_id;
    const Json m_members;
};

} // namespace

ScriptStore::ScriptStore(RestClient &rest) : m_rest(rest)
{}

Call<Json> ScriptStore::create(ScriptType type, const Json &entity)
{
    return mapped(m_rest.exchange(RestRequest{"POST", collection(type), {}, entity}),
                  [&rest = m_rest, code = memberText(entity[u"code"])](const Result<HttpAnswer> &answer) -> Result<Json> {
                      if (!answer)
                          return tl::unexpected(answer.error());
                      return answer->status == 409 ? tl::unexpected(taken(code)) : entityOf(rest, *answer);
                  });
}

Call<Json> ScriptStore::change(ScriptType type, const QString &id, const Json &members)
{
    return std::make_unique<ChangeCall>(*this, m_rest, type, id, members);
}

Call<Json> ScriptStore::read(ScriptType type, const QString &id)
{
    return mapped(m_rest.exchange(RestRequest{"GET", entityPath(type, id)}),
                  [&rest = m_rest](const Result<HttpAnswer> &answer) -> Result<Json> {
                      if (!answer)
                          return tl::unexpected(answer.error());
                      return answer->status == 404 ? tl::unexpected(gone()) : entityOf(rest, *answer);
                  });
}

Call<Json> ScriptStore::find(ScriptType type, const QString &code)
{
    return std::make_unique<FindCall>(*this, m_rest, type, code);
}

Call<void> ScriptStore::remove(const QString &id, ScriptType type)
{
    return mapped(m_rest.exchange(RestRequest{"DELETE", entityPath(type, id)}),
                  [&rest = m_rest](const Result<HttpAnswer> &answer) -> Result<void> {
                      if (!answer)
                          return tl::unexpected(answer.error());
                      if (!answer->isOk() && answer->status != 404)
                          return tl::unexpected(rest.errorOf(*answer));
                      return {};
                  });
}

Call<QList<StoredScript>> ScriptStore::list(ScriptType type)
{
    return mapped(m_rest.json({"GET", collection(type)}), [](const Result<Json> &json) -> Result<QList<StoredScript>> {
        if (!json)
            return tl::unexpected(json.error());
        if (!json->isArray())
            return core::fail(u"bad_answer"_s, Tr::tr("The cluster's answer is not what was expected: a list was expected."));
        QList<StoredScript> scripts;
        for (const Json &item : json->items()) {
            scripts.append({scriptId(item), memberText(item[u"code"]), memberText(item[u"lwt"]), memberText(item[u"name"])});
            if (scripts.last().id.isEmpty())
                return tl::unexpected(noId());
        }
        return scripts;
    });
}

} // namespace signalbox::cluster
