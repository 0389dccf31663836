// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/runpanel.h"

#include "designer/panels/emptynote.h"
#include "designer/panels/panelviews.h"
#include "designer/run/stepdetails.h"
#include "designer/run/timelinedelegate.h"
#include "designer/sheet/sheetstyle.h"
#include "drawing/runtext.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using State = RunSession::State;

RunPanel::RunPanel(const Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_timeline(workbench.scheduler), m_state(new QLabel(this)), m_past(new QComboBox(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_export(new QPushButton(this)), m_table(new QTableView(this)),
      m_nothing(new EmptyNote(m_table)), m_values(new QTableView(this)), m_refusal(new QLabel(this))
{
    m_state->setObjectName(u"run.state"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_past->setObjectName(u"run.past"_s);
    m_past->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_past->setMinimumContentsLength(24);
    m_slider->setObjectName(u"run.slider"_s);
    m_export->setObjectName(u"run.export"_s);
    m_table->setObjectName(u"run.timeline"_s);
    m_nothing->setObjectName(u"run.nothing"_s);
    m_values->setObjectName(u"run.variables"_s);
    m_refusal->setObjectName(u"run.refusal"_s);
    m_table->setModel(&m_timeline);
    m_table->setItemDelegate(new TimelineDelegate(workbench.appearance, m_table));
    setUpTable(m_table);
    m_values->setModel(&m_variables);
    setUpTable(m_values);
    m_values->setEditTriggers(QTableView::DoubleClicked | QTableView::EditKeyPressed | QTableView::AnyKeyPressed);
    m_refusal->setWordWrap(true);
    m_refusal->setTextFormat(Qt::PlainText);
    m_refusal->setProperty("error", true);
    m_refusal->hide();
    layOut();

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        showStep();
        replay(row.row());
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const runner::StepRecord *const step = m_timeline.step(index.row()))
            Q_EMIT componentRequested(step->step.object);
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const QScrollBar &bar = *m_table->verticalScrollBar();
        m_follows = bar.sliderPosition() >= bar.maximum();
    });
    connect(&m_timeline, &QAbstractItemModel::rowsInserted, this, &RunPanel::onRows);
    connect(&m_timeline, &QAbstractItemModel::modelReset, this, &RunPanel::onRows);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { m_table->setCurrentIndex(m_timeline.index(value - 1, 0)); });
    connect(m_nothing, &EmptyNote::actionClicked, this, &RunPanel::runWanted);
    connect(m_past, &QComboBox::activated, this, [this](int index) { Q_EMIT pastWanted(m_past->itemData(index).toString()); });
    connect(m_export, &QPushButton::clicked, this, &RunPanel::exportWanted);
    connect(&m_variables, &RunVariables::refused, this, [this](const core::Error &why) {
        m_refusal->setText(why.message);
        m_refusal->show();
    });
    connect(&m_variables, &RunVariables::taken, m_refusal, &QWidget::hide);
    connect(&workbench.appearance, &Appearance::changed, m_table, [this] { m_table->viewport()->update(); });
    setFocusProxy(m_table);
    retranslate();
    setPast({});
    show(nullptr);
}

RunPanel::~RunPanel() = default;

void RunPanel::layOut()
{
    auto *const values = new QWidget(this);
    auto *const valuesLayout = new QVBoxLayout(values);
    valuesLayout->setContentsMargins(0, 0, 0, 0);
    valuesLayout->setSpacing(0);
    valuesLayout->addWidget(m_values, 1);
    m_refusal->setContentsMargins(12, 4, 12, 4);
    valuesLayout->addWidget(m_refusal);
    m_details = new StepDetails(m_workbench, values, this);

    auto *const strip = new QHBoxLayout;
    strip->setContentsMargins(12, 4, 8, 4);
    strip->setSpacing(8);
    strip->addWidget(m_state, 1);
    strip->addWidget(m_past);
    m_slider->setFixedWidth(180);
    strip->addWidget(m_slider);
    strip->addWidget(m_export);
    auto *const splitter = new QSplitter(this);
    splitter->setObjectName(u"run.splitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({500, 360});
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strip);
    layout->addWidget(splitter, 1);

    QHeaderView &header = *m_table->horizontalHeader();
    header.setStretchLastSection(false);
    header.setMinimumSectionSize(40);
    header.resizeSection(TimelineModel::NumberColumn, 48);
    header.resizeSection(TimelineModel::NameColumn, 130);
    header.setSectionResizeMode(TimelineModel::BarColumn, QHeaderView::Stretch);
    header.resizeSection(TimelineModel::DurationColumn, 84);
    header.setSectionResizeMode(TimelineModel::WhatColumn, QHeaderView::Stretch);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMinimumWidth(340);
    m_details->setMinimumWidth(340);
    m_values->horizontalHeader()->resizeSection(RunVariables::NameColumn, 130);
}

