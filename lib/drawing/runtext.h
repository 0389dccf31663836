// SPDX-License-Identifier: GPL-3.0-or-later
// A run's state in words: on badges, short; for a screen reader, whole.
#pragma once

#include "drawing/card.h"
#include "drawing/runstate.h"
#include "drawing/theme.h"

namespace signalbox::drawing {

/// "0.1 ms", "1.8 s", "2 min 5 s", as the current locale writes numbers.
QString durationText(qint64 microseconds);

struct RunBadge {
    QString text; ///< empty: none
    Role role = Role::Plain;
    bool operator==(const RunBadge &) const = default;
};
/// "waiting 1.8 s · try 3", "timeout · 2 × 5 s"; a component that has one way out tells no outcome.
RunBadge runBadge(const CardRun &run, const Card &card);
/// How often a transition was taken; empty for never.
QString countText(qint64 count);

/// Sentences without the last full stop; empty where there is nothing to say.
QString spokenRun(const CardRun &run, const Card &card);
QString spokenRun(const EdgeRun &run);

} // namespace signalbox::drawing
