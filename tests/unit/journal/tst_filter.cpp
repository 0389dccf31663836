// SPDX-License-Identifier: GPL-3.0-or-later
// The filter bar: what its text means, what each kind finds in stored messages, that a search streams, and the parts: paths and the finder.
#include "core/jsonreader.h"
#include "journal/block.h"
#include "journal/jsonpath.h"
#include "journal/matcher.h"
#include "journal/textfinder.h"
#include "support/journalstage.h"

#include <QRandomGenerator>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using journal::Direction;
using journal::Filter;
using journal::Kind;
using journal::Message;

namespace {

Message httpRequest(const QString &verb, const QString &url, const QByteArray &body)
{
    Message message = frame(1, Direction::Sent, {}, "7", body, u"http #1"_s);
    message.kind = Kind::HttpRequest;
    message.verb = verb;
    message.url = url;
    return message;
}

Message control(Kind kind, const QByteArray &payload)
{
    Message message = frame(1, Direction::Sent, {}, {}, payload);
    message.kind = kind;
    return message;
}

/// What most tests look into; the ids are the places from 1.
QList<Message> recording()
{
    return {frame(1, Direction::Sent, u"greet"_s, "41", R"(["greet",{"text":"Hello","attempt":3,"qid":41}])"),
            frame(2, Direction::Received, u"greet_result"_s, "41", R"(["greet_result",{"qid":41,"result":"ok","name":"CRM"}])"),
            frame(3, Direction::Received, u"order"_s, "42", R"(["order",{"id":"A-1094","lines":[{"sku":"x"},{"sku":"y"}],"sum":4e1}])",
                  u"shop #2"_s),
            control(Kind::Ping, "09 14 05 22"),
            httpRequest(u"PUT"_s, u"https://ws1/rest/v1/scripts?code=Hello"_s, R"({"code":"hello","lines":[]})"),
            frame(6, Direction::Sent, u"note"_s, {}, "[\"note\",{\"text\":\"Привет, МИР\",\"q\\\"x\":null}]")};
}

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theBarIsUnderstood_data();
    void theBarIsUnderstood();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void messagesAreFound_data();
    void messagesAreFound();
    void connectionsAndControlsAreChosen();
    void aRangeIsSearched();
    void aTextAcrossMessagesIsNone();
    void aSearchStreamsAndReports();
    void aSearchIsCancelledMidway();
    void aCostlyExpressionGivesUp();
    void pathsSelect_data();
    void pathsSelect();
    void theFinderAgreesWithASimpleOne();
    void blocksAreReadBackAndBrokenOnesAreNot();
};

void TestFilter::theBarIsUnderstood_data()
{
    QTest::addColumn<QString>("bar");
    QTest::addColumn<Filter>("filter");
    const auto text = [](const QString &wanted) {
        Filter filter;
        filter.mode = Filter::Mode::Text;
        filter.text = wanted;
        return filter;
    };
    const auto expression = [](const QString &pattern, bool caseSensitive = true) {
        Filter filter;
        filter.mode = Filter::Mode::Expression;
        filter.text = pattern;
        filter.caseSensitive = caseSensitive;
        return filter;
    };
    const auto path = [](const QString &wanted, std::optional<QString> value = {}) {
        Filter filter;
        filter.mode = Filter::Mode::Path;
        filter.text = wanted;
        filter.value = std::move(value);
        return filter;
    };
    QTest::newRow("nothing") << u""_s << Filter();
    QTest::newRow("spaces") << u"   "_s << Filter();
    QTest::newRow("text") << u" hello world "_s << text(u"hello world"_s);
    QTest::newRow("expression") << u"/a+b/"_s << expression(u"a+b"_s);
    QTest::newRow("flag") << u"/a+b/i"_s << expression(u"a+b"_s, false);
    Filter all = expression(u"^a/b$"_s, false);
    all.multiLine = true;
    all.dotMatchesAll = true;
    QTest::newRow("flags and a slash") << u"/^a/b$/ims"_s << all;
    QTest::newRow("begun") << u"/a"_s << text(u"/a"_s);
    QTest::newRow("only slashes") << u"//"_s << text(u"//"_s);
    QTest::newRow("a URL's path") << u"/rest/v1"_s << text(u"/rest/v1"_s);
    QTest::newRow("path") << u"$.a.b[0]"_s << path(u"$.a.b[0]"_s);
    QTest::newRow("path with value") << u"$.a = 5 "_s << path(u"$.a"_s, u"5"_s);
    QTest::newRow("path with text") << u"$['a=b']= x=y"_s << path(u"$['a=b']"_s, u"x=y"_s);
    QTest::newRow("empty value") << u"$.a ="_s << path(u"$.a"_s, u""_s);
    QTest::newRow("money") << u"$5"_s << text(u"$5"_s);
    QTest::newRow("escaped slash") << u"\\/a/"_s << text(u"/a/"_s);
    QTest::newRow("escaped path") << u"\\$.a"_s << text(u"$.a"_s);
    QTest::newRow("escaped backslash") << u"\\\\a"_s << text(u"\\a"_s);
    QTest::newRow("backslash") << u"\\n"_s << text(u"\\n"_s);
}

