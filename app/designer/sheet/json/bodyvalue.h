// SPDX-License-Identifier: GPL-3.0-or-later
// A message body's text as a JSON value that can be edited, and back. What a template puts outside of strings, such as [attempt], is a
// value of its own here. Judges nothing but the syntax: that is scenario::BodyCheck's.
#pragma once

#include "core/json.h"
#include "expression/environment.h"

#include <tl/expected.hpp>

#include <stop_token>

namespace signalbox::designer {

/// From here on, in characters, a body is read and checked off the interface thread.
constexpr qsizetype longBody = 64 * 1024;

/// Why a text is no value, and where.
struct BodyFault {
    QString message;
    qsizetype offset = 0; ///< in the text
    qsizetype line = 1;
    qsizetype column = 1; ///< 1-based, in characters
};

/// slotOf says which [names] are variables; it may be empty. Null where the text is empty. Linear in the text. stop: ends early,
/// with a fault that nobody is shown.
tl::expected<core::Json, BodyFault> readBody(const QString &text, const expression::SlotOf &slotOf, const std::stop_token &stop = {});
/// In lines with two spaces an indentation, or in one. Numbers and variables as they were written.
QString writeBody(const core::Json &value, bool inLines);

/// The value that a template's bare text stands for, such as [attempt] or 1[digits].
core::Json bareValue(const QString &text);
/// Whether a value is such a text, and which.
bool isBareValue(const core::Json &value);
QString bareText(const core::Json &value);
/// Whether a text, with its variables, can stand outside of strings: variables alone, or a part of a number.
bool canBeBare(const QString &text, const expression::SlotOf &slotOf);

} // namespace signalbox::designer
