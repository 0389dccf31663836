// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainstore.h"

#include <qt6keychain/keychain.h>

#include <QObject>

namespace signalbox::secrets {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KeychainStore)
};

core::Error keychainError(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {u"keychain"_s, Tr::tr("The keychain refuses access. Unlock it, or allow Signalbox to use it."), job.errorString()};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {u"keychain"_s, Tr::tr("There is no keychain service on this computer."), job.errorString()};
    default:
        return {u"keychain"_s, Tr::tr("The keychain does not answer as it should."), job.errorString()};
    }
}

/// One job of QtKeychain. A job cannot be stopped: one that is no longer wanted ends unheard and deletes itself.
template <typename T>
class KeychainCall final : public core::AsyncCall<T>
{
public:
    using Answer = std::function<core::Result<T>(QKeychain::Job &)>;

    KeychainCall(std::shared_ptr<core::Scheduler> scheduler, std::unique_ptr<QKeychain::Job> job, const QString &key, Answer answer)
        : m_scheduler(std::move(scheduler)), m_job(std::move(job)), m_answer(std::move(answer))
    {
        m_job->setKey(key);
    }

private:
    void begin() override
    {
        QObject::connect(m_job.get(), &QKeychain::Job::finished, m_context.get(), [this](QKeychain::Job *job) {
            m_deadline.cancel();
            this->finish(m_answer(*job));
        });
        m_deadline.arm(*m_scheduler, keychainDeadline, [this] {
            abort();
            this->finish(core::fail(u"keychain"_s, Tr::tr("The keychain has not answered within %1 seconds. Is it waiting to be unlocked?")
                                                       .arg(std::chrono::duration_cast<std::chrono::seconds>(keychainDeadline).count())));
        });
        m_job.release()->start(); // deletes itself when it is done
    }

    void abort() override
    {
        m_deadline.cancel();
        m_context.reset();
    }

    std::shared_ptr<core::Scheduler> m_scheduler;
    std::unique_ptr<QKeychain::Job> m_job;
    Answer m_answer;
    std::unique_ptr<QObject> m_context = std::make_unique<QObject>(); ///< what the connection to the job hangs on
    core::Deadline m_deadline;
};

core::Result<void> doneOrError(QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError)
        return tl::unexpected(keychainError(job));
    return {};
}

} // namespace

KeychainStore::KeychainStore(std::shared_ptr<core::Scheduler> scheduler) : m_scheduler(std::move(scheduler))
{}

std::unique_ptr<core::AsyncCall<std::optional<QString>>> KeychainStore::read(const QString &key)
{
    auto job = std::make_unique<QKeychain::ReadPasswordJob>(keychainService);
    auto answer = [](QKeychain::Job &ended) -> core::Result<std::optional<QString>> {
        if (ended.error() == QKeychain::EntryNotFound)
            return std::optional<QString>();
        if (ended.error() != QKeychain::NoError)
            return tl::unexpected(keychainError(ended));
        return static_cast<QKeychain::ReadPasswordJob &>(ended).textData();
    };
    return std::make_unique<KeychainCall<std::optional<QString>>>(m_scheduler, std::move(job), key, std::move(answer));
}

std::unique_ptr<core::AsyncCall<void>> KeychainStore::write(const QString &key, const QString &secret)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(keychainService);
    job->setTextData(secret);
    return std::make_unique<KeychainCall<void>>(m_scheduler, std::move(job), key, doneOrError);
}

std::unique_ptr<core::AsyncCall<void>> KeychainStore::remove(const QString &key)
{
    auto job = std::make_unique<QKeychain::DeletePasswordJob>(keychainService);
    auto answer = [](QKeychain::Job &ended) -> core::Result<void> {
        return ended.error() == QKeychain::EntryNotFound ? core::Result<void>() : doneOrError(ended);
    };
    return std::make_unique<KeychainCall<void>>(m_scheduler, std::move(job), key, std::move(answer));
}

} // namespace signalbox::secrets
