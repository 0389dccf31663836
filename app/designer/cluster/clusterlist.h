// SPDX-License-Identifier: GPL-3.0-or-later
// The clusters to choose from, as a column: the kept profiles, the simulated cluster, another address; below it why the profiles cannot be
// read. Follows the profiles as they change; connects to nothing.
#pragma once

#include "designer/cluster/clusterchoice.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace signalbox::designer {

class Profiles;

class ClusterList final : public QWidget
{
    Q_OBJECT

public:
    /// typed: what another address begins with. profiles must outlive it.
    ClusterList(Profiles &profiles, const ClusterChoice &simulated, const ClusterChoice &typed, QWidget *parent = nullptr);

    /// By ClusterChoice::key(); the first one where there is no such. One whose profile is still being read follows, unless another is
    /// chosen meanwhile.
    void choose(const QString &key);
    const ClusterChoice &current() const;
    void focusList();

Q_SIGNALS:
    void chosen(); ///< current() is another one
    void activated();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void takeProfiles();
    void retranslate();
    int rowOf(const QString &key) const; ///< -1: none

    Profiles &m_profiles;
    const ClusterChoice m_simulated;
    const ClusterChoice m_typed;
    QList<ClusterChoice> m_choices;
    QString m_awaited; ///< key of one that is not there yet
    QListWidget *m_list;
    QLabel *m_note;
};

} // namespace signalbox::designer
