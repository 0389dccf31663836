// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clusterlink.h"

#include "cli/terminaltext.h"
#include "simulator/administrator.h"

#include <ostream>

namespace signalbox::cli {

using namespace Qt::StringLiterals;

namespace {
QString scriptCapability()
{
    return u"svcscript"_s;
}
/// How long an interrupted login may still take.
constexpr std::chrono::milliseconds loginPatience{3000};
} // namespace

ClusterLink::ClusterLink(Context &context, const GlobalOptions &globals, runner::LocalFiles &files)
    : m_context(context), m_globals(globals), m_files(files)
{
    if (globals.isSimulated()) {
        m_config = context.simulated();
        m_profile.dialect = m_config.dialect;
    } else {
        m_profile = globals.profile();
    }
}

ClusterLink::~ClusterLink() = default;

Failure ClusterLink::failureOf(const core::Error &error)
{
    // What picking a connection can say is no fault of the cluster's.
    if (error.code == "no_connection"_L1 || error.code == "several_connections"_L1)
        return {exitcode::failed, error.message};
    if (error.code == "usage"_L1 || error.code == "bad_selector"_L1)
        return {exitcode::usage, error.message};
    if (error.code == "too_many_sessions"_L1)
        return {exitcode::unreachable,
                error.message + u' ' +
                    tr("As an administrator, \"signalbox-cli sessions\" lists them and \"signalbox-cli sessions --close "
                       "ID\" closes one.")};
    return {exitcode::unreachable, error.message};
}

void ClusterLink::fail(Failure failure)
{
    if (const Opened opened = std::exchange(m_opened, nullptr))
        opened(std::move(failure));
}

void ClusterLink::open(Need need, Opened opened)
{
    m_need = need;
    m_opened = std::move(opened);
    if (m_globals.isSimulated()) {
        if (std::optional<Failure> failure = startSimulated())
            fail(std::move(*failure));
        else
            login();
        return;
    }
    if (m_profile.login.isEmpty() || m_profile.domain.isEmpty()) {
        fail({exitcode::usage,
              m_profile.name.isEmpty()
                  ? tr("A cluster that is given by its address needs --domain and --login.")
                  : tr("The profile \"%1\" has no domain or no login; give them with --domain and --login.").arg(m_profile.name)});
        return;
    }
    m_secrets = std::make_unique<SecretSource>(m_context, m_globals);
    m_missing = {cluster::SecretKind::Password};
    if (!m_profile.proxy.user.isEmpty())
        m_missing.append(cluster::SecretKind::ProxyPassword);
    if (m_need != Need::Rest)
        m_missing.append(cluster::SecretKind::Token);
    findSecrets();
}

std::optional<Failure> ClusterLink::startSimulated()
{
    const simulator::UserConfig *const admin = simulator::administratorOf(m_config);
    const auto point = std::find_if(m_config.points.begin(), m_config.points.end(), [](const simulator::PointConfig &candidate) {
        return candidate.capabilities.contains(scriptCapability());
    });
    if (!admin || point == m_config.points.end())
        return Failure{exitcode::internal, tr("The simulated cluster has no administrator, or no integration point with svcscript.")};
    m_profile.domain = m_config.domain;
    m_profile.login = admin->login;
    m_credentials = {admin->password, point->token};
    m_simulated = std::make_unique<simulator::SimulatedCluster>(m_config);
    if (const auto started = m_simulated->start(); !started)
        return Failure{exitcode::unreachable, tr("The simulated cluster did not start: %1").arg(started.error().message)};
    const QList<simulator::NodeAddress> nodes = m_simulated->nodes();
    m_profile.address = nodes.constFirst().url;
    if (nodes.size() > 1) {
        for (const simulator::NodeAddress &node : nodes)
            m_profile.nodes.insert(node.site + u'/' + node.node, node.url);
    }
    return std::nullopt;
}

void ClusterLink::findSecrets()
{
    if (m_missing.isEmpty()) {
        login();
        return;
    }
    const cluster::SecretKind kind = m_missing.takeFirst();
    m_secrets->find(kind, [this, kind](core::Result<QString> secret) {
        if (!secret) {
            fail(failureOf(secret.error()));
            return;
        }
        m_credentials.set(kind, std::move(*secret));
        findSecrets();
    });
}

void ClusterLink::login()
{
    cluster::TrafficLog log;
    if (m_globals.verbose()) {
        log = [&err = m_context.err](const QString &line) {
            err << oneLine(line, 4000).toStdString() << '\n';
            err.flush();
        };
    }
    m_session = std::make_unique<cluster::ClusterSession>(m_profile, m_credentials, m_context.surroundings, log);
    m_login = m_session->login();
    m_login->start([this](const core::Result<protocol::SessionInfo> &info) {
        if (!info) {
            fail(failureOf(info.error()));
            return;
        }
        m_loggedIn = true;
        if (m_need == Need::Operations)
            openLink();
        else
            ready();
    });
}

void ClusterLink::openLink()
{
    m_step = m_session->openLink({scriptCapability()});
    m_step->start([this](const core::Result<void> &result) {
        if (!result) {
            fail(failureOf(result.error()));
            return;
        }
        m_access = std::make_unique<runner::SessionAccess>(*m_session);
        m_operations = std::make_unique<runner::RemoteOperations>(*m_access, m_context.surroundings, m_files);
        // Beside the work, not before it; what it finds is removed in the background. An embedded cluster is as new as we are.
        if (!m_globals.isSimulated()) {
            m_sweep = m_operations->sweep();
            m_sweep->start([](const core::Result<int> &) {});
        }
        ready();
    });
}

void ClusterLink::ready()
{
    if (const Opened opened = std::exchange(m_opened, nullptr))
        opened(std::nullopt);
}

void ClusterLink::close(std::function<void(const QString &)> closed)
{
    m_opened = nullptr;
    m_closed = std::move(closed);
    m_secrets.reset();
    m_sweep.reset();
    m_step.reset();
    if (!m_operations) {
        logout();
        return;
    }
    m_step = m_operations->close();
    m_step->start([this](const core::Result<void> &result) {
        if (!result)
            m_warning = result.error().message;
        logout();
    });
}

void ClusterLink::logout()
{
    // A login that is under way may succeed on the cluster: it is waited for a while, so that its session does not stay.
    if (!m_session || (!m_loggedIn && !(m_login && m_login->isRunning()))) {
        this->closed();
        return;
    }
    if (!m_loggedIn) {
        m_opened = [this](const std::optional<Failure> &) {
            if (m_loggedIn)
                logout();
            else
                this->closed();
        };
        m_need = Need::Rest;
        m_patience.arm(m_context.surroundings.scheduler, loginPatience, [this] {
            m_opened = nullptr;
            m_login.reset();
            this->closed();
        });
        return;
    }
    m_patience.cancel();
    m_step = m_session->logout();
    m_step->start([this](const core::Result<void> &) { this->closed(); });
}

void ClusterLink::closed()
{
    if (const auto closed = std::exchange(m_closed, nullptr))
        closed(m_warning);
}

} // namespace signalbox::cli
