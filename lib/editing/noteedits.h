// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a document's notes and frames, by their ids. Each is one step with a text of its own; what an entry holds beside what is known
// stays. An id that is not there changes nothing.
#pragma once

#include "core/result.h"
#include "editing/editsession.h"
#include "scenario/notes.h"

#include <QCoreApplication>
#include <QPointF>

#include <functional>

namespace signalbox::editing {

class NoteEdits final
{
    Q_DECLARE_TR_FUNCTIONS(NoteEdits)

public:
    /// session must outlive it.
    explicit NoteEdits(EditSession &session) : m_session(session) {}

    /// Its id. Errors: too_many, wrong_kind ("x-signalbox" or its "notes" is something else in this file).
    core::Result<QString> add(scenario::NoteKind kind, const QString &text, const QRect &rect);
    /// These entries, which can be read, with ids of their own, moved so far; what else they hold stays. Their ids. Errors as add().
    core::Result<QStringList> paste(const QList<core::Json> &entries, QPointF by);
    /// The entries of these notes, in the document's order.
    static QList<core::Json> entriesOf(const scenario::Scenario &scenario, const QStringList &ids);
    /// What is longer than a note may be is cut.
    void setText(const QString &id, const QString &text);
    void move(const QList<std::pair<QString, QPoint>> &places);
    void resize(const QString &id, QSize size);
    /// Moves and sizes them.
    void place(const QList<std::pair<QString, QRect>> &rects);
    void remove(const QStringList &ids);

private:
    /// The document's, to which so many are to be added. Errors as add().
    core::Result<core::Json> roomFor(qsizetype count) const;
    using Change = std::function<void(core::Json &entry, const scenario::Note &note)>;
    /// Of those of these ids that can be read.
    void change(const StepText &text, const QStringList &ids, const Change &change);

    EditSession &m_session;
};

} // namespace signalbox::editing
