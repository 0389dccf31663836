// SPDX-License-Identifier: GPL-3.0-or-later
// Interprets a scenario as the platform's documentation describes its components: start, stop, pause, compare, assign, websock. Knows
// no carrier: it follows transitions of whatever it is given, and refuses what it does not know.
'use strict';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Failure extends Error {}

function evaluate(argument, variables, parameters) {
  if (argument === undefined) return '';
  const value = argument.value;
  switch (argument.argType) {
    case 1: return argument.varType === 1 ? Number(value) : value;
    case 2:
      if (!(value in variables)) throw new Failure(`variable ${value} is not declared`);
      return variables[value];
    case 3: return expression(value, variables, parameters);
    case 4: return value.replace(/\[([^\][]+)\]/g, (all, name) => (name in variables ? variables[name] : all));
    default: throw new Failure(`argument of unknown kind ${argument.argType}`);
  }
}

/** Terms joined by "+": that is all of the language that is played here. */
function expression(text, variables, parameters) {
  const term = /\s*(?:"((?:[^"\\]|\\.)*)"|\[([^\]]+)\]|startparam\(\s*(\d+)\s*\)|(-?\d+(?:\.\d+)?))\s*(\+{1,2}|$)/giy;
  let result;
  let join = '';
  for (;;) {
    const match = term.exec(text);
    if (!match) throw new Failure(`cannot read the expression ${text}`);
    const [, quoted, name, parameter, number, next] = match;
    let value = quoted;
    if (name !== undefined) value = variables[name];
    if (parameter !== undefined) value = parameters['startparam' + parameter] ?? '';
    if (number !== undefined) value = Number(number);
    const numbers = join === '+' && !Number.isNaN(Number(result)) && !Number.isNaN(Number(value));
    result = join === '' ? value : numbers ? Number(result) + Number(value) : String(result) + String(value);
    if (next === '') return result;
    join = next;
  }
}

/** One operation of component 144 → {way: "transfer" | "transferTimeout" | "transferError", result?, error?}. */
async function websock(object, value, world, control, state) {
  const failed = (code, text) => ({way: 'transferError', error: `${code}: ${text}`});
  const connection = world.connection(value('conn'));
  if (!connection) return failed('not_found', 'no such connection');
  const operation = object.operation ?? 0;
  if (operation === 1) {
    const path = value('filePath');
    const content = world.store(path) ?? state.temp.get(path);
    if (!content) return failed('file_not_found', path);
    return {way: 'transfer', result: world.link(path.split('/').pop(), content)};
  }
  if (operation === 2) return websocktemp(object, value, world, connection, state, failed);
  if ((object.direction ?? 0) !== 0) return failed('wrong_direction', 'a connection of the token API');
  const capability = value('capabilityName');
  if (!connection.record.caps.includes(capability)) return failed('no_capability', capability);
  const event = value('eventName');
  let content;
  try {
    content = JSON.parse(value('content'));
  } catch (error) {
    return failed('bad_content', error.message);
  }
  const isObject = content !== null && typeof content === 'object' && !Array.isArray(content);
  if (!object.syncMode || !isObject) {
    connection.send(event, content);
    return {way: 'transfer', result: ''};
  }
  const qid = {number: (state.qid += 1), of: 'foreign'};
  const key = event + '_result' + JSON.stringify(qid);
  const seconds = Number(object.timeoutSec === undefined ? 10 : value('timeoutSec'));
  let limit;
  const reply = await new Promise((resolve) => {
    connection.waits.set(key, resolve);
    limit = setTimeout(() => resolve(undefined), seconds * 1000);
    connection.send(event, {...content, qid});
  });
  clearTimeout(limit);
  connection.waits.delete(key);
  if (reply === undefined) return {way: 'transferTimeout'};
  if (reply === null) return failed('not_active', 'the connection is gone');
  if (reply.result === 'error') return failed('rejected', reply.errormsg);
  const {qid: ours, ...rest} = reply;
  return {way: 'transfer', result: JSON.stringify(rest)};
}

function websocktemp(object, value, world, connection, state, failed) {
  const files = connection.entry.files;
  const name = object.websocktempFileName === undefined ? '' : value('websocktempFileName');
  switch (object.websocktempMethod ?? 0) {
    case 0: {
      const listed = [...files].map(([key, content]) => ({name: key, size: content.length, last_modified: '2026-11-24T09:00:00Z'}));
      return {way: 'transfer', result: JSON.stringify(listed)};
    }
    case 1: {
      if (!files.has(name)) return failed('file_not_found', name);
      const path = ':TEMP/' + name;
      state.temp.set(path, files.get(name));
      return {way: 'transfer', result: path};
    }
    case 2: {
      const path = value('websocktempFilePath');
      const content = world.store(path) ?? state.temp.get(path);
      const stored = name || path.split('/').pop();
      if (!content) return failed('file_not_found', path);
      if (files.has(stored)) return failed('already_exists', stored);
      files.set(stored, content);
      return {way: 'transfer', result: ''};
    }
    case 3:
      return files.delete(name) ? {way: 'transfer', result: ''} : failed('file_not_found', name);
    default:
      return failed('bad_argument', 'websocktempMethod');
  }
}

/** Runs the main branch to its end and gives all local variables. */
async function runScenario(data, parameters, world, control) {
  const objects = new Map(data.objects.map((object) => [object.oId, object]));
  const variables = {};
  for (const {name, type} of data.variables) variables[name] = type === 1 ? 0 : '';
  const start = data.objects.find((object) => object.oType === 101 && (object.type ?? 0) === 0);
  if (!start) throw new Failure('no start');
  if (start.startParam) variables[start.startParam] = parameters.startparam1 ?? '';
  const state = {temp: new Map(), qid: 0};
  let current = start;
  let steps = 0;
  while (current && !control.stopped && (steps += 1) < 1000) {
    const object = current;
    const value = (code) => evaluate(object[code], variables, parameters);
    let way = 'transfer';
    if (object.oType === 102) {
      if (object.returnValue !== undefined && 'result' in variables) variables.result = value('returnValue');
      return variables;
    } else if (object.oType === 103) {
      await pause(Number(value('timeoutMs')));
    } else if (object.oType === 104) {
      way = String(value('arg1')) === String(value('arg2')) ? 'transferTrue' : 'transferFalse';
    } else if (object.oType === 106) {
      if (object.mode === 1) {
        for (const item of object.operations || []) variables[item.variable] = evaluate(item.value, variables, parameters);
      } else {
        variables[object.variable] = value('value');
      }
    } else if (object.oType === 144) {
      const done = await websock(object, value, world, control, state);
      way = done.way;
      if (done.result !== undefined && object.resultVariable) variables[object.resultVariable] = done.result;
      if (done.error !== undefined && object.errorVariable) variables[object.errorVariable] = done.error;
    } else if (object.oType !== 101) {
      throw new Failure(`component ${object.oType} is not played here`);
    }
    current = objects.get(object[way]);
  }
  return variables;
}

module.exports = {runScenario};
