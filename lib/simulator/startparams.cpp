// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/startparams.h"

#include "scenario/inputs.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

/// 1 to 20 for startparam1 to startparam20, else 0.
int numberOf(QStringView key)
{
    constexpr auto prefix = "startparam"_L1;
    if (!key.startsWith(prefix) || key.size() > prefix.size() + 2 || key.endsWith(prefix) || key[prefix.size()] == u'0')
        return 0;
    bool isNumber = false;
    const int number = key.sliced(prefix.size()).toInt(&isNumber);
    return isNumber && number >= 1 && number <= scenario::startParamLast ? number : 0;
}

core::Value valueOf(const Json &json)
{
    if (json.isNumber()) {
        if (const auto number = json.toDouble())
            return core::Value(*number);
    }
    return core::Value(json.isString() ? json.toString() : QString::fromUtf8(json.toCompact()));
}

} // namespace

QMap<int, core::Value> startParamsOf(const Json &body)
{
    QMap<int, core::Value> params;
    for (const core::JsonMember &member : body.members()) {
        if (const int number = numberOf(member.key); number > 0 && !member.value.isNull())
            params.insert(number, valueOf(member.value));
    }
    return params;
}

} // namespace signalbox::simulator
