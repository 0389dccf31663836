#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames that are wrong, against the token API: by python3-websockets, and by a bare socket where that library is too well-behaved."""
import asyncio
import base64
import json
import os
import socket
import struct
import unittest
from urllib.parse import urlsplit

import websockets
from harness import PeerTest


class RawSocket:
    """A web socket of our own making: says exactly the bytes that it is told."""

    def __init__(self, url: str, token: str, path="/ws/token/v1"):
        parts = urlsplit(url)
        self.socket = socket.create_connection((parts.hostname, parts.port), timeout=20)
        self.rest = b""
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nAuthorization: Bearer {token}\r\n\r\n").encode())
        while b"\r\n\r\n" not in self.rest:
            self.rest += self.receive()
        self.head, self.rest = self.rest.split(b"\r\n\r\n", 1)

    def receive(self) -> bytes:
        data = self.socket.recv(65536)
        if not data:
            raise ConnectionResetError("closed by the cluster")
        return data

    def exactly(self, count: int) -> bytes:
        while len(self.rest) < count:
            self.rest += self.receive()
        data, self.rest = self.rest[:count], self.rest[count:]
        return data

    def send(self, payload: bytes, opcode=1, final=True, masked=True, length=None):
        size = len(payload) if length is None else length
        head = bytes([(0x80 if final else 0) | opcode])
        bit = 0x80 if masked else 0
        if size < 126:
            head += bytes([bit | size])
        elif size < 65536:
            head += bytes([bit | 126]) + struct.pack(">H", size)
        else:
            head += bytes([bit | 127]) + struct.pack(">Q", size)
        mask = os.urandom(4) if masked else b""
        body = bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload)) if masked else payload
        self.socket.sendall(head + mask + body)

    def frame(self):
        """(opcode, payload) of the next frame of the cluster, which must not be masked."""
        first, second = self.exactly(2)
        assert not second & 0x80, "a server's frame is never masked"
        size = second & 0x7F
        if size == 126:
            size = struct.unpack(">H", self.exactly(2))[0]
        elif size == 127:
            size = struct.unpack(">Q", self.exactly(8))[0]
        return first & 0x0F, self.exactly(size)

    def close_code(self):
        """Reads on until the cluster closes: the code of its close frame, or None when it just went."""
        try:
            while True:
                opcode, payload = self.frame()
                if opcode == 8:
                    return struct.unpack(">H", payload[:2])[0] if len(payload) >= 2 else 1005
        except (ConnectionError, socket.timeout):
            return None

    def close(self):
        self.socket.close()


