// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect.h"
#include "core/jsonreader.h"

#include <QTest>

using namespace signalbox::core;

class DialectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void namesValueTypes()
    {
        const Dialect dialect;
        QCOMPARE(dialect.valueType(1), ValueType::Number);
        QCOMPARE(dialect.valueType(2), ValueType::String);
        QCOMPARE(dialect.valueType(3), ValueType::DateTime);
        QVERIFY(!dialect.valueType(0));
        QVERIFY(!dialect.valueType(4));
        for (const ValueType type : {ValueType::Number, ValueType::String, ValueType::DateTime})
            QCOMPARE(dialect.valueType(dialect.valueTypeId(type)), type);
    }

    void readsFields()
    {
        const auto json = readJson(R"({"cookieName": "EraSession", "sessionTtlS": 60, "undeclaredIsRequest": false,
            "typeNumber": 7, "tempPrefix": "/t/", "variablesAsArguments": false, "startScriptTimeoutMs": 2147483647})");
        const auto dialect = Dialect::fromJson(*json);
        QVERIFY(dialect.has_value());
        QCOMPARE(dialect->cookieName, QStringLiteral("EraSession"));
        QCOMPARE(dialect->sessionTtlS, 60);
        QCOMPARE(dialect->undeclaredIsRequest, false);
        QCOMPARE(dialect->tempPrefix, QStringLiteral("/t/"));
        QCOMPARE(dialect->variablesAsArguments, false);
        QCOMPARE(dialect->startScriptTimeoutMs, 2147483647);
        QCOMPARE(dialect->valueType(7), ValueType::Number);
        QVERIFY(!dialect->valueType(1));
        QCOMPARE(dialect->pingIntervalMs, 30'000); // not given: the default
    }

    void knowsEveryField()
    {
        const char *const numbers[] = {
            "sessionLimitStatus", "sessionsPerUser",      "sessionTtlS",         "banFailures",       "banWindowS",      "pingIntervalMs",
            "pingsMissed",        "startConnectionParam", "startEventParam",     "startContentParam", "timeoutDefaultS", "timeoutMaxS",
            "fileOperationMs",    "tempLifetimeS",        "websocktempLingerS",  "argConstant",       "argVariable",     "argExpression",
            "argTemplate",        "typeNumber",           "typeString",          "typeDateTime",      "locationLocal",   "locationLast",
            "carriersKept",       "carrierGraceMs",       "startScriptTimeoutMs"};
        for (const char *name : numbers)
            QVERIFY2(Dialect::fromJson(Json::object({{QString::fromLatin1(name), Json(1), {}}})).has_value(), name);
        for (const char *name : {"cookieName", "resultSuffix", "tempPrefix", "carrierPrefix"})
            QVERIFY2(Dialect::fromJson(Json::object({{QString::fromLatin1(name), Json(QStringLiteral("x")), {}}})).has_value(), name);
        for (const char *name : {"undeclaredIsRequest", "variablesAsArguments"})
            QVERIFY2(Dialect::fromJson(Json::object({{QString::fromLatin1(name), Json(true), {}}})).has_value(), name);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("no object") << QByteArray("[]") << QStringLiteral("JSON object");
        QTest::newRow("unknown field") << QByteArray(R"({"cookyName":"x"})") << QStringLiteral("cookyName");
        QTest::newRow("text for a number") << QByteArray(R"({"banFailures":"5"})") << QStringLiteral("banFailures");
        QTest::newRow("fraction") << QByteArray(R"({"banFailures":1.5})") << QStringLiteral("banFailures");
        QTest::newRow("negative") << QByteArray(R"({"banFailures":-1})") << QStringLiteral("banFailures");
        QTest::newRow("too large") << QByteArray(R"({"banFailures":2147483648})") << QStringLiteral("2147483647");
        QTest::newRow("number for a flag") << QByteArray(R"({"undeclaredIsRequest":1})") << QStringLiteral("true or false");
        QTest::newRow("number for a text") << QByteArray(R"({"tempPrefix":1})") << QStringLiteral("tempPrefix");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, part);
        const auto dialect = Dialect::fromJson(*readJson(text));
        QVERIFY(!dialect);
        QCOMPARE(dialect.error().code, QStringLiteral("dialect.invalid"));
        QVERIFY2(dialect.error().message.contains(part), qPrintable(dialect.error().message));
    }
};

QTEST_GUILESS_MAIN(DialectTest)
#include "tst_dialect.moc"
