// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/performcall.h"

namespace signalbox::runner {

using namespace Qt::StringLiterals;

namespace {

/// The session's error codes in the words of the error variable (platform.md §3).
operation::Outcome outcomeOf(const core::Error &error)
{
    static const QSet<QString> known{u"file_not_found"_s, u"already_exists"_s, u"too_large"_s, u"rejected"_s, u"bad_argument"_s};
    return operation::Outcome::failure(known.contains(error.code) ? error.code : u"internal"_s, error.message);
}

} // namespace

RemoteOperations::PerformCall::PerformCall(RemoteOperations &owner, operation::Operation operation, Bring bring, QString localPath,
                                           TimingPtr timing)
    : m_owner(owner), m_operation(std::move(operation)), m_bring(bring), m_localPath(std::move(localPath)), m_timing(std::move(timing))
{}

RemoteOperations::PerformCall::~PerformCall()
{
    m_inner.reset();
    letGo();
}

template <typename T, typename Next>
void RemoteOperations::PerformCall::then(cluster::Call<T> call, Next next)
{
    const std::shared_ptr<core::AsyncCall<T>> shared(std::move(call));
    m_inner = shared;
    shared->start(std::move(next));
}

void RemoteOperations::PerformCall::letGo(bool gone)
{
    m_owner.settle(std::exchange(m_ticket, 0), gone, std::exchange(m_staged, {}));
}

void RemoteOperations::PerformCall::enter(qint64 OperationTiming::*part)
{
    if (!m_timing)
        return;
    const qint64 now = m_owner.m_surroundings.clock.monotonicUs();
    if (m_part)
        (*m_timing).*m_part += now - m_partSinceUs;
    m_part = part;
    m_partSinceUs = now;
}

void RemoteOperations::PerformCall::answer(const operation::Outcome &outcome)
{
    enter(nullptr);
    letGo();
    finish(outcome);
}

void RemoteOperations::PerformCall::answerLater(operation::Outcome outcome)
{
    m_turn.arm(m_owner.m_surroundings.scheduler, std::chrono::milliseconds(0), [this, outcome = std::move(outcome)] { answer(outcome); });
}

void RemoteOperations::PerformCall::fail(const core::Error &error)
{
    answer(m_owner.noteLoss(error) ? operation::Outcome::failure(u"unreachable"_s, error.message) : outcomeOf(error));
}

void RemoteOperations::PerformCall::abort()
{
    m_turn.cancel();
    m_inner.reset();
    letGo();
}

QString *RemoteOperations::PerformCall::path()
{
    if (auto *put = std::get_if<operation::PutFile>(&m_operation.action))
        return &put->path;
    if (auto *place = std::get_if<operation::PlaceTempFile>(&m_operation.action))
        return &place->path;
    return nullptr;
}

void RemoteOperations::PerformCall::begin()
{
    if (m_owner.m_closed) {
        answerLater(operation::Outcome::failure(u"unreachable"_s, tr("The session with the cluster has ended.")));
        return;
    }
    // Before anything is staged: a path's base name is the name that the file gets, and staging changes the path.
    if (auto *put = std::get_if<operation::PutFile>(&m_operation.action);
        put && put->name.isEmpty() && m_owner.m_access.profile().dialect.nameFromPath)
        put->name = put->path.mid(put->path.lastIndexOf(u'/') + 1);
    if (const auto checked = operation::check(m_operation, m_owner.m_access.profile().dialect); !checked) {
        answerLater(operation::Outcome::failure(checked.error().code, checked.error().message));
        return;
    }
    if (const QString *file = path()) {
        const core::Result<std::optional<QString>> local = m_owner.m_files.locate(*file);
        if (!local) {
            answerLater(operation::Outcome::failure(local.error().code, local.error().message));
            return;
        }
        if (*local) {
            stage(**local);
            return;
        }
    }
    prepare();
}

void RemoteOperations::PerformCall::stage(const QString &localPath)
{
    enter(&OperationTiming::networkUs);
    then(m_owner.stage(localPath, m_staged), [this](const core::Result<QString> &staged) {
        if (!staged) {
            fail(staged.error());
            return;
        }
        *path() = *staged;
        prepare();
    });
}

void RemoteOperations::PerformCall::prepare()
{
    m_inner.reset();
    enter(&OperationTiming::queueUs);
    m_carrier = m_owner.m_builder.build(m_operation, m_bring != Bring::Nothing);
    m_owner.m_pool.acquire(m_carrier, m_ticket, [this](const core::Result<QString> &code) {
        if (code)
            run(*code);
        else
            fail(code.error());
    });
}

void RemoteOperations::PerformCall::run(const QString &code)
{
    enter(&OperationTiming::waitUs);
    then(m_owner.m_access.startScript(code, m_carrier.startParams, m_carrier.limit), [this](const core::Result<core::Json> &variables) {
        if (variables) {
            ended(*variables);
            return;
        }
        // Perhaps somebody else removed the carrier: the next use makes a new one. One that expired is our own fault, never a timeout of
        // the operation (platform.md §6.3).
        letGo(variables.error().code == "script_failed"_L1);
        fail(variables.error());
    });
}

void RemoteOperations::PerformCall::ended(const core::Json &variables)
{
    const CarrierAnswer carrier = readCarrier(variables, m_owner.m_access.profile().dialect);
    if (carrier.outcome.kind != operation::OutcomeKind::Success || m_bring == Bring::Nothing) {
        answer(carrier.outcome);
        return;
    }
    if (std::holds_alternative<operation::GetFile>(m_operation.action)) {
        if (carrier.link.isEmpty()) {
            answer(operation::Outcome::failure(
                u"internal"_s,
                tr("The file is on the cluster as %1, but it could not be brought here: %2")
                    .arg(carrier.outcome.result, carrier.linkError.isEmpty() ? tr("there is no link to it.") : carrier.linkError)));
            return;
        }
        findOrigin(carrier.link, carrier.outcome.result);
    } else if (std::holds_alternative<operation::PlaceTempFile>(m_operation.action) && m_bring == Bring::ToPath) {
        findOrigin(carrier.outcome.result, carrier.outcome.result);
    } else {
        answer(carrier.outcome);
    }
}

void RemoteOperations::PerformCall::findOrigin(const QString &relativeUrl, const QString &result)
{
    enter(&OperationTiming::networkUs);
    const cluster::Profile &profile = m_owner.m_access.profile();
    const QUrl relative(relativeUrl);
    const auto known = m_owner.m_origins.constFind(m_operation.connection);
    if (known != m_owner.m_origins.constEnd()) {
        bring(known->resolved(relative), result);
        return;
    }
    if (profile.nodes.isEmpty() || !profile.dialect.linksAtNode) {
        bring(profile.originOf({}, {}).resolved(relative), result);
        return;
    }
    then(m_owner.m_access.registrations(), [this, relative, result](const core::Result<QList<cluster::Registration>> &registrations) {
        const cluster::Profile &addresses = m_owner.m_access.profile();
        QUrl origin = addresses.originOf({}, {}); // also for a login that may not read the list (platform.md §6.5)
        if (registrations) {
            for (const cluster::Registration &registration : *registrations) {
                if (registration.connection.connectionId == m_operation.connection)
                    origin = addresses.originOf(registration.connection.site, registration.connection.node);
            }
            if (m_owner.m_origins.size() > 1000)
                m_owner.m_origins.clear();
            m_owner.m_origins.insert(m_operation.connection, origin);
        }
        bring(origin.resolved(relative), result);
    });
}

void RemoteOperations::PerformCall::bring(const QUrl &url, const QString &result)
{
    QString target = m_localPath;
    QString shown = result;
    if (m_bring == Bring::ToTemp) {
        const auto file = m_owner.m_files.newTempFile(std::get<operation::GetFile>(m_operation.action).name);
        if (!file) {
            answer(operation::Outcome::failure(u"internal"_s, file.error().message));
            return;
        }
        target = file->localPath;
        shown = file->scenarioPath;
    }
    then(m_owner.m_access.download(url, target), [this, shown](const core::Result<qint64> &bytes) {
        if (bytes)
            answer(operation::Outcome::success(shown));
        else
            fail(bytes.error());
    });
}

} // namespace signalbox::runner
