// SPDX-License-Identifier: GPL-3.0-or-later
// Heads of requests that are refused although they are good grammar, and what stands in the answer.
#include "simulator/requestcheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::simulator;

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;

/// As the session reads a request: the first of each header counts, and it is kept which ones came again.
HttpRequest requestOf(const Fields &fields, const QByteArray &target = "/rest", int minorVersion = 1)
{
    HttpRequest request;
    request.method = "GET";
    request.path = target;
    request.minorVersion = minorVersion;
    for (const auto &[name, value] : fields) {
        if (request.headers.contains(name))
            request.repeated.insert(name);
        else
            request.headers.insert(name, value);
    }
    return request;
}

const std::pair<QByteArray, QByteArray> host{"host", "cluster.test"};

Fields handshake(const QByteArray &key, const QByteArray &version)
{
    return {host, {"sec-websocket-key", key}, {"sec-websocket-version", version}};
}

} // namespace

Q_DECLARE_METATYPE(signalbox::simulator::HttpRequest)

class TestRequestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTargets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("path") << QByteArray("/a/b?c=d") << QByteArray("/a/b?c=d");
        QTest::newRow("url") << QByteArray("http://cluster.test:80/a?b") << QByteArray("/a?b");
        QTest::newRow("secure url") << QByteArray("HTTPS://cluster.test/a") << QByteArray("/a");
        QTest::newRow("url without path") << QByteArray("http://cluster.test") << QByteArray("/");
        QTest::newRow("url with a query alone") << QByteArray("http://cluster.test?a=/b") << QByteArray("/?a=/b");
        QTest::newRow("url without host") << QByteArray("http:///a") << QByteArray("http:///a");
        QTest::newRow("scheme alone") << QByteArray("http://") << QByteArray("http://");
        QTest::newRow("half a scheme") << QByteArray("http:") << QByteArray("http:");
        QTest::newRow("another scheme") << QByteArray("ftp://cluster.test/") << QByteArray("ftp://cluster.test/");
        QTest::newRow("asterisk") << QByteArray("*") << QByteArray("*");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void readsTargets()
    {
        QFETCH(QByteArray, target);
        QTEST(originForm(target), "expected");
    }

    void checksRequests_data()
    {
        QTest::addColumn<HttpRequest>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const HttpRequest &request, int status = 0, const QString &named = {}) {
            QTest::newRow(name) << request << status << named;
        };
        row("good", requestOf({host}));
        row("length", requestOf({host, {"content-length", "17"}}));
        row("chunked", requestOf({host, {"transfer-encoding", "Chunked"}}));
        row("continue", requestOf({host, {"expect", "100-Continue"}}));
        row("address", requestOf({{"host", "[::1]:8080"}}));
        row("1.0 without host", requestOf({}, "/", 0));
        row("1.0 expects in vain", requestOf({{"expect", "200-ok"}}, "/", 0));
        row("accept twice", requestOf({host, {"accept", "a"}, {"accept", "b"}}));
        row("no host", requestOf({}), 400, u"Host"_s);
        row("two hosts", requestOf({host, host}), 400, u"Host"_s);
        row("host with path", requestOf({{"host", "a.test/b"}}), 400, u"Host"_s);
        row("host with user", requestOf({{"host", "a@b.test"}}), 400, u"Host"_s);
        row("host list", requestOf({{"host", "a.test, b.test"}}), 400, u"Host"_s);
        row("two lengths", requestOf({host, {"content-length", "1"}, {"content-length", "1"}}), 400, u"Content-Length"_s);
        row("list of lengths", requestOf({host, {"content-length", "1, 1"}}), 400, u"Content-Length"_s);
        row("signed length", requestOf({host, {"content-length", "+1"}}), 400, u"Content-Length"_s);
        row("empty length", requestOf({host, {"content-length", ""}}), 400, u"Content-Length"_s);
        row("length and coding", requestOf({host, {"content-length", "1"}, {"transfer-encoding", "chunked"}}), 400, u"exclude"_s);
        row("two codings", requestOf({host, {"transfer-encoding", "chunked"}, {"transfer-encoding", "chunked"}}), 400,
            u"Transfer-Encoding"_s);
        row("list of codings", requestOf({host, {"transfer-encoding", "gzip, chunked"}}), 400, u"chunked"_s);
        row("other coding", requestOf({host, {"transfer-encoding", "identity"}}), 400, u"chunked"_s);
        row("coding in 1.0", requestOf({host, {"transfer-encoding", "chunked"}}, "/", 0), 400, u"HTTP 1.0"_s);
        row("two authorisations", requestOf({host, {"authorization", "a"}, {"authorization", "a"}}), 400, u"Authorization"_s);
        row("asterisk", requestOf({host}, "*"), 400, u"path"_s);
        row("host as target", requestOf({host}, "cluster.test:80"), 400, u"path"_s);
        row("fragment", requestOf({host}, "/a#b"), 400, u"path"_s);
        row("other expectation", requestOf({host, {"expect", "200-ok"}}), 417, u"100-continue"_s);
    }
    void checksRequests()
    {
        QFETCH(HttpRequest, request);
        QFETCH(int, status);
        QFETCH(QString, named);
        const auto refused = refusalOf(request);
        QCOMPARE(refused ? refused->status : 0, status);
        if (refused)
            QVERIFY2(QString::fromUtf8(refused->body).contains(named), refused->body.constData());
    }

    void checksHandshakes_data()
    {
        QTest::addColumn<HttpRequest>("request");
        QTest::addColumn<int>("status");
        const QByteArray key("dGhlIHNhbXBsZSBub25jZQ==");
        const auto with = [&](const QByteArray &name, const QByteArray &value) {
            return requestOf(handshake(key, "13") + Fields{{name, value}});
        };
        QTest::newRow("good") << requestOf(handshake(key, "13")) << 0;
        QTest::newRow("empty body") << with("content-length", "0") << 0;
        QTest::newRow("body") << with("content-length", "5") << 400;
        QTest::newRow("chunked body") << with("transfer-encoding", "chunked") << 400;
        QTest::newRow("two keys") << with("sec-websocket-key", key) << 400;
        QTest::newRow("two versions") << with("sec-websocket-version", "13") << 426;
        QTest::newRow("no key") << requestOf({host, {"sec-websocket-version", "13"}}) << 400;
        QTest::newRow("short key") << requestOf(handshake(QByteArray(15, 'k').toBase64(), "13")) << 400;
        QTest::newRow("long key") << requestOf(handshake(QByteArray(17, 'k').toBase64(), "13")) << 400;
        QTest::newRow("longer key") << requestOf(handshake(QByteArray(18, 'k').toBase64(), "13")) << 400;
        QTest::newRow("no base64") << requestOf(handshake(QByteArray(24, '!'), "13")) << 400;
        QTest::newRow("no version") << requestOf({host, {"sec-websocket-key", key}}) << 426;
        QTest::newRow("older version") << requestOf(handshake(key, "8")) << 426;
        QTest::newRow("versions") << requestOf(handshake(key, "13, 8")) << 426;
    }
    void checksHandshakes()
    {
        QFETCH(HttpRequest, request);
        QFETCH(int, status);
        const auto refused = refusalOfHandshake(request);
        QCOMPARE(refused ? refused->status : 0, status);
        if (status == 426)
            QVERIFY(refused->headers.contains({"Sec-WebSocket-Version", "13"}));
    }
};

QTEST_GUILESS_MAIN(TestRequestCheck)
#include "tst_requestcheck.moc"
