// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about message bodies: each row fires with its exact code and place, and its corrected text is silent.
#include "unit/scenario/documents.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace signalbox::test;

class ContentRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void syntax_data();
    void syntax() { checkRule(); }
    void schema_data();
    void schema() { checkRule(); }
    void ownQid_data();
    void ownQid() { checkRule(); }
    void unescaped_data();
    void unescaped() { checkRule(); }
    void clean_data();
    void clean();
    void everyUseIsChecked();
    void placesInTheBodyAreNamed();
    void bodiesByAsyncApi2_data();
    void bodiesByAsyncApi2();
};

namespace {

const QString pointer = u"/objects/1/content/value"_s;

QString quoted(const QString &body)
{
    QString escaped = body;
    return escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
}

QStringList variables()
{
    return {variable(u"n"_s, 1), variable(u"s"_s, 2), variable(u"d"_s, 3)};
}

/// A pause that uses the three variables, so that none is unused.
QString user()
{
    return object({{u"oId"_s, u"8"_s}, {u"oType"_s, u"103"_s}, {u"timeoutMs"_s, arg(3, 1, u"[n] + [s] + [d]"_s)}, {u"transfer"_s, u"9"_s}},
                  {});
}

QString sending(int argType, const QString &body, Members changes = {})
{
    QList<std::pair<QString, QString>> members;
    QString sender = websock({{u"content"_s, arg(argType, 2, quoted(body))}, {u"transfer"_s, u"8"_s}});
    sender.chop(1);
    for (const auto &[key, value] : changes)
        sender += u",\"%1\":%2"_s.arg(key, value);
    return document({start(), sender + u'}', user(), stop()}, variables());
}

/// Sends a message of the capability msg.
QString known(const QString &code, int argType, const QString &body, bool sync = false)
{
    const QString sender = websock({{u"content"_s, arg(argType, 2, quoted(body))},
                                    {u"transfer"_s, u"8"_s},
                                    {u"capabilityName"_s, text(u"msg"_s)},
                                    {u"eventName"_s, text(code)},
                                    {u"syncMode"_s, sync ? u"1"_s : QString()},
                                    {u"transferTimeout"_s, sync ? u"9"_s : QString()}});
    return document({start(), sender, user(), stop()}, variables());
}

QString sync(int argType, const QString &body)
{
    return sending(argType, body, {{u"syncMode"_s, u"1"_s}, {u"transferTimeout"_s, u"9"_s}});
}

} // namespace

void ContentRulesTest::syntax_data()
{
    ruleColumns();
    const Expected finding = error(u"content.syntax"_s, 2, u"content"_s, pointer);
    QTest::newRow("word") << sending(1, u"¤hello"_s) << sending(1, u"\"hello\""_s) << finding;
    QTest::newRow("constants have no variables") << sending(1, uR"({"n":[¤x]})"_s) << sending(1, uR"({"n":[]})"_s) << finding;
    QTest::newRow("template, number in a broken object") << sending(4, uR"({"n":[n],¤})"_s) << sending(4, uR"({"n":[n]})"_s) << finding;
    QTest::newRow("template, behind two variables")
        << sending(4, uR"({"n":[n],"m":[n] ¤"x"})"_s) << sending(4, uR"({"n":[n],"m":[n]})"_s) << finding;
    QTest::newRow("template, what is not declared stays text")
        << sending(4, uR"({"n":[¤other]})"_s) << sending(4, uR"({"n":[true]})"_s) << finding;
    QTest::newRow("template without variables") << sending(4, u"{\"a\":¤oops}"_s) << sending(4, u"{\"a\":null}"_s) << finding;
    QTest::newRow("duplicate key") << sending(1, uR"({"a":1,¤"a":2})"_s) << sending(1, uR"({"a":1,"b":2})"_s) << finding;
}

