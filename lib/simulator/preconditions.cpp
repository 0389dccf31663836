// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/preconditions.h"

#include "simulator/httpdate.h"

namespace signalbox::simulator {

namespace {

constexpr int notModified = 304;
constexpr int preconditionFailed = 412;
constexpr qint64 msPerSecond = 1000; // dates of HTTP know no fractions

/// Whether a list of entity tags, or "*", names this one. Weak tags name it only where weak comparison is allowed.
bool lists(const QByteArray &list, const QByteArray &etag, bool allowWeak)
{
    if (list.trimmed() == "*")
        return true;
    // Our own tags hold neither comma nor quote, so that a tag that is cut in two here was none of them.
    for (const QByteArray &element : list.split(',')) {
        QByteArray tag = element.trimmed();
        if (allowWeak && tag.startsWith("W/"))
            tag.remove(0, 2);
        if (tag == etag)
            return true;
    }
    return false;
}

} // namespace

Preconditions::Preconditions(const HttpRequest &request)
    : m_isReading(request.method == "GET" || request.method == "HEAD"), m_match(request.header("if-match")),
      m_noneMatch(request.header("if-none-match")), m_modifiedSince(request.header("if-modified-since")),
      m_unmodifiedSince(request.header("if-unmodified-since")), m_range(request.header("if-range"))
{}

std::optional<int> Preconditions::check(const Validators &current) const
{
    // The order of RFC 9110 §13.2.2. A date that is none counts as absent.
    const qint64 modified = current.modifiedMs / msPerSecond;
    if (!m_match.isEmpty()) {
        if (!lists(m_match, current.etag, false))
            return preconditionFailed;
    } else if (const auto since = parseHttpDate(m_unmodifiedSince); since && modified > *since) {
        return preconditionFailed;
    }
    if (!m_noneMatch.isEmpty()) {
        if (lists(m_noneMatch, current.etag, true))
            return m_isReading ? notModified : preconditionFailed;
    } else if (const auto since = parseHttpDate(m_modifiedSince); m_isReading && since && modified <= *since) {
        return notModified;
    }
    return {};
}

bool Preconditions::allowRange(const Validators &current) const
{
    if (m_range.isEmpty())
        return true;
    if (m_range.contains('"'))
        return m_range.trimmed() == current.etag;
    return parseHttpDate(m_range) == current.modifiedMs / msPerSecond;
}

} // namespace signalbox::simulator
