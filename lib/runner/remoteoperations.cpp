// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/remoteoperations.h"

#include "cluster/calls.h"
#include "runner/performcall.h"
#include "runner/scenariocall.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

namespace signalbox::runner {

using namespace Qt::StringLiterals;

namespace {
QString customTarget()
{
    return u"custom"_s;
}
QString customPath()
{
    return u":SYNC_COMMON/custom/"_s;
} // platform.md §4
constexpr int nonceBytes = 6;
constexpr int stagedNameBytes = 8;
} // namespace

/// Lists both kinds of things that carriers leave, one after the other.
class RemoteOperations::SweepCall final : public core::AsyncCall<int>
{
public:
    explicit SweepCall(RemoteOperations &owner) : m_owner(owner) {}

protected:
    void begin() override
    {
        m_scripts = m_owner.m_access.listScripts();
        m_scripts->start([this](const core::Result<QList<cluster::StoredScript>> &scripts) {
            if (!scripts) {
                finish(tl::unexpected(scripts.error()));
                return;
            }
            for (const cluster::StoredScript &script : *scripts) {
                if (isStale(script.code, script.lwt)) {
                    m_owner.m_cleaner.removeScript(script.id, script.code, false);
                    ++m_found;
                }
            }
            listFiles();
        });
    }
    void abort() override
    {
        m_scripts.reset();
        m_files.reset();
    }

private:
    void listFiles()
    {
        m_files = m_owner.m_access.listFiles(customTarget());
        m_files->start([this](const core::Result<QList<protocol::FileRecord>> &files) {
            if (!files) {
                finish(tl::unexpected(files.error()));
                return;
            }
            for (const protocol::FileRecord &file : *files) {
                if (isStale(file.name, file.lastModified)) {
                    m_owner.m_cleaner.removeFile(customTarget(), file.name, false);
                    ++m_found;
                }
            }
            finish(m_found);
        });
    }

    /// Ours never, those of others only by age: they may be live. What bears no readable time stays.
    bool isStale(const QString &name, const QString &written) const
    {
        const core::Dialect &dialect = m_owner.m_access.profile().dialect;
        // The prefix alone is not enough to delete a person's own scenario: the nonce must be there, too.
        const QRegularExpression form(u"\\A%1[0-9a-f]{%2}-"_s.arg(QRegularExpression::escape(dialect.carrierPrefix)).arg(2 * nonceBytes));
        if (!form.match(name).hasMatch() || name.startsWith(m_owner.m_builder.ownPrefix()))
            return false;
        const QDateTime time = QDateTime::fromString(written, Qt::ISODateWithMs);
        return time.isValid() && m_owner.m_surroundings.clock.nowMs() - time.toMSecsSinceEpoch() > CarrierPool::staleAge(dialect).count();
    }

    RemoteOperations &m_owner;
    cluster::Call<QList<cluster::StoredScript>> m_scripts;
    cluster::Call<QList<protocol::FileRecord>> m_files;
    int m_found = 0;
};

class RemoteOperations::CloseCall final : public core::AsyncCall<void>
{
    Q_DECLARE_TR_FUNCTIONS(RemoteOperations)

public:
    CloseCall(RemoteOperations &owner, std::chrono::milliseconds limit) : m_owner(owner), m_limit(limit) {}
    ~CloseCall() override { abort(); }

protected:
    void begin() override
    {
        m_owner.m_closed = true;
        m_owner.m_pool.removeAll();
        const QSet<QString> staged = std::exchange(m_owner.m_staged, {});
        for (const QString &name : staged)
            m_owner.m_cleaner.removeFile(customTarget(), name, true);
        m_deadline.arm(m_owner.m_surroundings.scheduler, m_limit, [this] {
            m_scripts.reset();
            m_owner.m_cleaner.abandon();
            end();
        });
        m_turn.arm(m_owner.m_surroundings.scheduler, std::chrono::milliseconds(0), [this] { next(); });
    }
    void abort() override
    {
        m_scripts.reset();
        m_deadline.cancel();
        m_turn.cancel();
        m_owner.m_pool.whenIdle(nullptr);
        m_owner.m_cleaner.whenIdle(nullptr);
    }

private:
    void next()
    {
        if (!m_owner.m_pool.isIdle())
            m_owner.m_pool.whenIdle([this] { next(); });
        else if (!m_owner.m_cleaner.isIdle())
            m_owner.m_cleaner.whenIdle([this] { next(); });
        else if (m_owner.m_pool.isUncertain() && !std::exchange(m_listed, true))
            listOwn();
        else
            end();
    }

    /// A carrier whose making was not answered may be there all the same.
    void listOwn()
    {
        m_scripts = m_owner.m_access.listScripts();
        m_scripts->start([this](const core::Result<QList<cluster::StoredScript>> &scripts) {
            if (scripts) {
                for (const cluster::StoredScript &script : *scripts) {
                    if (script.code.startsWith(m_owner.m_builder.ownPrefix()))
                        m_owner.m_cleaner.removeScript(script.id, script.code, true);
                }
            }
            next();
        });
    }

