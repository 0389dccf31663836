// SPDX-License-Identifier: GPL-3.0-or-later
// The REST side of one session with a cluster: its own cookies, TLS, limits and deadlines; what an answer means. It follows no redirect,
// repeats nothing but a GET or HEAD that the cluster asks to repeat (Retry-After), and asks nothing more of a session that has expired. Not
// a web browser and not a login (logincall.h).
#pragma once

#include "cluster/clustersession.h"
#include "cluster/httptypes.h"

class QNetworkProxy;
class QSslConfiguration;

namespace signalbox::cluster {

class LoginGuard;
class RestClientPrivate;
class Traffic;

/// A REST request by its path; the cluster's address is put before it.
struct RestRequest {
    QByteArray verb;
    QString path; ///< percent-encoded where it needs to be (RestClient::segment)
    QList<std::pair<QString, QString>> query = {};
    std::optional<core::Json> body = {};
    bool withSession = true;   ///< as in HttpRequest
    bool keepsCookies = false; ///< as in HttpRequest
};

class RestClient final
{
public:
    /// All must outlive this; calls that outlive it end by their deadline.
    RestClient(const Profile &profile, Surroundings surroundings, Traffic &traffic, LoginGuard &guard);
    ~RestClient();

    /// The answer, whatever its status. Errors: unreachable, timeout, bad_answer (too large), expired, bad_profile.
    Call<HttpAnswer> exchange(HttpRequest request);
    Call<HttpAnswer> exchange(const RestRequest &request);
    /// The JSON of a 2xx answer; null for an empty one. Errors: also refused, try_later, bad_answer.
    Call<core::Json> json(const RestRequest &request);

    /// The JSON of a 2xx answer, else what its status and the cluster's words amount to.
    core::Result<core::Json> jsonOf(const HttpAnswer &answer) const;
    /// What an answer that is not 2xx means. Codes: refused, try_later (429, 502, 503, 504), expired.
    core::Error errorOf(const HttpAnswer &answer) const;
    /// A name as one part of a path.
    static QString segment(const QString &name);
    QUrl urlOf(const QString &path, const QList<std::pair<QString, QString>> &query = {}) const;

    void setProxy(const QNetworkProxy &proxy);
    /// The session is known to have expired, though not by an answer over REST.
    void noteExpired();
    /// Forgets cookies and Bearer header, before a login and after a logout.
    void forgetSession();
    void setBearer(const QString &sessionId);
    /// What a web socket of this session sends as Cookie; empty without cookies.
    QByteArray cookieHeader() const;
    bool hasSession() const;

    /// Expires with this client.
    std::weak_ptr<const void> life() const;
    const Profile &profile() const;
    const Surroundings &surroundings() const;
    Traffic &traffic();
    LoginGuard &guard();
    core::Result<QSslConfiguration> tls() const;

private:
    std::shared_ptr<RestClientPrivate> d;
};

} // namespace signalbox::cluster
