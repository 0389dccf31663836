// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schemasource.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <array>
#include <regex>

namespace signalbox::core {

namespace {

// Limits: valijson recurses while it compiles, from definition to definition, and while it checks, in the value's depth × the depth of
// schemas that look at one value. Both must fit on a stack, also in builds with sanitizers.
constexpr qsizetype maxDefinitions = 2000;
constexpr int maxReferenceDepth = 300; ///< over all definitions: how deep in each the deepest reference stands
constexpr int maxNesting = 100;
constexpr int maxNodes = 100'000;
constexpr int maxInPlaceDepth = 12; ///< schemas within schemas that look at the same value
constexpr int maxInPlaceCount = 10'000;

enum class Kind : quint8 {
    Copy,        ///< no schema inside
    Schema,      ///< a schema for a part of the value
    SchemaMap,   ///< schemas for parts of the value, by key
    Items,       ///< a schema or an array of schemas for parts
    InPlace,     ///< a schema for the same value
    InPlaceList, ///< schemas for the same value
    Dependencies ///< by key a schema for the same value or an array of keys
};

struct Keyword {
    QStringView name;
    Kind kind = Kind::Copy;
    const char *renamed = nullptr;
};

constexpr std::array keywords{
    Keyword{u"type"},
    Keyword{u"enum"},
    Keyword{u"const"},
    Keyword{u"multipleOf", Kind::Copy, schemakeyword::multipleOf},
    Keyword{u"maximum"},
    Keyword{u"exclusiveMaximum"},
    Keyword{u"minimum"},
    Keyword{u"exclusiveMinimum"},
    Keyword{u"maxLength"},
    Keyword{u"minLength"},
    Keyword{u"pattern", Kind::Copy, schemakeyword::pattern},
    Keyword{u"format", Kind::Copy, schemakeyword::format},
    Keyword{u"items", Kind::Items},
    Keyword{u"additionalItems", Kind::Schema},
    Keyword{u"maxItems"},
    Keyword{u"minItems"},
    Keyword{u"uniqueItems", Kind::Copy, schemakeyword::uniqueItems},
    Keyword{u"contains", Kind::Schema},
    Keyword{u"maxProperties"},
    Keyword{u"minProperties"},
    Keyword{u"required"},
    Keyword{u"properties", Kind::SchemaMap},
    Keyword{u"patternProperties", Kind::SchemaMap},
    Keyword{u"additionalProperties", Kind::Schema},
    Keyword{u"dependencies", Kind::Dependencies},
    Keyword{u"propertyNames", Kind::Schema},
    Keyword{u"if", Kind::InPlace},
    Keyword{u"then", Kind::InPlace},
    Keyword{u"else", Kind::InPlace},
    Keyword{u"allOf", Kind::InPlaceList},
    Keyword{u"anyOf", Kind::InPlaceList},
    Keyword{u"oneOf", Kind::InPlaceList},
    Keyword{u"not", Kind::InPlace},
};

/// What ends the preparation; caught in prepareSchema().
struct Refusal {
    Error error;
};

[[noreturn]] void invalid(const QString &pointer, const QString &reason)
{
    throw Refusal{Error{QStringLiteral("schema.invalid"),
                        QCoreApplication::translate("JsonSchema", "The JSON Schema is not valid at \"%1\": %2").arg(pointer, reason),
                        pointer}};
}

class Preparation
{
public:
    explicit Preparation(const Json &root) : m_root(root) {}

    Json run()
    {
        const QString first = reference(QString(), QString());
        for (qsizetype i = 0; i < m_pointers.size(); ++i) {
            m_current = i;
            const QString pointer = m_pointers[i];
            m_definitions.append(schema(*m_root.resolve(pointer), pointer, 0, 0));
        }
        int referenceDepth = 0;
        for (qsizetype i = 0; i < m_pointers.size(); ++i) {
            referenceDepth += m_reach[i].referenceDepth;
            if (referenceDepth > maxReferenceDepth)
                invalid(m_pointers[i], QCoreApplication::translate("JsonSchema", "too many definitions refer to one another."));
            measure(i);
        }
        Json definitions = Json::object();
        for (qsizetype i = 0; i < m_definitions.size(); ++i)
            definitions.set(QString::number(i), m_definitions[i]);
        Json result = Json::object();
        result.set(QStringLiteral("$ref"), Json(first));
        result.set(QStringLiteral("definitions"), definitions);
        return result;
    }

private:
    /// A definition's look at the value that it is applied to.
    struct Reach {
        struct Edge {
            qsizetype to = 0;
            int depth = 0; ///< schemas within schemas on the way to the reference
        };
        QList<Edge> edges;
        int depth = 0;
        int count = 1;
        int referenceDepth = 0; ///< of the deepest reference, whichever part it is for; 0 for none
        enum : quint8 { Unknown, Running, Known } state = Unknown;
    };

