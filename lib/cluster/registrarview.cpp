// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/registrarview.h"

#include "cluster/calls.h"
#include "cluster/sessionlist.h"

namespace signalbox::cluster {

using core::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 20; ///< connections that an error message lists

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RegistrarView)
};

QString described(const Registration &registration)
{
    const protocol::ConnectionRecord &connection = registration.connection;
    return u"%1 (%2 %3, %4/%5; %6)"_s.arg(connection.connectionId, registration.kind(), registration.session.login, connection.site,
                                          connection.node, connection.capabilities.join(u", "_s));
}

QString listed(const QList<Registration> &registrations)
{
    QStringList lines;
    for (const Registration &registration : registrations.first(std::min(registrations.size(), mostNamed)))
        lines.append(u"\n  "_s + described(registration));
    if (registrations.size() > mostNamed)
        lines.append(u"\n  "_s + Tr::tr("… and %1 more").arg(registrations.size() - mostNamed));
    return lines.join(QString());
}

core::Error badSelector(const QString &text)
{
    return {u"bad_selector"_s,
            Tr::tr("“%1” picks no connection: give a connection id, user=LOGIN or point=INTEGRATION_POINT, the latter two also with "
                   ",capability=NAME.")
                .arg(text),
            {}};
}

QList<Registration> registrations(const QList<protocol::SessionRecord> &sessions)
{
    QList<Registration> result;
    for (const protocol::SessionRecord &session : sessions) {
        for (const protocol::ConnectionRecord &connection : session.connections)
            result.append({session.session, connection});
    }
    return result;
}

} // namespace

QString Registration::kind() const
{
    if (!connection.ownerType.isEmpty())
        return connection.ownerType;
    return session.sessionType == "token"_L1 ? u"token"_s : u"user"_s;
}

Result<Selector> Selector::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    Selector selector;
    if (!trimmed.contains(u'=')) {
        selector.connectionId = trimmed;
        if (trimmed.isEmpty() || trimmed.contains(u',') || trimmed.contains(u' '))
            return tl::unexpected(badSelector(text));
        return selector;
    }
    for (const QString &part : trimmed.split(u',')) {
        const QString key = part.section(u'=', 0, 0).trimmed();
        const QString value = part.section(u'=', 1).trimmed();
        QString *const field = key == "user"_L1         ? &selector.user
                               : key == "point"_L1      ? &selector.point
                               : key == "capability"_L1 ? &selector.capability
                                                        : nullptr;
        if (!field || value.isEmpty() || !field->isEmpty())
            return tl::unexpected(badSelector(text));
        *field = value;
    }
    if (selector.user.isEmpty() == selector.point.isEmpty())
        return tl::unexpected(badSelector(text));
    return selector;
}

bool Selector::matches(const Registration &registration) const
{
    if (isPlainId())
        return registration.connection.connectionId == connectionId;
    if (!capability.isEmpty() && !registration.connection.capabilities.contains(capability))
        return false;
    const protocol::SessionInfo &session = registration.session;
    if (!user.isEmpty())
        return registration.kind() == "user"_L1 && session.login == user;
    return registration.kind() == "token"_L1 &&
           (session.login == point || session.userId == point || registration.connection.integrationPointId == point);
}

RegistrarView::RegistrarView(RestClient &rest) : m_rest(rest)
{}

Call<QList<Registration>> RegistrarView::list()
{
    return mapped(SessionList(m_rest).list(), [](const Result<QList<protocol::SessionRecord>> &sessions) -> Result<QList<Registration>> {
        return sessions ? Result<QList<Registration>>(registrations(*sessions)) : tl::unexpected(sessions.error());
    });
}

Call<Registration> RegistrarView::pick(const Selector &selector)
{
    return mapped(list(), [selector](const Result<QList<Registration>> &all) -> Result<Registration> {
        if (!all)
            return tl::unexpected(all.error());
        QList<Registration> matching;
        std::copy_if(all->begin(), all->end(), std::back_inserter(matching),
                     [&selector](const Registration &registration) { return selector.matches(registration); });
        if (matching.size() == 1)
            return matching.first();
        if (matching.size() > 1)
            return core::fail(u"several_connections"_s,
                              Tr::tr("Several connections match; pick one of them by its id:%1").arg(listed(matching)));
        return core::fail(u"no_connection"_s, all->isEmpty() ? Tr::tr("No connection matches: the cluster has none.")
                                                             : Tr::tr("No connection matches. There are:%1").arg(listed(*all)));
    });
}

} // namespace signalbox::cluster
