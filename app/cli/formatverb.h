// SPDX-License-Identifier: GPL-3.0-or-later
// "format": scenario files in canonical form, in place or from standard input to standard output.
#pragma once

#include "cli/verb.h"
#include "core/diagnostic.h"

namespace signalbox::cli {

class FormatVerb final : public Verb
{
    Q_DECLARE_TR_FUNCTIONS(FormatVerb)

public:
    static VerbSpec spec();
    FormatVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    int run();
    int formatStream();
    /// The exit code that this file alone asks for; changed tells whether it was, or would be.
    int formatFile(const QString &file, bool &changed);
    /// The canonical text, or nothing when it is no scenario (which is said).
    std::optional<QByteArray> canonical(const QString &file, QByteArrayView text);
};

} // namespace signalbox::cli
