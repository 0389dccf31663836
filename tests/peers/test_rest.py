#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""curl against the REST API of a simulated cluster: sessions, the ban, scenarios, error bodies."""
import json
import unittest

from harness import PeerTest, ROOT


class Rest(PeerTest):
    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster()

    def assert_error(self, answer, *statuses):
        self.assertIn(answer.status, statuses, answer.body)
        body = answer.json()
        self.assertIsInstance(body["error_code"], int)
        self.assertTrue(body["error_message"])

    # --- sessions ---

    def test_cookie_session(self):
        login = self.cluster.login()
        self.assertEqual(login.status // 100, 2)
        session = login.json()
        for name in ("session_id", "session_type", "user_id", "login", "domain", "ttl"):
            self.assertIn(name, session)
        cookie = login.header("Set-Cookie")
        self.assertIn("HttpOnly", cookie)
        cookie = cookie.split(";")[0]
        current = self.curl("GET", self.cluster.sessions_url + "/current", cookie=cookie)
        self.assertEqual(current.status, 200)
        self.assertEqual(current.json()["session_id"], session["session_id"])
        self.assertEqual(self.curl("DELETE", self.cluster.sessions_url + "/current", cookie=cookie).status // 100, 2)
        self.assert_error(self.curl("GET", self.cluster.sessions_url + "/current", cookie=cookie), 401)

    def test_token_session(self):
        login = self.cluster.login(session_type="token")
        self.assertEqual(login.status // 100, 2)
        self.assertIsNone(login.header("Set-Cookie"))
        self.assertTrue(login.json()["session_token"])
        current = self.curl("GET", self.cluster.sessions_url + "/current", bearer=login.json()["session_id"])
        self.assertEqual(current.status, 200)
        self.assertEqual(current.json()["login"], self.cluster.user("admin")["login"])

    def test_no_session(self):
        for path in ("/rest/v1/iam/sessions/current", "/rest/v1/service/svcscripts", "/rest/v1/fs/targets/custom"):
            self.assert_error(self.curl("GET", self.cluster.url + path), 401)

    def test_bad_logins(self):
        user = self.cluster.user("admin")
        self.assert_error(self.curl("POST", self.cluster.sessions_url, body="{not json"), 400)
        self.assert_error(self.curl("POST", self.cluster.sessions_url, body="[]"), 400)
        self.assert_error(self.curl("POST", self.cluster.sessions_url, body={"login": user["login"]}), 400, 401)
        wrong = self.cluster.login({"login": user["login"], "pwd": "wrong-pass-word"})
        self.assert_error(wrong, 401)
        self.assertNotIn(b"wrong-pass-word", wrong.body)

    def test_eleventh_session(self):
        cookies = [self.cluster.cookie() for _ in range(10)]
        self.assert_error(self.cluster.login(), 429)
        self.assertEqual(self.curl("DELETE", self.cluster.sessions_url + "/current", cookie=cookies[0]).status // 100, 2)
        self.assertEqual(self.cluster.login().status // 100, 2)

    def test_ban(self):
        user = self.cluster.user("admin")
        before = self.cluster.cookie()
        for _ in range(5):
            self.assert_error(self.cluster.login({"login": user["login"], "pwd": "wrong"}), 401)
        banned = self.cluster.login()
        self.assertGreaterEqual(banned.status, 400, "the right password is not looked at any more")
        self.assertGreaterEqual(self.curl("GET", self.cluster.sessions_url + "/current", cookie=before).status, 400)
        other = self.curl("POST", self.cluster.sessions_url, "--interface", "127.0.0.2",
                          body={"domain": self.cluster.domain, "login": user["login"], "pwd": user["pwd"]})
        self.assertEqual(other.status // 100, 2, "another address is not banned")

    def test_stale_session_counts_as_failure(self):
        for _ in range(5):
            self.assert_error(self.curl("GET", self.cluster.sessions_url + "/current", bearer="00000000-0000-4000-8000-000000000000"), 401)
        self.assertGreaterEqual(self.cluster.login().status, 400)

    def test_list_and_close_sessions(self):
        admin, user = self.cluster.cookie(), self.cluster.user()
        address = self.cluster.url + "/rest/v1/master/logicalroles/ws/sessions"
        first, second = self.cluster.login(user).json(), self.cluster.login(user).json()
        listed = {session["session_id"]: session for session in self.cluster.sessions(admin)}
        self.assertEqual(listed[first["session_id"]]["login"], user["login"])
        for name in ("domain", "login", "session_id", "session_type", "site", "ttl", "user_id"):
            self.assertIn(name, listed[second["session_id"]])
        self.assert_error(self.curl("GET", address, bearer=first["session_id"]), 403)
        self.assertEqual(self.curl("DELETE", f"{address}/{first['session_id']}", cookie=admin).status // 100, 2)
        remaining = [session["session_id"] for session in self.cluster.sessions(admin)]
        self.assertNotIn(first["session_id"], remaining)
        self.assertIn(second["session_id"], remaining)
        self.assert_error(self.curl("DELETE", f"{address}/{first['session_id']}", cookie=admin), 404)

    # --- scenarios ---

    def test_scenarios(self):
        cookie, address = self.cluster.cookie(), self.cluster.url + "/rest/v1/service/svcscripts"
        data = json.loads((ROOT / "tests/data/scenarios/svcscript-greet.json").read_text(encoding="utf-8"))
        text = json.dumps({"code": "peers-greet", "name": "Ünï", "scriptdata": data["scriptdata"], "odd": 12345678901234567890})
        created = self.curl("POST", address, body=text, cookie=cookie)
        self.assertEqual(created.status, 200, created.body)
        entity = created.json()
        self.assertEqual((entity["code"], entity["name"]), ("peers-greet", "Ünï"))
        self.assertEqual(entity["scriptdata"], data["scriptdata"])
        self.assert_error(self.curl("POST", address, body=text, cookie=cookie), 409)
        one = f"{address}/{entity['id']}"
        self.assertEqual(self.curl("GET", one, cookie=cookie).json()["scriptdata"], data["scriptdata"])
        self.assertIn("peers-greet", [script["code"] for script in self.curl("GET", address, cookie=cookie).json()])
        changed = self.curl("PATCH", one, body={"name": "Other"}, cookie=cookie)
        self.assertEqual(changed.status, 200, changed.body)
        self.assertEqual(self.curl("GET", one, cookie=cookie).json()["name"], "Other")
        self.assertEqual(self.curl("DELETE", one, cookie=cookie).status // 100, 2)
        self.assert_error(self.curl("GET", one, cookie=cookie), 404)
        self.assert_error(self.curl("DELETE", one, cookie=cookie), 404)

    def test_bad_scenarios(self):
        cookie, address = self.cluster.cookie(), self.cluster.url + "/rest/v1/service/svcscripts"
        for body in ("", "{", "[]", '{"name":"no code"}', '{"code":"a","code":"b"}', "[" * 100_000):
            self.assert_error(self.curl("POST", address, body=body, cookie=cookie), 400, 413)
        self.assertEqual(self.curl("GET", address, cookie=cookie).status, 200)

    # --- the rest ---

    def test_unknown_places_and_verbs(self):
        cookie = self.cluster.cookie()
        self.assert_error(self.curl("GET", self.cluster.url + "/rest/v1/nowhere", cookie=cookie), 404)
        self.assert_error(self.curl("PUT", self.cluster.sessions_url, body="{}", cookie=cookie), 404, 405)
        self.assertIn(self.curl("BREW", self.cluster.sessions_url, cookie=cookie).status, (400, 404, 405, 501))

    def test_large_bodies_and_heads(self):
        cookie = self.cluster.cookie()
        big = self.folder / "big"
        with open(big, "wb") as file:
            file.truncate(200 * 1024 * 1024)
        answer = self.curl("POST", self.cluster.url + "/rest/v1/service/svcscripts", binary=big, cookie=cookie, seconds=60)
        self.assertIn(answer.status, (0, 400, 413), "refused, or cut off")
        answer = self.curl("GET", self.cluster.sessions_url + "/current", headers=["X-Long: " + "x" * 60_000], cookie=cookie)
        self.assertIn(answer.status, (0, 400, 413, 431))
        self.assertEqual(self.curl("GET", self.cluster.sessions_url + "/current", cookie=cookie).status, 200)


if __name__ == "__main__":
    unittest.main()
