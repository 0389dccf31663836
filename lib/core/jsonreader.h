// SPDX-License-Identifier: GPL-3.0-or-later
// The strict reader of untrusted JSON: RFC 8259 to the letter, UTF-8 checked, no duplicate keys, iterative, with limits.
#pragma once

#include "core/diagnostic.h"
#include "core/json.h"

#include <tl/expected.hpp>

namespace signalbox::core {

struct JsonLimits {
    qint64 bytes = 64 * 1024 * 1024;
    int depth = 100;
    qint64 nodes = 4'000'000;
};

/// The value, or what is wrong and where (line, column and the pointer of what was being read). Codes: json.syntax, json.encoding,
/// json.duplicate_key, json.too_deep, json.too_large (also a number beyond a double's range), json.too_many_nodes, json.empty.
/// A byte order mark is accepted. Linear in the text's size.
tl::expected<Json, Diagnostic> readJson(QByteArrayView text, const JsonLimits &limits = {});

} // namespace signalbox::core
