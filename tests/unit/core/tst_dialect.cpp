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

    void tellsWhatDiffers()
    {
        QCOMPARE(Dialect().toJson(), Json::object());
        Dialect dialect;
        dialect.banStatus = 423;
        dialect.cookieName = QStringLiteral("EraSession");
        dialect.undeclaredIsRequest = false;
        QCOMPARE(dialect.toJson().toCompact(), QByteArray(R"({"cookieName":"EraSession","banStatus":423,"undeclaredIsRequest":false})"));
        QCOMPARE(Dialect::fromJson(dialect.toJson())->toJson(), dialect.toJson());
    }

    void knowsEveryField()
    {
        QList<Json> values{Json(QStringLiteral("timeout")), Json(1), Json(true)};
        for (int count = 2; count < 16; ++count) {
            QList<Json> names;
            for (int i = 0; i < count; ++i)
                names.append(Json(QString::number(i)));
            values.append(Json::array(names));
        }
        for (const QString &name : Dialect::fieldNames()) {
            const auto takes = [&name](const Json &value) {
                return Dialect::fromJson(Json::object({{name, value, {}}})).has_value();
            };
            QCOMPARE(std::count_if(values.begin(), values.end(), takes), 1); // a field has one type, a list one length
        }
    }

    void namesErrors()
    {
        Dialect dialect;
        QCOMPARE(dialect.errorCode(QStringLiteral("internal")), QStringLiteral("internal"));
        dialect.errorCodes.last() = QStringLiteral("fault");
        QCOMPARE(dialect.errorCode(QStringLiteral("internal")), QStringLiteral("fault"));
        QCOMPARE(dialect.errorCodeOf(QStringLiteral("fault")), QStringLiteral("internal"));
        QCOMPARE(dialect.errorCode(QStringLiteral("own")), QStringLiteral("own"));
        QCOMPARE(dialect.errorCodeOf(QStringLiteral("own")), QStringLiteral("own"));
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
        QTest::newRow("text for a list") << QByteArray(R"({"errorMembers":"a"})") << QStringLiteral("2 different texts");
        QTest::newRow("too short a list") << QByteArray(R"({"errorMembers":["a"]})") << QStringLiteral("errorMembers");
        QTest::newRow("too long a list") << QByteArray(R"({"errorMembers":["a","b","c"]})") << QStringLiteral("errorMembers");
        QTest::newRow("a name twice") << QByteArray(R"({"errorMembers":["a","a"]})") << QStringLiteral("errorMembers");
        QTest::newRow("a name that is no text") << QByteArray(R"({"errorMembers":["a",1]})") << QStringLiteral("errorMembers");
        QTest::newRow("no reason") << QByteArray(R"({"limitReason":"bored"})") << QStringLiteral("bored");
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
