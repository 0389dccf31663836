// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that writes a journal: a bounded queue before it, one transaction for what has come meanwhile. Internal to lib/journal.
#pragma once

#include "journal/journal.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <variant>

namespace signalbox::journal {

class Database;
class MessageStore;
class RunStore;

class Writer final
{
public:
    /// What it tells, on its own thread.
    struct Observer {
        std::function<void(const QString &notice)> ready;
        std::function<void(const core::Error &error)> failed;
        std::function<void()> recovered;
        std::function<void(const Extent &extent)> extentChanged;
        std::function<void()> pinsChanged;
        std::function<void(const QString &run)> runChanged;
        std::function<void(quint64 mark)> written;
    };

    struct BeginRun {
        Run run;
    };
    struct AddStep {
        QString run;
        RunStep step;
    };
    struct EndRun {
        Run run;
    };
    struct RemoveRun {
        QString run;
    };
    struct Pin {
        MessageId message = 0;
        bool pinned = false;
    };
    struct Clear {};
    struct Mark {
        quint64 number = 0;
    };
    using Order = std::variant<Message, BeginRun, AddStep, EndRun, RemoveRun, Pin, Clear, Mark>;

    Writer(const QString &path, const Limits &limits, Observer observer);
    /// Writes what is waiting.
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Never waits for the disk. Messages wait for the next transaction, everything else begins one.
    void give(Order order);
    Intake intake() const;

private:
    using Orders = std::deque<Order>; ///< growing moves nothing, which would hold the caller up
    struct Stores;

    void work();
    /// Waits until there is something to write; false at the end.
    bool next(Orders &orders);
    std::unique_ptr<Stores> open();
    /// One transaction. What of the orders has no effect yet is left in them.
    core::Result<void> write(Stores &stores, Orders &orders);
    core::Result<void> carryOut(Stores &stores, Order &order);
    void drop(Orders &orders, const core::Error &error);
    void tell(Stores &stores, const Orders &orders);
    void tidyUp(Stores &stores, bool clear);

    const QString m_path;
    const Limits m_limits;
    const Observer m_observer;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Orders m_waiting;
    qint64 m_waitingMessages = 0;
    qint64 m_waitingBytes = 0;
    qint64 m_waitingOthers = 0;
    bool m_isUrgent = false;
    bool m_isEnding = false;
    Intake m_intake;

    // Of the thread.
    bool m_hasFailed = false;
    Extent m_told;
    std::thread m_thread;
};

} // namespace signalbox::journal
