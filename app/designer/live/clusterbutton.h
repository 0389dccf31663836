// SPDX-License-Identifier: GPL-3.0-or-later
// The current cluster in the top bar: a dot that tells its state, its name, its nodes and sites; pressed, the clusters to choose from. Says
// what is wished, does none of it.
#pragma once

#include "designer/live/livecluster.h"
#include "designer/shell/appearance.h"

#include <QPushButton>

class QLabel;
class QMenu;

namespace signalbox::designer {

class ClusterButton final : public QPushButton
{
    Q_OBJECT

public:
    /// actions: below the clusters in the menu. All must outlive it.
    ClusterButton(LiveCluster &live, const Appearance &appearance, QList<QAction *> actions, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// In one line, for people: "connected", or why not.
    static QString stateText(const LiveCluster &live);

Q_SIGNALS:
    void chosen(const signalbox::designer::ClusterChoice &choice);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void fillMenu();
    QColor dotColor() const;

    LiveCluster &m_live;
    const Appearance &m_appearance;
    const QList<QAction *> m_actions;
    QMenu *m_menu;
    QLabel *m_dot;
    QLabel *m_name;
    QLabel *m_extent;
    QLabel *m_arrow;
};

} // namespace signalbox::designer
