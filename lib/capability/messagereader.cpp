// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/messagereader.h"

#include <QCoreApplication>

namespace signalbox::capability {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

constexpr qsizetype maxMessages = 10'000;

/// The first layer that has the member: what it says counts.
const Target &layerWith(const QList<Target> &layers, const QString &key)
{
    const auto found = std::find_if(layers.cbegin(), layers.cend(), [&key](const Target &layer) { return layer.node->contains(key); });
    return found == layers.cend() ? layers.first() : *found;
}

Found<void> readExamples(const Target &layer, Message &message)
{
    const Json &examples = (*layer.node)[u"examples"];
    if (!examples.isNull() && !examples.isArray())
        return wrongSchema(Text::tr("\"%1\" must be a list.").arg("examples"_L1), {&examples, layer.pointer + "/examples"_L1});
    for (const Json &example : examples.items())
        if (const Json *payload = example.find(u"payload"))
            message.examples.append(*payload);
    return {};
}

} // namespace

Found<void> MessageReader::readDefaults(const Target &root)
{
    return textIn(root, u"defaultContentType"_s).map([this](const QString &type) { m_defaultType = type; });
}

Found<MessageReader::Read> MessageReader::read(const Target &at)
{
    const Found<Layers> layers = layersOf(at);
    if (!layers)
        return tl::unexpected(layers.error());
    Read read;
    read.at = at;
    QString messageId;
    QList<std::pair<QString, QString *>> texts{{u"name"_s, &read.message.code},
                                               {u"title"_s, &read.message.title},
                                               {u"summary"_s, &read.message.summary},
                                               {u"contentType"_s, &read.message.contentType}};
    if (m_version == Version::V2)
        texts.append({u"messageId"_s, &messageId});
    for (const auto &[name, into] : std::as_const(texts)) {
        const Found<QString> value = textIn(layerWith(*layers, name), name);
        if (!value)
            return tl::unexpected(value.error());
        *into = *value;
    }
    if (read.message.code.isEmpty())
        read.message.code = messageId;
    if (read.message.contentType.isEmpty())
        read.message.contentType = m_defaultType;
    const Json &reply = (*layerWith(*layers, u"x-reply"_s).node)[u"x-reply"];
    read.hasReply = !reply.isNull() && !(reply.isBool() && !reply.toBool());
    Found<void> rest = readExamples(layerWith(*layers, u"examples"_s), read.message)
                           .and_then([&] { return checkFormat(*layers, read.message); })
                           .and_then([&] { return readPayload(at, read.message); });
    if (!rest)
        return tl::unexpected(rest.error());
    return read;
}

Found<void> MessageReader::keep(Read read)
{
    if (m_messages.size() >= maxMessages)
        return wrongSchema(Text::tr("There are more than %1 messages.").arg(maxMessages), read.at);
    const Target payload{read.at.node->find(u"payload"), read.at.pointer + "/payload"_L1};
    m_messages.append({std::make_shared<Message>(std::move(read.message)), payload});
    return {};
}

Found<QList<std::shared_ptr<const Message>>> MessageReader::finish()
{
    QList<std::shared_ptr<const Message>> finished;
    for (const auto &[message, payload] : std::as_const(m_messages)) {
        if (message->isJson() && !message->payload.isNull()) {
            core::Result<core::JsonSchema> compiled = core::JsonSchema::compile(message->payload);
            if (!compiled)
                return wrongSchema(Text::tr("The payload's schema cannot be used: %1").arg(compiled.error().message), payload);
            message->schema = *std::move(compiled);
        }
        finished.append(message);
    }
    return finished;
}

/// The message and its traits; what an earlier layer says counts. Of traits the last one counts most.
Found<MessageReader::Layers> MessageReader::layersOf(const Target &message) const
{
    Layers layers;
    if (m_version == Version::V3)
        layers.append(message);
    const Json &traits = (*message.node)[u"traits"];
    for (qsizetype i = traits.size() - 1; i >= 0 && traits.isArray(); --i) {
        const Target item{&traits.at(i), message.pointer + "/traits/"_L1 + QString::number(i)};
        const Found<Target> trait = m_references.follow(item);
        if (!trait)
            return tl::unexpected(trait.error());
        layers.append(*trait);
    }
    if (m_version == Version::V2)
        layers.append(message);
    return layers;
}

/// Of AsyncAPI 2: beside the payload, for JSON the one kind of schema that can be checked.
Found<void> MessageReader::checkFormat(const Layers &layers, const Message &message) const
{
    if (m_version != Version::V2 || !message.isJson())
        return {};
    const Target &layer = layerWith(layers, u"schemaFormat"_s);
    return textIn(layer, u"schemaFormat"_s).and_then([&layer](const QString &format) -> Found<void> {
        if (format.isEmpty())
            return {};
        return PayloadSchema::checkFormat(format, {layer.node->find(u"schemaFormat"), layer.pointer + "/schemaFormat"_L1});
    });
}

Found<void> MessageReader::readPayload(const Target &at, Message &message)
{
    const Json *payload = at.node->find(u"payload");
    if (!payload || payload->isNull())
        return {};
    if (!message.isJson()) { // never checked: what stands there may be of any schema language
        message.payload = *payload;
        return {};
    }
    return m_schemas.build({payload, at.pointer + "/payload"_L1}).map([&message](Json schema) { message.payload = std::move(schema); });
}

} // namespace signalbox::capability
