// SPDX-License-Identifier: GPL-3.0-or-later
// One whole message: as a JSON tree, as text, as hexadecimal; and which one it answers, or is answered by. Fetches it; what takes long is
// done off the interface thread.
#pragma once

#include "designer/shell/workbench.h"
#include "journal/reader.h"

#include <QThreadPool>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QTreeView;

namespace signalbox::designer {

class JsonTreeModel;

class MessageDetails final : public QWidget
{
    Q_OBJECT

public:
    /// workbench must outlive it.
    explicit MessageDetails(const Workbench &workbench, QWidget *parent = nullptr);
    ~MessageDetails() override;

    /// nullptr: there is no journal.
    void setReader(journal::Reader *reader);
    /// 0: nothing is selected.
    void show(journal::MessageId id);
    /// Once it is fetched.
    const std::optional<journal::Message> &message() const { return m_message; }

Q_SIGNALS:
    /// message() is another one, or none.
    void messageChanged();
    /// The one that it answers, or its answer.
    void linkFollowed(journal::MessageId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct View;
    static View viewOf(const journal::Message &message);
    void take(const core::Result<journal::Message> &message);
    void take(const View &view);
    void clear(const QString &why = {});
    void showLink();
    void restyle();
    void retranslate();
    QPlainTextEdit *textPage(const QString &name);

    const Workbench &m_workbench;
    journal::Reader *m_reader = nullptr;
    QTabWidget *m_tabs;
    QTreeView *m_tree;
    JsonTreeModel *m_model;
    QPlainTextEdit *m_text;
    QPlainTextEdit *m_hex;
    QLabel *m_link;
    journal::MessageId m_id = 0;
    std::optional<journal::Message> m_message;
    std::optional<journal::Message> m_other; ///< that it answers
    std::unique_ptr<core::AsyncCall<journal::Message>> m_fetch;
    std::unique_ptr<core::AsyncCall<journal::Message>> m_fetchOther;
    QThreadPool m_thread; ///< last: ends before what its task uses
};

} // namespace signalbox::designer
