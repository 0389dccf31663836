// SPDX-License-Identifier: GPL-3.0-or-later
// What an AsyncAPI 3.0 document says of API extensions. It reads channels, operations, messages and their schemas, and nothing else of
// the document (servers, bindings, security).
#pragma once

#include "capability/capabilities.h"

#include <tl/expected.hpp>

namespace signalbox::capability {

struct AsyncApiDocument {
    QStringList keys; ///< channel addresses, in the document's order
    QList<std::shared_ptr<const Message>> messages;
};

/// From JSON or YAML; a text that begins with a brace is JSON. Codes: capability.syntax, capability.version, capability.reference,
/// capability.schema, with pointer, line and column.
tl::expected<AsyncApiDocument, core::Diagnostic> readAsyncApi(QByteArrayView text);

} // namespace signalbox::capability
