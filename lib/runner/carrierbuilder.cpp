// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/carrierbuilder.h"

#include "core/value.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUuid>

namespace signalbox::runner {

using namespace Qt::StringLiterals;
using core::Json;
using core::JsonMember;

namespace {

// Component indexes and option ids of platform.md §5 and component-144.txt.
constexpr int startType = 101;
constexpr int stopType = 102;
constexpr int assignType = 106;
constexpr int websockType = 144;
constexpr int sendOption = 0;
constexpr int tempFileOption = 1;
constexpr int websocktempOption = 2;
constexpr int listMethod = 0;
constexpr int getMethod = 1;
constexpr int putMethod = 2;
constexpr int deleteMethod = 3;
constexpr qint64 scriptVersion = 170105;

// Object ids of every carrier. "result" would be overwritten by the stop component, so the names keep clear of it.
constexpr int startId = 1;
constexpr int operationId = 2;
constexpr int successId = 3;
constexpr int timeoutId = 4;
constexpr int errorId = 5;
constexpr int stopId = 6;
constexpr int linkId = 7;

QString bodyName()
{
    return u"body"_s;
}
QString outcomeName()
{
    return u"outcome"_s;
}
QString answerName()
{
    return u"answer"_s;
}
QString failureName()
{
    return u"failure"_s;
}
QString linkName()
{
    return u"link"_s;
}
QString linkFailureName()
{
    return u"linkFailure"_s;
}

Json object(int id, int type, int column, int row, const QString &name, QList<JsonMember> properties)
{
    QList<JsonMember> members{{u"oId"_s, Json(id)},
                              {u"oLeft"_s, Json(16 + 96 * column)},
                              {u"oTop"_s, Json(64 + 64 * row)},
                              {u"oWidth"_s, Json(32)},
                              {u"oHeight"_s, Json(32)},
                              // The same for all, so that equal carriers have equal hashes.
                              {u"oCreationDate"_s, Json(u"2026-01-01 00:00:00"_s)},
                              {u"oLayer"_s, Json(0)},
                              {u"oType"_s, Json(type)}};
    members.append(std::move(properties));
    members.append({u"name"_s, Json(name)});
    members.append({u"info"_s, Json(QString())});
    return Json::object(std::move(members));
}

Json variable(const QString &name, const core::Dialect &dialect)
{
    const QUuid id = QUuid::createUuidV5(QUuid(0x5eb1a3c4, 0x0d5e, 0x4c1b, 0x9a, 0x7f, 0x53, 0x69, 0x67, 0x6e, 0x61, 0x6c), name);
    return Json::object({{u"id"_s, Json(id.toString(QUuid::WithoutBraces))},
                         {u"name"_s, Json(name)},
                         {u"type"_s, Json(dialect.typeString)},
                         {u"location"_s, Json(dialect.locationLocal)}});
}

/// Collects the properties of the websocket component and the start parameters that they draw on.
class Component
{
public:
    explicit Component(const core::Dialect &dialect) : m_dialect(dialect) {}

    void option(const QString &code, int id) { m_properties.append({code, Json(id)}); }
    void constant(const QString &code, const QString &text) { m_properties.append({code, argument(m_dialect.argConstant, text)}); }
    void number(const QString &code, double value)
    {
        m_properties.append({code, Json::object({{u"argType"_s, Json(m_dialect.argConstant)},
                                                 {u"varType"_s, Json(m_dialect.typeNumber)},
                                                 {u"value"_s, Json(core::Value(value).toText())}})});
    }
    /// The value that differs from call to call: startparam1 brings it through Start's variable, which asks the least of a cluster
    /// (platform.md §6.2); as a constant where the dialect does not trust variables.
    void body(const QString &code, const QString &text)
    {
        if (!m_dialect.variablesAsArguments) {
            constant(code, text);
            return;
        }
        m_startParams.append(Json(text));
        m_properties.append({code, argument(m_dialect.argVariable, bodyName())});
    }

    QList<JsonMember> takeProperties() { return std::move(m_properties); }
    QList<Json> takeStartParams() { return std::move(m_startParams); }
    Json argument(int argType, const QString &text) const
    {
        return Json::object({{u"argType"_s, Json(argType)}, {u"varType"_s, Json(m_dialect.typeString)}, {u"value"_s, Json(text)}});
    }

private:
    const core::Dialect &m_dialect;
    QList<JsonMember> m_properties;
    QList<Json> m_startParams;
};

/// Puts an operation's properties into the component; answers its title and its own limit.
class Filling
{
public:
    Filling(Component &component, const core::Dialect &dialect, const QString &connection)
        : m_component(component), m_dialect(dialect), m_connection(connection)
    {}

