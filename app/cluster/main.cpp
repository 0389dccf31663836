// SPDX-License-Identifier: GPL-3.0-or-later
// The program signalbox-cluster: the real streams and signals around Program.
#include "cluster/program.h"
#include "core/translations.h"

#include <QCoreApplication>
#include <QLocale>

#include <csignal>
#include <exception>
#include <iostream>

#include <sys/resource.h>

namespace {

/// Each connection is a descriptor, and the usual soft limit (1024) is far below what the limits of a cluster allow.
void allowManyDescriptors()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    (void)::setrlimit(RLIMIT_NOFILE, &limit); // where it cannot be raised, fewer clients are served at a time
}

} // namespace

int main(int argc, char **argv)
{
    try {
        // Blocked before any thread is there, so that all of them inherit it and only the wait below takes them.
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGTERM);
        sigaddset(&signals, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
        allowManyDescriptors();

        QCoreApplication application(argc, argv);
        QCoreApplication::setApplicationName(QStringLiteral("signalbox-cluster"));
        const std::unique_ptr<QTranslator> translator = signalbox::core::installTranslations(QLocale().uiLanguages());
        signalbox::clusterprogram::Program program(std::cout, std::cerr, [&signals] {
            int signal = 0;
            sigwait(&signals, &signal);
        });
        return program.run(QCoreApplication::arguments().mid(1));
    } catch (const std::exception &error) {
        std::cerr << "signalbox-cluster: " << error.what() << '\n';
        return signalbox::clusterprogram::OurFault;
    }
}
