#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scenario of eight components from nothing, by the mouse alone, but for what must be typed into fields; it is saved and runs."""
import unittest

from desktop import DesktopTest, wait_for

WEBSOCK = "Operation with websocket connection"
CRM = "c0ffee00-0000-4000-8000-000000000001"  # the external system of the simulated cluster
COLUMNS, ROW = 4, 170


class Mouse(DesktopTest):
    def place(self, number: int) -> tuple:
        """In rows of four, clear of each other and of the minimap."""
        x, y, width, _ = self.canvas().rect
        return x + width * (2 * (number % COLUMNS) + 1) // (2 * COLUMNS), y + 100 + ROW * (number // COLUMNS)

    def add(self, component: str, name: str, number: int):
        self.drag(self.see("list item", component).middle, self.place(number))
        self.card(name)

    def link(self, card: str, way: str, target: str):
        port = next(node for node in self.card(card).children() if node.name == way)
        x, y, width, height = self.card(target).rect
        self.drag(port.middle, (x + width // 3, y + height // 2))
        wait_for(lambda: f"{way} of {card} leads to {target}" in self.links(), f"{way} of {card} leads to {target}, not {self.links()}")

    def fill(self, card: str, **rows):
        self.click(self.card(card))
        for title, value in rows.items():
            self.click(self.see("text", title))
            wait_for(lambda: self.focused() and self.focused().name == title, f"{title} has the focus")
            self.type(value)

    def menu(self, menu: str, item: str):
        self.click(self.see("menu item", menu))
        self.click(wait_for(lambda: next((node for node in self.application.all() if node.role == "menu item" and node.name == item), None), item))

    def test_eight_components(self):
        x, y, width, _ = self.see("menu bar").rect
        self.xdotool("mousemove", x + width // 2, y - 10, "click", "--repeat", 2, "--delay", 60, 1)  # the title bar: the whole screen
        wait_for(lambda: self.see("menu bar").rect[2] > width, "the window is larger")
        self.click(self.see("push button", "New scenario"))
        start = self.card("Start").rect
        self.drag((start[0] + start[2] // 2, start[1] + 8), self.place(0))
        for number, (component, name) in enumerate([("Pause, component 103", "Pause"), (f"{WEBSOCK}, component 144", WEBSOCK),
                                                    ("Label, component 151", "Label"), ("Stop, component 102", "Stop"),
                                                    ("Pause, component 103", "Pause 2"), ("Pause, component 103", "Pause 3"),
                                                    ("Stop, component 102", "Stop 2")], 1):
            self.add(component, name, number)
        self.assertEqual(len(self.cards()), 8)
        for card, way, target in (("Start", "next", "Pause"), ("Pause", "next", WEBSOCK), (WEBSOCK, "success", "Label"), (WEBSOCK, "timeout", "Stop"),
                                  (WEBSOCK, "error", "Stop"), ("Label", "next", "Pause 2"), ("Pause 2", "next", "Pause 3"), ("Pause 3", "next", "Stop 2")):
            self.link(card, way, target)
        self.fill(WEBSOCK, **{"Connection ID": CRM, "Extension name API": "msg", "Message code": "hello", "Message Body": '{"text":"Hi"}'})
        for pause in ("Pause", "Pause 2", "Pause 3"):
            self.fill(pause, **{"Time, ms": "1"})
        self.fill("Label", Label="again")

        path = self.folder / "by mouse.json"
        self.menu("File", "Save")
        self.click(self.see("text", "File name:"), count=3)
        self.type(str(path))
        self.click(self.see("push button", "Save"))
        self.assertEqual(len(self.saved(path)["objects"]), 8)
        self.assert_runs(path, ["Start", "Pause", WEBSOCK, "Label", "Pause 2", "Pause 3", "Stop 2"])


if __name__ == "__main__":
    unittest.main()
