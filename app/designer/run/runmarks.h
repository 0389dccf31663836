// SPDX-License-Identifier: GPL-3.0-or-later
// Between a run and the canvas of its document: hands the overlay what the run has come to and where breakpoints are. Whether that shows
// and how is the overlay's.
#pragma once

#include "designer/run/runsession.h"

#include <QPointer>

namespace signalbox::editing {
class EditSession;
class StepText;
} // namespace signalbox::editing

namespace signalbox::designer {

class CanvasView;

/// The breakpoints that a document keeps, those of components that are gone left out.
QList<runner::Breakpoint> breakpointsOf(const scenario::Scenario &scenario);
/// As one step that can be undone.
void keepBreakpoints(editing::EditSession &session, const QList<runner::Breakpoint> &breakpoints, const editing::StepText &text);

class RunMarks final : public QObject
{
    Q_OBJECT

public:
    /// canvas must outlive it.
    explicit RunMarks(CanvasView &canvas, QObject *parent = nullptr);

    /// The run that is shown; nullptr: breakpoints alone.
    void follow(RunSession *session);
    /// Of a run that is over: as it was after this many steps.
    void replay(const RunLog &log, qsizetype steps);
    const QList<runner::Breakpoint> &breakpoints() const { return m_breakpoints; }

Q_SIGNALS:
    void breakpointsChanged();

private:
    void readBreakpoints();
    void showAll(const drawing::RunState &state);
    void show(const RunPicture::Touched &touched);
    drawing::CardRun dressed(qint64 card, drawing::CardRun run) const;
    drawing::EdgeRun dressed(const drawing::RunState::Way &way, drawing::EdgeRun run) const;
    /// Code of the outcome whose transition is kept in this property; empty where there is none.
    QString outcomeOf(qint64 object, const QString &property) const;

    CanvasView &m_canvas;
    QPointer<RunSession> m_session;
    QList<runner::Breakpoint> m_breakpoints;
    QHash<qint64, drawing::Breakpoint> m_cards;
    QHash<drawing::RunState::Way, drawing::Breakpoint> m_edges;
};

} // namespace signalbox::designer
