// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/runcommands.h"

#include "designer/run/rundesk.h"
#include "designer/shell/actions.h"
#include "designer/shell/workspace.h"

#include <QToolBar>
#include <QToolButton>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using Extent = RunDesk::Wish::Extent;
using State = RunSession::State;

RunCommands::RunCommands(const WindowParts &parts, RunDesk &desk) : m_parts(parts), m_desk(desk)
{
    makeRunActions();
    makeBreakpointActions();
    connect(&desk, &RunDesk::stateChanged, this, &RunCommands::enable);
}

void RunCommands::makeRunActions()
{
    Actions &actions = m_parts.actions;
    const auto begin = [this](const char *id, std::function<QString()> text, const QKeySequence &shortcut, const RunDesk::Wish &wish) {
        m_parts.actions.add(QLatin1String(id), std::move(text), shortcut, [this, wish] { m_desk.run(wish); });
    };
    const auto steer = [this](const char *id, std::function<QString()> text, const QKeySequence &shortcut, void (RunSession::*task)()) {
        m_parts.actions.add(QLatin1String(id), std::move(text), shortcut, [this, task] {
            if (RunSession *const session = m_desk.current())
                (session->*task)();
        });
    };
    actions.add(
        u"run.run"_s, [this] { return runText(); }, QKeySequence(Qt::Key_F5),
        [this] {
            if (m_desk.isRunning())
                m_desk.current()->proceed();
            else
                m_desk.run({});
        });
    actions.add(
        u"run.step"_s, [] { return tr("Step"); }, QKeySequence(Qt::Key_F10),
        [this] {
            if (m_desk.isRunning())
                m_desk.current()->step();
            else
                m_desk.run({Extent::Whole, false, true});
        });
    steer(
        "run.pause", [] { return tr("Pause"); }, QKeySequence(Qt::Key_F6), &RunSession::pause);
    steer(
        "run.stop", [] { return tr("Stop"); }, QKeySequence(Qt::SHIFT | Qt::Key_F5), &RunSession::stop);
    begin("run.withInputs", [] { return tr("Run with inputs…"); }, QKeySequence(Qt::CTRL | Qt::Key_F5), {Extent::Whole, true, false});
    begin("run.fromHere", [] { return tr("Run from this component"); }, {}, {Extent::FromHere, false, false});
    begin("run.onlyThis", [] { return tr("Run only this component…"); }, {}, {Extent::OnlyThis, false, false});
    actions.add(
        u"run.export"_s, [] { return tr("Export the run…"); }, {}, [this] { m_desk.exportRun(); });
    actions.add(
        u"run.try"_s, [] { return tr("Try an operation…"); }, QKeySequence(Qt::CTRL | Qt::Key_T), [this] { m_desk.tryOperation(); });
    begin("run.onCluster", [] { return tr("Run the whole scenario on the cluster"); }, {}, {Extent::OnCluster, false, false});
}

void RunCommands::makeBreakpointActions()
{
    Actions &actions = m_parts.actions;
    actions.add(
        u"run.breakpoint"_s, [] { return tr("Set or remove a breakpoint"); }, QKeySequence(Qt::Key_F9),
        [this] { m_desk.toggleBreakpoint(); });
    actions.add(
        u"run.breakpoints"_s, [] { return tr("Breakpoints of this component…"); }, QKeySequence(Qt::SHIFT | Qt::Key_F9),
        [this] { m_desk.editBreakpoints(); });
    actions.add(
        u"run.clearBreakpoints"_s, [] { return tr("Remove all breakpoints"); }, {}, [this] { m_desk.removeBreakpoints(); });
}

QString RunCommands::runText() const
{
    return m_desk.isRunning() && m_desk.current()->state() == State::Held ? tr("Continue") : tr("Run");
}

void RunCommands::enable()
{
    DocumentPage *const page = m_parts.workspace.current();
    const RunSession *const session = m_desk.current();
    const bool isRunning = m_desk.isRunning();
    const State state = session ? session->state() : State::Ended;
    const qsizetype selected = page ? page->canvas().canvas().selectedIds().size() : 0;
    const auto enable = [this](const char *id, bool isOn) {
        m_parts.actions.find(QLatin1String(id))->setEnabled(isOn);
    };
    const bool isHeld = isRunning && (state == State::Held || state == State::Pausing);
    const bool isHere = isRunning && !session->isWhole();
    enable("run.run", page && (!isRunning || isHeld));
    m_parts.actions.find(u"run.run"_s)->setText(runText());
    enable("run.step", page && (!isRunning || (isHere && (state == State::Held || state == State::Running))));
    enable("run.pause", isHere && state == State::Running);
    enable("run.stop", isRunning);
    enable("run.withInputs", page && !isRunning);
    enable("run.fromHere", page && !isRunning && selected == 1);
    enable("run.onlyThis", page && !isRunning && selected == 1);
    enable("run.onCluster", page && !isRunning);
    enable("run.try", m_desk.canTry());
    enable("run.export", m_desk.canExport());
    enable("run.breakpoint", selected > 0);
    enable("run.breakpoints", selected == 1);
    enable("run.clearBreakpoints", m_desk.hasBreakpoints());
}

void RunCommands::fill(QToolBar &bar)
{
    for (const char *const id : {"run.run", "run.step", "run.pause", "run.stop"}) {
        QAction *const action = m_parts.actions.find(QLatin1String(id));
        bar.addAction(action);
        QWidget *const button = bar.widgetForAction(action);
        button->setObjectName(action->objectName() + u".button"_s);
        if (action->objectName() == "run.run"_L1)
            button->setProperty("primary", true);
    }
}

} // namespace signalbox::designer
