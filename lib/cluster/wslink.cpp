// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/wslink.h"

#include "cluster/calls.h"
#include "cluster/proxy.h"
#include "cluster/tls.h"
#include "cluster/traffic.h"
#include "cluster/wslinkprivate.h"

#include <QNetworkRequest>
#include <QPointer>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <QWebSocket>

namespace signalbox::cluster {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWaits = 10'000;
constexpr qint64 mostUnsent = 16 * 1024 * 1024; ///< bytes
constexpr int closingMs = 2000;                 ///< for the closing handshake of a socket that nobody waits for

} // namespace

WsLink::Private::Private(WsLink *link, const Profile &theProfile, Surroundings theSurroundings, Traffic &theTraffic)
    : q(link), profile(theProfile), surroundings(theSurroundings), traffic(theTraffic), nonce(theSurroundings.random.hex(6) + u'-'),
      self(std::make_shared<Private *>(this))
{}

void WsLink::Private::connectTo(LinkOpenCall *call, const LinkAddress &address, const QSslConfiguration &tls)
{
    opening = call;
    phase = Phase::Connecting;
    socket = new QWebSocket;
    socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(protocol::frameLimits.bytes));
    socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(protocol::frameLimits.bytes));
    socket->setProxy(proxy);
    refusal = 0;
    tlsProblem.reset();
    connectionId.clear();
    key = traffic.newKey();
    if (address.url.scheme() == "wss"_L1)
        socket->setSslConfiguration(tls);
    watch();
    QNetworkRequest request(address.url);
    if (!address.header.isEmpty())
        request.setRawHeader(address.header, address.value);
    traffic.note(tr("connecting to %1").arg(address.url.toString(QUrl::RemoveUserInfo)));
    // In the next turn of the event loop: opening may fail at once, and no call answers from within its start.
    QMetaObject::invokeMethod(
        q,
        [this, request, expected = socket] {
            if (socket != expected)
                return;
            socket->open(request);
            if (socket && request.url().scheme() == "wss"_L1)
                watchTls();
        },
        Qt::QueuedConnection);
}

void WsLink::Private::watch()
{
    connect(socket, &QWebSocket::connected, q, [this] { opened(); });
    connect(socket, &QWebSocket::textMessageReceived, q, [this](const QString &text) { take(text); });
    connect(socket, &QWebSocket::binaryMessageReceived, q, [this](const QByteArray &bytes) {
        record({.kind = Kind::Binary, .direction = Direction::Received, .payload = bytes, .size = bytes.size()});
        traffic.note(tr("ignored a binary message of %1 bytes").arg(bytes.size()));
    });
    connect(socket, &QWebSocket::pong, q, [this](quint64 elapsedMs, const QByteArray &payload) {
        unansweredPings = 0;
        record({.kind = Kind::Pong, .direction = Direction::Received, .payload = payload, .size = payload.size()});
        Q_EMIT q->ponged(std::chrono::milliseconds(elapsedMs));
    });
    // The socket tells of an error once or twice and then of its closing: the first one that tells is heard, retire() ends it.
    // Queued, since sending may find the socket gone, and a call must not be answered from within its start.
    const auto gone = [this, current = QPointer<QWebSocket>(socket)] {
        if (!current || current != socket)
            return;
        if (phase == Phase::Connecting) {
            recordClose(0, socket->errorString());
            return lose(openingError());
        }
        const QString reason = socket->closeReason();
        QString text = tr("The connection to the cluster was closed (%1").arg(static_cast<int>(socket->closeCode()));
        text += (reason.isEmpty() ? QString() : u": "_s + traffic.masked(reason)) + u")."_s;
        recordClose(socket->closeCode(), reason.isEmpty() ? socket->errorString() : reason);
        lose({u"not_connected"_s, text, traffic.masked(socket->errorString())});
    };
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(socket, &QWebSocket::errorOccurred, q, gone, Qt::QueuedConnection);
#else
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), q, gone, Qt::QueuedConnection);
#endif
    connect(socket, &QWebSocket::disconnected, q, gone, Qt::QueuedConnection);
}

void WsLink::Private::watchTls()
{
    connect(socket, &QWebSocket::sslErrors, q, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            tlsProblem = tlsError(profile, errors);
    });
    if (profile.pinnedKeys.isEmpty())
        return;
    // The web socket tells nothing of the other side's certificate; the socket below it does, and it is its child.
    auto *const below = socket->findChild<QSslSocket *>();
    const auto reject = [this, current = QPointer<QWebSocket>(socket)](const core::Error &error) {
        tlsProblem = error;
        QMetaObject::invokeMethod(
            q,
            [this, current, error] {
                if (current && current == socket)
                    lose(error);
            },
            Qt::QueuedConnection);
    };
    if (!below)
        return reject(*pinError(profile, QSslCertificate()));
    connect(below, &QSslSocket::encrypted, q, [this, below, reject] {
        if (const auto error = pinError(profile, below->peerCertificate())) {
            below->abort(); // what waits to be sent is dropped with it
            reject(*error);
        }
    });
}

