#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulated cluster under half of the load that it bears, with faults on, for minutes: prints one JSON document.

What must hold, else exit code 1: its memory does not grow after the first minute, it gives back every descriptor, and nothing is
lost that was acknowledged: messages whose scenario says that they were delivered, answers, uploaded files, stored scenarios.
"""
import argparse
import asyncio
import collections
import hashlib
import http.client
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import websockets

ROOT = Path(__file__).resolve().parents[3]
PAGE = os.sysconf("SC_PAGESIZE")
CALIBRATION_S = 3
WARM_UP_S = 60
SYSTEMS = 40        # connections of external systems
STARTERS = 4        # connections that start scenarios
IN_FLIGHT = 32      # scenarios at once on each of them, at most
FILE_WORKERS = 2
KEPT = 50           # files and scenarios that a worker lets stand
SETTLE_S = 20       # what ends late gets so long at the end

# Each a few times a second under this load, none so often that nothing else would be seen.
FAULTS = {"seed": 42, "rules": [
    {"name": "late", "on": {"direction": "out", "method": "ask"}, "probability": 0.02, "do": {"delayMs": 5, "jitterMs": 50}},
    {"name": "lost request", "on": {"direction": "out", "method": "ask"}, "probability": 0.001, "do": {"lose": True}},
    {"name": "lost answer", "on": {"direction": "in", "method": "ask_result"}, "probability": 0.001, "do": {"lose": True}},
    {"name": "doubled", "on": {"direction": "in", "method": "ask_result"}, "probability": 0.005, "do": {"double": True}},
    {"name": "out of order", "on": {"direction": "out", "method": "tell"}, "probability": 0.01, "do": {"delayMs": 10, "reorder": True}},
    {"name": "garbled", "on": {"direction": "in", "method": "ask_result"}, "probability": 0.001, "do": {"garble": "text"}},
    {"name": "closed", "on": {"point": "crm", "direction": "out", "method": "ask"}, "probability": 0.0005, "do": {"close": {"code": 1011}}},
    {"name": "reset", "on": {"point": "crm", "direction": "out", "method": "tell"}, "probability": 0.0005, "do": {"reset": True}},
    {"name": "not reading", "on": {"point": "crm", "direction": "in", "method": "ask_result"}, "probability": 0.0005, "do": {"stopReading": 200}},
    {"name": "unavailable", "on": {"path": "/rest/v1/fs/*"}, "probability": 0.02, "do": {"status": 503}},
    {"name": "too many", "on": {"path": "/rest/v1/service/*"}, "probability": 0.02, "do": {"status": 429, "retryAfter": 1}},
    {"name": "cut", "on": {"path": "/rest/v1/fs/*", "verb": "GET", "direction": "out"}, "probability": 0.02, "do": {"cutBody": True}},
    {"name": "full", "on": {"path": "*"}, "probability": 0.02, "do": {"diskFull": True}},
]}


def argument(kind: int, value: str) -> dict:
    return {"argType": kind, "varType": 2, "value": value}


def scenario() -> dict:
    """Asks and waits for the answer, then tells and waits for the confirmation; "asked" and "told" say what became of each."""
    def websock(identity: int, event: str, result: str, good: int, bad: int) -> dict:
        return {"oId": identity, "oType": 144, "operation": 0, "conn": argument(2, "conn"), "direction": 0,
                "capabilityName": argument(1, "msg"), "eventName": argument(1, event), "content": argument(4, '{"n":"[number]"}'),
                "syncMode": 1, "timeoutSec": {"argType": 1, "varType": 1, "value": "5"}, "resultVariable": result,
                "errorVariable": "error", "transfer": good, "transferTimeout": bad, "transferError": bad}

    def says(identity: int, variable: str, target: int) -> dict:
        return {"oId": identity, "oType": 106, "mode": 0, "variable": variable, "value": argument(1, "yes"), "transfer": target}

    objects = [{"oId": 1, "oType": 101, "type": 0, "startParam": "conn", "defineVars": 1, "transfer": 2},
               {"oId": 2, "oType": 106, "mode": 0, "variable": "number", "value": argument(3, "startparam(2)"), "transfer": 3},
               websock(3, "ask", "answer", 4, 5), says(4, "asked", 5), websock(5, "tell", "nothing", 6, 9), says(6, "told", 9),
               {"oId": 9, "oType": 102}]
    names = ("conn", "number", "answer", "nothing", "error", "asked", "told")
    return {"code": "soak", "scriptdata": {"objects": objects, "variables": [{"id": name, "name": name, "type": 2, "location": 0}
                                                                             for name in names]}}


def configuration() -> dict:
    config = json.loads((ROOT / "resources/clusters/demo.json").read_text(encoding="utf-8"))
    config.update({"nodes": 2, "sites": 2, "peers": [], "scripts": [scenario()], "control": {},
                   "plugins": [{key: value for key, value in plugin.items() if key != "description"} for plugin in config["plugins"]]})
    return config


class Cluster:
    """signalbox-cluster as a child process, and what the system says of it."""

    def __init__(self, program: Path, folder: Path):
        path = folder / "cluster.json"
        path.write_text(json.dumps(configuration()), encoding="utf-8")
        self.process = subprocess.Popen([program, "--config", path], stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self.process.stdout.readline())
        self.urls = [node["url"].rstrip("/") for node in self.ready["nodes"]]
        self.domain = self.ready["domain"]

    def token(self, code: str) -> str:
        return next(point["token"] for point in self.ready["integrationPoints"] if point["code"] == code)

    def admin(self) -> dict:
        return next(user for user in self.ready["users"] if "admin" in user["roles"])

    def memory(self) -> int:
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def control(self, verb: str, path: str, body=None):
        control = self.ready["control"]
        parts = urlsplit(control["url"])
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
        try:
            connection.request(verb, path, body=None if body is None else json.dumps(body),
                               headers={"Authorization": f"Bearer {control['token']}", "Content-Type": "application/json"})
            answer = connection.getresponse()
            text = answer.read()
            if answer.status // 100 != 2:
                raise RuntimeError(f"control: {verb} {path}: {answer.status} {text[:200]!r}")
            return json.loads(text) if text else None
        finally:
            connection.close()

    def end(self) -> int:
        self.process.terminate()
        return self.process.wait(20)


class Rest:
    """HTTP for one worker; every call is a connection of its own. A call that fails half-way gives status 0: nobody knows what became of it."""

    def __init__(self, url: str):
        self.parts = urlsplit(url)
        self.bearer = ""

    def call(self, verb: str, path: str, body=None, kind="application/json"):
        connection = http.client.HTTPConnection(self.parts.hostname, self.parts.port, timeout=10)
        try:
            headers = {"Content-Type": kind}
            if self.bearer:
                headers["Authorization"] = f"Bearer {self.bearer}"
            connection.request(verb, path, body=body, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            return 0, b""
        finally:
            connection.close()

    def login(self, cluster: Cluster) -> None:
        admin = cluster.admin()
        status, text = self.call("POST", "/rest/v1/iam/sessions",
                                 json.dumps({"domain": cluster.domain, "login": admin["login"], "pwd": admin["pwd"]}))
        if status != 200:
            raise RuntimeError(f"login: {status}")
        self.bearer = json.loads(text)["session_id"]


class Soak:
    def __init__(self, cluster: Cluster):
        self.cluster = cluster
        self.random = random.Random(1)
        self.problems = []
        self.counts = collections.Counter()
        self.systems = {}            # connection id → what it got, as sets by method; also of connections that are gone
        self.open = []               # ids of open connections
        self.isOver = False
        self.number = 0
        self.rate = None             # scenarios a second; nothing: as many as go
        self.answers = []            # seconds, of the last thousand
        self.workers = []

    def problem(self, text: str) -> None:
        if len(self.problems) < 50:
            self.problems.append(text)

    # --- external systems ---

    async def system(self, index: int) -> None:
        url = self.cluster.urls[index % len(self.cluster.urls)].replace("http", "ws", 1) + "/ws/token/v1/" + self.cluster.token("crm")
        while not self.isOver:
            identity = None
            try:
                async with websockets.connect(url, ping_interval=None, close_timeout=1, compression=None) as socket:
                    await socket.send('["setup",{"qid":1,"capabilities":[{"key":"msg"}]}]')
                    await socket.send('["connection_info",{"qid":2}]')
                    async for text in socket:
                        method, body = json.loads(text)
                        if method == "connection_info_result":
                            identity = body["connectionid"]
                            self.systems[identity] = {"ask": set(), "tell": set()}
                            self.open.append(identity)
                        elif method in ("ask", "tell"):
                            self.systems[identity][method].add(body["n"])
                            if method == "ask":
                                await socket.send(json.dumps(["ask_result", {"qid": body["qid"], "result": "ok", "n": body["n"]}]))
                            elif "qid" in body: # nobody has declared it, so it counts as a request
                                await socket.send(json.dumps(["tell_result", {"qid": body["qid"], "result": "ok"}]))
            except (OSError, websockets.WebSocketException):
                self.counts["connectionsLost"] += 1
            finally:
                if identity in self.open:
                    self.open.remove(identity)
            if not self.isOver:
                await asyncio.sleep(0.05)

    # --- scenarios ---

    async def starter(self, index: int) -> None:
        url = self.cluster.urls[index % len(self.cluster.urls)].replace("http", "ws", 1) + "/ws/token/v1/" + self.cluster.token("svc")
        async with websockets.connect(url, ping_interval=None, close_timeout=1, compression=None) as socket:
            await socket.send('["setup",{"qid":0,"capabilities":[{"key":"svcscript"}]}]')
            waiting = {}
            free = asyncio.Semaphore(IN_FLIGHT)
            reader = asyncio.create_task(self.answersOf(socket, waiting, free))
            due = time.monotonic()
            while not self.isOver:
                await free.acquire()
                if self.rate:
                    due = max(due + STARTERS / self.rate, time.monotonic() - 1)
                    await asyncio.sleep(max(0.0, due - time.monotonic()))
                if not self.open:
                    free.release()
                    await asyncio.sleep(0.05)
                    continue
                self.number += 1
                connection = self.random.choice(self.open)
                waiting[self.number] = (connection, time.monotonic())
                await socket.send(json.dumps(["start_svcscript", {"qid": self.number, "code": "soak", "timeout": 15000,
                                                                  "startparam1": connection, "startparam2": f"n{self.number}"}]))
            end = time.monotonic() + SETTLE_S
            while waiting and time.monotonic() < end:
                await asyncio.sleep(0.05)
            if waiting:
                self.problem(f"{len(waiting)} scenarios were never answered")
            reader.cancel()

    async def answersOf(self, socket, waiting: dict, free: asyncio.Semaphore) -> None:
        async for text in socket:
            method, body = json.loads(text)
            if method != "start_svcscript_result":
                continue
            connection, began = waiting.pop(body["qid"])
            free.release()
            self.answers.append(time.monotonic() - began)
            del self.answers[:-1000]
            self.judge(f"n{body['qid']}", connection, body)

    def judge(self, number: str, connection: str, body: dict) -> None:
        if body["result"] != "ok":
            self.counts["scenariosFailed"] += 1
            return
        self.counts["scenarios"] += 1
        variables = body["data"]["variables"]
        got = self.systems[connection]
        if variables["asked"] == "yes":
            self.counts["answersAcknowledged"] += 1
            if number not in got["ask"]:
                self.problem(f"ask {number} is said to be answered, but was not delivered")
            elif json.loads(variables["answer"]).get("n") != number:
                self.problem(f"ask {number} has the answer {variables['answer']}")
        else:
            self.counts["answersRefused"] += 1
        if variables["told"] == "yes":
            self.counts["messagesAcknowledged"] += 1
            if number not in got["tell"]:
                self.problem(f"tell {number} is said to be delivered, but was not")
        for known in got.values(): # what was judged is needed no more: our own memory must not grow either
            known.discard(number)

    # --- files and scenarios that are kept ---

    async def files(self, index: int) -> None:
        rest = Rest(self.cluster.urls[index % len(self.cluster.urls)])
        await asyncio.to_thread(rest.login, self.cluster)
        kept = {}
        count = 0
        while not self.isOver:
            count += 1
            await asyncio.sleep(0.02)
            name = f"soak-{index}-{count}.bin"
            content = self.random.randbytes(self.random.randrange(1, 20_000))
            status, text = await asyncio.to_thread(self.upload, rest, name, content)
            if status == 200 and json.loads(text)[0]["status"] == "ok":
                kept[name] = hashlib.sha256(content).hexdigest()
                self.counts["filesAcknowledged"] += 1
            else:
                self.counts["filesRefused"] += 1
            if len(kept) > KEPT:
                await asyncio.to_thread(self.checkFile, rest, kept, self.random.choice(list(kept)), True)
        for name in list(kept):
            await asyncio.to_thread(self.checkFile, rest, kept, name, False)

    @staticmethod
    def upload(rest: Rest, name: str, content: bytes):
        body = (f'--xYzZY\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode() + content + b"\r\n--xYzZY--\r\n")
        return rest.call("POST", "/rest/v1/fs/targets/custom", body, "multipart/form-data; boundary=xYzZY")

    def checkFile(self, rest: Rest, kept: dict, name: str, thenDelete: bool) -> None:
        """Fetches it until it comes whole: with faults on, a fetch may fail, but not tell that the file is not there or another."""
        path = f"/rest/v1/fs/targets/custom/{name}"
        for _ in range(20):
            status, content = rest.call("GET", path)
            if status == 200:
                break
            if status == 404:
                return self.problem(f"the file {name} was acknowledged and is not there")
        else:
            return self.problem(f"the file {name} cannot be fetched")
        if hashlib.sha256(content).hexdigest() != kept[name]:
            self.problem(f"the file {name} has another content")
        if thenDelete:
            del kept[name]
            for _ in range(20):
                if rest.call("DELETE", path)[0] in (204, 404): # 404: an answer before was lost
                    return
            self.problem(f"the file {name} cannot be deleted")

    async def scripts(self) -> None:
        rest = Rest(self.cluster.urls[0])
        await asyncio.to_thread(rest.login, self.cluster)
        kept = {}
        count = 0
        while not self.isOver:
            count += 1
            await asyncio.sleep(0.05)
            code = f"kept-{count}"
            status, text = await asyncio.to_thread(rest.call, "POST", "/rest/v1/service/svcscripts",
                                                   json.dumps({**scenario(), "code": code}))
            if status == 200:
                kept[json.loads(text)["id"]] = code
                self.counts["scriptsAcknowledged"] += 1
            if len(kept) > KEPT:
                identity = next(iter(kept))
                status, _ = await asyncio.to_thread(rest.call, "DELETE", f"/rest/v1/service/svcscripts/{identity}")
                if status in (204, 404):
                    del kept[identity]
        for identity, code in kept.items():
            for _ in range(20):
                status, text = await asyncio.to_thread(rest.call, "GET", f"/rest/v1/service/svcscripts/{identity}")
                if status in (200, 404):
                    break
            if status != 200 or json.loads(text)["code"] != code:
                self.problem(f"the scenario {code} was acknowledged and is not there: {status}")

    # --- the run ---

    async def run(self, seconds: float) -> dict:
        cluster = self.cluster
        before = cluster.descriptors()
        tasks = [asyncio.create_task(self.system(index)) for index in range(SYSTEMS)]
        while len(self.open) < SYSTEMS:
            await asyncio.sleep(0.02)
        tasks += [asyncio.create_task(self.starter(index)) for index in range(STARTERS)]
        await asyncio.sleep(CALIBRATION_S)
        most = self.counts["scenarios"] / CALIBRATION_S
        self.rate = max(1.0, most / 2)
        await asyncio.to_thread(cluster.control, "PUT", "/control/v1/faults", FAULTS)
        tasks += [asyncio.create_task(self.files(index)) for index in range(FILE_WORKERS)] + [asyncio.create_task(self.scripts())]

        samples = []
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            await asyncio.sleep(min(1.0, seconds / 10))
            samples.append((time.monotonic() - began, cluster.memory(), cluster.descriptors()))
            broken = next((task.exception() for task in tasks if task.done() and not task.cancelled() and task.exception()), None)
            if broken or cluster.process.poll() is not None:
                self.problem(f"ended early: {broken!r}, the cluster's exit code is {cluster.process.poll()}")
                break
        took = time.monotonic() - began
        faults = await asyncio.to_thread(cluster.control, "GET", "/control/v1/faults")
        await asyncio.to_thread(cluster.control, "DELETE", "/control/v1/faults")
        self.isOver = True
        for system in tasks[:SYSTEMS]: # the others end by themselves
            asyncio.get_running_loop().call_later(SETTLE_S / 2, system.cancel)
        results = await asyncio.gather(*tasks, return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                self.problem(f"a worker ended with {result!r}")
        after = await self.descriptorsAfter(before)
        if after > before:
            self.problem(f"{after - before} descriptors were not given back")
        return {**self.memoryOf(samples, took), "seconds": round(took, 1), "mostScenariosPerSecond": round(most),
                "scenariosPerSecond": round((self.counts["scenarios"] + self.counts["scenariosFailed"]) / (took + CALIBRATION_S)),
                "medianSeconds": round(statistics.median(self.answers or [0]), 4), "descriptorsBefore": before, "descriptorsAfter": after,
                "descriptorsMost": max((sample[2] for sample in samples), default=0), "faultCounts": (faults or {}).get("counts"),
                **dict(self.counts)}

    async def descriptorsAfter(self, before: int) -> int:
        end = time.monotonic() + SETTLE_S
        while self.cluster.descriptors() > before and time.monotonic() < end:
            await asyncio.sleep(0.1)
        return self.cluster.descriptors()

    def memoryOf(self, samples: list, took: float) -> dict:
        """The last tenth beside what was there when the first minute (of a shorter run the first half) was over."""
        warm = min(WARM_UP_S, took / 2)
        early = [memory for at, memory, _ in samples if warm <= at < warm + max(5.0, took / 20)]
        late = [memory for at, memory, _ in samples if at >= took * 0.9]
        if not early or not late:
            return {}
        start, end = statistics.median(early), statistics.median(late)
        # Heaps breathe; what leaks under this load leaks megabytes a minute. A short run is still filling its caches.
        allowed = start * (0.03 if took >= 2 * WARM_UP_S else 0.2) + 2 * 1024 * 1024
        if end - start > allowed:
            self.problem(f"memory grew from {start / 1e6:.1f} MB to {end / 1e6:.1f} MB")
        return {"memoryWarmBytes": int(start), "memoryEndBytes": int(end), "memoryMostBytes": max(memory for _, memory, _ in samples)}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=Path, required=True, help="signalbox-cluster")
    parser.add_argument("--seconds", type=float, default=600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="signalbox-soak-") as folder:
        cluster = Cluster(options.program, Path(folder))
        soak = Soak(cluster)
        figures = {}
        try:
            figures = asyncio.run(soak.run(options.seconds))
        finally:
            code = cluster.end()
        if code != 0:
            soak.problem(f"the cluster ended with exit code {code}")
        for needed in ("answersAcknowledged", "messagesAcknowledged", "filesAcknowledged", "scriptsAcknowledged", "connectionsLost"):
            if not figures.get(needed):
                soak.problem(f"nothing was tried: {needed} is 0")
    print(json.dumps({"name": "soak", "passed": not soak.problems, "figures": figures, "problems": soak.problems}, indent=2))
    return 1 if soak.problems else 0


if __name__ == "__main__":
    sys.exit(main())
