// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenario.h"

#include "scenario/componentcodes.h"

namespace signalbox::scenario {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

/// Changes a member where it stands: while it is taken out only this shares it, so that nothing is copied.
template <typename Change>
void changeMember(Json &owner, QStringView key, const Change &change)
{
    const core::JsonMember &member = owner.members().at(owner.indexOf(key));
    const QString name = member.key;
    Json value = member.value;
    owner.set(name, Json());
    change(value);
    owner.set(name, std::move(value));
}

} // namespace

Scenario::Scenario(Json root, Form form) : m_root(std::move(root)), m_form(form)
{
    m_index.reserve(objectCount());
    indexFrom(0);
}

const Json &Scenario::scriptData() const
{
    return m_form == Form::Entity ? m_root[code::scriptData] : m_root;
}

QString Scenario::scriptPointer() const
{
    return m_form == Form::Entity ? u"/scriptdata"_s : QString();
}

QString Scenario::code() const
{
    return m_form == Form::Entity ? m_root[u"code"].toString() : QString();
}

QString Scenario::name() const
{
    return m_form == Form::Entity ? m_root[u"name"].toString() : QString();
}

const QList<Json> &Scenario::objects() const
{
    return scriptData()[code::objects].items();
}

qsizetype Scenario::objectCount() const
{
    return objects().size();
}

const Json &Scenario::object(qsizetype index) const
{
    return scriptData()[code::objects].at(index);
}

std::optional<qint64> Scenario::objectId(qsizetype index) const
{
    return object(index)[code::id].toInt();
}

std::optional<qint64> Scenario::objectType(qsizetype index) const
{
    return object(index)[code::type].toInt();
}

qsizetype Scenario::indexOf(qint64 id) const
{
    return m_index.value(id, -1);
}

QList<Variable> Scenario::variables() const
{
    QList<Variable> result;
    const QList<Json> &all = scriptData()[code::variables].items();
    result.reserve(all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Json &variable = all.at(i);
        if (!variable[code::name].isString())
            continue;
        result.append(
            {i, variable[code::name].toString(), variable[u"type"].toInt().value_or(0), variable[u"location"].toInt().value_or(0)});
    }
    return result;
}

const Json &Scenario::initialVariables() const
{
    static const Json none;
    return m_form == Form::Entity ? m_root[u"opts"][code::variables] : none;
}

const Json &Scenario::extension() const
{
    return m_root[code::extension];
}

Scenario Scenario::stripped() const
{
    Json root = m_root;
    root.remove(code::extension);
    return Scenario(std::move(root), m_form);
}

void Scenario::indexFrom(qsizetype first)
{
    if (first == 0)
        m_index.clear();
    const QList<Json> &all = objects();
    for (qsizetype i = first; i < all.size(); ++i) {
        const std::optional<qint64> id = all.at(i)[code::id].toInt();
        if (id && !m_index.contains(*id))
            m_index.insert(*id, i);
    }
}

template <typename Change>
void Scenario::changeScript(const Change &change)
{
    if (m_form == Form::Entity)
        changeMember(m_root, code::scriptData, change);
    else
        change(m_root);
}

void Scenario::setObject(qsizetype index, Json object)
{
    const bool sameId = objectId(index) == object[code::id].toInt();
    changeScript(
        [&](Json &script) { changeMember(script, code::objects, [&](Json &objects) { objects.replace(index, std::move(object)); }); });
    if (!sameId)
        indexFrom(0);
}

void Scenario::insertObjects(const QList<PlacedObject> &objects)
{
    if (objects.isEmpty())
        return;
    const qsizetype count = objectCount();
    const bool atEnd = objects.first().position >= count;
    changeScript([&](Json &script) {
        changeMember(script, code::objects, [&](Json &all) {
            if (atEnd) {
                for (const PlacedObject &added : objects)
                    all.append(added.object);
                return;
            }
            QList<Json> merged;
            merged.reserve(count + objects.size());
            auto added = objects.cbegin();
            for (qsizetype old = 0; old < count || added != objects.cend();) {
                if (added != objects.cend() && (added->position <= merged.size() || old >= count))
                    merged.append((added++)->object);
                else
                    merged.append(all.at(old++));
            }
            const core::JsonPlace place = all.place();
            all = Json::array(std::move(merged));
            all.setPlace(place);
        });
    });
    indexFrom(atEnd ? count : 0);
}

void Scenario::removeObjects(const QList<qsizetype> &positions)
{
    if (positions.isEmpty())
        return;
    const qsizetype kept = objectCount() - positions.size();
    const bool atEnd = positions.first() >= kept;
    if (atEnd) {
        for (const qsizetype position : positions) {
            const std::optional<qint64> id = objectId(position);
            if (id && m_index.value(*id, -1) == position)
                m_index.remove(*id);
        }
    }
    changeScript([&](Json &script) {
        changeMember(script, code::objects, [&](Json &all) {
            QList<Json> rest = all.items();
            const core::JsonPlace place = all.place();
            all = Json();
            qsizetype next = 0;
            qsizetype end = positions.first();
            for (qsizetype i = end; i < rest.size(); ++i) {
                if (next < positions.size() && positions.at(next) == i)
                    ++next;
                else
                    rest[end++] = std::move(rest[i]);
            }
            rest.resize(kept);
            all = Json::array(std::move(rest));
            all.setPlace(place);
        });
    });
    if (!atEnd)
        indexFrom(0);
}

void Scenario::setMember(Part part, const QString &key, qsizetype index, std::optional<Json> value)
{
    Q_ASSERT(key != code::objects && (part == Part::ScriptData || key != code::scriptData));
    const auto change = [&](Json &owner) {
        if (value)
            owner.insert(index, key, *std::move(value));
        else
            owner.remove(key);
    };
    if (part == Part::ScriptData)
        changeScript(change);
    else
        change(m_root);
}

} // namespace signalbox::scenario
