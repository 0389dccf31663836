// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/timelinemodel.h"

#include "drawing/runtext.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 60; ///< characters

QString shortText(const core::Value &value)
{
    QString text = value.toText().left(longestValue + 1).simplified();
    if (text.size() > longestValue)
        text = text.left(longestValue) + u'…';
    return text.isEmpty() ? u"\"\""_s : text;
}

} // namespace

QString outcomeText(const QString &outcome)
{
    static const QHash<QString, const char *> words{{u"success"_s, QT_TRANSLATE_NOOP("signalbox::designer::TimelineModel", "success")},
                                                    {u"timeout"_s, QT_TRANSLATE_NOOP("signalbox::designer::TimelineModel", "timeout")},
                                                    {u"error"_s, QT_TRANSLATE_NOOP("signalbox::designer::TimelineModel", "error")},
                                                    {u"true"_s, QT_TRANSLATE_NOOP("signalbox::designer::TimelineModel", "true")},
                                                    {u"false"_s, QT_TRANSLATE_NOOP("signalbox::designer::TimelineModel", "false")},
                                                    {u"done"_s, QT_TRANSLATE_NOOP("signalbox::designer::TimelineModel", "done")}};
    const char *const word = words.value(outcome);
    return word ? TimelineModel::tr(word) : outcome;
}

TimelineModel::TimelineModel(core::Scheduler &scheduler, QObject *parent) : QAbstractTableModel(parent), m_scheduler(scheduler)
{}

void TimelineModel::show(const RunLog *log)
{
    beginResetModel();
    if (m_log)
        m_log->disconnect(this);
    m_log = log;
    m_steps = log ? static_cast<int>(log->steps().size()) : 0;
    m_hasOpen = log && log->open();
    m_elapsedUs = log ? log->lengthUs() : 0;
    m_frame.cancel();
    endResetModel();
    if (log) {
        connect(log, &RunLog::changed, this, [this] {
            if (!m_frame.isArmed())
                m_frame.arm(m_scheduler, framePause, [this] { catchUp(); });
        });
    }
}

void TimelineModel::catchUp()
{
    m_frame.cancel();
    if (!m_log)
        return;
    const int steps = static_cast<int>(m_log->steps().size());
    if (m_hasOpen && (steps > m_steps || !m_log->open())) {
        beginRemoveRows({}, m_steps, m_steps);
        m_hasOpen = false;
        endRemoveRows();
    }
    if (steps > m_steps) {
        beginInsertRows({}, m_steps, steps - 1);
        m_steps = steps;
        endInsertRows();
    }
    if (m_log->open() && !m_hasOpen) {
        beginInsertRows({}, m_steps, m_steps);
        m_hasOpen = true;
        endInsertRows();
    }
    setElapsed(std::max(m_elapsedUs, m_log->lengthUs()));
}

void TimelineModel::setElapsed(qint64 us)
{
    m_elapsedUs = us;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, BarColumn), index(rowCount() - 1, BarColumn));
    if (m_hasOpen)
        Q_EMIT dataChanged(index(m_steps, DurationColumn), index(m_steps, WhatColumn));
}

void TimelineModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const runner::StepRecord *TimelineModel::step(int row) const
{
    return m_log && row >= 0 && row < m_steps ? &m_log->steps().at(row) : nullptr;
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_steps + (m_hasOpen ? 1 : 0);
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

double TimelineModel::fraction(qint64 us) const
{
    return m_elapsedUs > 0 ? std::clamp(static_cast<double>(us) / static_cast<double>(m_elapsedUs), 0.0, 1.0) : 0;
}

QString TimelineModel::whatCameOf(const runner::StepRecord &step) const
{
    QStringList parts;
    if (step.step.target)
        parts += tr("%1 → %2").arg(outcomeText(step.step.outcome), m_log->nameOf(*step.step.target));
    else
        parts += outcomeText(step.step.outcome);
    for (const machine::VariableChange &change : step.step.changes) {
        if (parts.size() > 3) {
            parts += u"…"_s;
            break;
        }
        parts += tr("%1: %2 → %3").arg(change.name, shortText(change.before), shortText(change.after));
    }
    return parts.join(u" · "_s);
}

QString TimelineModel::textOf(const runner::StepRecord &step, int column) const
{
    switch (column) {
    case NumberColumn:
        return QString::number(step.number);
    case NameColumn:
        return step.step.name.isEmpty() ? m_log->nameOf(step.step.object) : step.step.name;
    case DurationColumn:
        return drawing::durationText(step.step.durationUs);
    case WhatColumn:
        return whatCameOf(step);
    default:
        return {};
    }
}

QString TimelineModel::openText(int column) const
{
    const runner::StepStart &open = *m_log->open();
    switch (column) {
    case NumberColumn:
        return QString::number(open.number);
    case NameColumn:
        return m_log->nameOf(open.object);
    case DurationColumn:
        return drawing::durationText(std::max<qint64>(0, m_elapsedUs - open.startedUs));
    case WhatColumn:
        return open.duration ? tr("waiting for %1").arg(drawing::durationText(open.duration->count() * 1000))
                             : tr("waiting for the answer");
    default:
        return {};
    }
}

QString TimelineModel::spoken(int row) const
{
    QStringList words;
    for (const int column : {NumberColumn, NameColumn, DurationColumn, WhatColumn})
        words += index(row, column).data().toString();
    return words.join(u", "_s);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_log)
        return {};
    const runner::StepRecord *const step = this->step(index.row());
    if (!step && !m_log->open())
        return {};
    const qint64 startUs = step ? step->step.startedUs : m_log->open()->startedUs;
    switch (role) {
    case Qt::DisplayRole:
        return step ? textOf(*step, index.column()) : openText(index.column());
    case Qt::ToolTipRole:
        return step && !step->step.error.isEmpty() ? step->step.error : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == NumberColumn ? QVariant(spoken(index.row())) : QVariant();
    case Qt::TextAlignmentRole:
        if (index.column() == DurationColumn || index.column() == NumberColumn)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case OutcomeRole:
        return step ? step->step.outcome : QString();
    case StartRole:
        return fraction(startUs);
    case EndRole:
        return step ? fraction(startUs + step->step.durationUs) : 1.0;
    default:
        return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == DurationColumn || section == NumberColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("No.");
    case NameColumn:
        return tr("Step");
    case BarColumn:
        return tr("Time");
    case DurationColumn:
        return tr("Duration");
    case WhatColumn:
        return tr("Outcome");
    default:
        return {};
    }
}

} // namespace signalbox::designer