void TestFilter::theBarIsUnderstood()
{
    QFETCH(const QString, bar);
    const auto filter = Filter::parse(bar);
    QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message));
    QTEST(*filter, "filter");
}

void TestFilter::faultsAreNamed_data()
{
    QTest::addColumn<QString>("bar");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    QTest::newRow("parenthesis") << u"/a(b/"_s << u"filter.expression"_s << u"character 4"_s;
    QTest::newRow("dot") << u"$."_s << u"filter.path"_s << u"character 3"_s;
    QTest::newRow("two dots") << u"$..a"_s << u"filter.path"_s << u"character 3"_s;
    QTest::newRow("bracket") << u"$[1"_s << u"filter.path"_s << u"character 4"_s;
    QTest::newRow("index") << u"$[x]"_s << u"filter.path"_s << u"character 3"_s;
    QTest::newRow("too large an index") << u"$[99999999999]"_s << u"filter.path"_s << u"character 14"_s;
    QTest::newRow("quotation mark") << u"$['x]"_s << u"filter.path"_s << u"character 6"_s;
    QTest::newRow("rest") << u"$.a b"_s << u"filter.path"_s << u"character 4"_s;
}

void TestFilter::faultsAreNamed()
{
    QFETCH(const QString, bar);
    QFETCH(const QString, place);
    const auto filter = Filter::parse(bar);
    QVERIFY(!filter);
    QTEST(filter.error().code, "code");
    QVERIFY2(filter.error().message.contains(place), qPrintable(filter.error().message));
}

void TestFilter::messagesAreFound_data()
{
    QTest::addColumn<QString>("bar");
    QTest::addColumn<QList<journal::MessageId>>("ids");
    using Ids = QList<journal::MessageId>;
    QTest::newRow("nothing") << u""_s << Ids{6, 5, 4, 3, 2, 1};
    QTest::newRow("text in any case") << u"hELLO"_s << Ids{5, 1};
    QTest::newRow("text with marks") << u"\"qid\":41"_s << Ids{2, 1};
    QTest::newRow("Cyrillic in any case") << u"привет, мир"_s << Ids{6};
    QTest::newRow("absent") << u"Helloo"_s << Ids{};
    QTest::newRow("one letter") << u"x"_s << Ids{6, 3, 1};
    QTest::newRow("URL") << u"rest/v1/SCRIPTS"_s << Ids{5};
    QTest::newRow("payload of a ping") << u"14 05"_s << Ids{4};
    QTest::newRow("expression") << u"/\"A-\\d{4}\"/"_s << Ids{3};
    QTest::newRow("expression minds the case") << u"/hello/"_s << Ids{5};
    QTest::newRow("flag i") << u"/hello/i"_s << Ids{5, 1};
    QTest::newRow("start") << u"/^\\[\"greet/"_s << Ids{2, 1};
    QTest::newRow("member of a body") << u"$.qid"_s << Ids{2, 1};
    QTest::newRow("its value") << u"$.qid = 41"_s << Ids{2, 1};
    QTest::newRow("number written otherwise") << u"$.sum = 40"_s << Ids{3};
    QTest::newRow("other value") << u"$.qid = 4"_s << Ids{};
    QTest::newRow("from the root") << u"$[1].result = ok"_s << Ids{2};
    QTest::newRow("method") << u"$[0] = \"order\""_s << Ids{3};
    QTest::newRow("item") << u"$.lines[1].sku = y"_s << Ids{3};
    QTest::newRow("item that is not there") << u"$.lines[2]"_s << Ids{};
    QTest::newRow("last item") << u"$.lines[-1].sku = y"_s << Ids{3};
    QTest::newRow("any item") << u"$.lines[*].sku = x"_s << Ids{3};
    QTest::newRow("any member") << u"$.* = CRM"_s << Ids{2};
    QTest::newRow("an object of HTTP") << u"$.code = hello"_s << Ids{5};
    QTest::newRow("empty array") << u"$.lines = []"_s << Ids{5};
    QTest::newRow("odd name") << u"$['q\"x'] = null"_s << Ids{6};
}

void TestFilter::messagesAreFound()
{
    QFETCH(const QString, bar);
    JournalStage stage;
    for (const Message &message : recording())
        stage.journal->add(message);
    stage.written();
    QTEST(stage.found(bar), "ids");
}

