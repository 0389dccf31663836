// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.h"

#include <QRandomGenerator>

#include <array>
#include <limits>

namespace signalbox::core {

quint64 Random::below(quint64 bound)
{
    if (bound == 0)
        return 0;
    // Numbers beyond the last whole multiple of bound would favour the small results.
    const quint64 surplus = (std::numeric_limits<quint64>::max() % bound + 1) % bound;
    const quint64 last = std::numeric_limits<quint64>::max() - surplus;
    quint64 value = next();
    while (value > last)
        value = next();
    return value % bound;
}

double Random::unit()
{
    constexpr int spare = 11; // a double holds 53 of the 64 bits
    return static_cast<double>(next() >> spare) * 0x1p-53;
}

QString Random::uuid()
{
    QString text = hex(16);
    text[12] = u'4';                                                   // version
    text[16] = QChar(u"89ab"[text.mid(16, 1).toInt(nullptr, 16) & 3]); // variant
    for (const qsizetype dash : std::array<qsizetype, 4>{8, 13, 18, 23})
        text.insert(dash, u'-');
    return text;
}

QString Random::hex(int bytes)
{
    QByteArray raw;
    raw.reserve(bytes);
    quint64 bits = 0;
    for (int i = 0; i < bytes; ++i) {
        bits = i % 8 == 0 ? next() : bits >> 8;
        raw.append(static_cast<char>(bits & 0xff));
    }
    return QString::fromLatin1(raw.toHex());
}

quint64 SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

} // namespace signalbox::core
