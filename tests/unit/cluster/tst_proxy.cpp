// SPDX-License-Identifier: GPL-3.0-or-later
// The profile's proxy: REST and web socket go through it in a tunnel, with TLS inside, and it is named when it does not let us through.
#include "cluster/proxy.h"
#include "fakeproxy.h"
#include "stage.h"

#include <QSslCertificate>
#include <QSslKey>

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;

namespace {

QString file(const QString &name)
{
    return QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/unit/cluster/tls/") + name;
}

std::optional<QSslConfiguration> serverTls(bool isOn)
{
    if (!isOn)
        return {};
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate::fromPath(file(u"server.pem"_s)).value(0));
    QFile key(file(u"server.key"_s));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

constexpr QLatin1StringView proxyPassword{"open:sesame"};

/// A cluster behind a proxy, and a profile of it.
struct ProxyStage {
    ProxyStage(bool isHttp, bool hasTls, bool hasUser)
        : proxy(isHttp ? FakeProxy::Kind::Http : FakeProxy::Kind::Socks5, hasUser ? "porter" : "", proxyPassword.latin1()),
          fake(serverTls(hasTls))
    {
        fake.on("POST", "/rest/v1/iam/sessions", Stage::loginReply("RSession"));
        fake.on("GET", "/rest/v1/service/svcscripts", jsonReply("[]"));
        fake.onText = [this](FakeSocket &socket, const QByteArray &text) {
            stage.answer(socket, text);
        };
        stage.profile.address = fake.url();
        stage.profile.caFile = hasTls ? file(u"authority.pem"_s) : QString();
        stage.profile.proxy = {isHttp ? ProxyAddress::Kind::Http : ProxyAddress::Kind::Socks5, u"127.0.0.1"_s, proxy.serverPort(),
                               hasUser ? u"porter"_s : QString()};
        stage.credentials.proxyPassword = proxyPassword;
    }

    FakeProxy proxy;
    FakeCluster fake;
    Stage stage;
};

} // namespace

class TestProxy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everythingGoesThroughIt_data()
    {
        QTest::addColumn<bool>("isHttp");
        QTest::addColumn<bool>("hasTls");
        QTest::addColumn<bool>("hasUser");
        for (const bool isHttp : {true, false}) {
            for (const bool hasTls : {false, true}) {
                for (const bool hasUser : {false, true})
                    QTest::addRow("%s%s%s", isHttp ? "http" : "socks5", hasTls ? " tls" : "", hasUser ? " with a password" : "")
                        << isHttp << hasTls << hasUser;
            }
        }
    }

    void everythingGoesThroughIt()
    {
        QFETCH(const bool, isHttp);
        QFETCH(const bool, hasTls);
        QFETCH(const bool, hasUser);
        ProxyStage behind(isHttp, hasTls, hasUser);
        ClusterSession &session = behind.stage.session();
        Answer login(session.login());
        QTRY_VERIFY(login.result);
        QVERIFY2(login.code() == "ok"_L1, qPrintable(login.message()));
        Answer list(session.rest().json({"GET", u"/rest/v1/service/svcscripts"_s}));
        QTRY_COMPARE(list.code(), u"ok"_s);
        Answer link(session.openLink({u"rest"_s}));
        QTRY_VERIFY(link.result);
        QVERIFY2(link.code() == "ok"_L1, qPrintable(link.message()));

        QVERIFY(behind.proxy.targets.size() >= 2);
        QCOMPARE(behind.proxy.targets.size(), behind.fake.connections); // none came another way
        const QByteArray address = "127.0.0.1:" + QByteArray::number(behind.fake.serverPort());
        for (const QByteArray &target : behind.proxy.targets)
            QCOMPARE(target, address);
        QCOMPARE(behind.proxy.plain, 0);
        for (const FakeRequest &request : behind.fake.requests)
            QVERIFY(!request.headers.contains("proxy-authorization")); // the cluster never sees the proxy's password
        for (const QString &line : behind.stage.log)
            QVERIFY2(!line.contains(proxyPassword), qPrintable(line));
    }

    void aWrongPasswordIsTold_data()
    {
        QTest::addColumn<bool>("isHttp");
        QTest::newRow("http") << true;
        QTest::newRow("socks5") << false;
    }

    void aWrongPasswordIsTold()
    {
        QFETCH(const bool, isHttp);
        ProxyStage behind(isHttp, false, true);
        behind.stage.credentials.proxyPassword = u"wrong-one"_s;
        ClusterSession &session = behind.stage.session();
        const QString named = u"through the proxy 127.0.0.1:%1"_s.arg(behind.proxy.serverPort());
        Answer login(session.login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
        QVERIFY2(login.message().contains(named), qPrintable(login.message()));
        QVERIFY2(!login.message().contains(u"wrong-one"_s), qPrintable(login.message()));
        Answer link(session.openLink({}));
        QTRY_COMPARE(link.code(), u"unreachable"_s);
        QVERIFY2(link.message().contains(named), qPrintable(link.message()));
        QVERIFY(behind.proxy.refused >= 2);
        QCOMPARE(behind.fake.connections, 0);
    }

    void noProxyThere()
    {
        ProxyStage behind(true, false, false);
        behind.proxy.close();
        Answer login(behind.stage.session().login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
        QVERIFY2(login.message().contains(u"proxy 127.0.0.1:"_s), qPrintable(login.message()));
        Answer link(behind.stage.session().openLink({}));
        QTRY_COMPARE(link.code(), u"unreachable"_s);
        QVERIFY2(link.message().contains(u"proxy 127.0.0.1:"_s), qPrintable(link.message()));
        QCOMPARE(behind.fake.connections, 0); // and no way around it
    }

    void noClusterBehindIt()
    {
        ProxyStage behind(true, false, false);
        behind.fake.close();
        Answer login(behind.stage.session().login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
    }

    void aPeerGoesThroughItToo()
    {
        ProxyStage behind(true, false, true);
        behind.stage.extra.insert("connection_info", R"(,"result":"ok","connectionid":"c-1")");
        Peer peer(behind.stage.profile, behind.stage.credentials, PeerKind::User, {u"msg"_s}, {}, behind.stage.surroundings());
        Answer open(peer.open());
        QTRY_VERIFY(open.result);
        QVERIFY2(open.code() == "ok"_L1, qPrintable(open.message()));
        QCOMPARE(behind.proxy.targets.size(), behind.fake.connections);
    }

    void withoutOneItIsTheSystems()
    {
        QCOMPARE(networkProxy({}, u"x"_s).type(), QNetworkProxy::DefaultProxy);
        Profile profile;
        profile.proxy = {ProxyAddress::Kind::Http, u"h"_s, 1, {}};
        QCOMPARE(networkProxy(profile, u"x"_s).password(), QString()); // nobody asks for it
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
