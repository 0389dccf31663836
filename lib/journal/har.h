// SPDX-License-Identifier: GPL-3.0-or-later
// Writes an HTTP archive (HAR 1.2) whose web sockets carry their frames as _webSocketMessages, as browsers write and read it. One message
// at a time, so that no size of a recording needs memory.
#pragma once

#include "core/json.h"
#include "journal/message.h"

class QIODevice;

namespace signalbox::journal {

class HarWriter final
{
public:
    /// The device is open for writing; what it does not take shows in its own error.
    HarWriter(QIODevice &device, const QString &creatorVersion);

    /// A request, its response, or both.
    void addExchange(const std::optional<Message> &request, const std::optional<Message> &response);
    /// Frames until endSocket() belong to this connection. open is its opening, where that is known.
    void beginSocket(const QString &connection, const std::optional<Message> &open, qint64 firstUs, qint64 lastUs);
    void addFrame(const Message &frame);
    void endSocket();
    void finish();

private:
    void beginEntry();

    QIODevice &m_device;
    bool m_hasEntry = false;
    bool m_hasFrame = false;
};

} // namespace signalbox::journal
