// SPDX-License-Identifier: GPL-3.0-or-later
// Transitions as edits name them: values.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace signalbox::editing {

/// A transition to set: from, by the outcome's code, to the target; nothing unsets it. A transition that no description knows (a key
/// transfer… of an unknown component) has its key as its outcome.
struct Link {
    qint64 from = 0;
    QString outcome;
    std::optional<qint64> target;

    bool operator==(const Link &) const = default;
};

/// What removing objects did beside it.
struct Removal {
    QList<qint64> removed;
    QList<Link> healed; ///< transitions that now lead past what was removed
    QList<Link> cut;    ///< transitions that now lead nowhere
};

} // namespace signalbox::editing
