// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a JSON value's tree: its name, its kind and what it holds. Rows within are made when somebody asks for them, so that of a
// large value only what is opened costs anything. Tells nobody of changes: that is the model's.
#pragma once

#include "core/json.h"

#include <memory>
#include <vector>

namespace signalbox::designer {

/// What a row is; a variable is a template's, outside of strings.
enum class JsonKind : quint8 { Object, Array, Text, Number, YesNo, Null, Variable };
QString jsonKindTitle(JsonKind kind);
JsonKind jsonKindOf(const core::Json &value);
/// Rows within, counted up to a limit.
qsizetype rowsWithin(const core::Json &value, qsizetype limit);
inline bool isContainer(JsonKind kind)
{
    return kind == JsonKind::Object || kind == JsonKind::Array;
}

class JsonNode final
{
public:
    using List = std::vector<std::unique_ptr<JsonNode>>;

    JsonNode(const core::Json &value, const QString &name, JsonNode *parent, int row);

    JsonNode *const parent;
    int row = 0;
    QString name; ///< of a member

    JsonKind kind() const { return m_kind; }
    /// As it stands, edits within included. What was never opened is the value that was given, not a copy.
    core::Json json() const;
    /// A value without rows, as it is edited.
    QString text() const;
    /// Rows within; makes none.
    int count() const;
    List &children();
    bool hasMember(const QString &wanted, const JsonNode *but);
    /// Gives the rows from here on their numbers.
    void renumber(int from);
    /// Another value without rows, or an empty container.
    void setValue(const core::Json &value);
    /// An object from a list and back; the rows stay, named by their numbers.
    void setContainer(JsonKind kind);

private:
    JsonKind m_kind = JsonKind::Null;
    core::Json m_value; ///< all of it until the rows are made, then only what has none
    List m_children;
    bool m_isMade = false;
};

} // namespace signalbox::designer
