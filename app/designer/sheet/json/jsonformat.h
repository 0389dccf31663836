// SPDX-License-Identifier: GPL-3.0-or-later
// Lays JSON text out anew, in lines or in one, without reading it: what stands in it stays as it is written, the variables of a template
// included. For text that is JSON but for those.
#pragma once

#include "expression/environment.h"

#include <QString>

namespace signalbox::designer {

/// Two spaces an indentation, one member a line. slotOf says which [names] are variables; it may be empty.
QString prettyJson(const QString &text, const expression::SlotOf &slotOf = {});
QString minifiedJson(const QString &text, const expression::SlotOf &slotOf = {});

} // namespace signalbox::designer
