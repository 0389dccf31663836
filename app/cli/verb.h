// SPDX-License-Identifier: GPL-3.0-or-later
// One verb of the command line. A verb writes to the context's streams and says once, with its exit code, that it is done; it never
// blocks the event loop on a cluster.
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"
#include "cli/globaloptions.h"
#include "core/json.h"

namespace signalbox::cli {

class Verb
{
public:
    using Done = std::function<void(int exitCode)>;

    Verb(Context &context, GlobalOptions globals, Arguments arguments, QString name);
    virtual ~Verb() = default;
    Verb(const Verb &) = delete;
    Verb &operator=(const Verb &) = delete;

    /// done may come from within this call.
    virtual void start(Done done) = 0;

protected:
    /// A line on standard output.
    void print(const QString &line);
    void printJson(const core::Json &document);
    /// A line on standard error: "signalbox-cli VERB: message".
    void complain(const QString &message);
    void note(const QString &line); ///< on standard error, without a prefix

    Context &context() { return m_context; }
    const GlobalOptions &globals() const { return m_globals; }
    const Arguments &arguments() const { return m_arguments; }

private:
    Context &m_context;
    const GlobalOptions m_globals;
    const Arguments m_arguments;
    const QString m_name;
};

struct VerbSpec {
    QString name;
    QString usage;   ///< operands and options, for the first line of its help
    QString summary; ///< one line
    QString details; ///< more, perhaps empty
    QList<OptionSpec> options;
    int minOperands = 0;
    int maxOperands = 0; ///< -1: any number
    std::function<std::unique_ptr<Verb>(Context &, GlobalOptions, Arguments)> make;
};

template <typename V>
std::unique_ptr<Verb> makeVerb(Context &context, GlobalOptions globals, Arguments arguments)
{
    return std::make_unique<V>(context, std::move(globals), std::move(arguments));
}

} // namespace signalbox::cli
