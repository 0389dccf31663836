// SPDX-License-Identifier: GPL-3.0-or-later
// One client's TCP connection while it speaks HTTP (by Beast): heads, bodies in pieces, replies, limits and times. What a request means
// is the HttpService's. It ends, or becomes a web socket.
#pragma once

#include "simulator/loop.h"

#include <memory>

namespace signalbox::simulator {

class HttpService;

void serveHttp(TcpSocket socket, HttpService &service, std::shared_ptr<OpenSockets> sockets);

} // namespace signalbox::simulator
