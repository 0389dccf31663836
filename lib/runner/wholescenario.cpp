// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/wholescenario.h"

#include "cluster/scriptentity.h"
#include "runner/runinputs.h"
#include "runner/runreport.h"
#include "scenario/componentcodes.h"

namespace signalbox::runner {

using namespace Qt::StringLiterals;
using core::Json;
using core::JsonMember;

namespace {

constexpr qsizetype longestName = 200;

/// Calls visit for every string that may be a path: values of constant arguments, and whatever isPath is already true for.
/// Answers the value with what visit made of them. Recursion is bounded by the reader's depth.
template <typename Visit>
Json mapTexts(const Json &value, int argConstant, bool isPath, Visit &&visit)
{
    if (value.isString())
        return isPath ? Json(visit(value.toString())) : value;
    Json result = value;
    if (value.isArray()) {
        for (qsizetype i = 0; i < value.size(); ++i)
            result.replace(i, mapTexts(value.at(i), argConstant, isPath, visit));
        return result;
    }
    const Json *argType = value.find(scenario::code::argumentType);
    const bool isConstant = argType && argType->toInt() == argConstant;
    for (const JsonMember &member : value.members())
        result.set(member.key, mapTexts(member.value, argConstant, isPath || (isConstant && member.key == scenario::code::value), visit));
    return result;
}

/// Calls visit for the text of every argument that is no constant.
template <typename Visit>
void visitFormulas(const Json &value, int argConstant, Visit &&visit)
{
    for (const Json &item : value.items())
        visitFormulas(item, argConstant, visit);
    const Json *argType = value.find(scenario::code::argumentType);
    if (argType && argType->toInt() && argType->toInt() != argConstant)
        visit(value[scenario::code::value].toString());
    for (const JsonMember &member : value.members())
        visitFormulas(member.value, argConstant, visit);
}

QString categoryOf(const QString &path)
{
    return path.startsWith(u':') ? path.mid(1, std::max<qsizetype>(0, path.indexOf(u'/') - 1)) : QString();
}

Json newOptions()
{
    return Json::object({{u"title"_s, Json(QString())}, {u"comment"_s, Json(QString())}, {u"loglevel"_s, Json(0)}});
}

bool returnsAValue(const scenario::Scenario &scenario)
{
    for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
        if (scenario.objectType(i) == scenario::component::stop && scenario.object(i).contains(scenario::code::returnValue))
            return true;
    }
    return false;
}

} // namespace

core::Result<WholeScenario> WholeScenario::make(const scenario::Scenario &scenario, const machine::Inputs &inputs,
                                                const core::Dialect &dialect)
{
    const scenario::Scenario bare = scenario.stripped();
    WholeScenario whole(bare.form() == scenario::Form::Entity ? cluster::withoutClusterMembers(bare.root())
                                                              : Json::object({{u"scriptdata"_s, bare.root()}}));
    whole.m_entity.remove(u"code");
    whole.m_argConstant = dialect.argConstant;

    QHash<QString, scenario::Variable> declared;
    for (const scenario::Variable &variable : scenario.variables())
        declared.insert(variable.name, variable);
    const auto isOwn = [&](const QString &name) {
        const auto found = declared.constFind(name);
        return found != declared.constEnd() && found->location == dialect.locationLocal;
    };
    whole.m_hasResult = isOwn(scenario::resultVariableName.toString()) && returnsAValue(scenario);

    Json options = whole.m_entity[u"opts"].isObject() ? whole.m_entity[u"opts"] : newOptions();
    Json values = options[u"variables"].isObject() ? options[u"variables"] : Json::object();
    QStringList names = inputs.variables.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (!isOwn(name))
            return core::fail(u"bad_argument"_s,
                              tr("The variable \"%1\" cannot have an initial value on a cluster: it is not the scenario's own, and what "
                                 "goes into opts.variables reaches only those.")
                                  .arg(name));
        const core::Value &value = inputs.variables[name];
        const std::optional<core::ValueType> type = dialect.valueType(declared.value(name).type);
        const core::Result<core::Value> cast = type ? value.cast(*type) : core::Result<core::Value>(value);
        if (!cast)
            return core::fail(u"bad_argument"_s, tr("The variable \"%1\" cannot have this value: %2").arg(name, cast.error().message));
        values.set(name, toJson(*cast));
    }
    if (values.size() > 0) {
        options.set(u"variables"_s, values);
        whole.m_entity.set(u"opts"_s, options);
    }
    for (auto it = inputs.startParams.begin(); it != inputs.startParams.end(); ++it)
        whole.m_startParams.insert(it.key(), toJson(it.value()));
    return whole;
}

