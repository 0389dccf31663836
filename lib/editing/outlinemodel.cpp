// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/outlinemodel.h"

#include "scenario/componentcodes.h"

#include <QSet>

namespace signalbox::editing {

namespace {

QString familyTitle(const QString &family)
{
    if (family == QLatin1StringView("flow"))
        return OutlineModel::tr("Flow");
    if (family == QLatin1StringView("data"))
        return OutlineModel::tr("Data");
    if (family == QLatin1StringView("message"))
        return OutlineModel::tr("Messages");
    return OutlineModel::tr("Unknown");
}

} // namespace

OutlineModel::OutlineModel(EditSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_rows(rowsOf(0, session.scenario().objectCount()))
{
    connect(&session, &EditSession::changed, this, &OutlineModel::follow);
}

OutlineModel::Rows OutlineModel::rowsOf(qsizetype first, qsizetype count) const
{
    const scenario::Scenario &document = m_session.scenario();
    Rows rows;
    rows.reserve(count);
    for (qsizetype i = first; i < first + count; ++i)
        rows.append({document.objectId(i), document.object(i)});
    return rows;
}

int OutlineModel::rowOf(qint64 id) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row &one) { return one.id == id; });
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutlineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[id, object] = m_rows.at(index.row());
    const std::optional<qint64> number = object[scenario::code::type].toInt();
    const catalogue::ComponentType *type = number ? m_session.catalogue().find(*number) : nullptr;
    const QString family = type ? type->family : QStringLiteral("unknown");
    switch (role) {
    case ObjectRole:
        return id ? QVariant(*id) : QVariant();
    case TypeRole:
        return number ? QVariant(*number) : QVariant();
    case FamilyRole:
        return family;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    const QString title = type && type->documented ? catalogue::translated(type->title)
                          : number                 ? tr("Component %1").arg(*number)
                                                   : tr("No component");
    switch (index.column()) {
    case NameColumn: {
        const QString name = object[scenario::code::name].toString();
        return name.isEmpty() ? title : name;
    }
    case TypeColumn:
        return title;
    default:
        return familyTitle(family);
    }
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TypeColumn:
        return tr("Component");
    case FamilyColumn:
        return tr("Family");
    default:
        return {};
    }
}

void OutlineModel::follow(const ChangeEvent &event)
{
    struct Follower {
        OutlineModel &model;
        void operator()(const ObjectsAdded &added) const { model.add(added.ids); }
        void operator()(const ObjectsRemoved &removed) const { model.remove(removed.ids); }
        void operator()(const ObjectsChanged &changed) const { model.tell(changed.ids); }
        void operator()(const VariablesChanged &) const {}
        void operator()(const ExtensionChanged &) const {}
        void operator()(const EntityChanged &) const {}
        void operator()(const DocumentReset &) const { model.readAgain(); }
    };
    std::visit(Follower{*this}, event);
}

void OutlineModel::add(const QList<qint64> &ids)
{
    const scenario::Scenario &document = m_session.scenario();
    QList<qsizetype> rows;
    for (const qint64 id : ids)
        rows.append(document.indexOf(id));
    std::sort(rows.begin(), rows.end());
    for (qsizetype i = 0; i < rows.size();) {
        const qsizetype first = rows.at(i);
        qsizetype end = i + 1;
        while (end < rows.size() && rows.at(end) == first + (end - i))
            ++end;
        if (first < 0 || first > m_rows.size())
            return readAgain();
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + end - i) - 1);
        const Rows added = rowsOf(first, end - i);
        m_rows.insert(first, added.size(), Row());
        std::copy(added.begin(), added.end(), m_rows.begin() + first);
        endInsertRows();
        i = end;
    }
    if (m_rows.size() != document.objectCount())
        readAgain();
}

void OutlineModel::remove(const QList<qint64> &ids)
{
    QSet<qint64> gone(ids.begin(), ids.end());
    QList<qsizetype> rows;
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id && gone.remove(*m_rows.at(row).id))
            rows.append(row);
    }
    while (!rows.isEmpty()) {
        const qsizetype last = rows.takeLast();
        qsizetype first = last;
        while (!rows.isEmpty() && rows.last() == first - 1)
            first = rows.takeLast();
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
    }
    if (m_rows.size() != m_session.scenario().objectCount())
        readAgain();
}

void OutlineModel::tell(const QList<qint64> &ids)
{
    for (const qint64 id : ids) {
        const qsizetype row = m_session.scenario().indexOf(id);
        if (row < 0 || row >= m_rows.size())
            continue;
        m_rows[row].object = m_session.scenario().object(row);
        Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
    }
}

void OutlineModel::readAgain()
{
    beginResetModel();
    m_rows = rowsOf(0, m_session.scenario().objectCount());
    endResetModel();
}

} // namespace signalbox::editing
