// SPDX-License-Identifier: GPL-3.0-or-later
// When to try again, how long to wait, and when not to.
#include "cluster/retry.h"
#include "stage.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

/// Answers that stand already, one a try.
struct Script {
    explicit Script(Stage &theStage) : stage(theStage) {}

    Call<int> make()
    {
        ++tries;
        const QString code = codes.isEmpty() ? QString() : codes.takeFirst();
        return std::make_unique<KnownCall<int>>(stage.surroundings().scheduler,
                                                code.isEmpty() ? core::Result<int>(tries) : core::fail(code, u"said "_s + code));
    }
    Call<protocol::SessionInfo> logIn()
    {
        ++logins;
        const QString code = loginCodes.isEmpty() ? QString() : loginCodes.takeFirst();
        return std::make_unique<KnownCall<protocol::SessionInfo>>(
            stage.surroundings().scheduler,
            code.isEmpty() ? core::Result<protocol::SessionInfo>(protocol::SessionInfo{}) : core::fail(code, u"login said "_s + code));
    }
    Call<int> call(RetryPolicy policy = {})
    {
        return std::make_unique<RetryCall<int>>(
            stage.surroundings(), policy, life, [this] { return make(); }, [this] { return logIn(); });
    }

    Stage &stage;
    std::shared_ptr<int> life = std::make_shared<int>(0);
    QStringList codes;
    QStringList loginCodes;
    int tries = 0;
    int logins = 0;
};

} // namespace

