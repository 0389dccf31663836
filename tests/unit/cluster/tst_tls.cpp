// SPDX-License-Identifier: GPL-3.0-or-later
// TLS by profile: an authority of one's own, a client certificate, and what is refused.
#include "stage.h"
#include "tlsserver.h"

#include <QTemporaryDir>

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;

namespace {

QSslConfiguration server(bool wantsClientCertificate)
{
    QSslConfiguration tls = tlsServer();
    if (wantsClientCertificate) {
        tls.setCaCertificates(QSslCertificate::fromPath(tlsFile(u"authority.pem"_s)));
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
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
        tls.stage.profile.caFile = tlsFile(u"authority.pem"_s);
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
            tls.stage.profile.caFile = tlsFile(authority);
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
        tls.stage.profile.caFile = tlsFile(u"authority.pem"_s);
        tls.stage.profile.clientCertificate = tlsFile(u"client.pem"_s);
        tls.stage.profile.clientKey = tlsFile(u"client.key"_s);
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"ok"_s);
        Answer link(tls.stage.session().openLink({}));
        QTRY_COMPARE(link.code(), u"ok"_s);
    }

    void isRefusedWithoutOne()
    {
        TlsStage tls(true);
        tls.stage.profile.caFile = tlsFile(u"authority.pem"_s);
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
        QVERIFY(tls.fake.requests.isEmpty());
    }

    void thePinnedKeyIsTaken()
    {
        TlsStage tls(false);
        tls.stage.profile.caFile = tlsFile(u"authority.pem"_s);
        tls.stage.profile.pinnedKeys = {tlsOtherPin(), tlsServerPin()}; // the next key beside the one that counts now
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"ok"_s);
        Answer link(tls.stage.session().openLink({u"rest"_s}));
        QTRY_COMPARE(link.code(), u"ok"_s);
    }

    void anotherKeyGetsNothing()
    {
        TlsStage tls(false);
        tls.stage.profile.caFile = tlsFile(u"authority.pem"_s); // it is a good certificate
        tls.stage.profile.pinnedKeys = {tlsOtherPin()};
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
        QVERIFY2(login.message().contains(tlsServerPin()) && login.message().contains(u"another key"_s), qPrintable(login.message()));
        Answer link(tls.stage.session().openLink({u"rest"_s}));
        QTRY_COMPARE(link.code(), u"unreachable"_s);
        QVERIFY2(link.message().contains(tlsServerPin()), qPrintable(link.message()));
        QVERIFY(tls.fake.connections >= 2);
        QCOMPARE(tls.fake.begun, 0); // neither password nor token came
        QVERIFY(tls.fake.requests.isEmpty());
        QVERIFY(tls.fake.sockets.isEmpty());
    }

    void aPinReplacesNoAuthority()
    {
        TlsStage tls(false);
        tls.stage.profile.pinnedKeys = {tlsServerPin()};
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
        QVERIFY2(login.message().contains(u"Signalbox test authority"_s), qPrintable(login.message()));
    }

    void aPinnedProfileSpeaksNoPlainHttp_data()
    {
        QTest::addColumn<bool>("isNode");
        QTest::newRow("the address") << false;
        QTest::newRow("a node") << true;
    }
    void aPinnedProfileSpeaksNoPlainHttp()
    {
        QFETCH(const bool, isNode);
        TlsStage tls(false);
        FakeCluster &plain = tls.stage.fake;
        tls.stage.profile.caFile = tlsFile(u"authority.pem"_s);
        tls.stage.profile.pinnedKeys = {tlsServerPin()};
        if (isNode)
            tls.stage.profile.nodes.insert(u"main/ws2"_s, plain.url());
        else
            tls.stage.profile.address = plain.url();
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"bad_profile"_s);
        QVERIFY2(login.message().contains(plain.url().authority()), qPrintable(login.message()));
        QCOMPARE(plain.connections + tls.fake.connections, 0);
    }

    void norDoesALinkThatLeadsElsewhere()
    {
        TlsStage tls(false);
        FakeCluster &plain = tls.stage.fake;
        tls.stage.profile.caFile = tlsFile(u"authority.pem"_s);
        tls.stage.profile.pinnedKeys = {tlsServerPin()};
        HttpRequest request;
        request.verb = "GET";
        request.url = plain.url().resolved(QUrl(u"/temp/s3cret"_s));
        request.withSession = false;
        Answer link(tls.stage.session().rest().exchange(std::move(request)));
        QTRY_COMPARE(link.code(), u"bad_profile"_s);
        QVERIFY2(!link.message().contains(u"s3cret"_s), qPrintable(link.message()));
        QCOMPARE(plain.connections, 0);
    }

    void whatIsAPin()
    {
        QVERIFY(isPin(tlsServerPin()));
        for (const QString &text : {QString(), tlsServerPin().chopped(1), tlsServerPin() + u'=', u"sha1//abc="_s, tlsServerPin().sliced(8),
                                    tlsServerPin() + u";"_s + tlsServerPin(), u"sha256//AAAA"_s})
            QVERIFY2(!isPin(text), qPrintable(text));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown authority") << u"server"_s << QString() << u"127.0.0.1"_s << u"does not trust “Signalbox test authority”"_s;
        QTest::newRow("wrong host name") << u"server"_s << u"authority.pem"_s << u"localhost"_s << u"for other names (127.0.0.1)"_s;
        QTest::newRow("expired") << u"expired"_s << u"past-authority.pem"_s << u"127.0.0.1"_s << u"expired on"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, authority);
        QFETCH(const QString, host);
        QFETCH(const QString, said);
        FakeCluster fake(tlsServer(certificate));
        Stage stage;
        stage.profile.address = fake.url();
        stage.profile.address.setHost(host);
        stage.profile.caFile = authority.isEmpty() ? QString() : tlsFile(authority);
        Answer login(stage.session().login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
        QVERIFY2(login.message().contains(said), qPrintable(login.message()));
        Answer link(stage.session().openLink({}));
        QTRY_COMPARE(link.code(), u"unreachable"_s);
        QVERIFY2(link.message().contains(said), qPrintable(link.message()));
        QCOMPARE(fake.begun, 0);
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
        tls.stage.profile.caFile = ca.isEmpty() ? QString() : tlsFile(ca);
        tls.stage.profile.clientCertificate = certificate.isEmpty() ? QString() : tlsFile(certificate);
        tls.stage.profile.clientKey = key.isEmpty() ? QString() : tlsFile(key);
        Answer login(tls.stage.session().login());
        QTRY_COMPARE(login.code(), u"bad_profile"_s);
        QVERIFY2(login.message().contains(named), qPrintable(login.message()));
        QCOMPARE(tls.fake.connections, 0);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
