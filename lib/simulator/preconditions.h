// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions that a request sets (RFC 9110 §13): If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since, If-Range. Values
// of one request, checked against what is there; the body may be long in coming, so they outlive the request.
#pragma once

#include "simulator/http.h"

namespace signalbox::simulator {

/// What tells one state of a file from another.
struct Validators {
    QByteArray etag; ///< with its quotes; a strong one
    qint64 modifiedMs = 0;
};

class Preconditions final
{
public:
    explicit Preconditions(const HttpRequest &request);

    /// 304 or 412, or nothing when the request may go on.
    std::optional<int> check(const Validators &current) const;
    /// Whether a Range header counts: there is no If-Range, or it names this state of the file.
    bool allowRange(const Validators &current) const;

private:
    bool m_isReading; // GET or HEAD
    QByteArray m_match;
    QByteArray m_noneMatch;
    QByteArray m_modifiedSince;
    QByteArray m_unmodifiedSince;
    QByteArray m_range;
};

} // namespace signalbox::simulator
