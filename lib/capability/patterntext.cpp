// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/patterntext.h"

#include <QList>

#include <algorithm>

namespace signalbox::capability {

namespace {

constexpr qsizetype longestPattern = 1000;
constexpr qsizetype longestText = 10'000;
constexpr int deepest = 50;
constexpr int mostRepetitions = 1000;

/// Characters that are tried where an expression allows many, friendly ones first.
const QString &friendly()
{
    static const QString text = [] {
        QString all = QStringLiteral("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        for (char16_t c = 0x20; c < 0x7f; ++c) {
            if (!all.contains(QChar(c)))
                all += QChar(c);
        }
        return all;
    }();
    return text;
}

/// What one place of an expression allows.
class Class
{
public:
    void add(QChar from, QChar to) { m_ranges.append({from, to}); }
    void addShort(QChar name)
    {
        const bool isNegated = name.isUpper();
        Class known;
        switch (name.toLower().unicode()) {
        case u'd':
            known.add(u'0', u'9');
            break;
        case u's':
            known.add(u' ', u' ');
            known.add(u'\t', u'\r');
            break;
        default:
            known.add(u'a', u'z');
            known.add(u'A', u'Z');
            known.add(u'0', u'9');
            known.add(u'_', u'_');
            break;
        }
        if (!isNegated) {
            m_ranges += known.m_ranges;
            return;
        }
        for (const QChar c : friendly()) {
            if (!known.holds(c))
                add(c, c);
        }
    }
    void negate() { m_isNegated = true; }

    /// One of the allowed characters; a null one where there is none.
    QChar choose(int variant) const
    {
        QString allowed;
        for (const QChar c : friendly()) {
            if (holds(c) != m_isNegated)
                allowed += c;
        }
        if (allowed.isEmpty() && !m_isNegated && !m_ranges.isEmpty())
            allowed += m_ranges.first().first;
        return allowed.isEmpty() ? QChar() : allowed.at(variant % allowed.size());
    }

private:
    bool holds(QChar c) const
    {
        return std::any_of(m_ranges.cbegin(), m_ranges.cend(), [c](const auto &range) { return range.first <= c && c <= range.second; });
    }

    QList<std::pair<QChar, QChar>> m_ranges;
    bool m_isNegated = false;
};

/// Reads an expression and writes a text for it in one go. A variant is a number whose digits are used up by the choices on the way.
class Writer
{
public:
    Writer(const QString &pattern, const PatternWish &wish) : m_pattern(pattern), m_wish(wish), m_variant(wish.variant) {}

    std::optional<QString> write()
    {
        QString text = alternatives(0);
        if (m_isBroken || m_at != m_pattern.size())
            return std::nullopt;
        return text;
    }

private:
    bool atEnd() const { return m_at >= m_pattern.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_pattern.at(m_at); }
    bool take(QChar c)
    {
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }
    QString broken()
    {
        m_isBroken = true;
        m_at = m_pattern.size();
        return {};
    }
    int choice(int of)
    {
        if (of < 2)
            return 0;
        const int chosen = m_variant % of;
        m_variant /= of;
        return chosen;
    }

    QString alternatives(int depth)
    {
        if (depth > deepest)
            return broken();
        QStringList all{sequence(depth)};
        while (take(u'|'))
            all.append(sequence(depth));
        return all.at(choice(static_cast<int>(all.size())));
    }

    QString sequence(int depth)
    {
        QString text;
        while (!atEnd() && peek() != u'|' && peek() != u')' && !m_isBroken) {
            const qsizetype start = m_at;
            const QString once = atom(depth);
            const auto [least, most] = repetitions();
            int count = least;
            if (most < 0 || most > least)
                count = std::min(most < 0 ? mostRepetitions : most, least + m_wish.longer);
            if (count == 0 && least == 0 && most != 0 && m_wish.longer == 0 && m_wish.variant == 0 && isOptionalNice(start))
                count = 1;
            if (once.size() * count + text.size() > longestText)
                return broken();
            for (int i = 0; i < count; ++i)
                text += once;
        }
        return text;
    }

    /// Something that is repeated from no times on (a "*", not a "?") reads better when it is there.
    bool isOptionalNice(qsizetype start) const { return m_at > start && m_pattern.at(m_at - 1) == u'*'; }

    /// From how many times on, and up to how many; -1: without an end.
    std::pair<int, int> repetitions()
    {
        std::pair<int, int> found(1, 1);
        if (take(u'*'))
            found = {0, -1};
        else if (take(u'+'))
            found = {1, -1};
        else if (take(u'?'))
            found = {0, 1};
        else if (peek() == u'{')
            found = braces();
        else
            return found;
        take(u'?'); // as few as possible: the same texts
        return found;
    }

