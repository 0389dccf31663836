// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/schemadefinition.h"

namespace signalbox::capability {

using core::Json;
using core::JsonMember;
using namespace Qt::StringLiterals;

namespace {

constexpr QStringView name = u"_";

bool isData(QStringView keyword)
{
    return keyword == u"const" || keyword == u"enum" || keyword == u"default" || keyword == u"examples" || keyword == u"example";
}

bool holdsNames(QStringView keyword)
{
    return keyword == u"properties" || keyword == u"patternProperties" || keyword == u"definitions" || keyword == u"dependencies";
}

/// isNames: members are schemas by name, not keywords. As deep as the schema, which is compiled and so not too deep.
Json led(const Json &schema, bool isNames)
{
    if (schema.isArray()) {
        QList<Json> items;
        for (const Json &item : schema.items())
            items.append(led(item, false));
        return Json::array(items);
    }
    if (!schema.isObject())
        return schema;
    QList<JsonMember> members;
    for (const JsonMember &member : schema.members()) {
        Json value = member.value;
        if (!isNames && member.key == "$ref"_L1 && value.toString().startsWith(u'#'))
            value = Json(u"#/definitions/_"_s + value.toString().sliced(1));
        else if (isNames || !isData(member.key))
            value = led(value, !isNames && holdsNames(member.key));
        members.append({member.key, value, {}});
    }
    return Json::object(members);
}

} // namespace

Json asDefinition(const Json &schema)
{
    return Json::object({{u"definitions"_s, Json::object({{name.toString(), led(schema, false), {}}}), {}}});
}

const Json &definitionIn(const Json &document)
{
    return document[u"definitions"][name];
}

} // namespace signalbox::capability