void TestFilter::connectionsAndControlsAreChosen()
{
    JournalStage stage;
    for (const Message &message : recording())
        stage.journal->add(message);
    stage.written();
    Filter filter;
    filter.connections = {u"shop #2"_s};
    QCOMPARE(stage.found(filter), QList<journal::MessageId>({3}));
    filter.connections = {u"shop #2 id"_s, u"http #1"_s}; // by the registrar's id, too
    QCOMPARE(stage.found(filter), QList<journal::MessageId>({5, 3}));
    filter.connections = {u"nobody"_s};
    QCOMPARE(stage.found(filter), QList<journal::MessageId>());
    filter.connections.clear();
    filter.controls = false;
    QCOMPARE(stage.found(filter), QList<journal::MessageId>({6, 5, 3, 2, 1}));
    filter.mode = Filter::Mode::Text;
    filter.text = u"e"_s;
    filter.connections = {u"crm #1"_s};
    QCOMPARE(stage.found(filter), QList<journal::MessageId>({6, 2, 1}));
}

void TestFilter::aRangeIsSearched()
{
    JournalStage stage;
    for (int i = 0; i < 5000; ++i)
        stage.journal->add(frame(i, Direction::Sent, u"m"_s, {}, "text " + QByteArray(100, 'y')));
    stage.written();
    const Filter filter = Filter::parse(u"text"_s).value();
    const auto some = stage.found(filter, {.from = 100, .to = 4000});
    QCOMPARE(some.size(), 3901);
    QCOMPARE(some.first(), 4000);
    QCOMPARE(some.last(), 100);
    QCOMPARE(stage.found(filter, {.from = 4999, .to = 0}), QList<journal::MessageId>({5000, 4999}));
    QCOMPARE(stage.found(filter, {.from = 6000, .to = 0}), QList<journal::MessageId>());
}

void TestFilter::aTextAcrossMessagesIsNone()
{
    JournalStage stage;
    for (const char *payload : {"abc", "def", "abcdef", "bcd", ""})
        stage.journal->add(frame(1, Direction::Sent, {}, {}, payload));
    stage.written();
    QCOMPARE(stage.found(u"cd"_s), QList<journal::MessageId>({4, 3}));
    QCOMPARE(stage.found(u"fab"_s), QList<journal::MessageId>());
}

void TestFilter::aSearchStreamsAndReports()
{
    JournalStage stage;
    constexpr int count = 30'000;
    for (int i = 0; i < count; ++i)
        stage.journal->add(frame(i, Direction::Sent, u"m"_s, {}, "[\"m\",{\"n\":" + QByteArray::number(i) + "}]" + QByteArray(150, ' ')));
    stage.written();
    QList<qsizetype> portions;
    QList<journal::SearchProgress> progress;
    const auto end = answerOf(stage.reader->search(Filter::parse(u"$.n"_s).value(), {},
                                                   {.found = [&](const QList<journal::MessageId> &ids) { portions.append(ids.size()); },
                                                    .progress =
                                                        [&](journal::SearchProgress now) {
                                                            progress.append(now);
                                                        }}));
    QVERIFY(end);
    QCOMPARE(end->found, count);
    QCOMPARE(end->searched, count);
    QVERIFY(end->isComplete);
    QVERIFY(portions.size() > 1);
    QVERIFY2(portions.first() < 1500, qPrintable(QString::number(portions.first()))); // the first page does not wait for the rest
    QVERIFY(progress.size() > 1);
    QCOMPARE(progress.first().total, count);
    QVERIFY(std::is_sorted(progress.begin(), progress.end(), [](const auto &a, const auto &b) { return a.searched < b.searched; }));
    QCOMPARE(progress.last().searched, count);
}

