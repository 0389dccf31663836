// SPDX-License-Identifier: GPL-3.0-or-later
// A foreign server that plays the platform's documented API for our client: Node.js, the npm package "ws", and nothing of ours. Where
// the documentation leaves a choice, it chooses otherwise than the simulated cluster does (cookie name, order of members, extra
// members, spaces in JSON). Scenarios run in foreign_machine.js, which interprets them without knowing what a carrier is.
//   node foreign_cluster.js '{"quirks":[…]}'
// GET /peers/state tells the tests what is left: open sessions, scenarios, files.
'use strict';
const crypto = require('crypto');
const http = require('http');
const {WebSocketServer} = require('ws');
const {runScenario} = require('./foreign_machine.js');

const plan = JSON.parse(process.argv[2] || '{}');
const quirks = new Set(plan.quirks || []);
const domain = 'foreign.example';
const users = [{login: 'root', pwd: 'r00t pässword', roles: ['admin']}, {login: 'reader', pwd: 'reader', roles: []}];
const points = [
  {id: crypto.randomUUID(), code: 'runner', token: crypto.randomBytes(16).toString('hex'), capabilities: ['svcscript', 'subscr', 'rest']},
  {id: crypto.randomUUID(), code: 'outside', token: crypto.randomBytes(16).toString('hex'), capabilities: ['msg', 'rest']},
];
const sessions = new Map(); // id → {session, connections: Map}
const scripts = new Map();
const custom = new Map(); // name → Buffer
const links = new Map(); // path → {name, content}
const log = {requests: 0, failedLogins: 0, starts: 0, aborts: 0};

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

// ---- sessions ----

function openSession(login, type) {
  const id = crypto.randomUUID();
  const session = {ttl: 43187, domain, login, user_id: crypto.randomUUID(), session_type: type, session_id: id};
  if (type === 'token') session.session_token = crypto.randomBytes(20).toString('hex');
  sessions.set(id, {session, connections: new Map(), files: new Map()});
  return session;
}

function sessionOf(request) {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization || '');
  const cookie = /(?:^|; *)EraSessionId=([^;]+)/.exec(request.headers.cookie || '');
  const entry = sessions.get(bearer ? bearer[1] : cookie && cookie[1]);
  if (!entry) {
    log.failedLogins += 1;
    throw new Refusal(401, 'no such session');
  }
  return entry;
}

// ---- HTTP ----

function readBody(request) {
  return new Promise((resolve, reject) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
  });
}

function answer(response, status, value, headers = {}) {
  // Spaced out, unlike what most servers write.
  const text = value === undefined ? '' : JSON.stringify(value, null, 3);
  response.writeHead(status, {'Content-Type': 'application/json; charset=utf-8', ...headers});
  response.end(text);
}

function partsOf(request, body) {
  const boundary = /boundary="?([^";]+)"?/.exec(request.headers['content-type'] || '');
  if (!boundary) throw new Refusal(400, 'no boundary');
  const mark = Buffer.from('--' + boundary[1]);
  const found = [];
  let at = body.indexOf(mark);
  while (at >= 0) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const gap = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, gap).toString('utf8');
    const name = /filename="((?:[^"\\]|\\.)*)"/.exec(head);
    if (!name) throw new Refusal(400, 'a part without a file name');
    found.push({name: name[1].replace(/%22/g, '"'), content: part.subarray(gap + 4)});
    at = next;
  }
  return found;
}

const entityOf = (script) => ({ext: {note: 'foreign'}, ...script});

