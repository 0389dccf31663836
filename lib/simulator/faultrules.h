// SPDX-License-Identifier: GPL-3.0-or-later
// What is to go wrong in a simulated cluster, as the cluster file's "faults" says it (resources/schemas/cluster.schema.json): values only.
// faults.h decides by them.
#pragma once

#include "core/json.h"
#include "core/result.h"

#include <optional>

namespace signalbox::simulator {

/// What happens to a frame, a request, an answer or a file.
struct FaultEffect {
    /// In order of precedence: of several rules that act on one frame the last one here wins.
    enum class Kind : quint8 { None, Double, Garble, CutBody, Status, DiskFull, Lose, Close, Reset };
    enum class Garble : quint8 { Text, Bytes }; ///< still UTF-8 but no JSON; no UTF-8 either

    Kind kind = Kind::None;
    qint64 delayMs = 0;
    qint64 jitterMs = 0;  ///< up to so much more, drawn for each
    bool reorder = false; ///< it gives up its place among the others
    qint64 stopReadingMs = 0;
    Garble garble = Garble::Text;
    int closeCode = 0;
    QString closeReason;
    int status = 0;
    int retryAfterS = -1; ///< -1: no header Retry-After
};

/// One rule: on which events, how often, what happens.
struct FaultRule {
    enum class About : quint8 { Frames, Http, Disk };

    QString name; ///< unique
    About about = About::Frames;
    // Globs; an empty one stands for any.
    QString node;
    QString site;
    QString connection;
    QString point;
    QString user;
    QString capability;
    QString method; ///< of a frame, or ":ping" and ":pong"
    QString verb;
    QString path;               ///< of a request, or of a file in the storage
    std::optional<bool> isOut;  ///< from the cluster to its peer; nothing: both ways
    qint64 count = 0;           ///< acts at most so often; 0: without end
    qint64 after = 0;           ///< lets so many pass first
    double probability = 1;     ///< of acting on one that it could act on
    bool perConnection = false; ///< count and after are each connection's own
    FaultEffect effect;
};

struct FaultRules {
    quint64 seed = 1;
    QList<FaultRule> rules;
    core::Json source; ///< what was read

    /// Error: faults.invalid, with pointer, line and column in the message. Null is no rules at all.
    static core::Result<FaultRules> fromJson(const core::Json &document);
};

} // namespace signalbox::simulator
