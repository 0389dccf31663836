// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a run with all that a person looks at afterwards: what was asked and answered, what changed, where the time went. Made to be
// kept: secrets are masked, sizes limited. The bare step is machine::TraceEvent.
#pragma once

#include "cluster/traffic.h"
#include "core/json.h"
#include "runner/operationport.h"
#include "runner/runreport.h"

namespace signalbox::runner {

/// What a step record holds at most, in characters and pieces.
namespace recordlimit {
inline constexpr qsizetype payload = 64 * 1024; ///< request, response
inline constexpr qsizetype value = 4000;        ///< of a variable
inline constexpr qsizetype changes = 100;       ///< variables of one step
} // namespace recordlimit

struct StepRecord {
    qint64 number = 0;                     ///< from 1
    machine::TraceEvent step;              ///< with its changes, cut and masked
    qint64 startedMs = 0;                  ///< since 1970
    std::optional<OperationTiming> timing; ///< of an operation whose port tells it
    QString request;                       ///< of an operation: JSON of the component's property codes
    QString response;                      ///< its result or error; JSON where it is
    bool isCut = false;                    ///< something was longer than the limits
};

/// A component that has begun and waits.
struct StepStart {
    qint64 number = 0;
    qint64 object = 0;
    qint64 startedUs = 0;                              ///< since the run's start
    qint64 startedMs = 0;                              ///< since 1970
    QString request;                                   ///< empty for a pause
    std::optional<std::chrono::milliseconds> duration; ///< of a pause
};

/// Makes what may be kept of a step.
class StepRecorder final
{
public:
    explicit StepRecorder(const core::Dialect &dialect) : m_mask({}, dialect) {}

    /// A value that must not show wherever it stands.
    void addSecret(const QString &secret) { m_mask.addSecret(secret); }

    /// What may be kept of any other text.
    QString text(const QString &text, qsizetype limit = recordlimit::value) const;
    QString request(const operation::Operation &operation, bool &isCut) const;
    QString response(const operation::Outcome &outcome, bool &isCut) const;
    /// step with its changes masked and cut.
    machine::TraceEvent kept(machine::TraceEvent step, bool &isCut) const;

private:
    QString fitted(const QString &text, qsizetype limit, bool &isCut) const;

    cluster::Traffic m_mask;
};

/// The operation by the codes of component 144's properties; content as JSON where it is.
core::Json toJson(const operation::Operation &operation);
/// As toJson(TraceEvent), and "number", "startedAt", "queueMs", "networkMs", "waitMs", "request", "response", "changes"
/// ({"name":{"before","after"}}), "cut", each where there is something to say.
core::Json toJson(const StepRecord &record);
/// One line of compact JSON a step.
QByteArray recordLines(const QList<StepRecord> &records);
/// What a run was, with its steps as they were kept. end: as it was told without them; nothing for a run that was cut off.
RunReport reportOf(const std::optional<RunReport> &end, const QList<StepRecord> &records);

} // namespace signalbox::runner
