// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/bundle.h"

#include <QDir>
#include <QFile>

/// Outside every namespace, as Q_INIT_RESOURCE wants it; a static library's resources are not there without it.
static void initResources()
{
    Q_INIT_RESOURCE(signalbox_drawing);
}

namespace signalbox::drawing {

using namespace Qt::StringLiterals;

QByteArray bundledFile(const QString &path)
{
    initResources();
    QFile file(u":/"_s + path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

QStringList bundledIcons()
{
    initResources();
    return QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
}

} // namespace signalbox::drawing
