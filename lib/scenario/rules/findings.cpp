// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/findings.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace signalbox::scenario {

void Findings::error(QStringView code, const Spot &spot, const QString &message)
{
    add(core::Severity::Error, code, spot, message);
}

void Findings::warning(QStringView code, const Spot &spot, const QString &message)
{
    add(core::Severity::Warning, code, spot, message);
}

void Findings::add(core::Severity severity, QStringView code, const Spot &spot, const QString &message)
{
    m_found.append({severity, code.toString(), message, spot.object, spot.property, spot.pointer, spot.place.line, spot.place.column});
}

core::Diagnostics Findings::take()
{
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const auto &a, const auto &b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); });
    return std::exchange(m_found, {});
}

} // namespace signalbox::scenario
