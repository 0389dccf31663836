#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scenario of eight components from nothing, by the keyboard alone; it is saved and runs."""
import unittest

from desktop import DesktopTest, wait_for

WEBSOCK = "Operation with websocket connection"
CRM = "c0ffee00-0000-4000-8000-000000000001"  # the external system of the simulated cluster


class Keyboard(DesktopTest):
    def add(self, typed: str, name: str):
        """Typed on the canvas, taken by Enter; it is linked behind the card that is selected."""
        before = len(self.cards())
        self.type(typed)
        self.see("text", "Search actions, components, variables")
        self.keys("Return")
        wait_for(lambda: len(self.cards()) == before + 1, f"a card more for {typed}")
        self.wait_focus("list item", name)

    def fill(self, **rows):
        """Enter leads into the sheet, Tab from row to row; each row is known by what a screen reader says."""
        self.keys("Return")
        left = dict(rows)
        for _ in range(30):
            node = wait_for(self.focused, "something has the focus")
            if node.name in left:
                self.type(left.pop(node.name))
            if not left:
                self.keys("ctrl+1")
                return
            self.keys("Tab")
        self.fail(f"not reached by Tab: {left}")

    def lead(self, port: str, way: str, target: str, arrow="Right"):
        """From the selected card: the port's number, arrows until the status bar says the card, Enter."""
        self.keys(port)
        for _ in range(12):
            said = wait_for(lambda: self.see("status bar").name, "the status bar says where it would lead")
            self.assertTrue(said.startswith(f"“{way}” to"), said)
            if f"“{target}”" in said:
                break
            self.keys(arrow)
            wait_for(lambda: self.see("status bar").name != said, "another card")
        self.keys("Return")
        wait_for(lambda: any(link.startswith(f"{way} of") and link.endswith(f"leads to {target}") for link in self.links()), f"{way} leads to {target}")

    def walk_back_to(self, name: str):
        """Left goes against the transitions."""
        for _ in range(12):
            before = self.focused()
            if before.name == name:
                return
            self.keys("Left")
            wait_for(lambda: self.focused().name != before.name, f"another card than {before.name}")
        self.fail(f"{name} is not reached")

    def test_eight_components(self):
        self.keys("ctrl+n")
        self.card("Start")
        self.keys("Right")
        self.wait_focus("list item", "Start")
        self.add("pause", "Pause")
        self.fill(**{"Time, ms": "5"})
        self.add("websock", WEBSOCK)
        self.fill(**{"Connection ID": CRM, "Extension name API": "msg", "Message code": "hello", "Message Body": '{"text":"Hi"}'})
        self.add("label", "Label")
        self.fill(Label="again")
        self.add("pause", "Pause 2")
        self.fill(**{"Time, ms": "1"})
        self.add("pause", "Pause 3")
        self.fill(**{"Time, ms": "1"})
        self.add("stop", "Stop")
        self.walk_back_to(WEBSOCK)
        self.add("pause", "Pause 4")  # behind the first way that is free, which is timeout
        self.fill(**{"Time, ms": "1"})
        self.keys("F2")
        self.wait_focus("text", "Name")
        self.type("Answer")
        self.keys("Return", "ctrl+1")
        self.wait_focus("list item", "Answer")
        self.lead("1", "next", "Label")
        self.walk_back_to(WEBSOCK)
        self.lead("1", "success", "Answer", "Down")
        self.lead("2", "timeout", "Stop")
        self.lead("3", "error", "Stop")
        self.assertEqual(len(self.cards()), 8)
        self.assertEqual(self.links(), sorted([
            "next of Start leads to Pause", f"next of Pause leads to {WEBSOCK}", f"success of {WEBSOCK} leads to Answer",
            f"timeout of {WEBSOCK} leads to Stop", f"error of {WEBSOCK} leads to Stop", "next of Answer leads to Label",
            "next of Label leads to Pause 2", "next of Pause 2 leads to Pause 3", "next of Pause 3 leads to Stop"]))

        path = self.folder / "by keyboard.json"
        self.keys("ctrl+s")
        self.see("text", "File name:")
        self.type(str(path))
        self.keys("Return")
        scenario = self.saved(path)
        self.assertEqual(len(scenario["objects"]), 8)
        self.assert_runs(path, ["Start", "Pause", WEBSOCK, "Answer", "Label", "Pause 2", "Pause 3", "Stop"])


if __name__ == "__main__":
    unittest.main()