    std::pair<int, int> braces()
    {
        const qsizetype end = m_pattern.indexOf(u'}', m_at);
        if (end < 0) {
            broken();
            return {1, 1};
        }
        const QStringList parts = m_pattern.sliced(m_at + 1, end - m_at - 1).split(u',');
        m_at = end + 1;
        bool isNumber = false;
        const int least = parts.first().toInt(&isNumber);
        bool isEnd = true;
        int most = least;
        if (parts.size() > 1)
            most = parts.at(1).isEmpty() ? -1 : parts.at(1).toInt(&isEnd);
        if (!isNumber || !isEnd || parts.size() > 2 || least < 0 || least > mostRepetitions || (most >= 0 && most < least)) {
            broken();
            return {1, 1};
        }
        return {least, most};
    }

    QString atom(int depth)
    {
        const QChar c = m_pattern.at(m_at++);
        switch (c.unicode()) {
        case u'^':
        case u'$':
            return {};
        case u'.':
            return QString(friendly().at(choice(26)));
        case u'(':
            return group(depth);
        case u'[':
            return characterClass();
        case u'\\':
            return escape();
        case u'*':
        case u'+':
        case u'?':
            return broken();
        default:
            return QString(c);
        }
    }

    QString group(int depth)
    {
        bool isWritten = true;
        if (take(u'?')) {
            if (take(u':')) {
                // only a group
            } else if (take(u'=') || take(u'!')) {
                isWritten = false;
            } else if (take(u'<')) {
                if (take(u'=') || take(u'!')) {
                    isWritten = false;
                } else {
                    while (!atEnd() && peek() != u'>')
                        ++m_at;
                    take(u'>');
                }
            } else {
                return broken();
            }
        }
        const QString inner = alternatives(depth + 1);
        if (!take(u')'))
            return broken();
        return isWritten ? inner : QString();
    }

    /// The character of an escape that stands for one; a null one for others.
    QChar escapedCharacter(QChar name)
    {
        switch (name.unicode()) {
        case u't':
            return u'\t';
        case u'n':
            return u'\n';
        case u'r':
            return u'\r';
        case u'f':
            return u'\f';
        case u'v':
            return u'\v';
        case u'x':
            return hexadecimal(2);
        case u'u':
            return hexadecimal(4);
        default:
            return name.isLetterOrNumber() ? QChar() : name;
        }
    }

    QChar hexadecimal(qsizetype digits)
    {
        bool isNumber = false;
        const ushort code = m_pattern.mid(m_at, digits).toUShort(&isNumber, 16);
        m_at = std::min(m_at + digits, m_pattern.size());
        return isNumber ? QChar(code) : QChar();
    }

    static bool isShort(QChar name) { return QStringView(u"dDwWsS").contains(name); }

    QString escape()
    {
        if (atEnd())
            return broken();
        const QChar name = m_pattern.at(m_at++);
        if (isShort(name)) {
            Class known;
            known.addShort(name);
            return QString(known.choose(choice(10)));
        }
        if (name == u'b' || name == u'B')
            return {};
        const QChar c = escapedCharacter(name);
        return c.isNull() ? broken() : QString(c);
    }

    QString characterClass()
    {
        Class found;
        if (take(u'^'))
            found.negate();
        bool isFirst = true;
        while (!atEnd() && (isFirst || peek() != u']')) {
            if (isFirst && peek() == u']')
                break; // an empty class matches nothing
            isFirst = false;
            const std::optional<QChar> from = classCharacter(found);
            if (!from)
                continue;
            if (peek() == u'-' && m_at + 1 < m_pattern.size() && m_pattern.at(m_at + 1) != u']') {
                ++m_at;
                const std::optional<QChar> to = classCharacter(found);
                found.add(*from, to.value_or(*from));
            } else {
                found.add(*from, *from);
            }
        }
        if (!take(u']'))
            return broken();
        const QChar chosen = found.choose(choice(10));
        return chosen.isNull() ? broken() : QString(chosen);
    }

    std::optional<QChar> classCharacter(Class &into)
    {
        const QChar c = m_pattern.at(m_at++);
        if (c != u'\\' || atEnd())
            return c;
        const QChar name = m_pattern.at(m_at++);
        if (isShort(name)) {
            into.addShort(name);
            return std::nullopt;
        }
        if (name == u'b')
            return QChar(u'\b');
        const QChar escaped = escapedCharacter(name);
        if (escaped.isNull()) {
            broken();
            return std::nullopt;
        }
        return escaped;
    }

    const QString &m_pattern;
    const PatternWish &m_wish;
    int m_variant;
    qsizetype m_at = 0;
    bool m_isBroken = false;
};

} // namespace

std::optional<QString> textForPattern(const QString &pattern, const PatternWish &wish)
{
    if (pattern.size() > longestPattern)
        return std::nullopt;
    return Writer(pattern, wish).write();
}

} // namespace signalbox::capability
