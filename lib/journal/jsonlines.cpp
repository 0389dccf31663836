// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/jsonlines.h"

#include "core/jsonreader.h"
#include "journal/times.h"

#include <QIODevice>
#include <QStringDecoder>

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::journal::JsonLines)
};

tl::unexpected<core::Error> wrong(const QString &member)
{
    return core::fail(u"journal.line"_s, Tr::tr("\"%1\" is missing or has a value that it cannot have.").arg(member));
}

void setText(core::Json &json, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        json.set(key, core::Json(text));
}

void setNumber(core::Json &json, const QString &key, qint64 number)
{
    if (number != 0)
        json.set(key, core::Json(number));
}

} // namespace

core::Json toJson(const Message &message)
{
    core::Json json = core::Json::object();
    setNumber(json, u"id"_s, message.id);
    json.set(u"time"_s, core::Json(isoTime(message.timeUs)));
    json.set(u"kind"_s, core::Json(kindName(message.kind)));
    json.set(u"direction"_s, core::Json(directionName(message.direction)));
    setText(json, u"connection"_s, message.connection);
    setText(json, u"connectionId"_s, message.connectionId);
    setText(json, u"method"_s, message.method);
    if (!message.qid.isEmpty()) {
        const auto qid = core::readJson(message.qid);
        json.set(u"qid"_s, qid ? *qid : core::Json(QString::fromUtf8(message.qid)));
    }
    setText(json, u"verb"_s, message.verb);
    setText(json, u"url"_s, message.url);
    setNumber(json, u"status"_s, message.status);
    json.set(u"size"_s, core::Json(message.size));
    if (!message.isWhole)
        json.set(u"whole"_s, core::Json(false));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(message.payload);
    if (decoder.hasError())
        json.set(u"payloadBase64"_s, core::Json(QString::fromLatin1(message.payload.toBase64())));
    else
        setText(json, u"payload"_s, text);
    setNumber(json, u"request"_s, message.request);
    setNumber(json, u"roundTripUs"_s, message.roundTripUs);
    setNumber(json, u"answer"_s, message.answer);
    if (message.pinned)
        json.set(u"pinned"_s, core::Json(true));
    return json;
}

core::Result<Message> messageOf(const core::Json &json)
{
    if (!json.isObject())
        return core::fail(u"journal.line"_s, Tr::tr("A message is a JSON object."));
    Message message;
    const auto timeUs = microseconds(json[u"time"].toString());
    const auto kind = kindOf(json[u"kind"].toString());
    const auto direction = directionOf(json[u"direction"].toString());
    if (!timeUs)
        return wrong(u"time"_s);
    if (!kind)
        return wrong(u"kind"_s);
    if (!direction)
        return wrong(u"direction"_s);
    message.timeUs = *timeUs;
    message.kind = *kind;
    message.direction = *direction;
    for (const auto &[key, text] :
         {std::pair{u"connection"_s, &message.connection}, std::pair{u"connectionId"_s, &message.connectionId},
          std::pair{u"method"_s, &message.method}, std::pair{u"verb"_s, &message.verb}, std::pair{u"url"_s, &message.url}}) {
        const core::Json *member = json.find(key);
        if (member && !member->isString())
            return wrong(key);
        *text = member ? member->toString() : QString();
    }
    qint64 status = 0;
    for (const auto &[key, number] : {std::pair{u"id"_s, &message.id}, std::pair{u"size"_s, &message.size}, std::pair{u"status"_s, &status},
                                      std::pair{u"request"_s, &message.request}, std::pair{u"roundTripUs"_s, &message.roundTripUs},
                                      std::pair{u"answer"_s, &message.answer}}) {
        const core::Json *member = json.find(key);
        const auto value = member ? member->toInt() : std::optional<qint64>(0);
        if (!value || *value < 0)
            return wrong(key);
        *number = *value;
    }
    if (status > std::numeric_limits<int>::max())
        return wrong(u"status"_s);
    message.status = static_cast<int>(status);
    if (const core::Json *qid = json.find(u"qid"))
        message.qid = qid->toCompact();
    message.isWhole = json[u"whole"].toBool(true);
    message.pinned = json[u"pinned"].toBool();
    message.payload = json[u"payload"].toString().toUtf8();
    if (const core::Json *coded = json.find(u"payloadBase64")) {
        const auto decoded = QByteArray::fromBase64Encoding(coded->toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return wrong(u"payloadBase64"_s);
        message.payload = *decoded;
    }
    return message;
}

QByteArray toLine(const Message &message)
{
    return toJson(message).toCompact() + '\n';
}

core::Result<qint64> readLines(QIODevice &device, const std::function<void(Message)> &take, const LineLimits &limits)
{
    qint64 read = 0;
    for (qint64 number = 1; !device.atEnd(); ++number) {
        const QByteArray line = device.readLine(limits.bytes + 1);
        const auto at = [number](const QString &what) {
            return core::fail(u"journal.line"_s, Tr::tr("Line %1: %2").arg(number).arg(what));
        };
        if (line.size() >= limits.bytes)
            return at(Tr::tr("it is longer than %1 bytes.").arg(limits.bytes));
        if (line.trimmed().isEmpty())
            continue;
        if (read >= limits.messages)
            return core::fail(u"journal.too_many"_s, Tr::tr("There are more than %1 messages; only those were read.").arg(limits.messages));
        const auto json = core::readJson(line.trimmed());
        if (!json)
            return at(json.error().message);
        auto message = messageOf(*json);
        if (!message)
            return at(message.error().message);
        take(std::move(*message));
        ++read;
    }
    return read;
}

} // namespace signalbox::journal
