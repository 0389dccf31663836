// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/registrarfeed.h"

#include "cluster/calls.h"
#include "cluster/sessionlist.h"

namespace signalbox::inspect {

using cluster::Registration;
using core::Result;
using namespace Qt::StringLiterals;

/// What is left of a feed that was stopped: its watch is closed, then its session logged out.
struct RegistrarFeed::Departure {
    std::unique_ptr<cluster::ClusterSession> session;
    std::unique_ptr<cluster::RegistrarWatch> watch;
    cluster::Call<protocol::SessionInfo> login;
    cluster::Call<void> closing;
    cluster::Call<void> logout;
};

RegistrarFeed::RegistrarFeed(ConnectionModel &connections, SessionModel &sessions, core::Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_connections(connections), m_sessions(sessions), m_scheduler(scheduler)
{}

RegistrarFeed::~RegistrarFeed()
{
    m_nextSessions.cancel();
    m_asking.reset();
    m_opening.reset();
    m_watch.reset();
}

void RegistrarFeed::setState(State state, core::Error error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

void RegistrarFeed::start(std::unique_ptr<cluster::ClusterSession> session)
{
    stop();
    m_session = std::move(session);
    setState(State::Starting);
    m_login = m_session->login();
    m_loggedIn = std::make_shared<LoggedIn>([this](const Result<protocol::SessionInfo> &info) {
        if (!info)
            return setState(State::Failed, info.error());
        watch();
    });
    m_login->start([done = m_loggedIn](const Result<protocol::SessionInfo> &info) { (*done)(info); });
}

void RegistrarFeed::watch()
{
    m_watch = std::make_unique<cluster::RegistrarWatch>(*m_session, cluster::RegistrarWatch::Options{});
    connect(m_watch.get(), &cluster::RegistrarWatch::happened, this, [this](const cluster::RegistrarEvent &event) {
        m_connections.apply(event);
        if (event.kind != cluster::RegistrarEvent::Kind::Renewed)
            askSessions(sessionsAfterEvent);
    });
    connect(m_watch.get(), &cluster::RegistrarWatch::lost, this, [this](const core::Error &error) { setState(State::Lost, error); });
    connect(m_watch.get(), &cluster::RegistrarWatch::restored, this, [this] { setState(State::Live); });
    connect(m_watch.get(), &cluster::RegistrarWatch::ended, this, [this](const core::Error &error) { setState(State::Failed, error); });
    m_opening = m_watch->open();
    m_opening->start([this](const Result<QList<Registration>> &list) {
        if (!list)
            return setState(State::Failed, list.error());
        m_connections.reset(*list, true);
        setState(State::Live);
        refreshSessions();
    });
}

void RegistrarFeed::stop()
{
    if (!m_session)
        return;
    m_nextSessions.cancel();
    m_asking.reset();
    m_opening.reset();
    if (m_watch)
        m_watch->disconnect(this);
    auto departure = std::make_unique<Departure>();
    Departure *const leaving = departure.get();
    leaving->session = std::move(m_session);
    leaving->watch = std::move(m_watch);
    leaving->login = std::move(m_login);
    m_departures.push_back(std::move(departure));
    const auto gone = [this, leaving](const Result<void> &) {
        // In the event loop's next turn: the call that tells this is a part of it.
        QMetaObject::invokeMethod(
            this,
            [this, leaving] {
                m_departures.remove_if([leaving](const std::unique_ptr<Departure> &one) { return one.get() == leaving; });
                if (m_departures.empty())
                    Q_EMIT idle();
            },
            Qt::QueuedConnection);
    };
    const auto logOut = [leaving, gone] {
        leaving->logout = leaving->session->logout();
        leaving->logout->start(gone);
    };
    if (leaving->watch) {
        leaving->closing = leaving->watch->close();
        leaving->closing->start([logOut](const Result<void> &) { logOut(); });
    } else if (leaving->login->isRunning()) { // it ends first, so that no session stays behind
        *m_loggedIn = [logOut](const Result<protocol::SessionInfo> &) {
            logOut();
        };
    } else {
        logOut();
    }
    setState(State::Off);
}

// Sessions ----------------------------------------------------------------------------------------------------------------

void RegistrarFeed::askSessions(std::chrono::milliseconds in)
{
    if (m_state == State::Off || m_state == State::Failed || (m_sessionsDueMs && *m_sessionsDueMs <= in.count()))
        return;
    m_sessionsDueMs = in.count();
    m_nextSessions.arm(m_scheduler, in, [this] { refreshSessions(); });
}

void RegistrarFeed::refreshSessions()
{
    m_nextSessions.cancel();
    m_sessionsDueMs.reset();
    if (!m_session || !m_watch || (m_asking && m_asking->isRunning()))
        return;
    m_asking = cluster::SessionList(m_session->rest()).list();
    m_asking->start([this](const Result<QList<protocol::SessionRecord>> &sessions) { takeSessions(sessions); });
}

void RegistrarFeed::takeSessions(const Result<QList<protocol::SessionRecord>> &sessions)
{
    if (sessions) {
        m_sessions.take(*sessions, m_session->info().sessionId);
        m_connections.takeSessions(*sessions);
        Q_EMIT sessionsChanged();
    }
    askSessions(sessionsEvery);
}

cluster::Call<void> RegistrarFeed::closeSession(const QString &sessionId)
{
    if (!m_session || !m_watch)
        return std::make_unique<cluster::KnownCall<void>>(
            m_scheduler, core::fail(u"not_connected"_s, tr("The cluster's connections are not being followed.")));
    return cluster::mapped(cluster::SessionList(m_session->rest()).close(sessionId), [this](Result<void> closed) {
        askSessions(std::chrono::milliseconds(0));
        return closed;
    });
}

} // namespace signalbox::inspect
