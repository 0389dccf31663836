# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of web socket cases: what is sent, what is answered, how the connection ends.

The cases are those that the Autobahn test suite lists for servers, under its numbers, written anew over bare sockets. That suite
has its server echo; ours speaks pairs of JSON, so "qid", which comes back as it was sent, carries the payload to and fro.
permessage-deflate (RFC 7692, the suite's groups 12 and 13) is not spoken: that an offer is declined stands with the handshakes.
"""
import json
from dataclasses import dataclass, field
from typing import Optional

from harness import PeerTest, wait_for
from wire import CLOSE, PING, PONG, TEXT, WebSocket, close_frame, frame

ORDERLY = (1003,)  # the cluster closes by its own will, so it waits for the answer; a peer that broke the protocol is not waited for
BEFORE, BEHIND = b'["connection_info",{"qid":"', b'"}]'
LEAST = len(BEFORE + BEHIND)
NO_JSON = "no JSON"  # the answer to a text that is no pair


def echoed(size: int) -> tuple:
    """A text of so many bytes that is answered, and the qid in it."""
    qid = "*" * (size - LEAST)
    return BEFORE + qid.encode() + BEHIND, qid


def pair(qid) -> bytes:
    return BEFORE + (qid if isinstance(qid, bytes) else qid.encode()) + BEHIND


def pong(payload=b"") -> tuple:
    return PONG, payload


@dataclass
class Row:
    name: str
    sent: list                                   # pieces, each in a write of its own
    answers: list = field(default_factory=list)  # in this order: a qid, NO_JSON or pong(…); all of them, and nothing else
    closes: Optional[object] = None              # code or codes of the cluster's close frame; None: the connection lives on


class WebSocketCases(PeerTest):
    changes = {}

    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster(changes={"dialect": {"websocktempLingerS": 1}, **self.changes})
        self.token = self.cluster.point("msg")["token"]
        files = self.cluster.descriptors()
        self.cookie = self.cluster.cookie()
        self.before = files, sorted(self.cluster.connections(self.cookie))

    def open(self, **options) -> WebSocket:
        link = WebSocket(self.cluster.url, self.token, **options)
        self.addCleanup(link.close)
        link.set_up("msg")
        return link

    def is_as_before(self) -> bool:
        """No more open files, the same registered connections."""
        files, connections = self.before
        return self.cluster.descriptors() <= files and sorted(self.cluster.connections(self.cookie)) == connections

    def tearDown(self):
        if self.cluster.child.process.poll() is None:
            with WebSocket(self.cluster.url, self.token) as link:
                self.assertEqual(link.set_up("msg")["capabilities"], [{"key": "msg", "result": "ok"}])
            wait_for(self.is_as_before, "the cluster lets go of every connection", 15)
        self.assertIsNone(self.cluster.child.process.poll(), "the cluster has ended")
        super().tearDown()

    def run_rows(self, rows) -> None:
        names = [row.name for row in rows]
        self.assertEqual(len(names), len(set(names)), "each row has a name of its own")
        for row in rows:
            with self.subTest(row.name):
                link = self.open()
                try:
                    link.send(*row.sent)
                    for answer in row.answers:
                        self.assertEqual(self.answer(link), answer)
                    if row.closes is None:
                        self.assert_alive(link)
                    else:
                        self.assert_closed(link, row.closes)
                finally:
                    link.close()

    @staticmethod
    def next_frame(link: WebSocket):
        """The next one that is meant for us: a slow case outlasts the cluster's keep-alive, which is answered."""
        while (got := link.frame()).opcode == PING:
            link.send(frame(got.payload, PONG))
        return got

    def answer(self, link: WebSocket):
        got = self.next_frame(link)
        if got.opcode == PONG:
            return pong(got.payload)
        self.assertEqual((got.opcode, got.final, got.rsv), (TEXT, True, 0), got)
        method, body = json.loads(got.payload)
        if method == "error":
            self.assertEqual(body["result"], "error")
            self.assertTrue(body["errormsg"])
            return NO_JSON
        self.assertEqual(method, "connection_info_result")
        return body["qid"]

    def assert_alive(self, link: WebSocket) -> None:
        """It answers, and closes in good order."""
        link.tell("connection_info", {"qid": "still there"})
        self.assertEqual(self.answer(link), "still there")
        link.send(close_frame(1000))
        self.assert_closed(link, 1000)

    def assert_closed(self, link: WebSocket, codes) -> None:
        """Nothing comes but a close frame with such a code, then the cluster closes the connection."""
        got = self.next_frame(link)
        self.assertEqual(got.opcode, CLOSE, got)
        code = int.from_bytes(got.payload[:2], "big") if got.payload else 1005
        self.assertIn(code, codes if isinstance(codes, tuple) else (codes,), got.payload)
        got.payload[2:].decode("utf-8", "strict")
        if code in ORDERLY:
            link.send(close_frame(code))
        self.assertEqual(link.remainder(), b"", "nothing follows a close frame")
