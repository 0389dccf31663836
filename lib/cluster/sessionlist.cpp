// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/sessionlist.h"

#include "cluster/calls.h"
#include "cluster/restclient.h"
#include "cluster/traffic.h"

#include <QHash>
#include <QSet>

namespace signalbox::cluster {

using core::Result;
using protocol::SessionRecord;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView collection{"/rest/v1/master/logicalroles/ws/sessions"};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SessionList)
};

core::Error errorOf(const RestClient &rest, const HttpAnswer &answer)
{
    core::Error error = rest.errorOf(answer);
    if (answer.status == 403)
        error.message += u' ' + Tr::tr("Only an administrator may see or close the sessions and connections of others.");
    return error;
}

/// Sites that were cut off from each other may list the same session twice, each with its own connections.
QList<SessionRecord> merged(const QList<SessionRecord> &records)
{
    QList<SessionRecord> result;
    QHash<QString, qsizetype> places;
    QSet<QString> seen;
    for (const SessionRecord &record : records) {
        const auto known = places.constFind(record.session.sessionId);
        const qsizetype place = known == places.constEnd() ? result.size() : *known;
        if (known == places.constEnd()) {
            places.insert(record.session.sessionId, place);
            result.append(record);
            result.last().connections.clear();
        }
        for (const protocol::ConnectionRecord &connection : record.connections) {
            if (seen.contains(connection.connectionId))
                continue;
            seen.insert(connection.connectionId);
            result[place].connections.append(connection);
            if (connection.site.isEmpty())
                result[place].connections.last().site = record.site;
        }
    }
    return result;
}

} // namespace

Call<QList<SessionRecord>> SessionList::list()
{
    const RestRequest request{"GET", collection, {{u"sites"_s, u"\"all\""_s}}};
    return mapped(m_rest.exchange(request), [&rest = m_rest](const Result<HttpAnswer> &answer) -> Result<QList<SessionRecord>> {
        if (!answer)
            return tl::unexpected(answer.error());
        if (!answer->isOk())
            return tl::unexpected(errorOf(rest, *answer));
        const Result<core::Json> json = rest.jsonOf(*answer);
        if (!json)
            return tl::unexpected(json.error());
        const Result<QList<SessionRecord>> records = protocol::sessionsFromJson(*json, rest.profile().dialect);
        return records ? Result<QList<SessionRecord>>(merged(*records)) : records;
    });
}

Call<void> SessionList::close(const QString &sessionId)
{
    m_rest.traffic().addSecret(sessionId); // whoever has it is that session, and the path of the request shows it
    const RestRequest request{"DELETE", QString(collection) + u'/' + RestClient::segment(sessionId)};
    return mapped(m_rest.exchange(request), [&rest = m_rest](const Result<HttpAnswer> &answer) -> Result<void> {
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->status == 404)
            return core::fail(u"not_found"_s, Tr::tr("The cluster has no session with this id, or has no longer."));
        if (!answer->isOk())
            return tl::unexpected(errorOf(rest, *answer));
        return {};
    });
}

} // namespace signalbox::cluster
