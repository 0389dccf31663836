// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows while no scenario is open: new, open, recent files, examples.
#pragma once

#include "designer/shell/workbench.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace signalbox::designer {

class WelcomePage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit WelcomePage(const Workbench &workbench, QWidget *parent = nullptr);
    void setRecent(const QStringList &paths);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void clusterWanted();
    void fileWanted(const QString &path);
    void exampleWanted(const QString &resource, const QString &title);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Example {
        QString resource;
        QString title; ///< of the file's entity
    };

    void renew(); ///< when it is shown, or shown next
    void build();
    static QList<Example> examples();

    const Workbench &m_workbench;
    QStringList m_recent;
    bool m_isStale = true;
};

} // namespace signalbox::designer
