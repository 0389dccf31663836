// SPDX-License-Identifier: GPL-3.0-or-later
// What came of an operation that was tried, in the form that fits it: JSON as a tree, files as a list, a link with the time that it lasts,
// a file that was saved; or what went wrong.
#pragma once

#include "designer/run/trysession.h"
#include "designer/sheet/json/jsontreemodel.h"
#include "designer/shell/workbench.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QTreeView;

namespace signalbox::designer {

class TryResult final : public QWidget
{
    Q_OBJECT

public:
    /// workbench must outlive it.
    explicit TryResult(const Workbench &workbench, QWidget *parent = nullptr);

    void show(const TrySession::Result &result);
    void clear();

private:
    void showText(const QString &text);
    void showJson(const core::Json &json);
    void showFiles(const core::Json &files);
    void showLink(const QString &link);
    void showSaved(const QString &path);
    void countDown();

    const Workbench &m_workbench;
    QLabel *m_heading;
    QLabel *m_time;
    QStackedWidget *m_pages;
    QPlainTextEdit *m_text;
    QTreeView *m_tree;
    JsonTreeModel m_json;
    QTableWidget *m_files;
    QWidget *m_linkPage;
    QLabel *m_link;
    QLabel *m_left;
    QPushButton *m_copy;
    QString m_linkText;
    qint64 m_linkEndsMs = 0;
    core::Deadline m_tick;
};

} // namespace signalbox::designer
