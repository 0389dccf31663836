// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP as the routes see it: a request's head, a body that arrives in pieces, a reply. No sockets and no Boost here.
#pragma once

#include "core/json.h"
#include "core/result.h"
#include "simulator/sessions.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace signalbox::simulator {

class Node;

struct HttpRequest {
    QByteArray method;
    QByteArray path; ///< as sent, percent-encoded, without the query
    QByteArray query;
    int minorVersion = 1;                  ///< of HTTP 1
    QHash<QByteArray, QByteArray> headers; ///< names in lower case; the first of each
    QSet<QByteArray> repeated;             ///< names of those that came more than once
    QString address;                       ///< of the client
    int port = 0;

    QByteArray header(const QByteArray &name) const { return headers.value(name); }
    /// What "Authorization: Bearer" gives, or nothing.
    QByteArray bearer() const;
};

struct HttpReply {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QString filePath; ///< when set, the body is a stretch of this file
    qint64 fileOffset = 0;
    qint64 fileLength = 0;
    QByteArray cacheControl = "no-store";
    std::optional<QString> errorMessage; ///< of an error: what its body says
    QList<std::pair<QByteArray, QByteArray>> headers;

    void addHeader(const QByteArray &name, const QByteArray &value) { headers.append(std::pair(name, value)); }

    static HttpReply json(const core::Json &value, int status = 200);
    static HttpReply empty(int status = 204);
    /// Gives an error's members the dialect's names; to be called once, before the reply is sent.
    void nameError(const core::Dialect &dialect);

    /// {"error_code","error_message"}; the code is the status (platform.md §2).
    static HttpReply error(int status, const QString &message);
    /// The status that fits the error's code.
    static HttpReply error(const core::Error &error, const core::Dialect &dialect);
};

/// Takes a request's body piece by piece. Destroyed without finish() when the request breaks off: nothing may be left then.
class HttpBody
{
public:
    virtual ~HttpBody() = default;
    /// False: no more is wanted; finish() says why.
    virtual bool write(QByteArrayView data) = 0;
    virtual HttpReply finish() = 0;
};

/// An answer that needs no body, or what takes the body.
using HttpHandling = std::variant<HttpReply, std::unique_ptr<HttpBody>>;

/// A JSON body in memory. An empty one is null.
HttpHandling takeJson(qint64 limitBytes, std::function<HttpReply(const core::Json &body)> then);

/// A request on its way to the handler of its route.
struct RouteContext {
    Node &node;
    const HttpRequest &request;
    QStringList rest;   ///< path segments behind the route's, decoded
    SessionPtr session; ///< who asks; nothing only where the route needs nobody
};

/// 405 with what is allowed.
HttpReply methodNotAllowed(const QByteArray &allowed);

/// Segments of a path, decoded; nothing when it is no good UTF-8, does not begin with a slash, or holds NUL.
std::optional<QStringList> pathSegments(const QByteArray &path);

} // namespace signalbox::simulator
