// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/requestcheck.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr auto socketVersion = "13"; // RFC 6455 §4.1
constexpr qsizetype keyBytes = 16;
constexpr qsizetype keyCharacters = 24; // of those bytes in base64

HttpReply badRequest(const QString &message)
{
    return HttpReply::error(400, message);
}

bool isOneHost(const QByteArray &host)
{
    constexpr QByteArrayView marks("-._~%!$&'()*+;=:[]");
    return std::all_of(host.begin(), host.end(), [marks](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.contains(c);
    });
}

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Where the body ends must be said once and in one way.
std::optional<HttpReply> refusalOfLength(const HttpRequest &request)
{
    const auto length = request.headers.constFind("content-length");
    const auto coding = request.headers.constFind("transfer-encoding");
    if (length != request.headers.constEnd() && !isNumber(*length))
        return badRequest(u"The header Content-Length must be one whole number"_s);
    if (coding == request.headers.constEnd())
        return {};
    if (length != request.headers.constEnd())
        return badRequest(u"The headers Content-Length and Transfer-Encoding exclude each other"_s);
    if (request.minorVersion == 0)
        return badRequest(u"HTTP 1.0 knows no Transfer-Encoding"_s);
    if (coding->toLower() != "chunked")
        return badRequest(u"The only Transfer-Encoding that is understood is “chunked”"_s);
    return {};
}

} // namespace

QByteArray originForm(const QByteArray &target)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.first(std::min(target.size(), scheme.size())).toLower() != scheme)
            continue;
        const qsizetype end = target.size();
        qsizetype pathAt = scheme.size();
        while (pathAt < end && target[pathAt] != '/' && target[pathAt] != '?')
            ++pathAt;
        if (pathAt == scheme.size())
            return target; // no host
        const QByteArray path = target.sliced(pathAt);
        return path.startsWith('/') ? path : '/' + path;
    }
    return target;
}

std::optional<HttpReply> refusalOf(const HttpRequest &request)
{
    for (const QByteArray name : {"Host", "Content-Length", "Transfer-Encoding", "Content-Type", "Authorization", "Expect"}) {
        if (request.repeated.contains(name.toLower()))
            return badRequest(u"The header %1 is there more than once"_s.arg(QLatin1StringView(name)));
    }
    const QByteArray host = request.header("host");
    if (request.minorVersion > 0 && host.isEmpty())
        return badRequest(u"The header Host is missing"_s);
    if (!isOneHost(host))
        return badRequest(u"The header Host must be one name or address, with or without a port"_s);
    if (auto refused = refusalOfLength(request))
        return refused;
    if (!request.path.startsWith('/') || request.path.contains('#') || request.query.contains('#'))
        return badRequest(u"The target must be a path, or a URL with http: and a host"_s);
    if (request.minorVersion > 0 && request.headers.contains("expect") && request.header("expect").toLower() != "100-continue")
        return HttpReply::error(417, u"The only expectation that can be met is “100-continue”"_s);
    return {};
}

std::optional<HttpReply> refusalOfHandshake(const HttpRequest &request)
{
    // Also because nothing may be sent before the answer (RFC 6455 §4.1).
    if (request.headers.contains("transfer-encoding") || request.headers.value("content-length", "0") != "0")
        return badRequest(u"A request for a web socket has no body"_s);
    if (request.header("sec-websocket-version") != socketVersion || request.repeated.contains("sec-websocket-version")) {
        HttpReply reply =
            HttpReply::error(426, u"The version of the web socket protocol must be %1"_s.arg(QLatin1StringView(socketVersion)));
        reply.addHeader("Upgrade", "websocket");
        reply.addHeader("Sec-WebSocket-Version", socketVersion);
        return reply;
    }
    const QByteArray key = request.header("sec-websocket-key");
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    if (request.repeated.contains("sec-websocket-key") || key.size() != keyCharacters || !decoded || decoded.decoded.size() != keyBytes)
        return badRequest(u"The header Sec-WebSocket-Key must be there once, %1 bytes in base64"_s.arg(keyBytes));
    return {};
}

} // namespace signalbox::simulator
