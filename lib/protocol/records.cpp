// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/records.h"

#include <limits>

namespace signalbox::protocol {

using core::Json;
using core::JsonMember;
using core::Result;
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Records)
};

/// Takes members of an object one after the other and remembers the first one that is missing or of a wrong type.
class MemberReader final
{
public:
    explicit MemberReader(const Json &json) : m_json(json)
    {
        if (!json.isObject())
            m_problem = Tr::tr("The cluster's answer is not what was expected: an object was expected.");
    }

    /// A text; numbers are taken as their text, since the documentation leaves open of which type an id is.
    QString text(const QString &key, bool isNeeded = false)
    {
        const Json *value = find(key, isNeeded);
        if (value && value->isNumber())
            return QString::fromLatin1(value->numberText());
        if (value && !value->isString())
            wrongType(key, Tr::tr("text"));
        const QString result = value ? value->toString() : QString();
        if (isNeeded && value && result.isEmpty())
            wrongType(key, Tr::tr("a text that is not empty"));
        return result;
    }

    qint64 integer(const QString &key, qint64 least = std::numeric_limits<qint64>::min(), qint64 most = std::numeric_limits<qint64>::max())
    {
        const Json *value = find(key, false);
        if (!value)
            return 0;
        const std::optional<qint64> number = value->toInt();
        if (!number || *number < least || *number > most)
            wrongType(key, Tr::tr("an integer"));
        return number.value_or(0);
    }

    /// Texts, or objects that hold one under "key", as the lists of capabilities in answers do.
    QStringList keys(const QString &key)
    {
        const Json *value = find(key, false);
        QStringList result;
        if (value && !value->isArray())
            wrongType(key, Tr::tr("a list of names"));
        for (const Json &item : value ? value->items() : QList<Json>()) {
            const Json &name = item.isObject() ? item[u"key"] : item;
            if (!name.isString())
                wrongType(key, Tr::tr("a list of names"));
            result.append(name.toString());
        }
        return result;
    }

    const Json *list(const QString &key)
    {
        const Json *value = find(key, false);
        if (value && !value->isArray())
            wrongType(key, Tr::tr("a list"));
        return value;
    }

    template <typename T>
    Result<T> result(T value) const
    {
        if (!m_problem.isEmpty())
            return core::fail(u"bad_answer"_s, m_problem);
        return value;
    }

private:
    const Json *find(const QString &key, bool isNeeded)
    {
        const Json *value = m_json.find(key);
        if (value && value->isNull())
            value = nullptr;
        if (!value && isNeeded && m_problem.isEmpty())
            m_problem = Tr::tr("The cluster's answer is not what was expected: “%1” is missing.").arg(key);
        return value;
    }

    void wrongType(const QString &key, const QString &expected)
    {
        if (m_problem.isEmpty())
            m_problem = Tr::tr("The cluster's answer is not what was expected: “%1” should be %2.").arg(key, expected);
    }

    const Json &m_json;
    QString m_problem;
};

void addUnlessEmpty(QList<JsonMember> &members, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        members.append({key, Json(value)});
}

/// Places in Dialect::sessionMembers.
namespace session {
enum Member : quint8 { Id, Type, UserId, Login, Domain, Ttl, Token };
} // namespace session

/// Places in Dialect::connectionMembers.
namespace connection {
enum Member : quint8 { Id, Site, Node, Since, Caps, App, PeerAddress, PeerPort };
} // namespace connection

QList<JsonMember> sessionMembers(const SessionInfo &info, const QStringList &names)
{
    QList<JsonMember> members{{names[session::Id], Json(info.sessionId)},  {names[session::Type], Json(info.sessionType)},
                              {names[session::UserId], Json(info.userId)}, {names[session::Login], Json(info.login)},
                              {names[session::Domain], Json(info.domain)}, {names[session::Ttl], Json(info.ttlS)}};
    addUnlessEmpty(members, names[session::Token], info.sessionToken);
    return members;
}

/// An array's items, each by its own reader.
template <typename T, typename Read>
Result<QList<T>> readList(const Json &json, const Read &read)
{
    if (!json.isArray())
        return core::fail(u"bad_answer"_s, Tr::tr("The cluster's answer is not what was expected: a list was expected."));
    QList<T> list;
    for (const Json &item : json.items()) {
        Result<T> record = read(item);
        if (!record)
            return core::fail(record.error().code, Tr::tr("%1 (item %2 of the list)").arg(record.error().message).arg(list.size() + 1));
        list.append(std::move(*record));
    }
    return list;
}

} // namespace

Json SessionInfo::toJson(const core::Dialect &dialect) const
{
    return Json(sessionMembers(*this, dialect.sessionMembers));
}

Result<SessionInfo> SessionInfo::fromJson(const Json &json, const core::Dialect &dialect)
{
    const QStringList &names = dialect.sessionMembers;
    MemberReader reader(json);
    SessionInfo info;
    info.sessionToken = reader.text(names[session::Token]);
    info.sessionId = reader.text(names[session::Id], info.sessionToken.isEmpty());
    info.sessionType = reader.text(names[session::Type]);
    info.userId = reader.text(names[session::UserId]);
    info.login = reader.text(names[session::Login]);
    info.domain = reader.text(names[session::Domain]);
    info.ttlS = reader.integer(names[session::Ttl]);
    return reader.result(info);
}

