// SPDX-License-Identifier: GPL-3.0-or-later
// What a schema says of one value once its references and combinations are followed: parts that all hold, in as many alternatives as
// "oneOf", "anyOf" and "if" give. The schema must outlive what is taken from it.
#pragma once

#include "core/json.h"

#include <QList>

namespace signalbox::capability {

/// Parts that hold for one value together, without references and combinations of their own to follow.
struct SchemaParts {
    QList<const core::Json *> parts;
    QList<const core::Json *> opened; ///< what references led to on the way, so that repetition is seen
    bool isImpossible = false;        ///< "false" is among them
};

class SchemaWalk final
{
public:
    explicit SchemaWalk(const core::Json &root) : m_root(root) {}

    /// In the order of the schema; mostAlternatives at most. Steps of all calls together are counted, see isExhausted().
    QList<SchemaParts> alternatives(const QList<const core::Json *> &schemas);
    /// Whether so much was looked at that no answer is to be expected.
    bool isExhausted() const { return m_steps > mostSteps; }

    static constexpr qsizetype mostAlternatives = 32;
    static constexpr int mostSteps = 200'000;

private:
    struct Open;
    const core::Json *follow(const core::Json *schema, SchemaParts &into) const;

    const core::Json &m_root;
    int m_steps = 0;
};

} // namespace signalbox::capability
