// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP without sockets: multipart bodies in pieces, queries of collections, JSON bodies, paths.
#include "simulator/collectionquery.h"
#include "simulator/http.h"
#include "simulator/multipart.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::simulator;

namespace {

class Collector final : public MultipartSink
{
public:
    void beginPart(const QString &name) override { parts.append({name, {}}); }
    void partData(QByteArrayView data) override { parts.last().second.append(data); }
    void endPart() override { ++ended; }

    QList<std::pair<QString, QByteArray>> parts;
    int ended = 0;
};

core::Result<void> read(const QByteArray &body, Collector &collector, qsizetype piece)
{
    MultipartReader reader("b", collector);
    for (qsizetype at = 0; at < body.size(); at += piece) {
        if (const auto written = reader.write(QByteArrayView(body).sliced(at, std::min(piece, body.size() - at))); !written)
            return written;
    }
    return reader.finish();
}

core::Json object(const QString &name, int size)
{
    return core::Json::object({{u"name"_s, core::Json(name)}, {u"size"_s, core::Json(size)}});
}

} // namespace

class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsPartsInPieces_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 3, 7, 1000})
            QTest::addRow("%d bytes", piece) << piece;
    }
    void readsPartsInPieces()
    {
        QFETCH(int, piece);
        const QByteArray body =
            "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"one.txt\"\r\nContent-Type: text/plain\r\n\r\n"
            "1\r\n--\r\n-b\r\n--a\r\n--b  \r\ncontent-disposition: form-data; name=\"field\"\r\n\r\n\r\n--b\r\n"
            "Content-Disposition: form-data; filename=\"x\"; "
            "filename*=UTF-8''%C3%A4%20b.txt\r\n\r\n\xc3\xa4\r\n--b\r\n\r\nbare\r\n--b--\r\nepilogue";
        Collector collector;
        QVERIFY(read(body, collector, piece));
        QCOMPARE(collector.ended, 4);
        QCOMPARE(collector.parts.at(0).first, u"one.txt"_s);
        QCOMPARE(collector.parts.at(0).second, "1\r\n--\r\n-b\r\n--a");
        QCOMPARE(collector.parts.at(1).first, u"field"_s);
        QCOMPARE(collector.parts.at(1).second, "");
        QCOMPARE(collector.parts.at(2).first, u"ä b.txt"_s);
        QCOMPARE(collector.parts.at(2).second, "\xc3\xa4");
        QCOMPARE(collector.parts.at(3).first, QString());
        QCOMPARE(collector.parts.at(3).second, "bare");
    }

    void readsNames_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("name");
        QTest::newRow("escaped quote") << QByteArray("form-data; filename=\"a\\\"b.txt\"") << u"a\"b.txt"_s;
        QTest::newRow("backslash alone") << QByteArray(R"(form-data; filename="C:\x\y.txt")") << uR"(C:\x\y.txt)"_s;
        QTest::newRow("no quotes") << QByteArray("form-data; filename=a.txt ; name=f") << u"a.txt"_s;
        QTest::newRow("semicolon within") << QByteArray(R"(form-data; filename="a;b.txt"; name="f")") << u"a;b.txt"_s;
        QTest::newRow("other charset") << QByteArray(R"(form-data; filename="a"; filename*=latin1''b)") << u"a"_s;
        QTest::newRow("extended broken") << QByteArray(R"(form-data; filename="a"; filename*=utf-8'b)") << u"a"_s;
        QTest::newRow("UTF-8") << QByteArray("form-data; filename=\"\xc3\xa4\"") << u"ä"_s;
        QTest::newRow("no value") << QByteArray("form-data; filename") << QString();
    }
    void readsNames()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, name);
        Collector collector;
        QVERIFY(read("--b\r\nContent-Disposition: " + header + "\r\n\r\nx\r\n--b--", collector, 1000));
        QCOMPARE(collector.parts.first().first, name);
    }

    void refusesBadBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no closing boundary") << QByteArray("--b\r\nA: b\r\n\r\nx");
        QTest::newRow("head without end") << QByteArray("--b\r\nA: b\r\n");
        QTest::newRow("something behind the boundary") << QByteArray("--b x\r\n\r\n\r\n--b--");
        QTest::newRow("long preamble") << QByteArray(10000, 'x');
        QTest::newRow("long head") << QByteArray("--b\r\nA: " + QByteArray(10000, 'x'));
        QTest::newRow("long boundary line") << QByteArray("--b" + QByteArray(10000, ' '));
        QTest::newRow("too many parts") << QByteArray("--b\r\n\r\n\r\n").repeated(1001) + "--b--";
    }
    void refusesBadBodies()
    {
        QFETCH(QByteArray, body);
        Collector collector;
        const auto result = read(body, collector, 500);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"bad_request"_s);
    }

    void findsTheBoundary()
    {
        QCOMPARE(*MultipartReader::boundaryOf("multipart/form-data; boundary=abc"), "abc");
        QCOMPARE(*MultipartReader::boundaryOf("Multipart/Form-Data; charset=x; boundary=\"a b\""), "a b");
        QVERIFY(!MultipartReader::boundaryOf("multipart/form-data"));
        QVERIFY(!MultipartReader::boundaryOf("multipart/mixed; boundary=abc"));
        QVERIFY(!MultipartReader::boundaryOf("multipart/form-data; boundary=" + QByteArray(71, 'x')));
        QVERIFY(!MultipartReader::boundaryOf("application/json"));
    }

    void queriesCollections_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *query, const char *expected) {
            QTest::newRow(query) << QByteArray(query) << QByteArray(expected);
        };
        row("", R"([{"name":"b","size":10},{"name":"a1","size":9},{"name":"a2","size":9}])");
        row("filter=a*", R"([{"name":"a1","size":9},{"name":"a2","size":9}])");
        row("filter=a%3F&mask=size", R"([{"size":9},{"size":9}])");
        row("order=size,-name", R"([{"name":"a2","size":9},{"name":"a1","size":9},{"name":"b","size":10}])");
        row("order=name&offset=1&limit=1", R"([{"name":"a2","size":9}])");
        row("offset=9", "[]");
        row("limit=0", "[]");
    }
    void queriesCollections()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, expected);
        const auto parsed = CollectionQuery::parse(query, {u"name"_s, u"size"_s}, u"name"_s);
        QVERIFY(parsed);
        QCOMPARE(parsed->apply({object(u"b"_s, 10), object(u"a1"_s, 9), object(u"a2"_s, 9)}).toCompact(), expected);
    }

    void refusesBadQueries_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *query : {"mask=other", "order=other", "order=-other", "offset=-1", "offset=x", "limit=1.5", "limit="})
            QTest::newRow(query) << QByteArray(query);
    }
    void refusesBadQueries()
    {
        QFETCH(QByteArray, query);
        const auto parsed = CollectionQuery::parse(query, {u"name"_s}, u"name"_s);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, u"bad_request"_s);
    }

    void takesJsonBodies()
    {
        const auto bodyOf = [] {
            return std::get<std::unique_ptr<HttpBody>>(takeJson(10, [](const core::Json &json) { return HttpReply::json(json); }));
        };
        auto body = bodyOf();
        QVERIFY(body->write("[1,"));
        QVERIFY(body->write("2]"));
        QCOMPARE(body->finish().body, "[1,2]");
        body = bodyOf();
        QCOMPARE(body->finish().body, "null");
        body = bodyOf();
        QVERIFY(body->write("[1,"));
        QCOMPARE(body->finish().status, 400);
        body = bodyOf();
        QVERIFY(!body->write("[1,2,3,4,5]"));
        QCOMPARE(body->finish().status, 413);
    }

    void decodesPaths()
    {
        QCOMPARE(*pathSegments("/a/b%20c/%2e%2e"), (QStringList{u"a"_s, u"b c"_s, u".."_s}));
        QCOMPARE(*pathSegments("/a%2fb"), QStringList{u"a/b"_s});
        QCOMPARE(*pathSegments("/"), QStringList{QString()});
        QVERIFY(!pathSegments("a"));
        QVERIFY(!pathSegments("*"));
        QVERIFY(!pathSegments("/%00"));
        QVERIFY(!pathSegments("/%c3"));
    }

    void errorsHaveAFittingStatus()
    {
        const core::Dialect dialect;
        const auto statusOf = [&](const char *code) {
            return HttpReply::error(core::Error{QString::fromLatin1(code), u"m"_s, {}}, dialect).status;
        };
        QCOMPARE(statusOf("bad_argument"), 400);
        QCOMPARE(statusOf("denied"), 401);
        QCOMPARE(statusOf("banned"), 403);
        QCOMPARE(statusOf("file_not_found"), 404);
        QCOMPARE(statusOf("already_exists"), 409);
        QCOMPARE(statusOf("too_many_sessions"), 429);
        QCOMPARE(statusOf("too_large"), 507);
        QCOMPARE(statusOf("something else"), 500);
        QCOMPARE(HttpReply::error(418, u"m"_s).body, R"({"error_code":418,"error_message":"m"})");
        QCOMPARE(methodNotAllowed("GET").headers.first().second, "GET");
    }
};

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
