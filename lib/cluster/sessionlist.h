// SPDX-License-Identifier: GPL-3.0-or-later
// The web sessions of all sites as administrators see them, and how one is closed. Our own session is among them; it ends by logging out
// (clustersession.h).
#pragma once

#include "cluster/clustersession.h"

namespace signalbox::cluster {

class SessionList final
{
public:
    explicit SessionList(RestClient &rest) : m_rest(rest) {}

    /// Each session once, with its connections on all sites. Error: refused, also for a login that is no administrator's.
    Call<QList<protocol::SessionRecord>> list();
    /// Ends a session and all its connections. Error: not_found.
    Call<void> close(const QString &sessionId);

private:
    RestClient &m_rest;
};

} // namespace signalbox::cluster
