#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keep-alive as the dialect sets it (pingIntervalMs, pingsMissed), seen on the wire: who answers stays, who does not is dropped."""
import queue
import threading
import time
import unittest

from harness import PeerTest, wait_for
from wire import PING, PONG, WebSocket, frame

INTERVAL_MS = 400


class KeepAlive(PeerTest):
    def begin(self, **dialect):
        self.cluster = self.start_cluster(changes={"dialect": {"pingIntervalMs": INTERVAL_MS, **dialect}})
        self.cookie = self.cluster.cookie()

    def open(self, *capabilities, point="msg"):
        link = WebSocket(self.cluster.url, self.cluster.point(point)["token"])
        self.addCleanup(link.close)
        link.set_up(*(capabilities or ("msg",)))
        return link, link.ask("connection_info")["connectionid"]

    def pings_until_end(self, link) -> list:
        """When each ping came; nothing is answered, and nothing else may come."""
        times = []
        try:
            while True:
                got = link.frame()
                self.assertEqual(got.opcode, PING, got)
                times.append(time.monotonic())
        except ConnectionError:
            return times

    def follow(self, link) -> queue.Queue:
        """What the link is told from now on; its pings are answered meanwhile."""
        told = queue.Queue()

        def read():
            try:
                while True:
                    told.put(link.pair())
            except OSError:
                pass  # the test has ended

        threading.Thread(target=read, daemon=True).start()
        return told

    def assert_dropped_after(self, missed: int):
        watcher, _ = self.open("subscr", point="subscr")
        self.assertEqual(watcher.ask("subscribe", id="s", events=["*"], objects=["*"], expires=60).get("result"), "ok")
        told = self.follow(watcher)
        link, connection = self.open()
        self.assertIn(connection, self.cluster.connections(self.cookie))
        times = self.pings_until_end(link)
        self.assertEqual(len(times), missed)
        for first, second in zip(times, times[1:]):
            self.assertGreater(second - first, INTERVAL_MS / 1000 * 0.5)
            self.assertLess(second - first, INTERVAL_MS / 1000 * 4)
        wait_for(lambda: connection not in self.cluster.connections(self.cookie), "the registration goes")
        return told, connection

    def test_peer_that_answers_no_ping(self):
        """[A] two by default; [D] the registrar tells why."""
        self.begin()
        told, connection = self.assert_dropped_after(2)
        while True:
            method, body = told.get(timeout=10)
            if method == "notify" and body["type"] == "user_unregistered" and body["data"]["connection_id"] == connection:
                self.assertEqual(body["data"]["reason"], "expired_contact")
                return

    def test_other_number_of_pings(self):
        self.begin(pingsMissed=4)
        self.assert_dropped_after(4)

    def test_peer_that_answers(self):
        """Pongs keep it, and so does whatever else it says: both outlive the pings that a silent one misses, several times."""
        self.begin()
        for name, answer in {"pongs": lambda got: frame(got.payload, PONG), "texts": lambda _: frame('["connection_info",{"qid":1}]')}.items():
            with self.subTest(name):
                link, connection = self.open()
                pings = 0
                while pings < 7:
                    got = link.frame()
                    if got.opcode == PING:
                        pings += 1
                        link.send(answer(got))
                self.assertIn(connection, self.cluster.connections(self.cookie))

    def test_user_api(self):
        self.begin()
        link = WebSocket(self.cluster.url, path="/ws", headers=[f"Cookie: {self.cookie}"])
        self.addCleanup(link.close)
        link.set_up("rest")
        connection = link.ask("connection_info")["connectionid"]
        self.assertEqual(len(self.pings_until_end(link)), 2)
        wait_for(lambda: connection not in self.cluster.connections(self.cookie), "the registration goes")


if __name__ == "__main__":
    unittest.main()
