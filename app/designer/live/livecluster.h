// SPDX-License-Identifier: GPL-3.0-or-later
// The cluster that the window works with: which one, whether it is connected, and the one connection that runs, operations and the list of
// connections share. Connects when somebody needs it. Asks nobody itself: loginWanted() and tokenWanted() are for who does
// (ConnectPrompt).
#pragma once

#include "cluster/retry.h"
#include "designer/cluster/connectcall.h"

#include <list>

class QSettings;

namespace signalbox::designer {

class LiveCluster final : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Idle,       ///< nobody has connected yet, or somebody disconnected
        Connecting, ///< also while the person is asked
        Connected,
        Lost,  ///< it was connected; it is being opened again
        Failed ///< error() says why; the next open() tries anew
    };
    Q_ENUM(State)
    /// What a connection is opened for.
    enum class Need : quint8 {
        Session,   ///< a login: REST, and by ClusterConnection::anotherSession() whatever needs a web socket of its own
        Operations ///< also the token API link that ClusterConnection::access() starts scenarios by: what runs and operations need
    };
    using Connection = std::shared_ptr<ClusterConnection>;

    /// Both must outlive it. The choice of last time, the simulated cluster the first time.
    LiveCluster(Clusters &clusters, QSettings &settings, QObject *parent = nullptr);
    /// Leaves the cluster.
    ~LiveCluster() override;

    // Which ------------------------------------------------------------------------------------------------------------------
    const ClusterChoice &choice() const { return m_choice; }
    /// The simulated cluster, then the kept profiles; the current address among them where it is none of these.
    QList<ClusterChoice> choices() const;
    /// Leaves the one before, unless it is the same; remembered for the next time.
    void choose(const ClusterChoice &choice);
    QString title() const { return m_choice.title(); }
    /// "4 nodes · 2 sites"; empty where that is not known.
    QString extent() const;
    /// To be asked about before anything is run or changed there.
    bool isProduction() const { return m_choice.profile.isProduction; }

    // The connection ------------------------------------------------------------------------------------------------------------
    State state() const { return m_state; }
    /// Of Failed and Lost; else without a code.
    const core::Error &error() const { return m_error; }
    /// What is being waited for, for people; of Connecting.
    const QString &phase() const { return m_phase; }
    /// Null while nobody is logged in. Whoever keeps it keeps the session alive, but leave() logs it out all the same.
    const Connection &connection() const { return m_connection; }
    /// Whether anybody beside this holds the connection: to be told of before it is left.
    bool isInUse() const { return m_connection.use_count() > 1; }

    /// The connection, opened where it is not: all that wait share one opening. Cancelling the call ends the wait alone. Errors: those of
    /// ConnectCall and of ClusterSession::openLink, no_token, cancelled (somebody disconnected, or the person gave up).
    cluster::Call<Connection> open(Need need);
    /// Logs out in the background. Those who wait are answered cancelled.
    void leave();
    /// What a call on the connection ended with: where that says that the session is over, the connection has failed, and with
    /// it all who wait for more of it.
    void take(const core::Error &error);

    // For who asks the person -----------------------------------------------------------------------------------------------------
    /// The person has logged in.
    void adopt(Connection connection);
    /// The token, as typed in; kept for this session, and in the keychain where that is wanted.
    void takeToken(const QString &token, bool inKeychain);
    /// The person does not want to: those who wait are answered cancelled.
    void giveUp();
    Clusters &clusters() { return m_clusters; }

Q_SIGNALS:
    void choiceChanged();
    /// What choices() lists.
    void choicesChanged();
    /// Also when phase() has changed.
    void stateChanged();
    /// There is no login, domain or password, or they were refused: one adopt() or giveUp() is due. Where nobody listens the opening fails
    /// with this error.
    void loginWanted(const signalbox::core::Error &why);
    /// Likewise of the token: one takeToken() or giveUp() is due.
    void tokenWanted(const signalbox::core::Error &why);
    /// The person is to be asked nothing any more.
    void nothingWanted();
    /// The token, say, could not be kept.
    void notice(const QString &text);

private:
    class OpenCall;

    void forget(OpenCall *call);
    void takeProfiles();
    void setState(State state, core::Error error = {});
    void wait(const QString &phase);
    /// The next step towards what is waited for.
    void advance();
    void connectNow();
    void onConnected(Connection connection);
    void findToken();
    void openLink();
    void onLinkLost(const core::Error &error);
    bool isWanted(Need need) const;
    /// Fails where nobody can be asked.
    void ask(void (LiveCluster::*wanted)(const core::Error &), const core::Error &why);
    void fail(const core::Error &error);
    /// Answers those who wait: all of them, or those that need the session alone.
    void settle(const core::Result<Connection> &result, bool all = true);
    void drop();

    Clusters &m_clusters;
    QSettings &m_settings;
    ClusterChoice m_choice;
    bool m_isKnown = false; ///< the profiles have been read, so that the choice is what it says
    State m_state = State::Idle;
    core::Error m_error;
    QString m_phase;
    bool m_isAsking = false;
    bool m_hasLink = false;
    std::list<OpenCall *> m_waiters;
    std::list<OpenCall *> m_answering; ///< have waited, to be told
    Connection m_connection;
    // Destroyed before the connection.
    cluster::Call<Connection> m_connecting;
    cluster::Call<std::optional<QString>> m_finding;
    cluster::Call<void> m_linking;
    cluster::Call<void> m_reopening;
};

} // namespace signalbox::designer
