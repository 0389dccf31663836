// SPDX-License-Identifier: GPL-3.0-or-later
// Counts failed logins of ours, so that a person is warned before the cluster bans this computer's address (platform.md §2).
#pragma once

#include "core/clock.h"
#include "core/dialect.h"

#include <QList>

#include <chrono>

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
    /// How long a ban that stands now can last: until our own failures are old enough, or, where they do not explain it, as long as any.
    std::chrono::seconds timeOfBan() const;
    /// What brings a ban, for a person.
    QString rule() const;
    /// What to tell a person whose login failed: how many failed, and what comes of more.
    QString warning() const;

private:
    const core::Clock &m_clock;
    int m_limit;
    qint64 m_windowUs;
    QList<qint64> m_failures; ///< monotonic µs, oldest first; at most m_limit
};

} // namespace signalbox::cluster
