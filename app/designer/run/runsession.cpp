// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/runsession.h"

#include <QDir>
#include <QFileInfo>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

constexpr std::chrono::milliseconds tickTime{100};

} // namespace

RunSession::RunSession(LiveCluster &live, cluster::Surroundings surroundings, RunPlan plan, QObject *parent)
    : QObject(parent), m_live(live), m_surroundings(surroundings), m_plan(std::move(plan)),
      m_log({m_plan.title, m_plan.needsCluster ? live.title() : QString(), m_plan.scenario, surroundings.clock.nowMs()})
{}

RunSession::~RunSession()
{
    m_controller.reset();
    m_wholeRun.reset();
}

void RunSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

QString RunSession::phase() const
{
    if (m_state != State::Connecting)
        return {};
    if (m_picking)
        return tr("Asking which connections there are…");
    return m_live.phase().isEmpty() ? tr("Connecting to %1…").arg(m_live.title()) : m_live.phase();
}

// Before it begins ----------------------------------------------------------------------------------------------------------

void RunSession::start()
{
    tick();
    if (m_plan.needsCluster)
        connectNow();
    else
        run();
}

void RunSession::connectNow()
{
    connect(&m_live, &LiveCluster::stateChanged, this, [this] {
        if (m_state == State::Connecting)
            Q_EMIT stateChanged(); // another phase
    });
    m_opening = m_live.open(LiveCluster::Need::Operations);
    m_opening->start([this](const Result<LiveCluster::Connection> &connection) {
        if (!connection)
            return fail(connection.error());
        m_connection = *connection;
        pick();
    });
    Q_EMIT stateChanged();
}

void RunSession::pick()
{
    const QStringList selectors = m_plan.inputs.connections();
    if (selectors.isEmpty())
        return run();
    m_picking = std::make_unique<runner::PickCall>(m_connection->session().registrar(), m_surroundings.scheduler, selectors);
    m_picking->start([this](const Result<QHash<QString, QString>> &picked) {
        if (!picked) {
            m_live.take(picked.error());
            return fail(picked.error());
        }
        m_picked = *picked;
        m_picking.reset();
        run();
    });
    Q_EMIT stateChanged();
}

Result<std::unique_ptr<runner::LocalFiles>> RunSession::localFiles() const
{
    auto files = std::make_unique<runner::LocalFiles>();
    const QMap<QString, QString> &folders = m_plan.inputs.folders();
    if (!folders.isEmpty() && m_plan.path.isEmpty())
        return core::fail(u"file_not_found"_s, tr("The scenario names folders beside its file; save it first."));
    const QDir home = QFileInfo(m_plan.path).absoluteDir();
    for (auto folder = folders.begin(); folder != folders.end(); ++folder) {
        if (const auto added = files->addCategory(folder.key() + u'=' + home.absoluteFilePath(folder.value())); !added)
            return tl::unexpected(added.error());
    }
    return files;
}

void RunSession::run()
{
    if (m_connection) {
        Result<std::unique_ptr<runner::LocalFiles>> files = localFiles();
        if (!files)
            return fail(files.error());
        m_line = std::make_shared<ClusterLine>(std::exchange(m_connection, nullptr), std::move(*files));
        m_log.setCluster(m_line->connection()->choice().title());
        const cluster::Credentials &secrets = m_line->connection()->credentials();
        m_secrets = {secrets.password, secrets.token, secrets.proxyPassword};
    }
    m_log.setStarted(m_surroundings.clock.nowMs());
    m_startedUs = m_surroundings.clock.monotonicUs();
    if (isWhole())
        runWhole();
    else
        host();
}

void RunSession::fail(const core::Error &error)
{
    m_error = error;
    m_tick.cancel();
    setState(State::Ended);
}

// The run -------------------------------------------------------------------------------------------------------------------

void RunSession::host()
{
    runner::RunController::Observer observer;
    observer.record = [this](const runner::StepRecord &step) {
        onStep(step);
    };
    observer.waiting = [this](const runner::StepStart &step) {
        onWaiting(step);
    };
    observer.held = [this](const runner::Hold &hold) {
        onHeld(hold);
    };
    observer.log = [this](const machine::Log &log) {
        Q_EMIT logged(log.object, log.text);
    };
    observer.secrets = m_secrets;
    m_controller = std::make_unique<runner::RunController>(m_plan.program, m_plan.inputs.resolved(m_picked), machine::Limits(),
                                                           m_line ? &m_line->operations() : nullptr, m_surroundings, std::move(observer));
    m_controller->setBreakpoints(m_plan.breakpoints);
    if (m_plan.holdsFirst)
        m_controller->pause();
    m_controller->start([this](Result<runner::RunReport> report) {
        if (report)
            onEnd(std::move(*report));
        else
            fail(report.error());
    });
    setState(m_plan.holdsFirst ? State::Pausing : State::Running);
}

