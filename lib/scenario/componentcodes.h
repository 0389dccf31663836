// SPDX-License-Identifier: GPL-3.0-or-later
// Component types and property codes with a meaning of their own to a scenario's structure (platform.md §5, component-144.txt).
// Everything else about a component stands in its description.
#pragma once

#include <QStringView>

namespace signalbox::scenario {

namespace component {
inline constexpr qint64 start = 101;
inline constexpr qint64 stop = 102;
inline constexpr qint64 compare = 104;
inline constexpr qint64 assign = 106;
inline constexpr qint64 websock = 144;
inline constexpr qint64 goTo = 150;
inline constexpr qint64 goLabel = 151;
} // namespace component

namespace code {
inline constexpr QStringView objects = u"objects";
inline constexpr QStringView variables = u"variables";
inline constexpr QStringView scriptData = u"scriptdata";
inline constexpr QStringView extension = u"x-signalbox";
inline constexpr QStringView id = u"oId";
inline constexpr QStringView type = u"oType";
inline constexpr QStringView name = u"name";

inline constexpr QStringView startType = u"type";          ///< of start: 0 Start, 1 post-processing
inline constexpr QStringView label = u"label";             ///< of goto and golabel
inline constexpr QStringView returnValue = u"returnValue"; ///< of stop
inline constexpr QStringView capabilityName = u"capabilityName";
inline constexpr QStringView eventName = u"eventName";
inline constexpr QStringView content = u"content";
inline constexpr QStringView syncMode = u"syncMode";
inline constexpr QStringView timeoutSec = u"timeoutSec";

inline constexpr QStringView argumentType = u"argType";
inline constexpr QStringView valueType = u"varType";
inline constexpr QStringView value = u"value";
} // namespace code

/// Option of a start's type.
inline constexpr qint64 startTypeStart = 0;
/// Transition properties of components without a description begin so (platform.md §5).
inline constexpr QStringView transitionPrefix = u"transfer";
/// The variable that a stop's return value goes to as well, if there is one (platform.md §5).
inline constexpr QStringView resultVariableName = u"result";

} // namespace signalbox::scenario
