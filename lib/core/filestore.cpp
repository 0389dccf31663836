// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <cerrno>

namespace signalbox::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FileStore", text);
}

tl::unexpected<Error> notWritten(const QString &path, const QString &reason)
{
    const QString native = QDir::toNativeSeparators(path);
    for (const int code : std::array{ENOSPC, EDQUOT, EFBIG}) {
        if (reason == qt_error_string(code))
            return fail(
                QStringLiteral("disk_full"),
                tr(QT_TRANSLATE_NOOP("FileStore", "%1 was not saved: there is no room for it. Free some space and try again.")).arg(native),
                reason);
    }
    return fail(QStringLiteral("unwritable"),
                tr(QT_TRANSLATE_NOOP("FileStore", "%1 was not saved: %2. Check the folder and its permissions.")).arg(native, reason),
                reason);
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    const QString native = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return fail(QStringLiteral("file_not_found"),
                    tr(QT_TRANSLATE_NOOP("FileStore", "There is no file %1. Check its name and folder.")).arg(native));
    if (!info.isFile())
        return fail(QStringLiteral("not_a_file"), tr(QT_TRANSLATE_NOOP("FileStore", "%1 is not a file.")).arg(native));
    const auto tooLarge = [&] {
        return fail(QStringLiteral("too_large"),
                    tr(QT_TRANSLATE_NOOP("FileStore", "%1 is too large: at most %2 bytes are read.")).arg(native).arg(limit));
    };
    const auto unreadable = [&](const QFile &file) {
        return fail(QStringLiteral("unreadable"),
                    tr(QT_TRANSLATE_NOOP("FileStore", "%1 cannot be read: %2. Check its permissions.")).arg(native, file.errorString()),
                    file.errorString());
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    if (file.size() > limit)
        return tooLarge();
    constexpr qint64 step = 1024 * 1024;
    QByteArray content;
    content.reserve(file.size());
    while (content.size() <= limit) { // it may have grown since its size was asked
        const QByteArray part = file.read(step);
        if (file.error() != QFileDevice::NoError)
            return unreadable(file);
        if (part.isEmpty())
            return content;
        content.append(part);
    }
    return tooLarge();
}

Result<void> writeFile(const QString &path, QByteArrayView content)
{
    // Renaming over a device or a pipe would replace it.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return notWritten(path, tr(QT_TRANSLATE_NOOP("FileStore", "it is not a file")));
    QSaveFile file(path);
    // Without a buffer: Qt 6.4 renames the file over the old one even when its last flush failed.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return notWritten(path, file.errorString());
    for (qsizetype done = 0; done < content.size();) { // a full disk takes a part first, and only then says why
        const qint64 taken = file.write(content.data() + done, content.size() - done);
        if (taken <= 0) {
            const QString reason = file.errorString();
            file.cancelWriting();
            return notWritten(path, reason);
        }
        done += taken;
    }
    if (!file.commit())
        return notWritten(path, file.errorString());
    return {};
}

} // namespace signalbox::core
