// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenarioreader.h"
#include "scenario/scenariosearch.h"

#include <QElapsedTimer>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using scenario::ScenarioSearch;
using scenario::SearchHit;
using scenario::SearchPlace;
using scenario::SearchQuery;
using scenario::SearchResult;

class ScenarioSearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void findsEveryKindOfText_data();
    void findsEveryKindOfText();
    void everyOccurrenceIsAHit();
    void caseCountsWhenWanted();
    void regularExpressions();
    void badQueries();
    void longLinesAreCutAroundTheHit();
    void linesAreSearchedOneByOne();
    void hitsHaveALimit();
    void stopsWhenAsked();
    void aSlowPatternEnds();
    void objectsWithoutId();

private:
    static scenario::Scenario read(QByteArrayView text) { return scenario::readScenario(text).scenario.value(); }
    static scenario::Scenario sample()
    {
        return read(
            QByteArray(
                "{'code':'shop','name':'Orders of the shop','opts':{'variables':{'greeting':'hallo'}},'scriptdata':{"
                "'objects':[{'oId':1,'oType':101,'transfer':7,'name':'Begin'},"
                "{'oId':7,'oType':144,'name':'Ask the till','content':{'argType':1,'varType':2,'value':'{\\n  \\'price\\': 5\\n}'}},"
                "{'oId':9,'oType':106,'operations':[{'variable':'attempt','value':{'argType':3,'varType':1,'value':'[attempt] + 1'}}]}],"
                "'variables':[{'name':'attempt','type':1,'location':0}]},"
                "'x-signalbox':{'notes':[{'id':'n7','kind':'note','text':'Why we wait',"
                "'left':0,'top':0,'width':60,'height':40,'color':'yellow'}],'inputs':{'secret':'till'}}}")
                .replace('\'', '"'));
    }
    static SearchResult find(const scenario::Scenario &document, const SearchQuery &query, qsizetype limit = 100,
                             const std::stop_token &stop = {})
    {
        static const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
        const auto search = ScenarioSearch::compile(query);
        if (!search)
            qFatal("%s", qPrintable(search.error().message));
        return search->search(document, catalogue, limit, stop);
    }
    static QStringList emphasised(const SearchResult &result)
    {
        QStringList texts;
        for (const SearchHit &hit : result.hits)
            texts.append(hit.line.sliced(hit.at, hit.length));
        return texts;
    }
};

void ScenarioSearchTest::findsEveryKindOfText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SearchHit>("expected");
    QTest::newRow("code") << u"SHO"_s << SearchHit{SearchPlace::Document, {}, {}, u"/code"_s, u"shop"_s, 0, 3};
    QTest::newRow("name") << u"till"_s << SearchHit{SearchPlace::Name, 7, {}, u"/scriptdata/objects/1/name"_s, u"Ask the till"_s, 8, 4};
    QTest::newRow("line of a body")
        << u"price"_s
        << SearchHit{SearchPlace::Property, 7, u"content"_s, u"/scriptdata/objects/1/content/value"_s, u"\"price\": 5"_s, 1, 5};
    QTest::newRow("assignment")
        << u"] + 1"_s
        << SearchHit{
               SearchPlace::Property, 9, u"operations"_s, u"/scriptdata/objects/2/operations/0/value/value"_s, u"[attempt] + 1"_s, 8, 5};
    QTest::newRow("initial value") << u"hallo"_s
                                   << SearchHit{SearchPlace::Variable, {}, {}, u"/opts/variables/greeting"_s, u"hallo"_s, 0, 5};
    QTest::newRow("note") << u"wait"_s
                          << SearchHit{SearchPlace::Note, {}, {}, u"/x-signalbox/notes/0/text"_s, u"Why we wait"_s, 7, 4, u"n7"_s};
}

