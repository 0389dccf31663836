// SPDX-License-Identifier: GPL-3.0-or-later
// Subscriptions of connections to events of the registrar (capability subscr, class registrarevents, platform.md §3).
#pragma once

#include "core/clock.h"
#include "core/json.h"
#include "core/result.h"
#include "simulator/registrar.h"

namespace signalbox::simulator {

class Connection;

class Subscriptions final
{
public:
    explicit Subscriptions(const core::Clock &clock) : m_clock(clock) {}

    /// A second one with the same id replaces the first; seconds 0 ends it. events: names of the class ("registrarevents") or of its
    /// types; objects: ids of users to be told of, none or "*" for all. Errors: bad_request, unknown_event, too_many.
    core::Result<void> subscribe(Connection &connection, const QString &id, const core::Json &events, const core::Json &objects,
                                 int seconds);
    void removeAll(const Connection *connection);
    void tell(const RegistrarEvent &event);

private:
    struct Subscription {
        Connection *connection = nullptr;
        QString id;
        QStringList types;   // empty: all
        QStringList objects; // empty: all
        qint64 expiresMs = 0;
    };

    const core::Clock &m_clock;
    QList<Subscription> m_subscriptions;
};

} // namespace signalbox::simulator
