// SPDX-License-Identifier: GPL-3.0-or-later
// "operate": one operation of component 144 on a connection.
#pragma once

#include "cli/clusterverb.h"
#include "operation/operation.h"

namespace signalbox::cli {

class OperateVerb final : public ClusterVerb
{
    Q_DECLARE_TR_FUNCTIONS(OperateVerb)

public:
    static VerbSpec spec();
    OperateVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    void dropCalls() override;
    /// Error: usage.
    core::Result<void> prepare();
    void pickConnection();
    void perform();
    void show(const operation::Outcome &outcome);

    operation::Operation m_operation;
    cluster::Selector m_selector;
    QString m_saveTo;
    qint64 m_startedUs = 0;
    cluster::Call<cluster::Registration> m_picking;
    cluster::Call<operation::Outcome> m_performing;
};

} // namespace signalbox::cli
