#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy in parallel over the sources of a built folder, all or those that a change touches.

clang-tidy cannot read another compiler's precompiled header: it gets the commands of the build without it, and the header's text.
"""
import argparse
import concurrent.futures
import json
import os
import shlex
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDED = ["-include", str(ROOT / "packaging/cmake/pch.h")]


def commands_without_precompiled_header(build: Path, folder: Path) -> list[dict]:
    """Writes them into the folder, as clang-tidy wants to find them, and returns them."""
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in entries:
        arguments = shlex.split(entry.pop("command"))
        headers = [i for i, argument in enumerate(arguments) if argument == "-include" and arguments[i + 1].endswith("cmake_pch.hxx")]
        for i in headers:
            arguments[i:i + 2] = INCLUDED
        entry["arguments"] = [argument for argument in arguments if argument != "-Winvalid-pch"]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "compile_commands.json").write_text(json.dumps(entries))
    return entries


def changed_files(commit: str) -> set[Path]:
    git = ["git", "-C", str(ROOT)]
    names = subprocess.run([*git, "diff", "--name-only", "--diff-filter=d", commit], check=True, text=True, capture_output=True).stdout
    paths = {ROOT / name for name in names.splitlines()}
    # A header is checked by way of the source beside it.
    return paths | {path.with_suffix(".cpp") for path in paths if path.suffix == ".h"}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--changed-since", metavar="COMMIT")
    parser.add_argument("--seconds", type=float, help="start no further file after this time")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()

    folder = options.build / "clang-tidy"
    entries = commands_without_precompiled_header(options.build, folder)
    sources = {Path(entry["file"]) for entry in entries}
    sources = {path for path in sources if path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / "build")}
    if options.changed_since:
        sources &= changed_files(options.changed_since)
    # The largest first, so that the last ones do not keep one processor waiting for the other.
    queue = sorted(sources, key=lambda path: -path.stat().st_size)
    if not queue:
        print("clang-tidy: nothing to check")
        return 0
    started = time.monotonic()

    def check(path: Path):
        if options.seconds is not None and time.monotonic() - started > options.seconds:
            return path, None, ""
        done = subprocess.run(["clang-tidy", "--quiet", "-p", folder, "--warnings-as-errors=*", path], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
        return path, done.returncode, done.stdout + (done.stderr if done.returncode and not done.stdout else "")

    failed = skipped = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for path, status, text in pool.map(check, queue):
            if status is None:
                skipped += 1
            elif status:
                failed += 1
                print(text.strip(), flush=True)
    checked = len(queue) - skipped
    print(f"clang-tidy: {checked} of {len(queue)} files checked in {time.monotonic() - started:.0f} s, {failed} with findings")
    if skipped:
        print("clang-tidy: out of time for the others; packaging/dev tidy checks all")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
