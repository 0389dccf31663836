// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scripts.h"

#include "simulator/filearea.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

constexpr qsizetype maxCode = 255;
constexpr auto nilProject = "00000000-0000-0000-0000-000000000000"_L1;

core::Result<void> checkEntity(const Json &entity)
{
    if (!entity.isObject())
        return core::fail(u"bad_request"_s, u"The body is not an object"_s);
    const Json &code = entity[u"code"];
    if (!code.isString() || code.toString().isEmpty() || code.toString().size() > maxCode)
        return core::fail(u"bad_request"_s, u"“code” must be a text of 1 to %1 characters"_s.arg(maxCode));
    const Json &data = entity[u"scriptdata"];
    if (!data.isObject() || !data[u"objects"].isArray())
        return core::fail(u"bad_request"_s, u"“scriptdata” must be an object with a list “objects”"_s);
    return {};
}

} // namespace

Scripts::Scripts(const ClusterConfig &config, const core::Clock &clock, core::Random &random)
    : m_config(config), m_clock(clock), m_random(random), m_catalogue(catalogue::Catalogue::builtIn())
{}

QString Scripts::now() const
{
    return timeText(m_clock.nowMs());
}

core::Result<Json> Scripts::create(const Json &entity)
{
    if (const auto checked = checkEntity(entity); !checked)
        return tl::unexpected(checked.error());
    const QString code = entity[u"code"].toString();
    if (m_idByCode.contains(code))
        return core::fail(u"code_exists"_s, u"There is a scenario with the code “%1” already"_s.arg(code));
    if (m_byId.size() >= m_config.limits.scripts)
        return core::fail(u"too_many"_s, u"There are %1 scenarios, which is the limit"_s.arg(m_byId.size()));
    Json stored = entity;
    QString id = entity[u"id"].toString();
    if (id.isEmpty() || m_byId.contains(id))
        id = m_random.uuid();
    if (stored.contains(u"id"))
        stored.set(u"id"_s, Json(id));
    else
        stored.insert(0, u"id"_s, Json(id));
    if (!stored.contains(u"name"))
        stored.set(u"name"_s, Json(code));
    if (!stored.contains(u"projectid"))
        stored.set(u"projectid"_s, Json(QString(nilProject)));
    if (!stored.contains(u"opts"))
        stored.set(u"opts"_s, Json::object());
    const Json time(now());
    stored.set(u"lwt"_s, time);
    stored.set(u"ext"_s, Json::object({{u"ct"_s, time}, {u"lwt"_s, time}}));
    m_byId.insert(id, {stored, nullptr});
    m_idByCode.insert(code, id);
    m_order.append(id);
    return stored;
}

core::Result<Json> Scripts::change(const QString &id, const Json &changes)
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end())
        return core::fail(u"not_found"_s, u"There is no scenario with this id"_s);
    if (!changes.isObject())
        return core::fail(u"bad_request"_s, u"The body is not an object"_s);
    Json changed = found->entity;
    for (const core::JsonMember &member : changes.members()) {
        if (member.key != "id"_L1 && member.key != "lwt"_L1 && member.key != "ext"_L1) // the cluster's own
            changed.set(member.key, member.value);
    }
    if (const auto checked = checkEntity(changed); !checked)
        return tl::unexpected(checked.error());
    const QString oldCode = found->entity[u"code"].toString();
    const QString code = changed[u"code"].toString();
    if (code != oldCode && m_idByCode.contains(code))
        return core::fail(u"code_exists"_s, u"There is a scenario with the code “%1” already"_s.arg(code));
    const Json time(now());
    changed.set(u"lwt"_s, time);
    Json ext = changed[u"ext"];
    ext.set(u"lwt"_s, time);
    changed.set(u"ext"_s, ext);
    m_idByCode.remove(oldCode);
    m_idByCode.insert(code, id);
    *found = {changed, nullptr};
    return changed;
}

core::Result<void> Scripts::remove(const QString &id)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return core::fail(u"not_found"_s, u"There is no scenario with this id"_s);
    m_idByCode.remove(found->entity[u"code"].toString());
    m_byId.erase(found);
    m_order.removeOne(id);
    return {};
}

const Json *Scripts::find(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? nullptr : &found->entity;
}

const Json *Scripts::findByCode(const QString &code) const
{
    const auto found = m_idByCode.constFind(code);
    return found == m_idByCode.constEnd() ? nullptr : find(*found);
}

QList<Json> Scripts::all() const
{
    QList<Json> result;
    for (const QString &id : m_order)
        result.append(m_byId.value(id).entity);
    return result;
}

core::Result<std::shared_ptr<const Runnable>> Scripts::runnable(const QString &code)
{
    const auto id = m_idByCode.constFind(code);
    if (id == m_idByCode.constEnd())
        return core::fail(u"not_found"_s, u"There is no scenario with the code “%1”"_s.arg(code));
    Stored &stored = m_byId[*id];
    if (!stored.runnable) {
        const scenario::Scenario document(stored.entity, scenario::Form::Entity);
        const auto program = machine::Program::compile(document, m_catalogue, m_config.dialect);
        if (!program)
            return tl::unexpected(program.error());
        auto runnable = std::make_shared<Runnable>();
        runnable->program = *program;
        for (const scenario::Variable &variable : document.variables()) {
            if (variable.location == m_config.dialect.locationLocal)
                runnable->localVariables.append(variable.name);
        }
        stored.runnable = runnable;
    }
    return stored.runnable;
}

} // namespace signalbox::simulator
