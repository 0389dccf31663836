// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that were done to a document: the current one is marked, a click or Enter goes to another.
#pragma once

#include "designer/panels/historymodel.h"
#include "designer/shell/workbench.h"

#include <QWidget>

class QListView;

namespace signalbox::designer {

class EmptyNote;

class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(const Workbench &workbench, QWidget *parent = nullptr);
    ~HistoryPanel() override;

    /// Shows its steps; nullptr empties it. isKept: whether its clean state is one that was saved.
    void show(editing::EditSession *session, std::function<bool()> isKept = {});
    /// What isKept says may have changed.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void go(const QModelIndex &index);
    void showState();
    void retranslate();

    QListView *m_list;
    EmptyNote *m_nothing;
    HistoryModel m_model;
    QPointer<QUndoStack> m_stack;
};

} // namespace signalbox::designer
