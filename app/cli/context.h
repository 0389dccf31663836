// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb works with: streams, time, randomness, environment, secrets, the embedded cluster's configuration, the request to stop. Each
// has a real implementation in main.cpp and a double in tests.
#pragma once

#include "cluster/clustersession.h"
#include "secrets/secretstore.h"
#include "simulator/clusterconfig.h"

#include <QObject>

#include <iosfwd>

namespace signalbox::cli {

/// What the exit codes mean; they are part of the interface.
namespace exitcode {
inline constexpr int done = 0;
inline constexpr int failed = 1;      ///< ran and failed
inline constexpr int usage = 2;       ///< wrong usage
inline constexpr int invalid = 3;     ///< invalid input file
inline constexpr int unreachable = 4; ///< cluster unreachable or refused
inline constexpr int internal = 5;    ///< our fault
} // namespace exitcode

/// Emits when the user wants the verb to end: SIGINT, SIGTERM, SIGHUP.
class Interrupt final : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void requested();
};

struct Context {
    Context(std::istream &input, std::ostream &output, std::ostream &errors, cluster::Surroundings world, Interrupt &stopRequest)
        : in(input), out(output), err(errors), surroundings(world), interrupt(stopRequest)
    {}

    std::istream &in;
    std::ostream &out;
    std::ostream &err;
    cluster::Surroundings surroundings;
    Interrupt &interrupt;
    bool colour = false;    ///< out is a terminal
    bool errColour = false; ///< err is a terminal
    /// Asks without echo; empty where there is no terminal.
    std::function<std::optional<QString>(const QString &question)> prompt;
    /// A variable of the environment.
    std::function<std::optional<QString>(const QString &name)> environment;
    /// The keychain; may be slow, so only when a secret is needed.
    std::function<secrets::SecretStoreCall()> openSecrets;
    /// Where the profiles are kept (cluster::ProfileStore).
    QString profilesFile;
    /// Configuration of the embedded cluster.
    std::function<simulator::ClusterConfig()> simulated;
};

} // namespace signalbox::cli
