// SPDX-License-Identifier: GPL-3.0-or-later
// What all rules share while one document is validated: the catalogue's tables, the declared variables and who uses them, the objects.
#pragma once

#include "capability/capabilities.h"
#include "catalogue/catalogue.h"
#include "core/dialect.h"
#include "expression/environment.h"
#include "scenario/rules/findings.h"
#include "scenario/scenario.h"

#include <QHash>
#include <QVarLengthArray>

#include <memory>
#include <vector>

namespace signalbox::scenario {

/// Declared variables by name, and which of them something mentions.
class VariableTable final
{
public:
    struct Entry {
        QString name;
        std::optional<core::ValueType> type; ///< nothing when the dialect does not know the type
        qsizetype index = 0;                 ///< in "variables"
        bool used = false;
    };

    VariableTable(const Scenario &scenario, const core::Dialect &dialect);
    VariableTable(const VariableTable &) = delete; // the table's keys are views of the entries' names
    VariableTable &operator=(const VariableTable &) = delete;

    /// The slot of the first variable with this name, or -1.
    int find(QStringView name) const { return m_slots.value(name, -1); }
    /// As find(); what is found counts as used.
    int use(QStringView name);
    void useSlot(int slot) { m_entries[static_cast<size_t>(slot)].used = true; }
    void forgetUses();
    /// From now on slots that are used are noted here as well, once or more; null ends it.
    void noteUses(std::vector<int> *slotsUsed) { m_noted = slotsUsed; }
    const std::vector<Entry> &entries() const { return m_entries; }
    const Entry &at(int slot) const { return m_entries[static_cast<size_t>(slot)]; }

private:
    std::vector<Entry> m_entries;
    QHash<QStringView, int> m_slots;
    std::vector<int> *m_noted = nullptr;
};

/// A component type with its properties by code.
struct TypeTable {
    static constexpr int unknownKey = -1;
    static constexpr int commonKey = -2; ///< one that every object may have, whatever its type (platform.md §5)

    const catalogue::ComponentType *type = nullptr; ///< nullptr: without a description
    QHash<QString, int> positions;                  ///< in the type's list of properties, or commonKey
};

class Context final
{
public:
    Context(const Scenario &document, const catalogue::Catalogue &types, const capability::Capabilities &messages,
            const core::Dialect &assumptions);

    /// The table of a documented type, or the one for objects without a description.
    const TypeTable &table(std::optional<qint64> type);
    /// "/objects" or "/scriptdata/objects".
    const QString &objectsPointer() const { return m_objectsPointer; }

    const Scenario &scenario;
    const catalogue::Catalogue &catalogue;
    const capability::Capabilities &capabilities;
    const core::Dialect &dialect;
    Findings findings;
    VariableTable variables;
    expression::SlotOf slotOf; ///< of declared variables

private:
    QHash<qint64, std::shared_ptr<const TypeTable>> m_tables;
    std::shared_ptr<const TypeTable> m_undescribed;
    QString m_objectsPointer;
};

/// One object of the document.
class ObjectView final
{
public:
    ObjectView(Context &context, const core::Json &json, qsizetype index);

    const core::Json &json() const { return m_json; }
    qsizetype index() const { return m_index; }
    std::optional<qint64> id() const { return m_id; }
    std::optional<qint64> typeNumber() const { return m_typeNumber; }
    /// nullptr for a component without a description.
    const catalogue::ComponentType *type() const { return m_table->type; }
    bool is(qint64 type) const { return m_typeNumber == type; }

    /// The value of the property at this position of the type's list, or nullptr.
    const core::Json *value(qsizetype property) const { return m_values[property]; }
    const core::Json *value(QStringView code) const { return m_json.find(code); }
    using Members = QVarLengthArray<const core::JsonMember *, 10>;
    /// Members that every object may have, whatever its type.
    const Members &commonMembers() const { return m_common; }
    /// Members that neither the description nor every object has.
    const Members &unknownMembers() const { return m_unknown; }
    bool isShown(const catalogue::Property &property) const;

    QString pointer() const;
    Spot spot() const;
    /// A place inside the value of a property; path begins with a slash or is empty.
    Spot spot(const QString &property, const core::Json &at, const QString &path = {}) const;

private:
    Context &m_context;
    const core::Json &m_json;
    qsizetype m_index;
    std::optional<qint64> m_id;
    std::optional<qint64> m_typeNumber;
    const TypeTable *m_table = nullptr;
    QVarLengthArray<const core::Json *, 24> m_values;
    Members m_common;
    Members m_unknown;
};

} // namespace signalbox::scenario
