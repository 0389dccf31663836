// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario as the content of a file that other programs show: which kinds there are, told apart by the file's suffix, and the making.
// Writing the file is the caller's.
#pragma once

#include "catalogue/catalogue.h"
#include "core/dialect.h"
#include "core/result.h"
#include "drawing/theme.h"
#include "scenario/scenario.h"

#include <QStringList>

#include <stop_token>

namespace signalbox::drawing {

/// svg, png, pdf (pictures), dot (Graphviz), mmd (Mermaid).
const QStringList &exportSuffixes();

/// The content for a file of this suffix, in any case. Pictures need a QGuiApplication and have the theme's colours; a PNG has two pixels a
/// unit, for dense screens. Any thread may do it; stop ends it early. Errors: unknown_suffix, and those of Picture::write().
core::Result<QByteArray> exported(const scenario::Scenario &scenario, const QString &suffix, const catalogue::Catalogue &catalogue,
                                  const core::Dialect &dialect, Theme::Kind theme, const std::stop_token &stop = {});

} // namespace signalbox::drawing
