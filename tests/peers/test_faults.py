#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong around a run: a cluster that is not there or goes, signals, and that nothing stays behind."""
import json
import signal
import socket
import unittest

from harness import HERE, NODE, PeerTest, ROOT, wait_for


class Faults(PeerTest):
    def external(self, cluster, node=0):
        external = self.node("external_system.js", cluster.ws(node), cluster.point("msg")["token"], "msg")
        external.event("setup")
        return external, external.event("ready")["connectionid"]

    def waiting_operation(self, cluster, connection, seconds="25"):
        return self.start_cli("operate", "sendtokenmsg", "--conn", connection, "--capability", "msg", "--event", "silent", "--content", "{}",
                              "--sync", "--timeout", seconds, "--format", "json", cluster=cluster)

    def wait_for_frame(self, external, method="silent"):
        while external.event("frame")["method"] != method:
            pass

    def free_port(self) -> int:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return probe.getsockname()[1]

    def test_cluster_that_is_not_there(self):
        environment = {"P": "x", "T": "0" * 32}
        access = ["--domain", "d", "--login", "l", "--password-env", "P", "--token-env", "T", "--cluster"]
        for address in (f"http://127.0.0.1:{self.free_port()}", "http://no-such-host.invalid:8080"):
            for verb in (["connections"], ["run", ROOT / "resources/examples/hello.json"],
                         ["operate", "ws_temp_file", "--conn", "x", "--path", ":SYNC_COMMON/custom/x"]):
                with self.subTest((address, verb[0])):
                    ran = self.cli(*access, address, *verb, environment=environment)
                    self.assert_ran(ran, 4)
                    self.assertEqual(ran.out.strip(), "" if verb[0] == "connections" else ran.out.strip())

    def test_port_of_another_protocol(self):
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen()
            ran = self.start_cli("connections", "--cluster", f"http://127.0.0.1:{server.getsockname()[1]}", "--domain", "d", "--login", "l",
                                 "--password-env", "HOME", "--token-env", "HOME")
            link, _ = server.accept()
            link.recv(1000)
            link.sendall(b"220 mail.example ESMTP\r\n")
            link.close()
            server.close()
            self.assertEqual(ran.wait(), 4, ran.error_text())
            self.assertTrue(ran.error_text().strip())

    def test_wrong_password_and_token(self):
        cluster = self.start_cluster()
        for access in ({"password": "wrong-guess"}, {"token": "e" * 32}, {"login": "nobody"}):
            with self.subTest(access):
                ran = self.cli("operate", "sendtokenmsg", "--conn", "x", "--capability", "msg", "--event", "e", "--content", "{}",
                               cluster=cluster, **access)
                self.assert_ran(ran, 4)
                for secret in ("wrong-guess", "e" * 32, cluster.user("admin")["pwd"]):
                    self.assertNotIn(secret, ran.err + ran.out)

    def test_ban_is_named(self):
        cluster = self.start_cluster()
        texts = [self.cli("connections", cluster=cluster, password="wrong") for _ in range(6)]
        for ran in texts:
            self.assert_ran(ran, 4)
        self.assertNotEqual(texts[0].err, texts[-1].err, "being banned reads otherwise than a wrong password")

    def test_session_limit_says_what_to_do(self):
        cluster = self.start_cluster()
        for _ in range(10):
            cluster.cookie()
        ran = self.cli("connections", cluster=cluster)
        self.assert_ran(ran, 4)
        self.assertIn("session", ran.err)

    def test_terminated_in_mid_run(self):
        for how in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(how):
                cluster = self.start_cluster()
                cookie = cluster.cookie()
                external, connection = self.external(cluster)
                before = cluster.lasting_sessions(cookie)
                running = self.waiting_operation(cluster, connection)
                self.wait_for_frame(external)
                self.assertEqual(len(cluster.leftovers(cookie)["carriers"]), 1)
                self.assertNotEqual(running.end(how, 10), 0)
                self.assertEqual(cluster.leftovers(cookie), {"carriers": [], "files": []})
                wait_for(lambda: cluster.lasting_sessions(cookie) == before, "the session ends", 10)

    def test_terminated_with_a_staged_file(self):
        cluster = self.start_cluster()
        cookie = cluster.cookie()
        external, connection = self.external(cluster)
        (self.folder / "in").mkdir()
        (self.folder / "in/a.txt").write_text("content", encoding="utf-8")
        scenario = self.scenario(connection)
        running = self.start_cli("run", scenario, "--files", f":GLOBALSHARE={self.folder / 'in'}", "--format", "json", cluster=cluster)
        self.wait_for_frame(external)
        self.assertEqual(running.end(signal.SIGTERM, 10) == 0, False)
        self.assertEqual(cluster.leftovers(cookie), {"carriers": [], "files": []})

    def scenario(self, connection):
        """Places a file, then waits for an answer that never comes."""
        def constant(text, kind=2):
            return {"argType": 1, "varType": kind, "value": text}
        common = {"oLeft": 0, "oTop": 0, "oWidth": 32, "oHeight": 32, "oLayer": 0, "oCreationDate": "2026-11-24 09:00:00", "name": "x", "info": ""}
        objects = [{"oId": 1, "oType": 101, "type": 0, "defineVars": 1, "transfer": 2},
                   {"oId": 2, "oType": 144, "operation": 1, "conn": constant(connection), "filePath": constant(":GLOBALSHARE/a.txt"),
                    "transfer": 3, "transferTimeout": 4, "transferError": 4, "resultVariable": "link"},
                   {"oId": 3, "oType": 144, "operation": 0, "conn": constant(connection), "direction": 0, "capabilityName": constant("msg"),
                    "eventName": constant("silent"), "content": constant("{}"), "syncMode": 1, "timeoutSec": constant("25", 1),
                    "transfer": 4, "transferTimeout": 4, "transferError": 4},
                   {"oId": 4, "oType": 102}]
        path = self.folder / "scenario.scr"
        path.write_text(json.dumps({"objects": [{**common, **item} for item in objects],
                                    "variables": [{"id": "00000000-0000-4000-8000-000000000001", "name": "link", "type": 2, "location": 0}],
                                    "scriptVersion": 170105}), encoding="utf-8")
        return path

    def test_cluster_killed_while_we_wait(self):
        cluster = self.start_cluster()
        external, connection = self.external(cluster)
        running = self.waiting_operation(cluster, connection)
        self.wait_for_frame(external)
        cluster.child.end(signal.SIGKILL)
        self.assertIn(running.wait(15), (1, 4), running.error_text())
        self.assertTrue(running.error_text().strip())

    def test_cluster_stopped_while_we_wait(self):
        cluster = self.start_cluster("--nodes", "2")
        external, connection = self.external(cluster, node=1)
        running = self.waiting_operation(cluster, connection)
        self.wait_for_frame(external)
        self.assertEqual(cluster.child.end(signal.SIGTERM, 10), 0, cluster.child.error_text())
        self.assertIn(running.wait(15), (1, 4), running.error_text())
        external.event("closed")

    def test_cluster_ends_cleanly_and_says_nothing(self):
        for how in (signal.SIGTERM, signal.SIGINT):
            cluster = self.start_cluster("--nodes", "3", "--sites", "2")
            self.assertEqual(len(cluster.ready["nodes"]), 3)
            self.assertEqual(len({node["site"] for node in cluster.ready["nodes"]}), 2)
            self.assertEqual(cluster.child.end(how, 10), 0)
            self.assertIsNone(cluster.child.lines.get(timeout=5))

    def test_cluster_options(self):
        def refused(*arguments):
            child = self.start(*self.cluster_command(*arguments))
            code = child.wait()
            self.assertTrue(child.error_text().strip())
            return code
        broken = self.folder / "broken.json"
        broken.write_text('{"domain": ', encoding="utf-8")
        self.assertEqual(refused("--config", broken), 3)
        self.assertEqual(refused("--config", self.folder / "missing.json"), 3)
        self.assertEqual(refused("--no-such-option"), 2)
        self.assertEqual(refused("--nodes", "0"), 2)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            self.assertNotEqual(refused("--port", taken.getsockname()[1]), 0)

    def cluster_command(self, *arguments):
        from harness import BIN
        return [BIN / "signalbox-cluster", *arguments]

    def test_expired_session_is_not_retried(self):
        """The administrator closes our session in mid-run: one error, and our address is not banned for it."""
        cluster = self.start_cluster()
        cookie = cluster.cookie(cluster.user("admin"))
        external, connection = self.external(cluster)
        own = {session["session_id"] for session in cluster.sessions(cookie)}
        running = self.waiting_operation(cluster, connection, seconds="2")
        self.wait_for_frame(external)
        for session in cluster.sessions(cookie):
            if session["session_id"] not in own and session["session_type"] != "token":
                self.curl("DELETE", f"{cluster.url}/rest/v1/master/logicalroles/ws/sessions/{session['session_id']}", cookie=cookie)
        self.assertNotEqual(running.wait(), 0)
        self.assertEqual(cluster.login().status // 100, 2)

    def test_verbs_that_need_a_lasting_cluster(self):
        ran = self.cli("peer", "--as", "token")
        self.assert_ran(ran, 2)

    def test_embedded_runs_leave_no_files(self):
        before = {path.name for path in self.folder.iterdir()}
        ran = self.cli("run", ROOT / "resources/examples/hello.json", "--format", "json", environment={"TMPDIR": str(self.folder)})
        self.assert_ran(ran, 0)
        self.assertEqual(ran.json()["reason"], "normal")
        self.assertEqual({path.name for path in self.folder.iterdir()}, before)

    def test_foreign_server_that_never_answers_the_login(self):
        child = self.start(NODE, HERE / "foreign_cluster.js", json.dumps({"quirks": ["hanging login"]}))
        ready = json.loads(child.line())
        running = self.start_cli("connections", "--cluster", ready["nodes"][0]["url"], "--domain", "d", "--login", "l", "--password-env",
                                 "HOME", "--token-env", "HOME")
        wait_for(lambda: self.curl("GET", ready["nodes"][0]["url"] + "/peers/state").json()["requests"] == 1, "the login arrives")
        self.assertNotEqual(running.end(signal.SIGTERM, 10), 0, "a login that hangs can be interrupted")


if __name__ == "__main__":
    unittest.main()
