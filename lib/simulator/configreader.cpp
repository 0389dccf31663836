// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/configreader.h"

#include "peering/rules.h"
#include "simulator/faultrules.h"

#include <QRegularExpression>
#include <QUuid>

#include <limits>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

constexpr int maxNodes = 64;

} // namespace

ConfigReader::ConfigReader() : m_fault(u"config.invalid"_s, tr("The configuration is not valid at %1:"))
{}

QString ConfigReader::text(const Json &object, const QString &pointer, const QString &key, bool needed)
{
    const Json *value = object.find(key);
    if (!value) {
        if (needed)
            m_fault.complain(object, pointer, tr("\"%1\" is missing.").arg(key));
        return {};
    }
    if (!value->isString() || (needed && value->toString().isEmpty()))
        m_fault.complain(*value, pointer + u'/' + key, tr("a text is expected here."));
    return value->toString();
}

QStringList ConfigReader::texts(const Json &object, const QString &pointer, const QString &key)
{
    QStringList result;
    const Json *value = object.find(key);
    if (!value)
        return result;
    if (!value->isArray())
        m_fault.complain(*value, pointer + u'/' + key, tr("a list of texts is expected here."));
    for (qsizetype i = 0; i < value->size(); ++i) {
        if (!value->at(i).isString())
            m_fault.complain(value->at(i), pointer + u'/' + key + u'/' + QString::number(i), tr("a text is expected here."));
        result.append(value->at(i).toString());
    }
    return result;
}

void ConfigReader::unique(QSet<QString> &seen, const Json &place, const QString &pointer, const QString &value)
{
    if (value.isEmpty())
        return;
    if (seen.contains(value))
        m_fault.complain(place, pointer, tr("this is there twice; it must be unique."));
    seen.insert(value);
}

void ConfigReader::eachOf(const Json &document, const QString &key, const Item &item)
{
    const Json *list = document.find(key);
    if (!list)
        return;
    const QString pointer = u'/' + key;
    if (!list->isArray())
        m_fault.complain(*list, pointer, tr("a list is expected here."));
    for (qsizetype i = 0; i < list->size() && !m_fault.error(); ++i)
        item(list->at(i), pointer + u'/' + QString::number(i));
}

void ConfigReader::readServer(const Json &json, ClusterConfig &config)
{
    config.domain = text(json, {}, u"domain"_s, true);
    if (const QString listen = text(json, {}, u"listen"_s, false); !listen.isEmpty())
        config.listen = listen;
    config.port = static_cast<quint16>(m_fault.integerIn(json, {}, u"port"_s, 0, 0, 65535));
    config.nodes = static_cast<int>(m_fault.integerIn(json, {}, u"nodes"_s, 1, 1, maxNodes));
    config.sites = static_cast<int>(m_fault.integerIn(json, {}, u"sites"_s, 1, 1, maxNodes));
    if (const Json *limits = json.find(u"limits"))
        readLimits(*limits, u"/limits"_s, config.limits);
    if (const Json *faults = json.find(u"faults")) {
        config.faults = *faults;
        if (const auto read = FaultRules::fromJson(*faults); !read)
            m_fault.complain(*faults, u"/faults"_s, read.error().message);
    }
    if (const Json *control = json.find(u"control"))
        config.control = readControl(*control, u"/control"_s);
    if (const Json *tls = json.find(u"tls"); tls && m_fault.expectObject(*tls, u"/tls"_s, {u"certificate"_s, u"key"_s, u"clientCa"_s}))
        config.tls = TlsConfig{text(*tls, u"/tls"_s, u"certificate"_s, true), text(*tls, u"/tls"_s, u"key"_s, true),
                               text(*tls, u"/tls"_s, u"clientCa"_s, false)};
    if (const Json *dialect = json.find(u"dialect")) {
        auto read = core::Dialect::fromJson(*dialect);
        if (read)
            config.dialect = *read;
        else
            m_fault.complain(*dialect, u"/dialect"_s, read.error().message);
    }
}

