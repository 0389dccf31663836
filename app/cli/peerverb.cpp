// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/peerverb.h"

#include "cli/clusterlink.h"
#include "cli/terminaltext.h"
#include "core/filestore.h"
#include "core/jsonreader.h"

#include <QDateTime>

#include <ostream>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using cluster::PeerEvent;
using core::Json;

namespace {

constexpr qint64 rulesBytes = 1024 * 1024;
/// A peer that did not get to be open ends its REST session in the background and does not say when.
constexpr std::chrono::milliseconds logoutTime{500};

QString eventName(PeerEvent::Kind kind)
{
    switch (kind) {
    case PeerEvent::Kind::Connected:
        return u"connected"_s;
    case PeerEvent::Kind::Received:
        return u"received"_s;
    case PeerEvent::Kind::Sent:
        return u"sent"_s;
    case PeerEvent::Kind::Rule:
        return u"rule"_s;
    case PeerEvent::Kind::Closed:
        break;
    }
    return u"closed"_s;
}

/// The bodies that set a connection up carry secrets; messages of scenarios are the user's own.
Json masked(const protocol::Frame &frame)
{
    static const QStringList methods{u"login"_s, u"login_result"_s, u"connection_info"_s, u"connection_info_result"_s};
    static const QStringList secrets{u"pwd"_s, u"token"_s, u"sessionid"_s, u"rsessionid"_s, u"session_token"_s};
    Json body = frame.body;
    if (!methods.contains(frame.method) || !body.isObject())
        return body;
    for (const QString &key : secrets) {
        if (body.contains(key))
            body.set(key, Json(u"***"_s));
    }
    return body;
}

} // namespace

VerbSpec PeerVerb::spec()
{
    return {u"peer"_s,
            u"--as token|user [--rules FILE] [--capability C]…"_s,
            tr("Hold a connection as an external system (token) or a user, answering by rules, until interrupted."),
            tr("Every event is a line; with --format json, one JSON object a line. Needs a cluster that is given by its address."),
            {{u"as"_s, u"token|user"_s, tr("An external system by its token, or a user by login and password.")},
             {u"rules"_s, u"FILE"_s, tr("Rules by which to answer (JSON).")},
             {u"capability"_s, u"C"_s, tr("A capability to hold; for a token \"msg\" when none is given."), true}},
            0,
            0,
            makeVerb<PeerVerb>};
}

PeerVerb::PeerVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : Verb(context, std::move(globals), std::move(arguments), u"peer"_s), m_secrets(this->context(), this->globals())
{}

core::Result<void> PeerVerb::prepare()
{
    const QString as = arguments().value(u"as"_s);
    if (as != "token"_L1 && as != "user"_L1)
        return core::fail(u"usage"_s, tr("--as token or --as user is needed."));
    m_kind = as == "token"_L1 ? cluster::PeerKind::Token : cluster::PeerKind::User;
    if (globals().isSimulated())
        return core::fail(u"usage"_s, tr("The simulated cluster lives only as long as this command, so nobody could reach the peer. Start "
                                         "signalbox-cluster and give its address with --cluster URL."));
    if (m_kind == cluster::PeerKind::User && (globals().profile().login.isEmpty() || globals().profile().domain.isEmpty()))
        return core::fail(u"usage"_s, tr("A user needs --domain and --login."));
    if (!arguments().has(u"rules"_s))
        return {};
    const QString file = arguments().value(u"rules"_s);
    const core::Result<QByteArray> text = core::readFile(file, rulesBytes);
    if (!text)
        return core::fail(u"invalid"_s, text.error().message);
    const auto document = core::readJson(*text);
    if (!document)
        return core::fail(u"invalid"_s, u"%1:%2:%3: %4"_s.arg(file, QString::number(document.error().line),
                                                              QString::number(document.error().column), document.error().message));
    core::Result<peering::Rules> rules = peering::Rules::fromJson(*document);
    if (!rules)
        return core::fail(u"invalid"_s, u"%1: %2"_s.arg(file, rules.error().message));
    m_rules = std::move(*rules);
    return {};
}

