#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios on the cluster's svc role, put there by curl and started by an npm "ws" client: no program of ours takes part."""
import json
import unittest

from harness import PeerTest, ROOT


def constant(text, kind=2):
    return {"argType": 1, "varType": kind, "value": text}


def variable(name, kind=2):
    return {"argType": 2, "varType": kind, "value": name}


def declared(*names):
    return [{"id": f"00000000-0000-4000-8000-{index:012d}", "name": name, "type": 2, "location": 0} for index, name in enumerate(names)]


def scenario(*objects, variables=("conn", "reply", "error", "outcome", "result")):
    return {"objects": [{"oLeft": 0, "oTop": 0, "oWidth": 32, "oHeight": 32, "oLayer": 0, "oCreationDate": "2026-11-24 09:00:00",
                         "name": "", "info": "", **fields} for fields in objects],
            "variables": declared(*variables), "scriptVersion": 170105}


def recorded(number, text):
    return {"oId": number, "oType": 106, "mode": 0, "variable": "outcome", "value": constant(text), "transfer": 9}


class Scripts(PeerTest):
    def setUp(self):
        super().setUp()
        self.cluster = self.start_cluster("--nodes", "2")
        self.cookie = self.cluster.cookie()
        self.starter = self.node("external_system.js", self.cluster.ws(), self.cluster.point("svcscript")["token"], "svcscript")
        setup = self.starter.event("setup")
        self.assertEqual(setup["capabilities"][0], {"key": "svcscript", "result": "ok"})
        self.starter.event("ready")
        self.external = self.node("external_system.js", self.cluster.ws(1), self.cluster.point("msg")["token"], "msg")
        self.external.event("setup")
        self.connection = self.external.event("ready")["connectionid"]

    def store(self, code, data):
        made = self.curl("POST", self.cluster.url + "/rest/v1/service/svcscripts", cookie=self.cookie,
                         body={"code": code, "name": code, "scriptdata": data})
        self.assertEqual(made.status, 200, made.body)
        return made.json()["id"]

    def run_script(self, code, timeout=10_000, **parameters):
        self.starter.tell({"send": ["start_svcscript", {"qid": code, "code": code, "timeout": timeout, **parameters}]})
        while True:
            frame = self.starter.event("frame")
            if frame["method"] == "start_svcscript_result" and frame["body"]["qid"] == code:
                return frame["body"]

    def ask(self, event, seconds="5", content='{"name":"svc"}'):
        return scenario({"oId": 1, "oType": 101, "type": 0, "startParam": "conn", "defineVars": 1, "transfer": 2},
                        {"oId": 2, "oType": 144, "operation": 0, "conn": variable("conn"), "direction": 0,
                         "capabilityName": constant("msg"), "eventName": constant(event), "content": constant(content), "syncMode": 1,
                         "timeoutSec": constant(seconds, 1), "resultVariable": "reply", "errorVariable": "error", "transfer": 3,
                         "transferTimeout": 4, "transferError": 5},
                        recorded(3, "success"), recorded(4, "timeout"), recorded(5, "error"),
                        {"oId": 9, "oType": 102, "callStack": 0, "returnValue": variable("outcome")})

    def variables(self, event, **options):
        self.store(event, self.ask(event, **options))
        answer = self.run_script(event, startparam1=self.connection)
        self.assertEqual(answer["result"], "ok", answer)
        return answer["data"]["variables"]

    def test_success(self):
        found = self.variables("hello")
        self.assertEqual((found["outcome"], found["result"], found["error"]), ("success", "success", ""))
        self.assertEqual(json.loads(found["reply"])["greeting"], "Hello svc")

    def test_timeout(self):
        found = self.variables("silent", seconds="0.3")
        self.assertEqual(found["outcome"], "timeout")

    def test_error(self):
        found = self.variables("fail")
        self.assertEqual(found["outcome"], "error")
        self.assertIn("not today", found["error"])

    def test_lost_connection(self):
        found = self.variables("leave", seconds="20")
        self.assertEqual(found["outcome"], "error")
        self.assertTrue(found["error"].startswith("not_active: "), found)

    def test_content_that_is_no_json(self):
        found = self.variables("hello", content="{not json")
        self.assertTrue(found["error"].startswith("bad_content: "), found)

    def test_qid_of_the_content_is_replaced(self):
        found = self.variables("hello", content='{"name":"x","qid":"mine"}')
        self.assertEqual(found["outcome"], "success")

    def test_the_documented_sample_of_ours(self):
        entity = json.loads((ROOT / "tests/data/scenarios/svcscript-greet.json").read_text(encoding="utf-8"))
        made = self.curl("POST", self.cluster.url + "/rest/v1/service/svcscripts", cookie=self.cookie, body={**entity, "code": "peers-greet"})
        self.assertEqual(made.status, 200, made.body)
        self.external.tell({"close": True})
        self.external.event("closed")
        answer = self.run_script("peers-greet", startparam1=self.connection)
        self.assertEqual(answer["result"], "ok", answer)
        self.assertIn("failed: not_", answer["data"]["variables"]["result"])

    def test_unknown_code(self):
        answer = self.run_script("no-such-code")
        self.assertEqual(answer["result"], "error")
        self.assertTrue(answer["errormsg"])

    def test_interrupted_by_its_timeout(self):
        self.store("endless", scenario({"oId": 1, "oType": 101, "type": 0, "defineVars": 1, "transfer": 2},
                                       {"oId": 2, "oType": 103, "timeoutMs": constant("200", 1), "transfer": 2}))
        answer = self.run_script("endless", timeout=700)
        self.assertIn(answer["result"], ("ok", "error"), "the waiting stops; what it says then is the platform's affair")


if __name__ == "__main__":
    unittest.main()