class TestRetry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void onlySomeErrorsPass_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("passes");
        for (const QString &code : {u"unreachable"_s, u"timeout"_s, u"not_connected"_s, u"try_later"_s})
            QTest::newRow(qPrintable(code)) << code << true;
        for (const QString &code : {u"refused"_s, u"banned"_s, u"banned_soon"_s, u"too_many_sessions"_s, u"expired"_s, u"bad_profile"_s,
                                    u"bad_answer"_s, u"cancelled"_s, u"script_failed"_s, u"busy"_s})
            QTest::newRow(qPrintable(code)) << code << false;
    }

    void onlySomeErrorsPass()
    {
        QFETCH(const QString, code);
        QFETCH(const bool, passes);
        QCOMPARE(mayPass({code, {}, {}}), passes);
        Stage stage(true);
        Script script(stage);
        script.codes = {code};
        Answer answer(script.call());
        for (int i = 0; i < 10 && !answer.result; ++i)
            stage.manual.advance(1s);
        QCOMPARE(answer.code(), passes ? u"ok"_s : code == "expired"_L1 ? u"ok"_s : code); // expired: after a fresh login
        QCOMPARE(script.tries, passes || code == "expired"_L1 ? 2 : 1);
        QCOMPARE(script.logins, code == "expired"_L1 ? 1 : 0);
    }

    void waitsAreDrawnBelowABoundThatDoubles()
    {
        Stage stage(true);
        const RetryPolicy policy{.first = 500ms, .most = 4s, .attempts = 6, .total = 1h};
        QList<std::chrono::milliseconds> longest(6);
        for (int run = 0; run < 400; ++run) {
            Backoff backoff(policy, stage.surroundings());
            for (int i = 0; i < 6; ++i) {
                const auto wait = backoff.next();
                QVERIFY(wait);
                QVERIFY(*wait >= 0ms);
                longest[i] = std::max(longest[i], *wait);
            }
            QVERIFY(!backoff.next()); // no more attempts
            backoff.reset();
            QVERIFY(backoff.next());
        }
        const QList<std::chrono::milliseconds> bounds{500ms, 1s, 2s, 4s, 4s, 4s};
        for (int i = 0; i < 6; ++i) {
            QVERIFY(longest[i] <= bounds[i]);
            QVERIFY(longest[i] > bounds[i] * 9 / 10); // full jitter: all of it is used
        }
    }

    void waitsForDifferentClientsDiffer()
    {
        Stage stage(true);
        QSet<qint64> waits;
        for (int i = 0; i < 100; ++i)
            waits.insert(Backoff({}, stage.surroundings()).next()->count());
        QVERIFY(waits.size() > 50);
    }

    void timeEndsIt()
    {
        Stage stage(true);
        Backoff backoff({.first = 1ms, .most = 1ms, .attempts = 1000, .total = 10s}, stage.surroundings());
        QVERIFY(backoff.next());
        stage.manual.advance(9999ms - 1ms);
        QVERIFY(backoff.next());
        stage.manual.advance(3ms);
        QVERIFY(!backoff.next());
    }

    void attemptsEndIt()
    {
        Stage stage(true);
        Script script(stage);
        for (int i = 0; i < 50; ++i)
            script.codes.append(u"unreachable"_s);
        Answer answer(script.call({.first = 1s, .most = 1s, .attempts = 3, .total = 1h}));
        for (int i = 0; i < 20; ++i)
            stage.manual.advance(1s);
        QCOMPARE(answer.code(), u"unreachable"_s);
        QCOMPARE(answer.message(), u"said unreachable"_s);
        QCOMPARE(answer.count, 1);
        QCOMPARE(script.tries, 4);
        QCOMPARE(stage.manual.pending(), 0);
    }

    void oneFreshLoginAndNoMore() // platform.md §2: a stale session is never retried blindly
    {
        Stage stage(true);
        Script script(stage);
        script.codes = {u"expired"_s, u"expired"_s, QString()};
        Answer answer(script.call());
        for (int i = 0; i < 20; ++i)
            stage.manual.advance(10s);
        QCOMPARE(answer.code(), u"expired"_s);
        QCOMPARE(script.logins, 1);
        QCOMPARE(script.tries, 2);
    }

    void theLoginMayWaitForTheCluster()
    {
        Stage stage(true);
        Script script(stage);
        script.codes = {u"expired"_s};
        script.loginCodes = {u"unreachable"_s, u"try_later"_s};
        Answer answer(script.call());
        for (int i = 0; i < 20; ++i)
            stage.manual.advance(1s);
        QCOMPARE(answer.code(), u"ok"_s);
        QCOMPARE(script.logins, 3);
        QCOMPARE(script.tries, 2); // nothing was tried with the stale session meanwhile
    }

    void aRefusedLoginEndsIt()
    {
        Stage stage(true);
        for (const QString &code : {u"refused"_s, u"banned"_s, u"too_many_sessions"_s}) {
            Script script(stage);
            script.codes = {u"expired"_s};
            script.loginCodes = {code};
            Answer answer(script.call());
            stage.manual.advance(1min);
            QCOMPARE(answer.code(), code);
            QCOMPARE(script.logins, 1);
        }
    }

    void canBeCancelledAndDestroyed()
    {
        Stage stage(true);
        Script script(stage);
        script.codes = {u"unreachable"_s};
        Answer answer(script.call({.first = 1h, .most = 1h, .attempts = 3, .total = 24h}));
        stage.manual.advance(1ms);
        QCOMPARE(script.tries, 1);
        QCOMPARE(stage.manual.pending(), 1); // the wait
        answer.call->cancel();
        QCOMPARE(answer.code(), u"cancelled"_s);
        QCOMPARE(stage.manual.pending(), 0);

        script.codes = {u"unreachable"_s};
        Answer gone(script.call({.first = 1h, .most = 1h, .attempts = 3, .total = 24h}));
        stage.manual.advance(1ms);
        gone.call.reset();
        QCOMPARE(stage.manual.pending(), 0);
        QCOMPARE(gone.count, 0);
    }

    void nothingIsTriedOnceWhatItStandsOnIsGone()
    {
        Stage stage(true);
        Script script(stage);
        script.codes = {u"unreachable"_s};
        Answer answer(script.call());
        stage.manual.advance(1ms);
        script.life.reset();
        stage.manual.advance(1min);
        QCOMPARE(answer.code(), u"unreachable"_s);
        QCOMPARE(script.tries, 1);
    }
};

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
