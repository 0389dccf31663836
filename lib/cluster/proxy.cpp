// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/proxy.h"

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Proxy)
};

} // namespace

QNetworkProxy networkProxy(const Profile &profile, const QString &password)
{
    const ProxyAddress &address = profile.proxy;
    if (address.kind == ProxyAddress::Kind::None)
        return QNetworkProxy(QNetworkProxy::DefaultProxy);
    const bool isHttp = address.kind == ProxyAddress::Kind::Http;
    QNetworkProxy proxy(isHttp ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, address.host, address.port, address.user,
                        address.user.isEmpty() ? QString() : password);
    proxy.setCapabilities(QNetworkProxy::TunnelingCapability | QNetworkProxy::HostNameLookupCapability);
    return proxy;
}

core::Error unreachableError(const Profile &profile, const QString &reason)
{
    const QString cluster = profile.address.toString(QUrl::RemoveUserInfo);
    if (profile.proxy.kind == ProxyAddress::Kind::None)
        return {u"unreachable"_s, Tr::tr("The cluster at %1 cannot be reached: %2").arg(cluster, reason), {}};
    return {u"unreachable"_s,
            Tr::tr("The cluster at %1 cannot be reached through the proxy %2:%3: %4")
                .arg(cluster, profile.proxy.host, QString::number(profile.proxy.port), reason),
            {}};
}

} // namespace signalbox::cluster
