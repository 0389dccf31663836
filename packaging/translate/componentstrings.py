#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the texts of the component descriptions as C++ source, since lupdate cannot read JSON. The context is the one that
catalogue::translated() asks for."""
import json
import re
import sys
from pathlib import Path

KEYS = ("title", "help", "defaultTitle", "unit", "scenarioTypes", "text")
PLACEHOLDER = re.compile(r"\{\w+\}") # a property's value, in a summary


def texts(value, key=None):
    """Every text for a person in the value, in the order of the file."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from texts(member, name)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, key)
    elif isinstance(value, str) and key in KEYS and any(letter.isalpha() for letter in PLACEHOLDER.sub("", value)):
        yield value


def source(folder: Path) -> str:
    found = {}
    for path in sorted(folder.glob("*.json")):
        for text in texts(json.loads(path.read_text(encoding="utf-8"))):
            found.setdefault(text, path.name)
    lines = ["// Made by componentstrings.py; nothing compiles it.", "static const char *const componentStrings[] = {"]
    for text, file in found.items():
        lines.append(f'    QT_TRANSLATE_NOOP("Components", {json.dumps(text, ensure_ascii=False)}), // {file}')
    return "\n".join([*lines, "};", ""])


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(source(Path(sys.argv[1])), encoding="utf-8")
