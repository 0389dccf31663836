// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/restclient.h"

#include "cluster/calls.h"
#include "cluster/httpcall.h"
#include "cluster/loginguard.h"
#include "cluster/patientcall.h"
#include "cluster/tls.h"
#include "cluster/traffic.h"
#include "cluster/uploadstream.h"
#include "core/jsonreader.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QUrlQuery>

namespace signalbox::cluster {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype quoteLength = 60; ///< characters of an answer that an error message shows

/// Statuses of a cluster, or of what stands before it, that is busy or being restarted.
bool isForNow(int status)
{
    return status == 429 || (status >= 502 && status <= 504);
}

qint64 secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::ceil<std::chrono::seconds>(time).count();
}

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestClient)
};

struct HttpTr {
    Q_DECLARE_TR_FUNCTIONS(HttpCall)
};

core::Result<QSslConfiguration> checkedTls(const Profile &profile)
{
    const QString scheme = profile.address.scheme();
    if ((scheme != "http"_L1 && scheme != "https"_L1) || profile.address.host().isEmpty())
        return core::fail(u"bad_profile"_s, Tr::tr("“%1” is not the address of a cluster: http://HOST:PORT or https://HOST:PORT is.")
                                                .arg(profile.address.toString(QUrl::RemoveUserInfo)));
    return tlsConfiguration(profile);
}

} // namespace

RestClientPrivate::RestClientPrivate(const Profile &theProfile, Surroundings theSurroundings, Traffic &theTraffic, LoginGuard &theGuard)
    : profile(theProfile), surroundings(theSurroundings), traffic(theTraffic), guard(theGuard), tls(checkedTls(theProfile))
{
    network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

core::Result<QNetworkReply *> RestClientPrivate::send(const HttpRequest &request)
{
    if (!tls)
        return tl::unexpected(tls.error());
    if (const auto plain = pinError(profile, request.url)) // a link that leads elsewhere, say
        return tl::unexpected(*plain);
    QNetworkRequest wire(request.url);
    wire.setSslConfiguration(*tls);
    wire.setRawHeader("User-Agent", "Signalbox");
    wire.setRawHeader("Accept", request.sink ? "*/*" : "application/json");
    wire.setRawHeader("Accept-Encoding", "identity"); // an answer is as long as it says, and none is a bomb
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // bodies that are read once are an HTTP/1.1 matter
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    const bool withSession = request.withSession && profile.isOurs(request.url);
    if (withSession && !bearer.isEmpty())
        wire.setRawHeader("Authorization", "Bearer " + bearer);
    if (!withSession) {
        wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        if (!request.keepsCookies)
            wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    }
    if (request.body) {
        wire.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body->length());
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    if (traffic.isLogged())
        traffic.sent(
            u"%1 %2 %3"_s.arg(QString::fromLatin1(request.verb), request.url.toString(QUrl::RemoveUserInfo), request.logged).trimmed());
    ++exchanges;
    if (traffic.isRecorded()) {
        const bool isJson = request.contentType.contains("json");
        record({.kind = TrafficRecord::Kind::HttpRequest,
                .direction = TrafficRecord::Direction::Sent,
                .payload = isJson ? request.logged.toUtf8() : QByteArray(),
                .size = request.body ? request.body->length() : 0,
                .isWhole = isJson || !request.body},
               request, exchanges);
    }
    return network.sendCustomRequest(wire, request.verb, request.body.get());
}

void RestClientPrivate::noteAnswer(const HttpRequest &request, qint64 exchange, const HttpAnswer &answer)
{
    const bool isJson = answer.contentType.contains("json");
    if (traffic.isLogged())
        traffic.received(
            u"%1 %2"_s.arg(answer.status).arg(isJson ? QString::fromUtf8(answer.body) : HttpTr::tr("%1 bytes").arg(answer.received)));
    if (!traffic.isRecorded())
        return;
    const bool isKept = (isJson || answer.contentType.startsWith("text/")) && answer.body.size() == answer.received;
    record({.kind = TrafficRecord::Kind::HttpResponse,
            .direction = TrafficRecord::Direction::Received,
            .payload = isKept ? answer.body : QByteArray(),
            .size = answer.received,
            .isWhole = isKept || answer.received == 0,
            .status = answer.status},
           request, exchange);
}

void RestClientPrivate::noteNoAnswer(const HttpRequest &request, qint64 exchange, const QString &reason)
{
    record({.kind = TrafficRecord::Kind::HttpResponse, .direction = TrafficRecord::Direction::Received, .payload = reason.toUtf8()},
           request, exchange);
}

void RestClientPrivate::record(TrafficRecord record, const HttpRequest &request, qint64 exchange)
{
    if (!traffic.isRecorded())
        return;
    if (key.isEmpty())
        key = traffic.newKey();
    record.link = key;
    record.qid = QByteArray::number(exchange);
    record.verb = QString::fromLatin1(request.verb);
    record.url = request.url.toString(QUrl::RemoveUserInfo);
    traffic.record(std::move(record));
}

bool RestClientPrivate::hasSession() const
{
    return !bearer.isEmpty() || !network.cookieJar()->cookiesForUrl(profile.address).isEmpty();
}

QByteArray RestClientPrivate::cookieHeader() const
{
    QByteArrayList cookies;
    for (const QNetworkCookie &cookie : network.cookieJar()->cookiesForUrl(profile.address))
        cookies.append(cookie.toRawForm(QNetworkCookie::NameAndValueOnly));
    return cookies.join("; ");
}

void RestClientPrivate::noteStatus(int status, bool hadSession)
{
    if (status != 401 || !hadSession)
        return;
    isExpired = true;
    guard.recordFailure(); // a request with a session that does not exist counts as a failed login (platform.md §2)
}

core::Error RestClientPrivate::expiredError() const
{
    return {u"expired"_s, Tr::tr("The session with the cluster has expired or was closed. Log in again."), {}};
}

RestClient::RestClient(const Profile &profile, Surroundings surroundings, Traffic &traffic, LoginGuard &guard)
    : d(std::make_shared<RestClientPrivate>(profile, surroundings, traffic, guard))
{}
RestClient::~RestClient() = default;

Call<HttpAnswer> RestClient::exchange(HttpRequest request)
{
    return std::make_unique<HttpCall>(d, d->surroundings.scheduler, std::move(request));
}

Call<HttpAnswer> RestClient::exchange(const RestRequest &request)
{
    HttpRequest wire;
    wire.verb = request.verb;
    wire.url = urlOf(request.path, request.query);
    if (request.body) {
        const QByteArray text = request.body->toCompact();
        wire.contentType = "application/json";
        wire.body = std::make_shared<UploadStream>();
        wire.body->add(text);
        if (d->traffic.isOn())
            wire.logged = QString::fromUtf8(text);
    }
    wire.withSession = request.withSession;
    wire.keepsCookies = request.keepsCookies;
    if (request.verb == "GET" || request.verb == "HEAD")
        return std::make_unique<PatientCall>(*this, std::move(wire));
    return exchange(std::move(wire));
}

Call<Json> RestClient::json(const RestRequest &request)
{
    return mapped(exchange(request), [this](core::Result<HttpAnswer> answer) -> core::Result<Json> {
        return answer ? jsonOf(*answer) : tl::unexpected(answer.error());
    });
}

core::Result<Json> RestClient::jsonOf(const HttpAnswer &answer) const
{
    if (!answer.isOk())
        return tl::unexpected(errorOf(answer));
    if (answer.body.trimmed().isEmpty())
        return Json();
    auto json = core::readJson(answer.body);
    if (json)
        return std::move(*json);
    const QString start = QString::fromUtf8(answer.body.left(4 * quoteLength)).simplified().left(quoteLength);
    return core::fail(u"bad_answer"_s,
                      Tr::tr("The cluster's answer is not JSON (it begins “%1”). Is %2 the address of a cluster?")
                          .arg(d->traffic.masked(start), d->profile.address.toString(QUrl::RemoveUserInfo)),
                      json.error().message);
}

core::Error RestClient::errorOf(const HttpAnswer &answer) const
{
    if (answer.status >= 300 && answer.status < 400) {
        const QUrl target = d->profile.address.resolved(answer.location);
        return {u"refused"_s,
                Tr::tr("The cluster redirects to %1 (HTTP %2), which is not followed. Use that address if you trust it.")
                    .arg(d->traffic.masked(target.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemovePath)))
                    .arg(answer.status),
                {}};
    }
    if (answer.status == 401 && d->isExpired)
        return d->expiredError();
    const QString detail = u"HTTP %1"_s.arg(answer.status);
    const QString code = isForNow(answer.status) ? u"try_later"_s : u"refused"_s;
    const QString when =
        answer.retryAfter ? u' ' + Tr::tr("It asks to be asked again in %1 s.").arg(secondsOf(*answer.retryAfter)) : QString();
    if (const auto json = core::readJson(answer.body, {.bytes = 64 * 1024, .depth = 8, .nodes = 1000})) {
        if (const auto body = protocol::ErrorBody::fromJson(*json, d->profile.dialect))
            return {code,
                    Tr::tr("The cluster refuses: %1 (HTTP %2, error %3).")
                            .arg(d->traffic.masked(body->message), QString::number(answer.status), QString::number(body->code)) +
                        when,
                    detail};
    }
    return {code, Tr::tr("The cluster refuses without saying why (HTTP %1).").arg(answer.status) + when, detail};
}

