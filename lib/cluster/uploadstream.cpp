// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/uploadstream.h"

#include <QFileInfo>

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

void UploadStream::append(Segment segment)
{
    m_length += segment.left;
    m_left = m_length;
    m_segments.push_back(std::move(segment));
    if (!isOpen())
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void UploadStream::add(const QByteArray &bytes)
{
    append({bytes, nullptr, bytes.size()});
}

core::Result<void> UploadStream::addFile(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return core::fail(u"file_not_found"_s, QCoreApplication::translate("UploadStream", "There is no file “%1”.").arg(path));
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return core::fail(u"unreadable"_s,
                          QCoreApplication::translate("UploadStream", "“%1” cannot be read: %2").arg(path, file->errorString()));
    const qint64 size = file->size();
    append({{}, std::move(file), size});
    return {};
}

qint64 UploadStream::readData(char *data, qint64 most)
{
    while (m_current < m_segments.size() && m_segments[m_current].left == 0)
        m_segments[m_current++].file.reset();
    if (m_current == m_segments.size())
        return -1;
    Segment &segment = m_segments[m_current];
    qint64 count = std::min(most, segment.left);
    if (segment.file)
        count = segment.file->read(data, count);
    else
        std::copy_n(segment.bytes.constData() + segment.bytes.size() - segment.left, count, data);
    if (count <= 0 && most > 0) {
        const core::Error error{u"unreadable"_s,
                                QCoreApplication::translate("UploadStream", "“%1” changed or became unreadable while it was being sent.")
                                    .arg(segment.file ? segment.file->fileName() : QString()),
                                {}};
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT broken(error); }, Qt::QueuedConnection);
        return -1;
    }
    segment.left -= count;
    m_left -= count;
    return count;
}

} // namespace signalbox::cluster
