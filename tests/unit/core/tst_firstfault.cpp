// SPDX-License-Identifier: GPL-3.0-or-later
// The first fault of a document: kept, placed, worded.
#include "core/firstfault.h"
#include "core/jsonreader.h"

#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class FirstFaultTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keepsTheFirst()
    {
        core::FirstFault fault(u"rules.invalid"_s, u"Wrong at %1:"_s);
        QVERIFY(!fault.error());
        fault.complain(core::Json(), {}, u"one."_s);
        fault.complain(core::Json(), u"/a"_s, u"two."_s);
        QCOMPARE(*fault.error(), (core::Error{u"rules.invalid"_s, u"Wrong at the whole document: one."_s, QString()}));
    }

    void expectsObjects_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message"); // empty: as expected
        QTest::addColumn<QString>("pointer");
        QTest::newRow("known") << QByteArray(R"({"a":1,"b":2})") << QString() << QString();
        QTest::newRow("empty") << QByteArray("{}") << QString() << QString();
        QTest::newRow("list") << QByteArray("\n []") << u"Wrong at /x (line 2, column 2): an object is expected here."_s << u"/x"_s;
        QTest::newRow("unknown") << QByteArray(R"({"a":1,"c/d":2})")
                                 << u"Wrong at /x/c~1d (line 1, column 14): \"c/d\" is not known here; known are a, b."_s << u"/x/c~1d"_s;
    }
    void expectsObjects()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, message);
        QFETCH(const QString, pointer);
        const auto json = core::readJson(text);
        QVERIFY(json);
        core::FirstFault fault(u"c"_s, u"Wrong at %1:"_s);
        QCOMPARE(fault.expectObject(*json, u"/x"_s, {u"a"_s, u"b"_s}), message.isEmpty());
        QCOMPARE(fault.error() ? fault.error()->message : QString(), message);
        QCOMPARE(fault.error() ? fault.error()->detail : QString(), pointer);
    }

    void readsMembers_data()
    {
        QTest::addColumn<QByteArray>("value"); // of the member, or empty for none
        QTest::addColumn<qint64>("number");
        QTest::addColumn<bool>("flag");
        QTest::addColumn<QString>("numberFault");
        QTest::addColumn<QString>("flagFault");
        const QString number = u"Wrong at /x/a~1b (line 1, column 8): a whole number from 2 to 9 is expected here."_s;
        const QString flag = u"Wrong at /x/a~1b (line 1, column 8): true or false is expected here."_s;
        QTest::newRow("none") << QByteArray() << 5LL << false << QString() << QString();
        QTest::newRow("least") << "2"_ba << 2LL << false << QString() << flag;
        QTest::newRow("most") << "9"_ba << 9LL << false << QString() << flag;
        QTest::newRow("too small") << "1"_ba << 5LL << false << number << flag;
        QTest::newRow("too large") << "10"_ba << 5LL << false << number << flag;
        QTest::newRow("no whole number") << "2.5"_ba << 5LL << false << number << flag;
        QTest::newRow("text") << "\"2\""_ba << 5LL << false << number << flag;
        QTest::newRow("true") << "true"_ba << 5LL << true << number << QString();
        QTest::newRow("false") << "false"_ba << 5LL << false << number << QString();
    }
    void readsMembers()
    {
        QFETCH(const QByteArray, value);
        const auto json = core::readJson(value.isEmpty() ? "{}"_ba : "{\"a/b\":" + value + '}');
        QVERIFY(json);
        core::FirstFault numbers(u"c"_s, u"Wrong at %1:"_s);
        QTEST(numbers.integerIn(*json, u"/x"_s, u"a/b"_s, 5, 2, 9), "number");
        QTEST(numbers.error() ? numbers.error()->message : QString(), "numberFault");
        core::FirstFault flags(u"c"_s, u"Wrong at %1:"_s);
        QTEST(flags.flagIn(*json, u"/x"_s, u"a/b"_s), "flag");
        QTEST(flags.error() ? flags.error()->message : QString(), "flagFault");
    }
};

QTEST_GUILESS_MAIN(FirstFaultTest)
#include "tst_firstfault.moc"
