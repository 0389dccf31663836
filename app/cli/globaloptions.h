// SPDX-License-Identifier: GPL-3.0-or-later
// The options that stand before or after any verb: which cluster and who we are there, how to print. Secrets are not among them.
#pragma once

#include "cli/arguments.h"
#include "cluster/profile.h"

namespace signalbox::cli {

class GlobalOptions final
{
    Q_DECLARE_TR_FUNCTIONS(GlobalOptions)

public:
    static QList<OptionSpec> specs();
    /// profilesFile: where --profile looks. Errors: usage, and those of cluster::ProfileStore::load.
    static core::Result<GlobalOptions> from(const Arguments &arguments, const QString &profilesFile = {});

    bool isSimulated() const { return !m_profile.address.isValid(); }
    /// What is wrong with the profiles' file and does no harm; empty without --profile.
    const QStringList &warnings() const { return m_warnings; }
    /// Of a cluster that is given by its address or by a profile.
    const cluster::Profile &profile() const { return m_profile; }
    const QString &passwordVariable() const { return m_passwordVariable; }
    const QString &tokenVariable() const { return m_tokenVariable; }
    bool json() const { return m_json; }
    bool verbose() const { return m_verbose; }

private:
    core::Result<void> readProfile(const QString &name, const QString &file);
    core::Result<void> readAddress(const QString &address);
    core::Result<void> readAccess(const Arguments &arguments);

    cluster::Profile m_profile;
    QString m_passwordVariable;
    QString m_tokenVariable;
    QStringList m_warnings;
    bool m_json = false;
    bool m_verbose = false;
};

} // namespace signalbox::cli
