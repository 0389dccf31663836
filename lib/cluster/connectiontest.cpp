// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/connectiontest.h"

#include "cluster/linksetup.h"
#include "cluster/proxy.h"
#include "cluster/tls.h"

#include <QHostInfo>
#include <QLocale>
#include <QSslCipher>
#include <QSslSocket>

namespace signalbox::cluster {

using core::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAddresses = 4; ///< that a finding names

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
};

QString adviceFor(ConnectionStep::Kind kind, const core::Error &error, const Profile &profile)
{
    using Kind = ConnectionStep::Kind;
    const bool hasProxy = profile.proxy.kind != ProxyAddress::Kind::None;
    switch (kind) {
    case Kind::Name:
        return hasProxy ? Tr::tr("Check the proxy's name.") : Tr::tr("Check the address for slips, and whether a VPN is needed.");
    case Kind::Tcp:
        if (hasProxy)
            return Tr::tr("Check the proxy's port, user and password, and that it lets connections to this address through.");
        return error.code == "timeout"_L1
                   ? Tr::tr("Something on the way, such as a firewall, drops what is sent. Check the port; ask who runs the network.")
                   : Tr::tr("Check the port, and that the cluster runs.");
    case Kind::Tls:
        return error.detail == "tls"_L1 ? QString() : Tr::tr("Check that the port speaks TLS: an http address needs another one.");
    case Kind::Http:
        return Tr::tr("What listens there is no cluster's web server, or it is overloaded. Check port and scheme (http or https).");
    case Kind::Login:
        if (error.detail == "HTTP 404"_L1 || error.detail == "HTTP 405"_L1)
            return Tr::tr("This web server knows no logins of a cluster. Check the address.");
        return error.code == "refused"_L1 || error.code == "banned_soon"_L1 ? Tr::tr("Check login, domain and password.") : QString();
    case Kind::WebSocket:
        return Tr::tr("Login works, web sockets do not: check the token, and that proxies before the cluster let web sockets pass.");
    case Kind::Setup:
        return Tr::tr("Have an administrator give the integration point, or the user, this capability.");
    }
    return {};
}

} // namespace

QString ConnectionStep::title() const
{
    switch (kind) {
    case Kind::Name:
        return Tr::tr("Name");
    case Kind::Tcp:
        return Tr::tr("Connection (TCP)");
    case Kind::Tls:
        return Tr::tr("Encryption (TLS)");
    case Kind::Http:
        return Tr::tr("Web server (HTTP)");
    case Kind::Login:
        return Tr::tr("Logging in");
    case Kind::WebSocket:
        return Tr::tr("Web socket");
    case Kind::Setup:
        return Tr::tr("Set-up");
    }
    return {};
}

QList<ConnectionStep> ConnectionTest::steps()
{
    QList<ConnectionStep> all;
    for (const Kind kind : {Kind::Name, Kind::Tcp, Kind::Tls, Kind::Http, Kind::Login, Kind::WebSocket, Kind::Setup}) {
        ConnectionStep one;
        one.kind = kind;
        all.append(one);
    }
    return all;
}

ConnectionTest::ConnectionTest(Profile profile, Credentials credentials, ConnectionGoal goal, Surroundings surroundings,
                               std::shared_ptr<LoginGuard> guard, Told told)
    : m_profile(std::move(profile)), m_credentials(std::move(credentials)), m_goal(std::move(goal)), m_surroundings(surroundings),
      m_guard(std::move(guard)), m_told(std::move(told))
{}

ConnectionTest::~ConnectionTest()
{
    abort();
}

void ConnectionTest::begin()
{
    m_turn.arm(m_surroundings.scheduler, std::chrono::milliseconds(0), [this] { run(Kind::Name); });
}

void ConnectionTest::abort()
{
    m_turn.cancel();
    m_deadline.cancel();
    m_call.reset();
    m_context.reset();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    if (QSslSocket *const old = std::exchange(m_socket, nullptr)) {
        // In the next turn of the event loop: it may be in the middle of telling something.
        QMetaObject::invokeMethod(old, &QAbstractSocket::abort, Qt::QueuedConnection);
        old->deleteLater();
    }
}

void ConnectionTest::run(Kind kind)
{
    switch (kind) {
    case Kind::Name:
        return lookUp();
    case Kind::Tcp:
        return connectTcp();
    case Kind::Tls:
        return encrypt();
    case Kind::Http:
        return askHttp();
    case Kind::Login:
        return logIn();
    case Kind::WebSocket:
        return openSocket();
    case Kind::Setup:
        return; // goes with the web socket
    }
}

