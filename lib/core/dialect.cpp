// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect.h"

#include <QCoreApplication>

#include <array>
#include <limits>

namespace signalbox::core {

namespace {

struct Field {
    QStringView name;
    std::variant<int Dialect::*, bool Dialect::*, QString Dialect::*> member;
};

constexpr std::array fields{
    Field{u"cookieName", &Dialect::cookieName},
    Field{u"sessionLimitStatus", &Dialect::sessionLimitStatus},
    Field{u"sessionsPerUser", &Dialect::sessionsPerUser},
    Field{u"sessionTtlS", &Dialect::sessionTtlS},
    Field{u"banFailures", &Dialect::banFailures},
    Field{u"banWindowS", &Dialect::banWindowS},
    Field{u"pingIntervalMs", &Dialect::pingIntervalMs},
    Field{u"pingsMissed", &Dialect::pingsMissed},
    Field{u"resultSuffix", &Dialect::resultSuffix},
    Field{u"startConnectionParam", &Dialect::startConnectionParam},
    Field{u"startEventParam", &Dialect::startEventParam},
    Field{u"startContentParam", &Dialect::startContentParam},
    Field{u"undeclaredIsRequest", &Dialect::undeclaredIsRequest},
    Field{u"timeoutDefaultS", &Dialect::timeoutDefaultS},
    Field{u"timeoutMaxS", &Dialect::timeoutMaxS},
    Field{u"fileOperationMs", &Dialect::fileOperationMs},
    Field{u"tempPrefix", &Dialect::tempPrefix},
    Field{u"tempLifetimeS", &Dialect::tempLifetimeS},
    Field{u"websocktempLingerS", &Dialect::websocktempLingerS},
    Field{u"argConstant", &Dialect::argConstant},
    Field{u"argVariable", &Dialect::argVariable},
    Field{u"argExpression", &Dialect::argExpression},
    Field{u"argTemplate", &Dialect::argTemplate},
    Field{u"typeNumber", &Dialect::typeNumber},
    Field{u"typeString", &Dialect::typeString},
    Field{u"typeDateTime", &Dialect::typeDateTime},
    Field{u"locationLocal", &Dialect::locationLocal},
    Field{u"locationLast", &Dialect::locationLast},
    Field{u"carrierPrefix", &Dialect::carrierPrefix},
    Field{u"carriersKept", &Dialect::carriersKept},
    Field{u"carrierGraceMs", &Dialect::carrierGraceMs},
    Field{u"variablesAsArguments", &Dialect::variablesAsArguments},
    Field{u"startScriptTimeoutMs", &Dialect::startScriptTimeoutMs},
};

/// Sets one field; the answer is empty, or says what the value should have been.
QString assign(Dialect &dialect, const Field &field, const Json &value)
{
    if (const auto *number = std::get_if<int Dialect::*>(&field.member)) {
        const auto given = value.toInt();
        if (!given || *given < 0 || *given > std::numeric_limits<int>::max())
            return QCoreApplication::translate("Dialect", "\"%1\" must be a whole number from 0 to 2147483647.").arg(field.name);
        dialect.**number = static_cast<int>(*given);
    } else if (const auto *flag = std::get_if<bool Dialect::*>(&field.member)) {
        if (!value.isBool())
            return QCoreApplication::translate("Dialect", "\"%1\" must be true or false.").arg(field.name);
        dialect.**flag = value.toBool();
    } else {
        if (!value.isString())
            return QCoreApplication::translate("Dialect", "\"%1\" must be a text.").arg(field.name);
        dialect.*std::get<QString Dialect::*>(field.member) = value.toString();
    }
    return {};
}

} // namespace

std::optional<ValueType> Dialect::valueType(qint64 id) const
{
    if (id == typeNumber)
        return ValueType::Number;
    if (id == typeString)
        return ValueType::String;
    if (id == typeDateTime)
        return ValueType::DateTime;
    return std::nullopt;
}

int Dialect::valueTypeId(ValueType type) const
{
    switch (type) {
    case ValueType::Number:
        return typeNumber;
    case ValueType::String:
        return typeString;
    case ValueType::DateTime:
        break;
    }
    return typeDateTime;
}

Result<Dialect> Dialect::fromJson(const Json &object)
{
    const auto invalid = [](const QString &message) {
        return fail(QStringLiteral("dialect.invalid"), message);
    };
    if (!object.isObject())
        return invalid(QCoreApplication::translate("Dialect", "A dialect must be a JSON object."));
    Dialect dialect;
    for (const JsonMember &member : object.members()) {
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field &known) { return known.name == member.key; });
        if (field == fields.end())
            return invalid(QCoreApplication::translate("Dialect", "A dialect has no field \"%1\".").arg(member.key));
        if (const QString problem = assign(dialect, *field, member.value); !problem.isEmpty())
            return invalid(problem);
    }
    return dialect;
}

} // namespace signalbox::core
