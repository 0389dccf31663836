// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/httpcall.h"

#include "cluster/patientcall.h"
#include "cluster/proxy.h"
#include "cluster/tls.h"
#include "cluster/traffic.h"
#include "cluster/uploadstream.h"

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 errorBodyLimit = 64 * 1024;      ///< kept of an answer that a sink does not take
constexpr qint64 receiveBuffer = 4 * 1024 * 1024; ///< beyond it the sender waits until we have read

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HttpCall)
};

/// Errors that only tell of an HTTP status, where the exchange itself went well.
bool isOnlyStatus(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError ||
           (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
           error == QNetworkReply::ProtocolInvalidOperationError ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

} // namespace

HttpCall::HttpCall(std::weak_ptr<RestClientPrivate> client, core::Scheduler &scheduler, HttpRequest request)
    : m_client(std::move(client)), m_scheduler(scheduler), m_request(std::move(request))
{}

HttpCall::~HttpCall()
{
    abort();
}

void HttpCall::begin()
{
    const auto client = m_client.lock();
    core::Error problem;
    if (!client) {
        problem = {u"not_connected"_s, Tr::tr("The session with the cluster is over."), {}};
    } else if (m_request.withSession && client->isExpired) {
        problem = client->expiredError();
    } else {
        m_hadSession = m_request.withSession && client->hasSession();
        const core::Result<QNetworkReply *> reply = client->send(m_request);
        if (reply) {
            m_reply = *reply;
            m_exchange = client->lastExchange();
            watch();
            armDeadline();
            return;
        }
        problem = reply.error();
    }
    m_deadline.arm(m_scheduler, std::chrono::milliseconds(0), [this, problem] { end(tl::unexpected(problem)); });
}

void HttpCall::watch()
{
    m_context = std::make_unique<QObject>();
    QObject *const context = m_context.get();
    watchTls();
    if (m_request.sink)
        m_reply->setReadBufferSize(receiveBuffer);
    QObject::connect(m_reply, &QNetworkReply::metaDataChanged, context, [this] { takeHead(); });
    QObject::connect(m_reply, &QNetworkReply::readyRead, context, [this] { takeBody(); });
    QObject::connect(m_reply, &QNetworkReply::finished, context, [this] { takeEnd(); });
    QObject::connect(m_reply, &QNetworkReply::uploadProgress, context, [this](qint64 done, qint64 total) {
        if (total <= 0)
            return;
        if (m_request.isTransfer)
            armDeadline();
        if (const Progress progress = m_request.sendProgress) // a copy: it may destroy this call
            progress(done, total);
    });
    if (m_request.body)
        QObject::connect(m_request.body.get(), &UploadStream::broken, context,
                         [this](const core::Error &error) { end(tl::unexpected(error)); });
}

void HttpCall::watchTls()
{
    QObject::connect(m_reply, &QNetworkReply::sslErrors, m_context.get(), [this](const QList<QSslError> &errors) {
        if (const auto client = m_client.lock(); client && !errors.isEmpty())
            m_tlsProblem = tlsError(client->profile, errors);
    });
    // Each connection says so once, before anything is sent by it.
    QObject::connect(m_reply, &QNetworkReply::encrypted, m_context.get(), [this] {
        const auto client = m_client.lock();
        if (!client || !m_reply)
            return;
        m_tlsProblem = pinError(client->profile, m_reply->sslConfiguration().peerCertificate());
        if (m_tlsProblem)
            m_reply->abort();
    });
}

void HttpCall::armDeadline()
{
    const auto client = m_client.lock();
    if (!client)
        return;
    const Timeouts &timeouts = client->profile.timeouts;
    const auto wait = m_request.isTransfer ? timeouts.transfer : timeouts.request;
    m_deadline.arm(m_scheduler, wait, [this, wait] {
        const QString text = m_request.isTransfer ? Tr::tr("The transfer of %1 has made no progress for %2 s.")
                                                  : Tr::tr("The cluster has not answered %1 within %2 s.");
        const auto asked = m_client.lock();
        const QString what = QString::fromLatin1(m_request.verb) + u' ' + m_request.url.path();
        end(core::fail(u"timeout"_s, text.arg(asked ? asked->traffic.masked(what) : QString::fromLatin1(m_request.verb))
                                         .arg(static_cast<double>(wait.count()) / 1000)));
    });
}

void HttpCall::takeHead()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.contentType = m_reply->rawHeader("Content-Type");
    m_answer.location = m_reply->header(QNetworkRequest::LocationHeader).toUrl();
    if (const auto client = m_client.lock())
        m_answer.retryAfter = retryAfterOf(m_reply->rawHeader("Retry-After"), client->surroundings.clock.nowMs());
    bool isNumber = false;
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
    m_expected = isNumber ? length : -1;
    if (m_expected > m_request.limit)
        end(core::fail(
            u"bad_answer"_s,
            Tr::tr("The cluster's answer is too large: %1 bytes, and at most %2 are taken.").arg(m_expected).arg(m_request.limit)));
}