async function restOf(request, response, path, query) {
  log.requests += 1;
  if (path === '/rest/v1/iam/sessions' && request.method === 'POST') {
    const body = JSON.parse((await readBody(request)).toString());
    if (quirks.has('html login')) {
      response.writeHead(200, {'Content-Type': 'text/html'});
      response.end('<html><body>Sign in to the guest network</body></html>');
      return;
    }
    if (quirks.has('hanging login')) return;
    if (quirks.has('too many')) throw new Refusal(429, 'session limit of the user is reached');
    const user = users.find((entry) => entry.login === body.login && entry.pwd === body.pwd && body.domain === domain);
    if (!user) {
      log.failedLogins += 1;
      throw new Refusal(401, 'login or password is wrong');
    }
    const session = openSession(user.login, body.session_type === 'token' ? 'token' : 'cookie');
    const cookies = session.session_type === 'token' ? {} : {
      'Set-Cookie': ['lang=ru; Path=/', `EraSessionId=${session.session_id}; Path=/; HttpOnly; SameSite=Lax`],
    };
    answer(response, 201, session, cookies);
    return;
  }
  const entry = sessionOf(request);
  if (quirks.has('session expires') && log.requests > 2) {
    sessions.delete(entry.session.session_id);
    log.failedLogins += 1;
    throw new Refusal(401, 'session has expired');
  }
  if (path === '/rest/v1/iam/sessions/current') {
    if (request.method === 'DELETE') {
      sessions.delete(entry.session.session_id);
      answer(response, 204);
    } else {
      answer(response, 200, entry.session);
    }
    return;
  }
  if (path === '/rest/v1/master/logicalroles/ws/sessions' && request.method === 'GET') {
    if (query.get('sites') !== '"all"' && query.get('sites') !== '"current"' && query.get('sites') !== null) {
      throw new Refusal(400, 'sites is a JSON list or "all" or "current"');
    }
    const listed = [...sessions.values()].map(({session, connections}) => {
      const {session_token: secret, ...shown} = session;
      return {site: 'north', ...shown, connections: [...connections.values()].map((connection) => connection.record)};
    });
    answer(response, 200, listed);
    return;
  }
  const script = /^\/rest\/v1\/service\/svcscripts(?:\/(.+))?$/.exec(path);
  if (script) {
    await scriptOf(request, response, script[1] && decodeURIComponent(script[1]));
    return;
  }
  const target = /^\/rest\/v1\/fs\/targets\/(custom|websocktemp)(?:\/(.+))?$/.exec(path);
  if (target) {
    if (target[1] === 'websocktemp' && entry.connections.size === 0) throw new Refusal(404, 'no open connection');
    await fileOf(request, response, target[1] === 'custom' ? custom : entry.files, target[2] && decodeURIComponent(target[2]));
    return;
  }
  throw new Refusal(404, 'no such place');
}

async function scriptOf(request, response, id) {
  if (id === undefined && request.method === 'POST') {
    const body = JSON.parse((await readBody(request)).toString());
    if (typeof body.code !== 'string' || !body.scriptdata) throw new Refusal(400, 'code and scriptdata are needed');
    if ([...scripts.values()].some((entry) => entry.code === body.code)) throw new Refusal(409, 'code exists');
    const entity = {...body, id: crypto.randomUUID(), lwt: new Date().toISOString(), opts: {}};
    scripts.set(entity.id, entity);
    answer(response, 200, entityOf(entity));
  } else if (id === undefined && request.method === 'GET') {
    answer(response, 200, [...scripts.values()].map(entityOf));
  } else if (!scripts.has(id)) {
    throw new Refusal(404, 'no such scenario');
  } else if (request.method === 'DELETE') {
    scripts.delete(id);
    answer(response, 200, {});
  } else {
    answer(response, 200, entityOf(scripts.get(id)));
  }
}

async function fileOf(request, response, files, name) {
  if (name === undefined && request.method === 'POST') {
    if (quirks.has('cut upload')) {
      request.once('data', () => request.socket.destroy());
      return;
    }
    const results = partsOf(request, await readBody(request)).map(({name: part, content}) => {
      if (quirks.has('refuse parts')) return {status: 'error', size: 0, name: part, comment: 'quota'};
      if (files.has(part)) return {status: 'error', size: 0, name: part};
      files.set(part, Buffer.from(content));
      return {status: 'ok', size: content.length, name: part};
    });
    answer(response, 200, results);
  } else if (name === undefined) {
    answer(response, 200, [...files].map(([key, content]) => ({size: content.length, name: key, last_modified: '2026-11-24T09:00:00Z'})));
  } else if (!files.has(name)) {
    throw new Refusal(404, 'no such file');
  } else if (request.method === 'DELETE') {
    files.delete(name);
    answer(response, 204);
  } else {
    response.writeHead(200, {'Content-Type': 'application/octet-stream', 'Content-Length': files.get(name).length});
    response.end(request.method === 'HEAD' ? undefined : files.get(name));
  }
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://foreign');
  try {
    if (url.pathname === '/peers/state') {
      answer(response, 200, {sessions: [...sessions.values()].map(({session}) => session.login), files: [...custom.keys()], ...log,
                             scripts: [...scripts.values()].map((script) => script.code)});
    } else if (links.has(url.pathname)) {
      const {name, content} = links.get(url.pathname);
      response.writeHead(200, {'Content-Disposition': `attachment; filename="${name}"`,
                               'Content-Length': content.length + (quirks.has('cut download') ? 1000 : 0)});
      response.write(content);
      if (quirks.has('cut download')) setTimeout(() => request.socket.destroy(), 50);
      else response.end();
    } else {
      await restOf(request, response, url.pathname, url.searchParams);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) process.stderr.write(error.stack + '\n');
    answer(response, error.status || 500, {error_message: error.message, error_code: 1000 + (error.status || 500)});
  }
});

// ---- web sockets ----

const connections = new Map(); // connection id → {socket, record, waits, entry}

/** What runScenario may do: see foreign_machine.js. */
const world = {
  connection: (id) => connections.get(id),
  store: (path) => (path.startsWith(':SYNC_COMMON/custom/') ? custom.get(path.slice(':SYNC_COMMON/custom/'.length)) : undefined),
  link: (name, content) => {
    const extension = /\.[A-Za-z0-9]+$/.exec(name);
    const path = '/download/' + crypto.randomBytes(16).toString('hex') + (extension ? extension[0] : '');
    links.set(path, {name, content});
    return path;
  },
};

