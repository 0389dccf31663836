// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a journal's file beside its writer: pages, single messages and runs at once, filters as a stream. All work is on threads of its
// own; answers come on the thread that asked.
#pragma once

#include "core/asynccall.h"
#include "journal/filter.h"
#include "journal/journal.h"
#include "journal/peerrules.h"

namespace signalbox::journal {

/// Messages in the order of their ids, each with the start of its payload only.
using Page = QList<Message>;

/// How a search is coming on.
struct SearchProgress {
    qint64 searched = 0; ///< messages
    qint64 total = 0;
};

struct SearchRange {
    MessageId from = 1; ///< the oldest to be searched
    MessageId to = 0;   ///< the newest; 0: the newest there is
};

struct SearchEnd {
    qint64 searched = 0;
    qint64 found = 0;
    bool isComplete = true; ///< false when most of SearchLimits ended it
    qint64 skipped = 0;     ///< messages on which the expression took too long
};

/// What a stream of ids is told through; all on the thread that asked.
struct SearchObserver {
    std::function<void(const QList<MessageId> &ids)> found; ///< newest first, in portions
    std::function<void(SearchProgress)> progress;           ///< at most some 20 times a second
};

enum class RecordingForm : quint8 { JsonLines, Har };

/// A file to be made of messages.
struct Recording {
    QString path;
    RecordingForm form = RecordingForm::JsonLines;
    Filter filter = {};   ///< of all messages those that it lets pass
    QString version = {}; ///< of the program, for an archive
};

class Reader final
{
public:
    static constexpr qsizetype mostPage = 1000;    ///< messages of one page
    static constexpr qsizetype payloadStart = 512; ///< bytes of a payload in a page
    static constexpr qsizetype mostForRules = 20'000;
    static constexpr qint64 mostFound = 5'000'000; ///< ids of one search

    /// The file need not be there yet: questions are then answered with journal.not_open.
    explicit Reader(const QString &path);
    /// Questions that were asked are answered still.
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    std::unique_ptr<core::AsyncCall<Extent>> extent();
    /// Those of the ids that are there, in their order. At most mostPage.
    std::unique_ptr<core::AsyncCall<Page>> messages(QList<MessageId> ids);
    /// The next ones older than before (0: the newest), without a filter. Keyset paging: no cost for what lies between.
    std::unique_ptr<core::AsyncCall<Page>> before(MessageId before, qsizetype limit);
    /// With its whole payload. Error: journal.no_message.
    std::unique_ptr<core::AsyncCall<Message>> message(MessageId id);
    /// From the newest to the oldest of the range.
    std::unique_ptr<core::AsyncCall<SearchEnd>> search(Filter filter, SearchRange range, SearchObserver observer);
    /// Writes a file, all or nothing; the answer is the number of its messages. Errors: unwritable, disk_full.
    std::unique_ptr<core::AsyncCall<qint64>> write(Recording recording, std::function<void(SearchProgress)> progress = {});
    /// Writes a peer's rules made of the newest messages that the filter lets pass (peerrules.h), at most mostForRules of them.
    /// Errors: journal.no_rules (nobody asked and was answered), unwritable, disk_full.
    std::unique_ptr<core::AsyncCall<PeerRules>> writePeerRules(QString path, Filter filter);
    std::unique_ptr<core::AsyncCall<QStringList>> connections();

    /// Newest first, without scenario and variables.
    std::unique_ptr<core::AsyncCall<QList<Run>>> runs(qsizetype limit = 500);
    /// Error: journal.no_run.
    std::unique_ptr<core::AsyncCall<Run>> run(QString id);
    /// From a number on, without requests, responses and variables.
    std::unique_ptr<core::AsyncCall<QList<RunStep>>> steps(QString run, qint64 from = 0, qsizetype limit = 10'000);
    /// With everything. Error: journal.no_step.
    std::unique_ptr<core::AsyncCall<RunStep>> step(QString run, qint64 number);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::journal
