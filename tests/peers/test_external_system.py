#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An npm "ws" client as the external system of a simulated cluster, and the command line that talks to it."""
import json
import unittest

from harness import PeerTest, wait_for


class ExternalSystem(PeerTest):
    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster("--nodes", "2", "--sites", "2")
        self.point = self.cluster.point("msg")

    def connect(self, node=0, form="bearer", capabilities="msg"):
        external = self.node("external_system.js", self.cluster.ws(node), self.point["token"], capabilities, form)
        return external, external.event("setup"), external.event("ready")

    def operate(self, connection, event, content, *more, timeout="5"):
        return self.cli("operate", "sendtokenmsg", "--conn", connection, "--capability", "msg", "--event", event, "--content",
                        json.dumps(content), "--sync", "--timeout", timeout, "--format", "json", *more, cluster=self.cluster)

    def test_setup_and_connection_info(self):
        for form in ("bearer", "path"):
            with self.subTest(form):
                external, setup, ready = self.connect(form=form)
                self.assertEqual(setup["qid"], 0.58)
                results = {entry["key"]: entry["result"] for entry in setup["capabilities"]}
                self.assertEqual(results, {"msg": "ok", "nonsense": "error"})
                refused = next(entry for entry in setup["capabilities"] if entry["key"] == "nonsense")
                self.assertTrue(refused["errormsg"])
                self.assertEqual(ready["qid"], {"any": ["json", 1]})
                self.assertEqual(ready["result"], "ok")
                self.assertEqual(ready["ownertype"], "token")
                self.assertEqual(ready["domain"], self.cluster.domain)
                self.assertNotEqual(ready["connectionid"], ready["sessionid"])
                self.assertRegex(ready["connectionid"], r"^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$")
                for name in ("site", "datetime", "timestamp", "integration_point_id", "integration_point_type", "roles", "capabilities"):
                    self.assertIn(name, ready)
                external.tell({"close": True})
                external.event("closed")

    def test_wrong_token(self):
        for form in ("bearer", "path"):
            external = self.node("external_system.js", self.cluster.ws(), "0" * 32, "msg", form)
            self.assertEqual(external.event("refused")["status"], 401)

    def test_request_and_answer(self):
        external, _, ready = self.connect()
        ran = self.operate(ready["connectionid"], "hello", {"name": "Ada", "n": 1})
        self.assert_ran(ran, 0)
        self.assertEqual(ran.json()["outcome"], "success")
        result = json.loads(ran.json()["result"])
        self.assertEqual(result["greeting"], "Hello Ada")
        self.assertNotIn("qid", result)
        received = external.event("frame")
        while received["method"] != "hello":
            received = external.event("frame")
        self.assertEqual(received["elements"], 2)
        self.assertFalse(received["binary"])
        self.assertEqual({key: value for key, value in received["body"].items() if key != "qid"}, {"name": "Ada", "n": 1})
        self.assertIn("qid", received["body"])

    def test_connection_on_another_node(self):
        _, _, ready = self.connect(node=1)
        ran = self.operate(ready["connectionid"], "hello", {"name": "far"})
        self.assert_ran(ran, 0)
        self.assertEqual(json.loads(ran.json()["result"])["greeting"], "Hello far")

    def test_error_answer(self):
        _, _, ready = self.connect()
        ran = self.operate(ready["connectionid"], "fail", {})
        self.assert_ran(ran, 1)
        self.assertEqual(ran.json()["outcome"], "error")
        self.assertIn("not today", ran.json()["error"])

    def test_late_answer_settles_nothing(self):
        _, _, ready = self.connect()
        late = self.operate(ready["connectionid"], "slow", {"delay": 1500}, timeout="0.3")
        self.assert_ran(late, 1)
        self.assertEqual(late.json()["outcome"], "timeout")
        next_one = self.operate(ready["connectionid"], "slow", {"delay": 1800})
        self.assert_ran(next_one, 0)
        self.assertEqual(json.loads(next_one.json()["result"])["slow"], 1800)

    def test_noise_beside_the_answer(self):
        expected = {"twice": {"result": "ok", "count": 1}, "garbled": {"result": "ok", "after": "garbage"},
                    "foreign": {"result": "ok", "right": True}, "same": {"result": "ok", "mine": True}}
        _, _, ready = self.connect()
        for event, answer in expected.items():
            with self.subTest(event):
                ran = self.operate(ready["connectionid"], event, {})
                self.assert_ran(ran, 0)
                self.assertEqual(json.loads(ran.json()["result"]), answer)
        # The second answer of "twice" must not have been kept for later.
        ran = self.operate(ready["connectionid"], "twice", {})
        self.assertEqual(json.loads(ran.json()["result"])["count"], 1)

    def test_binary_message_ends_the_connection(self):
        external, _, ready = self.connect()
        ran = self.operate(ready["connectionid"], "binary", {}, timeout="20")
        self.assert_ran(ran, 1)
        self.assertTrue(ran.json()["error"].startswith("not_active"), ran.json())
        self.assertEqual(external.event("closed")["code"], 1003)

    def test_no_answer(self):
        _, _, ready = self.connect()
        ran = self.operate(ready["connectionid"], "silent", {}, timeout="0.2")
        self.assert_ran(ran, 1)
        self.assertEqual(ran.json()["outcome"], "timeout")

    def test_connection_closes_while_waiting(self):
        _, _, ready = self.connect()
        ran = self.operate(ready["connectionid"], "leave", {}, timeout="20")
        self.assert_ran(ran, 1)
        self.assertEqual(ran.json()["outcome"], "error")
        self.assertTrue(ran.json()["error"].startswith("not_active"), ran.json())
        self.assertLess(ran.json()["durationMs"], 10_000)

    def test_message_without_waiting(self):
        external, _, ready = self.connect()
        ran = self.cli("operate", "0", "--conn", ready["connectionid"], "--capability", "msg", "--event", "note", "--content",
                       '[1, 2, {"three": 12345678901234567890}]', "--format", "json", cluster=self.cluster)
        self.assert_ran(ran, 0)
        self.assertEqual(ran.json()["outcome"], "success")
        received = external.event("frame")
        while received["method"] != "note":
            received = external.event("frame")
        self.assertEqual(received["body"][:2], [1, 2])

    def test_large_answer(self):
        _, _, ready = self.connect()
        ran = self.operate(ready["connectionid"], "big", {"size": 200_000})
        self.assert_ran(ran, 0)
        self.assertEqual(len(json.loads(ran.json()["result"])["text"]), 200_000)

    def test_wrong_targets(self):
        _, _, ready = self.connect()
        unknown = self.operate("00000000-0000-4000-8000-000000000000", "hello", {})
        self.assert_ran(unknown, 1)
        self.assertRegex(unknown.json()["error"], r"^not_(found|active): ")
        no_capability = self.cli("operate", "sendtokenmsg", "--conn", ready["connectionid"], "--capability", "nonsense", "--event", "x",
                                 "--content", "{}", "--format", "json", cluster=self.cluster)
        self.assert_ran(no_capability, 1)
        self.assertTrue(no_capability.json()["error"].startswith("no_capability"), no_capability.json())
        wrong_way = self.operate(ready["connectionid"], "hello", {}, "--direction", "2")
        self.assert_ran(wrong_way, 1)
        self.assertTrue(wrong_way.json()["error"].startswith("wrong_direction"), wrong_way.json())

    def test_nothing_stays_behind(self):
        _, _, ready = self.connect()
        cookie = self.cluster.cookie()
        before = self.cluster.lasting_sessions(cookie)
        self.operate(ready["connectionid"], "hello", {"name": "x"})
        self.operate(ready["connectionid"], "fail", {})
        self.assertEqual(self.cluster.leftovers(cookie), {"carriers": [], "files": []})
        self.assertEqual(self.cluster.lasting_sessions(cookie), before)

    def test_registered_and_gone(self):
        external, _, ready = self.connect(node=1)
        listed = self.cli("connections", "--format", "json", cluster=self.cluster)
        self.assert_ran(listed, 0)
        row = next(row for row in listed.json() if row["connection_id"] == ready["connectionid"])
        self.assertEqual(row["kind"], "token")
        self.assertEqual(row["caps"], ["msg"])
        self.assertEqual(row["site"], ready["site"])
        self.assertEqual(row["session_id"], ready["sessionid"])
        self.assertTrue(row["peer_address"].startswith("127."))
        external.tell({"close": True})
        external.event("closed")
        cookie = self.cluster.cookie()
        wait_for(lambda: ready["connectionid"] not in self.cluster.connections(cookie), "the registrar forgets the connection")

    def test_picked_by_selector(self):
        external, _, _ = self.connect(capabilities="msg")
        cookie = self.cluster.cookie()
        mine = [row for row in self.cluster.connections(cookie).values() if "msg" in row["caps"]]
        ran = self.operate("point=nowhere,capability=msg", "hello", {})
        self.assertNotEqual(ran.code, 0)
        self.assertTrue(ran.err.strip())
        self.assertGreaterEqual(len(mine), 1)
        self.assertIsNone(external.process.poll())


if __name__ == "__main__":
    unittest.main()
