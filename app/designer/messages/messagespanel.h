// SPDX-License-Identifier: GPL-3.0-or-later
// All frames and HTTP exchanges that the journal has: filtered as one types, followed or paused, one of them in full. What leaves the list
// (files, clipboard) is the matter of MessageCommands.
#pragma once

#include "designer/shell/workbench.h"
#include "journal/reader.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace signalbox::designer {

class EmptyNote;
class FilterEdit;
class MessageDetails;
class MessageModel;

class MessagesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MessagesPanel(const Workbench &workbench, QWidget *parent = nullptr);
    ~MessagesPanel() override;

    /// Must outlive it; nullptr: none.
    void setJournal(journal::Journal *journal);
    journal::Journal *journal() const { return m_journal; }
    journal::Reader *reader() const { return m_reader.get(); }

    /// Only those of connections with these keys or ids; none: of all. title: for a person, who it is.
    void setConnections(const QStringList &connections, const QString &title);
    void setControls(bool shown);
    void setPinnedOnly(bool only);
    void setPaused(bool paused);
    bool isPaused() const { return m_isPaused; }
    void setFollowing(bool following);
    bool isFollowing() const { return m_isFollowing; }
    void setSelectedDifference(bool shown);
    void focusFilter();
    /// What is filtered now.
    const journal::Filter &filter() const { return m_filter; }
    /// The selected one, as soon as it is fetched in whole.
    const std::optional<journal::Message> &current() const;
    void goTo(journal::MessageId id);
    void togglePin();
    /// For a person: what became of a command.
    void setNotice(const QString &text, bool isBad = false);
    /// Beside the others, of somebody else.
    void setExportMenu(class QMenu *menu);
    MessageModel *model() const { return m_model.get(); }

Q_SIGNALS:
    void currentChanged();
    void pausedChanged(bool paused);
    void followingChanged(bool following);
    void menuWanted(QPoint place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void applyFilter();
    void onRows();
    void onInserted(int first, int last);
    void showState();
    QString stateText(bool *isBad) const;

    const Workbench &m_workbench;
    journal::Journal *m_journal = nullptr;
    std::unique_ptr<journal::Reader> m_reader;
    std::unique_ptr<MessageModel> m_model;
    QLabel *m_title;
    QLabel *m_state;
    FilterEdit *m_edit;
    QPushButton *m_pause;
    QPushButton *m_follow;
    QPushButton *m_export;
    QTableView *m_table;
    EmptyNote *m_nothing;
    MessageDetails *m_details;
    journal::Filter m_filter;
    QString m_connectionTitle;
    core::Error m_filterError; ///< of what is typed
    core::Error m_storeError;  ///< of the journal
    QString m_notice;
    bool m_isNoticeBad = false;
    bool m_isPaused = false;
    bool m_isFollowing = true;
    bool m_isScrolling = false; ///< by ourselves
};

} // namespace signalbox::designer
