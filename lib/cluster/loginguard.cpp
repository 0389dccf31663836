// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/loginguard.h"

namespace signalbox::cluster {

LoginGuard::LoginGuard(const core::Clock &clock, const core::Dialect &dialect)
    : m_clock(clock), m_limit(std::max(1, dialect.banFailures)), m_windowUs(dialect.banWindowS * qint64(1'000'000))
{}

void LoginGuard::recordFailure()
{
    m_failures.append(m_clock.monotonicUs());
    while (m_failures.size() > m_limit)
        m_failures.removeFirst();
}

int LoginGuard::failures() const
{
    const qint64 since = m_clock.monotonicUs() - m_windowUs;
    return static_cast<int>(std::count_if(m_failures.begin(), m_failures.end(), [since](qint64 when) { return when > since; }));
}

bool LoginGuard::isLastBeforeBan() const
{
    return failures() >= m_limit - 1;
}

std::chrono::seconds LoginGuard::timeOfBan() const
{
    const std::chrono::microseconds window(m_windowUs);
    if (failures() < m_limit)
        return std::chrono::ceil<std::chrono::seconds>(window);
    const std::chrono::microseconds passed(m_clock.monotonicUs() - m_failures.constFirst());
    return std::chrono::ceil<std::chrono::seconds>(window - passed);
}

QString LoginGuard::rule() const
{
    return QCoreApplication::translate("LoginGuard", "After %1 failed logins within %2 seconds the cluster refuses this computer.")
        .arg(m_limit)
        .arg(m_windowUs / 1'000'000);
}

QString LoginGuard::warning() const
{
    const qint64 seconds = m_windowUs / 1'000'000;
    if (!isLastBeforeBan())
        return rule();
    return rule() + u' ' +
           QCoreApplication::translate("LoginGuard", "%1 have failed: wait %2 seconds before you try again.").arg(failures()).arg(seconds);
}

} // namespace signalbox::cluster
