// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken in is there again: its order, links, pages, pins and limits; after a crash, too; and files that are newer or broken.
#include "journal/answers.h"
#include "journal/schema.h"
#include "support/journalstage.h"

#include <QDir>
#include <QLockFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using journal::Direction;
using journal::Kind;
using journal::Message;

namespace {

constexpr qint64 startUs = 1'700'000'000'000'000;

QList<journal::MessageId> idsOf(const QList<Message> &messages)
{
    QList<journal::MessageId> ids;
    for (const Message &message : messages)
        ids.append(message.id);
    return ids;
}

QList<Message> some(qint64 count, qsizetype payloadBytes = 200)
{
    QList<Message> messages;
    for (qint64 i = 0; i < count; ++i) {
        const QByteArray payload = "[\"tick\",{\"n\":" + QByteArray::number(i) + ",\"pad\":\"" + QByteArray(payloadBytes, 'x') + "\"}]";
        messages.append(frame(startUs + i * 1000, Direction::Received, u"tick"_s, {}, payload));
    }
    return messages;
}

void addAll(journal::Journal &store, const QList<Message> &messages)
{
    for (const Message &message : messages)
        store.add(message);
}

/// Executes SQL in a file beside the journal's own code.
void execute(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"test"_s);
}

journal::RunStep step(qint64 number)
{
    journal::RunStep step;
    step.number = number;
    step.object = number + 2;
    step.name = u"Ask %1"_s.arg(number);
    step.type = u"websock"_s;
    step.outcome = u"success"_s;
    step.transition = u"transfer"_s;
    step.target = number + 3;
    step.startedUs = number * 100;
    step.durationUs = 90;
    step.queueUs = 10;
    step.networkUs = 30;
    step.waitUs = 50;
    step.request = R"(["greet",{"qid":1}])";
    step.response = R"(["greet_result",{"qid":1}])";
    step.variablesBefore = R"({"a":1})";
    step.variablesAfter = R"({"a":2})";
    return step;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatIsTakenInIsThereAgain();
    void answersAreLinked_data();
    void answersAreLinked();
    void theSecondAnswerIsLinkedToo();
    void theOldestOpenRequestsAreForgotten();
    void qidsAreComparedByValue_data();
    void qidsAreComparedByValue();
    void pagesGoBackByTheirIds();
    void aPageHasTheStartsOfPayloads();
    void aPayloadBeyondTheLimitIsCut();
    void smallTransactionsBecomeOneBlock();
    void theOldestGoBeyondTheLimits_data();
    void theOldestGoBeyondTheLimits();
    void pinnedOnesStay();
    void clearingKeepsPinsAndNumbers();
    void aFullQueueDropsAndCounts();
    void runsAndStepsAreThereAgain();
    void theOldestRunsGo();
    void aKilledProgramLosesNothingCommitted();
    void aNewerFileIsPutAside();
    void aBrokenFileIsPutAside_data();
    void aBrokenFileIsPutAside();
    void anOldFormIsBroughtUp();
    void aFailedMigrationChangesNothing();
    void aFileInUseIsRefusedAndTakenUpLater();
    void aFolderThatCannotBeMadeIsSaid();
    void theFileIsForItsOwnerAlone();
    void aReaderWithoutAFileSaysSo();
    void aCallThatIsDestroyedSaysNothing();
};

