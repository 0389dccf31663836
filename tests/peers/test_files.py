#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""curl against the file targets: custom, websocktemp of an npm "ws" connection, temp links."""
import hashlib
import json
import os
import unittest
from urllib.parse import quote

from harness import PeerTest


class Files(PeerTest):
    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster("--nodes", "2")
        self.cookie = self.cluster.cookie()
        self.custom = self.cluster.url + "/rest/v1/fs/targets/custom"

    def make(self, name: str, content: bytes):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def names(self, target=None, **access):
        listed = self.curl("GET", target or self.custom, **(access or {"cookie": self.cookie}))
        self.assertEqual(listed.status, 200, listed.body)
        return {file["name"]: file["size"] for file in listed.json()}

    def assert_error(self, answer, *statuses):
        self.assertIn(answer.status, statuses, answer.body)
        self.assertTrue(answer.json()["error_message"])

    # --- custom ---

    def test_many_parts_and_an_existing_name(self):
        one, two = self.make("one.bin", os.urandom(5000)), self.make("two.txt", b"two")
        first = self.curl("POST", self.custom, "-F", f"file=@{one}", cookie=self.cookie)
        self.assertEqual(first.status, 200, first.body)
        self.assertEqual([(part["name"], part["size"]) for part in first.json()], [("one.bin", 5000)])
        good = first.json()[0]["status"]
        both = self.curl("POST", self.custom, "-F", f"a=@{one}", "-F", f"b=@{two}", cookie=self.cookie)
        self.assertEqual(both.status, 200, both.body)
        parts = {part["name"]: part["status"] for part in both.json()}
        self.assertEqual(parts["two.txt"], good)
        self.assertNotEqual(parts["one.bin"], good)
        self.assertEqual(self.names(), {"one.bin": 5000, "two.txt": 3})
        self.assertEqual(self.curl("GET", self.custom + "/one.bin", cookie=self.cookie).body, one.read_bytes())

    def test_single_files(self):
        path = self.make("a.txt", b"first")
        self.assert_error(self.curl("PUT", self.custom + "/a.txt", binary=path, cookie=self.cookie), 404)
        self.curl("POST", self.custom, "-F", f"file=@{path}", cookie=self.cookie)
        path.write_bytes(b"second one")
        self.assertEqual(self.curl("PUT", self.custom + "/a.txt", binary=path, cookie=self.cookie).status // 100, 2)
        head = self.curl("HEAD", self.custom + "/a.txt", cookie=self.cookie)
        self.assertEqual((head.status, head.header("Content-Length")), (200, "10"))
        self.assertEqual(self.curl("GET", self.custom + "/a.txt", cookie=self.cookie).body, b"second one")
        self.assertEqual(self.curl("DELETE", self.custom + "/a.txt", cookie=self.cookie).status // 100, 2)
        self.assert_error(self.curl("DELETE", self.custom + "/a.txt", cookie=self.cookie), 404)
        self.assert_error(self.curl("GET", self.custom + "/a.txt", cookie=self.cookie), 404)
        self.assertEqual(self.names(), {})

    def test_odd_names(self):
        path = self.make("plain", b"content")
        for name in ("имя файла.txt", "a b+c%20d.txt", "quote'.txt", "x" * 251 + ".txt"):
            with self.subTest(name):
                made = self.curl("POST", self.custom, "-F", f'file=@{path};filename="{name}"', cookie=self.cookie)
                self.assertEqual(made.status, 200, made.body)
                self.assertIn(name, self.names())
                self.assertEqual(self.curl("GET", f"{self.custom}/{quote(name)}", cookie=self.cookie).body, b"content")
                self.assertEqual(self.curl("DELETE", f"{self.custom}/{quote(name)}", cookie=self.cookie).status // 100, 2)

    def test_refused_names(self):
        path = self.make("plain", b"content")
        for name in ("..", "../up.txt", "a/b.txt", "/etc/x", "x" * 300, "."):
            with self.subTest(name[:20]):
                made = self.curl("POST", self.custom, "-F", f'file=@{path};filename="{name}"', cookie=self.cookie)
                if made.status == 200:
                    self.assertNotEqual(made.json()[0]["status"], "ok", made.body)
                else:
                    self.assertEqual(made.status, 400)
        self.assertEqual(self.names(), {})
        for name in ("..%2f..%2fetc%2fpasswd", "../../../../etc/passwd", "%2e%2e/%2e%2e", "a%00b", "x" * 300):
            with self.subTest(name[:20]):
                self.assertIn(self.curl("GET", f"{self.custom}/{name}", cookie=self.cookie).status, (400, 404))

    def test_broken_multipart(self):
        kinds = {"multipart/form-data": "no boundary", "multipart/form-data; boundary=x": "--x\r\nContent-Disposition: form-data; na",
                 "multipart/form-data; boundary=y": "", "application/json": "{}"}
        for kind, text in kinds.items():
            with self.subTest(kind):
                answer = self.curl("POST", self.custom, "-H", f"Content-Type: {kind}", binary=self.make("body", text.encode()),
                                   cookie=self.cookie)
                self.assert_error(answer, 400, 415)
        self.assertEqual(self.names(), {})

    def test_list_in_pages(self):
        for index in range(5):
            self.curl("POST", self.custom, "-F", f"file=@{self.make(f'f{index}.txt', b'x' * index)}", cookie=self.cookie)
        page = self.curl("GET", self.custom + "?offset=1&limit=2&order=name", cookie=self.cookie).json()
        self.assertEqual([file["name"] for file in page], ["f1.txt", "f2.txt"])

    def test_64_megabytes(self):
        content = os.urandom(1024) * (60 * 1024)
        path = self.make("large.bin", content)
        made = self.curl("POST", self.custom, "-F", f"file=@{path}", cookie=self.cookie, seconds=60)
        self.assertEqual(made.status, 200, made.body[:300])
        back = self.curl("GET", self.custom + "/large.bin", cookie=self.cookie, seconds=60)
        self.assertEqual(hashlib.sha256(back.body).digest(), hashlib.sha256(content).digest())

    # --- websocktemp ---

    def external(self, node=0):
        external = self.node("external_system.js", self.cluster.ws(node), self.cluster.point("msg")["token"], "msg,rest")
        external.event("setup")
        return external, external.event("ready")

    def temp_address(self, node=0):
        return self.cluster.ready["nodes"][node]["url"].rstrip("/") + "/rest/v1/fs/targets/websocktemp"

    def operate(self, *arguments):
        ran = self.cli("operate", *arguments, "--format", "json", cluster=self.cluster)
        self.assertTrue(ran.out, str(ran))
        return ran.json()

    def test_exchange_with_an_external_system(self):
        _, ready = self.external()
        conn, bearer, temp = ready["connectionid"], ready["sessionid"], self.temp_address()
        put = self.make("from-us.txt", b"from us")
        self.assertEqual(self.operate("websocktemp", "--conn", conn, "--method", "put_file", "--path", put)["outcome"], "success")
        self.assertEqual(self.names(temp, bearer=bearer), {"from-us.txt": 7})
        self.assertEqual(self.curl("GET", temp + "/from-us.txt", bearer=bearer).body, b"from us")
        theirs = self.make("theirs.bin", os.urandom(70_000))
        self.assertEqual(self.curl("POST", temp, "-F", f"file=@{theirs}", bearer=bearer).status, 200)
        listed = json.loads(self.operate("websocktemp", "--conn", conn, "--method", "get_coll")["result"])
        self.assertEqual({file["name"]: file["size"] for file in listed}, {"from-us.txt": 7, "theirs.bin": 70_000})
        saved = self.folder / "saved.bin"
        got = self.operate("websocktemp", "--conn", conn, "--method", "get_file", "--name", "theirs.bin", "--save", saved)
        self.assertEqual(got["outcome"], "success", got)
        self.assertEqual(saved.read_bytes(), theirs.read_bytes())
        gone = self.operate("websocktemp", "--conn", conn, "--method", "delete_file", "--name", "theirs.bin")
        self.assertEqual(gone["outcome"], "success", gone)
        self.assertEqual(self.names(temp, bearer=bearer), {"from-us.txt": 7})
        missing = self.operate("websocktemp", "--conn", conn, "--method", "get_file", "--name", "theirs.bin")
        self.assertTrue(missing["error"].startswith("file_not_found"), missing)
        again = self.operate("websocktemp", "--conn", conn, "--method", "put_file", "--path", put)
        self.assertTrue(again["error"].startswith("already_exists"), again)
        self.assertEqual(self.cluster.leftovers(self.cookie), {"carriers": [], "files": []})

    def test_one_session_does_not_see_another(self):
        _, first = self.external()
        _, second = self.external()
        self.curl("POST", self.temp_address(), "-F", f"file=@{self.make('mine.txt', b'm')}", bearer=first["sessionid"])
        self.assertEqual(self.names(self.temp_address(), bearer=second["sessionid"]), {})

    def test_without_a_connection(self):
        self.assert_error(self.curl("GET", self.temp_address(), cookie=self.cookie), 404)

    def test_only_the_node_of_the_connection(self):
        _, ready = self.external(node=1)
        self.assertEqual(self.names(self.temp_address(1), bearer=ready["sessionid"]), {})
        self.assert_error(self.curl("GET", self.temp_address(0), bearer=ready["sessionid"]), 404)

    # --- temp links ---

    def test_temp_link(self):
        _, ready = self.external()
        path = self.make("report.pdf", os.urandom(10_000))
        self.curl("POST", self.custom, "-F", f"file=@{path}", cookie=self.cookie)
        placed = self.operate("ws_temp_file", "--conn", ready["connectionid"], "--path", ":SYNC_COMMON/custom/report.pdf")
        self.assertEqual(placed["outcome"], "success", placed)
        self.assertRegex(placed["result"], r"^/temp/[0-9a-f]{32}\.pdf$")
        got = self.curl("GET", self.cluster.url + placed["result"])
        self.assertEqual((got.status, got.body), (200, path.read_bytes()))
        self.assertIn("report.pdf", got.header("Content-Disposition") or "")
        self.assertEqual(self.curl("GET", self.cluster.url + "/temp/" + "0" * 32 + ".pdf").status, 404)

    def test_temp_link_saved_here(self):
        _, ready = self.external()
        path, saved = self.make("link.txt", b"linked"), self.folder / "copy.txt"
        placed = self.operate("ws_temp_file", "--conn", ready["connectionid"], "--path", path, "--save", saved)
        self.assertEqual(placed["outcome"], "success", placed)
        self.assertEqual(saved.read_bytes(), b"linked")


if __name__ == "__main__":
    unittest.main()
