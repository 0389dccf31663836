// SPDX-License-Identifier: GPL-3.0-or-later
// Objects that the tests of the property sheet put into their document.
#pragma once

#include <QByteArray>

namespace signalbox::test {

inline const QByteArray start = R"({"oId":1,"oType":101,"type":0,"transfer":2,"name":"Start"})";
inline const QByteArray answered = R"({"oId":6,"oType":102,"name":"Answered"})";
inline const QByteArray gaveUp = R"({"oId":7,"oType":102,"name":"Gave up"})";

inline QByteArray argument(const QByteArray &value, int kind = 1, int type = 2)
{
    return "{\"argType\":" + QByteArray::number(kind) + ",\"varType\":" + QByteArray::number(type) + ",\"value\":" + value + "}";
}

/// A websock with oId 2 and these further members.
inline QByteArray websock(const QByteArray &members = {}, int id = 2)
{
    return "{\"oId\":" + QByteArray::number(id) + ",\"oType\":144,\"name\":\"Ask\"" + (members.isEmpty() ? QByteArray() : "," + members) +
           "}";
}

} // namespace signalbox::test