WholeScenario::LocalPaths WholeScenario::localPaths(const LocalFiles &files) const
{
    LocalPaths found;
    const QStringList categories = files.categories();
    const auto visit = [&](const QString &text) {
        if (!categories.contains(categoryOf(text)) || found.files.contains(text))
            return text;
        const core::Result<std::optional<QString>> local = files.locate(text);
        if (local && *local)
            found.files.insert(text, **local);
        else if (!local)
            found.warnings.append(tr("%1 The cluster is given the path as it is.").arg(local.error().message));
        return text;
    };
    mapTexts(m_entity[u"scriptdata"], m_argConstant, false, visit);
    mapTexts(m_entity[u"opts"][u"variables"], m_argConstant, true, visit);
    for (const Json &value : m_startParams)
        mapTexts(value, m_argConstant, true, visit);
    visitFormulas(m_entity[u"scriptdata"], m_argConstant, [&](const QString &text) {
        for (const QString &category : categories) {
            if (text.contains(u":%1/"_s.arg(category)))
                found.warnings.append(tr("A path of the category %1 comes of an expression or a template (%2), so that nobody can tell "
                                         "beforehand which file is meant: it is not brought to the cluster.")
                                          .arg(category, text.left(longestName)));
        }
    });
    found.warnings.removeDuplicates();
    return found;
}

void WholeScenario::replacePath(const QString &path, const QString &onCluster)
{
    const auto visit = [&](const QString &text) {
        return text == path ? onCluster : text;
    };
    m_entity.set(u"scriptdata"_s, mapTexts(m_entity[u"scriptdata"], m_argConstant, false, visit));
    if (Json options = m_entity[u"opts"]; options.contains(u"variables")) {
        options.set(u"variables"_s, mapTexts(options[u"variables"], m_argConstant, true, visit));
        m_entity.set(u"opts"_s, options);
    }
    for (Json &value : m_startParams)
        value = mapTexts(value, m_argConstant, true, visit);
}

Carrier WholeScenario::carrier(const QString &code, std::chrono::milliseconds limit) const
{
    Carrier carrier;
    carrier.code = code;
    const QString name = m_entity[u"name"].toString();
    carrier.name = (name.isEmpty() ? u"Signalbox: a scenario"_s : u"Signalbox: %1"_s.arg(name)).left(longestName);
    carrier.scriptData = m_entity[u"scriptdata"];
    for (const JsonMember &member : m_entity.members()) {
        if (member.key != "name"_L1 && member.key != "scriptdata"_L1)
            carrier.more.append(member);
    }
    // What is not given between others stands as null and is not sent.
    if (!m_startParams.isEmpty()) {
        for (int number = 1; number <= m_startParams.lastKey(); ++number)
            carrier.startParams.append(m_startParams.value(number));
    }
    carrier.limit = limit;
    return carrier;
}

std::optional<core::Value> WholeScenario::resultIn(const Json &variables) const
{
    const Json *result = m_hasResult ? variables.find(scenario::resultVariableName) : nullptr;
    return result ? std::optional(RunInputs::valueOf(*result)) : std::nullopt;
}

} // namespace signalbox::runner
