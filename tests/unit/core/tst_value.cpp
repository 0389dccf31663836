// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbertext.h"
#include "core/value.h"

#include <QTest>

#include <limits>

using namespace signalbox::core;
using namespace Qt::StringLiterals;

class ValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void hasDefaults()
    {
        QCOMPARE(Value().type(), ValueType::String);
        QCOMPARE(Value().toText(), QString());
        QCOMPARE(Value::defaultOf(ValueType::Number), Value(0.0));
        QCOMPARE(Value::defaultOf(ValueType::String), Value(QString()));
        QCOMPARE(Value::defaultOf(ValueType::DateTime).toText(), QStringLiteral("2000-01-01T00:00:00Z"));
        QCOMPARE(Value::fromBool(true), Value(QStringLiteral("true")));
        QCOMPARE(Value::fromBool(false), Value(QStringLiteral("false")));
        QVERIFY(Value(1.0) != Value(QStringLiteral("1")));
    }

    void namesTypes()
    {
        QCOMPARE(valueTypeName(ValueType::Number), QStringLiteral("number"));
        QCOMPARE(valueTypeName(ValueType::String), QStringLiteral("string"));
        QCOMPARE(valueTypeName(ValueType::DateTime), QStringLiteral("date-time"));
    }

    void writesNumbers_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0");
        QTest::newRow("negative zero") << -0.0 << QStringLiteral("0");
        QTest::newRow("integer") << 42.0 << QStringLiteral("42");
        QTest::newRow("negative") << -7.0 << QStringLiteral("-7");
        QTest::newRow("hundred thousand") << 100000.0 << QStringLiteral("100000");
        QTest::newRow("fraction") << 0.1 << QStringLiteral("0.1");
        QTest::newRow("sum") << 0.1 + 0.2 << QStringLiteral("0.30000000000000004");
        QTest::newRow("small") << 0.00001 << QStringLiteral("0.00001");
        QTest::newRow("smaller") << 1e-7 << QStringLiteral("1e-07");
        QTest::newRow("exact") << 9007199254740991.0 << QStringLiteral("9007199254740991");
        QTest::newRow("large") << 1e20 << QStringLiteral("100000000000000000000");
        QTest::newRow("larger") << 1e21 << QStringLiteral("1e+21");
        QTest::newRow("largest") << std::numeric_limits<double>::max() << QStringLiteral("1.7976931348623157e+308");
        QTest::newRow("least") << std::numeric_limits<double>::denorm_min() << QStringLiteral("5e-324");
    }

    void writesNumbers()
    {
        QFETCH(double, number);
        QFETCH(QString, text);
        QCOMPARE(Value(number).toText(), text);
        QCOMPARE(*Value(text).toNumber(), number);
    }

    void readsNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number"); // NaN: none
        const double none = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("space") << QStringLiteral("  12\t") << 12.0;
        QTest::newRow("sign") << QStringLiteral("+5") << 5.0;
        QTest::newRow("minus") << QStringLiteral("-5.50") << -5.5;
        QTest::newRow("leading zeros") << QStringLiteral("007") << 7.0;
        QTest::newRow("leading point") << QStringLiteral(".5") << 0.5;
        QTest::newRow("trailing point") << QStringLiteral("5.") << 5.0;
        QTest::newRow("exponent") << QStringLiteral("1.5e3") << 1500.0;
        QTest::newRow("negative exponent") << QStringLiteral("1E-2") << 0.01;
        QTest::newRow("too small") << QStringLiteral("1e-999") << 0.0;
        QTest::newRow("too small by its zeros") << u"0."_s + QString(400, u'0') + u"1"_s << 0.0;
        QTest::newRow("far too small") << QStringLiteral("1e-99999999999999999999") << 0.0;
        QTest::newRow("zeros against an exponent") << u"0."_s + QString(400, u'0') + u"1e401"_s << 1.0;
        QTest::newRow("too large by its digits") << QString(400, u'9') << none;
        QTest::newRow("far too large") << QStringLiteral("1e99999999999999999999") << none;
        QTest::newRow("too large with a sign") << QStringLiteral("-1E+309") << none;
        QTest::newRow("too large") << QStringLiteral("1e999") << none;
        QTest::newRow("empty") << QString() << none;
        QTest::newRow("blank") << QStringLiteral("  ") << none;
        QTest::newRow("sign only") << QStringLiteral("-") << none;
        QTest::newRow("point only") << QStringLiteral(".") << none;
        QTest::newRow("two points") << QStringLiteral("1.2.3") << none;
        QTest::newRow("no exponent") << QStringLiteral("1e") << none;
        QTest::newRow("no exponent's digits") << QStringLiteral("1e+") << none;
        QTest::newRow("fraction of exponent") << QStringLiteral("1e1.5") << none;
        QTest::newRow("inner space") << QStringLiteral("1 2") << none;
        QTest::newRow("tail") << QStringLiteral("12px") << none;
        QTest::newRow("comma") << QStringLiteral("1,5") << none;
        QTest::newRow("hexadecimal") << QStringLiteral("0x10") << none;
        QTest::newRow("infinity") << QStringLiteral("inf") << none;
        QTest::newRow("not a number") << QStringLiteral("nan") << none;
        QTest::newRow("two signs") << QStringLiteral("--1") << none;
        QTest::newRow("Arabic digits") << QStringLiteral("\u0661\u0662") << none;
    }

    void readsNumbers()
    {
        QFETCH(QString, text);
        QFETCH(double, number);
        const auto read = Value(text).toNumber();
        QCOMPARE(read.has_value(), !qIsNaN(number));
        if (read)
            QCOMPARE(*read, number);
    }

    void readsDateTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written"); // empty: none
        QTest::newRow("UTC") << QStringLiteral("2024-02-29T12:30:45Z") << QStringLiteral("2024-02-29T12:30:45Z");
        QTest::newRow("small letters") << QStringLiteral("2024-02-29t12:30:45z") << QStringLiteral("2024-02-29T12:30:45Z");
        QTest::newRow("space") << QStringLiteral(" 2024-02-29 12:30:45 ") << QStringLiteral("2024-02-29T12:30:45Z");
        QTest::newRow("no offset") << QStringLiteral("2024-02-29T12:30:45") << QStringLiteral("2024-02-29T12:30:45Z");
        QTest::newRow("milliseconds") << QStringLiteral("2024-02-29T12:30:45.12Z") << QStringLiteral("2024-02-29T12:30:45.120Z");
        QTest::newRow("nanoseconds") << QStringLiteral("2024-02-29T12:30:45.123456789Z") << QStringLiteral("2024-02-29T12:30:45.123Z");
        QTest::newRow("east") << QStringLiteral("2024-02-29T12:30:45+03:00") << QStringLiteral("2024-02-29T12:30:45+03:00");
        QTest::newRow("west") << QStringLiteral("2024-02-29T12:30:45-05:30") << QStringLiteral("2024-02-29T12:30:45-05:30");
        for (const char *bad :
             {"", "2024-02-29", "2024-02-30T12:30:45Z", "2024-13-01T00:00:00Z", "2024-02-29T24:00:00Z", "2024-02-29T12:60:45Z",
              "2024-02-29T12:30:61Z", "2024-02-29X12:30:45Z", "2024/02/29T12:30:45Z", "2024-02-29T12-30-45Z", "2024-02-29T12:30:45.Z",
              "2024-02-29T12:30:45+3:00", "2024-02-29T12:30:45+0300", "2024-02-29T12:30:45+24:00", "2024-02-29T12:30:45+03:60",
              "2024-02-29T12:30:45Zulu", "x024-02-29T12:30:45Z", "0000-01-01T00:00:00Z", "12345678"})
            QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad) << QString();
    }

    void readsDateTimes()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const auto read = Value(text).toDateTime();
        QCOMPARE(read.has_value(), !written.isEmpty());
        if (read)
            QCOMPARE(Value(*read).toText(), written);
    }

    void dateTimesAreInstants()
    {
        const Value utc(*Value(QStringLiteral("2024-01-01T12:00:00Z")).toDateTime());
        const Value east(*Value(QStringLiteral("2024-01-01T15:00:00+03:00")).toDateTime());
        QCOMPARE(utc, east);
        const QDateTime local(QDate(2024, 1, 1), QTime(12, 0), Qt::LocalTime);
        const QString text = Value(local).toText();
        QVERIFY2(text.endsWith(u'Z') || text[text.size() - 3] == u':', qPrintable(text));
        QCOMPARE(Value(text).toDateTime(), local);
    }

    void casts()
    {
        const Value moment = Value::defaultOf(ValueType::DateTime);
        QCOMPARE(*Value(5.0).cast(ValueType::Number), Value(5.0));
        QCOMPARE(*Value(5.0).cast(ValueType::String), Value(QStringLiteral("5")));
        QCOMPARE(*Value(QStringLiteral("5")).cast(ValueType::Number), Value(5.0));
        QCOMPARE(*moment.cast(ValueType::String), Value(QStringLiteral("2000-01-01T00:00:00Z")));
        QCOMPARE(*Value(QStringLiteral("2000-01-01T00:00:00Z")).cast(ValueType::DateTime), moment);
        QCOMPARE(*moment.cast(ValueType::DateTime), moment);
    }

    void refusesCasts()
    {
        const auto word = Value(QStringLiteral("abc")).cast(ValueType::Number);
        QVERIFY(!word);
        QCOMPARE(word.error().code, QStringLiteral("cast"));
        QCOMPARE(word.error().message, QStringLiteral("\"abc\" is not a number."));
        const auto number = Value(5.0).cast(ValueType::DateTime);
        QVERIFY(!number);
        QCOMPARE(number.error().message, QStringLiteral("\"5\" is not a date and time such as 2000-01-01T00:00:00Z."));
        QVERIFY(!Value::defaultOf(ValueType::DateTime).cast(ValueType::Number));
        const auto lengthy = Value(QString(1000, u'x')).cast(ValueType::Number);
        QVERIFY(!lengthy);
        QVERIFY(lengthy.error().message.startsWith(u'"' + QString(64, u'x') + QChar(0x2026) + u'"'));
    }
};

QTEST_GUILESS_MAIN(ValueTest)
#include "tst_value.moc"
