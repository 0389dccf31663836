// SPDX-License-Identifier: GPL-3.0-or-later
// Where there is no keychain: the store for this session. (tests/unit/secrets/keychain has a real one.)
#include "secrets/keychainstore.h"
#include "secrets/secretstore.h"

#include "support/manualtime.h"
#include "support/queued.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
struct Answer {
    std::optional<core::Result<T>> result;
    int count = 0;

    void take(core::AsyncCall<T> &call)
    {
        call.start([this](core::Result<T> answer) {
            result = std::move(answer);
            ++count;
        });
    }
};

} // namespace

class TestSecretStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void withoutDbusItIsForThisSession()
    {
        auto call = secrets::openSecretStore();
        Answer<std::shared_ptr<secrets::SecretStore>> answer;
        answer.take(*call);
        QVERIFY(!answer.result);
        QTRY_VERIFY_WITH_TIMEOUT(answer.result, 4000); // sooner than the probe's deadline
        QVERIFY(*answer.result);
        QVERIFY(!(**answer.result)->isPersistent());
        QCOMPARE(answer.count, 1);
    }

    void aKeychainThatDoesNotAnswerIsNone()
    {
        test::ManualClock clock;
        test::ManualScheduler scheduler(clock);
        auto call = secrets::openSecretStore(scheduler);
        Answer<std::shared_ptr<secrets::SecretStore>> answer;
        answer.take(*call); // no event loop turns here: the keychain cannot answer
        scheduler.advance(secrets::probeDeadline - std::chrono::milliseconds(1));
        QVERIFY(!answer.result);
        scheduler.advance(std::chrono::milliseconds(1));
        QVERIFY(answer.result && *answer.result);
        QVERIFY(!(**answer.result)->isPersistent());
        QCOMPARE(scheduler.pending(), 0);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(answer.count, 1);
    }

    void openingCanBeCancelled()
    {
        test::ManualClock clock;
        test::ManualScheduler scheduler(clock);
        auto call = secrets::openSecretStore(scheduler);
        Answer<std::shared_ptr<secrets::SecretStore>> answer;
        answer.take(*call);
        call->cancel();
        QVERIFY(answer.result && !*answer.result);
        QCOMPARE(answer.result->error().code, u"cancelled"_s);
        QCOMPARE(scheduler.pending(), 0);
    }

    void keepsForThisSession()
    {
        const auto store = secrets::makeSessionStore();
        QVERIFY(!store->isPersistent());
        auto write = store->write(u"demo/password"_s, u"pä ss"_s);
        Answer<void> written;
        written.take(*write);
        QVERIFY(!written.result);
        QTRY_VERIFY(written.result);
        QVERIFY(*written.result);

        auto read = store->read(u"demo/password"_s);
        Answer<std::optional<QString>> found;
        found.take(*read);
        QTRY_VERIFY(found.result);
        QCOMPARE(**found.result, std::optional(u"pä ss"_s));

        auto remove = store->remove(u"demo/password"_s);
        Answer<void> removed;
        removed.take(*remove);
        QTRY_VERIFY(removed.result);
        QVERIFY(*removed.result);

        auto again = store->read(u"demo/password"_s);
        Answer<std::optional<QString>> gone;
        gone.take(*again);
        QTRY_VERIFY(gone.result);
        QVERIFY(*gone.result);
        QCOMPARE(**gone.result, std::optional<QString>());
    }

    void twoStoresShareNothing()
    {
        auto write = secrets::makeSessionStore()->write(u"a"_s, u"b"_s);
        Answer<void> written;
        written.take(*write);
        QTRY_VERIFY(written.result);
        auto read = secrets::makeSessionStore()->read(u"a"_s);
        Answer<std::optional<QString>> found;
        found.take(*read);
        QTRY_VERIFY(found.result);
        QCOMPARE(**found.result, std::optional<QString>());
    }

    void destroyingACallIsSilent()
    {
        Answer<std::optional<QString>> found;
        {
            auto read = secrets::makeSessionStore()->read(u"a"_s);
            found.take(*read);
        }
        test::deliverQueued();
        QCOMPARE(found.count, 0);
    }

    void keychainErrorsAreSaid()
    {
        const auto scheduler = std::make_shared<core::QtScheduler>();
        secrets::KeychainStore store(scheduler);
        auto read = store.read(u"a"_s);
        Answer<std::optional<QString>> found;
        found.take(*read);
        QTRY_VERIFY(found.result);
        QVERIFY(!*found.result);
        QCOMPARE(found.result->error().code, u"keychain"_s);
        QVERIFY(!found.result->error().message.isEmpty());

        auto write = store.write(u"a"_s, u"top secret"_s);
        Answer<void> written;
        written.take(*write);
        QTRY_VERIFY(written.result);
        QCOMPARE(written.result->error().code, u"keychain"_s);
        QVERIFY(!written.result->error().message.contains(u"top secret"_s));
        QVERIFY(!written.result->error().detail.contains(u"top secret"_s));

        auto remove = store.remove(u"a"_s);
        Answer<void> removed;
        removed.take(*remove);
        QTRY_VERIFY(removed.result);
        QCOMPARE(removed.result->error().code, u"keychain"_s);
    }

    void aKeychainsWaitEnds()
    {
        test::ManualClock clock;
        const auto scheduler = std::make_shared<test::ManualScheduler>(clock);
        secrets::KeychainStore store(scheduler);
        QVERIFY(store.isPersistent());
        auto write = store.write(u"a"_s, u"b"_s);
        Answer<void> written;
        written.take(*write);
        scheduler->advance(secrets::keychainDeadline);
        QVERIFY(written.result && !*written.result);
        QCOMPARE(written.result->error().code, u"keychain"_s);
        QVERIFY(written.result->error().message.contains(u"60"_s));
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
