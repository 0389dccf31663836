#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""RFC 6455 §4.2: which requests become a web socket and which get an answer of HTTP instead, over bare sockets."""
import base64
import unittest

from websocketcases import WebSocketCases
from wire import Wire, chopped, frame, request

KEY, ACCEPT = "dGhlIHNhbXBsZSBub25jZQ==", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="  # the example of §1.3
STANDARD = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": KEY, "Sec-WebSocket-Version": "13"}


class Handshake(WebSocketCases):
    def head(self, method="GET", path="/ws/token/v1", version="HTTP/1.1", more=(), bearer=True, **changes) -> bytes:
        """A good request with headers replaced (underscores for hyphens), or left out where the value is None."""
        fields = {**STANDARD, **{name.replace("_", "-"): value for name, value in changes.items()}}
        lines = [f"{name}: {value}" for name, value in fields.items() if value is not None]
        if bearer:
            lines.append(f"Authorization: Bearer {self.token}")
        return request(method, path, "cluster.test", *lines, *more, version=version)

    def opened(self, *pieces):
        """Sends a handshake that is taken: gives back its answer after the connection proved to live."""
        with Wire(self.cluster.url) as link:
            link.send(*pieces)
            answer = link.response()
            self.assertEqual((answer.version, answer.status), ("HTTP/1.1", 101), answer)
            self.assertEqual(answer.header("Upgrade").lower(), "websocket")
            self.assertEqual(answer.header("Connection").lower(), "upgrade")
            self.assertEqual(answer.header("Sec-WebSocket-Accept"), ACCEPT)
            link.send(frame('["setup",{"qid":1,"capabilities":[]}]'))
            self.assertEqual(link.exactly(2)[0], 0x81)
            return answer

    def refused(self, status: int, *pieces):
        """Sends one that is not: it gets a status, what is wrong as JSON, and the connection ends."""
        with Wire(self.cluster.url) as link:
            link.send(*pieces)
            [answer] = link.responses()
            return self.checked(answer, status)

    def answered(self, status: int, *pieces):
        """Sends a request that is not meant for a web socket: it is answered as any other."""
        with Wire(self.cluster.url) as link:
            link.send(*pieces)
            return self.checked(link.response(), status)

    def checked(self, answer, status: int):
        self.assertEqual(answer.status, status, answer)
        self.assertEqual(answer.header("Content-Type"), "application/json")
        self.assertEqual(answer.json()["error_code"], status)
        self.assertTrue(answer.json()["error_message"])
        self.assertIsNone(answer.header("Sec-WebSocket-Accept"))
        return answer

    def test_taken(self):
        for name, head in {
            "as everybody writes it": self.head(),
            "several tokens in Connection": self.head(Connection="keep-alive, Upgrade"),
            "other letters": self.head(Connection="UPGRADE", Upgrade="WebSocket"),
            "names in other letters": self.head().replace(b"Sec-WebSocket-Key", b"sec-websocket-KEY").replace(b"Upgrade:", b"uPGRADE:"),
            "Connection twice": self.head(more=["Connection: keep-alive"]),
            "spaces around values": self.head(Sec_WebSocket_Key=f"  \t{KEY} ", Sec_WebSocket_Version=" 13\t"),
            "no spaces": self.head().replace(b": ", b":"),
            "an origin": self.head(more=["Origin: http://somewhere.test"]),
            "the token in the path": self.head(path=f"/ws/token/v1/{self.token}", bearer=False),
            "a query": self.head(path=f"/ws/token/v1/{self.token}?from=here", bearer=False),
            "the whole URL": self.head(path=f"http://cluster.test/ws/token/v1/{self.token}", bearer=False),
            "an empty body": self.head(more=["Content-Length: 0"]),
        }.items():
            with self.subTest(name):
                self.opened(head)

    def test_octet_by_octet(self):
        self.opened(*chopped(self.head()))

    def test_offers_are_declined(self):
        """No extension and no subprotocol is spoken: the answer names none, as §4.2.2 has it, and the connection goes on without."""
        for name, line in {
            "permessage-deflate": "Sec-WebSocket-Extensions: permessage-deflate",
            "permessage-deflate with parameters": "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=10; server_no_context_takeover",
            "several": "Sec-WebSocket-Extensions: x-webkit-deflate-frame, permessage-bzip2, permessage-deflate",
            "nonsense": "Sec-WebSocket-Extensions: ;;;=,",
            "a subprotocol": "Sec-WebSocket-Protocol: chat",
            "subprotocols": "Sec-WebSocket-Protocol: chat, soap, wamp.2.json",
        }.items():
            with self.subTest(name):
                answer = self.opened(self.head(more=[line]))
                self.assertIsNone(answer.header("Sec-WebSocket-Extensions"))
                self.assertIsNone(answer.header("Sec-WebSocket-Protocol"))

    def test_compressed_frames_after_a_declined_offer(self):
        link = self.open(headers=["Sec-WebSocket-Extensions: permessage-deflate"])
        self.assertTrue(link.accepts())
        link.send(frame(b"\xaa\x56\x2a\x4e\x2d\x29\x51\xd2\x51\x4a", rsv=4))
        self.assert_closed(link, 1002)
        link.close()

    def test_is_no_handshake(self):
        for name, head in {
            "POST": self.head(method="POST", more=["Content-Length: 0"]),
            "PUT": self.head(method="PUT", more=["Content-Length: 0"]),
            "HTTP 1.0": self.head(version="HTTP/1.0"),
            "no Upgrade": self.head(Upgrade=None),
            "an Upgrade to something else": self.head(Upgrade="h2c"),
            "no Connection": self.head(Connection=None),
            "Connection without Upgrade": self.head(Connection="close"),
        }.items():
            with self.subTest(name):
                self.assertEqual(self.answered(426, head).header("Upgrade"), "websocket")

    def test_wrong_version(self):
        """§4.4: 426, and the version that is spoken."""
        for version in (None, "", "0", "8", "12", "14", "013", "13, 8", "8, 13", "thirteen", "255"):
            with self.subTest(version):
                self.assertEqual(self.refused(426, self.head(Sec_WebSocket_Version=version)).header("Sec-WebSocket-Version"), "13")
        with self.subTest("twice"):
            self.refused(426, self.head(more=["Sec-WebSocket-Version: 8"]))

    def test_wrong_key(self):
        """§4.2.1: base64 of 16 bytes, once."""
        for name, key in {"none": None, "empty": "", "15 bytes": base64.b64encode(bytes(15)).decode(), "17 bytes": base64.b64encode(bytes(17)).decode(),
                          "no base64": "!" * 24, "base64 with a space": KEY[:10] + " " + KEY[11:], "without its padding": KEY.rstrip("="),
                          "very long": "A" * 4000, "two in one line": f"{KEY}, {KEY}"}.items():
            with self.subTest(name):
                self.refused(400, self.head(Sec_WebSocket_Key=key))
        with self.subTest("twice"):
            self.refused(400, self.head(more=[f"Sec-WebSocket-Key: {KEY}"]))

    def test_host(self):
        for name, head in {"none": self.head().replace(b"Host: cluster.test\r\n", b""), "two": self.head(more=["Host: cluster.test"]),
                           "two that differ": self.head(more=["Host: other.test"])}.items():
            with self.subTest(name):
                self.refused(400, head)

    def test_paths(self):
        for path in ("/", "/wsx", "/ws/", "/ws/nowhere", "/ws/token", "/ws/token/v2", f"/ws/token/v1/{self.token}/more", "/rest/v1/iam/sessions",
                     f"/ws/token/v1/{self.token}%00", "/ws/%ff"):
            with self.subTest(path):
                self.refused(404, self.head(path=path, bearer=path != "/ws/"))

    def test_tokens(self):
        for name, head in {"none": self.head(bearer=False), "wrong": self.head(bearer=False, more=["Authorization: Bearer " + "0" * 32]),
                           "another scheme": self.head(bearer=False, more=[f"Authorization: Basic {self.token}"]),
                           "wrong in the path": self.head(path="/ws/token/v1/" + "0" * 32),
                           "too long": self.head(path="/ws/token/v1/" + self.token * 2)}.items():
            with self.subTest(name):
                self.assertIn("Bearer", self.refused(401, head).header("WWW-Authenticate"))
        with self.subTest("two"):
            self.refused(400, self.head(more=["Authorization: Bearer " + "0" * 32]))

    def test_data_before_the_answer(self):
        """§4.1: a client waits. Were it taken as frames, whoever stands between could be told another story than the cluster."""
        early = frame('["setup",{"qid":"early","capabilities":[]}]')
        for name, pieces in {
            "a frame behind the head": [self.head() + early],
            "a request behind the head": [self.head() + request("GET", "/", "cluster.test")],
            "a body with a length": [self.head(more=["Content-Length: 5"]) + b"hello"],
            "a body that comes later": [self.head(more=["Content-Length: 5"]), b"hello"],
            "a body that never comes": [self.head(more=["Content-Length: 5"])],
            "a body in chunks": [self.head(more=["Transfer-Encoding: chunked"]) + b"5\r\nhello\r\n0\r\n\r\n"],
            "a body in chunks that never comes": [self.head(more=["Transfer-Encoding: chunked"])],
        }.items():
            with self.subTest(name):
                self.refused(400, *pieces)


if __name__ == "__main__":
    unittest.main()