    /// The text of a reference to the definition for this place of the source.
    QString reference(const QString &pointer, const QString &from)
    {
        auto known = m_index.constFind(pointer);
        if (known == m_index.constEnd()) {
            if (!m_root.resolve(pointer))
                invalid(from, QCoreApplication::translate("JsonSchema", "it refers to \"#%1\", which is not there.").arg(pointer));
            if (m_pointers.size() == maxDefinitions)
                invalid(from, QCoreApplication::translate("JsonSchema", "it has more than %1 definitions.").arg(maxDefinitions));
            known = m_index.insert(pointer, m_pointers.size());
            m_pointers.append(pointer);
            m_reach.append(Reach{});
        }
        return QStringLiteral("#/definitions/%1").arg(*known);
    }

    /// depth: nesting in the source; inPlace: schemas around this one that look at the same value, -1 where it is a part's.
    Json schema(const Json &source, const QString &pointer, int depth, int inPlace)
    {
        if (depth > maxNesting || ++m_nodes > maxNodes)
            invalid(pointer, QCoreApplication::translate("JsonSchema", "it is too large or nested too deeply."));
        if (source.isBool())
            return source;
        if (!source.isObject())
            invalid(pointer, QCoreApplication::translate("JsonSchema", "a schema must be an object, true or false."));
        if (inPlace >= 0)
            m_reach[m_current].depth = std::max(m_reach[m_current].depth, inPlace);
        Json result = Json::object();
        if (const Json *ref = source.find(u"$ref")) {
            result.set(QStringLiteral("$ref"), Json(resolve(*ref, pointer, depth, inPlace)));
            return result;
        }
        for (const Keyword &keyword : keywords) {
            if (const Json *value = source.find(keyword.name)) {
                const QString name = keyword.renamed ? QString::fromLatin1(keyword.renamed) : keyword.name.toString();
                result.set(name, convert(keyword, *value, pointer + u'/' + keyword.name.toString(), depth + 1, inPlace));
            }
        }
        return result;
    }

    QString resolve(const Json &ref, const QString &pointer, int depth, int inPlace)
    {
        const QString text = ref.toString();
        if (!ref.isString())
            invalid(pointer, QCoreApplication::translate("JsonSchema", "$ref must be a text."));
        if (!text.startsWith(u'#'))
            throw Refusal{Error{QStringLiteral("schema.remote_reference"),
                                QCoreApplication::translate("JsonSchema", "The JSON Schema refers to \"%1\" at \"%2\"; references to "
                                                                          "other documents are not followed.")
                                    .arg(text, pointer),
                                pointer}};
        const QString place = QUrl::fromPercentEncoding(text.sliced(1).toUtf8());
        const QString target = reference(place, pointer);
        m_reach[m_current].referenceDepth = std::max(m_reach[m_current].referenceDepth, depth + 1);
        if (inPlace >= 0)
            m_reach[m_current].edges.append({m_index.value(place), inPlace + 1});
        return target;
    }

    Json convert(const Keyword &keyword, const Json &value, const QString &pointer, int depth, int inPlace)
    {
        const int within = inPlace < 0 ? -1 : inPlace + 1;
        switch (keyword.kind) {
        case Kind::Copy:
            check(keyword, value, pointer);
            return value;
        case Kind::Schema:
            return schema(value, pointer, depth, part);
        case Kind::SchemaMap:
            if (keyword.name == u"patternProperties") {
                for (const JsonMember &member : value.members())
                    checkPattern(member.key, pointer);
            }
            return map(value, pointer, [&](const Json &entry, const QString &at) { return schema(entry, at, depth, part); });
        case Kind::Items:
            return value.isArray() ? list(value, pointer, depth, part) : schema(value, pointer, depth, part);
        case Kind::InPlace:
            return schema(value, pointer, depth, within);
        case Kind::InPlaceList:
            if (!value.isArray() || value.size() == 0)
                invalid(pointer, QCoreApplication::translate("JsonSchema", "it must be an array of schemas."));
            return list(value, pointer, depth, within);
        case Kind::Dependencies:
            break;
        }
        return map(value, pointer,
                   [&](const Json &entry, const QString &at) { return entry.isArray() ? entry : schema(entry, at, depth, within); });
    }

