// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a text in UTF-8 bytes as fast as memory is read, whatever the case of letters if wanted. Internal to lib/journal.
#pragma once

#include <QByteArray>
#include <QString>

namespace signalbox::journal {

class TextFinder final
{
public:
    /// text must not be empty.
    TextFinder(const QString &text, bool caseSensitive);

    /// Place of the first byte of the first occurrence from a place on, or -1.
    qsizetype find(QByteArrayView bytes, qsizetype from = 0) const;
    qsizetype size() const { return m_lower.size(); } ///< bytes of an occurrence

private:
    bool isAt(const char *bytes) const;

    QString m_text;
    QByteArray m_lower;    ///< a byte that may stand at each place …
    QByteArray m_upper;    ///< … and the other that may
    bool m_isExact = true; ///< bytes that fit one by one are an occurrence
    qsizetype m_first = 0; ///< the two places that are looked at first
    qsizetype m_second = 0;
};

} // namespace signalbox::journal
