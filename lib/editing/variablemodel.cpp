// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/variablemodel.h"

#include "editing/rowchanges.h"
#include "editing/variableplaces.h"

namespace signalbox::editing {

using core::Result;
using scenario::Variable;

/// How often each variable is used: counted when it is first asked for, then kept up by object.
class VariableModel::Uses final
{
public:
    explicit Uses(const EditSession &session) : m_session(session) {}

    int of(const QString &name)
    {
        if (!m_isCounted)
            countAll();
        return m_counts.value(name);
    }

    void forget() { m_isCounted = false; }
    bool knows(const QList<qint64> &ids) const
    {
        return std::any_of(ids.begin(), ids.end(), [this](qint64 id) { return m_names.contains(id); });
    }

    void recount(const QList<qint64> &ids)
    {
        if (!m_isCounted)
            return;
        const VariablePlaces places = current();
        for (const qint64 id : ids) {
            for (const QString &name : m_names.take(id))
                --m_counts[name];
            const core::Json &object = m_session.object(id);
            if (!object.isNull())
                add(id, places.names(object));
        }
    }

private:
    VariablePlaces current() const
    {
        return VariablePlaces(m_session.catalogue(), m_session.dialect(), declaredVariables(m_session.scenario()));
    }

    void countAll()
    {
        m_counts.clear();
        m_names.clear();
        m_isCounted = true;
        const VariablePlaces places = current();
        const scenario::Scenario &document = m_session.scenario();
        for (qsizetype i = 0; i < document.objectCount(); ++i) {
            const std::optional<qint64> id = document.objectId(i);
            add(id && document.indexOf(*id) == i ? id : std::nullopt, places.names(document.object(i)));
        }
    }

    void add(std::optional<qint64> id, const QStringList &names)
    {
        for (const QString &name : names)
            ++m_counts[name];
        if (id && !names.isEmpty())
            m_names.insert(*id, names);
    }

    const EditSession &m_session;
    bool m_isCounted = false;
    QHash<QString, int> m_counts;
    QHash<qint64, QStringList> m_names; // by oId; what has none of its own never changes
};

VariableModel::VariableModel(EditSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_rows(session.scenario().variables()), m_uses(std::make_unique<Uses>(session))
{
    connect(&session, &EditSession::changed, this, &VariableModel::follow);
}

VariableModel::~VariableModel() = default;

VariableModel::Choices VariableModel::typeChoices(const core::Dialect &dialect)
{
    return {{dialect.typeNumber, tr("Number")}, {dialect.typeString, tr("String")}, {dialect.typeDateTime, tr("Date and time")}};
}

VariableModel::Choices VariableModel::scopeChoices(const core::Dialect &dialect)
{
    const QStringList titles{tr("Local"),         tr("Script"), tr("Site, this domain"), tr("Site, shared"), tr("Global, this domain"),
                             tr("Global, common")};
    Choices choices;
    for (int i = 0; i < titles.size() && dialect.locationLocal + i <= dialect.locationLast; ++i)
        choices.append({dialect.locationLocal + i, titles.at(i)});
    return choices;
}

int VariableModel::rowOf(QStringView name) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [name](const Variable &variable) { return variable.name == name; });
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

int VariableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VariableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VariableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const Variable &variable = m_rows.at(index.row());
    const auto number = [role](qint64 value, const Choices &choices) -> QVariant {
        if (role == Qt::EditRole)
            return value;
        const auto choice = std::find_if(choices.begin(), choices.end(), [value](const auto &one) { return one.first == value; });
        return choice == choices.end() ? QString::number(value) : choice->second;
    };
    switch (index.column()) {
    case NameColumn:
        return variable.name;
    case TypeColumn:
        return number(variable.type, typeChoices(m_session.dialect()));
    case ScopeColumn:
        return number(variable.location, scopeChoices(m_session.dialect()));
    default:
        return m_uses->of(variable.name);
    }
}

bool VariableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    const QString name = m_rows.at(index.row()).name;
    Result<void> done;
    switch (index.column()) {
    case NameColumn:
        done = m_session.renameVariable(name, value.toString());
        break;
    case TypeColumn:
        done = m_session.setVariableType(name, value.toLongLong());
        break;
    case ScopeColumn:
        done = m_session.setVariableLocation(name, value.toLongLong());
        break;
    default:
        return false;
    }
    if (!done)
        Q_EMIT refused(done.error());
    return done.has_value();
}

Qt::ItemFlags VariableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != UsesColumn ? flags | Qt::ItemIsEditable : flags;
}

QVariant VariableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TypeColumn:
        return tr("Type");
    case ScopeColumn:
        return tr("Scope");
    case UsesColumn:
        return tr("Uses");
    default:
        return {};
    }
}

void VariableModel::readRows()
{
    const QList<Variable> rows = m_session.scenario().variables();
    if (rows.size() != m_rows.size()) { // else each may have another name, but stays where it is
        const auto names = [](const QList<Variable> &variables) {
            QStringList texts;
            for (const Variable &variable : variables)
                texts.append(variable.name);
            return texts;
        };
        for (const RowRun &run : rowChanges<QString>(names(m_rows), names(rows))) {
            if (run.isInsertion) {
                beginInsertRows({}, run.first, run.first + run.count - 1);
                m_rows.insert(run.first, run.count, Variable());
                std::copy_n(rows.begin() + run.first, run.count, m_rows.begin() + run.first);
                endInsertRows();
            } else {
                beginRemoveRows({}, run.first, run.first + run.count - 1);
                m_rows.remove(run.first, run.count);
                endRemoveRows();
            }
        }
    }
    for (int i = 0; i < rows.size(); ++i) {
        const Variable before = std::exchange(m_rows[i], rows.at(i));
        if (before.name != rows.at(i).name || before.type != rows.at(i).type || before.location != rows.at(i).location)
            Q_EMIT dataChanged(index(i, 0), index(i, UsesColumn));
    }
}

void VariableModel::follow(const ChangeEvent &event)
{
    struct Follower {
        VariableModel &model;
        void operator()(const ObjectsAdded &added) const
        {
            if (model.m_uses->knows(added.ids)) // another object has the same oId
                model.m_uses->forget();
            recount(added.ids);
        }
        void operator()(const ObjectsChanged &changed) const { recount(changed.ids); }
        void operator()(const ObjectsRemoved &removed) const
        {
            const scenario::Scenario &document = model.m_session.scenario();
            const bool isShared = std::any_of(removed.ids.begin(), removed.ids.end(), [&](qint64 id) { return document.indexOf(id) >= 0; });
            if (isShared)
                model.m_uses->forget();
            recount(removed.ids);
        }
        void operator()(const VariablesChanged &) const { readAll(); } // what templates name depends on what is declared
        void operator()(const ExtensionChanged &) const {}
        void operator()(const EntityChanged &) const {}
        void operator()(const DocumentReset &) const { readAll(); }

        void readAll() const
        {
            model.m_uses->forget();
            model.readRows();
            tellUses();
        }
        void recount(const QList<qint64> &ids) const
        {
            model.m_uses->recount(ids);
            tellUses();
        }
        void tellUses() const
        {
            if (!model.m_rows.isEmpty())
                Q_EMIT model.dataChanged(model.index(0, UsesColumn), model.index(static_cast<int>(model.m_rows.size()) - 1, UsesColumn));
        }
    };
    std::visit(Follower{*this}, event);
}

} // namespace signalbox::editing
