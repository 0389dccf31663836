#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An npm "ws" client as a user: both orders of setup and login, sessions, and messages of direction 2."""
import json
import unittest

from harness import PeerTest


class UserClient(PeerTest):
    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster()
        self.user = self.cluster.user()

    def credentials(self, **changes):
        return {"login": self.user["login"], "pwd": self.user["pwd"], "td": self.cluster.domain, **changes}

    def client(self, **plan):
        plan = {"capabilities": ["rest", "subscr", "nonsense"], "order": "login first", "login": self.credentials(), **plan}
        return self.node("user_client.js", self.cluster.ws(), json.dumps(plan))

    def test_login_then_setup(self):
        client = self.client()
        login = client.event("login_result")
        self.assertEqual(login["result"], "ok", login)
        self.assertEqual(login["td"], self.cluster.domain)
        self.assertEqual(login["login"], self.user["login"])
        self.assertEqual(login["register"], "ok")
        self.assertTrue(login["sessionid"])
        setup = client.event("setup_result")
        self.assertEqual({entry["key"]: entry["result"] for entry in setup["capabilities"]},
                         {"rest": "ok", "subscr": "ok", "nonsense": "error"})

    def test_setup_before_login(self):
        client = self.client(order="setup first")
        setup = client.event("setup_result")
        self.assertEqual({entry["result"] for entry in setup["capabilities"]}, {"ok"})
        login = client.event("login_result")
        self.assertEqual(login["result"], "ok", login)
        self.assertEqual({entry["key"]: entry["result"] for entry in login["capabilities"]},
                         {"rest": "ok", "subscr": "ok", "nonsense": "error"})

    def test_roles_allow_by_route(self):
        roles = [{"name": name, "routes": []} for name in ("admin", "service", "external", "shop")]
        roles.append({"name": "user", "routes": ["/ws#test", "/ws#svcscript"]})
        self.cluster = self.start_cluster(changes={"roles": roles})
        setup = self.client(capabilities=["test", "rest", "svcscript"]).event("setup_result")
        self.assertEqual(setup["capabilities"], [
            {"key": "test", "result": "ok"},
            {"key": "rest", "result": "error", "errormsg": "Access denied by IAM (route not found)"},
            {"key": "svcscript", "result": "error", "errormsg": "Unknown capability"}])  # it belongs to the token API

    def test_older_name_of_the_domain(self):
        client = self.client(login={"login": self.user["login"], "pwd": self.user["pwd"], "domain": self.cluster.domain})
        self.assertEqual(client.event("login_result")["result"], "ok")

    def test_session_of_http(self):
        cookie = self.cluster.cookie(self.user)
        session = self.curl("GET", self.cluster.sessions_url + "/current", cookie=cookie).json()
        client = self.client(login={"rsessionid": session["session_id"]})
        login = client.event("login_result")
        self.assertEqual(login["result"], "ok", login)
        self.assertEqual(login["sessionid"], session["session_id"])

    def test_wrong_password(self):
        client = self.client(login=self.credentials(pwd="wrong"))
        login = client.event("login_result")
        self.assertEqual(login["result"], "error")
        self.assertNotIn("wrong", login["errormsg"])

    def test_nothing_before_login(self):
        client = self.client(order="neither")
        client.event("open")
        client.tell(["connection_info", {"qid": "early"}])
        answer = client.event("connection_info_result")
        self.assertEqual((answer["qid"], answer["result"]), ("early", "error"))
        client.tell(["login", {"qid": 1, **self.credentials()}])
        self.assertEqual(client.event("login_result")["result"], "ok")

    def test_unknown_method(self):
        client = self.client()
        client.event("setup_result")
        client.tell(["no_such_method", {"qid": [1, None, "x"]}])
        answer = client.event("no_such_method_result")
        self.assertEqual((answer["qid"], answer["result"]), ([1, None, "x"], "error"))
        self.assertTrue(answer["errormsg"])

    def test_message_to_a_user(self):
        extension = next(key for key in self.user_extensions())
        client = self.client(capabilities=[extension], answer={"seen": True})
        setup = client.event("setup_result")
        self.assertEqual(setup["capabilities"][0]["result"], "ok", setup)
        client.tell(["connection_info", {"qid": 9}])
        info = client.event("connection_info_result")
        self.assertEqual(info["ownertype"], "user")
        ran = self.cli("operate", "sendtokenmsg", "--conn", info["connectionid"], "--direction", "2", "--capability", extension,
                       "--event", "popup", "--content", '{"text":"Hi"}', "--sync", "--timeout", "5", "--format", "json",
                       cluster=self.cluster)
        self.assert_ran(ran, 0)
        self.assertEqual(json.loads(ran.json()["result"]), {"result": "ok", "seen": True})
        self.assertEqual(client.event("popup")["text"], "Hi")
        wrong_way = self.cli("operate", "sendtokenmsg", "--conn", info["connectionid"], "--direction", "0", "--capability", extension,
                             "--event", "popup", "--content", "{}", "--format", "json", cluster=self.cluster)
        self.assert_ran(wrong_way, 1)
        self.assertTrue(wrong_way.json()["error"].startswith("wrong_direction"), wrong_way.json())

    def user_extensions(self):
        """Capabilities that plug-ins add to the user side, by what a user is allowed there; "scriptnotify" is always one."""
        client = self.client(order="login first", capabilities=["scriptnotify"])
        login = client.event("login_result")
        self.assertEqual(login["result"], "ok", login)
        setup = client.event("setup_result")
        return [entry["key"] for entry in setup["capabilities"] if entry["result"] == "ok"]


if __name__ == "__main__":
    unittest.main()
