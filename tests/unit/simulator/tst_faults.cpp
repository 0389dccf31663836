// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong and when: the rules' reader, on which events a rule acts, how often, and that a run repeats from its seed.
#include "core/jsonreader.h"
#include "core/jsonschema.h"
#include "simulator/clusterconfig.h"
#include "simulator/faults.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::simulator;
using Kind = FaultEffect::Kind;
using About = FaultRule::About;

namespace {

core::Json json(const QByteArray &text)
{
    const auto read = core::readJson(text);
    return read ? *read : core::Json(u"not JSON: "_s + QString::fromUtf8(text));
}

core::Json oneRule(const QByteArray &members, int seed = 1)
{
    return json("{\"seed\":" + QByteArray::number(seed) + ",\"rules\":[{" + members + "}]}");
}

FaultEvent frame(const QString &method = u"hello"_s, bool isOut = true)
{
    FaultEvent event;
    event.isOut = isOut;
    event.site = u"main_site"_s;
    event.node = u"node1"_s;
    event.connection = u"c0ffee00-0000-4000-8000-000000000001"_s;
    event.point = u"crm"_s;
    event.capabilities = QStringList{u"msg"_s, u"rest"_s};
    event.method = method;
    return event;
}

FaultEvent request(const QString &verb, const QString &path, bool isOut = false)
{
    FaultEvent event;
    event.about = About::Http;
    event.isOut = isOut;
    event.site = u"main_site"_s;
    event.node = u"node1"_s;
    event.user = u"admin"_s;
    event.verb = verb;
    event.path = path;
    return event;
}

FaultEvent fileAt(const QString &path)
{
    FaultEvent event;
    event.about = About::Disk;
    event.isOut = true;
    event.path = path;
    return event;
}

} // namespace

Q_DECLARE_METATYPE(signalbox::simulator::FaultEvent)

