// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/extensions.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

QString sideName(Side side)
{
    return side == Side::Token ? u"token"_s : u"user"_s;
}

Extensions::Extensions(const ClusterConfig &config)
    // The standard ones of platform.md §3.
    : m_known{{u"msg"_s, u"rest"_s, u"subscr"_s, u"svcscript"_s, u"test"_s},
              {u"rest"_s, u"subscr"_s, u"scripteditor"_s, u"scriptnotify"_s, u"test"_s}}
{
    for (const PluginConfig &plugin : config.plugins) {
        const auto side = static_cast<std::size_t>(plugin.side == "user"_L1 ? Side::User : Side::Token);
        if (!m_known[side].contains(plugin.capability))
            m_known[side].append(plugin.capability);
        m_plugins[side].append(plugin.capability);
    }
}

QString Extensions::capabilityOf(const QString &route)
{
    constexpr auto prefix = "/ws#"_L1;
    return route.startsWith(prefix) ? route.sliced(prefix.size()) : QString();
}

QStringList Extensions::allowedBy(Side side, const QStringList &routes) const
{
    QStringList keys;
    for (const QString &route : routes)
        keys.append(capabilityOf(route));
    QStringList result = known(side);
    if (!keys.contains(u"*"_s))
        result.removeIf([&keys](const QString &key) { return !keys.contains(key); });
    return result;
}

} // namespace signalbox::simulator
