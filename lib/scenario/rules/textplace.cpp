// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/textplace.h"

#include <algorithm>

namespace signalbox::scenario {

namespace {

/// Characters that a JSON writer spends on this one.
int written(char16_t c)
{
    switch (c) {
    case u'"':
    case u'\\':
    case u'\b':
    case u'\f':
    case u'\n':
    case u'\r':
    case u'\t':
        return 2;
    default:
        return c < 0x20 ? 6 : 1;
    }
}

} // namespace

core::JsonPlace placeInString(const core::Json &string, QStringView text, qsizetype offset)
{
    core::JsonPlace place = string.place();
    if (place.line == 0)
        return place;
    int column = place.column + 1; // behind the quotation mark
    for (const QChar c : text.first(std::min(offset, text.size()))) {
        if (c.unicode() > 0x7e)
            return place;
        column += written(c.unicode());
    }
    place.column = column;
    return place;
}

qsizetype offsetOf(QStringView text, int line, int column)
{
    qsizetype offset = 0;
    for (int i = 1; i < line; ++i) {
        const qsizetype end = text.indexOf(u'\n', offset);
        if (end < 0)
            break;
        offset = end + 1;
    }
    for (int i = 1; i < column && offset < text.size(); ++i) // columns count characters, offsets code units
        offset += text.at(offset).isHighSurrogate() ? 2 : 1;
    return std::min(text.size(), offset);
}

} // namespace signalbox::scenario
