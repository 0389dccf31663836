// SPDX-License-Identifier: GPL-3.0-or-later
// The web socket message ["method", <body>] (platform.md §3): a pure codec with limits.
#pragma once

#include "core/jsonreader.h"
#include "core/result.h"

namespace signalbox::protocol {

struct Frame {
    QString method;
    core::Json body; ///< an object for every method of the platform; any value for messages of scenarios

    bool operator==(const Frame &) const = default;
};

inline constexpr core::JsonLimits frameLimits{.bytes = 1024 * 1024, .depth = 64, .nodes = 100'000};

/// What the method of an answer ends with (platform.md §3).
inline constexpr QLatin1StringView resultSuffix{"_result"};

/// Errors: frame.syntax (not JSON), frame.shape (not a two-element array whose first is a non-empty string), frame.too_large.
core::Result<Frame> parseFrame(QByteArrayView text, const core::JsonLimits &limits = frameLimits);
QByteArray writeFrame(QStringView method, const core::Json &body);

/// The correlation id: any JSON value that the body carries under "qid", or nullptr.
const core::Json *qidOf(const Frame &frame);
/// Whether two correlation ids are the same value: numbers by what they amount to (1 and 1.0), objects whatever their order.
bool sameQid(const core::Json &a, const core::Json &b);
/// ["method_result", {"qid": <the same>, "result": "ok", …members}].
QByteArray writeResult(const Frame &request, QList<core::JsonMember> members = {});
/// ["method_result", {"qid": <the same>, "result": "error", "errormsg": message, …members}].
QByteArray writeError(const Frame &request, const QString &message, QList<core::JsonMember> members = {});

} // namespace signalbox::protocol
