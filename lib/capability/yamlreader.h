// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of untrusted YAML 1.2 for documents that could as well be JSON: one document, text keys, core-schema scalars, key order and
// places kept. No merge keys, no tags beside those of the core schema.
#pragma once

#include "core/diagnostic.h"
#include "core/json.h"

#include <tl/expected.hpp>

namespace signalbox::capability {

struct YamlLimits {
    qint64 bytes = 4 * 1024 * 1024;
    int depth = 100;
    qint64 nodes = 200'000; ///< aliases count with all that they stand for
};

/// The value, or what is wrong and where. Codes: yaml.syntax, yaml.encoding, yaml.duplicate_key, yaml.too_deep, yaml.too_large,
/// yaml.too_many_nodes, yaml.unsupported (tags, keys that are not text, infinities), yaml.empty.
tl::expected<core::Json, core::Diagnostic> readYaml(QByteArrayView text, const YamlLimits &limits = {});

} // namespace signalbox::capability
