// SPDX-License-Identifier: GPL-3.0-or-later
// What verbs that need a cluster have in common: open the way to it, give up cleanly when interrupted, close it before the end.
#pragma once

#include "cli/clusterlink.h"
#include "cli/verb.h"

namespace signalbox::cli {

class ClusterVerb : public Verb
{
    Q_DECLARE_TR_FUNCTIONS(ClusterVerb)

protected:
    ClusterVerb(Context &context, GlobalOptions globals, Arguments arguments, QString name);

    /// Keeps the answer and listens for interruption; to be called first.
    void begin(Done done);
    /// opened is called with the link open; a failure is said and ends the verb.
    void openLink(ClusterLink::Need need, std::function<void()> opened);
    /// Ends the verb once: closes the link, then gives the exit code.
    void finish(int exitCode);
    void finish(const Failure &failure);
    bool isFinishing() const { return m_finishing; }

    /// The user wants an end. By default the verb fails at once, cleaning up.
    virtual void interrupted();
    /// Ends calls that use the link; called before it closes.
    virtual void dropCalls() {}

    ClusterLink &link() { return *m_link; }
    runner::LocalFiles &files() { return m_files; }

private:
    runner::LocalFiles m_files;
    std::unique_ptr<ClusterLink> m_link;
    Done m_done;
    QObject m_scope; // connections end with the verb
    bool m_finishing = false;
};

} // namespace signalbox::cli
