// SPDX-License-Identifier: GPL-3.0-or-later
// Where passwords and tokens live: the system keychain, or, where there is none, this session's memory only. Never a file.
#pragma once

#include "core/asynccall.h"
#include "core/scheduler.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace signalbox::secrets {

class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// The secret, or nothing when none is kept under this key. Errors: keychain.
    virtual std::unique_ptr<core::AsyncCall<std::optional<QString>>> read(const QString &key) = 0;
    virtual std::unique_ptr<core::AsyncCall<void>> write(const QString &key, const QString &secret) = 0;
    virtual std::unique_ptr<core::AsyncCall<void>> remove(const QString &key) = 0;
    /// False: what is written is forgotten at the program's end, which the user must be told.
    virtual bool isPersistent() const = 0;
};

using SecretStoreCall = std::unique_ptr<core::AsyncCall<std::shared_ptr<SecretStore>>>;

/// How long the probe of the keychain may take; a keychain that asks somebody to unlock it does not count as one.
inline constexpr std::chrono::milliseconds probeDeadline{5000};

/// The keychain when a probe can be written and read back, else a store for this session only. The probe's answer comes at once
/// without D-Bus and within 5 s otherwise. Never an error but cancelled.
SecretStoreCall openSecretStore();
/// With its deadlines on this scheduler, which must outlive the call and the store.
SecretStoreCall openSecretStore(core::Scheduler &scheduler);

/// A store for this session only.
std::shared_ptr<SecretStore> makeSessionStore();

} // namespace signalbox::secrets
