// SPDX-License-Identifier: GPL-3.0-or-later
// Files over the REST API, without sockets and in virtual time: each promise of platform.md §4 by its name, and what is refused.
#include "integration/simulator/scenarios.h"
#include "simulator/filearea.h"
#include "simulator/svchost.h"
#include "support/simulatedstate.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace signalbox;
using test::FakeTransport;
using test::RestAnswer;
using test::SimulatedState;
using Promise = std::function<void()>;
Q_DECLARE_METATYPE(Promise)

namespace {

const QByteArray targets = "/rest/v1/fs/targets/";
const QByteArray multipart = "Content-Type: multipart/form-data; boundary=b";

QByteArray part(const QByteArray &name, const QByteArray &content)
{
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n";
}

QByteArray contentOf(const RestAnswer &answer)
{
    QFile file(answer.reply.filePath);
    if (answer.reply.filePath.isEmpty() || !file.open(QIODevice::ReadOnly) || !file.seek(answer.reply.fileOffset))
        return "no file: " + answer.reply.body;
    return file.read(answer.reply.fileLength);
}

QStringList statusesOf(const RestAnswer &answer)
{
    QStringList statuses;
    const core::Json records = answer.json();
    for (const core::Json &record : records.items())
        statuses.append(record[u"status"].toString());
    return statuses;
}

QByteArray bearerOf(const std::shared_ptr<simulator::Connection> &connection)
{
    return "Authorization: Bearer " + connection->session()->id.toLatin1();
}

} // namespace

