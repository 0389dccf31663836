// SPDX-License-Identifier: GPL-3.0-or-later
// A proxy of a test's own making: HTTP (CONNECT alone) or SOCKS5, with or without a password.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>

namespace signalbox::test {

class FakeProxy final : public QTcpServer
{
public:
    enum class Kind : quint8 { Http, Socks5 };

    explicit FakeProxy(Kind kind, QByteArray user = {}, QByteArray password = {})
        : m_kind(kind), m_user(std::move(user)), m_password(std::move(password))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        });
    }

    QList<QByteArray> targets; ///< "host:port" of every tunnel
    int refused = 0;           ///< for want of the right password
    int plain = 0;             ///< requests that were no tunnel

private:
    enum class Step : quint8 { Hello, Password, Target, Tunnel };

    void read(QTcpSocket *client)
    {
        if (client->property("step").toInt() == static_cast<int>(Step::Tunnel))
            return;
        QByteArray input = client->property("input").toByteArray() + client->readAll();
        while (m_kind == Kind::Http ? takeHttp(client, input) : takeSocks(client, input)) {
        }
        client->setProperty("input", input);
    }

    bool takeHttp(QTcpSocket *client, QByteArray &input)
    {
        const qsizetype end = input.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray head = input.left(end);
        input.remove(0, end + 4);
        const QByteArrayList words = head.left(head.indexOf("\r\n")).split(' ');
        const QByteArray proof = "Proxy-Authorization: Basic " + (m_user + ':' + m_password).toBase64();
        if (!m_user.isEmpty() && !head.contains(proof)) {
            ++refused;
            client->write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        if (words.value(0) != "CONNECT") {
            ++plain;
            client->write("HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        open(client, words.value(1), "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n");
        return false;
    }

    bool takeSocks(QTcpSocket *client, QByteArray &input)
    {
        const auto step = static_cast<Step>(client->property("step").toInt());
        const bool wantsPassword = !m_user.isEmpty();
        if (step == Step::Hello && input.size() >= 2 && input.size() >= 2 + input[1]) {
            const bool offersPassword = input.mid(2, input[1]).contains('\x02');
            input.remove(0, 2 + input[1]);
            const bool isFine = !wantsPassword || offersPassword;
            refused += isFine ? 0 : 1;
            client->write(QByteArray(1, '\x05') + (isFine ? QByteArray(1, wantsPassword ? '\x02' : '\0') : QByteArray(1, '\xff')));
            client->setProperty("step", static_cast<int>(wantsPassword ? Step::Password : Step::Target));
            return isFine;
        }
        if (step == Step::Password && input.size() >= 2 && input.size() >= 3 + input[1] &&
            input.size() >= 3 + input[1] + input[2 + input[1]]) {
            const QByteArray user = input.mid(2, input[1]);
            const QByteArray password = input.mid(3 + input[1], input[2 + input[1]]);
            input.clear();
            const bool isFine = user == m_user && password == m_password;
            refused += isFine ? 0 : 1;
            client->write(QByteArray(1, '\x01') + QByteArray(1, isFine ? '\0' : '\x01'));
            client->setProperty("step", static_cast<int>(Step::Target));
            return isFine;
        }
        if (step == Step::Target && input.size() >= 10) { // version, connect, 0, kind, address, port
            QByteArray host;
            qsizetype at = 4;
            if (input[3] == '\x01') {
                host = QHostAddress(qFromBigEndian<quint32>(input.constData() + 4)).toString().toLatin1();
                at = 8;
            } else {
                host = input.mid(5, input[4]);
                at = 5 + input[4];
            }
            const int port = qFromBigEndian<quint16>(input.constData() + at);
            input.remove(0, at + 2);
            open(client, host + ':' + QByteArray::number(port), QByteArray::fromHex("05000001000000000000"),
                 QByteArray::fromHex("05050001000000000000"));
        }
        return false;
    }

    void open(QTcpSocket *client, const QByteArray &target, const QByteArray &answer, const QByteArray &refusal)
    {
        targets.append(target);
        client->setProperty("step", static_cast<int>(Step::Tunnel));
        auto *const server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, client, [client, server, answer] {
            client->write(answer);
            connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
        });
        connect(server, &QTcpSocket::errorOccurred, client, [client, server, refusal](QAbstractSocket::SocketError error) {
            if (error == QAbstractSocket::ConnectionRefusedError)
                client->write(refusal);
            client->disconnectFromHost();
            server->deleteLater();
        });
        connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        const qsizetype colon = target.lastIndexOf(':');
        server->connectToHost(QString::fromLatin1(target.left(colon)), target.mid(colon + 1).toUShort());
    }

    Kind m_kind;
    QByteArray m_user;
    QByteArray m_password;
};

} // namespace signalbox::test
