// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/answers.h"

#include "core/jsonreader.h"

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

/// Integers of so many digits are within 64 bits, and their text is their value.
constexpr qsizetype exactDigits = 18;

core::Json ordered(const core::Json &json)
{
    if (json.isNumber()) {
        if (const auto whole = json.toInt())
            return core::Json(*whole);
        // Integers beyond 64 bits are told apart by their text alone: as doubles, neighbours would be the same.
        const QByteArray number = json.numberText();
        const bool isInteger = std::none_of(number.begin(), number.end(), [](char c) { return c == '.' || c == 'e' || c == 'E'; });
        const auto value = json.toDouble();
        return isInteger || !value ? json : core::Json(*value);
    }
    if (json.isArray()) {
        QList<core::Json> items;
        for (const core::Json &item : json.items())
            items.append(ordered(item));
        return core::Json(std::move(items));
    }
    if (json.isObject()) {
        QList<core::JsonMember> members;
        for (const core::JsonMember &member : json.members())
            members.append({member.key, ordered(member.value), {}});
        std::sort(members.begin(), members.end(), [](const core::JsonMember &a, const core::JsonMember &b) { return a.key < b.key; });
        return core::Json(std::move(members));
    }
    return json;
}

Direction opposite(Direction direction)
{
    return direction == Direction::Sent ? Direction::Received : Direction::Sent;
}

/// What a request and its answers have in common; empty for a message that is neither.
QByteArray keyOf(const Message &message, bool *isAnswer)
{
    QByteArray what;
    switch (message.kind) {
    case Kind::Text: {
        if (message.method.isEmpty() || message.qid.isEmpty())
            return {};
        const QStringView answered = answeredMethod(message.method);
        *isAnswer = !answered.isEmpty();
        what = 'f' + (*isAnswer ? answered : QStringView(message.method)).toUtf8() + '\n' + qidText(message.qid);
        break;
    }
    case Kind::Ping:
    case Kind::Pong:
        *isAnswer = message.kind == Kind::Pong;
        what = 'p' + message.payload;
        break;
    case Kind::HttpRequest:
    case Kind::HttpResponse:
        if (message.qid.isEmpty())
            return {};
        *isAnswer = message.kind == Kind::HttpResponse;
        what = 'h' + message.qid;
        break;
    case Kind::Binary:
    case Kind::Open:
    case Kind::Close:
        return {};
    }
    const Direction asked = *isAnswer ? opposite(message.direction) : message.direction;
    return message.connection.toUtf8() + (asked == Direction::Sent ? '>' : '<') + what;
}

} // namespace

QByteArray qidText(const QByteArray &qid)
{
    const bool isSimple = !qid.isEmpty() && qid.size() <= exactDigits && qid.front() != '0' &&
                          std::all_of(qid.begin(), qid.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isSimple)
        return qid;
    const auto json = core::readJson(qid);
    return json ? ordered(*json).toCompact() : qid;
}

std::optional<Answers::Link> Answers::take(const Message &message)
{
    bool isAnswer = false;
    QByteArray key = keyOf(message, &isAnswer);
    if (key.isEmpty())
        return {};
    if (isAnswer) {
        const auto found = m_open.find(key);
        if (found == m_open.end())
            return {};
        return Link{.request = found->id,
                    .roundTripUs = std::max<qint64>(message.timeUs - found->timeUs, 0),
                    .isFirst = !std::exchange(found->answered, true)};
    }
    m_open.insert(key, {.id = message.id, .timeUs = message.timeUs});
    m_order.emplace_back(std::move(key), message.id);
    while (m_order.size() > mostOpen) {
        const auto &[oldest, id] = m_order.front();
        if (const auto found = m_open.constFind(oldest); found != m_open.constEnd() && found->id == id)
            m_open.erase(found);
        m_order.pop_front();
    }
    return {};
}

void Answers::clear()
{
    m_open.clear();
    m_order.clear();
}

} // namespace signalbox::journal
