// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/messages/messagetext.h"

#include "core/jsonreader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringDecoder>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using journal::Kind;
using journal::Message;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::designer::MessageText)
};

constexpr qsizetype hexOnLine = 16;
constexpr qsizetype hexInCell = 24;
constexpr qsizetype textInCell = 300;

QString quoted(QString text)
{
    text.replace(u'\'', u"'\\''"_s);
    return u'\'' + text + u'\'';
}

bool isBytes(const Message &message)
{
    return message.kind == Kind::Binary || message.kind == Kind::Ping || message.kind == Kind::Pong;
}

} // namespace

QString timeText(qint64 timeUs)
{
    return QDateTime::fromMSecsSinceEpoch(timeUs / 1000).toString(u"HH:mm:ss.zzz"_s);
}

QString differenceText(qint64 us)
{
    const QString text = QString::number(static_cast<double>(us) / 1e6, 'f', 3);
    return us < 0 ? text : u'+' + text;
}

QString titleOf(const Message &message)
{
    switch (message.kind) {
    case Kind::Text:
        return message.method.isEmpty() ? Tr::tr("text") : message.method;
    case Kind::Binary:
        return Tr::tr("binary");
    case Kind::Ping:
        return u"ping"_s;
    case Kind::Pong:
        return u"pong"_s;
    case Kind::Open:
        return Tr::tr("open");
    case Kind::Close:
        return message.status == 0 ? Tr::tr("close") : Tr::tr("close %1").arg(message.status);
    case Kind::HttpRequest:
        return message.verb;
    case Kind::HttpResponse:
        return message.status == 0 ? Tr::tr("no answer") : QString::number(message.status);
    }
    return {};
}

QString lineOf(const Message &message)
{
    if (isBytes(message)) {
        const QString bytes = QString::fromLatin1(message.payload.first(std::min(message.payload.size(), hexInCell)).toHex(' '));
        return message.payload.size() > hexInCell ? bytes + u" …"_s : bytes;
    }
    QString text = QString::fromUtf8(message.payload).left(textInCell).simplified();
    if (message.kind == Kind::HttpRequest || message.kind == Kind::Open)
        text = text.isEmpty() ? message.url : message.url + u"  "_s + text;
    else if (message.kind == Kind::HttpResponse && text.isEmpty())
        text = message.url;
    return text;
}

QString hexText(const QByteArray &bytes, qsizetype limit)
{
    QString text;
    const qsizetype size = std::min(bytes.size(), limit);
    for (qsizetype at = 0; at < size; at += hexOnLine) {
        const QByteArray line = bytes.mid(at, std::min(hexOnLine, size - at));
        QString readable;
        for (const char byte : line)
            readable += byte >= ' ' && byte < 0x7f ? QChar::fromLatin1(byte) : QChar(u'.');
        text += u"%1  %2  %3\n"_s.arg(at, 8, 16, QChar(u'0')).arg(QString::fromLatin1(line.toHex(' ')), -(hexOnLine * 3 - 1)).arg(readable);
    }
    if (bytes.size() > limit)
        text += Tr::tr("… %1 bytes more").arg(bytes.size() - limit);
    return text;
}

QString curlCommand(const Message &message)
{
    if (message.kind != Kind::HttpRequest)
        return {};
    QString command = u"curl -X "_s + message.verb + u' ' + quoted(message.url);
    if (!message.payload.isEmpty())
        command += u" -H 'Content-Type: application/json' --data-binary "_s + quoted(QString::fromUtf8(message.payload));
    return command;
}

QString cliCommand(const Message &message)
{
    if (message.kind != Kind::Text || message.method.isEmpty() || message.connectionId.isEmpty() || !message.isWhole)
        return {};
    const auto frame = core::readJson(message.payload);
    if (!frame)
        return {};
    core::Json body = frame->at(1);
    const bool isRequest = body.isObject() && body.remove(u"qid"); // the cluster gives it one of its own
    QString command = u"signalbox-cli operate sendtokenmsg --conn %1 --capability msg --event %2 --content %3"_s.arg(
        quoted(message.connectionId), quoted(message.method), quoted(QString::fromUtf8(body.toCompact())));
    return isRequest ? command + u" --sync"_s : command;
}

} // namespace signalbox::designer
