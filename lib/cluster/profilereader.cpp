// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/profilereader.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

namespace signalbox::cluster {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProfiles = 1000;
constexpr qsizetype mostNodes = 1000;
constexpr qsizetype longestName = 100;
constexpr qsizetype longestText = 4000;
constexpr int longestTimeoutMs = 24 * 3600 * 1000;

QString childOf(const QString &pointer, const QString &key)
{
    return pointer + u'/' + core::pointerToken(key);
}

/// Whether a key names a secret, however it is written. "cookieName" of the dialect and "clientKey", a path, do not.
bool namesSecret(QString key)
{
    static const QRegularExpression pattern(
        u"passw|passphrase|passcode|pwd|secret|token|credential|apikey|accesskey|privatekey|bearer|authorization"_s);
    key = key.toLower().remove(u'_').remove(u'-').remove(u' ');
    return pattern.match(key).hasMatch();
}

/// Whether a text is a secret by its look: a private key, or an address with a password in it.
bool looksSecret(const QString &text)
{
    static const QRegularExpression pattern(u"-----BEGIN [A-Z ]*PRIVATE KEY|://[^/@\\s]*:[^/@\\s]+@"_s);
    return pattern.match(text).hasMatch();
}

bool isPlain(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

template <typename T>
void setUnless(Json &object, const QString &key, const T &value, const T &standard)
{
    if (value != standard)
        object.set(key, Json(value));
}

void setPart(Json &object, const QString &key, Json part)
{
    if (part.size() > 0)
        object.set(key, std::move(part));
}

QString proxyKindName(ProxyAddress::Kind kind)
{
    return kind == ProxyAddress::Kind::Socks5 ? u"socks5"_s : u"http"_s;
}

} // namespace

Json profileToJson(const Profile &profile)
{
    const Profile standard;
    Json json = Json::object({{u"name"_s, Json(profile.name)}, {u"address"_s, Json(profile.address.toString())}});
    Json nodes = Json::object();
    for (auto node = profile.nodes.cbegin(); node != profile.nodes.cend(); ++node)
        nodes.set(node.key(), Json(node.value().toString()));
    setPart(json, u"nodes"_s, std::move(nodes));
    setUnless(json, u"domain"_s, profile.domain, standard.domain);
    setUnless(json, u"login"_s, profile.login, standard.login);
    if (profile.sessionKind == SessionKind::Token)
        json.set(u"session"_s, Json(u"token"_s));
    Json tls = Json::object();
    setUnless(tls, u"ca"_s, profile.caFile, standard.caFile);
    setUnless(tls, u"clientCertificate"_s, profile.clientCertificate, standard.clientCertificate);
    setUnless(tls, u"clientKey"_s, profile.clientKey, standard.clientKey);
    setUnless(tls, u"pinnedKey"_s, profile.pinnedKeys.join(u';'), QString());
    setPart(json, u"tls"_s, std::move(tls));
    if (const ProxyAddress &proxy = profile.proxy; proxy.kind != ProxyAddress::Kind::None) {
        Json part =
            Json::object({{u"kind"_s, Json(proxyKindName(proxy.kind))}, {u"host"_s, Json(proxy.host)}, {u"port"_s, Json(int(proxy.port))}});
        setUnless(part, u"user"_s, proxy.user, QString());
        setPart(json, u"proxy"_s, std::move(part));
    }
    Json timeouts = Json::object();
    const auto setTime = [&timeouts](const QString &key, std::chrono::milliseconds value, std::chrono::milliseconds otherwise) {
        setUnless(timeouts, key, static_cast<qint64>(value.count()), static_cast<qint64>(otherwise.count()));
    };
    setTime(u"connectMs"_s, profile.timeouts.connect, standard.timeouts.connect);
    setTime(u"requestMs"_s, profile.timeouts.request, standard.timeouts.request);
    setTime(u"transferMs"_s, profile.timeouts.transfer, standard.timeouts.transfer);
    setPart(json, u"timeouts"_s, std::move(timeouts));
    setPart(json, u"dialect"_s, profile.dialect.toJson());
    if (profile.isProduction)
        json.set(u"production"_s, Json(true));
    return json;
}

ProfileReader::ProfileReader(QString folder)
    : m_folder(std::move(folder)), m_fault(u"profiles.invalid"_s, tr("not valid at %1:")),
      m_secret(u"profiles.secret"_s, tr("not used because of what stands at %1:"))
{}

core::Result<QList<Profile>> ProfileReader::read(const Json &document)
{
    QList<Profile> profiles;
    m_warnings.clear();
    findSecrets(document, {});
    if (m_secret.error())
        return tl::unexpected(*m_secret.error());
    if (isObject(document, {}, {u"profiles"_s})) {
        const Json &list = document[u"profiles"];
        if (!list.isArray())
            m_fault.complain(list.isNull() ? document : list, u"/profiles"_s, tr("a list of profiles is expected here."));
        else if (list.size() > mostProfiles)
            m_fault.complain(list, u"/profiles"_s, tr("at most %1 profiles can be kept.").arg(mostProfiles));
        QSet<QString> names;
        for (qsizetype i = 0; i < list.size() && !m_fault.error(); ++i) {
            const QString pointer = u"/profiles/"_s + QString::number(i);
            profiles.append(readProfile(list.at(i), pointer));
            const QString name = profiles.last().name;
            if (names.contains(name))
                m_fault.complain(list.at(i)[u"name"], pointer + u"/name"_s, tr("there are two profiles “%1”.").arg(name));
            names.insert(name);
        }
    }
    if (m_fault.error())
        return tl::unexpected(*m_fault.error());
    return profiles;
}

void ProfileReader::findSecrets(const Json &json, const QString &pointer) // the reader limits the depth
{
    if (json.isString() && looksSecret(json.toString()))
        m_secret.complain(json, pointer,
                          tr("this looks like a secret. Secrets are never kept in a file: take it out, and change it if others could read "
                             "the file."));
    for (qsizetype i = 0; i < json.items().size(); ++i)
        findSecrets(json.items().at(i), pointer + u'/' + QString::number(i));
    for (const core::JsonMember &member : json.members()) {
        if (namesSecret(member.key))
            m_secret.complain(member.value, childOf(pointer, member.key),
                              tr("“%1” looks like a secret. Secrets are never kept in a file: take it out, and change it if others could "
                                 "read the file. The system's keychain keeps secrets, or you are asked for them.")
                                  .arg(member.key));
        findSecrets(member.value, childOf(pointer, member.key));
    }
}

bool ProfileReader::isObject(const Json &json, const QString &pointer, const QStringList &known)
{
    if (!json.isObject()) {
        m_fault.complain(json, pointer, tr("an object is expected here."));
        return false;
    }
    for (const core::JsonMember &member : json.members()) {
        if (known.contains(member.key) || member.key.startsWith(u'$') || member.key.startsWith("x-"_L1))
            continue;
        const core::JsonPlace place = member.place.line > 0 ? member.place : member.value.place();
        m_warnings.append({.severity = core::Severity::Warning,
                           .code = u"profiles.unknown_key"_s,
                           .message = tr("“%1” is not known here and does nothing; known are %2.").arg(member.key, known.join(u", "_s)),
                           .object = {},
                           .property = {},
                           .pointer = childOf(pointer, member.key),
                           .line = place.line,
                           .column = place.column});
    }
    return true;
}

QString ProfileReader::text(const Json &object, const QString &pointer, const QString &key, bool isNeeded)
{
    const Json *value = object.find(key);
    if (!value) {
        if (isNeeded)
            m_fault.complain(object, pointer, tr("“%1” is missing.").arg(key));
        return {};
    }
    const QString found = value->toString();
    if (!value->isString() || (isNeeded && found.isEmpty()) || found.size() > longestText || !isPlain(found))
        m_fault.complain(*value, childOf(pointer, key), tr("a text without line breaks is expected here."));
    return found;
}

QUrl ProfileReader::origin(const Json &json, const QString &pointer)
{
    const QUrl url(json.toString(), QUrl::StrictMode);
    if (!isOrigin(url)) {
        m_fault.complain(json, pointer, tr("an address such as https://HOST:PORT is expected here, without login, path or query."));
        return {};
    }
    return url.adjusted(QUrl::RemovePath);
}

QString ProfileReader::path(const Json &object, const QString &pointer, const QString &key)
{
    const QString found = text(object, pointer, key);
    return found.isEmpty() ? found : QDir::cleanPath(QDir(m_folder).absoluteFilePath(found));
}

Profile ProfileReader::readProfile(const Json &json, const QString &pointer)
{
    Profile profile;
    if (!isObject(json, pointer,
                  {u"name"_s, u"address"_s, u"nodes"_s, u"domain"_s, u"login"_s, u"session"_s, u"tls"_s, u"proxy"_s, u"timeouts"_s,
                   u"dialect"_s, u"production"_s}))
        return profile;
    profile.name = text(json, pointer, u"name"_s, true);
    if (profile.name.size() > longestName || profile.name != profile.name.trimmed())
        m_fault.complain(json[u"name"], pointer + u"/name"_s,
                         tr("a name of at most %1 characters without spaces around it is expected here.").arg(longestName));
    if (!text(json, pointer, u"address"_s, true).isEmpty())
        profile.address = origin(json[u"address"], pointer + u"/address"_s);
    profile.domain = text(json, pointer, u"domain"_s);
    profile.login = text(json, pointer, u"login"_s);
    const QString session = text(json, pointer, u"session"_s);
    if (session == "token"_L1)
        profile.sessionKind = SessionKind::Token;
    else if (json.contains(u"session") && session != "cookie"_L1)
        m_fault.complain(json[u"session"], pointer + u"/session"_s, tr("\"cookie\" or \"token\" is expected here."));
    profile.isProduction = m_fault.flagIn(json, pointer, u"production"_s);
    const auto readPart = [&](const QString &key, void (ProfileReader::*part)(const Json &, const QString &, Profile &)) {
        if (const Json *value = json.find(key))
            (this->*part)(*value, childOf(pointer, key), profile);
    };
    readPart(u"nodes"_s, &ProfileReader::readNodes);
    readPart(u"tls"_s, &ProfileReader::readTls);
    readPart(u"proxy"_s, &ProfileReader::readProxy);
    readPart(u"timeouts"_s, &ProfileReader::readTimeouts);
    readPart(u"dialect"_s, &ProfileReader::readDialect);
    return profile;
}

void ProfileReader::readNodes(const Json &json, const QString &pointer, Profile &profile)
{
    if (!json.isObject() || json.size() > mostNodes)
        m_fault.complain(json, pointer, tr("an object of at most %1 nodes is expected here: {\"SITE/NODE\": ADDRESS, …}.").arg(mostNodes));
    for (const core::JsonMember &node : json.members()) {
        if (!isNodeName(node.key))
            m_fault.complain(node.value, childOf(pointer, node.key), tr("a node is named SITE/NODE."));
        profile.nodes.insert(node.key, origin(node.value, childOf(pointer, node.key)));
    }
}

void ProfileReader::readTls(const Json &json, const QString &pointer, Profile &profile)
{
    if (!isObject(json, pointer, {u"ca"_s, u"clientCertificate"_s, u"clientKey"_s, u"pinnedKey"_s}))
        return;
    profile.caFile = path(json, pointer, u"ca"_s);
    profile.clientCertificate = path(json, pointer, u"clientCertificate"_s);
    profile.clientKey = path(json, pointer, u"clientKey"_s);
    if (profile.clientCertificate.isEmpty() != profile.clientKey.isEmpty())
        m_fault.complain(json, pointer, tr("“clientCertificate” and “clientKey” belong together."));
    const QString pins = text(json, pointer, u"pinnedKey"_s);
    profile.pinnedKeys = pins.isEmpty() ? QStringList() : pins.split(u';');
    if (!profile.pinnedKeys.isEmpty() && profile.address.scheme() == "http"_L1)
        m_fault.complain(json[u"pinnedKey"], pointer + u"/pinnedKey"_s, tr("a pinned key needs an https address: http has no keys."));
    const auto isPlain = [](const QUrl &node) {
        return node.scheme() == "http"_L1;
    };
    if (!profile.pinnedKeys.isEmpty() && std::any_of(profile.nodes.begin(), profile.nodes.end(), isPlain))
        m_fault.complain(json[u"pinnedKey"], pointer + u"/pinnedKey"_s,
                         tr("a pinned key needs https addresses of the nodes, too: http has no keys."));
    if (!std::all_of(profile.pinnedKeys.begin(), profile.pinnedKeys.end(), isPin))
        m_fault.complain(
            json[u"pinnedKey"], pointer + u"/pinnedKey"_s,
            tr("\"sha256//\" and the SHA-256 of the cluster's public key in Base64 are expected here, or several of these with "
               "semicolons between them."));
}

void ProfileReader::readProxy(const Json &json, const QString &pointer, Profile &profile)
{
    if (!isObject(json, pointer, {u"kind"_s, u"host"_s, u"port"_s, u"user"_s}))
        return;
    const QString kind = text(json, pointer, u"kind"_s, true);
    if (kind != "http"_L1 && kind != "socks5"_L1)
        m_fault.complain(json[u"kind"], pointer + u"/kind"_s, tr("\"http\" or \"socks5\" is expected here."));
    profile.proxy.kind = kind == "socks5"_L1 ? ProxyAddress::Kind::Socks5 : ProxyAddress::Kind::Http;
    profile.proxy.host = text(json, pointer, u"host"_s, true);
    static const QRegularExpression noHost(u"[/@\\s]"_s);
    if (noHost.match(profile.proxy.host).hasMatch())
        m_fault.complain(json[u"host"], pointer + u"/host"_s, tr("the name or address of a host is expected here, without more."));
    if (!json.contains(u"port"))
        m_fault.complain(json, pointer, tr("“%1” is missing.").arg(u"port"_s));
    profile.proxy.port = static_cast<quint16>(m_fault.integerIn(json, pointer, u"port"_s, 0, 1, 65535));
    profile.proxy.user = text(json, pointer, u"user"_s);
}

void ProfileReader::readTimeouts(const Json &json, const QString &pointer, Profile &profile)
{
    if (!isObject(json, pointer, {u"connectMs"_s, u"requestMs"_s, u"transferMs"_s}))
        return;
    const auto readTime = [&](const QString &key, std::chrono::milliseconds &value) {
        value = std::chrono::milliseconds(m_fault.integerIn(json, pointer, key, static_cast<int>(value.count()), 1, longestTimeoutMs));
    };
    readTime(u"connectMs"_s, profile.timeouts.connect);
    readTime(u"requestMs"_s, profile.timeouts.request);
    readTime(u"transferMs"_s, profile.timeouts.transfer);
}

void ProfileReader::readDialect(const Json &json, const QString &pointer, Profile &profile)
{
    if (!isObject(json, pointer, core::Dialect::fieldNames()))
        return;
    Json known = Json::object();
    for (const core::JsonMember &member : json.members()) {
        if (!core::Dialect::fieldNames().contains(member.key))
            continue;
        if (const auto alone = core::Dialect::fromJson(Json::object({member})); !alone)
            m_fault.complain(member.value, childOf(pointer, member.key), alone.error().message);
        known.set(member.key, member.value);
    }
    if (const auto dialect = core::Dialect::fromJson(known))
        profile.dialect = *dialect;
}

} // namespace signalbox::cluster
