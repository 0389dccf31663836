// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/pickcall.h"

namespace signalbox::runner {

PickCall::PickCall(cluster::RegistrarView &registrar, core::Scheduler &scheduler, QStringList selectors)
    : m_registrar(registrar), m_scheduler(scheduler), m_left(std::move(selectors))
{}

void PickCall::begin()
{
    m_turn.arm(m_scheduler, std::chrono::milliseconds(0), [this] { next(); });
}

void PickCall::abort()
{
    m_turn.cancel();
    StepsCall::abort();
}

void PickCall::next()
{
    while (!m_left.isEmpty()) {
        const QString text = m_left.takeFirst();
        const core::Result<cluster::Selector> selector = cluster::Selector::parse(text);
        if (!selector)
            return finish(tl::unexpected(selector.error()));
        if (!selector->isPlainId()) {
            step<cluster::Registration>(m_registrar.pick(*selector), [this, text](const core::Result<cluster::Registration> &found) {
                if (!found)
                    return finish(tl::unexpected(found.error()));
                m_picked.insert(text, found->connection.connectionId);
                next();
            });
            return;
        }
        m_picked.insert(text, selector->connectionId);
    }
    finish(std::move(m_picked));
}

} // namespace signalbox::runner
