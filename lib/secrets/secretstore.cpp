// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out whether there is a keychain that keeps what it is given. A locked keyring answers a read with "not found", so only a
// secret that was written and read back proves anything.
#include "secrets/secretstore.h"

#include "core/random.h"
#include "secrets/keychainstore.h"

namespace signalbox::secrets {

namespace {

class OpenCall final : public core::AsyncCall<std::shared_ptr<SecretStore>>
{
public:
    explicit OpenCall(std::shared_ptr<core::Scheduler> scheduler)
        : m_scheduler(std::move(scheduler)), m_keychain(std::make_shared<KeychainStore>(m_scheduler))
    {
        core::SystemRandom random;
        m_key = QStringLiteral("probe-") + random.hex(8);
        m_secret = random.hex(16);
    }

private:
    void begin() override
    {
        m_deadline.arm(*m_scheduler, probeDeadline, [this] {
            abort();
            finish(makeSessionStore());
        });
        m_write = m_keychain->write(m_key, m_secret);
        m_write->start([this](const core::Result<void> &written) {
            if (!written)
                return decide(false);
            m_read = m_keychain->read(m_key);
            m_read->start([this](const core::Result<std::optional<QString>> &found) {
                const bool isKept = found && *found == m_secret;
                m_remove = m_keychain->remove(m_key);
                m_remove->start([this, isKept](const core::Result<void> &removed) { decide(isKept && removed); });
            });
        });
    }

    void abort() override
    {
        m_deadline.cancel();
        m_write.reset();
        m_read.reset();
        m_remove.reset();
    }

    void decide(bool isKept)
    {
        m_deadline.cancel();
        finish(isKept ? std::static_pointer_cast<SecretStore>(m_keychain) : makeSessionStore());
    }

    std::shared_ptr<core::Scheduler> m_scheduler;
    std::shared_ptr<KeychainStore> m_keychain;
    QString m_key;
    QString m_secret;
    std::unique_ptr<core::AsyncCall<void>> m_write;
    std::unique_ptr<core::AsyncCall<std::optional<QString>>> m_read;
    std::unique_ptr<core::AsyncCall<void>> m_remove;
    core::Deadline m_deadline;
};

} // namespace

SecretStoreCall openSecretStore()
{
    return std::make_unique<OpenCall>(std::make_shared<core::QtScheduler>());
}

SecretStoreCall openSecretStore(core::Scheduler &scheduler)
{
    return std::make_unique<OpenCall>(std::shared_ptr<core::Scheduler>(&scheduler, [](core::Scheduler *) {}));
}

} // namespace signalbox::secrets
