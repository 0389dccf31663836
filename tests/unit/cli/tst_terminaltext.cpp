// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminaltext.h"

#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class TerminalTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void colours()
    {
        QCOMPARE(cli::coloured(u"a"_s, cli::Colour::Red, false), u"a"_s);
        QCOMPARE(cli::coloured(u"a"_s, cli::Colour::Plain, true), u"a"_s);
        QCOMPARE(cli::coloured(u"a"_s, cli::Colour::Red, true), u"\x1b[31ma\x1b[0m"_s);
        QCOMPARE(cli::coloured(u"a"_s, cli::Colour::Green, true), u"\x1b[32ma\x1b[0m"_s);
        QCOMPARE(cli::coloured(u"a"_s, cli::Colour::Yellow, true), u"\x1b[33ma\x1b[0m"_s);
        QCOMPARE(cli::coloured(u"%2"_s, cli::Colour::Bold, true), u"\x1b[1m%2\x1b[0m"_s);
    }

    void makesTextHarmless()
    {
        QCOMPARE(cli::oneLine(u"a\nb\tc\r"_s), u"a b c "_s);
        QCOMPARE(cli::oneLine(u"\x1b]0;title\x07"_s), u"\ufffd]0;title\ufffd"_s);
        QCOMPARE(cli::oneLine(u"a\u202eb"_s), u"a\ufffdb"_s);
        QCOMPARE(cli::oneLine(u"abcdef"_s, 3), u"abc…"_s);
        QCOMPARE(cli::oneLine(u"abc"_s, 3), u"abc"_s);
    }

    void alignsColumns()
    {
        QCOMPARE(cli::table({{u"a"_s, u"bbb"_s, u"c"_s}, {u"aaaa"_s, u"b"_s}}), (QStringList{u"a     bbb  c"_s, u"aaaa  b"_s}));
        QCOMPARE(cli::table({}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TerminalTextTest)
#include "tst_terminaltext.moc"
