// SPDX-License-Identifier: GPL-3.0-or-later
// An external system on the token API, written with the npm package "ws" against the platform's documentation alone.
//   node external_system.js URL TOKEN CAPABILITY,…  [path]
// With "path" the token stands in the URL, else it travels as Bearer. Prints JSON lines; reads commands as JSON lines:
// {"send": <any JSON>} or {"raw": "text"} or {"close": true}.
'use strict';
const WebSocket = require('ws');
const readline = require('readline');

const [, , origin, token, capabilities, form] = process.argv;
const say = (value) => process.stdout.write(JSON.stringify(value) + '\n');
const url = origin + '/ws/token/v1' + (form === 'path' ? '/' + token : '');
const socket = new WebSocket(url, form === 'path' ? {} : {headers: {Authorization: 'Bearer ' + token}});
const send = (frame) => socket.send(JSON.stringify(frame));

const answers = {
  hello: (body, reply) => reply({result: 'ok', greeting: 'Hello ' + body.name, got: body}),
  slow: (body, reply) => setTimeout(() => reply({result: 'ok', slow: body.delay}), body.delay),
  fail: (body, reply) => reply({result: 'error', errormsg: 'not today'}),
  twice: (body, reply) => {
    reply({result: 'ok', count: 1});
    reply({result: 'ok', count: 2});
  },
  garbled: (body, reply) => {
    socket.send('this is no JSON');
    socket.send('["only one"]');
    socket.send('{"not":"an array"}');
    reply({result: 'ok', after: 'garbage'});
  },
  foreign: (body, reply) => {
    send(['foreign_result', {qid: 'somebody else', result: 'ok', wrong: true}]);
    send(['other_result', {qid: body.qid, result: 'ok', wrong: true}]);
    reply({result: 'ok', right: true});
  },
  same: (body, reply) => {
    // Our own request happens to carry the number that the cluster used: neither side may take it for an answer.
    send(['connection_info', {qid: body.qid}]);
    reply({result: 'ok', mine: true});
  },
  silent: () => {},
  binary: (body, reply) => {
    socket.send(Buffer.from([1, 2, 3, 255]));
    reply({result: 'ok', after: 'binary'});
  },
  leave: () => socket.terminate(),
  big: (body, reply) => reply({result: 'ok', number: 12345678901234567890n.toString(), text: 'x'.repeat(body.size)}),
};

socket.on('open', () => {
  send(['setup', {qid: 0.58, capabilities: [...capabilities.split(','), 'nonsense'].map((key) => ({key}))}]);
});
socket.on('message', (data, isBinary) => {
  const frame = JSON.parse(data.toString());
  say({event: 'frame', method: frame[0], body: frame[1], binary: isBinary, elements: frame.length});
  const [method, body] = frame;
  if (method === 'setup_result') {
    say({event: 'setup', qid: body.qid, capabilities: body.capabilities});
    send(['connection_info', {qid: {any: ['json', 1]}}]);
  } else if (method === 'connection_info_result') {
    say({event: 'ready', ...body});
  } else if (Object.hasOwn(answers, method)) {
    answers[method](body, (fields) => send([method + '_result', {qid: body.qid, ...fields}]));
  }
});
socket.on('ping', () => say({event: 'ping'}));
socket.on('unexpected-response', (request, response) => {
  say({event: 'refused', status: response.statusCode});
  process.exit(0);
});
socket.on('close', (code, reason) => {
  say({event: 'closed', code, reason: reason.toString()});
  process.exit(0);
});
socket.on('error', (error) => say({event: 'error', text: error.message}));

readline.createInterface({input: process.stdin}).on('line', (line) => {
  const command = JSON.parse(line);
  if (command.close) socket.close();
  else if (command.raw !== undefined) socket.send(command.raw);
  else send(command.send);
});
