// SPDX-License-Identifier: GPL-3.0-or-later
// The program signalbox-cli: the real streams, clock, secrets and signals around the command line.
#include "cli/commandline.h"
#include "cli/signalwatcher.h"
#include "cli/terminal.h"
#include "cluster/profilestore.h"
#include "core/translations.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QLoggingCategory>

#include <csignal>
#include <exception>
#include <iostream>

using namespace signalbox;

namespace {

std::optional<QString> environmentVariable(const QString &name)
{
    const QByteArray key = name.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(key.constData()))
        return std::nullopt;
    return qEnvironmentVariable(key.constData());
}

/// Only a verb that draws pays for what drawing needs, and it never shows anything.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (!cli::CommandLine::drawsPictures(arguments))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Without a session it looks for the session's folder and warns that there is none.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    QLoggingCategory::setFilterRules(QString());
    return application;
}

int runProgram(int argc, char **argv)
{
    // A reader that goes away must not keep us from cleaning up on the cluster.
    std::signal(SIGPIPE, SIG_IGN);
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox-cli"));
    const std::unique_ptr<QTranslator> translator = core::installTranslations(QLocale().uiLanguages());

    core::SystemClock clock;
    core::QtScheduler scheduler;
    core::SystemRandom random;
    cli::Interrupt interrupt;
    const bool colourWanted = !qEnvironmentVariableIsSet("NO_COLOR");
    cli::Context context(std::cin, std::cout, std::cerr, {clock, scheduler, random}, interrupt);
    context.colour = colourWanted && cli::isTerminal(cli::Stream::Out);
    context.errColour = colourWanted && cli::isTerminal(cli::Stream::Err);
    if (cli::isTerminal(cli::Stream::In))
        context.prompt = cli::promptWithoutEcho;
    context.environment = environmentVariable;
    context.openSecrets = [&scheduler] {
        return secrets::openSecretStore(scheduler);
    };
    context.profilesFile = cluster::ProfileStore::defaultPath();
    context.simulated = simulator::ClusterConfig::demo;

    const cli::SignalWatcher watcher([&interrupt] { Q_EMIT interrupt.requested(); });
    cli::CommandLine commandLine(context);
    commandLine.start(QCoreApplication::arguments().mid(1), [](int exitCode) { QCoreApplication::exit(exitCode); });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return runProgram(argc, argv);
    } catch (const std::exception &problem) {
        std::cerr << "signalbox-cli: a fault of this program: " << problem.what() << '\n';
    } catch (...) {
        std::cerr << "signalbox-cli: a fault of this program\n";
    }
    return cli::exitcode::internal;
}
