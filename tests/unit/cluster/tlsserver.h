// SPDX-License-Identifier: GPL-3.0-or-later
// The TLS side of a fake cluster, with the certificates of tls/. Those keys are of use nowhere else; the authorities' own are thrown away.
#pragma once

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace signalbox::test {

inline QString tlsFile(const QString &name)
{
    return QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/unit/cluster/tls/") + name;
}

/// "server": for 127.0.0.1, of authority.pem; "expired": of past-authority.pem. It asks for no certificate.
inline QSslConfiguration tlsServer(const QString &name = QStringLiteral("server"))
{
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate::fromPath(tlsFile(name + QStringLiteral(".pem"))).value(0));
    QFile key(tlsFile(name + QStringLiteral(".key")));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

/// openssl x509 -in server.pem -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64
inline QString tlsServerPin()
{
    return QStringLiteral("sha256//Qk9PCc370AQGs+UMvMcj7HQqQEIVrtkk9RCD8ev628k=");
}
/// Of a key that nobody has.
inline QString tlsOtherPin()
{
    return QStringLiteral("sha256//") + QString::fromLatin1(QByteArray(32, 'x').toBase64());
}

} // namespace signalbox::test
