// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of one AsyncAPI document, as its version describes them: texts, traits, examples, payload. What channels and operations say of
// them is the matter of asyncapi2 and asyncapi3.
#pragma once

#include "capability/asyncapireader.h"
#include "capability/payloadschema.h"

namespace signalbox::capability {

class MessageReader final
{
public:
    enum class Version : quint8 {
        V2, ///< a trait overrides the message; the schema format stands beside the payload; a message may have a messageId
        V3, ///< the message overrides its traits; the schema format stands in the payload
    };

    /// What a message says, its capability and what it is called where it has no name left to the caller.
    struct Read {
        Message message;
        bool hasReply = false; ///< "x-reply" is set
        Target at;
    };

    MessageReader(const References &references, Version version) : m_references(references), m_schemas(references), m_version(version) {}

    /// What the document says of all its messages. Error: capability.schema.
    Found<void> readDefaults(const Target &root);
    /// Errors: capability.reference, capability.schema.
    Found<Read> read(const Target &at);
    /// Error: capability.schema (too many).
    Found<void> keep(Read read);
    /// Compiles the schemas of what was kept, last, when the size of all together is known to be bearable. Error: capability.schema.
    Found<QList<std::shared_ptr<const Message>>> finish();

private:
    using Layers = QList<Target>;

    Found<Layers> layersOf(const Target &message) const;
    Found<void> checkFormat(const Layers &layers, const Message &message) const;
    Found<void> readPayload(const Target &at, Message &message);

    const References &m_references;
    PayloadSchema m_schemas;
    Version m_version;
    QString m_defaultType;
    QList<std::pair<std::shared_ptr<Message>, Target>> m_messages; ///< each with its payload's place
};

} // namespace signalbox::capability
