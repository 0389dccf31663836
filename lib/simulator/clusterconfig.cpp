// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/clusterconfig.h"

#include "core/filestore.h"
#include "core/jsonreader.h"
#include "simulator/configreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

static void initResources()
{
    Q_INIT_RESOURCE(signalbox_simulator);
}

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr qint64 maxConfigBytes = 16 * 1024 * 1024;

/// Descriptions of plug-ins are named relative to the configuration.
void findDescriptions(ClusterConfig &config, const QDir &folder)
{
    for (PluginConfig &plugin : config.plugins) {
        if (!plugin.description.isEmpty())
            plugin.description = QDir::cleanPath(folder.absoluteFilePath(plugin.description));
    }
}

} // namespace

core::Result<ClusterConfig> ClusterConfig::fromJson(const core::Json &document)
{
    return ConfigReader().read(document);
}

core::Result<ClusterConfig> ClusterConfig::fromFile(const QString &path)
{
    const auto text = core::readFile(path, maxConfigBytes);
    if (!text)
        return tl::unexpected(text.error());
    const auto json = core::readJson(*text);
    if (!json) {
        const core::Diagnostic &problem = json.error();
        return core::fail(u"config.syntax"_s,
                          ConfigReader::tr("%1, line %2, column %3: %4")
                              .arg(path, QString::number(problem.line), QString::number(problem.column), problem.message));
    }
    auto config = fromJson(*json);
    if (!config)
        return core::fail(config.error().code, ConfigReader::tr("%1: %2").arg(path, config.error().message), config.error().detail);
    if (config->tls) {
        const QDir beside = QFileInfo(path).absoluteDir();
        for (QString *file : {&config->tls->certificate, &config->tls->key, &config->tls->clientCa})
            *file = file->isEmpty() ? QString() : beside.absoluteFilePath(*file);
    }
    findDescriptions(*config, QFileInfo(path).absoluteDir());
    return config;
}

ClusterConfig ClusterConfig::demo()
{
    initResources();
    QFile file(u":/clusters/demo.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    Q_UNUSED(isOpen)
    const auto json = core::readJson(file.readAll());
    Q_ASSERT(json);
    auto config = fromJson(*json);
    Q_ASSERT(config);
    findDescriptions(*config, QDir(u":/clusters"_s));
    return std::move(*config);
}

const UserConfig *ClusterConfig::user(const QString &login) const
{
    const auto found = std::find_if(users.begin(), users.end(), [&login](const UserConfig &each) { return each.login == login; });
    return found == users.end() ? nullptr : &*found;
}

const PointConfig *ClusterConfig::point(const QString &code) const
{
    const auto found = std::find_if(points.begin(), points.end(), [&code](const PointConfig &each) { return each.code == code; });
    return found == points.end() ? nullptr : &*found;
}

const PointConfig *ClusterConfig::pointByToken(const QString &token) const
{
    const auto found = std::find_if(points.begin(), points.end(), [&token](const PointConfig &each) { return each.token == token; });
    return found == points.end() ? nullptr : &*found;
}

} // namespace signalbox::simulator
