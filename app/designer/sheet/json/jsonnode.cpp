// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/jsonnode.h"

#include "designer/sheet/json/bodyvalue.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::designer {

using core::Json;
using core::JsonMember;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::designer::JsonTreeModel)
};

} // namespace

QString jsonKindTitle(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Object:
        return Tr::tr("object");
    case JsonKind::Array:
        return Tr::tr("list");
    case JsonKind::Text:
        return Tr::tr("text");
    case JsonKind::Number:
        return Tr::tr("number");
    case JsonKind::YesNo:
        return Tr::tr("yes/no");
    case JsonKind::Null:
        return Tr::tr("null");
    case JsonKind::Variable:
        break;
    }
    return Tr::tr("variable");
}

JsonKind jsonKindOf(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Object:
        return JsonKind::Object;
    case Json::Type::Array:
        return JsonKind::Array;
    case Json::Type::Number:
        return JsonKind::Number;
    case Json::Type::Bool:
        return JsonKind::YesNo;
    case Json::Type::Null:
        return JsonKind::Null;
    case Json::Type::String:
        break;
    }
    return isBareValue(value) ? JsonKind::Variable : JsonKind::Text;
}

qsizetype rowsWithin(const Json &value, qsizetype limit)
{
    QList<const Json *> waiting{&value};
    qsizetype count = 0;
    while (!waiting.isEmpty() && count < limit) {
        const Json *next = waiting.takeLast();
        count += next->size();
        if (next->size() > limit)
            return limit;
        for (const Json &item : next->items())
            waiting.append(&item);
        for (const core::JsonMember &member : next->members())
            waiting.append(&member.value);
    }
    return count;
}

JsonNode::JsonNode(const Json &value, const QString &named, JsonNode *above, int at)
    : parent(above), row(at), name(named), m_kind(jsonKindOf(value)), m_value(value)
{}

Json JsonNode::json() const
{
    if (!m_isMade)
        return m_value;
    if (m_kind == JsonKind::Object) {
        QList<JsonMember> members;
        members.reserve(count());
        for (const auto &child : m_children)
            members.append({child->name, child->json(), {}});
        return Json::object(std::move(members));
    }
    QList<Json> items;
    items.reserve(count());
    for (const auto &child : m_children)
        items.append(child->json());
    return Json::array(std::move(items));
}

QString JsonNode::text() const
{
    if (m_kind == JsonKind::Variable)
        return bareText(m_value);
    return m_kind == JsonKind::Text ? m_value.toString() : isContainer(m_kind) ? QString() : QString::fromUtf8(m_value.toCompact());
}

int JsonNode::count() const
{
    return m_isMade ? static_cast<int>(m_children.size()) : isContainer(m_kind) ? static_cast<int>(m_value.size()) : 0;
}

JsonNode::List &JsonNode::children()
{
    if (m_isMade || !isContainer(m_kind))
        return m_children;
    m_isMade = true;
    m_children.reserve(static_cast<std::size_t>(m_value.size()));
    int at = 0;
    for (const JsonMember &member : m_value.members())
        m_children.push_back(std::make_unique<JsonNode>(member.value, member.key, this, at++));
    for (const Json &item : m_value.items())
        m_children.push_back(std::make_unique<JsonNode>(item, QString(), this, at++));
    m_value = Json();
    return m_children;
}

bool JsonNode::hasMember(const QString &wanted, const JsonNode *but)
{
    return std::any_of(children().cbegin(), children().cend(),
                       [&](const auto &child) { return child.get() != but && child->name == wanted; });
}

void JsonNode::renumber(int from)
{
    for (int at = from; at < count(); ++at)
        m_children[static_cast<std::size_t>(at)]->row = at;
}

void JsonNode::setValue(const Json &value)
{
    m_children.clear();
    m_isMade = false;
    m_kind = jsonKindOf(value);
    m_value = value;
}

void JsonNode::setContainer(JsonKind kind)
{
    for (const auto &child : children())
        child->name = kind == JsonKind::Object ? QString::number(child->row) : QString();
    m_kind = kind;
}

} // namespace signalbox::designer
