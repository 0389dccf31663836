// SPDX-License-Identifier: GPL-3.0-or-later
// A bare echo server of the npm package "ws": writes {"port":…}, echoes until standard input ends.
'use strict';
const { WebSocketServer, Server } = require('ws');
const server = new (WebSocketServer || Server)({ host: '127.0.0.1', port: 0, perMessageDeflate: false }, () =>
  process.stdout.write(JSON.stringify({ port: server.address().port }) + '\n'));
server.on('connection', (socket) => socket.on('message', (data) => socket.send(data.toString())));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
