// SPDX-License-Identifier: GPL-3.0-or-later
// One HTTP exchange on a RestClient's network manager, with its limit and deadline. Internal to the module.
#pragma once

#include "cluster/httptypes.h"
#include "cluster/restclientprivate.h"
#include "core/asynccall.h"
#include "core/scheduler.h"

#include <QNetworkReply>
#include <QPointer>

namespace signalbox::cluster {

class HttpCall final : public core::AsyncCall<HttpAnswer>
{
public:
    HttpCall(std::weak_ptr<RestClientPrivate> client, core::Scheduler &scheduler, HttpRequest request);
    ~HttpCall() override;

private:
    void begin() override;
    void abort() override;

    void watch();
    void watchTls();
    void armDeadline();
    void takeHead();
    bool takeBody(); ///< false when the call has ended, and may be gone
    void takeEnd();
    void end(core::Result<HttpAnswer> answer);
    void noteNoAnswer(const QString &reason);

    std::weak_ptr<RestClientPrivate> m_client;
    core::Scheduler &m_scheduler;
    HttpRequest m_request;
    HttpAnswer m_answer;
    qint64 m_expected = -1; ///< Content-Length
    bool m_hadSession = false;
    std::optional<core::Error> m_tlsProblem; ///< why the handshake ended it
    qint64 m_exchange = 0;                   ///< its number, of a request that is on its way and whose end nobody has noted
    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<QObject> m_context; ///< what the connections to the reply hang on
    core::Deadline m_deadline;
    std::shared_ptr<bool> m_life = std::make_shared<bool>(true); ///< tells whether a callback has destroyed this
};

} // namespace signalbox::cluster
