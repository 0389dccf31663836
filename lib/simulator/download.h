// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to GET and HEAD of a stored file, wherever it lies: whole or a stretch of it, with what a client needs to ask for the rest
// or only for news (RFC 9110 §8.8, §13, §14).
#pragma once

#include "simulator/filearea.h"
#include "simulator/preconditions.h"

namespace signalbox::simulator {

Validators validatorsOf(const FileArea::Entry &file);
/// The answer when Preconditions::check() says 304 or 412.
HttpReply preconditionReply(int status, const FileArea::Entry &file);

/// To be saved under its name by whoever asks; for them alone.
HttpReply attachmentReply(const HttpRequest &request, const FileArea::Entry &file, const QString &name);
/// To be shown, as what its extension says it is; for everybody.
HttpReply publicReply(const HttpRequest &request, const FileArea::Entry &file, const QString &name);

} // namespace signalbox::simulator
