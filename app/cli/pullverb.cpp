// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pullverb.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;

VerbSpec PullVerb::spec()
{
    return {u"pull"_s,
            u"CODE [--type svc|ivr]"_s,
            tr("Fetch a scenario from the cluster: its whole entity, in canonical form, on standard output."),
            tr("What comes, written to a file and edited, can be pushed again: the file says which edit it comes from."),
            {typeOption()},
            1,
            1,
            makeVerb<PullVerb>};
}

PullVerb::PullVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : ScriptVerb(context, std::move(globals), std::move(arguments), u"pull"_s)
{}

void PullVerb::start(Done done)
{
    begin(std::move(done));
    std::optional<Failure> failure = readType();
    if (!failure && arguments().operands().constFirst().isEmpty())
        failure = Failure{exitcode::usage, tr("The code of a scenario is not empty.")};
    if (failure) {
        finish(*failure);
        return;
    }
    openLink(ClusterLink::Need::Rest, [this] {
        m_finding = link().session().scripts().find(type(), arguments().operands().constFirst());
        m_finding->start([this](const core::Result<core::Json> &entity) {
            if (!entity) {
                finish(failureOf(entity.error()));
                return;
            }
            printJson(*entity);
            finish(exitcode::done);
        });
    });
}

} // namespace signalbox::cli
