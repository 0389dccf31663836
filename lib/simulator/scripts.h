// SPDX-License-Identifier: GPL-3.0-or-later
// The stored scenarios (svcscripts) of the cluster and, for each, the program that it compiles to, kept until it is changed. It does not
// run them and knows nothing of where they came from.
#pragma once

#include "catalogue/catalogue.h"
#include "core/clock.h"
#include "core/random.h"
#include "machine/program.h"
#include "simulator/clusterconfig.h"

namespace signalbox::simulator {

/// What a run needs of a stored scenario.
struct Runnable {
    std::shared_ptr<const machine::Program> program;
    QStringList localVariables; ///< names, in the document's order
};

class Scripts final
{
public:
    Scripts(const ClusterConfig &config, const core::Clock &clock, core::Random &random);

    /// Stores a new one: the whole entity, with id, lwt and ext. Errors: bad_request, already_exists (the code), too_many.
    core::Result<core::Json> create(const core::Json &entity);
    /// Replaces the members that changes holds. Errors: not_found, bad_request, already_exists.
    core::Result<core::Json> change(const QString &id, const core::Json &changes);
    core::Result<void> remove(const QString &id); ///< Error: not_found.
    const core::Json *find(const QString &id) const;
    const core::Json *findByCode(const QString &code) const;
    QList<core::Json> all() const; ///< in order of creation

    /// Compiles when needed. Errors: not_found, and those of machine::Program::compile.
    core::Result<std::shared_ptr<const Runnable>> runnable(const QString &code);

private:
    struct Stored {
        core::Json entity;
        std::shared_ptr<const Runnable> runnable;
    };

    QString now() const;

    const ClusterConfig &m_config;
    const core::Clock &m_clock;
    core::Random &m_random;
    catalogue::Catalogue m_catalogue;
    QHash<QString, Stored> m_byId;
    QHash<QString, QString> m_idByCode;
    QStringList m_order;
};

} // namespace signalbox::simulator