void RunPanel::retranslate()
{
    m_table->setAccessibleName(tr("Steps of the run"));
    m_values->setAccessibleName(tr("Variables of the run"));
    m_past->setAccessibleName(tr("Which run is shown"));
    if (m_past->count() > 0)
        m_past->setItemText(0, tr("This run"));
    m_slider->setAccessibleName(tr("Replay: the canvas after this step"));
    m_slider->setToolTip(tr("Replay: the canvas after this step"));
    m_export->setText(tr("Export…"));
    m_timeline.retranslate();
    m_variables.retranslate();
    showState();
}

void RunPanel::show(RunSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_past->setCurrentIndex(0);
    m_variables.show(session);
    showLog(session ? &session->log() : nullptr);
    if (session) {
        connect(session, &RunSession::stateChanged, this, &RunPanel::onState);
        connect(session, &RunSession::ticked, this, [this] {
            m_timeline.setElapsed(m_session->elapsedUs());
            showState();
        });
    }
    onState();
}

void RunPanel::showStored(const RunLog *log)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = nullptr;
    if (log->end())
        m_variables.show(log->end()->variables, log->about().scenario);
    else
        m_variables.show(nullptr);
    showLog(log);
    onState();
}

void RunPanel::showLog(const RunLog *log)
{
    m_notice.clear();
    m_replayed = -1;
    m_follows = true;
    m_refusal->hide();
    m_timeline.show(log);
    m_details->setVisible(log);
    showStep();
}

void RunPanel::showDetails(const runner::StepRecord &step)
{
    const runner::StepRecord *const selected = m_timeline.step(m_table->currentIndex().row());
    if (selected && selected->number == step.number)
        m_details->show(&step, m_timeline.index(m_table->currentIndex().row(), TimelineModel::NameColumn).data().toString());
}

void RunPanel::setPast(const QList<Past> &past)
{
    const QSignalBlocker quiet(m_past);
    const QString shown = m_past->currentData().toString();
    m_past->clear();
    m_past->addItem(tr("This run"), QString());
    for (const Past &one : past)
        m_past->addItem(one.title, one.id);
    m_past->setCurrentIndex(std::max(0, m_past->findData(shown)));
    m_past->setVisible(!past.isEmpty());
}

bool RunPanel::isOver() const
{
    return log() && (!m_session || m_session->isOver());
}

void RunPanel::onState()
{
    m_timeline.catchUp();
    const bool isHeld = m_session && m_session->state() == State::Held;
    if (isHeld || (m_session && m_session->isOver()))
        m_variables.refresh();
    if (isHeld) {
        m_table->setCurrentIndex({});
        m_details->raiseFirst();
    } else {
        m_refusal->hide();
    }
    onRows();
    showState();
}

void RunPanel::onRows()
{
    const bool isOver = this->isOver();
    const QSignalBlocker quiet(m_slider);
    m_slider->setVisible(isOver && m_timeline.rowCount() > 1);
    m_slider->setRange(1, std::max(1, m_timeline.rowCount()));
    m_slider->setValue(m_replayed < 0 ? m_slider->maximum() : m_replayed + 1);
    m_nothing->setVisible(m_timeline.rowCount() == 0);
    m_export->setVisible(isOver && (log()->end() || !log()->steps().isEmpty()));
    if (m_follows && !isOver)
        m_table->scrollToBottom();
}

void RunPanel::setNotice(const QString &text)
{
    m_notice = text;
    showState();
}