void PeerVerb::start(Done done)
{
    m_done = std::move(done);
    if (const auto prepared = prepare(); !prepared) {
        complain(prepared.error().message);
        end(prepared.error().code == "invalid"_L1 ? exitcode::invalid : exitcode::usage);
        return;
    }
    QObject::connect(&context().interrupt, &Interrupt::requested, &m_scope, [this] { interrupted(); });
    m_missing = {m_kind == cluster::PeerKind::Token ? cluster::SecretKind::Token : cluster::SecretKind::Password};
    if (!globals().profile().proxy.user.isEmpty())
        m_missing.append(cluster::SecretKind::ProxyPassword);
    findSecrets();
}

void PeerVerb::findSecrets()
{
    if (m_missing.isEmpty()) {
        open();
        return;
    }
    const cluster::SecretKind kind = m_missing.takeFirst();
    m_secrets.find(kind, [this, kind](core::Result<QString> secret) {
        if (secret) {
            m_credentials.set(kind, std::move(*secret));
            findSecrets();
            return;
        }
        complain(secret.error().message);
        end(exitcode::usage);
    });
}

void PeerVerb::interrupted()
{
    if (std::exchange(m_closing, true))
        return;
    if (m_peer && !m_opening) {
        m_peer->close(); // the event Closed ends the verb
        return;
    }
    complain(tr("Interrupted."));
    const bool logsOut = m_opening && m_kind == cluster::PeerKind::User;
    m_opening.reset();
    end(exitcode::failed, logsOut ? logoutTime : std::chrono::milliseconds(0));
}

void PeerVerb::open()
{
    const bool token = m_kind == cluster::PeerKind::Token;
    QStringList capabilities = arguments().values(u"capability"_s);
    if (token && capabilities.isEmpty())
        capabilities = {u"msg"_s};
    cluster::TrafficLog log;
    if (globals().verbose())
        log = [this](const QString &line) {
            note(oneLine(line, 4000));
        };
    m_peer =
        std::make_unique<cluster::Peer>(globals().profile(), m_credentials, m_kind, capabilities, m_rules, context().surroundings, log);
    QObject::connect(m_peer.get(), &cluster::Peer::happened, &m_scope, [this](const PeerEvent &event) { happened(event); });
    m_opening = m_peer->open();
    m_opening->start([this](const core::Result<QString> &id) {
        if (id) {
            m_opening.reset();
            return;
        }
        complain(id.error().message);
        m_closing = true;
        end(ClusterLink::failureOf(id.error()).exitCode, m_kind == cluster::PeerKind::User ? logoutTime : std::chrono::milliseconds(0));
    });
}

Json PeerVerb::toJson(const PeerEvent &event, qint64 nowMs)
{
    Json line = Json::object({{u"time"_s, Json(QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(Qt::ISODateWithMs))},
                              {u"event"_s, Json(eventName(event.kind))}});
    if (!event.connectionId.isEmpty())
        line.set(u"connection_id"_s, Json(event.connectionId));
    if (!event.frame.method.isEmpty()) {
        line.set(u"method"_s, Json(event.frame.method));
        line.set(u"body"_s, masked(event.frame));
    }
    if (!event.text.isEmpty())
        line.set(u"text"_s, Json(event.text));
    return line;
}

void PeerVerb::happened(const PeerEvent &event)
{
    const qint64 now = context().surroundings.clock.nowMs();
    if (globals().json()) {
        print(QString::fromUtf8(toJson(event, now).toCompact()));
    } else {
        QString line =
            u"%1  %2"_s.arg(QDateTime::fromMSecsSinceEpoch(now).toString(u"HH:mm:ss.zzz"_s), eventName(event.kind).leftJustified(9));
        if (!event.connectionId.isEmpty())
            line += u"  "_s + event.connectionId;
        if (!event.frame.method.isEmpty())
            line += u"  %1 %2"_s.arg(event.frame.method, QString::fromUtf8(masked(event.frame).toCompact()));
        if (!event.text.isEmpty())
            line += u"  "_s + event.text;
        print(oneLine(line, 100'000));
    }
    if (event.kind != PeerEvent::Kind::Closed)
        return;
    if (m_closing) {
        end(exitcode::done);
        return;
    }
    complain(tr("The connection was closed: %1").arg(oneLine(event.text)));
    end(exitcode::failed);
}

void PeerVerb::end(int exitCode, std::chrono::milliseconds delay)
{
    // Later: the peer must not go from within its own signal.
    if (const Done done = std::exchange(m_done, nullptr))
        m_turn.arm(context().surroundings.scheduler, delay, [done, exitCode] { done(exitCode); });
}

} // namespace signalbox::cli
