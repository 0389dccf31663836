// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios for tests of the simulated cluster: one websock component whose outcome, result and error end up in variables.
#pragma once

#include <QByteArray>
#include <QList>

namespace signalbox::test {

/// properties: members of the websock object beside conn, such as "operation":0,…; conn is start parameter 1.
inline QByteArray websockScenario(const QByteArray &code, const QByteArray &properties)
{
    const auto assign = [](int id, const QByteArray &value) {
        return R"({"oId":)" + QByteArray::number(id) +
               R"(,"oType":106,"mode":0,"variable":"outcome","value":{"argType":1,"varType":2,"value":")" + value + R"("},"transfer":6})";
    };
    return R"({"code":")" + code +
           R"(","scriptdata":{"objects":[)"
           R"({"oId":1,"oType":101,"type":0,"startParam":"conn","defineVars":1,"transfer":2},)"
           R"({"oId":2,"oType":144,"conn":{"argType":2,"varType":2,"value":"conn"},)" +
           properties + R"(,"errorVariable":"error","transfer":3,"transferTimeout":4,"transferError":5},)" + assign(3, "success") + ',' +
           assign(4, "timeout") + ',' + assign(5, "error") +
           R"(,{"oId":6,"oType":102}],"variables":[)"
           R"({"id":"1","name":"conn","type":2,"location":0},{"id":"2","name":"outcome","type":2,"location":0},)"
           R"({"id":"3","name":"result","type":2,"location":0},{"id":"4","name":"error","type":2,"location":0}],"scriptVersion":170105}})";
}

inline QByteArray constant(const QByteArray &value)
{
    QByteArray escaped = value;
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return R"({"argType":1,"varType":2,"value":")" + escaped + R"("})";
}

inline QByteArray sendMessage(int direction, const QByteArray &capability, const QByteArray &event, const QByteArray &content, bool wait,
                              const QByteArray &timeoutS = "5")
{
    return R"("operation":0,"direction":)" + QByteArray::number(direction) + R"(,"capabilityName":)" + constant(capability) +
           R"(,"eventName":)" + constant(event) + R"(,"content":)" + constant(content) + R"(,"syncMode":)" + (wait ? "1" : "0") +
           (wait ? R"(,"timeoutSec":)" + constant(timeoutS) + R"(,"resultVariable":"result")" : QByteArray());
}

} // namespace signalbox::test