void ConfigReader::readRole(const Json &json, const QString &pointer, ClusterConfig &config)
{
    if (!m_fault.expectObject(json, pointer, {u"name"_s, u"routes"_s}))
        return;
    RoleConfig role;
    role.name = text(json, pointer, u"name"_s, true);
    role.routes = texts(json, pointer, u"routes"_s);
    unique(m_roleNames, json[u"name"], pointer + u"/name"_s, role.name);
    for (qsizetype i = 0; i < role.routes.size(); ++i) {
        const QString place = pointer + u"/routes/"_s + QString::number(i);
        const QString key = Extensions::capabilityOf(role.routes.at(i));
        if (key.isEmpty())
            m_fault.complain(json[u"routes"].at(i), place, tr("\"/ws#\" and a capability, or \"/ws#*\" for all, is expected here."));
        else if (key != "*"_L1 && !m_extensions->isKnown(Side::Token, key) && !m_extensions->isKnown(Side::User, key))
            m_fault.complain(json[u"routes"].at(i), place,
                             tr("there is no capability \"%1\"; those of plug-ins stand under \"plugins\".").arg(key));
    }
    m_routes.insert(role.name, role.routes);
    config.roles.append(role);
}

QStringList ConfigReader::readCapabilities(const Json &owner, const QString &pointer, Side side, const QStringList &roles)
{
    QStringList keys = texts(owner, pointer, u"capabilities"_s);
    if (!m_hasRoles) // then a user who has no list of its own may set up all there are
        return keys.isEmpty() && side == Side::User ? m_extensions->known(side) : keys;
    QStringList routes;
    for (qsizetype i = 0; i < roles.size(); ++i) {
        const auto found = m_routes.constFind(roles.at(i));
        if (found == m_routes.constEnd())
            m_fault.complain(owner[u"roles"].at(i), pointer + u"/roles/"_s + QString::number(i),
                             tr("there is no role \"%1\" under \"roles\".").arg(roles.at(i)));
        else
            routes.append(*found);
    }
    keys.append(m_extensions->allowedBy(side, routes));
    keys.removeDuplicates();
    return keys;
}

ControlConfig ConfigReader::readControl(const Json &json, const QString &pointer)
{
    ControlConfig control;
    if (!m_fault.expectObject(json, pointer, {u"port"_s, u"token"_s}))
        return control;
    control.port = static_cast<quint16>(m_fault.integerIn(json, pointer, u"port"_s, 0, 0, 65535));
    control.token = text(json, pointer, u"token"_s, false);
    static const QRegularExpression fitting(u"^[!-~]{16,256}$"_s);
    if (json.contains(u"token") && !fitting.match(control.token).hasMatch())
        m_fault.complain(json[u"token"], pointer + u"/token"_s,
                         tr("16 to 256 letters, digits and signs without blanks are expected here."));
    return control;
}

void ConfigReader::readUser(const Json &json, const QString &pointer, ClusterConfig &config)
{
    if (!m_fault.expectObject(json, pointer, {u"id"_s, u"login"_s, u"password"_s, u"roles"_s, u"capabilities"_s}))
        return;
    UserConfig user;
    user.id = text(json, pointer, u"id"_s, true);
    user.login = text(json, pointer, u"login"_s, true);
    user.password = text(json, pointer, u"password"_s, true);
    user.roles = texts(json, pointer, u"roles"_s);
    user.capabilities = readCapabilities(json, pointer, Side::User, user.roles);
    unique(m_ids, json[u"id"], pointer + u"/id"_s, user.id);
    unique(m_logins, json[u"login"], pointer + u"/login"_s, user.login);
    config.users.append(user);
}

