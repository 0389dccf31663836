#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""curl and Python's http.client against downloads: targets files and www, public files, ranges, conditions, resumption, full disks."""
import hashlib
import http.client
import json
import os
import subprocess
import unittest
from urllib.parse import quote, urlsplit

from harness import PeerTest


class Downloads(PeerTest):
    def setUp(self):
        super().setUp()
        self.begin()

    def begin(self, **changes):
        self.cluster = self.start_cluster(changes=changes or None)
        self.cookie = self.cluster.cookie()
        self.targets = self.cluster.url + "/rest/v1/fs/targets/"
        self.public = f"{self.cluster.url}/public/{self.cluster.domain}/"

    def upload(self, target: str, name: str, content: bytes):
        path = self.folder / "upload"
        path.write_bytes(content)
        made = self.curl("POST", self.targets + target, "-F", f"file=@{path};filename={name}", cookie=self.cookie)
        self.assertEqual((made.status, made.json()[0]["status"]), (200, "ok"), made.body)

    def fetch(self, *headers, url=None):
        return self.curl("GET", url or self.targets + "files/a.bin", headers=headers, cookie=self.cookie)

    # --- targets ---

    def test_all_verbs_of_files_and_www(self):
        for target in ("files", "www"):
            with self.subTest(target):
                self.upload(target, "a.txt", b"first")
                there = self.targets + target
                path = self.folder / "second"
                path.write_bytes(b"second one")
                self.assertEqual(self.curl("PUT", there + "/none.txt", binary=path, cookie=self.cookie).status, 404)
                self.assertEqual(self.curl("PUT", there + "/a.txt", binary=path, cookie=self.cookie).status, 200)
                self.assertEqual(self.curl("GET", there + "/a.txt", cookie=self.cookie).body, b"second one")
                listed = self.curl("GET", there + "?mask=name,size&filter=*.txt&order=-name&limit=5", cookie=self.cookie)
                self.assertEqual(listed.json(), [{"name": "a.txt", "size": 10}])
                self.assertEqual(self.curl("GET", there).status, 401)
                self.assertEqual(self.curl("DELETE", there + "/a.txt", cookie=self.cookie).status, 204)
                self.assertEqual(self.curl("GET", there, cookie=self.cookie).json(), [])

    def test_component_144_reaches_files(self):
        """platform §4: target files is :SYNC_DOMAIN/data/files"""
        external = self.node("external_system.js", self.cluster.ws(), self.cluster.point("msg")["token"], "msg,rest")
        external.event("setup")
        conn = external.event("ready")["connectionid"]
        self.upload("files", "price list.csv", b"a;b\n1;2\n")
        placed = self.cli("operate", "ws_temp_file", "--conn", conn, "--path", ":SYNC_DOMAIN/data/files/price list.csv", "--format", "json",
                          cluster=self.cluster).json()
        self.assertEqual(placed["outcome"], "success", placed)
        self.assertRegex(placed["result"], r"^/temp/[0-9a-f]{32}\.csv$")
        link = self.cluster.url + placed["result"]
        self.assertEqual(self.curl("GET", link).body, b"a;b\n1;2\n")
        part = self.curl("GET", link, headers=["Range: bytes=4-"])
        self.assertEqual((part.status, part.body), (206, b"1;2\n"))
        put = self.cli("operate", "websocktemp", "--conn", conn, "--method", "put_file", "--path", ":SYNC_DOMAIN/data/files/price list.csv",
                       "--format", "json", cluster=self.cluster).json()
        self.assertEqual(put["outcome"], "success", put)

    # --- public ---

    def test_public_files(self):
        """platform §4: target www is public"""
        self.upload("www", "index.html", b"<p>Hello")
        got = self.curl("GET", self.public + "index.html")
        self.assertEqual((got.status, got.body), (200, b"<p>Hello"))
        self.assertEqual(got.header("Content-Type"), "text/html; charset=utf-8")
        self.assertEqual(got.header("X-Content-Type-Options"), "nosniff")
        self.assertTrue(got.header("Date"))
        head = self.curl("HEAD", self.public + "index.html")
        self.assertEqual((head.status, head.header("Content-Length")), (200, "8"))
        for name, kind in {"a.css": "text/css; charset=utf-8", "b.js": "text/javascript; charset=utf-8", "c.PNG": "image/png",
                           "d.unknown": "application/octet-stream", "имя файла.txt": "text/plain; charset=utf-8"}.items():
            self.upload("www", name, b"x")
            self.assertEqual(self.curl("GET", self.public + quote(name)).header("Content-Type"), kind)
        self.assertEqual(self.curl("DELETE", self.public + "index.html", cookie=self.cookie).status, 405)

    def test_nothing_above_public(self):
        self.upload("www", "index.html", b"<p>")
        self.upload("custom", "secret.txt", b"secret")
        for path in ("", "..", "../", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc%2fpasswd", "../custom/secret.txt",
                     "..%2fcustom%2fsecret.txt", "secret.txt", "index.html/", "./index.html", "a%00b", "%ff", "..%5c..%5cx", "x" * 300,
                     "index.html%2f..", "%2fetc%2fpasswd"):
            with self.subTest(path[:30]):
                got = self.curl("GET", self.public + path)
                self.assertIn(got.status, (400, 404), got.body)
                self.assertTrue(got.json()["error_message"])
        self.assertEqual(self.curl("GET", f"{self.cluster.url}/public/other.domain/index.html").status, 404)
        self.assertEqual(self.curl("GET", self.public.rstrip("/")).status, 404)

    # --- ranges and conditions ---

    def test_ranges(self):
        content = os.urandom(200_000)
        self.upload("files", "a.bin", content)
        whole = self.fetch()
        self.assertEqual((whole.status, whole.header("Accept-Ranges")), (200, "bytes"))
        for asked, first, last in (("0-0", 0, 0), ("100000-", 100_000, 199_999), ("-10", 199_990, 199_999), ("5-70000", 5, 70_000),
                                   ("199999-300000", 199_999, 199_999), ("-999999", 0, 199_999)):
            with self.subTest(asked):
                got = self.fetch(f"Range: bytes={asked}")
                self.assertEqual((got.status, got.header("Content-Range")), (206, f"bytes {first}-{last}/200000"))
                self.assertEqual(got.body, content[first:last + 1])
        for asked in ("200000-", "-0", "x", "5-4", "", "--"):
            with self.subTest(asked):
                got = self.fetch(f"Range: bytes={asked}")
                self.assertEqual((got.status, got.header("Content-Range")), (416, "bytes */200000"))
                self.assertTrue(got.json()["error_message"])
        for header in ("Range: items=0-5", "Range: bytes=0-5,10-15"):
            self.assertEqual(self.fetch(header).body, content)
        head = self.curl("HEAD", self.targets + "files/a.bin", headers=["Range: bytes=0-5"], cookie=self.cookie)
        self.assertEqual((head.status, head.header("Content-Length")), (200, "200000"))

    def test_an_empty_file(self):
        self.upload("files", "a.bin", b"")
        self.assertEqual((self.fetch().status, self.fetch().body, self.fetch().header("Content-Length")), (200, b"", "0"))
        self.assertEqual(self.fetch("Range: bytes=0-").status, 416)
        self.assertEqual(self.fetch("Range: bytes=-5").status, 200)

    def test_conditions(self):
        self.upload("files", "a.bin", b"first")
        seen = self.fetch()
        tag, date = seen.header("ETag"), seen.header("Last-Modified")
        same = self.fetch(f"If-None-Match: {tag}")
        self.assertEqual((same.status, same.body, same.header("ETag")), (304, b"", tag))
        self.assertEqual(self.fetch(f"If-Modified-Since: {date}").status, 304)
        self.assertEqual(self.fetch('If-None-Match: "other"').status, 200)
        self.assertEqual(self.fetch('If-Match: "other"').status, 412)
        self.assertEqual(self.fetch("Range: bytes=1-2", f"If-Range: {tag}").body, b"ir")
        self.assertEqual(self.fetch("Range: bytes=1-2", f"If-Range: {date}").body, b"ir")
        path = self.folder / "changed"
        path.write_bytes(b"second")
        refused = self.curl("PUT", self.targets + "files/a.bin", binary=path, headers=['If-Match: "other"'], cookie=self.cookie)
        self.assertEqual(refused.status, 412)
        self.assertEqual(self.curl("PUT", self.targets + "files/a.bin", binary=path, headers=[f"If-Match: {tag}"], cookie=self.cookie).status, 200)
        self.assertEqual(self.fetch(f"If-None-Match: {tag}").body, b"second")
        self.assertEqual(self.fetch("Range: bytes=1-2", f"If-Range: {tag}").body, b"second")

    def test_one_connection_for_all_kinds_of_answers(self):
        """What follows a 206, a 304, a 416 or an answer to HEAD on the same connection is read as it is meant."""
        content = os.urandom(150_000)
        self.upload("www", "a.bin", content)
        address = urlsplit(self.public)
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
        self.addCleanup(connection.close)
        tag = None
        for method, headers, status, body in (
                ("GET", {}, 200, content), ("HEAD", {}, 200, b""), ("GET", {"Range": "bytes=1-100000"}, 206, content[1:100_001]),
                ("GET", {"If-None-Match": "TAG"}, 304, b""), ("GET", {"Range": "bytes=150000-"}, 416, None),
                ("HEAD", {"If-None-Match": "TAG"}, 304, b""), ("GET", {"Range": "bytes=-1"}, 206, content[-1:]), ("GET", {}, 200, content)):
            socket = connection.sock
            connection.request(method, address.path + "a.bin", headers={key: tag if value == "TAG" else value for key, value in headers.items()})
            answer = connection.getresponse()
            got = answer.read()
            tag = answer.getheader("ETag")
            self.assertEqual(answer.status, status)
            if body is None:
                json.loads(got)
            else:
                self.assertEqual(got, body)
            self.assertTrue(socket is None or connection.sock is socket, "a new connection was needed")

    # --- resumption ---

    def resume(self, url: str, path, *arguments):
        return subprocess.run(["curl", "-sS", "--fail", "--max-time", "60", "-C", "-", "-o", path, *arguments, url], capture_output=True, text=True,
                              timeout=90)

    def test_a_download_is_resumed(self):
        content = os.urandom(1024) * 3000
        self.upload("www", "large.bin", content)
        self.upload("files", "large.bin", content)
        for url, access in ((self.public + "large.bin", ()), (self.targets + "files/large.bin", ("-b", self.cookie))):
            with self.subTest(url):
                path = self.folder / "large.bin"
                path.write_bytes(content[:1_234_567])
                done = self.resume(url, path, *access)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(hashlib.sha256(path.read_bytes()).digest(), hashlib.sha256(content).digest())
                again = self.resume(url, path, *access)  # it is whole: nothing more is appended
                self.assertEqual(path.stat().st_size, len(content), again.stderr)

    def test_a_cut_download_is_resumed(self):
        """Each attempt hangs up in the middle; the next one goes on where it stood."""
        content = os.urandom(1024) * 2000
        self.upload("www", "large.bin", content)
        path = self.folder / "large.bin"
        rounds = 0
        while not path.exists() or path.stat().st_size < len(content):
            rounds += 1
            self.assertLess(rounds, 40)
            size = path.stat().st_size if path.exists() else 0
            self.take(size, 300_000, path)
        self.assertEqual(path.read_bytes(), content)

    def take(self, size: int, most: int, path):
        """Reads at most so many bytes of the rest, then hangs up in the middle of the answer."""
        address = urlsplit(self.public)
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
        connection.request("GET", address.path + "large.bin", headers={"Range": f"bytes={size}-"})
        answer = connection.getresponse()
        self.assertEqual(answer.status, 206)
        with path.open("ab") as file:
            file.write(answer.read(most))
        connection.close()

    def test_a_slow_reader_gets_it_all(self):
        """At twice the time for a body: each stretch that is taken gives the time anew."""
        self.cluster.child.end()
        self.begin(limits={"bodyTimeoutMs": 1500})
        content = os.urandom(1024) * (5 * 1024)
        self.upload("www", "large.bin", content)
        path = self.folder / "slow.bin"
        done = subprocess.run(["curl", "-sS", "--fail", "--max-time", "60", "--limit-rate", "1600k", "-o", path, self.public + "large.bin"],
                              capture_output=True, text=True, timeout=90)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(path.read_bytes(), content)

    # --- limits ---

    def test_a_full_disk(self):
        self.cluster.child.end()
        self.begin(limits={"storageBytes": 10_000, "files": 3})
        self.upload("files", "a.bin", b"x" * 8000)
        path = self.folder / "big"
        path.write_bytes(b"y" * 3000)
        refused = self.curl("POST", self.targets + "www", "-F", f"file=@{path}", cookie=self.cookie)
        self.assertEqual((refused.status, refused.json()[0]["status"]), (200, "too_large"))
        put = self.curl("PUT", self.targets + "files/a.bin", binary=path, cookie=self.cookie)
        self.assertEqual(put.status, 507, put.body)
        self.assertEqual(self.fetch().body, b"x" * 8000)
        path.write_bytes(b"")
        for name, status in (("b", "ok"), ("c", "ok"), ("d", "too_many")):
            made = self.curl("POST", self.targets + "custom", "-F", f"file=@{path};filename={name}", cookie=self.cookie)
            self.assertEqual(made.json()[0]["status"], status)

    def test_a_thousand_parts(self):
        """No part keeps a file open while the others come."""
        boundary = "x" * 20
        body = "".join(f'--{boundary}\r\nContent-Disposition: form-data; name="f"; filename="f{index}"\r\n\r\n{index}\r\n' for index in range(1000))
        path = self.folder / "body"
        path.write_text(body + f"--{boundary}--\r\n", newline="")
        made = self.curl("POST", self.targets + "files", "-H", f"Content-Type: multipart/form-data; boundary={boundary}", binary=path,
                         cookie=self.cookie)
        self.assertEqual(made.status, 200, made.body[:300])
        self.assertEqual({part["status"] for part in made.json()}, {"ok"})
        self.assertEqual(self.curl("GET", self.targets + "files/f999", cookie=self.cookie).body, b"999")

    def test_huge_heads(self):
        self.upload("www", "a.html", b"<p>")
        self.assertEqual(self.curl("GET", self.public + "a.html", headers=["X-Large: " + "x" * 20_000]).status, 431)
        self.assertEqual(self.curl("GET", self.public + "a.html", headers=["Range: bytes=" + "0-1," * 3000]).body, b"<p>")
        self.assertEqual(self.curl("GET", self.public + "a.html", headers=["If-None-Match: " + '"x",' * 3000]).body, b"<p>")


if __name__ == "__main__":
    unittest.main()
