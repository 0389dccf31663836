// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps edits that are not saved yet, so that a crash loses none: each open document has a file of its own in a folder of the program's,
// written some moments after an edit and gone once the document is saved or closed. A lock tells those of a running program from those
// that one left behind.
#pragma once

#include "core/scheduler.h"
#include "scenario/scenario.h"

#include <QHash>
#include <QLockFile>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace signalbox::designer {

class Autosave final : public QObject
{
    Q_OBJECT

public:
    /// What a program that ended badly has left.
    struct Leftover {
        QString file; ///< of the autosave folder
        QString path; ///< of the document; empty when it was never saved
        QString title;
        QByteArray content;
        qint64 savedMs = 0; ///< since 1970
    };

    /// The folder is made when it is first needed. scheduler must outlive it.
    Autosave(QString folder, core::Scheduler &scheduler);
    ~Autosave() override;

    /// Those of programs that run no more. Files that cannot be read are left where they are.
    QList<Leftover> leftovers() const;
    static void forget(const Leftover &leftover);
    /// Its content is this document's now: what is kept of that until the next edit is written. Stays a leftover where it cannot be moved.
    void adopt(const void *document, const Leftover &leftover);

    /// How long after an edit it is written; 2 s at first.
    void setDelay(std::chrono::seconds delay) { m_delay = delay; }
    /// Writes what content() gives after that delay, beside the interface thread. Until then a later call for the same document changes
    /// nothing.
    void keep(const void *document, const QString &path, const QString &title, std::function<scenario::Scenario()> content);
    /// The document is saved or closed.
    void drop(const void *document);

Q_SIGNALS:
    /// Writing failed; told once for each document.
    void faulted(const QString &message);

private:
    struct Entry {
        QString file;
        core::Deadline due;
        bool isFaultTold = false;
        std::atomic<bool> isDropped = false; // read by the thread that writes
    };
    void write(const std::shared_ptr<Entry> &entry, const QString &path, const QString &title, const scenario::Scenario &scenario);
    bool ensureFolder();
    std::shared_ptr<Entry> &entryOf(const void *document);

    QString m_folder;
    core::Scheduler &m_scheduler;
    QString m_instance; // of this run of the program
    std::unique_ptr<QLockFile> m_lock;
    QHash<const void *, std::shared_ptr<Entry>> m_entries;
    int m_lastFile = 0;
    std::chrono::seconds m_delay{2};
    QThreadPool m_threads; // one: what is written later is newer
};

} // namespace signalbox::designer
