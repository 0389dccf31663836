// SPDX-License-Identifier: GPL-3.0-or-later
// Every value that the platform's documentation leaves open (platform.md, [A]) is one field of core::Dialect, and changing it changes what
// goes over the wire: one row for each field. A field without a row fails.
#include "stage.h"

#include "capability/capabilities.h"
#include "catalogue/catalogue.h"
#include "scenario/scenarioreader.h"
#include "scenario/validator.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace signalbox;
using core::Json;
using test::FramePeer;
using test::Stage;

namespace {

using Probe = std::function<QString(Stage &)>;

struct Row {
    const char *field;
    const char *value; ///< as JSON
    Probe probe;       ///< what is seen
    QString standard;  ///< seen without the change
    QString changed;
};

QString statusOf(const test::HttpAnswer &answer)
{
    return QString::number(answer.status);
}

QString namesOf(const Json &object)
{
    QStringList names;
    for (const core::JsonMember &member : object.members())
        names.append(member.key);
    return names.join(u' ');
}

/// "success", "timeout", or the code of the error.
QString outcomeOf(const Json &variables)
{
    const QString outcome = variables[u"outcome"].toString();
    return outcome == "error"_L1 ? variables[u"error"].toString().section(u':', 0, 0) : outcome;
}

QString resultOf(const Json &answer)
{
    return answer.contains(u"result") && answer.contains(u"qid") ? answer[u"result"].toString() : u"ok"_s;
}

QByteArray argument(int kind, int type, const QByteArray &value)
{
    return R"({"argType":)" + QByteArray::number(kind) + R"(,"varType":)" + QByteArray::number(type) + R"(,"value":)" +
           Json(QString::fromUtf8(value)).toCompact() + '}';
}

/// Sends msg/event without waiting; the content is an argument's text.
QByteArray sending(const QByteArray &content, const QByteArray &event = test::constant("seen"))
{
    return R"("operation":0,"direction":0,"capabilityName":)" + test::constant("msg") + R"(,"eventName":)" + event + R"(,"content":)" +
           content + R"(,"syncMode":0)";
}

/// The outcome of a message, its argument kinds of this number written as an unusual one.
QString outcomeWithKind(Stage &stage, int kind, const QByteArray &content)
{
    const auto written = [](int number) {
        return "\"argType\":" + QByteArray::number(number) + ',';
    };
    QByteArray scenario = test::websockScenario("kind", sending(content));
    scenario.replace(written(kind), written(test::unusualType));
    stage.admin().send("POST", u"/rest/v1/service/svcscripts"_s, scenario);
    stage.begin("kind", Stage::idOf(stage.peer()));
    const Json end = stage.end();
    return end.contains(u"outcome") ? outcomeOf(end) : u"failed"_s;
}

/// An assignment of the argument to "out"; what is in there at the end, or "failed".
QString assigned(Stage &stage, const QByteArray &value, const QByteArray &variables = {}, const QByteArray &opts = {})
{
    const Json end = stage.runObjects(R"({"oId":2,"oType":106,"mode":0,"variable":"out","value":)" + value + R"(,"transfer":9})",
                                      u"started"_s, variables, opts);
    return end.contains(u"out") ? end[u"out"].toString() : u"failed"_s;
}

/// Whether "abc" goes into a variable of this type.
QString takesText(Stage &stage, int type)
{
    const Json end =
        stage.runObjects(R"({"oId":2,"oType":106,"mode":0,"variable":"v","value":)" + argument(1, 2, "abc") + R"(,"transfer":9})", {},
                         R"(,{"id":"3","name":"v","type":)" + QByteArray::number(type) + R"(,"location":0})");
    return end.contains(u"out") ? u"text"_s : u"failed"_s;
}

QString reasonIn(const Json &answer)
{
    return answer[u"errormsg"].toString().section(u'“', 1).section(u'”', 0, 0);
}

/// The relative URL of a temp link to a file "a.txt".
QString linkOf(Stage &stage)
{
    stage.keepFile();
    const Json variables =
        stage.run(Stage::idOf(stage.peer()),
                  R"("operation":1,"filePath":)" + test::constant(":SYNC_COMMON/custom/a.txt") + R"(,"resultVariable":"result")");
    return variables[u"result"].toString();
}

/// What start parameters 1, 2, 3 and 5 are where the message ["note",7] starts a scenario; the connection's id is written "id".
QString receivedParams(Stage &stage)
{
    FramePeer &peer = stage.peer();
    const QByteArray id = Stage::idOf(peer).toUtf8();
    // ["…","…","…","…"], quotes doubled as expressions want them.
    const QByteArray between = " ++ \"\"\",\"\"\" ++ ";
    const QByteArray content =
        "\"[\"\"\" ++ startparam(1)" + between + "startparam(2)" + between + "startparam(3)" + between + "startparam(5) ++ \"\"\"]\"";
    stage.store("received", R"("scriptdata":{"objects":[{"oId":1,"oType":101,"type":0,"transfer":2},{"oId":2,"oType":144,"conn":)" +
                                test::constant(id) + ',' + sending(argument(3, 2, content)) +
                                R"(,"transfer":9,"transferError":9},{"oId":9,"oType":102}],"variables":[]})");
    peer.send(R"(["note",7])");
    QStringList params;
    const QList<Json> items = peer.take(u"seen").items();
    for (const Json &item : items)
        params.append(item.toString() == QString::fromUtf8(id) ? u"id"_s : item.toString());
    return params.join(u',');
}

operation::Operation listingOf(const QString &connection)
{
    return {connection, operation::ListFiles{}};
}

operation::Operation sendingOf(const QString &connection, const QString &event)
{
    operation::SendMessage message;
    message.capability = u"msg"_s;
    message.event = event;
    message.content = u"{}"_s;
    return {connection, message};
}

/// The time that our client gives the carrier of a file operation, in ms.
QString carrierTime(Stage &stage)
{
    Stage::Ours &ours = stage.ours();
    ours.perform(listingOf(Stage::idOf(stage.peer())));
    static const QRegularExpression timeout(uR"("timeout":([0-9]+))"_s);
    return timeout.match(ours.line(u"[\"start_svcscript\""_s)).captured(1);
}

/// Failed logins until the cluster answers otherwise than 401, at most 20.
int failuresUntilBan(Stage &stage, test::HttpClient &client)
{
    Q_UNUSED(stage)
    for (int count = 0; count < 20; ++count) {
        if (client.login("admin", "wrong").status != 401)
            return count;
    }
    return 20;
}

QList<Row> sessionRows()
{
    return {
        {"cookieName", R"("EraSession")",
         [](Stage &stage) { return QString::fromLatin1(stage.client()->login("admin").header("set-cookie").split('=').first()); },
         u"RSession"_s, u"EraSession"_s},
        {"sessionLimitStatus", "503",
         [](Stage &stage) {
             for (int i = 0; i < 10; ++i)
                 stage.client()->login("admin");
             return statusOf(stage.client()->login("admin"));
         },
         u"429"_s, u"503"_s},
        {"sessionsPerUser", "3",
         [](Stage &stage) {
             int count = 0;
             while (count < 20 && stage.client()->login("admin").status == 200)
                 ++count;
             return QString::number(count);
         },
         u"10"_s, u"3"_s},
        {"sessionTtlS", "600",
         [](Stage &stage) {
             const qint64 ttl = stage.client()->login("admin").json()[u"ttl"].toInt().value_or(0);
             return QString::number((ttl + 59) / 60); // some of it may have passed
         },
         u"720"_s, u"10"_s},
        {"banFailures", "2", [](Stage &stage) { return QString::number(failuresUntilBan(stage, *stage.client())); }, u"5"_s, u"2"_s},
        {"banWindowS", "60",
         [](Stage &stage) {
             failuresUntilBan(stage, *stage.client());
             stage.pass(std::chrono::seconds(100));
             return statusOf(stage.client()->login("admin"));
         },
         u"403"_s, u"200"_s},
        {"banStatus", "423",
         [](Stage &stage) {
             failuresUntilBan(stage, *stage.client());
             return statusOf(stage.client()->login("admin"));
         },
         u"403"_s, u"423"_s},
        {"sessionMembers", R"(["sid","kind","uid","name","td","left","secret"])",
         [](Stage &stage) { return namesOf(stage.client()->login("admin", "demo", R"(,"session_type":"token")").json()); },
         u"session_id session_type user_id login domain ttl session_token"_s, u"sid kind uid name td left secret"_s},
        {"connectionMembers", R"(["id","place","server","from","keys","agent","host","port"])",
         [](Stage &stage) {
             stage.peer();
             const Json sessions = stage.admin().send("GET", u"/rest/v1/master/logicalroles/ws/sessions?sites=%22all%22"_s).json();
             for (const Json &session : sessions.items()) {
                 if (session[u"connections"].size() > 0)
                     return namesOf(session[u"connections"].at(0)).section(u' ', 0, 7);
             }
             return u"none"_s;
         },
         u"connection_id site node since caps app peer_address peer_port"_s, u"id place server from keys agent host port"_s},
        {"errorMembers", R"(["code","text"])", [](Stage &stage) { return namesOf(stage.client()->send("GET", u"/nothing"_s).json()); },
         u"error_code error_message"_s, u"code text"_s},
    };
}

QList<Row> socketRows()
{
    return {
        {"pingIntervalMs", "60000",
         [](Stage &stage) {
             FramePeer &peer = stage.peer();
             stage.pass(std::chrono::seconds(31));
             Stage::idOf(peer); // comes behind the ping
             return QString::number(peer.pings);
         },
         u"1"_s, u"0"_s},
        {"pingsMissed", "4",
         [](Stage &stage) {
             FramePeer &peer = stage.peer();
             peer.answersPings = false;
             for (int i = 0; i < 10 && !peer.isClosed(); ++i) {
                 stage.pass(std::chrono::seconds(31));
                 stage.settle();
                 (void)QTest::qWaitFor([&peer, i] { return peer.isClosed() || peer.pings > i; }, 10000);
             }
             return QString::number(peer.pings);
         },
         u"2"_s, u"4"_s},
        {"resultSuffix", R"("_reply")",
         [](Stage &stage) {
             FramePeer &peer = stage.peer();
             stage.beginWebsock(Stage::idOf(peer), test::sendMessage(0, "msg", "ask", "{}", true));
             const QByteArray qid = peer.take(u"ask")[u"qid"].toCompact();
             peer.send(R"(["ask_reply",{"qid":)" + qid + R"(,"by":"reply"}])");
             peer.send(R"(["ask_result",{"qid":)" + qid + R"(,"by":"result"}])");
             return stage.end()[u"result"].toString();
         },
         uR"({"by":"result"})"_s, uR"({"by":"reply"})"_s},
        {"restMethod", R"("http")",
         [](Stage &stage) {
             stage.svc().send(R"(["http",{"qid":1,"verb":"GET","path":"/rest/v1/iam/sessions/current"}])");
             return stage.svc().take(u"http_result")[u"result"].toString();
         },
         u"error"_s, u"ok"_s},
        {"startConnectionParam", "5", receivedParams, u"id,note,7,"_s, u",note,7,id"_s},
        {"startEventParam", "5", receivedParams, u"id,note,7,"_s, u"id,,7,note"_s},
        {"startContentParam", "5", receivedParams, u"id,note,7,"_s, u"id,note,,7"_s},
        {"undeclaredIsRequest", "false",
         [](Stage &stage) {
             stage.beginWebsock(Stage::idOf(stage.peer()), test::sendMessage(0, "msg", "unheard", "{}", true));
             return stage.peer().take(u"unheard").contains(u"qid") ? u"request"_s : u"event"_s;
         },
         u"request"_s, u"event"_s},
        {"userConnectionInfo", "false",
         [](Stage &stage) {
             const QByteArray id = stage.client()->login("admin").json()[u"session_id"].toString().toUtf8();
             test::SocketClient user;
             if (!user.open(stage.url(), u"/ws"_s, "Authorization", "Bearer " + id))
                 return u"refused"_s;
             user.call("setup", R"({"qid":1,"capabilities":[]})");
             return user.call("connection_info", R"({"qid":2})")[u"result"].toString();
         },
         u"ok"_s, u"error"_s},
        {"sessionPerConnection", "false",
         [](Stage &stage) {
             const auto other = stage.openPeer();
             return Stage::sessionOf(*other) == Stage::sessionOf(stage.peer()) ? u"shared"_s : u"own"_s;
         },
         u"own"_s, u"shared"_s},
        {"socketSessionIsBearer", "false",
         [](Stage &stage) {
             const auto system = stage.client();
             system->bearer = Stage::sessionOf(stage.peer());
             return statusOf(system->send("GET", u"/rest/v1/fs/targets/websocktemp"_s));
         },
         u"200"_s, u"401"_s},
        {"errorMethod", R"("fault")",
         [](Stage &stage) {
             stage.peer().send("no message");
             return stage.peer().nextMethod();
         },
         u"error"_s, u"fault"_s},
    };
}

QList<Row> componentRows()
{
    const auto noticeOutcome = [](Stage &stage, bool pongs) {
        FramePeer &peer = stage.peer();
        peer.answersPings = pongs;
        stage.beginWebsock(Stage::idOf(peer), test::sendMessage(0, "msg", "notice", R"({"text":"x"})", true));
        peer.take(u"notice");
        stage.pass(std::chrono::seconds(pongs ? 0 : 10));
        return stage.end();
    };
    return {
        {"timeoutDefaultS", "30",
         [](Stage &stage) {
             FramePeer &peer = stage.peer();
             stage.beginWebsock(Stage::idOf(peer), sending(test::constant("{}")).replace(R"("syncMode":0)", R"("syncMode":1)"));
             const QByteArray qid = peer.take(u"seen")[u"qid"].toCompact();
             stage.pass(std::chrono::seconds(15));
             peer.send(R"(["seen_result",{"qid":)" + qid + "}]");
             return outcomeOf(stage.end());
         },
         u"timeout"_s, u"success"_s},
        {"timeoutMaxS", "5000",
         [](Stage &stage) {
             return outcomeOf(stage.run(Stage::idOf(stage.peer()), test::sendMessage(0, "msg", "notice", R"({"text":"x"})", true, "4000")));
         },
         u"bad_argument"_s, u"success"_s},
        {"fileOperationMs", "1000", carrierTime, u"65000"_s, u"6000"_s},
        {"confirmByPing", "false", [noticeOutcome](Stage &stage) { return outcomeOf(noticeOutcome(stage, false)); }, u"timeout"_s,
         u"success"_s},
        {"confirmedResult", R"("delivered")", [noticeOutcome](Stage &stage) { return noticeOutcome(stage, true)[u"result"].toString(); },
         QString(), u"delivered"_s},
        {"ownQidReplaced", "false",
         [](Stage &stage) {
             FramePeer &peer = stage.peer();
             stage.beginWebsock(Stage::idOf(peer), test::sendMessage(0, "msg", "ask", R"({"qid":[7]})", true));
             const QByteArray qid = peer.take(u"ask")[u"qid"].toCompact();
             peer.send(R"(["ask_result",{"qid":)" + qid + "}]");
             return outcomeOf(stage.end()) + (qid == "[7]" ? u" by its own"_s : u" by a fresh one"_s);
         },
         u"success by a fresh one"_s, u"success by its own"_s},
        {"directionChecked", "false",
         [](Stage &stage) {
             return outcomeOf(stage.run(Stage::idOf(stage.peer()), test::sendMessage(2, "msg", "notice", R"({"text":"x"})", false)));
         },
         u"wrong_direction"_s, u"success"_s},
        {"capabilityChecked", "false",
         [](Stage &stage) { return outcomeOf(stage.run(Stage::idOf(stage.peer()), test::sendMessage(0, "test", "x", "{}", false))); },
         u"no_capability"_s, u"success"_s},
        {"otherContentIsText", "false",
         [](Stage &stage) { return outcomeOf(stage.run(test::deskPeer, test::sendMessage(2, "plugin_desk", "note", "no { JSON", false))); },
         u"success"_s, u"bad_content"_s},
        {"nameFromPath", "false",
         [](Stage &stage) {
             stage.keepFile();
             return outcomeOf(stage.run(Stage::idOf(stage.peer()), R"("operation":2,"websocktempMethod":2,"websocktempFilePath":)" +
                                                                       test::constant(":SYNC_COMMON/custom/a.txt")));
         },
         u"success"_s, u"bad_argument"_s},
        {"errorSeparator", R"(" - ")",
         [](Stage &stage) { return stage.run(u"nobody"_s, sending(test::constant("{}")))[u"error"].toString().first(12); },
         u"not_found: T"_s, u"not_found - "_s},
        {"errorCodes",
         R"(["absent","asleep","direction","capability","argument","content","nofile","exists","large","refused","away","fault"])",
         [](Stage &stage) {
             // Our client knows what the cluster means all the same.
             return outcomeOf(stage.run(u"nobody"_s, sending(test::constant("{}")))) + u' ' +
                    stage.ours().perform(sendingOf(u"nobody"_s, u"seen"_s)).error.code;
         },
         u"not_found not_found"_s, u"absent not_found"_s},
    };
}

QList<Row> fileRows()
{
    return {
        {"tempPrefix", R"("/t/once/")", [](Stage &stage) { return linkOf(stage).section(u'/', 0, -2); }, u"/temp"_s, u"/t/once"_s},
        {"tempRandomBytes", "32", [](Stage &stage) { return QString::number(linkOf(stage).section(u'/', -1).section(u'.', 0, 0).size()); },
         u"32"_s, u"64"_s},
        {"tempExtension", "false", [](Stage &stage) { return linkOf(stage).section(u'.', 1); }, u"txt"_s, QString()},
        {"tempNamesFile", "false",
         [](Stage &stage) {
             const QByteArray disposition = stage.client()->send("GET", linkOf(stage)).header("content-disposition");
             return disposition.contains("a.txt") ? u"named"_s : disposition.isEmpty() ? u"none"_s : u"not named"_s;
         },
         u"named"_s, u"not named"_s},
        {"tempAbsentStatus", "410", [](Stage &stage) { return statusOf(stage.client()->send("GET", u"/temp/00"_s)); }, u"404"_s, u"410"_s},
        {"tempLifetimeS", "100",
         [](Stage &stage) {
             const QString link = linkOf(stage);
             stage.pass(std::chrono::seconds(200));
             return statusOf(stage.client()->send("GET", link));
         },
         u"200"_s, u"404"_s},
        {"websocktempLingerS", "10",
         [](Stage &stage) {
             const auto user = stage.client();
             user->bearer = user->login("admin").json()[u"session_id"].toString().toUtf8();
             const QString directory = u"/rest/v1/fs/targets/websocktemp"_s;
             const auto connect = [&] {
                 auto socket = std::make_unique<test::SocketClient>();
                 (void)socket->open(stage.url(), u"/ws"_s, "Authorization", "Bearer " + user->bearer);
                 return socket;
             };
             auto socket = connect();
             user->upload(u"websocktemp"_s, {{"a.txt", "x"}});
             socket->socket.close();
             (void)QTest::qWaitFor([&] { return user->send("GET", directory).status == 404; }, 10000);
             stage.pass(std::chrono::seconds(20));
             socket = connect();
             return QString::number(user->send("GET", directory).json().size());
         },
         u"1"_s, u"0"_s},
        {"websocktempAbsentStatus", "409",
         [](Stage &stage) { return statusOf(stage.admin().send("GET", u"/rest/v1/fs/targets/websocktemp"_s)); }, u"404"_s, u"409"_s},
        {"tokenTargets", R"("websocktemp,custom")",
         [](Stage &stage) {
             const auto system = stage.client();
             system->bearer = Stage::sessionOf(stage.peer());
             return statusOf(system->send("GET", u"/rest/v1/fs/targets/custom"_s));
         },
         u"403"_s, u"200"_s},
        {"publisherRole", R"("publisher")",
         [](Stage &stage) {
             return statusOf(stage.admin().upload(u"www"_s, {{"a.txt", "x"}}));
         },
         u"200"_s, u"403"_s},
        {"tempCategory", R"(":RUN")",
         [](Stage &stage) {
             const auto system = stage.client();
             system->bearer = Stage::sessionOf(stage.peer());
             system->upload(u"websocktemp"_s, {{"a.txt", "x"}});
             return stage
                 .run(Stage::idOf(stage.peer()), R"("operation":2,"websocktempMethod":1,"websocktempFileName":)" + test::constant("a.txt") +
                                                     R"(,"resultVariable":"result")")[u"result"]
                 .toString();
         },
         u":TEMP/a.txt"_s, u":RUN/a.txt"_s},
    };
}

QList<Row> scenarioRows()
{
    const QByteArray fault = R"({"oId":2,"oType":106,"mode":0,"variable":"v","value":)" + argument(1, 2, "abc") + R"(,"transfer":9})";
    const QByteArray number = R"(,{"id":"3","name":"v","type":1,"location":0})";
    return {
        {"argConstant", "22", [](Stage &stage) { return outcomeWithKind(stage, 1, test::constant("7")); }, u"failed"_s, u"success"_s},
        {"argVariable", "22", [](Stage &stage) { return outcomeWithKind(stage, 2, test::constant("7")); }, u"bad_argument"_s, u"success"_s},
        {"argExpression", "22", [](Stage &stage) { return outcomeWithKind(stage, 3, argument(3, 2, "3 + 4")); }, u"bad_argument"_s,
         u"success"_s},
        {"argTemplate", "22", [](Stage &stage) { return outcomeWithKind(stage, 4, argument(4, 2, "[1,[2]]")); }, u"bad_argument"_s,
         u"success"_s},
        {"typeNumber", "22", [](Stage &stage) { return takesText(stage, test::unusualType); }, u"text"_s, u"failed"_s},
        {"typeString", "3", [](Stage &stage) { return takesText(stage, 3); }, u"failed"_s, u"text"_s},
        {"typeDateTime", "22", [](Stage &stage) { return takesText(stage, test::unusualType); }, u"text"_s, u"failed"_s},
        {"locationLocal", "1", [](Stage &stage) { return assigned(stage, argument(1, 2, "kept")); }, u"kept"_s, u"failed"_s},
        {"locationLast", "6",
         [](Stage &stage) { // no cluster looks at it; who validates a scenario does
             const auto read = scenario::readScenario(R"({"objects":[{"oId":1,"oType":101,"transfer":2},{"oId":2,"oType":102}],
"variables":[{"id":"1","name":"v","type":2,"location":6}]})");
             const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
             const capability::Capabilities capabilities;
             const auto found = scenario::Validator(catalogue, capabilities, stage.dialect()).validate(*read.scenario);
             const auto isError = [](const core::Diagnostic &each) {
                 return each.severity == core::Severity::Error;
             };
             return std::any_of(found.begin(), found.end(), isError) ? u"refused"_s : u"taken"_s;
         },
         u"refused"_s, u"taken"_s},
        {"codeExistsStatus", "422",
         [](Stage &stage) {
             const QByteArray entity = test::websockScenario("twice", sending(test::constant("{}")));
             stage.admin().send("POST", u"/rest/v1/service/svcscripts"_s, entity);
             return statusOf(stage.admin().send("POST", u"/rest/v1/service/svcscripts"_s, entity));
         },
         u"409"_s, u"422"_s},
        {"assignmentMembers", R"(["name","to"])",
         [](Stage &stage) {
             const Json end = stage.runObjects(R"({"oId":2,"oType":106,"mode":1,"operations":[{"name":"out","to":)" +
                                               argument(1, 2, "set") + R"(}],"transfer":9})");
             return end.contains(u"out") ? end[u"out"].toString() : u"failed"_s;
         },
         u"failed"_s, u"set"_s},
        {"startParamWins", "false",
         [](Stage &stage) { return assigned(stage, argument(2, 2, "in"), {}, R"(,"opts":{"variables":{"in":"from opts"}})"); },
         u"started"_s, u"from opts"_s},
        {"limitReason", R"("ownerdown")",
         [](Stage &stage) {
             return reasonIn(stage.runObjects(R"({"oId":2,"oType":106,"mode":0,"variable":"out","value":)" + argument(1, 2, "x") +
                                              R"(,"transfer":2})"));
         },
         u"stop"_s, u"ownerdown"_s},
        {"faultReason", R"("ownerdown")", [fault, number](Stage &stage) { return reasonIn(stage.runObjects(fault, {}, number)); },
         u"error"_s, u"ownerdown"_s},
        {"trueText", R"("yes")", [](Stage &stage) { return assigned(stage, argument(3, 2, "1 == 1")); }, u"true"_s, u"yes"_s},
        {"falseText", R"("no")", [](Stage &stage) { return assigned(stage, argument(3, 2, "if(1 == 2, 1, 1 == 2)")); }, u"false"_s,
         u"no"_s},
        {"comparisonTokens", R"(["<<","=<","==",">=",">","=/="])", [](Stage &stage) { return assigned(stage, argument(3, 2, "1 << 2")); },
         u"failed"_s, u"true"_s},
        {"templateEscapes", "true",
         [](Stage &stage) {
             const QByteArray content = argument(4, 2, R"({"text":"[in]"})");
             const Json end = stage.runObjects(R"({"oId":2,"oType":144,"conn":)" + test::constant(Stage::idOf(stage.peer()).toUtf8()) +
                                                   ',' + sending(content) + R"(,"errorVariable":"out","transfer":9,"transferError":9})",
                                               u"say \"x\""_s);
             const QString error = end[u"out"].toString().section(u':', 0, 0);
             return error.isEmpty() ? stage.peer().take(u"seen")[u"text"].toString() : error;
         },
         u"bad_content"_s, u"say \"x\""_s},
    };
}

