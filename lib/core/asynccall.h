// SPDX-License-Identifier: GPL-3.0-or-later
// Work that waits: start() once, an answer exactly once, cancel() ends it with the error "cancelled", and destroying it
// cancels silently. The call may be destroyed from within its own answer.
#pragma once

#include "core/result.h"

#include <QCoreApplication>

#include <functional>
#include <utility>

namespace signalbox::core {

template <typename T>
class AsyncCall
{
public:
    using Done = std::function<void(Result<T>)>;

    AsyncCall() = default;
    virtual ~AsyncCall() = default;
    AsyncCall(const AsyncCall &) = delete;
    AsyncCall &operator=(const AsyncCall &) = delete;

    /// Begins the work. done comes exactly once, never from within start().
    void start(Done done)
    {
        Q_ASSERT(!m_started);
        m_started = true;
        m_done = std::move(done);
        begin();
    }

    /// Ends the work now; done gets the error "cancelled" from within this call. Nothing happens when it is over already.
    void cancel()
    {
        if (!isRunning())
            return;
        abort();
        finish(fail(QStringLiteral("cancelled"), QCoreApplication::translate("AsyncCall", "The operation was cancelled.")));
    }

    bool isRunning() const { return m_started && m_done; }

protected:
    virtual void begin() = 0;
    /// Stops timers, sockets and inner calls; must not call finish().
    virtual void abort() = 0;

    /// Hands the answer over; later calls are ignored. *this may be gone when it returns.
    void finish(Result<T> result)
    {
        if (Done done = std::exchange(m_done, nullptr))
            done(std::move(result));
    }

private:
    Done m_done;
    bool m_started = false;
};

} // namespace signalbox::core
