// SPDX-License-Identifier: GPL-3.0-or-later
// Operations by carriers, against a cluster that the test plays: sharing, staging, bringing files, faults, sweeping, cleaning up.
#include "runner/remoteoperations.h"
#include "support/manualtime.h"
#include "unit/runner/fakeaccess.h"

#include <QFile>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using operation::Operation;
using operation::Outcome;
using test::carrierVariables;

namespace {

Operation sendTo(const QString &event = u"hello"_s, const QString &content = u"{}"_s)
{
    operation::SendMessage send;
    send.capability = u"msg"_s;
    send.event = event;
    send.content = content;
    send.wait = true;
    return {u"conn-1"_s, send};
}

/// Everything that one test needs.
struct World {
    test::ManualClock clock;
    test::ManualScheduler scheduler{clock};
    core::SeededRandom random{7};
    test::FakeAccess access;
    runner::LocalFiles files;
    std::unique_ptr<runner::RemoteOperations> operations =
        std::make_unique<runner::RemoteOperations>(access, cluster::Surroundings{clock, scheduler, random}, files);

    struct Running {
        cluster::Call<Outcome> call;
        std::shared_ptr<std::optional<core::Result<Outcome>>> outcome = std::make_shared<std::optional<core::Result<Outcome>>>();

        const Outcome &value() const { return outcome->value().value(); }
        bool isOver() const { return outcome->has_value(); }
    };
    Running start(cluster::Call<Outcome> call)
    {
        Running running{std::move(call)};
        running.call->start([outcome = running.outcome](core::Result<Outcome> result) { *outcome = std::move(result); });
        return running;
    }
    Running start(const Operation &operation) { return start(operations->perform(operation)); }

    /// Makes the carrier and ends it with these variables.
    void serve(const core::Json &variables)
    {
        if (!access.creates.isEmpty())
            access.creates.constFirst()->answer(u"id-%1"_s.arg(++made));
        access.starts.constFirst()->answer(variables);
    }
    void removeAll()
    {
        while (!access.removals.isEmpty())
            access.removals.constFirst()->answer({});
    }
    int made = 0;
};

core::Error lost()
{
    return {u"unreachable"_s, u"The cluster is gone."_s, {}};
}

} // namespace

class RemoteOperationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void performs()
    {
        World world;
        auto first = world.start(sendTo(u"hello"_s, u"{\"n\":1}"_s));
        QCOMPARE(world.access.creates.size(), 1);
        world.serve(carrierVariables(u"success"_s, u"{\"ok\":true}"_s));
        QCOMPARE(first.value(), Outcome::success(u"{\"ok\":true}"_s));
        QCOMPARE(world.access.lastParams, (QList{core::Json(u"{\"n\":1}"_s)}));
        QCOMPARE(world.access.lastTimeout.count(), 15'000);

        // The second with another body uses the same carrier at once.
        auto second = world.start(sendTo(u"hello"_s, u"{\"n\":2}"_s));
        QCOMPARE(world.access.creates.size(), 0);
        world.serve(carrierVariables(u"timeout"_s));
        QCOMPARE(second.value().kind, operation::OutcomeKind::Timeout);
        QCOMPARE(world.access.log.filter(u"create"_s).size(), 1);
        QVERIFY(!world.operations->isLost());
    }

    void waitsForACarrierThatIsBeingMade()
    {
        World world;
        auto first = world.start(sendTo());
        auto second = world.start(sendTo());
        auto third = world.start(sendTo());
        QCOMPARE(world.access.creates.size(), 1);
        second.call.reset();
        world.access.creates.constFirst()->answer(u"id"_s);
        QCOMPARE(world.access.starts.size(), 2);
        world.access.starts.constLast()->answer(carrierVariables(u"success"_s, u"3"_s));
        world.access.starts.constFirst()->answer(carrierVariables(u"success"_s, u"1"_s));
        QCOMPARE(first.value().result, u"1"_s);
        QCOMPARE(third.value().result, u"3"_s);
        QVERIFY(!second.isOver());
    }

    void checksBeforeAnythingIsSent()
    {
        World world;
        auto bad = world.start(Operation{{}, operation::ListFiles{}});
        QVERIFY(!bad.isOver()); // never from within start()
        world.scheduler.advance(std::chrono::milliseconds(0));
        QCOMPARE(bad.value().error.code, u"bad_argument"_s);
        QVERIFY(world.access.log.isEmpty());
    }

    void faultsBecomeOutcomes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("isLost");
        QTest::newRow("gone") << u"unreachable"_s << u"unreachable"_s << true;
        QTest::newRow("link closed") << u"not_connected"_s << u"unreachable"_s << true;
        QTest::newRow("session expired") << u"expired"_s << u"unreachable"_s << true;
        QTest::newRow("carrier expired") << u"timeout"_s << u"internal"_s << false;
        QTest::newRow("carrier failed") << u"script_failed"_s << u"internal"_s << false;
        QTest::newRow("too large") << u"too_large"_s << u"too_large"_s << false;
    }
    void faultsBecomeOutcomes()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, outcome);
        QFETCH(const bool, isLost);
        for (const bool making : {true, false}) {
            World world;
            auto running = world.start(sendTo());
            const core::Error error{code, u"why"_s, {}};
            if (making) {
                world.access.creates.constFirst()->answer(tl::unexpected(error));
            } else {
                world.access.creates.constFirst()->answer(u"id"_s);
                world.access.starts.constFirst()->answer(tl::unexpected(error));
            }
            QCOMPARE(running.value().kind, operation::OutcomeKind::Error);
            QCOMPARE(running.value().error, (core::Error{outcome, u"why"_s, {}}));
            QCOMPARE(world.operations->isLost(), isLost);
        }
    }

    void aCarrierThatWasRemovedIsMadeAnew()
    {
        World world;
        auto first = world.start(sendTo());
        world.access.creates.constFirst()->answer(u"id-1"_s);
        world.access.starts.constFirst()->answer(core::fail(u"script_failed"_s, u"No such scenario."_s));
        QCOMPARE(first.value().error.code, u"internal"_s);
        auto second = world.start(sendTo());
        QCOMPARE(world.access.creates.size(), 1);
        const QStringList made = world.access.log.filter(u"create"_s);
        QVERIFY(made.at(1) == made.at(0) + u"-1"_s);
        world.serve(carrierVariables(u"success"_s));
        QCOMPARE(second.value(), Outcome::success());
    }

    void keepsFewCarriers()
    {
        World world;
        world.access.theProfile.dialect.carriersKept = 2;
        for (int i = 0; i < 2; ++i) {
            auto running = world.start(sendTo(u"e%1"_s.arg(i)));
            world.serve(carrierVariables(u"success"_s));
        }
        auto again = world.start(sendTo(u"e0"_s)); // e1 is now the oldest
        world.serve(carrierVariables(u"success"_s));
        QVERIFY(world.access.removals.isEmpty());
        auto third = world.start(sendTo(u"e2"_s));
        QCOMPARE(world.access.removals.size(), 1);
        QCOMPARE(world.access.removals.constFirst()->what(), u"remove script id-2"_s);
    }

    void carriersInUseStay()
    {
        World world;
        world.access.theProfile.dialect.carriersKept = 1;
        auto first = world.start(sendTo(u"a"_s));
        world.access.creates.constFirst()->answer(u"id-a"_s);
        auto second = world.start(sendTo(u"b"_s));
        world.access.creates.constFirst()->answer(u"id-b"_s);
        QVERIFY(world.access.removals.isEmpty());
        world.access.starts.constFirst()->answer(carrierVariables(u"success"_s));
        QCOMPARE(world.access.removals.size(), 1);
        QCOMPARE(world.access.removals.constFirst()->what(), u"remove script id-a"_s);
    }

    void renewsACarrierBeforeItIsStale()
    {
        World world;
        auto first = world.start(sendTo());
        world.serve(carrierVariables(u"success"_s));
        world.clock.advance(std::chrono::seconds(3599));
        auto second = world.start(sendTo());
        world.serve(carrierVariables(u"success"_s));
        QCOMPARE(world.access.log.filter(u"create"_s).size(), 1);
        world.clock.advance(std::chrono::seconds(1));
        auto third = world.start(sendTo());
        QCOMPARE(world.access.log.filter(u"create"_s).size(), 2);
        QCOMPARE(world.access.removals.constFirst()->what(), u"remove script id-1"_s);
    }

    void stagesLocalFiles_data()
    {
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("plain") << u"a.txt"_s << u"a.txt"_s;
        QTest::newRow("none") << u"a"_s << u"a"_s;
        QTest::newRow("other script") << u"отчёт 1.bin"_s << u"______1.bin"_s;
        QTest::newRow("odd") << u"a\"b\n%.txt"_s << u"a_b__.txt"_s;
        QTest::newRow("long") << QString(120, u'n') + u".txt"_s << QString(46, u'n') + u".txt"_s;
        QTest::newRow("split pair") << u"\U0001d400"_s + QString(45, u'n') + u".txt"_s << u"_"_s + QString(45, u'n') + u".txt"_s;
    }
    void stagesLocalFiles()
    {
        QFETCH(const QString, fileName);
        QFETCH(const QString, suffix);
        World world;
        QTemporaryDir folder;
        QFile file(folder.filePath(fileName));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(world.files.addCategory(u"SYNC="_s + folder.path()));
        auto put = world.start(Operation{u"conn-1"_s, operation::PutFile{u":SYNC/"_s + fileName, {}}});
        QCOMPARE(world.access.uploads.size(), 1);
        static const QRegularExpression form(u"^upload custom (.+) as (sbx-[0-9a-f]{12}-[0-9a-f]{16})-([^/]+)$"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
        const auto match = form.match(world.access.log.constLast());
        QVERIFY2(match.hasMatch(), qPrintable(world.access.log.constLast()));
        QCOMPARE(match.captured(1), folder.filePath(fileName));
        QCOMPARE(match.captured(3), suffix);
        const QString staged = match.captured(2) + u'-' + suffix;
        world.access.uploads.constFirst()->answer(protocol::UploadRecord{staged, 0, u"ok"_s});
        world.access.creates.constFirst()->answer(u"id"_s);
        // The file keeps its own name, whatever the staged one is called.
        QCOMPARE(world.access.lastParams, (QList{core::Json(u":SYNC_COMMON/custom/"_s + staged)}));
        const core::Json *name = world.access.lastScript.resolve(u"/objects/1/websocktempFileName/value");
        QVERIFY(name);
        QCOMPARE(*name, core::Json(fileName));
        QVERIFY(world.access.removals.isEmpty());
        world.access.starts.constFirst()->answer(carrierVariables(u"success"_s));
        QCOMPARE(put.value(), Outcome::success());
        QCOMPARE(world.access.removals.constFirst()->what(), u"remove file custom/"_s + staged);
    }

    void anUploadThatFailsEndsTheOperation()
    {
        World world;
        world.files.setPlainPathsLocal(true);
        auto put = world.start(Operation{u"c"_s, operation::PlaceTempFile{QCoreApplication::applicationFilePath()}});
        world.access.uploads.constFirst()->answer(core::fail(u"rejected"_s, u"Disk full."_s));
        QCOMPARE(put.value(), Outcome::failure(u"rejected"_s, u"Disk full."_s));
        QCOMPARE(world.access.removals.size(), 1);
        QVERIFY(world.access.creates.isEmpty());

        auto missing = world.start(Operation{u"c"_s, operation::PlaceTempFile{u"/nonexistent"_s}});
        world.scheduler.advance(std::chrono::milliseconds(0));
        QCOMPARE(missing.value().error.code, u"file_not_found"_s);
    }

    void bringsTheFileOfGetFile()
    {
        World world;
        auto get = world.start(Operation{u"conn-1"_s, operation::GetFile{u"a.txt"_s}});
        world.serve(carrierVariables(u"success"_s, u":TEMP/a.txt"_s, {}, u"/temp/ab.txt"_s));
        QCOMPARE(world.access.downloads.size(), 1);
        const QString target = world.files.newTempFile(u"a.txt"_s)->localPath;
        QCOMPARE(world.access.downloads.constFirst()->what(), u"download http://cluster.test:8080/temp/ab.txt to "_s + target);
        world.access.downloads.constFirst()->answer(3);
        QCOMPARE(get.value(), Outcome::success(u":TEMP/a.txt"_s));

        auto failing = world.start(Operation{u"conn-1"_s, operation::GetFile{u"a.txt"_s}});
        world.serve(carrierVariables(u"success"_s, u":TEMP/a.txt"_s, {}, u"/temp/ab.txt"_s));
        world.access.downloads.constFirst()->answer(tl::unexpected(lost()));
        QCOMPARE(failing.value().error.code, u"unreachable"_s);

        for (const QString &why : {u"internal: full"_s, QString()}) {
            auto noLink = world.start(Operation{u"conn-1"_s, operation::GetFile{u"a.txt"_s}});
            world.serve(carrierVariables(u"success"_s, u":TEMP/a.txt"_s, {}, {}, why));
            QCOMPARE(noLink.value().error.code, u"internal"_s);
            QVERIFY(noLink.value().error.message.contains(why.isEmpty() ? u"no link"_s : why));
        }
    }

    void bringsAFileToAPath()
    {
        World world;
        auto link = world.start(world.operations->perform(Operation{u"conn-1"_s, operation::PlaceTempFile{u":SYNC/a"_s}}, {u"/tmp/x"_s}));
        world.serve(carrierVariables(u"success"_s, u"/temp/ab"_s));
        QCOMPARE(world.access.downloads.constFirst()->what(), u"download http://cluster.test:8080/temp/ab to /tmp/x"_s);
        world.access.downloads.constFirst()->answer(3);
        QCOMPARE(link.value(), Outcome::success(u"/temp/ab"_s));

        // Without a path the file stays where it is, and so does the result.
        auto stays = world.start(world.operations->perform(Operation{u"conn-1"_s, operation::GetFile{u"a"_s}}, {}));
        world.serve(carrierVariables(u"success"_s, u":TEMP/a"_s));
        QCOMPARE(stays.value(), Outcome::success(u":TEMP/a"_s));
        auto plain = world.start(world.operations->perform(Operation{u"conn-1"_s, operation::ListFiles{}}, {u"/tmp/x"_s}));
        world.serve(carrierVariables(u"success"_s, u"[]"_s));
        QCOMPARE(plain.value(), Outcome::success(u"[]"_s));
    }

    void linksAreResolvedAtTheirNode()
    {
        World world;
        world.access.theProfile.nodes = {{u"north/1"_s, QUrl(u"http://one.test"_s)}, {u"south/2"_s, QUrl(u"http://two.test"_s)}};
        const Operation place{u"conn-1"_s, operation::PlaceTempFile{u":SYNC/a"_s}};
        auto first = world.start(world.operations->perform(place, {u"/tmp/x"_s}));
        world.serve(carrierVariables(u"success"_s, u"/temp/1"_s));
        QCOMPARE(world.access.registrarLists.size(), 1);
        cluster::Registration registration;
        registration.connection.connectionId = u"conn-1"_s;
        registration.connection.site = u"south"_s;
        registration.connection.node = u"2"_s;
        world.access.registrarLists.constFirst()->answer(QList{registration});
        QCOMPARE(world.access.downloads.constFirst()->what(), u"download http://two.test/temp/1 to /tmp/x"_s);
        world.access.downloads.constFirst()->answer(1);

        // A connection does not move, so it is asked for once.
        auto second = world.start(world.operations->perform(place, {u"/tmp/x"_s}));
        world.serve(carrierVariables(u"success"_s, u"/temp/2"_s));
        QCOMPARE(world.access.downloads.constFirst()->what(), u"download http://two.test/temp/2 to /tmp/x"_s);

        // Who may not read the list takes the cluster's own address.
        auto other = world.start(world.operations->perform({u"conn-2"_s, place.action}, {u"/tmp/y"_s}));
        world.serve(carrierVariables(u"success"_s, u"/temp/3"_s));
        world.access.registrarLists.constFirst()->answer(core::fail(u"refused"_s, u"no"_s));
        QCOMPARE(world.access.downloads.constLast()->what(), u"download http://cluster.test:8080/temp/3 to /tmp/y"_s);
    }

    void cancelling()
    {
        World world;
        world.files.setPlainPathsLocal(true);
        auto put = world.start(Operation{u"c"_s, operation::PlaceTempFile{QCoreApplication::applicationFilePath()}});
        put.call->cancel();
        QCOMPARE(put.outcome->value().error().code, u"cancelled"_s);
        QVERIFY(world.access.uploads.isEmpty());
        QCOMPARE(world.access.removals.size(), 1); // it may have arrived
        auto send = world.start(sendTo());
        send.call->cancel();
        QCOMPARE(world.access.creates.size(), 1); // goes on, so that its id is known
        world.access.creates.constFirst()->answer(u"id"_s);
        QVERIFY(world.access.starts.isEmpty());
        auto started = world.start(sendTo());
        started.call->cancel();
        QVERIFY(world.access.starts.isEmpty());
    }

    void closes()
    {
        World world;
        auto done = world.start(sendTo(u"a"_s));
        world.serve(carrierVariables(u"success"_s));
        auto making = world.start(sendTo(u"b"_s));
        making.call.reset();
        std::optional<core::Result<void>> closed;
        auto close = world.operations->close();
        close->start([&closed](core::Result<void> result) { closed = std::move(result); });
        world.scheduler.advance(std::chrono::milliseconds(0));
        QCOMPARE(world.access.removals.size(), 1);
        world.access.creates.constFirst()->answer(u"id-b"_s);
        QCOMPARE(world.access.removals.size(), 2);
        QVERIFY(!closed);
        world.removeAll();
        QVERIFY(closed && closed->has_value());
        QCOMPARE(world.access.log.filter(u"remove script"_s), (QStringList{u"remove script id-1"_s, u"remove script id-b"_s}));

        auto late = world.start(sendTo(u"a"_s));
        world.scheduler.advance(std::chrono::milliseconds(0));
        QCOMPARE(late.value().error.code, u"unreachable"_s);
    }

    void closesWithNothingToDo()
    {
        World world;
        bool closed = false;
        auto close = world.operations->close();
        close->start([&closed](const core::Result<void> &result) { closed = result.has_value(); });
        QVERIFY(!closed);
        world.scheduler.advance(std::chrono::milliseconds(0));
        QVERIFY(closed);
        QVERIFY(world.access.log.isEmpty());
        QCOMPARE(world.scheduler.pending(), 0);
    }

    void closeSaysWhatStays()
    {
        World world;
        auto done = world.start(sendTo(u"a"_s));
        world.serve(carrierVariables(u"success"_s));
        std::optional<core::Result<void>> closed;
        auto close = world.operations->close();
        close->start([&closed](core::Result<void> result) { closed = std::move(result); });
        world.scheduler.advance(std::chrono::milliseconds(0));
        world.access.removals.constFirst()->answer(tl::unexpected(lost()));
        QVERIFY(closed);
        QCOMPARE(closed->error().code, u"left_behind"_s);
        QVERIFY(closed->error().message.contains(u"sbx-"_s));
    }

    void closeEndsInTime()
    {
        World world;
        auto done = world.start(sendTo(u"a"_s));
        world.serve(carrierVariables(u"success"_s));
        std::optional<core::Result<void>> closed;
        auto close = world.operations->close(std::chrono::seconds(5));
        close->start([&closed](core::Result<void> result) { closed = std::move(result); });
        world.scheduler.advance(std::chrono::milliseconds(4999));
        QVERIFY(!closed);
        world.scheduler.advance(std::chrono::milliseconds(1));
        QVERIFY(closed);
        QCOMPARE(closed->error().code, u"left_behind"_s);
        QCOMPARE(world.scheduler.pending(), 0);
    }

    void closeFindsCarriersWhoseIdIsUnknown()
    {
        World world;
        auto unsure = world.start(sendTo());
        world.access.creates.constFirst()->answer(core::fail(u"timeout"_s, u"No answer."_s));
        const QString code = world.access.log.constFirst().mid(7);
        std::optional<core::Result<void>> closed;
        auto close = world.operations->close();
        close->start([&closed](core::Result<void> result) { closed = std::move(result); });
        world.scheduler.advance(std::chrono::milliseconds(0));
        QCOMPARE(world.access.scriptLists.size(), 1);
        world.access.scriptLists.constFirst()->answer(
            QList<cluster::StoredScript>{{u"7"_s, code, {}}, {u"8"_s, u"mine"_s, {}}, {u"9"_s, u"sbx-000000000000-aa"_s, {}}});
        QCOMPARE(world.access.removals.size(), 1);
        QCOMPARE(world.access.removals.constFirst()->what(), u"remove script 7"_s);
        world.removeAll();
        QVERIFY(closed && closed->has_value());
    }

    void sweepsWhatIsStale()
    {
        World world;
        auto own = world.start(sendTo());
        const QString ownCode = world.access.log.constFirst().mid(7);
        const auto at = [&world](std::chrono::seconds age) {
            return QDateTime::fromMSecsSinceEpoch(world.clock.nowMs() - std::chrono::milliseconds(age).count(), Qt::UTC)
                .toString(Qt::ISODateWithMs);
        };
        const std::chrono::seconds stale(3600 + 3600 + 5 + 60 + 1);
        std::optional<core::Result<int>> found;
        auto sweep = world.operations->sweep();
        sweep->start([&found](core::Result<int> result) { found = std::move(result); });
        world.access.scriptLists.constFirst()->answer(QList<cluster::StoredScript>{
            {u"old"_s, u"sbx-0123456789ab-00"_s, at(stale)},
            {u"young"_s, u"sbx-0123456789ab-01"_s, at(stale - std::chrono::seconds(2))},
            {u"own"_s, ownCode, at(stale)},
            {u"named"_s, u"sbx-important"_s, at(stale)},
            {u"other"_s, u"greet"_s, at(stale)},
            {u"timeless"_s, u"sbx-0123456789ab-02"_s, u"yesterday"_s},
        });
        QCOMPARE(world.access.removals.size(), 1);
        QCOMPARE(world.access.removals.constFirst()->what(), u"remove script old"_s);
        QCOMPARE(world.access.fileLists.constFirst()->what(), u"list files custom"_s);
        world.access.fileLists.constFirst()->answer(QList<protocol::FileRecord>{
            {u"sbx-0123456789ab-ff.txt"_s, 1, at(stale)}, {u"a.txt"_s, 1, at(stale)}, {u"sbx-0123456789ab-fe"_s, 1, at({})}});
        QCOMPARE(world.access.removals.constLast()->what(), u"remove file custom/sbx-0123456789ab-ff.txt"_s);
        QCOMPARE(found->value(), 2);

        // What cannot be swept is the other session's, not ours: no leftover.
        world.access.removals.constFirst()->answer(core::fail(u"refused"_s, u"no"_s));
        world.access.removals.constFirst()->answer({});
        world.access.creates.constFirst()->answer(u"id"_s);
        own.call.reset();
        std::optional<core::Result<void>> closed;
        auto close = world.operations->close();
        close->start([&closed](core::Result<void> result) { closed = std::move(result); });
        world.scheduler.advance(std::chrono::milliseconds(0));
        world.removeAll();
        QVERIFY(closed && closed->has_value());
    }

    void aSweepThatFailsSaysSo()
    {
        World world;
        std::optional<core::Result<int>> found;
        auto first = world.operations->sweep();
        first->start([&found](core::Result<int> result) { found = std::move(result); });
        world.access.scriptLists.constFirst()->answer(tl::unexpected(lost()));
        QCOMPARE(found->error(), lost());
        found.reset();
        auto second = world.operations->sweep();
        second->start([&found](core::Result<int> result) { found = std::move(result); });
        world.access.scriptLists.constFirst()->answer(QList<cluster::StoredScript>());
        world.access.fileLists.constFirst()->answer(tl::unexpected(lost()));
        QCOMPARE(found->error(), lost());
        auto third = world.operations->sweep();
        third->start([](const core::Result<int> &) {});
        third->cancel();
        QVERIFY(world.access.scriptLists.isEmpty());
    }

    void removesAFewAtATime()
    {
        World world;
        QList<cluster::StoredScript> scripts;
        for (int i = 0; i < 10; ++i)
            scripts.append({QString::number(i), u"sbx-0123456789ab-%1"_s.arg(i), u"2020-01-01T00:00:00Z"_s});
        auto sweep = world.operations->sweep();
        sweep->start([](const core::Result<int> &) {});
        world.access.scriptLists.constFirst()->answer(scripts);
        QCOMPARE(world.access.removals.size(), 4);
        world.access.removals.constFirst()->answer({});
        QCOMPARE(world.access.removals.size(), 4);
        world.removeAll();
        QCOMPARE(world.access.log.filter(u"remove script"_s).size(), 10);
    }
};

QTEST_GUILESS_MAIN(RemoteOperationsTest)
#include "tst_remoteoperations.moc"
