// SPDX-License-Identifier: GPL-3.0-or-later
// What takes the body of an upload (platform.md §4): POST of many parts to a directory, PUT of one file. Nothing of it is in the directory
// before the body is whole; a body that breaks off leaves nothing.
#pragma once

#include "simulator/filearea.h"
#include "simulator/preconditions.h"
#include "simulator/services.h"

namespace signalbox::simulator {

/// The directory that a request is for, found anew when the body is there: a session's may be gone by then.
using AreaOf = std::function<FileArea *()>;

/// The answer where AreaOf finds nothing.
HttpReply noDirectory(const core::Dialect &dialect);

/// POST: any number of parts, each with a status of its own.
std::unique_ptr<HttpBody> takeUpload(const Services &services, const QByteArray &boundary, AreaOf area);
/// PUT: replaces an existing file, if the conditions still hold then.
std::unique_ptr<HttpBody> takeReplacement(const Services &services, const QString &name, Preconditions conditions, AreaOf area);

} // namespace signalbox::simulator
