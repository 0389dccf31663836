// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakecluster/fakesocket.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace signalbox::test {

FakeSocket::FakeSocket(QTcpSocket *socket, const QByteArray &key, QObject *parent) : QObject(parent), m_socket(socket)
{
    m_socket->setParent(this);
    const QByteArray accept = QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
    connect(m_socket, &QTcpSocket::readyRead, this, &FakeSocket::read);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { isGone = true; });
    sendRaw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept +
            "\r\n\r\n");
}

void FakeSocket::sendRaw(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

void FakeSocket::sendFrame(quint8 opcode, const QByteArray &payload, bool isFinal)
{
    QByteArray head(1, static_cast<char>((isFinal ? 0x80 : 0) | opcode));
    if (payload.size() < 126) {
        head.append(static_cast<char>(payload.size()));
    } else if (payload.size() < 65536) {
        head.append(char(126)).resize(4);
        qToBigEndian(static_cast<quint16>(payload.size()), head.data() + 2);
    } else {
        head.append(char(127)).resize(10);
        qToBigEndian(static_cast<quint64>(payload.size()), head.data() + 2);
    }
    sendRaw(head + payload);
}

void FakeSocket::sendFragmented(const QByteArray &text, qsizetype parts)
{
    const qsizetype step = text.size() / parts + 1;
    for (qsizetype at = 0; at < text.size(); at += step)
        sendFrame(at == 0 ? 0x1 : 0x0, text.mid(at, step), at + step >= text.size());
}

void FakeSocket::close(quint16 code, const QByteArray &reason)
{
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    sendFrame(0x8, payload + reason);
    m_socket->disconnectFromHost();
}

void FakeSocket::drop()
{
    m_socket->abort();
}

void FakeSocket::read()
{
    m_input += m_socket->readAll();
    while (readFrame())
        ;
}

bool FakeSocket::readFrame()
{
    if (m_input.size() < 6)
        return false;
    const auto byteAt = [this](qsizetype at) {
        return static_cast<quint8>(m_input.at(at));
    };
    const bool isFinal = (byteAt(0) & 0x80) != 0;
    const quint8 opcode = byteAt(0) & 0x0f;
    qsizetype length = byteAt(1) & 0x7f;
    qsizetype at = 2;
    if (length == 126) {
        length = qFromBigEndian<quint16>(m_input.constData() + 2);
        at = 4;
    } else if (length == 127) {
        if (m_input.size() < 14)
            return false;
        length = static_cast<qsizetype>(qFromBigEndian<quint64>(m_input.constData() + 2));
        at = 10;
    }
    if ((byteAt(1) & 0x80) == 0)
        qFatal("the client sent a frame without a mask");
    if (m_input.size() < at + 4 + length)
        return false;
    QByteArray payload = m_input.mid(at + 4, length);
    for (qsizetype i = 0; i < length; ++i)
        payload[i] = static_cast<char>(payload[i] ^ m_input[at + i % 4]);
    m_input.remove(0, at + 4 + length);
    switch (opcode) {
    case 0x0:
    case 0x1:
        m_message += payload;
        if (isFinal) {
            texts.append(m_message);
            Q_EMIT textReceived(std::exchange(m_message, {}));
        }
        break;
    case 0x8:
        closeCode = payload.size() >= 2 ? qFromBigEndian<quint16>(payload.constData()) : 1005;
        m_socket->disconnectFromHost();
        break;
    case 0x9:
        ++pings;
        if (answersPings)
            sendFrame(0xa, payload);
        break;
    default:
        break;
    }
    return true;
}

} // namespace signalbox::test
