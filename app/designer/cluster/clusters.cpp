// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/clusters.h"

#include "cluster/calls.h"
#include "cluster/loginguard.h"
#include "cluster/profilestore.h"

#include <QEventLoopLocker>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::SecretKind;
using core::Result;

namespace {

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

/// Waits for the one opening of the keychain.
class Clusters::KeychainCall final : public core::AsyncCall<std::shared_ptr<secrets::SecretStore>>
{
public:
    explicit KeychainCall(Clusters &owner) : m_owner(owner) {}
    ~KeychainCall() override
    {
        if (isRunning())
            abort();
    }
    void end(const Result<std::shared_ptr<secrets::SecretStore>> &store) { finish(store); }

private:
    void begin() override
    {
        m_owner.m_waiting.push_back(this);
        m_owner.openKeychain();
    }
    void abort() override
    {
        m_owner.m_waiting.remove(this);
        m_owner.m_answering.remove(this);
    }

    Clusters &m_owner;
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
    /// No secret: the one that is there goes.
    KeepSecretCall(Clusters &owner, QString key, std::optional<QString> secret)
        : m_owner(owner), m_key(std::move(key)), m_secret(std::move(secret))
    {}

private:
    void begin() override
    {
        step<std::shared_ptr<secrets::SecretStore>>(m_owner.keychain(), [this](const Result<std::shared_ptr<secrets::SecretStore>> &store) {
            if (!store)
                return finish(tl::unexpected(store.error()));
            auto call = m_secret ? (*store)->write(m_key, *m_secret) : (*store)->remove(m_key);
            step<void>(std::move(call), [this](Result<void> written) { finish(std::move(written)); });
        });
    }

    Clusters &m_owner;
    const QString m_key;
    const std::optional<QString> m_secret;
};

class Clusters::MoveSecretCall final : public cluster::StepsCall<void>
{
public:
    MoveSecretCall(Clusters &owner, QString from, QString to) : m_owner(owner), m_from(std::move(from)), m_to(std::move(to)) {}

private:
    void begin() override
    {
        step<std::shared_ptr<secrets::SecretStore>>(m_owner.keychain(), [this](const Result<std::shared_ptr<secrets::SecretStore>> &store) {
            if (!store)
                return finish(tl::unexpected(store.error()));
            m_store = *store;
            step<std::optional<QString>>(m_store->read(m_from), [this](const Result<std::optional<QString>> &secret) {
                if (!secret || !*secret)
                    return finish({}); // there is none
                write(**secret);
            });
        });
    }
    void write(const QString &secret)
    {
        step<void>(m_store->write(m_to, secret), [this](const Result<void> &written) {
            if (!written)
                return finish(written);
            step<void>(m_store->remove(m_from), [this](Result<void> removed) { finish(std::move(removed)); });
        });
    }

    Clusters &m_owner;
    const QString m_from;
    const QString m_to;
    std::shared_ptr<secrets::SecretStore> m_store;
};

Clusters::Clusters(ClusterWorld world)
    : m_world(std::move(world)), m_embedded(m_world.simulated, m_world.surroundings.scheduler),
      m_profiles(m_world.profilesFile, m_world.surroundings.scheduler)
{}

Clusters::~Clusters() = default;

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
    return std::make_unique<KeychainCall>(*this);
}

void Clusters::openKeychain()
{
    using Store = std::shared_ptr<secrets::SecretStore>;
    if (m_opening)
        return;
    m_opening = m_world.openSecrets();
    m_opening->start([this](const Result<Store> &store) {
        const Result<Store> answer = store; // the call that it came from goes
        if (answer)
            m_keychain = *answer;
        m_opening.reset();
        m_answering.splice(m_answering.end(), m_waiting); // one who asks anew while these are told waits anew
        while (!m_answering.empty()) {
            KeychainCall *const next = m_answering.front();
            m_answering.pop_front();
            next->end(answer);
        }
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

void Clusters::dropSecret(SecretKind kind, const ClusterChoice &choice)
{
    const QString key = keyOf(kind, choice);
    m_remembered.remove(key);
    finishWriting(std::make_unique<KeepSecretCall>(*this, key, std::nullopt), [](const Result<void> &) {});
}

void Clusters::moveSecret(SecretKind kind, const cluster::Profile &from, const cluster::Profile &to)
{
    cluster::Profile renamed = from;
    renamed.name = to.name;
    const QString old = cluster::secretKey(kind, from);
    const QString key = cluster::secretKey(kind, to);
    if (old == key || cluster::secretKey(kind, renamed) != key)
        return;
    if (const auto found = m_remembered.constFind(old); found != m_remembered.constEnd()) {
        m_remembered.insert(key, *found);
        m_remembered.remove(old);
    }
    finishWriting(std::make_unique<MoveSecretCall>(*this, old, key), [](const Result<void> &) {});
}

bool Clusters::remembers(const ClusterChoice &choice) const
{
    return m_remembered.contains(keyOf(SecretKind::Password, choice));
}

void Clusters::forget(SecretKind kind, const ClusterChoice &choice)
{
    m_remembered.remove(keyOf(kind, choice));
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
