// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping a scenario on a cluster: what is sent, whose edit is newer, what the document remembers.
#include "runner/scenariokeeping.h"

#include "cluster/scriptentity.h"
#include "scenario/scenarioreader.h"
#include "unit/cluster/stage.h"

using namespace signalbox;
using namespace signalbox::runner;
using namespace signalbox::test;
using core::Json;

namespace {

scenario::Scenario scenarioOf(const QByteArray &text)
{
    const scenario::ReadResult read = scenario::readScenario(text);
    if (!read.scenario)
        qFatal("the test's own scenario is wrong");
    return *read.scenario;
}

const QByteArray script = R"({"objects":[],"variables":[],"x-signalbox":{"notes":[1]}})";
const QByteArray entity = R"({"id":"s-1","code":"mine","name":"n","scriptdata":{"objects":[],"variables":[]},)"
                          R"("lwt":"2026-01-02T03:04:05Z","odd":1.50,"x-signalbox":{"notes":[1]}})";

/// A cluster that holds this under the code "mine", or nothing.
void hold(Stage &stage, const QByteArray &stored)
{
    const QByteArray path = "/rest/v1/service/svcscripts";
    stage.fake.on("LOOKUP", path, stored.isEmpty() ? jsonReply("{}", 404) : jsonReply(stored));
    stage.fake.on("GET", path, jsonReply("[]"));
    stage.fake.on("GET", path + "/s-1", jsonReply(stored));
    stage.fake.on("PATCH", path + "/s-1", jsonReply(R"({"id":"s-1","code":"mine","lwt":"2026-09-09T09:09:09Z"})"));
    stage.fake.on("POST", path, jsonReply(R"({"id":"s-1","code":"mine","lwt":"2026-09-09T09:09:09Z"})"));
}

QByteArray storedAt(const QByteArray &time, const QByteArray &id = "s-1")
{
    return R"({"id":")" + id + R"(","code":"mine","scriptdata":{},"lwt":")" + time + R"("})";
}

} // namespace