QList<Row> carrierRows()
{
    return {
        {"carrierPrefix", R"("mine-")",
         [](Stage &stage) {
             Stage::Ours &ours = stage.ours();
             ours.perform(sendingOf(Stage::idOf(stage.peer()), u"seen"_s));
             static const QRegularExpression code(u"\"code\":\"([a-z]+-)"_s);
             return code.match(ours.line(u"[\"start_svcscript\""_s)).captured(1);
         },
         u"sbx-"_s, u"mine-"_s},
        {"carriersKept", "1",
         [](Stage &stage) {
             const QString id = Stage::idOf(stage.peer());
             Stage::Ours &ours = stage.ours();
             for (const QString &event : {u"one"_s, u"two"_s, u"one"_s})
                 ours.perform(sendingOf(id, event));
             return QString::number(ours.count(u"> POST "_s, u"/rest/v1/service/svcscripts"_s)); // made
         },
         u"2"_s, u"3"_s},
        {"carrierGraceMs", "100", carrierTime, u"65000"_s, u"60100"_s},
        {"variablesAsArguments", "false",
         [](Stage &stage) {
             Stage::Ours &ours = stage.ours();
             ours.perform(sendingOf(Stage::idOf(stage.peer()), u"seen"_s));
             return ours.line(u"[\"start_svcscript\""_s).contains("startparam1"_L1) ? u"parameter"_s : u"constant"_s;
         },
         u"parameter"_s, u"constant"_s},
        {"linksAtNode", "false",
         [](Stage &stage) {
             stage.keepFile();
             const QTemporaryDir folder;
             const auto outcome = stage.ours().bring({test::ordersPeer, operation::PlaceTempFile{u":SYNC_COMMON/custom/a.txt"_s}},
                                                     folder.filePath(u"a.txt"_s));
             return operation::outcomeName(outcome.kind); // the link is good at its own node alone
         },
         u"success"_s, u"error"_s},
        {"startScriptTimeoutMs", "20000",
         [](Stage &stage) {
             stage.store("pause",
                         R"("scriptdata":{"objects":[{"oId":1,"oType":101,"type":0,"transfer":2},{"oId":2,"oType":103,"timeoutMs":)" +
                             argument(1, 1, "15000") + R"(,"transfer":9},{"oId":9,"oType":102}],"variables":[]})");
             stage.begin("pause", {});
             stage.settle();
             stage.pass(std::chrono::seconds(12));
             stage.pass(std::chrono::seconds(5));
             return resultOf(stage.end());
         },
         u"error"_s, u"ok"_s},
    };
}

