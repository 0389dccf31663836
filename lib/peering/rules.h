// SPDX-License-Identifier: GPL-3.0-or-later
// Rules by which a peer answers: (rules, frame, seed, time) → timed actions. Pure; one file format for the simulator's virtual peers,
// "signalbox-cli peer --rules" and the desktop (resources/schemas/peer-rules.schema.json).
#pragma once

#include "core/json.h"
#include "core/random.h"
#include "core/result.h"
#include "protocol/frame.h"

#include <chrono>
#include <memory>

namespace signalbox::peering {

/// A text to send after a delay, or a way of ending the connection.
struct Action {
    enum class Kind : quint8 { Send, Close, StopReading };
    Kind kind = Kind::Send;
    std::chrono::milliseconds delay{0};
    QByteArray text;      ///< Send: the whole frame
    int closeCode = 1000; ///< Close
    QString rule;         ///< name of the rule

    bool operator==(const Action &) const = default;
};

class Rules final
{
public:
    /// Error: rules.invalid, with pointer, line and column in the message.
    static core::Result<Rules> fromJson(const core::Json &document);
    /// No rules: nothing is ever answered.
    Rules() = default;

    /// The first rule that matches decides; its "reply" may take values of the received body ({"$body": "/pointer"}).
    /// Rules count how often they matched, so a Rules value belongs to one connection; copies share no count.
    /// "reply" and "error" answer requests only: a body without "qid" gets neither.
    QList<Action> react(const protocol::Frame &frame, core::Random &random);

    bool isEmpty() const { return m_rules.isEmpty(); }

    struct Rule; ///< internal: rule.h

private:
    struct Counted {
        std::shared_ptr<const Rule> rule;
        qint64 matched = 0;
    };
    QList<Counted> m_rules;
};

} // namespace signalbox::peering
