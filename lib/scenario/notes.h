// SPDX-License-Identifier: GPL-3.0-or-later
// Notes and frames that people put beside the components. A document keeps them for itself under x-signalbox.notes; nothing runs by them.
#pragma once

#include "core/diagnostic.h"
#include "scenario/scenario.h"

#include <QRect>

namespace signalbox::scenario {

enum class NoteKind : quint8 { Note, Frame };

struct Note {
    QString id;
    NoteKind kind = NoteKind::Note;
    QString text;
    QRect rect;             ///< in the platform's units, as oLeft and oTop are
    qsizetype position = 0; ///< in the document's list
    bool operator==(const Note &) const = default;
};

struct NotesResult {
    QList<Note> notes;             ///< all that could be read, in the document's order
    core::Diagnostics diagnostics; ///< of those that could not, with code notes.invalid; pointers are from the document's root
};

inline constexpr qsizetype mostNotes = 1000;
inline constexpr qsizetype longestNoteText = 10'000; ///< characters
inline constexpr int leastNoteSide = 8;
inline constexpr int mostNoteSide = 100'000;
inline constexpr int furthestNote = 1'000'000; ///< from the origin, either way

/// [{"id":"n1","kind":"note"|"frame","text":"…","left":N,"top":N,"width":N,"height":N}] of the document; nothing there is no error.
NotesResult readNotes(const Scenario &scenario);

} // namespace signalbox::scenario
