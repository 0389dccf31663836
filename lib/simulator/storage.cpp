// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/storage.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

Storage::Storage(qint64 limitBytes) : m_directory(QDir::tempPath() + u"/signalbox-cluster-XXXXXX"_s), m_limit(limitBytes)
{}

QString Storage::directory(const QString &name)
{
    const QString path = m_directory.filePath(name);
    QDir().mkpath(path);
    return path;
}

QString Storage::incomingPath()
{
    return directory(u"incoming"_s) + u'/' + QString::number(++m_count);
}

bool Storage::reserve(qint64 bytes)
{
    if (bytes > m_limit - m_used)
        return false;
    m_used += bytes;
    return true;
}

void Storage::release(qint64 bytes)
{
    m_used -= bytes;
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
    if (!m_storage.reserve(data.size()))
        return core::fail(u"too_large"_s, u"The storage is full"_s);
    m_size += data.size();
    if ((!m_file->isOpen() && !m_file->open(QIODevice::WriteOnly)) || m_file->write(data.data(), data.size()) != data.size())
        return core::fail(u"internal"_s, u"The file cannot be written: %1"_s.arg(m_file->errorString()));
    return {};
}

core::Result<void> IncomingFile::close()
{
    if (!m_file->isOpen() && !m_file->open(QIODevice::WriteOnly))
        return core::fail(u"internal"_s, u"The file cannot be written: %1"_s.arg(m_file->errorString()));
    if (!m_file->flush())
        return core::fail(u"internal"_s, u"The file cannot be written: %1"_s.arg(m_file->errorString()));
    m_file->close();
    return {};
}

} // namespace signalbox::simulator
