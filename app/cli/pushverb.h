// SPDX-License-Identifier: GPL-3.0-or-later
// "push": keeps a scenario file on the cluster, without what is ours alone. The file then remembers which edit it is, so that an edit that
// somebody else made there later is not overwritten unasked.
#pragma once

#include "cli/scriptverb.h"
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
    void found(const core::Json &stored);
    void create();
    void change(const core::Json &stored);
    void kept(const core::Result<core::Json> &stored);
    bool remember(const core::Json &stored);

    QString file() const { return arguments().operands().constFirst(); }
    bool isEntity() const { return m_scenario->form() == scenario::Form::Entity; }
    /// What tells the edit that the file comes from: its entity, or for a .scr what was remembered of its last push.
    core::Json base() const;
    /// What is sent; members that only the cluster sets are left out.
    core::Json upload() const;

    std::optional<scenario::Scenario> m_scenario;
    QString m_code;
    bool m_isNew = false;
    cluster::Call<core::Json> m_call;
};

} // namespace signalbox::cli
