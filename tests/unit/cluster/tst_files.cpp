// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads and downloads: what goes over the wire, each file's fate, transfers that break, and what is left on the disk.
#include "stage.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;
using Manner = FakeReply::Manner;

Q_DECLARE_METATYPE(signalbox::test::FakeReply)

namespace {

constexpr const char *custom = "/rest/v1/fs/targets/custom";

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a test file");
    return file.fileName();
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

} // namespace

class TestFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void uploads()
    {
        Stage stage;
        QTemporaryDir folder;
        const QByteArray bytes = QByteArray("binary \0 and \r\n--", 17);
        stage.fake.on("POST", custom, jsonReply("[{\"name\":\"ä \\\"x\\\".bin\",\"size\":17,\"status\":\"ok\"}]"));
        QVERIFY(stage.logIn());
        QList<std::pair<qint64, qint64>> progress;
        Answer upload(stage.session().files().upload(u"custom"_s, written(folder, u"local"_s, bytes), u"ä \"x\".bin"_s,
                                                     [&progress](qint64 done, qint64 total) {
                                                         progress.append({done, total});
                                                     }));
        QVERIFY(!upload.result);
        QTRY_COMPARE(upload.code(), u"ok"_s);
        QCOMPARE((*upload.result)->size, 17);
        const FakeRequest sent = stage.fake.requests.last();
        QVERIFY(sent.headers.value("content-type").startsWith("multipart/form-data; boundary="));
        const QByteArray boundary = sent.headers.value("content-type").split('=').last();
        QCOMPARE(sent.body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ä %22x%22.bin\"\r\n" +
                                "Content-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n--" + boundary + "--\r\n");
        QCOMPARE(sent.headers.value("content-length").toLongLong(), sent.body.size());
        QCOMPARE(sent.headers.value("cookie"), "RSession=c00c1e-va1ue"_ba);
        QVERIFY(!progress.isEmpty());
        QCOMPARE(progress.last(), std::pair(qint64(sent.body.size()), qint64(sent.body.size())));
    }

    void uploadsSeveralAtOnce()
    {
        Stage stage;
        QTemporaryDir folder;
        stage.fake.on("POST", custom,
                      jsonReply(R"([{"name":"a","size":1,"status":"ok"},{"name":"b","size":0,"status":"already_exists"}])"));
        Answer upload(stage.session().files().uploadAll(u"custom"_s, {written(folder, u"a"_s, "1"), written(folder, u"b"_s, {})}));
        QTRY_COMPARE(upload.code(), u"ok"_s);
        QCOMPARE((*upload.result)->size(), 2);
        QVERIFY((*upload.result)->at(0).isOk());
        QVERIFY(!(*upload.result)->at(1).isOk()); // under HTTP 200
        QCOMPARE(stage.fake.requests.last().body.count("filename=\"a\""), 1);
        QCOMPARE(stage.fake.requests.last().body.count("filename=\"b\""), 1);
    }

    void uploadsALargeFile()
    {
        Stage stage;
        QTemporaryDir folder;
        QByteArray bytes(8 * 1024 * 1024 + 7, '\0');
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(i * 31 % 251);
        stage.fake.on("POST", custom, jsonReply(R"([{"name":"x","size":1,"status":"ok"}])"));
        Answer upload(stage.session().files().upload(u"custom"_s, written(folder, u"x"_s, bytes), u"x"_s));
        QTRY_COMPARE_WITH_TIMEOUT(upload.code(), u"ok"_s, 20'000);
        QVERIFY(stage.fake.requests.last().body.contains(bytes));
    }

    void uploadFails_data()
    {
        QTest::addColumn<FakeReply>("reply");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("exists") << jsonReply(R"([{"name":"x","size":1,"status":"already exists"}])") << u"already_exists"_s << u"“x”"_s;
        QTest::newRow("exists, as a whole") << jsonReply("{}", 409) << u"already_exists"_s << u"“x”"_s;
        QTest::newRow("no room") << jsonReply(R"([{"name":"x","size":1,"status":"disk full"}])") << u"rejected"_s << u"disk full"_s;
        QTest::newRow("refused") << jsonReply(R"({"error_code":7,"error_message":"Not allowed"})", 403) << u"refused"_s << u"Not allowed"_s;
        QTest::newRow("too large") << jsonReply("", 413) << u"refused"_s << u"413"_s;
        QTest::newRow("reports on none") << jsonReply("[]") << u"bad_answer"_s << u"0 files where 1"_s;
        QTest::newRow("no list") << jsonReply("{}") << u"bad_answer"_s << u"list"_s;
        QTest::newRow("no JSON") << FakeReply{200, "OK", {}} << u"bad_answer"_s << u"“OK”"_s;
        QTest::newRow("closed after it") << FakeReply{200, {}, {}, Manner::Close} << u"unreachable"_s << QString();
    }

    void uploadFails()
    {
        QFETCH(const FakeReply, reply);
        QFETCH(const QString, code);
        QFETCH(const QString, said);
        Stage stage;
        QTemporaryDir folder;
        stage.fake.on("POST", custom, reply);
        Answer upload(stage.session().files().upload(u"custom"_s, written(folder, u"x"_s, "1"), u"x"_s));
        QTRY_COMPARE(upload.code(), code);
        QVERIFY2(upload.message().contains(said), qPrintable(upload.message()));
        QCOMPARE(stage.fake.requests.size(), 1);
    }

    void anUploadThatIsCutFailsOnce()
    {
        Stage stage;
        QTemporaryDir folder;
        stage.fake.cutBodyAfter = 1024 * 1024;
        Answer upload(stage.session().files().upload(u"custom"_s, written(folder, u"x"_s, QByteArray(8 * 1024 * 1024, 'x')), u"x"_s));
        QTRY_COMPARE_WITH_TIMEOUT(upload.code(), u"unreachable"_s, 20'000);
        QCOMPARE(stage.fake.begun, 1); // it is not sent again
        QVERIFY(stage.fake.requests.isEmpty());
    }

    void transfersWithoutProgressEnd()
    {
        Stage stage(true);
        QTemporaryDir folder;
        stage.fake.on("POST", custom, FakeReply{200, {}, {}, Manner::Hang});
        Answer upload(stage.session().files().upload(u"custom"_s, written(folder, u"x"_s, "1"), u"x"_s));
        QTRY_COMPARE(stage.fake.requests.size(), 1);
        stage.manual.advance(stage.profile.timeouts.transfer);
        QCOMPARE(upload.code(), u"timeout"_s);
        QVERIFY(upload.message().contains(u"60"_s));
    }

    void badFilesAreNotSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("dot") << u"."_s;
        QTest::newRow("dots") << u".."_s;
        QTest::newRow("slash") << u"../x"_s;
        QTest::newRow("backslash") << u"a\\b"_s;
        QTest::newRow("NUL") << u"a\0b"_s;
        QTest::newRow("line feed") << u"a\r\nX: y"_s;
        QTest::newRow("300 bytes") << QString(300, u'x');
        QTest::newRow("256 bytes") << QString(128, u'ä');
    }

    void badFilesAreNotSent()
    {
        QFETCH(const QString, name);
        QVERIFY(!isFileName(name));
        Stage stage;
        QTemporaryDir folder;
        Answer upload(stage.session().files().upload(u"custom"_s, written(folder, u"x"_s, "1"), name));
        QVERIFY(!upload.result);
        QTRY_COMPARE(upload.code(), u"bad_name"_s);
        Answer remove(stage.session().files().remove(u"custom"_s, name));
        QTRY_COMPARE(remove.code(), u"bad_name"_s);
        QCOMPARE(stage.fake.connections, 0);
    }

    void goodNames()
    {
        for (const QString &name : {u"a"_s, u"..."_s, u".hidden"_s, u"with space"_s, u"ä€😀"_s, QString(255, u'x')})
            QVERIFY2(isFileName(name), qPrintable(name));
    }

    void missingFiles()
    {
        Stage stage;
        QTemporaryDir folder;
        Answer none(stage.session().files().upload(u"custom"_s, folder.filePath(u"none"_s), u"x"_s));
        QTRY_COMPARE(none.code(), u"file_not_found"_s);
        Answer all(stage.session().files().uploadAll(u"custom"_s, {written(folder, u"a"_s, "1"), folder.path()}));
        QTRY_COMPARE(all.code(), u"file_not_found"_s);
        Answer empty(stage.session().files().uploadAll(u"custom"_s, {}));
        QTRY_COMPARE(empty.code(), u"rejected"_s);
        QCOMPARE(stage.fake.connections, 0);
    }

    void lists()
    {
        Stage stage;
        stage.fake.on("GET", custom, jsonReply(R"([{"name":"a b","size":5,"last_modified":"2024-01-01T00:00:00Z"}])"));
        Answer list(stage.session().files().list(u"custom"_s));
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE((*list.result)->first().name, u"a b"_s);
        stage.fake.on("GET", custom, jsonReply(R"([{"size":5}])"));
        Answer bad(stage.session().files().list(u"custom"_s));
        QTRY_COMPARE(bad.code(), u"bad_answer"_s);
        Answer none(stage.session().files().list(u"no/where"_s));
        QTRY_COMPARE(none.code(), u"refused"_s);
        QCOMPARE(stage.fake.requests.last().target, "/rest/v1/fs/targets/no%2Fwhere"_ba);
    }

    void removes()
    {
        Stage stage;
        const QByteArray path = QByteArray(custom) + "/a%20b%3F.txt";
        stage.fake.on("DELETE", path, jsonReply(""));
        Answer remove(stage.session().files().remove(u"custom"_s, u"a b?.txt"_s));
        QTRY_COMPARE(remove.code(), u"ok"_s);
        QCOMPARE(stage.fake.requests.last().target, path);
        Answer none(stage.session().files().remove(u"custom"_s, u"none"_s));
        QTRY_COMPARE(none.code(), u"file_not_found"_s);
        stage.fake.on("DELETE", path, jsonReply("", 403));
        Answer refused(stage.session().files().remove(u"custom"_s, u"a b?.txt"_s));
        QTRY_COMPARE(refused.code(), u"refused"_s);
    }

    void downloads()
    {
        Stage stage;
        QVERIFY(stage.logIn());
        QTemporaryDir folder;
        const QByteArray bytes(3 * 1024 * 1024 + 1, 'x');
        stage.fake.on("GET", "/temp/0123.bin", FakeReply{200, bytes, {"Content-Type: application/octet-stream"}});
        QUrl url = stage.fake.url();
        url.setPath(u"/temp/0123.bin"_s);
        const QString path = written(folder, u"out"_s, "what was there before");
        QList<std::pair<qint64, qint64>> progress;
        Answer download(stage.session().files().download(url, path, [&progress](qint64 done, qint64 total) {
            progress.append({done, total});
        }));
        QVERIFY(!download.result);
        QTRY_COMPARE(download.code(), u"ok"_s);
        QCOMPARE(**download.result, bytes.size());
        QCOMPARE(content(path), bytes);
        QCOMPARE(progress.last(), std::pair(qint64(bytes.size()), qint64(bytes.size())));
        QVERIFY(!stage.fake.requests.last().headers.contains("cookie")); // a temp link needs no authorisation
        for (const QString &line : stage.log)
            QVERIFY2(!line.contains(u"0123.bin"_s), qPrintable(line));
    }

    void theSessionGoesToOurOwnOnly()
    {
        Stage stage;
        QVERIFY(stage.logIn());
        QTemporaryDir folder;
        FakeCluster other;
        for (FakeCluster *cluster : {&stage.fake, &other})
            cluster->on("GET", "/rest/v1/fs/targets/custom/x", FakeReply{200, "x", {}});
        QUrl url = stage.fake.url();
        url.setPath(u"/rest/v1/fs/targets/custom/x"_s);
        Answer ours(stage.session().files().download(url, folder.filePath(u"a"_s)));
        QTRY_COMPARE(ours.code(), u"ok"_s);
        QCOMPARE(stage.fake.requests.last().headers.value("cookie"), "RSession=c00c1e-va1ue"_ba);
        url.setPort(other.serverPort());
        Answer theirs(stage.session().files().download(url, folder.filePath(u"b"_s)));
        QTRY_COMPARE(theirs.code(), u"ok"_s);
        QVERIFY(!other.requests.last().headers.contains("cookie")); // cookies know no ports: we do
    }

    void downloadFails_data()
    {
        QTest::addColumn<FakeReply>("reply");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("gone") << jsonReply(R"({"error_code":4,"error_message":"Not found"})", 404) << u"file_not_found"_s << u"300 s"_s;
        QTest::newRow("refused") << jsonReply(R"({"error_code":4,"error_message":"Not yours"})", 403) << u"refused"_s << u"Not yours"_s;
        QTest::newRow("redirect") << jsonReply("", 301, {"Location: /elsewhere"}) << u"refused"_s << u"redirects"_s;
        QTest::newRow("cut") << FakeReply{200, QByteArray(100'000, 'x'), {}, Manner::Cut} << u"unreachable"_s << QString();
        QTest::newRow("closed") << FakeReply{200, {}, {}, Manner::Close} << u"unreachable"_s << QString();
    }

    void downloadFails()
    {
        QFETCH(const FakeReply, reply);
        QFETCH(const QString, code);
        QFETCH(const QString, said);
        Stage stage;
        QTemporaryDir folder;
        stage.fake.on("GET", "/temp/x", reply);
        QUrl url = stage.fake.url();
        url.setPath(u"/temp/x"_s);
        const QString path = written(folder, u"out"_s, "before");
        Answer download(stage.session().files().download(url, path));
        QTRY_COMPARE(download.code(), code);
        QVERIFY2(download.message().contains(said), qPrintable(download.message()));
        QCOMPARE(content(path), "before"_ba);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"out"_s));
    }

    void aDownloadThatStopsLeavesNothing_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"deadline", "cancelled", "destroyed"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void aDownloadThatStopsLeavesNothing()
    {
        QFETCH(const QString, how);
        Stage stage(true);
        QTemporaryDir folder;
        stage.fake.on("GET", "/temp/x", FakeReply{200, QByteArray(100'000, 'x'), {}, Manner::HangOn});
        QUrl url = stage.fake.url();
        url.setPath(u"/temp/x"_s);
        qint64 received = 0;
        Answer download(
            stage.session().files().download(url, folder.filePath(u"out"_s), [&received](qint64 done, qint64) { received = done; }));
        QTRY_COMPARE(received, 50'000);
        if (how == "deadline"_L1) {
            stage.manual.advance(stage.profile.timeouts.transfer);
            QCOMPARE(download.code(), u"timeout"_s);
        } else if (how == "cancelled"_L1) {
            download.call->cancel();
            QCOMPARE(download.code(), u"cancelled"_s);
        } else {
            download.call.reset();
            QCOMPARE(download.count, 0);
        }
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        QCOMPARE(stage.manual.pending(), 0);
    }

    void aDownloadMayBeDestroyedFromItsProgress()
    {
        Stage stage;
        QTemporaryDir folder;
        stage.fake.on("GET", "/temp/x", FakeReply{200, QByteArray(100'000, 'x'), {}});
        QUrl url = stage.fake.url();
        url.setPath(u"/temp/x"_s);
        Call<qint64> call;
        bool isDestroyed = false;
        call = stage.session().files().download(url, folder.filePath(u"out"_s), [&](qint64, qint64) {
            call.reset();
            isDestroyed = true;
        });
        int answers = 0;
        call->start([&answers](const core::Result<qint64> &) { ++answers; });
        QTRY_VERIFY(isDestroyed);
        QCOMPARE(answers, 0);
    }

    void cannotBeWritten()
    {
        Stage stage;
        QTemporaryDir folder;
        stage.fake.on("GET", "/temp/x", FakeReply{200, "x", {}});
        QUrl url = stage.fake.url();
        url.setPath(u"/temp/x"_s);
        Answer toFolder(stage.session().files().download(url, folder.path()));
        QVERIFY(!toFolder.result);
        QTRY_COMPARE(toFolder.code(), u"unwritable"_s);
        Answer nowhere(stage.session().files().download(url, folder.filePath(u"no/such/folder"_s)));
        QTRY_COMPARE(nowhere.code(), u"unwritable"_s);
        url.setScheme(u"file"_s);
        Answer local(stage.session().files().download(url, folder.filePath(u"x"_s)));
        QTRY_COMPARE(local.code(), u"bad_argument"_s);
        QCOMPARE(stage.fake.connections, 0);
    }

    void aFullDiskIsSaid()
    {
        Stage stage;
        QTemporaryDir folder;
        stage.fake.on("GET", "/temp/x", FakeReply{200, QByteArray(300'000, 'x'), {}});
        QUrl url = stage.fake.url();
        url.setPath(u"/temp/x"_s);
        // A file that may not grow fails as on a disk that is full.
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = before;
        small.rlim_cur = 100'000;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        Answer download(stage.session().files().download(url, folder.filePath(u"out"_s)));
        const bool isAnswered = QTest::qWaitFor([&download] { return download.result.has_value(); });
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(isAnswered);
        QCOMPARE(download.code(), u"disk_full"_s);
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
