// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/live/livecluster.h"

#include "designer/cluster/formlogin.h"

#include <QMetaMethod>
#include <QPointer>
#include <QSet>
#include <QSettings>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::SecretKind;
using core::Result;
using Kind = ClusterChoice::Kind;

namespace {

const auto currentSetting = u"cluster/current"_s; // ClusterChoice::key()
const auto scriptCapability = u"svcscript"_s;     // what starts carriers and whole scenarios

} // namespace

/// Waits for the one opening.
class LiveCluster::OpenCall final : public core::AsyncCall<Connection>
{
public:
    OpenCall(LiveCluster &owner, Need need) : m_owner(&owner), m_clusters(owner.m_clusters), m_need(need) {}
    ~OpenCall() override
    {
        if (isRunning())
            abort();
    }
    Need need() const { return m_need; }
    void end(const Result<Connection> &result) { finish(result); }

private:
    void begin() override
    {
        if (!m_owner)
            return over();
        m_owner->m_waiters.push_back(this);
        // In the next turn of the event loop: what is there is answered at once, and no call answers from within its start.
        m_turn.arm(m_clusters.world().surroundings.scheduler, std::chrono::milliseconds(0), [this] {
            if (m_owner)
                m_owner->advance();
        });
    }
    void over()
    {
        m_turn.arm(m_clusters.world().surroundings.scheduler, std::chrono::milliseconds(0),
                   [this] { finish(core::fail(u"cancelled"_s, LiveCluster::tr("The window is closing."))); });
    }
    void abort() override
    {
        m_turn.cancel();
        if (m_owner)
            m_owner->forget(this);
    }

    const QPointer<LiveCluster> m_owner;
    Clusters &m_clusters;
    const Need m_need;
    core::Deadline m_turn;
};

LiveCluster::LiveCluster(Clusters &clusters, QSettings &settings, QObject *parent)
    : QObject(parent), m_clusters(clusters), m_settings(settings)
{
    const QString key = settings.value(currentSetting).toString();
    const QString profileKey = u"profile:"_s;
    if (key.startsWith(profileKey)) {
        m_choice.kind = Kind::Profile; // more of it once the file has been read
        m_choice.profile.name = key.sliced(profileKey.size());
    } else {
        m_choice = FormLogin::lastTyped(settings);
        if (key != "address"_L1 || m_choice.profile.address.isEmpty())
            m_choice = {Kind::Simulated, {}};
    }
    connect(&clusters.profiles(), &Profiles::renamed, this, [this](const QString &before, const QString &now) {
        if (m_choice.kind != Kind::Profile || m_choice.profile.name != before)
            return;
        m_choice.profile.name = now;
        m_settings.setValue(currentSetting, m_choice.key());
    });
    connect(&clusters.profiles(), &Profiles::changed, this, &LiveCluster::takeProfiles);
    if (clusters.profiles().isKnown())
        takeProfiles();
    else
        clusters.profiles().load();
}

LiveCluster::~LiveCluster()
{
    m_isAsking = false;
    const QSignalBlocker quiet(this);
    drop();
    settle(core::fail(u"cancelled"_s, tr("The window is closing.")));
}

// Which --------------------------------------------------------------------------------------------------------------------

QList<ClusterChoice> LiveCluster::choices() const
{
    QList<ClusterChoice> all{{Kind::Simulated, {}}};
    for (const cluster::Profile &profile : m_clusters.profiles().all())
        all.append({Kind::Profile, profile});
    if (m_choice.kind == Kind::Address)
        all.append(m_choice);
    return all;
}

void LiveCluster::choose(const ClusterChoice &choice)
{
    const bool isSame = m_choice.key() == choice.key() && m_choice.isSameCluster(choice);
    if (!isSame)
        leave();
    m_choice = choice;
    m_settings.setValue(currentSetting, choice.key());
    if (!isSame && m_state != State::Idle)
        setState(State::Idle);
    Q_EMIT choiceChanged();
}

void LiveCluster::takeProfiles()
{
    const bool wasKnown = std::exchange(m_isKnown, true);
    if (m_choice.kind == Kind::Profile) {
        const cluster::Profile *const kept = m_clusters.profiles().find(m_choice.profile.name);
        std::optional<cluster::Profile> now = kept ? std::optional(*kept) : std::nullopt;
        if (now && m_connection) { // what the profile leaves open, the person has said
            if (now->domain.isEmpty())
                now->domain = m_choice.profile.domain;
            if (now->login.isEmpty())
                now->login = m_choice.profile.login;
        }
        if (now && wasKnown && m_connection && !m_choice.isSameCluster({Kind::Profile, *now}))
            leave(); // it is another cluster now
        if (now)
            m_choice.profile = *now;
        else if (m_clusters.profiles().error().code.isEmpty())
            choose({Kind::Simulated, {}}); // it is gone
        Q_EMIT choiceChanged();
    }
    Q_EMIT choicesChanged();
    if (!wasKnown)
        advance();
}

