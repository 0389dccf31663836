// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/componentverb.h"

#include "cli/propertyvalue.h"
#include "cli/terminaltext.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using catalogue::ComponentType;
using catalogue::Property;
using core::Json;

namespace {

QString modeOf(const ComponentType &type)
{
    return type.asynchronous ? u"asynchronous"_s : u"synchronous"_s;
}

QString defaultText(const Property &property)
{
    if (property.defaultValue.isNull())
        return u"—"_s;
    if (const std::optional<qint64> id = property.defaultValue.toInt()) {
        if (const catalogue::Option *option = property.option(*id))
            return option->code;
        return QString::number(*id);
    }
    return property.defaultValue.isString() ? property.defaultValue.toString() : QString::fromUtf8(property.defaultValue.toCompact());
}

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text);
}

} // namespace

VerbSpec ComponentVerb::spec()
{
    return {u"component"_s,
            u"list | component show NAME|INDEX [--set CODE=VALUE]…"_s,
            tr("List the components, or show one with its properties."),
            tr("With --set, show says which properties are shown for these values."),
            {{u"set"_s, u"CODE=VALUE"_s, tr("A property's value: an option's code or id, or a text."), true}},
            1,
            2,
            makeVerb<ComponentVerb>};
}

ComponentVerb::ComponentVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : Verb(context, std::move(globals), std::move(arguments), u"component"_s)
{}

void ComponentVerb::start(Done done)
{
    const QStringList &operands = arguments().operands();
    if (operands.size() == 1 && operands.constFirst() == "list"_L1) {
        done(list());
    } else if (operands.size() == 2 && operands.constFirst() == "show"_L1) {
        done(show(operands.at(1)));
    } else {
        complain(tr("It is \"component list\" or \"component show NAME\"."));
        done(exitcode::usage);
    }
}

int ComponentVerb::list()
{
    if (arguments().has(u"set"_s)) {
        complain(tr("--set belongs to \"component show\"."));
        return exitcode::usage;
    }
    QList<Json> items;
    QList<QStringList> rows;
    const QList<const ComponentType *> all = m_catalogue.all();
    for (const ComponentType *type : all) {
        items.append(Json::object({{u"index"_s, Json(type->index)}, {u"name"_s, Json(type->name)}, {u"title"_s, Json(type->title)}}));
        rows.append({QString::number(type->index), type->name, type->title});
    }
    if (globals().json()) {
        printJson(Json::array(std::move(items)));
        return exitcode::done;
    }
    const QStringList lines = table(rows);
    for (const QString &line : lines)
        print(line);
    return exitcode::done;
}

core::Result<Json> ComponentVerb::valuesFor(const ComponentType &type)
{
    Json values = Json::object();
    const QStringList given = arguments().values(u"set"_s);
    for (const QString &assignment : given) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1)
            return core::fail(u"usage"_s, tr("--set has the form CODE=VALUE, not \"%1\".").arg(assignment));
        const QString code = assignment.left(equals);
        const Property *property = type.property(code);
        if (!property)
            return core::fail(u"usage"_s, tr("%1 has no property \"%2\".").arg(type.name, code));
        const core::Result<Json> value = propertyValue(*property, assignment.mid(equals + 1), core::Dialect());
        if (!value)
            return value;
        values.set(code, *value);
    }
    return values;
}

int ComponentVerb::show(const QString &which)
{
    bool isNumber = false;
    const qint64 index = which.toLongLong(&isNumber);
    const ComponentType *type = isNumber ? m_catalogue.find(index) : m_catalogue.find(which);
    if (!type) {
        complain(tr("There is no component \"%1\". \"component list\" shows what there is.").arg(which));
        return exitcode::usage;
    }
    const core::Result<Json> values = valuesFor(*type);
    if (!values) {
        complain(values.error().message);
        return exitcode::usage;
    }
    if (globals().json())
        printJson(toJson(*type, *values));
    else
        showText(*type, *values);
    return exitcode::done;
}

Json ComponentVerb::toJson(const ComponentType &type, const Json &values) const
{
    QList<Json> branching;
    for (const QString &pattern : type.branching)
        branching.append(Json(pattern));
    QList<Json> outcomes;
    for (const catalogue::OutcomeType &outcome : type.outcomes)
        outcomes.append(Json(outcome.code));
    QList<Json> properties;
    for (const Property &property : type.properties) {
        QList<Json> options;
        for (const catalogue::Option &option : property.options)
            options.append(Json::object({{u"code"_s, Json(option.code)}, {u"id"_s, Json(option.id)}, {u"title"_s, Json(option.title)}}));
        properties.append(Json::object({{u"code"_s, Json(property.code)},
                                        {u"title"_s, Json(property.title)},
                                        {u"kind"_s, Json(catalogue::kindName(property.kind))},
                                        {u"visible"_s, Json(type.isShown(property, values))},
                                        {u"conditional"_s, Json(property.conditional)},
                                        {u"default"_s, property.defaultValue},
                                        {u"unit"_s, textOrNull(property.unit)},
                                        {u"help"_s, Json(property.help)},
                                        {u"options"_s, Json::array(std::move(options))}}));
    }
    return Json::object({{u"index"_s, Json(type.index)},
                         {u"name"_s, Json(type.name)},
                         {u"title"_s, Json(type.title)},
                         {u"mode"_s, Json(modeOf(type))},
                         {u"branching"_s, Json::array(std::move(branching))},
                         {u"scenarioTypes"_s, Json(type.scenarioTypes)},
                         {u"starterModule"_s, textOrNull(type.starterModule)},
                         {u"icon"_s, Json(type.icon)},
                         {u"outcomes"_s, Json::array(std::move(outcomes))},
                         {u"properties"_s, Json::array(std::move(properties))}});
}

void ComponentVerb::showText(const ComponentType &type, const Json &values)
{
    const bool colour = context().colour;
    print(coloured(u"%1 %2: %3"_s.arg(QString::number(type.index), type.name, type.title), Colour::Bold, colour));
    QStringList outcomes;
    for (const catalogue::OutcomeType &outcome : type.outcomes)
        outcomes.append(outcome.code);
    QList<QStringList> facts{
        {tr("Mode"), modeOf(type)}, {tr("Branching pattern"), type.branching.join(u", "_s)}, {tr("Outcomes"), outcomes.join(u", "_s)}};
    if (!type.scenarioTypes.isEmpty())
        facts.append({tr("Types of scenarios"), type.scenarioTypes});
    if (!type.starterModule.isEmpty())
        facts.append({tr("Starter module"), type.starterModule});
    const QStringList factLines = table(facts);
    for (const QString &line : factLines)
        print(u"  "_s + line);
    for (const Property &property : type.properties) {
        const bool shown = type.isShown(property, values);
        print({});
        QString head = u"%1 (%2)"_s.arg(property.title, property.code);
        if (!shown)
            head += tr(" — hidden for these values");
        print(coloured(head, shown ? Colour::Bold : Colour::Plain, colour));
        QString what = tr("%1, default %2").arg(catalogue::kindName(property.kind), defaultText(property));
        if (!property.unit.isEmpty())
            what += tr(", in %1").arg(property.unit);
        print(u"  "_s + what);
        if (!property.help.isEmpty())
            print(u"  "_s + property.help);
        for (const catalogue::Option &option : property.options)
            print(u"  %1 = %2: %3"_s.arg(QString::number(option.id), option.code, option.title));
    }
}

} // namespace signalbox::cli
