#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the man pages and completions with the programs' own --help: every verb and option is told, and no other."""
import os
import re
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}


def help_of(*command) -> str:
    done = subprocess.run([*command, "--help"], text=True, capture_output=True, env=ENVIRONMENT, timeout=30, check=True)
    return done.stdout + done.stderr


def options_of(text: str) -> set:
    return set(re.findall(r"(?<![\w-])--([a-z][a-z-]*)", text))


def manual(name: str) -> str:
    return (PACKAGING / "man" / name).read_text(encoding="utf-8").replace("\\-", "-")


def main() -> int:
    programs = Path(sys.argv[1])
    faults = []

    def compare(what: str, told: set, real: set):
        faults.extend(f"{what}: {name} is not told" for name in sorted(real - told))
        faults.extend(f"{what}: {name} does not exist" for name in sorted(told - real))

    cli = programs / "signalbox-cli"
    overview = help_of(cli)
    block = overview.split("Verbs:", 1)[1].split("\n\n", 1)[0]
    verbs = set(re.findall(r"^  ([a-z]+)", block, re.M))
    page = manual("signalbox-cli.1")
    compare("verb in signalbox-cli.1", set(re.findall(r'^\.SS "?([a-z]+)', page, re.M)), verbs)
    real = options_of(overview).union(*(options_of(help_of(cli, verb)) for verb in verbs))
    compare("option in signalbox-cli.1", options_of(page), real)
    for path in sorted((PACKAGING / "completions").iterdir()):
        text = path.read_text(encoding="utf-8")
        listed = re.search(r"\bverbs(?:=\(|=\"| )([a-z ]{20,})", text)
        compare(f"verb in {path.name}", set(listed.group(1).split()), verbs)
        faults.extend(f"{path.name}: --{name} does not exist" for name in sorted(options_of(text) - real))
    page = manual("signalbox-cluster.1")
    compare("option in signalbox-cluster.1", options_of(page) | {"help", "version"},
            options_of(help_of(programs / "signalbox-cluster")) | {"help", "version"})
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
