// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/context.h"

#include "scenario/componentcodes.h"

#include <algorithm>

namespace signalbox::scenario {

using core::Json;
using core::JsonMember;
using namespace Qt::StringLiterals;

VariableTable::VariableTable(const Scenario &scenario, const core::Dialect &dialect)
{
    const QList<Variable> variables = scenario.variables();
    m_entries.reserve(static_cast<size_t>(variables.size()));
    m_slots.reserve(variables.size());
    for (const Variable &variable : variables) {
        m_entries.push_back({variable.name, dialect.valueType(variable.type), variable.index, false});
        const QStringView name = m_entries.back().name;
        if (!m_slots.contains(name))
            m_slots.insert(name, static_cast<int>(m_entries.size()) - 1);
    }
}

int VariableTable::use(QStringView name)
{
    const int slot = find(name);
    if (slot < 0)
        return slot;
    useSlot(slot);
    if (m_noted)
        m_noted->push_back(slot);
    return slot;
}

void VariableTable::forgetUses()
{
    for (Entry &entry : m_entries)
        entry.used = false;
}

namespace {

/// With the keys that every object may have.
std::shared_ptr<TypeTable> undescribed()
{
    auto table = std::make_shared<TypeTable>();
    for (const QStringView key :
         {code::id, code::type, QStringView(u"oLeft"), QStringView(u"oTop"), QStringView(u"oWidth"), QStringView(u"oHeight"),
          QStringView(u"oLayer"), QStringView(u"oCreationDate"), code::name, QStringView(u"info")})
        table->positions.insert(key.toString(), TypeTable::commonKey);
    return table;
}

} // namespace

Context::Context(const Scenario &document, const catalogue::Catalogue &types, const capability::Capabilities &messages,
                 const core::Dialect &assumptions)
    : scenario(document), catalogue(types), capabilities(messages), dialect(assumptions), variables(document, assumptions),
      slotOf([this](QStringView name) { return variables.find(name); }), m_undescribed(undescribed()),
      m_objectsPointer(document.scriptPointer() + u"/objects"_s)
{}

const TypeTable &Context::table(std::optional<qint64> type)
{
    if (!type)
        return *m_undescribed;
    const auto known = m_tables.constFind(*type);
    if (known != m_tables.constEnd())
        return **known;
    const catalogue::ComponentType *found = catalogue.find(*type);
    if (!found || !found->documented)
        return *m_undescribed;
    auto table = undescribed();
    table->type = found;
    for (qsizetype i = 0; i < found->properties.size(); ++i)
        table->positions.insert(found->properties.at(i).code, static_cast<int>(i));
    return **m_tables.insert(*type, table);
}

ObjectView::ObjectView(Context &context, const Json &json, qsizetype index) : m_context(context), m_json(json), m_index(index)
{
    const QList<JsonMember> &members = json.members();
    for (const JsonMember &member : members) {
        if (member.key == code::id)
            m_id = member.value.toInt();
        else if (member.key == code::type)
            m_typeNumber = member.value.toInt();
    }
    m_table = &context.table(m_typeNumber);
    if (m_table->type) {
        m_values.resize(m_table->type->properties.size());
        std::fill(m_values.begin(), m_values.end(), nullptr);
    }
    for (const JsonMember &member : members) {
        const int position = m_table->positions.value(member.key, TypeTable::unknownKey);
        if (position >= 0)
            m_values[position] = &member.value;
        else
            (position == TypeTable::commonKey ? m_common : m_unknown).append(&member);
    }
}

bool ObjectView::isShown(const catalogue::Property &property) const
{
    return property.condition.kind == catalogue::Condition::Kind::Always || m_table->type->isShown(property, m_json);
}

QString ObjectView::pointer() const
{
    return m_context.objectsPointer() + u'/' + QString::number(m_index);
}

Spot ObjectView::spot() const
{
    return {m_id, {}, pointer(), m_json.place()};
}

Spot ObjectView::spot(const QString &property, const Json &at, const QString &path) const
{
    return {m_id, property, pointer() + u'/' + core::pointerToken(property) + path, at.place()};
}

} // namespace signalbox::scenario