void ContentRulesTest::schema_data()
{
    ruleColumns();
    const Expected finding = error(u"content.schema"_s, 2, u"content"_s, pointer);
    QTest::newRow("kind") << known(u"greet"_s, 1, uR"({"text":¤5})"_s) << known(u"greet"_s, 1, uR"({"text":"55"})"_s) << finding;
    QTest::newRow("missing") << known(u"greet"_s, 1, u"¤{\"attempt\":1}"_s) << known(u"greet"_s, 1, uR"({"text":"55","attempt":1})"_s)
                             << finding;
    QTest::newRow("limit") << known(u"greet"_s, 1, uR"({"text":"55","attempt":¤11})"_s)
                           << known(u"greet"_s, 1, uR"({"text":"55","attempt":10})"_s) << finding;
    QTest::newRow("length") << known(u"greet"_s, 1, uR"({"text":¤"5"})"_s) << known(u"greet"_s, 1, uR"({"text":"55"})"_s) << finding;
    QTest::newRow("template beside its variables")
        << known(u"greet"_s, 4, uR"({"attempt":[n],"text":¤7})"_s) << known(u"greet"_s, 4, uR"({"attempt":[n],"text":"77"})"_s) << finding;
    QTest::newRow("template, a number as text") << known(u"greet"_s, 4, uR"({"text":"77","attempt":¤"[n]"})"_s)
                                                << known(u"greet"_s, 4, uR"({"text":"77","attempt":[n]})"_s) << finding;
    QTest::newRow("template, missing") << known(u"greet"_s, 4, u"¤{\"attempt\":[n]}"_s) << known(u"greet"_s, 4, uR"({"text":"7[n]"})"_s)
                                       << finding;
    QTest::newRow("template, a text among numbers")
        << known(u"list"_s, 4, uR"({"items":[1,¤"[n]"]})"_s) << known(u"list"_s, 4, uR"({"items":[1,[n]]})"_s) << finding;
    QTest::newRow("event") << known(u"note"_s, 1, u"¤[]"_s) << known(u"note"_s, 1, u"{}"_s) << finding;
    QTest::newRow("unknown code") << known(u"greet"_s, 1, u"¤{}"_s) << known(u"other"_s, 1, u"{}"_s) << finding;
}

void ContentRulesTest::ownQid_data()
{
    ruleColumns();
    const Expected finding = warning(u"content.own_qid"_s, 2, u"content"_s, pointer);
    QTest::newRow("constant") << sync(1, uR"({"a":1,¤"qid":7})"_s) << sending(1, uR"({"a":1,"qid":7})"_s) << finding;
    QTest::newRow("template") << sync(4, uR"({"a":[n],¤"qid":[n]})"_s) << sync(4, uR"({"a":[n]})"_s) << finding;
    QTest::newRow("deeper ones are not meant") << sync(1, u"{¤\"qid\":null}"_s) << sync(1, uR"({"a":{"qid":1}})"_s) << finding;
    QTest::newRow("plain events get none") << sync(1, u"{¤\"qid\":7}"_s) << known(u"note"_s, 1, uR"({"qid":7})"_s, true) << finding;
}

void ContentRulesTest::unescaped_data()
{
    ruleColumns();
    const Expected finding = warning(u"content.unescaped"_s, 2, u"content"_s, pointer);
    QTest::newRow("string") << sending(4, uR"({"s":"¤[s]"})"_s) << sending(4, uR"({"s":[s]})"_s) << finding;
    QTest::newRow("part of a string") << sending(4, uR"({"s":"a ¤[s] b"})"_s) << sending(4, uR"({"s":"a [x] b"})"_s) << finding;
    QTest::newRow("behind an escaped quotation mark")
        << sending(4, uR"({"s":"a\"¤[s]"})"_s) << sending(4, uR"({"s":"a\"","t":[s]})"_s) << finding;
    QTest::newRow("numbers need no escape") << sending(4, uR"({"s":"¤[s]"})"_s) << sending(4, uR"({"s":"[n] [d]"})"_s) << finding;
    QTest::newRow("constants put nothing in") << sending(4, uR"({"s":"¤[s]"})"_s) << sending(1, uR"({"s":"[s]"})"_s) << finding;
    QTest::newRow("not JSON") << sending(4, uR"({"s":"¤[s]"})"_s) << known(u"raw"_s, 4, uR"("[s])"_s) << finding;
    QTest::newRow("key") << sending(4, uR"({"¤[s]":1})"_s) << sending(4, uR"({"[n]":1})"_s) << finding;
}

