// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/message.h"

#include <array>

namespace signalbox::journal {

namespace {

constexpr std::array kindNames{QLatin1StringView("text"),         QLatin1StringView("binary"),       QLatin1StringView("ping"),
                               QLatin1StringView("pong"),         QLatin1StringView("open"),         QLatin1StringView("close"),
                               QLatin1StringView("http_request"), QLatin1StringView("http_response")};
constexpr std::array directionNames{QLatin1StringView("sent"), QLatin1StringView("received")};

constexpr QLatin1StringView resultSuffix{"_result"};

template <typename Value, size_t Size>
std::optional<Value> valueOf(const std::array<QLatin1StringView, Size> &names, QStringView name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Value>(found - names.begin()));
}

} // namespace

QString kindName(Kind kind)
{
    return kindNames.at(static_cast<size_t>(kind));
}

std::optional<Kind> kindOf(QStringView name)
{
    return valueOf<Kind>(kindNames, name);
}

QString directionName(Direction direction)
{
    return directionNames.at(static_cast<size_t>(direction));
}

std::optional<Direction> directionOf(QStringView name)
{
    return valueOf<Direction>(directionNames, name);
}

bool isControl(Kind kind)
{
    return kind == Kind::Ping || kind == Kind::Pong || kind == Kind::Open || kind == Kind::Close;
}

bool isHttp(Kind kind)
{
    return kind == Kind::HttpRequest || kind == Kind::HttpResponse;
}

bool hasUrl(Kind kind)
{
    return isHttp(kind) || kind == Kind::Open;
}

bool asksForAnswer(const Message &message)
{
    const bool isRequest = message.kind == Kind::Text && !message.qid.isEmpty() && !message.method.isEmpty();
    return (isRequest && answeredMethod(message.method).isEmpty()) || message.kind == Kind::Ping || message.kind == Kind::HttpRequest;
}

QStringView answeredMethod(QStringView method)
{
    return method.endsWith(resultSuffix) ? method.chopped(resultSuffix.size()) : QStringView();
}

} // namespace signalbox::journal
