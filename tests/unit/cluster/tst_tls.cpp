// SPDX-License-Identifier: GPL-3.0-or-later
// TLS by profile: an authority of one's own, a client certificate, and what is refused. The keys in tls/ are of use nowhere else; the
// authority's own is thrown away.
#include "stage.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;

namespace {

QString file(const QString &name)
{
    return QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/unit/cluster/tls/") + name;
}

QSslConfiguration server(bool wantsClientCertificate)
{
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate::fromPath(file(u"server.pem"_s)).value(0));
    QFile key(file(u"server.key"_s));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    if (wantsClientCertificate) {
        tls.setCaCertificates(QSslCertificate::fromPath(file(u"authority.pem"_s)));
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    } else {
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    return tls;
}

/// A fake cluster with TLS and what a profile of it needs.
struct TlsStage {
    explicit TlsStage(bool wantsClientCertificate) : fake(server(wantsClientCertificate))
    {
        stage.profile.address = fake.url();
        fake.on("POST", "/rest/v1/iam/sessions", Stage::loginReply("RSession"));
        fake.onText = [this](FakeSocket &socket, const QByteArray &text) {
            stage.answer(socket, text);
        };
    }

    FakeCluster fake;
    Stage stage;
};

} // namespace

class TestTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void trustsTheProfilesAuthority()
    {
        TlsStage tls(false);
        tls.stage.profile.caFile = file(u"authority.pem"_s);
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"ok"_s);
        Answer link(tls.stage.session().openLink({u"rest"_s}));
        QTRY_COMPARE(link.code(), u"ok"_s);
    }

    void trustsNoOther_data()
    {
        QTest::addColumn<QString>("authority");
        QTest::newRow("the system's only") << QString();
        QTest::newRow("a stranger") << u"stranger.pem"_s;
    }

    void trustsNoOther()
    {
        QFETCH(const QString, authority);
        TlsStage tls(false);
        if (!authority.isEmpty())
            tls.stage.profile.caFile = file(authority);
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
        QVERIFY2(login.message().contains(u"certificate"_s), qPrintable(login.message()));
        QVERIFY(tls.fake.requests.isEmpty());
        Answer link(tls.stage.session().openLink({}));
        QTRY_COMPARE(link.code(), u"unreachable"_s);
        QVERIFY(tls.fake.sockets.isEmpty());
    }

    void showsItsCertificate()
    {
        TlsStage tls(true);
        tls.stage.profile.caFile = file(u"authority.pem"_s);
        tls.stage.profile.clientCertificate = file(u"client.pem"_s);
        tls.stage.profile.clientKey = file(u"client.key"_s);
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"ok"_s);
        Answer link(tls.stage.session().openLink({}));
        QTRY_COMPARE(link.code(), u"ok"_s);
    }

    void isRefusedWithoutOne()
    {
        TlsStage tls(true);
        tls.stage.profile.caFile = file(u"authority.pem"_s);
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
        QVERIFY(tls.fake.requests.isEmpty());
    }

    void badFiles_data()
    {
        QTest::addColumn<QString>("ca");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("named");
        QTest::newRow("no such authority") << u"none.pem"_s << QString() << QString() << u"none.pem"_s;
        QTest::newRow("a key for an authority") << u"server.key"_s << QString() << QString() << u"server.key"_s;
        QTest::newRow("certificate without key") << QString() << u"client.pem"_s << QString() << u"together"_s;
        QTest::newRow("key without certificate") << QString() << QString() << u"client.key"_s << u"together"_s;
        QTest::newRow("no such certificate") << QString() << u"none.pem"_s << u"client.key"_s << u"none.pem"_s;
        QTest::newRow("no such key") << QString() << u"client.pem"_s << u"none.key"_s << u"none.key"_s;
        QTest::newRow("a certificate for a key") << QString() << u"client.pem"_s << u"client.pem"_s << u"client.pem"_s;
    }

    void badFiles()
    {
        QFETCH(const QString, ca);
        QFETCH(const QString, certificate);
        QFETCH(const QString, key);
        QFETCH(const QString, named);
        TlsStage tls(false);
        tls.stage.profile.caFile = ca.isEmpty() ? QString() : file(ca);
        tls.stage.profile.clientCertificate = certificate.isEmpty() ? QString() : file(certificate);
        tls.stage.profile.clientKey = key.isEmpty() ? QString() : file(key);
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"bad_profile"_s);
        QVERIFY2(login.message().contains(named), qPrintable(login.message()));
        QCOMPARE(tls.fake.connections, 0);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