void ContentRulesTest::clean_data()
{
    QTest::addColumn<QString>("document");
    QTest::newRow("number in its place") << sending(4, uR"({"n":[n]})"_s);
    QTest::newRow("variable as the whole body") << sending(4, u"[s]"_s);
    QTest::newRow("variable as a key") << sending(4, uR"({[s]:1})"_s);
    QTest::newRow("array of variables") << sending(4, uR"([[n],[n]])"_s);
    QTest::newRow("two numbers in one") << sending(4, uR"({"n":[n][n]})"_s);
    QTest::newRow("any JSON value") << sending(1, u"17"_s);
    QTest::newRow("big integer") << sending(1, u"12345678901234567890"_s);
    QTest::newRow("not JSON by its description") << known(u"raw"_s, 1, u"plain text"_s);
    QTest::newRow("unknown at its place: kind") << known(u"greet"_s, 4, uR"({"text":[s]})"_s);
    QTest::newRow("unknown at its place: limit") << known(u"greet"_s, 4, uR"({"text":"77","attempt":[n]})"_s);
    QTest::newRow("unknown at its place: length") << known(u"greet"_s, 4, uR"({"text":"[n]"})"_s);
    QTest::newRow("unknown key") << known(u"greet"_s, 4, uR"({[s]:"77"})"_s);
    QTest::newRow("unknown at its place: no kind stated") << known(u"list"_s, 4, uR"({"free":"[n]"})"_s);
    QTest::newRow("unknown at its place: the schema does not say") << known(u"list"_s, 4, uR"({"other":{"x":"[n]"}})"_s);
    QTest::newRow("whole body unknown") << known(u"greet"_s, 4, u"[s]"_s);
    QTest::newRow("a computed body") << sending(2, u"s"_s);
    QTest::newRow("an expression") << sending(3, uR"("{" ++ [s])"_s);
}

void ContentRulesTest::clean()
{
    QFETCH(const QString, document);
    mustBeClean(document);
}

void ContentRulesTest::everyUseIsChecked()
{
    // The same bad body twice, and a good one twice: findings come for each object, whatever was checked before.
    const QString bad = text(u"oops"_s);
    const core::Diagnostics found =
        validate(document({start(), websock({{u"content"_s, bad}, {u"transfer"_s, u"3"_s}}),
                           websock({{u"oId"_s, u"3"_s}, {u"content"_s, bad}, {u"transfer"_s, u"4"_s}}),
                           websock({{u"oId"_s, u"4"_s}, {u"transfer"_s, u"5"_s}}), websock({{u"oId"_s, u"5"_s}}), stop()}));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).pointer, u"/objects/1/content/value"_s);
    QCOMPARE(found.at(1).pointer, u"/objects/2/content/value"_s);
}

void ContentRulesTest::placesInTheBodyAreNamed()
{
    const core::Diagnostics syntax = validate(sending(1, u"{\n  \"a\": oops\n}"_s));
    QCOMPARE(syntax.size(), 1);
    QVERIFY2(syntax.first().message.contains(u"line 2, column 8 of the body"_s), qPrintable(syntax.first().message));
    const core::Diagnostics schema = validate(known(u"greet"_s, 1, uR"({"text":5})"_s));
    QCOMPARE(schema.size(), 1);
    QVERIFY2(schema.first().message.contains(u"msg/greet"_s), qPrintable(schema.first().message));
    QVERIFY2(schema.first().message.contains(u"at /text of the body"_s), qPrintable(schema.first().message));
    const core::Diagnostics top = validate(known(u"note"_s, 1, u"5"_s));
    QCOMPARE(top.size(), 1);
    QVERIFY2(top.first().message.contains(u"at the top of the body"_s), qPrintable(top.first().message));
}

void ContentRulesTest::bodiesByAsyncApi2_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("finding"); ///< its code, or nothing
    QTest::newRow("conforms") << u"order_changed"_s << uR"({"order":"A-1","state":"paid"})"_s << QString();
    QTest::newRow("does not conform") << u"order_changed"_s << uR"({"order":"1","state":"paid"})"_s << u"content.schema"_s;
    QTest::newRow("by a reference") << u"ask_price"_s << uR"({"article":"tea","parts":[{"article":1}]})"_s << u"content.schema"_s;
    QTest::newRow("a request's own qid") << u"confirm"_s << uR"({"order":"A-1","qid":1})"_s << u"content.own_qid"_s;
    QTest::newRow("an event's qid") << u"confirm_result"_s << uR"({"order":"A-1","qid":1})"_s << QString();
    QTest::newRow("not JSON by its description") << u"label"_s << u"no JSON"_s << QString();
    QTest::newRow("not JSON") << u"confirm"_s << u"no JSON"_s << u"content.syntax"_s;
}

void ContentRulesTest::bodiesByAsyncApi2()
{
    QFETCH(const QString, event);
    QFETCH(const QString, body);
    QFETCH(const QString, finding);
    capability::Capabilities shop;
    QVERIFY(shop.addFile(QLatin1String(SIGNALBOX_SOURCE_DIR) + "/tests/data/capabilities/plugin_shop.asyncapi.yaml"_L1));
    const QString sender = websock({{u"content"_s, arg(1, 2, quoted(body))},
                                    {u"direction"_s, u"1"_s},
                                    {u"capabilityName"_s, text(u"plugin_shop"_s)},
                                    {u"eventName"_s, text(event)},
                                    {u"syncMode"_s, u"1"_s},
                                    {u"transferTimeout"_s, u"9"_s}});
    const scenario::ReadResult read = scenario::readScenario(document({start(), sender, stop()}).toUtf8());
    QVERIFY(read.scenario);
    const auto catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect dialect;
    const core::Diagnostics found = scenario::Validator(catalogue, shop, dialect).validate(*read.scenario);
    QVERIFY2(found.size() == (finding.isEmpty() ? 0 : 1), qPrintable(describe(found)));
    if (!finding.isEmpty()) {
        QCOMPARE(found.first().code, finding);
        QCOMPARE(found.first().pointer, pointer);
    }
}

QTEST_GUILESS_MAIN(ContentRulesTest)
#include "tst_contentrules.moc"
