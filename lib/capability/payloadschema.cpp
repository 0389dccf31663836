// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/payloadschema.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace signalbox::capability {

using namespace Qt::StringLiterals;
using core::Json;
using core::JsonMember;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

// Keywords of draft 7 by what their value holds; the values of all others are data.
constexpr std::array schemaKeywords{
    "additionalItems"_L1, "additionalProperties"_L1, "contains"_L1, "else"_L1, "if"_L1, "not"_L1, "propertyNames"_L1, "then"_L1};
constexpr std::array mapKeywords{"definitions"_L1, "patternProperties"_L1, "properties"_L1};
constexpr std::array listKeywords{"allOf"_L1, "anyOf"_L1, "oneOf"_L1};
/// A schema, a list of schemas, or for "dependencies" a map of schemas and lists of names.
constexpr auto items = "items"_L1;
constexpr auto dependencies = "dependencies"_L1;
/// References are resolved already, so a base for them would only mislead.
constexpr std::array droppedKeywords{"$id"_L1, "$schema"_L1};

template <typename Words>
bool isOneOf(const QString &key, const Words &words)
{
    return std::find(words.begin(), words.end(), key) != words.end();
}

Target child(const Target &of, const JsonMember &member)
{
    return {&member.value, of.pointer + u'/' + core::pointerToken(member.key)};
}

/// AsyncAPI's own schemas are JSON Schema draft 7; both media types come with parameters and as +json or +yaml.
bool isJsonSchema(const QString &format)
{
    static const QRegularExpression known(
        u"^application/(vnd\\.aai\\.asyncapi|schema)(\\+json|\\+yaml)?\\s*(;\\s*version=(2\\.\\d+\\.\\d+|3\\.0\\.\\d+|draft-0[67]))?$"_s);
    return known.match(format).hasMatch();
}

/// Names of the definitions that a schema applies to the very same value: a circle of them never ends.
void collectInPlace(const Json &schema, QStringList &names)
{
    if (!schema.isObject())
        return;
    constexpr auto prefix = "#/definitions/"_L1;
    if (const Json *reference = schema.find(u"$ref")) {
        const QString text = reference->toString();
        names.append(text == "#"_L1 ? QString() : text.sliced(prefix.size()));
        return;
    }
    for (const auto keyword : listKeywords)
        for (const Json &part : schema[QString(keyword)].items())
            collectInPlace(part, names);
    for (const auto keyword : {"if"_L1, "then"_L1, "else"_L1, "not"_L1})
        collectInPlace(schema[QString(keyword)], names);
    for (const JsonMember &part : schema[QString(dependencies)].members())
        collectInPlace(part.value, names);
}

} // namespace

Found<void> PayloadSchema::checkFormat(const QString &format, const Target &at)
{
    if (isJsonSchema(format))
        return {};
    return wrongSchema(Text::tr("The schema format \"%1\" is not JSON Schema (draft 7) and cannot be used.").arg(format), at);
}

Found<Json> PayloadSchema::build(const Target &payload)
{
    m_names.clear();
    m_waiting.clear();
    m_taken.clear();
    Found<Target> root = m_references.follow(payload).and_then([this](Target at) { return unwrap(std::move(at)); });
    if (!root)
        return tl::unexpected(root.error());
    m_names.insert(root->pointer, QString()); // "#"
    for (const JsonMember &own : (*root->node)[u"definitions"].members())
        m_taken.append(own.key);
    Copy schema = copy(*root);
    if (!schema)
        return schema;
    QList<JsonMember> added;
    while (!m_waiting.isEmpty()) {
        const auto [name, target] = m_waiting.takeFirst();
        Copy definition = copy(target);
        if (!definition)
            return definition;
        added.append({name, *std::move(definition)});
    }
    if (!added.isEmpty())
        schema->set(u"definitions"_s, Json::object((*schema)[u"definitions"].members() + added));
    return checkCircles(*schema, *root).map([&schema] { return *std::move(schema); });
}

/// A payload may be {"schemaFormat","schema"} instead of a schema, and so may what that schema refers to.
Found<Target> PayloadSchema::unwrap(Target at) const
{
    constexpr int maxLayers = 8;
    for (int layer = 0; layer < maxLayers; ++layer) {
        const Json *format = at.node->find(u"schemaFormat");
        if (!format)
            return at;
        if (const Found<void> known = checkFormat(format->toString(), at); !known)
            return tl::unexpected(known.error());
        Found<Target> inner = m_references.member(at, u"schema"_s);
        if (!inner)
            return inner;
        if (inner->pointer.isEmpty())
            return wrongSchema(Text::tr("There is a schema format but no schema."), at);
        at = *std::move(inner);
    }
    return tl::unexpected(findingAt(u"capability.reference"_s, Text::tr("The schema %1 is defined by itself.").arg(at.pointer), at.pointer,
                                    at.node->place()));
}