class TestFileRoutes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SimulatedState> m_cluster;
    QByteArray m_admin; // header

    void start(const std::function<void(simulator::ClusterConfig &)> &change = {})
    {
        auto config = simulator::ClusterConfig::demo();
        config.nodes = 2;
        config.sites = 2;
        if (change)
            change(config);
        m_cluster = std::make_unique<SimulatedState>(config);
        m_admin = m_cluster->bearer();
    }
    RestAnswer upload(const QByteArray &target, const QByteArray &parts, const QByteArray &who = {}, int node = 0)
    {
        return m_cluster->rest(node, "POST", targets + target, parts + "--b--\r\n", {who.isEmpty() ? m_admin : who, multipart});
    }
    RestAnswer send(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}, const QByteArrayList &more = {})
    {
        return m_cluster->rest(0, method, targets + path, body, QByteArrayList{m_admin} + more);
    }
    RestAnswer visit(const QByteArray &path, const QByteArray &method = "GET", const QByteArrayList &headers = {}, int node = 0)
    {
        return m_cluster->rest(node, method, path, {}, headers);
    }
    RestAnswer list(const QByteArray &query, const QByteArray &target = "custom") { return send("GET", target + query); }

    /// What becomes of an operation on a connection, by a scenario that holds it.
    operation::Outcome perform(const QString &connection, const QByteArray &properties)
    {
        simulator::Scripts &scripts = m_cluster->services().scripts;
        const auto stored = scripts.create(test::parsed(test::websockScenario("t", R"("resultVariable":"result",)" + properties)));
        if (!stored)
            return operation::Outcome::failure(stored.error().code, stored.error().message);
        core::Json variables;
        m_cluster->state->node(0).svc().start(u"t"_s, {{1, core::Value(connection)}}, std::chrono::seconds(10),
                                              [&variables](const core::Result<core::Json> &given) {
                                                  if (given)
                                                      variables = *given;
                                              });
        m_cluster->pass(std::chrono::milliseconds(0));
        if (!scripts.remove((*stored)[u"id"].toString()))
            return operation::Outcome::failure(u"test"_s, u"the scenario is still there"_s);
        const QString error = variables[u"error"].toString();
        return error.isEmpty() ? operation::Outcome::success(variables[u"result"].toString())
                               : operation::Outcome::failure(error.section(u':', 0, 0), error);
    }
    static QByteArray placing(const QByteArray &path) { return R"("operation":1,"filePath":)" + test::constant(path); }
    static QByteArray putting(const QByteArray &path)
    {
        return R"("operation":2,"websocktempMethod":2,"websocktempFilePath":)" + test::constant(path);
    }

    // The promises ----------------------------------------------------------------------------------------------------
    void postTakesManyParts()
    {
        const auto one = upload("custom", part("one.txt", "1"));
        QCOMPARE(one.status(), 200);
        QCOMPARE(one.reply.body, R"([{"name":"one.txt","size":1,"status":"ok"}])");
        QCOMPARE(upload("files", part("a", "12") + part("b", "") + part("c", "123")).reply.body,
                 R"([{"name":"a","size":2,"status":"ok"},{"name":"b","size":0,"status":"ok"},{"name":"c","size":3,"status":"ok"}])");
        QCOMPARE(contentOf(send("GET", "files/c")), "123");
        QCOMPARE(contentOf(send("GET", "files/b")), "");
    }
    void anExistingNameIsThatPartsError()
    {
        upload("custom", part("a", "old"));
        const auto second = upload("custom", part("a", "new") + part("b", "2"));
        QCOMPARE(second.status(), 200);
        QCOMPARE(statusesOf(second), (QStringList{u"already_exists"_s, u"ok"_s}));
        QCOMPARE(contentOf(send("GET", "custom/a")), "old");
        QCOMPARE(statusesOf(upload("custom", part("c", "1") + part("c", "2"))), (QStringList{u"ok"_s, u"already_exists"_s}));
        QCOMPARE(contentOf(send("GET", "custom/c")), "1");
    }
    void getListsACollection()
    {
        upload("custom", part("b.txt", "1234567890") + part("a.txt", "1") + part("c.bin", "123"));
        const auto all = list({});
        QCOMPARE(all.status(), 200);
        const QString now = all.json().at(0)[u"last_modified"].toString();
        QCOMPARE(QDateTime::fromString(now, Qt::ISODateWithMs).toMSecsSinceEpoch(), m_cluster->clock.nowMs());
        QCOMPARE(all.json().at(0).toCompact(), "{\"name\":\"a.txt\",\"size\":1,\"last_modified\":\"" + now.toLatin1() + "\"}");
        QCOMPARE(all.json().size(), 3);
        QCOMPARE(list("?filter=*.txt&mask=name").reply.body, R"([{"name":"a.txt"},{"name":"b.txt"}])");
        QCOMPARE(list("?mask=size&order=-size").reply.body, R"([{"size":10},{"size":3},{"size":1}])");
        QCOMPARE(list("?mask=name&order=size&offset=1&limit=1").reply.body, R"([{"name":"c.bin"}])");
        QCOMPARE(list("?offset=3").reply.body, "[]");
        QCOMPARE(list({}, "files").reply.body, "[]"); // each target has files of its own
    }
    void filesHaveFourVerbs()
    {
        upload("files", part("a", "content"));
        QCOMPARE(contentOf(send("GET", "files/a")), "content");
        QCOMPARE(send("HEAD", "files/a").reply.fileLength, 7);
        QCOMPARE(send("PUT", "files/a", "other").reply.body, R"({"name":"a","size":5,"status":"ok"})");
        QCOMPARE(contentOf(send("GET", "files/a")), "other");
        QCOMPARE(send("DELETE", "files/a").status(), 204);
        for (const char *verb : {"GET", "HEAD", "PUT", "DELETE"})
            QCOMPARE(send(verb, "files/a").status(), 404);
        QCOMPARE(m_cluster->services().storage.usedBytes(), 0);
    }
    void putReplacesOnly()
    {
        for (const QByteArray target : {"custom/new", "files/new", "www/new"})
            QCOMPARE(send("PUT", target, "content").status(), 404);
        QCOMPARE(list({}).reply.body, "[]");
        QCOMPARE(m_cluster->services().storage.usedBytes(), 0);
        upload("custom", part("new", "first"));
        QCOMPARE(send("PUT", "custom/new", "second").status(), 200);
        QCOMPARE(contentOf(send("GET", "custom/new")), "second");
        QCOMPARE(m_cluster->services().storage.usedBytes(), 6);
    }
    void customIsReachedByScenarios() { reachedByScenarios("custom", ":SYNC_COMMON/custom/"); }
    void filesIsReachedByScenarios() { reachedByScenarios("files", ":SYNC_DOMAIN/data/files/"); }
    void reachedByScenarios(const QByteArray &target, const QByteArray &category)
    {
        FakeTransport transport;
        const auto connection = m_cluster->connectPoint(transport, u"crm"_s, {"msg", "rest"}, 1);
        upload(target, part("report.pdf", "%PDF"));
        const auto placed = perform(connection->id(), placing(category + "report.pdf"));
        QVERIFY2(placed.result.startsWith(u"/temp/"_s), qPrintable(placed.errorText()));
        QCOMPARE(contentOf(visit(placed.result.toLatin1(), "GET", {}, 1)), "%PDF");
        QCOMPARE(perform(connection->id(), putting(category + "report.pdf")).kind, operation::OutcomeKind::Success);
        QCOMPARE(contentOf(m_cluster->rest(1, "GET", targets + "websocktemp/report.pdf", {}, {bearerOf(connection)})), "%PDF");
        QCOMPARE(perform(connection->id(), putting(category + "report.pdf")).error.code, u"already_exists"_s);
        QCOMPARE(perform(connection->id(), placing(category + "other.pdf")).error.code, u"file_not_found"_s);
        QCOMPARE(perform(connection->id(), placing(category + "../report.pdf")).error.code, u"bad_argument"_s);
    }
    void wwwIsPublic()
    {
        const QByteArray home = "/public/" + m_cluster->config.domain.toLatin1() + '/';
        upload("www", part("index.html", "<p>Hello") + part("logo ä.svg", "<svg/>"));
        for (const int node : {0, 1}) {
            const auto page = visit(home + "index.html", "GET", {}, node);
            QCOMPARE(page.status(), 200);
            QCOMPARE(contentOf(page), "<p>Hello");
            QCOMPARE(page.reply.contentType, "text/html; charset=utf-8");
        }
        QCOMPARE(visit(home + "logo%20%C3%A4.svg").reply.contentType, "image/svg+xml");
        QCOMPARE(visit(home + "index.html", "HEAD").reply.fileLength, 8);
        const QByteArray tag = visit(home + "index.html").header("etag");
        QCOMPARE(visit(home + "index.html", "GET", {"If-None-Match: " + tag}).status(), 304);
        QCOMPARE(visit(home + "index.html", "GET", {"Range: bytes=0-2"}).status(), 206);
        QCOMPARE(send("PUT", "www/index.html", "<p>New").status(), 200);
        QCOMPARE(contentOf(visit(home + "index.html", "GET", {"If-None-Match: " + tag})), "<p>New");
        QCOMPARE(send("DELETE", "www/index.html").status(), 204);
        QCOMPARE(visit(home + "index.html").status(), 404);
    }
    void websocktempIsOneServersAndOneSessions()
    {
        FakeTransport transport;
        FakeTransport other;
        const auto connection = m_cluster->connectPoint(transport, u"crm"_s, {"msg", "rest"}, 1);
        const auto stranger = m_cluster->connectPoint(other, u"crm"_s, {"msg", "rest"}, 1);
        QCOMPARE(statusesOf(upload("websocktemp", part("a", "mine"), bearerOf(connection), 1)), QStringList{u"ok"_s});
        const auto at = [&](int node, const QByteArray &who) {
            return m_cluster->rest(node, "GET", targets + "websocktemp", {}, {who});
        };
        QCOMPARE(at(1, bearerOf(connection)).json().size(), 1);
        QCOMPARE(at(1, bearerOf(stranger)).reply.body, "[]");
        QCOMPARE(at(0, bearerOf(connection)).status(), 404); // the other server
        QCOMPARE(at(1, m_admin).status(), 404);              // without a connection
        QCOMPARE(upload("websocktemp", part("b", "x"), bearerOf(connection), 0).status(), 404);
    }
    void websocktempGoesThirtySecondsAfterTheLastConnection()
    {
        FakeTransport transport;
        const auto session =
            m_cluster->services().sessions.login(m_cluster->config.domain, u"operator"_s, u"demo"_s, simulator::SessionType::Token, {}, {});
        simulator::Connection::Opening opening;
        opening.session = *session;
        const QByteArray who = "Authorization: Bearer " + (*session)->id.toLatin1();
        const auto status = [&] {
            return m_cluster->rest(0, "GET", targets + "websocktemp/a", {}, {who}).status();
        };
        const auto first = m_cluster->attach(transport, opening);
        const auto second = m_cluster->attach(transport, opening);
        upload("websocktemp", part("a", "x"), who);
        first->onClosed();
        m_cluster->pass(std::chrono::minutes(1));
        QCOMPARE(status(), 200); // one is left
        second->onClosed();
        QCOMPARE(status(), 404);
        m_cluster->pass(std::chrono::milliseconds(29'999));
        QCOMPARE(m_cluster->services().storage.usedBytes(), 1);
        const auto third = m_cluster->attach(transport, opening);
        QCOMPARE(status(), 200); // back in time
        third->onClosed();
        m_cluster->pass(std::chrono::seconds(30));
        QCOMPARE(m_cluster->services().storage.usedBytes(), 0);
        m_cluster->attach(transport, opening);
        QCOMPARE(status(), 404);
    }
    void websocktempGoesWithTheServer()
    {
        FakeTransport transport;
        const auto session =
            m_cluster->services().sessions.login(m_cluster->config.domain, u"operator"_s, u"demo"_s, simulator::SessionType::Token, {}, {});
        simulator::Connection::Opening opening;
        opening.session = *session;
        const QByteArray who = "Authorization: Bearer " + (*session)->id.toLatin1();
        simulator::Node &node = m_cluster->state->node(1);
        for (const bool isCrash : {true, false}) {
            m_cluster->attach(transport, opening, 1);
            QCOMPARE(statusesOf(upload("websocktemp", part("a", "x"), who, 1)), QStringList{u"ok"_s});
            isCrash ? m_cluster->state->crash(node) : m_cluster->state->stop(node);
            QCOMPARE(m_cluster->services().storage.usedBytes(), 0);
            m_cluster->state->start(node);
            m_cluster->attach(transport, opening, 1);
            QCOMPARE(m_cluster->rest(1, "GET", targets + "websocktemp", {}, {who}).reply.body, "[]");
        }
    }
    void linksAreForEverybodyForFiveMinutes()
    {
        FakeTransport transport;
        const auto connection = m_cluster->connectPoint(transport, u"crm"_s, {"msg"}, 1);
        upload("custom", part("Report.PDF", "%PDF"));
        const QString url = perform(connection->id(), placing(":SYNC_COMMON/custom/Report.PDF")).result;
        const QByteArray path = url.toLatin1();
        QVERIFY2(QRegularExpression(u"^/temp/[0-9a-f]{32}\\.pdf$"_s).match(url).hasMatch(), path.constData());
        QVERIFY(perform(connection->id(), placing(":SYNC_COMMON/custom/Report.PDF")).result != url); // random
        const auto got = visit(path, "GET", {}, 1);                                                  // by nobody in particular
        QCOMPARE(got.status(), 200);
        QCOMPARE(contentOf(got), "%PDF");
        QVERIFY(got.header("content-disposition").contains("Report.PDF"));
        QCOMPARE(visit(path, "HEAD", {}, 1).reply.fileLength, 4);
        QCOMPARE(visit(path, "GET", {"Range: bytes=1-"}, 1).reply.fileOffset, 1);
        QCOMPARE(visit(path, "GET", {}, 0).status(), 404); // of the server that serves the connection
        QCOMPARE(visit(path, "PUT", {}, 1).status(), 405);
        // The original and the connection may go: the link stays.
        QCOMPARE(send("DELETE", "custom/Report.PDF").status(), 204);
        connection->onClosed();
        m_cluster->pass(std::chrono::milliseconds(299'999));
        QCOMPARE(visit(path, "GET", {}, 1).status(), 200);
        m_cluster->pass(std::chrono::milliseconds(1));
        QCOMPARE(visit(path, "GET", {}, 1).status(), 404);
        QCOMPARE(m_cluster->services().storage.usedBytes(), 0);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        start();
    }
    void cleanup() { m_cluster.reset(); }

    void keepsPromises_data()
    {
        QTest::addColumn<Promise>("promise");
        const auto row = [this](const char *name, void (TestFileRoutes::*promise)()) {
            QTest::newRow(name) << Promise([this, promise] { (this->*promise)(); });
        };
        using Self = TestFileRoutes;
        row("platform §4: POST takes one or many parts", &Self::postTakesManyParts);
        row("platform §4: an existing name is not overwritten and is that part's error", &Self::anExistingNameIsThatPartsError);
        row("platform §4: GET of a collection takes filter, mask, offset, limit, order", &Self::getListsACollection);
        row("platform §4: GET, PUT, DELETE, HEAD of a file", &Self::filesHaveFourVerbs);
        row("platform §4: PUT replaces an existing file only", &Self::putReplacesOnly);
        row("platform §4: target custom is :SYNC_COMMON/custom", &Self::customIsReachedByScenarios);
        row("platform §4: target files is :SYNC_DOMAIN/data/files", &Self::filesIsReachedByScenarios);
        row("platform §4: target www is public", &Self::wwwIsPublic);
        row("platform §4: websocktemp is on one server and of one session", &Self::websocktempIsOneServersAndOneSessions);
        row("platform §4: websocktemp goes 30 s after the last connection", &Self::websocktempGoesThirtySecondsAfterTheLastConnection);
        row("platform §4: websocktemp goes with a restart", &Self::websocktempGoesWithTheServer);
        row("platform §4: a temp link is random, relative, for everybody, 5 minutes", &Self::linksAreForEverybodyForFiveMinutes);
    }
    void keepsPromises()
    {
        QFETCH(Promise, promise);
        promise();
    }

    void publicPathsLeadNowhereElse_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/public",
                                 "/public/",
                                 "/public/D",
                                 "/public/D/",
                                 "/public/D/none",
                                 "/public/D/index.html/",
                                 "/public/D/../D/index.html",
                                 "/public/D/..",
                                 "/public/D/%2e%2e/index.html",
                                 "/public/D/..%2findex.html",
                                 "/public/D/sub/index.html",
                                 "/public/D/sub%2findex.html",
                                 "/public/D/%5cindex.html",
                                 "/public/D/secret.txt",
                                 "/public/other.domain/index.html",
                                 "/public//index.html",
                                 "/public/index.html",
                                 "/public/D//index.html",
                                 "/public/D/.",
                                 "/PUBLIC/D/index.html"})
            QTest::newRow(path) << QByteArray(path);
    }
    void publicPathsLeadNowhereElse()
    {
        QFETCH(QByteArray, path);
        upload("www", part("index.html", "<p>"));
        upload("custom", part("secret.txt", "x"));
        upload("files", part("secret.txt", "x"));
        const auto got = visit(path.replace("/D", '/' + m_cluster->config.domain.toLatin1()));
        QCOMPARE(got.status(), 404);
        QVERIFY(!got.error().isEmpty());
    }

    void onlyReadingIsPublic()
    {
        upload("www", part("a.html", "<p>"));
        const QByteArray path = "/public/" + m_cluster->config.domain.toLatin1() + "/a.html";
        for (const char *verb : {"POST", "PUT", "DELETE", "PATCH"}) {
            const auto refused = visit(path, verb);
            QCOMPARE(refused.status(), 405);
            QCOMPARE(refused.header("allow"), "GET, HEAD");
        }
        QCOMPARE(m_cluster->rest(0, "GET", targets + "www").status(), 401);
    }

    void refusesRequests_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        const auto row = [](const char *method, const QByteArray &path, int status) {
            QTest::addRow("%s %s", method, path.left(40).constData()) << QByteArray(method) << path << status;
        };
        row("GET", "nowhere", 404);
        row("GET", "", 404);
        row("GET", "custom/a/b", 400);
        row("GET", "custom/..", 400);
        row("GET", "custom/%2e%2e%2fetc", 400);
        row("GET", "custom/a%5cb", 400);
        row("GET", "custom/" + QByteArray(300, 'x'), 400);
        row("PUT", "custom/" + QByteArray(300, 'x'), 400);
        row("DELETE", "custom/..", 400);
        row("GET", "custom/a%00", 400);
        row("GET", "custom/%ff", 400);
        row("POST", "custom", 400);
        row("POST", "custom/a", 405);
        row("PATCH", "custom/a", 405);
        row("PUT", "custom", 405);
        row("DELETE", "files", 405);
        row("GET", "files?limit=x", 400);
        row("GET", "files?order=owner", 400);
        row("GET", "websocktemp/a", 404);
    }
    void refusesRequests()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        const auto refused = send(method, path);
        QCOMPARE(refused.status(), status);
        QVERIFY(!refused.error().isEmpty());
        QCOMPARE(m_cluster->services().storage.usedBytes(), 0);
    }

    void changesOnlyWhatTheConditionsName()
    {
        upload("custom", part("a", "one"));
        const QByteArray tag = send("GET", "custom/a").header("etag");
        const auto changed = send("PUT", "custom/a", "two", {"If-Match: " + tag});
        QCOMPARE(changed.status(), 200);
        QCOMPARE(changed.header("etag"), send("HEAD", "custom/a").header("etag"));
        QCOMPARE(send("PUT", "custom/a", "three", {"If-Match: " + tag}).status(), 412);
        QCOMPARE(send("DELETE", "custom/a", {}, {"If-Match: " + tag}).status(), 412);
        QCOMPARE(contentOf(send("GET", "custom/a")), "two");
        QCOMPARE(send("DELETE", "custom/a", {}, {"If-Match: " + changed.header("etag")}).status(), 204);
    }

    void aReplacementChecksAgainWhenItIsWhole()
    {
        upload("custom", part("a", "one"));
        simulator::HttpRequest request;
        request.method = "PUT";
        request.path = targets + "custom/a";
        request.headers = {{"authorization", m_admin.sliced(15)}, {"if-match", send("GET", "custom/a").header("etag")}};
        auto slow = simulator::HttpApi(m_cluster->state->node(0)).handle(request);
        auto &body = *std::get<std::unique_ptr<simulator::HttpBody>>(slow);
        QVERIFY(body.write("slow"));
        QCOMPARE(send("PUT", "custom/a", "fast").status(), 200);
        QCOMPARE(body.finish().status, 412);
        QCOMPARE(contentOf(send("GET", "custom/a")), "fast");
    }

    void anUploadEndsWithItsConnection()
    {
        FakeTransport transport;
        const auto connection = m_cluster->connectPoint(transport, u"crm"_s, {"msg", "rest"});
        simulator::HttpRequest request;
        request.method = "POST";
        request.path = targets + "websocktemp";
        request.headers = {{"authorization", bearerOf(connection).sliced(15)}, {"content-type", multipart.sliced(14)}};
        {
            auto taken = simulator::HttpApi(m_cluster->state->node(0)).handle(request);
            auto &body = *std::get<std::unique_ptr<simulator::HttpBody>>(taken);
            QVERIFY(body.write(part("a", "content") + "--b--"));
            connection->onClosed();
            QCOMPARE(body.finish().status, 404);
        }
        QCOMPARE(m_cluster->services().storage.usedBytes(), 0);
    }

    void tokensHaveWebsocktempAlone()
    {
        FakeTransport transport;
        const auto connection = m_cluster->connectPoint(transport, u"crm"_s, {"msg", "rest"});
        for (const QByteArray target : {"custom", "files", "www"}) {
            QCOMPARE(m_cluster->rest(0, "GET", targets + target, {}, {bearerOf(connection)}).status(), 403);
            QCOMPARE(upload(target, part("a", "x"), bearerOf(connection)).status(), 403);
        }
        QCOMPARE(m_cluster->rest(0, "GET", targets + "websocktemp", {}, {bearerOf(connection)}).status(), 200);
    }

    void aRoleMayBeNeededToPublish()
    {
        const QByteArray operatorHeader = m_cluster->bearer(u"operator"_s);
        QCOMPARE(upload("www", part("a", "x"), operatorHeader).status(), 200);
        start([](simulator::ClusterConfig &config) { config.dialect.publisherRole = u"admin"_s; });
        const QByteArray reader = m_cluster->bearer(u"operator"_s);
        QCOMPARE(upload("www", part("a", "x"), reader).status(), 403);
        QCOMPARE(upload("files", part("a", "x"), reader).status(), 200);
        QCOMPARE(upload("www", part("a", "x")).status(), 200);
        QCOMPARE(m_cluster->rest(0, "GET", targets + "www/a", {}, {reader}).status(), 200);
        QCOMPARE(m_cluster->rest(0, "DELETE", targets + "www/a", {}, {reader}).status(), 403);
    }

    void aFullStorageIsSaid()
    {
        start([](simulator::ClusterConfig &config) {
            config.limits.storageBytes = 10;
            config.limits.files = 2;
        });
        QCOMPARE(statusesOf(upload("files", part("a", "12345678901") + part("b", "1234567890"))), (QStringList{u"too_large"_s, u"ok"_s}));
        QCOMPARE(send("PUT", "files/b", "12345678901").status(), 507);
        QCOMPARE(contentOf(send("GET", "files/b")), "1234567890");
        QCOMPARE(statusesOf(upload("www", part("c", "") + part("d", ""))), (QStringList{u"ok"_s, u"too_many"_s}));
    }

    void bannedAddressesGetNothingAtAll()
    {
        upload("www", part("a.html", "<p>"));
        const QByteArray path = "/public/" + m_cluster->config.domain.toLatin1() + "/a.html";
        const auto fetch = [&] {
            return m_cluster->rest(0, "GET", path, {}, {}, u"10.9.9.9"_s).status();
        };
        QCOMPARE(fetch(), 200);
        for (int i = 0; i < 5; ++i)
            m_cluster->rest(0, "GET", targets + "www", {}, {"Authorization: Bearer nobody"}, u"10.9.9.9"_s);
        QCOMPARE(fetch(), m_cluster->config.dialect.banStatus);
        QCOMPARE(m_cluster->rest(0, "GET", "/temp/x", {}, {}, u"10.9.9.9"_s).status(), m_cluster->config.dialect.banStatus);
        QCOMPARE(visit(path).status(), 200); // others do
        m_cluster->pass(std::chrono::minutes(3));
        QCOMPARE(fetch(), 200);
    }
};

QTEST_GUILESS_MAIN(TestFileRoutes)
#include "tst_fileroutes.moc"
