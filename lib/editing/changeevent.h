// SPDX-License-Identifier: GPL-3.0-or-later
// What an edit changed in a document. Closed: a view that forgets a case does not compile.
#pragma once

#include <QList>

#include <variant>

namespace signalbox::editing {

struct ObjectsAdded {
    QList<qint64> ids;
};
struct ObjectsRemoved {
    QList<qint64> ids;
};
/// Values, names or places of these objects are other than before.
struct ObjectsChanged {
    QList<qint64> ids;
};
struct VariablesChanged {};
/// "x-signalbox": notes, frames, inputs.
struct ExtensionChanged {};
/// The entity's own members: code, name, initial values.
struct EntityChanged {};
/// Everything: another document's content has taken its place.
struct DocumentReset {};

using ChangeEvent =
    std::variant<ObjectsAdded, ObjectsRemoved, ObjectsChanged, VariablesChanged, ExtensionChanged, EntityChanged, DocumentReset>;

} // namespace signalbox::editing
