// SPDX-License-Identifier: GPL-3.0-or-later
// The panel Run: what the run is doing, its steps on a timeline, what is known of the selected one, variables that can be set while it is
// held, and the way back through a run that is over. Shows a session; drives none.
#pragma once

#include "designer/run/runvariables.h"
#include "designer/run/timelinemodel.h"
#include "designer/shell/workbench.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QTableView;

namespace signalbox::designer {

class EmptyNote;
class StepDetails;

class RunPanel final : public QWidget
{
    Q_OBJECT

public:
    /// workbench must outlive it.
    explicit RunPanel(const Workbench &workbench, QWidget *parent = nullptr);
    ~RunPanel() override;

    /// The run of the document in front; nullptr: there was none.
    void show(RunSession *session);
    RunSession *session() const { return m_session; }
    /// A run that was kept, in place of the document's own; it must outlive its showing.
    void showStored(const RunLog *log);
    /// What is shown; nullptr: nothing.
    const RunLog *log() const { return m_timeline.log(); }
    /// Of a stored run's step, whose row does not hold all.
    void showDetails(const runner::StepRecord &step);

    /// A run that can be looked at again.
    struct Past {
        QString id;
        QString title;
    };
    void setPast(const QList<Past> &past);

    /// Why nothing runs, or what else a person should know; empty takes it away.
    void setNotice(const QString &text);

Q_SIGNALS:
    void runWanted();
    void componentRequested(qint64 object);
    /// Of a run that is over: show the canvas as it was after this row.
    void replayWanted(int row);
    void exportWanted();
    /// A run that was kept is to be shown; empty: the document's own.
    void pastWanted(const QString &id);
    /// All that is known of a stored run's step is to be shown.
    void detailsWanted(qint64 number);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void showLog(const RunLog *log);
    bool isOver() const;
    void showState();
    void showStep();
    void onState();
    void onRows();
    void replay(int row);
    QString stateText() const;
    QString holdText() const;
    QString endText() const;

    const Workbench &m_workbench;
    QPointer<RunSession> m_session;
    TimelineModel m_timeline;
    RunVariables m_variables;
    QLabel *m_state;
    QComboBox *m_past;
    QSlider *m_slider;
    QPushButton *m_export;
    QTableView *m_table;
    EmptyNote *m_nothing;
    QTableView *m_values;
    QLabel *m_refusal;
    StepDetails *m_details;
    QString m_notice;
    int m_replayed = -1;
    bool m_follows = true; ///< the last row stays in view
};

} // namespace signalbox::designer
