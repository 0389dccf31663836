// SPDX-License-Identifier: GPL-3.0-or-later
// A message in words: for the cells of a list, for the clipboard, as hexadecimal lines. Pure.
#pragma once

#include "journal/message.h"

namespace signalbox::designer {

/// "09:14:02.118", in local time.
QString timeText(qint64 timeUs);
/// "+1.869", in seconds.
QString differenceText(qint64 us);
/// What it is: a frame's method, an HTTP verb or status, else the kind.
QString titleOf(const journal::Message &message);
/// One line: the start of the payload, bytes as hexadecimal, for HTTP the address before it.
QString lineOf(const journal::Message &message);
/// "00000000  68 65 6c 6c 6f …  hello" a line, at most limit bytes.
QString hexText(const QByteArray &bytes, qsizetype limit = 64 * 1024);
/// A command for the shell that makes the same HTTP request; empty for anything else. Secrets stay masked.
QString curlCommand(const journal::Message &message);
/// The command of signalbox-cli that sends this frame to its connection again; empty for what cannot be sent so.
QString cliCommand(const journal::Message &message);

} // namespace signalbox::designer
