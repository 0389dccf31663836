// SPDX-License-Identifier: GPL-3.0-or-later
// "pull": a scenario of the cluster, whole, on standard output.
#pragma once

#include "cli/scriptverb.h"

namespace signalbox::cli {

class PullVerb final : public ScriptVerb
{
    Q_DECLARE_TR_FUNCTIONS(PullVerb)

public:
    static VerbSpec spec();
    PullVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    void dropCalls() override { m_finding.reset(); }

    cluster::Call<core::Json> m_finding;
};

} // namespace signalbox::cli
