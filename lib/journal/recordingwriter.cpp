// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/recordingwriter.h"

#include "core/filestore.h"
#include "journal/har.h"
#include "journal/jsonlines.h"
#include "journal/messagerows.h"
#include "journal/search.h"

#include <QDir>
#include <QElapsedTimer>
#include <QHash>
#include <QSaveFile>

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

/// Messages that are fetched together, and bytes of a payload that one of them may have; larger ones are fetched alone.
constexpr qsizetype portionSize = 200;
constexpr qsizetype portionPayload = 64 * 1024;
constexpr qint64 progressMs = 50;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::journal::Recording)
};

class Writing final
{
public:
    Writing(Database &database, const Recording &recording, const std::function<void(SearchProgress)> &progress,
            const std::atomic_bool &isCancelled)
        : m_database(database), m_recording(recording), m_progress(progress), m_isCancelled(isCancelled), m_file(recording.path)
    {}

    core::Result<qint64> run()
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return tl::unexpected(fileError());
        QList<MessageId> ids;
        const auto found = search(m_database, m_recording.filter, {},
                                  {.found = [&](const QList<MessageId> &portion) { ids += portion; }, .progress = {}}, m_isCancelled);
        if (!found)
            return tl::unexpected(found.error());
        std::reverse(ids.begin(), ids.end());
        m_total = ids.size();
        m_timer.start();
        const auto written = m_recording.form == RecordingForm::JsonLines ? lines(ids) : archive(ids);
        if (!written)
            return tl::unexpected(written.error());
        if (!m_file.commit())
            return tl::unexpected(fileError());
        return ids.size();
    }

private:
    using Take = std::function<void(const Message &)>;

    struct Socket {
        std::optional<Message> open;
        qint64 firstUs = 0;
        qint64 lastUs = 0;
        QList<MessageId> frames;
    };
    struct Exchange {
        MessageId request = 0;
        MessageId response = 0;
    };

    core::Error fileError() const
    {
        const QString shown = QDir::toNativeSeparators(m_recording.path);
        if (m_file.error() == QFileDevice::ResourceError)
            return {u"disk_full"_s, Tr::tr("\"%1\" was not written: the disk is full. Make room on it and try again.").arg(shown),
                    m_file.errorString()};
        return {u"unwritable"_s, Tr::tr("\"%1\" cannot be written: %2.").arg(shown, m_file.errorString()), {}};
    }

    /// Hands over the messages of these ids, in their order, with whole payloads or none.
    core::Result<void> each(const QList<MessageId> &ids, bool withPayloads, const Take &take)
    {
        for (qsizetype i = 0; i < ids.size(); i += portionSize) {
            if (m_isCancelled)
                return core::fail(u"cancelled"_s, Tr::tr("Nothing was written."));
            const auto messages = readMessages(m_database, ids.mid(i, portionSize), withPayloads ? portionPayload : 0);
            if (!messages)
                return tl::unexpected(messages.error());
            for (const Message &message : *messages) {
                if (!withPayloads || message.payload.size() < portionPayload) {
                    take(message);
                    continue;
                }
                const auto whole = readMessages(m_database, {message.id}, -1);
                if (!whole)
                    return tl::unexpected(whole.error());
                if (!whole->isEmpty())
                    take(whole->first());
            }
            if (m_file.error() != QFileDevice::NoError)
                return tl::unexpected(fileError());
            m_done += withPayloads ? messages->size() : 0;
            if (m_timer.hasExpired(progressMs) || m_done == m_total) {
                m_progress({.searched = m_done, .total = m_total});
                m_timer.restart();
            }
        }
        return {};
    }

    core::Result<void> lines(const QList<MessageId> &ids)
    {
        return each(ids, true, [this](const Message &message) { m_file.write(toLine(message)); });
    }

    core::Result<void> archive(const QList<MessageId> &ids)
    {
        // An archive has a socket's frames together, and a response with its request: so first who belongs to whom.
        QList<std::pair<QString, Socket>> sockets;
        QHash<QString, qsizetype> socketOf;
        QList<Exchange> exchanges;
        QHash<MessageId, qsizetype> exchangeOf;
        const auto sort = [&](const Message &message) {
            if (isHttp(message.kind)) {
                if (const auto known = exchangeOf.constFind(message.request); message.request != 0 && known != exchangeOf.constEnd()) {
                    exchanges[*known].response = message.id;
                } else if (message.kind == Kind::HttpRequest) {
                    exchangeOf.insert(message.id, exchanges.size());
                    exchanges.append(Exchange{.request = message.id, .response = 0});
                } else {
                    exchanges.append(Exchange{.request = 0, .response = message.id});
                }
                return;
            }
            auto at = socketOf.find(message.connection);
            if (at == socketOf.end()) {
                at = socketOf.insert(message.connection, sockets.size());
                sockets.append({message.connection, {.open = {}, .firstUs = message.timeUs, .lastUs = 0, .frames = {}}});
            }
            Socket &socket = sockets[*at].second;
            socket.lastUs = message.timeUs;
            if (message.kind == Kind::Open && !socket.open)
                socket.open = message;
            else
                socket.frames.append(message.id);
        };
        if (const auto sorted = each(ids, false, sort); !sorted)
            return sorted;

        HarWriter har(m_file, m_recording.version);
        for (const auto &[connection, socket] : std::as_const(sockets)) {
            har.beginSocket(connection, socket.open, socket.firstUs, socket.lastUs);
            if (const auto written = each(socket.frames, true, [&](const Message &frame) { har.addFrame(frame); }); !written)
                return written;
            har.endSocket();
        }
        for (const Exchange &exchange : std::as_const(exchanges)) {
            std::optional<Message> request;
            std::optional<Message> response;
            const auto fetched = each({exchange.request, exchange.response}, true,
                                      [&](const Message &message) { (message.id == exchange.request ? request : response) = message; });
            if (!fetched)
                return fetched;
            if (request || response)
                har.addExchange(request, response);
        }
        har.finish();
        return {};
    }

    Database &m_database;
    const Recording &m_recording;
    const std::function<void(SearchProgress)> &m_progress;
    const std::atomic_bool &m_isCancelled;
    QSaveFile m_file;
    qint64 m_total = 0;
    qint64 m_done = 0;
    QElapsedTimer m_timer;
};

} // namespace

core::Result<qint64> writeRecording(Database &database, const Recording &recording, const std::function<void(SearchProgress)> &progress,
                                    const std::atomic_bool &isCancelled)
{
    return Writing(database, recording, progress, isCancelled).run();
}

core::Result<PeerRules> writePeerRules(Database &database, const QString &path, const Filter &filter, const std::atomic_bool &isCancelled)
{
    QList<MessageId> ids;
    const auto found =
        search(database, filter, {}, {.found = [&](const QList<MessageId> &portion) { ids += portion; }, .progress = {}}, isCancelled);
    if (!found)
        return tl::unexpected(found.error());
    ids.resize(std::min(ids.size(), Reader::mostForRules));
    const auto messages = readMessages(database, ids, portionPayload); // longer frames are left out
    if (!messages)
        return tl::unexpected(messages.error());
    PeerRules rules = peerRules(*messages, askingSide(*messages));
    if (rules.rules == 0) {
        return core::fail(u"journal.no_rules"_s,
                          Tr::tr("There is no question with its answer among these messages, so there is nothing to make rules of. "
                                 "Show a connection where somebody asked and was answered."));
    }
    if (const auto written = core::writeFile(path, rules.document.toPretty()); !written)
        return tl::unexpected(written.error());
    return rules;
}

} // namespace signalbox::journal
