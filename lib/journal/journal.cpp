// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include "journal/writer.h"

#include <atomic>

namespace signalbox::journal {

class Journal::Private final
{
public:
    Private(Journal *journal, const QString &journalPath, const Limits &limits)
        : path(journalPath), writer(journalPath, limits,
                                    {.ready = [journal](const QString &notice) { Q_EMIT journal->ready(notice); },
                                     .failed = [journal](const core::Error &error) { Q_EMIT journal->failed(error); },
                                     .recovered = [journal] { Q_EMIT journal->recovered(); },
                                     .extentChanged = [journal](const Extent &extent) { Q_EMIT journal->extentChanged(extent); },
                                     .pinsChanged = [journal] { Q_EMIT journal->pinsChanged(); },
                                     .runChanged = [journal](const QString &run) { Q_EMIT journal->runChanged(run); },
                                     .written =
                                         [journal](quint64 mark) {
                                             Q_EMIT journal->marked(mark, {});
                                         }})
    {}

    const QString path;
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
