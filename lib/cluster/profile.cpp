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

} // namespace signalbox::cluster
