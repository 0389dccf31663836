// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/componentverb.h"
#include "cli/connectionsverb.h"
#include "cli/exportverb.h"
#include "cli/formatverb.h"
#include "cli/operateverb.h"
#include "cli/peerverb.h"
#include "cli/pullverb.h"
#include "cli/pushverb.h"
#include "cli/runverb.h"
#include "cli/sessionsverb.h"
#include "cli/validateverb.h"

#include <ostream>

namespace signalbox::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int running = -1; // no exit code yet
constexpr int helpColumn = 30;

QString optionText(const OptionSpec &option)
{
    QString text = u"  --"_s + option.name;
    if (!option.valueName.isEmpty())
        text += u' ' + option.valueName;
    return text;
}

void showOptions(std::ostream &out, const QList<OptionSpec> &options)
{
    for (const OptionSpec &option : options) {
        QString text = optionText(option);
        text = text.size() < helpColumn ? text.leftJustified(helpColumn) : text + u'\n' + QString(helpColumn, u' ');
        out << text.toStdString() << option.help.toStdString() << '\n';
    }
}

/// "-o" becomes "--output", by the verb's options; "-h" is "--help" everywhere.
void spellOut(QString &argument, const VerbSpec *verb)
{
    if (argument == "-h"_L1)
        argument = u"--help"_s;
    if (argument.size() != 2 || !argument.startsWith(u'-') || !verb)
        return;
    for (const OptionSpec &option : verb->options) {
        if (!option.letter.isNull() && option.letter == argument.back())
            argument = u"--"_s + option.name;
    }
}

} // namespace

QList<VerbSpec> CommandLine::verbs()
{
    return {ComponentVerb::spec(), ValidateVerb::spec(), FormatVerb::spec(), RunVerb::spec(),  OperateVerb::spec(), ConnectionsVerb::spec(),
            PeerVerb::spec(),      SessionsVerb::spec(), PushVerb::spec(),   PullVerb::spec(), ExportVerb::spec()};
}

void CommandLine::start(const QStringList &arguments, Verb::Done done)
{
    m_done = std::move(done);
    const int exitCode = startVerb(arguments);
    if (exitCode != running)
        end(exitCode);
}

void CommandLine::end(int exitCode)
{
    // Later, so that the verb may be destroyed by the answer.
    m_turn.arm(m_context.surroundings.scheduler, std::chrono::milliseconds(0), [this, exitCode] {
        m_verb.reset();
        if (const Verb::Done done = std::exchange(m_done, nullptr))
            done(exitCode);
    });
}

int CommandLine::startVerb(const QStringList &arguments)
{
    const QList<VerbSpec> all = verbs();
    const QList<OptionSpec> global = GlobalOptions::specs();
    const VerbSpec *verb = nullptr;
    Arguments parsed;
    QStringList rest = arguments;
    bool onlyOperands = false;
    while (!rest.isEmpty()) {
        if (!onlyOperands)
            spellOut(rest.first(), verb);
        const QString first = rest.constFirst();
        if (!onlyOperands && first == "--"_L1) {
            onlyOperands = true;
            rest.removeFirst();
            continue;
        }
        if (!onlyOperands && first.startsWith("--"_L1)) {
            core::Result<bool> taken = parsed.take(global, rest);
            if (taken && !*taken && verb)
                taken = parsed.take(verb->options, rest);
            if (!taken)
                return usageError(verb, taken.error().message);
            if (!*taken)
                return usageError(verb, tr("There is no option %1.").arg(first.left(first.indexOf(u'='))));
            continue;
        }
        if (!onlyOperands && first.startsWith(u'-') && first.size() > 1)
            return usageError(verb, tr("There is no option %1.").arg(first));
        rest.removeFirst();
        if (verb) {
            parsed.addOperand(first);
            continue;
        }
        const auto found = std::find_if(all.begin(), all.end(), [&first](const VerbSpec &spec) { return spec.name == first; });
        if (found == all.end())
            return usageError(nullptr, tr("There is no verb \"%1\".").arg(first));
        verb = &*found;
    }

    if (parsed.has(u"help"_s)) {
        showHelp(m_context.out, verb);
        return exitcode::done;
    }
    if (parsed.has(u"version"_s)) {
        m_context.out << "signalbox-cli " SIGNALBOX_VERSION "\n";
        m_context.out.flush();
        return exitcode::done;
    }
    if (!verb)
        return usageError(nullptr, tr("A verb is missing."));
    const qsizetype operands = parsed.operands().size();
    if (operands < verb->minOperands)
        return usageError(verb, tr("Something is missing: %1.").arg(verb->usage));
    if (verb->maxOperands >= 0 && operands > verb->maxOperands)
        return usageError(verb, tr("\"%1\" is too much.").arg(parsed.operands().at(verb->maxOperands)));
    const core::Result<GlobalOptions> globals = GlobalOptions::from(parsed, m_context.profilesFile);
    if (!globals && globals.error().code == "usage"_L1)
        return usageError(verb, globals.error().message);
    if (!globals)
        return fileError(*verb, globals.error().message);
    for (const QString &warning : globals->warnings())
        m_context.err << tr("warning: %1").arg(warning).toStdString() << '\n';
    m_verb = verb->make(m_context, *globals, parsed);
    m_verb->start([this](int exitCode) { end(exitCode); });
    return running;
}

int CommandLine::usageError(const VerbSpec *verb, const QString &message)
{
    const QString name = verb ? u"signalbox-cli "_s + verb->name : u"signalbox-cli"_s;
    m_context.err << tr("%1: %2\nTry: %1 --help").arg(name, message).toStdString() << '\n';
    m_context.err.flush();
    return exitcode::usage;
}

int CommandLine::fileError(const VerbSpec &verb, const QString &message)
{
    m_context.err << u"signalbox-cli %1: %2"_s.arg(verb.name, message).toStdString() << '\n';
    m_context.err.flush();
    return exitcode::invalid;
}

void CommandLine::showHelp(std::ostream &out, const VerbSpec *verb) const
{
    if (verb) {
        out << tr("Usage: signalbox-cli %1 %2").arg(verb->name, verb->usage).toStdString() << "\n\n" << verb->summary.toStdString() << '\n';
        if (!verb->details.isEmpty())
            out << '\n' << verb->details.toStdString() << '\n';
        if (!verb->options.isEmpty()) {
            out << '\n' << tr("Options:").toStdString() << '\n';
            showOptions(out, verb->options);
        }
    } else {
        out << tr("Usage: signalbox-cli [OPTION]… VERB …").toStdString() << "\n\n"
            << tr("Checks and runs scenarios of web socket operations against a real or a simulated cluster.").toStdString() << "\n\n"
            << tr("Verbs:").toStdString() << '\n';
        const QList<VerbSpec> all = verbs();
        for (const VerbSpec &spec : all)
            out << (u"  "_s + spec.name).leftJustified(helpColumn).toStdString() << spec.summary.toStdString() << '\n';
    }
    out << '\n' << tr("Options of all verbs, before or after the verb:").toStdString() << '\n';
    showOptions(out, GlobalOptions::specs());
    out << '\n'
        << tr("Exit codes: 0 done as wished, 1 ran and failed, 2 wrong usage, 3 invalid input file, 4 cluster unreachable or refused,\n"
              "5 our fault.")
               .toStdString()
        << '\n';
    out.flush();
}

} // namespace signalbox::cli
