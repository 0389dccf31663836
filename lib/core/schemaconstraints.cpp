// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schemaconstraints.h"

#include "core/numbertext.h"
#include "core/schemasource.h"
#include "core/value.h"

#include <QRegularExpression>

#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/validation_results.hpp>

#include <cmath>
#include <unordered_set>

namespace signalbox::core {

namespace {

using valijson::adapters::Adapter;

/// Derived has a constructor from the keyword's value and bool accepts(const Adapter &), and a static description.
template <typename Derived>
class OwnConstraint : public valijson::constraints::PolyConstraint
{
public:
    bool validate(const Adapter &target, const std::vector<std::string> &context, valijson::ValidationResults *results) const override
    {
        const auto &derived = static_cast<const Derived &>(*this);
        if (derived.accepts(target))
            return true;
        if (results)
            results->pushError(context, derived.description());
        return false;
    }

private:
    valijson::constraints::Constraint *cloneInto(void *place) const override
    {
        return new (place) Derived(static_cast<const Derived &>(*this));
    }

    size_t sizeOf() const override { return sizeof(Derived); }
};

QString text(const Adapter &value)
{
    std::string bytes;
    return value.isString() && value.asString(bytes) ? QString::fromStdString(bytes) : QString();
}

class Pattern final : public OwnConstraint<Pattern>
{
public:
    explicit Pattern(const Adapter &keyword) : m_expression(text(keyword), QRegularExpression::UseUnicodePropertiesOption) {}

    bool accepts(const Adapter &target) const { return !target.isString() || m_expression.match(text(target)).hasMatch(); }
    std::string description() const { return "pattern " + m_expression.pattern().toStdString(); }

private:
    QRegularExpression m_expression;
};

class Format final : public OwnConstraint<Format>
{
public:
    explicit Format(const Adapter &keyword) : m_name(text(keyword)) {}

    /// Formats other than these three are annotations (draft 7 leaves checking open).
    bool accepts(const Adapter &target) const
    {
        if (!target.isString())
            return true;
        const QString value = text(target);
        if (m_name == u"date-time")
            return isDateTime(value);
        if (m_name == u"date")
            return isDateTime(value + QStringLiteral("T00:00:00Z"));
        if (m_name == u"time")
            return isDateTime(QStringLiteral("2000-01-01T") + value);
        return true;
    }
    std::string description() const { return "format " + m_name.toStdString(); }

private:
    /// As Value reads it, but with the T and the offset that RFC 3339 demands.
    static bool isDateTime(const QString &value)
    {
        constexpr qsizetype separator = 10;
        constexpr qsizetype offset = 19;
        return value.size() > offset && value[separator].toUpper() == u'T' && (value.back().toUpper() == u'Z' || value.back().isDigit()) &&
               value.trimmed().size() == value.size() &&
               (value.indexOf(u'Z', offset, Qt::CaseInsensitive) > 0 || value.indexOf(u'+', offset) > 0 ||
                value.indexOf(u'-', offset) > 0) &&
               Value(value).toDateTime().has_value();
    }

    QString m_name;
};

class MultipleOf final : public OwnConstraint<MultipleOf>
{
public:
    explicit MultipleOf(const Adapter &keyword) : m_divisor(keyword.asDouble()) {}

    bool accepts(const Adapter &target) const
    {
        if (!target.isNumber())
            return true;
        // 0.3 is meant to be a multiple of 0.1, though the nearest doubles are not.
        constexpr double tolerance = 1e-9;
        const double quotient = target.asDouble() / m_divisor;
        return std::isfinite(quotient) && std::abs(quotient - std::round(quotient)) <= tolerance * std::max(1.0, std::abs(quotient));
    }
    std::string description() const { return "multipleOf " + numberText(m_divisor).toStdString(); }

private:
    double m_divisor;
};

class UniqueItems final : public OwnConstraint<UniqueItems>
{
public:
    explicit UniqueItems(const Adapter &keyword) : m_wanted(keyword.isBool() && keyword.asBool()) {}

    bool accepts(const Adapter &target) const
    {
        if (!m_wanted || !target.isArray())
            return true;
        std::unordered_set<std::string> seen;
        return target.applyToArray([&seen](const Adapter &item) { return seen.insert(canonical(item)).second; });
    }
    static std::string description() { return "uniqueItems"; }

private:
    /// A text that equal values share: members sorted, each part with its length in front.
    static std::string canonical(const Adapter &value)
    {
        std::string out;
        if (value.isArray()) {
            value.applyToArray([&out](const Adapter &item) {
                const std::string part = canonical(item);
                out += std::to_string(part.size()) + ':' + part;
                return true;
            });
            return '[' + out;
        }
        if (value.isObject()) {
            std::map<std::string, std::string> members;
            value.applyToObject([&members](const std::string &key, const Adapter &member) {
                members.emplace(key, canonical(member));
                return true;
            });
            for (const auto &[key, part] : members)
                out += std::to_string(key.size()) + ':' + key + std::to_string(part.size()) + ':' + part;
            return '{' + out;
        }
        if (value.isString()) {
            value.asString(out);
            return '"' + out;
        }
        if (value.isInteger())
            return std::to_string(value.asInteger());
        if (value.isNumber())
            return numberText(value.asDouble()).toStdString();
        if (value.isBool())
            return value.asBool() ? "true" : "false";
        return "null";
    }

    bool m_wanted;
};

template <typename T>
class Builder final : public valijson::ConstraintBuilder
{
public:
    valijson::constraints::Constraint *make(const Adapter &keyword) const override { return new T(keyword); }
};

} // namespace

void addConstraints(valijson::SchemaParser &parser)
{
    // The parser owns its builders.
    parser.addConstraintBuilder(schemakeyword::pattern, new Builder<Pattern>);
    parser.addConstraintBuilder(schemakeyword::format, new Builder<Format>);
    parser.addConstraintBuilder(schemakeyword::multipleOf, new Builder<MultipleOf>);
    parser.addConstraintBuilder(schemakeyword::uniqueItems, new Builder<UniqueItems>);
}

} // namespace signalbox::core
