// SPDX-License-Identifier: GPL-3.0-or-later
// A path into JSON values: $.a.b[0]['x y'][*].c, from the end [-1], any member or item .* or [*]. The part of RFC 9535 that a filter needs:
// no descendants, slices, filters or functions.
#pragma once

#include "core/json.h"
#include "core/result.h"

#include <variant>

namespace signalbox::journal {

class JsonPath final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::journal::JsonPath)

public:
    /// Nodes that one path selects in one value at most; more are left out.
    static constexpr qsizetype mostNodes = 10'000;

    /// The whole text must be a path. Error: filter.path, with the place in the message.
    static core::Result<JsonPath> parse(QStringView text);
    /// The path that the text begins with; end becomes the place behind it.
    static core::Result<JsonPath> parseStart(QStringView text, qsizetype &end);

    /// The selected nodes, in the order of the document. They live as long as root.
    QList<const core::Json *> select(const core::Json &root) const;
    /// Names of members without which nothing is selected.
    const QStringList &keys() const { return m_keys; }
    /// Whether it begins with a member, by its name or .*
    bool beginsWithMember() const { return m_beginsWithMember; }

private:
    struct Any {};
    using Step = std::variant<QString, qsizetype, Any>;

    class Parser;
    QList<Step> m_steps;
    QStringList m_keys;
    bool m_beginsWithMember = false;
};

} // namespace signalbox::journal
