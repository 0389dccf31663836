// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/breakpoint.h"

#include <array>

namespace signalbox::runner {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

constexpr std::array everyCount{Breakpoint::Count::Always, Breakpoint::Count::Equal, Breakpoint::Count::AtLeast, Breakpoint::Count::Every};
constexpr qsizetype longestCondition = 10'000;

Json toJson(const Breakpoint &breakpoint)
{
    QList<core::JsonMember> members{{u"object"_s, Json(breakpoint.object)}};
    const auto add = [&members](const QString &key, const Json &value, bool isWanted) {
        if (isWanted)
            members.append({key, value});
    };
    const bool counts = breakpoint.count != Breakpoint::Count::Always;
    add(u"transition"_s, Json(breakpoint.transition), !breakpoint.transition.isEmpty());
    add(u"condition"_s, Json(breakpoint.condition), !breakpoint.condition.isEmpty());
    add(u"count"_s, Json(countName(breakpoint.count)), counts);
    add(u"times"_s, Json(qint64(breakpoint.times)), counts);
    add(u"enabled"_s, Json(false), !breakpoint.isEnabled);
    return Json::object(std::move(members));
}

std::optional<Breakpoint> readBreakpoint(const Json &json)
{
    const auto object = json[u"object"].toInt();
    if (!object)
        return std::nullopt;
    Breakpoint breakpoint;
    breakpoint.object = *object;
    breakpoint.transition = json[u"transition"].toString();
    breakpoint.condition = json[u"condition"].toString().left(longestCondition);
    for (const Breakpoint::Count count : everyCount) {
        if (countName(count) == json[u"count"].toString())
            breakpoint.count = count;
    }
    breakpoint.times = static_cast<int>(std::clamp<qint64>(json[u"times"].toInt().value_or(1), 1, 1'000'000'000));
    breakpoint.isEnabled = json[u"enabled"].isNull() || json[u"enabled"].toBool();
    return breakpoint;
}

} // namespace

QString countName(Breakpoint::Count count)
{
    switch (count) {
    case Breakpoint::Count::Always:
        return {};
    case Breakpoint::Count::Equal:
        return u"="_s;
    case Breakpoint::Count::AtLeast:
        return u">="_s;
    case Breakpoint::Count::Every:
        return u"every"_s;
    }
    Q_UNREACHABLE();
}

Json toJson(const QList<Breakpoint> &breakpoints)
{
    QList<Json> all;
    for (const Breakpoint &breakpoint : breakpoints)
        all.append(toJson(breakpoint));
    return all.isEmpty() ? Json() : Json::array(std::move(all));
}

QList<Breakpoint> readBreakpoints(const Json &json)
{
    QList<Breakpoint> breakpoints;
    for (const Json &entry : json.items()) {
        const std::optional<Breakpoint> read = readBreakpoint(entry);
        const bool isNew = read && std::none_of(breakpoints.begin(), breakpoints.end(),
                                                [&read](const Breakpoint &other) { return other.isAt(read->object, read->transition); });
        if (isNew && breakpoints.size() < mostBreakpoints)
            breakpoints.append(*read);
    }
    return breakpoints;
}

} // namespace signalbox::runner
