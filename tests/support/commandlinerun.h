// SPDX-License-Identifier: GPL-3.0-or-later
// The whole command line in this process, with string streams. Header only, since the other doubles must not link the program's library.
#pragma once

#include "cli/commandline.h"
#include "core/jsonreader.h"
#include "simulator/clusterconfig.h"

#include <QtTest>

#include <sstream>

namespace signalbox::test {

class CommandLineRun final
{
public:
    explicit CommandLineRun(const std::string &input = {}) : m_in(input), context(m_in, m_out, m_err, {clock, scheduler, random}, interrupt)
    {
        context.environment = [this](const QString &name) {
            return environment.contains(name) ? std::optional(environment.value(name)) : std::nullopt;
        };
        context.openSecrets = [this] {
            ++keychainOpened;
            return secrets::openSecretStore(scheduler);
        };
        context.simulated = [this] {
            return config;
        };
    }

    /// Starts and waits for the end; the exit code, or -1 when it did not come in time.
    int run(const QStringList &arguments, int timeoutMs = 30'000)
    {
        start(arguments);
        return wait(timeoutMs);
    }
    void start(const QStringList &arguments)
    {
        commandLine.start(arguments, [this](int code) { exitCode = code; });
    }
    int wait(int timeoutMs = 30'000)
    {
        return QTest::qWaitFor([this] { return exitCode.has_value(); }, timeoutMs) ? *exitCode : -1;
    }

    QString out() const { return QString::fromStdString(m_out.str()); }
    QString err() const { return QString::fromStdString(m_err.str()); }
    /// Standard output as one JSON document; null when it is none.
    core::Json json() const
    {
        const auto value = core::readJson(QByteArray::fromStdString(m_out.str()));
        return value ? *value : core::Json();
    }

    core::SystemClock clock;
    core::QtScheduler scheduler;
    core::SystemRandom random;
    cli::Interrupt interrupt;
    QHash<QString, QString> environment;
    simulator::ClusterConfig config = simulator::ClusterConfig::demo();
    int keychainOpened = 0;
    std::optional<int> exitCode;

private:
    std::istringstream m_in;
    std::ostringstream m_out;
    std::ostringstream m_err;

public:
    cli::Context context;
    cli::CommandLine commandLine{context};
};

} // namespace signalbox::test
