// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/capabilities/descriptionfiles.h"

#include "capability/capabilities.h"
#include "core/filestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::designer::DescriptionFiles)
};

constexpr qint64 fileLimit = 4 * 1024 * 1024; // as Capabilities reads

} // namespace

core::Result<QString> descriptionName(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    for (const QString &suffix : {u".json"_s, u".yaml"_s, u".yml"_s}) {
        if (!name.endsWith(suffix, Qt::CaseInsensitive))
            continue;
        QString base = name.chopped(suffix.size());
        if (base.endsWith(u".asyncapi"_s, Qt::CaseInsensitive))
            base.chop(9);
        if (base.isEmpty())
            break;
        return base + u".asyncapi"_s + suffix;
    }
    return core::fail(u"bad_name"_s, Tr::tr("“%1” is no description: their names end in .json, .yaml or .yml.").arg(name));
}

core::Result<QString> addDescription(const QString &folder, const QString &file, bool overwrite)
{
    const core::Result<QString> name = descriptionName(file);
    if (!name)
        return name;
    capability::Capabilities trial;
    if (const core::Result<void> read = trial.addFile(file); !read)
        return tl::unexpected(read.error());
    const QString target = QDir(folder).absoluteFilePath(*name);
    if (QFileInfo(target) == QFileInfo(file))
        return target;
    if (QFileInfo::exists(target) && !overwrite)
        return core::fail(u"already_exists"_s, Tr::tr("There is a file “%1” beside the scenario already.").arg(*name));
    return core::readFile(file, fileLimit)
        .and_then([&target](const QByteArray &content) { return core::writeFile(target, content); })
        .map([&target] { return target; });
}

core::Result<void> removeDescription(const QString &path)
{
    if (QFile::moveToTrash(path) || QFile::remove(path))
        return {};
    return core::fail(u"not_removed"_s, Tr::tr("“%1” cannot be removed. May the folder be changed?").arg(QFileInfo(path).fileName()));
}

} // namespace signalbox::designer
