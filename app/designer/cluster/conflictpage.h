// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked where somebody else's edit would be overwritten: their time and ours, and what to do. Does none of it.
#pragma once

#include "designer/cluster/questionpage.h"
#include "runner/scenariokeeping.h"

class QLabel;
class QPushButton;

namespace signalbox::designer {

class ConflictPage final : public QuestionPage
{
    Q_OBJECT

public:
    explicit ConflictPage(QWidget *parent = nullptr);

    /// base: what tells the edit that ours comes from; null where nothing does.
    void show(const QString &code, const runner::Kept &conflict, const core::Json &base);

Q_SIGNALS:
    void besideWanted();
    void overwriteWanted();
    void cancelWanted();

private:
    void retranslate() override;

    QString m_code;
    runner::Kept m_conflict;
    core::Json m_base;
    QLabel *m_theirsLabel;
    QLabel *m_theirs;
    QLabel *m_oursLabel;
    QLabel *m_ours;
    QPushButton *m_beside;
    QPushButton *m_overwrite;
    QPushButton *m_cancel;
};

} // namespace signalbox::designer
