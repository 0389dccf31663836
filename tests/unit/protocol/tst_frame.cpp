// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing web socket messages: shapes, limits, correlation ids.
#include "protocol/frame.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using protocol::Frame;

namespace {

Json json(const QByteArray &text)
{
    const auto value = core::readJson(text);
    return value ? *value : Json(u"the test's own JSON is wrong"_s);
}

} // namespace

class TestFrame final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void reads()
    {
        const auto frame = protocol::parseFrame(R"( ["setup", {"qid":0.58,"capabilities":[{"key":"msg"}]}] )");
        QVERIFY(frame);
        QCOMPARE(frame->method, u"setup"_s);
        QCOMPARE(frame->body.toCompact(), R"({"qid":0.58,"capabilities":[{"key":"msg"}]})"_ba);
        QVERIFY(protocol::qidOf(*frame));
        QCOMPARE(protocol::qidOf(*frame)->numberText(), "0.58"_ba);
    }

    void readsAnyBody()
    {
        const auto frame = protocol::parseFrame(R"(["event",[1,2]])");
        QVERIFY(frame);
        QCOMPARE(frame->body.size(), 2);
        QVERIFY(!protocol::qidOf(*frame));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << u"frame.syntax"_s;
        QTest::newRow("no JSON") << "hello"_ba << u"frame.syntax"_s;
        QTest::newRow("cut") << R"(["a",{"b":)"_ba << u"frame.syntax"_s;
        QTest::newRow("no UTF-8") << "[\"a\",\"\xff\"]"_ba << u"frame.syntax"_s;
        QTest::newRow("duplicate key") << R"(["a",{"b":1,"b":2}])"_ba << u"frame.syntax"_s;
        QTest::newRow("object") << R"({"method":"a"})"_ba << u"frame.shape"_s;
        QTest::newRow("string") << R"("a")"_ba << u"frame.shape"_s;
        QTest::newRow("no element") << "[]"_ba << u"frame.shape"_s;
        QTest::newRow("one element") << R"(["a"])"_ba << u"frame.shape"_s;
        QTest::newRow("three elements") << R"(["a",{},1])"_ba << u"frame.shape"_s;
        QTest::newRow("method is a number") << R"([1,{}])"_ba << u"frame.shape"_s;
        QTest::newRow("method is empty") << R"(["",{}])"_ba << u"frame.shape"_s;
        QTest::newRow("one byte too many") << QByteArray("[\"a\",\"" + QByteArray(1024 * 1024 - 7, 'x') + "\"]") << u"frame.too_large"_s;
        QTest::newRow("too deep") << QByteArray("[\"a\"," + QByteArray(64, '[') + QByteArray(64, ']') + "]") << u"frame.too_large"_s;
        QByteArray many = "[\"a\",[0";
        for (int i = 0; i < 100'000; ++i)
            many += ",0";
        QTest::newRow("too many nodes") << many + "]]" << u"frame.too_large"_s;
    }

    void refuses()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, code);
        const auto frame = protocol::parseFrame(text);
        QVERIFY(!frame);
        QCOMPARE(frame.error().code, code);
        QVERIFY(!frame.error().message.isEmpty());
    }

    void takesTheLargestAllowed()
    {
        const QByteArray text = "[\"a\",\"" + QByteArray(1024 * 1024 - 8, 'x') + "\"]";
        QCOMPARE(text.size(), protocol::frameLimits.bytes);
        const auto frame = protocol::parseFrame(text);
        QVERIFY2(frame, frame ? "" : qPrintable(frame.error().message));
    }

    void limitsCanBeTighter()
    {
        QVERIFY(protocol::parseFrame("[\"a\",[[1]]]", {.bytes = 100, .depth = 3, .nodes = 100}));
        QVERIFY(!protocol::parseFrame("[\"a\",[[1]]]", {.bytes = 100, .depth = 2, .nodes = 100}));
        QVERIFY(!protocol::parseFrame("[\"a\",[[1]]]", {.bytes = 10, .depth = 3, .nodes = 100}));
    }

    void writes() { QCOMPARE(protocol::writeFrame(u"a\"b", json(R"({"x":[1.50,null]})")), "[\"a\\\"b\",{\"x\":[1.50,null]}]"_ba); }

    void answersKeepTheQid_data()
    {
        QTest::addColumn<QByteArray>("qid");
        for (const QByteArray &qid :
             {"1"_ba, "0.58"_ba, "12345678901234567890"_ba, "\"a\""_ba, "true"_ba, "null"_ba, "[1,{}]"_ba, "{\"b\":2,\"a\":1}"_ba})
            QTest::newRow(qid.constData()) << qid;
    }

    void answersKeepTheQid()
    {
        QFETCH(const QByteArray, qid);
        const Frame request{u"setup"_s, json("{\"qid\":" + qid + "}")};
        QCOMPARE(protocol::writeResult(request, {{u"site"_s, Json(u"main"_s)}}),
                 QByteArray("[\"setup_result\",{\"qid\":" + qid + R"(,"result":"ok","site":"main"}])"));
        QCOMPARE(protocol::writeError(request, u"No."_s),
                 QByteArray("[\"setup_result\",{\"qid\":" + qid + R"(,"result":"error","errormsg":"No."}])"));
    }

    void answersToARequestWithoutQid() { QCOMPARE(protocol::writeResult({u"x"_s, Json(1)}), R"(["x_result",{"result":"ok"}])"_ba); }

    void comparesQids_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("same");
        QTest::newRow("equal texts") << "1"_ba
                                     << "1"_ba << true;
        QTest::newRow("1 and 1.0") << "1"_ba
                                   << "1.0"_ba << true;
        QTest::newRow("1 and 2") << "1"_ba
                                 << "2"_ba << false;
        QTest::newRow("1 and 1.5") << "1"_ba
                                   << "1.5"_ba << false;
        QTest::newRow("0.58 and 5.8e-1") << "0.58"_ba
                                         << "5.8e-1"_ba << true;
        QTest::newRow("0.58 and 58E-2") << "0.58"_ba
                                        << "58E-2"_ba << true;
        QTest::newRow("neighbours beyond 2^53") << "9007199254740992"_ba
                                                << "9007199254740993"_ba << false;
        QTest::newRow("neighbours beyond 2^64") << "92345678901234567890"_ba
                                                << "92345678901234567891"_ba << false;
        QTest::newRow("number and string") << "1"_ba
                                           << "\"1\""_ba << false;
        QTest::newRow("strings") << "\"a\""_ba
                                 << "\"a\""_ba << true;
        QTest::newRow("different strings") << "\"a\""_ba
                                           << "\"A\""_ba << false;
        QTest::newRow("booleans") << "true"_ba
                                  << "false"_ba << false;
        QTest::newRow("nulls") << "null"_ba
                               << "null"_ba << true;
        QTest::newRow("null and false") << "null"_ba
                                        << "false"_ba << false;
        QTest::newRow("arrays") << "[1,\"a\"]"_ba
                                << "[1.0,\"a\"]"_ba << true;
        QTest::newRow("arrays in another order") << "[1,2]"_ba
                                                 << "[2,1]"_ba << false;
        QTest::newRow("arrays of two lengths") << "[1]"_ba
                                               << "[1,1]"_ba << false;
        QTest::newRow("objects in another order") << R"({"a":1,"b":2})"_ba
                                                  << R"({"b":2,"a":1})"_ba << true;
        QTest::newRow("objects with another key") << R"({"a":1})"_ba
                                                  << R"({"b":1})"_ba << false;
        QTest::newRow("objects with another value") << R"({"a":1})"_ba
                                                    << R"({"a":2})"_ba << false;
    }

    void comparesQids()
    {
        QFETCH(const QByteArray, a);
        QFETCH(const QByteArray, b);
        QFETCH(const bool, same);
        QCOMPARE(protocol::sameQid(json(a), json(b)), same);
        QCOMPARE(protocol::sameQid(json(b), json(a)), same);
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
