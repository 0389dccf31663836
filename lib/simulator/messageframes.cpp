// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/messageframes.h"

#include "core/jsonreader.h"
#include "protocol/frame.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

constexpr auto qidKey = u"qid";
constexpr QByteArrayView frameEnd = "}]";

} // namespace

QByteArray MessageFrames::Message::request(const QByteArray &qid) const
{
    if (!ownQid.isEmpty())
        return plain;
    QByteArray frame;
    frame.reserve(head.size() + qid.size() + frameEnd.size());
    return frame.append(head).append(qid).append(frameEnd);
}

core::Result<const MessageFrames::Message *> MessageFrames::of(const operation::SendMessage &message)
{
    if (m_isKnown && message.event == m_event && message.content == m_content && message.capability == m_capability)
        return &m_last;
    const core::Dialect &dialect = m_services.config.dialect;
    const capability::Message *described = m_services.descriptions.find(message.capability, message.event);
    Json content(message.content);
    if (!described || described->isJson() || !dialect.otherContentIsText) {
        const QByteArray text = message.content.toUtf8();
        auto read = core::readJson(text, protocol::frameLimits);
        if (!read)
            return core::fail(u"bad_content"_s, u"The content is not JSON: %1 (line %2, column %3)"_s.arg(read.error().message)
                                                    .arg(read.error().line)
                                                    .arg(read.error().column));
        content = std::move(*read);
    }
    m_isKnown = true;
    m_capability = message.capability;
    m_event = message.event;
    m_content = message.content;
    m_last = {};
    m_last.isRequest = content.isObject() && (described ? described->request : dialect.undeclaredIsRequest);
    m_last.plain = protocol::writeFrame(message.event, content);
    if (!m_last.isRequest)
        return &m_last;
    const Json *own = content.find(qidKey);
    if (own && !dialect.ownQidReplaced) {
        m_last.ownQid = own->toCompact();
        return &m_last;
    }
    content.remove(qidKey);
    m_last.head = protocol::writeFrame(message.event, content).chopped(frameEnd.size()) + (content.size() > 0 ? ",\"qid\":" : "\"qid\":");
    return &m_last;
}

} // namespace signalbox::simulator
