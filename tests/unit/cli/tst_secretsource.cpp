// SPDX-License-Identifier: GPL-3.0-or-later
// Where a secret comes from: the environment, the keychain, a prompt, in this order, and never a word about it.
#include "cli/secretsource.h"
#include "support/commandlinerun.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using cli::SecretSource;
using test::CommandLineRun;

namespace {

/// An answer that stands already.
template <typename T>
class Given final : public core::AsyncCall<T>
{
public:
    Given(core::Scheduler &scheduler, core::Result<T> result) : m_scheduler(scheduler), m_result(std::move(result)) {}

protected:
    void begin() override
    {
        m_turn.arm(m_scheduler, std::chrono::milliseconds(0), [this] { this->finish(m_result); });
    }
    void abort() override { m_turn.cancel(); }

private:
    core::Scheduler &m_scheduler;
    core::Result<T> m_result;
    core::Deadline m_turn;
};

cli::GlobalOptions options(const QList<std::pair<QString, QString>> &more = {})
{
    cli::Arguments arguments;
    arguments.add(u"cluster"_s, u"https://host:1"_s);
    arguments.add(u"domain"_s, u"d"_s);
    arguments.add(u"login"_s, u"me"_s);
    for (const auto &[name, value] : more)
        arguments.add(name, value);
    return *cli::GlobalOptions::from(arguments);
}

struct Finding {
    std::optional<core::Result<QString>> result;

    void find(SecretSource &source, SecretSource::Kind kind)
    {
        result.reset();
        source.find(kind, [this](core::Result<QString> secret) { result = std::move(secret); });
        QVERIFY(QTest::qWaitFor([this] { return result.has_value(); }, 10'000));
    }
};

} // namespace

class SecretSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsTheEnvironment()
    {
        CommandLineRun cli;
        cli.environment = {{u"PW"_s, u"p"_s}, {u"TOKEN"_s, u"t"_s}, {u"EMPTY"_s, QString()}};
        const auto globals = options({{u"password-env"_s, u"PW"_s}, {u"token-env"_s, u"TOKEN"_s}});
        SecretSource source(cli.context, globals);
        Finding finding;
        finding.find(source, SecretSource::Kind::Password);
        QCOMPARE(**finding.result, u"p"_s);
        finding.find(source, SecretSource::Kind::Token);
        QCOMPARE(**finding.result, u"t"_s);
        QCOMPARE(cli.keychainOpened, 0);

        // A variable that was named and is not there is no reason to look elsewhere.
        for (const QString &name : {u"NONE"_s, u"EMPTY"_s}) {
            const auto missing = options({{u"password-env"_s, name}});
            SecretSource other(cli.context, missing);
            finding.find(other, SecretSource::Kind::Password);
            QCOMPARE(finding.result->error().code, u"usage"_s);
            QVERIFY(finding.result->error().message.contains(name));
        }
        QCOMPARE(cli.keychainOpened, 0);
    }

    void readsTheKeychain()
    {
        CommandLineRun cli;
        const std::shared_ptr<secrets::SecretStore> store = secrets::makeSessionStore();
        const auto globals = options();
        bool written = false;
        const auto write = store->write(cluster::secretKey(SecretSource::Kind::Password, globals.profile()), u"kept"_s);
        write->start([&written](const core::Result<void> &result) { written = result.has_value(); });
        QVERIFY(QTest::qWaitFor([&written] { return written; }, 10'000));
        cli.context.openSecrets = [&cli, store]() -> secrets::SecretStoreCall {
            ++cli.keychainOpened;
            return std::make_unique<Given<std::shared_ptr<secrets::SecretStore>>>(cli.scheduler, store);
        };
        QStringList questions;
        cli.context.prompt = [&questions](const QString &question) {
            questions.append(question);
            return std::optional(u"typed"_s);
        };
        SecretSource source(cli.context, globals);
        Finding finding;
        finding.find(source, SecretSource::Kind::Password);
        QCOMPARE(**finding.result, u"kept"_s);
        finding.find(source, SecretSource::Kind::Token); // not in it
        QCOMPARE(**finding.result, u"typed"_s);
        QCOMPARE(questions.size(), 1);
        QCOMPARE(cli.keychainOpened, 1);
    }

    void asksWhereThereIsNoKeychain()
    {
        CommandLineRun cli;
        cli.context.openSecrets = [&cli]() -> secrets::SecretStoreCall {
            return std::make_unique<Given<std::shared_ptr<secrets::SecretStore>>>(cli.scheduler, core::fail(u"keychain"_s, u"none"_s));
        };
        const auto globals = options();
        SecretSource source(cli.context, globals);
        Finding finding;
        for (const auto kind : {SecretSource::Kind::Password, SecretSource::Kind::Token}) {
            finding.find(source, kind);
            QCOMPARE(finding.result->error().code, u"usage"_s);
            QVERIFY(finding.result->error().message.contains(u"-env"_s));
        }
        cli.context.prompt = [](const QString &question) {
            return question.contains(u"me"_s) ? std::optional(u"typed"_s) : std::nullopt;
        };
        finding.find(source, SecretSource::Kind::Password);
        QCOMPARE(**finding.result, u"typed"_s);
        finding.find(source, SecretSource::Kind::Token);
        QVERIFY(!*finding.result);
    }

    void keysTellSecretsApart()
    {
        auto profile = options().profile();
        profile.proxy = {cluster::ProxyAddress::Kind::Http, u"proxy"_s, 3128, u"p"_s};
        const auto keys = [&profile] {
            return QStringList{cluster::secretKey(SecretSource::Kind::Password, profile),
                               cluster::secretKey(SecretSource::Kind::Token, profile),
                               cluster::secretKey(SecretSource::Kind::ProxyPassword, profile)};
        };
        QCOMPARE(keys(), QStringList({u"password me@d https://host:1"_s, u"token d https://host:1"_s, u"proxy p@proxy:3128"_s}));
        profile.name = u"north"_s;
        QCOMPARE(keys(), QStringList({u"profile north: password me@d https://host:1"_s, u"profile north: token d https://host:1"_s,
                                      u"profile north: proxy p@proxy:3128"_s}));
    }
};

QTEST_GUILESS_MAIN(SecretSourceTest)
#include "tst_secretsource.moc"
