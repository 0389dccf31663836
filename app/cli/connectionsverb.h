// SPDX-License-Identifier: GPL-3.0-or-later
// "connections": who holds which web socket connection, from the registrar; with --watch also what becomes of them.
#pragma once

#include "cli/clusterverb.h"
#include "cluster/registrarwatch.h"

namespace signalbox::cli {

class ConnectionsVerb final : public ClusterVerb
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionsVerb)

public:
    static VerbSpec spec();
    ConnectionsVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    using Registrations = QList<cluster::Registration>;

    void interrupted() override;
    void dropCalls() override;
    bool isWanted(const cluster::Registration &registration) const;
    void show(const Registrations &registrations);
    void showTable(const Registrations &registrations);

    void watch();
    void happened(const cluster::RegistrarEvent &event);
    /// A line about the watch itself, also on standard error.
    void tell(const QString &event, const QString &text);
    /// {"time","event", …members}, JSON Lines.
    void printEvent(const QString &event, const core::Json &members);
    void printLine(const QString &event, const QStringList &cells);
    void endWithoutReader();

    cluster::Call<Registrations> m_call;
    std::unique_ptr<cluster::RegistrarWatch> m_watch;
    cluster::Call<void> m_closing;
    QObject m_scope; // connections end with the verb
    bool m_isWatching = false;
};

} // namespace signalbox::cli
