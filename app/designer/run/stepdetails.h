// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of one step: where its time went, what was asked and answered, what it changed. Shows records; knows no run.
#pragma once

#include "designer/shell/workbench.h"
#include "runner/steprecord.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTableWidget;
class QTabWidget;

namespace signalbox::designer {

class StepDetails final : public QWidget
{
    Q_OBJECT

public:
    /// workbench must outlive it. first: a page of somebody else, in front of its own.
    StepDetails(const Workbench &workbench, QWidget *first, QWidget *parent = nullptr);

    /// name: of the component. nullptr: nothing is selected.
    void show(const runner::StepRecord *step, const QString &name);
    void raiseFirst();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showChanges(const runner::StepRecord *step);
    QString timeText(const runner::StepRecord &step) const;
    QPlainTextEdit *textPage(const QString &name);

    const Workbench &m_workbench;
    QLabel *m_title;
    QLabel *m_time;
    QTabWidget *m_tabs;
    QTableWidget *m_changes;
    QPlainTextEdit *m_request;
    QPlainTextEdit *m_response;
    std::optional<runner::StepRecord> m_step;
    QString m_name;
};

} // namespace signalbox::designer
