// SPDX-License-Identifier: GPL-3.0-or-later
// One server of the cluster, without its sockets: the connections that it holds, the websocktemp directories of their sessions, its
// temporary links, and the scenarios that it runs. Other nodes reach it over the bus only.
#pragma once

#include "simulator/bus.h"
#include "simulator/connection.h"
#include "simulator/messageframes.h"
#include "simulator/svchost.h"
#include "simulator/templinks.h"

#include <map>

namespace signalbox::simulator {

class Node final
{
public:
    /// index makes the names of its directories.
    Node(const Services &services, NodeName name, int index);
    ~Node();
    Node(const Node &) = delete;
    Node &operator=(const Node &) = delete;

    const NodeName &name() const { return m_name; }
    const Services &services() const { return m_services; }
    SvcHost &svc() { return m_svc; }
    TempLinks &links() { return m_links; }
    MessageFrames &frames() { return m_frames; }

    /// A new connection; it is open until its transport says otherwise. Nothing when there is one with this id already,
    /// or the node is not running.
    std::shared_ptr<Connection> attach(Connection::Opening opening, Transport &transport);
    void detach(Connection &connection);
    /// The connection belongs to its session from now on: its websocktemp directory is there.
    void joinSession(const Connection &connection);

    /// What came over the bus; done comes once, maybe from within the call.
    void perform(const BusRequest &request, Bus::Done done);
    void closeSession(const QString &sessionId, Reason reason);
    /// The session's websocktemp directory, or nullptr without an open connection of it here.
    FileArea *sessionFiles(const QString &sessionId);
    /// Its records live on as if it had renewed them in time: after the clock was moved.
    void renewAll();
    int connectionCount() const { return static_cast<int>(m_connections.size()); }
    /// Answers that nobody waited for (any more), over all connections there have been.
    qint64 droppedAnswers() const;

    bool isRunning() const { return m_isRunning; }
    /// Ends as a crash would: nothing is unregistered, nobody is told.
    void crash();
    /// Ends in good order: connections are closed and unregistered, scenarios dropped.
    void shutDown();
    /// Begins anew after either of them, with nothing of what it held.
    void restart();

private:
    struct SessionFiles {
        std::unique_ptr<FileArea> files;
        int connections = 0;
        core::Deadline linger;
    };

    void end();
    void leaveSession(const QString &sessionId);
    void keepAlive();
    void renew();

    const Services &m_services;
    NodeName m_name;
    QString m_folder; // below the storage's root
    TempLinks m_links;
    SvcHost m_svc;
    MessageFrames m_frames;
    QHash<QString, std::shared_ptr<Connection>> m_connections;
    std::map<QString, SessionFiles> m_sessionFiles;
    quint64 m_sessionCount = 0;
    qint64 m_dropped = 0; // of connections that are gone
    core::Deadline m_keepAlive;
    core::Deadline m_renewal;
    bool m_isRunning = true;
};

} // namespace signalbox::simulator
