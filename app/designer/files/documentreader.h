// SPDX-License-Identifier: GPL-3.0-or-later
// Reads scenarios off the interface thread: the file, what it holds, and the capability descriptions beside it. One after the other, in the
// order they were asked for. Makes no document of it: that is whoever asks.
#pragma once

#include "capability/capabilities.h"
#include "scenario/scenarioreader.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <stop_token>

namespace signalbox::designer {

/// A file as it was read, or a text that belongs to none.
struct ReadDocument {
    QString path; ///< absolute; empty: no file
    scenario::ReadResult read;
    QByteArray hash;                         ///< of the file's content
    capability::Capabilities capabilities;   ///< the program's, with those beside the file
    core::Diagnostics capabilityDiagnostics; ///< of descriptions that cannot be read
};

/// SHA-256: tells whether a file is still what was read or written.
QByteArray hashOf(QByteArrayView content);

/// On the thread that calls. path: of a file; builtIn: the descriptions that those beside the file are added to.
ReadDocument readDocument(const QString &path, const capability::Capabilities &builtIn);
ReadDocument readDocumentText(QByteArrayView text, const capability::Capabilities &builtIn);

class DocumentReader final : public QObject
{
    Q_OBJECT

public:
    explicit DocumentReader(QObject *parent = nullptr);
    /// Ends it: nothing is told any more.
    ~DocumentReader() override;

    using Read = std::function<ReadDocument()>; ///< called in another thread: holds values only
    using Taken = std::function<void(const ReadDocument &read)>;
    /// taken: called on this thread, unless stop was requested before.
    void start(Read read, const std::stop_token &stop, Taken taken);

private:
    std::stop_source m_end;
    QThreadPool m_thread; // last: ends before what its task uses
};

} // namespace signalbox::designer