void TestJournal::whatIsTakenInIsThereAgain()
{
    JournalStage stage;
    QList<Message> given;
    for (const Kind kind :
         {Kind::Text, Kind::Binary, Kind::Ping, Kind::Pong, Kind::Open, Kind::Close, Kind::HttpRequest, Kind::HttpResponse}) {
        Message message = frame(startUs + given.size(), given.size() % 2 == 0 ? Direction::Sent : Direction::Received, u"метод"_s,
                                R"({"a":[1]})", QByteArray("\0\xff line\nend", 11), u"c%1"_s.arg(given.size()));
        message.kind = kind;
        message.size = 100 + given.size();
        if (journal::hasUrl(kind)) {
            message.verb = kind == Kind::Open ? QString() : u"PUT"_s;
            message.url = u"https://ws1.example/rest/v1/a b?x=\u00e9"_s;
        }
        message.status = kind == Kind::HttpResponse ? 404 : kind == Kind::Close ? 1006 : 0;
        given.append(message);
    }
    given[1].isWhole = false;
    given[2].connectionId.clear();
    addAll(*stage.journal, given);
    stage.written();
    for (qsizetype i = 0; i < given.size(); ++i)
        given[i].id = i + 1;
    QCOMPARE(stage.all(), given);
    for (const Message &message : given) {
        const auto whole = answerOf(stage.reader->message(message.id));
        QVERIFY(whole);
        QCOMPARE(*whole, message);
    }
    QCOMPARE(stage.journal->intake(), (journal::Intake{.taken = 8, .stored = 8}));
    const auto missing = answerOf(stage.reader->message(99));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, u"journal.no_message"_s);
    QCOMPARE(answerOf(stage.reader->connections()).value(),
             QStringList({u"c0"_s, u"c1"_s, u"c2"_s, u"c3"_s, u"c4"_s, u"c5"_s, u"c6"_s, u"c7"_s}));

    // And once more in another life.
    stage.close();
    stage.open();
    QCOMPARE(stage.all(), given);
    stage.journal->add(frame(startUs, Direction::Sent, u"later"_s, {}, "x"));
    stage.written();
    QCOMPARE(stage.all().last().id, 9);
}

