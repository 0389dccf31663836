// SPDX-License-Identifier: GPL-3.0-or-later
// What a run has come to, as the canvas shows it: values only, filled by whoever watches the run. How it looks is CardPainter's, in which
// words it is said runtext.h's.
#pragma once

#include <QHash>
#include <QString>

#include <utility>

namespace signalbox::drawing {

enum class Breakpoint : quint8 { None, Enabled, Disabled, Conditional };

enum class RunPhase : quint8 {
    None,    ///< not this step
    Current, ///< the run is here
    Waiting, ///< it is here, and waits for an answer or a time
    Paused   ///< it is held here, before the step
};

struct CardRun {
    RunPhase phase = RunPhase::None;
    QString outcome{};   ///< of the last step that ended; a code
    qint64 count = 0;    ///< steps that ended
    qint64 spentUs = 0;  ///< in all of them
    qint64 waitedUs = 0; ///< in the step that waits
    int attempt = 0;     ///< of the step under way; told from the second on
    Breakpoint breakpoint = Breakpoint::None;
    bool operator==(const CardRun &) const = default;
    bool isTaken() const { return count > 0 || phase != RunPhase::None; }
};

struct EdgeRun {
    qint64 taken = 0; ///< times
    Breakpoint breakpoint = Breakpoint::None;
    bool operator==(const EdgeRun &) const = default;
};

struct RunState {
    using Way = std::pair<qint64, QString>; ///< where it begins and the outcome's code
    QHash<qint64, CardRun> cards;
    QHash<Way, EdgeRun> edges;
    bool isEmpty() const { return cards.isEmpty() && edges.isEmpty(); }
};

} // namespace signalbox::drawing
