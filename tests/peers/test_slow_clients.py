#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Slow-loris: hundreds of clients that trickle or keep silent harm nobody, and each is ended by the limit that is for it."""
import json
import statistics
import sys
import time
import unittest
from urllib.parse import urlsplit

from harness import HERE, PeerTest, wait_for
from wire import Wire, WebSocket, frame, request

LIMIT_S = 3.0
LOGIN_S = 2.0
PING_S = 1.0
RATIO = 20  # of the good client's median while the others are slow, to that without them; measured: about 1
LEAST_S = 0.001  # below, a median says more about the clock
KINDS = {"silent": 60, "head": 100, "body": 100, "chunks": 60, "idle": 60, "handshake": 60, "no login": 60, "frame": 60, "fragments": 60, "no pongs": 60}
BY_PINGS = ("frame", "fragments", "no pongs")


class SlowClients(PeerTest):
    def setUp(self):
        super().setUp()
        limit = int(LIMIT_S * 1000)
        self.cluster = self.start_cluster(changes={
            "limits": {"headTimeoutMs": limit, "bodyTimeoutMs": limit, "idleTimeoutMs": limit, "loginTimeoutMs": int(LOGIN_S * 1000),
                       "closeTimeoutMs": 1000, "queueBytes": 200_000},
            "dialect": {"pingIntervalMs": int(PING_S * 1000), "pingsMissed": 2, "websocktempLingerS": 1}})
        self.token = self.cluster.point("msg")["token"]
        self.files = self.cluster.descriptors()
        self.cookie = self.cluster.cookie()

    def round_trips(self, seconds: float) -> float:
        """Median over both, HTTP and web socket, each on a connection of its own."""
        times = []
        end = time.monotonic() + seconds
        with Wire(self.cluster.url) as http, WebSocket(self.cluster.url, self.token) as link:
            link.set_up("msg")
            while time.monotonic() < end:
                begun = time.monotonic()
                http.send(request("GET", "/rest/v1/iam/sessions/current", http.host, f"Cookie: {self.cookie}"))
                self.assertEqual(http.response().status, 200)
                times.append(time.monotonic() - begun)
                begun = time.monotonic()
                self.assertEqual(link.ask("connection_info")["result"], "ok")
                times.append(time.monotonic() - begun)
        self.assertGreater(len(times), 20)
        return statistics.median(times)

    def test_slow_clients(self):
        before, files = self.cluster.connections(self.cookie), self.files
        unloaded = self.round_trips(1)
        parts = urlsplit(self.cluster.url)
        slow = self.start(sys.executable, "-B", HERE / "slow_clients.py", json.dumps({"host": parts.hostname, "port": parts.port, "kinds": KINDS,
                                                                                      "token": self.token}))
        slow.event("open")
        wait_for(lambda: self.cluster.descriptors() >= files + sum(KINDS.values()) * 0.9, "they are there", LIMIT_S)
        loaded = self.round_trips(LIMIT_S * 0.7)
        self.assertLess(loaded, RATIO * max(unloaded, LEAST_S), f"{unloaded * 1000:.2f} ms without, {loaded * 1000:.2f} ms with slow clients")

        ended = {kind: [] for kind in KINDS}
        for _ in range(sum(KINDS.values())):
            event = slow.event("ended")
            ended[event["kind"]].append(event)
        for kind, events in ended.items():
            with self.subTest(kind):
                self.assertEqual(len(events), KINDS[kind])
                limit = PING_S * 3 if kind in BY_PINGS else LOGIN_S if kind == "no login" else LIMIT_S
                for event in events:
                    self.assertGreater(event["seconds"], limit * 0.5, event)
                    self.assertLess(event["seconds"], limit + 5, event)
                    self.assert_answer(kind, event["got"])
        wait_for(lambda: set(self.cluster.connections(self.cookie)) == set(before), "the registrar is as it was")
        wait_for(lambda: self.cluster.descriptors() <= files, "no open file is left")

    def assert_answer(self, kind: str, got: str) -> None:
        if kind in ("head", "body", "chunks", "handshake"):
            self.assertTrue(got.startswith("HTTP/1.1 408 "), got)
        elif kind == "silent":
            self.assertEqual(got, "")
        elif kind == "idle":
            self.assertTrue(got.startswith("HTTP/1.1 404 "), got)
        else:
            self.assertTrue(got.startswith("HTTP/1.1 101 "), got)
            self.assertEqual("No login" in got, kind == "no login")

    def test_peer_that_reads_nothing(self):
        """Its answers pile up to limits.queueBytes; then it is dropped, although what was sent can never be taken by it."""
        before, files = self.cluster.connections(self.cookie), self.files
        with WebSocket(self.cluster.url, self.token, receive_buffer=4096, seconds=3) as link:
            link.set_up("msg")
            question = frame('["connection_info",{"qid":"' + "x" * 50_000 + '"}]')
            try:
                for _ in range(2000):
                    if not link.send(question):
                        break
            except TimeoutError:
                pass  # the cluster reads no more from it either
            wait_for(lambda: set(self.cluster.connections(self.cookie)) == set(before), "it is unregistered")
            wait_for(lambda: self.cluster.descriptors() <= files, "its socket is closed, although it never reads", 15)


if __name__ == "__main__":
    unittest.main()
