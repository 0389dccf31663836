// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/templinkmodel.h"

#include "inspect/timetext.h"

#include <QCoreApplication>

namespace signalbox::inspect {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds tickEvery{1000};
constexpr qsizetype shownStart = 4; ///< characters of the random part
constexpr qsizetype shownEnd = 2;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::inspect::TempLinkModel)
};

} // namespace

TempLinkModel::TempLinkModel(core::Clock &clock, core::Scheduler &scheduler, QObject *parent)
    : QAbstractTableModel(parent), m_clock(clock), m_scheduler(scheduler)
{}

QString TempLinkModel::shortText(const QString &url)
{
    const qsizetype slash = url.lastIndexOf(u'/');
    const qsizetype dot = url.indexOf(u'.', slash + 1);
    const qsizetype end = dot < 0 ? url.size() : dot;
    if (end - slash - 1 <= shownStart + shownEnd + 1)
        return url;
    return url.left(slash + 1 + shownStart) + u"…"_s + url.mid(end - shownEnd);
}

void TempLinkModel::add(const TempLink &link)
{
    if (m_all.size() >= mostLinks)
        m_all.removeFirst();
    m_all.append(link);
    select();
    if (!m_next.isArmed())
        m_next.arm(m_scheduler, tickEvery, [this] { tick(); });
}

void TempLinkModel::show(const QString &connectionId)
{
    m_connectionId = connectionId;
    select();
}

void TempLinkModel::select()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype place = m_all.size() - 1; place >= 0; --place) {
        if (m_all[place].connectionId == m_connectionId)
            m_shown.append(place);
    }
    endResetModel();
}

void TempLinkModel::tick()
{
    const qint64 oldest = m_clock.nowMs() - std::chrono::milliseconds(endedStays).count();
    const auto removed = m_all.removeIf([oldest](const TempLink &link) { return link.endsMs < oldest; });
    if (removed > 0)
        select();
    else if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, LeftColumn), index(static_cast<int>(m_shown.size()) - 1, LeftColumn));
    if (!m_all.isEmpty())
        m_next.arm(m_scheduler, tickEvery, [this] { tick(); });
}

int TempLinkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int TempLinkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TempLinkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TempLink &link = this->link(index.row());
    const qint64 left = link.endsMs - m_clock.nowMs();
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == LinkColumn)
            return shortText(link.url);
        return left > 0 ? Tr::tr("%1 left").arg(countdownText(left)) : Tr::tr("ended");
    case Qt::ToolTipRole:
        return Tr::tr("%1: whoever has this link needs no login").arg(link.fileName);
    case Qt::AccessibleTextRole:
        return index.column() == LinkColumn ? QVariant(Tr::tr("Temporary link to %1").arg(link.fileName)) : QVariant();
    case Qt::TextAlignmentRole:
        return int(index.column() == LeftColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case UrlRole:
        return link.url;
    case EndedRole:
        return left <= 0;
    default:
        return {};
    }
}

QVariant TempLinkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == LinkColumn ? Tr::tr("Link") : Tr::tr("Time left");
}

} // namespace signalbox::inspect