class TestFaults : public QObject
{
    Q_OBJECT

private:
    /// '!' for each event that the rule acted on, '.' for the others.
    static QByteArray pattern(Faults &faults, FaultStream &stream, int events, const FaultEvent &event = frame())
    {
        QByteArray result;
        for (int i = 0; i < events; ++i)
            result.append(faults.decide(event, stream).isNothing() ? '.' : '!');
        return result;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nothingGoesWrongWithoutRules()
    {
        Faults faults;
        QVERIFY(!faults.isAbout(About::Frames));
        FaultStream stream(u"s"_s);
        QVERIFY(faults.decide(frame(), stream).isNothing());
        QCOMPARE(faults.toJson().toCompact(), R"({"rules":[],"counts":[]})");
    }

    void actsOn_data()
    {
        QTest::addColumn<QByteArray>("on");
        QTest::addColumn<QByteArray>("effect");
        QTest::addColumn<FaultEvent>("event");
        QTest::addColumn<bool>("acts");
        const QByteArray lose = R"({"lose":true})";
        QTest::newRow("any frame") << QByteArray("{}") << lose << frame() << true;
        QTest::newRow("what is no frame") << QByteArray("{}") << lose << frame({}) << true;
        QTest::newRow("no ping unless it is named") << QByteArray("{}") << lose << frame(u":ping"_s) << false;
        QTest::newRow("no ping by a star") << QByteArray(R"({"method":"*"})") << lose << frame(u":ping"_s) << false;
        QTest::newRow("a ping that is named") << QByteArray(R"({"method":":ping"})") << lose << frame(u":ping"_s) << true;
        QTest::newRow("no pong for a ping") << QByteArray(R"({"method":":pong"})") << lose << frame(u":ping"_s) << false;
        QTest::newRow("method") << QByteArray(R"({"method":"hel?o"})") << lose << frame() << true;
        QTest::newRow("another method") << QByteArray(R"({"method":"hello_*"})") << lose << frame() << false;
        QTest::newRow("direction") << QByteArray(R"({"direction":"out"})") << lose << frame() << true;
        QTest::newRow("other direction") << QByteArray(R"({"direction":"in"})") << lose << frame() << false;
        QTest::newRow("node and site") << QByteArray(R"({"node":"node1","site":"main*"})") << lose << frame() << true;
        QTest::newRow("another site") << QByteArray(R"({"node":"node1","site":"site_2"})") << lose << frame() << false;
        QTest::newRow("another node") << QByteArray(R"({"node":"node2"})") << lose << frame() << false;
        QTest::newRow("connection") << QByteArray(R"({"connection":"c0ffee*1"})") << lose << frame() << true;
        QTest::newRow("another connection") << QByteArray(R"({"connection":"c0ffee*2"})") << lose << frame() << false;
        QTest::newRow("point") << QByteArray(R"({"point":"crm"})") << lose << frame() << true;
        QTest::newRow("a user's") << QByteArray(R"({"user":"*"})") << lose << frame() << true; // a star fits the empty text too
        QTest::newRow("some user's") << QByteArray(R"({"user":"?*"})") << lose << frame() << false;
        QTest::newRow("capability") << QByteArray(R"({"capability":"m*"})") << lose << frame() << true;
        QTest::newRow("second capability") << QByteArray(R"({"capability":"rest"})") << lose << frame() << true;
        QTest::newRow("another capability") << QByteArray(R"({"capability":"plugin_*"})") << lose << frame() << false;
        QTest::newRow("frames are no requests") << QByteArray("{}") << lose << request(u"GET"_s, u"/x"_s) << false;
        const QByteArray status = R"({"status":503})";
        QTest::newRow("request") << QByteArray("{}") << status << request(u"GET"_s, u"/x"_s) << true;
        QTest::newRow("not its answer") << QByteArray("{}") << status << request(u"GET"_s, u"/x"_s, true) << false;
        QTest::newRow("its answer") << QByteArray(R"({"direction":"out"})") << status << request(u"GET"_s, u"/x"_s, true) << true;
        QTest::newRow("verb and path") << QByteArray("{\"verb\":\"POST\",\"path\":\"/rest/v1/service/*\"}") << status
                                       << request(u"POST"_s, u"/rest/v1/service/svcscripts"_s) << true;
        QTest::newRow("another verb") << QByteArray(R"({"verb":"GET"})") << status << request(u"POST"_s, u"/x"_s) << false;
        QTest::newRow("a delay of requests") << QByteArray(R"({"path":"*"})") << QByteArray(R"({"delayMs":1})")
                                             << request(u"GET"_s, u"/x"_s) << true;
        QTest::newRow("a body is cut on its way out")
            << QByteArray("{}") << QByteArray(R"({"cutBody":true})") << request(u"GET"_s, u"/x"_s, true) << true;
        QTest::newRow("requests are no frames") << QByteArray("{}") << status << frame() << false;
        const QByteArray full = R"({"diskFull":true})";
        QTest::newRow("any file") << QByteArray("{}") << full << fileAt(u"incoming"_s) << true;
        QTest::newRow("file") << QByteArray(R"({"path":"node-?/temp"})") << full << fileAt(u"node-1/temp"_s) << true;
        QTest::newRow("another file") << QByteArray(R"({"path":"incoming"})") << full << fileAt(u"node-1/temp"_s) << false;
        QTest::newRow("files are no frames") << QByteArray("{}") << full << frame() << false;
    }
    void actsOn()
    {
        QFETCH(QByteArray, on);
        QFETCH(QByteArray, effect);
        QFETCH(FaultEvent, event);
        QFETCH(bool, acts);
        Faults faults;
        const auto set = faults.set(oneRule("\"on\":" + on + ",\"do\":" + effect));
        QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().message));
        QCOMPARE(!faults.decide(event).isNothing(), acts);
        QCOMPARE(faults.counts().constFirst().fired, acts ? 1 : 0);
    }

    void counts_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("each") << QByteArray() << QByteArray("!!!!!!");
        QTest::newRow("the first two") << QByteArray(R"("count":2,)") << QByteArray("!!....");
        QTest::newRow("all but the first two") << QByteArray(R"("after":2,)") << QByteArray("..!!!!");
        QTest::newRow("the third") << QByteArray(R"("after":2,"count":1,)") << QByteArray("..!...");
    }
    void counts()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, expected);
        Faults faults;
        QVERIFY(faults.set(oneRule(members + R"("do":{"lose":true})")));
        FaultStream stream(u"s"_s);
        QCOMPARE(pattern(faults, stream, 6), expected);
        QCOMPARE(faults.counts().constFirst().matched, 6);
        QCOMPARE(faults.counts().constFirst().fired, expected.count('!'));
    }
    void countsOfAllConnectionsOrOfEach()
    {
        for (const bool isEach : {false, true}) {
            Faults faults;
            QVERIFY(faults.set(oneRule(R"("count":1,"do":{"lose":true},"perConnection":)" + QByteArray(isEach ? "true" : "false"))));
            FaultStream first(u"s"_s);
            FaultStream second(u"s"_s);
            QCOMPARE(pattern(faults, first, 2), "!.");
            QCOMPARE(pattern(faults, second, 2), isEach ? "!." : "..");
            QCOMPARE(faults.counts().constFirst().fired, isEach ? 2 : 1);
        }
    }

    void probabilityIsKept_data()
    {
        QTest::addColumn<double>("probability");
        for (const double probability : {0.01, 0.25, 0.5, 0.9, 1.0})
            QTest::addRow("%g", probability) << probability;
    }
    void probabilityIsKept()
    {
        QFETCH(double, probability);
        constexpr int events = 20'000;
        Faults faults;
        QVERIFY(faults.set(oneRule("\"probability\":" + QByteArray::number(probability) + ",\"do\":{\"lose\":true}", 7)));
        FaultStream stream(u"s"_s);
        const auto fired = static_cast<double>(pattern(faults, stream, events).count('!'));
        const double deviation = std::sqrt(events * probability * (1 - probability));
        QVERIFY2(std::abs(fired - events * probability) <= 4 * deviation, qPrintable(QString::number(fired)));
    }
    void jitterIsEven()
    {
        constexpr int events = 20'000;
        Faults faults;
        QVERIFY(faults.set(oneRule(R"("do":{"delayMs":100,"jitterMs":9})", 7)));
        FaultStream stream(u"s"_s);
        QHash<qint64, int> seen;
        for (int i = 0; i < events; ++i)
            ++seen[faults.decide(frame(), stream).delay.count()];
        QCOMPARE(seen.size(), 10);
        for (auto each = seen.cbegin(); each != seen.cend(); ++each) {
            QVERIFY(each.key() >= 100 && each.key() <= 109);
            QVERIFY2(std::abs(each.value() - events / 10) < 200, qPrintable(QString::number(each.value())));
        }
    }

    void aRunRepeatsFromItsSeed()
    {
        const QByteArray rule = R"("probability":0.5,"do":{"lose":true})";
        Faults faults;
        QVERIFY(faults.set(oneRule(rule, 7)));
        FaultStream stream(u"s"_s);
        const QByteArray first = pattern(faults, stream, 200);
        QVERIFY(faults.set(oneRule(rule, 7)));
        QCOMPARE(pattern(faults, stream, 200), first); // the same connection, after the rules were set anew
        Faults others;
        QVERIFY(others.set(oneRule(rule, 7)));
        FaultStream again(u"s"_s);
        QCOMPARE(pattern(others, again, 200), first);
        QVERIFY(others.set(oneRule(rule, 8)));
        QVERIFY(pattern(others, again, 200) != first);
        // The very decisions: they must not change from release to release, or seeds in reports are worth nothing.
        QCOMPARE(first.first(40), QByteArray("!.!.!..!!!!.!.!.!.!!!..!!.!.!!!!!!.!...!"));
    }
    void connectionsDoNotDisturbEachOther()
    {
        const QByteArray rule = R"("probability":0.5,"do":{"lose":true})";
        Faults faults;
        QVERIFY(faults.set(oneRule(rule)));
        FaultStream alone(u"a"_s);
        const QByteArray expected = pattern(faults, alone, 100);
        QVERIFY(faults.set(oneRule(rule)));
        FaultStream stream(u"a"_s);
        FaultStream other(u"b"_s);
        FaultStream second(u"a"_s);
        QByteArray seen;
        QByteArray ofSecond;
        for (int i = 0; i < 100; ++i) {
            faults.decide(frame(), other);
            seen += pattern(faults, stream, 1);
            faults.decide(frame(), other);
            ofSecond += pattern(faults, second, 1);
        }
        QCOMPARE(seen, expected);
        QVERIFY(ofSecond != expected); // another connection of the same point has luck of its own
    }
    void rulesDoNotDisturbEachOther()
    {
        const QByteArray lose = R"({"name":"a","probability":0.5,"do":{"lose":true}})";
        Faults faults;
        QVERIFY(faults.set(json("{\"rules\":[" + lose + "]}")));
        FaultStream stream(u"s"_s);
        const QByteArray expected = pattern(faults, stream, 100);
        QVERIFY(faults.set(json(R"({"rules":[{"name":"b","on":{"direction":"in"},"do":{"delayMs":1}},)" + lose + "]}")));
        QCOMPARE(pattern(faults, stream, 100), expected);
    }

    void severalRulesAddUp()
    {
        Faults faults;
        QVERIFY(faults.set(json(R"({"rules":[
            {"name":"late","do":{"delayMs":30}},
            {"name":"close","do":{"close":{"code":4001,"reason":"why"}}},
            {"name":"twice","do":{"double":true,"delayMs":12,"reorder":true}},
            {"name":"deaf","do":{"stopReading":500}}]})")));
        FaultStream stream(u"s"_s);
        const FaultDecision decision = faults.decide(frame(), stream);
        QCOMPARE(decision.delay.count(), 42);
        QCOMPARE(decision.kind, Kind::Close);
        QCOMPARE(decision.closeCode, 4001);
        QCOMPARE(decision.closeReason, u"why"_s);
        QVERIFY(decision.reorder);
        QCOMPARE(decision.stopReading.count(), 500);
    }

    void whatWasGotCanBeSet()
    {
        Faults faults;
        const QByteArray text = R"({"seed":5,"rules":[{"name":"a","do":{"lose":true}}]})";
        QVERIFY(faults.set(json(text)));
        FaultStream stream(u"s"_s);
        pattern(faults, stream, 3);
        QCOMPARE(faults.toJson().toCompact(), text.chopped(1) + R"(,"counts":[{"name":"a","matched":3,"fired":3}]})");
        QVERIFY(faults.set(faults.toJson()));
        QCOMPARE(faults.toJson().toCompact(), text.chopped(1) + R"(,"counts":[{"name":"a","matched":0,"fired":0}]})");
        // What is wrong leaves everything as it was.
        QVERIFY(!faults.set(oneRule(R"("do":{})")));
        QVERIFY(faults.isAbout(About::Frames));
        faults.clear();
        QVERIFY(!faults.isAbout(About::Frames));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char *name, const QByteArray &rule, const QString &pointer) {
            QTest::newRow(name) << "{\n \"rules\": [\n  {" + rule + "}\n ]\n}" << u"/rules/0"_s + pointer;
        };
        QTest::newRow("no object") << QByteArray("[]") << QString();
        QTest::newRow("unknown key") << QByteArray(R"({"rules":[],"more":1})") << u"/more"_s;
        QTest::newRow("no rules") << QByteArray("{}") << u"/rules"_s;
        QTest::newRow("seed") << QByteArray(R"({"seed":-1,"rules":[]})") << u"/seed"_s;
        QTest::newRow("names twice") << QByteArray(R"({"rules":[{"name":"a","do":{"lose":true}},{"name":"a","do":{"lose":true}}]})")
                                     << u"/rules/1/name"_s;
        row("no effect", R"("name":"a")", {});
        row("empty effect", R"("do":{})", u"/do"_s);
        row("effect that is off", R"("do":{"lose":false})", u"/do"_s);
        row("unknown effect", R"("do":{"loose":true})", u"/do/loose"_s);
        row("two effects", R"("do":{"lose":true,"garble":"text"})", u"/do/garble"_s);
        row("flag", R"("do":{"lose":1})", u"/do/lose"_s);
        row("delay", R"("do":{"delayMs":-1})", u"/do/delayMs"_s);
        row("delay that is a fraction", R"("do":{"delayMs":1.5})", u"/do/delayMs"_s);
        row("delay over an hour", R"("do":{"delayMs":3600001})", u"/do/delayMs"_s);
        row("garble", R"("do":{"garble":"some"})", u"/do/garble"_s);
        row("close", R"("do":{"close":1000})", u"/do/close"_s);
        row("close code", R"("do":{"close":{"code":999}})", u"/do/close/code"_s);
        row("reserved close code", R"("do":{"close":{"code":1006}})", u"/do/close/code"_s);
        row("close reason", R"("do":{"close":{"reason":1}})", u"/do/close/reason"_s);
        row("status", R"("do":{"status":200})", u"/do/status"_s);
        row("retry without status", R"("on":{"path":"*"},"do":{"delayMs":1,"retryAfter":1})", u"/do/retryAfter"_s);
        row("no retries of frames", R"("do":{"lose":true,"retryAfter":1})", u"/do/retryAfter"_s);
        row("direction", R"("on":{"direction":"up"},"do":{"lose":true})", u"/on/direction"_s);
        row("empty pattern", R"("on":{"node":""},"do":{"lose":true})", u"/on/node"_s);
        row("unknown event", R"("on":{"pint":"x"},"do":{"lose":true})", u"/on/pint"_s);
        row("method of a request", R"("on":{"path":"*","method":"x"},"do":{"lose":true})", u"/on/method"_s);
        row("status of a frame", R"("on":{"method":"x"},"do":{"status":500})", u"/on/method"_s);
        row("garbled request", R"("on":{"verb":"GET"},"do":{"garble":"text"})", u"/do/garble"_s);
        row("full disk of a node", R"("on":{"node":"x"},"do":{"diskFull":true})", u"/on/node"_s);
        row("full disk late", R"("do":{"diskFull":true,"delayMs":1})", u"/do/delayMs"_s);
        row("cut request", R"("on":{"direction":"in"},"do":{"cutBody":true})", u"/on/direction"_s);
        row("garbled ping", R"("on":{"method":":ping"},"do":{"garble":"text"})", u"/do"_s);
        row("unknown control frame", R"("on":{"method":":close"},"do":{"lose":true})", u"/on/method"_s);
        row("count", R"("count":0,"do":{"lose":true})", u"/count"_s);
        row("after", R"("after":-1,"do":{"lose":true})", u"/after"_s);
        row("probability", R"("probability":0,"do":{"lose":true})", u"/probability"_s);
        row("probability over one", R"("probability":1.1,"do":{"lose":true})", u"/probability"_s);
        row("each connection of a disk", R"("perConnection":true,"do":{"diskFull":true})", u"/perConnection"_s);
    }
    void refuses()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, pointer);
        Faults faults;
        const auto set = faults.set(json(document));
        QVERIFY(!set);
        QCOMPARE(set.error().code, u"faults.invalid"_s);
        QCOMPARE(set.error().detail, pointer);
        if (pointer.startsWith("/rules/0"_L1))
            QVERIFY2(set.error().message.contains("(line 3, column "_L1), qPrintable(set.error().message));
    }
    void aClusterFileSaysWhere()
    {
        const auto config = ClusterConfig::fromJson(json("{\"domain\":\"d\",\n\"faults\":{\"rules\":[\n{\"do\":{\"lose\":2}}]}}"));
        QVERIFY(!config);
        QCOMPARE(config.error().code, u"config.invalid"_s);
        QVERIFY2(config.error().message.contains("/faults (line 2, column 10)"_L1) &&
                     config.error().message.contains("/rules/0/do/lose (line 3, column 15)"_L1),
                 qPrintable(config.error().message));
    }

    /// The schema refuses what the reader refuses, as far as a schema can say it, and takes what it takes.
    void theSchemaAgrees()
    {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/schemas/cluster.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto schema = core::JsonSchema::compile(json(file.readAll()));
        QVERIFY2(schema.has_value(), schema ? "" : qPrintable(schema.error().message));
        const auto isValid = [&](const QByteArray &faults) {
            return schema->validate(json(R"({"domain":"d","faults":)" + faults + '}')).isEmpty();
        };
        for (const QByteArray &good :
             {QByteArray(R"({"rules":[]})"), QByteArray(R"({"seed":1,"rules":[{"do":{"lose":true}}],"counts":[]})"),
              QByteArray(R"({"rules":[{"name":"a","on":{"node":"n","site":"s","connection":"c","point":"p","user":"u","capability":"m",)"
                         R"("method":"x","direction":"in"},"count":1,"after":2,"probability":0.5,"perConnection":true,)"
                         R"("do":{"delayMs":1,"jitterMs":2,"reorder":true,"stopReading":3,"close":{"code":4000,"reason":"r"}}}]})"),
              QByteArray(R"({"rules":[{"on":{"verb":"GET","path":"*"},"do":{"status":429,"retryAfter":1}}]})"),
              QByteArray(
                  R"({"rules":[{"do":{"garble":true}},{"name":"b","do":{"garble":"bytes"}},{"name":"c","do":{"diskFull":true}}]})")}) {
            QVERIFY2(isValid(good), good.constData());
            Faults faults;
            QVERIFY2(faults.set(json(good)), good.constData());
        }
        for (const QByteArray &bad :
             {QByteArray("[]"), QByteArray("{}"), QByteArray(R"({"rules":[{}]})"), QByteArray(R"({"rules":[{"do":{}}]})"),
              QByteArray(R"({"rules":[{"do":{"loose":true}}]})"), QByteArray(R"({"rules":[{"do":{"lose":1}}]})"),
              QByteArray(R"({"rules":[{"do":{"status":200}}]})"), QByteArray(R"({"rules":[{"do":{"lose":true,"garble":"text"}}]})"),
              QByteArray(R"({"rules":[{"probability":0,"do":{"lose":true}}]})")}) {
            QVERIFY2(!isValid(bad), bad.constData());
            Faults faults;
            QVERIFY2(!faults.set(json(bad)), bad.constData());
        }
    }
};

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"
