// SPDX-License-Identifier: GPL-3.0-or-later
// What a RestClient and its calls share. A call holds it weakly, so that one which outlives its client does no harm.
#pragma once

#include "cluster/restclient.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace signalbox::cluster {

class RestClientPrivate final
{
public:
    RestClientPrivate(const Profile &profile, Surroundings surroundings, Traffic &traffic, LoginGuard &guard);

    /// Sends it; error bad_profile.
    core::Result<QNetworkReply *> send(const HttpRequest &request);
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
    bool isExpired = false;
    QNetworkAccessManager network;
};

} // namespace signalbox::cluster
