#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line against foreign_cluster.js, a server that knows the documented API and nothing of Signalbox."""
import json
import os
import unittest

from harness import Cluster, HERE, NODE, PeerTest


class ForeignCluster(PeerTest):
    def foreign(self, *quirks) -> Cluster:
        child = self.start(NODE, HERE / "foreign_cluster.js", json.dumps({"quirks": quirks}))
        return Cluster(self, child, json.loads(child.line()))

    def external(self, cluster, capabilities="msg"):
        external = self.node("external_system.js", cluster.ws(), cluster.point("msg")["token"], capabilities)
        external.event("setup")
        return external.event("ready")

    def state(self, cluster) -> dict:
        return self.curl("GET", cluster.url + "/peers/state").json()

    def operate(self, cluster, connection, event, content="{}", timeout="3", **access):
        return self.cli("operate", "sendtokenmsg", "--conn", connection, "--capability", "msg", "--event", event, "--content", content,
                        "--sync", "--timeout", timeout, "--format", "json", cluster=cluster, **access)

    def assert_clean(self, cluster, sessions=()):
        state = self.state(cluster)
        self.assertEqual((state["sessions"], state["scripts"], state["files"]), (list(sessions), [], []), state)

    def test_every_outcome(self):
        cluster = self.foreign()
        connection = self.external(cluster)["connectionid"]
        success = self.operate(cluster, connection, "hello", '{"name":"Ёж"}')
        self.assert_ran(success, 0)
        self.assertEqual(json.loads(success.json()["result"])["greeting"], "Hello Ёж")
        error = self.operate(cluster, connection, "fail")
        self.assert_ran(error, 1)
        self.assertEqual((error.json()["outcome"], error.json()["error"]), ("error", "rejected: not today"))
        late = self.operate(cluster, connection, "silent", timeout="0.2")
        self.assert_ran(late, 1)
        self.assertEqual(late.json()["outcome"], "timeout")
        gone = self.operate(cluster, "nobody-has-this-id", "hello")
        self.assert_ran(gone, 1)
        self.assertTrue(gone.json()["error"].startswith("not_found: "), gone.json())
        self.assert_clean(cluster, ["outside"])

    def test_noise(self):
        for quirk in ("garbage", "stray answers"):
            with self.subTest(quirk):
                cluster = self.foreign(quirk)
                # The noise goes to every connection of that cluster, so the peer is the command line's own verb.
                peer = self.start_cli("peer", "--as", "token", "--capability", "msg", "--rules", self.rules(), "--format", "json",
                                      cluster=cluster,
                                      token=cluster.point("msg")["token"])
                connected = json.loads(peer.line())
                connection = next(value for value in connected.values() if isinstance(value, str) and len(value) == 36)
                ran = self.operate(cluster, connection, "hello")
                self.assert_ran(ran, 0)
                self.assertEqual(json.loads(ran.json()["result"])["by"], "rule")

    def rules(self):
        path = self.folder / "rules.json"
        path.write_text(json.dumps({"rules": [{"match": {"method": "hello"}, "reply": {"body": {"by": "rule"}}}]}), encoding="utf-8")
        return path

    def test_connections(self):
        cluster = self.foreign()
        ready = self.external(cluster)
        listed = self.cli("connections", "--format", "json", cluster=cluster)
        self.assert_ran(listed, 0)
        row = next(row for row in listed.json() if row["connection_id"] == ready["connectionid"])
        self.assertEqual((row["kind"], row["site"], row["node"], row["caps"]), ("token", "north", "ws-7", ["msg"]))
        only = self.cli("connections", "--capability", "nothing-has-it", "--format", "json", cluster=cluster)
        self.assertEqual(only.json(), [])

    def test_files(self):
        cluster = self.foreign()
        connection = self.external(cluster, "msg,rest")["connectionid"]
        local, saved = self.folder / "сводка 1.bin", self.folder / "saved.bin"
        local.write_bytes(os.urandom(50_000))

        def act(*arguments):
            ran = self.cli("operate", *arguments, "--conn", connection, "--format", "json", cluster=cluster)
            self.assert_ran(ran, 0)
            return ran.json()

        act("websocktemp", "--method", "put_file", "--path", local, "--name", "stored.bin")
        listed = json.loads(act("websocktemp", "--method", "get_coll")["result"])
        self.assertEqual([(file["name"], file["size"]) for file in listed], [("stored.bin", 50_000)])
        act("websocktemp", "--method", "get_file", "--name", "stored.bin", "--save", saved)
        self.assertEqual(saved.read_bytes(), local.read_bytes())
        act("websocktemp", "--method", "delete_file", "--name", "stored.bin")
        placed = act("ws_temp_file", "--path", local, "--save", self.folder / "linked.bin")
        self.assertRegex(placed["result"], r"^/download/")
        self.assertEqual((self.folder / "linked.bin").read_bytes(), local.read_bytes())
        self.assert_clean(cluster, ["outside"])

    def test_hello_runs_here_with_operations_there(self):
        cluster = self.foreign()
        connection = self.external(cluster)["connectionid"]
        hello = json.loads((HERE.parents[1] / "resources/examples/hello.json").read_text(encoding="utf-8"))
        data = hello.get("scriptdata", hello)
        for item in data["objects"]:
            if item["oType"] == 144:
                item.update(conn={"argType": 1, "varType": 2, "value": connection}, eventName={"argType": 1, "varType": 2, "value": "hello"},
                            capabilityName={"argType": 1, "varType": 2, "value": "msg"}, direction=0,
                            content={"argType": 1, "varType": 2, "value": '{"name":"run"}'})
        hello.pop("x-signalbox", None)
        data.pop("x-signalbox", None)
        path = self.folder / "hello.json"
        path.write_text(json.dumps(hello), encoding="utf-8")
        ran = self.cli("run", path, "--format", "json", cluster=cluster)
        self.assert_ran(ran, 0)
        self.assertEqual(ran.json()["reason"], "normal")
        self.assertIn("success", [step["outcome"] for step in ran.json()["steps"] if step["type"] == "websock"])
        self.assert_clean(cluster, ["outside"])

    # --- a cluster that fails us ---

    def assert_refused(self, cluster, code, *words, **access):
        ran = self.operate(cluster, "any", "hello", seconds=45, **access)
        self.assert_ran(ran, code)
        for word in words:
            self.assertIn(word, ran.err)
        return ran

    def test_login_page_instead_of_json(self):
        self.assert_refused(self.foreign("html login"), 4)

    def test_wrong_password(self):
        cluster = self.foreign()
        ran = self.assert_refused(cluster, 4, "login or password is wrong", password="my-secret-guess")
        self.assertNotIn("my-secret-guess", ran.err + ran.out)
        self.assertEqual(self.state(cluster)["failedLogins"], 1, "one try, no blind second one")

    def test_too_many_sessions(self):
        ran = self.assert_refused(self.foreign("too many"), 4, "sessions")
        self.assertIn("DELETE" if "DELETE" in ran.err else "session", ran.err)

    def test_wrong_token(self):
        cluster = self.foreign()
        token = "f" * 32
        ran = self.assert_refused(cluster, 4, token=token)
        self.assertNotIn(token, ran.err + ran.out)
        self.assert_clean(cluster)

    def test_capability_refused(self):
        cluster = self.foreign("refuse svcscript")
        self.assert_refused(cluster, 4, "svcscript")
        self.assert_clean(cluster)

    def test_session_expires(self):
        cluster = self.foreign("session expires")
        self.assertIn(self.operate(cluster, "any", "hello").code, (1, 4))
        self.assertLess(self.state(cluster)["failedLogins"], 5, "a stale session is not tried until the ban")

    def test_link_closes_while_we_wait(self):
        cluster = self.foreign("close on start")
        ran = self.operate(cluster, "any", "hello")
        self.assertIn(ran.code, (1, 4), str(ran))
        self.assertTrue(ran.err.strip())
        self.assert_clean(cluster)

    def test_no_answer_at_all(self):
        """The carrier's own limit is the operation's plus 5 s; then it is an error, not a timeout of the component."""
        cluster = self.foreign("never answer")
        ran = self.operate(cluster, "any", "hello", timeout="0.2", seconds=60)
        self.assertIn(ran.code, (1, 4), str(ran))
        if ran.out:
            self.assertEqual(ran.json()["outcome"], "error")
        self.assert_clean(cluster)

    def test_upload_cut_half_way(self):
        cluster = self.foreign("cut upload")
        big = self.folder / "big.bin"
        big.write_bytes(bytes(8 * 1024 * 1024))
        connection = self.external(cluster, "msg,rest")["connectionid"]
        ran = self.cli("operate", "websocktemp", "--conn", connection, "--method", "put_file", "--path", big, "--format", "json",
                       cluster=cluster)
        self.assertIn(ran.code, (1, 4), str(ran))
        self.assertTrue(ran.err.strip())
        self.assert_clean(cluster, ["outside"])

    def test_upload_refused_with_200(self):
        cluster = self.foreign("refuse parts")
        small = self.folder / "small.bin"
        small.write_bytes(b"x")
        connection = self.external(cluster, "msg,rest")["connectionid"]
        ran = self.cli("operate", "websocktemp", "--conn", connection, "--method", "put_file", "--path", small, "--format", "json",
                       cluster=cluster)
        self.assertIn(ran.code, (1, 4), str(ran))
        self.assert_clean(cluster, ["outside"])

    def test_download_cut_half_way(self):
        cluster = self.foreign("cut download")
        local, saved = self.folder / "a.bin", self.folder / "saved.bin"
        local.write_bytes(bytes(100_000))
        connection = self.external(cluster, "msg,rest")["connectionid"]
        ran = self.cli("operate", "ws_temp_file", "--conn", connection, "--path", local, "--save", saved, "--format", "json",
                       cluster=cluster)
        self.assertIn(ran.code, (1, 4), str(ran))
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith("saved")], [], "no half-written file")
        self.assert_clean(cluster, ["outside"])


if __name__ == "__main__":
    unittest.main()
