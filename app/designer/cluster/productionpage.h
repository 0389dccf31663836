// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before a scenario is saved to a cluster that is marked as production: what goes where, and that it is in use there. Does
// none of it.
#pragma once

#include "designer/cluster/clusterchoice.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace signalbox::designer {

class ProductionPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ProductionPage(QWidget *parent = nullptr);

    /// isThere: the cluster has a scenario of this code, which gets a new state.
    void show(const ClusterOrigin &to, bool isThere);
    /// The answer that does nothing.
    void focusFirst();

Q_SIGNALS:
    void saveWanted();
    void cancelWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ClusterOrigin m_to;
    bool m_isThere = false;
    QLabel *m_title;
    QLabel *m_what;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace signalbox::designer
