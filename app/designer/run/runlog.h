// SPDX-License-Identifier: GPL-3.0-or-later
// What a run has come to, however it is known: one that goes on, or one that the journal kept. Runs nothing and shows nothing; whoever
// shows it asks for what is new when it has time.
#pragma once

#include "runner/steprecord.h"
#include "scenario/scenario.h"

#include <QObject>

namespace signalbox::designer {

class RunLog final : public QObject
{
    Q_OBJECT

public:
    /// Kept at most; what comes after is counted.
    static constexpr qsizetype mostSteps = 200'000;
    static constexpr qint64 mostCharacters = 64LL * 1024 * 1024; ///< of requests, responses and values; beyond it they are left out

    struct About {
        QString title;               ///< of the document
        QString cluster;             ///< name; empty where none was needed
        scenario::Scenario scenario; ///< as it was when the run began
        qint64 startedMs = 0;        ///< since 1970
    };
    explicit RunLog(About about, QObject *parent = nullptr);

    const About &about() const { return m_about; }
    void setStarted(qint64 startedMs) { m_about.startedMs = startedMs; }
    void setCluster(const QString &cluster) { m_about.cluster = cluster; }

    const QList<runner::StepRecord> &steps() const { return m_steps; }
    qint64 dropped() const { return m_dropped; }
    /// The step that has begun and waits.
    const std::optional<runner::StepStart> &open() const { return m_open; }
    /// How it ended, without its steps; nothing while it goes on, and for one that a crash cut off.
    const std::optional<runner::RunReport> &end() const { return m_end; }

    void add(const runner::StepRecord &step);
    void setOpen(const runner::StepStart &step);
    void finish(runner::RunReport report);

    /// What a person calls the component: its name, or its number.
    QString nameOf(qint64 object) const;
    /// Microseconds from the start to the end of the last step, or to the run's.
    qint64 lengthUs() const;

Q_SIGNALS:
    /// There are more steps, another open one, or an end. As often as that happens.
    void changed();

private:
    About m_about;
    QList<runner::StepRecord> m_steps;
    qint64 m_dropped = 0;
    qint64 m_characters = 0;
    std::optional<runner::StepStart> m_open;
    std::optional<runner::RunReport> m_end;
};

} // namespace signalbox::designer