void WsLink::Private::opened()
{
    phase = Phase::Open;
    unansweredPings = 0;
    record({.kind = Kind::Open, .direction = Direction::Sent, .url = socket->requestUrl().toString(QUrl::RemoveUserInfo)});
    keepAlive();
    if (LinkOpenCall *call = std::exchange(opening, nullptr))
        call->end({});
}

void WsLink::Private::keepAlive()
{
    if (profile.dialect.pingIntervalMs <= 0)
        return;
    nextPing.arm(surroundings.scheduler, std::chrono::milliseconds(profile.dialect.pingIntervalMs), [this] {
        if (unansweredPings >= profile.dialect.pingsMissed) {
            const QString text = tr("The cluster no longer answers: %1 pings went unanswered.").arg(unansweredPings);
            recordClose(0, text);
            return lose({u"unreachable"_s, text, {}});
        }
        ++unansweredPings;
        ping();
        keepAlive();
    });
}

void WsLink::Private::take(const QString &text)
{
    if (traffic.isLogged())
        traffic.received(text);
    const QByteArray bytes = text.toUtf8();
    const core::Result<protocol::Frame> frame = protocol::parseFrame(bytes);
    recordFrame(Direction::Received, bytes, frame);
    if (!frame)
        Q_EMIT q->receivedOther(text, frame.error());
    else if (!takeAnswer(*frame))
        Q_EMIT q->received(*frame);
}

bool WsLink::Private::takeAnswer(const protocol::Frame &frame)
{
    const Json *qid = protocol::qidOf(frame);
    if (!qid || !qid->isString() || !frame.method.endsWith(profile.dialect.resultSuffix))
        return false;
    const QString id = qid->toString();
    LinkRequestCall *const call = waits.value(id);
    if (call && frame.method == call->method() + profile.dialect.resultSuffix) {
        waits.remove(id);
        call->end(frame);
        return true;
    }
    if (!id.startsWith(nonce))
        return false;
    ++strayAnswers;
    traffic.note(tr("dropped an answer that nobody waits for: %1").arg(frame.method));
    return true;
}

core::Result<void> WsLink::Private::sendText(const QByteArray &frame)
{
    if (phase != Phase::Open)
        return tl::unexpected(notConnected());
    if (frame.size() > protocol::frameLimits.bytes)
        return core::fail(u"too_large"_s,
                          tr("The message has %1 bytes; at most %2 can be sent.").arg(frame.size()).arg(protocol::frameLimits.bytes));
    if (socket->bytesToWrite() > mostUnsent)
        return core::fail(u"busy"_s, tr("The cluster does not take the messages that wait to be sent."));
    const QString text = QString::fromUtf8(frame);
    if (traffic.isLogged())
        traffic.sent(text);
    if (traffic.isRecorded())
        recordFrame(Direction::Sent, frame, protocol::parseFrame(frame));
    socket->sendTextMessage(text);
    socket->flush(); // now, not after another turn of the event loop
    return {};
}

void WsLink::Private::ping()
{
    record({.kind = Kind::Ping, .direction = Direction::Sent});
    socket->ping();
}

void WsLink::Private::record(TrafficRecord record)
{
    if (!traffic.isRecorded())
        return;
    record.link = key;
    record.connectionId = connectionId;
    traffic.record(std::move(record));
}

void WsLink::Private::recordFrame(Direction direction, const QByteArray &text, const core::Result<protocol::Frame> &frame)
{
    if (!traffic.isRecorded())
        return;
    const Json *qid = frame ? protocol::qidOf(*frame) : nullptr;
    record({.kind = Kind::Text,
            .direction = direction,
            .method = frame ? frame->method : QString(),
            .qid = qid ? qid->toCompact() : QByteArray(),
            .payload = text,
            .size = text.size()});
}

void WsLink::Private::recordClose(int code, const QString &reason)
{
    const QByteArray text = reason.toUtf8();
    record({.kind = Kind::Close, .direction = Direction::Received, .payload = text, .size = text.size(), .status = code});
}

core::Error WsLink::Private::notConnected() const
{
    return {u"not_connected"_s, tr("There is no connection to the cluster."), {}};
}

