// SPDX-License-Identifier: GPL-3.0-or-later
// Web sessions of the whole cluster (platform.md §2): login, limit per user, lifetime, ban of an address. Knows no sockets: who
// must act when a session ends sets onClosed.
#pragma once

#include "core/clock.h"
#include "core/random.h"
#include "protocol/records.h"
#include "simulator/clusterconfig.h"
#include "simulator/registrar.h"

#include <functional>
#include <map>
#include <memory>

namespace signalbox::simulator {

enum class SessionType : quint8 { Cookie, Token, Socket };

/// "cookie", "token" or "ws".
QString sessionTypeName(SessionType type);

struct Session {
    QString id;
    QString token; ///< a second secret of sessions of type token
    SessionType type = SessionType::Cookie;
    Side side = Side::User; ///< whose: a user's or an integration point's
    QString ownerId;        ///< id of the user or the integration point
    QString login;          ///< login of the user or code of the integration point
    QStringList roles;
    QString site;
    int ttlS = 0;
    qint64 expiresMs = 0;
    bool isCounted = true; ///< towards the limit per user
    bool isClosed = false;
    quint64 number = 0; ///< in order of opening

    bool isAdmin() const { return side == Side::User && roles.contains(QLatin1String("admin")); }
};

using SessionPtr = std::shared_ptr<Session>;

class Sessions final
{
public:
    Sessions(const ClusterConfig &config, const core::Clock &clock, core::Random &random);

    /// Errors: banned, denied (wrong domain, login or password; counted against the address), too_many_sessions.
    core::Result<SessionPtr> login(const QString &domain, const QString &login, const QString &password, SessionType type,
                                   const QString &address, const QString &site);
    /// By session id or session token. Errors: banned, unknown_session (counted against the address).
    core::Result<SessionPtr> authenticate(const QString &idOrToken, const QString &address);
    /// Without login: one for each connection of an integration point, and for users of virtual peers.
    SessionPtr openForPoint(const PointConfig &point, const QString &site);
    /// The integration point's one session, opened where there is none.
    SessionPtr sharedOfPoint(const PointConfig &point, const QString &site);
    SessionPtr openForPeer(const UserConfig &user, const QString &site);

    bool isBanned(const QString &address);
    /// Extends its life by its use.
    void touch(Session &session) const;
    void setTtl(Session &session, int ttlS) const;
    qint64 ttlLeftS(const Session &session) const;
    /// A session that a connection brought along lives on for a while without it, and no longer counts.
    void letExpire(Session &session, int lingerS) const;

    /// The reason is what becomes of the registrations of its connections [A]: unregister_contact when its user logs out, delete_contact
    /// when an administrator closes it, expired_contact when its time is over.
    void close(const SessionPtr &session, Reason reason);
    /// How many sessions there were; delete_aor [A].
    int closeAllOf(const QString &userId);
    SessionPtr find(const QString &id);
    QList<SessionPtr> all() const; ///< in order of opening, without expired ones
    /// Ends what has expired; to be called now and then.
    void sweep();

    protocol::SessionInfo info(const Session &session) const;

    std::function<void(const SessionPtr &session, Reason reason)> onClosed;

private:
    SessionPtr open(SessionType type, Side side, const QString &ownerId, const QString &login, const QStringList &roles,
                    const QString &site);
    void countFailure(const QString &address);
    int countedOf(const QString &userId) const;

    const ClusterConfig &m_config;
    const core::Clock &m_clock;
    core::Random &m_random;
    QHash<QString, SessionPtr> m_byId;
    QHash<QString, SessionPtr> m_byToken;
    std::map<quint64, SessionPtr> m_order; // by number
    quint64 m_last = 0;
    QHash<QString, QList<qint64>> m_failures; // times in ms by address, oldest first
};

} // namespace signalbox::simulator
