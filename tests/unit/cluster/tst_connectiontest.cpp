// SPDX-License-Identifier: GPL-3.0-or-later
// The stepwise test of a connection: what each step says when it fails, and that nothing is tried behind it.
#include "cluster/connectiontest.h"
#include "cluster/loginguard.h"
#include "stage.h"
#include "tlsserver.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;
using Kind = ConnectionStep::Kind;
using State = ConnectionStep::State;

namespace {

/// A test that runs, and what it tells.
class Run final
{
public:
    explicit Run(Stage &stage, const QStringList &capabilities = {u"svcscript"_s})
        : guard(std::make_shared<LoginGuard>(stage.clock, stage.profile.dialect)),
          answer(std::make_unique<ConnectionTest>(stage.profile, stage.credentials, ConnectionGoal{capabilities}, stage.surroundings(),
                                                  guard, [this](const ConnectionStep &step) { told.append(step); }))
    {}

    QList<ConnectionStep> steps() const { return answer.result && *answer.result ? **answer.result : QList<ConnectionStep>(); }
    ConnectionStep step(Kind kind) const { return steps().value(static_cast<int>(kind)); }
    /// "+" passed, "!" failed, "-" skipped, "." anything else, in order.
    QString outcome() const
    {
        QString signs;
        for (const ConnectionStep &one : steps())
            signs += one.state == State::Passed ? u'+' : one.state == State::Failed ? u'!' : one.state == State::Skipped ? u'-' : u'.';
        return signs;
    }

    std::shared_ptr<LoginGuard> guard;
    QList<ConnectionStep> told;
    Answer<QList<ConnectionStep>> answer;
};

} // namespace

class TestConnectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everythingWorks()
    {
        Stage stage;
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++-++++"_s);
        QVERIFY(!run.answer.wasWithinStart);
        QCOMPARE(run.answer.count, 1);
        QVERIFY(run.step(Kind::Tls).finding.contains(u"http"_s));
        QVERIFY(run.step(Kind::Login).finding.contains(u"ada"_s));
        QVERIFY(run.step(Kind::Setup).finding.contains(u"svcscript"_s));
        // Each was told as running and as over, in order.
        QStringList order;
        for (const ConnectionStep &one : run.told)
            order.append(QString::number(static_cast<int>(one.kind)) + (one.state == State::Running ? u'>' : u'.'));
        QCOMPARE(order.join(u' '), u"0> 0. 1> 1. 2. 3> 3. 4> 4. 5> 5. 6> 6."_s);
        // Nobody stays logged in, nothing stays open.
        QCOMPARE(stage.fake.requestsFor("DELETE", "/rest/v1/iam/sessions/current").size(), 1);
        QTRY_VERIFY(stage.fake.sockets.isEmpty() || stage.socket().isGone || stage.socket().closeCode != 0);
    }

    void withTlsItTellsOfTheCertificate()
    {
        FakeCluster fake(tlsServer());
        Stage stage;
        fake.on("POST", "/rest/v1/iam/sessions", Stage::loginReply("RSession"));
        fake.on("DELETE", "/rest/v1/iam/sessions/current", jsonReply("{}"));
        fake.onText = [&stage](FakeSocket &socket, const QByteArray &text) {
            stage.answer(socket, text);
        };
        stage.profile.address = fake.url();
        stage.profile.caFile = tlsFile(u"authority.pem"_s);
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"+++++++"_s);
        QVERIFY(run.step(Kind::Tls).finding.contains(u"TLSv1"_s));
        QVERIFY(run.step(Kind::Tls).finding.contains(tlsServerPin()));
    }

    void aNameThatNobodyKnows()
    {
        Stage stage;
        stage.profile.address = QUrl(u"https://no-such-host.invalid"_s);
        stage.profile.timeouts.connect = std::chrono::milliseconds(1500); // where a resolver takes its time
        Run run(stage);
        QTRY_COMPARE_WITH_TIMEOUT(run.outcome(), u"!------"_s, 15'000);
        QVERIFY2(run.step(Kind::Name).error.message.contains(u"no-such-host.invalid"_s), qPrintable(run.step(Kind::Name).error.message));
        QVERIFY(run.step(Kind::Name).advice.contains(u"address"_s));
    }

    void aPortThatIsClosed()
    {
        Stage stage;
        stage.fake.close();
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"+!-----"_s);
        QCOMPARE(run.step(Kind::Tcp).error.code, u"unreachable"_s);
        QVERIFY(run.step(Kind::Tcp).advice.contains(u"port"_s));
    }

    void anAuthorityThatNobodyTrusts()
    {
        FakeCluster fake(tlsServer());
        Stage stage;
        stage.profile.address = fake.url();
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++!----"_s);
        QVERIFY2(run.step(Kind::Tls).error.message.contains(u"Signalbox test authority"_s), qPrintable(run.step(Kind::Tls).error.message));
    }

    void aKeyThatIsNotThePinnedOne()
    {
        FakeCluster fake(tlsServer());
        Stage stage;
        stage.profile.address = fake.url();
        stage.profile.caFile = tlsFile(u"authority.pem"_s);
        stage.profile.pinnedKeys = {tlsOtherPin()};
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++!----"_s);
        QVERIFY(run.step(Kind::Tls).error.message.contains(u"another key"_s));
        QCOMPARE(fake.begun, 0);
    }

    void filesOfTlsThatAreNotThere()
    {
        FakeCluster fake(tlsServer());
        Stage stage;
        stage.profile.address = fake.url();
        stage.profile.caFile = tlsFile(u"none.pem"_s);
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++!----"_s);
        QVERIFY(run.step(Kind::Tls).error.message.contains(u"none.pem"_s));
    }

    void aPortThatSpeaksNoTls()
    {
        Stage stage;
        stage.profile.address.setScheme(u"https"_s);
        stage.profile.timeouts.connect = std::chrono::milliseconds(500); // it waits for more of what is no request
        Run run(stage);
        QTRY_COMPARE_WITH_TIMEOUT(run.outcome(), u"++!----"_s, 15'000);
        QVERIFY(run.step(Kind::Tls).advice.contains(u"http"_s));
    }

    void noWebServer()
    {
        Stage stage;
        stage.fake.on("GET", "/", {200, "220 mail.example ready\r\n", {}, FakeReply::Manner::Garbage});
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++-!---"_s);
        QVERIFY(run.step(Kind::Http).advice.contains(u"web server"_s));
        QCOMPARE(stage.fake.requestsFor("POST", "/rest/v1/iam/sessions").size(), 0); // no password goes there
    }

    void aWebServerThatSendsEverybodyElsewhere()
    {
        Stage stage;
        stage.fake.on("GET", "/", {301, {}, {"Location: https://cluster.example/login"}});
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++-!---"_s);
        QVERIFY(run.step(Kind::Http).error.message.contains(u"https://cluster.example"_s));
    }

    void aServerThatKnowsNoLogins()
    {
        Stage stage;
        stage.fake.on("POST", "/rest/v1/iam/sessions", {404, {}, {}});
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++-+!--"_s);
        QVERIFY2(run.step(Kind::Login).advice.contains(u"knows no logins"_s), qPrintable(run.step(Kind::Login).advice));
    }

    void aWrongPassword()
    {
        Stage stage;
        stage.fake.on("POST", "/rest/v1/iam/sessions", jsonReply(R"({"error_code":1,"error_message":"bad credentials"})", 401));
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++-+!--"_s);
        QVERIFY(run.step(Kind::Login).error.message.contains(u"bad credentials"_s));
        QVERIFY(run.step(Kind::Login).advice.contains(u"password"_s));
        QCOMPARE(run.guard->failures(), 1);
        QVERIFY(!run.step(Kind::Login).error.message.contains(testPassword));
    }

    void withoutAPasswordItEndsBeforeTheLogin()
    {
        Stage stage;
        stage.credentials.password.clear();
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++-+---"_s);
        QVERIFY(run.step(Kind::Login).finding.contains(u"no password"_s));
        QCOMPARE(stage.fake.requestsFor("POST", "/rest/v1/iam/sessions").size(), 0);
    }

    void aWebSocketThatIsRefused()
    {
        Stage stage;
        stage.fake.upgradeStatus = 401;
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++-++!-"_s);
        QVERIFY(run.step(Kind::WebSocket).error.message.contains(u"401"_s));
        QVERIFY(run.step(Kind::WebSocket).advice.contains(u"token"_s));
        QCOMPARE(stage.fake.requestsFor("DELETE", "/rest/v1/iam/sessions/current").size(), 1); // logged out all the same
    }

    void aCapabilityThatIsNotGiven()
    {
        Stage stage;
        stage.refusedCapabilities = {"svcscript"};
        Run run(stage);
        QTRY_COMPARE(run.outcome(), u"++-+++!"_s);
        QVERIFY(run.step(Kind::Setup).error.message.contains(u"svcscript"_s));
        QVERIFY(run.step(Kind::Setup).advice.contains(u"capability"_s));
        QCOMPARE(stage.fake.requestsFor("DELETE", "/rest/v1/iam/sessions/current").size(), 1);
    }

    void withoutATokenTheUserApiIsOpened()
    {
        Stage stage;
        stage.credentials.token.clear();
        Run run(stage, {});
        QTRY_COMPARE(run.outcome(), u"++-++++"_s);
        QVERIFY(run.step(Kind::WebSocket).finding.contains(u"user API"_s));
    }

    void eachStepHasItsDeadline()
    {
        Stage stage(true);
        stage.fake.on("GET", "/", {200, {}, {}, FakeReply::Manner::Hang});
        Run run(stage);
        // Manual time: the turns between the steps, then a wait that is longer than any request's.
        QTRY_VERIFY_WITH_TIMEOUT((stage.manual.advance(std::chrono::milliseconds(1)), stage.fake.begun == 1), 10'000);
        stage.manual.advance(std::chrono::minutes(2));
        QTRY_COMPARE_WITH_TIMEOUT((stage.manual.advance(std::chrono::milliseconds(1)), run.outcome()), u"++-!---"_s, 10'000);
        QCOMPARE(run.step(Kind::Http).error.code, u"timeout"_s);
    }

    void cancelling_data()
    {
        QTest::addColumn<bool>("isDestroyed");
        QTest::newRow("cancelled") << false;
        QTest::newRow("destroyed") << true;
    }
    void cancelling()
    {
        QFETCH(const bool, isDestroyed);
        Stage stage;
        stage.fake.on("GET", "/", {200, {}, {}, FakeReply::Manner::Hang});
        Run run(stage);
        QTRY_COMPARE(stage.fake.begun, 1);
        if (isDestroyed) {
            run.answer.call.reset();
            QCOMPARE(run.answer.count, 0);
        } else {
            run.answer.call->cancel();
            QCOMPARE(run.answer.code(), u"cancelled"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