    QString title;
    std::chrono::milliseconds limit{0};
    bool hasResult = true; ///< otherwise the component does not show its result variable

    void operator()(const operation::SendMessage &send)
    {
        m_component.option(u"operation"_s, sendOption);
        m_component.constant(u"conn"_s, m_connection);
        m_component.body(u"content"_s, send.content);
        m_component.option(u"direction"_s, static_cast<int>(send.direction));
        m_component.constant(u"capabilityName"_s, send.capability);
        m_component.constant(u"eventName"_s, send.event);
        m_component.option(u"syncMode"_s, send.wait ? 1 : 0);
        if (send.wait)
            m_component.number(u"timeoutSec"_s, send.timeoutS);
        hasResult = send.wait;
        title = u"send %1/%2"_s.arg(send.capability, send.event);
        limit = send.wait ? std::chrono::milliseconds(static_cast<qint64>(send.timeoutS * 1000))
                          : std::chrono::milliseconds(m_dialect.startScriptTimeoutMs);
    }
    void operator()(const operation::PlaceTempFile &place)
    {
        m_component.option(u"operation"_s, tempFileOption);
        m_component.body(u"filePath"_s, place.path);
        file(u"temp link"_s);
    }
    void operator()(const operation::ListFiles &)
    {
        method(listMethod);
        file(u"list files"_s);
    }
    void operator()(const operation::GetFile &get)
    {
        method(getMethod);
        m_component.body(u"websocktempFileName"_s, get.name);
        file(u"get file"_s);
    }
    void operator()(const operation::PutFile &put)
    {
        method(putMethod);
        m_component.body(u"websocktempFilePath"_s, put.path);
        m_component.constant(u"websocktempFileName"_s, put.name);
        file(u"put file"_s);
        hasResult = false;
    }
    void operator()(const operation::DeleteFile &remove)
    {
        method(deleteMethod);
        m_component.body(u"websocktempFileName"_s, remove.name);
        file(u"delete file"_s);
        hasResult = false;
    }

private:
    void method(int id)
    {
        m_component.option(u"operation"_s, websocktempOption);
        m_component.option(u"websocktempMethod"_s, id);
    }
    void file(const QString &what)
    {
        m_component.constant(u"conn"_s, m_connection);
        title = what;
        limit = std::chrono::milliseconds(m_dialect.fileOperationMs);
    }