void ScenarioSearchTest::findsEveryKindOfText()
{
    QFETCH(const QString, text);
    QFETCH(const SearchHit, expected);
    const SearchResult result = find(sample(), {text});

    QVERIFY(!result.hits.isEmpty());
    const SearchHit &hit = result.hits.constFirst();
    QCOMPARE(hit.place, expected.place);
    QCOMPARE(hit.object, expected.object);
    QCOMPARE(hit.note, expected.note);
    QCOMPARE(hit.property, expected.property);
    QCOMPARE(hit.pointer, expected.pointer);
    QCOMPARE(hit.line, expected.line);
    QCOMPARE(hit.at, expected.at);
    QCOMPARE(hit.length, expected.length);
    QVERIFY(sample().root().resolve(hit.pointer)->isString());
    // The component's title is the catalogue's, and has the place of its number.
    const SearchResult titles = find(sample(), {u"Start"_s});
    QCOMPARE(titles.hits.constFirst().place, SearchPlace::Component);
    QCOMPARE(titles.hits.constFirst().pointer, u"/scriptdata/objects/0/oType"_s);
    for (const QString &other : {u"yellow"_s, u"note"_s, u"n7"_s}) // what a note has beside its text is none
        QVERIFY2(find(sample(), {other}).hits.isEmpty(), qPrintable(other));
    QVERIFY(find(sample(), {u"secret"_s}).hits.isEmpty()); // nor are inputs
}

void ScenarioSearchTest::everyOccurrenceIsAHit()
{
    const SearchResult result = find(sample(), {u"attempt"_s});
    QCOMPARE(emphasised(result), QStringList({u"attempt"_s, u"attempt"_s, u"attempt"_s}));
    QCOMPARE(result.hits.at(0).property, u"operations"_s);
    QCOMPARE(result.hits.at(2).place, SearchPlace::Variable);
    QCOMPARE(result.hits.at(2).pointer, u"/scriptdata/variables/0/name"_s);
    const SearchResult twice = find(read(R"({"objects":[{"oId":1,"oType":101,"name":"aXaaXa"}]})"), {u"aa"_s});
    QCOMPARE(twice.hits.size(), 1);
    QCOMPARE(twice.hits.constFirst().at, 2);
}

void ScenarioSearchTest::caseCountsWhenWanted()
{
    const scenario::Scenario document = read(R"({"objects":[{"oId":1,"oType":101,"name":"Привет ПРИВЕТ"}]})");
    QCOMPARE(emphasised(find(document, {u"привет"_s})), QStringList({u"Привет"_s, u"ПРИВЕТ"_s}));
    QCOMPARE(emphasised(find(document, {u"привет"_s, true})), QStringList());
    QCOMPARE(emphasised(find(document, {u"ПРИВЕТ"_s, true})), QStringList({u"ПРИВЕТ"_s}));
    QCOMPARE(emphasised(find(document, {u"прив\\w+"_s, false, true})), QStringList({u"Привет"_s, u"ПРИВЕТ"_s}));
    QCOMPARE(emphasised(find(document, {u"прив\\w+"_s, true, true})), QStringList());
}

void ScenarioSearchTest::regularExpressions()
{
    QCOMPARE(emphasised(find(sample(), {u"\"pr.ce\": \\d"_s, false, true})), QStringList({u"\"price\": 5"_s}));
    QCOMPARE(emphasised(find(sample(), {u"[attempt] + 1"_s})), QStringList({u"[attempt] + 1"_s})); // without it, just text
    QVERIFY(find(sample(), {u"z*"_s, false, true}).hits.isEmpty());                                // nothing is no occurrence
}

void ScenarioSearchTest::badQueries()
{
    QCOMPARE(ScenarioSearch::compile({}).error().code, u"search.empty"_s);
    QCOMPARE(ScenarioSearch::compile({QString(ScenarioSearch::longestQuery + 1, u'x')}).error().code, u"search.too_long"_s);
    const core::Error error = ScenarioSearch::compile({u"ab(c"_s, false, true}).error();
    QCOMPARE(error.code, u"search.bad_pattern"_s);
    QVERIFY2(error.message.contains(u"character 5"_s), qPrintable(error.message));
    QVERIFY(ScenarioSearch::compile({u"ab(c"_s}));
}

