// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine asks of its host, and what it reports.
#pragma once

#include "core/value.h"
#include "operation/operation.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <chrono>
#include <optional>
#include <variant>

namespace signalbox::machine {

/// The options of transitionOption, without "all".
enum class Reason : quint8 { Normal, TransferNotSet, Stop, Timeout, Error, OwnerDown };

/// "normal", "transfer_not_set", "stop", "timeout", "error", "ownerdown".
QString reasonName(Reason reason);
/// The reason of a name, or nothing.
std::optional<Reason> reasonOf(QStringView name);

using CallId = quint64; ///< counts from 1 within a machine

/// Perform the operation, then resume(id, outcome).
struct Perform {
    CallId id = 0;
    qint64 object = 0;
    operation::Operation operation;
};

/// Wait, then wake(id).
struct Sleep {
    CallId id = 0;
    std::chrono::milliseconds duration{0};
    bool isBetween = false; ///< Limits::pause; else the wait of a component 103
};

/// Component 111 in mode log.
struct Log {
    qint64 object = 0;
    QString text;
};

struct Finished {
    Reason reason = Reason::Normal;
    core::Value result; ///< returnValue of the stop component that ended the main branch, else the empty string
    bool hasResult = false;
    QString message; ///< why, unless the reason is normal
};

using Effect = std::variant<Perform, Sleep, Log, Finished>;

/// A variable that a component has changed.
struct VariableChange {
    QString name;
    core::Value before;
    core::Value after;
    bool operator==(const VariableChange &) const = default;
};

/// One finished component. A component whose own fault ends its branch has the outcome error and no transition; one that a limit or stop()
/// interrupts has no event.
struct TraceEvent {
    qint64 object = 0;
    QString name;
    QString type;                 ///< short title
    QString outcome;              ///< success, timeout, error, true, false, done
    QString transition;           ///< code of the property that was taken; empty where there is none
    std::optional<qint64> target; ///< oId; nothing where the transition is unset
    qint64 startedUs = 0;         ///< since the run's start
    qint64 durationUs = 0;
    QString error;                      ///< text of the error variable, or why the component ended its branch; empty when there was none
    QList<VariableChange> changes = {}; ///< with Machine::recordChanges(), in the order of the changes
};

/// What is given at the start.
struct Inputs {
    QMap<int, core::Value> startParams; ///< 1 to 20
    QHash<QString, core::Value> variables;
};

/// What the main branch may use; the post-processing branches together may use as much again, or a loop would leave them nothing. Reaching
/// a limit ends the branch with the reason stop (platform.md §5).
struct Limits {
    qint64 components = 100'000;
    std::chrono::milliseconds pause{0}; ///< between components
    std::chrono::milliseconds time{60 * 60 * 1000};
    qint64 characters = 16 * 1024 * 1024; ///< in all variables together; beyond it an assignment fails with the error too_large
};

} // namespace signalbox::machine