class TestScenarioKeeping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void decidesWhoseEditCounts_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<bool>("overwrites");
        QTest::addColumn<int>("outcome");
        using Outcome = Kept::Outcome;
        const auto row = [](const char *name, const QByteArray &document, const QByteArray &there, bool overwrites, Outcome outcome) {
            QTest::newRow(name) << document << there << overwrites << static_cast<int>(outcome);
        };
        const QByteArray same = storedAt("2026-01-02T03:04:05Z");
        const QByteArray newer = storedAt("2026-01-02T03:04:06Z");
        row("new", entity, {}, false, Outcome::Created);
        row("new, script data", script, {}, false, Outcome::Created);
        row("nobody else was there", entity, same, false, Outcome::Changed);
        row("theirs is newer", entity, newer, false, Outcome::NewerThere);
        row("theirs is overwritten", entity, newer, true, Outcome::Changed);
        row("says nothing", script, same, false, Outcome::UnknownBase);
        row("says nothing, overwritten", script, same, true, Outcome::Changed);
        QByteArray other = entity;
        other.replace("s-1", "s-2");
        row("another one of this code", other, storedAt("2020-01-02T03:04:05Z"), false, Outcome::OtherThere);
        row("another one, overwritten", other, storedAt("2020-01-02T03:04:05Z"), true, Outcome::Changed);
    }
    void decidesWhoseEditCounts()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QByteArray, there);
        QFETCH(const bool, overwrites);
        QFETCH(const int, outcome);
        Stage stage;
        hold(stage, there);
        const scenario::Scenario mine = scenarioOf(document);
        Answer keep(
            keepScenario(stage.session().scripts(), {cluster::ScriptType::Svc, mine, u"mine"_s, storedBase(mine, u"mine"_s), overwrites}));
        QTRY_COMPARE(keep.code(), u"ok"_s);
        QVERIFY(!keep.wasWithinStart);
        QCOMPARE(static_cast<int>((*keep.result)->outcome), outcome);
        const QByteArray sent = stage.fake.requests.last().body;
        if ((*keep.result)->isConflict()) {
            QCOMPARE((*keep.result)->stored.toCompact(), json(there).toCompact());
            QCOMPARE(stage.fake.requests.last().method, "GET"_ba);
            return;
        }
        QCOMPARE((*keep.result)->stored[u"lwt"].toString(), u"2026-09-09T09:09:09Z"_s);
        QVERIFY(!json(sent).contains(u"id") && !json(sent).contains(u"lwt"));
        QVERIFY(!sent.contains("x-signalbox"));
        QVERIFY(sent.contains("\"scriptdata\""));
    }

    void newScriptDataGetsItsCodeAndName()
    {
        Stage stage;
        hold(stage, {});
        Answer keep(keepScenario(stage.session().scripts(), {cluster::ScriptType::Svc, scenarioOf(script), u"mine"_s, Json()}));
        QTRY_COMPARE(keep.code(), u"ok"_s);
        QCOMPARE(stage.fake.requests.last().body, R"({"code":"mine","name":"mine","scriptdata":{"objects":[],"variables":[]}})"_ba);
    }

    void errorsAreHandedOn()
    {
        Stage stage;
        hold(stage, {});
        stage.fake.on("POST", "/rest/v1/service/svcscripts", jsonReply(R"({"error_code":1,"error_message":"no"})", 403));
        Answer refused(keepScenario(stage.session().scripts(), {cluster::ScriptType::Svc, scenarioOf(entity), u"mine"_s, Json()}));
        QTRY_COMPARE(refused.code(), u"refused"_s);
        stage.fake.on("LOOKUP", "/rest/v1/service/svcscripts", jsonReply(R"({"error_code":1,"error_message":"no"})", 403));
        Answer early(keepScenario(stage.session().scripts(), {cluster::ScriptType::Svc, scenarioOf(entity), u"mine"_s, Json()}));
        QTRY_COMPARE(early.code(), u"refused"_s);
        Answer cancelled(keepScenario(stage.session().scripts(), {cluster::ScriptType::Svc, scenarioOf(entity), u"mine"_s, Json()}));
        cancelled.call->cancel();
        QCOMPARE(cancelled.code(), u"cancelled"_s);
    }

    void theDocumentRemembers()
    {
        const Json stored = json(R"({"id":"s-9","lwt":"t9","ext":{"lwt":"t9.1"},"name":"theirs"})");
        const Json kept = withStored(scenarioOf(entity), u"mine"_s, stored);
        QCOMPARE(kept.toCompact(), R"({"id":"s-9","code":"mine","name":"n","scriptdata":{"objects":[],"variables":[]},"lwt":"t9",)"
                                   R"("odd":1.50,"x-signalbox":{"notes":[1]},"ext":{"lwt":"t9.1"}})"_ba);
        QCOMPARE(withStored(scenarioOf(entity), u"other"_s, stored)[u"code"].toString(), u"other"_s);

        const scenario::Scenario before = scenarioOf(script);
        QCOMPARE(storedCode(before), QString());
        const scenario::Scenario after(withStored(before, u"mine"_s, stored), scenario::Form::ScriptData);
        QCOMPARE(after.extension().toCompact(), R"({"notes":[1],"stored":{"id":"s-9","code":"mine","lwt":"t9","ext":{"lwt":"t9.1"}}})"_ba);
        QCOMPARE(storedCode(after), u"mine"_s);
        QCOMPARE(cluster::WriteTime::of(storedBase(after, u"mine"_s)).text(), u"t9.1"_s);
        QVERIFY(storedBase(after, u"another"_s).isNull());
    }
};

QTEST_GUILESS_MAIN(TestScenarioKeeping)
#include "tst_scenariokeeping.moc"
