// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonschema.h"

#include "core/schemaconstraints.h"
#include "core/schemaproblems.h"
#include "core/schemasource.h"

#include <QCoreApplication>

#include <valijson/schema.hpp>
#include <valijson/validator.hpp>

#include <cmath>
#include <limits>

namespace signalbox::core {

namespace {

constexpr int maxValueDepth = 100; // valijson recurses
constexpr int maxSchemaDepth = 300;
constexpr qsizetype maxKeyLength = 1000; // where patternProperties hand keys to std::regex, which recurses

struct Unfit {
    QString message;
};

/// The value in valijson's terms: every integral number becomes a 64-bit integer, also 3.0; larger ones the largest.
class Conversion
{
public:
    Conversion(int depthLimit, bool limitKeys) : m_maxDepth(depthLimit), m_limitKeys(limitKeys) {}

    rapidjson::Document run(const Json &json)
    {
        rapidjson::Document document;
        m_allocator = &document.GetAllocator();
        static_cast<rapidjson::Value &>(document) = convert(json, 0);
        return document;
    }

private:
    rapidjson::Value convert(const Json &json, int depth)
    {
        if (depth > m_maxDepth)
            throw Unfit{QCoreApplication::translate("JsonSchema", "The value is nested too deeply to be checked.")};
        switch (json.type()) {
        case Json::Type::Null:
            return rapidjson::Value();
        case Json::Type::Bool:
            return rapidjson::Value(json.toBool());
        case Json::Type::Number:
            return number(json);
        case Json::Type::String:
            return string(json.toString());
        case Json::Type::Array: {
            rapidjson::Value array(rapidjson::kArrayType);
            array.Reserve(static_cast<rapidjson::SizeType>(json.size()), *m_allocator);
            for (const Json &item : json.items())
                array.PushBack(convert(item, depth + 1), *m_allocator);
            return array;
        }
        case Json::Type::Object:
            break;
        }
        rapidjson::Value object(rapidjson::kObjectType);
        for (const JsonMember &member : json.members()) {
            if (m_limitKeys && member.key.size() > maxKeyLength)
                throw Unfit{QCoreApplication::translate("JsonSchema", "A key is too long to be checked.")};
            object.AddMember(string(member.key), convert(member.value, depth + 1), *m_allocator);
        }
        return object;
    }

    static rapidjson::Value number(const Json &json)
    {
        if (const auto integer = json.toInt())
            return rapidjson::Value(static_cast<int64_t>(*integer));
        const double value = json.toDouble().value_or(std::numeric_limits<double>::max());
        if (std::trunc(value) == value)
            return rapidjson::Value(value < 0 ? std::numeric_limits<int64_t>::min() : std::numeric_limits<int64_t>::max());
        return rapidjson::Value(value);
    }

    rapidjson::Value string(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        return rapidjson::Value(bytes.constData(), static_cast<rapidjson::SizeType>(bytes.size()), *m_allocator);
    }

    int m_maxDepth;
    bool m_limitKeys;
    rapidjson::Document::AllocatorType *m_allocator = nullptr;
};

bool hasPatternProperties(const Json &prepared)
{
    return prepared.toCompact().contains("\"patternProperties\":");
}

} // namespace

struct JsonSchema::Compiled {
    valijson::Schema schema;
    bool limitKeys = false;
};

JsonSchema::JsonSchema(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled))
{}

Result<JsonSchema> JsonSchema::compile(const Json &schema)
{
    const auto prepared = prepareSchema(schema);
    if (!prepared)
        return tl::unexpected(prepared.error());
    const auto invalid = [](const char *reason) {
        return fail(QStringLiteral("schema.invalid"), QCoreApplication::translate("JsonSchema", "The JSON Schema is not valid."),
                    QString::fromUtf8(reason));
    };
    try {
        auto compiled = std::make_shared<Compiled>();
        compiled->limitKeys = hasPatternProperties(*prepared);
        const rapidjson::Document document = Conversion(maxSchemaDepth, false).run(*prepared);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        addConstraints(parser);
        parser.populateSchema(valijson::adapters::RapidJsonAdapter(document), compiled->schema);
        return JsonSchema(std::move(compiled));
    } catch (const Unfit &unfit) {
        return fail(QStringLiteral("schema.invalid"), unfit.message);
    } catch (const std::exception &exception) {
        return invalid(exception.what());
    } catch (...) {
        return invalid("unknown exception");
    }
}

QList<SchemaProblem> JsonSchema::validate(const Json &value) const
{
    const auto unchecked = [] {
        return SchemaProblem{QString(), QCoreApplication::translate("JsonSchema", "The value could not be checked.")};
    };
    try {
        const rapidjson::Document document = Conversion(maxValueDepth, m_compiled->limitKeys).run(value);
        const valijson::adapters::RapidJsonAdapter target(document);
        valijson::Validator validator;
        if (validator.validate(m_compiled->schema, target, nullptr))
            return {};
        valijson::ValidationResults results;
        validator.validate(m_compiled->schema, target, &results);
        QList<SchemaProblem> problems = schemaProblems(results);
        if (problems.isEmpty())
            problems.append({QString(), QCoreApplication::translate("JsonSchema", "No value is allowed here.")});
        return problems;
    } catch (const Unfit &unfit) {
        return {SchemaProblem{QString(), unfit.message}};
    } catch (const std::exception &) { // such as a regular expression that std::regex gives up on
        return {unchecked()};
    } catch (...) {
        return {unchecked()};
    }
}

} // namespace signalbox::core
