// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/descriptionreader.h"

#include "catalogue/bundle.h"
#include "catalogue/summary.h"
#include "core/jsonreader.h"

#include <QCoreApplication>

namespace signalbox::catalogue {

using namespace Qt::StringLiterals;
using core::Json;
using core::Result;

namespace {

/// Keys that every object has (platform.md §5); a property must not bear their names.
constexpr std::array objectKeys{"oId"_L1,    "oLeft"_L1,         "oTop"_L1, "oWidth"_L1, "oHeight"_L1,
                                "oLayer"_L1, "oCreationDate"_L1, "name"_L1, "info"_L1,   "oType"_L1};

/// Far beyond any component; keeps a wrong file from filling memory.
constexpr core::JsonLimits limits{4 * 1024 * 1024, 100, 200'000};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Catalogue)
};

QString placeText(const QString &pointer, core::JsonPlace place)
{
    return Text::tr("%1, line %2, column %3").arg(pointer.isEmpty() ? u"/"_s : pointer).arg(place.line).arg(place.column);
}

tl::unexpected<core::Error> invalid(const QString &what, const QString &pointer, core::JsonPlace place)
{
    return core::fail(u"description.invalid"_s, Text::tr("The component description is not valid: %1").arg(what),
                      placeText(pointer, place));
}

using Checked = Result<void>;

/// Builds the component type from a description that conforms to the schema, so that types need no checks here.
class Builder final
{
public:
    explicit Builder(const Json &root) : m_root(root) {}

    Result<ComponentType> build()
    {
        readHead();
        readOutcomes();
        for (const Json &property : m_root[u"properties"].items())
            m_type.properties.append(readProperty(property));
        return checkProperties()
            .and_then([this] { return readConditions(); })
            .and_then([this] { return checkOutcomes(); })
            .and_then([this] { return readSummary(); })
            .map([this] { return std::move(m_type); });
    }

private:
    void readHead()
    {
        m_type.index = m_root[u"index"].toInt().value_or(0);
        m_type.name = m_root[u"name"].toString();
        m_type.title = m_root.contains(u"title") ? m_root[u"title"].toString() : m_type.name;
        m_type.help = m_root[u"help"].toString();
        m_type.documented = m_root[u"documented"].toBool();
        m_type.asynchronous = m_root[u"mode"].toString() == "asynchronous"_L1;
        for (const Json &word : m_root[u"branching"].items())
            m_type.branching.append(word.toString());
        m_type.scenarioTypes = m_root[u"scenarioTypes"].toString();
        m_type.starterModule = m_root[u"starterModule"].toString();
        m_type.icon = m_root[u"icon"].toInt().value_or(0);
        m_type.family = m_root.contains(u"family") ? m_root[u"family"].toString() : u"unknown"_s;
    }

    void readOutcomes()
    {
        for (const Json &outcome : m_root[u"outcomes"].items())
            m_type.outcomes.append({outcome[u"code"].toString(), outcome[u"title"].toString(), outcome[u"property"].toString()});
    }

    static Property readProperty(const Json &from)
    {
        Property property;
        property.code = from[u"code"].toString();
        property.title = from[u"title"].toString();
        property.kind = readKind(from[u"kind"].toString());
        property.format = readFormat(from[u"format"].toString());
        property.unit = from[u"unit"].toString();
        property.help = from[u"help"].toString();
        property.defaultValue = from[u"default"];
        property.defaultTitle = from[u"defaultTitle"].toString();
        property.minimumExclusive = from.contains(u"exclusiveMinimum");
        property.minimum = from[property.minimumExclusive ? u"exclusiveMinimum" : u"minimum"].toDouble();
        property.maximum = from[u"maximum"].toDouble();
        property.required = from[u"required"].toBool();
        property.conditional = from[u"conditional"].toBool();
        property.writesVariable = from[u"writesVariable"].toBool();
        for (const Json &option : from[u"options"].items())
            property.options.append(
                {option[u"id"].toInt().value_or(0), option[u"code"].toString(), option[u"title"].toString(), option[u"help"].toString()});
        return property;
    }

    static PropertyKind readKind(const QString &name)
    {
        constexpr std::array kinds{PropertyKind::Choice,   PropertyKind::YesNo,    PropertyKind::Text,       PropertyKind::Number,
                                   PropertyKind::Argument, PropertyKind::Variable, PropertyKind::Transition, PropertyKind::Assignments};
        const auto found = std::find_if(kinds.begin(), kinds.end(), [&name](PropertyKind kind) { return kindName(kind) == name; });
        Q_ASSERT(found != kinds.end());
        return *found;
    }

