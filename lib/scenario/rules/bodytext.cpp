// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/bodytext.h"

#include "core/jsonreader.h"
#include "expression/template.h"
#include "scenario/rules/textplace.h"

#include <algorithm>
#include <vector>

namespace signalbox::scenario {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

// Stand-ins are known again in the value that is read: a number that nobody writes, and a character of the private use area.
constexpr auto numberStandIn = "8310719"_L1;
constexpr QChar textStandIn(0xe144);

qsizetype originalOffset(const BodyText::Reading &reading, qsizetype offset)
{
    const auto behind = std::upper_bound(reading.shifts.begin(), reading.shifts.end(), offset,
                                         [](qsizetype at, const auto &shift) { return at < shift.first; });
    if (behind == reading.shifts.begin())
        return offset;
    const auto &shift = *(behind - 1);
    return shift.second + offset - shift.first;
}

bool standsIn(const Json &value)
{
    if (value.isNumber())
        return value.numberText().contains(QByteArrayView(numberStandIn.data(), numberStandIn.size()));
    return value.isString() && value.toString().contains(textStandIn);
}

} // namespace

BodyText::BodyText(const QString &text, const expression::SlotOf &slotOf) : m_text(text)
{
    const expression::Template parsed(text, slotOf);
    for (const expression::VariableUse &use : parsed.variables())
        m_uses.append({use, false});
    findUses();
}

void BodyText::findUses()
{
    bool inString = false;
    qsizetype at = 0;
    for (Use &use : m_uses) {
        for (; at < use.variable.column - 1; ++at) {
            const QChar c = m_text.at(at);
            if (c == u'"')
                inString = !inString;
            else if (c == u'\\' && inString)
                ++at;
        }
        use.inString = inString;
        at = use.variable.column - 1 + use.variable.length;
    }
}

BodyText::Reading BodyText::render(StandIn standIn) const
{
    Reading reading;
    qsizetype at = 0;
    for (const Use &use : m_uses) {
        const qsizetype begin = use.variable.column - 1;
        reading.text += QStringView(m_text).sliced(at, begin - at);
        if (use.inString)
            reading.text += textStandIn;
        else if (standIn == StandIn::Number)
            reading.text += numberStandIn;
        else
            reading.text += u'"' + QString(textStandIn) + u'"';
        at = begin + use.variable.length;
        reading.shifts.append({reading.text.size(), at});
    }
    reading.text += QStringView(m_text).sliced(at);
    return reading;
}

bool BodyText::hasOneReading() const
{
    return std::all_of(m_uses.cbegin(), m_uses.cend(), [](const Use &use) { return use.inString; });
}

std::optional<BodyText::Reading> BodyText::read(StandIn standIn)
{
    Reading reading = render(standIn);
    auto value = core::readJson(reading.text.toUtf8());
    if (!value) {
        m_failure = value.error();
        m_failureOffset = originalOffset(reading, scenario::offsetOf(reading.text, m_failure.line, m_failure.column));
        return std::nullopt;
    }
    reading.value = std::move(*value);
    return reading;
}

qsizetype BodyText::offsetOf(const Reading &reading, core::JsonPlace place)
{
    return originalOffset(reading, scenario::offsetOf(reading.text, place.line, place.column));
}

bool BodyText::isUnknown(const Json &value)
{
    std::vector<const Json *> waiting{&value};
    while (!waiting.empty()) {
        const Json *json = waiting.back();
        waiting.pop_back();
        if (standsIn(*json))
            return true;
        for (const Json &item : json->items())
            waiting.push_back(&item);
        if (hasUnknownKey(*json))
            return true;
        for (const core::JsonMember &member : json->members())
            waiting.push_back(&member.value);
    }
    return false;
}

bool BodyText::hasUnknownKey(const Json &value)
{
    const QList<core::JsonMember> &members = value.members();
    return std::any_of(members.cbegin(), members.cend(), [](const core::JsonMember &member) { return member.key.contains(textStandIn); });
}

bool BodyText::isUnknownString(const Json &value)
{
    return value.isString() && standsIn(value);
}

} // namespace signalbox::scenario
