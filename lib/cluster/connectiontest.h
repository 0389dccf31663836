// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the way to a cluster step by step, so that a person sees which one fails and why: name, TCP, TLS, HTTP, login, web socket, set-up.
// Leaves no session behind. What it opens is its own: it says nothing of other connections.
#pragma once

#include "cluster/clustersession.h"

class QSslSocket;

namespace signalbox::cluster {

struct ConnectionStep {
    enum class Kind : quint8 { Name, Tcp, Tls, Http, Login, WebSocket, Setup };
    enum class State : quint8 {
        Waiting,
        Running,
        Passed,
        Failed,
        Skipped ///< one before it failed, or it has nothing to do: finding says why
    };

    Kind kind = Kind::Name;
    State state = State::Waiting;
    std::chrono::milliseconds duration{0};
    QString finding;   ///< what it found out
    core::Error error; ///< of Failed
    QString advice;    ///< of Failed: what to do; may be empty where the error says it

    /// For people: "Name", "TCP", …
    QString title() const;
};

/// What is to be opened at its end.
struct ConnectionGoal {
    /// Of the token API where there is a token, else the user API's; those that the cluster refuses are an error.
    QStringList capabilities;
};

/// The answer: all steps. Never an error but cancelled.
class ConnectionTest final : public core::AsyncCall<QList<ConnectionStep>>
{
public:
    /// Tells each change of a step, from within the event loop.
    using Told = std::function<void(const ConnectionStep &step)>;

    /// guard: of all sessions that log in to the same cluster, since a failed login counts. Without a password it ends before the login.
    ConnectionTest(Profile profile, Credentials credentials, ConnectionGoal goal, Surroundings surroundings,
                   std::shared_ptr<LoginGuard> guard, Told told);
    ~ConnectionTest() override;

    static QList<ConnectionStep> steps();

private:
    using Kind = ConnectionStep::Kind;
    using State = ConnectionStep::State;

    void begin() override;
    void abort() override;
    void run(Kind kind);
    void lookUp();
    void connectTcp();
    void encrypt();
    void askHttp();
    void logIn();
    void openSocket();
    void onSocketOpened();

    ConnectionStep &step(Kind kind) { return m_steps[static_cast<qsizetype>(kind)]; }
    void enter(Kind kind, std::chrono::milliseconds wait);
    void pass(const QString &finding);
    void skip(Kind kind, const QString &why);
    void failStep(const core::Error &error);
    void conclude();
    QString target() const; ///< what is connected to: the cluster or the proxy

    const Profile m_profile;
    const Credentials m_credentials;
    const ConnectionGoal m_goal;
    Surroundings m_surroundings;
    std::shared_ptr<LoginGuard> m_guard;
    Told m_told;
    QList<ConnectionStep> m_steps = steps();
    Kind m_current = Kind::Name;
    qint64 m_sinceUs = 0;
    core::Deadline m_deadline;
    core::Deadline m_turn;
    std::unique_ptr<QObject> m_context; ///< what the signals of a step hang on
    QSslSocket *m_socket = nullptr;
    int m_lookup = -1;
    std::optional<core::Error> m_tlsProblem;
    std::unique_ptr<ClusterSession> m_session;
    // Destroyed before the session.
    std::shared_ptr<void> m_call;
};

} // namespace signalbox::cluster
