// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/storage.h"

#include "simulator/faults.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

/// Where files are while they are received.
QString incomingPlace()
{
    return u"incoming"_s;
}

} // namespace

Storage::Storage(qint64 limitBytes, Faults *faults, int limitFiles) : m_limit(limitBytes), m_faults(faults), m_limitFiles(limitFiles)
{}

QString Storage::directory(const QString &name)
{
    const QString path = m_directory.filePath(name);
    QDir().mkpath(path);
    return path;
}

QString Storage::incomingPath()
{
    return directory(incomingPlace()) + u'/' + QString::number(++m_count);
}

bool Storage::reserve(qint64 bytes, const QString &place)
{
    if (m_faults && m_faults->isAbout(FaultRule::About::Disk)) {
        FaultEvent event;
        event.about = FaultRule::About::Disk;
        event.path = place;
        if (m_faults->decide(event).kind == FaultEffect::Kind::DiskFull)
            return false;
    }
    if (bytes > m_limit - m_used)
        return false;
    m_used += bytes;
    return true;
}

void Storage::release(qint64 bytes)
{
    m_used -= bytes;
}

bool Storage::addFile()
{
    if (m_files >= m_limitFiles)
        return false;
    ++m_files;
    return true;
}

IncomingFile::IncomingFile(Storage &storage) : m_storage(storage), m_path(storage.incomingPath()), m_file(std::make_unique<QFile>(m_path))
{}

IncomingFile::~IncomingFile()
{
    m_file->close();
    if (m_isHandedOn)
        return;
    QFile::remove(m_path);
    m_storage.release(m_size);
}

core::Result<void> IncomingFile::write(QByteArrayView data)
{
    if (!m_storage.reserve(data.size(), incomingPlace()))
        return core::fail(u"too_large"_s, u"The storage is full"_s);
    m_size += data.size();
    if ((!m_file->isOpen() && !m_file->open(QIODevice::WriteOnly)) || m_file->write(data.data(), data.size()) != data.size())
        return tl::unexpected(diskError());
    return {};
}

core::Result<void> IncomingFile::close()
{
    if (m_isClosed)
        return {};
    if ((!m_file->isOpen() && !m_file->open(QIODevice::WriteOnly)) || !m_file->flush())
        return tl::unexpected(diskError());
    m_file->close();
    m_isClosed = true;
    return {};
}

core::Error IncomingFile::diskError() const
{
    if (m_file->error() == QFileDevice::ResourceError) // the real disk is full
        return {u"too_large"_s, u"The storage is full"_s, {}};
    return {u"internal"_s, u"The file cannot be written: %1"_s.arg(m_file->errorString()), {}};
}

} // namespace signalbox::simulator
