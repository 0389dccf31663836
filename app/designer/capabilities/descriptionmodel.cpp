// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/capabilities/descriptionmodel.h"

#include <QFileInfo>

namespace signalbox::designer {

using capability::Message;
using capability::Source;
using namespace Qt::StringLiterals;

DescriptionModel::DescriptionModel(QObject *parent) : QAbstractItemModel(parent)
{}

void DescriptionModel::setCapabilities(const capability::Capabilities &capabilities)
{
    beginResetModel();
    m_capabilities = capabilities;
    m_entries.clear();
    for (const Source &source : m_capabilities.sources()) {
        QList<Entry> entries;
        for (const QString &key : source.keys) {
            const qsizetype before = entries.size();
            for (const auto &message : source.messages) {
                if (message->capability == key)
                    entries.append({key, message.get()});
            }
            if (entries.size() == before)
                entries.append({key, nullptr});
        }
        m_entries.append(entries);
    }
    endResetModel();
}

const DescriptionModel::Entry *DescriptionModel::entry(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() > 0 ? &m_entries.at(static_cast<qsizetype>(index.internalId()) - 1).at(index.row())
                                                     : nullptr;
}

const Source *DescriptionModel::source(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const qsizetype at = index.internalId() > 0 ? static_cast<qsizetype>(index.internalId()) - 1 : index.row();
    return &m_capabilities.sources().at(at);
}

const Message *DescriptionModel::message(const QModelIndex &index) const
{
    const Entry *found = entry(index);
    return found ? found->message : nullptr;
}

const Source *DescriptionModel::overriding(const QModelIndex &index) const
{
    const Message *own = message(index);
    const Message *counts = own ? m_capabilities.find(own->capability, own->code) : nullptr;
    if (counts == own)
        return nullptr;
    for (const Source &other : m_capabilities.sources()) {
        for (const auto &candidate : other.messages) {
            if (candidate.get() == counts)
                return &other;
        }
    }
    return nullptr;
}

QModelIndex DescriptionModel::indexOfFile(const QString &path) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_capabilities.sources().at(row).path == path)
            return index(row, 0);
    }
    return {};
}

QString DescriptionModel::titleOf(const Source &source)
{
    if (source.isBuiltIn() && !source.title.isEmpty())
        return source.title;
    return QFileInfo(source.path).fileName();
}

QModelIndex DescriptionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex DescriptionModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int DescriptionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_entries.size());
    return parent.internalId() == 0 && parent.column() == 0 ? static_cast<int>(m_entries.at(parent.row()).size()) : 0;
}

int DescriptionModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant DescriptionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    if (const Entry *one = entry(index)) {
        if (index.column() == Name)
            return one->message ? one->capability + u'/' + one->message->code : one->capability;
        if (!one->message)
            return tr("no messages described");
        if (overriding(index))
            return tr("replaced");
        return one->message->request ? tr("request with answer") : tr("message");
    }
    const Source &of = *source(index);
    if (index.column() == Name)
        return titleOf(of);
    return of.problem ? tr("cannot be read") : of.isBuiltIn() ? tr("comes with Signalbox") : tr("beside the scenario");
}

QVariant DescriptionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Description and message") : tr("Kind");
}

} // namespace signalbox::designer
