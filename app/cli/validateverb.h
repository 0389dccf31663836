// SPDX-License-Identifier: GPL-3.0-or-later
// "validate": all findings about scenario files. Changes nothing.
#pragma once

#include "cli/scenariocheck.h"
#include "cli/verb.h"

namespace signalbox::cli {

class ValidateVerb final : public Verb
{
    Q_DECLARE_TR_FUNCTIONS(ValidateVerb)

public:
    static VerbSpec spec();
    ValidateVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    int run();
};

} // namespace signalbox::cli
