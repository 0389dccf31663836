// SPDX-License-Identifier: GPL-3.0-or-later
// What a run was: why it ended, its result, its variables, its steps. A value, and its forms for programs: the JSON document of "run",
// trace lines, JUnit XML. Nothing here is for a person's eyes but the messages inside.
#pragma once

#include "core/json.h"
#include "machine/effect.h"

#include <QHash>
#include <QList>

namespace signalbox::runner {

struct RunReport {
    /// Nothing for a scenario that a cluster ran whole: it does not say why it ended.
    std::optional<machine::Reason> reason = machine::Reason::Normal;
    std::optional<core::Value> result; ///< nothing where no stop component gave one
    QString message;                   ///< why, unless the reason is normal; without a reason, what went wrong
    QHash<QString, core::Value> variables;
    QList<machine::TraceEvent> steps;
    qint64 startedMs = 0; ///< since 1970
    qint64 durationUs = 0;
};

/// Whether the run did not end as wished.
bool isFailed(const RunReport &report);
/// machine::reasonName, or "unknown".
QString reasonText(const RunReport &report);
/// {"reason","result","variables":{},"steps":[…]}; result is null where there is none, variables stand in the order of their names.
core::Json toJson(const RunReport &report);
/// {"object","name","type","outcome","transition","target","startedMs","durationMs","error"}; times are milliseconds with three decimals,
/// the start counted from the run's; target is null where the transition is unset.
core::Json toJson(const machine::TraceEvent &step);
/// A number as a number, anything else as its text.
core::Json toJson(const core::Value &value);
/// One line of compact JSON a step.
QByteArray traceLines(const RunReport &report);
/// A test suite with one test case, which fails when the reason is not normal; the steps stand in its output.
QByteArray junitXml(const RunReport &report, const QString &scenario);

} // namespace signalbox::runner
