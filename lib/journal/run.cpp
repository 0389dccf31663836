// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/run.h"

#include <QUuid>

namespace signalbox::journal {

QString newRunId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace signalbox::journal
