#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps translations/*.ts in step with the sources.

  translations.py update   adds new texts and drops those that are gone
  translations.py check    changes nothing; exit 1 when a text is missing, unfinished or gone from the sources
"""
import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Xml
from pathlib import Path

from componentstrings import source

ROOT = Path(__file__).resolve().parents[2]


def run_lupdate(lupdate: str, target: Path, scratch: Path) -> None:
    strings = scratch / "componentstrings.cpp"
    strings.write_text(source(ROOT / "resources/components"), encoding="utf-8")
    subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", "-no-ui-lines", ROOT / "lib", ROOT / "app", strings, "-ts", target],
                   check=True, stdout=subprocess.DEVNULL)


def messages(path: Path) -> dict:
    """(context, source text, comment) → the <translation> element."""
    found = {}
    for context in Xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = message.find("translation")
    return found


def placeholders(text: str) -> list:
    return sorted(re.findall(r"%L?\d+|%n", text))


def problems_of(committed: dict, updated: dict) -> list:
    problems = []
    for key in updated.keys() - committed.keys():
        problems.append(f"missing: [{key[0]}] {key[1]}")
    for key in committed.keys() - updated.keys():
        problems.append(f"no longer in the sources: [{key[0]}] {key[1]}")
    for key in committed.keys() & updated.keys():
        translation = committed[key]
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if translation.get("type") is not None or not all(forms):
            problems.append(f"{translation.get('type', 'empty')}: [{key[0]}] {key[1]}")
        elif any(placeholders(form) != placeholders(key[1]) for form in forms) and len(forms) == 1:
            problems.append(f"other placeholders than its source: [{key[0]}] {key[1]}")
    return sorted(problems)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("verb", choices=["update", "check"])
    parser.add_argument("--lupdate", default="/usr/lib/qt6/bin/lupdate")
    options = parser.parse_args()
    count = 0
    for path in sorted((ROOT / "translations").glob("*.ts")):
        with tempfile.TemporaryDirectory() as folder:
            scratch = Path(folder)
            if options.verb == "update":
                run_lupdate(options.lupdate, path, scratch)
                continue
            copy = scratch / path.name
            copy.write_bytes(path.read_bytes())
            run_lupdate(options.lupdate, copy, scratch)
            problems = problems_of(messages(path), messages(copy))
            for problem in problems:
                print(f"{path.name}: {problem}")
            count += len(problems)
            print(f"{path.name}: {len(messages(path))} texts, {len(problems)} problems")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
