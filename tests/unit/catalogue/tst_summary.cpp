// SPDX-License-Identifier: GPL-3.0-or-later
// What cards say of their objects.
#include "catalogue/catalogue.h"
#include "catalogue/summary.h"
#include "core/jsonreader.h"

#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace signalbox;
using catalogue::ComponentType;
using core::Json;

namespace {

/// Turns every text of the descriptions around a dash, so that placeholders come in another order.
class Turned final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *sourceText, const char *, int) const override
    {
        const QString text = QString::fromUtf8(sourceText);
        return QLatin1String(context) == "Components"_L1 ? text.section(u" ← "_s, 1) + u" in "_s + text.section(u" ← "_s, 0, 0) : QString();
    }
};

} // namespace

class SummaryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void says_data();
    void says();
    void everyDocumentedComponentSaysSomething();
    void undocumentedSaysNothing();
    void values_data();
    void values();
    void longValuesAreCut();
    void otherDialect();
    void speaksThePersonsLanguage();
    void placeholders_data();
    void placeholders();

private:
    static Json json(QByteArrayView text)
    {
        const auto value = core::readJson(text);
        if (!value)
            qFatal("%s", qPrintable(value.error().message));
        return *value;
    }
    QString summary(qint64 type, QByteArrayView object, const core::Dialect &dialect = {}) const
    {
        return catalogue::summaryOf(*m_catalogue.find(type), json(object), dialect);
    }

    const catalogue::Catalogue m_catalogue = catalogue::Catalogue::builtIn();
};

