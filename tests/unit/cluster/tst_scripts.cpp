// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping scripts on the cluster and running them over the link.
#include "cluster/scriptentity.h"
#include "stage.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;
using core::Json;

Q_DECLARE_METATYPE(signalbox::test::FakeReply)

class TestScripts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void runs()
    {
        Stage stage;
        QVERIFY(stage.openLink());
        stage.extra.insert("start_svcscript", R"(,"result":"ok","data":{"variables":{"b":"2","a":1.50}})");
        Answer run(stage.session().startScript(u"sbx-1"_s, {Json(u"body"_s), Json(5), Json(), Json(4)}, std::chrono::milliseconds(1500)));
        QVERIFY(!run.result);
        QTRY_COMPARE(run.code(), u"ok"_s);
        QCOMPARE((*run.result)->toCompact(), R"({"b":"2","a":1.50})"_ba);
        const Json sent = json(stage.socket().texts.last());
        QCOMPARE(sent.at(0).toString(), u"start_svcscript"_s);
        QCOMPARE(sent.at(1)[u"code"].toString(), u"sbx-1"_s);
        QCOMPARE(sent.at(1)[u"startparam1"].toString(), u"body"_s);
        QCOMPARE(sent.at(1)[u"startparam2"].toCompact(), "5"_ba);
        QVERIFY(!sent.at(1).contains(u"startparam3")); // null is not given
        QCOMPARE(sent.at(1)[u"startparam4"].toCompact(), "4"_ba);
        QVERIFY(!sent.at(1).contains(u"startparam5"));
        QCOMPARE(sent.at(1)[u"timeout"].toCompact(), "1500"_ba);
        QVERIFY(sent.at(1).contains(u"qid"));
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("with words") << R"(,"result":"error","errormsg":"Script not found")"_ba << u"script_failed"_s
                                    << u"Script not found"_s;
        QTest::newRow("without words") << R"(,"result":"error")"_ba << u"script_failed"_s << u"sbx-1"_s;
        QTest::newRow("another result") << R"(,"result":"maybe")"_ba << u"script_failed"_s << u"sbx-1"_s;
        QTest::newRow("no data") << R"(,"result":"ok")"_ba << u"bad_answer"_s << u"no variables"_s;
        QTest::newRow("variables are a list") << R"(,"result":"ok","data":{"variables":[]})"_ba << u"bad_answer"_s << u"no variables"_s;
    }

    void failures()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, code);
        QFETCH(const QString, said);
        Stage stage;
        QVERIFY(stage.openLink());
        stage.extra.insert("start_svcscript", answer);
        Answer run(stage.session().startScript(u"sbx-1"_s, {}, std::chrono::seconds(1)));
        QTRY_COMPARE(run.code(), code);
        QVERIFY2(run.message().contains(said), qPrintable(run.message()));
    }

    void theWaitEndsSomeTimeAfterTheScript()
    {
        Stage stage(true);
        QVERIFY(stage.openLink());
        stage.silentMethods = {"start_svcscript"};
        Answer run(stage.session().startScript(u"sbx-1"_s, {}, std::chrono::milliseconds(2000)));
        QTRY_COMPARE(stage.socket().texts.size(), 2);
        stage.manual.advance(std::chrono::milliseconds(2000 + stage.profile.dialect.carrierGraceMs - 1));
        QVERIFY(!run.result);
        stage.manual.advance(std::chrono::milliseconds(1));
        QCOMPARE(run.code(), u"timeout"_s);
        QTRY_COMPARE(stage.socket().texts.size(), 3);
        QCOMPARE(methodOf(stage.socket().texts[2]), u"abort_svcscript"_s);
    }

    void whatIsNotWantedIsStopped_data()
    {
        QTest::addColumn<bool>("isCancelled");
        QTest::newRow("cancelled") << true;
        QTest::newRow("destroyed") << false;
    }

    void whatIsNotWantedIsStopped()
    {
        QFETCH(const bool, isCancelled);
        Stage stage;
        QVERIFY(stage.openLink());
        stage.silentMethods = {"start_svcscript"};
        Answer run(stage.session().startScript(u"sbx-1"_s, {}, std::chrono::seconds(2)));
        QTRY_COMPARE(stage.socket().texts.size(), 2);
        isCancelled ? run.call->cancel() : run.call.reset();
        QCOMPARE(run.code(), isCancelled ? u"cancelled"_s : u"(no answer)"_s);
        QTRY_COMPARE(stage.socket().texts.size(), 3);
        QCOMPARE(methodOf(stage.socket().texts[2]), u"abort_svcscript"_s);
        QCOMPARE(qidOf(stage.socket().texts[2]), qidOf(stage.socket().texts[1]));
    }

    void whatIsOverIsNotStopped()
    {
        Stage stage;
        QVERIFY(stage.openLink());
        stage.extra.insert("start_svcscript", R"(,"result":"ok","data":{"variables":{}})");
        Answer run(stage.session().startScript(u"sbx-1"_s, {}, std::chrono::seconds(2)));
        QTRY_COMPARE(run.code(), u"ok"_s);
        run.call.reset();
        Answer after(stage.session().link().request(u"after"_s, {}, std::chrono::seconds(5)));
        QTRY_COMPARE(after.code(), u"ok"_s);
        QCOMPARE(stage.socket().texts.size(), 3);
    }

    void limits()
    {
        Stage stage;
        Answer tooMany(stage.session().startScript(u"x"_s, QList<Json>(21, Json(1)), std::chrono::seconds(1)));
        QVERIFY(!tooMany.result);
        QTRY_COMPARE(tooMany.code(), u"bad_argument"_s);
        Answer notOpen(stage.session().startScript(u"x"_s, QList<Json>(20, Json(1)), std::chrono::seconds(1)));
        QVERIFY(!notOpen.result);
        QTRY_COMPARE(notOpen.code(), u"not_connected"_s);
    }

    void keeps()
    {
        Stage stage;
        stage.fake.on("POST", "/rest/v1/service/svcscripts",
                      jsonReply(R"({"id":"s-1","code":"sbx-1","name":"n","scriptdata":{},"lwt":5})"));
        const QByteArray entity = R"({"code":"sbx-1","name":"a name","scriptdata":{"objects":[],"big":12345678901234567890},"odd":[]})";
        Answer create(stage.session().scripts().create(ScriptType::Svc, json(entity)));
        QTRY_COMPARE(create.code(), u"ok"_s);
        QCOMPARE(scriptId(**create.result), u"s-1"_s);
        QCOMPARE(stage.fake.requests.last().body, entity);
    }

    void keepingFails_data()
    {
        QTest::addColumn<FakeReply>("reply");
        QTest::addColumn<QString>("code");
        QTest::newRow("taken") << jsonReply(R"({"error_code":1,"error_message":"exists"})", 409) << u"already_exists"_s;
        QTest::newRow("refused") << jsonReply(R"({"error_code":1,"error_message":"no"})", 403) << u"refused"_s;
        QTest::newRow("no id") << jsonReply("{}") << u"bad_answer"_s;
        QTest::newRow("no JSON") << FakeReply{200, "ok", {}} << u"bad_answer"_s;
        QTest::newRow("closed") << FakeReply{200, {}, {}, FakeReply::Manner::Close} << u"unreachable"_s;
    }

    void keepingFails()
    {
        QFETCH(const FakeReply, reply);
        QFETCH(const QString, code);
        Stage stage;
        stage.fake.on("POST", "/rest/v1/service/svcscripts", reply);
        Answer create(stage.session().scripts().create(ScriptType::Svc, json(R"({"code":"sbx-1"})")));
        QTRY_COMPARE(create.code(), code);
        QCOMPARE(stage.fake.requests.size(), 1);
    }

    void changes_data()
    {
        QTest::addColumn<FakeReply>("patched");
        QTest::addColumn<FakeReply>("read");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("lwt"); // of the entity that comes of it
        const FakeReply entity = jsonReply(R"({"id":"s/1","code":"c","lwt":"t2"})");
        const FakeReply never = jsonReply("{}", 500);
        QTest::newRow("the entity") << entity << never << u"ok"_s << u"t2"_s;
        QTest::newRow("no content") << jsonReply("", 204) << entity << u"ok"_s << u"t2"_s;
        QTest::newRow("something else") << jsonReply(R"({"result":"ok"})") << entity << u"ok"_s << u"t2"_s;
        QTest::newRow("gone") << jsonReply("{}", 404) << never << u"not_found"_s << QString();
        QTest::newRow("gone between") << jsonReply("", 204) << jsonReply("{}", 404) << u"not_found"_s << QString();
        QTest::newRow("code taken") << jsonReply("{}", 409) << never << u"already_exists"_s << QString();
        QTest::newRow("refused") << jsonReply("{}", 403) << never << u"refused"_s << QString();
    }

    void changes()
    {
        QFETCH(const FakeReply, patched);
        QFETCH(const FakeReply, read);
        QFETCH(const QString, code);
        QFETCH(const QString, lwt);
        Stage stage;
        stage.fake.on("PATCH", "/rest/v1/uc/ivrscripts/s%2F1", patched);
        stage.fake.on("GET", "/rest/v1/uc/ivrscripts/s%2F1", read);
        Answer change(stage.session().scripts().change(ScriptType::Ivr, u"s/1"_s, json(R"({"code":"c","odd":1.50})")));
        QTRY_COMPARE(change.code(), code);
        QCOMPARE(stage.fake.requests.first().body, R"({"code":"c","odd":1.50})"_ba);
        if (code == "ok"_L1)
            QCOMPARE((**change.result)[u"lwt"].toString(), lwt);
    }

    void finds_data()
    {
        QTest::addColumn<FakeReply>("lookUp");
        QTest::addColumn<int>("requests");
        QTest::addColumn<QString>("code");
        QTest::newRow("an object") << jsonReply(R"({"id":"right"})") << 2 << u"ok"_s;
        QTest::newRow("a list of objects") << jsonReply(R"([{"id":"right","code":"c"}])") << 2 << u"ok"_s;
        QTest::newRow("a list of ids") << jsonReply(R"(["right"])") << 2 << u"ok"_s;
        QTest::newRow("an id") << jsonReply(R"("right")") << 2 << u"ok"_s;
        QTest::newRow("none, says the LOOKUP") << jsonReply("{}", 404) << 3 << u"ok"_s;
        QTest::newRow("no such method") << jsonReply("{}", 405) << 3 << u"ok"_s;
        QTest::newRow("no JSON") << FakeReply{200, "?", {}} << 3 << u"ok"_s;
        QTest::newRow("another's id") << jsonReply(R"({"id":"wrong"})") << 4 << u"ok"_s;
        QTest::newRow("an id that is gone") << jsonReply(R"({"id":"gone"})") << 4 << u"ok"_s;
        QTest::newRow("forbidden") << jsonReply("{}", 403) << 1 << u"refused"_s;
        QTest::newRow("cut off") << FakeReply{200, {}, {}, FakeReply::Manner::Close} << 1 << u"unreachable"_s;
    }

    void finds()
    {
        QFETCH(const FakeReply, lookUp);
        QFETCH(const int, requests);
        QFETCH(const QString, code);
        Stage stage;
        stage.fake.on("LOOKUP", "/rest/v1/service/svcscripts", lookUp);
        stage.fake.on("GET", "/rest/v1/service/svcscripts", jsonReply(R"([{"id":"wrong","code":"x"},{"id":"right","code":"c"}])"));
        stage.fake.on("GET", "/rest/v1/service/svcscripts/right", jsonReply(R"({"id":"right","code":"c","scriptdata":{}})"));
        stage.fake.on("GET", "/rest/v1/service/svcscripts/wrong", jsonReply(R"({"id":"wrong","code":"x","scriptdata":{}})"));
        Answer find(stage.session().scripts().find(ScriptType::Svc, u"c"_s));
        QTRY_COMPARE(find.code(), code);
        QCOMPARE(stage.fake.requests.size(), requests);
        QCOMPARE(stage.fake.requests.first().body, R"({"code":"c"})"_ba);
        if (code == "ok"_L1)
            QCOMPARE(scriptId(**find.result), u"right"_s);
    }

    void findsNothing()
    {
        Stage stage;
        stage.fake.on("GET", "/rest/v1/uc/ivrscripts", jsonReply(R"([{"id":"1","code":"x"}])"));
        Answer find(stage.session().scripts().find(ScriptType::Ivr, u"c"_s));
        QTRY_COMPARE(find.code(), u"not_found"_s);
        QVERIFY2(find.message().contains(u"“c”"_s), qPrintable(find.message()));
        stage.fake.on("GET", "/rest/v1/uc/ivrscripts", jsonReply("{}", 500));
        Answer failing(stage.session().scripts().find(ScriptType::Ivr, u"c"_s));
        QTRY_COMPARE(failing.code(), u"refused"_s);
    }

    void lists()
    {
        Stage stage;
        stage.fake.on("GET", "/rest/v1/service/svcscripts", jsonReply(R"([{"id":"1","code":"a","lwt":"2024"},{"id":2,"code":"b"}])"));
        Answer list(stage.session().scripts().list());
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE((*list.result)->size(), 2);
        QCOMPARE((*list.result)->at(0).lwt, u"2024"_s);
        QCOMPARE((*list.result)->at(1).id, u"2"_s);
        stage.fake.on("GET", "/rest/v1/service/svcscripts", jsonReply("{}"));
        Answer bad(stage.session().scripts().list());
        QTRY_COMPARE(bad.code(), u"bad_answer"_s);
        stage.fake.on("GET", "/rest/v1/service/svcscripts", jsonReply("[{}]"));
        Answer noId(stage.session().scripts().list());
        QTRY_COMPARE(noId.code(), u"bad_answer"_s);
    }

    void removes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("done") << 200 << u"ok"_s;
        QTest::newRow("no content") << 204 << u"ok"_s;
        QTest::newRow("gone already") << 404 << u"ok"_s;
        QTest::newRow("refused") << 403 << u"refused"_s;
    }

    void removes()
    {
        QFETCH(const int, status);
        QFETCH(const QString, code);
        Stage stage;
        stage.fake.on("DELETE", "/rest/v1/service/svcscripts/a%2Fb", jsonReply("", status));
        Answer remove(stage.session().scripts().remove(u"a/b"_s));
        QTRY_COMPARE(remove.code(), code);
        QCOMPARE(stage.fake.requests.last().target, "/rest/v1/service/svcscripts/a%2Fb"_ba);
        if (status == 200) {
            stage.fake.close();
            Answer unreachable(stage.session().scripts().remove(u"x"_s));
            QTRY_VERIFY(unreachable.result);
        }
    }
};

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
