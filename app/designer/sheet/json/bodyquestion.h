// SPDX-License-Identifier: GPL-3.0-or-later
// What a check of a message body needs to know, as values only, so that it can go to another thread; and where in the text to show what was
// found. The rules themselves are scenario::BodyCheck's.
#pragma once

#include "capability/capabilities.h"
#include "designer/sheet/json/jsontext.h"
#include "drawing/theme.h"
#include "scenario/bodycheck.h"

namespace signalbox::designer {

class SheetContext;

struct BodyQuestion {
    QString text;
    bool isTemplate = false;
    bool waits = false;
    bool isJson = true;
    std::optional<capability::Message> message;
    core::Dialect dialect;
    QHash<QString, std::optional<core::ValueType>> variables;

    /// Of the component that is being shown. message: may be nullptr.
    static BodyQuestion of(const QString &text, bool isTemplate, const capability::Message *message, const SheetContext &context);
    /// The worst first, then by their place. stop: when it is asked for, nobody uses what is returned.
    QList<scenario::BodyProblem> answer(const std::stop_token &stop = {}) const;
};

/// The first of them as lines of rich text, below the hint. isTree: what the tree says in its place is left out.
QStringList problemLines(const QString &hint, const QList<scenario::BodyProblem> &problems, bool isTree, const drawing::Theme &theme);
/// From each problem's place on to the end of the word there, one character at least.
QList<JsonText::Mark> problemMarks(const QList<scenario::BodyProblem> &problems, const QString &text);

} // namespace signalbox::designer