void SummaryTest::says_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("text");
    const auto row = [](int type, const char *object, const QString &text) {
        QTest::addRow("%d: %s", type, qPrintable(text)) << type << QByteArray(object) << text;
    };
    row(101, R"({})", u"the scenario begins here"_s);
    row(101, R"({"type":0,"startParam":"conn"})", u"conn ← start parameter 1"_s);
    row(101, R"({"type":1,"startParam":"conn"})", u"after every end"_s);
    row(101, R"({"type":1,"transitionOption":4})", u"after: Timeout"_s);
    row(102, R"({})", u"the scenario ends here"_s);
    row(102, R"({"callStack":1})", u"returns control"_s);
    row(102, R"({"returnValue":{"argType":2,"value":"reply"}})", u"returns [reply]"_s);
    row(102, R"({"returnValue":{"argType":4,"value":"failed: [error]"}})", u"returns failed: [error]"_s);
    row(103, R"({"timeoutMs":{"argType":1,"varType":1,"value":"700"}})", u"wait 700 ms"_s);
    row(103, R"({"timeoutMs":{"argType":1,"varType":1,"value":""}})", u"wait"_s);
    row(104, R"({"arg1":{"argType":2,"value":"attempt"},"compareType":3,"arg2":{"argType":1,"value":"5"}})", u"[attempt] >= 5"_s);
    row(104, R"({"arg1":{"argType":2,"value":"attempt"}})", u"[attempt] == …"_s);
    row(104, R"({"compareType":5,"arg2":{"argType":1,"value":"x"}})", u"… =/= x"_s);
    row(104, R"({"compareType":99})", u"compare two values"_s);
    row(106, R"({"variable":"attempt","value":{"argType":3,"value":"[attempt] + 1"}})", u"attempt ← [attempt] + 1"_s);
    row(106, R"({"variable":"attempt"})", u"attempt ← …"_s);
    row(106, R"({})", u"set a variable"_s);
    row(106, R"({"mode":1,"operations":[]})", u"set variables"_s);
    row(106, R"({"mode":1,"variable":"old","value":{"argType":1,"value":"1"},
                 "operations":[{"variable":"a","value":{"argType":1,"value":"1"}},{"variable":"b","value":{"argType":2,"value":"c"}},{"variable":""},{"variable":"d"}]})",
        u"a ← 1, b ← [c], d ← …"_s);
    row(111, R"({"text":{"argType":1,"value":"S3 Access"}})", u"log: S3 Access"_s);
    row(111, R"({})", u"write to the log"_s);
    row(111, R"({"mode":0,"user":{"argType":1,"value":"anna"},"text":{"argType":1,"value":"Hi"}})", u"notify anna: Hi"_s);
    row(111, R"({"mode":0,"text":{"argType":1,"value":"Hi"}})", u"notify: Hi"_s);
    row(111, R"({"mode":2,"text":{"argType":1,"value":"Hi"}})", u"SIP message: Hi"_s);
    row(144, R"({})", u"send a message"_s);
    row(144, R"({"capabilityName":{"argType":1,"value":"msg"},"eventName":{"argType":1,"value":"hello"}})", u"send msg/hello"_s);
    row(144, R"({"eventName":{"argType":2,"value":"code"},"timeoutSec":{"argType":1,"value":"5"}})", u"send [code]"_s);
    row(144,
        R"({"capabilityName":{"argType":1,"value":"msg"},"eventName":{"argType":1,"value":"greet"},"syncMode":1,"timeoutSec":{"argType":1,"value":"5"}})",
        u"send msg/greet · wait 5 s"_s);
    row(144, R"({"capabilityName":{"argType":1,"value":"msg"},"eventName":{"argType":1,"value":"greet"},"syncMode":1})",
        u"send msg/greet · wait"_s);
    row(144, R"({"syncMode":1,"timeoutSec":{"argType":1,"value":"5"}})", u"send a message · wait 5 s"_s);
    row(144, R"({"syncMode":1})", u"send a message · wait"_s);
    row(144, R"({"operation":1,"eventName":{"argType":1,"value":"greet"},"syncMode":1,"filePath":{"argType":1,"value":":TEMP/a.pdf"}})",
        u"place a.pdf for download"_s);
    row(144, R"({"operation":1,"filePath":{"argType":1,"value":":TEMP/folder/"}})", u"place :TEMP/folder/ for download"_s);
    row(144, R"({"operation":1,"filePath":{"argType":4,"value":":TEMP/[name]/x"}})", u"place :TEMP/[name]/x for download"_s);
    row(144, R"({"operation":1})", u"place a file for download"_s);
    row(144, R"({"operation":2,"resultVariable":"files"})", u"files ← file list"_s);
    row(144, R"({"operation":2})", u"get the file list"_s);
    row(144, R"({"operation":2,"websocktempMethod":1,"websocktempFileName":{"argType":1,"value":"a.txt"}})", u"get file a.txt"_s);
    row(144,
        R"({"operation":2,"websocktempMethod":2,"websocktempFilePath":{"argType":1,"value":":TEMP/a"},"websocktempFileName":{"argType":1,"value":"b"}})",
        u"place a as b"_s);
    row(144, R"({"operation":2,"websocktempMethod":2,"websocktempFilePath":{"argType":1,"value":":TEMP/a"}})", u"place a"_s);
    row(144, R"({"operation":2,"websocktempMethod":2})", u"place a file"_s);
    row(144, R"({"operation":2,"websocktempMethod":3,"websocktempFileName":{"argType":1,"value":"b"}})", u"delete file b"_s);
    row(150, R"({"label":{"argType":1,"value":"again"}})", u"to again"_s);
    row(150, R"({"label":{"argType":1,"value":"again"},"variable":"n","value":{"argType":1,"value":"1"}})", u"to again · n ← 1"_s);
    row(151, R"({"label":{"argType":1,"value":"again"}})", u"label again"_s);
}

void SummaryTest::says()
{
    QFETCH(const int, type);
    QFETCH(const QByteArray, object);
    QFETCH(const QString, text);
    QCOMPARE(summary(type, object), text);
}

void SummaryTest::everyDocumentedComponentSaysSomething()
{
    // Whatever an object's choices are, even one without any value has a line.
    for (const ComponentType *type : m_catalogue.all()) {
        if (!type->documented)
            continue;
        QVERIFY2(!catalogue::summaryOf(*type, Json::object(), {}).isEmpty(), qPrintable(type->name));
        for (const catalogue::Property &property : type->properties) {
            for (const catalogue::Option &option : property.options) {
                const Json object = Json::object({{property.code, Json(option.id)}});
                QVERIFY2(!catalogue::summaryOf(*type, object, {}).isEmpty(), qPrintable(type->name + u' ' + option.code));
            }
        }
    }
}

void SummaryTest::undocumentedSaysNothing()
{
    QCOMPARE(summary(116, R"({"command":3})"), QString());
}

