// SPDX-License-Identifier: GPL-3.0-or-later
// One running scenario of the role svc: hosts a machine on the scheduler and performs its operations. Internal to SvcHost.
#pragma once

#include "machine/machine.h"
#include "simulator/bus.h"
#include "simulator/filearea.h"
#include "simulator/scripts.h"
#include "simulator/services.h"

#include <memory>

namespace signalbox::simulator {

class Run final : public std::enable_shared_from_this<Run>
{
public:
    using Done = std::function<void(const core::Result<core::Json> &variables)>;

    /// folder and number name its temporary directory, which is made when it is first needed. ended is called once when nothing runs any
    /// more.
    Run(const Services &services, std::shared_ptr<const Runnable> runnable, machine::Inputs inputs, QString folder, quint64 number,
        std::chrono::milliseconds timeout, Done done, std::function<void()> ended);

    void begin();
    /// Answers with the error aborted and stops the scenario.
    void abort();
    /// Ends at once; nobody is told.
    void drop();

private:
    void step();
    void stepLater();
    void perform(machine::Perform &&effect);
    void performOn(const NodeName &holder, const BusRequest &request, machine::CallId id);
    void settle(machine::CallId id, const operation::Outcome &outcome);
    operation::Outcome bringHere(const operation::GetFile &get, const operation::Outcome &outcome);
    void expire();
    void interruptIfExpired();
    void finish(const machine::Finished &finished);
    void answer(const core::Result<core::Json> &variables);
    core::Json localVariables() const;

    const Services &m_services;
    std::shared_ptr<const Runnable> m_runnable;
    machine::Machine m_machine;
    QString m_folder;
    quint64 m_number;
    std::unique_ptr<FileArea> m_temp;
    std::chrono::milliseconds m_timeout;
    Done m_done;
    std::function<void()> m_ended;
    core::Deadline m_deadline;
    core::Deadline m_next;
    QHash<machine::CallId, core::Scheduler::Token> m_timers; // of sleeps and file operations
    bool m_isStepping = false;
    bool m_isExpired = false;
    bool m_isOver = false;
};

} // namespace signalbox::simulator