const sockets = new WebSocketServer({noServer: true});
server.on('upgrade', (request, socket, head) => {
  const path = /^\/ws\/token\/v1(?:\/([0-9a-f]+))?$/.exec(new URL(request.url, 'http://foreign').pathname);
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization || '');
  const token = path && (path[1] || (bearer && bearer[1]));
  const point = points.find((entry) => entry.token === token);
  if (!point) {
    socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    return;
  }
  sockets.handleUpgrade(request, socket, head, (link) => serve(link, point, request.socket));
});

function serve(link, point, socket) {
  const session = openSession(point.code, 'token');
  const entry = sessions.get(session.session_id);
  const record = {connection_id: crypto.randomUUID(), since: new Date().toISOString(), site: 'north', node: 'ws-7', caps: [],
                  app: 'ws', peer_address: socket.remoteAddress, peer_port: socket.remotePort, ownertype: 'token',
                  integration_point_id: point.id, surprise: {more: 'members'}};
  const connection = {link, record, entry, waits: new Map()};
  const running = new Map();
  const send = (method, body) => {
    if (quirks.has('garbage')) {
      link.send('no JSON at all');
      link.send('["half"]');
      link.send(Buffer.from([0, 255, 1]));
    }
    link.send(JSON.stringify([method, body]));
  };
  connection.send = (method, body) => send(method, body);
  const methods = {
    setup(body) {
      const results = (body.capabilities || []).map(({key}) => {
        const known = point.capabilities.includes(key) && !quirks.has('refuse ' + key);
        return known ? {result: 'ok', key} : {result: 'error', key, errormsg: 'Unknown capability'};
      });
      record.caps = results.filter((item) => item.result === 'ok').map((item) => item.key);
      entry.connections.set(record.connection_id, connection);
      connections.set(record.connection_id, connection);
      return {capabilities: results};
    },
    connection_info() {
      return {result: 'ok', site: 'north', ownertype: 'token', domain, sessionid: session.session_id, connectionid: record.connection_id,
              capabilities: record.caps.map((key) => ({key})), datetime: new Date().toISOString(), timestamp: Date.now(),
              integration_point_id: point.id, integration_point_type: 'public', roles: [], token: point.token};
    },
    subscribe() {
      return {result: 'ok'};
    },
    async start_svcscript(body) {
      log.starts += 1;
      if (quirks.has('close on start')) {
        link.terminate();
        return undefined;
      }
      if (quirks.has('never answer')) return undefined;
      const script = [...scripts.values()].find((item) => item.code === body.code);
      if (!script) return {result: 'error', errormsg: 'script not found'};
      const control = {stopped: false};
      running.set(JSON.stringify(body.qid), control);
      const limit = setTimeout(() => {
        control.stopped = true;
      }, body.timeout || 10000);
      const variables = await runScenario(script.scriptdata, body, world, control);
      clearTimeout(limit);
      if (quirks.has('stray answers')) {
        send('start_svcscript_result', {qid: 'not yours', result: 'ok', data: {variables: {outcome: 'error', wrong: 'yes'}}});
        send('other_result', {qid: body.qid, result: 'ok', data: {variables: {outcome: 'error', wrong: 'yes'}}});
        setTimeout(() => send('start_svcscript_result', {qid: body.qid, result: 'error', errormsg: 'a second time'}), 5);
      }
      return {result: 'ok', data: {variables}};
    },
    abort_svcscript(body) {
      log.aborts += 1;
      const control = running.get(JSON.stringify(body.qid));
      if (control) control.stopped = true;
      return {result: control ? 'ok' : 'error'};
    },
  };
  link.on('message', async (data) => {
    let method;
    let body;
    try {
      [method, body] = JSON.parse(data.toString());
    } catch {
      return;
    }
    const wait = method.endsWith('_result') && connection.waits.get(method + JSON.stringify(body.qid));
    if (wait) {
      wait(body);
    } else if (Object.hasOwn(methods, method)) {
      const result = await methods[method](body);
      if (result !== undefined) send(method + '_result', {...result, qid: body.qid});
    } else if (!method.endsWith('_result')) {
      send(method + '_result', {result: 'error', errormsg: 'Unknown method', qid: body.qid});
    }
  });
  link.on('close', () => {
    connections.delete(record.connection_id);
    sessions.delete(session.session_id);
    connection.gone = true;
    for (const wait of connection.waits.values()) wait(null);
    for (const control of running.values()) control.stopped = true;
  });
}

server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  process.stdout.write(JSON.stringify({nodes: [{site: 'north', node: 'ws-7', url}], domain, users, integrationPoints: points}) + '\n');
});
process.on('SIGTERM', () => process.exit(0));
