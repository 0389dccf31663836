#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cluster's clock steps ahead, as after a suspended machine: nobody who is there and answers is taken for gone."""
import json
import unittest

from harness import PeerTest, wait_for
from wire import WebSocket

HALF_AN_HOUR_MS = 1_800_000


class ClockSteps(PeerTest):
    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster()
        self.token = self.cluster.point("msg")["token"]
        self.link = WebSocket(self.cluster.url, self.token)
        self.addCleanup(self.link.close)
        self.link.set_up("msg")
        self.watch = self.start_cli("connections", "--watch", "--format", "json", cluster=self.cluster)
        wait_for(lambda: "subscr" in json.loads(self.watch.line())["caps"], "the watch shows itself")

    def step(self, ms: int):
        control = self.cluster.ready["control"]
        answer = self.curl("POST", control["url"].rstrip("/") + "/control/v1/clock", body={"advanceMs": ms}, bearer=control["token"])
        self.assertEqual((answer.status, answer.json()), (200, {"advancedMs": ms}))
        self.assertEqual(self.link.ask("connection_info")["result"], "ok")
        self.assertIsNone(self.watch.process.poll(), self.watch.error_text())

    def comes_and_goes(self):
        """A connection that does is told of."""
        with WebSocket(self.cluster.url, self.token) as other:
            connection = other.set_up("msg") and other.ask("connection_info")["connectionid"]
            self.told("registered", connection)
        self.told("unregistered", connection)

    def told(self, event: str, connection: str):
        wait_for(lambda: self.watch.event(event)["connection_id"] == connection, f"{event} is told")

    def test_within_the_subscription(self):
        self.comes_and_goes()
        for _ in range(4):
            self.step(30_000)
            self.comes_and_goes()

    def test_six_hours(self):
        """Longer than any subscription: it is gone on the cluster then, until the watch renews it in its own time; no connection is."""
        for _ in range(12):
            self.step(HALF_AN_HOUR_MS)
        listed = self.cli("connections", "--format", "json", cluster=self.cluster)
        self.assert_ran(listed, 0)
        self.assertIn(self.link.ask("connection_info")["connectionid"], {record["connection_id"] for record in listed.json()})
        self.assertIn(["subscr"], [record["caps"] for record in listed.json()])


if __name__ == "__main__":
    unittest.main()
