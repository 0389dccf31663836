// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/byterange.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace signalbox::simulator {

namespace {

constexpr auto unitPrefix = "bytes=";
constexpr qint64 most = std::numeric_limits<qint64>::max();

struct Spec {
    std::optional<qint64> first; ///< none: the last bytes
    std::optional<qint64> last;  ///< or how many of the last bytes
};

/// 1*DIGIT; a number that is too large for us is larger than any file.
std::optional<qint64> numberOf(const QByteArray &text)
{
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    bool fits = false;
    const qint64 value = text.toLongLong(&fits);
    return fits ? value : most;
}

/// first-last, first- or -count.
std::optional<Spec> specOf(const QByteArray &text)
{
    const qsizetype dash = text.indexOf('-');
    if (dash < 0)
        return {};
    const QByteArray before = text.first(dash);
    const QByteArray after = text.sliced(dash + 1);
    const Spec spec{numberOf(before), numberOf(after)};
    const bool isPlain = (spec.first || before.isEmpty()) && (spec.last || after.isEmpty()) && (spec.first || spec.last);
    if (!isPlain || (spec.first && spec.last && *spec.first > *spec.last))
        return {};
    return spec;
}

ByteRange rangeOf(const Spec &spec, qint64 size)
{
    using Kind = ByteRange::Kind;
    if (!spec.first) {
        const qint64 count = std::min(*spec.last, size);
        if (*spec.last == 0)
            return {Kind::Unsatisfiable};
        return count == 0 ? ByteRange() : ByteRange{Kind::Part, size - count, count}; // an empty file has no part: whole
    }
    if (*spec.first >= size)
        return {Kind::Unsatisfiable};
    const qint64 last = std::min(spec.last.value_or(most), size - 1);
    return {Kind::Part, *spec.first, last - *spec.first + 1};
}

} // namespace

ByteRange ByteRange::of(const QByteArray &header, qint64 size)
{
    const QByteArray value = header.trimmed();
    if (!value.toLower().startsWith(unitPrefix))
        return {};
    int count = 0;
    Spec only;
    for (const QByteArray &element : value.sliced(qstrlen(unitPrefix)).split(',')) {
        const QByteArray text = element.trimmed();
        if (text.isEmpty())
            continue; // a list may have empty elements
        const auto spec = specOf(text);
        if (!spec)
            return {Kind::Malformed};
        only = *spec;
        ++count;
    }
    if (count == 0)
        return {Kind::Malformed};
    return count == 1 ? rangeOf(only, size) : ByteRange();
}

} // namespace signalbox::simulator
