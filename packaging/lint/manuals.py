#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the man pages and completions with the programs' own --help: every verb and option is told, and no other."""
import os
import re
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "QT_QPA_PLATFORM": "offscreen"}


def help_of(*command) -> str:
    done = subprocess.run([*command, "--help"], text=True, capture_output=True, env=ENVIRONMENT, timeout=30, check=True)
    return done.stdout + done.stderr


def options_of(text: str) -> set:
    return set(re.findall(r"(?<![\w-])--([a-z][a-z-]*)", text))


def manual(name: str) -> str:
    return (PACKAGING / "man" / name).read_text(encoding="utf-8").replace("\\-", "-")


def verb_help(text: str) -> str:
    """The part of a verb's help that is about its own options: what stands before the ones of all verbs."""
    return text.split("Options of all verbs", 1)[0]


def section_of(page: str, verb: str) -> str:
    """The sections of a man page that are about this verb."""
    parts = re.split(r"^(?=\.S[SH])", page, flags=re.M)
    return "".join(part for part in parts if re.match(rf'\.SS "?{verb}\b', part))


def bash_completes(script: Path, words: list, current: str) -> set:
    """What bash offers for current after these words; words[0] is the program."""
    code = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _signalbox_cli; printf "%s\\n" "${COMPREPLY[@]}"'
    code = code.replace("_signalbox_cli", "_" + script.stem.replace("-", "_"))
    done = subprocess.run(["bash", "-c", code, "bash", script, *words, current], text=True, capture_output=True, env=ENVIRONMENT,
                          timeout=30, check=True)
    return set(done.stdout.split())


def check_completions(cli: Path, verbs: set, helps: dict, faults: list):
    """Each verb's options, and the values of those that have but a few, by running bash and by reading the others."""
    script = PACKAGING / "completions/signalbox-cli.bash"
    if bash_completes(script, [cli], "") != verbs:
        faults.append("signalbox-cli.bash does not complete the verbs")
    others = {path.name: path.read_text(encoding="utf-8") for path in (PACKAGING / "completions").glob("signalbox-cli.*") if path.suffix != ".bash"}
    for verb in sorted(verbs):
        offered = {word[2:] for word in bash_completes(script, [cli, verb], "--")}
        real = set(re.findall(r"^  --([a-z-]+)", helps[verb], re.M))
        if offered != real:
            faults.append(f"signalbox-cli.bash, {verb}: completes {sorted(offered ^ real)} or not, unlike --help")
        for option, values in re.findall(r"^  --([a-z-]+) ([a-z]+(?:\|[a-z]+)+)(?= |$)", helps[verb], re.M):
            words = set(values.split("|"))
            if bash_completes(script, [cli, verb, "--" + option], "") != words:
                faults.append(f"signalbox-cli.bash: --{option} does not complete {values}")
            for name, text in others.items():
                if not any(f"--{option}" in line and all(re.search(rf"\b{word}\b", line) for word in words) for line in text.splitlines()):
                    faults.append(f"{name}: --{option} does not complete {values}")
        for option in re.findall(r"^  --([a-z-]+) FILE\b", helps[verb], re.M):
            if not bash_completes(script, [cli, verb, "--" + option], str(Path(__file__).with_suffix(""))):
                faults.append(f"signalbox-cli.bash: --{option} does not complete files")
            if not re.search(rf"--{option}[|)].*_files", others["signalbox-cli.zsh"]):
                faults.append(f"signalbox-cli.zsh: --{option} does not complete files")


def check_cluster_completions(cluster: Path, faults: list):
    script = PACKAGING / "completions/signalbox-cluster.bash"
    text = help_of(cluster)
    real = set(re.findall(r"^  (--[a-z-]+)", text, re.M))
    if bash_completes(script, [cluster], "--") != real:
        faults.append("signalbox-cluster.bash does not complete the options of --help")
    here = str(Path(__file__).with_suffix(""))
    for words in [["--" + option] for option in re.findall(r"^  --([a-z-]+) (?:FILE|CERT)\b", text, re.M)] + [["--tls", "cert.pem"]]:
        if not bash_completes(script, [cluster, *words], here):
            faults.append(f"signalbox-cluster.bash: {' '.join(words)} does not complete files")
    for path in sorted((PACKAGING / "completions").glob("signalbox-cluster.*")):
        named = {"--" + name for name in options_of(path.read_text(encoding="utf-8"))}
        faults.extend(f"{path.name}: {name} does not exist" for name in sorted(named - real - {"--help"}))


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
    helps = {verb: help_of(cli, verb) for verb in verbs}
    real = options_of(overview).union(*(options_of(text) for text in helps.values()))
    compare("option in signalbox-cli.1", options_of(page), real)
    common = options_of(overview)
    for verb in sorted(verbs):
        compare(f"option of {verb} in signalbox-cli.1", options_of(section_of(page, verb)) - common, options_of(verb_help(helps[verb])) - common)
    check_completions(cli, verbs, helps, faults)
    for path in sorted((PACKAGING / "completions").glob("signalbox-cli.*")):
        text = path.read_text(encoding="utf-8")
        listed = re.search(r"\bverbs(?:=\(|=\"| )([a-z ]{20,})", text)
        compare(f"verb in {path.name}", set(listed.group(1).split()), verbs)
        faults.extend(f"{path.name}: --{name} does not exist" for name in sorted(options_of(text) - real))
    page = manual("signalbox-cluster.1")
    compare("option in signalbox-cluster.1", options_of(page) | {"help", "version"},
            options_of(help_of(programs / "signalbox-cluster")) | {"help", "version"})
    check_cluster_completions(programs / "signalbox-cluster", faults)
    designer = programs / "signalbox"
    if designer.exists():
        compare("option in signalbox.1", options_of(manual("signalbox.1")), options_of(help_of(designer)) - {"help-all"})
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
