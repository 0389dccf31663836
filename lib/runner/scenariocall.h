// SPDX-License-Identifier: GPL-3.0-or-later
// A whole scenario on its way: stage the local files → keep it → start → variables → remove it. Not a public header.
#pragma once

#include "runner/remoteoperations.h"

namespace signalbox::runner {

class RemoteOperations::ScenarioCall final : public core::AsyncCall<core::Json>
{
    Q_DECLARE_TR_FUNCTIONS(RemoteOperations)

public:
    ScenarioCall(RemoteOperations &owner, WholeScenario scenario, std::chrono::milliseconds limit);
    ~ScenarioCall() override;

protected:
    void begin() override;
    void abort() override;

private:
    void stageNext();
    void keep();
    void run(const QString &code);
    void end(core::Result<core::Json> variables); // a copy: the call that it came from goes
    void letGo();

    RemoteOperations &m_owner;
    WholeScenario m_scenario;
    const std::chrono::milliseconds m_limit;
    Carrier m_carrier;
    CarrierPool::Ticket m_ticket = 0;
    QMap<QString, QString> m_unstaged; // local files by the paths that name them
    QSet<QString> m_staged;
    cluster::Call<QString> m_upload;
    cluster::Call<core::Json> m_run;
    core::Deadline m_turn;
    core::Deadline m_deadline;
};

} // namespace signalbox::runner
