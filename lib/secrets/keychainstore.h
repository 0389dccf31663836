// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in the system's keychain. Says nothing of whether there is one: openSecretStore tries that.
#pragma once

#include "secrets/secretstore.h"

namespace signalbox::secrets {

/// Under this name the keychain shows what is ours.
inline constexpr QLatin1StringView keychainService{"signalbox"};

/// How long a keychain may take, a person's unlocking of it included.
inline constexpr std::chrono::milliseconds keychainDeadline{60'000};

class KeychainStore final : public SecretStore
{
public:
    explicit KeychainStore(std::shared_ptr<core::Scheduler> scheduler);

    std::unique_ptr<core::AsyncCall<std::optional<QString>>> read(const QString &key) override;
    std::unique_ptr<core::AsyncCall<void>> write(const QString &key, const QString &secret) override;
    /// Not an error when there is no such key.
    std::unique_ptr<core::AsyncCall<void>> remove(const QString &key) override;
    bool isPersistent() const override { return true; }

private:
    std::shared_ptr<core::Scheduler> m_scheduler;
};

} // namespace signalbox::secrets
