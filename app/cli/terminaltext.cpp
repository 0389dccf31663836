// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminaltext.h"

#include <algorithm>

namespace signalbox::cli {

using namespace Qt::StringLiterals;

QString coloured(const QString &text, Colour colour, bool on)
{
    if (!on || colour == Colour::Plain)
        return text;
    const QString number = colour == Colour::Red      ? u"31"_s
                           : colour == Colour::Green  ? u"32"_s
                           : colour == Colour::Yellow ? u"33"_s
                                                      : u"1"_s;
    return u"\x1b[%1m%2\x1b[0m"_s.arg(number, text);
}

QString oneLine(const QString &text, qsizetype limit)
{
    QString out = text.size() > limit ? text.left(limit) + u'…' : text;
    for (QChar &c : out) {
        if (c == u'\n' || c == u'\r' || c == u'\t')
            c = u' ';
        else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar(QChar::ReplacementCharacter);
    }
    return out;
}

QStringList table(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = std::max(widths.at(i), row.at(i).size());
        }
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row.at(i).leftJustified(widths.at(i) + 2) : row.at(i);
        lines.append(line);
    }
    return lines;
}

} // namespace signalbox::cli
