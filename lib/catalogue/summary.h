// SPDX-License-Identifier: GPL-3.0-or-later
// What an object does, in one line and in a person's words, by the summary of its component's description. Not for what a run did.
#pragma once

#include "catalogue/componenttype.h"
#include "core/dialect.h"

namespace signalbox::catalogue {

/// The first line of the description's summary whose condition holds and whose properties all have a value that counts; empty where there
/// is none. In the person's language. A value that is hidden does not count.
QString summaryOf(const ComponentType &type, const core::Json &object, const core::Dialect &dialect);

/// A property's value as a summary shows it: a constant's text (of a path, the file's name), [variable], an expression, an option's title,
/// "a ← 1, b ← 2"; at most some 200 characters of one line. Empty where there is no value, and for transitions.
QString valueText(const Property &property, const core::Json &object, const core::Dialect &dialect);

/// The codes that stand in braces in a summary's text, in order; nothing where a brace has no partner or no code.
std::optional<QStringList> placeholders(QStringView text);

/// An outcome's title as it stands beside a port or a line, in the person's language: "success".
QString portTitle(const OutcomeType &outcome);

} // namespace signalbox::catalogue
