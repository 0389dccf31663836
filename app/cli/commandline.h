// SPDX-License-Identifier: GPL-3.0-or-later
// The whole command line: finds the verb, parses options on either side of it, shows help, and starts the verb.
#pragma once

#include "cli/verb.h"

namespace signalbox::cli {

class CommandLine final
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    /// context must outlive this.
    explicit CommandLine(Context &context) : m_context(context) {}

    /// The verbs in the order of the help.
    static QList<VerbSpec> verbs();

    /// Whether the verb draws pictures and so needs a QGuiApplication, before anything is parsed: at worst, yes where it need not.
    static bool drawsPictures(const QStringList &arguments) { return arguments.contains(QStringLiteral("export")); }

    /// arguments without the program's name. done comes once, never from within this call.
    void start(const QStringList &arguments, Verb::Done done);

private:
    int startVerb(const QStringList &arguments);
    int usageError(const VerbSpec *verb, const QString &message);
    int fileError(const VerbSpec &verb, const QString &message);
    void showHelp(std::ostream &out, const VerbSpec *verb) const;
    void end(int exitCode);

    Context &m_context;
    std::unique_ptr<Verb> m_verb;
    Verb::Done m_done;
    core::Deadline m_turn;
};

} // namespace signalbox::cli
