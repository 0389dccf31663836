#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs each libFuzzer program for some seconds over its corpus; new inputs go to the build folder, a crash to its "crashes"."""
import argparse
import concurrent.futures
import subprocess
import sys
from pathlib import Path

CORPUS = Path(__file__).resolve().parent / "corpus"


def fuzz(program: Path, seconds: int):
    name = program.name.removeprefix("fuzz_")
    found = program.parent / "found" / name
    crashes = program.parent / "crashes" / name
    for folder in (found, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([program, f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1",
                           f"-artifact_prefix={crashes}/", found, CORPUS / name],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    runs = [line.split()[-1] for line in done.stdout.splitlines() if line.startswith("stat::number_of_executed_units")]
    return name, done.returncode, runs[0] if runs else "?", done.stdout


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=Path, required=True)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    programs = sorted(path for path in options.programs.glob("fuzz_*") if path.is_file())
    if not programs:
        print("no fuzz targets found")
        return 1
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, status, runs, text in pool.map(lambda program: fuzz(program, options.seconds), programs):
            print(f"{name}: {runs} inputs, {'clean' if status == 0 else 'FAILED'}", flush=True)
            if status:
                failed += 1
                print("\n".join(text.splitlines()[-40:]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
