// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/reader.h"

#include "journal/messagerows.h"
#include "journal/runstore.h"
#include "journal/search.h"

#include <QThread>

#include <mutex>

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

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

template <typename T, typename Task>
std::unique_ptr<core::AsyncCall<T>> ask(const std::shared_ptr<Desk> &desk, Task task)
{
    return std::make_unique<Question<T>>(
        desk, [task = std::move(task)](Database &database, const std::shared_ptr<Mailbox> &) { return task(database); });
}

} // namespace

class Reader::Private final
{
public:
    explicit Private(const QString &path) : pages(std::make_shared<Desk>(path)), searches(std::make_shared<Desk>(path)) {}

    std::shared_ptr<Desk> pages;    ///< what is answered at once …
    std::shared_ptr<Desk> searches; ///< … does not wait for what takes long
};

Reader::Reader(const QString &path) : d(std::make_unique<Private>(path))
{}

Reader::~Reader() = default;

std::unique_ptr<core::AsyncCall<Extent>> Reader::extent()
{
    return ask<Extent>(d->pages, [](Database &database) { return readExtent(database); });
}

std::unique_ptr<core::AsyncCall<Page>> Reader::messages(QList<MessageId> ids)
{
    ids.resize(std::min(ids.size(), mostPage));
    return ask<Page>(d->pages, [ids = std::move(ids)](Database &database) { return readMessages(database, ids, payloadStart); });
}

std::unique_ptr<core::AsyncCall<Page>> Reader::before(MessageId before, qsizetype limit)
{
    return ask<Page>(d->pages, [before, limit = std::min(limit, mostPage)](Database &database) {
        return readBefore(database, before, limit, payloadStart);
    });
}

std::unique_ptr<core::AsyncCall<Message>> Reader::message(MessageId id)
{
    return ask<Message>(d->pages, [id](Database &database) -> core::Result<Message> {
        auto found = readMessages(database, {id}, -1);
        if (!found)
            return tl::unexpected(found.error());
        if (found->isEmpty())
            return core::fail(u"journal.no_message"_s, Database::tr("This message is not kept any more."));
        return found->takeFirst();
    });
}

std::unique_ptr<core::AsyncCall<SearchEnd>> Reader::search(Filter filter, SearchRange range, SearchObserver observer)
{
    auto told = std::make_shared<SearchObserver>(std::move(observer));
    return std::make_unique<Question<SearchEnd>>(
        d->searches, [filter = std::move(filter), range, told](Database &database, const std::shared_ptr<Mailbox> &mailbox) {
            SearchObserver carried;
            if (told->found)
                carried.found = [&](const QList<MessageId> &ids) {
                    mailbox->send([told, ids] { told->found(ids); });
                };
            if (told->progress)
                carried.progress = [&](SearchProgress progress) {
                    mailbox->send([told, progress] { told->progress(progress); });
                };
            return journal::search(database, filter, range, carried, mailbox->isClosed);
        });
}

std::unique_ptr<core::AsyncCall<QStringList>> Reader::connections()
{
    return ask<QStringList>(d->pages, [](Database &database) { return readConnections(database); });
}

std::unique_ptr<core::AsyncCall<QList<Run>>> Reader::runs(qsizetype limit)
{
    return ask<QList<Run>>(d->pages, [limit](Database &database) { return RunStore(database).runs(limit); });
}

std::unique_ptr<core::AsyncCall<Run>> Reader::run(QString id)
{
    return ask<Run>(d->pages, [id = std::move(id)](Database &database) { return RunStore(database).run(id); });
}

std::unique_ptr<core::AsyncCall<QList<RunStep>>> Reader::steps(QString run, qint64 from, qsizetype limit)
{
    return ask<QList<RunStep>>(
        d->pages, [run = std::move(run), from, limit](Database &database) { return RunStore(database).steps(run, from, limit); });
}

std::unique_ptr<core::AsyncCall<RunStep>> Reader::step(QString run, qint64 number)
{
    return ask<RunStep>(d->pages, [run = std::move(run), number](Database &database) { return RunStore(database).step(run, number); });
}

} // namespace signalbox::journal
