// SPDX-License-Identifier: GPL-3.0-or-later
// What a simulated cluster consists of: sites, nodes, users, integration points, peers, limits. resources/clusters/demo.json is the
// built-in one; resources/schemas/cluster.schema.json describes the format.
#pragma once

#include "core/dialect.h"
#include "core/json.h"
#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox::simulator {

struct RoleConfig {
    QString name;
    QStringList routes; ///< "/ws#<capability>", "/ws#*"
};

struct UserConfig {
    QString id;
    QString login;
    QString password;
    QStringList roles;        ///< "admin" may list and close sessions
    QStringList capabilities; ///< user-side API extensions that may be set up, those that its roles allow among them
};

struct PointConfig {
    QString id;               ///< UUID
    QString code;             ///< what people call it, such as "crm"
    QString token;            ///< 32 hexadecimal digits
    QStringList capabilities; ///< as a user's, of the token side
    QStringList roles;
    QString receiveScript; ///< recv_svcscriptcode_ws: the scenario that a message of its connections starts; may be empty
};

/// A virtual peer: a connection that the simulator itself holds and answers by rules.
struct PeerConfig {
    QString point;        ///< code of an integration point, or
    QString user;         ///< login of a user
    QString connectionId; ///< fixed
    int node = 0;         ///< index of the node that holds it, modulo the number of nodes
    QStringList capabilities;
    core::Json rules; ///< peering::Rules
};

/// An API extension that a plug-in adds: on the token or the user side.
struct PluginConfig {
    QString capability;
    QString side;        ///< "token" or "user"
    QString description; ///< path of an AsyncAPI document, or empty
};

struct ServerLimits {
    qint64 headBytes = 16 * 1024;
    qint64 bodyBytes = 64 * 1024 * 1024;
    qint64 jsonBytes = 16 * 1024 * 1024; ///< of a body that is kept in memory
    qint64 frameBytes = 1024 * 1024;
    qint64 queueBytes = 8 * 1024 * 1024;      ///< waiting to be read by one connection's peer; beyond it the connection is closed
    qint64 storageBytes = 1024 * 1024 * 1024; ///< of all files together; beyond it the disk is full
    int files = 100'000;                      ///< of all nodes and targets together
    int connections = 20'000;
    int runs = 10'000; ///< scenarios at the same time, on each node
    int scripts = 10'000;
    int handshakeTimeoutMs = 10'000; ///< of TLS
    int headTimeoutMs = 10'000;
    int bodyTimeoutMs = 60'000;
    int idleTimeoutMs = 60'000;  ///< of an HTTP connection between two requests
    int closeTimeoutMs = 10'000; ///< until a web socket is cut whose peer does not take what is queued, or does not answer the close frame
    int loginTimeoutMs = 30'000; ///< of a user's web socket that does not log in
    int registrationTtlS = 60;   ///< of a record of the registrar; renewed after a third of it
    int peerReconnectMs = 1'000; ///< until a virtual peer whose connection ended comes back
};

/// The endpoint by which a running cluster is changed from outside; always on this computer only.
struct ControlConfig {
    quint16 port = 0; ///< 0: a free one
    QString token;    ///< empty: a fresh one for each start
};

/// TLS on the ports of all nodes. Paths of PEM files.
struct TlsConfig {
    QString certificate; ///< of the cluster, with the chain behind it
    QString key;         ///< without a password
    QString clientCa;    ///< clients must show a certificate that this one has signed; empty: they need none
};

struct ClusterConfig {
    QString domain;
    QString listen = QStringLiteral("127.0.0.1");
    quint16 port = 0; ///< of the first node; the others follow, or are free ones where it is 0
    int nodes = 1;
    int sites = 1;
    QList<RoleConfig> roles;
    QList<UserConfig> users;
    QList<PointConfig> points;
    QList<PeerConfig> peers;
    QList<PluginConfig> plugins;
    core::Json scripts;    ///< array of svcscript entities that are there from the start
    core::Json ivrScripts; ///< likewise of ivrscript entities
    core::Json faults;     ///< FaultRules
    ServerLimits limits;
    core::Dialect dialect;
    std::optional<ControlConfig> control;
    std::optional<TlsConfig> tls;

    /// Error: config.invalid, with pointer, line and column in the message.
    static core::Result<ClusterConfig> fromJson(const core::Json &document);
    /// Reads a file; descriptions of plug-ins are found beside it. Errors: those of core::readFile, config.syntax, config.invalid.
    static core::Result<ClusterConfig> fromFile(const QString &path);
    /// The built-in demo.json; a test checks it, so that this cannot fail (asserted).
    static ClusterConfig demo();

    const UserConfig *user(const QString &login) const;
    const PointConfig *point(const QString &code) const;
    const PointConfig *pointByToken(const QString &token) const;
};

} // namespace signalbox::simulator
