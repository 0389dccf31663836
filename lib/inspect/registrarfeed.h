// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the lists of connections and sessions of one cluster live: logs a session in, follows the registrar with it, asks for the sessions
// now and then, and logs out. Shows nothing.
#pragma once

#include "cluster/registrarwatch.h"
#include "inspect/connectionmodel.h"
#include "inspect/sessionmodel.h"

#include <list>

namespace signalbox::inspect {

class RegistrarFeed final : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Off,
        Starting,
        Live,
        Lost,  ///< the link is being opened again; the lists are of before
        Failed ///< error() says why
    };

    static constexpr std::chrono::seconds sessionsEvery{15};
    static constexpr std::chrono::milliseconds sessionsAfterEvent{1000};

    /// All must outlive it.
    RegistrarFeed(ConnectionModel &connections, SessionModel &sessions, core::Scheduler &scheduler, QObject *parent = nullptr);
    /// Does not log out: stop() does, and idle() says when.
    ~RegistrarFeed() override;

    /// A session that is not logged in, and nobody else's. Stops the one before.
    void start(std::unique_ptr<cluster::ClusterSession> session);
    /// Unfollows and logs out in the background; the lists stay as they are.
    void stop();
    /// Nothing is on its way out any more.
    bool isIdle() const { return m_departures.empty(); }

    State state() const { return m_state; }
    const core::Error &error() const { return m_error; }
    /// Asks for the sessions now.
    void refreshSessions();
    /// Ends a session and all its connections. Errors as of cluster::SessionList::close, not_connected.
    cluster::Call<void> closeSession(const QString &sessionId);

Q_SIGNALS:
    void stateChanged();
    void sessionsChanged();
    void idle();

private:
    struct Departure;
    using LoggedIn = std::function<void(const core::Result<protocol::SessionInfo> &)>;
    void setState(State state, core::Error error = {});
    void watch();
    void askSessions(std::chrono::milliseconds in);
    void takeSessions(const core::Result<QList<protocol::SessionRecord>> &sessions);

    ConnectionModel &m_connections;
    SessionModel &m_sessions;
    core::Scheduler &m_scheduler;
    State m_state = State::Off;
    core::Error m_error;
    std::unique_ptr<cluster::ClusterSession> m_session;
    std::unique_ptr<cluster::RegistrarWatch> m_watch;
    cluster::Call<protocol::SessionInfo> m_login;
    std::shared_ptr<LoggedIn> m_loggedIn; ///< what its answer leads to
    cluster::Call<QList<cluster::Registration>> m_opening;
    cluster::Call<QList<protocol::SessionRecord>> m_asking;
    core::Deadline m_nextSessions;
    std::optional<qint64> m_sessionsDueMs; ///< how soon the armed question comes
    std::list<std::unique_ptr<Departure>> m_departures;
};

} // namespace signalbox::inspect
