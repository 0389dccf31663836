// SPDX-License-Identifier: GPL-3.0-or-later
// How a question gets to a thread and its answer back: a desk with a connection of its own, a box for what comes back, and the call that a
// caller holds. Internal to lib/journal.
#pragma once

#include "core/asynccall.h"
#include "journal/database.h"

#include <QThread>

#include <atomic>
#include <mutex>

namespace signalbox::journal {

/// A thread with a connection of its own, opened with the first question.
class Desk final
{
public:
    explicit Desk(const QString &path) : m_path(path)
    {
        m_worker.moveToThread(&m_thread);
        m_thread.start();
    }

    ~Desk()
    {
        m_isEnding = true;
        post([this] {
            m_database.reset(); // on the thread that opened it
            m_thread.quit();
        });
        m_thread.wait();
    }
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    void post(std::function<void()> task) { QMetaObject::invokeMethod(&m_worker, std::move(task), Qt::QueuedConnection); }

    /// For tasks.
    core::Result<Database *> database()
    {
        if (!m_database) {
            auto opened = Database::open(m_path, Database::Mode::Read);
            if (!opened)
                return tl::unexpected(opened.error());
            m_database = std::move(*opened);
        }
        return m_database.get();
    }
    bool isEnding() const { return m_isEnding; }

private:
    const QString m_path;
    std::atomic_bool m_isEnding = false;
    std::unique_ptr<Database> m_database;
    QObject m_worker;
    QThread m_thread;
};

/// Brings what a thread has to say to the one that asked, unless nobody waits for it any more.
class Mailbox final : public std::enable_shared_from_this<Mailbox>
{
public:
    Mailbox() : m_receiver(new QObject) {}

    std::atomic_bool isClosed = false;

    void send(std::function<void()> letter)
    {
        const std::lock_guard lock(m_mutex);
        if (isClosed)
            return;
        QMetaObject::invokeMethod(
            m_receiver.get(),
            [box = shared_from_this(), letter = std::move(letter)] {
                if (box->isClosed)
                    return;
                box->m_isReading = true;
                letter();
                box->m_isReading = false;
            },
            Qt::QueuedConnection);
    }

    /// On the thread that asked, also from within a letter: no other one comes.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        isClosed = true;
        if (m_isReading && m_receiver)
            m_receiver.release()->deleteLater(); // it is at work
        m_receiver.reset();
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<QObject> m_receiver;
    bool m_isReading = false; ///< of the thread that asked
};

template <typename T>
class Question final : public core::AsyncCall<T>
{
public:
    using Task = std::function<core::Result<T>(Database &, const std::shared_ptr<Mailbox> &)>;

    Question(std::shared_ptr<Desk> desk, Task task) : m_desk(std::move(desk)), m_task(std::move(task)) {}
    ~Question() override { m_mailbox->close(); }

protected:
    void begin() override
    {
        m_desk->post([this, mailbox = m_mailbox, desk = m_desk.get(), task = m_task] {
            if (mailbox->isClosed || desk->isEnding())
                return;
            auto database = desk->database();
            auto answer = database ? task(**database, mailbox) : core::Result<T>(tl::unexpected(database.error()));
            // Read on the thread that asked, and only as long as this is there.
            mailbox->send([this, answer = std::move(answer)] { this->finish(answer); });
        });
    }

    void abort() override { m_mailbox->close(); }

private:
    std::shared_ptr<Desk> m_desk;
    Task m_task;
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
};

} // namespace signalbox::journal
