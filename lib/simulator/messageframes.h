// SPDX-License-Identifier: GPL-3.0-or-later
// What component 144 sends, as frames (platform.md §3). Messages come in series that differ by their qid alone, to one connection or to
// many: the last one is kept, so that a series is read and written once.
#pragma once

#include "operation/operation.h"
#include "simulator/services.h"

namespace signalbox::simulator {

class MessageFrames final
{
public:
    struct Message {
        bool isRequest = false; ///< one that waits, waits for an answer
        QByteArray plain;       ///< the frame as the content has it
        QByteArray head;        ///< the frame of a request up to its qid, which "}]" follows
        QByteArray ownQid;      ///< as JSON, where the content's own one stays; then plain is the request's frame

        /// The frame of a request with this qid, given as JSON.
        QByteArray request(const QByteArray &qid) const;
    };

    explicit MessageFrames(const Services &services) : m_services(services) {}

    /// Good until the next call. Error: bad_content.
    core::Result<const Message *> of(const operation::SendMessage &message);

private:
    const Services &m_services;
    QString m_capability; // of the last one
    QString m_event;
    QString m_content;
    bool m_isKnown = false;
    Message m_last;
};

} // namespace signalbox::simulator
