// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/asyncapireader.h"

#include "capability/payloadschema.h"
#include "capability/references.h"
#include "capability/yamlreader.h"
#include "core/jsonreader.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace signalbox::capability {

using namespace Qt::StringLiterals;
using core::Diagnostic;
using core::Json;
using core::JsonMember;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

/// The same for both notations.
constexpr core::JsonLimits jsonLimits{4 * 1024 * 1024, 100, 200'000};
constexpr YamlLimits yamlLimits{jsonLimits.bytes, jsonLimits.depth, jsonLimits.nodes};
constexpr qsizetype maxMessages = 10'000;

tl::unexpected<Diagnostic> wrong(const QString &message, const Target &at)
{
    return tl::unexpected(findingAt(u"capability.schema"_s, message, at.pointer, at.node->place()));
}

class Reader final
{
public:
    explicit Reader(const Json &root) : m_references(root), m_schemas(m_references), m_root{&root, {}} {}

    Found<AsyncApiDocument> read()
    {
        return checkVersion()
            .and_then([this] { return text(m_root, u"defaultContentType"_s); })
            .and_then([this](const QString &type) {
                m_defaultType = type;
                return readOperations();
            })
            .and_then([this] { return readChannels(); })
            .and_then([this] { return compileSchemas(); })
            .map([this] { return std::move(m_document); });
    }

private:
    /// A message as an operation names it: by where channel and message truly stand.
    using Use = std::pair<QString, QString>;

    Found<void> checkVersion() const
    {
        const Json &version = (*m_root.node)[u"asyncapi"];
        static const QRegularExpression known(u"^3\\.0\\.\\d+$"_s);
        if (known.match(version.toString()).hasMatch())
            return {};
        const QString message =
            version.isString() && !version.toString().isEmpty()
                ? Text::tr("AsyncAPI %1 cannot be read, only 3.0.").arg(version.toString().left(64))
                : Text::tr("This is not an AsyncAPI document: it has no text \"asyncapi\" with the version, such as 3.0.0.");
        const bool there = m_root.node->contains(u"asyncapi");
        return tl::unexpected(findingAt(u"capability.version"_s, message, there ? u"/asyncapi"_s : QString(),
                                        there ? version.place() : m_root.node->place()));
    }

    /// A member that must be an object where it is there; followed.
    Found<Target> objectIn(const Target &of, const QString &key) const
    {
        return m_references.member(of, key).and_then([&key](const Target &found) -> Found<Target> {
            if (found.node->isNull() || found.node->isObject())
                return found;
            return wrong(Text::tr("\"%1\" must be an object.").arg(key), found);
        });
    }

    /// A member that must be text where it is there; empty where it is not.
    static Found<QString> text(const Target &of, const QString &key)
    {
        const Json &value = (*of.node)[key];
        if (value.isNull() || value.isString())
            return value.toString();
        return wrong(Text::tr("\"%1\" must be text.").arg(key), {&value, of.pointer + u'/' + key});
    }

    Found<void> readOperations()
    {
        return objectIn(m_root, u"operations"_s).and_then([this](const Target &operations) -> Found<void> {
            for (const JsonMember &member : operations.node->members()) {
                Found<void> read =
                    objectIn(operations, member.key).and_then([this](const Target &operation) { return readOperation(operation); });
                if (!read)
                    return read;
            }
            return {};
        });
    }

    /// Keeps the messages that the operation sends when it has a reply: they are requests.
    Found<void> readOperation(const Target &operation)
    {
        const Found<Target> channel = objectIn(operation, u"channel"_s);
        if (!channel)
            return tl::unexpected(channel.error());
        if (!channel->node->isObject())
            return wrong(Text::tr("The operation names no channel."), operation);
        const Found<Target> reply = objectIn(operation, u"reply"_s);
        if (!reply)
            return tl::unexpected(reply.error());
        const Found<QList<Target>> messages = messagesOf(operation, *channel);
        if (!messages)
            return tl::unexpected(messages.error());
        if (reply->node->isObject())
            for (const Target &message : *messages)
                m_requests.insert({channel->pointer, message.pointer});
        return {};
    }

    /// The listed messages, which must belong to the channel, or all of the channel's.
    Found<QList<Target>> messagesOf(const Target &operation, const Target &channel) const
    {
        QList<Target> all;
        QSet<QString> pointers;
        const Found<Target> ofChannel = objectIn(channel, u"messages"_s);
        if (!ofChannel)
            return tl::unexpected(ofChannel.error());
        for (const JsonMember &member : ofChannel->node->members()) {
            const Found<Target> message = objectIn(*ofChannel, member.key);
            if (!message)
                return tl::unexpected(message.error());
            all.append(*message);
            pointers.insert(message->pointer);
        }
        const Json *listed = operation.node->find(u"messages");
        if (!listed)
            return all;
        const Target list{listed, operation.pointer + "/messages"_L1};
        if (!listed->isArray())
            return wrong(Text::tr("\"%1\" must be a list.").arg("messages"_L1), list);
        QList<Target> chosen;
        for (qsizetype i = 0; i < listed->size(); ++i) {
            const Target item{&listed->at(i), list.pointer + u'/' + QString::number(i)};
            const Found<Target> message = m_references.follow(item);
            if (!message)
                return tl::unexpected(message.error());
            if (!pointers.contains(message->pointer))
                return tl::unexpected(findingAt(u"capability.reference"_s,
                                                Text::tr("The operation names a message that its channel does not have."), item.pointer,
                                                item.node->place()));
            chosen.append(*message);
        }
        return chosen;
    }

    Found<void> readChannels()
    {
        return objectIn(m_root, u"channels"_s).and_then([this](const Target &channels) -> Found<void> {
            for (const JsonMember &member : channels.node->members()) {
                Found<void> read = objectIn(channels, member.key).and_then([this, &member](const Target &channel) {
                    return readChannel(member.key, channel);
                });
                if (!read)
                    return read;
            }
            return {};
        });
    }

    Found<void> readChannel(const QString &id, const Target &channel)
    {
        const Found<QString> address = text(channel, u"address"_s);
        if (!address)
            return tl::unexpected(address.error());
        const QString key = address->isEmpty() ? id : *address;
        if (!m_document.keys.contains(key))
            m_document.keys.append(key);
        const Found<Target> messages = objectIn(channel, u"messages"_s);
        if (!messages)
            return tl::unexpected(messages.error());
        for (const JsonMember &member : messages->node->members()) {
            const Found<Target> target = objectIn(*messages, member.key);
            if (!target)
                return tl::unexpected(target.error());
            Found<Message> message = readMessage(member.key, *target);
            if (!message)
                return tl::unexpected(message.error());
            message->capability = key;
            message->request = m_requests.contains({channel.pointer, target->pointer});
            if (m_messages.size() >= maxMessages)
                return wrong(Text::tr("There are more than %1 messages.").arg(maxMessages), *target);
            m_messages.append(
                {std::make_shared<Message>(*std::move(message)), {target->node->find(u"payload"), target->pointer + "/payload"_L1}});
        }
        return {};
    }

    Found<Message> readMessage(const QString &key, const Target &at)
    {
        const Found<QList<Target>> layers = layersOf(at);
        if (!layers)
            return tl::unexpected(layers.error());
        Message message;
        const std::array texts{std::pair(u"name"_s, &message.code), std::pair(u"title"_s, &message.title),
                               std::pair(u"summary"_s, &message.summary), std::pair(u"contentType"_s, &message.contentType)};
        for (const auto &[name, into] : texts) {
            const Found<QString> value = text(layerWith(*layers, name), name);
            if (!value)
                return tl::unexpected(value.error());
            *into = *value;
        }
        if (message.code.isEmpty())
            message.code = key;
        if (message.contentType.isEmpty())
            message.contentType = m_defaultType;
        Found<void> rest = readExamples(layerWith(*layers, u"examples"_s), message).and_then([&] { return readPayload(at, message); });
        if (!rest)
            return tl::unexpected(rest.error());
        return message;
    }

    /// The message, then its traits, the last one first: what an earlier layer says counts.
    Found<QList<Target>> layersOf(const Target &message) const
    {
        QList<Target> layers{message};
        const Json &traits = (*message.node)[u"traits"];
        for (qsizetype i = traits.size() - 1; i >= 0 && traits.isArray(); --i) {
            const Target item{&traits.at(i), message.pointer + "/traits/"_L1 + QString::number(i)};
            const Found<Target> trait = m_references.follow(item);
            if (!trait)
                return tl::unexpected(trait.error());
            layers.append(*trait);
        }
        return layers;
    }

    static const Target &layerWith(const QList<Target> &layers, const QString &key)
    {
        const auto found = std::find_if(layers.cbegin(), layers.cend(), [&key](const Target &layer) { return layer.node->contains(key); });
        return found == layers.cend() ? layers.first() : *found;
    }

    Found<void> readExamples(const Target &layer, Message &message) const
    {
        const Json &examples = (*layer.node)[u"examples"];
        if (!examples.isNull() && !examples.isArray())
            return wrong(Text::tr("\"%1\" must be a list.").arg("examples"_L1), {&examples, layer.pointer + "/examples"_L1});
        for (const Json &example : examples.items())
            if (const Json *payload = example.find(u"payload"))
                message.examples.append(*payload);
        return {};
    }

    Found<void> readPayload(const Target &at, Message &message)
    {
        const Json *payload = at.node->find(u"payload");
        if (!payload || payload->isNull())
            return {};
        if (!message.isJson()) { // never checked: what stands there may be of any schema language
            message.payload = *payload;
            return {};
        }
        Found<Json> schema = m_schemas.build({payload, at.pointer + "/payload"_L1});
        if (!schema)
            return tl::unexpected(schema.error());
        message.payload = *std::move(schema);
        return {};
    }

    /// Last, when the size of all schemas together is known to be bearable.
    Found<void> compileSchemas()
    {
        for (const auto &[message, payload] : m_messages) {
            if (message->isJson() && !message->payload.isNull()) {
                core::Result<core::JsonSchema> compiled = core::JsonSchema::compile(message->payload);
                if (!compiled)
                    return wrong(Text::tr("The payload's schema cannot be used: %1").arg(compiled.error().message), payload);
                message->schema = *std::move(compiled);
            }
            m_document.messages.append(message);
        }
        return {};
    }

    References m_references;
    PayloadSchema m_schemas;
    Target m_root;
    QString m_defaultType;
    QSet<Use> m_requests;
    QList<std::pair<std::shared_ptr<Message>, Target>> m_messages; ///< each with its payload's place
    AsyncApiDocument m_document;
};

Found<Json> readText(QByteArrayView text)
{
    const QByteArrayView start = text.startsWith("\xef\xbb\xbf") ? text.sliced(3) : text;
    const bool json = start.trimmed().startsWith('{');
    Found<Json> root = json ? core::readJson(text, jsonLimits) : readYaml(text, yamlLimits);
    if (root)
        return root;
    Diagnostic diagnostic = root.error();
    diagnostic.code = u"capability.syntax"_s;
    return tl::unexpected(std::move(diagnostic));
}

} // namespace

tl::expected<AsyncApiDocument, Diagnostic> readAsyncApi(QByteArrayView text)
{
    return readText(text).and_then([](const Json &root) { return Reader(root).read(); });
}

} // namespace signalbox::capability
