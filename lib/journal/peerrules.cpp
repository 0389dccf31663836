// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/peerrules.h"

#include "core/jsonreader.h"

#include <QHash>

namespace signalbox::journal {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

constexpr qsizetype mostRules = 1000; ///< of the schema
constexpr qint64 mostDelayMs = 24LL * 3600 * 1000;
/// What the recorder puts in the place of a secret.
constexpr QLatin1StringView mask{"***"};

Json bodyOf(const Message &message)
{
    const auto frame = core::readJson(message.payload);
    Json body = frame ? frame->at(1) : Json();
    if (body.isObject())
        body.remove(u"qid");
    return body;
}

/// Without what holds a masked secret; items of arrays become any value by ending the array there.
Json withoutSecrets(const Json &json)
{
    if (json.isObject()) {
        QList<core::JsonMember> members;
        for (const core::JsonMember &member : json.members()) {
            if (!member.value.isString() || !member.value.toString().contains(mask))
                members.append({member.key, withoutSecrets(member.value), {}});
        }
        return Json(std::move(members));
    }
    return json;
}

struct Answered {
    QString method;
    Json question;
    Json answer;
    qint64 delayMs = 0;
    qint64 times = 1;
};

} // namespace

Direction askingSide(const QList<Message> &messages)
{
    qint64 received = 0;
    qint64 sent = 0;
    for (const Message &message : messages) {
        if (message.kind == Kind::Text && message.request != 0)
            ++(message.direction == Direction::Sent ? received : sent);
    }
    return sent > received ? Direction::Sent : Direction::Received;
}

PeerRules peerRules(const QList<Message> &messages, Direction asked)
{
    QHash<MessageId, const Message *> requests;
    QHash<QByteArray, QList<Answered>> byQuestion;
    QList<QByteArray> order;
    for (const Message &message : messages) {
        if (message.kind != Kind::Text || !message.isWhole)
            continue;
        if (message.request == 0 && message.direction == asked) {
            requests.insert(message.id, &message);
            continue;
        }
        const Message *request = requests.value(message.request);
        if (!request || message.direction == asked)
            continue;
        Answered answered{.method = request->method,
                          .question = withoutSecrets(bodyOf(*request)),
                          .answer = bodyOf(message),
                          .delayMs = std::min((message.roundTripUs + 500) / 1000, mostDelayMs)};
        const QByteArray question = request->method.toUtf8() + '\n' + answered.question.toCompact();
        QList<Answered> &known = byQuestion[question];
        if (known.isEmpty())
            order.append(question);
        if (!known.isEmpty() && known.last().answer == answered.answer)
            ++known.last().times;
        else
            known.append(answered);
    }

    QList<Json> rules;
    PeerRules made;
    for (const QByteArray &question : std::as_const(order)) {
        const QList<Answered> &answers = byQuestion[question];
        for (qsizetype i = 0; i < answers.size(); ++i) {
            if (rules.size() >= mostRules) {
                ++made.leftOut;
                continue;
            }
            const Answered &answered = answers[i];
            Json match = Json::object({{u"method"_s, Json(answered.method), {}}});
            if (!answered.question.isNull() && answered.question.size() > 0)
                match.set(u"body"_s, answered.question);
            Json rule =
                Json::object({{u"name"_s, Json(u"%1 %2"_s.arg(answered.method).arg(rules.size() + 1)), {}}, {u"match"_s, match, {}}});
            if (i + 1 < answers.size()) // then the next one answers
                rule.set(u"to"_s, Json(answered.times));
            if (answered.delayMs > 0)
                rule.set(u"delayMs"_s, Json(answered.delayMs));
            rule.set(u"reply"_s, Json::object({{u"body"_s, answered.answer, {}}}));
            rules.append(rule);
        }
    }
    made.rules = rules.size();
    made.document = Json::object({{u"rules"_s, Json(std::move(rules)), {}}});
    return made;
}

} // namespace signalbox::journal
