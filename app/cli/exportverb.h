// SPDX-License-Identifier: GPL-3.0-or-later
// "export": a scenario as a picture (SVG, PNG, PDF) or as a graph in text (Graphviz, Mermaid).
#pragma once

#include "cli/verb.h"
#include "scenario/scenario.h"

namespace signalbox::cli {

class ExportVerb final : public Verb
{
    Q_DECLARE_TR_FUNCTIONS(ExportVerb)

public:
    static VerbSpec spec();
    ExportVerb(Context &context, GlobalOptions globals, Arguments arguments);
    /// Pictures need a QGuiApplication.
    void start(Done done) override;

private:
    int run();
    /// The scenario, or nothing when the file holds none (which is said).
    std::optional<scenario::Scenario> read(const QString &file);
};

} // namespace signalbox::cli