QList<Row> rows()
{
    return sessionRows() + socketRows() + componentRows() + fileRows() + scenarioRows() + carrierRows();
}

} // namespace

class TestDialectOnTheWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyFieldHasARow()
    {
        QStringList names;
        const QList<Row> all = rows();
        for (const Row &row : all)
            names.append(QString::fromLatin1(row.field));
        QCOMPARE(names.removeDuplicates(), 0);
        QStringList missing = core::Dialect::fieldNames();
        missing.removeIf([&names](const QString &field) { return names.contains(field); });
        QVERIFY2(missing.isEmpty(), qPrintable(u"fields without a row here: "_s + missing.join(u' ')));
        QCOMPARE(names.size(), core::Dialect::fieldNames().size());
    }

    void everyFieldIsInTheList()
    {
        // A field that is left out of the list could not be read from a profile: the struct's own text is the witness.
        QFile header(QStringLiteral(SIGNALBOX_SOURCE_DIR "/lib/core/dialect.h"));
        QVERIFY(header.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(header.readAll()).section(u"struct Dialect {"_s, 1).section(u"std::optional<"_s, 0, 0);
        static const QRegularExpression field(uR"(^    (?:int|bool|QString|QStringList) (\w+)(?: = |;|\{))"_s,
                                              QRegularExpression::MultilineOption);
        QStringList declared;
        for (auto match = field.globalMatch(text); match.hasNext();)
            declared.append(match.next().captured(1));
        declared.sort();
        QStringList known = core::Dialect::fieldNames();
        known.sort();
        QCOMPARE(declared, known);
    }

    void onTheWire_data()
    {
        QTest::addColumn<int>("index");
        const QList<Row> all = rows();
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::newRow(all.at(i).field) << static_cast<int>(i);
    }
    void onTheWire()
    {
        QFETCH(int, index);
        const Row row = rows().at(index);
        QVERIFY(row.standard != row.changed);
        const auto change = core::readJson("{\"" + QByteArray(row.field) + "\":" + row.value + '}');
        QVERIFY(change.has_value());
        const auto dialect = core::Dialect::fromJson(*change);
        QVERIFY2(dialect.has_value(), dialect ? "" : qPrintable(dialect.error().message));
        QCOMPARE(dialect->toJson(), *change);

        const auto seenWith = [&row](const core::Dialect &used) {
            Stage stage(used);
            return stage.start() ? row.probe(stage) : u"no cluster"_s;
        };
        QCOMPARE(seenWith(core::Dialect()), row.standard);
        QCOMPARE(seenWith(*dialect), row.changed);
    }
};

QTEST_GUILESS_MAIN(TestDialectOnTheWire)
#include "tst_dialect.moc"
