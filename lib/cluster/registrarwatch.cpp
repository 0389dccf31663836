// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/registrarwatch.h"

#include "cluster/linksetup.h"
#include "cluster/registrarwatchprivate.h"
#include "cluster/restclient.h"
#include "cluster/wslink.h"

namespace signalbox::cluster {

using core::Json;
using core::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWaiting = 10'000;
constexpr std::chrono::milliseconds lookPause{1000}; ///< between two looks at the list because of events

const QString &eventClass()
{
    static const QString name = u"registrarevents"_s; // platform.md §3
    return name;
}

QMap<QString, Registration> byId(const QList<Registration> &list)
{
    QMap<QString, Registration> map;
    for (const Registration &registration : list)
        map.insert(registration.connection.connectionId, registration);
    return map;
}

} // namespace

std::optional<Notice> Notice::of(const protocol::Frame &frame, const core::Dialect &dialect)
{
    if (frame.method != "notify"_L1 || frame.body[u"class"].toString() != eventClass())
        return {};
    const QString type = frame.body[u"type"].toString();
    const Json &data = frame.body[u"data"];
    const auto connection = protocol::ConnectionRecord::fromJson(data, dialect);
    if ((type != "user_registered"_L1 && type != "user_unregistered"_L1) || !connection)
        return {};
    Notice notice;
    notice.isRegistered = type == "user_registered"_L1;
    notice.registration.connection = *connection;
    notice.registration.session.userId = data[u"user_id"].toString();
    notice.registration.session.sessionId = data[u"session_id"].toString();
    notice.tellsCapabilities = data[u"caps"].isArray();
    notice.ttlS = data[u"ttl"].toInt().value_or(0);
    notice.reason = data[u"reason"].toString();
    return notice;
}

RegistrarWatch::Private::Private(RegistrarWatch *watch, ClusterSession &theSession, Options theOptions)
    : q(watch), session(theSession), surroundings(theSession.rest().surroundings()), options(theOptions),
      id(u"sbx-"_s + surroundings.random.hex(6)), flapping(theOptions.retry, surroundings), self(std::make_shared<Private *>(this))
{}

Call<protocol::Frame> RegistrarWatch::Private::subscribe(int expiresS)
{
    return session.link().request(u"subscribe"_s,
                                  {{u"id"_s, Json(id)}, {u"events"_s, Json::array({Json(eventClass())})}, {u"expires"_s, Json(expiresS)}},
                                  session.profile().timeouts.request);
}

void RegistrarWatch::Private::subscribed(const protocol::Frame &answer)
{
    const qint64 granted = answer.body[u"expires"].toInt().value_or(options.expiresS);
    expires = std::chrono::seconds(std::clamp<qint64>(granted, 1, std::max(1, options.expiresS)));
}

void RegistrarWatch::Private::armRenewal()
{
    renewal.arm(surroundings.scheduler, renewAfter(expires), [this] { renew(); });
}

void RegistrarWatch::Private::renew()
{
    renewing = subscribe(options.expiresS);
    renewing->start([this](const Result<protocol::Frame> &answer) {
        if (phase != Phase::Live)
            return;
        if (!answer)
            return restore(answer.error());
        if (const Result<void> result = resultOf(*answer); !result)
            return end(result.error());
        subscribed(*answer);
        armRenewal();
    });
}

void RegistrarWatch::Private::take(const protocol::Frame &frame)
{
    const auto notice = Notice::of(frame, session.profile().dialect);
    if (!notice || phase == Phase::Idle || phase == Phase::Over)
        return;
    if (waiting.size() >= mostWaiting) {
        waiting.clear();
        hasOverflowed = true;
        looking.reset();
        if (phase == Phase::Live)
            return lookUp();
    }
    waiting.append(*notice);
    if (phase == Phase::Live && !looking && !pause.isArmed())
        drain();
}

void RegistrarWatch::Private::opened(const QList<Registration> &list)
{
    known = byId(list);
    phase = Phase::Live;
    armRenewal();
    // Later: whoever opened gets the records first.
    pause.arm(surroundings.scheduler, std::chrono::milliseconds(0), [this] { drain(); });
}

void RegistrarWatch::Private::halt()
{
    renewal.cancel();
    pause.cancel();
    opening.reset();
    looking.reset();
    renewing.reset();
    waiting.clear();
    found.clear();
    hasOverflowed = false;
}

void RegistrarWatch::Private::linkLost(const core::Error &error)
{
    if (phase == Phase::Live)
        restore(error);
}

void RegistrarWatch::Private::restore(const core::Error &why)
{
    halt();
    phase = Phase::Restoring;
    session.link().close();
    const qint64 now = surroundings.clock.monotonicUs();
    const bool isFlapping = restoredUs && now - *restoredUs < std::chrono::microseconds(options.retry.most).count();
    if (!isFlapping)
        flapping.reset();
    const auto wait = flapping.next();
    const std::weak_ptr<Private *> life = self;
    Q_EMIT q->lost(why);
    if (life.expired() || phase != Phase::Restoring)
        return;
    if (!wait)
        return end(why);
    if (!isFlapping)
        return reopen();
    pause.arm(surroundings.scheduler, *wait, [this] { reopen(); });
}

void RegistrarWatch::Private::reopen()
{
    opening = std::make_unique<RetryCall<QList<Registration>>>(
        surroundings, options.retry, self, [this]() -> Call<QList<Registration>> { return std::make_unique<WatchOpenCall>(self); },
        [this] { return session.login(); });
    opening->start([this](const Result<QList<Registration>> &list) {
        if (list)
            restored(*list);
        else
            end(list.error());
    });
}

