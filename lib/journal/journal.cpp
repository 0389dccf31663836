// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include "journal/writer.h"

#include <atomic>
#include <mutex>

namespace signalbox::journal {

class Journal::Private final
{
public:
    Private(Journal *journal, const QString &journalPath, const Limits &limits)
        : path(journalPath), writer(journalPath, limits,
                                    {.ready =
                                         [this, journal](const QString &text) {
                                             keep(notice, text);
                                             Q_EMIT journal->ready(text);
                                         },
                                     .failed =
                                         [this, journal](const core::Error &why) {
                                             keep(error, why);
                                             Q_EMIT journal->failed(why);
                                         },
                                     .recovered =
                                         [this, journal] {
                                             keep(error, {});
                                             Q_EMIT journal->recovered();
                                         },
                                     .extentChanged =
                                         [this, journal](const Extent &now) {
                                             keep(extent, now);
                                             Q_EMIT journal->extentChanged(now);
                                         },
                                     .pinsChanged = [journal] { Q_EMIT journal->pinsChanged(); },
                                     .runChanged = [journal](const QString &run) { Q_EMIT journal->runChanged(run); },
                                     .written =
                                         [journal](quint64 mark) {
                                             Q_EMIT journal->marked(mark, {});
                                         }})
    {}

    template <typename T>
    void keep(T &kept, const T &value)
    {
        const std::lock_guard lock(mutex);
        kept = value;
    }
    template <typename T>
    T told(const T &kept) const
    {
        const std::lock_guard lock(mutex);
        return kept;
    }

    const QString path;
    mutable std::mutex mutex;
    Extent extent;
    QString notice;
    core::Error error;
    std::atomic<quint64> marks = 0;
    Writer writer; ///< last: its thread uses what is before it
};

Journal::Journal(const QString &path, const Limits &limits, QObject *parent) : QObject(parent)
{
    qRegisterMetaType<core::Error>();
    qRegisterMetaType<Extent>();
    d = std::make_unique<Private>(this, path, limits);
}

Journal::~Journal() = default;

QString Journal::path() const
{
    return d->path;
}

Extent Journal::extent() const
{
    return d->told(d->extent);
}

QString Journal::notice() const
{
    return d->told(d->notice);
}

core::Error Journal::error() const
{
    return d->told(d->error);
}

void Journal::add(Message message)
{
    d->writer.give(std::move(message));
}

void Journal::begin(const Run &run)
{
    d->writer.give(Writer::BeginRun{run});
}

void Journal::add(const QString &run, const RunStep &step)
{
    d->writer.give(Writer::AddStep{run, step});
}

void Journal::end(const Run &run)
{
    d->writer.give(Writer::EndRun{run});
}

void Journal::removeRun(const QString &run)
{
    d->writer.give(Writer::RemoveRun{run});
}

void Journal::setPinned(MessageId message, bool pinned)
{
    d->writer.give(Writer::Pin{message, pinned});
}

void Journal::clear()
{
    d->writer.give(Writer::Clear{});
}

Intake Journal::intake() const
{
    return d->writer.intake();
}

void Journal::whenWritten(QObject *context, std::function<void()> done)
{
    const quint64 mark = ++d->marks;
    // Once: the connection goes with its first use, or with context.
    auto connection = std::make_shared<QMetaObject::Connection>();
    *connection = connect(this, &Journal::marked, context, [mark, connection, done = std::move(done)](quint64 reached) {
        if (reached != mark)
            return;
        const auto call = done; // the lambda dies with the connection
        disconnect(*connection);
        call();
    });
    d->writer.give(Writer::Mark{mark});
}

} // namespace signalbox::journal
