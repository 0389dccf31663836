// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a message's payload a JSON Schema that stands alone: what it refers to in the document comes along under "definitions".
#pragma once

#include "capability/references.h"

#include <QHash>

namespace signalbox::capability {

class PayloadSchema final
{
public:
    /// Nodes that may be copied for all payloads of one document together.
    static constexpr qint64 maxNodes = 200'000;

    explicit PayloadSchema(const References &references) : m_references(references) {}

    /// Recursive schemas stay recursive. Errors: capability.reference (also a schema that is nothing but itself), capability.schema (not
    /// a schema, a schema format that is not JSON Schema, too large).
    Found<core::Json> build(const Target &payload);
    /// Whether a schema of this format can be used. Error: capability.schema.
    static Found<void> checkFormat(const QString &format, const Target &at);

private:
    using Copy = Found<core::Json>;

    Found<Target> unwrap(Target at) const;
    Copy copy(const Target &schema);
    Copy copyReference(const Target &schema);
    Copy copyList(const Target &list);
    Copy copyMap(const Target &map);
    Copy copyAny(const Target &node);
    QString nameFor(const Target &target);
    Found<void> checkCircles(const core::Json &schema, const Target &payload) const;

    const References &m_references;
    qint64 m_nodes = 0;
    QHash<QString, QString> m_names; ///< definition by pointer of what it copies
    QList<std::pair<QString, Target>> m_waiting;
    QStringList m_taken;
};

} // namespace signalbox::capability
