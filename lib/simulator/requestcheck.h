// SPDX-License-Identifier: GPL-3.0-or-later
// What a request's head must be beyond the grammar, which is the parser's: whatever a program between us and the client could read
// otherwise than we do is refused (RFC 9112 §11.2), and so is a handshake that RFC 6455 §4.2.1 does not know. No sockets here.
#pragma once

#include "simulator/http.h"

namespace signalbox::simulator {

/// Of a target that is a whole http or https URL, its path and query; any other target as it is.
QByteArray originForm(const QByteArray &target);

/// Why a request is not taken; the connection ends after it, since where its body ends is not sure. Nothing: it is good.
std::optional<HttpReply> refusalOf(const HttpRequest &request);
/// The same of a request that wants to become a web socket.
std::optional<HttpReply> refusalOfHandshake(const HttpRequest &request);

} // namespace signalbox::simulator
