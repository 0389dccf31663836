// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/asyncapi2.h"

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
    Reader(const Json &root, const QString &resultSuffix)
        : m_references(root), m_messages(m_references, MessageReader::Version::V2), m_root{&root, {}}, m_resultSuffix(resultSuffix)
    {}

    Found<AsyncApiDocument> read()
    {
        return m_messages.readDefaults(m_root)
            .and_then([this] { return m_references.object(m_root, u"channels"_s); })
            .and_then([this](const Target &channels) { return readChannels(channels); })
            .and_then([this] { return m_messages.finish(); })
            .map([this](auto messages) {
                m_document.messages = std::move(messages);
                return std::move(m_document);
            });
    }

private:
    using Messages = QList<MessageReader::Read>;

    Found<void> readChannels(const Target &channels)
    {
        for (const JsonMember &member : channels.node->members()) {
            Found<void> read = m_references.object(channels, member.key).and_then([this, &member](const Target &channel) {
                return readChannel(member.key, channel);
            });
            if (!read)
                return read;
        }
        return {};
    }

    Found<void> readChannel(const QString &key, const Target &channel)
    {
        m_document.keys.append(key);
        Messages messages;
        for (const QString &name : {u"publish"_s, u"subscribe"_s}) {
            Found<void> read = m_references.object(channel, name).and_then([this, &messages](const Target &operation) {
                return readOperation(operation, messages);
            });
            if (!read)
                return read;
        }
        QSet<QString> codes;
        for (const MessageReader::Read &each : std::as_const(messages))
            codes.insert(each.message.code);
        for (MessageReader::Read &each : messages) {
            each.message.capability = key;
            each.message.request = each.hasReply || codes.contains(each.message.code + m_resultSuffix);
            if (Found<void> kept = m_messages.keep(std::move(each)); !kept)
                return kept;
        }
        return {};
    }

    /// "message" is one message, or {"oneOf": […]}.
    Found<void> readOperation(const Target &operation, Messages &messages)
    {
        return m_references.object(operation, u"message"_s).and_then([&](const Target &message) -> Found<void> {
            if (message.node->isNull())
                return {};
            const Json *choices = message.node->find(u"oneOf");
            if (!choices)
                return readMessage(message, messages);
            const Target list{choices, message.pointer + "/oneOf"_L1};
            if (!choices->isArray())
                return wrongSchema(Text::tr("\"%1\" must be a list.").arg("oneOf"_L1), list);
            for (qsizetype i = 0; i < choices->size(); ++i) {
                const Target item{&choices->at(i), list.pointer + u'/' + QString::number(i)};
                Found<void> read = m_references.follow(item).and_then([&](const Target &choice) { return readMessage(choice, messages); });
                if (!read)
                    return read;
            }
            return {};
        });
    }

    /// A message that both operations of the channel name is one message.
    Found<void> readMessage(const Target &at, Messages &messages)
    {
        const auto isSame = [&at](const MessageReader::Read &each) {
            return each.at.pointer == at.pointer;
        };
        if (std::any_of(messages.cbegin(), messages.cend(), isSame))
            return {};
        if (!at.node->isObject() && !at.node->isNull())
            return wrongSchema(Text::tr("A message must be an object."), at);
        Found<MessageReader::Read> read = m_messages.read(at);
        if (!read)
            return tl::unexpected(read.error());
        if (read->message.code.isEmpty())
            read->message.code = componentName(at.pointer);
        if (read->message.code.isEmpty())
            return wrongSchema(Text::tr("The message has neither \"name\" nor \"messageId\", so its message code is not known."), at);
        messages.append(*std::move(read));
        return {};
    }

    /// What "components" calls a message that stands there; empty for one that stands elsewhere.
    static QString componentName(const QString &pointer)
    {
        constexpr auto place = "/components/messages/"_L1;
        if (!pointer.startsWith(place))
            return {};
        const QString token = pointer.sliced(place.size());
        return token.contains(u'/') ? QString() : core::pointerText(token);
    }

    References m_references;
    MessageReader m_messages;
    Target m_root;
    QString m_resultSuffix;
    AsyncApiDocument m_document;
};

} // namespace

Found<AsyncApiDocument> readAsyncApi2(const Json &root, const QString &resultSuffix)
{
    return Reader(root, resultSuffix).read();
}

} // namespace signalbox::capability
