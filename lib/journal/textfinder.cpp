// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/textfinder.h"

namespace signalbox::journal {

namespace {

/// Places that are compared at once; the compiler makes vector instructions of it.
constexpr qsizetype stride = 64;

/// How often a byte is met in JSON, roughly: the two rarest places of a text are looked at first.
int frequency(char byte)
{
    constexpr std::string_view common = "\"e: ,tainorsl0123456789dcm{}[]up";
    const size_t place = common.find(byte);
    return place == std::string_view::npos ? 0 : static_cast<int>(common.size() - place);
}

struct Pair {
    unsigned char first[2];
    unsigned char second[2];
};

/// Whether any of stride places has one of the first bytes and, distance on, one of the second.
bool anyOf(const unsigned char *at, qsizetype distance, const Pair &pair)
{
    const unsigned char a = pair.first[0];
    const unsigned char b = pair.first[1];
    const unsigned char c = pair.second[0];
    const unsigned char d = pair.second[1];
    const unsigned char *other = at + distance;
    unsigned char hits = 0;
    for (qsizetype i = 0; i < stride; ++i) {
        const unsigned char first = static_cast<unsigned char>((at[i] == a) | (at[i] == b));
        const unsigned char second = static_cast<unsigned char>((other[i] == c) | (other[i] == d));
        hits = static_cast<unsigned char>(hits | (first & second));
    }
    return hits != 0;
}

} // namespace

TextFinder::TextFinder(const QString &text, bool caseSensitive) : m_text(text)
{
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const QString character = text.mid(i, length);
        const QByteArray lower = (caseSensitive ? character : character.toLower()).toUtf8();
        const QByteArray upper = (caseSensitive ? character : character.toUpper()).toUtf8();
        const bool fits = lower.size() == upper.size();
        m_lower += fits ? lower : character.toUtf8();
        m_upper += fits ? upper : character.toUtf8();
        m_isExact = m_isExact && (!fits || lower.size() == 1 || lower == upper);
        i += length;
    }
    const auto rarest = [this](qsizetype but) {
        qsizetype best = but == 0 && m_lower.size() > 1 ? 1 : 0;
        for (qsizetype i = 0; i < m_lower.size(); ++i) {
            if (i != but && frequency(m_lower[i]) < frequency(m_lower[best]))
                best = i;
        }
        return best;
    };
    const qsizetype a = rarest(-1);
    const qsizetype b = rarest(a);
    m_first = std::min(a, b);
    m_second = std::max(a, b);
}

bool TextFinder::isAt(const char *bytes) const
{
    for (qsizetype i = 0; i < m_lower.size(); ++i) {
        if (bytes[i] != m_lower[i] && bytes[i] != m_upper[i])
            return false;
    }
    return m_isExact || QString::fromUtf8(bytes, m_lower.size()).compare(m_text, Qt::CaseInsensitive) == 0;
}

qsizetype TextFinder::find(QByteArrayView bytes, qsizetype from) const
{
    const qsizetype last = bytes.size() - m_lower.size(); // where an occurrence may begin
    const Pair pair{{static_cast<unsigned char>(m_lower[m_first]), static_cast<unsigned char>(m_upper[m_first])},
                    {static_cast<unsigned char>(m_lower[m_second]), static_cast<unsigned char>(m_upper[m_second])}};
    const auto *start = reinterpret_cast<const unsigned char *>(bytes.data()) + m_first;
    const qsizetype distance = m_second - m_first;
    qsizetype at = from;
    while (at <= last) {
        const bool isWide = at + stride - 1 <= last;
        if (isWide && !anyOf(start + at, distance, pair)) {
            at += stride;
            continue;
        }
        for (const qsizetype end = isWide ? at + stride : last + 1; at < end; ++at) {
            const unsigned char first = start[at];
            if ((first == pair.first[0] || first == pair.first[1]) && isAt(bytes.data() + at))
                return at;
        }
    }
    return -1;
}

} // namespace signalbox::journal
