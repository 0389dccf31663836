// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/registrar.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

void drop(QHash<QString, QSet<QString>> &index, const QString &key, const QString &id)
{
    const auto found = index.find(key);
    if (found == index.end())
        return;
    found->remove(id);
    if (found->isEmpty())
        index.erase(found);
}

} // namespace

QString reasonName(Reason reason)
{
    switch (reason) {
    case Reason::ExpiredContact:
        return u"expired_contact"_s;
    case Reason::UnregisterContact:
        return u"unregister_contact"_s;
    case Reason::DeleteContact:
        return u"delete_contact"_s;
    case Reason::DeleteAor:
        break;
    }
    return u"delete_aor"_s;
}

protocol::ConnectionRecord Registration::toRecord() const
{
    protocol::ConnectionRecord record;
    record.connectionId = connectionId;
    record.site = holder.site;
    record.node = holder.node;
    record.since = QDateTime::fromMSecsSinceEpoch(sinceMs, Qt::UTC).toString(Qt::ISODateWithMs);
    record.capabilities = capabilities;
    record.app = app;
    record.peerAddress = peerAddress;
    record.peerPort = peerPort;
    record.ownerType = sideName(side);
    if (side == Side::Token)
        record.integrationPointId = ownerId;
    return record;
}

void Registrar::put(Registration registration)
{
    const auto old = m_records.constFind(registration.connectionId);
    registration.sinceMs = old != m_records.constEnd() ? old->sinceMs : m_clock.nowMs();
    registration.expiresMs = m_clock.nowMs() + m_ttlS * 1000LL;
    if (old != m_records.constEnd())
        unindex(*old);
    index(registration);
    m_records.insert(registration.connectionId, registration);
    tell(registration, {});
}

bool Registrar::renew(const QString &connectionId)
{
    const auto found = m_records.find(connectionId);
    if (found == m_records.end())
        return false;
    found->expiresMs = m_clock.nowMs() + m_ttlS * 1000LL;
    tell(*found, {});
    return true;
}

void Registrar::remove(const QString &connectionId, Reason reason)
{
    if (!m_records.contains(connectionId))
        return;
    const Registration registration = m_records.take(connectionId);
    unindex(registration);
    tell(registration, reason);
}

const Registration *Registrar::find(const QString &connectionId)
{
    const auto found = m_records.constFind(connectionId);
    if (found == m_records.constEnd())
        return nullptr;
    if (isOver(*found)) {
        remove(connectionId, Reason::ExpiredContact);
        return nullptr;
    }
    return &*found;
}

QList<Registration> Registrar::ofSession(const QString &sessionId)
{
    return collect(m_bySession.value(sessionId));
}

QList<Registration> Registrar::find(const QString &login, const QString &capability)
{
    if (login.isEmpty())
        return collect(capability.isEmpty() ? QSet<QString>(m_records.keyBegin(), m_records.keyEnd()) : m_byCapability.value(capability));
    QList<Registration> result = collect(m_byLogin.value(login));
    if (!capability.isEmpty())
        result.removeIf([&capability](const Registration &each) { return !each.capabilities.contains(capability); });
    return result;
}

QList<Registration> Registrar::collect(const QSet<QString> &connectionIds)
{
    QList<Registration> result;
    for (const QString &id : connectionIds) {
        if (const Registration *registration = find(id))
            result.append(*registration);
    }
    return result;
}

void Registrar::sweep()
{
    const QStringList ids = m_records.keys();
    for (const QString &id : ids)
        find(id);
}

void Registrar::index(const Registration &registration)
{
    m_bySession[registration.sessionId].insert(registration.connectionId);
    m_byLogin[registration.login].insert(registration.connectionId);
    for (const QString &capability : registration.capabilities)
        m_byCapability[capability].insert(registration.connectionId);
}

void Registrar::unindex(const Registration &registration)
{
    drop(m_bySession, registration.sessionId, registration.connectionId);
    drop(m_byLogin, registration.login, registration.connectionId);
    for (const QString &capability : registration.capabilities)
        drop(m_byCapability, capability, registration.connectionId);
}

void Registrar::tell(const Registration &registration, std::optional<Reason> reason)
{
    if (onEvent)
        onEvent({registration, reason});
}

} // namespace signalbox::simulator
