#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the source tree to the table of lib/README.md and to the rules that a reader of any file relies on.

Prints one line a fault, "path:line: what is wrong", and exits with 1 when there is any. It reads text only: nothing is
built, and what it understands of CMake is how this project's own build files are written.
"""
import argparse
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "app", "lib", "resources", "translations", "tests", "packaging", "README.md",
             "LICENSE"}
NOT_OURS = {"build", ".git", "node_modules", "__pycache__"}
SOURCES = {".cpp", ".h"}
WITH_LICENCE = SOURCES | {".py", ".js", ".cmake", ".sh"}
LINES_AT_MOST = 800

# Put together from halves so that this file does not hold the words that it looks for.
FOREIGN_WORDS = ["/wo" + "rk/", "/tmp/" + "sbx", "registry.npm" + "js", "deb.deb" + "ian.org", "proxy.gol" + "ang", "npm-reg" + "istry"]
NOT_FINISHED = ["TO" + "DO", "FIX" + "ME", "XX" + "X:", "NOLI" + "NT", "-Wn" + "o-"]

# Libraries that one module alone may know of.
THIRD_PARTY = {"boost/": {"simulator"}, "qt6keychain/": {"secrets"}, "yaml-cpp/": {"capability"}, "valijson/": {"core"}}

# Calls that wait inside, or reach out of what was passed in. main.cpp alone may run the application's own loop.
FORBIDDEN_CALLS = [
    (re.compile(r"\bprocessEvents\b"), "processEvents", False),
    (re.compile(r"\bQEventLoop\b"), "a nested event loop", False),
    (re.compile(r"(?:\.|->|::)exec\s*\(\s*\)"), "exec()", True),
    (re.compile(r"(?<!QCoreApplication)(?<!QGuiApplication)(?<!QApplication)::instance\s*\(\s*\)"), "instance()", True),
    (re.compile(r"\bq(?:App)\b"), "qApp", True),
    (re.compile(r"\b(?:QThread::|QTest::q)(?:m|u)?[sS](?:leep|Sleep)\b|\bqSleep\b|\bsleep_for\b|\busleep\s*\("), "a sleep", False),
]
# A prepared statement of SQL; its exec() asks the database and runs no loop.
SQL_QUERY = re.compile(r"\bQSqlQuery\s*&?\s*(\w+)\b")


@dataclass
class Row:
    """One module: what its row names."""
    uses: set = field(default_factory=set)
    qt: set = field(default_factory=set)


def read_table(readme: Path) -> dict:
    """The rows of the table, by module; "app/cli" and the like keep their folder."""
    rows = {}
    for line in readme.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        name = re.fullmatch(r"`([a-z/]+)`", cells[0])
        if not line.startswith("|") or len(cells) != 4 or not name:
            continue
        listed = [{part.strip() for part in cell.split(",")} - {"–", "-", ""} for cell in cells[2:]]
        rows[name.group(1)] = Row(*listed)
    return rows


def closure(rows: dict, module: str) -> set:
    reached, todo = set(), [module]
    while todo:
        for used in rows.get(todo.pop(), Row()).uses - reached:
            reached.add(used)
            todo.append(used)
    return reached


def without_comments(text: str) -> str:
    """Comments and string texts blanked, line breaks kept."""
    pattern = re.compile(r"//[^\n]*|/\*.*?\*/|R\"(\w*)\(.*?\)\1\"|\"(?:\\.|[^\"\\\n])*\"", re.S)
    return pattern.sub(lambda match: "\n" * match.group(0).count("\n") + '""' * match.group(0).startswith('"'), text)


class Checker:
    def __init__(self, root: Path, qt_include=None):
        self.root = root
        self.qt_include = qt_include
        self.faults = []
        self.rows = read_table(root / "lib/README.md")
        self.qt_headers = self.list_qt_headers()

    def fault(self, path: Path, line: int, text: str) -> None:
        self.faults.append(f"{path.relative_to(self.root)}:{line}: {text}")

    def list_qt_headers(self) -> dict:
        """Header name → Qt module, for the modules that a row must name."""
        found = {}
        if self.qt_include is None:
            return found
        for module in ("Network", "WebSockets", "Gui", "Widgets", "Sql", "Svg", "PrintSupport", "DBus", "Test"):
            folder = self.qt_include / f"Qt{module}"
            if folder.is_dir():
                found.update({header.name: module for header in folder.iterdir()})
        return found

    def run(self) -> list:
        if not self.rows:
            self.fault(self.root / "lib/README.md", 1, "no table of modules found")
        self.check_top_level()
        self.check_folders()
        self.check_cycles()
        for path in self.files():
            self.check_file(path)
        for name in self.rows:
            folder = self.folder(name)
            if (folder / "CMakeLists.txt").exists():
                self.check_links(name, folder / "CMakeLists.txt")
        return sorted(self.faults)

    def folder(self, module: str) -> Path:
        return self.root / module if module.startswith("app/") else self.root / "lib" / module

    def files(self):
        stack = [self.root]
        while stack:
            for path in sorted(stack.pop().iterdir()):
                if path.name in NOT_OURS or path.is_symlink():
                    continue
                if path.is_dir():
                    stack.append(path)
                else:
                    yield path

    def check_top_level(self) -> None:
        for path in self.root.iterdir():
            if path.name not in TOP_LEVEL | NOT_OURS and not path.name.startswith("."):
                self.fault(path, 1, "is not one of the agreed names of the top level")

    def check_folders(self) -> None:
        for parent, prefix in ((self.root / "lib", ""), (self.root / "app", "app/")):
            if parent.is_dir():
                for folder in parent.iterdir():
                    if folder.is_dir() and prefix + folder.name not in self.rows:
                        self.fault(folder, 1, "has no row in lib/README.md")
        for name, row in self.rows.items():
            for used in row.uses - set(self.rows):
                self.fault(self.root / "lib/README.md", 1, f"row {name} names {used}, which has no row")

    def check_cycles(self) -> None:
        for name in self.rows:
            if name in closure(self.rows, name):
                self.fault(self.root / "lib/README.md", 1, f"row {name} leads back to itself")

    def check_file(self, path: Path) -> None:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return # a sample that is broken on purpose, or a picture
        relative = path.relative_to(self.root)
        lines = text.splitlines()
        is_code = path.suffix in WITH_LICENCE or path.name == "CMakeLists.txt"
        if is_code:
            if len(lines) > LINES_AT_MOST:
                self.fault(path, LINES_AT_MOST, f"has {len(lines)} lines; over {LINES_AT_MOST} it must be split")
            if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines[:2]):
                self.fault(path, 1, "does not begin with the licence line")
        for number, line in enumerate(lines, 1):
            for word in FOREIGN_WORDS:
                if word in line:
                    self.fault(path, number, f"names {word}, which is not of this project")
            if is_code:
                for word in NOT_FINISHED:
                    if word in line:
                        self.fault(path, number, f"holds {word}")
            if relative.parts[0] in ("packaging", ".ci") and re.search(r"\|\|\s*true\b", line):
                self.fault(path, number, "silences a failure")
        if path.suffix in SOURCES and relative.parts[0] in ("lib", "app") and len(relative.parts) > 2:
            module = relative.parts[1] if relative.parts[0] == "lib" else "app/" + relative.parts[1]
            self.check_includes(path, module, lines)
            self.check_calls(path, without_comments(text))

    def check_includes(self, path: Path, module: str, lines: list) -> None:
        row = self.rows.get(module, Row())
        allowed = closure(self.rows, module)
        for number, line in enumerate(lines, 1):
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if not match:
                continue
            quoted, name = match.group(1) == '"', match.group(2)
            first = name.split("/")[0]
            if quoted and "app/" + first == module and (self.root / "app" / name).exists():
                pass # a program's own files, by its folder
            elif quoted and "/" in name and first in self.rows:
                if first != module and first not in allowed:
                    self.fault(path, number, f"includes {first}, which the row of {module} does not reach")
                if not (self.root / "lib" / name).exists():
                    self.fault(path, number, f"includes {name}, which does not exist")
            elif quoted and not (path.parent / name).exists() and not name.endswith(".moc") and not name.startswith("moc_"):
                self.fault(path, number, f"includes {name}, which is neither of a module nor beside the file")
            header = name.split("/")[-1]
            qt = self.qt_headers.get(header) if not quoted else None
            if name.startswith("Qt") and "/" in name:
                qt = name.split("/")[0][2:] if name.split("/")[0] != "QtCore" else None
            if qt and qt not in row.qt:
                self.fault(path, number, f"includes {name} of Qt {qt}, which the row of {module} does not name")
            for prefix, owners in THIRD_PARTY.items():
                if name.startswith(prefix) and module not in owners:
                    self.fault(path, number, f"includes {name}, which only {', '.join(sorted(owners))} may")

    def check_calls(self, path: Path, text: str) -> None:
        for query in set(SQL_QUERY.findall(text)):
            text = re.sub(rf"\b{query}\.exec\s*\(\s*\)", "", text)
        for number, line in enumerate(text.splitlines(), 1):
            for pattern, name, allowed_in_main in FORBIDDEN_CALLS:
                if pattern.search(line) and not (allowed_in_main and path.name == "main.cpp"):
                    self.fault(path, number, f"uses {name}")

    def check_links(self, module: str, build_file: Path) -> None:
        row, allowed = self.rows[module], closure(self.rows, module)
        text = re.sub(r"#[^\n]*", "", build_file.read_text(encoding="utf-8"))
        linked = set()
        for call in re.finditer(r"\b(signalbox_module|target_link_libraries)\s*\(([^)]*)\)", text):
            number = text[:call.start()].count("\n") + 1
            for token in call.group(2).split():
                if token.startswith("Signalbox::") or token.startswith("signalbox_"):
                    name = token.replace("Signalbox::", "").replace("signalbox_", "", 1)
                    if name in ("options", module, module.replace("/", "_")) or "/" not in module and name == module:
                        continue
                    if name in self.rows and name not in allowed:
                        self.fault(build_file, number, f"links {name}, which the row of {module} does not reach")
                    linked.add(name)
                elif token.startswith("Qt6::") and token[5:] not in row.qt:
                    self.fault(build_file, number, f"links {token}, which the row of {module} does not name")
                elif token.lower() == "qt6keychain" and "QtKeychain" not in row.qt:
                    self.fault(build_file, number, f"links {token}, which the row of {module} does not name")
                elif token.startswith("Boost::") and module not in THIRD_PARTY["boost/"]:
                    self.fault(build_file, number, f"links {token}, which the simulator alone may")
        reached = set(linked)
        for name in linked:
            reached |= closure(self.rows, name)
        for used in sorted(row.uses - reached):
            self.fault(build_file, 1, f"does not link {used}, which the row of {module} names")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("--qt-include", type=Path, help="folder that holds QtCore, QtNetwork …")
    options = parser.parse_args()
    faults = Checker(options.root.resolve(), options.qt_include).run()
    for line in faults:
        print(line)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
