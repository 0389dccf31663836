// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect.h"

#include "core/dialectvalues.h"

#include <QCoreApplication>

#include <array>
#include <limits>

namespace signalbox::core {

namespace {

struct Field {
    QStringView name;
    std::variant<int Dialect::*, bool Dialect::*, QString Dialect::*, QStringList Dialect::*> member;
};

constexpr std::array fields{
    Field{u"cookieName", &Dialect::cookieName},
    Field{u"sessionLimitStatus", &Dialect::sessionLimitStatus},
    Field{u"sessionsPerUser", &Dialect::sessionsPerUser},
    Field{u"sessionTtlS", &Dialect::sessionTtlS},
    Field{u"banFailures", &Dialect::banFailures},
    Field{u"banWindowS", &Dialect::banWindowS},
    Field{u"banStatus", &Dialect::banStatus},
    Field{u"sessionMembers", &Dialect::sessionMembers},
    Field{u"connectionMembers", &Dialect::connectionMembers},
    Field{u"errorMembers", &Dialect::errorMembers},
    Field{u"pingIntervalMs", &Dialect::pingIntervalMs},
    Field{u"pingsMissed", &Dialect::pingsMissed},
    Field{u"resultSuffix", &Dialect::resultSuffix},
    Field{u"restMethod", &Dialect::restMethod},
    Field{u"startConnectionParam", &Dialect::startConnectionParam},
    Field{u"startEventParam", &Dialect::startEventParam},
    Field{u"startContentParam", &Dialect::startContentParam},
    Field{u"undeclaredIsRequest", &Dialect::undeclaredIsRequest},
    Field{u"userConnectionInfo", &Dialect::userConnectionInfo},
    Field{u"sessionPerConnection", &Dialect::sessionPerConnection},
    Field{u"socketSessionIsBearer", &Dialect::socketSessionIsBearer},
    Field{u"errorMethod", &Dialect::errorMethod},
    Field{u"timeoutDefaultS", &Dialect::timeoutDefaultS},
    Field{u"timeoutMaxS", &Dialect::timeoutMaxS},
    Field{u"fileOperationMs", &Dialect::fileOperationMs},
    Field{u"confirmByPing", &Dialect::confirmByPing},
    Field{u"confirmedResult", &Dialect::confirmedResult},
    Field{u"ownQidReplaced", &Dialect::ownQidReplaced},
    Field{u"directionChecked", &Dialect::directionChecked},
    Field{u"capabilityChecked", &Dialect::capabilityChecked},
    Field{u"otherContentIsText", &Dialect::otherContentIsText},
    Field{u"nameFromPath", &Dialect::nameFromPath},
    Field{u"errorSeparator", &Dialect::errorSeparator},
    Field{u"errorCodes", &Dialect::errorCodes},
    Field{u"tempPrefix", &Dialect::tempPrefix},
    Field{u"tempExtension", &Dialect::tempExtension},
    Field{u"tempNamesFile", &Dialect::tempNamesFile},
    Field{u"tempRandomBytes", &Dialect::tempRandomBytes},
    Field{u"tempAbsentStatus", &Dialect::tempAbsentStatus},
    Field{u"tempLifetimeS", &Dialect::tempLifetimeS},
    Field{u"websocktempLingerS", &Dialect::websocktempLingerS},
    Field{u"tempCategory", &Dialect::tempCategory},
    Field{u"websocktempAbsentStatus", &Dialect::websocktempAbsentStatus},
    Field{u"tokenTargets", &Dialect::tokenTargets},
    Field{u"publisherRole", &Dialect::publisherRole},
    Field{u"argConstant", &Dialect::argConstant},
    Field{u"argVariable", &Dialect::argVariable},
    Field{u"argExpression", &Dialect::argExpression},
    Field{u"argTemplate", &Dialect::argTemplate},
    Field{u"typeNumber", &Dialect::typeNumber},
    Field{u"typeString", &Dialect::typeString},
    Field{u"typeDateTime", &Dialect::typeDateTime},
    Field{u"locationLocal", &Dialect::locationLocal},
    Field{u"locationLast", &Dialect::locationLast},
    Field{u"codeExistsStatus", &Dialect::codeExistsStatus},
    Field{u"assignmentMembers", &Dialect::assignmentMembers},
    Field{u"startParamWins", &Dialect::startParamWins},
    Field{u"limitReason", &Dialect::limitReason},
    Field{u"faultReason", &Dialect::faultReason},
    Field{u"trueText", &Dialect::trueText},
    Field{u"falseText", &Dialect::falseText},
    Field{u"comparisonTokens", &Dialect::comparisonTokens},
    Field{u"templateEscapes", &Dialect::templateEscapes},
    Field{u"carrierPrefix", &Dialect::carrierPrefix},
    Field{u"carriersKept", &Dialect::carriersKept},
    Field{u"carrierGraceMs", &Dialect::carrierGraceMs},
    Field{u"variablesAsArguments", &Dialect::variablesAsArguments},
    Field{u"linksAtNode", &Dialect::linksAtNode},
    Field{u"startScriptTimeoutMs", &Dialect::startScriptTimeoutMs},
};

/// A list names as many things as the standard one, in its order.
std::optional<QStringList> namesFrom(const Json &value, qsizetype count)
{
    QStringList names;
    for (const Json &item : value.items()) {
        if (item.toString().isEmpty() || names.contains(item.toString()))
            return std::nullopt;
        names.append(item.toString());
    }
    return names.size() == count ? std::optional(names) : std::nullopt;
}

Json toValue(const QStringList &names)
{
    QList<Json> items;
    for (const QString &name : names)
        items.append(Json(name));
    return Json::array(std::move(items));
}

template <typename T>
Json toValue(const T &value)
{
    return Json(value);
}

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
    } else if (const auto *list = std::get_if<QStringList Dialect::*>(&field.member)) {
        const auto names = namesFrom(value, (dialect.**list).size());
        if (!names)
            return QCoreApplication::translate("Dialect", "\"%1\" must be a list of %2 different texts.")
                .arg(field.name)
                .arg((dialect.**list).size());
        dialect.**list = *names;
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

QString Dialect::errorCode(const QString &ours) const
{
    static const QStringList known = Dialect().errorCodes;
    const qsizetype at = known.indexOf(ours);
    return at < 0 ? ours : errorCodes.at(at);
}

QString Dialect::errorCodeOf(const QString &theirs) const
{
    static const QStringList known = Dialect().errorCodes;
    const qsizetype at = errorCodes.indexOf(theirs);
    return at < 0 ? theirs : known.at(at);
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
    static const QStringList reasons{QStringLiteral("normal"), QStringLiteral("transfer_not_set"),
                                     QStringLiteral("stop"),   QStringLiteral("timeout"),
                                     QStringLiteral("error"),  QStringLiteral("ownerdown")};
    for (const QString &reason : {dialect.limitReason, dialect.faultReason})
        if (!reasons.contains(reason))
            return invalid(QCoreApplication::translate("Dialect", "\"%1\" is no reason for which a scenario ends; there are %2.")
                               .arg(reason, reasons.join(QStringLiteral(", "))));
    return dialect;
}

Json Dialect::toJson() const
{
    const Dialect standard;
    Json object = Json::object();
    for (const Field &field : fields) {
        std::visit(
            [&](auto member) {
                if (this->*member != standard.*member)
                    object.set(field.name.toString(), toValue(this->*member));
            },
            field.member);
    }
    return object;
}

Json dialectValues(const Dialect &dialect)
{
    Json object = Json::object();
    for (const Field &field : fields)
        std::visit([&](auto member) { object.set(field.name.toString(), toValue(dialect.*member)); }, field.member);
    return object;
}

QStringList Dialect::fieldNames()
{
    QStringList names;
    for (const Field &field : fields)
        names.append(field.name.toString());
    return names;
}

} // namespace signalbox::core
