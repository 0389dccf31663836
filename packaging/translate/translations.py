#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps translations/*.ts in step with the sources. The texts in the sources are English: signalbox_en.ts has their plural forms only.

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
FORMS = {"en": 2, "ru": 3}  # plural forms of each language

# lupdate loses the class of a local "struct Text { Q_DECLARE_TR_FUNCTIONS(Context) };" in functions that return braces, and a
# literal inside of two macros: both are spelt out for it.
LOCAL_STRUCT = re.compile(r"struct (\w+)\s*\{\s*Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)\s*\};")
MARKED = re.compile(r"\btr\(\s*QT_TRANSLATE_NOOP\((\"[\w:]+\",\s*(?:\"(?:\\\\.|[^\"\\\\])*\"\s*)+)\)\)")


def spelt_out(text: str) -> str:
    for name, context in LOCAL_STRUCT.findall(text):
        text = re.sub(rf"\b{name}::tr\(", f'QCoreApplication::translate("{context}", ', text)
    return MARKED.sub(r"QCoreApplication::translate(\1)", text)


def with_places(text: str, sources: Path) -> str:
    """The text with its own includes as whole paths: lupdate finds a header by its last folder only, and then takes the wrong namespace."""
    def place(include) -> str:
        found = [sources / part / include.group(1) for part in ("lib", "app") if (ROOT / part / include.group(1)).exists()]
        return f'#include "{found[0]}"' if found else include.group(0)
    return re.sub(r'#include "([\w/]+\.h)"', place, text)


def declared_contexts(folder: Path) -> set:
    """Every context that the program can ask for at run time."""
    found = {"Components"}
    for path in folder.rglob("*.[ch]*"):
        text = path.read_text(encoding="utf-8")
        found.update(re.findall(r"Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)", text))
        found.update(re.findall(r"(?:translate|QT_TRANSLATE_NOOP)\(\s*\"([\w:]+)\"", text))
        for declared in re.finditer(r"class (\w+)[^;{]*\{\s*Q_OBJECT", text):
            # The nearest one before: those above it declare other modules' classes.
            namespaces = re.findall(r"^namespace ([\w:]+)", text[:declared.start()], re.M)
            found.add("::".join([*namespaces[-1:], declared.group(1)]))
    return found


def run_lupdate(lupdate: str, target: Path, scratch: Path) -> set:
    """Brings target up to date; gives the contexts that the sources declare."""
    sources = scratch / "sources"
    for path in [*(ROOT / "lib").rglob("*.[ch]*"), *(ROOT / "app").rglob("*.[ch]*")]:
        copy = sources / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(with_places(spelt_out(path.read_text(encoding="utf-8")), sources), encoding="utf-8")
    (sources / "componentstrings.cpp").write_text(source(ROOT / "resources/components"), encoding="utf-8")
    options = ["-silent", "-locations", "none", "-no-obsolete", "-no-ui-lines", "-source-language", "en_US"]
    options += ["-pluralonly"] if language(target) == "en" else []
    subprocess.run([lupdate, *options, sources, "-ts", target], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return declared_contexts(sources)


def language(path: Path) -> str:
    return path.stem.removeprefix("signalbox_")


def messages(path: Path) -> dict:
    """(context, source text, comment) → the <translation> element."""
    found = {}
    for context in Xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = message.find("translation")
    return found


def placeholders(text: str) -> list:
    return sorted(re.findall(r"%L?\d+|%n|\{[A-Za-z]\w*\}", text))


def plural_problems(key: tuple, translation, wanted: int) -> list:
    """Of a text that says how many: each form is there, says the number in its own way, and none is the sources' "(s)"."""
    forms = [form.text or "" for form in translation.iter("numerusform")]
    problems = []
    if len(forms) != wanted:
        problems.append(f"{len(forms)} plural forms, not {wanted}: [{key[0]}] {key[1]}")
    if any("(s)" in form for form in forms):
        problems.append(f"a plural form with (s): [{key[0]}] {key[1]}")
    if any(placeholders(form.replace("%n", "")) != placeholders(key[1].replace("%n", "")) for form in forms):
        problems.append(f"other placeholders than its source: [{key[0]}] {key[1]}")
    return problems


def problems_of(committed: dict, updated: dict, contexts: set, forms_wanted: int) -> list:
    problems = [f"context that no source declares: {context}" for context in {key[0] for key in updated} - contexts]
    for key in updated.keys() - committed.keys():
        problems.append(f"missing: [{key[0]}] {key[1]}")
    for key in committed.keys() - updated.keys():
        problems.append(f"no longer in the sources: [{key[0]}] {key[1]}")
    for key in committed.keys() & updated.keys():
        translation = committed[key]
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if translation.get("type") is not None or not all(forms):
            problems.append(f"{translation.get('type', 'empty')}: [{key[0]}] {key[1]}")
        elif "%n" in key[1]:
            problems.extend(plural_problems(key, translation, forms_wanted))
        elif any(placeholders(form) != placeholders(key[1]) for form in forms):
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
            contexts = run_lupdate(options.lupdate, copy, scratch)
            problems = problems_of(messages(path), messages(copy), contexts, FORMS[language(path)])
            for problem in problems:
                print(f"{path.name}: {problem}")
            count += len(problems)
            print(f"{path.name}: {len(messages(path))} texts, {len(problems)} problems")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
