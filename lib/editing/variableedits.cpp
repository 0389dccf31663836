// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/variableedits.h"

#include "editing/keyorder.h"
#include "scenario/componentcodes.h"
#include "scenario/jsonkinds.h"

namespace signalbox::editing {

using core::Json;
using core::JsonMember;
using core::Result;
using scenario::Part;
using namespace Qt::StringLiterals;

namespace {

QString key(QStringView code)
{
    return code.toString();
}

bool isNamed(const Json &variable, const QString &name)
{
    return variable[scenario::code::name].isString() && variable[scenario::code::name].toString() == name;
}

/// The object with one of its keys spelt anew, in its place.
Json withKeyRenamed(const Json &object, const QString &from, const QString &to)
{
    if (!object.contains(from))
        return object;
    QList<JsonMember> members;
    for (const JsonMember &member : object.members()) {
        if (member.key == from)
            members.append({to, member.value, member.place});
        else if (member.key != to) // a value of that name had no variable yet
            members.append(member);
    }
    return Json::object(std::move(members));
}

/// The same object with the one inside it, at the end of the keys, changed; unchanged where there is none.
Json withInner(const Json &object, const QStringList &keys, const std::function<Json(Json)> &change)
{
    if (keys.isEmpty())
        return object.isObject() ? change(object) : object;
    const Json *inner = object.find(keys.first());
    if (!inner)
        return object;
    Json result = object;
    result.set(keys.first(), withInner(*inner, keys.mid(1), change));
    return result;
}

} // namespace

VariableEdits::VariableEdits(Document &document, const catalogue::Catalogue &catalogue, const core::Dialect &dialect, core::Random &random)
    : m_document(document), m_catalogue(catalogue), m_dialect(dialect), m_random(random)
{}

Result<void> VariableEdits::checkName(const QString &name) const
{
    if (name.isEmpty())
        return core::fail(u"bad_name"_s, tr("A variable needs a name."));
    const bool isText = std::none_of(name.begin(), name.end(), [](QChar c) { return c == u'[' || c == u']' || !c.isPrint(); });
    if (!isText || name.trimmed() != name)
        return core::fail(u"bad_name"_s,
                          tr("\"%1\" cannot be the name of a variable: it may not hold brackets or line breaks, nor begin or "
                             "end with a space.")
                              .arg(name));
    if (declaredVariables(m_document.scenario()).contains(name))
        return core::fail(u"already_exists"_s, tr("There is a variable \"%1\" already; choose another name.").arg(name));
    return {};
}

Result<void> VariableEdits::checkDeclared(const QString &name) const
{
    if (declaredVariables(m_document.scenario()).contains(name))
        return {};
    return core::fail(u"not_found"_s, tr("There is no variable \"%1\".").arg(name));
}

Result<void> VariableEdits::checkList() const
{
    const Json *list = m_document.scenario().scriptData().find(scenario::code::variables);
    if (!list || list->isArray())
        return {};
    return core::fail(
        u"wrong_kind"_s,
        tr("The document's \"variables\" must be an array, but it is %1. Correct the file first.").arg(scenario::kindText(*list)));
}

void VariableEdits::changeList(const std::function<void(QList<Json> &)> &change)
{
    const Json &script = m_document.scenario().scriptData();
    const Json &list = script[scenario::code::variables];
    QList<Json> items = list.items();
    change(items);
    Json changed = Json::array(std::move(items));
    changed.setPlace(list.place());
    m_document.setMember(Part::ScriptData, key(scenario::code::variables), changed, script.indexOf(scenario::code::objects) + 1);
}

void VariableEdits::changeInitialValues(const std::function<Json(Json)> &change)
{
    const scenario::Scenario &document = m_document.scenario();
    const auto changeMember = [&](const QString &member, const QStringList &keys) {
        if (const Json *value = document.root().find(member))
            m_document.setMember(Part::Root, member, withInner(*value, keys, change), 0);
    };
    if (document.form() == scenario::Form::Entity)
        changeMember(u"opts"_s, {u"variables"_s});
    changeMember(key(scenario::code::extension), {u"inputs"_s, u"variables"_s});
}

Result<void> VariableEdits::add(const QString &name, qint64 type, qint64 location)
{
    const Result<void> checked = checkName(name).and_then([this] { return checkList(); });
    if (!checked)
        return checked;
    const Edit edit(m_document, [name] { return tr("Add variable %1").arg(name); });
    changeList([&](QList<Json> &items) {
        items.append(Json::object({{u"id"_s, Json(m_random.uuid())},
                                   {key(scenario::code::name), Json(name)},
                                   {u"type"_s, Json(type)},
                                   {u"location"_s, Json(location)}}));
    });
    return {};
}

Result<void> VariableEdits::rename(const QString &name, const QString &newName)
{
    const Result<void> known = checkDeclared(name);
    if (!known || name == newName)
        return known;
    if (const Result<void> checked = checkName(newName); !checked)
        return checked;
    const VariablePlaces places(m_catalogue, m_dialect, {name});
    const Edit edit(m_document, [name, newName] { return tr("Rename variable %1 to %2").arg(name, newName); });
    changeList([&](QList<Json> &items) {
        for (Json &variable : items) {
            if (isNamed(variable, name))
                variable.set(key(scenario::code::name), Json(newName));
        }
    });
    QList<scenario::PlacedObject> changed;
    const scenario::Scenario &document = m_document.scenario();
    for (qsizetype i = 0; i < document.objectCount(); ++i) {
        const Json object =
            places.map(document.object(i), [&](const QString &found, const QString &) { return found == name ? newName : found; });
        if (object != document.object(i))
            changed.append({i, object});
    }
    m_document.setObjects(changed);
    changeInitialValues([&](const Json &values) { return withKeyRenamed(values, name, newName); });
    return {};
}

Result<void> VariableEdits::setNumber(const QString &name, const QString &number, qint64 value, const StepText &text)
{
    if (const Result<void> known = checkDeclared(name); !known)
        return known;
    const Edit edit(m_document, text);
    changeList([&](QList<Json> &items) {
        const auto first = std::find_if(items.begin(), items.end(), [&](const Json &variable) { return isNamed(variable, name); });
        if ((*first)[number].toInt() != value)
            first->set(number, Json(value));
    });
    return {};
}

Result<void> VariableEdits::remove(const QString &name)
{
    if (const Result<void> known = checkDeclared(name); !known)
        return known;
    const Edit edit(m_document, [name] { return tr("Remove variable %1").arg(name); });
    changeList([&](QList<Json> &items) { items.removeIf([&](const Json &variable) { return isNamed(variable, name); }); });
    changeInitialValues([&](Json values) { // a run refuses values of variables that are not declared
        values.remove(name);
        return values;
    });
    return {};
}

void VariableEdits::declare(const QList<Json> &variables)
{
    if (variables.isEmpty() || !checkList())
        return;
    QSet<QString> names = declaredVariables(m_document.scenario());
    QSet<QString> ids;
    for (const Json &variable : m_document.scenario().scriptData()[scenario::code::variables].items())
        ids.insert(variable[u"id"].toString());
    QList<Json> missing;
    for (Json variable : variables) {
        const QString name = variable[scenario::code::name].toString();
        if (name.isEmpty() || names.contains(name))
            continue;
        const QString id = variable[u"id"].toString();
        if (id.isEmpty() || ids.contains(id))
            variable.insert(0, u"id"_s, Json(m_random.uuid()));
        names.insert(name);
        ids.insert(variable[u"id"].toString());
        missing.append(variable);
    }
    if (!missing.isEmpty())
        changeList([&](QList<Json> &items) { items += missing; });
}

} // namespace signalbox::editing