Json ConnectionRecord::toJson(const core::Dialect &dialect) const
{
    const QStringList &names = dialect.connectionMembers;
    QList<Json> caps;
    for (const QString &capability : capabilities)
        caps.append(Json(capability));
    QList<JsonMember> members{{names[connection::Id], Json(connectionId)},
                              {names[connection::Site], Json(site)},
                              {names[connection::Node], Json(node)},
                              {names[connection::Since], Json(since)},
                              {names[connection::Caps], Json::array(caps)},
                              {names[connection::App], Json(app)},
                              {names[connection::PeerAddress], Json(peerAddress)},
                              {names[connection::PeerPort], Json(peerPort)}};
    addUnlessEmpty(members, u"ownertype"_s, ownerType);
    addUnlessEmpty(members, u"integration_point_id"_s, integrationPointId);
    return Json(std::move(members));
}

Result<ConnectionRecord> ConnectionRecord::fromJson(const Json &json, const core::Dialect &dialect)
{
    const QStringList &names = dialect.connectionMembers;
    MemberReader reader(json);
    ConnectionRecord record;
    record.connectionId = reader.text(names[connection::Id], true);
    record.site = reader.text(names[connection::Site]);
    record.node = reader.text(names[connection::Node]);
    record.since = reader.text(names[connection::Since]);
    record.capabilities = reader.keys(names[connection::Caps]);
    record.app = reader.text(names[connection::App]);
    record.peerAddress = reader.text(names[connection::PeerAddress]);
    record.peerPort = static_cast<int>(reader.integer(names[connection::PeerPort], 0, 65535));
    record.ownerType = reader.text(u"ownertype"_s);
    record.integrationPointId = reader.text(u"integration_point_id"_s);
    return reader.result(record);
}

Json SessionRecord::toJson(const core::Dialect &dialect) const
{
    QList<JsonMember> members = sessionMembers(session, dialect.sessionMembers);
    members.append({u"site"_s, Json(site)});
    QList<Json> list;
    for (const ConnectionRecord &connection : connections)
        list.append(connection.toJson(dialect));
    members.append({u"connections"_s, Json::array(list)});
    return Json(std::move(members));
}

Result<SessionRecord> SessionRecord::fromJson(const Json &json, const core::Dialect &dialect)
{
    SessionRecord record;
    const Result<SessionInfo> session = SessionInfo::fromJson(json, dialect);
    if (!session)
        return tl::unexpected(session.error());
    record.session = *session;
    MemberReader reader(json);
    record.site = reader.text(u"site"_s);
    if (const Json *list = reader.list(u"connections"_s)) {
        const Result<QList<ConnectionRecord>> connections =
            readList<ConnectionRecord>(*list, [&dialect](const Json &item) { return ConnectionRecord::fromJson(item, dialect); });
        if (!connections)
            return tl::unexpected(connections.error());
        record.connections = *connections;
    }
    return reader.result(record);
}

Json FileRecord::toJson() const
{
    return Json::object({{u"name"_s, Json(name)}, {u"size"_s, Json(size)}, {u"last_modified"_s, Json(lastModified)}});
}

Result<FileRecord> FileRecord::fromJson(const Json &json)
{
    MemberReader reader(json);
    FileRecord record;
    record.name = reader.text(u"name"_s, true);
    record.size = reader.integer(u"size"_s, 0);
    record.lastModified = reader.text(u"last_modified"_s);
    return reader.result(record);
}

Json UploadRecord::toJson() const
{
    return Json::object({{u"name"_s, Json(name)}, {u"size"_s, Json(size)}, {u"status"_s, Json(status)}});
}

Result<UploadRecord> UploadRecord::fromJson(const Json &json)
{
    MemberReader reader(json);
    UploadRecord record;
    record.name = reader.text(u"name"_s, true);
    record.size = reader.integer(u"size"_s, 0);
    record.status = reader.text(u"status"_s, true);
    return reader.result(record);
}

Json RuntimeRecord::toJson() const
{
    return Json::object({{u"id"_s, Json(id)},
                         {u"site"_s, Json(site)},
                         {u"node"_s, Json(node)},
                         {u"domain"_s, Json(domain)},
                         {u"type"_s, Json(type)},
                         {u"code"_s, Json(code)}});
}

Result<RuntimeRecord> RuntimeRecord::fromJson(const Json &json)
{
    MemberReader reader(json);
    RuntimeRecord record;
    record.id = reader.text(u"id"_s, true);
    record.site = reader.text(u"site"_s);
    record.node = reader.text(u"node"_s);
    record.domain = reader.text(u"domain"_s);
    record.type = reader.text(u"type"_s);
    record.code = reader.text(u"code"_s);
    return reader.result(record);
}

Json ErrorBody::toJson(const core::Dialect &dialect) const
{
    return Json::object({{dialect.errorMembers[0], Json(code)}, {dialect.errorMembers[1], Json(message)}});
}

Result<ErrorBody> ErrorBody::fromJson(const Json &json, const core::Dialect &dialect)
{
    MemberReader reader(json);
    ErrorBody body;
    body.message = reader.text(dialect.errorMembers[1], true);
    body.code = reader.integer(dialect.errorMembers[0]);
    return reader.result(body);
}

template <typename T>
Result<QList<T>> listFromJson(const Json &json)
{
    return readList<T>(json, [](const Json &item) { return T::fromJson(item); });
}

Result<QList<SessionRecord>> sessionsFromJson(const Json &json, const core::Dialect &dialect)
{
    return readList<SessionRecord>(json, [&dialect](const Json &item) { return SessionRecord::fromJson(item, dialect); });
}

template Result<QList<FileRecord>> listFromJson(const Json &);
template Result<QList<UploadRecord>> listFromJson(const Json &);
template Result<QList<RuntimeRecord>> listFromJson(const Json &);

} // namespace signalbox::protocol
