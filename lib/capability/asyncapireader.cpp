// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/asyncapireader.h"

#include "capability/asyncapi2.h"
#include "capability/asyncapi3.h"
#include "capability/yamlreader.h"
#include "core/jsonreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace signalbox::capability {

using namespace Qt::StringLiterals;
using core::Diagnostic;
using core::Json;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

/// The same for both notations.
constexpr core::JsonLimits jsonLimits{4 * 1024 * 1024, 100, 200'000};
constexpr YamlLimits yamlLimits{jsonLimits.bytes, jsonLimits.depth, jsonLimits.nodes};

Found<Json> readText(QByteArrayView text)
{
    const QByteArrayView start = text.startsWith("\xef\xbb\xbf") ? text.sliced(3) : text;
    const bool json = start.trimmed().startsWith('{');
    Found<Json> root = json ? core::readJson(text, jsonLimits) : readYaml(text, yamlLimits);
    if (root)
        return root;
    Diagnostic diagnostic = root.error();
    diagnostic.code = u"capability.syntax"_s;
    return tl::unexpected(std::move(diagnostic));
}

tl::unexpected<Diagnostic> unknownVersion(const Json &root)
{
    const Json *version = root.find(u"asyncapi");
    const QString text = version ? version->toString() : QString();
    const QString message = text.isEmpty()
                                ? Text::tr("This is not an AsyncAPI document: it has no text \"asyncapi\" with the version, such as 3.0.0.")
                                : Text::tr("AsyncAPI %1 cannot be read, only 2.6 and 3.0.").arg(text.left(64));
    return tl::unexpected(
        findingAt(u"capability.version"_s, message, version ? u"/asyncapi"_s : QString(), version ? version->place() : root.place()));
}

} // namespace

tl::expected<AsyncApiDocument, Diagnostic> readAsyncApi(QByteArrayView text, const QString &resultSuffix)
{
    static const QRegularExpression known(u"^(2\\.6|3\\.0)\\.\\d+$"_s);
    return readText(text).and_then([&resultSuffix](const Json &root) -> Found<AsyncApiDocument> {
        const QRegularExpressionMatch version = known.match(root[u"asyncapi"].toString());
        if (!version.hasMatch())
            return unknownVersion(root);
        Found<AsyncApiDocument> document = version.captured(1) == "3.0"_L1 ? readAsyncApi3(root) : readAsyncApi2(root, resultSuffix);
        if (document)
            document->title = root[u"info"][u"title"].toString();
        return document;
    });
}

} // namespace signalbox::capability
