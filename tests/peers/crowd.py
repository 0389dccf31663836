#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same as crowd.js, with python3-websockets."""
import asyncio
import collections
import json
import sys

import websockets

plan = json.loads(sys.argv[1])
codes = collections.Counter()
messages = 0


def say(value):
    print(json.dumps(value), flush=True)


async def ask(link, method, body):
    await link.send(json.dumps([method, body]))
    answered, answer = json.loads(await link.recv())
    assert answered == method + "_result", (answered, answer)
    return answer


async def begin(gate):
    async with gate:
        link = await websockets.connect(plan["url"], extra_headers=plan["headers"], open_timeout=30)
        answer = await ask(link, "setup", {"qid": 1, "capabilities": [{"key": plan["capability"]}]})
        assert answer["capabilities"][0]["result"] == "ok", answer
        return link, (await ask(link, "connection_info", {"qid": 2}))["connectionid"]


async def serve(link, connection):
    global messages
    try:
        while True:
            method, body = json.loads(await link.recv())
            messages += 1
            await link.send(json.dumps([method + "_result", {"qid": body["qid"], "result": "ok", "from": connection, "number": body["number"]}]))
    except websockets.ConnectionClosed:
        codes[link.close_code] += 1


async def main():
    gate = asyncio.Semaphore(64)
    links = await asyncio.gather(*(begin(gate) for _ in range(plan["count"])))
    serving = asyncio.gather(*(serve(*each) for each in links))
    say({"event": "ready", "connections": [connection for _, connection in links]})
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await asyncio.gather(*(link.close(1000) for link, _ in links))
    await serving
    say({"event": "closed", "codes": codes, "messages": messages})

asyncio.run(main())