    Component &m_component;
    const core::Dialect &m_dialect;
    const QString &m_connection;
};

operation::Outcome failureOf(const QString &text, const core::Dialect &dialect)
{
    // "<code>: <message>" or the code alone (platform.md §3); a cluster that words its errors otherwise keeps its own text.
    static const QRegularExpression form(u"\\A[a-z_]{1,32}\\z"_s);
    const qsizetype at = dialect.errorSeparator.isEmpty() ? -1 : text.indexOf(dialect.errorSeparator);
    const QString code = at < 0 ? text : text.first(at);
    if (dialect.errorCodes.contains(code) || form.match(code).hasMatch())
        return operation::Outcome::failure(dialect.errorCodeOf(code), at < 0 ? QString() : text.sliced(at + dialect.errorSeparator.size()));
    return operation::Outcome::failure(
        u"rejected"_s, text.isEmpty() ? QCoreApplication::translate("Carrier", "The cluster gave no reason for the error.") : text);
}

} // namespace

CarrierBuilder::CarrierBuilder(const core::Dialect &dialect, QString nonce) : m_dialect(dialect), m_nonce(std::move(nonce))
{}

QString CarrierBuilder::ownPrefix() const
{
    return m_dialect.carrierPrefix + m_nonce + u'-';
}

Carrier CarrierBuilder::build(const operation::Operation &operation, bool bringFile) const
{
    // Operations come in series that differ in their body alone.
    const auto *send = std::get_if<operation::SendMessage>(&operation.action);
    if (!send || !m_dialect.variablesAsArguments)
        return buildAnew(operation, bringFile);
    operation::Operation series = operation;
    std::get<operation::SendMessage>(series.action).content.clear();
    if (!m_last || m_series != series) {
        m_last = buildAnew(operation, bringFile);
        m_series = std::move(series);
    }
    Carrier carrier = *m_last;
    carrier.startParams = {Json(send->content)};
    return carrier;
}

Carrier CarrierBuilder::buildAnew(const operation::Operation &operation, bool bringFile) const
{
    Component component(m_dialect);
    Filling filling(component, m_dialect, operation.connection);
    std::visit(filling, operation.action);
    const bool link = bringFile && std::holds_alternative<operation::GetFile>(operation.action);
    const Parts parts{component.takeProperties(), filling.title, filling.hasResult, link, operation.connection};

    // Operations come by the thousand and carriers by the dozen: the script and its hash are made once.
    const QByteArray key = Json::object(parts.properties).toCompact() + (link ? '1' : '0');
    auto known = m_known.constFind(key);
    if (known == m_known.constEnd()) {
        if (m_known.size() >= 2 * m_dialect.carriersKept)
            m_known.clear();
        Carrier carrier;
        carrier.scriptData = script(parts);
        const QByteArray hash = QCryptographicHash::hash(carrier.scriptData.toCompact(), QCryptographicHash::Sha256).toHex().left(16);
        carrier.code = ownPrefix() + QString::fromLatin1(hash);
        carrier.name = u"Signalbox: %1"_s.arg(filling.title).left(200);
        known = m_known.insert(key, carrier);
    }
    Carrier carrier = *known;
    carrier.startParams = component.takeStartParams();
    carrier.limit = filling.limit + std::chrono::milliseconds(m_dialect.carrierGraceMs + (link ? m_dialect.fileOperationMs : 0));
    return carrier;
}

Json CarrierBuilder::script(const Parts &parts) const
{
    const Component component(m_dialect); // for its arguments
    QList<JsonMember> properties = parts.properties;
    if (parts.hasResult)
        properties.append({u"resultVariable"_s, Json(answerName())});
    properties.append({{u"errorVariable"_s, Json(failureName())},
                       {u"transfer"_s, Json(successId)},
                       {u"transferTimeout"_s, Json(timeoutId)},
                       {u"transferError"_s, Json(errorId)}});
    const auto outcome = [&](int id, int row, operation::OutcomeKind kind, int next) {
        const QString name = operation::outcomeName(kind);
        return object(id, assignType, 2, row, name,
                      {{u"mode"_s, Json(0)},
                       {u"variable"_s, Json(outcomeName())},
                       {u"value"_s, component.argument(m_dialect.argConstant, name)},
                       {u"transfer"_s, Json(next)}});
    };
    QList<Json> objects{
        object(startId, startType, 0, 0, u"Start"_s,
               {{u"type"_s, Json(0)}, {u"startParam"_s, Json(bodyName())}, {u"defineVars"_s, Json(1)}, {u"transfer"_s, Json(operationId)}}),
        object(operationId, websockType, 1, 0, parts.title, properties),
        outcome(successId, 0, operation::OutcomeKind::Success, parts.link ? linkId : stopId),
        outcome(timeoutId, 1, operation::OutcomeKind::Timeout, stopId),
        outcome(errorId, 2, operation::OutcomeKind::Error, stopId),
        object(stopId, stopType, 4, 0, u"Stop"_s, {{u"callStack"_s, Json(0)}}),
    };
    QStringList names{bodyName(), outcomeName(), failureName()};
    if (parts.hasResult)
        names.append(answerName());
    if (parts.link) {
        const Json conn = component.argument(m_dialect.argConstant, parts.connection);
        objects.append(object(linkId, websockType, 3, 0, u"temp link"_s,
                              {{u"operation"_s, Json(tempFileOption)},
                               {u"conn"_s, conn},
                               {u"filePath"_s, component.argument(m_dialect.argVariable, answerName())},
                               {u"resultVariable"_s, Json(linkName())},
                               {u"errorVariable"_s, Json(linkFailureName())},
                               {u"transfer"_s, Json(stopId)},
                               {u"transferTimeout"_s, Json(stopId)},
                               {u"transferError"_s, Json(stopId)}}));
        names += {linkName(), linkFailureName()};
    }
    QList<Json> variables;
    for (const QString &name : std::as_const(names))
        variables.append(variable(name, m_dialect));
    return Json::object({{u"objects"_s, Json::array(std::move(objects))},
                         {u"variables"_s, Json::array(std::move(variables))},
                         {u"scriptVersion"_s, Json(scriptVersion)}});
}

CarrierAnswer readCarrier(const core::Json &variables, const core::Dialect &dialect)
{
    CarrierAnswer answer;
    const QString outcome = variables[outcomeName()].toString();
    if (outcome == operation::outcomeName(operation::OutcomeKind::Success)) {
        answer.outcome = operation::Outcome::success(variables[answerName()].toString());
        answer.link = variables[linkName()].toString();
        answer.linkError = variables[linkFailureName()].toString();
    } else if (outcome == operation::outcomeName(operation::OutcomeKind::Timeout)) {
        answer.outcome = operation::Outcome::timeout();
    } else if (outcome == operation::outcomeName(operation::OutcomeKind::Error)) {
        answer.outcome = failureOf(variables[failureName()].toString(), dialect);
    } else {
        answer.outcome = operation::Outcome::failure(
            u"internal"_s, QCoreApplication::translate("Carrier", "The carrier scenario ended before the operation had an outcome."));
    }
    return answer;
}

} // namespace signalbox::runner
