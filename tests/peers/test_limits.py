#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cluster file's "limits" on real sockets: who goes beyond is told so, and others are served all the while. Slow clients: test_slow_clients.py."""
import threading
import time
import unittest

from harness import PeerTest, wait_for
from wire import WebSocket, Wire, close_frame, frame, request

CURRENT = "/rest/v1/iam/sessions/current"
SESSIONS = "/rest/v1/iam/sessions"
LATE_S = 4  # how much later than its limit something may happen: the computer may be busy


def one_chunk(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


class LimitsTest(PeerTest):
    limits = {}

    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster(changes={"limits": self.limits})
        self.token = self.cluster.point("msg")["token"]
        self.before = self.cluster.descriptors()
        self.cookie = self.cluster.cookie()
        wait_for(lambda: self.cluster.descriptors() <= self.before, "the login's connection is closed")
        self.addCleanup(self.assert_well)  # once the links of the test are closed

    def assert_well(self):
        self.assertIsNone(self.cluster.child.process.poll(), "the cluster has ended")
        wait_for(lambda: self.cluster.descriptors() <= self.before, "no descriptor is left", 10)
        self.assert_served()

    def wire(self, **options) -> Wire:
        link = Wire(self.cluster.url, **options)
        self.addCleanup(link.close)
        return link

    def open(self, **options) -> WebSocket:
        link = WebSocket(self.cluster.url, self.token, **options)
        self.addCleanup(link.close)
        link.set_up("msg")
        return link

    def get(self, link: Wire, *lines, path=CURRENT):
        link.send(request("GET", path, link.host, f"Cookie: {self.cookie}", *lines))
        return link.response()

    def assert_served(self, link=None):
        """A good client is, on a connection of its own or on this one."""
        if link:
            return self.assertEqual(self.get(link).status, 200)
        with Wire(self.cluster.url, seconds=5) as own:
            self.assertEqual(self.get(own).status, 200)

    def assert_refused(self, link: Wire, status: int):
        """With this answer alone, and the end of the connection."""
        answers = link.responses()
        self.assertEqual([answer.status for answer in answers], [status], answers)
        self.assertEqual(answers[0].header("Content-Type"), "application/json")
        self.assertEqual(answers[0].json()["error_code"], status)
        self.assertTrue(answers[0].json()["error_message"])
        self.assertEqual(answers[0].header("Connection"), "close")
        return answers[0]


class Connections(LimitsTest):
    LIMIT = 6
    limits = {"connections": LIMIT}

    def fill(self) -> list:
        links = [self.wire() for _ in range(self.LIMIT - 1)]
        for link in links:
            self.assert_served(link)
        return [*links, self.open()]  # web sockets count like any other

    def served_again(self) -> Wire:
        """Once there is room."""
        def attempt():
            link = self.wire()
            if self.get(link).status == 200:
                return link
            link.close()
            return None
        return wait_for(attempt, "there is room again", 5)

    def test_too_many(self):
        links = self.fill()
        for _ in range(3):
            with Wire(self.cluster.url) as more:
                more.send(request("GET", CURRENT, more.host, f"Cookie: {self.cookie}"))
                refused = self.assert_refused(more, 503)
                self.assertGreaterEqual(int(refused.header("Retry-After")), 0)
                self.assertIn(str(self.LIMIT), refused.json()["error_message"])
        with self.assertRaisesRegex(AssertionError, "status=503"):
            self.open()
        answer = self.curl("GET", self.cluster.url + CURRENT, cookie=self.cookie)
        self.assertEqual(answer.status, 503)
        for link in links[:-1]:
            self.assert_served(link)
        self.assertEqual(links[-1].ask("connection_info")["result"], "ok")
        links[0].close()
        again = self.served_again()
        with Wire(self.cluster.url) as more:
            more.send(request("GET", CURRENT, more.host))
            self.assert_refused(more, 503)
        self.assert_served(again)
        links[-1].send(close_frame(1000))
        self.assertEqual(links[-1].close_code(), 1000)
        self.served_again()  # a web socket leaves room, too

    def test_control_is_no_client(self):
        """The control endpoint answers when the nodes are full."""
        links = self.fill()
        control = self.cluster.ready["control"]
        self.assertEqual(self.curl("GET", control["url"].rstrip("/") + "/control/v1/nodes", bearer=control["token"]).status, 200)
        self.assert_served(links[0])

    def test_crowd_at_a_full_cluster(self):
        """Hundreds come, say nothing or ask, and go; those who are there notice nothing."""
        links = self.fill()
        crowd = []
        for number in range(300):
            try:
                link = self.wire()
            except ConnectionResetError:  # with TLS it may be cut before it has begun
                continue
            crowd.append(link)
            if number % 2:
                link.send(request("GET", CURRENT, link.host))
            if number % 50 == 0:
                for good in links[:-1]:
                    self.assert_served(good)
                self.assertEqual(links[-1].ask("connection_info")["result"], "ok")
        self.assertLess(self.cluster.descriptors(), self.before + 200, "most of them are cut")
        for link in [*crowd, *links]:
            link.close()
        self.served_again()


class Sizes(LimitsTest):
    HEAD, BODY, FRAME = 2000, 100_000, 4000
    limits = {"headBytes": HEAD, "bodyBytes": BODY, "frameBytes": FRAME}

    def head(self, size: int) -> bytes:
        """A request whose head has so many bytes."""
        rest = request("GET", CURRENT, "x", f"Cookie: {self.cookie}", "X-Long: ")
        return rest[:-4] + b"x" * (size - len(rest)) + rest[-4:]

    def test_head(self):
        with Wire(self.cluster.url) as link:
            link.send(self.head(self.HEAD))
            self.assertEqual(link.response().status, 200, "as many bytes as are taken")
            self.assert_served(link)
        many = request("GET", CURRENT, "x", *(f"X-{number}: {number}" for number in range(500)))
        start = request("GET", "/" + "x" * 5000, "x")
        for name, sent in (("1 MB", [self.head(1_000_000)]), ("many lines", [many]), ("a long address", [start]),
                           ("without an end", [b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * 3000]), ("nothing but its start", [b"GET /" + b"x" * 3000]),
                           ("in two writes", [self.head(self.HEAD + 500)[:1500], self.head(self.HEAD + 500)[1500:]])):
            with self.subTest(name), Wire(self.cluster.url, seconds=5) as link:
                link.send(*sent)
                self.assert_refused(link, 431)
        with Wire(self.cluster.url) as link:  # behind a good one on the same connection
            self.assert_served(link)
            link.send(self.head(self.HEAD * 2))
            self.assert_refused(link, 431)
        self.assert_served()

    def test_head_of_one_byte_more(self):
        """The limit is the same however the network cuts what is sent."""
        whole = self.head(self.HEAD + 1)
        for name, sent in (("at once", [whole]), ("with a cut in the fields", [whole[:1500], whole[1500:]]),
                           ("with a cut in the first line and one in the fields", [whole[:30], whole[30:1000], whole[1000:]])):
            with self.subTest(name), Wire(self.cluster.url, seconds=2) as link:
                link.send(*sent)
                self.assertEqual(link.response().status, 431)

    def login(self, size: int) -> bytes:
        user = self.cluster.user("admin")
        text = f'{{"domain":"{self.cluster.domain}","login":"{user["login"]}","pwd":"{user["pwd"]}"'.encode()
        return text + b" " * (size - len(text) - 1) + b"}"

    def test_body(self):
        kind = "Content-Type: application/json"
        with Wire(self.cluster.url) as link:
            link.send(request("POST", SESSIONS, link.host, kind, body=self.login(self.BODY)))
            self.assertEqual(link.response().status // 100, 2, "as many bytes as are taken")
            self.assert_served(link)
        large = self.login(2_000_000)
        small = b"".join(b"3e8\r\n%s\r\n" % large[at:at + 1000] for at in range(0, len(large), 1000)) + b"0\r\n\r\n"
        part = b"--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"large.bin\"\r\n\r\n" + b"x" * 2_000_000 + b"\r\n--B--\r\n"
        upload = ("POST", "/rest/v1/fs/targets/custom", "x", f"Cookie: {self.cookie}", "Content-Type: multipart/form-data; boundary=B")
        for name, sent in (("one more", request("POST", SESSIONS, "x", kind, body=self.login(self.BODY + 1))),
                           ("2 MB at once", request("POST", SESSIONS, "x", kind, body=large)),
                           ("2 MB in one chunk", request("POST", SESSIONS, "x", kind, "Transfer-Encoding: chunked", body=one_chunk(large), length=False)),
                           ("2 MB in many chunks", request("POST", SESSIONS, "x", kind, "Transfer-Encoding: chunked", body=small, length=False)),
                           ("an upload", request(*upload, body=part)),
                           ("an upload in a chunk", request(*upload, "Transfer-Encoding: chunked", body=one_chunk(part), length=False)),
                           ("a body that nobody wants", request("GET", CURRENT, "x", f"Cookie: {self.cookie}", body=large)),
                           ("a second request behind it", request("POST", SESSIONS, "x", kind, body=large) + request("GET", CURRENT, "x"))):
            with self.subTest(name), Wire(self.cluster.url, seconds=8) as link:
                self.assertTrue(link.send(sent), "all of it is taken from the wire, lest the answer is lost")
                self.assert_refused(link, 413)
        for name, lines in (("only announced", ()), ("waiting to be asked for", ("Expect: 100-continue",))):
            with self.subTest(name), Wire(self.cluster.url, seconds=8) as link:
                link.send(request("POST", SESSIONS, "x", kind, "Content-Length: 2000000", *lines))
                answer = link.response()
                self.assertEqual((answer.status, answer.header("Connection")), (413, "close"))
        path = self.folder / "large.bin"
        path.write_bytes(large)
        for name, headers in (("waiting", ()), ("at once", ("Expect:",))):
            with self.subTest(f"curl {name}"):
                answer = self.curl("POST", self.cluster.url + SESSIONS, binary=path, headers=("Content-Type: application/json", *headers))
                self.assertEqual((answer.status, answer.json()["error_code"]), (413, 413))
        self.assertEqual(self.curl("GET", self.cluster.url + "/rest/v1/fs/targets/custom", cookie=self.cookie).json(), [], "nothing of them is kept")
        self.assert_served()

    def test_frame(self):
        good = self.open()
        text = '["connection_info",{"qid":"%s"}]'
        fill = self.FRAME - len(text % "")
        link = self.open()
        link.send(frame(text % ("x" * fill)))
        self.assertEqual(link.pair()[1]["qid"], "x" * fill, "as many bytes as are taken")
        connection = link.ask("connection_info")["connectionid"]
        self.assertIn(connection, self.cluster.connections(self.cookie))
        link.send(frame(text % ("x" * (fill + 1))))
        self.assertEqual(link.close_code(), 1009)
        wait_for(lambda: connection not in self.cluster.connections(self.cookie), "it is unregistered", 2)
        for name, sent in (("1 MB", frame(text % ("x" * 1_000_000))), ("its head alone", frame(b"", length=self.FRAME + 1)),
                           ("2^63 - 1", frame(b"", length=(1 << 63) - 1, form=64)), ("many at once", frame(text % ("x" * 5000)) * 20)):
            for side, path in (("token", "/ws/token/v1"), ("user", "/ws")):
                with self.subTest(f"{side}: {name}"), WebSocket(self.cluster.url, self.token if side == "token" else None, path=path) as other:
                    other.send(sent)
                    self.assertEqual(other.close_code(), 1009)
        self.assertEqual(good.ask("connection_info")["result"], "ok")


class Times(LimitsTest):
    IDLE_S, LOGIN_S = 1.0, 1.0
    limits = {"idleTimeoutMs": int(IDLE_S * 1000), "loginTimeoutMs": int(LOGIN_S * 1000)}

    def seconds_until_end(self, link: Wire, begun: float) -> float:
        self.assertEqual(link.remainder(), b"")
        return time.monotonic() - begun

    def assert_within(self, seconds: float, limit: float):
        self.assertGreater(seconds, limit * 0.5)
        self.assertLess(seconds, limit + LATE_S)

    def test_idle(self):
        socket_of_one = self.open()
        busy, idle = self.wire(), self.wire()
        self.assert_served(busy)
        self.assert_served(idle)
        begun = time.monotonic()
        ended = threading.Event()
        times = []

        def watch():
            times.append(self.seconds_until_end(idle, begun))
            ended.set()

        threading.Thread(target=watch, daemon=True).start()
        while not ended.wait(self.IDLE_S / 10):
            self.assert_served(busy)
            self.assertLess(time.monotonic() - begun, self.IDLE_S + LATE_S, "the idle one is still open")
        self.assert_within(times[0], self.IDLE_S)
        while time.monotonic() - begun < self.IDLE_S * 2:
            self.assert_served(busy)  # each request gives it its time anew
        self.assertEqual(socket_of_one.ask("connection_info")["result"], "ok", "a web socket is no idle connection")

    def user_link(self) -> WebSocket:
        link = WebSocket(self.cluster.url, path="/ws")
        self.addCleanup(link.close)
        return link

    def test_login(self):
        user = self.cluster.user("admin")
        before = set(self.cluster.connections(self.cookie))
        begun = time.monotonic()
        good, silent, asking, wrong = (self.user_link() for _ in range(4))
        self.assertEqual(good.ask("login", td=self.cluster.domain, login=user["login"], pwd=user["pwd"])["result"], "ok")
        asking.tell("setup", {"qid": 1, "capabilities": [{"key": "subscr"}]})
        asking.send(frame(b"", 9))
        self.assertEqual(wrong.ask("login", td=self.cluster.domain, login=user["login"], pwd="no" + user["pwd"])["result"], "error")
        for name, link in (("silent", silent), ("asking without a login", asking), ("with a wrong password", wrong)):
            with self.subTest(name):
                self.assertEqual(link.close_code(), 1008)
                self.assert_within(time.monotonic() - begun, self.LOGIN_S)
                link.send(close_frame(1008))
                self.assertEqual(link.remainder(), b"")
        self.assertEqual(good.set_up("subscr")["capabilities"], [{"key": "subscr", "result": "ok"}], "who has logged in stays")
        good.send(close_frame(1000))
        self.assertEqual(good.close_code(), 1000)
        wait_for(lambda: set(self.cluster.connections(self.cookie)) == before, "none is registered")


class Queue(LimitsTest):
    limits = {"queueBytes": 300_000, "closeTimeoutMs": 1000}

    def test_peer_that_does_not_read(self):
        """It is dropped as soon as too much waits for it; the others, on the same node, are served as fast as before."""
        before = set(self.cluster.connections(self.cookie))
        good = self.open()
        good_id = good.ask("connection_info")["connectionid"]
        deaf = self.open(receive_buffer=4096)
        deaf_id = deaf.ask("connection_info")["connectionid"]
        self.assertEqual(set(self.cluster.connections(self.cookie)), before | {good_id, deaf_id})
        question = frame('["connection_info",{"qid":"' + "x" * 20_000 + '"}]')
        deaf.socket.setblocking(False)
        waiting, slowest, sent = b"", 0.0, 0
        end = time.monotonic() + 20
        gone = False
        while not gone and time.monotonic() < end:
            waiting = waiting or question
            try:
                waiting = waiting[deaf.socket.send(waiting):]
                sent += not waiting
            except BlockingIOError:
                pass  # the cluster reads no more from it either
            except ConnectionError:
                gone = True
            begun = time.monotonic()
            self.assertEqual(good.ask("connection_info")["result"], "ok")
            slowest = max(slowest, time.monotonic() - begun)
            gone = gone or (sent > 20 and sent % 20 == 0 and deaf_id not in self.cluster.connections(self.cookie))
        wait_for(lambda: set(self.cluster.connections(self.cookie)) == before | {good_id}, "it is unregistered, and it alone", 3)
        self.assertLess(slowest, 0.5, "the good one is served all the while")
        # Its socket goes although it is never read to its end.
        wait_for(lambda: self.cluster.descriptors() <= self.before + 1, "its descriptor is closed", 15)
        self.assertEqual(good.ask("connection_info")["result"], "ok")

    def test_peer_that_reads(self):
        """The same and more, taken by somebody who reads: nothing is dropped."""
        link = self.open()
        reader_ended = []

        def read():
            reader_ended.append([link.pair()[1]["qid"][:6] for _ in range(100)])

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        for number in range(100):
            link.send(frame('["connection_info",{"qid":"%06d%s"}]' % (number, "x" * 20_000)))
        reader.join(15)
        self.assertEqual(reader_ended, [[f"{number:06d}" for number in range(100)]])
        link.send(close_frame(1000))
        self.assertEqual(link.close_code(), 1000)


if __name__ == "__main__":
    unittest.main()