QString RunPanel::holdText() const
{
    const runner::Hold &hold = *m_session->hold();
    const QString where = hold.object ? m_session->log().nameOf(*hold.object) : QString();
    if (hold.cause == runner::Hold::Cause::BrokenCondition)
        return tr("Paused: the condition of a breakpoint is broken – %1").arg(hold.error);
    if (!hold.object)
        return tr("Paused at the end of the branch");
    if (hold.cause == runner::Hold::Cause::Breakpoint && hold.breakpoint && !hold.breakpoint->transition.isEmpty())
        return tr("Paused before “%1”: a breakpoint on the transition from “%2”")
            .arg(where, m_session->log().nameOf(hold.breakpoint->object));
    return hold.cause == runner::Hold::Cause::Breakpoint ? tr("Paused before “%1”: a breakpoint").arg(where)
                                                         : tr("Paused before “%1”").arg(where);
}

QString RunPanel::endText() const
{
    if (!log()->end())
        return m_session ? m_session->error().message : tr("Cut off: the program ended before the run did");
    const runner::RunReport &end = *log()->end();
    const QString time = drawing::durationText(end.durationUs);
    QString text;
    if (!end.reason)
        text = end.message.isEmpty() ? tr("Run on the cluster, over after %1").arg(time)
                                     : tr("The run on the cluster failed after %1").arg(time);
    else if (*end.reason == machine::Reason::Normal)
        text = tr("Over after %1, as wished").arg(time);
    else
        text = tr("Ended after %1: %2").arg(time, machine::reasonName(*end.reason));
    if (end.result)
        text += tr(" · result %1").arg(end.result->toText().left(200).simplified());
    if (!end.message.isEmpty())
        text += tr(" · %1").arg(end.message.left(400).simplified());
    if (const qint64 dropped = log()->dropped())
        text += tr(" · %n step(s) more than are kept", nullptr, static_cast<int>(dropped));
    return text;
}

QString RunPanel::stateText() const
{
    if (!m_notice.isEmpty())
        return m_notice;
    if (!log())
        return {};
    if (!m_session)
        return endText();
    const QString time = drawing::durationText(m_session->elapsedUs());
    switch (m_session->state()) {
    case State::Connecting:
        return m_session->phase();
    case State::Running:
        return m_session->isWhole() ? tr("Running on the cluster · %1").arg(time) : tr("Running · %1").arg(time);
    case State::Pausing:
        return tr("Pausing before the next component · %1").arg(time);
    case State::Held:
        return holdText();
    case State::Stopping:
        return tr("Stopping: post-processing runs · %1").arg(time);
    case State::Ended:
        return endText();
    }
    Q_UNREACHABLE();
}

void RunPanel::showState()
{
    const QString text = stateText();
    m_state->setText(text);
    m_state->setToolTip(text);
    m_state->setAccessibleName(text.isEmpty() ? tr("State of the run") : text);
    const bool isBad = isOver() && (!log()->end() || runner::isFailed(*log()->end()));
    setMark(m_state, isBad || !m_notice.isEmpty() ? u"error"_s : QString());
    if (m_session && !m_session->isOver())
        m_nothing->setText(m_session->phase().isEmpty() ? tr("No step has ended yet.") : m_session->phase());
    else if (log())
        m_nothing->setText(tr("The run has no steps."),
                           m_session && m_session->isWhole() ? tr("A cluster does not tell a scenario’s steps.") : QString());
    else
        m_nothing->setText(tr("Nothing has run yet."), tr("A run shows its steps here, and its way on the canvas."));
    m_nothing->setAction(!m_session || m_session->isOver() ? tr("Run") : QString());
}

void RunPanel::showStep()
{
    const runner::StepRecord *const step = m_timeline.step(m_table->currentIndex().row());
    if (step && !m_session)
        Q_EMIT detailsWanted(step->number);
    m_details->show(step, step ? m_timeline.index(m_table->currentIndex().row(), TimelineModel::NameColumn).data().toString() : QString());
}

void RunPanel::replay(int row)
{
    if (!isOver() || row < 0)
        return;
    m_replayed = row;
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(row + 1);
    Q_EMIT replayWanted(row);
}

void RunPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
