// SPDX-License-Identifier: GPL-3.0-or-later
// A journal in a folder of the test's own, asked and answered in one line. Header only.
#pragma once

#include "journal/reader.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox::test {

/// A frame of a made-up connection.
inline journal::Message frame(qint64 timeUs, journal::Direction direction, const QString &method, const QByteArray &qid,
                              const QByteArray &payload, const QString &connection = QStringLiteral("crm #1"))
{
    journal::Message message;
    message.timeUs = timeUs;
    message.direction = direction;
    message.connection = connection;
    message.connectionId = connection + QStringLiteral(" id");
    message.method = method;
    message.qid = qid;
    message.payload = payload;
    message.size = payload.size();
    return message;
}

/// The answer of a call, within ten seconds.
template <typename T>
core::Result<T> answerOf(std::unique_ptr<core::AsyncCall<T>> call)
{
    std::optional<core::Result<T>> answer;
    call->start([&](core::Result<T> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
        return core::fail(QStringLiteral("test.no_answer"), QStringLiteral("no answer came"));
    return *answer;
}

class JournalStage final
{
    QTemporaryDir m_folder; // goes last
    journal::Limits m_limits;

public:
    explicit JournalStage(const journal::Limits &limits = {}) : m_limits(limits) { open(); }

    void open()
    {
        journal = std::make_unique<journal::Journal>(path(), m_limits);
        written();
        reader = std::make_unique<journal::Reader>(path());
    }
    void close()
    {
        reader.reset();
        journal.reset();
    }

    QString path() const { return m_folder.filePath(QStringLiteral("journal.sqlite")); }
    QString folder() const { return m_folder.path(); }

    /// Waits until all is written.
    void written()
    {
        bool done = false;
        QObject context;
        journal->whenWritten(&context, [&] { done = true; });
        QVERIFY(QTest::qWaitFor([&] { return done; }, 20'000));
    }

    journal::Page all() { return answerOf(reader->before(0, journal::Reader::mostPage)).value_or(journal::Page()); }
    journal::Extent extent() { return answerOf(reader->extent()).value_or(journal::Extent()); }

    /// The ids that a filter lets pass, newest first; {-1} for a filter or a search that fails.
    QList<journal::MessageId> found(const journal::Filter &filter, journal::SearchRange range = {})
    {
        QList<journal::MessageId> ids;
        const auto end = answerOf(
            reader->search(filter, range, {.found = [&](const QList<journal::MessageId> &portion) { ids += portion; }, .progress = {}}));
        return end && end->found == ids.size() ? ids : QList<journal::MessageId>{-1};
    }
    QList<journal::MessageId> found(const QString &bar)
    {
        const auto filter = journal::Filter::parse(bar);
        return filter ? found(*filter) : QList<journal::MessageId>{-1};
    }

    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<journal::Reader> reader;
};

} // namespace signalbox::test
