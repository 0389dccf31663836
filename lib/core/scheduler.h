// SPDX-License-Identifier: GPL-3.0-or-later
// One-shot timers, injected. QtScheduler runs on the current thread's event loop; the simulator has one on Asio; tests use
// ManualScheduler of tests/support.
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>

namespace signalbox::core {

class Scheduler
{
public:
    using Token = quint64; ///< never 0

    virtual ~Scheduler() = default;
    /// Calls task once, after the delay, from the event loop and never from within this call.
    virtual Token after(std::chrono::milliseconds delay, std::function<void()> task) = 0;
    /// A token that has fired or is unknown is ignored.
    virtual void cancel(Token token) = 0;
};

/// Destroying it cancels what is pending.
class QtScheduler final : public Scheduler
{
public:
    QtScheduler();
    ~QtScheduler() override;
    Token after(std::chrono::milliseconds delay, std::function<void()> task) override;
    void cancel(Token token) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// One pending call that is cancelled when it goes out of scope or is armed again.
class Deadline final
{
public:
    Deadline() = default;
    ~Deadline() { cancel(); }
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

    void arm(Scheduler &scheduler, std::chrono::milliseconds delay, std::function<void()> task);
    void cancel();
    bool isArmed() const { return m_token != 0; }

private:
    Scheduler *m_scheduler = nullptr;
    Scheduler::Token m_token = 0;
};

} // namespace signalbox::core
