// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/capabilities.h"

#include "capability/asyncapireader.h"
#include "core/filestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

/// Outside every namespace, as Q_INIT_RESOURCE wants it; a static library's resources are not there without it.
static void initResources()
{
    Q_INIT_RESOURCE(signalbox_capability);
}

namespace signalbox::capability {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

constexpr qint64 fileLimit = 4 * 1024 * 1024;
/// Files of one folder; more is a mistake.
constexpr qsizetype folderLimit = 1000;

QString placeText(const core::Diagnostic &diagnostic)
{
    QStringList parts;
    if (!diagnostic.pointer.isEmpty())
        parts.append(diagnostic.pointer);
    if (diagnostic.line > 0)
        parts.append(Text::tr("line %1, column %2").arg(diagnostic.line).arg(diagnostic.column));
    return parts.join(", "_L1);
}

core::Error toError(const core::Diagnostic &diagnostic)
{
    return {diagnostic.code, diagnostic.message, placeText(diagnostic)};
}

} // namespace

bool Message::isJson() const
{
    const QString type = contentType.section(u';', 0, 0).trimmed().toLower();
    return type.isEmpty() || type == "application/json"_L1 || type == "text/json"_L1 || type.endsWith("+json"_L1);
}

Capabilities Capabilities::builtIn(const QString &resultSuffix)
{
    initResources();
    Capabilities capabilities(resultSuffix);
    const core::Diagnostics findings = capabilities.addFolder(u":/capabilities"_s);
    Q_ASSERT(findings.isEmpty());
    Q_ASSERT(!capabilities.m_keys.isEmpty());
    return capabilities;
}

/// The document of a file, or what is wrong with it, the file named.
tl::expected<AsyncApiDocument, core::Diagnostic> Capabilities::readDocument(const QString &path) const
{
    const core::Result<QByteArray> content = core::readFile(path, fileLimit);
    core::Diagnostic diagnostic;
    if (content) {
        tl::expected<AsyncApiDocument, core::Diagnostic> document = readAsyncApi(*content, m_resultSuffix);
        if (document)
            return document;
        diagnostic = document.error();
        diagnostic.message = Text::tr("%1: %2").arg(path, diagnostic.message);
    } else {
        diagnostic.code = content.error().code;
        diagnostic.message = content.error().message;
    }
    return tl::unexpected(std::move(diagnostic));
}

core::Result<void> Capabilities::add(QByteArrayView document)
{
    return readAsyncApi(document, m_resultSuffix).map_error(toError).map([this](const AsyncApiDocument &read) { take(read, {}); });
}

core::Result<void> Capabilities::addFile(const QString &path)
{
    return readDocument(path).map_error(toError).map([this, &path](const AsyncApiDocument &read) { take(read, path); });
}

core::Diagnostics Capabilities::addFolder(const QString &folder)
{
    core::Diagnostics findings;
    const QDir directory(folder);
    const QStringList names =
        directory.entryList({u"*.asyncapi.json"_s, u"*.asyncapi.yaml"_s, u"*.asyncapi.yml"_s}, QDir::Files, QDir::Name);
    if (names.size() > folderLimit) {
        core::Diagnostic tooMany;
        tooMany.code = u"capability.too_many"_s;
        tooMany.message = Text::tr("%1 holds more than %2 capability descriptions; none was read.").arg(folder).arg(folderLimit);
        return {tooMany};
    }
    for (const QString &name : names) {
        const QString path = directory.filePath(name);
        const tl::expected<AsyncApiDocument, core::Diagnostic> document = readDocument(path);
        if (document) {
            take(*document, path);
        } else {
            findings.append(document.error());
            m_sources.append(Source{path, {}, {}, {}, document.error()});
        }
    }
    return findings;
}

void Capabilities::take(const AsyncApiDocument &document, const QString &path)
{
    m_sources.append(Source{path, document.title, document.keys, document.messages, std::nullopt});
    for (const QString &key : document.keys)
        if (!m_keys.contains(key))
            m_keys.append(key);
    for (const std::shared_ptr<const Message> &message : document.messages) {
        const std::pair place(message->capability, message->code);
        if (const auto same = m_places.constFind(place); same != m_places.cend()) {
            m_messages[*same] = message;
        } else {
            m_places.insert(place, m_messages.size());
            m_messages.append(message);
        }
    }
}

bool Capabilities::knows(QStringView capability) const
{
    return m_keys.contains(capability);
}

const Message *Capabilities::find(QStringView capability, QStringView code) const
{
    const auto found = m_places.constFind({capability.toString(), code.toString()});
    return found == m_places.cend() ? nullptr : m_messages[*found].get();
}

QStringList Capabilities::capabilityKeys() const
{
    return m_keys;
}

QList<const Message *> Capabilities::messages(QStringView capability) const
{
    QList<const Message *> found;
    for (const std::shared_ptr<const Message> &message : m_messages)
        if (message->capability == capability)
            found.append(message.get());
    return found;
}

} // namespace signalbox::capability
