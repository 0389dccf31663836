#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign clients by the thousand on both APIs: all are registered, a sample answers component 144, and nothing stays behind."""
import json
import sys
import unittest

from harness import HERE, NODE, PeerTest, wait_for
from wire import WebSocket

SAMPLE = 40  # of each crowd


def carrier(side: str) -> dict:
    """Scenario whose connection is start parameter 1 and whose content is start parameter 2."""
    def variable(name):
        return {"argType": 2, "varType": 2, "value": name}

    def constant(text, kind=2):
        return {"argType": 1, "varType": kind, "value": text}

    def note(number, text):
        return {"oId": number, "oType": 106, "mode": 0, "variable": "outcome", "value": constant(text), "transfer": 9}
    direction, capability = {"token": (0, "msg"), "user": (2, "plugin_desk")}[side]
    common = {"oLeft": 0, "oTop": 0, "oWidth": 32, "oHeight": 32, "oLayer": 0, "oCreationDate": "2026-11-24 09:00:00", "name": "x", "info": ""}
    objects = [
        {"oId": 1, "oType": 101, "type": 0, "defineVars": 1, "transfer": 2},
        {"oId": 2, "oType": 106, "mode": 1, "transfer": 3, "operations": [
            {"variable": "conn", "value": {"argType": 3, "varType": 2, "value": "startparam(1)"}},
            {"variable": "content", "value": {"argType": 3, "varType": 2, "value": "startparam(2)"}}]},
        {"oId": 3, "oType": 144, "operation": 0, "conn": variable("conn"), "direction": direction, "capabilityName": constant(capability),
         "eventName": constant("ask"), "content": variable("content"), "syncMode": 1, "timeoutSec": constant("20", 1), "resultVariable": "answer",
         "errorVariable": "error", "transfer": 4, "transferTimeout": 5, "transferError": 6},
        note(4, "ok"), note(5, "timeout"), note(6, "error"), {"oId": 9, "oType": 102}]
    variables = [{"id": f"00000000-0000-4000-8000-00000000000{number}", "name": name, "type": 2, "location": 0}
                 for number, name in enumerate(("conn", "content", "answer", "error", "outcome"))]
    return {"code": f"ask-{side}", "name": side, "scriptdata": {"objects": [{**common, **each} for each in objects], "variables": variables,
                                                                 "scriptVersion": 170105}}


class Thousands(PeerTest):
    def crowd(self, kind: str, count: int, side: str):
        path, headers, capability = {
            "token": ("/ws/token/v1", {"Authorization": f"Bearer {self.cluster.point('msg')['token']}"}, "msg"),
            "user": ("/ws", {"Cookie": self.user_cookie}, "plugin_desk")}[side]
        program = [NODE, HERE / "crowd.js"] if kind == "js" else [sys.executable, "-B", HERE / "crowd.py"]
        return self.start(*program, json.dumps({"url": self.cluster.ws() + path, "count": count, "headers": headers, "capability": capability}))

    def test_thousands(self):
        self.cluster = self.start_cluster(changes={"dialect": {"websocktempLingerS": 1}})
        files = self.cluster.descriptors()
        cookie, self.user_cookie = self.cluster.cookie(), self.cluster.cookie(self.cluster.user())
        for side in ("token", "user"):
            kept = self.curl("POST", self.cluster.url + "/rest/v1/service/svcscripts", body=carrier(side), cookie=cookie)
            self.assertEqual(kept.status, 200, kept.body)
        before, sessions = self.cluster.connections(cookie), len(self.cluster.sessions(cookie))

        crowds = [(self.crowd(kind, count, side), side, count)
                  for kind, count, side in (("js", 800, "token"), ("js", 300, "user"), ("python", 400, "token"), ("python", 150, "user"))]
        ids = [(crowd.event("ready", 60)["connections"], side) for crowd, side, _ in crowds]
        everybody = [connection for connections, _ in ids for connection in connections]
        self.assertEqual(len(set(everybody)), 1650)

        listed = self.cluster.connections(cookie)
        self.assertEqual(set(listed), set(before) | set(everybody))
        for connections, side in ids:
            capability = "msg" if side == "token" else "plugin_desk"
            self.assertTrue(all(listed[connection]["caps"] == [capability] for connection in connections))
        self.assertGreaterEqual(self.cluster.descriptors(), files + 1650)

        self.ask_sample([(connections[at], side) for connections, side in ids for at in range(0, len(connections), len(connections) // SAMPLE)])

        heard = 0
        for crowd, _, count in crowds:
            crowd.process.stdin.close()
            end = crowd.event("closed", 60)
            self.assertEqual(end["codes"], {"1000": count}, "each is closed in good order")
            heard += end["messages"]
        self.assertEqual(heard, self.asked)
        wait_for(lambda: set(self.cluster.connections(cookie)) == set(before), "the registrar is as it was")
        wait_for(lambda: self.cluster.descriptors() <= files, "no open file is left")
        wait_for(lambda: len(self.cluster.sessions(cookie)) == sessions, "no session is left")

    def ask_sample(self, sample):
        """All at the same time, by start_svcscript of one foreign connection: each answers for itself, none for another."""
        self.asked = len(sample)
        with WebSocket(self.cluster.url, self.cluster.point("svcscript")["token"], seconds=30) as link:
            link.set_up("svcscript")
            for number, (connection, side) in enumerate(sample):
                link.tell("start_svcscript", {"qid": number, "code": f"ask-{side}", "startparam1": connection,
                                              "startparam2": json.dumps({"number": number}), "timeout": 25000})
            waiting = set(range(len(sample)))
            while waiting:
                method, body = link.pair()
                self.assertEqual((method, body["result"]), ("start_svcscript_result", "ok"), body)
                variables = body["data"]["variables"]
                self.assertEqual(variables["outcome"], "ok", variables)
                self.assertEqual(json.loads(variables["answer"]), {"result": "ok", "from": sample[body["qid"]][0], "number": body["qid"]})
                waiting.remove(body["qid"])


if __name__ == "__main__":
    unittest.main()
