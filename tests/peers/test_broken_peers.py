#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers that break the web socket protocol and then stay: they neither close nor read, and say nothing more, or go on with rubbish. They are
unregistered at once and their sockets are let go of, over TCP and over TLS."""
import os
import shutil
import tempfile
import threading
import time
import unittest
from pathlib import Path

from certificates import Authority
from harness import PeerTest, wait_for
from wire import PING, TEXT, WebSocket, frame

UNREGISTERED_S, CLOSED_S = 1, 5
RUBBISH = bytes(range(255, -1, -1)) * 16
BREACHES = {
    "a reserved bit": frame("x", rsv=4),
    "an unmasked frame": frame("x", mask=False),
    "a reserved opcode": frame("x", opcode=3),
    "a ping that is too long": frame(b"x" * 126, PING),
    "text that is no UTF-8": frame(b"\xff\xfe"),
    "a close frame of one byte": frame(b"\x03", 8),
    "a length that is too large": frame(b"", length=1 << 40),
    "a length with the highest bit": frame(b"", length=1 << 63, form=64),
    "rubbish": RUBBISH,
}


def inode(link: WebSocket) -> str:
    """Of the cluster's end of a connection, as /proc names it among the descriptors."""
    mine, theirs = (f"{port:04X}" for port in (link.socket.getsockname()[1], link.socket.getpeername()[1]))
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        fields = line.split()
        if fields[1].endswith(":" + theirs) and fields[2].endswith(":" + mine):
            return f"socket:[{fields[9]}]"
    raise AssertionError("the cluster has no such connection")


def keep_sending(links: list, piece: bytes, pause: float, ended: threading.Event) -> None:
    """To each as fast as it is taken, until the cluster ends the connection."""
    for link in links:
        link.socket.setblocking(False)
    while links and not ended.wait(pause):
        for link in list(links):
            try:
                link.socket.send(piece)
            except ConnectionError:
                links.remove(link)
            except OSError:
                pass  # not taken yet


class Breaches(PeerTest):
    tls = None

    def setUp(self):
        super().setUp()
        self.begin()
        self.token = self.cluster.point("msg")["token"]
        self.cookie = self.cluster.cookie()
        self.before = set(self.cluster.connections(self.cookie))
        good = self.open()
        self.good, self.good_id = good, good.ask("connection_info")["connectionid"]

    def begin(self):
        self.cluster = self.start_cluster()

    def open(self, **options) -> WebSocket:
        link = WebSocket(self.cluster.url, self.token, tls=self.tls, **options)
        self.addCleanup(link.close)
        link.set_up("msg")
        return link

    def has(self, descriptor: str) -> bool:
        folder = f"/proc/{self.cluster.child.process.pid}/fd"
        for name in os.listdir(folder):
            try:
                if os.readlink(f"{folder}/{name}") == descriptor:
                    return True
            except FileNotFoundError:
                pass  # closed meanwhile
        return False

    def registered(self) -> set:
        return set(self.cluster.connections(self.cookie))

    def assert_let_go(self, peers: list, begun: float, registered: set) -> None:
        """peers: (name, descriptor)."""
        wait_for(lambda: self.registered() == registered, "unregistered", max(0.0, begun + UNREGISTERED_S - time.monotonic()))
        late = begun + CLOSED_S
        wait_for(lambda: time.monotonic() > late or not any(self.has(descriptor) for _, descriptor in peers), "checked", CLOSED_S + 1)
        left = [name for name, descriptor in peers if self.has(descriptor)]
        self.assertEqual(left, [], f"still open after {time.monotonic() - begun:.1f} s")
        self.assertEqual(self.good.ask("connection_info")["result"], "ok", "others are not concerned")

    def break_all(self) -> None:
        """Each breach with each of what may follow it, all at the same time."""
        links = {(breach, after): self.open() for breach in BREACHES for after in ("silence", "rubbish", "an octet now and then")}
        peers = [(name, inode(link)) for name, link in links.items()]
        for name, descriptor in peers:
            self.assertTrue(self.has(descriptor), name)
        self.assertEqual(len(self.registered()), len(self.before) + 1 + len(links))
        begun = time.monotonic()
        for (breach, _), link in links.items():
            link.send(BREACHES[breach])
        ended = threading.Event()
        self.addCleanup(ended.set)
        for after, piece, pause in (("rubbish", RUBBISH, 0.005), ("an octet now and then", b"\0", 0.1)):
            chosen = [link for (_, follows), link in links.items() if follows == after]
            threading.Thread(target=keep_sending, args=(chosen, piece, pause, ended), daemon=True).start()
        self.assert_let_go(peers, begun, self.before | {self.good_id})


class BrokenPeers(Breaches):
    def test_breaches(self):
        self.break_all()

    def test_breach_before_anything_is_read(self):
        """Answers wait for it that it never takes; then it breaks the protocol."""
        link = self.open(receive_buffer=4096)
        descriptor = inode(link)
        question = frame('["connection_info",{"qid":"' + "x" * 50_000 + '"}]')
        for _ in range(40):
            link.send(question)
        begun = time.monotonic()
        link.send(BREACHES["a reserved bit"])
        self.assert_let_go([("the deaf one", descriptor)], begun, self.before | {self.good_id})

    def test_breach_within_a_message(self):
        """Between fragments, where the cluster holds half a message."""
        link = self.open()
        descriptor = inode(link)
        link.send(frame("[" + " " * 100_000, TEXT, final=False))
        begun = time.monotonic()
        link.send(BREACHES["an unmasked frame"])
        self.assert_let_go([("the fragments", descriptor)], begun, self.before | {self.good_id})


class BrokenTlsPeers(Breaches):
    def begin(self):
        folder = Path(tempfile.mkdtemp(prefix="signalbox-peers-tls-"))
        self.addCleanup(shutil.rmtree, folder)
        authority = Authority(folder, "servers")
        server = authority.sign("cluster", "server")
        self.tls = authority.context()
        self.cluster = self.start_cluster("--tls", server.certificate, server.key)
        self.authority = authority

    def curl(self, method, url, *arguments, **more):
        return super().curl(method, url, "--cacert", self.authority.certificate, *arguments, **more)

    def test_breaches(self):
        self.break_all()

    def test_no_tls_any_more(self):
        """Bare octets where TLS is spoken break the layer beneath."""
        link = self.open()
        descriptor = inode(link)
        raw = os.dup(link.socket.fileno())
        self.addCleanup(os.close, raw)
        begun = time.monotonic()
        os.write(raw, RUBBISH)
        self.assert_let_go([("bare octets", descriptor)], begun, self.before | {self.good_id})


if __name__ == "__main__":
    unittest.main()
