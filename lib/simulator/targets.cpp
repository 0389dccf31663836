// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/targets.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr auto customCategory = ":SYNC_COMMON/custom/"_L1;
constexpr auto filesCategory = ":SYNC_DOMAIN/data/files/"_L1;

} // namespace

Targets::Targets(Storage &storage) : m_custom(storage, u"custom"_s), m_files(storage, u"files"_s), m_www(storage, u"www"_s)
{}

FileArea *Targets::find(const QString &name)
{
    if (name == "custom"_L1)
        return &m_custom;
    if (name == "files"_L1)
        return &m_files;
    return name == "www"_L1 ? &m_www : nullptr;
}

const FileArea::Entry *Targets::resolve(const QString &scenarioPath) const
{
    if (scenarioPath.startsWith(customCategory))
        return m_custom.find(scenarioPath.sliced(customCategory.size()));
    if (scenarioPath.startsWith(filesCategory))
        return m_files.find(scenarioPath.sliced(filesCategory.size()));
    return nullptr;
}

} // namespace signalbox::simulator
