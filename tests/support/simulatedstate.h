// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated cluster without sockets, in virtual time: its REST API is called as HTTP calls it, its web sockets are transports that keep
// what the cluster sends. Header only, as commandlinerun.h.
#pragma once

#include "core/jsonreader.h"
#include "simulator/clusterstate.h"
#include "simulator/httpapi.h"
#include "support/manualtime.h"

#include <QtTest>

namespace signalbox::test {

inline core::Json parsed(QByteArrayView text)
{
    const auto read = core::readJson(text);
    return read ? *read : core::Json(QStringLiteral("not JSON: ") + QString::fromUtf8(text));
}

/// Records what the node sends; answers nothing by itself.
class FakeTransport final : public simulator::Transport
{
public:
    FakeTransport() = default;
    ~FakeTransport() override
    {
        for (const auto &connection : connections)
            connection->onClosed();
    }
    FakeTransport(const FakeTransport &) = delete;
    FakeTransport &operator=(const FakeTransport &) = delete;

    void sendText(const QByteArray &text) override { texts.append(text); }
    void ping(quint64 number) override { pings.append(number); }
    void close(int code, const QString &) override { closeCode = code; }
    void abort() override { isAborted = true; }
    qint64 queuedBytes() const override { return queued; }

    core::Json last() const { return texts.isEmpty() ? core::Json() : parsed(texts.last()); }
    /// Sends ["method", body] and gives the body of what was sent last.
    core::Json call(const QByteArray &method, const QByteArray &body)
    {
        connections.last()->onText("[\"" + method + "\"," + body + ']');
        return last().at(1);
    }
    /// The data of all frames ["notify", …], with the type put first.
    QList<core::Json> notifications() const
    {
        QList<core::Json> found;
        for (const QByteArray &text : texts) {
            const core::Json frame = parsed(text);
            if (frame.at(0).toString() == QLatin1String("notify"))
                found.append(frame.at(1));
        }
        return found;
    }

    QList<std::shared_ptr<simulator::Connection>> connections;
    QByteArrayList texts;
    QList<quint64> pings;
    int closeCode = 0;
    bool isAborted = false;
    qint64 queued = 0;
};

/// What the REST API answers.
struct RestAnswer {
    simulator::HttpReply reply;

    int status() const { return reply.status; }
    core::Json json() const { return parsed(reply.body); }
    QString error() const { return json()[u"error_message"].toString(); }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : reply.headers) {
            if (key.toLower() == name)
                return value;
        }
        return {};
    }
};

class SimulatedState final
{
public:
    explicit SimulatedState(simulator::ClusterConfig given)
        : config(std::move(given)), scheduler(clock), state(std::make_unique<simulator::ClusterState>(config, clock, scheduler, random))
    {
        const auto prepared = state->prepare();
        if (!prepared)
            qFatal("%s", qPrintable(prepared.error().message));
        state->connectPeers();
    }

    void pass(std::chrono::milliseconds time) { scheduler.advance(time); }
    const simulator::Services &services() const { return state->services(); }

    /// headers: "name: value". A Bearer or a cookie says who asks.
    RestAnswer rest(int node, const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                    const QByteArrayList &headers = {}, const QString &address = QStringLiteral("10.0.0.1"))
    {
        simulator::HttpRequest request;
        request.method = method;
        const qsizetype question = target.indexOf('?');
        request.path = question < 0 ? target : target.first(question);
        request.query = question < 0 ? QByteArray() : target.sliced(question + 1);
        for (const QByteArray &header : headers)
            request.headers.insert(header.first(header.indexOf(':')).toLower(), header.sliced(header.indexOf(':') + 1).trimmed());
        request.address = address;
        simulator::HttpHandling handling = simulator::HttpApi(state->node(node)).handle(request);
        if (const auto *ready = std::get_if<simulator::HttpReply>(&handling))
            return {*ready};
        auto &taker = std::get<std::unique_ptr<simulator::HttpBody>>(handling);
        if (!body.isEmpty())
            taker->write(body);
        return {taker->finish()};
    }
    /// The header that says who asks, of a new session of this user.
    QByteArray bearer(const QString &login = QStringLiteral("admin"), int node = 0)
    {
        const auto session = services().sessions.login(config.domain, login, config.user(login)->password, simulator::SessionType::Token,
                                                       QStringLiteral("10.0.0.1"), state->node(node).name().site);
        return "Authorization: Bearer " + (*session)->id.toLatin1();
    }

    std::shared_ptr<simulator::Connection> attach(FakeTransport &transport, simulator::Connection::Opening opening = {}, int node = 0)
    {
        auto connection = state->node(node).attach(std::move(opening), transport);
        transport.connections.append(connection);
        return connection;
    }
    /// A connection of an integration point that is set up for these capabilities.
    std::shared_ptr<simulator::Connection> connectPoint(FakeTransport &transport, const QString &code, const QByteArrayList &capabilities,
                                                        int node = 0)
    {
        simulator::Connection::Opening opening;
        opening.side = simulator::Side::Token;
        opening.point = config.point(code);
        auto connection = attach(transport, std::move(opening), node);
        setUp(transport, capabilities);
        return connection;
    }
    /// A connection of a user that is logged in and set up.
    std::shared_ptr<simulator::Connection> connectUser(FakeTransport &transport, const QString &login, const QByteArrayList &capabilities,
                                                       int node = 0)
    {
        simulator::Connection::Opening opening;
        opening.peerAddress = QStringLiteral("10.0.0.2");
        auto connection = attach(transport, std::move(opening), node);
        transport.call("login", "{\"qid\":1,\"login\":\"" + login.toLatin1() + "\",\"pwd\":\"" + config.user(login)->password.toLatin1() +
                                    "\",\"td\":\"" + config.domain.toLatin1() + "\"}");
        setUp(transport, capabilities);
        return connection;
    }
    static core::Json setUp(FakeTransport &transport, const QByteArrayList &capabilities)
    {
        QByteArrayList keys;
        for (const QByteArray &capability : capabilities)
            keys.append("{\"key\":\"" + capability + "\"}");
        return transport.call("setup", "{\"qid\":1,\"capabilities\":[" + keys.join(',') + "]}");
    }

    simulator::ClusterConfig config;
    ManualClock clock;
    ManualScheduler scheduler;
    core::SeededRandom random{1};
    std::unique_ptr<simulator::ClusterState> state;
};

} // namespace signalbox::test
