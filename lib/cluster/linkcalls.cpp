// SPDX-License-Identifier: GPL-3.0-or-later
// The calls that wait on a WsLink.
#include "cluster/wslinkprivate.h"

#include <QSslConfiguration>

namespace signalbox::cluster {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(WsLink)
};

double secondsOf(std::chrono::milliseconds wait)
{
    return static_cast<double>(wait.count()) / 1000;
}

core::Error sessionOver()
{
    return {u"not_connected"_s, Tr::tr("There is no connection to the cluster."), {}};
}

} // namespace

LinkOpenCall::LinkOpenCall(std::weak_ptr<WsLink::Private *> link, core::Scheduler &scheduler, LinkAddress address,
                           const QSslConfiguration &tls, std::chrono::milliseconds wait)
    : m_link(std::move(link)), m_scheduler(scheduler), m_address(std::move(address)), m_tls(std::make_unique<QSslConfiguration>(tls)),
      m_wait(wait)
{}

LinkOpenCall::~LinkOpenCall()
{
    abort();
}

void LinkOpenCall::begin()
{
    const auto link = m_link.lock();
    if (!link || (*link)->phase != WsLink::Private::Phase::Closed) {
        const core::Error error =
            link ? core::Error{u"busy"_s, Tr::tr("There is a connection to the cluster already."), {}} : sessionOver();
        m_deadline.arm(m_scheduler, std::chrono::milliseconds(0), [this, error] { finish(tl::unexpected(error)); });
        return;
    }
    m_deadline.arm(m_scheduler, m_wait, [this] {
        const core::Error error{u"timeout"_s,
                                Tr::tr("The cluster at %1 has not accepted the connection within %2 s.")
                                    .arg(m_address.url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath))
                                    .arg(secondsOf(m_wait)),
                                {}};
        abort();
        finish(tl::unexpected(error));
    });
    (*link)->connectTo(this, m_address, *m_tls);
}

void LinkOpenCall::end(const core::Result<void> &result)
{
    m_deadline.cancel();
    finish(result);
}

void LinkOpenCall::abort()
{
    m_deadline.cancel();
    const auto link = m_link.lock();
    if (!link || (*link)->opening != this)
        return;
    (*link)->opening = nullptr;
    (*link)->retire(1000);
}

LinkRequestCall::LinkRequestCall(std::weak_ptr<WsLink::Private *> link, core::Scheduler &scheduler, QString qid, QString method,
                                 QList<core::JsonMember> members, std::chrono::milliseconds wait, QString abandon)
    : m_link(std::move(link)), m_scheduler(scheduler), m_qid(std::move(qid)), m_method(std::move(method)), m_members(std::move(members)),
      m_wait(wait), m_abandon(std::move(abandon))
{}

LinkRequestCall::~LinkRequestCall()
{
    abort();
}

void LinkRequestCall::begin()
{
    const auto link = m_link.lock();
    QList<core::JsonMember> body{{u"qid"_s, Json(m_qid)}};
    body.append(std::exchange(m_members, {}));
    const core::Result<void> sent =
        link ? (*link)->sendText(protocol::writeFrame(m_method, Json(std::move(body)))) : tl::unexpected(sessionOver());
    if (!sent) {
        m_deadline.arm(m_scheduler, std::chrono::milliseconds(0), [this, error = sent.error()] { finish(tl::unexpected(error)); });
        return;
    }
    (*link)->waits.insert(m_qid, this);
    m_deadline.arm(m_scheduler, m_wait, [this] {
        giveUp();
        finish(core::fail(u"timeout"_s, Tr::tr("The cluster has not answered “%1” within %2 s.").arg(m_method).arg(secondsOf(m_wait))));
    });
}

void LinkRequestCall::end(core::Result<protocol::Frame> answer)
{
    m_deadline.cancel();
    finish(std::move(answer));
}

void LinkRequestCall::abort()
{
    m_deadline.cancel();
    giveUp();
}

void LinkRequestCall::giveUp()
{
    const auto link = m_link.lock();
    if (!link || (*link)->waits.value(m_qid) != this)
        return;
    (*link)->waits.remove(m_qid);
    if (!m_abandon.isEmpty()) // nothing waits for an answer, and a connection that is gone has nothing to stop
        (void)(*link)->sendText(protocol::writeFrame(m_abandon, Json::object({{u"qid"_s, Json(m_qid)}})));
}

} // namespace signalbox::cluster
