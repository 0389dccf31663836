// SPDX-License-Identifier: GPL-3.0-or-later
// A request that changes nothing, sent again when the cluster is too busy for it and says when to come back (Retry-After). Internal to the
// module.
#pragma once

#include "cluster/calls.h"
#include "cluster/restclient.h"

namespace signalbox::cluster {

/// How long a Retry-After header asks to wait: seconds, or an HTTP date. Nothing where it is missing or makes no sense.
std::optional<std::chrono::milliseconds> retryAfterOf(const QByteArray &header, qint64 nowMs);

/// At most three times, and as long as all waits together are within the time that the profile gives a request: beyond that the answer is
/// handed over as it is.
class PatientCall final : public StepsCall<HttpAnswer>
{
public:
    /// request has no body and no sink.
    PatientCall(RestClient &rest, HttpRequest request);
    ~PatientCall() override;

private:
    void begin() override;
    void abort() override;
    void attempt();

    RestClient &m_rest;
    std::weak_ptr<const void> m_life; ///< of the client
    core::Scheduler &m_scheduler;
    HttpRequest m_request;
    std::chrono::milliseconds m_left;
    int m_repeats = 0;
    core::Deadline m_wait;
};

} // namespace signalbox::cluster
