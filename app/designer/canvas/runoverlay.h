// SPDX-License-Identifier: GPL-3.0-or-later
// A run over the canvas: keeps what the run has come to, and puts it on cards and transitions a few times a second, however fast steps end.
// Only what changed is painted again. Runs nothing itself; until it is fed, nothing of it shows.
#pragma once

#include "core/scheduler.h"
#include "drawing/runstate.h"

#include <QObject>
#include <QSet>

namespace signalbox::designer {

class CanvasScene;

class RunOverlay final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds framePause{100};
    static constexpr std::chrono::milliseconds floodPause{250}; ///< while so much changes that all is painted
    static constexpr std::chrono::milliseconds farPause{2000};  ///< of pictures of it all, which are dearer

    /// Both must outlive it.
    RunOverlay(CanvasScene &scene, core::Scheduler &scheduler);

    const drawing::RunState &state() const { return m_state; }
    /// All anew: linear in the document. Steps as they end come by the calls below.
    void setState(const drawing::RunState &state);
    void setCard(qint64 id, const drawing::CardRun &run);
    void setEdge(qint64 from, const QString &outcome, const drawing::EdgeRun &run);
    void clear() { setState({}); }

    /// A new item shows at once what is known of it.
    void dressCard(qint64 id);
    void dressEdges(qint64 from);

Q_SIGNALS:
    /// Cards and transitions show the state now.
    void shown();
    /// From afar it looks other now; at most once in farPause.
    void farChanged();
    /// The run is held at this component now, and the canvas shows so.
    void pausedAt(qint64 id);

private:
    void arm();
    void show();

    CanvasScene &m_scene;
    core::Scheduler &m_scheduler;
    drawing::RunState m_state;
    QSet<qint64> m_cards; // to be shown
    QSet<drawing::RunState::Way> m_edges;
    qint64 m_paused = 0; // where; 0: nowhere
    qint64 m_toldPaused = 0;
    bool m_isAllOther = false;
    bool m_isFlood = false; // the last frame was of many items
    core::Deadline m_frame;
    core::Deadline m_far;
};

} // namespace signalbox::designer
