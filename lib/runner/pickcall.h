// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the registrar which connection each selector of a run's inputs picks, one after the other.
#pragma once

#include "cluster/calls.h"
#include "cluster/registrarview.h"

#include <QHash>
#include <QStringList>

namespace signalbox::runner {

/// Connection ids by selector (RunInputs::connections()). Errors: bad_selector, and those of RegistrarView::pick.
class PickCall final : public cluster::StepsCall<QHash<QString, QString>>
{
public:
    /// registrar and scheduler must outlive it.
    PickCall(cluster::RegistrarView &registrar, core::Scheduler &scheduler, QStringList selectors);

private:
    void begin() override;
    void abort() override;
    void next();

    cluster::RegistrarView &m_registrar;
    core::Scheduler &m_scheduler;
    QStringList m_left;
    QHash<QString, QString> m_picked;
    core::Deadline m_turn;
};

} // namespace signalbox::runner
