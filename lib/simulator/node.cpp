// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/node.h"

#include "simulator/subscriptions.h"

using namespace Qt::StringLiterals;
using signalbox::operation::Outcome;

namespace signalbox::simulator {

namespace {

constexpr int closeGoingAway = 1001; // RFC 6455 §7.4.1
constexpr int closePolicy = 1008;

Outcome failureOf(const core::Error &error)
{
    return Outcome::failure(error.code, error.message);
}

/// The websocktemp actions of component 144 on the directory of the connection's session.
class FileActions final
{
public:
    FileActions(FileArea &files, TempLinks &links, const BusRequest &request, qint64 nowMs)
        : m_files(files), m_links(links), m_request(request), m_nowMs(nowMs)
    {}

    Outcome operator()(const operation::SendMessage &) const { return {}; } // never comes here
    Outcome operator()(const operation::PlaceTempFile &) const
    {
        const auto url = m_links.place(m_request.sourcePath, m_request.sourceName);
        return url ? Outcome::success(*url) : failureOf(url.error());
    }
    Outcome operator()(const operation::ListFiles &) const
    {
        QList<core::Json> list;
        const auto records = m_files.list();
        for (const protocol::FileRecord &record : records)
            list.append(record.toJson());
        return Outcome::success(QString::fromUtf8(core::Json::array(list).toCompact()));
    }
    Outcome operator()(const operation::GetFile &get) const
    {
        const FileArea::Entry *entry = m_files.find(get.name);
        return entry ? Outcome::success(entry->path) : Outcome::failure(u"file_not_found"_s, u"There is no file “%1”"_s.arg(get.name));
    }
    Outcome operator()(const operation::PutFile &put) const
    {
        const QString name = put.name.isEmpty() ? m_request.sourceName : put.name;
        const auto copied = m_files.copyIn(name, m_request.sourcePath, false, m_nowMs);
        return copied ? Outcome::success() : failureOf(copied.error());
    }
    Outcome operator()(const operation::DeleteFile &file) const
    {
        const auto removed = m_files.remove(file.name);
        return removed ? Outcome::success() : failureOf(removed.error());
    }

private:
    FileArea &m_files;
    TempLinks &m_links;
    const BusRequest &m_request;
    qint64 m_nowMs;
};

} // namespace

Node::Node(const Services &services, NodeName name, int index)
    : m_services(services), m_name(std::move(name)), m_folder(u"node-%1"_s.arg(index)),
      m_links(services.storage, m_folder + u"/temp"_s, services.config.dialect, services.clock, services.scheduler, services.random),
      m_svc(services, m_name, m_folder), m_frames(services)
{
    restart();
}

Node::~Node()
{
    crash();
}

void Node::keepAlive()
{
    const auto connections = m_connections;
    for (const auto &connection : connections)
        connection->keepAlive();
    m_keepAlive.arm(m_services.scheduler, std::chrono::milliseconds(m_services.config.dialect.pingIntervalMs), [this] { keepAlive(); });
}

void Node::renewAll()
{
    const auto connections = m_connections;
    for (const auto &connection : connections)
        connection->renew();
}

void Node::renew()
{
    renewAll();
    m_renewal.arm(m_services.scheduler, std::chrono::milliseconds(m_services.registrar.ttlS() * 1000 / 3), [this] { renew(); });
}

std::shared_ptr<Connection> Node::attach(Connection::Opening opening, Transport &transport)
{
    if (!m_isRunning || m_connections.contains(opening.id))
        return nullptr;
    if (opening.point && !opening.session) {
        opening.ownsSession = m_services.config.dialect.sessionPerConnection; // a shared one lives on by itself
        opening.session = opening.ownsSession ? m_services.sessions.openForPoint(*opening.point, m_name.site)
                                              : m_services.sessions.sharedOfPoint(*opening.point, m_name.site);
    }
    const auto connection = std::make_shared<Connection>(m_services, *this, std::move(opening), transport);
    m_connections.insert(connection->id(), connection);
    if (connection->session())
        joinSession(*connection);
    connection->open();
    return connection;
}

void Node::detach(Connection &connection)
{
    if (m_connections.remove(connection.id()) == 0)
        return;
    m_dropped += connection.droppedAnswers();
    if (connection.session())
        leaveSession(connection.session()->id);
}

qint64 Node::droppedAnswers() const
{
    qint64 sum = m_dropped;
    for (const auto &connection : m_connections)
        sum += connection->droppedAnswers();
    return sum;
}

void Node::joinSession(const Connection &connection)
{
    SessionFiles &session = m_sessionFiles[connection.session()->id];
    session.linger.cancel();
    ++session.connections;
}

void Node::leaveSession(const QString &sessionId)
{
    const auto found = m_sessionFiles.find(sessionId);
    if (found == m_sessionFiles.end() || --found->second.connections > 0)
        return;
    if (!found->second.files) {
        m_sessionFiles.erase(found);
        return;
    }
    found->second.linger.arm(m_services.scheduler, std::chrono::seconds(m_services.config.dialect.websocktempLingerS),
                             [this, sessionId] { m_sessionFiles.erase(sessionId); });
}

FileArea *Node::sessionFiles(const QString &sessionId)
{
    const auto found = m_sessionFiles.find(sessionId);
    if (found == m_sessionFiles.end() || found->second.connections == 0)
        return nullptr;
    // Session ids are ours, but a directory's name need not tell a secret.
    if (!found->second.files)
        found->second.files = std::make_unique<FileArea>(m_services.storage, u"%1/session-%2"_s.arg(m_folder).arg(++m_sessionCount));
    return found->second.files.get();
}

void Node::perform(const BusRequest &request, Bus::Done done)
{
    const auto connection = m_connections.value(request.operation.connection);
    if (!connection || !connection->session()) {
        done(Outcome::failure(u"not_active"_s, u"The connection is not active"_s));
        return;
    }
    if (const auto *message = std::get_if<operation::SendMessage>(&request.operation.action)) {
        connection->deliver(*message, std::move(done));
        return;
    }
    FileArea *files = sessionFiles(connection->session()->id);
    Q_ASSERT(files);
    done(std::visit(FileActions(*files, m_links, request, m_services.clock.nowMs()), request.operation.action));
}

void Node::closeSession(const QString &sessionId, Reason reason)
{
    const auto connections = m_connections;
    for (const auto &connection : connections) {
        if (connection->session() && connection->session()->id == sessionId)
            connection->close(closePolicy, u"The session has ended"_s, reason);
    }
}

void Node::end()
{
    m_isRunning = false;
    m_keepAlive.cancel();
    m_renewal.cancel();
    m_svc.dropAll();
    m_links.clear();
}

void Node::crash()
{
    end();
    const auto connections = std::exchange(m_connections, {});
    for (const auto &connection : connections) {
        m_services.subscriptions.removeAll(connection.get());
        connection->abandon();
    }
    m_sessionFiles.clear();
}

void Node::shutDown()
{
    end();
    const auto connections = m_connections;
    for (const auto &connection : connections)
        connection->close(closeGoingAway, u"The server is shutting down"_s, Reason::UnregisterContact);
    m_sessionFiles.clear();
}

void Node::restart()
{
    m_isRunning = true;
    keepAlive();
    renew();
}

} // namespace signalbox::simulator
