// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/sessionfiles.h"

#include "cluster/calls.h"
#include "core/jsonreader.h"

namespace signalbox::inspect {

using cluster::Call;
using core::Result;
using operation::Outcome;
using protocol::FileRecord;
using namespace Qt::StringLiterals;

namespace {

const QString &target()
{
    static const QString name = u"websocktemp"_s; // platform.md §4
    return name;
}

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::inspect::SessionFiles)
};

template <typename T>
Call<void> withoutValue(Call<T> call)
{
    return cluster::mapped(
        std::move(call), [](const Result<T> &answer) -> Result<void> { return answer ? Result<void>() : tl::unexpected(answer.error()); });
}

} // namespace

Call<QList<FileRecord>> OwnSessionFiles::list()
{
    return m_files.list(target());
}

Call<void> OwnSessionFiles::upload(const QString &localPath, const QString &name, cluster::Progress progress)
{
    return withoutValue(m_files.upload(target(), localPath, name, std::move(progress)));
}

Call<void> OwnSessionFiles::download(const QString &name, const QString &localPath, cluster::Progress progress)
{
    const QUrl url = m_rest.urlOf(u"/rest/v1/fs/targets/"_s + target() + u'/' + cluster::RestClient::segment(name));
    return withoutValue(m_files.download(url, localPath, std::move(progress)));
}

Call<void> OwnSessionFiles::remove(const QString &name)
{
    return m_files.remove(target(), name);
}

OperatedSessionFiles::OperatedSessionFiles(runner::RemoteOperations &operations, QString connectionId, Ended ended)
    : m_operations(operations), m_connectionId(std::move(connectionId)), m_ended(std::move(ended))
{}

template <typename Action>
Call<QString> OperatedSessionFiles::perform(Action action, const runner::RemoteOperations::BringTo &bringTo)
{
    const auto timing = std::make_shared<runner::OperationTiming>();
    return cluster::mapped(m_operations.perform({m_connectionId, std::move(action)}, bringTo, timing),
                           [timing, ended = m_ended](const Result<Outcome> &outcome) -> Result<QString> {
                               if (!outcome)
                                   return tl::unexpected(outcome.error());
                               const bool isDone = outcome->kind == operation::OutcomeKind::Success;
                               if (ended)
                                   ended(isDone && timing->waitUs > 0 ? std::optional(timing->waitUs) : std::nullopt);
                               if (isDone)
                                   return outcome->result;
                               if (outcome->kind == operation::OutcomeKind::Timeout)
                                   return core::fail(u"timeout"_s, Tr::tr("The connection has not answered in time."));
                               return tl::unexpected(outcome->error);
                           });
}

Call<QList<FileRecord>> OperatedSessionFiles::list()
{
    return cluster::mapped(perform(operation::ListFiles{}), [](const Result<QString> &text) -> Result<QList<FileRecord>> {
        if (!text)
            return tl::unexpected(text.error());
        const auto json = core::readJson(text->toUtf8());
        if (!json)
            return core::fail(u"bad_answer"_s, Tr::tr("The cluster's list of files is no JSON: %1").arg(json.error().message));
        return protocol::listFromJson<FileRecord>(*json);
    });
}

Call<void> OperatedSessionFiles::upload(const QString &localPath, const QString &name, cluster::Progress)
{
    return withoutValue(perform(operation::PutFile{localPath, name}));
}

Call<void> OperatedSessionFiles::download(const QString &name, const QString &localPath, cluster::Progress)
{
    return withoutValue(perform(operation::GetFile{name}, {localPath}));
}

Call<void> OperatedSessionFiles::remove(const QString &name)
{
    return withoutValue(perform(operation::DeleteFile{name}));
}

Call<QString> OperatedSessionFiles::makeLink(const QString &localPath)
{
    return perform(operation::PlaceTempFile{localPath});
}

} // namespace signalbox::inspect
