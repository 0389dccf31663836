// SPDX-License-Identifier: GPL-3.0-or-later
// A user on the user API, written with the npm package "ws" against the platform's documentation alone.
//   node user_client.js URL '{"login":{…},"capabilities":[…],"order":"login first"|"setup first","headers":{…}}'
// Prints JSON lines; reads frames to send as JSON lines.
'use strict';
const WebSocket = require('ws');
const readline = require('readline');

const [, , origin, text] = process.argv;
const plan = JSON.parse(text);
const say = (value) => process.stdout.write(JSON.stringify(value) + '\n');
const socket = new WebSocket(origin + '/ws', {headers: plan.headers || {}});
const send = (frame) => socket.send(JSON.stringify(frame));
const setup = () => send(['setup', {qid: 'set up', capabilities: plan.capabilities.map((key) => ({key}))}]);
const login = () => send(['login', {qid: 1, ...plan.login}]);

socket.on('open', () => {
  say({event: 'open'});
  if (plan.order === 'login first') login();
  else if (plan.order === 'setup first') setup();
});
socket.on('message', (data) => {
  const [method, body] = JSON.parse(data.toString());
  say({event: method, ...body});
  if (method === 'login_result' && plan.order === 'login first' && body.result === 'ok') setup();
  if (method === 'setup_result' && plan.order === 'setup first') login();
  if (plan.answer && !method.endsWith('_result') && body && body.qid !== undefined) {
    send([method + '_result', {qid: body.qid, result: 'ok', ...plan.answer}]);
  }
});
socket.on('unexpected-response', (request, response) => {
  say({event: 'refused', status: response.statusCode});
  process.exit(0);
});
socket.on('close', (code) => {
  say({event: 'closed', code});
  process.exit(0);
});
socket.on('error', (error) => say({event: 'error', text: error.message}));
readline.createInterface({input: process.stdin}).on('line', (line) => {
  const frame = JSON.parse(line);
  if (frame === 'close') socket.close();
  else send(frame);
});
