// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/reader.h"

#include "journal/messagerows.h"
#include "journal/questions.h"
#include "journal/recordingwriter.h"
#include "journal/runstore.h"
#include "journal/search.h"

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

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

std::unique_ptr<core::AsyncCall<qint64>> Reader::write(Recording recording, std::function<void(SearchProgress)> progress)
{
    return std::make_unique<Question<qint64>>(d->searches, [recording = std::move(recording), progress = std::move(progress)](
                                                               Database &database, const std::shared_ptr<Mailbox> &mailbox) {
        const auto report = [&](SearchProgress now) {
            if (progress)
                mailbox->send([progress, now] { progress(now); });
        };
        return journal::writeRecording(database, recording, report, mailbox->isClosed);
    });
}

std::unique_ptr<core::AsyncCall<PeerRules>> Reader::writePeerRules(QString path, Filter filter)
{
    return std::make_unique<Question<PeerRules>>(
        d->searches, [path = std::move(path), filter = std::move(filter)](Database &database, const std::shared_ptr<Mailbox> &mailbox) {
            return journal::writePeerRules(database, path, filter, mailbox->isClosed);
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
