// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a scenario as the clipboard holds it: scenario JSON of some objects, the variables that they use, and notes and frames.
#pragma once

#include "core/diagnostic.h"
#include "core/json.h"
#include "core/result.h"

#include <QStringList>

namespace signalbox::editing {

struct Fragment {
    QList<core::Json> objects;
    QList<core::Json> variables;
    QList<core::Json> notes;          ///< entries of "x-signalbox.notes" that can be read
    core::Diagnostics notesLeftOut{}; ///< of those that cannot

    bool isEmpty() const { return objects.isEmpty() && notes.isEmpty(); }
    /// {"objects":[…],"variables":[…]}, with "x-signalbox" where there are notes; canonical text.
    QByteArray toText() const;
    /// From clipboard text: a fragment, a whole .scr, or an entity. Error: not_a_scenario.
    static core::Result<Fragment> read(QByteArrayView text);
};

/// What a paste has made.
struct Pasted {
    QList<qint64> objects; ///< oIds
    QStringList notes;     ///< ids
    QString notesFault{};  ///< why the notes were not: the document cannot take them
};

} // namespace signalbox::editing
