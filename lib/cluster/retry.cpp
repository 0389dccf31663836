// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/retry.h"

#include <QSet>

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

bool mayPass(const core::Error &error)
{
    static const QSet<QString> codes{u"unreachable"_s, u"timeout"_s, u"not_connected"_s, u"try_later"_s};
    return codes.contains(error.code);
}

std::optional<std::chrono::milliseconds> Backoff::next()
{
    const qint64 now = m_surroundings.clock.monotonicUs();
    if (m_tries == 0)
        m_sinceUs = now;
    if (m_tries >= m_policy.attempts)
        return std::nullopt;
    auto bound = m_policy.first;
    for (int i = 0; i < m_tries && bound < m_policy.most; ++i)
        bound *= 2;
    bound = std::min(bound, m_policy.most);
    ++m_tries;
    const std::chrono::milliseconds wait(static_cast<qint64>(m_surroundings.random.below(static_cast<quint64>(bound.count()) + 1)));
    const std::chrono::microseconds passed(now - m_sinceUs);
    if (passed + wait > m_policy.total)
        return std::nullopt;
    return wait;
}

} // namespace signalbox::cluster
