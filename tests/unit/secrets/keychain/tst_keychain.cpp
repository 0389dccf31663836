// SPDX-License-Identifier: GPL-3.0-or-later
// The real keychain, in a D-Bus session of the test's own (withkeyring.sh): unlocked, it keeps; locked, it is not used.
#include "secrets/secretstore.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// The answer of a call that the event loop is run for.
template <typename T>
std::optional<core::Result<T>> answerOf(core::AsyncCall<T> &call)
{
    std::optional<core::Result<T>> result;
    call.start([&result](core::Result<T> answer) { result = std::move(answer); });
    (void)QTest::qWaitFor([&result] { return result.has_value(); }, 10'000);
    return result;
}

std::shared_ptr<secrets::SecretStore> openStore()
{
    auto call = secrets::openSecretStore();
    const auto answer = answerOf(*call);
    return answer && *answer ? **answer : nullptr;
}

std::optional<QString> readFrom(secrets::SecretStore &store, const QString &key)
{
    auto call = store.read(key);
    const auto answer = answerOf(*call);
    return answer && *answer ? **answer : std::optional(u"(error)"_s);
}

} // namespace

class TestKeychain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void unlockedItKeeps()
    {
        QCOMPARE(qEnvironmentVariable("SIGNALBOX_KEYRING"), u"unlocked"_s); // withkeyring.sh, by the function for it
        const auto store = openStore();
        QVERIFY(store);
        QVERIFY(store->isPersistent());
        QCOMPARE(readFrom(*store, u"demo/password"_s), std::optional<QString>());

        const QString secret = u"a secret that no file may show, ä€"_s;
        auto write = store->write(u"demo/password"_s, secret);
        const auto written = answerOf(*write);
        QVERIFY(written && *written);

        const auto another = openStore(); // as a later start of the program would
        QVERIFY(another && another->isPersistent());
        QCOMPARE(readFrom(*another, u"demo/password"_s), std::optional(secret));

        QDirIterator files(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("a secret that no file may show"), qPrintable(file.fileName()));
            ++seen;
        }
        QVERIFY(seen > 0); // the keyring itself

        for (int i = 0; i < 2; ++i) { // removing what is not there is no error
            auto remove = another->remove(u"demo/password"_s);
            const auto removed = answerOf(*remove);
            QVERIFY(removed && *removed);
        }
        QCOMPARE(readFrom(*store, u"demo/password"_s), std::optional<QString>());
    }

    /// As signalbox-profiles(5) says that a password is kept by hand.
    void whatSecretToolKeepsIsRead()
    {
        QCOMPARE(qEnvironmentVariable("SIGNALBOX_KEYRING"), u"unlocked"_s); // withkeyring.sh, by the function for it
        const QString user = u"profile north: password ada@example https://ws1.example:8443"_s;
        QProcess tool;
        tool.start(u"secret-tool"_s, {u"store"_s, u"--label"_s, u"Signalbox: north"_s, u"server"_s, u"signalbox"_s, u"type"_s,
                                      u"plaintext"_s, u"user"_s, user});
        QVERIFY(tool.waitForStarted());
        tool.write("kept by hand");
        tool.closeWriteChannel();
        QVERIFY(tool.waitForFinished());
        QCOMPARE(tool.exitCode(), 0);
        const auto store = openStore();
        QVERIFY(store && store->isPersistent());
        QCOMPARE(readFrom(*store, user), std::optional(u"kept by hand"_s));
    }

    void lockedItIsNotUsed()
    {
        QCOMPARE(qEnvironmentVariable("SIGNALBOX_KEYRING"), u"locked"_s); // withkeyring.sh, by the function for it
        const auto store = openStore();
        QVERIFY(store);
        QVERIFY(!store->isPersistent());
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
