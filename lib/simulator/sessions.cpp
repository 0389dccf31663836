// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sessions.h"

#include "simulator/samesecret.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr qsizetype maxFailingAddresses = 10'000;

core::Error bannedError()
{
    return {u"banned"_s, u"The address is banned for now after too many failed logins"_s, {}};
}

} // namespace

QString sessionTypeName(SessionType type)
{
    switch (type) {
    case SessionType::Cookie:
        return u"cookie"_s;
    case SessionType::Token:
        return u"token"_s;
    case SessionType::Socket:
        break;
    }
    return u"ws"_s;
}

Sessions::Sessions(const ClusterConfig &config, const core::Clock &clock, core::Random &random)
    : m_config(config), m_clock(clock), m_random(random)
{}

core::Result<SessionPtr> Sessions::login(const QString &domain, const QString &login, const QString &password, SessionType type,
                                         const QString &address, const QString &site)
{
    if (isBanned(address))
        return tl::unexpected(bannedError());
    const UserConfig *user = domain == m_config.domain ? m_config.user(login) : nullptr;
    // The password is compared for an unknown user too, so that the time tells nothing.
    const bool isRight = sameSecret(password.toUtf8(), (user ? user->password : m_config.domain).toUtf8());
    if (!user || !isRight) {
        countFailure(address);
        return core::fail(u"denied"_s, u"Wrong domain, login or password"_s);
    }
    if (countedOf(user->id) >= m_config.dialect.sessionsPerUser)
        return core::fail(u"too_many_sessions"_s,
                          u"The user has %1 sessions already, which is the limit"_s.arg(m_config.dialect.sessionsPerUser));
    return open(type, Side::User, user->id, user->login, user->roles, site);
}

core::Result<SessionPtr> Sessions::authenticate(const QString &idOrToken, const QString &address)
{
    if (isBanned(address))
        return tl::unexpected(bannedError());
    SessionPtr session = find(idOrToken);
    if (!session) {
        countFailure(address);
        return core::fail(u"unknown_session"_s, u"There is no such session, or it has expired"_s);
    }
    touch(*session);
    return session;
}

SessionPtr Sessions::openForPoint(const PointConfig &point, const QString &site)
{
    return open(SessionType::Socket, Side::Token, point.id, point.code, point.roles, site);
}

SessionPtr Sessions::sharedOfPoint(const PointConfig &point, const QString &site)
{
    const QList<SessionPtr> open = all();
    const auto found = std::find_if(open.begin(), open.end(), [&point](const SessionPtr &session) {
        return session->side == Side::Token && session->ownerId == point.id;
    });
    return found == open.end() ? openForPoint(point, site) : *found;
}

SessionPtr Sessions::openForPeer(const UserConfig &user, const QString &site)
{
    SessionPtr session = open(SessionType::Socket, Side::User, user.id, user.login, user.roles, site);
    session->isCounted = false;
    return session;
}

SessionPtr Sessions::open(SessionType type, Side side, const QString &ownerId, const QString &login, const QStringList &roles,
                          const QString &site)
{
    auto session = std::make_shared<Session>();
    session->id = m_random.uuid();
    session->type = type;
    session->side = side;
    session->ownerId = ownerId;
    session->login = login;
    session->roles = roles;
    session->site = site;
    session->isCounted = side == Side::User;
    setTtl(*session, m_config.dialect.sessionTtlS);
    if (type == SessionType::Token) {
        session->token = m_random.hex(16);
        m_byToken.insert(session->token, session);
    }
    m_byId.insert(session->id, session);
    session->number = ++m_last;
    m_order.emplace(session->number, session);
    return session;
}

bool Sessions::isBanned(const QString &address)
{
    const auto found = m_failures.find(address);
    if (found == m_failures.end() || m_config.dialect.banFailures <= 0)
        return false;
    const qint64 since = m_clock.nowMs() - m_config.dialect.banWindowS * 1000LL;
    found->erase(std::remove_if(found->begin(), found->end(), [since](qint64 at) { return at <= since; }), found->end());
    if (found->isEmpty()) {
        m_failures.erase(found);
        return false;
    }
    return found->size() >= m_config.dialect.banFailures;
}

void Sessions::countFailure(const QString &address)
{
    if (m_failures.size() >= maxFailingAddresses && !m_failures.contains(address))
        m_failures.erase(m_failures.begin());
    m_failures[address].append(m_clock.nowMs());
}

void Sessions::touch(Session &session) const
{
    const qint64 now = m_clock.nowMs();
    if (session.expiresMs > now) // what is over stays over, though nobody has swept it away yet
        session.expiresMs = std::max(session.expiresMs, now + session.ttlS * 1000LL);
}

void Sessions::setTtl(Session &session, int ttlS) const
{
    session.ttlS = ttlS;
    session.expiresMs = m_clock.nowMs() + ttlS * 1000LL;
}

qint64 Sessions::ttlLeftS(const Session &session) const
{
    return std::max<qint64>(0, (session.expiresMs - m_clock.nowMs()) / 1000);
}

void Sessions::letExpire(Session &session, int lingerS) const
{
    session.isCounted = false;
    setTtl(session, lingerS);
}

void Sessions::close(const SessionPtr &session, Reason reason)
{
    if (session->isClosed)
        return;
    session->isClosed = true;
    m_byId.remove(session->id);
    if (!session->token.isEmpty())
        m_byToken.remove(session->token);
    m_order.erase(session->number);
    if (onClosed)
        onClosed(session, reason);
}

int Sessions::closeAllOf(const QString &userId)
{
    int closed = 0;
    const auto sessions = m_order; // closing changes it
    for (const auto &[number, session] : sessions) {
        if (session->ownerId == userId && !session->isClosed) {
            close(session, Reason::DeleteAor);
            ++closed;
        }
    }
    return closed;
}

SessionPtr Sessions::find(const QString &id)
{
    SessionPtr session = m_byId.value(id);
    if (!session)
        session = m_byToken.value(id);
    if (session && session->expiresMs <= m_clock.nowMs()) {
        close(session, Reason::ExpiredContact);
        return nullptr;
    }
    return session;
}

QList<SessionPtr> Sessions::all() const
{
    QList<SessionPtr> result;
    const qint64 now = m_clock.nowMs();
    for (const auto &[number, session] : m_order) {
        if (session->expiresMs > now)
            result.append(session);
    }
    return result;
}

void Sessions::sweep()
{
    const qint64 now = m_clock.nowMs();
    const auto sessions = m_order; // closing changes it
    for (const auto &[number, session] : sessions) {
        if (session->expiresMs <= now)
            close(session, Reason::ExpiredContact);
    }
}

int Sessions::countedOf(const QString &userId) const
{
    const qint64 now = m_clock.nowMs();
    return static_cast<int>(std::count_if(m_order.begin(), m_order.end(), [&](const auto &entry) {
        const Session &session = *entry.second;
        return session.isCounted && session.ownerId == userId && session.expiresMs > now;
    }));
}

protocol::SessionInfo Sessions::info(const Session &session) const
{
    protocol::SessionInfo info;
    info.sessionId = session.id;
    info.sessionType = sessionTypeName(session.type);
    info.userId = session.ownerId;
    info.login = session.login;
    info.domain = m_config.domain;
    info.ttlS = ttlLeftS(session);
    return info;
}

} // namespace signalbox::simulator
