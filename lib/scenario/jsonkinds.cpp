// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonkinds.h"

#include <QCoreApplication>

namespace signalbox::scenario {

QString kindText(core::Json::Type type)
{
    switch (type) {
    case core::Json::Type::Null:
        break;
    case core::Json::Type::Bool:
        return QCoreApplication::translate("JsonKind", "true or false");
    case core::Json::Type::Number:
        return QCoreApplication::translate("JsonKind", "a number");
    case core::Json::Type::String:
        return QCoreApplication::translate("JsonKind", "a string");
    case core::Json::Type::Array:
        return QCoreApplication::translate("JsonKind", "an array");
    case core::Json::Type::Object:
        return QCoreApplication::translate("JsonKind", "an object");
    }
    return QCoreApplication::translate("JsonKind", "null");
}

} // namespace signalbox::scenario
