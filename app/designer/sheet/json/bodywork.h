// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a body's text: at once where the text is short, off the interface thread where it is long. Of each kind only the last
// question is answered; an earlier one is told to stop. What it is, is whoever asks' own.
#pragma once

#include "designer/files/offthread.h"

#include <QObject>

#include <array>
#include <stop_token>

namespace signalbox::designer {

class BodyWork final : public QObject
{
    Q_OBJECT

public:
    explicit BodyWork(QObject *parent = nullptr) : QObject(parent) { m_thread.setMaxThreadCount(1); }
    /// Tells all to stop, and waits until they have.
    ~BodyWork() override
    {
        for (std::stop_source &stop : m_stops)
            stop.request_stop();
        m_thread.clear();
    }

    enum class Kind : quint8 { Check, Read, Example, LayOut, Mark };

    /// work: gets a stop token and holds values only. take: what is done with its answer.
    template <typename Work, typename Take>
    void ask(Kind kind, bool isLong, Work work, Take take)
    {
        std::stop_source &current = m_stops.at(static_cast<std::size_t>(kind));
        current.request_stop();
        current = {};
        if (!isLong)
            return take(work(current.get_token()));
        workOff(
            m_thread, this, [work = std::move(work), stop = current.get_token()] { return work(stop); },
            [take = std::move(take), stop = current.get_token()](const std::invoke_result_t<Work, std::stop_token> &answer) {
                if (!stop.stop_requested())
                    take(answer);
            });
    }
    /// Waits until what goes on off the interface thread is done; what it found arrives by the event loop. For tests.
    void finish() { m_thread.waitForDone(); }

private:
    std::array<std::stop_source, 5> m_stops;
    QThreadPool m_thread; // last: ends before the rest
};

} // namespace signalbox::designer
