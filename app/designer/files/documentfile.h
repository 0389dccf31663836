// SPDX-License-Identifier: GPL-3.0-or-later
// A document's file on the disk, written, read and compared off the interface thread, one thing after the other. It knows what the file
// held when it was read or written last. Answers arrive on this thread's event loop; what is being written is written to its end, whatever
// happens to this object.
#pragma once

#include "core/result.h"
#include "scenario/scenario.h"

#include <QList>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace signalbox::designer {

class DocumentFile final : public QObject
{
    Q_OBJECT

public:
    /// hash: of what the file holds; empty: there is none yet.
    explicit DocumentFile(QByteArray hash, QObject *parent = nullptr);
    ~DocumentFile() override;

    using Written = std::function<void(const core::Result<void> &result)>;
    using Taken = std::function<void(const core::Result<scenario::Scenario> &content)>;
    using Looked = std::function<void(bool isOther)>;

    /// The scenario as it is now; edits that come later do not count. Errors: changed_outside (where isCompared and the file is other than
    /// it was; the message is the caller's), unwritable, disk_full.
    void write(const scenario::Scenario &scenario, const QString &path, bool isCompared, Written written);
    bool isWriting() const { return m_writing > 0; }
    /// Once, when nothing is being written; at once where nothing is.
    void whenWritten(std::function<void()> task);

    /// Errors: as core::readFile(); not_a_scenario, with what is wrong as its message.
    void read(const QString &path, Taken taken);
    /// Whether the file is there and other than when it was read or written last.
    void look(const QString &path, Looked looked);

private:
    std::shared_ptr<QByteArray> m_hash; // of the thread that works
    int m_writing = 0;
    QList<std::function<void()>> m_waiting;
    QThreadPool m_thread;
};

} // namespace signalbox::designer
