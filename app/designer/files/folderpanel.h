// SPDX-License-Identifier: GPL-3.0-or-later
// The folder view: the scenario files of a folder, filtered as one types. It opens no files itself: it says which are wanted.
#pragma once

#include "designer/files/foldermodel.h"
#include "designer/shell/workbench.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace signalbox::designer {

class EmptyNote;
class FilterEdit;

class FolderPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FolderPanel(const Workbench &workbench, QWidget *parent = nullptr);
    ~FolderPanel() override;

    void setFolder(const QString &path);
    const QString &folder() const { return m_model.folder(); }
    void focusFilter();

Q_SIGNALS:
    void folderWanted();                    ///< another folder is to be chosen
    void fileWanted(const QString &path);   ///< to be opened
    void newWanted(const QString &folder);  ///< a new scenario in it
    void showWanted(const QString &folder); ///< in the system's file manager
    void searchWanted();                    ///< in all of its scenarios

protected:
    void changeEvent(QEvent *event) override;

private:
    class Proxy;

    void retranslate();
    void filter(const QString &words);
    void expandSoon();
    void rowsChanged();
    void open(const QModelIndex &index);
    void openMenu(QPoint place);

    FolderModel m_model;
    Proxy *m_proxy;
    QLabel *m_name;
    FilterEdit *m_filter;
    QTreeView *m_tree;
    EmptyNote *m_nothing;
    bool m_isExpanding = false;
};

} // namespace signalbox::designer
