// SPDX-License-Identifier: GPL-3.0-or-later
// The server's end of a web socket, written after RFC 6455 alone, that can also do what no proper server does.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>

namespace signalbox::test {

class FakeSocket final : public QObject
{
    Q_OBJECT

public:
    /// Takes the connection over after the request's head; answers the handshake.
    FakeSocket(QTcpSocket *socket, const QByteArray &key, QObject *parent);

    void sendText(const QByteArray &text) { sendFrame(0x1, text); }
    void sendBinary(const QByteArray &bytes) { sendFrame(0x2, bytes); }
    void sendFragmented(const QByteArray &text, qsizetype parts);
    void sendRaw(const QByteArray &bytes);
    void close(quint16 code, const QByteArray &reason = {});
    /// Ends the connection without a word.
    void drop();

    QByteArray target;        ///< of the handshake
    QByteArray authorization; ///< of the handshake
    QByteArray cookie;        ///< of the handshake
    QList<QByteArray> texts;  ///< received, in order
    int closeCode = 0;        ///< received
    int pings = 0;            ///< received
    bool answersPings = true;
    bool isGone = false;

Q_SIGNALS:
    void textReceived(const QByteArray &text);

private:
    void read();
    bool readFrame();
    void sendFrame(quint8 opcode, const QByteArray &payload, bool isFinal = true);

    QTcpSocket *m_socket;
    QByteArray m_input;
    QByteArray m_message;
};

} // namespace signalbox::test
