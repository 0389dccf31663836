// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/localfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace signalbox::runner {

using namespace Qt::StringLiterals;

namespace {

core::Result<std::optional<QString>> readableFile(const QString &path, const QString &shown)
{
    const QFileInfo info(path);
    if (!info.exists())
        return core::fail(u"file_not_found"_s, LocalFiles::tr("There is no file \"%1\".").arg(shown), path);
    if (!info.isFile())
        return core::fail(u"file_not_found"_s, LocalFiles::tr("\"%1\" is not a regular file.").arg(shown), path);
    if (!info.isReadable())
        return core::fail(u"file_not_found"_s, LocalFiles::tr("The file \"%1\" cannot be read.").arg(shown), path);
    return std::optional(info.absoluteFilePath());
}

} // namespace

core::Result<void> LocalFiles::addCategory(const QString &assignment)
{
    static const QRegularExpression form(u"\\A:?([A-Za-z][A-Za-z0-9_]*)=(.+)\\z"_s, QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(assignment);
    if (!match.hasMatch())
        return core::fail(u"bad_argument"_s,
                          LocalFiles::tr("\"%1\" is not of the form CATEGORY=DIR, such as SYNC_COMMON=./files.").arg(assignment));
    const QString category = match.captured(1);
    if (u':' + category == m_tempCategory)
        return core::fail(u"bad_argument"_s,
                          LocalFiles::tr("The category %1 is the run's own temporary directory; choose another.").arg(category));
    const QFileInfo folder(match.captured(2));
    if (!folder.isDir())
        return core::fail(u"file_not_found"_s,
                          LocalFiles::tr("There is no folder \"%1\" for the category %2.").arg(match.captured(2), category));
    m_folders.insert(category, QDir::cleanPath(folder.absoluteFilePath()));
    return {};
}

core::Result<std::optional<QString>> LocalFiles::locate(const QString &path) const
{
    if (!path.startsWith(u':'))
        return m_plainLocal ? readableFile(path, path) : core::Result<std::optional<QString>>(std::nullopt);

    const qsizetype slash = path.indexOf(u'/');
    const QString category = path.mid(1, slash < 0 ? -1 : slash - 1);
    QString folder = m_folders.value(category);
    if (u':' + category == m_tempCategory) {
        if (!m_temp)
            return core::fail(u"file_not_found"_s,
                              LocalFiles::tr("There is no file \"%1\": nothing was put into %2 in this run.").arg(path, m_tempCategory));
        folder = m_temp->path();
    }
    if (folder.isEmpty())
        return std::optional<QString>();
    const QString local = QDir::cleanPath(folder + u'/' + (slash < 0 ? QString() : path.mid(slash + 1)));
    if (!local.startsWith(folder + u'/'))
        return core::fail(u"bad_argument"_s, LocalFiles::tr("The path \"%1\" leaves its category's folder.").arg(path));
    return readableFile(local, path);
}

core::Result<LocalFiles::NewFile> LocalFiles::newTempFile(const QString &name)
{
    if (!m_temp)
        m_temp = std::make_unique<QTemporaryDir>();
    if (!m_temp->isValid())
        return core::fail(u"unwritable"_s,
                          LocalFiles::tr("The run's temporary directory could not be made: %1").arg(m_temp->errorString()));
    return NewFile{m_tempCategory + u'/' + name, m_temp->path() + u'/' + name};
}

} // namespace signalbox::runner
