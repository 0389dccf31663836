// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/operationoptions.h"

#include "cli/propertyvalue.h"
#include "core/filestore.h"
#include "core/jsonreader.h"

#include <QStringDecoder>

#include <istream>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using catalogue::Property;
using core::Json;

namespace {

constexpr qint64 websock = 144;
constexpr qint64 contentBytes = 1024 * 1024; // a frame's limit

/// Options and the properties that they fill; --path and --name go to whichever of theirs is shown.
struct Mapping {
    QString option;
    QStringList properties;
};

QList<Mapping> mappings()
{
    return {{u"conn"_s, {u"conn"_s}},
            {u"direction"_s, {u"direction"_s}},
            {u"capability"_s, {u"capabilityName"_s}},
            {u"event"_s, {u"eventName"_s}},
            {u"content"_s, {u"content"_s}},
            {u"sync"_s, {u"syncMode"_s}},
            {u"timeout"_s, {u"timeoutSec"_s}},
            {u"method"_s, {u"websocktempMethod"_s}},
            {u"path"_s, {u"filePath"_s, u"websocktempFilePath"_s}},
            {u"name"_s, {u"websocktempFileName"_s}}};
}

QString optionOf(const QString &property)
{
    const QList<Mapping> all = mappings();
    for (const Mapping &mapping : all) {
        if (mapping.properties.contains(property))
            return mapping.option;
    }
    return property;
}

/// JSON|@FILE|-
core::Result<QString> contentText(const QString &given, std::istream &in)
{
    QByteArray bytes;
    if (given == "-"_L1) {
        char block[65536];
        while (bytes.size() <= contentBytes && in.read(block, sizeof block).gcount() > 0)
            bytes.append(block, static_cast<qsizetype>(in.gcount()));
        if (bytes.size() > contentBytes)
            return core::fail(u"usage"_s, OperationOptions::tr("The content on standard input is larger than %1 bytes.").arg(contentBytes));
    } else if (given.startsWith(u'@')) {
        core::Result<QByteArray> file = core::readFile(given.mid(1), contentBytes);
        if (!file)
            return core::fail(u"usage"_s, file.error().message);
        bytes = std::move(*file);
    } else {
        return given;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return core::fail(u"usage"_s, OperationOptions::tr("The content is not UTF-8 text."));
    return text;
}

QString argumentText(const Json &properties, const QString &code)
{
    return properties[code][u"value"].toString();
}

} // namespace

QList<OptionSpec> OperationOptions::specs()
{
    return {
        {u"conn"_s, u"ID"_s, tr("The connection: its id, or user=LOGIN,capability=C or point=POINT,capability=C.")},
        {u"direction"_s, u"D"_s, tr("sendtokenmsg: direction, by code or id.")},
        {u"capability"_s, u"C"_s, tr("sendtokenmsg: extension name of the API.")},
        {u"event"_s, u"E"_s, tr("sendtokenmsg: message code.")},
        {u"content"_s, u"JSON|@FILE|-"_s, tr("sendtokenmsg: message body, from a file or from standard input.")},
        {u"sync"_s, {}, tr("sendtokenmsg: wait for delivery or for the answer.")},
        {u"timeout"_s, u"S"_s, tr("sendtokenmsg: how long to wait, in seconds.")},
        {u"method"_s, u"M"_s, tr("websocktemp: action, by code or id.")},
        {u"path"_s, u"P"_s, tr("ws_temp_file, put_file: the file; a path without a category is a local one.")},
        {u"name"_s, u"N"_s, tr("websocktemp: name of the file there.")},
    };
}

OperationOptions::OperationOptions(const catalogue::Catalogue &catalogue, const capability::Capabilities &capabilities,
                                   const core::Dialect &dialect)
    : m_type(*catalogue.find(websock)), m_capabilities(capabilities), m_dialect(dialect)
{}

core::Result<Json> OperationOptions::properties(const Arguments &arguments, std::istream &in) const
{
    Json values = Json::object();
    const core::Result<Json> operation = propertyValue(*m_type.property(u"operation"), arguments.operands().constFirst(), m_dialect);
    if (!operation)
        return operation;
    values.set(u"operation"_s, *operation);
    // Choices first: they decide which of the others there are.
    for (const bool choices : {true, false}) {
        const QList<Mapping> all = mappings();
        for (const Mapping &mapping : all) {
            if (!arguments.has(mapping.option))
                continue;
            const Property *shown = nullptr;
            for (const QString &code : mapping.properties) {
                const Property *property = m_type.property(code);
                if (m_type.isShown(*property, values))
                    shown = property;
            }
            const Property *first = m_type.property(mapping.properties.constFirst());
            if ((first->kind != catalogue::PropertyKind::Argument) != choices)
                continue;
            if (!shown)
                return core::fail(u"usage"_s, tr("--%1 does not apply to this operation.").arg(mapping.option));
            QString text = mapping.option == "sync"_L1 ? u"1"_s : arguments.value(mapping.option);
            if (mapping.option == "content"_L1) {
                core::Result<QString> content = contentText(text, in);
                if (!content)
                    return tl::unexpected(content.error());
                text = std::move(*content);
            }
            core::Result<Json> value = propertyValue(*shown, text, m_dialect);
            if (!value)
                return value;
            values.set(shown->code, std::move(*value));
        }
    }
    return values;
}

core::Result<void> OperationOptions::checkRequired(const Json &properties) const
{
    for (const Property &property : m_type.properties) {
        if (m_type.isRequired(property, properties) && property.kind == catalogue::PropertyKind::Argument &&
            argumentText(properties, property.code).isEmpty())
            return core::fail(u"usage"_s, tr("--%1 is needed (%2).").arg(optionOf(property.code), property.title));
    }
    return {};
}

core::Result<operation::Operation> OperationOptions::operationOf(const Json &properties) const
{
    const auto option = [&](const QString &code) {
        const Property *property = m_type.property(code);
        const catalogue::Option *chosen = property->option(m_type.choice(code, properties).value_or(-1));
        return chosen ? chosen->code : QString();
    };
    operation::Operation operation;
    operation.connection = argumentText(properties, u"conn"_s);
    const QString name = argumentText(properties, u"websocktempFileName"_s);
    const QString kind = option(u"operation"_s);
    if (kind == "sendtokenmsg"_L1) {
        operation::SendMessage send;
        send.direction = static_cast<operation::Direction>(m_type.choice(u"direction", properties).value_or(0));
        send.capability = argumentText(properties, u"capabilityName"_s);
        send.event = argumentText(properties, u"eventName"_s);
        send.content = argumentText(properties, u"content"_s);
        send.wait = m_type.choice(u"syncMode", properties).value_or(0) == 1;
        send.timeoutS = m_dialect.timeoutDefaultS;
        if (const QString timeout = argumentText(properties, u"timeoutSec"_s); !timeout.isEmpty()) {
            bool isNumber = false;
            send.timeoutS = timeout.toDouble(&isNumber);
            if (!isNumber)
                return core::fail(u"usage"_s, tr("--timeout is a number of seconds, not \"%1\".").arg(timeout));
        }
        operation.action = send;
    } else if (kind == "ws_temp_file"_L1) {
        operation.action = operation::PlaceTempFile{argumentText(properties, u"filePath"_s)};
    } else {
        const QString method = option(u"websocktempMethod"_s);
        if (method == "get_file"_L1)
            operation.action = operation::GetFile{name};
        else if (method == "put_file"_L1)
            operation.action = operation::PutFile{argumentText(properties, u"websocktempFilePath"_s), name};
        else if (method == "delete_file"_L1)
            operation.action = operation::DeleteFile{name};
        else
            operation.action = operation::ListFiles{};
    }
    return operation;
}

core::Result<void> OperationOptions::checkContent(const operation::SendMessage &send) const
{
    const capability::Message *message = m_capabilities.find(send.capability, send.event);
    if (message && !message->isJson())
        return {};
    const auto content = core::readJson(send.content.toUtf8());
    if (!content) {
        const core::Diagnostic &problem = content.error();
        return core::fail(
            u"usage"_s,
            tr("--content is not valid JSON (line %1, column %2): %3").arg(problem.line).arg(problem.column).arg(problem.message));
    }
    if (!message || !message->schema)
        return {};
    const QList<core::SchemaProblem> problems = message->schema->validate(*content);
    if (problems.isEmpty())
        return {};
    const core::SchemaProblem &problem = problems.constFirst();
    return core::fail(u"usage"_s, tr("--content does not fit the description of %1/%2, at \"%3\": %4")
                                      .arg(send.capability, send.event, problem.pointer, problem.message));
}

core::Result<operation::Operation> OperationOptions::read(const Arguments &arguments, std::istream &in) const
{
    const core::Result<Json> values = properties(arguments, in);
    if (!values)
        return tl::unexpected(values.error());
    if (const auto complete = checkRequired(*values); !complete)
        return tl::unexpected(complete.error());
    core::Result<operation::Operation> operation = operationOf(*values);
    if (!operation)
        return operation;
    if (const auto checked = operation::check(*operation, m_dialect); !checked)
        return core::fail(u"usage"_s, checked.error().message);
    if (const auto *send = std::get_if<operation::SendMessage>(&operation->action)) {
        if (const auto content = checkContent(*send); !content)
            return tl::unexpected(content.error());
    }
    return operation;
}

QStringList OperationOptions::warnings(const operation::Operation &operation) const
{
    const auto *send = std::get_if<operation::SendMessage>(&operation.action);
    if (!send || !send->wait)
        return {};
    const auto content = core::readJson(send->content.toUtf8());
    if (content && content->isObject() && content->contains(u"qid"))
        return {tr("The \"qid\" in the content is replaced by the cluster's own.")};
    return {};
}

} // namespace signalbox::cli
