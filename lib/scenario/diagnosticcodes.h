// SPDX-License-Identifier: GPL-3.0-or-later
// Stable codes of everything that reading and validating a scenario can find. Programs and tests rely on them: a code never changes its
// meaning and is never used again for another. Beside these, readers pass on json.* (core/jsonreader.h) and validation passes on
// expression.* (expression/environment.h), all of them errors.
#pragma once

#include <QStringView>

namespace signalbox::scenario::diagnosticcode {

// Files. Errors; there is no scenario then.
inline constexpr QStringView fileNotFound = u"file.not_found";    ///< no such file
inline constexpr QStringView fileNotAFile = u"file.not_a_file";   ///< a folder or a device
inline constexpr QStringView fileUnreadable = u"file.unreadable"; ///< permissions, a failing disk
inline constexpr QStringView fileTooLarge = u"file.too_large";    ///< over the reader's limit; nothing was read

// The document's frame. Errors.
inline constexpr QStringView notAnObject = u"scenario.not_an_object";    ///< the file holds JSON, but not an object
inline constexpr QStringView noObjects = u"scenario.no_objects";         ///< neither "objects" nor a "scriptdata" with them
inline constexpr QStringView wrongKind = u"scenario.wrong_kind";         ///< a part has the wrong kind of JSON value, or is missing
inline constexpr QStringView noStart = u"scenario.no_start";             ///< no Start of type Start
inline constexpr QStringView severalStarts = u"scenario.several_starts"; ///< a second Start of type Start, or a further one
inline constexpr QStringView duplicateId = u"object.duplicate_id";       ///< an oId that an earlier object has

// Variables
inline constexpr QStringView undeclared = u"variable.undeclared";            ///< error: used, not declared
inline constexpr QStringView unknownType = u"variable.unknown_type";         ///< error: a type that the dialect does not know
inline constexpr QStringView unknownLocation = u"variable.unknown_location"; ///< error: a location that the dialect does not know
inline constexpr QStringView duplicateVariable = u"variable.duplicate";      ///< warning: a name that an earlier variable has
inline constexpr QStringView unused = u"variable.unused";                    ///< warning: declared, mentioned nowhere

// Properties
inline constexpr QStringView unknownComponent = u"component.unknown";    ///< warning: no description, or only a name: cannot run here
inline constexpr QStringView propertyKind = u"property.wrong_kind";      ///< error: not the kind of value that the property holds
inline constexpr QStringView unknownOption = u"property.unknown_option"; ///< error: a choice without such an option
inline constexpr QStringView empty = u"property.empty";                  ///< error: needed, shown and empty
inline constexpr QStringView outOfRange = u"property.out_of_range";      ///< error: a number outside its limits
inline constexpr QStringView hidden = u"property.hidden";                ///< warning: holds a value that its condition hides: not used
inline constexpr QStringView pathCategory = u"path.no_category";         ///< warning: a path that does not begin with :CATEGORY/

// Arguments and assignments. Errors.
inline constexpr QStringView argumentKind = u"argument.wrong_kind";          ///< a part missing or of the wrong kind of JSON value
inline constexpr QStringView unknownArgumentType = u"argument.unknown_type"; ///< an argType or varType that the dialect does not know
inline constexpr QStringView notANumber = u"argument.not_a_number";          ///< a constant number whose text is none
inline constexpr QStringView notADate = u"argument.not_a_date_time";         ///< a constant date-time whose text is none

// Message bodies (component 144)
inline constexpr QStringView contentSyntax = u"content.syntax";       ///< error: not JSON
inline constexpr QStringView contentSchema = u"content.schema";       ///< error: not what the message's schema asks for
inline constexpr QStringView contentOwnQid = u"content.own_qid";      ///< warning: carries a qid that the server will replace
inline constexpr QStringView contentUnescaped = u"content.unescaped"; ///< warning: a text goes into a JSON string as it is

// Flow
inline constexpr QStringView toNothing = u"transition.to_nothing";  ///< error: the target is not there; also a goto without its golabel
inline constexpr QStringView transitionUnset = u"transition.unset"; ///< warning: taken, it ends the scenario with transfer_not_set
inline constexpr QStringView unreachable = u"object.unreachable";   ///< warning: no way leads here from a Start
inline constexpr QStringView duplicateLabel = u"label.duplicate";   ///< warning: an earlier golabel has the same label
inline constexpr QStringView busyLoop = u"flow.busy_loop";          ///< warning: a cycle in which nothing ever waits

// What is ours in the document (x-signalbox)
inline constexpr QStringView inputsInvalid = u"inputs.invalid"; ///< warning in validation, error for a run that needs them
inline constexpr QStringView notesInvalid = u"notes.invalid";   ///< warning: a note or frame that cannot be shown

} // namespace signalbox::scenario::diagnosticcode