    static ValueFormat readFormat(const QString &name)
    {
        if (name == "json"_L1)
            return ValueFormat::Json;
        if (name == "path"_L1)
            return ValueFormat::Path;
        return name == "number"_L1 ? ValueFormat::Number : ValueFormat::Any;
    }

    Checked checkProperties() const
    {
        for (qsizetype i = 0; i < m_type.properties.size(); ++i) {
            const Property &property = m_type.properties[i];
            const auto wrong = [&](const QString &what, const QString &member) {
                const QString pointer = u"/properties/%1/%2"_s.arg(i).arg(member);
                return invalid(what, pointer, node(pointer).place());
            };
            if (m_type.positionOf(property.code) != i)
                return wrong(Text::tr("there are two properties with the code %1.").arg(property.code), u"code"_s);
            if (std::find(objectKeys.begin(), objectKeys.end(), property.code) != objectKeys.end())
                return wrong(Text::tr("every object has a key %1, so no property can have this code.").arg(property.code), u"code"_s);
            if (property.minimum && property.maximum && *property.minimum > *property.maximum)
                return wrong(Text::tr("the minimum of %1 is over its maximum.").arg(property.code), u"maximum"_s);
            for (qsizetype k = 0; k < property.options.size(); ++k) {
                const Option &option = property.options[k];
                if (property.option(option.id) != &option || property.option(option.code) != &option)
                    return wrong(Text::tr("%1 has two options with the id %2 or the code %3.")
                                     .arg(property.code, QString::number(option.id), option.code),
                                 u"options/%1"_s.arg(k));
            }
            if (property.kind == PropertyKind::Choice && !property.option(property.defaultValue.toInt().value_or(-1)))
                return wrong(Text::tr("the default of %1 is none of its options.").arg(property.code), u"default"_s);
        }
        return {};
    }

    Checked readConditions()
    {
        for (qsizetype i = 0; i < m_type.properties.size(); ++i) {
            Property &property = m_type.properties[i];
            const QString pointer = u"/properties/%1"_s.arg(i);
            const Json &from = node(pointer);
            if (const Json *shown = from.find(u"shown")) {
                Result<Condition> condition = readCondition(*shown, pointer + "/shown"_L1, property);
                if (!condition)
                    return tl::unexpected(condition.error());
                if (!property.conditional)
                    return invalid(Text::tr("%1 has a condition but is not marked as conditional.").arg(property.code), pointer,
                                   from.place());
                property.condition = *std::move(condition);
            }
            if (const Json &required = from[u"required"]; required.isObject()) {
                Result<Condition> condition = readCondition(required, pointer + "/required"_L1, property);
                if (!condition)
                    return tl::unexpected(condition.error());
                property.requiredWhen = *std::move(condition);
            }
        }
        return {};
    }

    /// Recursion ends with the reader's depth limit.
    Result<Condition> readCondition(const Json &from, const QString &pointer, const Property &owner) const
    {
        if (from.contains(u"property"))
            return readTest(from, pointer, owner);
        const bool all = from.contains(u"all");
        const QString key = all ? u"all"_s : u"any"_s;
        Condition condition;
        condition.kind = all ? Condition::Kind::All : Condition::Kind::Any;
        const Json &parts = from[key];
        for (qsizetype i = 0; i < parts.size(); ++i) {
            Result<Condition> part = readCondition(parts.at(i), u"%1/%2/%3"_s.arg(pointer, key).arg(i), owner);
            if (!part)
                return part;
            condition.parts.append(*std::move(part));
        }
        return condition;
    }

    Result<Condition> readTest(const Json &from, const QString &pointer, const Property &owner) const
    {
        Condition condition;
        condition.kind = from.contains(u"is") ? Condition::Kind::Is : Condition::Kind::Not;
        condition.property = from[u"property"].toString();
        const Property *tested = m_type.property(condition.property);
        const auto wrong = [&](const QString &what) {
            return invalid(what, pointer + "/property"_L1, from[u"property"].place());
        };
        if (!tested)
            return wrong(Text::tr("the condition of %1 names the property %2, which is not there.").arg(owner.code, condition.property));
        if (tested == &owner)
            return wrong(Text::tr("the condition of %1 names %1 itself.").arg(owner.code));
        if (tested->kind != PropertyKind::Choice && tested->kind != PropertyKind::YesNo)
            return wrong(Text::tr("the condition of %1 names the property %2, which is neither a choice nor a yes/no.")
                             .arg(owner.code, condition.property));
        for (const Json &code : from[condition.kind == Condition::Kind::Is ? u"is" : u"not"].items()) {
            const Option *option = tested->option(QStringView(code.toString()));
            if (!option)
                return wrong(Text::tr("the condition of %1 names the option \"%2\", which %3 does not have.")
                                 .arg(owner.code, code.toString(), condition.property));
            condition.options.append(option->id);
        }
        return condition;
    }