void ConfigReader::readPoint(const Json &json, const QString &pointer, ClusterConfig &config)
{
    if (!m_fault.expectObject(json, pointer, {u"id"_s, u"code"_s, u"token"_s, u"capabilities"_s, u"roles"_s, u"recv_svcscriptcode_ws"_s}))
        return;
    PointConfig point;
    point.id = text(json, pointer, u"id"_s, true);
    point.code = text(json, pointer, u"code"_s, true);
    point.token = text(json, pointer, u"token"_s, true).toLower();
    point.roles = texts(json, pointer, u"roles"_s);
    point.capabilities = readCapabilities(json, pointer, Side::Token, point.roles);
    point.receiveScript = text(json, pointer, u"recv_svcscriptcode_ws"_s, false);
    static const QRegularExpression hex(u"^[0-9a-f]{32}$"_s);
    if (!hex.match(point.token).hasMatch())
        m_fault.complain(json[u"token"], pointer + u"/token"_s, tr("32 hexadecimal digits are expected here."));
    unique(m_ids, json[u"id"], pointer + u"/id"_s, point.id);
    unique(m_codes, json[u"code"], pointer + u"/code"_s, point.code);
    unique(m_tokens, json[u"token"], pointer + u"/token"_s, point.token);
    config.points.append(point);
}

void ConfigReader::readPlugin(const Json &json, const QString &pointer, ClusterConfig &config)
{
    if (!m_fault.expectObject(json, pointer, {u"capability"_s, u"side"_s, u"description"_s}))
        return;
    PluginConfig plugin;
    plugin.capability = text(json, pointer, u"capability"_s, true);
    plugin.side = text(json, pointer, u"side"_s, true);
    plugin.description = text(json, pointer, u"description"_s, false);
    if (plugin.side != "token"_L1 && plugin.side != "user"_L1)
        m_fault.complain(json[u"side"], pointer + u"/side"_s, tr("\"token\" or \"user\" is expected here."));
    unique(m_plugins, json[u"capability"], pointer + u"/capability"_s, plugin.capability + u'/' + plugin.side);
    config.plugins.append(plugin);
}

void ConfigReader::readPeer(const Json &json, const QString &pointer, ClusterConfig &config)
{
    if (!m_fault.expectObject(json, pointer, {u"point"_s, u"user"_s, u"connectionId"_s, u"node"_s, u"capabilities"_s, u"rules"_s}))
        return;
    PeerConfig peer;
    peer.point = text(json, pointer, u"point"_s, false);
    peer.user = text(json, pointer, u"user"_s, false);
    peer.connectionId = text(json, pointer, u"connectionId"_s, true);
    peer.node = static_cast<int>(m_fault.integerIn(json, pointer, u"node"_s, 0, 0, maxNodes - 1));
    peer.capabilities = texts(json, pointer, u"capabilities"_s);
    peer.rules = json[u"rules"];
    if (peer.point.isEmpty() == peer.user.isEmpty())
        m_fault.complain(json, pointer, tr("either \"point\" or \"user\" is needed here."));
    else if (!peer.point.isEmpty() && !config.point(peer.point))
        m_fault.complain(json[u"point"], pointer + u"/point"_s, tr("there is no integration point \"%1\".").arg(peer.point));
    else if (!peer.user.isEmpty() && !config.user(peer.user))
        m_fault.complain(json[u"user"], pointer + u"/user"_s, tr("there is no user \"%1\".").arg(peer.user));
    if (QUuid::fromString(peer.connectionId).isNull())
        m_fault.complain(json[u"connectionId"], pointer + u"/connectionId"_s, tr("a UUID is expected here."));
    unique(m_connections, json[u"connectionId"], pointer + u"/connectionId"_s, peer.connectionId);
    if (const Json *rules = json.find(u"rules")) {
        if (const auto read = peering::Rules::fromJson(*rules); !read)
            m_fault.complain(*rules, pointer + u"/rules"_s, read.error().message);
    }
    config.peers.append(peer);
}

void ConfigReader::readScript(const Json &json, const QString &pointer, QSet<QString> &codes)
{
    if (!json.isObject()) {
        m_fault.complain(json, pointer, tr("a scenario (an object with \"code\" and \"scriptdata\") is expected here."));
        return;
    }
    unique(codes, json, pointer + u"/code"_s, text(json, pointer, u"code"_s, true));
    if (!json[u"scriptdata"].isObject())
        m_fault.complain(json, pointer, tr("\"scriptdata\" is missing or no object."));
}

