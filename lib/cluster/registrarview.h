// SPDX-License-Identifier: GPL-3.0-or-later
// Who holds which connection, from the administrators' session list; picks one by selector.
#pragma once

#include "cluster/clustersession.h"

namespace signalbox::cluster {

/// A connection with its session: a row of "connections".
struct Registration {
    protocol::SessionInfo session;
    protocol::ConnectionRecord connection;

    /// "token" for an external system, "user" for a user.
    QString kind() const;
};

/// user=LOGIN | point=INTEGRATION_POINT, capability=C; or a plain connection id.
struct Selector {
    QString connectionId;
    QString user;
    QString point;
    QString capability;

    /// Error: bad_selector.
    static core::Result<Selector> parse(const QString &text);
    bool isPlainId() const { return !connectionId.isEmpty(); }
    bool matches(const Registration &registration) const;
};

class RegistrarView final
{
public:
    explicit RegistrarView(RestClient &rest);

    Call<QList<Registration>> list();
    /// Exactly one; errors: no_connection, several_connections (the message lists what there is).
    Call<Registration> pick(const Selector &selector);

private:
    RestClient &m_rest;
};

} // namespace signalbox::cluster
