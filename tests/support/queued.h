// SPDX-License-Identifier: GPL-3.0-or-later
// What was queued for this thread until now, for tests that say that it changes nothing.
#pragma once

#include <QTest>

namespace signalbox::test {

/// Returns when all of it has been delivered: events come in the order of their posting.
inline void deliverQueued()
{
    bool isDelivered = false;
    QObject last;
    QMetaObject::invokeMethod(
        &last, [&isDelivered] { isDelivered = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(isDelivered);
}

} // namespace signalbox::test