void ConfigReader::readLimits(const Json &json, const QString &pointer, ServerLimits &limits)
{
    if (!m_fault.expectObject(json, pointer,
                              {u"headBytes"_s, u"bodyBytes"_s, u"jsonBytes"_s, u"frameBytes"_s, u"queueBytes"_s, u"storageBytes"_s,
                               u"files"_s, u"connections"_s, u"runs"_s, u"scripts"_s, u"handshakeTimeoutMs"_s, u"closeTimeoutMs"_s,
                               u"headTimeoutMs"_s, u"bodyTimeoutMs"_s, u"idleTimeoutMs"_s, u"loginTimeoutMs"_s, u"registrationTtlS"_s,
                               u"peerReconnectMs"_s}))
        return;
    constexpr qint64 most = std::numeric_limits<int>::max();
    constexpr qint64 mostBytes = 1LL << 40;
    const auto bytes = [&](const QString &key, qint64 &value, qint64 least) {
        value = m_fault.integerIn(json, pointer, key, value, least, mostBytes);
    };
    const auto number = [&](const QString &key, int &value, qint64 least) {
        value = static_cast<int>(m_fault.integerIn(json, pointer, key, value, least, most));
    };
    bytes(u"headBytes"_s, limits.headBytes, 256);
    bytes(u"bodyBytes"_s, limits.bodyBytes, 0);
    bytes(u"jsonBytes"_s, limits.jsonBytes, 0);
    bytes(u"frameBytes"_s, limits.frameBytes, 125);
    bytes(u"queueBytes"_s, limits.queueBytes, 125);
    bytes(u"storageBytes"_s, limits.storageBytes, 0);
    number(u"files"_s, limits.files, 0);
    number(u"connections"_s, limits.connections, 1);
    number(u"runs"_s, limits.runs, 1);
    number(u"scripts"_s, limits.scripts, 1);
    number(u"handshakeTimeoutMs"_s, limits.handshakeTimeoutMs, 1);
    number(u"closeTimeoutMs"_s, limits.closeTimeoutMs, 1);
    number(u"headTimeoutMs"_s, limits.headTimeoutMs, 1);
    number(u"bodyTimeoutMs"_s, limits.bodyTimeoutMs, 1);
    number(u"idleTimeoutMs"_s, limits.idleTimeoutMs, 1);
    number(u"loginTimeoutMs"_s, limits.loginTimeoutMs, 1);
    number(u"registrationTtlS"_s, limits.registrationTtlS, 1);
    number(u"peerReconnectMs"_s, limits.peerReconnectMs, 0);
}

core::Result<ClusterConfig> ConfigReader::read(const Json &document)
{
    ClusterConfig config;
    if (m_fault.expectObject(document, {},
                             {u"$schema"_s, u"domain"_s, u"listen"_s, u"port"_s, u"nodes"_s, u"sites"_s, u"users"_s, u"integrationPoints"_s,
                              u"peers"_s, u"plugins"_s, u"roles"_s, u"scripts"_s, u"ivrScripts"_s, u"limits"_s, u"dialect"_s, u"tls"_s,
                              u"control"_s, u"faults"_s})) {
        readServer(document, config);
        eachOf(document, u"plugins"_s, [&](const Json &item, const QString &pointer) { readPlugin(item, pointer, config); });
        m_extensions.emplace(config);
        m_hasRoles = document.contains(u"roles");
        eachOf(document, u"roles"_s, [&](const Json &item, const QString &pointer) { readRole(item, pointer, config); });
        eachOf(document, u"users"_s, [&](const Json &item, const QString &pointer) { readUser(item, pointer, config); });
        eachOf(document, u"integrationPoints"_s, [&](const Json &item, const QString &pointer) { readPoint(item, pointer, config); });
        eachOf(document, u"peers"_s, [&](const Json &item, const QString &pointer) { readPeer(item, pointer, config); });
        eachOf(document, u"scripts"_s, [&](const Json &item, const QString &pointer) { readScript(item, pointer, m_scripts); });
        eachOf(document, u"ivrScripts"_s, [&](const Json &item, const QString &pointer) { readScript(item, pointer, m_ivrScripts); });
        config.scripts = document[u"scripts"];
        config.ivrScripts = document[u"ivrScripts"];
    }
    if (m_fault.error())
        return tl::unexpected(*m_fault.error());
    return config;
}

} // namespace signalbox::simulator
