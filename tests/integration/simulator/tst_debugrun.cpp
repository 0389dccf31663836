// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that are held, looked into and changed while their operations happen on a simulated cluster over its sockets.
#include "clusterstage.h"
#include "runner/pickcall.h"
#include "runner/remoteoperations.h"
#include "runner/runcontroller.h"
#include "runner/runinputs.h"
#include "scenario/scenarioreader.h"

#include <QFile>

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr int waitMs = 20'000;

QByteArray example(const QString &name)
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A cluster of two nodes, our session on the first, and a run of a scenario there.
class Run
{
public:
    explicit Run(const QByteArray &text) : cluster(demoOf(2, 2)), scenario(*scenario::readScenario(text).scenario) {}
    ~Run()
    {
        controller.reset();
        operations.reset();
    }

    bool connect()
    {
        if (!cluster.start())
            return false;
        cluster::Profile profile;
        profile.address = cluster.nodes().constFirst().url;
        profile.domain = cluster.config().domain;
        profile.login = u"admin"_s;
        session = std::make_unique<cluster::ClusterSession>(profile, cluster::Credentials{u"demo"_s, QString::fromLatin1(svcToken), {}},
                                                            surroundings());
        bool isOpen = false;
        const auto login = session->login();
        std::unique_ptr<core::AsyncCall<void>> link;
        login->start([&](const core::Result<protocol::SessionInfo> &info) {
            if (!info)
                return;
            link = session->openLink({u"svcscript"_s});
            link->start([&](const core::Result<void> &opened) { isOpen = opened.has_value(); });
        });
        if (!QTest::qWaitFor([&] { return isOpen; }, waitMs))
            return false;
        access = std::make_unique<runner::SessionAccess>(*session);
        operations = std::make_unique<runner::RemoteOperations>(*access, surroundings(), files);
        core::Diagnostics findings;
        const runner::RunInputs read = runner::RunInputs::fromScenario(scenario, findings);
        bool isPicked = false;
        runner::PickCall pick(session->registrar(), scheduler, read.connections());
        pick.start([&](const core::Result<QHash<QString, QString>> &ids) {
            isPicked = ids.has_value();
            if (ids)
                inputs = read.resolved(*ids);
        });
        return QTest::qWaitFor([&] { return isPicked; }, waitMs);
    }

    void start(const QList<runner::Breakpoint> &breakpoints)
    {
        runner::RunController::Observer observer;
        observer.record = [this](const runner::StepRecord &step) {
            records.append(step);
        };
        observer.waiting = [this](const runner::StepStart &step) {
            waits.append(step.object);
        };
        const auto program = machine::Program::compile(scenario, catalogue::Catalogue::builtIn(), cluster.config().dialect);
        controller =
            std::make_unique<runner::RunController>(*program, inputs, machine::Limits(), operations.get(), surroundings(), observer);
        controller->setBreakpoints(breakpoints);
        controller->start([this](const core::Result<runner::RunReport> &result) { report = result; });
    }
    bool isHeld()
    {
        return QTest::qWaitFor([this] { return controller->isHeld(); }, waitMs);
    }
    bool isOver()
    {
        return QTest::qWaitFor([this] { return report.has_value(); }, waitMs);
    }
    qint64 idOf(const QString &name) const
    {
        for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
            if (scenario.object(i)[u"name"].toString() == name)
                return *scenario.objectId(i);
        }
        return 0;
    }
    cluster::Surroundings surroundings() { return {clock, scheduler, random}; }

    core::SystemClock clock;
    core::QtScheduler scheduler;
    core::SystemRandom random;
    simulator::SimulatedCluster cluster;
    scenario::Scenario scenario;
    runner::LocalFiles files;
    std::unique_ptr<cluster::ClusterSession> session;
    std::unique_ptr<runner::SessionAccess> access;
    std::unique_ptr<runner::RemoteOperations> operations;
    machine::Inputs inputs;
    std::unique_ptr<runner::RunController> controller;
    QList<runner::StepRecord> records;
    QList<qint64> waits;
    std::optional<core::Result<runner::RunReport>> report;
};

/// hello, to which the external system does not answer; it gives up late.
QByteArray patientHello()
{
    QByteArray text = example(u"hello.json"_s);
    text.replace("\"value\": \"hello\"", "\"value\": \"silent\"");
    text.replace("\"value\": \"5\"", "\"value\": \"600\"");
    return text;
}

} // namespace

class DebugRunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void breaksOnTheErrorEdgeAndGoesOnWithAnotherValue()
    {
        Run run(example(u"retry-loop.json"_s));
        QVERIFY(run.connect());
        runner::Breakpoint breakpoint;
        breakpoint.object = run.idOf(u"Ask"_s);
        breakpoint.transition = u"transferError"_s;
        QVERIFY(breakpoint.object != 0);
        run.start({breakpoint});
        QVERIFY(run.isHeld());
        QCOMPARE(run.controller->hold()->cause, runner::Hold::Cause::Breakpoint);
        const runner::StepRecord &asked = run.records.constLast();
        QCOMPARE(asked.step.object, breakpoint.object);
        QCOMPARE(asked.step.outcome, u"error"_s);
        QVERIFY2(asked.request.contains(u"\"operation\":\"sendtokenmsg\""_s), qPrintable(asked.request));
        QVERIFY(!asked.response.isEmpty());
        QVERIFY(asked.timing);
        QVERIFY(asked.timing->waitUs > 0);
        QVERIFY(asked.timing->queueUs + asked.timing->networkUs + asked.timing->waitUs <= asked.step.durationUs);
        QVERIFY(run.controller->setVariable(u"attempt"_s, core::Value(40.0)));
        run.controller->setBreakpoints({});
        run.controller->proceed();
        QVERIFY(run.isOver());
        QVERIFY(run.report->has_value());
        QVERIFY2(run.report->value().variables.value(u"attempt"_s).toNumber().value_or(0) > 40,
                 qPrintable(run.report->value().variables.value(u"attempt"_s).toText()));
    }

    /// The node of the connection, or our own, dies while the answer is waited for: the error transition is taken.
    void aNodeDiesInMidWait_data()
    {
        QTest::addColumn<bool>("isOurs");
        QTest::newRow("ours") << true;
        QTest::newRow("the connection's") << false;
    }
    void aNodeDiesInMidWait()
    {
        QFETCH(const bool, isOurs);
        Run run(patientHello());
        QVERIFY(run.connect());
        run.inputs.startParams.insert(1, core::Value(isOurs ? crmPeer : ordersPeer));
        run.start({});
        const qint64 hello = run.idOf(u"Say hello"_s);
        QTRY_COMPARE(run.waits, QList<qint64>{hello});
        const simulator::NodeAddress node = run.cluster.nodes().at(isOurs ? 0 : 1);
        QVERIFY(run.cluster.killNode(node.site, node.node));
        QVERIFY(run.isOver());
        QVERIFY(run.report->has_value());
        QCOMPARE(run.report->value().reason, machine::Reason::Normal);
        const auto step = std::find_if(run.records.begin(), run.records.end(),
                                       [hello](const runner::StepRecord &one) { return one.step.object == hello; });
        QVERIFY(step != run.records.end());
        QCOMPARE(step->step.outcome, u"error"_s);
        QCOMPARE(step->step.target, std::optional(run.idOf(u"Failed"_s)));
        QVERIFY2(run.report->value().result->toText().startsWith(u"failed: "_s), qPrintable(run.report->value().result->toText()));
    }
};

QTEST_GUILESS_MAIN(DebugRunTest)
#include "tst_debugrun.moc"
