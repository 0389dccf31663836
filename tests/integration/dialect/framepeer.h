// SPDX-License-Identifier: GPL-3.0-or-later
// An external system that shares no web socket code with us: RFC 6455 by hand over a plain socket, so that a test sees pings too and can
// leave them unanswered. Takes short messages only, which is all that these tests have.
#pragma once

#include "core/jsonreader.h"
#include "protocol/frame.h"

#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <optional>

namespace signalbox::test {

class FramePeer final
{
public:
    FramePeer()
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
            m_bytes += m_socket.readAll();
            takeFrames();
        });
    }

    bool open(const QUrl &base, const QByteArray &path)
    {
        m_socket.connectToHost(base.host(), static_cast<quint16>(base.port()));
        if (!QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, 10'000))
            return false;
        m_socket.write("GET " + path + " HTTP/1.1\r\nHost: " + base.host().toLatin1() +
                       "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        return QTest::qWaitFor([this] { return m_isOpen; }, 10'000);
    }

    void send(const QByteArray &text) { sendFrame(1, text); }
    /// The body of the next message with this method; null when none comes.
    core::Json take(QStringView method)
    {
        std::optional<core::Json> body;
        const auto find = [&] {
            for (qsizetype i = 0; i < m_texts.size() && !body; ++i) {
                const auto frame = protocol::parseFrame(m_texts.at(i));
                if (frame && frame->method == method) {
                    body = frame->body;
                    m_texts.removeAt(i);
                }
            }
            return body.has_value();
        };
        return QTest::qWaitFor(find, 10'000) ? *body : core::Json();
    }
    core::Json call(const QByteArray &method, const QByteArray &body)
    {
        send("[\"" + method + "\"," + body + ']');
        return take(QString::fromLatin1(method) + QStringLiteral("_result"));
    }
    /// The method of the next message of any kind; empty when none comes.
    QString nextMethod()
    {
        if (!QTest::qWaitFor([this] { return !m_texts.isEmpty(); }, 10'000))
            return {};
        const auto frame = protocol::parseFrame(m_texts.takeFirst());
        return frame ? frame->method : QString();
    }

    bool isClosed() const { return m_socket.state() != QAbstractSocket::ConnectedState; }
    void close() { m_socket.disconnectFromHost(); }

    bool answersPings = true;
    int pings = 0;

private:
    void takeFrames()
    {
        if (!m_isOpen) {
            const qsizetype end = m_bytes.indexOf("\r\n\r\n");
            if (end < 0 || !m_bytes.startsWith("HTTP/1.1 101"))
                return;
            m_bytes.remove(0, end + 4);
            m_isOpen = true;
        }
        for (;;) {
            if (m_bytes.size() < 2)
                return;
            const int opcode = m_bytes.at(0) & 0x0f;
            qsizetype length = m_bytes.at(1) & 0x7f;
            qsizetype head = 2;
            if (length == 126) {
                if (m_bytes.size() < 4)
                    return;
                length = static_cast<quint8>(m_bytes.at(2)) << 8 | static_cast<quint8>(m_bytes.at(3));
                head = 4;
            }
            if (m_bytes.size() < head + length)
                return;
            const QByteArray payload = m_bytes.mid(head, length);
            m_bytes.remove(0, head + length);
            if (opcode == 1)
                m_texts.append(payload);
            else if (opcode == 9 && (++pings, answersPings))
                sendFrame(10, payload);
        }
    }

    void sendFrame(int opcode, const QByteArray &payload)
    {
        QByteArray frame(1, static_cast<char>(0x80 | opcode));
        if (payload.size() < 126) {
            frame.append(static_cast<char>(0x80 | payload.size()));
        } else {
            frame.append(static_cast<char>(0x80 | 126));
            frame.append(static_cast<char>(payload.size() >> 8)).append(static_cast<char>(payload.size() & 0xff));
        }
        m_socket.write(frame + QByteArray(4, '\0') + payload); // a mask of zeros leaves the payload as it is
    }

    QTcpSocket m_socket;
    QByteArray m_bytes;
    QByteArrayList m_texts;
    bool m_isOpen = false;
};

} // namespace signalbox::test
