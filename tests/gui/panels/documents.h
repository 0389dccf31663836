// SPDX-License-Identifier: GPL-3.0-or-later
// Documents for tests of panels: a session of a scenario text.
#pragma once

#include "editing/editsession.h"
#include "scenario/scenarioreader.h"
#include "support/designerstage.h"

namespace signalbox::test {

/// A start that leads nowhere, a sender of an undeclared variable, a stop; of two variables one is used.
inline constexpr QByteArrayView faultyScenario = R"({"objects":[
{"oId":1,"oType":101,"oLeft":16,"oTop":16,"type":0,"startParam":"conn","transfer":99,"name":"Begin"},
{"oId":2,"oType":144,"oLeft":112,"oTop":16,"operation":0,"conn":{"argType":2,"varType":2,"value":"conn"},"direction":0,
 "capabilityName":{"argType":1,"varType":2,"value":"msg"},"eventName":{"argType":1,"varType":2,"value":"hello"},
 "content":{"argType":1,"varType":2,"value":"{}"},"syncMode":1,"timeoutSec":{"argType":1,"varType":2,"value":"5"},
 "resultVariable":"answer","transfer":3,"transferTimeout":3,"transferError":3,"name":"Greet"},
{"oId":3,"oType":102,"oLeft":208,"oTop":16,"name":"End"}
],"variables":[{"name":"conn","type":2,"location":0},{"name":"spare","type":1,"location":0}]})";

inline std::unique_ptr<editing::EditSession> sessionOf(QByteArrayView text, const Stage &stage)
{
    scenario::ReadResult read = scenario::readScenario(text);
    if (!read.scenario)
        qFatal("the test's document is no scenario");
    return std::make_unique<editing::EditSession>(*std::move(read.scenario), stage.catalogue, stage.dialect);
}

} // namespace signalbox::test