    Json list(const Json &value, const QString &pointer, int depth, int inPlace)
    {
        Json result = Json::array();
        for (const Json &item : value.items())
            result.append(schema(item, pointer + u'/' + QString::number(result.size()), depth, inPlace));
        return result;
    }

    template <typename Each>
    static Json map(const Json &value, const QString &pointer, const Each &each)
    {
        if (!value.isObject())
            invalid(pointer, QCoreApplication::translate("JsonSchema", "it must be an object."));
        QList<JsonMember> members;
        for (const JsonMember &member : value.members())
            members.append({member.key, each(member.value, pointer + u'/' + pointerToken(member.key)), {}});
        return Json(std::move(members));
    }

    static bool isNumeric(QStringView keyword)
    {
        return keyword.startsWith(u"min") || keyword.startsWith(u"max") || keyword.startsWith(u"exclusive");
    }

    /// A key of patternProperties goes to std::regex as it is, while values are checked.
    static void checkPattern(const QString &key, const QString &pointer)
    {
        try {
            const std::regex expression(key.toStdString());
        } catch (const std::regex_error &) {
            invalid(pointer, QCoreApplication::translate("JsonSchema", "\"%1\" is not a regular expression.").arg(key));
        }
    }

    /// The values that valijson would take silently or stumble over.
    static void check(const Keyword &keyword, const Json &value, const QString &pointer)
    {
        if (keyword.name == u"type") {
            static constexpr std::array<QStringView, 7> names{u"null", u"boolean", u"object", u"array", u"number", u"string", u"integer"};
            for (const Json &name : value.isArray() ? value.items() : QList<Json>{value}) {
                if (std::find(names.begin(), names.end(), name.toString()) == names.end())
                    invalid(pointer, QCoreApplication::translate("JsonSchema", "there is no such type."));
            }
        } else if (isNumeric(keyword.name) && !value.isNumber()) {
            invalid(pointer, QCoreApplication::translate("JsonSchema", "it must be a number."));
        } else if (keyword.name == u"enum" && !value.isArray()) {
            invalid(pointer, QCoreApplication::translate("JsonSchema", "it must be an array."));
        } else if (keyword.name == u"pattern" && (!value.isString() || !QRegularExpression(value.toString()).isValid())) {
            invalid(pointer, QCoreApplication::translate("JsonSchema", "it must be a regular expression."));
        } else if (keyword.name == u"format" && !value.isString()) {
            invalid(pointer, QCoreApplication::translate("JsonSchema", "it must be a text."));
        } else if (keyword.name == u"multipleOf" && value.toDouble().value_or(0) <= 0) {
            invalid(pointer, QCoreApplication::translate("JsonSchema", "it must be a number over 0."));
        } else if (keyword.name == u"uniqueItems" && !value.isBool()) {
            invalid(pointer, QCoreApplication::translate("JsonSchema", "it must be true or false."));
        }
    }

    /// How far a definition reaches on one value, through the definitions that it refers to.
    const Reach &measure(qsizetype index)
    {
        Reach &reach = m_reach[index];
        if (reach.state == Reach::Running)
            invalid(m_pointers[index], QCoreApplication::translate("JsonSchema", "it refers to itself without an end."));
        if (reach.state == Reach::Known)
            return reach;
        reach.state = Reach::Running;
        for (const Reach::Edge &edge : std::as_const(reach.edges)) {
            const Reach &target = measure(edge.to);
            reach.depth = std::max(reach.depth, edge.depth + target.depth);
            reach.count = std::min(maxInPlaceCount + 1, reach.count + target.count);
        }
        if (reach.depth > maxInPlaceDepth || reach.count > maxInPlaceCount)
            invalid(m_pointers[index], QCoreApplication::translate("JsonSchema", "too many schemas apply to one value."));
        reach.state = Reach::Known;
        return reach;
    }

    static constexpr int part = -1;

    const Json &m_root;
    QHash<QString, qsizetype> m_index; // of definitions, by their place in the source
    QList<QString> m_pointers;
    QList<Reach> m_reach;
    QList<Json> m_definitions;
    qsizetype m_current = 0;
    int m_nodes = 0;
};

} // namespace

Result<Json> prepareSchema(const Json &schema)
{
    try {
        return Preparation(schema).run();
    } catch (const Refusal &refusal) {
        return tl::unexpected(refusal.error);
    }
}

} // namespace signalbox::core
