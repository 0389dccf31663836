// SPDX-License-Identifier: GPL-3.0-or-later
// The process's own terminal: whether a stream is one, and a question that is answered without echo.
#pragma once

#include <QString>

#include <optional>

namespace signalbox::cli {

enum class Stream : int { In = 0, Out = 1, Err = 2 };

bool isTerminal(Stream stream);
/// Asks on standard error and reads one line of standard input; nothing at its end. Blocks until then.
std::optional<QString> promptWithoutEcho(const QString &question);

} // namespace signalbox::cli