QString LiveCluster::extent() const
{
    const QMap<QString, QUrl> &nodes = m_connection ? m_connection->choice().profile.nodes : m_choice.profile.nodes;
    if (nodes.isEmpty())
        return {};
    QSet<QString> sites;
    for (auto node = nodes.keyBegin(); node != nodes.keyEnd(); ++node)
        sites.insert(node->section(u'/', 0, 0));
    return tr("%n node(s)", nullptr, static_cast<int>(nodes.size())) + u" · "_s + tr("%n site(s)", nullptr, static_cast<int>(sites.size()));
}

// The connection -------------------------------------------------------------------------------------------------------------

cluster::Call<LiveCluster::Connection> LiveCluster::open(Need need)
{
    return std::make_unique<OpenCall>(*this, need);
}

void LiveCluster::forget(OpenCall *call)
{
    m_waiters.remove(call);
    m_answering.remove(call);
}

void LiveCluster::setState(State state, core::Error error)
{
    m_state = state;
    m_error = std::move(error);
    if (state != State::Connecting)
        m_phase.clear();
    Q_EMIT stateChanged();
}

void LiveCluster::wait(const QString &phase)
{
    m_phase = phase;
    setState(State::Connecting);
}

bool LiveCluster::isWanted(Need need) const
{
    return std::any_of(m_waiters.begin(), m_waiters.end(), [need](const OpenCall *call) { return call->need() == need; });
}

void LiveCluster::advance()
{
    if (m_waiters.empty() || !m_isKnown || m_connecting || m_finding || m_linking || m_reopening || m_isAsking)
        return;
    if (!m_connection)
        return connectNow();
    if (m_hasLink)
        return settle(m_connection);
    settle(m_connection, false);
    if (isWanted(Need::Operations))
        findToken();
}

void LiveCluster::connectNow()
{
    const cluster::Profile &profile = m_choice.profile;
    if (m_choice.kind == Kind::Profile && profile.address.isEmpty()) { // nothing is known of it but its name
        const core::Error &why = m_clusters.profiles().error();
        return fail({why.code, tr("The profile “%1” cannot be read: %2").arg(title(), why.message), why.detail});
    }
    if (m_choice.kind != Kind::Simulated && (profile.login.isEmpty() || profile.domain.isEmpty()))
        return ask(&LiveCluster::loginWanted,
                   {u"no_login"_s, tr("It is not known who logs in to “%1”: the login or the domain is missing.").arg(title()), {}});
    TypedSecrets secrets;
    ClusterChoice choice = m_choice;
    if (m_choice.kind == Kind::Simulated) {
        const EmbeddedCluster::DemoUser &user = m_clusters.embedded().demoUser();
        choice.profile = user.profile;
        secrets = {user.password, {}, user.token};
    }
    wait(tr("Connecting…"));
    m_connecting = std::make_unique<ConnectCall>(m_clusters, choice, secrets, [this](const QString &phase) { wait(phase); });
    m_connecting->start([this](const Result<Connection> &answer) {
        const Result<Connection> connection = answer;
        m_connecting.reset();
        if (connection)
            return onConnected(*connection);
        const core::Error error = connection.error();
        if (error.code == "refused"_L1 || error.code == "banned_soon"_L1)
            m_clusters.forget(SecretKind::Password, m_choice);
        if (error.code == "refused"_L1 || error.code == "banned_soon"_L1 || error.code == "no_password"_L1 ||
            error.code == "no_proxy_password"_L1)
            return ask(&LiveCluster::loginWanted, error);
        fail(error);
    });
}

void LiveCluster::onConnected(Connection connection)
{
    m_connection = std::move(connection);
    m_hasLink = false;
    connect(&m_connection->session(), &cluster::ClusterSession::linkLost, this, &LiveCluster::onLinkLost);
    setState(State::Connected);
    advance();
}

void LiveCluster::findToken()
{
    if (!m_connection->credentials().token.isEmpty())
        return openLink();
    wait(tr("Looking for the token in the keychain…"));
    m_finding = m_clusters.findSecret(SecretKind::Token, m_choice);
    m_finding->start([this](const Result<std::optional<QString>> &found) {
        const std::optional<QString> token = found ? *found : std::nullopt;
        m_finding.reset();
        if (!token || token->isEmpty())
            return ask(&LiveCluster::tokenWanted,
                       {u"no_token"_s,
                        tr("No token is kept for “%1”. Operations run by the token of an integration point that has the capability “%2”.")
                            .arg(title(), scriptCapability),
                        {}});
        m_connection->setToken(*token);
        openLink();
    });
}

