// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario document: the platform's own JSON, kept whole, with views of its objects and variables. Reading and writing an untouched
// document gives the same JSON value. Copies are cheap.
#pragma once

#include "core/json.h"
#include "core/value.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace signalbox::scenario {

/// What the file holds: the scriptdata object alone (.scr) or the whole svcscript/ivrscript entity (.json).
enum class Form : quint8 { ScriptData, Entity };

/// Which object a member stands in; the same one in a .scr.
enum class Part : quint8 { Root, ScriptData };

/// An object and its position in "objects".
struct PlacedObject {
    qsizetype position = 0;
    core::Json object;
};

/// One variable of the document; index is its position in "variables".
struct Variable {
    qsizetype index = 0;
    QString name;
    qint64 type = 0;     ///< as stored; Dialect::valueType reads it
    qint64 location = 0; ///< as stored; 0 is local
};

class Scenario final
{
public:
    /// Takes a value that ScenarioReader found to be a scenario.
    Scenario(core::Json root, Form form);

    Form form() const { return m_form; }
    const core::Json &root() const { return m_root; }
    const core::Json &scriptData() const;
    /// "" or "/scriptdata": what stands before "/objects/…" in pointers.
    QString scriptPointer() const;
    QString code() const; ///< the entity's code; empty in a .scr
    QString name() const; ///< the entity's name; empty in a .scr

    // Objects, by position in "objects"; those that are not JSON objects are there too and have no id.
    qsizetype objectCount() const;
    const QList<core::Json> &objects() const;
    const core::Json &object(qsizetype index) const;
    std::optional<qint64> objectId(qsizetype index) const;
    std::optional<qint64> objectType(qsizetype index) const;
    /// Position of the first object with this oId, or -1. Constant time.
    qsizetype indexOf(qint64 id) const;
    qsizetype idCount() const { return m_index.size(); } ///< different oIds

    /// Those that have a name; the type is 0 where it is not an integer, the location then counts as local.
    QList<Variable> variables() const;
    /// The entity's opts.variables, or null.
    const core::Json &initialVariables() const;
    /// "x-signalbox", or null.
    const core::Json &extension() const;
    /// Without "x-signalbox": what is sent to a cluster.
    Scenario stripped() const;

    QByteArray toText() const { return m_root.toPretty(); }

    // Changes. What nothing shares is changed in place; all that is read above stays right. ---------------------------
    /// Another value for the object at this position. Constant time, unless its oId changes.
    void setObject(qsizetype index, core::Json object);
    /// Positions are those that the objects have afterwards, ascending. Linear in the document's size, at its end in their number.
    void insertObjects(const QList<PlacedObject> &objects);
    /// Takes out what stands at these positions, ascending. Linear in the document's size, at its end in their number.
    void removeObjects(const QList<qsizetype> &positions);
    /// A member of the root or of the script data, but not "objects" or "scriptdata": nothing takes it away, a new one goes to index.
    void setMember(Part part, const QString &key, qsizetype index, std::optional<core::Json> value);

private:
    template <typename Change>
    void changeScript(const Change &change);
    void indexFrom(qsizetype first);

    core::Json m_root;
    Form m_form;
    QHash<qint64, qsizetype> m_index;
};

} // namespace signalbox::scenario