PayloadSchema::Copy PayloadSchema::copy(const Target &schema)
{
    if (++m_nodes > maxNodes)
        return wrongSchema(Text::tr("The schemas of the document are too large."), schema);
    if (schema.node->isBool())
        return *schema.node;
    if (!schema.node->isObject())
        return wrongSchema(Text::tr("A schema must be an object, true or false."), schema);
    if (const Json *reference = schema.node->find(u"$ref"); reference && reference->isString())
        return copyReference(schema);
    QList<JsonMember> members;
    for (const JsonMember &member : schema.node->members()) {
        if (isOneOf(member.key, droppedKeywords))
            continue;
        const Target at = child(schema, member);
        Copy value = isOneOf(member.key, schemaKeywords)                     ? copy(at)
                     : isOneOf(member.key, listKeywords)                     ? copyList(at)
                     : isOneOf(member.key, mapKeywords)                      ? copyMap(at)
                     : member.key == items                                   ? copyAny(at)
                     : member.key == dependencies && member.value.isObject() ? copyMap(at)
                                                                             : Copy(member.value);
        if (!value)
            return value;
        members.append({member.key, *std::move(value)});
    }
    return Json::object(std::move(members));
}

PayloadSchema::Copy PayloadSchema::copyReference(const Target &schema)
{
    Found<Target> target = m_references.follow(schema).and_then([this](Target at) { return unwrap(std::move(at)); });
    if (!target)
        return tl::unexpected(target.error());
    const QString name = nameFor(*target);
    return Json::object({{u"$ref"_s, Json(name.isEmpty() ? u"#"_s : "#/definitions/"_L1 + name)}});
}

PayloadSchema::Copy PayloadSchema::copyList(const Target &list)
{
    if (!list.node->isArray())
        return wrongSchema(Text::tr("A list of schemas is wanted here."), list);
    QList<Json> copies;
    for (qsizetype i = 0; i < list.node->size(); ++i) {
        Copy part = copy({&list.node->at(i), list.pointer + u'/' + QString::number(i)});
        if (!part)
            return part;
        copies.append(*std::move(part));
    }
    return Json::array(std::move(copies));
}

PayloadSchema::Copy PayloadSchema::copyMap(const Target &map)
{
    if (!map.node->isObject())
        return wrongSchema(Text::tr("An object of schemas is wanted here."), map);
    QList<JsonMember> copies;
    for (const JsonMember &member : map.node->members()) {
        // An array is a list of property names, as "dependencies" may hold.
        Copy part = member.value.isArray() ? Copy(member.value) : copy(child(map, member));
        if (!part)
            return part;
        copies.append({member.key, *std::move(part)});
    }
    return Json::object(std::move(copies));
}

PayloadSchema::Copy PayloadSchema::copyAny(const Target &node)
{
    return node.node->isArray() ? copyList(node) : copy(node);
}

/// The definition that copies the target; a new one is put on the waiting list. Empty: the payload itself.
QString PayloadSchema::nameFor(const Target &target)
{
    if (const auto known = m_names.constFind(target.pointer); known != m_names.cend())
        return *known;
    static const QRegularExpression unsafe(u"[^A-Za-z0-9_.-]"_s);
    const QString base = target.pointer.section(u'/', -1).replace(unsafe, u"_"_s);
    QString name = base;
    for (int number = 2; m_taken.contains(name); ++number)
        name = base + u'_' + QString::number(number);
    m_taken.append(name);
    m_names.insert(target.pointer, name);
    m_waiting.append({name, target});
    return name;
}

Found<void> PayloadSchema::checkCircles(const Json &schema, const Target &payload) const
{
    const Json &definitions = schema[u"definitions"];
    const auto schemaOf = [&](const QString &name) -> const Json & {
        return name.isEmpty() ? schema : definitions[name];
    };
    QSet<QString> finished;
    QSet<QString> open;
    struct Step {
        QString name;
        QStringList next;
    };
    const auto enter = [&](const QString &name) {
        open.insert(name);
        Step step{name, {}};
        collectInPlace(schemaOf(name), step.next);
        return step;
    };
    QStringList starts{QString()};
    for (const JsonMember &definition : definitions.members())
        starts.append(definition.key);
    for (const QString &start : starts) {
        QList<Step> path;
        if (!finished.contains(start))
            path.append(enter(start));
        while (!path.isEmpty()) {
            if (path.last().next.isEmpty()) {
                open.remove(path.last().name);
                finished.insert(path.takeLast().name);
                continue;
            }
            const QString name = path.last().next.takeLast();
            if (open.contains(name))
                return tl::unexpected(findingAt(
                    u"capability.reference"_s, Text::tr("The schema %1 is defined by itself.").arg(name.isEmpty() ? payload.pointer : name),
                    payload.pointer, payload.node->place()));
            if (!finished.contains(name))
                path.append(enter(name));
        }
    }
    return {};
}

} // namespace signalbox::capability
