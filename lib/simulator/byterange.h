// SPDX-License-Identifier: GPL-3.0-or-later
// The stretch of a file that a Range header asks for (RFC 9110 §14). One range is served; a request for several gets the whole file,
// as does one in a unit other than bytes.
#pragma once

#include <QByteArray>

namespace signalbox::simulator {

struct ByteRange {
    enum class Kind : quint8 {
        Whole,         ///< no range that matters
        Part,          ///< 206
        Unsatisfiable, ///< 416: nothing of the file lies in it
        Malformed,     ///< 416: no range at all
    };

    Kind kind = Kind::Whole;
    qint64 offset = 0;
    qint64 length = 0;

    /// Of the header's value; an empty one is Whole. size: the file's.
    static ByteRange of(const QByteArray &header, qint64 size);
};

} // namespace signalbox::simulator
