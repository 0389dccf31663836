// SPDX-License-Identifier: GPL-3.0-or-later
// Small scenarios for the tests of this folder.
#pragma once

#include "scenario/scenarioreader.h"

#include <QtGlobal>

namespace signalbox::test {

/// A scriptdata of these objects' texts.
inline scenario::Scenario scenarioOf(const QByteArray &objects)
{
    const scenario::ReadResult read = scenario::readScenario("{\"objects\":[" + objects + "]}");
    if (!read.scenario)
        qFatal("no scenario: %s", qPrintable(read.diagnostics.value(0).message));
    return *read.scenario;
}

} // namespace signalbox::test
