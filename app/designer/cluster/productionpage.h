// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before a scenario is saved to a cluster that is marked as production: what goes where, and that it is in use there. Does
// none of it.
#pragma once

#include "designer/cluster/clusterchoice.h"
#include "designer/cluster/questionpage.h"

namespace signalbox::designer {

class ProductionPage final : public QuestionPage
{
    Q_OBJECT

public:
    explicit ProductionPage(QWidget *parent = nullptr);

    /// isThere: the cluster has a scenario of this code, which gets a new state.
    void show(const ClusterOrigin &to, bool isThere);

Q_SIGNALS:
    void saveWanted();
    void cancelWanted();

private:
    void retranslate() override;

    ClusterOrigin m_to;
    bool m_isThere = false;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace signalbox::designer
