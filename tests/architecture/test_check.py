#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds the architecture check small trees, one sound and each other with one fault, so that it is known to fail."""
import tempfile
import unittest
from pathlib import Path

from check import Checker

LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
TABLE = """# The libraries

| module | holds | may use | Qt modules |
|---|---|---|---|
| `core` | values | – | Core |
| `wire` | the network | core | Core, Network |
| `top` | both | wire | Core |
| `app/tool` | the program | top | Core |
"""


class ArchitectureCheck(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.addCleanup(self.folder.cleanup)
        self.qt = self.root / ".qt"
        self.write(".qt/QtNetwork/QTcpSocket", "")
        self.write("lib/README.md", TABLE)
        self.write("lib/core/CMakeLists.txt", "# " + LICENCE[3:] + "signalbox_module(core PUBLIC Qt6::Core)\n")
        self.write("lib/core/value.h", LICENCE + "int value();\n")
        self.write("lib/wire/CMakeLists.txt", "# " + LICENCE[3:] + "signalbox_module(wire PUBLIC Signalbox::core PRIVATE Qt6::Network)\n")
        self.write("lib/wire/socket.cpp", LICENCE + '#include "core/value.h"\n#include <QTcpSocket>\n')
        self.write("lib/top/CMakeLists.txt", "# " + LICENCE[3:] + "signalbox_module(top PUBLIC Signalbox::wire)\n")
        self.write("lib/top/both.cpp", LICENCE + '#include "both.h"\n#include "core/value.h"\n')
        self.write("lib/top/both.h", LICENCE)
        self.write("app/tool/CMakeLists.txt", "# " + LICENCE[3:] + "target_link_libraries(signalbox-tool PRIVATE Signalbox::top)\n")
        self.write("app/tool/main.cpp", LICENCE + "int main() { return app.exec(); }\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def faults(self):
        return Checker(self.root, self.qt).run()

    def assert_one(self, place, words):
        faults = self.faults()
        self.assertEqual(len(faults), 1, faults)
        self.assertTrue(faults[0].startswith(place + ":"), faults[0])
        self.assertIn(words, faults[0])

    def test_sound_tree(self):
        self.assertEqual(self.faults(), [])

    def test_own_files_of_a_program(self):
        self.write("app/tool/options.h", LICENCE)
        self.write("app/tool/main.cpp", LICENCE + '#include "tool/options.h"\n')
        self.assertEqual(self.faults(), [])

    def test_missing_table(self):
        self.write("lib/README.md", "nothing\n")
        self.assertTrue(any("no table" in fault for fault in self.faults()))

    def test_include_upwards(self):
        self.write("lib/core/value.h", LICENCE + '\n#include "top/both.h"\n')
        self.assert_one("lib/core/value.h:3", "includes top, which the row of core does not reach")

    def test_include_of_nothing(self):
        self.write("lib/core/value.h", LICENCE + '#include "core/gone.h"\n')
        self.assert_one("lib/core/value.h:2", "which does not exist")

    def test_include_beside(self):
        self.write("lib/core/value.h", LICENCE + '#include "gone.h"\n')
        self.assert_one("lib/core/value.h:2", "neither of a module nor beside the file")

    def test_link_upwards(self):
        self.write("lib/core/CMakeLists.txt", "# " + LICENCE[3:] + "signalbox_module(core PUBLIC\n Qt6::Core Signalbox::wire)\n")
        self.assert_one("lib/core/CMakeLists.txt:2", "links wire")

    def test_row_that_is_not_linked(self):
        self.write("lib/top/CMakeLists.txt", "# " + LICENCE[3:] + "signalbox_module(top PUBLIC Qt6::Core)\n")
        self.assert_one("lib/top/CMakeLists.txt:1", "does not link wire")

    def test_qt_module_linked(self):
        self.write("lib/core/CMakeLists.txt", "# " + LICENCE[3:] + "signalbox_module(core PUBLIC Qt6::Core PRIVATE Qt6::Network)\n")
        self.assert_one("lib/core/CMakeLists.txt:2", "links Qt6::Network")

    def test_qt_header(self):
        self.write("lib/core/value.h", LICENCE + "#include <QTcpSocket>\n")
        self.assert_one("lib/core/value.h:2", "of Qt Network")

    def test_qt_header_with_folder(self):
        self.write("lib/core/value.h", LICENCE + "#include <QtWidgets/QWidget>\n")
        self.assert_one("lib/core/value.h:2", "of Qt Widgets")

    def test_third_party(self):
        self.write("lib/wire/socket.cpp", LICENCE + "#include <boost/asio.hpp>\n")
        self.assert_one("lib/wire/socket.cpp:2", "only simulator may")

    def test_folder_without_row(self):
        self.write("lib/stray/a.h", LICENCE)
        self.assert_one("lib/stray:1", "has no row")

    def test_row_of_nothing(self):
        self.write("lib/README.md", TABLE + "| `more` | x | lost | Core |\n")
        self.assert_one("lib/README.md:1", "names lost")

    def test_cycle(self):
        self.write("lib/README.md", TABLE.replace("| `core` | values | – |", "| `core` | values | top |"))
        self.assertTrue(any("leads back to itself" in fault for fault in self.faults()))

    def test_top_level(self):
        self.write("notes.txt", "")
        self.assert_one("notes.txt:1", "agreed names")

    def test_long_file(self):
        self.write("lib/core/value.h", LICENCE + "int a;\n" * 800)
        self.assert_one("lib/core/value.h:800", "has 801 lines")

    def test_licence(self):
        self.write("tests/a.py", "pass\n")
        self.assert_one("tests/a.py:1", "licence")

    def test_foreign_path(self):
        self.write("packaging/notes.md", "see /wo" + "rk/shared\n")
        self.assert_one("packaging/notes.md:1", "not of this project")

    def test_unfinished(self):
        self.write("lib/core/value.h", LICENCE + "// TO" + "DO later\n")
        self.assert_one("lib/core/value.h:2", "TO" + "DO")

    def test_silenced_failure(self):
        self.write("packaging/build.sh", "# " + LICENCE[3:] + "make || true\n")
        self.assert_one("packaging/build.sh:2", "silences")

    def test_calls(self):
        for call in ("QCoreApplication::processEvents();", "QEventLoop loop;", "dialog.exec();", "dialog->exec( );", "Store::instance();",
                     "qApp->quit();", "QThread::msleep(5);", "std::this_thread::sleep_for(1s);", "usleep(1);"):
            with self.subTest(call):
                self.write("lib/core/value.h", LICENCE + call + "\n")
                self.assertEqual(len(self.faults()), 1, self.faults())

    def test_calls_in_comments_and_texts(self):
        self.write("lib/core/value.h", LICENCE + '/* dialog.exec() */ // processEvents\nconst char *a = "QEventLoop"; // qApp\n')
        self.assertEqual(self.faults(), [])

    def test_query_of_sql(self):
        self.write("lib/core/value.h", LICENCE + "void run(QSqlQuery &query) { query.exec(); }\n")
        self.assertEqual(self.faults(), [])
        for text in ("void run(QDialog &query) { query.exec(); }\n", "void run(QSqlQuery &query, QDialog &dialog) { dialog.exec(); }\n"):
            with self.subTest(text):
                self.write("lib/core/value.h", LICENCE + text)
                self.assertEqual(len(self.faults()), 1, self.faults())

    def test_build_folder_is_left_alone(self):
        self.write("build/x/a.h", "processEvents /wo" + "rk/\n")
        self.assertEqual(self.faults(), [])


if __name__ == "__main__":
    unittest.main()
