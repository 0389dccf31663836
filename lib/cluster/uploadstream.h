// SPDX-License-Identifier: GPL-3.0-or-later
// A request's body, from memory and files, that can be read once: QNetworkAccessManager sends a request again, up to three times, when
// the connection breaks before the answer, and a login or an upload must not happen twice. Such a body stops it.
#pragma once

#include "core/result.h"

#include <QFile>
#include <QIODevice>

#include <memory>
#include <vector>

namespace signalbox::cluster {

class UploadStream final : public QIODevice
{
    Q_OBJECT

public:
    void add(const QByteArray &bytes);
    /// The file's bytes as they are now: one that shrinks while it is sent ends the request. Errors: file_not_found, unreadable.
    core::Result<void> addFile(const QString &path);

    qint64 length() const { return m_length; }

    bool isSequential() const override { return true; }
    bool reset() override { return false; } // silently: QIODevice's own warns
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return m_left == 0; }
    qint64 bytesAvailable() const override { return m_left + QIODevice::bytesAvailable(); }

Q_SIGNALS:
    /// A file that is being sent cannot be read on. Emitted in the event loop's next turn.
    void broken(const signalbox::core::Error &error);

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Segment {
        QByteArray bytes;
        std::unique_ptr<QFile> file;
        qint64 left = 0;
    };
    void append(Segment segment);

    std::vector<Segment> m_segments;
    size_t m_current = 0;
    qint64 m_length = 0;
    qint64 m_left = 0;
};

} // namespace signalbox::cluster
