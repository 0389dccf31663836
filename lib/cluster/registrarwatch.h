// SPDX-License-Identifier: GPL-3.0-or-later
// The registrar's records, live: the list, and then every change by the events of class registrarevents (platform.md §3). The subscription
// is renewed in time; a link that is lost is opened again, and what changed meanwhile is told. Not a list that is asked for once
// (registrarview.h).
#pragma once

#include "cluster/registrarview.h"
#include "cluster/retry.h"
#include "protocol/frame.h"

#include <QMap>

namespace signalbox::cluster {

struct RegistrarEvent {
    enum class Kind : quint8 {
        Registered,
        Changed, ///< it is registered with other capabilities now
        Renewed,
        Unregistered,
    };
    Kind kind = Kind::Registered;
    Registration registration; ///< of one that nobody has listed: what the event tells, without login, site and node
    qint64 ttlS = 0;           ///< how long the registration holds unless it is renewed; 0 where it was not told
    QString reason;            ///< Unregistered: the cluster's word, or empty when it happened while there was no link
};

class RegistrarWatch final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        LinkKind kind = LinkKind::User;
        int expiresS = 300; ///< of the subscription, at most 3600
        RetryPolicy retry;
    };

    /// A session that is logged in and has no link, and that nobody else uses for one; it must outlive this.
    RegistrarWatch(ClusterSession &session, Options options);
    /// Closes the link; close() also ends the subscription.
    ~RegistrarWatch() override;

    /// Opens the link, subscribes and lists: the records, in the cluster's order. Changes come as signals from then on.
    Call<QList<Registration>> open();
    /// Ends the subscription and closes the link, within 2 s; nothing is told any more.
    Call<void> close();

    /// When a subscription of so many seconds is to be renewed: 300 s after 240, 3600 s after 3000.
    static std::chrono::seconds renewAfter(std::chrono::seconds expires);

Q_SIGNALS:
    void happened(const signalbox::cluster::RegistrarEvent &event);
    /// The link is gone; it is being opened again.
    void lost(const signalbox::core::Error &error);
    /// It is there again; what changed meanwhile is told next.
    void restored();
    /// It is over: the cluster refuses, or cannot be reached in the time that the options give.
    void ended(const signalbox::core::Error &error);

private:
    friend class WatchOpenCall;
    friend class WatchCloseCall;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::cluster
