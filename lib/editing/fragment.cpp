// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/fragment.h"

#include "scenario/componentcodes.h"
#include "scenario/notes.h"
#include "scenario/scenarioreader.h"

#include <QCoreApplication>

namespace signalbox::editing {

using core::Json;
using namespace Qt::StringLiterals;

QByteArray Fragment::toText() const
{
    Json text = Json::object(
        {{scenario::code::objects.toString(), Json::array(objects)}, {scenario::code::variables.toString(), Json::array(variables)}});
    if (!notes.isEmpty())
        text.set(scenario::code::extension.toString(), Json::object({{u"notes"_s, Json::array(notes)}}));
    return text.toPretty();
}

core::Result<Fragment> Fragment::read(QByteArrayView text)
{
    const scenario::ReadResult read = scenario::readScenario(text);
    if (!read.scenario) {
        const QString why = read.diagnostics.isEmpty() ? QString() : read.diagnostics.first().message;
        return core::fail(u"not_a_scenario"_s,
                          QCoreApplication::translate("Fragment", "The clipboard holds no components of a scenario: %1").arg(why));
    }
    Fragment fragment;
    const auto addObjects = [](QList<Json> &to, const QList<Json> &from) {
        std::copy_if(from.begin(), from.end(), std::back_inserter(to), [](const Json &value) { return value.isObject(); });
    };
    addObjects(fragment.objects, read.scenario->objects());
    addObjects(fragment.variables, read.scenario->scriptData()[scenario::code::variables].items());
    scenario::NotesResult readable = scenario::readNotes(*read.scenario);
    for (const scenario::Note &note : std::as_const(readable.notes))
        fragment.notes.append(read.scenario->extension()[u"notes"].at(note.position));
    fragment.notesLeftOut = std::move(readable.diagnostics);
    return fragment;
}

} // namespace signalbox::editing