void ConnectionTest::enter(Kind kind, std::chrono::milliseconds wait)
{
    m_current = kind;
    m_sinceUs = m_surroundings.clock.monotonicUs();
    m_context = std::make_unique<QObject>();
    step(kind).state = State::Running;
    m_deadline.arm(m_surroundings.scheduler, wait, [this, wait] {
        const double seconds = static_cast<double>(wait.count()) / 1000;
        failStep({u"timeout"_s,
                  m_current == Kind::Name ? Tr::tr("Nobody has told the address of “%1” within %2 s.").arg(target()).arg(seconds)
                                          : Tr::tr("Nothing came within %1 s.").arg(seconds),
                  {}});
    });
    m_told(step(kind));
}

void ConnectionTest::pass(const QString &finding)
{
    m_deadline.cancel();
    ConnectionStep &now = step(m_current);
    now.state = State::Passed;
    now.duration = std::chrono::milliseconds((m_surroundings.clock.monotonicUs() - m_sinceUs) / 1000);
    now.finding = finding;
    // The next one in the next turn of the event loop: what told this one may be in the middle of it.
    const auto next = static_cast<Kind>(static_cast<int>(m_current) + 1);
    if (m_current != Kind::Setup && m_current != Kind::WebSocket)
        m_turn.arm(m_surroundings.scheduler, std::chrono::milliseconds(0), [this, next] { run(next); });
    m_told(now);
}

void ConnectionTest::skip(Kind kind, const QString &why)
{
    step(kind).state = State::Skipped;
    step(kind).finding = why;
    m_told(step(kind));
}

void ConnectionTest::failStep(const core::Error &error)
{
    m_deadline.cancel();
    m_turn.cancel();
    ConnectionStep &now = step(m_current);
    now.state = State::Failed;
    now.duration = std::chrono::milliseconds((m_surroundings.clock.monotonicUs() - m_sinceUs) / 1000);
    now.error = error;
    now.advice = adviceFor(m_current, error, m_profile);
    m_told(now);
    for (int next = static_cast<int>(m_current) + 1; next < m_steps.size(); ++next)
        skip(static_cast<Kind>(next), Tr::tr("not tried"));
    conclude();
}

/// Logs out where somebody is logged in, and answers.
void ConnectionTest::conclude()
{
    m_turn.arm(m_surroundings.scheduler, std::chrono::milliseconds(0), [this] {
        m_call.reset();
        if (!m_session)
            return finish(m_steps);
        const std::shared_ptr<core::AsyncCall<void>> logout = m_session->logout();
        m_call = logout;
        logout->start([this](const Result<void> &) {
            abort();
            finish(m_steps);
        });
    });
}

QString ConnectionTest::target() const
{
    return m_profile.proxy.kind == ProxyAddress::Kind::None ? m_profile.address.host() : m_profile.proxy.host;
}

void ConnectionTest::lookUp()
{
    enter(Kind::Name, m_profile.timeouts.connect);
    const QString host = target();
    if (host.isEmpty())
        return failStep({u"bad_profile"_s, Tr::tr("The profile names no host."), {}});
    if (!QHostAddress(host).isNull())
        return pass(Tr::tr("%1 is an address").arg(host));
    m_lookup = QHostInfo::lookupHost(host, m_context.get(), [this, host](const QHostInfo &info) {
        m_lookup = -1;
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            return failStep({u"unreachable"_s, Tr::tr("The name “%1” is not known: %2.").arg(host, info.errorString()), {}});
        QStringList addresses;
        for (const QHostAddress &address : info.addresses())
            addresses.append(address.toString());
        pass(addresses.first(std::min(addresses.size(), mostAddresses)).join(u", "_s));
    });
}

void ConnectionTest::connectTcp()
{
    enter(Kind::Tcp, m_profile.timeouts.connect);
    const Result<QSslConfiguration> tls = tlsConfiguration(m_profile);
    m_socket = new QSslSocket;
    m_socket->setProxy(networkProxy(m_profile, m_credentials.proxyPassword));
    if (tls)
        m_socket->setSslConfiguration(*tls);
    QObject::connect(m_socket, &QAbstractSocket::connected, m_context.get(), [this] {
        pass(m_profile.proxy.kind == ProxyAddress::Kind::None
                 ? Tr::tr("%1, port %2").arg(m_socket->peerAddress().toString(), QString::number(m_socket->peerPort()))
                 : Tr::tr("through the proxy %1:%2").arg(m_profile.proxy.host, QString::number(m_profile.proxy.port)));
    });
    QObject::connect(m_socket, &QAbstractSocket::errorOccurred, m_context.get(),
                     [this] { failStep(unreachableError(m_profile, m_socket->errorString())); });
    const bool isSecure = m_profile.address.scheme() == "https"_L1;
    m_socket->connectToHost(m_profile.address.host(), static_cast<quint16>(m_profile.address.port(isSecure ? 443 : 80)));
}