void ScenarioSearchTest::longLinesAreCutAroundTheHit()
{
    const QString line = QString(5000, u'a') + u"needle"_s + QString(5000, u'b');
    const scenario::Scenario document = read(u"{\"objects\":[{\"oId\":1,\"oType\":101,\"name\":\"%1\"}]}"_s.arg(line).toUtf8());
    const SearchHit hit = find(document, {u"needle"_s}).hits.value(0);
    QCOMPARE(hit.line.size(), ScenarioSearch::longestLine);
    QCOMPARE(hit.line.sliced(hit.at, hit.length), u"needle"_s);
    const SearchHit whole = find(document, {u".+"_s, false, true}).hits.value(0);
    QCOMPARE(whole.length, ScenarioSearch::longestLine);
    QCOMPARE(whole.at, 0);
    // No half of a character at the cut.
    const scenario::Scenario faces =
        read(u"{\"objects\":[{\"oId\":1,\"oType\":101,\"name\":\"x%1needle%1\"}]}"_s.arg(u"😀"_s.repeated(300)).toUtf8());
    const SearchHit face = find(faces, {u"needle"_s}).hits.value(0);
    QVERIFY(face.line.isValidUtf16());
    QCOMPARE(face.line.sliced(face.at, face.length), u"needle"_s);
}

void ScenarioSearchTest::linesAreSearchedOneByOne()
{
    const scenario::Scenario document = read("{\"objects\":[{\"oId\":1,\"oType\":101,\"name\":\"one\\n\\ttwo\\r\\nthree two\"}]}");
    const SearchResult result = find(document, {u"two"_s});
    QCOMPARE(result.hits.size(), 2);
    QCOMPARE(result.hits.at(0).line, u"two"_s);
    QCOMPARE(result.hits.at(1).line, u"three two"_s);
    QVERIFY(find(document, {u"one.*two"_s, false, true}).hits.isEmpty());
}

void ScenarioSearchTest::hitsHaveALimit()
{
    const scenario::Scenario document = read(R"({"objects":[{"oId":1,"oType":101,"name":"xxxxx"}]})");
    const SearchResult cut = find(document, {u"x"_s}, 4);
    QCOMPARE(cut.hits.size(), 4);
    QVERIFY(cut.isCut);
    const SearchResult all = find(document, {u"x"_s}, 5);
    QCOMPARE(all.hits.size(), 5);
    QVERIFY(!all.isCut);
}

void ScenarioSearchTest::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    const SearchResult result = find(sample(), {u"t"_s}, 100, source.get_token());
    QVERIFY(result.isCancelled);
    QVERIFY(result.hits.isEmpty());
    QVERIFY(!find(sample(), {u"t"_s}).isCancelled);
}

void ScenarioSearchTest::aSlowPatternEnds()
{
    const scenario::Scenario document = read(
        u"{\"objects\":[{\"oId\":1,\"oType\":101,\"name\":\"%1!\"},{\"oId\":2,\"oType\":101,\"name\":\"aaab\"}]}"_s.arg(QString(60, u'a'))
            .toUtf8());
    QElapsedTimer time;
    time.start();
    const SearchResult result = find(document, {u"^(a|a)+b"_s, false, true});
    QVERIFY2(time.elapsed() < 5000, "2^60 steps would take years");
    QCOMPARE(emphasised(result), QStringList({u"aaab"_s}));
}

void ScenarioSearchTest::objectsWithoutId()
{
    const SearchResult result = find(read(R"({"objects":[5,{"oType":144,"name":"lost"}]})"), {u"lost"_s});
    QCOMPARE(result.hits.size(), 1);
    QCOMPARE(result.hits.constFirst().object, std::nullopt);
    QCOMPARE(result.hits.constFirst().pointer, u"/objects/1/name"_s);
}

QTEST_APPLESS_MAIN(ScenarioSearchTest)
#include "tst_scenariosearch.moc"
