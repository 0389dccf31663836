#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that are wrong, ambiguous, or meant to smuggle another one past whoever stands between, over bare sockets (RFC 9110, 9112).

Whatever is refused gets a clear 4xx in JSON and the end of the connection, so that what follows is never taken for a request. Each
smuggling row hides a request that would leave a scenario behind: none may ever be there.
"""
import json
import unittest
from dataclasses import dataclass

from harness import PeerTest
from wire import Wire, chopped, request

HOST = "cluster.test"
CURRENT = "/rest/v1/iam/sessions/current"
SESSIONS = "/rest/v1/iam/sessions"
SCRIPTS = "/rest/v1/service/svcscripts"


@dataclass
class Row:
    name: str
    sent: list                  # pieces, each in a write of its own
    statuses: list              # of all answers, in order
    closes: bool = True         # whether the cluster ends the connection by itself behind the last answer
    says: str = ""              # what the last error text must name


class HttpCases(PeerTest):
    changes = {}

    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster(changes=self.changes)
        self.cookie = f"Cookie: {self.cluster.cookie()}"
        self.smuggled = request("POST", SCRIPTS, HOST, self.cookie, "Content-Type: application/json",
                                body=b'{"code":"smuggled","scriptdata":{"objects":[],"variables":[],"scriptVersion":1}}')

    def tearDown(self):
        self.assert_well()
        super().tearDown()

    def assert_well(self):
        self.assertIsNone(self.cluster.child.process.poll(), "the cluster has ended")
        with Wire(self.cluster.url) as link:
            link.send(self.get())
            self.assertEqual(link.response().status, 200)

    def get(self, *lines, path=CURRENT, **more) -> bytes:
        return request("GET", path, HOST, self.cookie, *lines, **more)

    def raw(self, start: str, *lines, host=True, body=b"") -> bytes:
        head = [start, *([f"Host: {HOST}"] if host else []), self.cookie, *lines]
        return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body

    def post(self, *lines, body=b"", path=SESSIONS) -> bytes:
        return self.raw(f"POST {path} HTTP/1.1", "Content-Type: application/json", *lines, body=body)

    def login(self) -> bytes:
        user = self.cluster.user("admin")
        return json.dumps({"domain": self.cluster.domain, "login": user["login"], "pwd": user["pwd"], "session_type": "token"}).encode()

    def scripts(self, forget=None) -> list:
        """Codes of what is kept; one that should not be there is removed, lest it be found again."""
        with Wire(self.cluster.url) as link:
            link.send(self.get(path=SCRIPTS))
            found = link.response().json()
            for script in found:
                if script["code"] == forget:
                    link.send(self.raw(f"DELETE {SCRIPTS}/{script['id']} HTTP/1.1"))
                    link.response()
        return [script["code"] for script in found]

    def run_rows(self, rows):
        for row in rows:
            with self.subTest(row.name), Wire(self.cluster.url, seconds=8) as link:
                link.send(*row.sent)
                answers = link.responses() if row.closes else [link.response() for _ in row.statuses]
                self.assertEqual([answer.status for answer in answers], row.statuses, answers)
                for answer in answers:
                    self.assertIn(answer.version, ("HTTP/1.1", "HTTP/1.0"))
                    if answer.status >= 400:
                        self.assertEqual(answer.header("Content-Type"), "application/json")
                        self.assertEqual(answer.json()["error_code"], answer.status)
                        self.assertTrue(answer.json()["error_message"])
                if row.says:
                    self.assertIn(row.says, answers[-1].json()["error_message"])
                if row.closes and answers[-1].version == "HTTP/1.1":
                    self.assertEqual(answers[-1].header("Connection"), "close")
                if not row.closes:
                    link.send(self.get())
                    self.assertEqual(link.response().status, 200, "the connection can still be used")
                self.assertEqual(link.rest, b"", "nothing came beside the answers")
                self.assertEqual(self.scripts(forget="smuggled"), [], "something was smuggled")


class MalformedHttp(HttpCases):
    # --- where a body ends ---

    def test_smuggling_by_two_lengths(self):
        inner = self.smuggled
        chunked = b"0\r\n\r\n" + inner
        size = len(inner)
        in_chunk = b"%x\r\n%s\r\n0\r\n\r\n" % (size, inner)
        codings = ["chunked", "Chunked", " chunked", "\tchunked", "chunked ", "xchunked", "chunked, identity", "identity, chunked", "gzip, chunked",
                   "chunked, chunked", "chunked;q=1", "\"chunked\"", "identity", "gzip", "x", "", ",chunked", "chunked,"]
        rows = [Row(f"CL.TE with {coding!r}", [self.post(f"Content-Length: {len(chunked)}", f"Transfer-Encoding: {coding}", body=chunked)], [400])
                for coding in codings]
        rows += [Row(f"TE.CL with {coding!r}", [self.post(f"Transfer-Encoding: {coding}", "Content-Length: 4", body=in_chunk)], [400]) for coding in codings]
        rows += [
            Row("two equal lengths", [self.post("Content-Length: 2", "Content-Length: 2", body=b"{}" + inner)], [400]),
            Row("two lengths that differ", [self.post("Content-Length: 2", f"Content-Length: {2 + size}", body=b"{}" + inner)], [400]),
            Row("the same, the longer one first", [self.post(f"Content-Length: {2 + size}", "Content-Length: 2", body=b"{}" + inner)], [400]),
            Row("two equal lengths in one line", [self.post("Content-Length: 2, 2", body=b"{}" + inner)], [400]),
            Row("two lengths in one line", [self.post(f"Content-Length: 2, {2 + size}", body=b"{}" + inner)], [400]),
            Row("two lengths in names of other letters", [self.post("Content-Length: 2", f"CONTENT-LENGTH: {2 + size}", body=b"{}" + inner)], [400]),
            Row("chunked twice", [self.post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked", body=chunked)], [400]),
            Row("chunked, then another coding", [self.post("Transfer-Encoding: chunked", "Transfer-Encoding: identity", body=chunked)], [400]),
            Row("another coding, then chunked", [self.post("Transfer-Encoding: identity", "Transfer-Encoding: chunked", body=chunked)], [400]),
        ]
        rows += [Row(f"Transfer-Encoding {coding!r} alone", [self.post(f"Transfer-Encoding: {coding}", body=chunked)], [400])
                 for coding in codings if coding.strip().lower() != "chunked"]
        rows += [Row(f"Transfer-Encoding {coding!r} of a GET", [self.get(f"Transfer-Encoding: {coding}") + chunked], [400])
                 for coding in codings if coding.strip().lower() != "chunked"]
        rows += [Row(f"length {text!r}", [self.post(f"Content-Length: {text}", body=b"{}" + inner)], [400])
                 for text in ("", "-1", "+2", "0x2", "2.0", "2 2", "two", "1e1", "9" * 40, "18446744073709551616", "\"2\"", "2;", "2\x00")]
        self.run_rows(rows)

    def test_smuggling_in_what_stays_unread(self):
        """A body that a refusal leaves unread is no request."""
        inner = self.smuggled
        size = len(inner)
        big = inner + b" " * 200_000
        self.run_rows([
            Row("body of a GET with a length", [self.get(f"Content-Length: {size}") + inner], [200], False),
            Row("body of a path that is not there", [self.post(f"Content-Length: {size}", path="/nowhere", body=inner)], [404], False),
            Row("a large one", [self.post(f"Content-Length: {len(big)}", path="/nowhere", body=big)], [404]),
            Row("in chunks", [self.post("Transfer-Encoding: chunked", path="/nowhere", body=b"%x\r\n%s\r\n0\r\n\r\n" % (size, inner))], [404]),
            Row("body of a method that is not allowed", [self.raw(f"PUT {SESSIONS} HTTP/1.1", f"Content-Length: {size}", body=inner)], [405], False),
            Row("body of a method that nobody knows", [self.raw(f"BREW {SESSIONS} HTTP/1.1", f"Content-Length: {size}", body=inner)], [405], False),
            Row("over the limit of a body", [self.post("Content-Length: 99999999999", body=inner)], [413], says="too large"),
            Row("behind a body of bad JSON", [self.post("Content-Length: 1", body=b"{") + self.get()], [400, 200], False),
            Row("in trailers", [self.post("Transfer-Encoding: chunked", body=b"1\r\n{\r\n0\r\nContent-Length: %d\r\n\r\n" % size + inner)], [400]),
        ])

    def test_bad_chunks(self):
        def chunks(body):
            return self.post("Transfer-Encoding: chunked", body=body)
        inner = self.smuggled
        rows = [Row(f"chunk size {text!r}", [chunks(text + b"\r\nx\r\n0\r\n\r\n" + inner)], [400]) for text in
                (b"", b" ", b"g", b"-1", b"+1", b"0x1", b" 1", b"1 1", b"\n1", b"1\n", b"\x00", b"F" * 17, b"1" + b"0" * 30, b"1;\x00", b"1;a=\"", b"1,2")]
        rows += [
            Row("data longer than its size", [chunks(b"1\r\nxy\r\n0\r\n\r\n" + inner)], [400]),
            Row("data without its end of line", [chunks(b"1\r\nx0\r\n\r\n" + inner)], [400]),
            Row("a bare LF behind the size", [chunks(b"1\nx\r\n0\r\n\r\n" + inner)], [400]),
            Row("a bare LF behind the data", [chunks(b"1\r\nx\n0\r\n\r\n" + inner)], [400]),
            Row("a bare CR behind the size", [chunks(b"1\rx\r\n0\r\n\r\n" + inner)], [400]),
            Row("a bad trailer", [chunks(b"1\r\nx\r\n0\r\nbad trailer\r\n\r\n" + inner)], [400]),
            Row("a size over the limit of a body", [chunks(b"FFFFFFFFFF\r\nx")], [413]),
            Row("an endless size", [chunks(b"0" * 300_000)], [400]),
            Row("an endless extension", [chunks(b"1;" + b"a" * 300_000)], [400]),
            Row("an endless line of trailers", [chunks(b"0\r\na: " + b"a" * 300_000)], [400]),
            Row("endless trailers", [chunks(b"0\r\n" + b"a: b\r\n" * 60_000)], [400]),
        ]
        self.run_rows(rows)

    def test_good_chunks(self):
        body = self.login()
        half = len(body) // 2
        first, second = body[:half], body[half:]
        in_chunks = b"%x\r\n%s\r\n%X\r\n%s\r\n0\r\n" % (len(first), first, len(second), second)
        head = self.post("Transfer-Encoding: chunked")
        self.run_rows([
            Row("two chunks", [head + in_chunks + b"\r\n"], [200], False),
            Row("octet by octet", [*chopped(head + in_chunks + b"\r\n")], [200], False),
            Row("a chunk for each octet", [head + b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"], [200], False),
            Row("extensions", [head + b"%x;name=value;other=\"a b\"\r\n%s\r\n0;last\r\n\r\n" % (len(body), body)], [200], False),
            Row("leading zeros", [head + b"00000%x\r\n%s\r\n000\r\n\r\n" % (len(body), body)], [200], False),
            Row("trailers", [head + in_chunks + b"X-Sum: 1\r\nX-More: 2\r\n\r\n"], [200], False),
            Row("two requests in one write", [(head + in_chunks + b"\r\n") * 2], [200, 200], False),
        ])

    # --- heads ---

    def test_bad_heads(self):
        rows = [Row(f"start line {line!r}", [line.encode("latin-1") + f"\r\nHost: {HOST}\r\n\r\n".encode()], [400]) for line in (
            f"GET {CURRENT}", f"GET {CURRENT} ", f"GET  {CURRENT} HTTP/1.1", f"GET {CURRENT}  HTTP/1.1", f"GET\t{CURRENT}\tHTTP/1.1", f" GET {CURRENT} HTTP/1.1",
            f"GET {CURRENT} HTTP/1.1 ", f"GET {CURRENT} http/1.1", f"GET {CURRENT} HTTP/11", f"GET {CURRENT} HTTP/1", f"GET {CURRENT} HTTP/1.10",
            f"GET {CURRENT} HTTP 1.1", f"GET {CURRENT} HTTPS/1.1", f"GET {CURRENT} FTP/1.1", f"GET {CURRENT} with space HTTP/1.1", f"G\x00T {CURRENT} HTTP/1.1",
            f"G(T {CURRENT} HTTP/1.1", f"GÉT {CURRENT} HTTP/1.1", f"GET {CURRENT}\x00 HTTP/1.1", f"GET {CURRENT}\x01 HTTP/1.1", f"GET {CURRENT}\x7f HTTP/1.1",
            "GET", "", f"{CURRENT} HTTP/1.1", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "{\"json\": true}")]
        rows += [Row(f"header line {line!r}", [self.raw(f"GET {CURRENT} HTTP/1.1", line)], [400]) for line in (
            "X-Space : value", "X-Tab\t: value", "X Inner: value", ": no name", "no colon", "X-Nul: a\x00b", "X-Control: a\x01b", "X-Delete: a\x7fb", "X-Bell: \x07",
            "X(Y): value", "X\x00Y: value", "X[]: value", "Ünï: value", "X-CR: a\rb", "X-LF: a\nInjected: b", "\x0bX: value")]
        rows += [
            Row("a space before the first header", [f"GET {CURRENT} HTTP/1.1\r\n Host: {HOST}\r\n\r\n".encode()], [400]),
            Row("line ends that are bare LF", [self.get().replace(b"\r\n", b"\n") + b"\r\n\r\n"], [400]),
            Row("one line end that is a bare LF", [self.get().replace(b"\r\nCookie", b"\nCookie")], [400]),
            Row("one line end that is a bare CR", [self.get().replace(b"\r\nCookie", b"\rCookie")], [400]),
            Row("a header's length twice by a bare LF", [self.post("X: y\nContent-Length: 3", "Content-Length: 2", body=b"{}")], [400]),
        ]
        self.run_rows(rows)

    def test_folded_lines(self):
        """RFC 9112 §5.2: refused, or read as if there were a space. What hides behind is no header of its own."""
        inner = self.smuggled
        self.run_rows([
            Row("a folded value", [self.raw(f"GET {CURRENT} HTTP/1.1", "X-Folded: one\r\n two\r\n\tthree")], [200], False),
            Row("a length behind a fold", [self.raw(f"GET {CURRENT} HTTP/1.1", f"X-Folded: one\r\n Content-Length: {len(inner)}"), b""], [200], False),
            Row("chunked behind a fold", [self.post("Transfer-Encoding:\r\n chunked", "Content-Length: 4", body=b"0\r\n\r\n" + inner)], [400]),
            Row("chunked and more behind a fold", [self.post("Transfer-Encoding: chunked\r\n , identity", body=b"0\r\n\r\n" + inner)], [400]),
            Row("two lengths by a fold", [self.post("Content-Length: 2\r\n 2", body=b"{}" + inner)], [400]),
        ])

    def test_host(self):
        start = f"GET {CURRENT} HTTP/1.1"
        self.run_rows([
            Row("none", [self.raw(start, host=False)], [400], says="Host"),
            Row("empty", [self.raw(start, "Host:", host=False)], [400], says="Host"),
            Row("two that are equal", [self.raw(start, f"Host: {HOST}")], [400], says="Host"),
            Row("two that differ", [self.raw(start, "Host: other.test")], [400], says="Host"),
            Row("two names", [self.raw(start, "Host: a.test, b.test", host=False)], [400], says="Host"),
            Row("with a user", [self.raw(start, "Host: user@cluster.test", host=False)], [400], says="Host"),
            Row("with a path", [self.raw(start, "Host: cluster.test/rest", host=False)], [400], says="Host"),
            Row("any name, port or address", [self.raw(start, "Host: [::1]:8080", host=False)], [200], False),
            Row("none in HTTP 1.0", [self.raw(f"GET {CURRENT} HTTP/1.0", host=False)], [200]),
            Row("two in HTTP 1.0", [self.raw(f"GET {CURRENT} HTTP/1.0", f"Host: {HOST}")], [400], says="Host"),
        ])

    def test_repeated_headers(self):
        """Which one would count depends on who reads: none is taken."""
        bearer = "Authorization: Bearer 00000000-0000-4000-8000-000000000000"
        self.run_rows([
            Row("two Authorization", [self.get(bearer, bearer)], [400], says="Authorization"),
            Row("two Content-Type", [self.post("Content-Type: text/plain", "Content-Length: 2", body=b"{}")], [400], says="Content-Type"),
            Row("two Expect", [self.post("Expect: 100-continue", "Expect: 100-continue", "Content-Length: 2", body=b"{}")], [400], says="Expect"),
            Row("two of what may come twice", [self.get("Accept: text/plain", "Accept: application/json", "X-Any: 1", "X-Any: 2")], [200], False),
        ])

    def test_targets(self):
        def to(target, method="GET"):
            return self.raw(f"{method} {target} HTTP/1.1")
        self.run_rows([
            Row("the whole URL", [to(f"http://{HOST}{CURRENT}")], [200], False),
            Row("the whole URL, another host", [to(f"http://other.test:99{CURRENT}?x=1")], [200], False),
            Row("the whole URL in other letters", [to(f"HTTP://{HOST}{CURRENT}")], [200], False),
            Row("the whole URL without a path", [to(f"http://{HOST}")], [404], False),
            Row("the whole URL without a host", [to(f"http://{CURRENT}")], [400]),
            Row("a URL of another kind", [to("ftp://cluster.test/")], [400]),
            Row("a host and a port", [to("cluster.test:443", "CONNECT")], [400]),
            Row("a host and a port for GET", [to("cluster.test:80")], [400]),
            Row("the asterisk", [to("*", "OPTIONS")], [400]),
            Row("the asterisk for GET", [to("*")], [400]),
            Row("no slash", [to("rest/v1/iam/sessions/current")], [400]),
            Row("a fragment", [to(f"{CURRENT}#part")], [400]),
            Row("two slashes", [to(f"//{HOST}{CURRENT}")], [404], False),
            Row("dots", [to("/rest/v1/nowhere/../iam/sessions/current")], [404], False),
            Row("encoded dots", [to("/rest/v1/nowhere/%2e%2e/iam/sessions/current")], [404], False),
            Row("an encoded NUL", [to(f"{CURRENT}%00")], [400], False),
            Row("an encoded line end", [to("/rest/v1/%0d%0aX:%20y")], [404], False),
            Row("bytes that are no UTF-8", [to("/rest/%ff%fe")], [400], False),
            Row("half an encoding", [to(f"{CURRENT}%")], [404], False),
            Row("many segments", [to("/" + "a/" * 5000)], [404], False),
        ])

    def test_methods(self):
        self.run_rows([
            Row("small letters", [self.raw(f"get {CURRENT} HTTP/1.1")], [405], False),
            Row("one that nobody knows", [self.raw(f"BREW {CURRENT} HTTP/1.1")], [405], False),
            Row("a long one", [self.raw(f"{'X' * 4000} {CURRENT} HTTP/1.1")], [405], False),
            Row("TRACE gives nothing back", [self.raw(f"TRACE {CURRENT} HTTP/1.1", "X-Secret: s")], [405], False),
        ])

    def test_versions(self):
        self.run_rows([
            Row("0.9", [f"GET {CURRENT}\r\n\r\n".encode()], [400]),
            Row("0.9 in name", [self.raw(f"GET {CURRENT} HTTP/0.9")], [400]),
            Row("1.0", [self.raw(f"GET {CURRENT} HTTP/1.0")], [200]),
            Row("1.2", [self.raw(f"GET {CURRENT} HTTP/1.2")], [400]),
            Row("2.0", [self.raw(f"GET {CURRENT} HTTP/2.0")], [400]),
            Row("the preface of HTTP 2", [b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"], [400]),
            Row("an upgrade to HTTP 2 is not taken", [self.get("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__")],
                [200], False),
            Row("chunks in HTTP 1.0", [self.raw(f"POST {SESSIONS} HTTP/1.0", "Transfer-Encoding: chunked", body=b"0\r\n\r\n" + self.smuggled)], [400]),
            Row("1.0 that would go on", [self.raw(f"GET {CURRENT} HTTP/1.0", "Connection: keep-alive") + self.raw(f"GET {CURRENT} HTTP/1.0")], [200, 200]),
        ])

    def test_sizes(self):
        self.run_rows([
            Row("a long request line", [self.raw(f"GET /{'a' * 100_000} HTTP/1.1")], [431], says="too large"),
            Row("a request line without an end", [b"GET /" + b"a" * 100_000], [431]),
            Row("a long header", [self.get("X-Long: " + "a" * 100_000)], [431]),
            Row("a header without an end", [b"GET / HTTP/1.1\r\nX-Long: " + b"a" * 100_000], [431]),
            Row("a long name", [self.get("X" * 100_000 + ": y")], [431]),
            Row("very many headers", [self.get(*["a: b"] * 20_000)], [431]),
            Row("many headers that still fit", [self.get(*[f"a{n}: b" for n in range(1500)])], [200], False),
            Row("very many empty lines before a request", [b"\r\n" * 50_000 + self.get()], [400]),
            Row("a long method", [b"X" * 100_000], [431]),
        ])

    # --- order and waiting ---

    def test_pipelining(self):
        """Answers come in the order of the requests, whatever each of them costs, and however they are cut."""
        login = self.login()
        requests, statuses = [], []
        for number in range(30):
            requests += [self.get(), self.get(path=f"/nowhere/{number}"), self.post(f"Content-Length: {len(login) - 1}", body=login[:-1]),
                         self.get(path="/ws"), self.get(path=SCRIPTS)]
            statuses += [200, 404, 400, 426, 200]
        whole = b"".join(requests)
        self.run_rows([
            Row("150 in one write", [whole], statuses, False),
            Row("150 in writes of 1000 bytes", chopped(whole, 1000), statuses, False),
            Row("40 octet by octet", chopped(b"".join(requests[:40])), statuses[:40], False),
            Row("the end of the connection in their midst", [requests[0] + self.get("Connection: close") + whole], [200, 200]),
            Row("a bad one in their midst", [requests[0] + requests[1] + b"GET / HTTP/9\r\n\r\n" + whole], [200, 404, 400]),
            Row("none behind one that smuggles", [requests[0] + self.post("Content-Length: 0", "Transfer-Encoding: chunked") + self.smuggled], [200, 400]),
        ])

    def test_expect(self):
        body = self.login()
        length = f"Content-Length: {len(body)}"
        for name, expect in {"as it is": "100-continue", "in other letters": "100-Continue"}.items():
            with self.subTest(name), Wire(self.cluster.url) as link:
                link.send(self.post(f"Expect: {expect}", length))
                self.assertEqual(link.response().status, 100)
                link.send(body)
                self.assertEqual(link.response().status, 200)
        with self.subTest("HTTP 1.0 knows no interim answers"), Wire(self.cluster.url) as link:
            link.send(self.raw(f"POST {SESSIONS} HTTP/1.0", "Expect: 100-continue", length), body)
            self.assertEqual([answer.status for answer in link.responses()], [200])
        self.run_rows([
            Row("another expectation", [self.post("Expect: 200-ok", length, body=body)], [417]),
            Row("one more beside it", [self.post("Expect: 100-continue, 200-ok", length, body=body)], [417]),
            Row("refused before the body is sent", [self.post("Expect: 100-continue", "Content-Length: 100", path="/nowhere")], [404]),
            Row("too large, refused before it is sent", [self.post("Expect: 100-continue", "Content-Length: 99999999999")], [413]),
            Row("of a request without a body", [self.get("Expect: 100-continue")], [200], False),
        ])

    def test_ends_of_connections(self):
        """Half of a request, then silence or the end: nothing is answered, nothing is done, nothing stays."""
        whole = self.smuggled
        for at in (1, 10, whole.index(b"\r\n\r\n") + 2, whole.index(b"\r\n\r\n") + 4, len(whole) - 1):
            with self.subTest(at), Wire(self.cluster.url) as link:
                link.send(whole[:at])
                link.end()
                answers = link.responses()
                self.assertTrue(all(answer.status == 400 for answer in answers), answers)
        self.assertEqual(self.scripts(), [])

    def test_canary_sings(self):
        """What the rows above look for would be found: sent as a request of its own, it is there."""
        with Wire(self.cluster.url) as link:
            link.send(self.smuggled)
            self.assertEqual(link.response().status, 200)
        self.assertEqual(self.scripts(), ["smuggled"])


class SmallLimits(HttpCases):
    """The sizes are those of the configuration."""

    changes = {"limits": {"headBytes": 1000, "bodyBytes": 3000, "jsonBytes": 2000}}

    def test_sizes(self):
        self.run_rows([
            Row("a head that fits", [self.get("X-Long: " + "a" * 700)], [200], False),
            Row("one that does not", [self.get("X-Long: " + "a" * 1000)], [431]),
            Row("a body that fits", [self.post("Content-Length: 1800", body=b"[" + b" " * 1798 + b"]")], [400], False, "domain"),
            Row("one that is more than JSON may be", [self.post("Content-Length: 2500", body=b"[" + b" " * 2498 + b"]")], [413]),
            Row("the same in chunks", [self.post("Transfer-Encoding: chunked", body=b"9c4\r\n[" + b" " * 2498 + b"]\r\n0\r\n\r\n")], [413]),
            Row("one that is more than any body may be", [self.post("Content-Length: 3001", path="/nowhere")], [413], says="3000"),
        ])


if __name__ == "__main__":
    unittest.main()
