// SPDX-License-Identifier: GPL-3.0-or-later
// Search across scenarios: the line to type in, its toggles, what is found as it is found. It opens no files itself: it says where to go.
#pragma once

#include "designer/files/foldersearch.h"
#include "designer/files/searchmodel.h"
#include "designer/shell/workbench.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QTreeView;

namespace signalbox::designer {

class EmptyNote;
class FilterEdit;

class SearchPanel final : public QWidget
{
    Q_OBJECT

public:
    /// open: the scenarios that are open now, as they are edited.
    SearchPanel(const Workbench &workbench, std::function<QList<OpenScenario>()> open, QWidget *parent = nullptr);
    ~SearchPanel() override;

    void setFolder(const QString &path);
    /// The line to type in, its text selected.
    void focusQuery();

Q_SIGNALS:
    /// Go there: an open scenario by its key, else a file; a component, and a property of it or empty.
    void placeWanted(quintptr key, const QString &path, std::optional<qint64> object, const QString &property);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void searchSoon();
    void search();
    void take(const QList<FoundFile> &files);
    void finish(const SearchSummary &summary);
    void showState();
    void go(const QModelIndex &index);

    const Workbench &m_workbench;
    std::function<QList<OpenScenario>()> m_open;
    QString m_folder;
    FolderSearch m_search;
    SearchModel m_model;
    core::Deadline m_pause;
    std::optional<SearchSummary> m_summary; // of the last one that ended
    QString m_fault;                        // of the query
    FilterEdit *m_query;
    QToolButton *m_case;
    QToolButton *m_pattern;
    QToolButton *m_stop;
    QLabel *m_state;
    QTreeView *m_tree;
    EmptyNote *m_nothing;
};

} // namespace signalbox::designer
