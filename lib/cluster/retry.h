// SPDX-License-Identifier: GPL-3.0-or-later
// Trying again what did not work because the cluster was not there: with exponential back-off and full jitter, within limits. Only for
// steps that may be taken twice (a login, opening a link, reading); an operation of component 144 is not one of them.
#pragma once

#include "cluster/calls.h"
#include "cluster/clustersession.h"

namespace signalbox::cluster {

struct RetryPolicy {
    std::chrono::milliseconds first{500};     ///< the most that the first wait can be; each one after it may be twice as long
    std::chrono::milliseconds most{30'000};   ///< the most that any wait can be
    int attempts = 12;                        ///< beside the first
    std::chrono::milliseconds total{300'000}; ///< after the first failure no try begins later than this
};

/// Whether the same thing may work a little later. Never so after a refusal, a ban, too many sessions or an expired session.
bool mayPass(const core::Error &error);

class Backoff final
{
public:
    Backoff(RetryPolicy policy, Surroundings surroundings) : m_policy(policy), m_surroundings(surroundings) {}

    /// How long to wait before the next try: anything from nothing to a bound that doubles, so that clients that lost the same node do not
    /// come back at once. Nothing when attempts or time are used up.
    std::optional<std::chrono::milliseconds> next();
    /// From the beginning.
    void reset() { m_tries = 0; }

private:
    RetryPolicy m_policy;
    Surroundings m_surroundings;
    int m_tries = 0;
    qint64 m_sinceUs = 0;
};

/// Makes a call anew until its answer is none that passes.
template <typename T>
class RetryCall final : public StepsCall<T>
{
public:
    using Make = std::function<Call<T>()>;
    /// logIn: how to get a fresh session when the old one has expired, which is done once; may be null.
    using LogIn = std::function<Call<protocol::SessionInfo>()>;

    /// life: of what make and logIn stand on; once it has expired nothing more is tried.
    RetryCall(Surroundings surroundings, RetryPolicy policy, std::weak_ptr<const void> life, Make make, LogIn logIn = {})
        : m_surroundings(surroundings), m_backoff(policy, surroundings), m_life(std::move(life)), m_make(std::move(make)),
          m_logIn(std::move(logIn))
    {}
    ~RetryCall() override { abort(); }

private:
    void begin() override { attempt(); }

    void abort() override
    {
        m_wait.cancel();
        StepsCall<T>::abort();
    }

    void attempt()
    {
        if (!m_isLoginDue) {
            this->template step<T>(m_make(), [this](core::Result<T> answer) { decide(std::move(answer)); });
            return;
        }
        this->template step<protocol::SessionInfo>(m_logIn(), [this](const core::Result<protocol::SessionInfo> &info) {
            if (!info)
                return decide(tl::unexpected(info.error()));
            m_isLoginDue = false;
            attempt();
        });
    }

    void decide(core::Result<T> answer)
    {
        if (answer || m_life.expired())
            return this->finish(std::move(answer));
        if (answer.error().code == QLatin1String("expired") && m_logIn && !std::exchange(m_hasLoggedIn, true)) {
            m_isLoginDue = true;
            return attempt();
        }
        const auto wait = mayPass(answer.error()) ? m_backoff.next() : std::nullopt;
        if (!wait)
            return this->finish(std::move(answer));
        m_last = answer.error();
        m_wait.arm(m_surroundings.scheduler, *wait, [this] {
            if (m_life.expired())
                return this->finish(tl::unexpected(m_last));
            attempt();
        });
    }

    Surroundings m_surroundings;
    Backoff m_backoff;
    std::weak_ptr<const void> m_life;
    Make m_make;
    LogIn m_logIn;
    core::Error m_last;
    bool m_isLoginDue = false;
    bool m_hasLoggedIn = false;
    core::Deadline m_wait;
};

} // namespace signalbox::cluster
