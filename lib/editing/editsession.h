// SPDX-License-Identifier: GPL-3.0-or-later
// The only thing that changes a document, and only by undoable commands. Views re-read what changed() names. Ids and values, never
// pointers to items. Not a file: that is the designer's.
#pragma once

#include "catalogue/catalogue.h"
#include "core/clock.h"
#include "core/dialect.h"
#include "core/random.h"
#include "core/result.h"
#include "editing/changeevent.h"
#include "editing/fragment.h"
#include "editing/link.h"
#include "editing/steptext.h"
#include "scenario/scenario.h"

#include <QObject>
#include <QPoint>

#include <memory>
#include <optional>

class QUndoStack;

namespace signalbox::editing {

class EditSession final : public QObject
{
    Q_OBJECT

public:
    /// catalogue and dialect must outlive it, as must clock (dates of new objects) and random (ids of new variables); null: the system's.
    EditSession(scenario::Scenario scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect, QObject *parent = nullptr,
                const core::Clock *clock = nullptr, core::Random *random = nullptr);
    ~EditSession() override;

    const scenario::Scenario &scenario() const;
    const catalogue::Catalogue &catalogue() const;
    const core::Dialect &dialect() const;
    /// Undo, redo, clean state and history. Nothing but this class pushes to it. Whoever hears changed() of an undo must not edit.
    QUndoStack &undoStack();
    /// What the stack's step of this index is called, in the language of now; empty where there is none.
    QString stepText(int index) const;

    /// All edits until it ends are one step with this text. Nested ones belong to the outermost. One that changes nothing is dropped.
    class Gesture final
    {
    public:
        Gesture(EditSession &session, const StepText &text);
        ~Gesture();
        Gesture(const Gesture &) = delete;
        Gesture &operator=(const Gesture &) = delete;

    private:
        EditSession &m_session;
    };
    /// The next edits join the last step where it has the same key and text and nothing came between (typing in one field, one drag).
    /// Another key, or an empty one, ends it.
    void joinSteps(const QString &key);

    // Objects ----------------------------------------------------------------------------------------------------------
    /// The object, or null.
    const core::Json &object(qint64 id) const;
    const catalogue::ComponentType *typeOf(qint64 id) const;
    /// Makes an object with a free oId, a name that no other has and the description's defaults of what is always shown (the others hold
    /// without being written, and would be hidden values one day); at in the platform's units. Its oId.
    qint64 addObject(qint64 type, QPoint at);
    /// Sets a property of these objects, or their name or info; a new key goes to its place in the catalogue's order. An oId stays.
    void setProperty(const QList<qint64> &ids, const QString &code, const core::Json &value);
    /// Takes the key away: the default counts again.
    void clearProperty(const QList<qint64> &ids, const QString &code);
    void moveObjects(const QList<std::pair<qint64, QPoint>> &places);
    /// Heals the way through where that is unambiguous: one removed object with one way out that is set, or a chain of them.
    Removal removeObjects(const QList<qint64> &ids);
    /// Error: not_found (no such object), no_outcome (its component has no such way out).
    core::Result<void> link(const Link &link);
    /// Gives an object that shares its oId with an earlier one an oId of its own; position is that in "objects".
    void renumberObject(qsizetype position);
    /// Makes an object of this type on the transition: from → new → target, which is into's, or else where it leads now; by the first way
    /// out that the new one has. Its oId. Errors as link().
    core::Result<qint64> insertObject(const Link &into, qint64 type, QPoint at);

    // Clipboard ----------------------------------------------------------------------------------------------------------
    Fragment copy(const QList<qint64> &ids, const QStringList &notes = {}) const;
    /// The common top left comes to the place. Fresh ids; inner transitions are kept, outer ones are cut; variables that are missing are
    /// declared. Where the document can take no notes, the rest is pasted.
    Pasted paste(const Fragment &fragment, QPoint at);

    // Variables ----------------------------------------------------------------------------------------------------------
    /// Error: bad_name (empty, or not a name), already_exists, wrong_kind ("variables" of the file is not an array).
    core::Result<void> addVariable(const QString &name, qint64 type, qint64 location = 0);
    /// Everywhere: declarations, arguments, expressions, templates, properties that name variables, initial values, inputs. Errors as
    /// above, not_found.
    core::Result<void> renameVariable(const QString &name, const QString &newName);
    core::Result<void> setVariableType(const QString &name, qint64 type);
    core::Result<void> setVariableLocation(const QString &name, qint64 location);
    /// With its initial value and its input; what uses it stays, and is a problem.
    core::Result<void> removeVariable(const QString &name);

    // The document -------------------------------------------------------------------------------------------------------
    /// "x-signalbox".key; null takes it away.
    void setExtension(const QString &key, const core::Json &value);
    /// A member of the entity (code, name, opts); null takes it away; does nothing in a .scr.
    void setEntity(const QString &key, const core::Json &value);
    /// Another content for the document, as one step.
    void replaceAll(const scenario::Scenario &scenario, const StepText &text);

Q_SIGNALS:
    void changed(const signalbox::editing::ChangeEvent &event);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::editing

Q_DECLARE_METATYPE(signalbox::editing::ChangeEvent)
