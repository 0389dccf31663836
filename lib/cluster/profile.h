// SPDX-License-Identifier: GPL-3.0-or-later
// Where a cluster is and how to reach it, without secrets; and the secrets, which are only ever handed over in memory.
#pragma once

#include "core/dialect.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace signalbox::cluster {

struct Timeouts {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds request{30'000};
    std::chrono::milliseconds transfer{60'000}; ///< without progress
};

/// How a REST session proves itself: by the cookie that the login sets, or by a Bearer header (session_type "token").
enum class SessionKind : quint8 { Cookie, Token };

/// The way out to the cluster. Without one it is the system's own.
struct ProxyAddress {
    enum class Kind : quint8 { None, Http, Socks5 };
    Kind kind = Kind::None;
    QString host;
    quint16 port = 0;
    QString user; ///< empty: it asks for no password

    bool operator==(const ProxyAddress &) const = default;
};

struct Profile {
    QString name; ///< of one that is kept (profilestore.h); else empty
    QUrl address; ///< http(s)://host:port, no path
    QString domain;
    QString login;
    QMap<QString, QUrl> nodes; ///< "SITE/NODE" → its own address
    QString caFile;            ///< PEM, in addition to the system's
    QString clientCertificate; ///< PEM file
    QString clientKey;         ///< PEM file
    QStringList pinnedKeys;    ///< isPin(); the cluster must show one of these keys, and what TLS asks for besides; empty: any
    ProxyAddress proxy;
    SessionKind sessionKind = SessionKind::Cookie;
    Timeouts timeouts;
    core::Dialect dialect;
    bool isProduction = false; ///< to be asked about before anything is run there

    /// http → ws, https → wss, with this path.
    QUrl socketUrl(const QString &path) const;
    /// The origin of a node, by nodes, else the cluster's address.
    QUrl originOf(const QString &site, const QString &node) const;
    /// Whether the URL's origin is the cluster's or a node's: no other may see a session.
    bool isOurs(const QUrl &url) const;
};

/// Whether a URL is an address as a profile has it: http or https, host and perhaps port, nothing else.
bool isOrigin(const QUrl &url);
/// What a pinned key begins with, as in curl.
inline constexpr QLatin1StringView pinPrefix{"sha256//"};
/// Whether a text is "sha256//" and a SHA-256 in Base64.
bool isPin(const QString &text);
/// Whether a text has the form SITE/NODE.
bool isNodeName(const QString &text);

/// What may be asked for of a cluster's user.
enum class SecretKind : quint8 { Password, Token, ProxyPassword };

/// Secrets in memory. Never logged, never written, never in an error.
struct Credentials {
    QString password;
    QString token; ///< of the token API; may be empty where only REST is used
    QString proxyPassword = {};

    void set(SecretKind kind, QString secret);
};

} // namespace signalbox::cluster