void TestJournal::answersAreLinked_data()
{
    QTest::addColumn<QList<Message>>("messages");
    QTest::addColumn<bool>("linked");
    const Message asked = frame(startUs, Direction::Sent, u"greet"_s, "41", "q");
    const auto answer = [](const QString &method, const QByteArray &qid, Direction direction, const QString &connection = u"crm #1"_s) {
        return frame(startUs + 12'900, direction, method, qid, "a", connection);
    };
    QTest::newRow("result") << QList{asked, answer(u"greet_result"_s, "41", Direction::Received)} << true;
    QTest::newRow("qid written otherwise") << QList{asked, answer(u"greet_result"_s, "41.0", Direction::Received)} << true;
    QTest::newRow("other qid") << QList{asked, answer(u"greet_result"_s, "42", Direction::Received)} << false;
    QTest::newRow("other method") << QList{asked, answer(u"meet_result"_s, "41", Direction::Received)} << false;
    QTest::newRow("same direction") << QList{asked, answer(u"greet_result"_s, "41", Direction::Sent)} << false;
    QTest::newRow("other connection") << QList{asked, answer(u"greet_result"_s, "41", Direction::Received, u"crm #2"_s)} << false;
    QTest::newRow("no qid") << QList{frame(startUs, Direction::Sent, u"greet"_s, {}, "q"),
                                     answer(u"greet_result"_s, {}, Direction::Received)}
                            << false;
    QTest::newRow("no result") << QList{asked, answer(u"greet"_s, "41", Direction::Received)} << false;
    const auto as = [](Message message, Kind kind) {
        message.kind = kind;
        message.method.clear();
        return message;
    };
    const Message ping = as(frame(startUs, Direction::Sent, {}, {}, "09 14"), Kind::Ping);
    QTest::newRow("pong") << QList{ping, as(frame(startUs + 12'900, Direction::Received, {}, {}, "09 14"), Kind::Pong)} << true;
    QTest::newRow("pong of another") << QList{ping, as(frame(startUs + 12'900, Direction::Received, {}, {}, "09 15"), Kind::Pong)} << false;
    QTest::newRow("http") << QList{as(asked, Kind::HttpRequest), as(answer({}, "41", Direction::Received), Kind::HttpResponse)} << true;
    QTest::newRow("frame and http") << QList{asked, as(answer({}, "41", Direction::Received), Kind::HttpResponse)} << false;
}

void TestJournal::answersAreLinked()
{
    QFETCH(const QList<Message>, messages);
    QFETCH(const bool, linked);
    for (const bool together : {true, false}) { // in one transaction, and in two
        JournalStage stage;
        for (const Message &message : messages) {
            stage.journal->add(message);
            if (!together)
                stage.written();
        }
        stage.written();
        const auto stored = stage.all();
        QCOMPARE(stored.size(), 2);
        QCOMPARE(stored[0].answer, linked ? 2 : 0);
        QCOMPARE(stored[1].request, linked ? 1 : 0);
        QCOMPARE(stored[1].roundTripUs, linked ? 12'900 : 0);
        QCOMPARE(stored[0].request, 0);
    }
}

void TestJournal::theSecondAnswerIsLinkedToo()
{
    JournalStage stage;
    addAll(*stage.journal, {frame(100, Direction::Received, u"a"_s, "1", "q"), frame(150, Direction::Sent, u"a_result"_s, "1", "a"),
                            frame(190, Direction::Sent, u"a_result"_s, "1", "a")});
    stage.written();
    const auto stored = stage.all();
    QCOMPARE(stored[0].answer, 2);
    QCOMPARE(stored[2].request, 1);
    QCOMPARE(stored[2].roundTripUs, 90);
}

void TestJournal::theOldestOpenRequestsAreForgotten()
{
    journal::Answers answers;
    for (size_t i = 0; i <= journal::Answers::mostOpen; ++i) {
        Message message = frame(0, Direction::Sent, u"a"_s, QByteArray::number(i + 1), {});
        message.id = static_cast<journal::MessageId>(i + 1);
        QVERIFY(!answers.take(message));
    }
    QVERIFY(!answers.take(frame(9, Direction::Received, u"a_result"_s, "1", {})));
    const auto second = answers.take(frame(9, Direction::Received, u"a_result"_s, "2", {}));
    QVERIFY(second);
    QCOMPARE(second->request, 2);
    QCOMPARE(second->roundTripUs, 9);
}

void TestJournal::qidsAreComparedByValue_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("number") << QByteArray("1") << QByteArray("1.0") << true;
    QTest::newRow("exponent") << QByteArray("100") << QByteArray("1e2") << true;
    QTest::newRow("fraction") << QByteArray("0.58") << QByteArray("5.8e-1") << true;
    QTest::newRow("text") << QByteArray("\"1\"") << QByteArray("1") << false;
    QTest::newRow("order") << QByteArray(R"({"a":1,"b":[2]})") << QByteArray(R"({"b":[2.0],"a":1})") << true;
    QTest::newRow("items") << QByteArray("[1,2]") << QByteArray("[2,1]") << false;
    QTest::newRow("long") << QByteArray("12345678901234567890") << QByteArray("12345678901234567891") << false;
    QTest::newRow("long, within 64 bits") << QByteArray("9007199254740993") << QByteArray("9007199254740992") << false;
    QTest::newRow("true") << QByteArray("true") << QByteArray("true") << true;
}

void TestJournal::qidsAreComparedByValue()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    QTEST(journal::qidText(a) == journal::qidText(b), "same");
}

void TestJournal::pagesGoBackByTheirIds()
{
    JournalStage stage;
    addAll(*stage.journal, some(25));
    stage.written();
    QCOMPARE(idsOf(answerOf(stage.reader->before(0, 10)).value()), QList<journal::MessageId>({16, 17, 18, 19, 20, 21, 22, 23, 24, 25}));
    QCOMPARE(idsOf(answerOf(stage.reader->before(16, 10)).value()), QList<journal::MessageId>({6, 7, 8, 9, 10, 11, 12, 13, 14, 15}));
    QCOMPARE(idsOf(answerOf(stage.reader->before(6, 10)).value()), QList<journal::MessageId>({1, 2, 3, 4, 5}));
    QCOMPARE(answerOf(stage.reader->before(1, 10)).value().size(), 0);
    QCOMPARE(idsOf(answerOf(stage.reader->messages({20, 3, 4, 99, 3})).value()), QList<journal::MessageId>({3, 4, 20}));
    const journal::Extent extent = stage.extent();
    QCOMPARE(extent.first, 1);
    QCOMPARE(extent.last, 25);
    QCOMPARE(extent.messages, 25);
    QCOMPARE(stage.journal->extent(), extent);
}

void TestJournal::aPageHasTheStartsOfPayloads()
{
    JournalStage stage;
    const QByteArray longOne(journal::Reader::payloadStart + 1, 'y');
    stage.journal->add(frame(1, Direction::Sent, u"m"_s, {}, longOne));
    stage.journal->add(frame(2, Direction::Sent, u"m"_s, {}, longOne.chopped(1)));
    stage.written();
    const auto page = stage.all();
    QCOMPARE(page[0].payload, longOne.chopped(1));
    QVERIFY(!page[0].isWhole);
    QCOMPARE(page[0].size, longOne.size());
    QVERIFY(page[1].isWhole);
    QCOMPARE(answerOf(stage.reader->message(1)).value().payload, longOne);
}

void TestJournal::aPayloadBeyondTheLimitIsCut()
{
    JournalStage stage({.payloadBytes = 10});
    stage.journal->add(frame(1, Direction::Sent, u"m"_s, {}, "0123456789abc"));
    stage.written();
    const Message stored = answerOf(stage.reader->message(1)).value();
    QCOMPARE(stored.payload, QByteArray("0123456789"));
    QVERIFY(!stored.isWhole);
    QCOMPARE(stored.size, 13);
}

void TestJournal::smallTransactionsBecomeOneBlock()
{
    JournalStage stage;
    const QList<Message> messages = some(100, 10);
    for (const Message &message : messages) {
        stage.journal->add(message);
        stage.written();
    }
    QCOMPARE(stage.all().size(), 100);
    QCOMPARE(stage.found(u"\"n\":0,"_s), QList<journal::MessageId>({1}));
    QCOMPARE(stage.found(u"tick"_s).size(), 100);
    stage.close();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"count"_s);
    database.setDatabaseName(stage.path());
    QVERIFY(database.open());
    {
        QSqlQuery query(u"SELECT count(*), sum(count) FROM block"_s, database);
        QVERIFY(query.next());
        QVERIFY2(query.value(0).toInt() < 40, qPrintable(query.value(0).toString()));
        QCOMPARE(query.value(1).toInt(), 100);
    }
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(u"count"_s);
}

void TestJournal::theOldestGoBeyondTheLimits_data()
{
    QTest::addColumn<qint64>("messages");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("by number") << qint64(2000) << qint64(1'000'000'000);
    QTest::newRow("by bytes") << qint64(1'000'000) << qint64(500'000);
}

void TestJournal::theOldestGoBeyondTheLimits()
{
    QFETCH(const qint64, messages);
    QFETCH(const qint64, bytes);
    JournalStage stage({.messages = messages, .bytes = bytes});
    for (int i = 0; i < 10; ++i) {
        addAll(*stage.journal, some(1000));
        stage.written();
    }
    const journal::Extent extent = stage.extent();
    QCOMPARE(extent.last, 10'000);
    QVERIFY(extent.messages <= messages);
    QVERIFY(extent.bytes <= bytes);
    QVERIFY2(extent.messages > 1500, qPrintable(QString::number(extent.messages)));
    QCOMPARE(extent.first, 10'000 - extent.messages + 1);
    QCOMPARE(stage.found(u"tick"_s).size(), extent.messages);
    QCOMPARE(answerOf(stage.reader->messages({extent.first - 1, extent.first})).value().size(), 1);
}

void TestJournal::pinnedOnesStay()
{
    JournalStage stage({.messages = 1000});
    addAll(*stage.journal, some(500));
    stage.written();
    QSignalSpy pins(stage.journal.get(), &journal::Journal::pinsChanged);
    stage.journal->setPinned(1, true);
    stage.journal->setPinned(77, true);
    stage.journal->setPinned(99'999, true); // is not there
    stage.written();
    QVERIFY(!pins.isEmpty());
    for (int i = 0; i < 4; ++i) {
        addAll(*stage.journal, some(1000));
        stage.written();
    }
    const auto kept = answerOf(stage.reader->messages({1, 2, 77})).value();
    QCOMPARE(idsOf(kept), QList<journal::MessageId>({1, 77}));
    QVERIFY(kept[0].pinned);
    QVERIFY(kept[0].payload.contains("\"n\":0,"));
    QVERIFY(kept[1].payload.contains("\"n\":76,"));
    journal::Filter filter;
    filter.pinnedOnly = true;
    QCOMPARE(stage.found(filter), QList<journal::MessageId>({77, 1}));

    // Unpinned, it goes: its neighbours did long ago.
    const qint64 before = stage.extent().messages;
    stage.journal->setPinned(77, false);
    stage.written();
    QCOMPARE(stage.extent().messages, before - 1);
    QCOMPARE(stage.found(filter), QList<journal::MessageId>({1}));
    QCOMPARE(answerOf(stage.reader->messages({77})).value().size(), 0);
}

void TestJournal::clearingKeepsPinsAndNumbers()
{
    JournalStage stage;
    addAll(*stage.journal, some(1000));
    stage.journal->setPinned(500, true);
    stage.written();
    stage.journal->clear();
    stage.written();
    QCOMPARE(idsOf(stage.all()), QList<journal::MessageId>({500}));
    QCOMPARE(stage.extent().messages, 1);
    QCOMPARE(stage.extent().first, 0);
    stage.journal->add(frame(1, Direction::Sent, u"m"_s, {}, "new"));
    stage.written();
    QCOMPARE(idsOf(stage.all()), QList<journal::MessageId>({500, 1001}));
    QCOMPARE(stage.extent().first, 1001);
    QCOMPARE(stage.found(u"new"_s), QList<journal::MessageId>({1001}));
}

void TestJournal::aFullQueueDropsAndCounts()
{
    JournalStage stage({.waitingMessages = 100});
    // Quicker than any writer: what does not fit is dropped and counted, and nobody waits.
    addAll(*stage.journal, some(50'000, 10));
    stage.written();
    const journal::Intake intake = stage.journal->intake();
    QCOMPARE(intake.taken, 50'000);
    QVERIFY(intake.droppedFull > 0);
    QCOMPARE(intake.stored + intake.droppedFull, intake.taken);
    QCOMPARE(stage.extent().messages, intake.stored);
    QCOMPARE(stage.extent().last, intake.stored); // without gaps
}

void TestJournal::runsAndStepsAreThereAgain()
{
    JournalStage stage;
    QSignalSpy changed(stage.journal.get(), &journal::Journal::runChanged);
    journal::Run run;
    run.id = journal::newRunId();
    run.document = u"hello"_s;
    run.path = u"/home/anna/hello.json"_s;
    run.scenario = R"({"objects":[]})";
    run.cluster = u"Simulated cluster"_s;
    run.startedUs = startUs;
    run.inputs = R"({"startparams":{"1":"x"}})";
    stage.journal->begin(run);
    for (qint64 i = 0; i < 3; ++i)
        stage.journal->add(run.id, step(i));
    stage.written();
    run.steps = 3;
    QCOMPARE(answerOf(stage.reader->run(run.id)).value(), run);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.last().first().toString(), run.id);

    // Across two lives of the program.
    stage.close();
    stage.open();
    stage.journal->add(run.id, step(3));
    run.finished = true;
    run.reason = u"error"_s;
    run.message = u"nobody answered"_s;
    run.hasResult = true;
    run.durationUs = 12'345;
    run.variables = R"({"a":2})";
    run.droppedSteps = 7;
    stage.journal->end(run);
    stage.written();
    run.steps = 4;
    QCOMPARE(answerOf(stage.reader->run(run.id)).value(), run);
    const auto steps = answerOf(stage.reader->steps(run.id, 1)).value();
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps.last().number, 3);
    QCOMPARE(answerOf(stage.reader->step(run.id, 3)).value(), step(3));
    QCOMPARE(answerOf(stage.reader->step(run.id, 4)).error().code, u"journal.no_step"_s);
    QCOMPARE(answerOf(stage.reader->step(u"nobody's"_s, 0)).error().code, u"journal.no_step"_s);

    journal::Run listed = run;
    listed.scenario.clear();
    listed.variables.clear();
    QCOMPARE(answerOf(stage.reader->runs()).value(), QList{listed});

    stage.journal->removeRun(run.id);
    stage.journal->add(run.id, step(4)); // comes too late
    stage.written();
    QCOMPARE(answerOf(stage.reader->runs()).value().size(), 0);
    QCOMPARE(answerOf(stage.reader->run(run.id)).error().code, u"journal.no_run"_s);
    QCOMPARE(answerOf(stage.reader->steps(run.id)).value().size(), 0);
}

void TestJournal::theOldestRunsGo()
{
    JournalStage stage({.runs = 2});
    for (int i = 0; i < 4; ++i) {
        journal::Run run;
        run.id = u"run %1"_s.arg(i);
        run.startedUs = startUs + i;
        stage.journal->begin(run);
        stage.journal->add(run.id, step(0));
        stage.journal->end(run);
    }
    stage.written();
    const auto runs = answerOf(stage.reader->runs()).value();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs[0].id, u"run 3"_s);
    QCOMPARE(runs[1].id, u"run 2"_s);
    QCOMPARE(answerOf(stage.reader->steps(u"run 0"_s)).value().size(), 0);
    QCOMPARE(answerOf(stage.reader->steps(u"run 3"_s)).value().size(), 1);
}

void TestJournal::aKilledProgramLosesNothingCommitted()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"journal.sqlite"_s);
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path});
    // "N steps": so many messages and as many steps were written when the line was.
    qint64 said = 0;
    QVERIFY(QTest::qWaitFor(
        [&] {
            while (writer.canReadLine())
                said = writer.readLine().trimmed().toLongLong();
            return said >= 3000;
        },
        30'000));
    writer.kill(); // SIGKILL
    QVERIFY(writer.waitForFinished());
    while (writer.canReadLine())
        said = writer.readLine().trimmed().toLongLong();

    journal::Journal store(path);
    QSignalSpy ready(&store, &journal::Journal::ready);
    QVERIFY(ready.wait());
    QCOMPARE(ready.first().first().toString(), QString());
    journal::Reader reader(path);
    const auto extent = answerOf(reader.extent()).value();
    QVERIFY2(extent.messages >= said, qPrintable(u"%1 of %2"_s.arg(extent.messages).arg(said)));
    QCOMPARE(extent.last, extent.messages);
    const auto last = answerOf(reader.message(said)).value();
    QCOMPARE(last.payload, "message " + QByteArray::number(said));
    const auto run = answerOf(reader.run(u"the run"_s)).value();
    QVERIFY(run.steps >= said);
    QVERIFY(!run.finished);
    QCOMPARE(answerOf(reader.step(u"the run"_s, said - 1)).value().object, said);
}

void TestJournal::aNewerFileIsPutAside()
{
    JournalStage stage;
    stage.journal->add(frame(1, Direction::Sent, u"m"_s, {}, "of the future"));
    stage.written();
    stage.close();
    execute(stage.path(), {u"PRAGMA user_version=99"_s});
    stage.journal = std::make_unique<journal::Journal>(stage.path());
    QSignalSpy ready(stage.journal.get(), &journal::Journal::ready);
    QVERIFY(ready.wait());
    const QString notice = ready.first().first().toString();
    QVERIFY2(notice.contains(u"form 99"_s), qPrintable(notice));
    const QStringList aside = QDir(stage.folder()).entryList({u"journal.sqlite.newer-*"_s});
    QCOMPARE(aside.size(), 1);
    QVERIFY2(notice.contains(aside.first()), qPrintable(notice));
    stage.reader = std::make_unique<journal::Reader>(stage.path());
    QCOMPARE(stage.all().size(), 0);
    execute(stage.folder() + u'/' + aside.first(), {u"SELECT * FROM message WHERE id = 1"_s, u"PRAGMA user_version=1"_s});
}

void TestJournal::aBrokenFileIsPutAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no database") << QByteArray(5000, 'x');
    QTest::newRow("cut") << QByteArray("SQLite format 3\0\x40\0\x02\x02", 20) + QByteArray(3000, '\0');
}

void TestJournal::aBrokenFileIsPutAside()
{
    QFETCH(const QByteArray, content);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"journal.sqlite"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    journal::Journal store(path);
    QSignalSpy ready(&store, &journal::Journal::ready);
    QVERIFY(ready.wait());
    QVERIFY(!ready.first().first().toString().isEmpty());
    const QStringList aside = QDir(folder.path()).entryList({u"journal.sqlite.broken-*"_s});
    QCOMPARE(aside.size(), 1);
    QFile kept(folder.filePath(aside.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
}

void TestJournal::anOldFormIsBroughtUp()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"old.sqlite"_s);
    const QList<journal::SchemaStep> first{journal::schemaSteps().first()};
    QList<journal::SchemaStep> steps = first;
    {
        auto database = journal::Database::open(path, journal::Database::Mode::Write).value();
        QVERIFY(journal::migrate(*database, path, first));
        QVERIFY(database->run("INSERT INTO pin(message) VALUES(5)"));
    }
    steps.append(journal::SchemaStep{"ALTER TABLE pin ADD COLUMN note TEXT", "UPDATE pin SET note = 'old'"});
    auto database = journal::Database::open(path, journal::Database::Mode::Write).value();
    QVERIFY(journal::migrate(*database, path, steps));
    QCOMPARE(database->integer("PRAGMA user_version").value(), steps.size());
    auto rows = database->rows("SELECT note FROM pin WHERE message = 5");
    QVERIFY(rows->next());
    QCOMPARE(rows->text(0), u"old"_s);
}

void TestJournal::aFailedMigrationChangesNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"old.sqlite"_s);
    auto database = journal::Database::open(path, journal::Database::Mode::Write).value();
    QVERIFY(journal::migrate(*database, path));
    QList<journal::SchemaStep> steps = journal::schemaSteps();
    steps.append(journal::SchemaStep{"CREATE TABLE more(a)", "CREATE TABLE pin(there, already)"});
    const auto migrated = journal::migrate(*database, path, steps);
    QVERIFY(!migrated);
    QCOMPARE(database->integer("PRAGMA user_version").value(), journal::schemaSteps().size());
    QCOMPARE(database->integer("SELECT count(*) FROM sqlite_master WHERE name = 'more'").value(), 0);
}

void TestJournal::aFileInUseIsRefusedAndTakenUpLater()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"journal.sqlite"_s);
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    QVERIFY(lock->tryLock());
    journal::Journal store(path);
    QSignalSpy failed(&store, &journal::Journal::failed);
    QSignalSpy recovered(&store, &journal::Journal::recovered);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<core::Error>().code, u"journal.in_use"_s);
    store.add(frame(1, Direction::Sent, u"m"_s, {}, "lost"));
    QVERIFY(QTest::qWaitFor([&] { return store.intake().droppedBroken == 1; }));
    lock.reset();
    QVERIFY(QTest::qWaitFor(
        [&] {
            store.add(frame(1, Direction::Sent, u"m"_s, {}, "kept"));
            return recovered.size() == 1;
        },
        10'000));
    QCOMPARE(failed.size(), 1);
}

void TestJournal::aFolderThatCannotBeMadeIsSaid()
{
    journal::Journal store(u"/proc/nowhere/journal.sqlite"_s);
    QSignalSpy failed(&store, &journal::Journal::failed);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<core::Error>().code, u"journal.not_open"_s);
    QCOMPARE(store.error().code, u"journal.not_open"_s);
}

void TestJournal::theFileIsForItsOwnerAlone()
{
    JournalStage stage;
    addAll(*stage.journal, some(10));
    stage.written();
    const QFileInfoList files = QDir(stage.folder()).entryInfoList({u"journal.sqlite"_s, u"journal.sqlite-wal"_s, u"journal.sqlite-shm"_s});
    QCOMPARE(files.size(), 3);
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)),
                 qPrintable(file.fileName()));
}

