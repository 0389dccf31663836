// SPDX-License-Identifier: GPL-3.0-or-later
// A whole scenario run on a cluster that the test plays: staging, keeping, starting, the deadline, and that nothing stays in any case.
#include "runner/remoteoperations.h"
#include "scenario/scenarioreader.h"
#include "support/manualtime.h"
#include "unit/runner/fakeaccess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

runner::WholeScenario scenarioNaming(const QByteArray &path, const QMap<int, core::Value> &startParams = {})
{
    const scenario::ReadResult read = scenario::readScenario(
        R"({"objects":[{"oId":1,"oType":101,"type":0,"x":{"argType":1,"varType":2,"value":")" + path + R"("}}],"variables":[]})");
    auto whole = runner::WholeScenario::make(*read.scenario, {startParams, {}}, {});
    if (!whole)
        qFatal("the test's own scenario is wrong");
    return *whole;
}

struct World {
    test::ManualClock clock;
    test::ManualScheduler scheduler{clock};
    core::SeededRandom random{7};
    test::FakeAccess access;
    runner::LocalFiles files;
    std::unique_ptr<runner::RemoteOperations> operations =
        std::make_unique<runner::RemoteOperations>(access, cluster::Surroundings{clock, scheduler, random}, files);
    cluster::Call<core::Json> call;
    std::optional<core::Result<core::Json>> answer;

    void start(const runner::WholeScenario &scenario = scenarioNaming("none"), std::chrono::milliseconds limit = std::chrono::seconds(30))
    {
        call = operations->runWhole(scenario, limit);
        call->start([this](core::Result<core::Json> result) { answer = std::move(result); });
        scheduler.advance(std::chrono::milliseconds(0));
    }
    QString code() const { return !answer ? u"(none)"_s : *answer ? u"ok"_s : answer->error().code; }
    QStringList removed() const { return access.log.filter(u"remove"_s); }
};

} // namespace

class WholeRunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void runs()
    {
        World world;
        world.start(scenarioNaming("none", {{2, core::Value(u"b"_s)}}));
        QCOMPARE(world.access.log.size(), 1);
        const QString created = world.access.log.constFirst();
        QVERIFY2(QRegularExpression(u"^create sbx-[0-9a-f]{12}-[0-9a-f]{16}$"_s).match(created).hasMatch(), qPrintable(created));
        world.access.creates.constFirst()->answer(u"id-1"_s);
        QCOMPARE(world.access.log.constLast(), QString(created).replace(u"create"_s, u"start"_s));
        QCOMPARE(core::Json::array(world.access.lastParams).toCompact(), R"([null,"b"])"_ba);
        QCOMPARE(world.access.lastTimeout, std::chrono::milliseconds(30'000 + core::Dialect().carrierGraceMs));
        QVERIFY(world.removed().isEmpty());
        world.access.starts.constFirst()->answer(core::Json::object({{u"n"_s, core::Json(1)}}));
        QCOMPARE(world.code(), u"ok"_s);
        QCOMPARE((*world.answer)->toCompact(), R"({"n":1})"_ba);
        QCOMPARE(world.removed(), QStringList{u"remove script id-1"_s});
        QVERIFY(!world.operations->isLost());
    }

    void stagesFiles()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a b.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        World world;
        QVERIFY(world.files.addCategory(u"DOCS="_s + folder.path()));
        world.start(scenarioNaming(":DOCS/a b.txt"));
        QCOMPARE(world.access.uploads.size(), 1);
        QVERIFY(world.access.creates.isEmpty());
        const QString name = world.access.log.constFirst().section(u" as "_s, 1);
        QVERIFY2(name.startsWith(u"sbx-"_s) && name.endsWith(u"-a_b.txt"_s), qPrintable(name));
        world.access.uploads.constFirst()->answer({});
        QCOMPARE(world.access.lastScript[u"objects"].at(0)[u"x"][u"value"].toString(), u":SYNC_COMMON/custom/"_s + name);
        world.access.creates.constFirst()->answer(u"id-1"_s);
        world.access.starts.constFirst()->answer(core::Json::object());
        QCOMPARE(world.code(), u"ok"_s);
        QCOMPARE(world.removed(), (QStringList{u"remove script id-1"_s, u"remove file custom/"_s + name}));
    }

    void failsAndCleansUp_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("error");
        QTest::addColumn<bool>("lost");
        QTest::newRow("upload") << u"upload"_s << u"rejected"_s << false;
        QTest::newRow("upload, gone") << u"upload"_s << u"unreachable"_s << true;
        QTest::newRow("create") << u"create"_s << u"refused"_s << false;
        QTest::newRow("start") << u"start"_s << u"script_failed"_s << false;
        QTest::newRow("start, gone") << u"start"_s << u"not_connected"_s << true;
        QTest::newRow("start, late") << u"start"_s << u"timeout"_s << false;
    }
    void failsAndCleansUp()
    {
        QFETCH(const QString, step);
        QFETCH(const QString, error);
        QFETCH(const bool, lost);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        World world;
        QVERIFY(world.files.addCategory(u"DOCS="_s + folder.path()));
        const core::Error failure{error, u"the cluster's words"_s, {}};
        world.start(scenarioNaming(":DOCS/a"));
        if (step == "upload"_L1) {
            world.access.uploads.constFirst()->answer(tl::unexpected(failure));
        } else {
            world.access.uploads.constFirst()->answer({});
            if (step == "create"_L1) {
                world.access.creates.constFirst()->answer(tl::unexpected(failure));
            } else {
                world.access.creates.constFirst()->answer(u"id-1"_s);
                world.access.starts.constFirst()->answer(tl::unexpected(failure));
            }
        }
        QCOMPARE(world.code(), error);
        QCOMPARE(world.answer->error().message, u"the cluster's words"_s);
        QCOMPARE(world.operations->isLost(), lost);
        QCOMPARE(world.removed().filter(u"file custom/sbx-"_s).size(), 1);
        QCOMPARE(world.removed().filter(u"script id-1"_s).size(), step == "start"_L1 ? 1 : 0);
        QVERIFY(world.access.starts.isEmpty());
    }

    void aDeadlineStopsIt()
    {
        World world;
        world.start(scenarioNaming("none"), std::chrono::milliseconds(1500));
        world.scheduler.advance(std::chrono::minutes(5)); // making it does not count
        world.access.creates.constFirst()->answer(u"id-1"_s);
        world.scheduler.advance(std::chrono::milliseconds(1499));
        QCOMPARE(world.code(), u"(none)"_s);
        world.scheduler.advance(std::chrono::milliseconds(1));
        QCOMPARE(world.code(), u"deadline"_s);
        QVERIFY2(world.answer->error().message.contains(u"1.5 s"_s), qPrintable(world.answer->error().message));
        QVERIFY(world.access.starts.isEmpty()); // dropping the call aborts the script
        QCOMPARE(world.removed(), QStringList{u"remove script id-1"_s});
    }

    void whoeverDropsItLeavesNothing_data()
    {
        QTest::addColumn<int>("answers"); // of the cluster before it is dropped
        QTest::addColumn<bool>("isCancelled");
        for (const bool isCancelled : {false, true}) {
            const char *how = isCancelled ? "cancelled" : "destroyed";
            QTest::addRow("%s while uploading", how) << 0 << isCancelled;
            QTest::addRow("%s while being made", how) << 1 << isCancelled;
            QTest::addRow("%s while it runs", how) << 2 << isCancelled;
        }
    }
    void whoeverDropsItLeavesNothing()
    {
        QFETCH(const int, answers);
        QFETCH(const bool, isCancelled);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        World world;
        QVERIFY(world.files.addCategory(u"DOCS="_s + folder.path()));
        world.start(scenarioNaming(":DOCS/a"));
        if (answers > 0)
            world.access.uploads.constFirst()->answer({});
        if (answers > 1)
            world.access.creates.constFirst()->answer(u"id-1"_s);
        isCancelled ? world.call->cancel() : world.call.reset();
        QCOMPARE(world.code(), isCancelled ? u"cancelled"_s : u"(none)"_s);
        QVERIFY(world.access.starts.isEmpty() && world.access.uploads.isEmpty());
        QCOMPARE(world.removed().filter(u"file custom/sbx-"_s).size(), 1);
        if (answers == 1) // it may be there all the same: it is removed once its id is known
            world.access.creates.constFirst()->answer(u"id-1"_s);
        QCOMPARE(world.removed().filter(u"script id-1"_s).size(), answers > 0 ? 1 : 0);
    }

    void limits()
    {
        World world;
        const auto longest = runner::RemoteOperations::longestScenario({});
        QVERIFY(longest < runner::CarrierPool::staleAge({}));
        world.start(scenarioNaming("none"), longest + std::chrono::milliseconds(1));
        QCOMPARE(world.code(), u"bad_argument"_s);
        QVERIFY(world.access.log.isEmpty());
        world.answer.reset();
        world.start(scenarioNaming("none"), longest);
        QCOMPARE(world.access.creates.size(), 1);
    }

    void notAfterTheEnd()
    {
        World world;
        const auto closing = world.operations->close();
        bool closed = false;
        closing->start([&closed](const core::Result<void> &) { closed = true; });
        world.scheduler.advance(std::chrono::milliseconds(0));
        QVERIFY(closed);
        world.start();
        QCOMPARE(world.code(), u"unreachable"_s);
        QVERIFY(world.access.log.isEmpty());
    }
};

QTEST_GUILESS_MAIN(WholeRunTest)
#include "tst_wholerun.moc"