    void end()
    {
        const QStringList left = m_owner.m_cleaner.leftovers();
        abort();
        if (left.isEmpty())
            finish({});
        else
            finish(core::fail(u"left_behind"_s, tr("%n thing(s) could not be removed from the cluster: %1. A later session removes them.",
                                                   nullptr, static_cast<int>(left.size()))
                                                    .arg(left.mid(0, 5).join(u", "_s))));
    }

    RemoteOperations &m_owner;
    const std::chrono::milliseconds m_limit;
    cluster::Call<QList<cluster::StoredScript>> m_scripts;
    core::Deadline m_deadline;
    core::Deadline m_turn;
    bool m_listed = false;
};

RemoteOperations::RemoteOperations(ClusterAccess &access, cluster::Surroundings surroundings, LocalFiles &files)
    : m_access(access), m_surroundings(surroundings), m_files(files),
      m_builder(access.profile().dialect, surroundings.random.hex(nonceBytes)), m_cleaner(access),
      m_pool(access, m_cleaner, surroundings.clock)
{
    m_files.setTempCategory(access.profile().dialect.tempCategory);
}

RemoteOperations::~RemoteOperations() = default;

cluster::Call<operation::Outcome> RemoteOperations::perform(const operation::Operation &operation)
{
    return performTimed(operation, nullptr);
}

cluster::Call<operation::Outcome> RemoteOperations::performTimed(const operation::Operation &operation, const TimingPtr &timing)
{
    const bool isGet = std::holds_alternative<operation::GetFile>(operation.action);
    return std::make_unique<PerformCall>(*this, operation, isGet ? PerformCall::Bring::ToTemp : PerformCall::Bring::Nothing, QString(),
                                         timing);
}

cluster::Call<operation::Outcome> RemoteOperations::perform(const operation::Operation &operation, const BringTo &bringTo,
                                                            const TimingPtr &timing)
{
    const auto bring = bringTo.localPath.isEmpty() ? PerformCall::Bring::Nothing : PerformCall::Bring::ToPath;
    return std::make_unique<PerformCall>(*this, operation, bring, bringTo.localPath, timing);
}

cluster::Call<core::Json> RemoteOperations::runWhole(const WholeScenario &scenario, std::chrono::milliseconds limit)
{
    return std::make_unique<ScenarioCall>(*this, scenario, limit);
}

std::chrono::milliseconds RemoteOperations::longestScenario(const core::Dialect &dialect)
{
    // The rest of the stale age is for uploads, slow answers and clocks that differ.
    return std::chrono::seconds(2 * dialect.timeoutMaxS);
}

cluster::Call<QString> RemoteOperations::stage(const QString &localPath, QSet<QString> &staged)
{
    const QString name = stagedName(localPath);
    staged.insert(name); // before it is there, so that an upload that is abandoned is removed too
    return cluster::mapped(m_access.upload(customTarget(), localPath, name), [name](const core::Result<protocol::UploadRecord> &uploaded) {
        return uploaded ? core::Result<QString>(customPath() + name) : tl::unexpected(uploaded.error());
    });
}

bool RemoteOperations::noteLoss(const core::Error &error)
{
    static const QSet<QString> codes{u"unreachable"_s, u"not_connected"_s, u"expired"_s};
    const bool isLoss = codes.contains(error.code);
    m_lost = m_lost || isLoss;
    return isLoss;
}

cluster::Call<int> RemoteOperations::sweep()
{
    return std::make_unique<SweepCall>(*this);
}

cluster::Call<void> RemoteOperations::close(std::chrono::milliseconds limit)
{
    return std::make_unique<CloseCall>(*this, limit);
}

void RemoteOperations::settle(quint64 ticket, bool gone, const QSet<QString> &staged)
{
    if (ticket != 0)
        m_pool.release(ticket, gone);
    for (const QString &name : staged) {
        if (m_staged.remove(name))
            m_cleaner.removeFile(customTarget(), name, true);
    }
}

QString RemoteOperations::stagedName(const QString &localPath)
{
    // The file's own name stays readable at the end: it is what a temp link's reader gets to see. Only what every server takes in a name
    // and in a header is kept of it.
    QString own = QFileInfo(localPath).fileName().right(50);
    std::replace_if(
        own.begin(), own.end(),
        [](QChar c) { return c.unicode() > 0x7f || !(c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-'); }, QChar(u'_'));
    const QString name = m_builder.ownPrefix() + m_surroundings.random.hex(stagedNameBytes) + u'-' + own;
    m_staged.insert(name);
    return name;
}

} // namespace signalbox::runner
