// SPDX-License-Identifier: GPL-3.0-or-later
// Files and JSON as tests of the command line look at them. Header only, since it needs no library but the core's JSON.
#pragma once

#include "core/json.h"

#include <QFile>

namespace signalbox::test {

/// "unreadable" for a file that cannot be read.
inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

/// Ends the test program when the file cannot be written. The path.
inline QString writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

/// Of an object, in order.
inline QStringList keysOf(const core::Json &object)
{
    QStringList keys;
    for (const core::JsonMember &member : object.members())
        keys.append(member.key);
    return keys;
}

} // namespace signalbox::test
