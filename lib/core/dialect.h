// SPDX-License-Identifier: GPL-3.0-or-later
// All values that the platform's public documentation leaves open: every [A] of platform.md, in one place and as data, so that a
// profile can state what a real cluster does. Nothing here has been checked on a live vendor cluster.
#pragma once

#include "core/json.h"
#include "core/result.h"
#include "core/value.h"

#include <QStringList>

namespace signalbox::core {

struct Dialect {
    // Sessions (§2)
    QString cookieName = QStringLiteral("RSession");
    int sessionLimitStatus = 429; ///< HTTP status of the login beyond the limit
    int sessionsPerUser = 10;     ///< [D]
    int sessionTtlS = 12 * 3600;
    int banFailures = 5;  ///< [D]
    int banWindowS = 180; ///< [D]
    int banStatus = 403;  ///< HTTP status of what a banned address sends
    /// Of the answer of a login: id, type, user's id, login, domain, time to live, token.
    QStringList sessionMembers{QStringLiteral("session_id"),   QStringLiteral("session_type"), QStringLiteral("user_id"),
                               QStringLiteral("login"),        QStringLiteral("domain"),       QStringLiteral("ttl"),
                               QStringLiteral("session_token")};
    /// Of a connection in the administrators' list: id, site, node, since when, capabilities, program, address and port of the peer.
    QStringList connectionMembers{QStringLiteral("connection_id"), QStringLiteral("site"),     QStringLiteral("node"),
                                  QStringLiteral("since"),         QStringLiteral("caps"),     QStringLiteral("app"),
                                  QStringLiteral("peer_address"),  QStringLiteral("peer_port")};
    QStringList errorMembers{QStringLiteral("error_code"), QStringLiteral("error_message")}; ///< of an HTTP error's body
    // Web sockets (§3)
    int pingIntervalMs = 30'000;
    int pingsMissed = 2; ///< a peer that misses so many is dropped
    QString resultSuffix = QStringLiteral("_result");
    QString restMethod = QStringLiteral("rest"); ///< carries REST over a web socket: {"qid","verb","path","query","body"}
    int startConnectionParam = 1;                ///< start parameters of a scenario that a message starts
    int startEventParam = 2;
    int startContentParam = 3;
    bool undeclaredIsRequest = true;               ///< a message code that no description declares counts as a request
    bool userConnectionInfo = true;                ///< connection_info is answered on the user API too
    bool sessionPerConnection = true;              ///< of token connections; false: those of one integration point share one
    bool socketSessionIsBearer = true;             ///< an external system reaches REST with the session id that connection_info gave
    QString errorMethod = QStringLiteral("error"); ///< of the answer to a text that is no message
    // Component 144 (§3, §5)
    int timeoutDefaultS = 10;
    int timeoutMaxS = 3600;
    int fileOperationMs = 60'000;
    bool confirmByPing = true;      ///< delivery is confirmed by the answer to a ping behind the message; false: by its writing
    QString confirmedResult;        ///< goes to resultVariable when delivery was confirmed
    bool ownQidReplaced = true;     ///< false: a qid that the content carries itself stays and is waited for
    bool directionChecked = true;   ///< a direction that does not fit the connection is an error
    bool capabilityChecked = true;  ///< a capability that the connection does not hold is an error
    bool otherContentIsText = true; ///< content of a type that is not JSON goes out as a JSON string; false: it must be JSON all the same
    bool nameFromPath = true;       ///< put_file without a name takes the path's base name; false: it is an error
    QString errorSeparator = QStringLiteral(": "); ///< between the code and the message of the error variable's text
    /// In the order of operation::Outcome's codes.
    QStringList errorCodes{QStringLiteral("not_found"),      QStringLiteral("not_active"),     QStringLiteral("wrong_direction"),
                           QStringLiteral("no_capability"),  QStringLiteral("bad_argument"),   QStringLiteral("bad_content"),
                           QStringLiteral("file_not_found"), QStringLiteral("already_exists"), QStringLiteral("too_large"),
                           QStringLiteral("rejected"),       QStringLiteral("unreachable"),    QStringLiteral("internal")};
    // Files (§4)
    QString tempPrefix = QStringLiteral("/temp/");
    bool tempExtension = true;                            ///< the link ends with the file's extension
    bool tempNamesFile = true;                            ///< Content-Disposition tells the file's own name
    int tempRandomBytes = 16;                             ///< written in hexadecimal digits
    int tempAbsentStatus = 404;                           ///< HTTP status of a temp link that is none, or whose time is over
    int tempLifetimeS = 300;                              ///< [D]
    int websocktempLingerS = 30;                          ///< [D]
    QString tempCategory = QStringLiteral(":TEMP");       ///< of a running scenario's own directory
    int websocktempAbsentStatus = 404;                    ///< HTTP status without an open connection of the session
    QString tokenTargets = QStringLiteral("websocktemp"); ///< what an integration point's session may use, with commas between
    QString publisherRole;                                ///< the role that a user needs to change www; empty: none
    // Scenarios (§5)
    int argConstant = 1; ///< [D]
    int argVariable = 2;
    int argExpression = 3;
    int argTemplate = 4;
    int typeNumber = 1; ///< [D]
    int typeString = 2; ///< [D]
    int typeDateTime = 3;
    int locationLocal = 0; ///< [D]
    int locationLast = 5;
    int codeExistsStatus = 409; ///< HTTP status of a scenario whose code is there already
    QStringList assignmentMembers{QStringLiteral("variable"), QStringLiteral("value")}; ///< of an entry of "operations"
    bool startParamWins = true;                    ///< over values given at the start and opts.variables; false: it gives way to both
    QString limitReason = QStringLiteral("stop");  ///< why a scenario ends at a limit or deadline: an option of transitionOption
    QString faultReason = QStringLiteral("error"); ///< the same for a fault of a component
    QString trueText = QStringLiteral("true");     ///< a condition as text
    QString falseText = QStringLiteral("false");
    /// In expressions: less, less or equal, equal, greater or equal, greater, not equal.
    QStringList comparisonTokens{QStringLiteral("<"),  QStringLiteral("=<"), QStringLiteral("=="),
                                 QStringLiteral(">="), QStringLiteral(">"),  QStringLiteral("=/=")};
    bool templateEscapes = false; ///< what a template puts in is escaped as inside a JSON string
    // Carriers (§6)
    QString carrierPrefix = QStringLiteral("sbx-");
    int carriersKept = 32;
    int carrierGraceMs = 5000;
    bool variablesAsArguments = true;  ///< false: the body travels as a constant
    bool linksAtNode = true;           ///< a relative link belongs to the node that holds the connection; false: to the cluster's address
    int startScriptTimeoutMs = 10'000; ///< [D]

    /// The type that a varType or a variable's type names, or nothing.
    std::optional<ValueType> valueType(qint64 id) const;
    int valueTypeId(ValueType type) const;

    /// Our code of an error as the cluster has it, and the other way round; a code that is none of ours stays as it is.
    QString errorCode(const QString &ours) const;
    QString errorCodeOf(const QString &theirs) const;

    /// Reads an object of field names; a field that is not there keeps its default. Error: dialect.invalid (unknown field, wrong type).
    static Result<Dialect> fromJson(const Json &object);
    /// The fields that differ from their defaults.
    Json toJson() const;
    static QStringList fieldNames();
};

} // namespace signalbox::core
