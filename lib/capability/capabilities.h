// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of API extensions (capabilities) and their messages, from AsyncAPI documents: channel address = capability key,
// message name = message code, an operation with a reply (AsyncAPI 2: a message whose answer is described too) = a request.
#pragma once

#include "core/diagnostic.h"
#include "core/dialect.h"
#include "core/json.h"
#include "core/jsonschema.h"
#include "core/result.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace signalbox::capability {

struct Message {
    QString capability;
    QString code;
    QString title;
    QString summary;
    bool request = false;                   ///< an answer is expected
    QString contentType;                    ///< empty: JSON
    core::Json payload;                     ///< JSON Schema, references resolved; null where none is given
    std::optional<core::JsonSchema> schema; ///< payload, compiled
    QList<core::Json> examples;

    /// False when a content type is stated that is not JSON: the content is then not parsed.
    bool isJson() const;
};

struct AsyncApiDocument;

/// A document that was read, or could not be.
struct Source {
    QString path;     ///< empty where it was given as text
    QString title;    ///< as the document calls itself
    QStringList keys; ///< capabilities that it describes
    QList<std::shared_ptr<const Message>> messages;
    std::optional<core::Diagnostic> problem; ///< why nothing of it counts

    /// Whether it came with the program.
    bool isBuiltIn() const { return path.startsWith(QLatin1String(":/")); }
};

class Capabilities final
{
public:
    /// resultSuffix makes the name of a message's answer (Dialect::resultSuffix).
    explicit Capabilities(QString resultSuffix = core::Dialect().resultSuffix) : m_resultSuffix(std::move(resultSuffix)) {}

    /// The descriptions that come with the program.
    static Capabilities builtIn(const QString &resultSuffix = core::Dialect().resultSuffix);
    /// Adds an AsyncAPI 2.6 or 3.0 document, JSON or YAML (found out by content), wholly or not at all. Errors: capability.syntax,
    /// capability.version, capability.reference, capability.schema, each with pointer, line and column in the detail where known.
    core::Result<void> add(QByteArrayView document);
    /// As add, with the errors of core::readFile; the message names the file.
    core::Result<void> addFile(const QString &path);
    /// All *.asyncapi.json, *.asyncapi.yaml and *.asyncapi.yml in a folder, by name; findings name the file.
    core::Diagnostics addFolder(const QString &folder);

    /// Whether a document describes the capability, with or without messages.
    bool knows(QStringView capability) const;
    /// The message, or nullptr where no description declares it. Of two descriptions of one message the later one counts.
    const Message *find(QStringView capability, QStringView code) const;
    QStringList capabilityKeys() const;
    QList<const Message *> messages(QStringView capability) const;
    /// In the order of adding, with those of addFolder() that could not be read.
    const QList<Source> &sources() const { return m_sources; }

private:
    tl::expected<AsyncApiDocument, core::Diagnostic> readDocument(const QString &path) const;
    void take(const AsyncApiDocument &document, const QString &path);

    QString m_resultSuffix;
    QList<Source> m_sources;
    QList<std::shared_ptr<const Message>> m_messages;
    QHash<std::pair<QString, QString>, qsizetype> m_places; ///< in m_messages, by capability and code
    QStringList m_keys;
};

} // namespace signalbox::capability
