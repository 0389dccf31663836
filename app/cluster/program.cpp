// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/program.h"

#include <ostream>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::clusterprogram {

namespace {

Json namesOf(const QStringList &names)
{
    QList<Json> list;
    for (const QString &name : names)
        list.append(Json(name));
    return Json::array(std::move(list));
}

} // namespace

Program::Program(std::ostream &out, std::ostream &err, std::function<void()> waitForEnd)
    : m_out(out), m_err(err), m_waitForEnd(std::move(waitForEnd))
{}

int Program::fail(ExitCode code, const QString &message)
{
    m_err << "signalbox-cluster: " << message.toStdString() << '\n' << std::flush;
    return code;
}

core::Result<simulator::ClusterConfig> Program::configOf(const Options &options)
{
    auto config = options.config.isEmpty() ? simulator::ClusterConfig::demo() : simulator::ClusterConfig::fromFile(options.config);
    if (!config)
        return config;
    config->listen = options.listen.value_or(config->listen);
    config->port = options.port.value_or(config->port);
    config->nodes = options.nodes.value_or(config->nodes);
    config->sites = options.sites.value_or(config->sites);
    if (!options.tlsCertificate.isEmpty()) {
        const QString clientCa = config->tls ? config->tls->clientCa : QString();
        config->tls = simulator::TlsConfig{options.tlsCertificate, options.tlsKey, clientCa};
    }
    if (!options.tlsClientCa.isEmpty() && !config->tls)
        return core::fail(u"usage"_s, tr("--tls-client-ca needs --tls, or \"tls\" in the configuration."));
    if (!options.tlsClientCa.isEmpty())
        config->tls->clientCa = options.tlsClientCa;
    if (!config->control)
        config->control.emplace();
    config->control->port = options.controlPort.value_or(config->control->port);
    if (config->sites > config->nodes) {
        const QString message = tr("%1 nodes cannot be spread over %2 sites.").arg(config->nodes).arg(config->sites);
        return core::fail(options.nodes || options.sites ? u"usage"_s : u"config.invalid"_s, message);
    }
    return config;
}

int Program::run(const QStringList &arguments)
{
    const auto options = Options::parse(arguments);
    if (!options)
        return fail(WrongUsage, options.error().message);
    if (options->help) {
        m_out << Options::helpText().toStdString() << std::flush;
        return Done;
    }
    if (options->version) {
        m_out << "signalbox-cluster " SIGNALBOX_VERSION "\n" << std::flush;
        return Done;
    }
    auto config = configOf(*options);
    if (!config)
        return fail(config.error().code == "usage"_L1 ? WrongUsage : InvalidInput, config.error().message);
    simulator::SimulatedCluster cluster(std::move(*config));
    if (const auto started = cluster.start(); !started)
        return fail(started.error().code == "listen"_L1 ? CannotListen : InvalidInput, started.error().message);
    m_out << readyLine(cluster).toStdString() << '\n' << std::flush;
    m_waitForEnd();
    cluster.stop();
    return Done;
}

QByteArray Program::readyLine(const simulator::SimulatedCluster &cluster)
{
    const simulator::ClusterConfig &config = cluster.config();
    QList<Json> nodes;
    const auto addresses = cluster.nodes();
    for (const simulator::NodeAddress &node : addresses)
        nodes.append(Json::object({{u"site"_s, Json(node.site)}, {u"node"_s, Json(node.node)}, {u"url"_s, Json(node.url.toString())}}));
    QList<Json> users;
    for (const simulator::UserConfig &user : config.users)
        users.append(Json::object({{u"login"_s, Json(user.login)}, {u"pwd"_s, Json(user.password)}, {u"roles"_s, namesOf(user.roles)}}));
    QList<Json> points;
    for (const simulator::PointConfig &point : config.points)
        points.append(Json::object({{u"id"_s, Json(point.id)},
                                    {u"code"_s, Json(point.code)},
                                    {u"token"_s, Json(point.token)},
                                    {u"capabilities"_s, namesOf(point.capabilities)}}));
    return Json::object({{u"nodes"_s, Json::array(nodes)},
                         {u"domain"_s, Json(config.domain)},
                         {u"users"_s, Json::array(users)},
                         {u"integrationPoints"_s, Json::array(points)},
                         {u"control"_s,
                          Json::object({{u"url"_s, Json(cluster.control().url.toString())}, {u"token"_s, Json(cluster.control().token)}})}})
        .toCompact();
}

} // namespace signalbox::clusterprogram
