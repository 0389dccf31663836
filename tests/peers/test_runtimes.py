#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios as strangers run them: svcscript_runtimes by curl, REST over a web socket by python3-websockets and npm "ws", and scenarios
that a message of an external system starts."""
import asyncio
import json
import unittest

import websockets
from harness import PeerTest, ROOT, wait_for

RUNTIMES = "/rest/v1/service/svcscript_runtimes"
SVCSCRIPTS = "/rest/v1/service/svcscripts"
IVRSCRIPTS = "/rest/v1/uc/ivrscripts"


def constant(text, kind=2):
    return {"argType": 1, "varType": kind, "value": text}


def entity(code, *objects, variables=("conn",)):
    return {"code": code, "scriptdata": {"objects": list(objects), "scriptVersion": 170105, "variables": [
        {"id": f"00000000-0000-4000-8000-{index:012d}", "name": name, "type": 2, "location": 0} for index, name in enumerate(variables)]}}


def sleeper(code):
    return entity(code, {"oId": 1, "oType": 101, "type": 0, "startParam": "conn", "defineVars": 1, "transfer": 2},
                  {"oId": 2, "oType": 103, "timeoutMs": constant("60000", 1), "transfer": 3}, {"oId": 3, "oType": 102})


def echo(code):
    """Answers the connection that started it with what it was given."""
    return entity(code, {"oId": 1, "oType": 101, "type": 0, "startParam": "conn", "defineVars": 1, "transfer": 2},
                  {"oId": 2, "oType": 106, "mode": 0, "variable": "text", "transfer": 3,
                   "value": {"argType": 3, "varType": 2, "value": "startparam(3)"}},
                  {"oId": 3, "oType": 106, "mode": 0, "variable": "method", "transfer": 4,
                   "value": {"argType": 3, "varType": 2, "value": "startparam(2)"}},
                  {"oId": 4, "oType": 144, "operation": 0, "conn": {"argType": 2, "varType": 2, "value": "conn"}, "direction": 0,
                   "capabilityName": constant("msg"), "eventName": constant("heard"), "syncMode": 0, "transfer": 5, "transferError": 5,
                   "content": {"argType": 4, "varType": 2, "value": '{"method":"[method]","content":[text]}'}},
                  {"oId": 5, "oType": 102}, variables=("conn", "text", "method"))


class Runtimes(PeerTest):
    def begin(self, *arguments, changes=None):
        self.cluster = self.start_cluster(*arguments, changes=changes)
        self.cookie = self.cluster.cookie()

    def rest(self, method, path, body=None, node=0):
        return self.curl(method, self.cluster.ready["nodes"][node]["url"].rstrip("/") + path, body=body, cookie=self.cookie)

    # --- svcscript_runtimes ---

    def test_start_list_and_stop_on_another_node(self):
        self.begin("--nodes", "2", "--sites", "2")
        self.assertEqual(self.rest("POST", SVCSCRIPTS, sleeper("sleep")).status, 200)
        started = self.rest("POST", RUNTIMES, {"code": "sleep", "startparam1": "x"}, node=1)
        self.assertEqual(started.status, 200, started.body)
        runtime = started.json()
        self.assertEqual(sorted(runtime), ["code", "domain", "id", "node", "site", "type"])
        self.assertEqual((runtime["type"], runtime["code"], runtime["domain"]), ("svc", "sleep", self.cluster.domain))
        self.assertEqual((runtime["site"], runtime["node"]), tuple(self.cluster.ready["nodes"][1][key] for key in ("site", "node")))
        self.assertEqual(self.rest("GET", RUNTIMES).json(), [runtime])
        self.assertEqual(self.rest("GET", f"{RUNTIMES}/{runtime['id']}").json(), runtime)
        self.assertEqual(self.rest("GET", f"{RUNTIMES}?filter=sl*&mask=code,type&order=-code&offset=0&limit=5").json(),
                         [{"type": "svc", "code": "sleep"}])
        self.assertEqual(self.rest("LOOKUP", f"{RUNTIMES}?code=sleep").json(), [runtime])
        self.assertEqual(self.rest("DELETE", f"{RUNTIMES}/{runtime['id']}").status, 204)
        self.assertEqual(self.rest("GET", RUNTIMES, node=1).json(), [])
        self.assertEqual(self.rest("DELETE", f"{RUNTIMES}/{runtime['id']}").status, 404)

    def test_wrong_input(self):
        self.begin()
        self.assertEqual(self.rest("POST", IVRSCRIPTS, sleeper("ivr")).status, 200)
        for body, status in ((None, 400), ("{", 400), ("[]", 400), ({}, 400), ({"code": 7}, 400), ({"code": "none"}, 404), ({"code": "ivr"}, 422)):
            answer = self.rest("POST", RUNTIMES, body)
            self.assertEqual(answer.status, status, (body, answer.body))
            self.assertTrue(answer.json()["error_message"])
        for method, path, status in (("PUT", RUNTIMES, 405), ("PATCH", RUNTIMES + "/x", 405), ("GET", RUNTIMES + "/x", 404),
                                     ("GET", RUNTIMES + "/x/y", 404), ("GET", RUNTIMES + "?mask=zzz", 400), ("GET", RUNTIMES + "?limit=-1", 400),
                                     ("LOOKUP", RUNTIMES, 400), ("LOOKUP", RUNTIMES + "?code=none", 404)):
            answer = self.rest(method, path)
            self.assertEqual(answer.status, status, (method, path, answer.body))
            self.assertTrue(answer.json()["error_message"])
        self.assertEqual(self.curl("GET", self.cluster.url + RUNTIMES).status, 401)

    def test_ivrscripts(self):
        self.begin()
        sample = json.loads((ROOT / "tests/data/scenarios/ivrscript-play_test.json").read_text(encoding="utf-8"))
        made = self.rest("POST", IVRSCRIPTS, sample)
        self.assertEqual(made.status, 200, made.body)
        self.assertEqual(made.json()["scriptdata"], sample["scriptdata"])
        one = f"{IVRSCRIPTS}/{made.json()['id']}"
        self.assertEqual(self.rest("PATCH", one, {"name": "Other"}).json()["name"], "Other")
        self.assertEqual([found["code"] for found in self.rest("GET", IVRSCRIPTS).json()], [sample["code"]])
        self.assertEqual(self.rest("GET", SVCSCRIPTS).json(), [])
        self.assertEqual(self.rest("DELETE", one).status, 204)

    # --- REST over a web socket ---

    def test_rest_over_python_websockets(self):
        self.begin()
        user = self.cluster.user("admin")

        async def talk():
            async with websockets.connect(self.cluster.ws() + "/ws") as socket:
                async def call(method, body):
                    await socket.send(json.dumps([method, {"qid": {"n": 1}, **body}]))
                    while True:
                        answer = json.loads(await asyncio.wait_for(socket.recv(), 20))
                        if answer[0] == method + "_result":
                            self.assertEqual(answer[1]["qid"], {"n": 1})
                            return answer[1]

                await call("login", {"login": user["login"], "pwd": user["pwd"], "td": self.cluster.domain})
                await call("setup", {"capabilities": [{"key": "rest"}]})
                made = await call("rest", {"verb": "POST", "path": SVCSCRIPTS, "body": sleeper("over ws")})
                self.assertEqual((made["result"], made["status"]), ("ok", 200), made)
                listed = await call("rest", {"verb": "GET", "path": SVCSCRIPTS, "query": {"mask": "code", "filter": "over*"}})
                self.assertEqual(listed["data"], [{"code": "over ws"}])
                self.assertEqual(self.rest("GET", f"{SVCSCRIPTS}/{made['data']['id']}").json(), made["data"], "HTTP sees the same")
                gone = await call("rest", {"verb": "DELETE", "path": f"{SVCSCRIPTS}/{made['data']['id']}"})
                self.assertEqual((gone["status"], "data" in gone), (204, False))
                for wrong, status in (({}, 400), ({"verb": "GET"}, 400), ({"verb": "GET", "path": "/ws"}, 404),
                                      ({"verb": "GET", "path": f"{SVCSCRIPTS}/none"}, 404), ({"verb": "PUT", "path": SVCSCRIPTS}, 405),
                                      ({"verb": "POST", "path": SVCSCRIPTS, "body": [1]}, 400), ({"verb": "GET", "path": SVCSCRIPTS, "what": 1}, 400)):
                    answer = await call("rest", wrong)
                    self.assertEqual((answer["result"], answer["status"]), ("error", status), (wrong, answer))
                    self.assertTrue(answer["errormsg"])

        asyncio.run(talk())

    def test_rest_over_npm_ws(self):
        self.begin()
        external = self.node("external_system.js", self.cluster.ws(), self.cluster.point("msg")["token"], "rest")
        external.event("ready")
        external.tell({"send": ["rest", {"qid": 1, "verb": "GET", "path": "/rest/v1/fs/targets/websocktemp"}]})
        external.tell({"send": ["rest", {"qid": 2, "verb": "GET", "path": SVCSCRIPTS}]})
        answers = {}
        while len(answers) < 2:
            frame = external.event("frame")
            if frame["method"] == "rest_result":
                answers[frame["body"]["qid"]] = frame["body"]
        self.assertEqual(answers[1], {"qid": 1, "result": "ok", "status": 200, "data": []})
        self.assertEqual((answers[2]["result"], answers[2]["status"]), ("error", 403), "a point has the rights that it has over HTTP")

    # --- an incoming message starts a scenario ---

    def test_a_message_starts_a_scenario(self):
        demo = json.loads((ROOT / "resources/clusters/demo.json").read_text(encoding="utf-8"))
        points = [{**point, "recv_svcscriptcode_ws": "echo"} if point["code"] == "crm" else point for point in demo["integrationPoints"]]
        self.begin("--nodes", "2", changes={"integrationPoints": points, "scripts": [echo("echo")]})
        crm = next(point for point in points if point["code"] == "crm")
        external = self.node("external_system.js", self.cluster.ws(1), crm["token"], "msg")
        external.event("ready")

        def heard(method):
            while True:
                frame = external.event("frame")
                if frame["method"] == method:
                    return frame["body"]

        external.tell({"send": ["order placed", {"number": 1234567890123, "items": ["tea"]}]})
        self.assertEqual(heard("heard"), {"method": "order placed", "content": {"number": 1234567890123, "items": ["tea"]}})
        external.tell({"send": ["list", [1, {"a": None}]]})
        self.assertEqual(heard("heard"), {"method": "list", "content": [1, {"a": None}]})
        external.tell({"send": ["asked", {"qid": "q", "a": 1}]})
        frames = {frame["method"]: frame["body"] for frame in (external.event("frame"), external.event("frame"))}
        self.assertEqual(frames["asked_result"], {"qid": "q", "result": "ok"})
        self.assertEqual(frames["heard"]["content"]["a"], 1)
        script = self.rest("GET", SVCSCRIPTS).json()[0]
        self.assertEqual(self.rest("DELETE", f"{SVCSCRIPTS}/{script['id']}").status, 204)
        external.tell({"send": ["too late", {}]})
        self.assertEqual(heard("too late_result")["result"], "error")
        wait_for(lambda: self.rest("GET", RUNTIMES).json() == [], "all have ended")


if __name__ == "__main__":
    unittest.main()
