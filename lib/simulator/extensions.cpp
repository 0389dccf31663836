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
        m_known[side].insert(plugin.capability);
        m_plugins[side].insert(plugin.capability);
    }
}

bool Extensions::isKnown(Side side, const QString &key) const
{
    return m_known[static_cast<std::size_t>(side)].contains(key);
}

bool Extensions::isPlugin(Side side, const QString &key) const
{
    return m_plugins[static_cast<std::size_t>(side)].contains(key);
}

} // namespace signalbox::simulator
