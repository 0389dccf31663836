// SPDX-License-Identifier: GPL-3.0-or-later
// "push": keeps a scenario file on the cluster, without what is ours alone. The file then remembers which edit it is, so that an edit that
// somebody else made there later is not overwritten unasked.
#pragma once

#include "cli/scriptverb.h"
#include "runner/scenariokeeping.h"
#include "scenario/scenario.h"

namespace signalbox::cli {

class PushVerb final : public ScriptVerb
{
    Q_DECLARE_TR_FUNCTIONS(PushVerb)

public:
    static VerbSpec spec();
    PushVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    void dropCalls() override;
    std::optional<Failure> readFile();
    void refuse(const runner::Kept &kept);
    void kept(const runner::Kept &kept);
    bool remember(const core::Json &stored);

    QString file() const { return arguments().operands().constFirst(); }
    std::optional<scenario::Scenario> m_scenario;
    QString m_code;
    cluster::Call<runner::Kept> m_call;
};

} // namespace signalbox::cli