core::Error WsLink::Private::openingError()
{
    static const QRegularExpression statusPattern(uR"(status code\D*(\d{3}))"_s);
    const QString reason = traffic.masked(socket->errorString());
    const QString origin = profile.address.toString(QUrl::RemoveUserInfo);
    const int status = statusPattern.match(reason).captured(1).toInt();
    refusal = status;
    if (tlsProblem)
        return *tlsProblem;
    if (status == profile.dialect.sessionLimitStatus)
        return {u"too_many_sessions"_s,
                tr("The cluster at %1 allows no more connections (HTTP %2). Close one of this user's sessions.").arg(origin).arg(status),
                reason};
    if (status == 401 || status == 403)
        return {u"refused"_s,
                tr("The cluster at %1 refuses the connection (HTTP %2). Is the token or the session valid?").arg(origin).arg(status),
                reason};
    const bool isForNow = status >= 502 && status <= 504;
    if (status != 0)
        return {isForNow ? u"try_later"_s : u"refused"_s, tr("The cluster at %1 refuses the connection (HTTP %2).").arg(origin).arg(status),
                reason};
    return unreachableError(profile, reason);
}

void WsLink::Private::lose(const core::Error &error)
{
    retire(lostCode);
    traffic.note(error.message);
    if (LinkOpenCall *call = std::exchange(opening, nullptr))
        return call->end(tl::unexpected(error));
    if (settleAll({u"not_connected"_s, error.message, error.detail}))
        Q_EMIT q->lost(error);
}

bool WsLink::Private::settleAll(const core::Error &error)
{
    const std::weak_ptr<Private *> life = self;
    while (!waits.isEmpty()) {
        LinkRequestCall *const call = *waits.cbegin();
        waits.erase(waits.cbegin());
        call->end(tl::unexpected(error));
        if (life.expired())
            return false;
    }
    return true;
}

void WsLink::Private::retire(int code)
{
    phase = Phase::Closed;
    nextPing.cancel();
    QWebSocket *const old = std::exchange(socket, nullptr);
    if (!old)
        return;
    old->disconnect(q);
    if (code != lostCode && old->state() == QAbstractSocket::ConnectedState) {
        record({.kind = Kind::Close, .direction = Direction::Sent, .status = code});
        connect(old, &QWebSocket::disconnected, old, &QObject::deleteLater);
        QTimer::singleShot(closingMs, old, [old] {
            old->abort();
            old->deleteLater();
        });
        old->close(static_cast<QWebSocketProtocol::CloseCode>(code));
        return;
    }
    // In the next turn of the event loop: the socket may be in the middle of telling that it was lost.
    QMetaObject::invokeMethod(old, &QWebSocket::abort, Qt::QueuedConnection);
    old->deleteLater();
}

WsLink::WsLink(const Profile &profile, Surroundings surroundings, Traffic &traffic)
    : d(std::make_unique<Private>(this, profile, surroundings, traffic))
{}

WsLink::~WsLink()
{
    d->retire(1001);
}

Call<void> WsLink::open(const LinkAddress &address, const QSslConfiguration &tls)
{
    return std::make_unique<LinkOpenCall>(d->self, d->surroundings.scheduler, address, tls, d->profile.timeouts.connect);
}

Call<protocol::Frame> WsLink::request(const QString &method, QList<core::JsonMember> members, std::chrono::milliseconds wait,
                                      const QString &abandon)
{
    const QString qid = d->nonce + QString::number(++d->lastQid);
    if (d->waits.size() >= mostWaits) {
        return std::make_unique<KnownCall<protocol::Frame>>(
            d->surroundings.scheduler, core::fail(u"busy"_s, tr("Too many requests wait for the cluster's answer already.")));
    }
    return std::make_unique<LinkRequestCall>(d->self, d->surroundings.scheduler, qid, method, std::move(members), wait, abandon);
}

core::Result<void> WsLink::send(const QString &method, const Json &body)
{
    return d->sendText(protocol::writeFrame(method, body));
}

core::Result<void> WsLink::sendText(const QByteArray &frame)
{
    return d->sendText(frame);
}

core::Result<void> WsLink::ping()
{
    if (d->phase != Private::Phase::Open)
        return tl::unexpected(d->notConnected());
    d->ping();
    return {};
}

void WsLink::setConnectionId(const QString &id)
{
    d->connectionId = id;
}

QString WsLink::key() const
{
    return d->key;
}

void WsLink::close(int code)
{
    if (d->phase == Private::Phase::Closed)
        return;
    d->retire(code);
    const core::Error error = d->notConnected();
    if (LinkOpenCall *call = std::exchange(d->opening, nullptr))
        return call->end(tl::unexpected(error));
    (void)d->settleAll(error);
}

void WsLink::setProxy(const QNetworkProxy &proxy)
{
    d->proxy = proxy;
}

int WsLink::refusal() const
{
    return d->refusal;
}

bool WsLink::isOpen() const
{
    return d->phase == Private::Phase::Open;
}

quint64 WsLink::strayAnswers() const
{
    return d->strayAnswers;
}

} // namespace signalbox::cluster
