// SPDX-License-Identifier: GPL-3.0-or-later
// One session with a cluster: REST login, a web socket with its set-up, and what hangs on them. Answers of any call: unreachable, refused
// (HTTP status and the cluster's own words in the message), banned, banned_soon, too_many_sessions, try_later, expired, bad_answer,
// timeout, not_connected, too_large and busy (what we would send), bad_profile, cancelled.
#pragma once

#include "cluster/profile.h"
#include "core/asynccall.h"
#include "core/clock.h"
#include "core/json.h"
#include "core/random.h"
#include "core/scheduler.h"
#include "protocol/frame.h"
#include "protocol/records.h"

#include <QObject>

namespace signalbox::cluster {

class FileExchange;
class LoginGuard;
class RegistrarView;
class RestClient;
class ScriptStore;
class WsLink;

template <typename T>
using Call = std::unique_ptr<core::AsyncCall<T>>;

class TrafficTap;

struct Surroundings {
    core::Clock &clock;
    core::Scheduler &scheduler;
    core::Random &random;
    TrafficTap *tap = nullptr; ///< is told all that passes over sessions and peers with these surroundings (trafficrecord.h)
};

/// A line of masked traffic for --verbose: never a password, token, cookie or session id.
using TrafficLog = std::function<void(const QString &line)>;

/// Which API a web socket speaks: that of external systems, by token, or that of users, by the session.
enum class LinkKind : quint8 { Token, User };

struct RetryPolicy;

class ClusterSession final : public QObject
{
    Q_OBJECT

public:
    /// guard: of all sessions that log in to the same cluster; one of its own without it. Keys of traffic say LOGIN@DOMAIN.
    ClusterSession(Profile profile, Credentials credentials, Surroundings surroundings, TrafficLog log = {},
                   std::shared_ptr<LoginGuard> guard = {});
    /// Closes the link but does not log out. Calls that outlive it end by their deadlines.
    ~ClusterSession() override;

    /// Of the token API, where it was not known at the beginning; for links that are opened from then on.
    void setToken(const QString &token);

    /// Logs in over REST.
    Call<protocol::SessionInfo> login();
    /// Opens a web socket and sets it up with these capabilities; the ones that the cluster refused are an error.
    Call<void> openLink(const QStringList &capabilities, LinkKind kind = LinkKind::Token);
    /// Opens once more what openLink opened and was lost: tries again while the cluster cannot be reached, and logs in once when the
    /// session has expired. Done at once when the link is there.
    Call<void> reopenLink(const RetryPolicy &policy);
    /// Ends the REST session and closes the link; never an error when the cluster is gone already.
    Call<void> logout();

    /// start_svcscript: the variables at its end. timeout is the script's own; the wait here ends some time after it.
    /// startParams[0] is startparam1; a null is not given. A call that is cancelled or destroyed stops the script. A link that was lost
    /// before is opened again; a script that was started is never started anew. Errors beside the above: script_failed (with the cluster's
    /// words), bad_argument (over 20 parameters).
    Call<core::Json> startScript(const QString &code, const QList<core::Json> &startParams, std::chrono::milliseconds timeout);

    const Profile &profile() const;
    const protocol::SessionInfo &info() const; ///< of the login
    RestClient &rest();
    WsLink &link();
    FileExchange &files();
    ScriptStore &scripts();
    RegistrarView &registrar();

Q_SIGNALS:
    /// The link closed without our asking. Waiting calls have already been answered.
    void linkLost(const signalbox::core::Error &error);

private:
    core::Result<core::Json> variablesOf(const QString &code, const protocol::Frame &answer) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::cluster
