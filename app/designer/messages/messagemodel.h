// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of a journal as rows, the newest last: as many as there are, of which only those are fetched that somebody looks at. With a
// filter the rows are what it has found so far, and what of the new ones it lets pass. Reads only; waits for nothing.
#pragma once

#include "core/clock.h"
#include "journal/reader.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

#include <deque>

namespace signalbox::designer {

class MessageModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        DeltaColumn,         ///< to the row before
        SelectedDeltaColumn, ///< to the selected one
        DirectionColumn,
        ConnectionColumn,
        MethodColumn,
        QidColumn,
        PayloadColumn,
        SizeColumn,
        RoundTripColumn,
        ColumnCount
    };
    enum Role {
        ReceivedRole = Qt::UserRole + 1,
        ControlRole, ///< ping, pong, open, close
        PinnedRole,
        WaitingRole, ///< asks, and has no answer yet
        AnswerRole   ///< answers another one
    };

    /// Both must outlive it.
    MessageModel(journal::Reader &reader, const core::Clock &clock, QObject *parent = nullptr);
    ~MessageModel() override;

    /// What the journal has now.
    void setExtent(const journal::Extent &extent);
    const journal::Extent &extent() const { return m_extent; }
    void setFilter(const journal::Filter &filter);
    const journal::Filter &filter() const { return m_filter; }
    /// New messages are not shown until it goes on.
    void setPaused(bool paused);
    /// That came since it was paused.
    qint64 unseen() const { return m_extent.last - m_shownLast; }
    /// Pins have changed: what is shown is fetched again.
    void refresh();

    bool isSearching() const { return m_search != nullptr; }
    journal::SearchProgress progress() const { return m_progress; }
    /// Of the last search; else without a code.
    const core::Error &error() const { return m_error; }
    /// Messages on which an expression took too long.
    qint64 skipped() const { return m_skipped; }

    journal::MessageId idAt(int row) const; ///< 0 for a row that is not there
    int rowOf(journal::MessageId id) const; ///< -1 where it has none
    /// The start of it, where it is fetched.
    const journal::Message *messageAt(int row) const;
    void setSelected(const std::optional<journal::Message> &message);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// isSearching(), progress(), error() or unseen().
    void stateChanged();

private:
    void showExtent();
    void growPlain();
    void shrinkTo(journal::MessageId first);
    void search(journal::SearchRange range);
    void take(const QList<journal::MessageId> &ids);
    void begin();
    void onSearched(const core::Result<journal::SearchEnd> &end);
    void want(journal::MessageId id) const;
    void fetch();
    void onFetched(const QList<journal::MessageId> &asked, const core::Result<journal::Page> &page);
    QString text(int row, const journal::Message &message, int column) const;
    QString roundTrip(const journal::Message &message) const;
    QString spoken(const journal::Message &message) const;
    bool isWaiting(const journal::Message &message) const;

    journal::Reader &m_reader;
    const core::Clock &m_clock;
    journal::Extent m_extent;
    journal::MessageId m_shownLast = 0; ///< newest that is shown or was searched
    journal::Filter m_filter;
    bool m_isPaused = false;

    bool m_isPlain = true; ///< no filter: rows are the ids from m_first to m_last
    journal::MessageId m_first = 1;
    journal::MessageId m_last = 0;
    std::deque<journal::MessageId> m_ids; ///< with a filter, ascending

    std::unique_ptr<core::AsyncCall<journal::SearchEnd>> m_search;
    bool m_isFresh = false; ///< the rows of the filter before still stand
    bool m_isTail = false;  ///< what is searched are new messages
    journal::MessageId m_searchedTo = 0;
    QList<journal::MessageId> m_tail; ///< found among them, newest first
    journal::SearchProgress m_progress;
    core::Error m_error;
    qint64 m_skipped = 0;

    mutable QCache<journal::MessageId, journal::Message> m_cache;
    mutable QSet<journal::MessageId> m_wanted;
    mutable QTimer m_fetchSoon;
    std::unique_ptr<core::AsyncCall<journal::Page>> m_fetch;
    std::optional<journal::Message> m_selected;
};

} // namespace signalbox::designer