bool HttpCall::takeBody()
{
    const QByteArray part = m_reply->readAll();
    if (part.isEmpty())
        return true;
    m_answer.received += part.size();
    if (m_request.isTransfer)
        armDeadline();
    if (m_answer.received > m_request.limit) {
        end(core::fail(u"bad_answer"_s, Tr::tr("The cluster's answer is too large: at most %1 bytes are taken.").arg(m_request.limit)));
        return false;
    }
    if (m_request.sink && m_answer.isOk()) {
        if (const core::Result<void> taken = m_request.sink(part); !taken) {
            end(tl::unexpected(taken.error()));
            return false;
        }
    } else if (!m_request.sink || m_answer.body.size() < errorBodyLimit) {
        m_answer.body += part;
    }
    const std::weak_ptr<bool> life = m_life;
    if (const Progress progress = m_request.receiveProgress) // a copy: it may destroy this call
        progress(m_answer.received, std::max<qint64>(0, m_expected));
    return !life.expired() && m_reply;
}

void HttpCall::takeEnd()
{
    if (m_tlsProblem) // nothing was sent, and there is nothing to read
        return end(tl::unexpected(*m_tlsProblem));
    if (!takeBody())
        return;
    const auto client = m_client.lock();
    if (!client)
        return abort();
    QNetworkReply *const reply = m_reply;
    const QString reason = client->traffic.masked(reply->errorString());
    if (m_answer.status == 0 || !isOnlyStatus(reply->error())) {
        if (m_answer.status == 0)
            return end(tl::unexpected(unreachableError(client->profile, reason)));
        return end(core::fail(u"unreachable"_s, Tr::tr("The connection broke in the middle of the cluster's answer: %1").arg(reason)));
    }
    if (m_expected >= 0 && m_expected != m_answer.received && m_request.verb != "HEAD")
        return end(core::fail(u"unreachable"_s,
                              Tr::tr("The cluster's answer was cut: %1 of %2 bytes came.").arg(m_answer.received).arg(m_expected)));
    client->noteStatus(m_answer.status, m_hadSession);
    client->noteAnswer(m_request, std::exchange(m_exchange, 0), m_answer);
    end(std::move(m_answer));
}

void HttpCall::end(core::Result<HttpAnswer> answer)
{
    if (!answer)
        noteNoAnswer(answer.error().message);
    abort();
    finish(std::move(answer));
}

void HttpCall::noteNoAnswer(const QString &reason)
{
    const qint64 exchange = std::exchange(m_exchange, 0);
    const auto client = m_client.lock();
    if (exchange != 0 && client)
        client->noteNoAnswer(m_request, exchange, reason);
}

void HttpCall::abort()
{
    noteNoAnswer(Tr::tr("Cancelled."));
    m_deadline.cancel();
    m_context.reset();
    QNetworkReply *const reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    // In the next turn of the event loop: the reply may be in the middle of one of its signals. It reads the body until it is gone.
    QObject::connect(reply, &QObject::destroyed, [body = m_request.body] {});
    QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection);
    reply->deleteLater();
}

} // namespace signalbox::cluster
