// SPDX-License-Identifier: GPL-3.0-or-later
// The registrar's connections and picking one of them.
#include "stage.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;

namespace {

constexpr const char *path = "/rest/v1/master/logicalroles/ws/sessions";

const QByteArray sessions = R"([
    {"session_id":"s1","session_type":"token","user_id":"p-1","login":"crm","site":"main","connections":[
        {"connection_id":"c-crm","site":"main","node":"ws1","caps":["msg","rest"]},
        {"connection_id":"c-crm-2","node":"ws2","caps":["rest"],"integration_point_id":"i-1"}]},
    {"session_id":"s2","session_type":"web","user_id":"u-1","login":"ada","site":"far","connections":[
        {"connection_id":"c-ada","site":"far","node":"ws3","caps":["subscr"]}]},
    {"session_id":"s3","session_type":"web","login":"crm","connections":[
        {"connection_id":"c-owner","ownertype":"token","caps":["x"]},
        {"connection_id":"c-user-crm","caps":["msg"]}]},
    {"session_id":"s4","session_type":"web","login":"bob"},
    {"session_id":"s2","session_type":"web","login":"ada","connections":[{"connection_id":"c-ada"}]}
])";

} // namespace

class TestRegistrar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void lists()
    {
        Stage stage;
        stage.fake.on("GET", path, jsonReply(sessions));
        Answer list(stage.session().registrar().list());
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE(stage.fake.requests.last().target, QByteArray(path) + "?sites=%22all%22");
        const QList<Registration> found = **list.result;
        QStringList ids;
        QStringList kinds;
        for (const Registration &registration : found) {
            ids.append(registration.connection.connectionId);
            kinds.append(registration.kind());
        }
        QCOMPARE(ids, QStringList({u"c-crm"_s, u"c-crm-2"_s, u"c-ada"_s, u"c-owner"_s, u"c-user-crm"_s})); // c-ada once
        QCOMPARE(kinds, QStringList({u"token"_s, u"token"_s, u"user"_s, u"token"_s, u"user"_s}));
        QCOMPARE(found[1].connection.site, u"main"_s); // of its session
        QCOMPARE(found[1].session.login, u"crm"_s);
    }

    void listFails_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("no administrator") << R"({"error_code":3,"error_message":"Access denied"})"_ba << 403 << u"refused"_s
                                          << u"administrator"_s;
        QTest::newRow("fault") << "{}"_ba << 500 << u"refused"_s << u"500"_s;
        QTest::newRow("no list") << "{}"_ba << 200 << u"bad_answer"_s << u"list"_s;
        QTest::newRow("bad record") << R"([{"session_id":"a","connections":[{}]}])"_ba << 200 << u"bad_answer"_s << u"connection_id"_s;
        QTest::newRow("no JSON") << "x"_ba << 200 << u"bad_answer"_s << u"not JSON"_s;
    }

    void listFails()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        QFETCH(const QString, said);
        Stage stage;
        stage.fake.on("GET", path, jsonReply(body, status));
        Answer list(stage.session().registrar().list());
        QTRY_COMPARE(list.code(), code);
        QVERIFY2(list.message().contains(said), qPrintable(list.message()));
        Answer pick(stage.session().registrar().pick({u"x"_s, {}, {}, {}}));
        QTRY_COMPARE(pick.code(), code);
    }

    void picks_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("picked"); // the id, or the error's code
        QTest::newRow("id") << u"c-ada"_s << u"c-ada"_s;
        QTest::newRow("id in spaces") << u" c-ada "_s << u"c-ada"_s;
        QTest::newRow("unknown id") << u"c-none"_s << u"no_connection"_s;
        QTest::newRow("user") << u"user=ada"_s << u"c-ada"_s;
        QTest::newRow("user with capability") << u"user=ada,capability=subscr"_s << u"c-ada"_s;
        QTest::newRow("user without that capability") << u"user=ada,capability=msg"_s << u"no_connection"_s;
        QTest::newRow("user, not the point of that name") << u"user=crm"_s << u"c-user-crm"_s;
        QTest::newRow("points") << u"point=crm"_s << u"several_connections"_s;
        QTest::newRow("point with capability") << u"point=crm,capability=msg"_s << u"c-crm"_s;
        QTest::newRow("in any order, with spaces") << u"capability = msg , point = crm"_s << u"c-crm"_s;
        QTest::newRow("point by id") << u"point=p-1,capability=msg"_s << u"c-crm"_s;
        QTest::newRow("point by integration point id") << u"point=i-1"_s << u"c-crm-2"_s;
        QTest::newRow("user is no point") << u"point=ada"_s << u"no_connection"_s;
    }

    void picks()
    {
        QFETCH(const QString, selector);
        QFETCH(const QString, picked);
        Stage stage;
        stage.fake.on("GET", path, jsonReply(sessions));
        const auto parsed = Selector::parse(selector);
        QVERIFY(parsed);
        Answer pick(stage.session().registrar().pick(*parsed));
        QTRY_VERIFY(pick.result);
        QCOMPARE(*pick.result ? (*pick.result)->connection.connectionId : pick.code(), picked);
        if (picked == "several_connections"_L1) {
            QVERIFY(pick.message().contains(u"c-crm (token crm, main/ws1; msg, rest)"_s));
            QVERIFY(pick.message().contains(u"c-owner"_s));
            QVERIFY(!pick.message().contains(u"c-ada"_s));
        } else if (picked == "no_connection"_L1) {
            QVERIFY(pick.message().contains(u"c-ada (user ada, far/ws3; subscr)"_s));
        }
    }

    void noneAtAllAndVeryMany()
    {
        Stage stage;
        stage.fake.on("GET", path, jsonReply("[]"));
        Answer none(stage.session().registrar().pick({u"x"_s, {}, {}, {}}));
        QTRY_COMPARE(none.code(), u"no_connection"_s);
        QVERIFY(none.message().contains(u"has none"_s));
        QByteArray many = R"([{"session_id":"s","session_type":"token","login":"crm","connections":[{"connection_id":"c0"})";
        for (int i = 1; i < 50; ++i)
            many += ",{\"connection_id\":\"c" + QByteArray::number(i) + "\"}";
        stage.fake.on("GET", path, jsonReply(many + "]}]"));
        Answer several(stage.session().registrar().pick({{}, {}, u"crm"_s, {}}));
        QTRY_COMPARE(several.code(), u"several_connections"_s);
        QVERIFY(several.message().contains(u"c19 "_s));
        QVERIFY(!several.message().contains(u"c20 "_s));
        QVERIFY(several.message().contains(u"30 more"_s));
    }

    void badSelectors_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s, u"  "_s, u"two words"_s, u"a,b"_s, u"user="_s, u"=ada"_s, u"login=ada"_s, u"user=ada,user=bob"_s,
                                    u"user=ada,point=crm"_s, u"capability=msg"_s, u"user=ada,"_s, u"user=ada,x"_s})
            QTest::newRow(qPrintable(text)) << text;
    }

    void badSelectors()
    {
        QFETCH(const QString, text);
        const auto selector = Selector::parse(text);
        QVERIFY(!selector);
        QCOMPARE(selector.error().code, u"bad_selector"_s);
        QVERIFY(selector.error().message.contains(text));
    }

    void selectorsAreRead()
    {
        const auto id = Selector::parse(u"c-1"_s);
        QVERIFY(id && id->isPlainId());
        const auto user = Selector::parse(u"user=a=b,capability=c"_s);
        QVERIFY(user && !user->isPlainId());
        QCOMPARE(user->user, u"a=b"_s);
        QCOMPARE(user->capability, u"c"_s);
    }
};

QTEST_GUILESS_MAIN(TestRegistrar)
#include "tst_registrar.moc"
