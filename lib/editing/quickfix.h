// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about a problem with one click: a title, and an edit that is one undo step.
#pragma once

#include "core/diagnostic.h"
#include "editing/editsession.h"

#include <functional>
#include <optional>

namespace signalbox::editing {

struct QuickFix {
    QString title; ///< translated: what it does
    std::function<void(EditSession &)> apply;
};

/// The fix, or nothing where there is none, or where the document is no longer as the problem says. By the problem's code.
std::optional<QuickFix> quickFix(const EditSession &session, const core::Diagnostic &problem);
/// Whether there was one.
bool applyFix(EditSession &session, const core::Diagnostic &problem);

} // namespace signalbox::editing