void RunSession::runWhole()
{
    Result<runner::WholeScenario> whole =
        runner::WholeScenario::make(m_plan.scenario, m_plan.inputs.resolved(m_picked), m_line->connection()->choice().profile.dialect);
    if (!whole)
        return fail(whole.error());
    m_whole = std::move(*whole);
    const auto limit =
        std::min(machine::Limits().time, runner::RemoteOperations::longestScenario(m_line->connection()->choice().profile.dialect));
    m_wholeRun = m_line->operations().runWhole(*m_whole, limit);
    m_wholeRun->start([this](const Result<core::Json> &variables) {
        runner::RunReport report;
        report.reason.reset();
        if (variables) {
            report.result = m_whole->resultIn(*variables);
            for (const core::JsonMember &member : variables->members())
                report.variables.insert(member.key, runner::RunInputs::valueOf(member.value));
        } else {
            report.message = variables.error().message;
            m_live.take(variables.error());
        }
        report.startedMs = m_log.about().startedMs;
        report.durationUs = m_surroundings.clock.monotonicUs() - m_startedUs;
        onEnd(std::move(report));
    });
    setState(State::Running);
}

void RunSession::onStep(const runner::StepRecord &step)
{
    m_log.add(step);
    touch(m_picture.end(step.step));
    Q_EMIT stepEnded(step);
}

void RunSession::onWaiting(const runner::StepStart &step)
{
    m_log.setOpen(step);
    touch(m_picture.begin(step));
}

void RunSession::onHeld(const runner::Hold &hold)
{
    m_hold = hold;
    touch(m_picture.hold(hold.object));
    setState(State::Held);
}

void RunSession::onEnd(runner::RunReport report)
{
    m_hold.reset();
    m_tick.cancel();
    m_log.finish(std::move(report));
    touch(m_picture.release());
    setState(State::Ended);
}

void RunSession::touch(const RunPicture::Touched &touched)
{
    Q_EMIT pictureChanged(touched);
}

void RunSession::tick()
{
    m_tick.arm(m_surroundings.scheduler, tickTime, [this] {
        tick();
        if (m_controller && m_log.open())
            touch(m_picture.wait(m_controller->elapsedUs() - m_log.open()->startedUs));
        Q_EMIT ticked();
    });
}

qint64 RunSession::elapsedUs() const
{
    if (m_log.end())
        return m_log.end()->durationUs;
    if (m_controller)
        return m_controller->elapsedUs();
    return m_wholeRun ? m_surroundings.clock.monotonicUs() - m_startedUs : 0;
}

// What a person wants -------------------------------------------------------------------------------------------------------

void RunSession::pause()
{
    if (m_state != State::Running || isWhole())
        return;
    m_controller->pause();
    setState(State::Pausing);
}

void RunSession::step()
{
    if (m_state == State::Running)
        return pause();
    if (m_state != State::Held)
        return;
    m_hold.reset();
    m_controller->step();
    setState(State::Pausing);
}

void RunSession::proceed()
{
    if (m_state != State::Held && m_state != State::Pausing)
        return;
    m_hold.reset();
    m_controller->proceed();
    setState(State::Running);
}

void RunSession::stop()
{
    const QString why = tr("The run was stopped.");
    if (m_state == State::Ended)
        return;
    if (m_state == State::Connecting) {
        m_opening.reset();
        m_picking.reset();
        return fail({u"cancelled"_s, why, {}});
    }
    if (m_wholeRun) {
        m_wholeRun.reset(); // stops the scenario there
        runner::RunReport report;
        report.reason.reset();
        report.message = why;
        report.startedMs = m_log.about().startedMs;
        report.durationUs = m_surroundings.clock.monotonicUs() - m_startedUs;
        return onEnd(std::move(report));
    }
    m_hold.reset();
    const bool isFirst = m_state != State::Stopping;
    if (isFirst)
        setState(State::Stopping);
    m_controller->stop(machine::Reason::Stop, why); // perhaps its end
}

void RunSession::setBreakpoints(const QList<runner::Breakpoint> &breakpoints)
{
    m_plan.breakpoints = breakpoints;
    if (m_controller)
        m_controller->setBreakpoints(breakpoints);
}

QHash<QString, core::Value> RunSession::variables() const
{
    if (m_log.end())
        return m_log.end()->variables;
    return m_controller ? m_controller->variables() : QHash<QString, core::Value>();
}

Result<void> RunSession::setVariable(const QString &name, const core::Value &value)
{
    if (m_state != State::Held)
        return core::fail(u"not_held"_s, tr("Variables can be changed while the run is paused."));
    auto done = m_controller->setVariable(name, value);
    if (done)
        Q_EMIT variablesChanged();
    return done;
}

} // namespace signalbox::designer
