// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/peer.h"

#include "cluster/logincall.h"
#include "cluster/peerprivate.h"
#include "cluster/proxy.h"

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostEarly = 1000;      ///< frames kept until the opening is over
constexpr qsizetype mostPending = 10'000;  ///< actions of rules that wait for their time
constexpr qsizetype longestOther = 10'000; ///< characters of a text that is no frame

} // namespace

Peer::Private::Private(Peer *peer, Profile theProfile, Credentials theCredentials, PeerKind theKind, QStringList theCapabilities,
                       peering::Rules theRules, Surroundings theSurroundings, TrafficLog log)
    : q(peer), profile(std::move(theProfile)), credentials(std::move(theCredentials)), kind(theKind),
      capabilities(std::move(theCapabilities)), rules(std::move(theRules)), surroundings(theSurroundings),
      traffic(std::move(log), profile.dialect), guard(surroundings.clock, profile.dialect), rest(profile, surroundings, traffic, guard),
      link(profile, surroundings, traffic), files(rest), self(std::make_shared<Private *>(this))
{
    traffic.addSecret(credentials.password);
    traffic.addSecret(credentials.token);
    traffic.addSecret(credentials.proxyPassword);
    traffic.setTap(surroundings.tap, kind == PeerKind::User ? profile.login : u"token"_s);
    const QNetworkProxy proxy = networkProxy(profile, credentials.proxyPassword);
    rest.setProxy(proxy);
    link.setProxy(proxy);
}

Peer::Private::~Private()
{
    cancelActions();
}

void Peer::Private::cancelActions()
{
    for (const core::Scheduler::Token token : std::exchange(pending, {}))
        surroundings.scheduler.cancel(token);
}

bool Peer::Private::tell(const PeerEvent &event)
{
    const std::weak_ptr<Private *> life = self;
    Q_EMIT q->happened(event);
    return !life.expired();
}

void Peer::Private::opened(const QString &id)
{
    phase = Phase::Open;
    connectionId = id;
    const std::weak_ptr<Private *> life = self;
    if (!tell({.kind = PeerEvent::Kind::Connected, .connectionId = id, .frame = {}, .text = {}}))
        return;
    for (const protocol::Frame &frame : std::exchange(early, {})) {
        take(frame);
        if (life.expired())
            return;
    }
}

void Peer::Private::take(const protocol::Frame &frame)
{
    if (phase == Phase::Opening) {
        if (early.size() < mostEarly)
            early.append(frame);
        else
            traffic.note(tr("ignored a message: too many came before the set-up was over"));
        return;
    }
    if (phase != Phase::Open || isDeaf)
        return;
    if (!tell({.kind = PeerEvent::Kind::Received, .connectionId = {}, .frame = frame, .text = {}}) || phase != Phase::Open)
        return;
    const QList<peering::Action> actions = rules.react(frame, surroundings.random);
    if (actions.isEmpty())
        return;
    if (!tell({.kind = PeerEvent::Kind::Rule, .connectionId = {}, .frame = {}, .text = actions.first().rule}))
        return;
    for (const peering::Action &action : actions) {
        if (action.delay.count() > 0)
            later(action);
        else if (!perform(action))
            return;
    }
}

void Peer::Private::later(const peering::Action &action)
{
    if (phase != Phase::Open || pending.size() >= mostPending)
        return;
    const auto token = std::make_shared<core::Scheduler::Token>();
    *token = surroundings.scheduler.after(action.delay, [this, token, action] {
        pending.remove(*token);
        (void)perform(action);
    });
    pending.insert(*token);
}

bool Peer::Private::perform(const peering::Action &action)
{
    if (phase != Phase::Open)
        return true;
    const std::weak_ptr<Private *> life = self;
    switch (action.kind) {
    case peering::Action::Kind::Send:
        if (link.sendText(action.text)) {
            const auto frame = protocol::parseFrame(action.text);
            return tell({.kind = PeerEvent::Kind::Sent,
                         .connectionId = {},
                         .frame = frame.value_or(protocol::Frame{}),
                         .text = frame ? QString() : QString::fromUtf8(action.text).left(longestOther)});
        }
        break;
    case peering::Action::Kind::Close:
        shut(action.closeCode, tr("The rule “%1” closed the connection.").arg(action.rule));
        break;
    case peering::Action::Kind::StopReading:
        isDeaf = true;
        break;
    }
    return !life.expired();
}

void Peer::Private::shut(int code, const QString &reason)
{
    const bool wasOpen = phase == Phase::Open;
    phase = Phase::Closing;
    cancelActions();
    early.clear();
    link.close(code);
    if (kind == PeerKind::Token)
        rest.forgetSession(); // it ends with its connection
    logout = std::make_unique<LogoutCall>(rest);
    logout->start([this, wasOpen, reason](const core::Result<void> &) {
        phase = Phase::Closed;
        if (wasOpen)
            (void)tell({.kind = PeerEvent::Kind::Closed, .connectionId = {}, .frame = {}, .text = reason});
    });
}

Peer::Peer(Profile profile, Credentials credentials, PeerKind kind, QStringList capabilities, peering::Rules rules,
           Surroundings surroundings, TrafficLog log)
    : d(std::make_unique<Private>(this, std::move(profile), std::move(credentials), kind, std::move(capabilities), std::move(rules),
                                  surroundings, std::move(log)))
{
    connect(&d->link, &WsLink::received, this, [this](const protocol::Frame &frame) { d->take(frame); });
    connect(&d->link, &WsLink::receivedOther, this, [this](const QString &text) {
        if (d->phase == Private::Phase::Open && !d->isDeaf)
            (void)d->tell({.kind = PeerEvent::Kind::Received, .connectionId = {}, .frame = {}, .text = text.left(longestOther)});
    });
    connect(&d->link, &WsLink::ponged, this, &Peer::ponged);
    connect(&d->link, &WsLink::lost, this, [this](const core::Error &error) {
        if (d->phase == Private::Phase::Open)
            d->shut(1000, error.message);
    });
}

Peer::~Peer() = default;

bool Peer::isOpen() const
{
    return d->phase == Private::Phase::Open;
}

QString Peer::connectionId() const
{
    return d->connectionId;
}

const Profile &Peer::profile() const
{
    return d->profile;
}

void Peer::setName(const QString &name)
{
    d->traffic.setTap(d->surroundings.tap, name);
}

QString Peer::key() const
{
    return d->link.key();
}

void Peer::setRules(peering::Rules rules)
{
    d->rules = std::move(rules);
}

FileExchange &Peer::files()
{
    return d->files;
}

RestClient &Peer::rest()
{
    return d->rest;
}

core::Result<void> Peer::ping()
{
    return d->link.ping();
}

Call<QString> Peer::open()
{
    return std::make_unique<PeerOpenCall>(d->self);
}

core::Result<void> Peer::send(const QString &method, const core::Json &body)
{
    if (d->phase != Private::Phase::Open)
        return core::fail(u"not_connected"_s, tr("There is no connection to the cluster."));
    const core::Result<void> sent = d->link.send(method, body);
    if (sent)
        (void)d->tell({.kind = PeerEvent::Kind::Sent, .connectionId = {}, .frame = {method, body}, .text = {}});
    return sent;
}

void Peer::close(int code)
{
    if (d->phase == Private::Phase::Open)
        d->shut(code, code == 1000 ? tr("Closed.") : tr("Closed with code %1.").arg(code));
    else if (d->opening)
        d->opening->stop();
}

} // namespace signalbox::cluster
