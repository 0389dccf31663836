// SPDX-License-Identifier: GPL-3.0-or-later
// Collects what validation finds. Pointers and messages are made for findings only: a clean document costs nothing here.
#pragma once

#include "core/diagnostic.h"
#include "core/json.h"

namespace signalbox::scenario {

/// What a finding is about.
struct Spot {
    std::optional<qint64> object; ///< oId
    QString property;             ///< code
    QString pointer;              ///< from the document's root
    core::JsonPlace place;
};

class Findings final
{
public:
    void error(QStringView code, const Spot &spot, const QString &message);
    void warning(QStringView code, const Spot &spot, const QString &message);

    /// Everything so far, by place; in a document made in memory, which has no places, in the order of finding.
    core::Diagnostics take();
    static core::Diagnostics sorted(core::Diagnostics findings);

private:
    void add(core::Severity severity, QStringView code, const Spot &spot, const QString &message);

    core::Diagnostics m_found;
};

} // namespace signalbox::scenario
