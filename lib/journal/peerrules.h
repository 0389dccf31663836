// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the rules of a peer (resources/schemas/peer-rules.schema.json) from a recording: what was asked is answered again as it was then.
#pragma once

#include "core/json.h"
#include "journal/message.h"

namespace signalbox::journal {

struct PeerRules {
    core::Json document;
    qint64 rules = 0;
    qint64 leftOut = 0; ///< beyond the number that a file may have
};

/// From whole messages in their order: a rule for each request that came from the other side (asked: Received) or that we sent, and that
/// was answered. The same question answered differently becomes rules that follow each other, each for its times. Secrets that were masked
/// are left out of what a rule looks for, since they would never match.
PeerRules peerRules(const QList<Message> &messages, Direction asked);
/// The side whose questions were answered more often.
Direction askingSide(const QList<Message> &messages);

} // namespace signalbox::journal
