// SPDX-License-Identifier: GPL-3.0-or-later
// Many connections at once, with the npm package "ws": each is set up, answers every message, and stays until standard input ends.
//   node crowd.js '{"url":"ws://…","count":N,"headers":{…},"capability":"msg"}'
// Prints {"event":"ready","connections":[ids]} once all are set up, {"event":"closed","codes":{code: count},"messages":n} at the end.
'use strict';
const WebSocket = require('ws');

const plan = JSON.parse(process.argv[2]);
const say = (value) => process.stdout.write(JSON.stringify(value) + '\n');
const sockets = [], ids = [], codes = {};
const atOnce = 64;
let begun = 0, closed = 0, messages = 0;

function begin() {
  if (begun === plan.count) return;
  begun += 1;
  const socket = new WebSocket(plan.url, {headers: plan.headers, perMessageDeflate: true});
  sockets.push(socket);
  socket.on('open', () => socket.send(JSON.stringify(['setup', {qid: 1, capabilities: [{key: plan.capability}]}])));
  socket.on('message', (data) => {
    const [method, body] = JSON.parse(data.toString());
    if (method === 'setup_result') {
      if (body.capabilities[0].result !== 'ok') throw new Error(JSON.stringify(body));
      socket.send(JSON.stringify(['connection_info', {qid: 2}]));
    } else if (method === 'connection_info_result') {
      socket.id = body.connectionid;
      if (ids.push(body.connectionid) === plan.count) say({event: 'ready', connections: ids});
      begin();
    } else {
      messages += 1;
      socket.send(JSON.stringify([method + '_result', {qid: body.qid, result: 'ok', from: socket.id, number: body.number}]));
    }
  });
  socket.on('close', (code) => {
    codes[code] = (codes[code] || 0) + 1;
    closed += 1;
    if (closed === plan.count) say({event: 'closed', codes, messages});
  });
}
for (let i = 0; i < atOnce; i += 1) begin();
process.stdin.resume();
process.stdin.on('end', () => sockets.forEach((socket) => socket.close(1000)));
