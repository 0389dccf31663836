// SPDX-License-Identifier: GPL-3.0-or-later
// The registrar (role sr, platform.md §1): which connection is held by which node, for a period that its node renews; found by
// connection, session, owner and capability. Events as the class registrarevents of "subscr" tells them.
#pragma once

#include "core/clock.h"
#include "protocol/records.h"
#include "simulator/extensions.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace signalbox::simulator {

struct NodeName {
    QString site;
    QString node;
    bool operator==(const NodeName &) const = default;
};

struct Registration {
    QString connectionId;
    QString sessionId;
    Side side = Side::User;
    QString ownerId; ///< id of the user or the integration point
    QString login;   ///< login of the user or code of the integration point
    NodeName holder;
    QStringList capabilities;
    QString app;
    QString peerAddress;
    int peerPort = 0;
    qint64 sinceMs = 0;
    qint64 expiresMs = 0;

    protocol::ConnectionRecord toRecord() const;
};

/// Why a record went (platform.md §3).
enum class Reason : quint8 { ExpiredContact, UnregisterContact, DeleteContact, DeleteAor };

/// "expired_contact", "unregister_contact", "delete_contact", "delete_aor".
QString reasonName(Reason reason);

struct RegistrarEvent {
    Registration registration;
    std::optional<Reason> reason; ///< nothing: registered or renewed
};

class Registrar final
{
public:
    Registrar(const core::Clock &clock, int ttlS) : m_clock(clock), m_ttlS(ttlS) {}

    /// Registers or renews; keeps the time since when it has been there.
    void put(Registration registration);
    /// Renews as it stands; false when there is no record (any more).
    bool renew(const QString &connectionId);
    void remove(const QString &connectionId, Reason reason);

    /// Nothing when there is none or its period is over. The pointer is good until the next change.
    const Registration *find(const QString &connectionId);
    QList<Registration> ofSession(const QString &sessionId);
    QList<Registration> find(const QString &login, const QString &capability); ///< an empty argument matches any
    int size() const { return static_cast<int>(m_records.size()); }
    /// Drops what has expired; to be called now and then.
    void sweep();

    int ttlS() const { return m_ttlS; }
    std::function<void(const RegistrarEvent &event)> onEvent;

private:
    using Index = QHash<QString, QSet<QString>>; // key → connection ids

    QList<Registration> collect(const QSet<QString> &connectionIds);
    void index(const Registration &registration);
    void unindex(const Registration &registration);
    bool isOver(const Registration &registration) const { return registration.expiresMs <= m_clock.nowMs(); }
    void tell(const Registration &registration, std::optional<Reason> reason);

    const core::Clock &m_clock;
    int m_ttlS;
    QHash<QString, Registration> m_records;
    Index m_bySession;
    Index m_byLogin;
    Index m_byCapability;
};

} // namespace signalbox::simulator
