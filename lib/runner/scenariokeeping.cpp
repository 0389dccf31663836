// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/scenariokeeping.h"

#include "cluster/calls.h"
#include "cluster/scriptentity.h"
#include "scenario/componentcodes.h"

namespace signalbox::runner {

using namespace Qt::StringLiterals;
using cluster::WriteTime;
using core::Json;
using core::Result;
using scenario::Scenario;

namespace {

bool isEntity(const Scenario &scenario)
{
    return scenario.form() == scenario::Form::Entity;
}

/// What is sent of a scenario; members that only the cluster sets are left out.
Json upload(const Keeping &keeping)
{
    const Json bare = keeping.scenario.stripped().root();
    if (!isEntity(keeping.scenario))
        return Json::object({{scenario::code::scriptData.toString(), bare}});
    Json entity = cluster::withoutClusterMembers(bare);
    if (keeping.scenario.code() != keeping.code) {
        entity.remove(u"code");
        entity.insert(0, u"code"_s, Json(keeping.code));
    }
    return entity;
}

class KeepCall final : public cluster::StepsCall<Kept>
{
public:
    KeepCall(cluster::ScriptStore &store, Keeping keeping) : m_store(store), m_keeping(std::move(keeping)) {}

private:
    void begin() override
    {
        step<Json>(m_store.find(m_keeping.type, m_keeping.code), [this](const Result<Json> &stored) {
            if (stored)
                found(*stored);
            else if (stored.error().code == "not_found"_L1)
                create();
            else
                finish(tl::unexpected(stored.error()));
        });
    }

    void found(const Json &stored)
    {
        const QString here = cluster::scriptId(m_keeping.base);
        if (m_keeping.overwrites)
            change(stored);
        else if (!here.isEmpty() && here != cluster::scriptId(stored))
            finish(Kept{Kept::Outcome::OtherThere, stored});
        else if (const WriteTime base = WriteTime::of(m_keeping.base); !WriteTime::of(stored).isNewerThan(base))
            change(stored);
        else
            finish(Kept{base.isKnown() ? Kept::Outcome::NewerThere : Kept::Outcome::UnknownBase, stored});
    }

    void create()
    {
        Json entity = upload(m_keeping);
        if (!isEntity(m_keeping.scenario)) {
            entity.insert(0, u"name"_s, Json(m_keeping.code));
            entity.insert(0, u"code"_s, Json(m_keeping.code));
        }
        step<Json>(m_store.create(m_keeping.type, entity), [this](const Result<Json> &stored) { end(Kept::Outcome::Created, stored); });
    }

    void change(const Json &stored)
    {
        step<Json>(m_store.change(m_keeping.type, cluster::scriptId(stored), upload(m_keeping)),
                   [this](const Result<Json> &changed) { end(Kept::Outcome::Changed, changed); });
    }

    void end(Kept::Outcome outcome, const Result<Json> &stored)
    {
        finish(stored ? Result<Kept>(Kept{outcome, *stored}) : tl::unexpected(stored.error()));
    }

    cluster::ScriptStore &m_store;
    const Keeping m_keeping;
};

} // namespace

QString storedKey()
{
    return u"stored"_s;
}

QString storedCode(const Scenario &scenario)
{
    return isEntity(scenario) ? scenario.code() : scenario.extension()[storedKey()][u"code"].toString();
}

Json storedBase(const Scenario &scenario, const QString &code)
{
    if (isEntity(scenario))
        return scenario.root();
    const Json stored = scenario.extension()[storedKey()];
    return stored[u"code"].toString() == code ? stored : Json();
}

Json storedMembers(const Json &entity)
{
    Json members = Json::object();
    cluster::takeClusterMembers(members, entity);
    return members;
}

Json withStored(const Scenario &scenario, const QString &code, const Json &stored)
{
    Json root = scenario.root();
    if (isEntity(scenario)) {
        cluster::takeClusterMembers(root, stored);
        if (scenario.code() != code)
            root.set(u"code"_s, Json(code));
        return root;
    }
    Json memory = Json::object({{u"code"_s, Json(code)}});
    cluster::takeClusterMembers(memory, stored);
    Json extension = scenario.extension().isObject() ? scenario.extension() : Json::object();
    extension.set(storedKey(), memory);
    root.set(scenario::code::extension.toString(), extension);
    return root;
}

cluster::Call<Kept> keepScenario(cluster::ScriptStore &store, Keeping keeping)
{
    return std::make_unique<KeepCall>(store, std::move(keeping));
}

} // namespace signalbox::runner
