// SPDX-License-Identifier: GPL-3.0-or-later
// Turns SIGINT, SIGTERM and SIGHUP into a call on the event loop. One a process.
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace signalbox::cli {

class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(std::function<void()> requested);
    ~SignalWatcher() override;

private:
    std::function<void()> m_requested;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace signalbox::cli
