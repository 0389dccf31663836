// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clusterverb.h"

namespace signalbox::cli {

ClusterVerb::ClusterVerb(Context &context, GlobalOptions globals, Arguments arguments, QString name)
    : Verb(context, std::move(globals), std::move(arguments), std::move(name))
{}

void ClusterVerb::begin(Done done)
{
    m_done = std::move(done);
    QObject::connect(&context().interrupt, &Interrupt::requested, &m_scope, [this] {
        if (!m_finishing)
            interrupted();
    });
}

void ClusterVerb::openLink(ClusterLink::Need need, std::function<void()> opened)
{
    m_link = std::make_unique<ClusterLink>(context(), globals(), m_files);
    m_link->open(need, [this, opened = std::move(opened)](const std::optional<Failure> &failure) {
        if (failure)
            finish(*failure);
        else
            opened();
    });
}

void ClusterVerb::interrupted()
{
    complain(tr("Interrupted."));
    finish(exitcode::failed);
}

void ClusterVerb::finish(const Failure &failure)
{
    complain(failure.message);
    finish(failure.exitCode);
}

void ClusterVerb::finish(int exitCode)
{
    if (std::exchange(m_finishing, true))
        return;
    dropCalls();
    if (!m_link) {
        m_done(exitCode);
        return;
    }
    m_link->close([this, exitCode](const QString &warning) {
        if (!warning.isEmpty())
            complain(warning);
        m_done(exitCode);
    });
}

} // namespace signalbox::cli