void TestFilter::aSearchIsCancelledMidway()
{
    JournalStage stage;
    for (int i = 0; i < 30'000; ++i)
        stage.journal->add(frame(i, Direction::Sent, u"m"_s, {}, "[\"m\",{\"n\":" + QByteArray::number(i) + "}]" + QByteArray(150, ' ')));
    stage.written();
    std::unique_ptr<core::AsyncCall<journal::SearchEnd>> search;
    int portions = 0;
    QString code;
    search = stage.reader->search(Filter::parse(u"$.n"_s).value(), {},
                                  {.found =
                                       [&](const QList<journal::MessageId> &) {
                                           ++portions;
                                           search->cancel();
                                       },
                                   .progress = {}});
    search->start([&](const core::Result<journal::SearchEnd> &end) { code = end ? u"done"_s : end.error().code; });
    QVERIFY(QTest::qWaitFor([&] { return !code.isEmpty(); }, 10'000));
    QCOMPARE(code, u"cancelled"_s);
    // The thread is free again for the next one, and says nothing more of the first.
    QCOMPARE(stage.found(u"\"n\":7}"_s), QList<journal::MessageId>({8}));
    QCOMPARE(portions, 1);
}

void TestFilter::aCostlyExpressionGivesUp()
{
    JournalStage stage;
    stage.journal->add(frame(1, Direction::Sent, {}, {}, QByteArray(200, 'a') + "!"));
    stage.journal->add(frame(2, Direction::Sent, {}, {}, "aaa"));
    stage.written();
    QList<journal::MessageId> ids;
    const auto end =
        answerOf(stage.reader->search(Filter::parse(u"/^(a|a|aa)+$/"_s).value(), {},
                                      {.found = [&](const QList<journal::MessageId> &portion) { ids += portion; }, .progress = {}}));
    QVERIFY(end);
    QCOMPARE(end->skipped, 1);
    QCOMPARE(ids, QList<journal::MessageId>({2}));
}

void TestFilter::pathsSelect_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("selected");
    QTest::newRow("root") << u"$"_s << u"{\"a\":{\"b\":[1,[2,3]],\"c d\":\"x\"},\"ключ\":true}"_s;
    QTest::newRow("member") << u"$.a.b[0]"_s << u"1"_s;
    QTest::newRow("quoted") << u"$['a'][\"c d\"]"_s << u"\"x\""_s;
    QTest::newRow("name in Cyrillic") << u"$.ключ"_s << u"true"_s;
    QTest::newRow("from the end") << u"$.a.b[-1][-2]"_s << u"2"_s;
    QTest::newRow("before the beginning") << u"$.a.b[-3]"_s << u""_s;
    QTest::newRow("all items") << u"$.a.b[*]"_s << u"1 [2,3]"_s;
    QTest::newRow("all members") << u"$.a.*"_s << u"[1,[2,3]] \"x\""_s;
    QTest::newRow("item of an object") << u"$.a[0]"_s << u""_s;
    QTest::newRow("member of an array") << u"$.a.b.c"_s << u""_s;
}

void TestFilter::pathsSelect()
{
    QFETCH(const QString, path);
    const core::Json root = core::readJson(QByteArray("{\"a\":{\"b\":[1,[2,3]],\"c d\":\"x\"},\"ключ\":true}")).value();
    const auto parsed = journal::JsonPath::parse(path);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QStringList selected;
    for (const core::Json *node : parsed->select(root))
        selected.append(QString::fromUtf8(node->toCompact()));
    QTEST(selected.join(u' '), "selected");
}

void TestFilter::theFinderAgreesWithASimpleOne()
{
    QRandomGenerator random(11);
    const QString letters = u"abAB{\":1Пп"_s;
    const auto text = [&](int length) {
        QString made;
        for (int i = 0; i < length; ++i)
            made += letters[random.bounded(static_cast<int>(letters.size()))];
        return made;
    };
    for (int round = 0; round < 3000; ++round) {
        const QString hay = text(random.bounded(300));
        const QString needle = text(1 + random.bounded(5));
        const bool caseSensitive = random.bounded(2) == 0;
        const qsizetype place = hay.indexOf(needle, 0, caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
        const qsizetype wanted = place < 0 ? -1 : hay.left(place).toUtf8().size();
        const qsizetype found = journal::TextFinder(needle, caseSensitive).find(hay.toUtf8());
        QVERIFY2(found == wanted, qPrintable(u"%1 in %2: %3, not %4"_s.arg(needle, hay).arg(found).arg(wanted)));
    }
}

void TestFilter::blocksAreReadBackAndBrokenOnesAreNot()
{
    journal::BlockBuilder builder;
    for (const char *text : {"one", "", "three"})
        builder.add({.connection = 70'000, .kind = Kind::Pong, .direction = Direction::Received}, text);
    const QByteArray packed = builder.pack();
    const auto view = journal::BlockView::of(packed);
    QVERIFY(view);
    QCOMPARE(view->count(), 3);
    QCOMPARE(view->text(2), QByteArrayView("three"));
    QCOMPARE(view->text(1), QByteArrayView(""));
    QCOMPARE(view->entry(1).connection, 70'000U);
    QVERIFY(view->entry(1).kind == Kind::Pong && view->entry(1).direction == Direction::Received);
    for (qsizetype size = 0; size < packed.size(); ++size)
        QVERIFY2(!journal::BlockView::of(packed.first(size)), qPrintable(QString::number(size)));
    QByteArray wrong = packed;
    wrong[4] = 127; // the first text ends behind the second
    QVERIFY(!journal::BlockView::of(wrong));
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
