// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/filearea.h"

#include "operation/operation.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

/// A stored file is never written to again, so another name for it is a copy that takes no time, however large it is.
bool linkOrCopy(const QString &source, const QString &path)
{
    std::error_code refused;
    std::filesystem::create_hard_link(source.toStdU16String(), path.toStdU16String(), refused);
    return !refused || QFile::copy(source, path); // some file systems know no links
}

core::Error notFound(const QString &name)
{
    return {u"file_not_found"_s, u"There is no file “%1”"_s.arg(name), {}};
}

} // namespace

QString timeText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

FileArea::FileArea(Storage &storage, const QString &directory)
    : m_storage(storage), m_directory(directory), m_path(storage.directory(directory))
{}

FileArea::~FileArea()
{
    for (const auto &[name, entry] : m_files) {
        m_storage.release(entry.size);
        m_storage.removeFile();
    }
    QDir(m_path).removeRecursively();
}

const FileArea::Entry *FileArea::find(const QString &name) const
{
    const auto found = m_files.find(name);
    return found == m_files.end() ? nullptr : &found->second;
}

QList<protocol::FileRecord> FileArea::list() const
{
    QList<protocol::FileRecord> records;
    for (const auto &[name, entry] : m_files)
        records.append({name, entry.size, timeText(entry.modifiedMs)});
    return records;
}

core::Result<void> FileArea::add(const QString &name, IncomingFile &incoming, qint64 nowMs)
{
    if (const auto checked = operation::checkFileName(name); !checked)
        return checked;
    if (m_files.contains(name))
        return core::fail(u"already_exists"_s, u"There is a file “%1” already"_s.arg(name));
    return takeOver(name, incoming, nowMs);
}

core::Result<void> FileArea::replace(const QString &name, IncomingFile &incoming, qint64 nowMs)
{
    if (const auto checked = operation::checkFileName(name); !checked)
        return checked;
    if (!m_files.contains(name))
        return tl::unexpected(notFound(name));
    return takeOver(name, incoming, nowMs);
}

core::Result<void> FileArea::makeRoomFor(const QString &name)
{
    if (!m_files.contains(name) && !m_storage.addFile())
        return core::fail(u"too_many"_s, u"There are too many files"_s);
    return {};
}

void FileArea::giveRoomBack(const QString &name)
{
    if (!m_files.contains(name))
        m_storage.removeFile();
}

void FileArea::enter(const QString &name, const Entry &entry)
{
    const auto [place, isNew] = m_files.try_emplace(name, entry);
    if (isNew)
        return;
    discard(place->second);
    place->second = entry;
}

void FileArea::discard(const Entry &entry)
{
    QFile::remove(entry.path);
    m_storage.release(entry.size);
}

core::Result<void> FileArea::takeOver(const QString &name, IncomingFile &incoming, qint64 nowMs)
{
    if (const auto closed = incoming.close(); !closed)
        return closed;
    if (const auto room = makeRoomFor(name); !room)
        return room;
    // Names of clients never reach the file system: files there are numbered.
    const QString path = m_path + u'/' + QString::number(++m_count);
    if (!QFile::rename(incoming.path(), path)) {
        giveRoomBack(name);
        return core::fail(u"internal"_s, u"The file “%1” cannot be stored"_s.arg(name));
    }
    incoming.handOn();
    enter(name, {path, incoming.size(), nowMs, m_count});
    return {};
}

core::Result<void> FileArea::copyIn(const QString &name, const QString &sourcePath, bool overwrite, qint64 nowMs)
{
    if (const auto checked = operation::checkFileName(name); !checked)
        return checked;
    if (!overwrite && m_files.contains(name))
        return core::fail(u"already_exists"_s, u"There is a file “%1” already"_s.arg(name));
    const QFileInfo source(sourcePath);
    if (!source.isFile())
        return tl::unexpected(notFound(name));
    const qint64 size = source.size();
    if (!m_storage.reserve(size, m_directory))
        return core::fail(u"too_large"_s, u"The storage is full"_s);
    if (const auto room = makeRoomFor(name); !room) {
        m_storage.release(size);
        return room;
    }
    const QString path = m_path + u'/' + QString::number(++m_count);
    if (!linkOrCopy(sourcePath, path)) {
        QFile::remove(path);
        m_storage.release(size);
        giveRoomBack(name);
        return core::fail(u"internal"_s, u"The file “%1” cannot be copied"_s.arg(name));
    }
    enter(name, {path, size, nowMs, m_count});
    return {};
}

core::Result<void> FileArea::remove(const QString &name)
{
    if (const auto checked = operation::checkFileName(name); !checked)
        return checked;
    const auto found = m_files.find(name);
    if (found == m_files.end())
        return tl::unexpected(notFound(name));
    discard(found->second);
    m_files.erase(found);
    m_storage.removeFile();
    return {};
}

} // namespace signalbox::simulator
