#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS on the nodes' ports, with and without client certificates, by curl, python3-websockets and signalbox-cli; and what is no TLS on them."""
import asyncio
import json
import os
import shutil
import ssl
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

import websockets
from certificates import Authority, command
from harness import BIN, PeerTest, wait_for
from wire import WebSocket, Wire, request

CURRENT = "/rest/v1/iam/sessions/current"
HANDSHAKE_S = 1.0
OPERATION = ("operate", "sendtokenmsg", "--conn", "point=crm,capability=msg", "--capability", "msg", "--event", "hello",
             "--content", '{"text":"Hi"}', "--sync", "--format", "json")


def hello() -> bytes:
    """What a TLS client says first."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = ssl.create_default_context().wrap_bio(incoming, outgoing, server_hostname="localhost")
    try:
        client.do_handshake()
    except ssl.SSLWantReadError:
        pass
    return outgoing.read()


def plain(url: str) -> str:
    return url.replace("https", "http", 1)


class TlsTest(PeerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.certificates = Path(tempfile.mkdtemp(prefix="signalbox-peers-tls-"))
        cls.addClassCleanup(shutil.rmtree, cls.certificates)
        cls.authority = Authority(cls.certificates, "servers")
        cls.server = cls.authority.sign("cluster", "server")
        cls.clients = Authority(cls.certificates, "clients")
        cls.client = cls.clients.sign("person", "client")
        cls.tls = ("--tls", cls.server.certificate, cls.server.key)

    token, trust = "x", ()

    def curl(self, method, url, *arguments, **more):
        return super().curl(method, url, *self.trust, *arguments, **more)

    def begin(self, *arguments, changes=None):
        self.cluster = self.start_cluster(*self.tls, *arguments, changes=changes)
        self.trust = ("--cacert", self.authority.certificate)
        self.token = self.cluster.point("msg")["token"]
        return self.cluster

    def by_cli(self, *arguments, **more):
        return self.cli(*OPERATION, *arguments, cluster=self.cluster, **more)

    def assert_operation(self, ran):
        self.assert_ran(ran, 0)
        self.assertIn("Hello from the CRM", ran.out)

    def conversation(self, context, url=None):
        """setup and connection_info by python3-websockets."""
        async def whole():
            async with websockets.connect((url or self.cluster.ws()) + "/ws/token/v1/" + self.token, ssl=context) as link:
                await link.send(json.dumps(["setup", {"qid": 1, "capabilities": [{"key": "msg"}]}]))
                setup = json.loads(await asyncio.wait_for(link.recv(), 10))
                await link.send(json.dumps(["connection_info", {"qid": 2}]))
                return setup, json.loads(await asyncio.wait_for(link.recv(), 10))
        return asyncio.run(whole())

    def assert_conversation(self, context):
        setup, info = self.conversation(context)
        self.assertEqual(setup[0], "setup_result")
        self.assertEqual(setup[1]["capabilities"], [{"key": "msg", "result": "ok"}])
        self.assertEqual(info[0], "connection_info_result")
        self.assertEqual((info[1]["qid"], info[1]["result"]), (2, "ok"))
        self.assertTrue(info[1]["connectionid"])


class Tls(TlsTest):
    def test_addresses(self):
        cluster = self.begin("--nodes", "3", "--sites", "2")
        self.assertEqual(len(cluster.ready["nodes"]), 3)
        for number, node in enumerate(cluster.ready["nodes"]):
            self.assertTrue(node["url"].startswith("https://127.0.0.1:"), node)
            self.assertTrue(cluster.ws(number).startswith("wss://"))
            self.assertEqual(self.curl("GET", node["url"].rstrip("/") + CURRENT).status, 401)
        self.assertEqual(self.curl("GET", cluster.url.replace("127.0.0.1", "localhost") + CURRENT).status, 401)

    def test_curl(self):
        cluster = self.begin()
        cookie = cluster.cookie()
        self.assertEqual(self.curl("GET", cluster.url + CURRENT, cookie=cookie).status, 200)
        for name, trust in (("none", ()), ("of somebody else", ("--cacert", self.clients.certificate))):
            with self.subTest(name):
                self.trust = trust
                refused = self.curl("GET", cluster.url + CURRENT, cookie=cookie)
                self.assertEqual(refused.status, 0)
                self.assertIn("certificate", refused.headers)  # what curl says about it
        self.trust = ("--cacert", self.authority.certificate)
        self.assertEqual(self.curl("GET", cluster.url + CURRENT, cookie=cookie).status, 200)

    def test_files(self):
        """Many records of TLS each way, and that the end of the last one arrives."""
        cluster = self.begin()
        cookie = cluster.cookie()
        content = os.urandom(3_000_001)
        path = self.folder / "large.bin"
        path.write_bytes(content)
        url = cluster.url + "/rest/v1/fs/targets/custom"
        self.assertEqual(self.curl("POST", url, "-F", f"file=@{path}", cookie=cookie).status // 100, 2)
        self.assertEqual(self.curl("GET", url + "/large.bin", cookie=cookie).body, content)

    def test_websockets(self):
        self.begin()
        self.assert_conversation(self.authority.context())
        with self.assertRaises(ssl.SSLError):
            self.conversation(ssl.create_default_context())

    def test_bare_web_socket(self):
        """Octets and frames cut anywhere; the close handshake in good order."""
        cluster = self.begin()
        with WebSocket(cluster.url, self.token, tls=self.authority.context()) as link:
            self.assertTrue(link.accepts())
            self.assertEqual(link.set_up("msg")["capabilities"], [{"key": "msg", "result": "ok"}])
            self.assertEqual(link.ask("connection_info", text="x" * 500_000)["result"], "ok")
            link.send(b"\x88", b"\x82\0\0", b"\0\0\x03", b"\xe8")
            self.assertEqual(link.close_code(), 1000)
            self.assertEqual(link.remainder(), b"")

    def test_cli(self):
        self.begin()
        self.assert_operation(self.by_cli("--ca", self.authority.certificate))
        listed = self.cli("connections", "--format", "json", "--ca", self.authority.certificate, cluster=self.cluster)
        self.assert_ran(listed, 0)
        for name, arguments in (("none", ()), ("of somebody else", ("--ca", self.clients.certificate))):
            with self.subTest(name):
                self.assert_ran(self.by_cli(*arguments), 4)

    def test_in_the_cluster_file(self):
        """Relative paths are beside it."""
        shutil.copy(self.server.certificate, self.folder / "cert.pem")
        shutil.copy(self.server.key, self.folder / "key.pem")
        cluster = self.start_cluster(changes={"tls": {"certificate": "cert.pem", "key": "key.pem"}})
        self.trust = ("--cacert", self.authority.certificate)
        self.assertTrue(cluster.url.startswith("https://"))
        self.assertEqual(self.curl("GET", cluster.url + CURRENT).status, 401)

    def test_large_body_is_refused_readably(self):
        """All is sent before anything is read: the answer is there all the same, and the end of TLS behind it."""
        cluster = self.begin(changes={"limits": {"bodyBytes": 100_000}})
        with Wire(cluster.url, tls=self.authority.context()) as link:
            self.assertTrue(link.send(request("POST", "/rest/v1/iam/sessions", link.host, body=b" " * 2_000_000)), "it is read to its end")
            answers = link.responses()
        self.assertEqual([answer.status for answer in answers], [413])
        self.assertEqual(answers[0].json()["error_code"], 413)

    def test_cookie_is_secure(self):
        cluster = self.begin()
        for answer in (cluster.login(), self.curl("DELETE", cluster.url + CURRENT, cookie=cluster.cookie())):
            attributes = [part.strip().lower() for part in answer.header("Set-Cookie").split(";")[1:]]
            self.assertIn("secure", attributes)
            self.assertIn("httponly", attributes)

    def test_cookie_without_tls_is_not_secure(self):
        cluster = self.start_cluster()
        for answer in (cluster.login(), self.curl("DELETE", cluster.url + CURRENT, cookie=cluster.cookie())):
            attributes = [part.strip().lower() for part in answer.header("Set-Cookie").split(";")[1:]]
            self.assertNotIn("secure", attributes)
            self.assertIn("httponly", attributes)


class ClientCertificates(TlsTest):
    def setUp(self):
        super().setUp()
        self.begin("--tls-client-ca", self.clients.certificate)
        self.certificate = ("--cert", self.client.certificate, "--key", self.client.key)
        self.foreign = self.authority.sign("stranger", "client")

    def test_curl(self):
        for name, arguments in (("none", ()), ("of another authority", ("--cert", self.foreign.certificate, "--key", self.foreign.key))):
            with self.subTest(name):
                refused = self.curl("GET", self.cluster.url + CURRENT, *arguments)
                self.assertEqual((refused.status, refused.body), (0, b""), refused.headers)
        self.trust += self.certificate
        self.assertEqual(self.curl("GET", self.cluster.url + CURRENT, cookie=self.cluster.cookie()).status, 200)

    def test_websockets(self):
        with self.assertRaises((OSError, websockets.WebSocketException)):
            self.conversation(self.authority.context())
        self.assert_conversation(self.authority.context(self.client))

    def test_cli(self):
        trust = ("--ca", self.authority.certificate)
        self.assert_ran(self.by_cli(*trust), 4)
        self.assert_ran(self.by_cli(*trust, "--client-cert", self.foreign.certificate, "--client-key", self.foreign.key), 4)
        self.assert_operation(self.by_cli(*trust, "--client-cert", self.client.certificate, "--client-key", self.client.key))

    def test_resumed_session(self):
        """A client that resumes its TLS session is known by it and served."""
        context = self.authority.context(self.client)
        context.maximum_version = ssl.TLSVersion.TLSv1_2  # with 1.3 the ticket comes after the handshake, at any time
        session = None
        for is_resumed in (False, True):
            with Wire(self.cluster.url) as link:
                link.socket = context.wrap_socket(link.socket, server_hostname="127.0.0.1", session=session)
                self.assertEqual(link.socket.session_reused, is_resumed)
                link.send(request("GET", CURRENT, link.host))
                self.assertEqual(link.response().status, 401)
                session = link.socket.session


class NoTls(TlsTest):
    """Whoever speaks something else than a port expects."""

    def assert_served(self):
        self.assertIsNone(self.cluster.child.process.poll(), "the cluster has ended")
        self.assertEqual(self.cluster.login().status // 100, 2)

    def test_plain_http_to_tls(self):
        self.begin()
        upgrade = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13")
        for name, sent in (("GET", request("GET", CURRENT, "x")), ("HTTP/1.0", request("GET", CURRENT, "x", version="HTTP/1.0")),
                           ("POST with a body", request("POST", "/rest/v1/iam/sessions", "x", body=b"{}")),
                           ("web socket", request("GET", "/ws/token/v1/" + self.token, "x", *upgrade)),
                           ("PUT with a large body", request("PUT", CURRENT, "x", body=b"x" * 500_000))):
            with self.subTest(name), Wire(plain(self.cluster.url)) as link:
                link.send(sent)
                answers = link.responses()
                self.assertEqual([answer.status for answer in answers], [400])
                self.assertEqual(answers[0].header("Content-Type"), "application/json")
                self.assertEqual(answers[0].json()["error_code"], 400)
                self.assertIn("https", answers[0].json()["error_message"])
                self.assertEqual(answers[0].header("Connection"), "close")
        answer = self.curl("GET", plain(self.cluster.url) + CURRENT)
        self.assertEqual((answer.status, answer.json()["error_code"]), (400, 400))
        self.assert_served()

    def test_rubbish_to_tls(self):
        """It is closed, be it with an alert or without a word."""
        self.begin()
        greeting = hello()
        for name, sent in (("octets", bytes(range(256)) * 20), ("zeros", b"\0" * 5000), ("a hello that is cut by rubbish", greeting[:60] + b"\xff" * 5000),
                           ("a record that is too long", b"\x16\x03\x01\xff\xff" + b"x" * 70_000), ("an alert", b"\x15\x03\x01\0\x02\x02\x28"),
                           ("application data at once", b"\x17\x03\x03\0\x10" + b"x" * 16), ("two hellos", greeting + greeting)):
            with self.subTest(name), Wire(plain(self.cluster.url), seconds=5) as link:
                link.send(sent)
                self.assertNotIn(b"HTTP/", link.remainder())
        self.assert_served()

    def test_tls_to_plain_http(self):
        self.cluster = self.start_cluster()
        with Wire(self.cluster.url) as link:
            link.send(hello())
            got = link.remainder()
            self.assertTrue(not got or got.startswith(b"HTTP/1.1 4"), got)
        refused = self.curl("GET", self.cluster.url.replace("http", "https", 1) + CURRENT)
        self.assertEqual(refused.status, 0)
        with self.assertRaises((OSError, websockets.WebSocketException)):
            self.conversation(self.authority.context(), self.cluster.ws().replace("ws", "wss", 1))
        self.assert_served()


class UnfinishedHandshakes(TlsTest):
    COUNT = 20  # of each kind

    def test_unfinished_handshakes(self):
        self.begin(changes={"limits": {"handshakeTimeoutMs": int(HANDSHAKE_S * 1000)}})
        before = self.cluster.descriptors()
        self.assertEqual(self.cluster.login().status // 100, 2)
        greeting = hello()
        kinds = {"silent": b"", "one octet": greeting[:1], "half a hello": greeting[:100], "a hello": greeting}
        ended = []

        def watch(kind, link):
            begun = time.monotonic()
            link.send(kinds[kind])
            try:
                got = link.remainder()
            except AssertionError as late:
                got = late
            ended.append((kind, time.monotonic() - begun, got))

        watchers = []
        for kind in kinds:
            for _ in range(self.COUNT):
                link = Wire(plain(self.cluster.url), seconds=10)
                self.addCleanup(link.close)
                watchers.append(threading.Thread(target=watch, args=(kind, link)))
        for watcher in watchers:
            watcher.start()
        served = 0
        context = self.authority.context()
        while any(watcher.is_alive() for watcher in watchers):
            begun = time.monotonic()
            with Wire(self.cluster.url, tls=context) as good:
                good.send(request("GET", CURRENT, good.host))
                self.assertEqual(good.response().status, 401)
            self.assertLess(time.monotonic() - begun, HANDSHAKE_S * 0.75, "others are served meanwhile")
            served += 1
        for watcher in watchers:
            watcher.join()
        self.assertGreater(served, 10)
        self.assertEqual(len(ended), len(kinds) * self.COUNT)
        for kind, seconds, got in ended:
            with self.subTest(kind):
                self.assertIsInstance(got, bytes)
                self.assertGreater(seconds, HANDSHAKE_S * 0.5)
                self.assertLess(seconds, HANDSHAKE_S + 4)
                self.assertNotIn(b"HTTP/", got)
        wait_for(lambda: self.cluster.descriptors() <= before, "no descriptor is left")


class WrongFiles(TlsTest):
    def fails(self, *arguments) -> tuple:
        done = subprocess.run([BIN / "signalbox-cluster", *arguments], capture_output=True, text=True, timeout=20, cwd=self.folder, stdin=subprocess.DEVNULL)
        self.assertEqual(done.stdout, "", "no ready line")
        return done.returncode, done.stderr.strip()

    def test_files(self):
        folder = self.folder
        server, other = self.server, self.authority.sign("other", "server")
        (folder / "empty.pem").touch()
        (folder / "rubbish.pem").write_bytes(os.urandom(5000))
        (folder / "text.pem").write_text("-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n")
        (folder / "huge.pem").write_bytes(b"x" * 3_000_000)
        (folder / "half.pem").write_bytes(server.certificate.read_bytes()[:200])
        (folder / "half.key").write_bytes(server.key.read_bytes()[:100])
        command("pkey", "-in", server.key, "-aes256", "-passout", "pass:secret", "-out", folder / "locked.key")
        wrong = [folder / name for name in ("missing.pem", "empty.pem", "rubbish.pem", "text.pem", "huge.pem", "half.pem")] + [folder]
        rows = [(f"certificate {path.name}", (path, server.key), (), path) for path in wrong]
        rows += [(f"key {path.name}", (server.certificate, path), (), path) for path in wrong]
        rows += [(f"client authority {path.name}", (server.certificate, server.key), ("--tls-client-ca", path), path) for path in wrong]
        rows += [("a key that is cut", (server.certificate, folder / "half.key"), (), folder / "half.key"),
                 ("a key with a password", (server.certificate, folder / "locked.key"), (), folder / "locked.key"),
                 ("another's key", (server.certificate, other.key), (), other.key),
                 ("the two exchanged", (server.key, server.certificate), (), server.key),
                 ("a certificate as the key", (server.certificate, server.certificate), (), server.certificate),
                 ("a key as the client authority", (server.certificate, server.key), ("--tls-client-ca", server.key), server.key)]
        for name, files, more, named in rows:
            with self.subTest(name):
                code, said = self.fails("--tls", *files, *more)
                self.assertEqual(code, 3, said)
                self.assertIn(str(named), said)
                self.assertEqual(len(said.splitlines()), 1, said)
                self.assertNotIn("PRIVATE KEY", said)

    def test_in_the_cluster_file(self):
        (self.folder / "cluster.json").write_text(json.dumps({"domain": "d", "tls": {"certificate": "nowhere.pem", "key": "nowhere.key"}}))
        code, said = self.fails("--config", self.folder / "cluster.json")
        self.assertEqual(code, 3, said)
        self.assertIn("nowhere.pem", said)

    def test_usage(self):
        certificate, key = self.server.certificate, self.server.key
        for arguments in (("--tls-client-ca", self.clients.certificate), ("--tls",), ("--tls", certificate), ("--tls", certificate, key, "--tls-client-ca")):
            with self.subTest(arguments):
                code, said = self.fails(*arguments)
                self.assertEqual(code, 2, said)
                self.assertTrue(said)


if __name__ == "__main__":
    unittest.main()
