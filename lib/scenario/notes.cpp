// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/notes.h"

#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"
#include "scenario/jsonkinds.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace signalbox::scenario {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestId = 64;

class NotesReader final
{
    Q_DECLARE_TR_FUNCTIONS(Notes)

public:
    NotesResult read(const Json &notes)
    {
        const QString pointer = u"/x-signalbox/notes"_s;
        if (!notes.isArray()) {
            report(notes, pointer, tr("\"notes\" must be an array, but it is %1.").arg(kindText(notes)));
            return m_result;
        }
        for (qsizetype i = 0; i < notes.size(); ++i) {
            const QString at = pointer + u'/' + QString::number(i);
            if (m_result.notes.size() == mostNotes) {
                report(notes.at(i), at,
                       tr("A document shows at most %1 notes and frames; this one and those after it are left out.").arg(mostNotes));
                break;
            }
            readNote(notes.at(i), i, at);
        }
        return m_result;
    }

private:
    void readNote(const Json &json, qsizetype position, const QString &pointer)
    {
        if (!json.isObject())
            return report(json, pointer, tr("A note must be an object, but this is %1.").arg(kindText(json)));
        Note note;
        note.position = position;
        note.id = json[u"id"].toString();
        if (note.id.isEmpty() || note.id.size() > longestId)
            return reportMember(json, u"id"_s, pointer, tr("A note has an \"id\", a text of 1 to %1 characters.").arg(longestId));
        if (m_ids.contains(note.id))
            return reportMember(json, u"id"_s, pointer, tr("An earlier note has the id \"%1\".").arg(note.id));
        const QString kind = json[u"kind"].toString();
        if (kind != "note"_L1 && kind != "frame"_L1)
            return reportMember(json, u"kind"_s, pointer, tr("The \"kind\" of a note is \"note\" or \"frame\"."));
        note.kind = kind == "frame"_L1 ? NoteKind::Frame : NoteKind::Note;
        note.text = json[u"text"].toString();
        if (!json[u"text"].isString() || note.text.size() > longestNoteText)
            return reportMember(json, u"text"_s, pointer, tr("A note has a \"text\" of at most %1 characters.").arg(longestNoteText));
        const auto left = number(json, u"left"_s, pointer, -furthestNote, furthestNote);
        const auto top = number(json, u"top"_s, pointer, -furthestNote, furthestNote);
        const auto width = number(json, u"width"_s, pointer, leastNoteSide, mostNoteSide);
        const auto height = number(json, u"height"_s, pointer, leastNoteSide, mostNoteSide);
        if (!left || !top || !width || !height)
            return;
        note.rect = QRect(*left, *top, *width, *height);
        m_ids.insert(note.id);
        m_result.notes.append(note);
    }

    std::optional<int> number(const Json &json, const QString &key, const QString &pointer, int least, int most)
    {
        const std::optional<double> value = json[key].toDouble();
        if (value && *value >= least && *value <= most)
            return static_cast<int>(std::lround(*value));
        reportMember(json, key, pointer, tr("\"%1\" of a note is a number from %2 to %3.").arg(key).arg(least).arg(most));
        return std::nullopt;
    }

    /// At the member, or where it should be.
    void reportMember(const Json &json, const QString &key, const QString &pointer, const QString &message)
    {
        const Json *const member = json.find(key);
        report(member ? *member : json, member ? pointer + u'/' + key : pointer, message);
    }

    void report(const Json &at, const QString &pointer, const QString &message)
    {
        core::Diagnostic diagnostic;
        diagnostic.severity = core::Severity::Warning;
        diagnostic.code = diagnosticcode::notesInvalid.toString();
        diagnostic.message = message;
        diagnostic.pointer = pointer;
        diagnostic.line = at.place().line;
        diagnostic.column = at.place().column;
        m_result.diagnostics.append(diagnostic);
    }

    NotesResult m_result;
    QSet<QString> m_ids;
};

} // namespace

NotesResult readNotes(const Scenario &scenario)
{
    const Json *const notes = scenario.extension().find(u"notes");
    return notes ? NotesReader().read(*notes) : NotesResult();
}

} // namespace signalbox::scenario
