// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of the REST API and records of the registrar (platform.md §2–§4): values and their JSON, nothing else. Reading is
// forgiving about unknown members and strict about the ones that are needed (error code: bad_answer, naming the member). Where the
// documentation leaves the members' names open, the dialect has them.
#pragma once

#include "core/dialect.h"
#include "core/json.h"
#include "core/result.h"

#include <QStringList>

#include <optional>

namespace signalbox::protocol {

/// Answer of a login and of sessions/current. Needed: session_id, or session_token where a login gives that instead.
struct SessionInfo {
    QString sessionId;
    QString sessionType;
    QString userId;
    QString login;
    QString domain;
    qint64 ttlS = 0;
    QString sessionToken; ///< a secret; only in the answer of a login with session_type "token"

    core::Json toJson(const core::Dialect &dialect) const;
    static core::Result<SessionInfo> fromJson(const core::Json &json, const core::Dialect &dialect);
};

/// One web socket connection, as the administrators' list gives it. Needed: connection_id.
struct ConnectionRecord {
    QString connectionId;
    QString site;
    QString node;
    QString since; ///< RFC 3339
    QStringList capabilities;
    QString app;
    QString peerAddress;
    int peerPort = 0;
    QString ownerType;          ///< "token" or "user"; empty where the cluster does not say
    QString integrationPointId; ///< of a token connection; empty where the cluster does not say

    core::Json toJson(const core::Dialect &dialect) const;
    static core::Result<ConnectionRecord> fromJson(const core::Json &json, const core::Dialect &dialect);
};

/// One web session with its connections, as the administrators' list gives it.
struct SessionRecord {
    SessionInfo session;
    QString site;
    QList<ConnectionRecord> connections;

    core::Json toJson(const core::Dialect &dialect) const;
    static core::Result<SessionRecord> fromJson(const core::Json &json, const core::Dialect &dialect);
};

/// A file of a target. Needed: name.
struct FileRecord {
    QString name;
    qint64 size = 0;
    QString lastModified; ///< RFC 3339

    core::Json toJson() const;
    static core::Result<FileRecord> fromJson(const core::Json &json);
};

/// What became of one part of an upload. Needed: name, status.
struct UploadRecord {
    QString name;
    qint64 size = 0;
    QString status; ///< "ok", or what is wrong

    bool isOk() const { return status == QLatin1String("ok"); }
    core::Json toJson() const;
    static core::Result<UploadRecord> fromJson(const core::Json &json);
};

/// A running scenario, as svcscript_runtimes gives it. Needed: id.
struct RuntimeRecord {
    QString id;
    QString site;
    QString node;
    QString domain;
    QString type; ///< "svc"
    QString code; ///< of the scenario

    core::Json toJson() const;
    static core::Result<RuntimeRecord> fromJson(const core::Json &json);
};

/// {"error_code","error_message"}. Needed: error_message.
struct ErrorBody {
    qint64 code = 0;
    QString message;

    core::Json toJson(const core::Dialect &dialect) const;
    static core::Result<ErrorBody> fromJson(const core::Json &json, const core::Dialect &dialect);
};

/// Every item of an array, read by T::fromJson; the error names the item's index. Error: bad_answer.
template <typename T>
core::Result<QList<T>> listFromJson(const core::Json &json);
/// The same of sessions.
core::Result<QList<SessionRecord>> sessionsFromJson(const core::Json &json, const core::Dialect &dialect);

} // namespace signalbox::protocol