void SummaryTest::values_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QString>("text");
    QTest::newRow("lines become one") << QByteArray(R"({"argType":4,"value":"a\n  b\tc "})") << u"wait a b c ms"_s;
    QTest::newRow("number instead of text") << QByteArray(R"({"argType":1,"value":700})") << u"wait 700 ms"_s;
    QTest::newRow("braces are no placeholders") << QByteArray(R"({"argType":1,"value":"{timeoutMs}"})") << u"wait {timeoutMs} ms"_s;
    QTest::newRow("only space") << QByteArray(R"({"argType":1,"value":"  "})") << u"wait"_s;
    QTest::newRow("variable without a name") << QByteArray(R"({"argType":2,"value":""})") << u"wait"_s;
    QTest::newRow("unknown kind of argument") << QByteArray(R"({"argType":9,"value":"x"})") << u"wait x ms"_s;
    QTest::newRow("no argument") << QByteArray("true") << u"wait"_s;
    QTest::newRow("null") << QByteArray("null") << u"wait"_s;
    QTest::newRow("value is an object") << QByteArray(R"({"argType":1,"value":{}})") << u"wait"_s;
}

void SummaryTest::values()
{
    QFETCH(const QByteArray, argument);
    QFETCH(const QString, text);
    QCOMPARE(summary(103, R"({"timeoutMs":)" + argument + '}'), text);
}

void SummaryTest::longValuesAreCut()
{
    const auto shown = [this](const QString &value) {
        const Json object = Json::object({{u"timeoutMs"_s, Json::object({{u"argType"_s, Json(1)}, {u"value"_s, Json(value)}})}});
        return catalogue::valueText(*m_catalogue.find(103)->property(u"timeoutMs"), object, {});
    };
    QCOMPARE(shown(QString(200, u'x')), QString(200, u'x'));
    QCOMPARE(shown(QString(201, u'x')), QString(199, u'x') + u'…');
    QCOMPARE(shown(QString(100'000, u'x')), QString(199, u'x') + u'…');
    QCOMPARE(shown(QString(100'000, u' ')), QString());
    const QString pair = QString::fromUcs4(U"\U0001F600");
    QCOMPARE(shown(QString(198, u'x') + pair.repeated(5)), QString(198, u'x') + u'…'); // no half of a character
    QString operations = u"{\"mode\":1,\"operations\":["_s;
    for (int i = 0; i < 1000; ++i)
        operations += u"{\"variable\":\"v%1\",\"value\":{\"argType\":1,\"value\":\"1\"}},"_s.arg(i);
    operations.back() = u']';
    QCOMPARE(summary(106, (operations + u'}').toUtf8()), u"v0 ← 1, v1 ← 1, v2 ← 1, v3 ← 1, …"_s);
}

void SummaryTest::otherDialect()
{
    core::Dialect dialect;
    dialect.argVariable = 7;
    dialect.assignmentMembers = {u"name"_s, u"to"_s};
    QCOMPARE(summary(102, R"({"returnValue":{"argType":7,"value":"reply"}})", dialect), u"returns [reply]"_s);
    QCOMPARE(summary(102, R"({"returnValue":{"argType":2,"value":"reply"}})", dialect), u"returns reply"_s);
    QCOMPARE(summary(106, R"({"mode":1,"operations":[{"name":"a","to":{"argType":7,"value":"b"}}]})", dialect), u"a ← [b]"_s);
}

void SummaryTest::speaksThePersonsLanguage()
{
    Turned turned;
    QCoreApplication::installTranslator(&turned);
    QCOMPARE(summary(106, R"({"variable":"a","value":{"argType":1,"value":"1"}})"), u"1 in a"_s);
    QCoreApplication::removeTranslator(&turned);
    QCOMPARE(catalogue::portTitle(*m_catalogue.find(144)->outcome(u"timeout")), u"timeout"_s);
}

void SummaryTest::placeholders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("none") << u"wait"_s << true << QStringList();
    QTest::newRow("two") << u"{a} and {b}"_s << true << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("not closed") << u"{a"_s << false << QStringList();
    QTest::newRow("not opened") << u"a}"_s << false << QStringList();
    QTest::newRow("empty") << u"{}"_s << false << QStringList();
    QTest::newRow("inside another") << u"{a{b}}"_s << false << QStringList();
}

void SummaryTest::placeholders()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isGood);
    QFETCH(const QStringList, codes);
    const std::optional<QStringList> found = catalogue::placeholders(text);
    QCOMPARE(found.has_value(), isGood);
    QCOMPARE(found.value_or(QStringList()), codes);
}

QTEST_GUILESS_MAIN(SummaryTest)
#include "tst_summary.moc"
