// SPDX-License-Identifier: GPL-3.0-or-later
// A compiled JSON Schema (draft 7, on valijson). The deepest failing place is reported, not the cascade above it.
#pragma once

#include "core/json.h"
#include "core/result.h"

#include <memory>

namespace signalbox::core {

struct SchemaProblem {
    QString pointer; ///< of the offending node, from the checked value's root
    QString message;
};

class JsonSchema final
{
public:
    /// Errors: schema.invalid. Remote references are not followed: schema.remote_reference.
    static Result<JsonSchema> compile(const Json &schema);

    /// Nothing when the value conforms. At most 50 problems, deepest first.
    QList<SchemaProblem> validate(const Json &value) const;

private:
    struct Compiled;
    explicit JsonSchema(std::shared_ptr<const Compiled> compiled);
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace signalbox::core
