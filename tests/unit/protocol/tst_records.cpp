// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of the REST API: what is needed, what may be missing, what of a wrong type is refused by name.
#include "core/jsonreader.h"
#include "protocol/records.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace signalbox::protocol;
using namespace Qt::StringLiterals;
using core::Json;

namespace {

const core::Dialect dialect;

Json json(const QByteArray &text)
{
    const auto value = core::readJson(text);
    return value ? *value : Json(u"the test's own JSON is wrong"_s);
}

template <typename T>
core::Error errorOf(const QByteArray &text)
{
    const auto record = T::fromJson(json(text));
    return record ? core::Error{} : record.error();
}

/// Of a record whose members the dialect names.
template <typename T>
core::Error namedErrorOf(const QByteArray &text)
{
    const auto record = T::fromJson(json(text), dialect);
    return record ? core::Error{} : record.error();
}

core::Error errorOf(const QString &record, const QByteArray &text)
{
    if (record == "session"_L1)
        return namedErrorOf<SessionInfo>(text);
    if (record == "connection"_L1)
        return namedErrorOf<ConnectionRecord>(text);
    if (record == "sessions"_L1)
        return namedErrorOf<SessionRecord>(text);
    if (record == "file"_L1)
        return errorOf<FileRecord>(text);
    if (record == "upload"_L1)
        return errorOf<UploadRecord>(text);
    return namedErrorOf<ErrorBody>(text);
}

} // namespace