void TestJournal::aReaderWithoutAFileSaysSo()
{
    QTemporaryDir folder;
    journal::Reader reader(folder.filePath(u"none.sqlite"_s));
    QCOMPARE(answerOf(reader.extent()).error().code, u"journal.not_open"_s);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestJournal::aCallThatIsDestroyedSaysNothing()
{
    JournalStage stage;
    addAll(*stage.journal, some(2000));
    stage.written();
    int answers = 0;
    for (int i = 0; i < 50; ++i) {
        auto page = stage.reader->before(0, 100);
        page->start([&](const core::Result<journal::Page> &) { ++answers; });
        auto search = stage.reader->search(journal::Filter::parse(u"tick"_s).value(), {},
                                           {.found = [&](const QList<journal::MessageId> &) { ++answers; },
                                            .progress =
                                                [&](journal::SearchProgress) {
                                                    ++answers;
                                                }});
        search->start([&](const core::Result<journal::SearchEnd> &) { ++answers; });
    }
    QVERIFY(answerOf(stage.reader->extent()));
    QCOMPARE(answers, 0);

    auto search = stage.reader->search(journal::Filter::parse(u"tick"_s).value(), {}, {});
    QString code;
    search->start([&](const core::Result<journal::SearchEnd> &end) { code = end ? u"done"_s : end.error().code; });
    search->cancel();
    QCOMPARE(code, u"cancelled"_s);
}

namespace {

/// Writes until it is killed, and says how much is written.
int writeForEver(QCoreApplication &application, const QString &path)
{
    journal::Journal store(path);
    journal::Run run;
    run.id = u"the run"_s;
    store.begin(run);
    qint64 given = 0;
    std::function<void()> more = [&] {
        if (given > 0) {
            std::printf("%lld\n", given);
            std::fflush(stdout);
        }
        for (int i = 0; i < 100; ++i) {
            ++given;
            store.add(frame(given, Direction::Sent, u"m"_s, {}, "message " + QByteArray::number(given)));
            journal::RunStep done;
            done.object = given;
            store.add(run.id, done);
        }
        store.whenWritten(&application, more);
    };
    more();
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "--write"_L1)
        return writeForEver(application, application.arguments().value(2));
    TestJournal test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journal.moc"
