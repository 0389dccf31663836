// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/asyncapi3.h"

#include "capability/messagereader.h"

#include <QCoreApplication>
#include <QSet>

namespace signalbox::capability {

using namespace Qt::StringLiterals;
using core::Json;
using core::JsonMember;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

class Reader final
{
public:
    explicit Reader(const Json &root) : m_references(root), m_messages(m_references, MessageReader::Version::V3), m_root{&root, {}} {}

    Found<AsyncApiDocument> read()
    {
        return m_messages.readDefaults(m_root)
            .and_then([this] { return readOperations(); })
            .and_then([this] { return readChannels(); })
            .and_then([this] { return m_messages.finish(); })
            .map([this](auto messages) {
                m_document.messages = std::move(messages);
                return std::move(m_document);
            });
    }

private:
    /// A message as an operation names it: by where channel and message truly stand.
    using Use = std::pair<QString, QString>;

    Found<void> readOperations()
    {
        return m_references.object(m_root, u"operations"_s).and_then([this](const Target &operations) -> Found<void> {
            for (const JsonMember &member : operations.node->members()) {
                Found<void> read = m_references.object(operations, member.key).and_then([this](const Target &operation) {
                    return readOperation(operation);
                });
                if (!read)
                    return read;
            }
            return {};
        });
    }

    /// Keeps the messages that the operation sends when it has a reply: they are requests.
    Found<void> readOperation(const Target &operation)
    {
        const Found<Target> channel = m_references.object(operation, u"channel"_s);
        if (!channel)
            return tl::unexpected(channel.error());
        if (!channel->node->isObject())
            return wrongSchema(Text::tr("The operation names no channel."), operation);
        const Found<Target> reply = m_references.object(operation, u"reply"_s);
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
        const Found<Target> ofChannel = m_references.object(channel, u"messages"_s);
        if (!ofChannel)
            return tl::unexpected(ofChannel.error());
        for (const JsonMember &member : ofChannel->node->members()) {
            const Found<Target> message = m_references.object(*ofChannel, member.key);
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
            return wrongSchema(Text::tr("\"%1\" must be a list.").arg("messages"_L1), list);
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
        return m_references.object(m_root, u"channels"_s).and_then([this](const Target &channels) -> Found<void> {
            for (const JsonMember &member : channels.node->members()) {
                Found<void> read = m_references.object(channels, member.key).and_then([this, &member](const Target &channel) {
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
        const Found<QString> address = textIn(channel, u"address"_s);
        if (!address)
            return tl::unexpected(address.error());
        const QString key = address->isEmpty() ? id : *address;
        if (!m_document.keys.contains(key))
            m_document.keys.append(key);
        const Found<Target> messages = m_references.object(channel, u"messages"_s);
        if (!messages)
            return tl::unexpected(messages.error());
        for (const JsonMember &member : messages->node->members()) {
            const Found<Target> target = m_references.object(*messages, member.key);
            if (!target)
                return tl::unexpected(target.error());
            Found<MessageReader::Read> read = m_messages.read(*target);
            if (!read)
                return tl::unexpected(read.error());
            if (read->message.code.isEmpty())
                read->message.code = member.key;
            read->message.capability = key;
            read->message.request = m_requests.contains({channel.pointer, target->pointer});
            if (Found<void> kept = m_messages.keep(*std::move(read)); !kept)
                return kept;
        }
        return {};
    }

    References m_references;
    MessageReader m_messages;
    Target m_root;
    QSet<Use> m_requests;
    AsyncApiDocument m_document;
};

} // namespace

Found<AsyncApiDocument> readAsyncApi3(const Json &root)
{
    return Reader(root).read();
}

} // namespace signalbox::capability
