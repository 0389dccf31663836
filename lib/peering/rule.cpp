// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/rule.h"

#include "peering/glob.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;
using signalbox::core::JsonMember;

namespace signalbox::peering {

namespace {

using protocol::resultSuffix;

bool sameNumber(const Json &a, const Json &b)
{
    if (a.numberText() == b.numberText())
        return true;
    const auto left = a.toDouble();
    const auto right = b.toDouble();
    return left && right && *left == *right;
}

} // namespace

std::chrono::milliseconds Delay::draw(core::Random &random) const
{
    if (maxMs <= minMs)
        return std::chrono::milliseconds(minMs);
    return std::chrono::milliseconds(minMs + static_cast<qint64>(random.below(static_cast<quint64>(maxMs - minMs + 1))));
}

bool matchesMethod(QStringView pattern, QStringView method)
{
    if (method.endsWith(resultSuffix) && !pattern.endsWith(resultSuffix))
        return false;
    return matchesGlob(pattern, method);
}

bool holds(const Json &value, const Json &wanted)
{
    if (value.type() != wanted.type())
        return false;
    switch (wanted.type()) {
    case Json::Type::Object:
        return std::all_of(wanted.members().begin(), wanted.members().end(), [&value](const JsonMember &member) {
            const Json *found = value.find(member.key);
            return found && holds(*found, member.value);
        });
    case Json::Type::Array:
        if (value.size() != wanted.size())
            return false;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (!holds(value.at(i), wanted.at(i)))
                return false;
        }
        return true;
    case Json::Type::Number:
        return sameNumber(value, wanted);
    default:
        return value == wanted;
    }
}

Json substitute(const Json &pattern, const Json &body)
{
    if (pattern.isArray()) {
        QList<Json> items;
        items.reserve(pattern.size());
        for (const Json &item : pattern.items())
            items.append(substitute(item, body));
        return Json(std::move(items));
    }
    if (!pattern.isObject())
        return pattern;
    if (const Json *pointer = pattern.find(u"$body"); pointer && pointer->isString() && pattern.size() == 1) {
        const Json *found = body.resolve(pointer->toString());
        return found ? *found : Json();
    }
    QList<JsonMember> members;
    members.reserve(pattern.size());
    for (const JsonMember &member : pattern.members())
        members.append({member.key, substitute(member.value, body)});
    return Json(std::move(members));
}

bool Rules::Rule::matches(const protocol::Frame &frame) const
{
    return matchesMethod(method, frame.method) && (body.isNull() || holds(frame.body, body)) &&
           (!schema || schema->validate(frame.body).isEmpty());
}

QByteArray Rules::Rule::answer(const protocol::Frame &frame) const
{
    const Json *qid = protocol::qidOf(frame);
    if (!qid)
        return {};
    if (errorText)
        return protocol::writeError(frame, *errorText);
    const Json &given = (*reply)[u"method"];
    const QString answerMethod = given.isString() ? given.toString() : frame.method + resultSuffix;
    const Json *pattern = reply->find(u"body");
    Json filled = pattern ? substitute(*pattern, frame.body) : Json::object();
    if (filled.isObject()) {
        if (!filled.contains(u"result"))
            filled.insert(0, u"result"_s, Json(u"ok"_s));
        if (!filled.contains(u"qid"))
            filled.insert(0, u"qid"_s, *qid);
    }
    return protocol::writeFrame(answerMethod, filled);
}

} // namespace signalbox::peering
