// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/noteedits.h"

#include <QHash>
#include <QSet>

namespace signalbox::editing {

using core::Json;
using namespace Qt::StringLiterals;
using scenario::Note;
using scenario::NoteKind;

namespace {

const QString notesKey = u"notes"_s;

QPoint within(QPoint place)
{
    return {std::clamp(place.x(), -scenario::furthestNote, scenario::furthestNote),
            std::clamp(place.y(), -scenario::furthestNote, scenario::furthestNote)};
}

QSize within(QSize size)
{
    return {std::clamp(size.width(), scenario::leastNoteSide, scenario::mostNoteSide),
            std::clamp(size.height(), scenario::leastNoteSide, scenario::mostNoteSide)};
}

/// Writes only what is other: a number keeps its spelling.
void setRect(Json &entry, const Note &note, const QRect &rect)
{
    const auto set = [&entry](const QString &key, int before, int now) {
        if (now != before)
            entry.set(key, Json(now));
    };
    const QPoint place = within(rect.topLeft());
    const QSize size = within(rect.size());
    set(u"left"_s, note.rect.left(), place.x());
    set(u"top"_s, note.rect.top(), place.y());
    set(u"width"_s, note.rect.width(), size.width());
    set(u"height"_s, note.rect.height(), size.height());
}

class FreeNoteIds final
{
public:
    explicit FreeNoteIds(const Json &notes)
    {
        for (const Json &note : notes.items())
            m_taken.insert(note[u"id"].toString());
    }
    QString take()
    {
        QString id;
        do {
            id = u'n' + QString::number(++m_last);
        } while (m_taken.contains(id));
        return id;
    }

private:
    QSet<QString> m_taken;
    qsizetype m_last = 0;
};

/// Never half of a character.
QString cut(QString text)
{
    if (text.size() <= scenario::longestNoteText)
        return text;
    text.truncate(scenario::longestNoteText);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text;
}

} // namespace

core::Result<Json> NoteEdits::roomFor(qsizetype count) const
{
    const Json &extension = m_session.scenario().extension();
    Json notes = extension[notesKey];
    if ((!extension.isNull() && !extension.isObject()) || (!notes.isNull() && !notes.isArray()))
        return core::fail(u"wrong_kind"_s,
                          tr("No note was added: \"x-signalbox\" of this file does not hold notes in a list. Correct the file first."));
    if (notes.size() + count > scenario::mostNotes)
        return core::fail(u"too_many"_s, tr("No note was added: a document has at most %1 notes and frames.").arg(scenario::mostNotes));
    return notes;
}

core::Result<QStringList> NoteEdits::paste(const QList<Json> &entries, QPointF by)
{
    core::Result<Json> notes = roomFor(entries.size());
    if (!notes)
        return tl::unexpected(notes.error());
    FreeNoteIds free(*notes);
    QStringList ids;
    for (Json entry : entries) {
        ids.append(free.take());
        const QPointF place(entry[u"left"].toDouble().value_or(0) + by.x(), entry[u"top"].toDouble().value_or(0) + by.y());
        entry.set(u"id"_s, Json(ids.last()));
        entry.set(u"left"_s, Json(within(place.toPoint()).x()));
        entry.set(u"top"_s, Json(within(place.toPoint()).y()));
        notes->append(entry);
    }
    const EditSession::Gesture gesture(m_session, [] { return tr("Paste"); });
    if (!ids.isEmpty())
        m_session.setExtension(notesKey, *notes);
    return ids;
}

QList<Json> NoteEdits::entriesOf(const scenario::Scenario &scenario, const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    QList<Json> entries;
    const QList<Note> known = scenario::readNotes(scenario).notes;
    for (const Note &note : known) {
        if (wanted.contains(note.id))
            entries.append(scenario.extension()[notesKey].at(note.position));
    }
    return entries;
}

core::Result<QString> NoteEdits::add(NoteKind kind, const QString &text, const QRect &rect)
{
    core::Result<Json> room = roomFor(1);
    if (!room)
        return tl::unexpected(room.error());
    Json &notes = *room;
    const QString id = FreeNoteIds(notes).take();
    const QPoint place = within(rect.topLeft());
    const QSize size = within(rect.size());
    notes.append(Json::object({{u"id"_s, Json(id)},
                               {u"kind"_s, Json(kind == NoteKind::Frame ? u"frame"_s : u"note"_s)},
                               {u"text"_s, Json(cut(text))},
                               {u"left"_s, Json(place.x())},
                               {u"top"_s, Json(place.y())},
                               {u"width"_s, Json(size.width())},
                               {u"height"_s, Json(size.height())}}));
    const EditSession::Gesture gesture(m_session, [kind] { return kind == NoteKind::Frame ? tr("Add a frame") : tr("Add a note"); });
    m_session.setExtension(notesKey, notes);
    return id;
}

void NoteEdits::setText(const QString &id, const QString &text)
{
    change([] { return tr("Change a note"); }, {id},
           [&text](Json &entry, const Note &note) {
               if (note.text != text)
                   entry.set(u"text"_s, Json(cut(text)));
           });
}

void NoteEdits::move(const QList<std::pair<QString, QPoint>> &places)
{
    QHash<QString, QPoint> wanted;
    for (const auto &[id, place] : places)
        wanted.insert(id, place);
    change([] { return tr("Move"); }, wanted.keys(),
           [&wanted](Json &entry, const Note &note) {
               setRect(entry, note, {wanted.value(note.id), note.rect.size()});
           });
}

void NoteEdits::resize(const QString &id, QSize size)
{
    change([] { return tr("Resize a note"); }, {id},
           [size](Json &entry, const Note &note) {
               setRect(entry, note, {note.rect.topLeft(), size});
           });
}

void NoteEdits::place(const QList<std::pair<QString, QRect>> &rects)
{
    QHash<QString, QRect> wanted;
    for (const auto &[id, rect] : rects)
        wanted.insert(id, rect);
    change([] { return tr("Move"); }, wanted.keys(),
           [&wanted](Json &entry, const Note &note) { setRect(entry, note, wanted.value(note.id)); });
}

void NoteEdits::remove(const QStringList &ids)
{
    change([] { return tr("Delete"); }, ids, [](Json &entry, const Note &) { entry = Json(); });
}

void NoteEdits::change(const StepText &text, const QStringList &ids, const Change &change)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    const QList<Note> known = scenario::readNotes(m_session.scenario()).notes;
    QList<Json> entries = m_session.scenario().extension()[notesKey].items();
    bool isOther = false;
    for (auto note = known.rbegin(); note != known.rend(); ++note) { // backwards: positions hold while some go
        if (!wanted.contains(note->id))
            continue;
        Json entry = entries.at(note->position);
        change(entry, *note);
        if (entry == entries.at(note->position))
            continue;
        isOther = true;
        if (entry.isNull())
            entries.removeAt(note->position);
        else
            entries.replace(note->position, entry);
    }
    if (!isOther)
        return;
    const EditSession::Gesture gesture(m_session, text);
    m_session.setExtension(notesKey, entries.isEmpty() ? Json() : Json(entries));
}

} // namespace signalbox::editing
