// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run is to be held: before a component, or when a transition is taken; with a condition and a count. Values only, and the form in
// which a document keeps them under x-signalbox.breakpoints. When one hits says Debugger.
#pragma once

#include "core/json.h"

#include <QList>
#include <QString>

#include <optional>

namespace signalbox::runner {

struct Breakpoint {
    enum class Count : quint8 { Always, Equal, AtLeast, Every };

    qint64 object = 0;
    QString transition;          ///< code of the property; empty: before the object
    QString condition;           ///< an expression; empty: always
    Count count = Count::Always; ///< of the times that the condition held
    int times = 1;               ///< at least 1
    bool isEnabled = true;

    /// Of the same card or edge.
    bool isAt(qint64 where, QStringView way) const { return object == where && transition == way; }
    bool operator==(const Breakpoint &) const = default;
};

/// At most so many are read and kept.
inline constexpr qsizetype mostBreakpoints = 1000;

/// "=", ">=", "every", or empty for always.
QString countName(Breakpoint::Count count);

/// x-signalbox.breakpoints: [{"object","transition","condition","count","times","enabled"}], what is as usual left out; null where there
/// are none.
core::Json toJson(const QList<Breakpoint> &breakpoints);
/// All that can be read; what is none of ours is passed over.
QList<Breakpoint> readBreakpoints(const core::Json &json);

} // namespace signalbox::runner