QString RestClient::segment(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

QUrl RestClient::urlOf(const QString &path, const QList<std::pair<QString, QString>> &query) const
{
    QUrl url = d->profile.address;
    url.setUserInfo(QString());
    url.setPath(path, QUrl::StrictMode);
    if (!query.isEmpty()) {
        QStringList parts;
        for (const auto &[key, value] : query)
            parts.append(segment(key) + u'=' + segment(value));
        url.setQuery(parts.join(u'&'), QUrl::StrictMode);
    }
    return url;
}

void RestClient::setProxy(const QNetworkProxy &proxy)
{
    d->network.setProxy(proxy);
}

void RestClient::noteExpired()
{
    d->noteStatus(401, true);
}

void RestClient::forgetSession()
{
    d->bearer.clear();
    d->isExpired = false;
    d->network.setCookieJar(new QNetworkCookieJar); // the network manager owns it and drops the old one
}

void RestClient::setBearer(const QString &sessionId)
{
    d->bearer = sessionId.toLatin1();
}

QByteArray RestClient::cookieHeader() const
{
    return d->cookieHeader();
}

bool RestClient::hasSession() const
{
    return d->hasSession();
}

std::weak_ptr<const void> RestClient::life() const
{
    return d;
}

const Profile &RestClient::profile() const
{
    return d->profile;
}

const Surroundings &RestClient::surroundings() const
{
    return d->surroundings;
}

Traffic &RestClient::traffic()
{
    return d->traffic;
}

LoginGuard &RestClient::guard()
{
    return d->guard;
}

core::Result<QSslConfiguration> RestClient::tls() const
{
    return d->tls;
}

} // namespace signalbox::cluster
