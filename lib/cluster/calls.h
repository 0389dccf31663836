// SPDX-License-Identifier: GPL-3.0-or-later
// Calls made of other calls: an answer that is known already, an answer turned into another, and several steps after one another.
#pragma once

#include "core/asynccall.h"
#include "core/scheduler.h"

#include <functional>
#include <memory>

namespace signalbox::cluster {

/// Runs inner calls one at a time; ending it ends the one that runs.
template <typename T>
class StepsCall : public core::AsyncCall<T>
{
protected:
    /// The next step; the one before is over and is let go.
    template <typename U>
    void step(std::unique_ptr<core::AsyncCall<U>> call, std::function<void(core::Result<U>)> then)
    {
        core::AsyncCall<U> *const next = call.get();
        m_step = std::shared_ptr<core::AsyncCall<U>>(std::move(call));
        next->start(std::move(then));
    }
    void abort() override { m_step.reset(); }

private:
    std::shared_ptr<void> m_step;
};

template <typename In, typename Out>
class MappedCall final : public StepsCall<Out>
{
public:
    using Map = std::function<core::Result<Out>(core::Result<In>)>;

    MappedCall(std::unique_ptr<core::AsyncCall<In>> inner, Map map) : m_inner(std::move(inner)), m_map(std::move(map)) {}

private:
    void begin() override
    {
        this->template step<In>(std::move(m_inner), [this](core::Result<In> answer) { this->finish(m_map(std::move(answer))); });
    }

    std::unique_ptr<core::AsyncCall<In>> m_inner;
    Map m_map;
};

template <typename In, typename Map>
auto mapped(std::unique_ptr<core::AsyncCall<In>> inner, Map map)
{
    using Out = typename std::invoke_result_t<Map, core::Result<In>>::value_type;
    return std::unique_ptr<core::AsyncCall<Out>>(std::make_unique<MappedCall<In, Out>>(std::move(inner), std::move(map)));
}

/// One call, and when it went well another.
template <typename First, typename T>
class ChainedCall final : public StepsCall<T>
{
public:
    using Then = std::function<std::unique_ptr<core::AsyncCall<T>>()>;

    ChainedCall(std::unique_ptr<core::AsyncCall<First>> first, Then then) : m_first(std::move(first)), m_then(std::move(then)) {}

private:
    void begin() override
    {
        this->template step<First>(std::move(m_first), [this](const core::Result<First> &answer) {
            if (!answer)
                return this->finish(tl::unexpected(answer.error()));
            this->template step<T>(m_then(), [this](core::Result<T> last) { this->finish(std::move(last)); });
        });
    }

    std::unique_ptr<core::AsyncCall<First>> m_first;
    Then m_then;
};

/// Answers in the event loop's next turn, since no call answers from within its start.
template <typename T>
class KnownCall final : public core::AsyncCall<T>
{
public:
    KnownCall(core::Scheduler &scheduler, core::Result<T> answer) : m_scheduler(scheduler), m_answer(std::move(answer)) {}

private:
    void begin() override
    {
        m_turn.arm(m_scheduler, std::chrono::milliseconds(0), [this] { this->finish(std::move(m_answer)); });
    }
    void abort() override { m_turn.cancel(); }

    core::Scheduler &m_scheduler;
    core::Result<T> m_answer;
    core::Deadline m_turn;
};

} // namespace signalbox::cluster
