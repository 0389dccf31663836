// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in memory: what there is where no keychain can be had. Nothing here ever reaches a file.
#include "secrets/secretstore.h"

#include <QHash>

namespace signalbox::secrets {

namespace {

using Secrets = QHash<QString, QString>;

/// Does its work in the next turn of the event loop, since no call answers from within its start.
template <typename T>
class MemoryCall final : public core::AsyncCall<T>
{
public:
    MemoryCall(std::shared_ptr<Secrets> secrets, std::function<core::Result<T>(Secrets &)> work)
        : m_secrets(std::move(secrets)), m_work(std::move(work))
    {}

private:
    void begin() override
    {
        m_deadline.arm(m_scheduler, std::chrono::milliseconds(0), [this] { this->finish(m_work(*m_secrets)); });
    }
    void abort() override { m_deadline.cancel(); }

    std::shared_ptr<Secrets> m_secrets;
    std::function<core::Result<T>(Secrets &)> m_work;
    core::QtScheduler m_scheduler;
    core::Deadline m_deadline;
};

class SessionStore final : public SecretStore
{
public:
    std::unique_ptr<core::AsyncCall<std::optional<QString>>> read(const QString &key) override
    {
        return std::make_unique<MemoryCall<std::optional<QString>>>(
            m_secrets, [key](Secrets &secrets) -> core::Result<std::optional<QString>> {
                const auto found = secrets.constFind(key);
                return found == secrets.constEnd() ? std::optional<QString>() : *found;
            });
    }

    std::unique_ptr<core::AsyncCall<void>> write(const QString &key, const QString &secret) override
    {
        return std::make_unique<MemoryCall<void>>(m_secrets, [key, secret](Secrets &secrets) {
            secrets.insert(key, secret);
            return core::Result<void>();
        });
    }

    std::unique_ptr<core::AsyncCall<void>> remove(const QString &key) override
    {
        return std::make_unique<MemoryCall<void>>(m_secrets, [key](Secrets &secrets) {
            secrets.remove(key);
            return core::Result<void>();
        });
    }

    bool isPersistent() const override { return false; }

private:
    std::shared_ptr<Secrets> m_secrets = std::make_shared<Secrets>();
};

} // namespace

std::shared_ptr<SecretStore> makeSessionStore()
{
    return std::make_shared<SessionStore>();
}

} // namespace signalbox::secrets
