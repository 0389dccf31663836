#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What clusters leave in the folder for temporary files: nothing when they are ended, and of one that was killed nothing for longer than until
the next start, which touches neither what belongs to the living nor what is no cluster's."""
import json
import os
import signal
import socket
import subprocess
import unittest
from pathlib import Path

from harness import BIN, Child, Cluster, PeerTest, wait_for
from wire import WebSocket

CONTENT = b"kept by a living cluster"


class Leftovers(PeerTest):
    def setUp(self):
        super().setUp()
        self.temp = self.folder / "temp"
        self.temp.mkdir()

    def launch(self, *arguments) -> Child:
        return self.start(BIN / "signalbox-cluster", *arguments, environment={"TMPDIR": str(self.temp)})

    def begin(self, *arguments) -> Cluster:
        child = self.launch(*arguments)
        return Cluster(self, child, json.loads(child.line()))

    def begin_own(self) -> tuple:
        """A cluster, and the folder that it has made."""
        before = self.left()
        cluster = self.begin()
        (own,) = self.left() - before
        return cluster, own

    def left(self) -> set:
        return {entry.name for entry in self.temp.iterdir()}

    def url(self, cluster: Cluster) -> str:
        return cluster.url + "/rest/v1/fs/targets/custom"

    def put(self, cluster: Cluster) -> None:
        path = self.folder / "kept.txt"
        path.write_bytes(CONTENT)
        self.assertEqual(self.curl("POST", self.url(cluster), "-F", f"file=@{path}", cookie=cluster.cookie()).status // 100, 2)

    def assert_kept(self, cluster: Cluster) -> None:
        self.assertEqual(self.curl("GET", self.url(cluster) + "/kept.txt", cookie=cluster.cookie()).body, CONTENT)

    def test_killed(self):
        """The next start removes it with all that is in it."""
        cluster, dead = self.begin_own()
        self.put(cluster)
        self.assertEqual(cluster.child.end(signal.SIGKILL), -signal.SIGKILL)
        self.assertEqual(self.left(), {dead})
        self.assertTrue(any(path.is_file() and path.read_bytes() == CONTENT for path in (self.temp / dead).rglob("*")), "the file is in it")
        second = self.begin()
        self.assertNotIn(dead, self.left())
        self.assertEqual(len(self.left()), 1, "one cluster, one folder")
        self.assertEqual(self.curl("GET", self.url(second) + "/kept.txt", cookie=second.cookie()).status, 404)
        self.assertEqual(second.child.end(), 0)
        self.assertEqual(self.left(), set())

    def test_many_killed(self):
        dead = [self.begin() for _ in range(5)]
        names = self.left()
        self.assertEqual(len(names), 5)
        for cluster in dead:
            cluster.child.end(signal.SIGKILL)
        self.assertEqual(self.left(), names)
        cluster = self.begin()
        self.assertFalse(names & self.left())
        self.put(cluster)
        self.assert_kept(cluster)

    def test_the_command_line_removes_it_too(self):
        """Its embedded cluster is one like any other."""
        cluster, living = self.begin_own()
        other, dead = self.begin_own()
        self.put(cluster)
        other.child.end(signal.SIGKILL)
        self.assert_ran(self.cli("connections", environment={"TMPDIR": str(self.temp)}), 0)
        self.assertEqual(self.left(), {living})
        self.assert_kept(cluster)

    def test_living(self):
        """It keeps its folder through other starts, ends and kills, and none of those starts harms another."""
        cluster, own = self.begin_own()
        self.put(cluster)
        others = [self.launch() for _ in range(6)]  # at the same time
        for child in others:
            child.line()
        self.assertEqual(len(self.left()), 7, "each has one")
        for number, child in enumerate(others):
            self.assertIn(child.end(signal.SIGKILL if number % 2 else signal.SIGTERM), (0, -signal.SIGKILL))
        self.assertEqual(len(self.left()), 4, "the living one's and those of the killed")
        rush = [self.launch() for _ in range(6)]  # all of them find the same dead ones
        ready = [Cluster(self, child, json.loads(child.line())) for child in rush]
        self.assertEqual(len(self.left()), 7)
        self.assertIn(own, self.left())
        self.assert_kept(cluster)
        for each in ready:
            self.put(each)
            self.assert_kept(each)

    def test_stopped(self):
        """One that hangs is not dead."""
        cluster, own = self.begin_own()
        self.put(cluster)
        pid = cluster.child.process.pid
        os.kill(pid, signal.SIGSTOP)
        try:
            wait_for(lambda: " T " in Path(f"/proc/{pid}/stat").read_text(encoding="latin-1"), "it has stopped")
            other, _ = self.begin_own()
            self.assertEqual(other.child.end(), 0)
        finally:
            os.kill(pid, signal.SIGCONT)
        self.assertEqual(self.left(), {own})
        self.assert_kept(cluster)

    def test_ended(self):
        for how in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(how):
                cluster, _ = self.begin_own()
                self.put(cluster)
                self.assertEqual(cluster.child.end(how), 0)
                self.assertEqual(self.left(), set())

    def test_ended_in_the_middle(self):
        """With links open, an upload that has not come to its end, and nodes that were stopped and killed."""
        cluster = self.begin("--nodes", "3")
        control = cluster.ready["control"]
        for number, how in ((1, "stop"), (2, "kill")):
            node = cluster.ready["nodes"][number]
            answer = self.curl("POST", f"{control['url'].rstrip('/')}/control/v1/nodes/{node['site']}/{node['node']}/{how}", bearer=control["token"])
            self.assertEqual(answer.status // 100, 2, answer.body)
        cookie = cluster.cookie()
        link = WebSocket(cluster.url, cluster.point("msg")["token"])
        self.addCleanup(link.close)
        link.set_up("msg")
        host, port = cluster.url.rsplit("/", 1)[1].split(":")
        upload = socket.create_connection((host, int(port)))
        self.addCleanup(upload.close)
        upload.sendall(f"POST /rest/v1/fs/targets/custom HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nContent-Type: multipart/form-data; boundary=B\r\n"
                       "Content-Length: 5000000\r\n\r\n--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"cut.bin\"\r\n\r\n".encode() +
                       b"x" * 1_000_000)
        wait_for(lambda: any(path.is_file() and path.stat().st_size > 100_000 for path in self.temp.rglob("*")), "a part of it is on the disk")
        self.assertEqual(cluster.child.end(), 0)
        self.assertEqual(self.left(), set())

    def test_failed_start(self):
        """No valid configuration, no port, no certificate."""
        cluster, own = self.begin_own()
        broken = self.folder / "broken.json"
        broken.write_text("{", encoding="utf-8")
        for arguments, code in ((("--config", broken), 3), (("--port", cluster.url.rsplit(":", 1)[1]), 4), (("--tls", broken, broken), 3)):
            with self.subTest(code):
                done = subprocess.run([BIN / "signalbox-cluster", *arguments], capture_output=True, text=True, timeout=20, cwd=self.folder,
                                      stdin=subprocess.DEVNULL, env={**os.environ, "TMPDIR": str(self.temp)})
                self.assertEqual(done.returncode, code, done.stderr)
                self.assertEqual(self.left(), {own})

    def test_what_is_no_clusters(self):
        """Names alone are no reason to remove anything."""
        mine = self.folder / "mine"
        mine.mkdir()
        (mine / "lock").touch()
        (mine / "precious.txt").write_text("precious")
        notes = self.temp / "signalbox-cluster-notes"
        notes.mkdir()
        (notes / "precious.txt").write_text("precious")
        (self.temp / "signalbox-cluster-link").symlink_to(mine)
        (self.temp / "signalbox-cluster-nowhere").symlink_to(self.folder / "nowhere")
        (self.temp / "signalbox-cluster-file").write_text("precious")
        (self.temp / "another").mkdir()
        (self.temp / "another/lock").touch()
        before = self.left()
        linking, dead = self.begin_own()
        linking.child.end(signal.SIGKILL)
        (self.temp / dead / "out").symlink_to(mine)  # whatever it points at stays
        cluster = self.begin()
        self.assertNotIn(dead, self.left())
        self.assertEqual(cluster.child.end(), 0)
        self.assertEqual(self.left(), before)
        for path in (mine, notes):
            self.assertEqual((path / "precious.txt").read_text(), "precious")
        self.assertTrue((self.temp / "another/lock").exists())


if __name__ == "__main__":
    unittest.main()
