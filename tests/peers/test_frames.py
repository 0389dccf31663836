#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What frames say, right and wrong, against the token API by python3-websockets. Frames that are wrong in themselves: test_rfc6455_*.py."""
import asyncio
import json
import unittest

import websockets
from harness import PeerTest
from wire import WebSocket, frame


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

    def test_peer_that_answers_a_wait_with_rubbish(self):
        """While the command line waits, its peer breaks the protocol and goes: that is an error at once, not a wait to the end."""
        link = WebSocket(self.cluster.url, self.token)
        self.addCleanup(link.close)
        link.set_up("msg")
        info = link.ask("connection_info")
        running = self.start_cli("operate", "sendtokenmsg", "--conn", info["connectionid"], "--capability", "msg", "--event", "ask",
                                 "--content", "{}", "--sync", "--timeout", "25", "--format", "json", cluster=self.cluster)
        self.assertEqual(link.pair()[0], "ask")
        link.send(frame(b"unmasked", mask=False))
        self.assertEqual(link.close_code(), 1002)
        link.close()
        self.assertEqual(running.wait(15), 1)
        text = ""
        while (line := running.lines.get(timeout=5)) is not None:
            text += line
        self.assertTrue(json.loads(text)["error"].startswith("not_active"), text)


if __name__ == "__main__":
    unittest.main()
