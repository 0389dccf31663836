// SPDX-License-Identifier: GPL-3.0-or-later
// The document that a session edits, and the undo stack of its steps: every change is applied, recorded and told of at once; what one
// gesture changed becomes one command. What an edit means is not known here (editsession.h).
#pragma once

#include "editing/patch.h"
#include "editing/steptext.h"

#include <QUndoStack>

namespace signalbox::editing {

class Document final
{
public:
    Document(scenario::Scenario scenario, Notify notify);

    const scenario::Scenario &scenario() const { return m_scenario; }
    QUndoStack &undoStack() { return m_stack; }
    /// In the language of now, which the stack's own text is not; empty where there is no such step.
    QString stepText(int index) const;

    /// All changes between the outermost begin() and its end() are one step with that text.
    void begin(const StepText &text);
    void end();
    void joinSteps(const QString &key);

    // Between begin() and end(). What is there already is no change.
    void setObjects(const QList<scenario::PlacedObject> &objects); ///< one event for all
    void insertObjects(const QList<scenario::PlacedObject> &objects);
    void removeObjects(const QList<qsizetype> &positions); ///< ascending
    /// A member of the root or the script data; nothing takes it away, a new one goes to index.
    void setMember(scenario::Part part, const QString &key, const std::optional<core::Json> &value, qsizetype index);
    void replace(const scenario::Scenario &scenario);

private:
    class Command;
    void applyNow(const QList<Patch> &patches);
    void replay(const std::function<void(const Notify &)> &change);

    scenario::Scenario m_scenario;
    Notify m_notify;
    QUndoStack m_stack;
    Step m_open;
    StepText m_text;
    int m_depth = 0;
    QString m_joinKey;
    int m_joinRound = 0; // steps of different rounds never join
    bool m_isReplaying = false;
};

/// Changes of its life are one step, or belong to the one that is open.
class Edit final
{
public:
    Edit(Document &document, const StepText &text) : m_document(document) { m_document.begin(text); }
    ~Edit() { m_document.end(); }
    Edit(const Edit &) = delete;
    Edit &operator=(const Edit &) = delete;

private:
    Document &m_document;
};

} // namespace signalbox::editing
