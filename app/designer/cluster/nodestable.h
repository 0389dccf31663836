// SPDX-License-Identifier: GPL-3.0-or-later
// The own addresses of a cluster's nodes, SITE/NODE and URL, to be edited as rows.
#pragma once

#include "cluster/profile.h"
#include "core/result.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace signalbox::designer {

class NodesTable final : public QWidget
{
    Q_OBJECT

public:
    explicit NodesTable(QWidget *parent = nullptr);

    void setNodes(const QMap<QString, QUrl> &nodes);
    /// Rows that are empty do not count. Error: bad_form; it is shown below the table and the cell is the current one.
    core::Result<QMap<QString, QUrl>> nodes();
    /// What nodes() found wrong is shown.
    bool isWrong() const;
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void append(const QString &name, const QString &address);

    QLabel *m_about;
    QTableWidget *m_table;
    QLabel *m_error;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace signalbox::designer
