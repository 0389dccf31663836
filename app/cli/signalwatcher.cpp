// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signalwatcher.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace signalbox::cli {

namespace {

// A signal handler can reach nothing but globals.
std::array<int, 2> pipeEnds{-1, -1};
constexpr std::array signalNumbers{SIGINT, SIGTERM, SIGHUP};

void onSignal(int)
{
    const int saved = errno;
    const char byte = 1;
    // A full pipe already holds the request.
    const ssize_t written = ::write(pipeEnds[1], &byte, 1);
    static_cast<void>(written);
    errno = saved;
}

} // namespace

SignalWatcher::SignalWatcher(std::function<void()> requested) : m_requested(std::move(requested))
{
    if (::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals keep their default effect
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char bytes[64];
        while (::read(pipeEnds[0], bytes, sizeof bytes) > 0) {
        }
        m_requested();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : signalNumbers)
        ::sigaction(number, &action, nullptr);
}

SignalWatcher::~SignalWatcher()
{
    for (const int number : signalNumbers)
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

} // namespace signalbox::cli
