// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection's frames reach its peer: a web socket, or a virtual peer in this process. Calls come back to the Connection
// (onText, onPong, onClosed) from the loop, never from within a call to here.
#pragma once

#include <QByteArray>
#include <QString>

namespace signalbox::simulator {

class Transport
{
public:
    virtual ~Transport() = default;
    virtual void sendText(const QByteArray &text) = 0;
    /// Goes out after every text before it; its answer is Connection::onPong with the same number.
    virtual void ping(quint64 number) = 0;
    /// Closes in good order after what is queued; Connection::onClosed follows.
    virtual void close(int code, const QString &reason) = 0;
    /// Drops the connection at once, as a crash would; nothing follows.
    virtual void abort() = 0;
    /// Drops the connection at once and lets the peer know by a reset of the TCP connection, where there is one; nothing follows.
    virtual void reset() { abort(); }
    /// Off: takes nothing more from the peer until it is on again, where the peer can be made to wait. It is on until then.
    virtual void setReading(bool) {}
    virtual qint64 queuedBytes() const = 0;
};

} // namespace signalbox::simulator
