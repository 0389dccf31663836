# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for one test: Xvfb with a window manager, and the installed designer on it, met as a person meets it.

Input goes through the X server (xdotool), what is there is read through AT-SPI as a screen reader does. Nothing here knows a class or an object
name of the program. Run within dbus-run-session, so that the accessibility bus is the test's own.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import pyatspi

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from waiting import DEADLINE_S, wait_for  # noqa: E402

INSTALLED = Path(os.environ["SIGNALBOX_INSTALLED"])
SCREEN = (1600, 1000)
ITEMS = ("list item", "table cell", "tree item")


class Node:
    """What assistive technology is told of one thing on the screen."""

    def __init__(self, accessible):
        self.accessible = accessible
        self.role, self.name, self.description = accessible.getRoleName(), accessible.name, accessible.description

    def children(self):
        return [Node(child) for child in self.accessible if child is not None]

    def has(self, state) -> bool:
        return self.accessible.getState().contains(state)

    @property
    def is_showing(self) -> bool:
        return self.has(pyatspi.STATE_SHOWING)

    @property
    def rect(self) -> tuple:
        extents = self.accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return extents.x, extents.y, extents.width, extents.height

    @property
    def middle(self) -> tuple:
        x, y, width, height = self.rect
        return x + width // 2, y + height // 2

    @property
    def text(self) -> str:
        text = self.accessible.queryText()
        return text.getText(0, text.characterCount)

    def all(self):
        """Itself and what is below it, as far as it shows."""
        yield self
        for child in self.children():
            if child.is_showing:
                yield from child.all()

    def find(self, role: str, name: str = None):
        for node in self.all():
            if node.role == role and (name is None or node.name == name):
                return node
        return None

    def __repr__(self):
        return f"{self.role} {self.name!r}"


class DesktopTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="signalbox-blackbox-"))
        self.addCleanup(shutil.rmtree, self.folder)
        reading, writing = os.pipe()
        screen = self.start("Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SCREEN[0]}x{SCREEN[1]}x24", "-nolisten", "tcp", keep=(writing,))
        os.close(writing)
        with os.fdopen(reading) as number:
            self.environment = {**os.environ, "DISPLAY": ":" + number.readline().strip(), "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                                "LC_ALL": "C.UTF-8", "SIGNALBOX_CONFIG_DIR": str(self.folder / "config")}
        self.assertIsNone(screen.poll())
        self.start("openbox")
        self.program = self.start(INSTALLED / "bin/signalbox")
        self.application = Node(wait_for(self._application, "the program registers with the accessibility bus"))
        self.addCleanup(self._keep_picture)
        wait_for(lambda: self.application.find("menu bar"), "the window shows")

    def start(self, *command, keep=()):
        child = subprocess.Popen([str(part) for part in command], env=getattr(self, "environment", None), stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=keep)

        def end():
            child.terminate()
            try:
                child.wait(DEADLINE_S)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self.addCleanup(end)
        return child

    def _application(self):
        self.assertIsNone(self.program.poll(), "the program has ended")
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.program.pid:
                return application
        return None

    def _keep_picture(self):
        """A failed test leaves its screen beside the test's log, where a folder for that is named."""
        folder = os.environ.get("SIGNALBOX_BLACKBOX_PICTURES")
        if folder and any(error for _, error in getattr(self._outcome.result, "errors", []) + getattr(self._outcome.result, "failures", [])):
            subprocess.run(["import", "-window", "root", f"{folder}/{self.id()}.png"], env=self.environment, check=False, timeout=20)

    # --- hands ---

    def xdotool(self, *words):
        subprocess.run(["xdotool", *(str(word) for word in words)], env=self.environment, check=True, timeout=30, stdout=subprocess.DEVNULL)

    def keys(self, *names):
        self.xdotool("key", "--delay", 20, *names)

    def type(self, text: str):
        self.xdotool("type", "--delay", 15, "--", text)

    def click(self, node: Node, count=1, button=1):
        self.xdotool("mousemove", *node.middle, "click", "--repeat", count, "--delay", 40, button)

    def drag(self, start: tuple, end: tuple):
        """Slowly enough to be a drag, as a hand does."""
        steps = [(start[0] + (end[0] - start[0]) * step // 8, start[1] + (end[1] - start[1]) * step // 8) for step in range(1, 9)]
        self.xdotool("mousemove", *start, "mousedown", 1)
        for point in steps:
            self.xdotool("mousemove", *point, "sleep", 0.02)
        self.xdotool("sleep", 0.05, "mouseup", 1)

    # --- eyes ---

    def see(self, role: str, name: str = None, inside: Node = None) -> Node:
        return wait_for(lambda: (inside or self.application).find(role, name), f"{role} {name!r} shows")

    def focused(self):
        """The innermost. Items say so also when their list has lost the focus, and tabs when their page has it."""
        def within(node, is_list_focused):
            for child in node.children():
                has_focus = child.has(pyatspi.STATE_FOCUSED)
                if not child.is_showing or (child.role in ITEMS and not is_list_focused):
                    continue
                found = within(child, has_focus)
                if found:
                    return child if has_focus and not found.name else found  # the viewport of an editor is the editor
                if has_focus and child.role != "page tab":
                    return child
            return None
        return within(self.application, False)

    def wait_focus(self, role: str, name: str) -> Node:
        def there():
            node = self.focused()
            return node if node and (node.role, node.name) == (role, name) else None
        return wait_for(there, f"the focus is on {role} {name!r}, not on {self.focused()}")

    def canvas(self) -> Node:
        return self.see("list", "Canvas")

    def cards(self) -> dict:
        return {node.name: node for node in self.canvas().children() if node.role == "list item"}

    def card(self, name: str) -> Node:
        return wait_for(lambda: self.cards().get(name), f"a card {name!r}")

    def links(self) -> list:
        return sorted(node.name for node in self.canvas().children() if node.role == "link")

    # --- what was made ---

    def saved(self, path: Path) -> dict:
        wait_for(path.exists, f"{path.name} is saved")
        return json.loads(path.read_text(encoding="utf-8"))

    def assert_runs(self, path: Path, steps: list):
        """The command line takes these ways, by the names of the components."""
        done = subprocess.run([str(INSTALLED / "bin/signalbox-cli"), "run", str(path), "--format", "json"], capture_output=True, text=True, timeout=60,
                              env={**self.environment, "QT_QPA_PLATFORM": "offscreen"}, check=False)
        self.assertEqual(done.returncode, 0, done.stderr + done.stdout)
        report = json.loads(done.stdout)
        self.assertEqual(report["reason"], "normal")
        self.assertEqual([step["name"] for step in report["steps"]], steps)