class Frames(PeerTest):
    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster()
        self.token = self.cluster.point("msg")["token"]

    def talk(self, conversation):
        async def whole():
            async with websockets.connect(self.cluster.ws() + "/ws/token/v1/" + self.token, max_size=None) as link:
                return await asyncio.wait_for(conversation(link), 30)
        return asyncio.run(whole())

    @staticmethod
    async def ask(link, method, body):
        await link.send(json.dumps([method, body]))
        while True:
            answer = json.loads(await link.recv())
            if answer[0] == method + "_result":
                return answer[1]

    def raw(self) -> RawSocket:
        link = RawSocket(self.cluster.url, self.token)
        self.addCleanup(link.close)
        self.assertIn(b" 101 ", link.head.split(b"\r\n")[0] + b" ")
        return link

    def assert_cluster_is_well(self):
        async def conversation(link):
            self.assertEqual((await self.ask(link, "setup", {"qid": 1, "capabilities": [{"key": "msg"}]}))["qid"], 1)
        self.talk(conversation)

    def test_qid_of_every_type(self):
        async def conversation(link):
            await self.ask(link, "setup", {"qid": 1, "capabilities": [{"key": "msg"}]})
            for qid in (0, -1, 0.58, 1e100, 12345678901234567890, "", "text \u0000 ünï \"", True, False, None, [], [1, [2]], {}, {"a": {"b": None}}):
                with self.subTest(qid):
                    answer = await self.ask(link, "connection_info", {"qid": qid})
                    self.assertEqual(answer["qid"], qid)
                    self.assertIs(type(answer["qid"]), type(qid))
        self.talk(conversation)

    def test_big_number_as_qid_keeps_its_text(self):
        async def conversation(link):
            await self.ask(link, "setup", {"qid": 1, "capabilities": []})
            await link.send('["connection_info",{"qid":123456789012345678901234567890.10}]')
            self.assertIn('"qid":123456789012345678901234567890.10', (await link.recv()).replace(" ", ""))
        self.talk(conversation)

    def test_what_is_no_pair(self):
        """Each is answered with an error or ends that connection; none harms the cluster."""
        texts = ["", "{", "[]", "[1]", '["setup"]', '["setup",{},{}]', '[{},"setup"]', '["setup",[]]', '["setup",null]', "null", "1",
                 '"setup"', '["setup",{"qid":1,"capabilities":7}]', '["setup",{"qid":1,"capabilities":[{"key":7}]}]',
                 '["setup",{"qid":1,"qid":2}]', "[" * 50_000, '["setup",' * 5000, '["",{}]']
        for text in texts:
            with self.subTest(text[:40]):
                async def conversation(link, sent=text):
                    await link.send(sent)
                    try:
                        answer = await self.ask(link, "setup", {"qid": "then", "capabilities": [{"key": "msg"}]})
                        while answer.get("qid") != "then":
                            self.assertEqual(answer.get("result", "error"), "error")
                            answer = json.loads(await link.recv())[1]
                        self.assertEqual(answer["qid"], "then")
                    except websockets.ConnectionClosed as closed:
                        self.assertIn(closed.rcvd.code if closed.rcvd else 1006, (1002, 1003, 1006, 1007, 1008))
                self.talk(conversation)
        self.assert_cluster_is_well()

    def test_binary(self):
        async def conversation(link):
            await link.send(b'["setup",{"qid":1,"capabilities":[]}]')
            try:
                answer = json.loads(await link.recv())
                self.assertEqual(answer[1].get("result", "error"), "error")
            except websockets.ConnectionClosed as closed:
                self.assertIn(closed.rcvd.code, (1002, 1003))
        self.talk(conversation)
        self.assert_cluster_is_well()

    def test_oversized(self):
        async def conversation(link):
            try:
                await link.send(json.dumps(["setup", {"qid": "x" * (8 * 1024 * 1024), "capabilities": []}]))
                await link.recv()
                self.fail("8 MB were taken")
            except websockets.ConnectionClosed as closed:
                self.assertIn(closed.rcvd.code if closed.rcvd else 1006, (1006, 1009))
        self.talk(conversation)
        self.assert_cluster_is_well()

    def test_announced_size_only(self):
        link = self.raw()
        link.send(b"[", length=1 << 40)
        self.assertIn(link.close_code(), (None, 1002, 1009))
        self.assert_cluster_is_well()

    def test_unmasked(self):
        link = self.raw()
        link.send(b'["setup",{"qid":1,"capabilities":[]}]', masked=False)
        self.assertIn(link.close_code(), (None, 1002))
        self.assert_cluster_is_well()

    def test_fragmented(self):
        link = self.raw()
        text = json.dumps(["setup", {"qid": "in pieces ü", "capabilities": [{"key": "msg"}]}], ensure_ascii=False).encode()
        for index in range(len(text)):
            if index == 10:
                link.send(b"between", opcode=9)
            link.send(text[index:index + 1], opcode=0 if index else 1, final=index == len(text) - 1)
        opcode, payload = link.frame()
        if opcode == 10:
            self.assertEqual(payload, b"between")
            opcode, payload = link.frame()
        self.assertEqual((opcode, json.loads(payload)[1]["qid"]), (1, "in pieces ü"))

    def test_endless_fragments(self):
        link = self.raw()
        try:
            for index in range(400):
                link.send(b" " * 32768, opcode=0 if index else 1, final=False)
            code = link.close_code()
        except ConnectionError:
            code = None
        self.assertIn(code, (None, 1002, 1009))
        self.assert_cluster_is_well()

    def test_no_utf8(self):
        link = self.raw()
        link.send(b'["setup",{"qid":"\xff\xfe","capabilities":[]}]')
        self.assertIn(link.close_code(), (None, 1002, 1007))
        self.assert_cluster_is_well()

    def test_reserved_bits_and_opcodes(self):
        for payload in (bytes([0xF1, 0x80, 1, 2, 3, 4]), bytes([0x83, 0x80, 1, 2, 3, 4]), bytes([0x80, 0x80, 1, 2, 3, 4]),
                        bytes([0x09, 0x80, 1, 2, 3, 4])):
            with self.subTest(payload):
                link = self.raw()
                link.socket.sendall(payload)
                self.assertIn(link.close_code(), (None, 1002))
        self.assert_cluster_is_well()

    def test_half_a_head(self):
        parts = urlsplit(self.cluster.url)
        links = [socket.create_connection((parts.hostname, parts.port)) for _ in range(20)]
        for link in links:
            link.sendall(b"GET /ws/token/v1 HT")
        self.assert_cluster_is_well()
        for link in links:
            link.close()
        self.assert_cluster_is_well()

    def test_bytes_behind_the_upgrade(self):
        """A frame in one packet with the upgrade's head: RFC 6455 has a client wait, so it may be refused, but not be lost unnoticed."""
        parts = urlsplit(self.cluster.url)
        with socket.create_connection((parts.hostname, parts.port), timeout=20) as link:
            text = b'["setup",{"qid":"early","capabilities":[]}]'
            frame = bytes([0x81, 0x80 | len(text), 0, 0, 0, 0]) + text
            link.sendall((f"GET /ws/token/v1/{self.token} HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          f"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n").encode() + frame)
            received = b""
            while b"early" not in received and (data := link.recv(65536)):
                received += data
            if not received.startswith(b"HTTP/1.1 400 "):
                self.assertTrue(received.startswith(b"HTTP/1.1 101 "), received)
                self.assertIn(b"early", received)

    def test_peer_that_answers_a_wait_with_rubbish(self):
        """While the command line waits, its peer breaks the protocol and goes: that is an error at once, not a wait to the end."""
        link = self.raw()
        link.send(json.dumps(["setup", {"qid": 1, "capabilities": [{"key": "msg"}]}]).encode())
        link.frame()
        link.send(b'["connection_info",{"qid":2}]')
        info = json.loads(link.frame()[1])[1]
        running = self.start_cli("operate", "sendtokenmsg", "--conn", info["connectionid"], "--capability", "msg", "--event", "ask",
                                 "--content", "{}", "--sync", "--timeout", "25", "--format", "json", cluster=self.cluster)
        _, payload = link.frame()
        self.assertEqual(json.loads(payload)[0], "ask")
        link.send(b"unmasked", masked=False)
        self.assertIn(link.close_code(), (None, 1002))
        link.close()
        self.assertEqual(running.wait(15), 1)
        text = ""
        while (line := running.lines.get(timeout=5)) is not None:
            text += line
        self.assertTrue(json.loads(text)["error"].startswith("not_active"), text)


if __name__ == "__main__":
    unittest.main()
