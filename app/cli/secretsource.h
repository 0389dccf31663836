// SPDX-License-Identifier: GPL-3.0-or-later
// Finds one secret after the other: a named environment variable, else the keychain, else a prompt. Never an argument, never kept. No
// variable names a proxy's password.
#pragma once

#include "cli/context.h"
#include "cli/globaloptions.h"
#include "cluster/profilestore.h"

namespace signalbox::cli {

class SecretSource final
{
    Q_DECLARE_TR_FUNCTIONS(SecretSource)

public:
    using Kind = cluster::SecretKind;
    using Found = std::function<void(core::Result<QString>)>;

    /// Both must outlive this.
    SecretSource(Context &context, const GlobalOptions &globals) : m_context(context), m_globals(globals) {}

    /// found comes once, perhaps from within this call; not after destruction. Errors: usage (nothing found, or the named variable is not
    /// set).
    void find(Kind kind, Found found);

private:
    void readKeychain(Kind kind);
    void ask(Kind kind);
    QString question(Kind kind) const;
    QString missing(Kind kind) const;
    void answer(core::Result<QString> secret);

    Context &m_context;
    const GlobalOptions &m_globals;
    Found m_found;
    std::shared_ptr<secrets::SecretStore> m_store;
    cluster::Call<std::shared_ptr<secrets::SecretStore>> m_opening;
    cluster::Call<std::optional<QString>> m_reading;
};

} // namespace signalbox::cli
