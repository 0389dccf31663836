// SPDX-License-Identifier: GPL-3.0-or-later
// Counts failed logins of ours, so that a person is warned before the cluster bans this computer's address (platform.md §2).
#pragma once

#include "core/clock.h"
#include "core/dialect.h"

#include <QList>

namespace signalbox::cluster {

class LoginGuard final
{
public:
    LoginGuard(const core::Clock &clock, const core::Dialect &dialect);

    void recordFailure();
    /// Failures within the window that ends now.
    int failures() const;
    /// Whether one more failure within the window would reach the ban.
    bool isLastBeforeBan() const;
    /// What to tell a person whose login failed: how many failed, and what comes of more.
    QString warning() const;

private:
    const core::Clock &m_clock;
    int m_limit;
    qint64 m_windowUs;
    QList<qint64> m_failures; ///< monotonic µs, oldest first; at most m_limit
};

} // namespace signalbox::cluster
