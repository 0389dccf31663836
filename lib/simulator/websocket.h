// SPDX-License-Identifier: GPL-3.0-or-later
// The web socket under a Connection (RFC 6455, by Beast): reads frames, writes them one after the other, closes in good order. Knows
// nothing of what the frames say.
#pragma once

#include "simulator/connection.h"
#include "simulator/stream.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

namespace signalbox::simulator {

using UpgradeRequest = boost::beast::http::request<boost::beast::http::empty_body>;

/// Takes the stream over, answers the handshake and gives the connection to the node. sockets must outlive the loop.
void acceptWebSocket(Stream stream, UpgradeRequest request, Node &node, Connection::Opening opening, std::shared_ptr<OpenSockets> sockets);

} // namespace signalbox::simulator
