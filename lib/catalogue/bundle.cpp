// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/bundle.h"

#include <QDir>
#include <QFile>

/// Outside every namespace, as Q_INIT_RESOURCE wants it; a static library's resources are not there without it.
static void initResources()
{
    Q_INIT_RESOURCE(signalbox_catalogue);
}

namespace signalbox::catalogue {

using namespace Qt::StringLiterals;

namespace {

QByteArray content(const QString &path)
{
    initResources();
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

} // namespace

QByteArray bundledSchema()
{
    return content(u":/schemas/component.schema.json"_s);
}

QList<QByteArray> bundledDescriptions()
{
    initResources();
    QList<QByteArray> found;
    const QDir folder(u":/components"_s);
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        found.append(content(folder.filePath(name)));
    return found;
}

} // namespace signalbox::catalogue
