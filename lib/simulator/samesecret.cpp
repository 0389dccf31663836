// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/samesecret.h"

namespace signalbox::simulator {

bool sameSecret(QByteArrayView given, QByteArrayView secret)
{
    unsigned difference = given.size() == secret.size() ? 0 : 1;
    for (qsizetype i = 0; i < given.size(); ++i)
        difference |= static_cast<unsigned>(given.at(i) ^ (secret.isEmpty() ? '\0' : secret.at(i % secret.size())));
    return difference == 0;
}

} // namespace signalbox::simulator
