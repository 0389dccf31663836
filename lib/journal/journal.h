// SPDX-License-Identifier: GPL-3.0-or-later
// The stored messages and runs of this computer: takes them in on a thread of its own and never makes a caller wait. Reading is the
// matter of reader.h, which works on the same file beside it. Not a model of anything on the screen.
#pragma once

#include "core/result.h"
#include "journal/message.h"
#include "journal/run.h"

#include <QObject>

#include <memory>

namespace signalbox::journal {

struct Limits {
    qint64 messages = 5'000'000;              ///< kept; beyond it the oldest go, pinned ones stay
    qint64 bytes = 2LL * 1024 * 1024 * 1024;  ///< of payloads kept
    qint64 runs = 500;                        ///< kept; beyond it the oldest go
    qint64 payloadBytes = 16LL * 1024 * 1024; ///< of one message; what is longer is cut
    qint64 waitingMessages = 200'000;         ///< taken in and not yet written; beyond it new ones are dropped
    qint64 waitingBytes = 48LL * 1024 * 1024; ///< the same in bytes
};

/// What became of what was handed over.
struct Intake {
    qint64 taken = 0;         ///< messages handed over
    qint64 stored = 0;        ///< of them written
    qint64 droppedFull = 0;   ///< because the writer did not keep up
    qint64 droppedBroken = 0; ///< because the file cannot be written
    bool operator==(const Intake &) const = default;
};

/// The bounds of what is stored.
struct Extent {
    MessageId first = 0; ///< oldest that is not there for its pin alone; 0 when there is none
    MessageId last = 0;  ///< newest; 0 when there is none
    qint64 messages = 0; ///< pinned ones from before first included
    qint64 bytes = 0;    ///< of their payloads
    bool operator==(const Extent &) const = default;
};

class Journal final : public QObject
{
    Q_OBJECT

public:
    /// Opens the file on the writer's thread, with ready() or failed() as its end. What is handed over before is kept, within the limits.
    explicit Journal(const QString &path, const Limits &limits = {}, QObject *parent = nullptr);
    /// Writes what was handed over and closes the file.
    ~Journal() override;

    QString path() const;
    // What the signals told last, for who was not there to hear it: from any thread.
    Extent extent() const;
    QString notice() const;    ///< of ready()
    core::Error error() const; ///< of failed(); without a code where all is well
    /// Milliseconds of the shortest time between two transactions: what a crash of the computer, not of the program, may lose.
    static constexpr int commitMs = 50;

    // From any thread, and never waiting ------------------------------------------------------------------------------
    /// Takes the message in, or counts it as dropped.
    void add(Message message);
    void begin(const Run &run);
    /// Steps get their numbers here, in the order of the calls, and are written at once.
    void add(const QString &run, const RunStep &step);
    /// Keeps what the end of a run adds; the run's other members are as in begin().
    void end(const Run &run);
    void removeRun(const QString &run);
    void setPinned(MessageId message, bool pinned);
    /// Drops all messages that are not pinned.
    void clear();
    Intake intake() const;

    /// Calls done on the thread of context when all that was handed over before is written (or dropped).
    void whenWritten(QObject *context, std::function<void()> done);

Q_SIGNALS:
    /// The file is open. notice is empty, or says for a person what was done to make that possible (a broken file was put aside).
    void ready(const QString &notice);
    /// The file cannot be opened or written (full disk); messages are counted as dropped until recovered().
    void failed(const signalbox::core::Error &error);
    void recovered();
    /// What is stored has changed: messages up to extent.last can be read. At most 1000 / commitMs times a second.
    void extentChanged(const signalbox::journal::Extent &extent);
    void pinsChanged();
    /// A run was begun, ended or removed, or has more steps.
    void runChanged(const QString &run);
    /// Internal to whenWritten().
    void marked(quint64 mark, QPrivateSignal);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::journal
