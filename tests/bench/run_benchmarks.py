#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every bench program and prints one JSON document of all their figures; exit 1 when a gate fails or a program does.

Starts are measured here, since they are a matter of whole processes.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"NODE_PATH": f"{ROOT / 'build/node/node_modules'}:/usr/share/nodejs", **os.environ, "LC_ALL": "C.UTF-8",
               "QT_QPA_PLATFORM": "offscreen"}


def seconds_of(command: list) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=ENVIRONMENT, timeout=60)
    return time.perf_counter() - started


def startup(programs: Path, cli: Path, quick: bool) -> dict:
    """Start to exit of the hello example with the embedded cluster; a program of nothing but Qt beside it."""
    rounds = 2 if quick else 10
    hello = [cli, "run", ROOT / "resources/examples/hello.json"]
    bare = [programs / "tests/bench/bench_nothing", "--exit"]
    for command in (hello, bare):
        seconds_of(command) # warms the page cache
    # In turn, so that a busy moment meets both.
    times = [(seconds_of(hello), seconds_of(bare)) for _ in range(rounds)]
    hello_ms = statistics.median(pair[0] for pair in times) * 1000
    bare_ms = statistics.median(pair[1] for pair in times) * 1000
    return {"name": "startup",
            "figures": {"helloMs": round(hello_ms, 1), "bareQtProgramMs": round(bare_ms, 1), "rounds": rounds},
            "gates": [{"name": "helloMs", "value": round(hello_ms, 1), "limit": 300, "atLeast": False}]}


def first_paint_of(command: list, programs: Path, folder: str) -> tuple:
    """Milliseconds until a program has painted its window, and what is resident a second later, in MB."""
    probe = Path(folder) / "probe.so"  # LD_PRELOAD takes no path with a space in it
    if not probe.exists():
        probe.symlink_to((programs / "tests/bench/libpaintprobe.so").resolve())
    environment = {**ENVIRONMENT, "LD_PRELOAD": str(probe), "SIGNALBOX_CONFIG_DIR": folder}
    started = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment) as program:
        deadline = threading.Timer(60, program.kill)
        deadline.start()
        try:
            if program.stdout.readline() != "painted\n":
                raise ValueError("nothing was painted")
            elapsed = time.perf_counter() - started
            return elapsed * 1000, int(program.stdout.readline()) / 1000
        finally:
            deadline.cancel()
            program.kill()


def scenario_of(count: int) -> dict:
    """A chain of web socket operations, laid out in rows."""
    objects = [{"oId": 1, "oLeft": 0, "oTop": 0, "oType": 101, "name": "Start", "transfer": 2}]
    for number in range(2, count + 1):
        objects.append({"oId": number, "oLeft": number % 40 * 104, "oTop": number // 40 * 56, "oType": 144, "name": f"Step {number}", "operation": 0,
                        "conn": {"argType": 1, "varType": 2, "value": "c"}, "transfer": min(number + 1, count), "transferError": count})
    return {"objects": objects, "variables": []}


def designer_start(programs: Path, designer: Path, quick: bool) -> dict:
    """The designer's window: its start with nothing, and its memory with 1,000 components; a bare window of Qt beside it."""
    rounds = 1 if quick else 7
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.json"
        large.write_text(json.dumps(scenario_of(1000)))
        commands = {"designer": [designer], "bare": [programs / "tests/bench/barewindow"], "large": [designer, large]}
        for command in commands.values():
            first_paint_of(command, programs, folder)
        runs = [{name: first_paint_of(command, programs, folder) for name, command in commands.items()} for _ in range(rounds)]
    median = {name: [round(statistics.median(run[name][index] for run in runs), 1) for index in (0, 1)] for name in commands}
    return {"name": "designer start",
            "figures": {"firstPaintMs": median["designer"][0], "barePaintMs": median["bare"][0], "largePaintMs": median["large"][0],
                        "residentMb": median["designer"][1], "bareResidentMb": median["bare"][1], "largeResidentMb": median["large"][1],
                        "rounds": rounds},
            "gates": [{"name": "firstPaintMs", "value": median["designer"][0], "limit": 250, "atLeast": False},
                      {"name": "largeResidentMb", "value": median["large"][1], "limit": 100, "atLeast": False}]}


def judge(report: dict) -> bool:
    passed = True
    for gate in report["gates"]:
        gate["passed"] = gate["value"] >= gate["limit"] if gate["atLeast"] else gate["value"] <= gate["limit"]
        passed = passed and gate["passed"]
    return passed


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=Path, required=True, help="build folder")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--no-gates", action="store_true", help="report, but let no gate decide the exit code")
    options = parser.parse_args()

    reports, passed, broken = [], True, False
    for program in sorted((options.programs / "tests/bench").glob("bench_*")):
        if not os.access(program, os.X_OK) or program.is_dir() or program.name == "bench_nothing":
            continue
        command = [program, "--quick"] if options.quick else [program]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT, timeout=600)
        try:
            if done.returncode:
                raise ValueError(f"exit code {done.returncode}")
            report = json.loads(done.stdout)
            passed = judge(report) and passed
            reports.append(report)
        except (ValueError, KeyError) as error:
            print(f"{program.name}: {error}", file=sys.stderr)
            broken = True
    cache = (options.programs / "CMakeCache.txt").read_text()
    bin_folder = next(line.split("=", 1)[1] for line in cache.splitlines() if line.startswith("SIGNALBOX_BIN_DIR:"))
    cli = Path(bin_folder) / "signalbox-cli"
    for measure, program in ((startup, cli), (designer_start, cli.with_name("signalbox"))):
        if not program.exists():
            continue
        try:
            report = measure(options.programs, program, options.quick)
            passed = judge(report) and passed
            reports.append(report)
        except (subprocess.SubprocessError, OSError, ValueError) as error:
            print(f"{measure.__name__}: {error}", file=sys.stderr)
            broken = True
    passed = passed and not broken
    print(json.dumps({"passed": passed, "benchmarks": reports}, indent=2))
    for report in reports:
        for gate in report["gates"]:
            if not gate["passed"] and not options.no_gates:
                sign = "≥" if gate["atLeast"] else "≤"
                print(f"{report['name']}: {gate['name']} is {gate['value']}, must be {sign} {gate['limit']}", file=sys.stderr)
    return 1 if broken or not (passed or options.no_gates) else 0


if __name__ == "__main__":
    sys.exit(main())