void LiveCluster::openLink()
{
    wait(tr("Opening a web socket…"));
    m_linking = m_connection->session().openLink({scriptCapability});
    m_linking->start([this](const Result<void> &opened) {
        const Result<void> answer = opened;
        m_linking.reset();
        if (answer) {
            m_hasLink = true;
            setState(State::Connected);
            return advance();
        }
        const bool isToken = answer.error().code == "refused"_L1 && m_choice.kind != Kind::Simulated;
        if (isToken) {
            m_clusters.forget(SecretKind::Token, m_choice);
            m_connection->setToken({});
            return ask(&LiveCluster::tokenWanted, answer.error());
        }
        setState(State::Connected); // the session stands
        take(answer.error());
        if (m_connection)
            settle(tl::unexpected(answer.error()));
    });
}

void LiveCluster::onLinkLost(const core::Error &error)
{
    m_hasLink = false;
    setState(State::Lost, error);
    m_reopening = m_connection->session().reopenLink(cluster::RetryPolicy{});
    m_reopening->start([this](const Result<void> &opened) {
        const Result<void> answer = opened;
        m_reopening.reset();
        if (!answer) {
            drop();
            return fail(answer.error());
        }
        m_hasLink = true;
        setState(State::Connected);
        advance();
    });
}

void LiveCluster::take(const core::Error &error)
{
    if (!m_connection || (error.code != "expired"_L1 && error.code != "unreachable"_L1))
        return;
    if (error.code == "unreachable"_L1 && m_hasLink)
        return; // the link tells by itself when it is gone
    drop();
    if (std::exchange(m_isAsking, false))
        Q_EMIT nothingWanted();
    fail(error);
}

void LiveCluster::leave()
{
    drop();
    if (std::exchange(m_isAsking, false))
        Q_EMIT nothingWanted();
    if (m_state != State::Idle)
        setState(State::Idle);
    settle(core::fail(u"cancelled"_s, tr("The cluster was disconnected.")));
}

void LiveCluster::drop()
{
    m_connecting.reset();
    m_finding.reset();
    m_linking.reset();
    m_reopening.reset();
    m_hasLink = false;
    if (!m_connection)
        return;
    m_connection->session().disconnect(this);
    m_clusters.leave(std::exchange(m_connection, nullptr));
}

void LiveCluster::ask(void (LiveCluster::*wanted)(const core::Error &), const core::Error &why)
{
    if (!isSignalConnected(QMetaMethod::fromSignal(wanted))) {
        if (!m_connection)
            return fail(why);
        setState(State::Connected);
        return settle(tl::unexpected(why));
    }
    m_isAsking = true;
    wait(tr("Waiting for you…"));
    Q_EMIT(this->*wanted)(why);
}

void LiveCluster::adopt(Connection connection)
{
    if (!std::exchange(m_isAsking, false))
        return m_clusters.leave(std::move(connection));
    const cluster::Profile &used = connection->choice().profile;
    m_choice.profile.login = used.login;
    m_choice.profile.domain = used.domain;
    if (m_choice.kind == Kind::Address) // the person may have typed another one
        m_choice.profile.address = used.address;
    Q_EMIT choiceChanged();
    onConnected(std::move(connection));
}

void LiveCluster::takeToken(const QString &token, bool inKeychain)
{
    if (!std::exchange(m_isAsking, false) || !m_connection)
        return;
    m_clusters.keepSecret(SecretKind::Token, m_choice, token, inKeychain, [self = QPointer<LiveCluster>(this)](const Result<void> &kept) {
        if (self && !kept)
            Q_EMIT self->notice(tr("The token is kept until the program ends only: %1").arg(kept.error().message));
    });
    m_connection->setToken(token);
    openLink();
}

void LiveCluster::giveUp()
{
    if (!std::exchange(m_isAsking, false))
        return;
    setState(m_connection ? State::Connected : State::Idle);
    settle(core::fail(u"cancelled"_s, tr("Nobody is logged in: you did not say as whom.")));
}

void LiveCluster::fail(const core::Error &error)
{
    setState(State::Failed, error);
    settle(tl::unexpected(error));
}

void LiveCluster::settle(const Result<Connection> &result, bool all)
{
    const Result<Connection> answer = result; // what it came from may go
    for (auto next = m_waiters.begin(); next != m_waiters.end();) {
        const auto here = next++;
        if (all || (*here)->need() == Need::Session)
            m_answering.splice(m_answering.end(), m_waiters, here);
    }
    // One that is answered may destroy others: those take themselves from the list.
    while (!m_answering.empty()) {
        OpenCall *const call = m_answering.front();
        m_answering.pop_front();
        call->end(answer);
    }
}

} // namespace signalbox::designer
