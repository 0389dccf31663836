// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/frame.h"

namespace signalbox::protocol {

using core::Json;
using core::JsonMember;
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Frame)
};

QByteArray writeAnswer(const Frame &request, const QString &result, QList<JsonMember> members)
{
    QList<JsonMember> body;
    if (const Json *qid = qidOf(request))
        body.append({u"qid"_s, *qid});
    body.append({u"result"_s, Json(result)});
    body.append(std::move(members));
    return writeFrame(request.method + resultSuffix, Json(std::move(body)));
}

bool sameNumber(const Json &a, const Json &b)
{
    if (a.numberText() == b.numberText())
        return true;
    const std::optional<qint64> whole = a.toInt();
    const std::optional<qint64> otherWhole = b.toInt();
    if (whole || otherWhole)
        return whole == otherWhole;
    // Integers beyond 64 bits are told apart by their text alone: as doubles, neighbours would be the same.
    const auto isInteger = [](const Json &number) {
        const QByteArray text = number.numberText();
        return !text.contains('.') && !text.contains('e') && !text.contains('E');
    };
    return !(isInteger(a) && isInteger(b)) && a.toDouble() && a.toDouble() == b.toDouble();
}

} // namespace

core::Result<Frame> parseFrame(QByteArrayView text, const core::JsonLimits &limits)
{
    if (text.size() > limits.bytes)
        return core::fail(u"frame.too_large"_s,
                          Tr::tr("The message has %1 bytes; at most %2 are allowed.").arg(text.size()).arg(limits.bytes));
    const auto json = core::readJson(text, limits);
    if (!json) {
        const core::Diagnostic &problem = json.error();
        const bool isLimit =
            problem.code == "json.too_large"_L1 || problem.code == "json.too_deep"_L1 || problem.code == "json.too_many_nodes"_L1;
        return core::fail(
            isLimit ? u"frame.too_large"_s : u"frame.syntax"_s,
            Tr::tr("The message cannot be read: %1 (line %2, column %3)").arg(problem.message).arg(problem.line).arg(problem.column));
    }
    if (!json->isArray() || json->size() != 2 || json->at(0).toString().isEmpty())
        return core::fail(u"frame.shape"_s,
                          Tr::tr("The message is not an array of exactly two elements that begins with a method's name."));
    return Frame{json->at(0).toString(), json->at(1)};
}

QByteArray writeFrame(QStringView method, const Json &body)
{
    return Json::array({Json(method), body}).toCompact();
}

const Json *qidOf(const Frame &frame)
{
    return frame.body.find(u"qid");
}

bool sameQid(const Json &a, const Json &b)
{
    if (a.type() != b.type() || a.size() != b.size())
        return false;
    switch (a.type()) {
    case Json::Type::Number:
        return sameNumber(a, b);
    case Json::Type::Array:
        return std::equal(a.items().begin(), a.items().end(), b.items().begin(), sameQid);
    case Json::Type::Object:
        return std::all_of(a.members().begin(), a.members().end(), [&b](const JsonMember &member) {
            const Json *other = b.find(member.key);
            return other && sameQid(member.value, *other);
        });
    case Json::Type::Null:
    case Json::Type::Bool:
    case Json::Type::String:
        break;
    }
    return a == b;
}

QByteArray writeResult(const Frame &request, QList<JsonMember> members)
{
    return writeAnswer(request, u"ok"_s, std::move(members));
}

QByteArray writeError(const Frame &request, const QString &message, QList<JsonMember> members)
{
    members.prepend({u"errormsg"_s, Json(message)});
    return writeAnswer(request, u"error"_s, std::move(members));
}

} // namespace signalbox::protocol
