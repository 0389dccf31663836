// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a scenario from the desktop: connects where it must, asks the registrar for connections, hosts the run, and keeps what becomes
// of it in a log. Works on a copy of the document and never touches it. Asks nobody and paints nothing.
#pragma once

#include "designer/run/clusterline.h"
#include "designer/run/runlog.h"
#include "designer/run/runpicture.h"
#include "runner/pickcall.h"
#include "runner/runcontroller.h"
#include "runner/runinputs.h"
#include "runner/wholescenario.h"

namespace signalbox::designer {

/// What is to be run, made ready: it compiles, its inputs can be read.
struct RunPlan {
    scenario::Scenario scenario; ///< as it is now
    QString title;
    QString path;                                    ///< of its file; folders of its inputs lie beside it
    std::shared_ptr<const machine::Program> program; ///< null: the cluster runs it whole
    runner::RunInputs inputs;
    core::Dialect dialect; ///< of the document's program
    bool needsCluster = false;
    bool holdsFirst = false;
    QList<runner::Breakpoint> breakpoints;
};

class RunSession final : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Connecting, ///< phase() says what is being waited for
        Running,
        Pausing, ///< asked to hold; the component under way is waited for
        Held,    ///< hold() says why
        Stopping,
        Ended ///< log().end() says how, or error() why it never began
    };
    Q_ENUM(State)

    /// live and what surroundings name must outlive it.
    RunSession(LiveCluster &live, cluster::Surroundings surroundings, RunPlan plan, QObject *parent = nullptr);
    /// What still runs is broken off.
    ~RunSession() override;

    void start();
    void pause();
    void step();
    void proceed();
    /// Post-processing still runs; a second one ends that, too. A run that has not begun is given up.
    void stop();
    void setBreakpoints(const QList<runner::Breakpoint> &breakpoints);

    State state() const { return m_state; }
    bool isOver() const { return m_state == State::Ended; }
    bool isWhole() const { return !m_plan.program; }
    QString phase() const;
    const std::optional<runner::Hold> &hold() const { return m_hold; }
    const core::Error &error() const { return m_error; }
    const RunLog &log() const { return m_log; }
    const RunPicture &picture() const { return m_picture; }
    const RunPlan &plan() const { return m_plan; }
    const runner::RunInputs &inputs() const { return m_plan.inputs; }
    /// Microseconds that it has run; held time counts for nothing.
    qint64 elapsedUs() const;

    /// As they are now; at the end as they were then.
    QHash<QString, core::Value> variables() const;
    /// While it is held only; cast to the variable's type. Errors: undeclared, cast, too_large, not_held.
    core::Result<void> setVariable(const QString &name, const core::Value &value);

    /// What must not show in anything that is kept of it.
    const QStringList &secrets() const { return m_secrets; }

    /// What is left to be tidied up on the cluster after the end, once; may be null.
    std::shared_ptr<ClusterLine> takeLine() { return std::move(m_line); }

Q_SIGNALS:
    void stateChanged();
    void stepEnded(const signalbox::runner::StepRecord &step);
    void logged(qint64 object, const QString &text); ///< component 111 in mode log
    void variablesChanged();                         ///< by a person
    /// The picture is other there.
    void pictureChanged(const signalbox::designer::RunPicture::Touched &touched);
    /// A while has passed: elapsedUs() and waiting cards are other.
    void ticked();

private:
    void setState(State state);
    void connectNow();
    void pick();
    void run();
    void runWhole();
    void host();
    core::Result<std::unique_ptr<runner::LocalFiles>> localFiles() const;
    void onStep(const runner::StepRecord &step);
    void onWaiting(const runner::StepStart &step);
    void onHeld(const runner::Hold &hold);
    void onEnd(runner::RunReport report);
    void fail(const core::Error &error);
    void tick();
    void touch(const RunPicture::Touched &touched);

    LiveCluster &m_live;
    cluster::Surroundings m_surroundings;
    RunPlan m_plan;
    State m_state = State::Connecting;
    core::Error m_error;
    std::optional<runner::Hold> m_hold;
    RunLog m_log;
    RunPicture m_picture;
    qint64 m_startedUs = 0;
    std::shared_ptr<ClusterLine> m_line;
    LiveCluster::Connection m_connection;
    QHash<QString, QString> m_picked;
    QStringList m_secrets;
    std::optional<runner::WholeScenario> m_whole;
    core::Deadline m_tick;
    // Calls go first.
    cluster::Call<LiveCluster::Connection> m_opening;
    std::unique_ptr<runner::PickCall> m_picking;
    cluster::Call<core::Json> m_wholeRun;
    std::unique_ptr<runner::RunController> m_controller;
};

} // namespace signalbox::designer
