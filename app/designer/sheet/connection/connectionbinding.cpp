// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/connection/connectionbinding.h"

#include "cluster/registrarview.h"
#include "designer/sheet/fields/argumentvalue.h"
#include "scenario/componentcodes.h"

#include <QCoreApplication>

namespace signalbox::designer {

using core::Json;
using editing::EditSession;
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::designer::ConnectionBinding)
};

const QString inputsKey = u"inputs"_s;
constexpr QStringView startParameters = u"startparams";
constexpr QStringView variablesKey = u"variables";
constexpr QStringView connectionKey = u"connection";
constexpr QStringView firstParameter = u"1"; // the one that Start hands on (platform.md §5)
constexpr QStringView startParamProperty = u"startParam";

/// The variable that an argument is, or an empty text.
QString variableOf(const Json &argument, const core::Dialect &dialect)
{
    const std::optional<ArgumentValue> value = ArgumentValue::read(argument, dialect);
    return value && value->kind == ArgumentKind::Variable ? value->text : QString();
}

bool isStartParameter(const EditSession &session, const QString &variable)
{
    const scenario::Scenario &document = session.scenario();
    for (qsizetype i = 0; i < document.objectCount(); ++i) {
        const Json &object = document.object(i);
        if (document.objectType(i) == scenario::component::start &&
            object[scenario::code::startType].toInt().value_or(scenario::startTypeStart) == scenario::startTypeStart &&
            object[startParamProperty].toString() == variable)
            return true;
    }
    return false;
}

/// Part and key of the inputs where the selector for a variable stands.
std::pair<QStringView, QString> placeOf(const EditSession &session, const QString &variable)
{
    if (isStartParameter(session, variable))
        return {startParameters, firstParameter.toString()};
    return {variablesKey, variable};
}

QString selectorAt(const EditSession &session, const QString &variable)
{
    const auto [part, key] = placeOf(session, variable);
    return session.scenario().extension()[inputsKey][part][key][connectionKey].toString();
}

/// An empty selector takes the entry away.
void setSelector(EditSession &session, const QString &variable, const QString &selector)
{
    const auto [part, key] = placeOf(session, variable);
    Json inputs = session.scenario().extension()[inputsKey];
    if (!inputs.isObject())
        inputs = Json::object();
    Json entries = inputs[part];
    if (!entries.isObject())
        entries = Json::object();
    if (selector.isEmpty())
        entries.remove(key);
    else
        entries.set(key, Json::object({{connectionKey.toString(), Json(selector), {}}}));
    if (entries.size() == 0)
        inputs.remove(part);
    else
        inputs.set(part.toString(), entries);
    session.setExtension(inputsKey, inputs.size() == 0 ? Json() : inputs);
}

QStringList variablesOf(const EditSession &session)
{
    QStringList names;
    for (const scenario::Variable &variable : session.scenario().variables())
        names.append(variable.name);
    return names;
}

} // namespace

QString ConnectionChoice::toSelector() const
{
    const QString who = (isUser ? u"user="_s : u"point="_s) + owner;
    return capability.isEmpty() ? who : who + u",capability="_s + capability;
}

std::optional<ConnectionChoice> ConnectionChoice::fromSelector(const QString &text)
{
    const core::Result<cluster::Selector> selector = cluster::Selector::parse(text);
    if (!selector || selector->isPlainId())
        return std::nullopt;
    const bool isUser = !selector->user.isEmpty();
    return ConnectionChoice{isUser, isUser ? selector->user : selector->point, selector->capability};
}

std::optional<ConnectionChoice> boundConnection(const EditSession &session, const Json &argument)
{
    const QString variable = variableOf(argument, session.dialect());
    return variable.isEmpty() ? std::nullopt : ConnectionChoice::fromSelector(selectorAt(session, variable));
}

core::Result<void> bindConnection(EditSession &session, const QList<qint64> &objects, const ConnectionChoice &choice)
{
    const QString selector = choice.toSelector();
    const core::Result<cluster::Selector> read = cluster::Selector::parse(selector);
    if (!read)
        return tl::unexpected(read.error());
    if (ConnectionChoice::fromSelector(selector) != choice)
        return core::fail(u"bad_selector"_s, Tr::tr("A name in a selector holds no comma and no space at its ends."));
    if (objects.isEmpty())
        return {};
    const EditSession::Gesture gesture(session, [] { return Tr::tr("Pick a connection"); });
    const QStringList declared = variablesOf(session);
    QString variable = variableOf(session.object(objects.first())[connectionProperty], session.dialect());
    for (const QString &name : declared) {
        if (variable.isEmpty() && selectorAt(session, name) == selector)
            variable = name;
    }
    if (variable.isEmpty()) {
        variable = u"connection"_s;
        for (int number = 2; declared.contains(variable); ++number)
            variable = u"connection%1"_s.arg(number);
    }
    if (!declared.contains(variable)) {
        const core::Dialect &dialect = session.dialect();
        if (core::Result<void> added = session.addVariable(variable, dialect.typeString, dialect.locationLocal); !added)
            return added;
    }
    for (const qint64 id : objects) {
        const Json &before = session.object(id)[connectionProperty];
        const ArgumentValue value{ArgumentKind::Variable, core::ValueType::String, variable};
        if (variableOf(before, session.dialect()) != variable)
            session.setProperty({id}, connectionProperty.toString(), value.toJson(session.dialect(), before));
    }
    setSelector(session, variable, selector);
    return {};
}

void unbindConnection(EditSession &session, const Json &argument)
{
    const QString variable = variableOf(argument, session.dialect());
    if (variable.isEmpty())
        return;
    const EditSession::Gesture gesture(session, [] { return Tr::tr("Do not pick a connection"); });
    setSelector(session, variable, {});
}

} // namespace signalbox::designer
