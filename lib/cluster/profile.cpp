// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/profile.h"

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

QUrl Profile::socketUrl(const QString &path) const
{
    QUrl url = address;
    url.setScheme(address.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    url.setPath(path);
    url.setQuery(QString());
    url.setFragment(QString());
    url.setUserInfo(QString());
    return url;
}

QUrl Profile::originOf(const QString &site, const QString &node) const
{
    return nodes.value(site + u'/' + node, address);
}

bool Profile::isOurs(const QUrl &url) const
{
    const auto sameOrigin = [&url](const QUrl &other) {
        const auto portOf = [](const QUrl &of) {
            return of.port(of.scheme() == "https"_L1 ? 443 : 80);
        };
        return url.scheme() == other.scheme() && url.host() == other.host() && portOf(url) == portOf(other);
    };
    return sameOrigin(address) || std::any_of(nodes.begin(), nodes.end(), sameOrigin);
}

void Credentials::set(SecretKind kind, QString secret)
{
    switch (kind) {
    case SecretKind::Password:
        password = std::move(secret);
        break;
    case SecretKind::Token:
        token = std::move(secret);
        break;
    case SecretKind::ProxyPassword:
        proxyPassword = std::move(secret);
        break;
    }
}

bool isOrigin(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty() &&
           url.userInfo().isEmpty() && (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
}

bool isPin(const QString &text)
{
    constexpr qsizetype hashBytes = 32;
    if (!text.startsWith(pinPrefix))
        return false;
    const auto hash = QByteArray::fromBase64Encoding(text.sliced(pinPrefix.size()).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return hash && (*hash).size() == hashBytes && QString::fromLatin1((*hash).toBase64()) == text.sliced(pinPrefix.size());
}

bool isNodeName(const QString &text)
{
    return text.count(u'/') == 1 && !text.startsWith(u'/') && !text.endsWith(u'/');
}

} // namespace signalbox::cluster
