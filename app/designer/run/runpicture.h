// SPDX-License-Identifier: GPL-3.0-or-later
// What a run has come to as the canvas shows it, made step by step: counts, times, outcomes, where the run is. Values only; the overlay
// paints them.
#pragma once

#include "drawing/runstate.h"
#include "runner/breakpoint.h"
#include "runner/steprecord.h"

namespace signalbox::designer {

class RunPicture final
{
public:
    /// What a change touched: to be handed to the overlay.
    struct Touched {
        QList<qint64> cards;
        std::optional<drawing::RunState::Way> edge;
    };

    const drawing::RunState &state() const { return m_state; }

    Touched begin(const runner::StepStart &step);
    /// isOver: nothing comes after it.
    Touched end(const machine::TraceEvent &step, bool isOver = false);
    /// The component that waits has done so for this long.
    Touched wait(qint64 us);
    Touched hold(std::optional<qint64> object);
    /// It goes on, or is over.
    Touched release();

private:
    /// The run is at this component now; 0: nowhere.
    void goTo(qint64 object, drawing::RunPhase phase, Touched &touched);

    drawing::RunState m_state;
    qint64 m_at = 0;
};

} // namespace signalbox::designer
