# SPDX-License-Identifier: GPL-3.0-or-later
"""What the black-box tests share: programs under test and foreign programs as child processes, each with a deadline.

Nothing here knows how Signalbox is built inside: clusters are reached over HTTP and web sockets, the command line by its
arguments, its exit code and what it writes.
"""
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

import wire
from certificates import Authority

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from waiting import DEADLINE_S, wait_for  # noqa: E402, F401: for the tests, too

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BIN = Path(os.environ.get("SIGNALBOX_BIN_DIR", ROOT / "build/bin"))
NODE = os.environ.get("SIGNALBOX_NODE", shutil.which("node") or "node")
os.environ.setdefault("NODE_PATH", f"{ROOT / 'build/node/node_modules'}:/usr/share/nodejs")
BY_TLS = os.environ.get("SIGNALBOX_PEERS_TLS") == "1"  # clusters that speak TLS, for a test that knows nothing of it


class Child:
    """A running program; its lines of standard output can be awaited one by one."""

    def __init__(self, command, environment=None, cwd=None):
        self.errors = tempfile.TemporaryFile(mode="w+", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=self.errors, text=True, encoding="utf-8", cwd=cwd,
                                        env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})})
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def error_text(self) -> str:
        self.errors.flush()
        with open(f"/proc/self/fd/{self.errors.fileno()}", encoding="utf-8", errors="replace") as copy:
            return copy.read()

    def line(self, seconds: float = DEADLINE_S) -> str:
        try:
            text = self.lines.get(timeout=seconds)
        except queue.Empty:
            raise AssertionError(f"no line of output within {seconds} s; standard error: {self.error_text()}") from None
        if text is None:
            raise AssertionError(f"ended with {self.process.wait(10)}; standard error: {self.error_text()}")
        return text

    def event(self, name: str, seconds: float = DEADLINE_S) -> dict:
        """The next JSON line whose "event" is this one; others before it are passed over."""
        end = time.monotonic() + seconds
        while True:
            value = json.loads(self.line(max(0.1, end - time.monotonic())))
            if value.get("event") == name:
                return value

    def tell(self, value) -> None:
        self.process.stdin.write(json.dumps(value) + "\n")
        self.process.stdin.flush()

    def end(self, how=signal.SIGTERM, seconds: float = DEADLINE_S) -> int:
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.wait(seconds)

    def wait(self, seconds: float = DEADLINE_S) -> int:
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"still running after {seconds} s; standard error: {self.error_text()}") from None

    def dispose(self) -> None:
        # Asked first: a cluster that is killed leaves its folder behind.
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(DEADLINE_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        self.errors.close()


class Answer:
    """Of an HTTP request made by curl."""

    def __init__(self, status: int, headers: str, body: bytes):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    def header(self, name: str):
        for line in self.headers.splitlines():
            if line.lower().startswith(name.lower() + ":"):
                return line.split(":", 1)[1].strip()
        return None


class Ran:
    """A finished run of the command line."""

    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    def json(self):
        return json.loads(self.out)

    def __str__(self):
        return f"exit {self.code}\n--- standard output\n{self.out}\n--- standard error\n{self.err}"


class PeerTest(unittest.TestCase):
    """A test with child processes and a folder of its own, both gone at its end."""

    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="signalbox-peers-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.servers = Authority(self.folder, "servers") if BY_TLS else None
        wire.trusted = self.servers.context() if BY_TLS else None

    def start(self, *command, environment=None) -> Child:
        child = Child(command, environment, self.folder)
        self.addCleanup(child.dispose)
        return child

    def node(self, script: str, *arguments) -> Child:
        return self.start(NODE, HERE / script, *arguments)

    # --- clusters ---

    def start_cluster(self, *arguments, changes=None) -> "Cluster":
        """The simulated cluster; changes are merged into the built-in configuration."""
        options = list(arguments)
        if changes:
            config = merged(json.loads((ROOT / "resources/clusters/demo.json").read_text(encoding="utf-8")), changes)
            for plugin in config["plugins"]:  # named relative to the file
                if "description" in plugin:
                    plugin["description"] = str(ROOT / "resources/clusters" / plugin["description"])
            path = self.folder / f"cluster-{time.monotonic_ns()}.json"
            path.write_text(json.dumps(config), encoding="utf-8")
            options = ["--config", path, *options]
        if self.servers:
            pair = self.servers.sign("cluster", "server")
            options += ["--tls", pair.certificate, pair.key]
        child = self.start(BIN / "signalbox-cluster", *options)
        return Cluster(self, child, json.loads(child.line()))

    # --- the command line ---

    def cli(self, *arguments, cluster=None, seconds: float = DEADLINE_S, stdin="", environment=None, **access) -> Ran:
        command, extra = self.cli_command(arguments, cluster, **access)
        try:
            return Ran(subprocess.run(command, input=stdin, text=True, encoding="utf-8", capture_output=True, timeout=seconds,
                                      cwd=self.folder, env={**os.environ, "LC_ALL": "C.UTF-8", **extra, **(environment or {})}))
        except subprocess.TimeoutExpired as expired:
            self.fail(f"{command} still running after {seconds} s: {expired.stderr}")

    def start_cli(self, *arguments, cluster=None, **access) -> Child:
        command, extra = self.cli_command(arguments, cluster, **access)
        return self.start(*command, environment=extra)

    def cli_command(self, arguments, cluster, login=None, password=None, token=None, url=None):
        command = [str(BIN / "signalbox-cli")]
        # Now and then Qt's network thread leaves OpenSSL's state of a failed handshake behind when the program ends. The client has no
        # OpenSSL of its own; the cluster, which has, is watched without an exception.
        environment = {"LSAN_OPTIONS": f"suppressions={HERE / 'client-leaks.txt'}"}
        if cluster is not None:
            admin = cluster.user("admin")
            command += ["--cluster", url or cluster.url, "--domain", cluster.domain, "--login", login or admin["login"],
                        "--password-env", "PEERS_PASSWORD", "--token-env", "PEERS_TOKEN"]
            environment |= {"PEERS_PASSWORD": admin["pwd"] if password is None else password,
                            "PEERS_TOKEN": cluster.point("svcscript")["token"] if token is None else token}
        return command + [str(part) for part in arguments], environment

    def assert_ran(self, ran: Ran, code: int) -> None:
        self.assertEqual(ran.code, code, str(ran))
        if code:
            self.assertTrue(ran.err.strip(), "nothing on standard error says why")

    # --- foreign HTTP ---

    def curl(self, method: str, url: str, *arguments, body=None, binary=None, bearer=None, cookie=None, headers=(), seconds=20) -> Answer:
        head, content = self.folder / "curl.head", self.folder / "curl.body"
        for path in (head, content):
            path.unlink(missing_ok=True)
        command = ["curl", "-sS", "--max-time", str(seconds), "--path-as-is", "-X", method, "-D", head, "-o", content, "-w", "%{http_code}"]
        if method == "HEAD":
            command += ["--head"]
        if body is not None:
            command += ["-H", "Content-Type: application/json", "--data-binary", body if isinstance(body, str) else json.dumps(body)]
        if binary is not None:
            command += ["--data-binary", f"@{binary}"]
        if bearer:
            command += ["-H", f"Authorization: Bearer {bearer}"]
        if cookie:
            command += ["-b", cookie]
        for line in headers:
            command += ["-H", line]
        if self.servers:
            command += ["--cacert", self.servers.certificate]
        done = subprocess.run([str(part) for part in [*command, *arguments, url]], capture_output=True, text=True, timeout=seconds + 10)
        if done.returncode:
            return Answer(0, done.stderr, b"")
        return Answer(int(done.stdout), head.read_text(encoding="latin-1"), content.read_bytes() if content.exists() else b"")


def merged(base, changes):
    if isinstance(base, dict) and isinstance(changes, dict):
        return {**base, **{key: merged(base.get(key), value) for key, value in changes.items()}}
    return changes


class Cluster:
    """A running signalbox-cluster, or another program that prints the same line."""

    def __init__(self, test: PeerTest, child: Child, ready: dict):
        self.test, self.child, self.ready = test, child, ready
        self.url = ready["nodes"][0]["url"].rstrip("/")
        self.domain = ready["domain"]

    def descriptors(self) -> int:
        """How many it has open. To be taken before anybody is there: a connection that has been closed shows for a moment yet,
        and so may what its start needed: later it may be fewer."""
        return len(os.listdir(f"/proc/{self.child.process.pid}/fd"))

    @property
    def sessions_url(self):
        return self.url + "/rest/v1/iam/sessions"

    def user(self, role=None) -> dict:
        """A user with this role; without one, a user that is no administrator."""
        for user in self.ready["users"]:
            if role in user["roles"] if role else "admin" not in user["roles"]:
                return user
        raise AssertionError(f"no user with role {role}")

    def point(self, capability: str) -> dict:
        for point in self.ready["integrationPoints"]:
            if capability in point["capabilities"]:
                return point
        raise AssertionError(f"no integration point with {capability}")

    def ws(self, node: int = 0) -> str:
        return self.ready["nodes"][node]["url"].rstrip("/").replace("http", "ws", 1)

    def login(self, user=None, **more) -> Answer:
        user = user or self.user("admin")
        return self.test.curl("POST", self.sessions_url, body={"domain": self.domain, "login": user["login"], "pwd": user["pwd"], **more})

    def cookie(self, user=None) -> str:
        answer = self.login(user)
        self.test.assertEqual(answer.status // 100, 2, answer.body)
        return answer.header("Set-Cookie").split(";")[0]

    def sessions(self, cookie: str) -> list:
        answer = self.test.curl("GET", self.url + '/rest/v1/master/logicalroles/ws/sessions?sites=%22all%22', cookie=cookie)
        self.test.assertEqual(answer.status, 200, answer.body)
        return answer.json()

    def connections(self, cookie: str) -> dict:
        """Connection id → its record with its session's."""
        return {connection["connection_id"]: {**connection, "session": session}
                for session in self.sessions(cookie) for connection in session.get("connections", [])}

    def lasting_sessions(self, cookie: str) -> list:
        """Ids, without the sessions of token connections that are gone: the cluster keeps those 30 s for their files."""
        return sorted(session["session_id"] for session in self.sessions(cookie)
                      if session["connections"] or session["session_type"] != "ws")

    def leftovers(self, cookie: str) -> dict:
        """What a client of ours must not leave behind."""
        scripts = self.test.curl("GET", self.url + "/rest/v1/service/svcscripts", cookie=cookie).json()
        files = self.test.curl("GET", self.url + "/rest/v1/fs/targets/custom", cookie=cookie).json()
        return {"carriers": [script["code"] for script in scripts if script["code"].startswith("sbx-")],
                "files": [file["name"] for file in files]}
