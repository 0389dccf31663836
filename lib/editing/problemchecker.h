// SPDX-License-Identifier: GPL-3.0-or-later
// Validates a session's document a moment after each edit, on a thread of its own, and tells on the session's thread what it found. An
// outcome that an edit has overtaken is never told. An edit of one object is checked in the time of that one. Not a model (problemmodel.h).
#pragma once

#include "capability/capabilities.h"
#include "core/diagnostic.h"
#include "core/scheduler.h"
#include "editing/editsession.h"

#include <QThread>

namespace signalbox::editing {

class ProblemChecker final : public QObject
{
    Q_OBJECT

public:
    /// Checks the document as it is soon. session and scheduler must outlive it.
    ProblemChecker(EditSession &session, const capability::Capabilities &capabilities, core::Scheduler &scheduler,
                   QObject *parent = nullptr);
    /// Waits for a check that is going on.
    ~ProblemChecker() override;

    /// Other descriptions of messages; the document is checked again.
    void setCapabilities(const capability::Capabilities &capabilities);
    /// Checks all once more: texts are in another language, say.
    void checkAgain();
    /// Of the last check that was told, in the document's order. Lines and columns are not given: an edited document has no source text.
    const core::Diagnostics &problems() const { return m_problems; }
    /// Whether problems() is about the document as it is.
    bool isCurrent() const { return m_told == m_wanted; }

Q_SIGNALS:
    void checked(const signalbox::core::Diagnostics &problems);

private:
    struct Check;
    void checkSoon();
    void begin();
    void finish(quint64 revision, const core::Diagnostics &problems);

    EditSession &m_session;
    core::Scheduler &m_scheduler;
    std::shared_ptr<Check> m_check;
    core::Deadline m_pause;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; // lives on the thread
    core::Diagnostics m_problems;
    quint64 m_wanted = 0; // rises with each edit
    quint64 m_told = 0;
    bool m_isBusy = false;
};

} // namespace signalbox::editing
