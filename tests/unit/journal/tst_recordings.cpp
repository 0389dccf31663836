// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the journal: JSON Lines and back, HTTP archives against the form that HAR 1.2 asks for, rules of a peer; and no secret in any
// of it, nor in the file.
#include "core/jsonreader.h"
#include "core/jsonschema.h"
#include "journal/har.h"
#include "journal/jsonlines.h"
#include "journal/peerrules.h"
#include "journal/times.h"
#include "peering/rules.h"
#include "support/journalstage.h"
#include "support/testfiles.h"

#include <QBuffer>
#include <QDir>
#include <QProcess>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using journal::Direction;
using journal::Kind;
using journal::Message;

namespace {

constexpr qint64 startUs = 1'795'511'642'118'000; // 2026-11-24T09:14:02.118Z

Message as(Message message, Kind kind)
{
    message.kind = kind;
    return message;
}

/// A socket's life, another socket, and HTTP: an exchange and a request that nobody answered.
QList<Message> recording()
{
    Message open = as(frame(startUs - 1000, Direction::Sent, {}, {}, {}), Kind::Open);
    open.url = u"ws://127.0.0.1:8080/ws/token/v1/***"_s;
    Message close = as(frame(startUs + 90'000, Direction::Received, {}, {}, "going away"), Kind::Close);
    close.status = 1001;
    Message asked =
        as(frame(startUs + 20'000, Direction::Sent, {}, "1", "{\"login\":\"anna\",\"pwd\":\"***\"}", u"http #9"_s), Kind::HttpRequest);
    asked.verb = u"POST"_s;
    asked.url = u"https://ws1.example/rest/v1/iam/sessions?a=b%20c"_s;
    Message answered =
        as(frame(startUs + 27'500, Direction::Received, {}, "1", QByteArray("\x89PNG\xff", 5), u"http #9"_s), Kind::HttpResponse);
    answered.verb = asked.verb;
    answered.url = asked.url;
    answered.status = 200;
    Message alone = asked;
    alone.timeUs += 10'000;
    alone.qid = "2";
    alone.payload.clear();
    alone.verb = u"DELETE"_s;
    return {open,
            frame(startUs, Direction::Received, u"greet"_s, "41", "[\"greet\",{\"text\":\"Hello\",\"token\":\"***\",\"qid\":41}]"),
            frame(startUs + 12'900, Direction::Sent, u"greet_result"_s, "41",
                  "[\"greet_result\",{\"qid\":41,\"result\":\"ok\",\"name\":\"\xd0\x9f\"}]"),
            as(frame(startUs + 15'000, Direction::Sent, {}, {}, "09 14"), Kind::Ping),
            as(frame(startUs + 16'000, Direction::Received, {}, {}, QByteArray("\0\xfe", 2)), Kind::Binary),
            asked,
            frame(startUs + 21'000, Direction::Received, u"note"_s, {}, "[\"note\",{}]", u"shop #2"_s),
            answered,
            alone,
            close};
}

core::Json jsonOf(const QByteArray &text)
{
    auto json = core::readJson(text);
    if (!json)
        qFatal("%s at line %d", qPrintable(json.error().message), json.error().line);
    return *json;
}

/// What stands in all files of a folder.
QByteArray allBytesIn(const QString &folder)
{
    QByteArray bytes;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
        bytes += bytesOf(file.filePath());
    return bytes;
}

} // namespace

class TestRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void timesHaveMicroseconds_data();
    void timesHaveMicroseconds();
    void linesAreReadBack();
    void brokenLinesAreNamed_data();
    void brokenLinesAreNamed();
    void anArchiveHasTheFormOfHar();
    void anotherReaderTakesTheArchive();
    void aRecordingIsWrittenFromTheFilter();
    void aCancelledRecordingLeavesNoFile();
    void aFolderThatIsNotThereIsSaid();
    void aRecordingBecomesRules();
    void rulesFollowEachOther();
    void rulesAreWrittenFromTheFilter();
    void rulesHaveALimit();
    void theAskingSideIsFound();
    void whatWasMaskedStaysSo();
};

void TestRecordings::timesHaveMicroseconds_data()
{
    QTest::addColumn<qint64>("us");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << startUs << u"2026-11-24T09:14:02.118000Z"_s;
    QTest::newRow("one") << qint64(1) << u"1970-01-01T00:00:00.000001Z"_s;
    QTest::newRow("before") << qint64(-1) << u"1969-12-31T23:59:59.999999Z"_s;
}

void TestRecordings::timesHaveMicroseconds()
{
    QFETCH(const qint64, us);
    QFETCH(const QString, text);
    QCOMPARE(journal::isoTime(us), text);
    QCOMPARE(journal::microseconds(text), us);
    QCOMPARE(journal::microseconds(u"2026-11-24T09:14:02.1Z"_s), 1'795'511'642'100'000);
    QCOMPARE(journal::microseconds(u"2026-11-24T09:14:02Z"_s), 1'795'511'642'000'000);
    for (const char *wrong :
         {"", "Z", "x", "2026-11-24T09:14:02.Z", "2026-11-24T09:14:02.1234567Z", "2026-11-24T09:14:02.-1Z", "2026-13-24T09:14:02Z"})
        QVERIFY2(!journal::microseconds(QString::fromLatin1(wrong)), wrong);
}

void TestRecordings::linesAreReadBack()
{
    JournalStage stage;
    for (const Message &message : recording())
        stage.journal->add(message);
    stage.journal->setPinned(3, true);
    stage.written();
    const journal::Page stored = stage.all();
    QVERIFY(std::any_of(stored.begin(), stored.end(), [](const Message &message) { return message.request != 0; }));
    QByteArray text;
    for (const Message &message : stored)
        text += journal::toLine(message) + '\n'; // empty lines do not count
    QBuffer buffer(&text);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QList<Message> read;
    const auto count = journal::readLines(buffer, [&](Message message) { read.append(std::move(message)); });
    QVERIFY2(count, count ? "" : qPrintable(count.error().message));
    QCOMPARE(*count, stored.size());
    QCOMPARE(read, stored);
}

void TestRecordings::brokenLinesAreNamed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("part");
    const QByteArray start = "{\"time\":\"2026-11-24T09:14:02.118000Z\",\"kind\":\"text\",\"direction\":\"sent\"";
    QTest::newRow("no JSON") << QByteArray("{") << u"Line 2: "_s;
    QTest::newRow("no object") << QByteArray("[1]") << u"object"_s;
    QTest::newRow("no time") << QByteArray("{\"kind\":\"text\",\"direction\":\"sent\"}") << u"\"time\""_s;
    QTest::newRow("kind") << QByteArray(start).replace("\"text\"", "\"next\"") + "}" << u"\"kind\""_s;
    QTest::newRow("direction") << QByteArray(start).replace("\"sent\"", "7") + "}" << u"\"direction\""_s;
    QTest::newRow("size") << start + ",\"size\":-1}" << u"\"size\""_s;
    QTest::newRow("status") << start + ",\"status\":5000000000}" << u"\"status\""_s;
    QTest::newRow("method") << start + ",\"method\":7}" << u"\"method\""_s;
    QTest::newRow("base64") << start + ",\"payloadBase64\":\"*\"}" << u"\"payloadBase64\""_s;
    QTest::newRow("too long") << start + ",\"payload\":\"" + QByteArray(2000, 'x') + "\"}" << u"longer than 1000 bytes"_s;
}

void TestRecordings::brokenLinesAreNamed()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, part);
    QByteArray text = journal::toLine(frame(1, Direction::Sent, {}, {}, {})) + line + '\n';
    QBuffer buffer(&text);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    int taken = 0;
    const auto count = journal::readLines(buffer, [&](const Message &) { ++taken; }, {.bytes = 1000});
    QVERIFY(!count);
    QCOMPARE(taken, 1);
    QVERIFY2(count.error().message.contains(u"Line 2"_s) && count.error().message.contains(part), qPrintable(count.error().message));
}

void TestRecordings::anArchiveHasTheFormOfHar()
{
    JournalStage stage;
    for (const Message &message : recording())
        stage.journal->add(message);
    stage.written();
    const QString path = stage.folder() + u"/out.har"_s;
    const auto written = answerOf(stage.reader->write({.path = path, .form = journal::RecordingForm::Har, .version = u"1.0"_s}));
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    QCOMPARE(*written, 10);
    const core::Json har = jsonOf(bytesOf(path));
    const auto schema = core::JsonSchema::compile(jsonOf(bytesOf(QStringLiteral(SIGNALBOX_TEST_DATA "/har-1.2.schema.json"))));
    QVERIFY2(schema, schema ? "" : qPrintable(schema.error().message));
    for (const core::SchemaProblem &problem : schema->validate(har))
        QFAIL(qPrintable(problem.pointer + u": "_s + problem.message));

    const QList<core::Json> entries = har[u"log"][u"entries"].items();
    QCOMPARE(entries.size(), 4);
    const core::Json &socket = entries[0];
    QCOMPARE(socket[u"request"][u"url"].toString(), u"ws://127.0.0.1:8080/ws/token/v1/***"_s);
    QCOMPARE(socket[u"response"][u"status"].toInt(), 101);
    QCOMPARE(socket[u"_resourceType"].toString(), u"websocket"_s);
    const QList<core::Json> frames = socket[u"_webSocketMessages"].items();
    QCOMPARE(frames.size(), 5);
    QCOMPARE(frames[0][u"type"].toString(), u"receive"_s);
    QCOMPARE(frames[0][u"data"].toString(), QString::fromUtf8(recording()[1].payload));
    QCOMPARE(frames[0][u"time"].numberText(), QByteArray("1795511642.118000"));
    QCOMPARE(frames[2][u"opcode"].toInt(), 9);
    QCOMPARE(frames[3][u"data"].toString(), u"AP4="_s);
    QCOMPARE(frames[4][u"opcode"].toInt(), 8);
    QCOMPARE(entries[1][u"_webSocketMessages"].size(), 1);
    const core::Json &exchange = entries[2];
    QCOMPARE(exchange[u"time"].toDouble(), 7.5);
    QCOMPARE(exchange[u"request"][u"method"].toString(), u"POST"_s);
    QCOMPARE(exchange[u"request"][u"queryString"].at(0)[u"value"].toString(), u"b c"_s);
    QCOMPARE(exchange[u"request"][u"postData"][u"mimeType"].toString(), u"application/json"_s);
    QCOMPARE(exchange[u"response"][u"content"][u"encoding"].toString(), u"base64"_s);
    QCOMPARE(entries[3][u"request"][u"method"].toString(), u"DELETE"_s);
    QCOMPARE(entries[3][u"response"][u"status"].toInt(), 0);
}

void TestRecordings::anotherReaderTakesTheArchive()
{
    // Python's JSON reader goes through it as a viewer does: by entries, with dates and numbers as its own types.
    JournalStage stage;
    for (const Message &message : recording())
        stage.journal->add(message);
    stage.written();
    const QString path = stage.folder() + u"/out.har"_s;
    QVERIFY(answerOf(stage.reader->write({.path = path, .form = journal::RecordingForm::Har, .version = u"1.0"_s})));
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s,
                  u"import json, sys\n"
                  "from datetime import datetime\n"
                  "log = json.load(open(sys.argv[1], encoding='utf-8'))['log']\n"
                  "print(log['version'], [len(e.get('_webSocketMessages', [])) for e in log['entries']],\n"
                  "      datetime.fromisoformat(log['entries'][2]['startedDateTime'].replace('Z', '+00:00')).microsecond)\n"_s,
                  path});
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.readAllStandardError(), QByteArray());
    QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("1.2 [5, 1, 0, 0] 138000"));
}

void TestRecordings::aRecordingIsWrittenFromTheFilter()
{
    JournalStage stage;
    for (int i = 0; i < 2500; ++i)
        stage.journal->add(frame(i, Direction::Sent, u"m"_s, {}, i % 2 == 0 ? "even" : QByteArray(2000, 'o')));
    stage.written();
    const QString path = stage.folder() + u"/out.jsonl"_s;
    QList<journal::SearchProgress> progress;
    const auto count = answerOf(stage.reader->write(
        {.path = path, .form = journal::RecordingForm::JsonLines, .filter = journal::Filter::parse(u"oo"_s).value(), .version = {}},
        [&](journal::SearchProgress now) { progress.append(now); }));
    QVERIFY(count);
    QCOMPARE(*count, 1250);
    QVERIFY(!progress.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<Message> read;
    QVERIFY(journal::readLines(file, [&](Message message) { read.append(std::move(message)); }));
    QCOMPARE(read.size(), 1250);
    QCOMPARE(read.first().id, 2);
    QCOMPARE(read.last().payload.size(), 2000); // whole ones, in their order
    QVERIFY(read.last().isWhole);
}

void TestRecordings::aCancelledRecordingLeavesNoFile()
{
    JournalStage stage;
    for (int i = 0; i < 20'000; ++i)
        stage.journal->add(frame(i, Direction::Sent, u"m"_s, {}, "text"));
    stage.written();
    QTemporaryDir folder;
    std::unique_ptr<core::AsyncCall<qint64>> call;
    QString code;
    call = stage.reader->write({.path = folder.filePath(u"out.jsonl"_s), .form = journal::RecordingForm::JsonLines, .version = {}},
                               [&](journal::SearchProgress) { call->cancel(); });
    call->start([&](const core::Result<qint64> &count) { code = count ? u"done"_s : count.error().code; });
    QVERIFY(QTest::qWaitFor([&] { return !code.isEmpty(); }, 10'000));
    QCOMPARE(code, u"cancelled"_s);
    call.reset(); // waits for its thread
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
}

void TestRecordings::aFolderThatIsNotThereIsSaid()
{
    JournalStage stage;
    const auto count =
        answerOf(stage.reader->write({.path = stage.folder() + u"/no/out.har"_s, .form = journal::RecordingForm::Har, .version = {}}));
    QVERIFY(!count);
    QCOMPARE(count.error().code, u"unwritable"_s);
    QVERIFY2(count.error().message.contains(u"out.har"_s), qPrintable(count.error().message));
}

void TestRecordings::aRecordingBecomesRules()
{
    JournalStage stage;
    for (const Message &message : recording())
        stage.journal->add(message);
    stage.written();
    const journal::PeerRules made = journal::peerRules(stage.all(), Direction::Received);
    QCOMPARE(made.rules, 1);
    auto rules = peering::Rules::fromJson(jsonOf(made.document.toPretty()));
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().message));
    core::SeededRandom random(1);
    // Another qid, another token: the token was masked, and what is masked is not looked for.
    const auto asked = protocol::parseFrame("[\"greet\",{\"text\":\"Hello\",\"token\":\"0123\",\"qid\":7}]").value();
    const auto actions = rules->react(asked, random);
    QCOMPARE(actions.size(), 1);
    QCOMPARE(actions[0].text, QByteArray("[\"greet_result\",{\"qid\":7,\"result\":\"ok\",\"name\":\"\xd0\x9f\"}]"));
    QCOMPARE(actions[0].delay, std::chrono::milliseconds(13));
    QCOMPARE(rules->react(protocol::parseFrame("[\"greet\",{\"text\":\"Bye\",\"qid\":7}]").value(), random).size(), 0);
    QCOMPARE(journal::peerRules(stage.all(), Direction::Sent).rules, 0);
}

void TestRecordings::rulesFollowEachOther()
{
    QList<Message> messages;
    for (const char *answer : {"a", "a", "b", "c"}) {
        Message asked = frame(1, Direction::Received, u"next"_s, "1", "[\"next\",{\"qid\":1}]");
        asked.id = messages.size() + 1;
        Message answered =
            frame(2, Direction::Sent, u"next_result"_s, "1", QByteArray("[\"next_result\",{\"qid\":1,\"is\":\"") + answer + "\"}]");
        answered.id = messages.size() + 2;
        answered.request = asked.id;
        messages += {asked, answered};
    }
    auto rules = peering::Rules::fromJson(journal::peerRules(messages, Direction::Received).document);
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().message));
    core::SeededRandom random(1);
    QByteArray told;
    for (int i = 0; i < 6; ++i) {
        const auto actions = rules->react(protocol::parseFrame("[\"next\",{\"qid\":9}]").value(), random);
        QCOMPARE(actions.size(), 1);
        told += protocol::parseFrame(actions[0].text).value().body[u"is"].toString().toUtf8();
    }
    QCOMPARE(told, QByteArray("aabccc"));
}

void TestRecordings::rulesAreWrittenFromTheFilter()
{
    JournalStage stage;
    for (const Message &message : recording())
        stage.journal->add(message);
    stage.written();
    const QString path = stage.folder() + u"/rules.json"_s;
    journal::Filter filter;
    filter.connections = {u"crm #1"_s};
    const auto written = answerOf(stage.reader->writePeerRules(path, filter));
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    QCOMPARE(written->rules, 1);
    QVERIFY(peering::Rules::fromJson(jsonOf(bytesOf(path))));
    filter.connections = {u"shop #2"_s};
    QCOMPARE(answerOf(stage.reader->writePeerRules(path, filter)).error().code, u"journal.no_rules"_s);
    filter.connections.clear();
    QCOMPARE(answerOf(stage.reader->writePeerRules(stage.folder() + u"/no/rules.json"_s, filter)).error().code, u"unwritable"_s);
}

void TestRecordings::rulesHaveALimit()
{
    QList<Message> messages;
    for (int i = 0; i < 1003; ++i) {
        const QByteArray number = QByteArray::number(i);
        Message asked = frame(1, Direction::Received, u"m"_s, number, "[\"m\",{\"qid\":" + number + ",\"n\":" + number + "}]");
        asked.id = messages.size() + 1;
        Message answered = frame(2, Direction::Sent, u"m_result"_s, number, "[\"m_result\",{\"qid\":" + number + "}]");
        answered.id = messages.size() + 2;
        answered.request = asked.id;
        messages += {asked, answered};
    }
    const journal::PeerRules made = journal::peerRules(messages, Direction::Received);
    QCOMPARE(made.rules, 1000);
    QCOMPARE(made.leftOut, 3);
    QVERIFY(peering::Rules::fromJson(made.document));
}

void TestRecordings::theAskingSideIsFound()
{
    Message answer = frame(1, Direction::Sent, u"a_result"_s, "1", {});
    answer.request = 5;
    QVERIFY(journal::askingSide({answer}) == Direction::Received);
    answer.direction = Direction::Received;
    QVERIFY(journal::askingSide({answer}) == Direction::Sent);
    QVERIFY(journal::askingSide({}) == Direction::Received);
}

void TestRecordings::whatWasMaskedStaysSo()
{
    // The recorder masks (its own tests show that); here: nothing brings back what it was not given, and what it was given masked is the
    // same in the file, its log, exports and rules.
    JournalStage stage;
    Message message = frame(startUs, Direction::Received, u"login"_s, "1", "[\"login\",{\"qid\":1,\"login\":\"anna\",\"pwd\":\"***\"}]");
    stage.journal->add(message);
    message = frame(startUs, Direction::Sent, u"login_result"_s, "1", "[\"login_result\",{\"qid\":1,\"sessionid\":\"***\"}]");
    stage.journal->add(message);
    journal::Run run;
    run.id = u"r"_s;
    run.inputs = "{\"variables\":{\"password\":\"***\"}}";
    stage.journal->begin(run);
    stage.written();
    for (const auto form : {journal::RecordingForm::JsonLines, journal::RecordingForm::Har})
        QVERIFY(answerOf(
            stage.reader->write({.path = stage.folder() + u"/out-%1"_s.arg(static_cast<int>(form)), .form = form, .version = {}})));
    writeFile(stage.folder() + u"/rules.json"_s, journal::peerRules(stage.all(), Direction::Received).document.toPretty());
    const QByteArray stored = allBytesIn(stage.folder());
    QVERIFY(stored.count("anna") >= 3); // what is looked through is really there: file or log, lines, archive
    QVERIFY(stored.count("***") >= 5);
    QCOMPARE(answerOf(stage.reader->message(1)).value().payload, QByteArray("[\"login\",{\"qid\":1,\"login\":\"anna\",\"pwd\":\"***\"}]"));
    QVERIFY(!bytesOf(stage.folder() + u"/rules.json"_s).contains("\"pwd\""));
}

QTEST_GUILESS_MAIN(TestRecordings)
#include "tst_recordings.moc"
