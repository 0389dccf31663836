// SPDX-License-Identifier: GPL-3.0-or-later
// What an AsyncAPI document says of API extensions, versions 2.6 and 3.0. Channels, operations, messages and their schemas are read, and
// nothing else of the document (servers, bindings, security).
#pragma once

#include "capability/capabilities.h"

#include <tl/expected.hpp>

namespace signalbox::capability {

struct AsyncApiDocument {
    QString title;    ///< of its "info"; empty where it has none
    QStringList keys; ///< channel addresses, in the document's order
    QList<std::shared_ptr<const Message>> messages;
};

/// From JSON or YAML; a text that begins with a brace is JSON. resultSuffix makes the name of a message's answer where the version knows no
/// replies. Codes: capability.syntax, capability.version, capability.reference, capability.schema, with pointer, line and column.
tl::expected<AsyncApiDocument, core::Diagnostic> readAsyncApi(QByteArrayView text, const QString &resultSuffix);

} // namespace signalbox::capability
