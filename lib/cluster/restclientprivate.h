// SPDX-License-Identifier: GPL-3.0-or-later
// What a RestClient and its calls share. A call holds it weakly, so that one which outlives its client does no harm.
#pragma once

#include "cluster/restclient.h"
#include "cluster/trafficrecord.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace signalbox::cluster {

class RestClientPrivate final
{
public:
    RestClientPrivate(const Profile &profile, Surroundings surroundings, Traffic &traffic, LoginGuard &guard);

    /// Sends it; error bad_profile.
    core::Result<QNetworkReply *> send(const HttpRequest &request);
    /// What came of it; tells who listens to the traffic.
    void noteAnswer(const HttpRequest &request, qint64 exchange, const HttpAnswer &answer);
    /// Nothing came of it; reason may be empty.
    void noteNoAnswer(const HttpRequest &request, qint64 exchange, const QString &reason);
    /// The number of what is sent last.
    qint64 lastExchange() const { return exchanges; }
    bool hasSession() const;
    QByteArray cookieHeader() const;
    void noteStatus(int status, bool hadSession);
    core::Error expiredError() const;

    const Profile &profile;
    Surroundings surroundings;
    Traffic &traffic;
    LoginGuard &guard;
    core::Result<QSslConfiguration> tls;
    QByteArray bearer;
    QString key; ///< of what is recorded; made when it is needed
    qint64 exchanges = 0;
    bool isExpired = false;
    QNetworkAccessManager network;

private:
    void record(TrafficRecord record, const HttpRequest &request, qint64 exchange);
};

} // namespace signalbox::cluster