class TestRecords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void session()
    {
        const QByteArray text =
            R"({"session_id":"s-1","session_type":"web","user_id":"u-1","login":"ada","domain":"d.example","ttl":43187})";
        const auto info = SessionInfo::fromJson(json(text), dialect);
        QVERIFY(info);
        QCOMPARE(info->sessionId, u"s-1"_s);
        QCOMPARE(info->sessionType, u"web"_s);
        QCOMPARE(info->userId, u"u-1"_s);
        QCOMPARE(info->login, u"ada"_s);
        QCOMPARE(info->domain, u"d.example"_s);
        QCOMPARE(info->ttlS, 43187);
        QCOMPARE(info->sessionToken, QString());
        QCOMPARE(info->toJson(dialect).toCompact(), text);
    }

    void sessionWithToken()
    {
        const auto info = SessionInfo::fromJson(json(R"({"session_token":"t-1","session_type":"token","user_id":7,"extra":[1]})"), dialect);
        QVERIFY(info);
        QCOMPARE(info->sessionToken, u"t-1"_s);
        QCOMPARE(info->sessionId, QString());
        QCOMPARE(info->userId, u"7"_s);
        QCOMPARE(info->toJson(dialect)[u"session_token"].toString(), u"t-1"_s);
    }

    void sessions()
    {
        const QByteArray text =
            R"({"session_id":"s-1","session_type":"token","user_id":"u","login":"crm","domain":"d","ttl":10,"site":"main",)"
            R"("connections":[{"connection_id":"c-1","site":"main","node":"ws1","since":"2024-01-01T00:00:00Z",)"
            R"("caps":["msg","rest"],"app":"x","peer_address":"127.0.0.1","peer_port":5000,"ownertype":"token",)"
            R"("integration_point_id":"p-1"}]})";
        const auto record = SessionRecord::fromJson(json(text), dialect);
        QVERIFY(record);
        QCOMPARE(record->session.login, u"crm"_s);
        QCOMPARE(record->site, u"main"_s);
        QCOMPARE(record->connections.size(), 1);
        const ConnectionRecord connection = record->connections.first();
        QCOMPARE(connection.connectionId, u"c-1"_s);
        QCOMPARE(connection.node, u"ws1"_s);
        QCOMPARE(connection.since, u"2024-01-01T00:00:00Z"_s);
        QCOMPARE(connection.capabilities, QStringList({u"msg"_s, u"rest"_s}));
        QCOMPARE(connection.app, u"x"_s);
        QCOMPARE(connection.peerAddress, u"127.0.0.1"_s);
        QCOMPARE(connection.peerPort, 5000);
        QCOMPARE(connection.ownerType, u"token"_s);
        QCOMPARE(connection.integrationPointId, u"p-1"_s);
        QCOMPARE(record->toJson(dialect).toCompact(), text);
    }

    void sessionsWithoutConnections()
    {
        const auto record = SessionRecord::fromJson(json(R"({"session_id":"s","connections":null})"), dialect);
        QVERIFY(record);
        QVERIFY(record->connections.isEmpty());
    }

    void capabilitiesAsObjects()
    {
        const auto record = ConnectionRecord::fromJson(json(R"({"connection_id":"c","caps":[{"key":"msg","result":"ok"},"b"]})"), dialect);
        QVERIFY(record);
        QCOMPARE(record->capabilities, QStringList({u"msg"_s, u"b"_s}));
        QVERIFY(!record->toJson(dialect).contains(u"ownertype"));
    }

    void files()
    {
        const auto file = FileRecord::fromJson(json(R"({"name":"a.txt","size":5000000000,"last_modified":"2024-01-01T00:00:00Z"})"));
        QVERIFY(file);
        QCOMPARE(file->size, 5'000'000'000);
        QCOMPARE(file->toJson().toCompact(), R"({"name":"a.txt","size":5000000000,"last_modified":"2024-01-01T00:00:00Z"})"_ba);
        const auto upload = UploadRecord::fromJson(json(R"({"name":"a.txt","size":3,"status":"already exists"})"));
        QVERIFY(upload);
        QVERIFY(!upload->isOk());
        QCOMPARE(upload->toJson().toCompact(), R"({"name":"a.txt","size":3,"status":"already exists"})"_ba);
        QVERIFY((UploadRecord{u"a"_s, 0, u"ok"_s}.isOk()));
    }

    void runtimes()
    {
        const QByteArray text = R"({"id":"r","site":"s","node":"n","domain":"d","type":"svc","code":"c"})";
        const auto runtime = RuntimeRecord::fromJson(json(text));
        QVERIFY(runtime);
        QCOMPARE(runtime->toJson().toCompact(), text);
        QCOMPARE(RuntimeRecord::fromJson(json(R"({"code":"c"})")).error().code, u"bad_answer"_s);
        const auto all = listFromJson<RuntimeRecord>(json('[' + text + ']'));
        QVERIFY(all);
        QCOMPARE(all->first().node, u"n"_s);
    }

    void errorBody()
    {
        const auto body = ErrorBody::fromJson(json(R"({"error_code":1403,"error_message":"Access denied"})"), dialect);
        QVERIFY(body);
        QCOMPARE(body->code, 1403);
        QCOMPARE(body->message, u"Access denied"_s);
        QCOMPARE(body->toJson(dialect).toCompact(), R"({"error_code":1403,"error_message":"Access denied"})"_ba);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("record");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named"); // what the message must name
        QTest::newRow("session: no object") << u"session"_s << "[]"_ba << u"object"_s;
        QTest::newRow("session: no id") << u"session"_s << "{}"_ba << u"session_id"_s;
        QTest::newRow("session: null id") << u"session"_s << R"({"session_id":null})"_ba << u"session_id"_s;
        QTest::newRow("session: empty id") << u"session"_s << R"({"session_id":""})"_ba << u"session_id"_s;
        QTest::newRow("session: id is a list") << u"session"_s << R"({"session_id":[]})"_ba << u"session_id"_s;
        QTest::newRow("session: ttl is text") << u"session"_s << R"({"session_id":"a","ttl":"x"})"_ba << u"ttl"_s;
        QTest::newRow("session: login is a bool") << u"session"_s << R"({"session_id":"a","login":true})"_ba << u"login"_s;
        QTest::newRow("connection: no id") << u"connection"_s << R"({"site":"a"})"_ba << u"connection_id"_s;
        QTest::newRow("connection: caps is text") << u"connection"_s << R"({"connection_id":"a","caps":"msg"})"_ba << u"caps"_s;
        QTest::newRow("connection: a cap is a number") << u"connection"_s << R"({"connection_id":"a","caps":[1]})"_ba << u"caps"_s;
        QTest::newRow("connection: port") << u"connection"_s << R"({"connection_id":"a","peer_port":65536})"_ba << u"peer_port"_s;
        QTest::newRow("sessions: no session") << u"sessions"_s << R"({"connections":[]})"_ba << u"session_id"_s;
        QTest::newRow("sessions: site") << u"sessions"_s << R"({"session_id":"a","site":{}})"_ba << u"site"_s;
        QTest::newRow("sessions: no list") << u"sessions"_s << R"({"session_id":"a","connections":{}})"_ba << u"list"_s;
        QTest::newRow("sessions: second connection")
            << u"sessions"_s << R"({"session_id":"a","connections":[{"connection_id":"c"},{}]})"_ba << u"item 2"_s;
        QTest::newRow("file: no name") << u"file"_s << R"({"size":1})"_ba << u"name"_s;
        QTest::newRow("file: negative size") << u"file"_s << R"({"name":"a","size":-1})"_ba << u"size"_s;
        QTest::newRow("upload: no status") << u"upload"_s << R"({"name":"a","size":1})"_ba << u"status"_s;
        QTest::newRow("error: no message") << u"error"_s << R"({"error_code":1})"_ba << u"error_message"_s;
        QTest::newRow("error: code is text") << u"error"_s << R"({"error_code":"x","error_message":"y"})"_ba << u"error_code"_s;
    }

    void refuses()
    {
        QFETCH(const QString, record);
        QFETCH(const QByteArray, text);
        QFETCH(const QString, named);
        const core::Error error = errorOf(record, text);
        QCOMPARE(error.code, u"bad_answer"_s);
        QVERIFY2(error.message.contains(named), qPrintable(error.message));
    }

    void lists()
    {
        const auto files = listFromJson<FileRecord>(json(R"([{"name":"a"},{"name":"b"}])"));
        QVERIFY(files);
        QCOMPARE(files->size(), 2);
        QCOMPARE(files->at(1).name, u"b"_s);
        const auto none = listFromJson<UploadRecord>(json("{}"));
        QVERIFY(!none);
        QCOMPARE(none.error().code, u"bad_answer"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
