// SPDX-License-Identifier: GPL-3.0-or-later
// One rule as its JSON says it. Internal to lib/peering.
#pragma once

#include "core/jsonschema.h"
#include "peering/rules.h"

#include <optional>

namespace signalbox::peering {

inline constexpr int maxRules = 1000;
inline constexpr int maxTimes = 100;
inline constexpr int maxSends = 100;
inline constexpr qint64 maxDelayMs = 24LL * 3600 * 1000;

/// A fixed delay, or one drawn anew between two bounds.
struct Delay {
    qint64 minMs = 0;
    qint64 maxMs = 0;

    std::chrono::milliseconds draw(core::Random &random) const;
};

/// A message of the peer's own.
struct OwnMessage {
    QString method;
    core::Json body;
    Delay delay;
};

struct Rules::Rule {
    QString name;
    QString method = QStringLiteral("*"); ///< glob
    core::Json body;                      ///< null: any; else a subset that the received body must hold
    std::optional<core::JsonSchema> schema;
    qint64 from = 1; ///< the first of its matches that it acts on
    qint64 to = 0;   ///< the last; 0: no end
    Delay delay;
    qint64 times = 1;                 ///< copies of the answer; 0: never
    std::optional<core::Json> reply;  ///< {"method"?, "body"?}
    std::optional<QString> errorText; ///< an answer with result "error"
    QList<OwnMessage> sends;
    std::optional<int> close;
    bool stopReading = false;

    bool matches(const protocol::Frame &frame) const;
    /// The text of the answer; empty when the frame is no request.
    QByteArray answer(const protocol::Frame &frame) const;
};

/// * and ? as in file names. A method that ends in "_result" is only matched by a pattern that ends so too, so that "*" never
/// answers an answer.
bool matchesMethod(QStringView pattern, QStringView method);

/// Whether value holds everything that wanted holds: objects by their members, arrays item by item, the rest by equality
/// (numbers by their value).
bool holds(const core::Json &value, const core::Json &wanted);

/// A copy of pattern in which each {"$body": "/pointer"} is replaced by that part of body, null where there is none.
core::Json substitute(const core::Json &pattern, const core::Json &body);

} // namespace signalbox::peering