    Checked readSummary()
    {
        Property owner; // what the messages name
        owner.code = u"summary"_s;
        const QList<Json> &lines = m_root[u"summary"].items();
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString pointer = u"/summary/%1"_s.arg(i);
            SummaryLine line{{}, lines[i][u"text"].toString()};
            if (const Json *when = lines[i].find(u"when")) {
                Result<Condition> condition = readCondition(*when, pointer + "/when"_L1, owner);
                if (!condition)
                    return tl::unexpected(condition.error());
                line.when = *std::move(condition);
            }
            if (Checked checked = checkSummaryText(line.text, pointer + "/text"_L1, lines[i][u"text"].place()); !checked)
                return checked;
            m_type.summary.append(std::move(line));
        }
        return {};
    }

    Checked checkSummaryText(const QString &text, const QString &pointer, core::JsonPlace place) const
    {
        const std::optional<QStringList> codes = placeholders(text);
        if (!codes)
            return invalid(Text::tr("a brace in a summary must stand around a property's code."), pointer, place);
        for (const QString &code : *codes) {
            const Property *property = m_type.property(code);
            if (!property || property->kind == PropertyKind::Transition)
                return invalid(Text::tr("the summary names %1, which is not a property that has a value.").arg(code), pointer, place);
        }
        return {};
    }

    Checked checkOutcomes() const
    {
        QStringList targets;
        for (qsizetype i = 0; i < m_type.outcomes.size(); ++i) {
            const OutcomeType &outcome = m_type.outcomes[i];
            const auto wrong = [&](const QString &what) {
                const QString pointer = u"/outcomes/%1"_s.arg(i);
                return invalid(what, pointer, node(pointer).place());
            };
            if (m_type.outcome(outcome.code) != &outcome)
                return wrong(Text::tr("there are two outcomes with the code %1.").arg(outcome.code));
            if (outcome.property.isEmpty())
                continue;
            const Property *target = m_type.property(outcome.property);
            if (!target || target->kind != PropertyKind::Transition)
                return wrong(Text::tr("the outcome %1 names %2, which is not a transition.").arg(outcome.code, outcome.property));
            if (targets.contains(outcome.property))
                return wrong(Text::tr("two outcomes take the transition %1.").arg(outcome.property));
            targets.append(outcome.property);
        }
        for (qsizetype i = 0; i < m_type.properties.size(); ++i) {
            const Property &property = m_type.properties[i];
            const QString pointer = u"/properties/%1"_s.arg(i);
            if (property.kind == PropertyKind::Transition && !targets.contains(property.code))
                return invalid(Text::tr("no outcome takes the transition %1.").arg(property.code), pointer, node(pointer).place());
        }
        return {};
    }

    const Json &node(const QString &pointer) const
    {
        const Json *found = m_root.resolve(pointer);
        return found ? *found : m_root;
    }

    const Json &m_root;
    ComponentType m_type;
};

Result<Json> readText(QByteArrayView description)
{
    tl::expected<Json, core::Diagnostic> root = core::readJson(description, limits);
    if (!root)
        return invalid(root.error().message, root.error().pointer, {root.error().line, root.error().column});
    return *std::move(root);
}

core::JsonSchema readSchema()
{
    const tl::expected<Json, core::Diagnostic> text = core::readJson(bundledSchema());
    Q_ASSERT(text);
    const Result<core::JsonSchema> schema = core::JsonSchema::compile(*text);
    Q_ASSERT(schema);
    return *schema;
}

} // namespace

DescriptionReader::DescriptionReader() : m_schema(readSchema())
{}

Result<ComponentType> DescriptionReader::read(QByteArrayView description) const
{
    return readText(description).and_then([this](const Json &root) -> Result<ComponentType> {
        const QList<core::SchemaProblem> problems = m_schema.validate(root);
        if (problems.isEmpty())
            return Builder(root).build();
        const core::SchemaProblem &deepest = problems.first();
        const Json *where = root.resolve(deepest.pointer);
        return invalid(deepest.message, deepest.pointer, where ? where->place() : root.place());
    });
}

Result<ComponentType> DescriptionReader::readConforming(QByteArrayView description)
{
    return readText(description).and_then([](const Json &root) { return Builder(root).build(); });
}

} // namespace signalbox::catalogue
