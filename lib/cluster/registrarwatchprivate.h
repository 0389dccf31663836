// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a RegistrarWatch and the calls that open and close it. Internal to the module.
#pragma once

#include "cluster/registrarwatch.h"

namespace signalbox::cluster {

/// A notification of the class registrarevents.
struct Notice {
    bool isRegistered = false;
    Registration registration; ///< as far as the notification tells
    qint64 ttlS = 0;
    QString reason;
    bool tellsCapabilities = false;
    bool isLookedUp = false; ///< a list that was asked for after it came has been looked at

    const QString &id() const { return registration.connection.connectionId; }
    /// Nothing when the frame is another one, or names no connection.
    static std::optional<Notice> of(const protocol::Frame &frame, const core::Dialect &dialect);
};

class RegistrarWatch::Private final
{
public:
    enum class Phase : quint8 { Idle, Opening, Live, Restoring, Over };

    Private(RegistrarWatch *watch, ClusterSession &theSession, Options theOptions);

    Call<protocol::Frame> subscribe(int expiresS);
    /// Notes for how long the cluster keeps the subscription.
    void subscribed(const protocol::Frame &answer);
    void armRenewal();
    void renew();

    void take(const protocol::Frame &frame);
    void linkLost(const core::Error &error);
    void opened(const QList<Registration> &list);
    void restore(const core::Error &why);
    void reopen();
    void restored(const QList<Registration> &list);
    void end(const core::Error &error);
    /// Lets go of everything that waits.
    void halt();

    /// Applies what waits, as far as it can without looking at the list.
    void drain();
    void apply(const Notice &notice);
    /// Looks at the list, since an event named a connection that the list tells more of; not more often than once a second.
    void lookUp();
    void lookedUp(const core::Result<QList<Registration>> &list);
    /// Tells what is new in the list and what is missing there. False when that has ended the watch.
    bool compare(const QList<Registration> &list);
    Registration described(const Notice &notice) const;
    /// False when what was told has destroyed the watch, or ended it.
    bool tell(const RegistrarEvent &event);

    RegistrarWatch *q;
    ClusterSession &session;
    Surroundings surroundings;
    Options options;
    Phase phase = Phase::Idle;
    QString id;                        ///< of the subscription
    std::chrono::seconds expires{0};   ///< as granted
    QMap<QString, Registration> known; ///< by connection id
    QMap<QString, Registration> found; ///< by the last look at the list
    QList<Notice> waiting;             ///< in order
    bool hasOverflowed = false;        ///< more came than is kept: only a list can tell what happened
    std::optional<qint64> lookedUpUs;  ///< monotonic
    std::optional<qint64> restoredUs;  ///< monotonic
    Backoff flapping;                  ///< of links that are lost soon after they were restored
    Call<QList<Registration>> opening; ///< again
    Call<QList<Registration>> looking;
    Call<protocol::Frame> renewing;
    core::Deadline renewal;
    core::Deadline pause;            ///< before the next thing that is to be done: draining, looking, opening again
    std::shared_ptr<Private *> self; ///< expires with the watch
};

/// Link, subscription, list.
class WatchOpenCall final : public StepsCall<QList<Registration>>
{
public:
    using Phase = RegistrarWatch::Private::Phase;

    explicit WatchOpenCall(std::weak_ptr<RegistrarWatch::Private *> watch);
    ~WatchOpenCall() override;

private:
    void begin() override;
    void abort() override;
    void subscribe();
    void list();
    void fail(const core::Error &error);
    RegistrarWatch::Private *watch() const;

    std::weak_ptr<RegistrarWatch::Private *> m_watch;
    core::QtScheduler m_own; ///< only to answer when there is no watch any more
    bool m_isOurs = false;   ///< the link is open and not handed over yet
};

/// The end of the subscription, and of the link.
class WatchCloseCall final : public StepsCall<void>
{
public:
    using Phase = RegistrarWatch::Private::Phase;

    explicit WatchCloseCall(std::weak_ptr<RegistrarWatch::Private *> watch);
    ~WatchCloseCall() override;

private:
    void begin() override;
    void abort() override;
    void end();

    std::weak_ptr<RegistrarWatch::Private *> m_watch;
    core::QtScheduler m_own;
    core::Deadline m_deadline;
};

} // namespace signalbox::cluster
