#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that are slow on purpose, each kind by the hundred: they trickle one octet at a time, or say or read nothing at all.

  slow_clients.py '{"host":"…","port":N,"kinds":{"head":100,…},"token":"…"}'

Prints {"event":"open"} once all are connected, then {"event":"ended","kind","seconds","got"} for each that the server ends.
"""
import json
import selectors
import socket
import sys
import time

STEP_S = 0.1

plan = json.loads(sys.argv[1])
UPGRADE = (f"GET /ws/token/v1/{plan['token']} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n").encode()
SETUP = b'["setup",{"qid":1,"capabilities":[{"key":"msg"}]}]'
ENDLESS = b"a" * 100_000


def frame(text: bytes) -> bytes:
    head = bytes([0x81, 0x80 | len(text)]) if len(text) < 126 else bytes([0x81, 0xFE]) + len(text).to_bytes(2, "big")
    return head + b"\0\0\0\0" + text


KINDS = {  # what is sent at once, and what one octet at a time
    "silent": (b"", b""),
    "head": (b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", ENDLESS),
    "body": (b"POST /rest/v1/iam/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n{\"domain\":\"", ENDLESS),
    "chunks": (b"POST /rest/v1/iam/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n" * 10_000),
    "idle": (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b""),
    "handshake": (UPGRADE + b"X-Slow: ", ENDLESS),
    "no login": (UPGRADE.replace(f"/token/v1/{plan['token']}".encode(), b"") + b"\r\n", b""),
    "frame": (UPGRADE + b"\r\n", (frame(SETUP) + bytes([0x81, 0xFF]) + (100_000).to_bytes(8, "big") + b"\0\0\0\0" + ENDLESS)),
    "fragments": (UPGRADE + b"\r\n", b"\x01\x81\0\0\0\0 " + b"\x00\x81\0\0\0\0 " * 10_000),
    "no pongs": (UPGRADE + b"\r\n", b""),
}

selector = selectors.DefaultSelector()
clients = []
for kind, count in plan["kinds"].items():
    for _ in range(count):
        connection = socket.create_connection((plan["host"], plan["port"]))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setblocking(False)
        first, rest = KINDS[kind]
        connection.send(first)
        client = {"kind": kind, "socket": connection, "rest": rest, "at": 0, "got": b"", "begun": time.monotonic()}
        clients.append(client)
        selector.register(connection, selectors.EVENT_READ, client)
print(json.dumps({"event": "open"}), flush=True)

due = time.monotonic()
while clients:
    for key, _ in selector.select(max(0, due - time.monotonic())):
        client = key.data
        try:
            data = client["socket"].recv(65536)
        except (ConnectionError, BlockingIOError) as error:
            if isinstance(error, BlockingIOError):
                continue
            data = b""
        client["got"] += data
        if not data:
            selector.unregister(client["socket"])
            client["socket"].close()
            clients.remove(client)
            print(json.dumps({"event": "ended", "kind": client["kind"], "seconds": time.monotonic() - client["begun"],
                              "got": client["got"].decode("latin-1")}), flush=True)
    if time.monotonic() < due:
        continue
    due += STEP_S
    for client in clients:
        octet = client["rest"][client["at"]:client["at"] + 1]
        try:
            if octet and (client["kind"] not in ("frame", "fragments") or b"\r\n\r\n" in client["got"]):
                client["at"] += client["socket"].send(octet)
        except (ConnectionError, BlockingIOError):
            pass  # reading tells
