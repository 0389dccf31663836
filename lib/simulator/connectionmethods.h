// SPDX-License-Identifier: GPL-3.0-or-later
// The methods that a connection knows: login, setup, connection_info, and those of its capabilities svcscript, subscr and rest
// (platform.md §3).
// Anything else is answered with an error, or starts the scenario that an integration point names for what its connections send.
#pragma once

#include "simulator/connection.h"

namespace signalbox::simulator {

class ConnectionMethods final
{
public:
    explicit ConnectionMethods(Connection &connection) : m_connection(connection) {}

    void handle(const protocol::Frame &frame);

private:
    void login(const protocol::Frame &frame);
    void setup(const protocol::Frame &frame);
    void connectionInfo(const protocol::Frame &frame);
    void startScript(const protocol::Frame &frame);
    void abortScript(const protocol::Frame &frame);
    void subscribe(const protocol::Frame &frame);
    void rest(const protocol::Frame &frame);
    void startReceiveScript(const protocol::Frame &frame);
    void fail(const protocol::Frame &frame, const QString &message);
    core::Json capabilityList() const;

    Connection &m_connection;
};

} // namespace signalbox::simulator