void ConnectionTest::encrypt()
{
    if (m_profile.address.scheme() != "https"_L1) {
        skip(Kind::Tls, Tr::tr("none: the address is http, everything can be read on the way"));
        return run(Kind::Http);
    }
    enter(Kind::Tls, m_profile.timeouts.connect);
    if (const Result<QSslConfiguration> tls = tlsConfiguration(m_profile); !tls)
        return failStep(tls.error());
    QObject::connect(m_socket, &QSslSocket::sslErrors, m_context.get(), [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            m_tlsProblem = tlsError(m_profile, errors);
    });
    QObject::connect(m_socket, &QAbstractSocket::errorOccurred, m_context.get(),
                     [this] { failStep(m_tlsProblem ? *m_tlsProblem : unreachableError(m_profile, m_socket->errorString())); });
    QObject::connect(m_socket, &QSslSocket::encrypted, m_context.get(), [this] {
        const QSslCertificate peer = m_socket->peerCertificate();
        if (const auto wrong = pinError(m_profile, peer))
            return failStep(*wrong);
        pass(Tr::tr("%1, certificate of “%2” until %3, key %4")
                 .arg(m_socket->sessionCipher().protocolString(), peer.subjectDisplayName(),
                      QLocale().toString(peer.expiryDate().date(), QLocale::ShortFormat), pinOf(peer)));
    });
    m_socket->startClientEncryption();
}

void ConnectionTest::askHttp()
{
    enter(Kind::Http, m_profile.timeouts.request);
    m_session = std::make_unique<ClusterSession>(m_profile, m_credentials, m_surroundings, TrafficLog(), m_guard);
    HttpRequest request;
    request.verb = "GET";
    request.url = m_session->rest().urlOf(u"/"_s);
    request.withSession = false;
    const std::shared_ptr<core::AsyncCall<HttpAnswer>> call = m_session->rest().exchange(std::move(request));
    m_call = call;
    call->start([this](const Result<HttpAnswer> &answer) {
        if (!answer)
            return failStep(answer.error());
        const QUrl to = answer->location.isRelative() ? m_profile.address : answer->location;
        if (to.isValid() && !m_profile.isOurs(to) && answer->status >= 300 && answer->status < 400)
            return failStep(
                {u"bad_profile"_s,
                 Tr::tr("The web server sends everybody to %1.").arg(to.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString()),
                 {}});
        pass(Tr::tr("answers (HTTP %1)").arg(answer->status));
    });
}

void ConnectionTest::logIn()
{
    if (m_credentials.password.isEmpty()) {
        for (const Kind kind : {Kind::Login, Kind::WebSocket, Kind::Setup})
            skip(kind, Tr::tr("not tried: there is no password"));
        return conclude();
    }
    enter(Kind::Login, m_profile.timeouts.request);
    const std::shared_ptr<core::AsyncCall<protocol::SessionInfo>> call = m_session->login();
    m_call = call;
    call->start([this](const Result<protocol::SessionInfo> &info) {
        if (!info)
            return failStep(info.error());
        pass(Tr::tr("as “%1” of %2").arg(m_profile.login, m_profile.domain));
    });
}

void ConnectionTest::openSocket()
{
    enter(Kind::WebSocket, m_profile.timeouts.connect);
    const bool hasToken = !m_credentials.token.isEmpty();
    const protocol::SessionInfo &info = m_session->info();
    LinkEntry entry;
    entry.kind = hasToken ? LinkKind::Token : LinkKind::User;
    entry.token = m_credentials.token;
    entry.sessionId = info.sessionId.isEmpty() ? info.sessionToken : info.sessionId;
    entry.capabilities = m_goal.capabilities;
    entry.opened = [this] {
        onSocketOpened();
    };
    const auto call = std::make_shared<LinkSetupCall>(m_session->link(), m_session->rest(), std::move(entry));
    m_call = call;
    call->start([this](const Result<QString> &id) {
        if (!id)
            return failStep(id.error());
        pass(m_goal.capabilities.isEmpty() ? Tr::tr("accepted") : Tr::tr("granted: %1").arg(m_goal.capabilities.join(u", "_s)));
        conclude();
    });
}

void ConnectionTest::onSocketOpened()
{
    pass(m_credentials.token.isEmpty() ? Tr::tr("open, of the user API") : Tr::tr("open, of the token API"));
    enter(Kind::Setup, m_profile.timeouts.request);
}

} // namespace signalbox::cluster
