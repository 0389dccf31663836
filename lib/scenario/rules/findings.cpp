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
    return sorted(std::exchange(m_found, {}));
}

core::Diagnostics Findings::sorted(core::Diagnostics findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto &a, const auto &b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); });
    return findings;
}

} // namespace signalbox::scenario
