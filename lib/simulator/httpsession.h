// SPDX-License-Identifier: GPL-3.0-or-later
// One client's TCP connection while it speaks HTTP (by Beast): heads, bodies in pieces, replies, limits and times. What a request means
// is the HttpService's. It ends, or becomes a web socket.
#pragma once

#include "simulator/loop.h"

#include <memory>

namespace signalbox::simulator {

class HttpService;

class TlsContext;

/// tls: nullptr for plain text; it must outlive the loop. isOneTooMany: the answer is 503, whatever is asked.
void serveHttp(TcpSocket socket, HttpService &service, std::shared_ptr<OpenSockets> sockets, TlsContext *tls, bool isOneTooMany);

} // namespace signalbox::simulator
