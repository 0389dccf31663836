// SPDX-License-Identifier: GPL-3.0-or-later
// A run of a scenario and its steps as the journal keeps them: values as text and JSON text, masked by whoever records them. Not a trace of
// the machine; the runner makes one from the other.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace signalbox::journal {

struct Run {
    QString id;             ///< newRunId()
    QString document;       ///< its name for a person
    QString path;           ///< file, or empty for a document that has none
    QByteArray scenario;    ///< the text that was run, so that the run can be replayed after edits; may be empty
    QString cluster;        ///< name of the profile
    bool onCluster = false; ///< run whole by the cluster: without steps
    qint64 startedUs = 0;   ///< microseconds since 1970-01-01T00:00:00Z
    QByteArray inputs;      ///< JSON {"startparams":{},"variables":{}}

    // What its end adds.
    bool finished = false;   ///< false for one that is going on, and for ever for one that a crash cut off
    QString reason;          ///< machine::reasonName, or "unknown"
    QString message;         ///< why, unless the reason is normal
    QString result;          ///< text of the stop component's value
    bool hasResult = false;  ///< whether there was one
    qint64 durationUs = 0;   ///< to its end
    QByteArray variables;    ///< JSON object: at the end
    qint64 droppedSteps = 0; ///< that were not kept
    qint64 steps = 0;        ///< kept; counted by the journal

    bool operator==(const Run &) const = default;
};

struct RunStep {
    qint64 number = 0; ///< from 0, in the order of finishing; given by the journal
    qint64 object = 0; ///< oId
    QString name;
    QString type;                 ///< short title
    QString outcome;              ///< success, timeout, error, true, false, done
    QString transition;           ///< code of the property that was taken; empty where there is none
    std::optional<qint64> target; ///< oId
    qint64 startedUs = 0;         ///< since the run's start
    qint64 durationUs = 0;
    // How the duration splits; 0 where it is not known.
    qint64 queueUs = 0;   ///< until something went out
    qint64 networkUs = 0; ///< until the cluster had taken it
    qint64 waitUs = 0;    ///< for the answer
    QByteArray request;
    QByteArray response;
    QByteArray variablesBefore; ///< JSON object; may be empty
    QByteArray variablesAfter;
    QString error;

    bool operator==(const RunStep &) const = default;
};

/// A new one each time.
QString newRunId();

} // namespace signalbox::journal
