// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/clusters.h"

#include "cluster/calls.h"
#include "cluster/loginguard.h"
#include "cluster/profilestore.h"
#include "designer/cluster/futurecall.h"

#include <QEventLoopLocker>
#include <QPromise>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::SecretKind;
using core::Result;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Clusters)
};

constexpr std::chrono::milliseconds writeDeadline{10'000};
/// How long a login that nobody wants any more may still take, so that its session does not stay on the cluster.
constexpr std::chrono::milliseconds loginPatience{3000};

QString keyOf(SecretKind kind, const ClusterChoice &choice)
{
    const QString key = cluster::secretKey(kind, choice.profile);
    return choice.kind == ClusterChoice::Kind::Simulated ? u"simulated "_s + choice.profile.login : key;
}

} // namespace

/// A session on its way out.
struct Clusters::Departure {
    std::shared_ptr<ClusterConnection> connection;
    cluster::Call<void> logout;
    core::Deadline patience;
    QEventLoopLocker stay; // the program, until it is out
};

class Clusters::SecretCall final : public cluster::StepsCall<std::optional<QString>>
{
public:
    SecretCall(Clusters &owner, QString key) : m_owner(owner), m_key(std::move(key)) {}

private:
    void begin() override
    {
        step<std::shared_ptr<secrets::SecretStore>>(m_owner.keychain(), [this](const Result<std::shared_ptr<secrets::SecretStore>> &store) {
            if (!store)
                return finish(std::optional<QString>());
            step<std::optional<QString>>((*store)->read(m_key), [this](const Result<std::optional<QString>> &secret) {
                finish(secret ? *secret : std::optional<QString>());
            });
        });
    }

    Clusters &m_owner;
    const QString m_key;
};

class Clusters::KeepSecretCall final : public cluster::StepsCall<void>
{
public:
    KeepSecretCall(Clusters &owner, QString key, QString secret) : m_owner(owner), m_key(std::move(key)), m_secret(std::move(secret)) {}

private:
    void begin() override
    {
        step<std::shared_ptr<secrets::SecretStore>>(m_owner.keychain(), [this](const Result<std::shared_ptr<secrets::SecretStore>> &store) {
            if (!store)
                return finish(tl::unexpected(store.error()));
            step<void>((*store)->write(m_key, m_secret), [this](Result<void> written) { finish(std::move(written)); });
        });
    }

    Clusters &m_owner;
    const QString m_key;
    const QString m_secret;
};

Clusters::Clusters(ClusterWorld world) : m_world(std::move(world)), m_embedded(m_world.simulated, m_world.surroundings.scheduler)
{
    m_threads.setMaxThreadCount(1);
}

Clusters::~Clusters()
{
    m_threads.waitForDone();
}

void Clusters::keepProfile(const cluster::Profile &profile, Told told)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    core::Error late{u"timeout"_s,
                     Tr::tr("The profile has not been written within %1 s. Is its folder on a slow disk?")
                         .arg(std::chrono::duration_cast<std::chrono::seconds>(writeDeadline).count()),
                     {}};
    auto call = std::make_unique<FutureCall<void>>(promise->future(), m_world.surroundings.scheduler, writeDeadline, std::move(late));
    m_threads.start([promise, path = m_world.profilesFile, profile] {
        promise->start();
        promise->addResult(cluster::ProfileStore(path).put(profile));
        promise->finish();
    });
    finishWriting(std::move(call), std::move(told));
}

void Clusters::finishWriting(cluster::Call<void> call, Told told)
{
    core::AsyncCall<void> *const started = call.get();
    m_writing.push_back(std::move(call));
    started->start([this, started, told = std::move(told)](const Result<void> &result) {
        const Result<void> answer = result; // the call that it came from goes
        const Told hears = told;
        m_writing.remove_if([started](const cluster::Call<void> &one) { return one.get() == started; });
        hears(answer);
    });
}

secrets::SecretStoreCall Clusters::keychain()
{
    using Store = std::shared_ptr<secrets::SecretStore>;
    if (m_keychain)
        return std::make_unique<cluster::KnownCall<Store>>(m_world.surroundings.scheduler, m_keychain);
    return cluster::mapped(m_world.openSecrets(), [this](Result<Store> store) -> Result<Store> {
        if (store && !m_keychain)
            m_keychain = *store;
        return store ? Result<Store>(m_keychain) : store;
    });
}

cluster::Call<std::optional<QString>> Clusters::findSecret(SecretKind kind, const ClusterChoice &choice)
{
    const QString key = keyOf(kind, choice);
    if (const auto found = m_remembered.constFind(key); found != m_remembered.constEnd())
        return std::make_unique<cluster::KnownCall<std::optional<QString>>>(m_world.surroundings.scheduler, std::optional<QString>(*found));
    return std::make_unique<SecretCall>(*this, key);
}

void Clusters::keepSecret(SecretKind kind, const ClusterChoice &choice, const QString &secret, bool inKeychain, Told told)
{
    const QString key = keyOf(kind, choice);
    m_remembered.insert(key, secret);
    if (inKeychain)
        finishWriting(std::make_unique<KeepSecretCall>(*this, key, secret), std::move(told));
}

bool Clusters::remembers(const ClusterChoice &choice) const
{
    return m_remembered.contains(keyOf(SecretKind::Password, choice));
}

void Clusters::forget(const ClusterChoice &choice)
{
    m_remembered.remove(keyOf(SecretKind::Password, choice));
}

std::shared_ptr<cluster::LoginGuard> Clusters::guard(const cluster::Profile &profile)
{
    std::shared_ptr<cluster::LoginGuard> &guard = m_guards[profile.address.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash)];
    if (!guard)
        guard = std::make_shared<cluster::LoginGuard>(m_world.surroundings.clock, profile.dialect);
    return guard;
}

void Clusters::leave(std::shared_ptr<ClusterConnection> connection)
{
    if (!connection || (!connection->isLoggedIn() && !connection->isLoggingIn()))
        return;
    m_departures.push_back(std::make_unique<Departure>());
    Departure *const departure = m_departures.back().get();
    departure->connection = std::move(connection);
    const auto gone = [this, departure] {
        m_departures.remove_if([departure](const std::unique_ptr<Departure> &one) { return one.get() == departure; });
    };
    const auto logout = [departure, gone] {
        departure->patience.cancel();
        departure->logout = departure->connection->logout();
        departure->logout->start([gone](const Result<void> &) { gone(); });
    };
    if (departure->connection->isLoggedIn())
        return logout();
    departure->patience.arm(m_world.surroundings.scheduler, loginPatience, gone);
    departure->connection->setLoggedIn([gone, logout](const Result<void> &result) { result ? logout() : gone(); });
}

} // namespace signalbox::designer
