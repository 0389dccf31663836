// SPDX-License-Identifier: GPL-3.0-or-later
// Downloads without sockets: ranges, dates and conditions of RFC 9110, media types, the answer about a stored file.
#include "simulator/byterange.h"
#include "simulator/contenttypes.h"
#include "simulator/download.h"
#include "simulator/httpdate.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::simulator;

using Kind = ByteRange::Kind;
Q_DECLARE_METATYPE(Kind)

namespace {

constexpr qint64 november94 = 784111777; // "Sun, 06 Nov 1994 08:49:37 GMT", the RFC's own example
constexpr auto november94Text = "Sun, 06 Nov 1994 08:49:37 GMT";

FileArea::Entry file(qint64 size = 1000)
{
    return {u"/somewhere/7"_s, size, november94 * 1000 + 250, 7};
}

HttpRequest request(const QHash<QByteArray, QByteArray> &headers = {}, const QByteArray &method = "GET")
{
    HttpRequest request;
    request.method = method;
    request.headers = headers;
    return request;
}

QByteArray headerOf(const HttpReply &reply, const QByteArray &name)
{
    for (const auto &[key, value] : reply.headers) {
        if (key.toLower() == name)
            return value;
    }
    return {};
}

} // namespace

class TestDownloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsRanges_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("length");
        const auto row = [](const char *header, qint64 size, Kind kind, qint64 offset = 0, qint64 length = 0) {
            QTest::addRow("%s of %lld", header, static_cast<long long>(size)) << QByteArray(header) << size << kind << offset << length;
        };
        row("", 1000, Kind::Whole);
        row("bytes=0-499", 1000, Kind::Part, 0, 500);
        row("bytes=500-999", 1000, Kind::Part, 500, 500);
        row("bytes=999-", 1000, Kind::Part, 999, 1);
        row("bytes=0-", 1000, Kind::Part, 0, 1000);
        row("bytes=0-0", 1000, Kind::Part, 0, 1);
        row("bytes=-1", 1000, Kind::Part, 999, 1);
        row("bytes=-1000", 1000, Kind::Part, 0, 1000);
        row("bytes=-5000", 1000, Kind::Part, 0, 1000);
        row("bytes=900-5000", 1000, Kind::Part, 900, 100);
        row("bytes=5-99999999999999999999999999", 1000, Kind::Part, 5, 995);
        row("BYTES=0-1", 1000, Kind::Part, 0, 2);
        row(" bytes= 0-1 , , ", 1000, Kind::Part, 0, 2);
        row("bytes=1000-", 1000, Kind::Unsatisfiable);
        row("bytes=99999999999999999999999999-", 1000, Kind::Unsatisfiable);
        row("bytes=-0", 1000, Kind::Unsatisfiable);
        row("bytes=0-", 0, Kind::Unsatisfiable);
        row("bytes=-5", 0, Kind::Whole); // all of nothing
        row("bytes=0-1,5-9", 1000, Kind::Whole);
        row("bytes=0-1,-1", 1000, Kind::Whole);
        row("items=0-1", 1000, Kind::Whole);
        row("0-1", 1000, Kind::Whole);
        for (const char *bad : {"bytes=", "bytes=,", "bytes=-", "bytes=a-b", "bytes=5", "bytes=5-4", "bytes=--5", "bytes=+1-2",
                                "bytes=1- 2", "bytes=0x1-2", "bytes=1.5-2", "bytes=0-1,x", "bytes=0-1-2"})
            row(bad, 1000, Kind::Malformed);
    }
    void readsRanges()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, size);
        QFETCH(Kind, kind);
        QFETCH(qint64, offset);
        QFETCH(qint64, length);
        const ByteRange range = ByteRange::of(header, size);
        QCOMPARE(range.kind, kind);
        QCOMPARE(range.offset, offset);
        QCOMPARE(range.length, length);
    }

    void writesDates()
    {
        QCOMPARE(httpDate(november94 * 1000 + 999), november94Text);
        QCOMPARE(httpDate(0), "Thu, 01 Jan 1970 00:00:00 GMT");
        QCOMPARE(httpDate(253402300799000), "Fri, 31 Dec 9999 23:59:59 GMT");
    }

    void readsDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds");
        const auto row = [](const char *text, qint64 seconds) {
            QTest::newRow(text) << QByteArray(text) << seconds;
        };
        row(november94Text, november94);
        row("Sunday, 06-Nov-94 08:49:37 GMT", november94);
        row("Sun Nov  6 08:49:37 1994", november94);
        row("Wed, 31 Mar 2027 02:30:00 GMT", 1806460200); // an hour that summer time leaves out in some places
        row("Saturday, 01-Jan-00 00:00:00 GMT", 946684800);
        row("Thu, 29 Feb 2024 00:00:00 GMT", 1709164800);
        for (const char *bad :
             {"", "yesterday", "784111777", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 31 Feb 1994 08:49:37 GMT",
              "Sun, 06 Nox 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "1994-11-06T08:49:37Z"})
            row(bad, -1);
    }
    void readsDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, seconds);
        QCOMPARE(parseHttpDate(text).value_or(-1), seconds);
    }

    void checksConditions_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("reading"); // 0: go on
        QTest::addColumn<int>("writing");
        const auto row = [](const char *name, const char *header, const QByteArray &value, int reading, int writing) {
            QTest::newRow(name) << QByteArray(header) << value << reading << writing;
        };
        const QByteArray tag = validatorsOf(file()).etag;
        row("its tag", "if-match", tag, 0, 0);
        row("any tag", "if-match", "*", 0, 0);
        row("in a list", "if-match", "\"a\" ," + tag, 0, 0);
        row("another tag", "if-match", "\"a\"", 412, 412);
        row("weak is not strong", "if-match", "W/" + tag, 412, 412);
        row("none of its tag", "if-none-match", tag, 304, 412);
        row("none of any tag", "if-none-match", "*", 304, 412);
        row("none of its tag, weakly", "if-none-match", "\"a\", W/" + tag, 304, 412);
        row("none of another", "if-none-match", "\"a\"", 0, 0);
        row("modified since then", "if-modified-since", november94Text, 304, 0);
        row("modified since earlier", "if-modified-since", "Sun, 06 Nov 1994 08:49:36 GMT", 0, 0);
        row("modified since no date", "if-modified-since", "never", 0, 0);
        row("unmodified since then", "if-unmodified-since", november94Text, 0, 0);
        row("unmodified since earlier", "if-unmodified-since", "Sun, 06 Nov 1994 08:49:36 GMT", 412, 412);
        row("unmodified since no date", "if-unmodified-since", "never", 0, 0);
    }
    void checksConditions()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(int, reading);
        QFETCH(int, writing);
        const Validators current = validatorsOf(file());
        const auto statusOf = [&](const char *method) {
            return Preconditions(request({{header, value}}, method)).check(current).value_or(0);
        };
        QCOMPARE(statusOf("GET"), reading);
        QCOMPARE(statusOf("HEAD"), reading);
        QCOMPARE(statusOf("PUT"), writing);
        QCOMPARE(statusOf("DELETE"), writing);
    }

    void tagsGoBeforeDates()
    {
        const Validators current = validatorsOf(file());
        const auto statusOf = [&](const QHash<QByteArray, QByteArray> &headers) {
            return Preconditions(request(headers)).check(current).value_or(0);
        };
        QCOMPARE(statusOf({{"if-none-match", "\"a\""}, {"if-modified-since", november94Text}}), 0);
        QCOMPARE(statusOf({{"if-match", current.etag}, {"if-unmodified-since", "Sun, 06 Nov 1994 08:49:36 GMT"}}), 0);
        QCOMPARE(statusOf({{"if-match", "\"a\""}, {"if-none-match", current.etag}}), 412);
    }

    void rangesDependOnTheState_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<int>("status");
        QTest::newRow("none") << QByteArray() << 206;
        QTest::newRow("its tag") << validatorsOf(file()).etag << 206;
        QTest::newRow("its date") << QByteArray(november94Text) << 206;
        QTest::newRow("another tag") << QByteArray("\"a\"") << 200;
        QTest::newRow("its tag, but weak") << QByteArray("W/" + validatorsOf(file()).etag) << 200;
        QTest::newRow("an earlier date") << QByteArray("Sun, 06 Nov 1994 08:49:36 GMT") << 200;
        QTest::newRow("a later date") << QByteArray("Sun, 06 Nov 1994 08:49:38 GMT") << 200;
        QTest::newRow("nonsense") << QByteArray("x") << 200;
    }
    void rangesDependOnTheState()
    {
        QFETCH(QByteArray, condition);
        QFETCH(int, status);
        const HttpReply reply = attachmentReply(request({{"range", "bytes=10-19"}, {"if-range", condition}}), file(), u"a"_s);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.fileOffset, status == 206 ? 10 : 0);
        QCOMPARE(reply.fileLength, status == 206 ? 10 : 1000);
        QCOMPARE(headerOf(reply, "content-range"), status == 206 ? QByteArray("bytes 10-19/1000") : QByteArray());
    }

    void answersWithAFile()
    {
        const HttpReply whole = attachmentReply(request(), file(), u"a.txt"_s);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.filePath, u"/somewhere/7"_s);
        QCOMPARE(whole.fileLength, 1000);
        QCOMPARE(whole.contentType, "application/octet-stream");
        QCOMPARE(whole.cacheControl, "private, no-cache");
        QCOMPARE(headerOf(whole, "accept-ranges"), "bytes");
        QCOMPARE(headerOf(whole, "last-modified"), november94Text);
        QCOMPARE(headerOf(whole, "content-disposition"), "attachment; filename=\"a.txt\"; filename*=UTF-8''a.txt");

        // RFC 9110 §14.2: Range is for GET alone.
        QCOMPARE(attachmentReply(request({{"range", "bytes=0-1"}}, "HEAD"), file(), u"a"_s).status, 200);
        QCOMPARE(attachmentReply(request({{"range", "bytes=0-1,5-6"}}), file(), u"a"_s).status, 200);

        const HttpReply outside = attachmentReply(request({{"range", "bytes=1000-"}}), file(), u"a"_s);
        QCOMPARE(outside.status, 416);
        QVERIFY(outside.filePath.isEmpty());
        QCOMPARE(headerOf(outside, "content-range"), "bytes */1000");
        QVERIFY(outside.body.contains("1000 bytes"));
        const HttpReply bad = attachmentReply(request({{"range", "bytes=x"}}), file(), u"a"_s);
        QCOMPARE(bad.status, 416);
        QVERIFY(bad.body.contains("bytes=0-99"));

        const HttpReply same =
            attachmentReply(request({{"if-none-match", headerOf(whole, "etag")}, {"range", "bytes=0-1"}}), file(), u"a"_s);
        QCOMPARE(same.status, 304);
        QVERIFY(same.filePath.isEmpty() && same.body.isEmpty() && same.contentType.isEmpty());
        QCOMPARE(headerOf(same, "etag"), headerOf(whole, "etag"));
        QCOMPARE(same.cacheControl, "private, no-cache");
        QCOMPARE(attachmentReply(request({{"if-match", "\"a\""}}), file(), u"a"_s).status, 412);

        const HttpReply open = publicReply(request(), file(), u"Page.HTML"_s);
        QCOMPARE(open.contentType, "text/html; charset=utf-8");
        QCOMPARE(headerOf(open, "content-disposition"), QByteArray());
        QCOMPARE(headerOf(open, "x-content-type-options"), "nosniff");
        QCOMPARE(publicReply(request({{"range", "bytes=1000-"}}), file(), u"a.html"_s).contentType, "application/json");
    }

    void tagsTellStatesApart()
    {
        QSet<QByteArray> tags{validatorsOf(file()).etag};
        FileArea::Entry other = file();
        other.number = 8;
        tags.insert(validatorsOf(other).etag);
        other = file();
        other.modifiedMs += 1;
        tags.insert(validatorsOf(other).etag);
        tags.insert(validatorsOf(file(1001)).etag);
        QCOMPARE(tags.size(), 4);
        for (const QByteArray &tag : tags)
            QVERIFY2(QRegularExpression(u"^\"[0-9a-f-]+\"$"_s).match(QString::fromLatin1(tag)).hasMatch(), tag.constData());
    }

    void knowsMediaTypes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("html") << u"index.html"_s << QByteArray("text/html; charset=utf-8");
        QTest::newRow("capitals") << u"LOGO.PNG"_s << QByteArray("image/png");
        QTest::newRow("two dots") << u"a.html.css"_s << QByteArray("text/css; charset=utf-8");
        QTest::newRow("script") << u"a.mjs"_s << QByteArray("text/javascript; charset=utf-8");
        QTest::newRow("vector graphics") << u"a.svg"_s << QByteArray("image/svg+xml");
        QTest::newRow("json") << u"a.json"_s << QByteArray("application/json");
        QTest::newRow("font") << u"a.woff2"_s << QByteArray("font/woff2");
        QTest::newRow("no extension") << u"html"_s << QByteArray("application/octet-stream");
        QTest::newRow("empty extension") << u"a."_s << QByteArray("application/octet-stream");
        QTest::newRow("unknown") << u"a.документ"_s << QByteArray("application/octet-stream");
        QTest::newRow("a name that is all extension") << u".css"_s << QByteArray("text/css; charset=utf-8");
    }
    void knowsMediaTypes()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, type);
        QCOMPARE(contentTypeOf(name), type);
    }
};

QTEST_GUILESS_MAIN(TestDownloads)
#include "tst_downloads.moc"