void RegistrarWatch::Private::restored(const QList<Registration> &list)
{
    phase = Phase::Live;
    restoredUs = surroundings.clock.monotonicUs();
    armRenewal();
    const std::weak_ptr<Private *> life = self;
    Q_EMIT q->restored();
    if (!life.expired() && phase == Phase::Live && compare(list))
        drain();
}

void RegistrarWatch::Private::end(const core::Error &error)
{
    halt();
    phase = Phase::Over;
    session.link().close();
    Q_EMIT q->ended(error);
}

void RegistrarWatch::Private::drain()
{
    if (hasOverflowed && phase == Phase::Live && !looking && !pause.isArmed())
        return lookUp();
    const std::weak_ptr<Private *> life = self;
    while (!life.expired() && phase == Phase::Live && !looking && !pause.isArmed() && !waiting.isEmpty()) {
        const Notice &next = waiting.constFirst();
        if (next.isRegistered && !next.isLookedUp && !known.contains(next.id()) && !found.contains(next.id()))
            return lookUp();
        apply(waiting.takeFirst());
    }
}

void RegistrarWatch::Private::apply(const Notice &notice)
{
    using Kind = RegistrarEvent::Kind;
    const auto old = known.constFind(notice.id());
    if (notice.isRegistered && old == known.constEnd()) {
        known.insert(notice.id(), described(notice));
        (void)tell({Kind::Registered, known.value(notice.id()), notice.ttlS, {}});
    } else if (notice.isRegistered) {
        // A connection of the token API is registered before it is set up, and again then.
        const QStringList &capabilities = notice.registration.connection.capabilities;
        Registration &registration = known[notice.id()];
        const bool isChanged = notice.tellsCapabilities && registration.connection.capabilities != capabilities;
        if (isChanged)
            registration.connection.capabilities = capabilities;
        (void)tell({isChanged ? Kind::Changed : Kind::Renewed, registration, notice.ttlS, {}});
    } else if (old != known.constEnd()) { // else it has come and gone unseen
        found.remove(notice.id());
        (void)tell({Kind::Unregistered, known.take(notice.id()), 0, notice.reason});
    }
}

Registration RegistrarWatch::Private::described(const Notice &notice) const
{
    if (found.contains(notice.id()))
        return found.value(notice.id());
    Registration registration = notice.registration;
    for (const Registration &other : known) {
        if (!registration.session.userId.isEmpty() && other.session.userId == registration.session.userId) {
            registration.session.login = other.session.login;
            registration.session.sessionType = other.session.sessionType;
            registration.connection.ownerType = other.connection.ownerType;
            break;
        }
    }
    return registration;
}

void RegistrarWatch::Private::lookUp()
{
    const qint64 now = surroundings.clock.monotonicUs();
    const std::chrono::microseconds due =
        lookedUpUs ? std::chrono::microseconds(*lookedUpUs - now) + lookPause : std::chrono::microseconds(0);
    if (due.count() > 0) {
        pause.arm(surroundings.scheduler, std::chrono::ceil<std::chrono::milliseconds>(due), [this] { lookUp(); });
        return;
    }
    lookedUpUs = now;
    for (Notice &notice : waiting)
        notice.isLookedUp = true;
    looking = session.registrar().list();
    looking->start([this](const Result<QList<Registration>> &list) { lookedUp(list); });
}

void RegistrarWatch::Private::lookedUp(const Result<QList<Registration>> &list)
{
    looking.reset();
    if (!list && hasOverflowed)
        return restore(list.error());
    if (list)
        found = byId(*list);
    if (std::exchange(hasOverflowed, false) && !compare(*list))
        return;
    drain();
}

bool RegistrarWatch::Private::compare(const QList<Registration> &list)
{
    const QMap<QString, Registration> before = std::exchange(known, byId(list));
    for (const Registration &registration : before) {
        if (!known.contains(registration.connection.connectionId) && !tell({RegistrarEvent::Kind::Unregistered, registration, 0, {}}))
            return false;
    }
    for (const Registration &registration : list) {
        if (!before.contains(registration.connection.connectionId) && !tell({RegistrarEvent::Kind::Registered, registration, 0, {}}))
            return false;
    }
    return true;
}

bool RegistrarWatch::Private::tell(const RegistrarEvent &event)
{
    const std::weak_ptr<Private *> life = self;
    Q_EMIT q->happened(event);
    return !life.expired() && phase == Phase::Live;
}

RegistrarWatch::RegistrarWatch(ClusterSession &session, Options options) : d(std::make_unique<Private>(this, session, options))
{
    connect(&session.link(), &WsLink::received, this, [this](const protocol::Frame &frame) { d->take(frame); });
    connect(&session, &ClusterSession::linkLost, this, [this](const core::Error &error) { d->linkLost(error); });
}

RegistrarWatch::~RegistrarWatch()
{
    if (d->phase != Private::Phase::Idle && d->phase != Private::Phase::Over)
        d->session.link().close();
}

Call<QList<Registration>> RegistrarWatch::open()
{
    return mapped(Call<QList<Registration>>(std::make_unique<WatchOpenCall>(d->self)),
                  [watch = std::weak_ptr<Private *>(d->self)](Result<QList<Registration>> list) {
                      const auto there = watch.lock();
                      if (there && list)
                          (*there)->opened(*list);
                      return list;
                  });
}

Call<void> RegistrarWatch::close()
{
    return std::make_unique<WatchCloseCall>(d->self);
}

std::chrono::seconds RegistrarWatch::renewAfter(std::chrono::seconds expires)
{
    using std::chrono::seconds;
    return expires - std::max(std::min(seconds(60), expires / 5), expires / 6);
}

} // namespace signalbox::cluster
