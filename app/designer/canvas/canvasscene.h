// SPDX-License-Identifier: GPL-3.0-or-later
// A document as items: a card for each component, a curve for each transition that is set and each jump to a label. Follows the session's
// changes; changes nothing itself. The selection is the canvas's own: it is part of no document. The items of a large document arrive a
// few a turn of the event loop; who asks for one that is not there yet gets it, and all others, at once.
#pragma once

#include "core/diagnostic.h"
#include "designer/canvas/arrivals.h"
#include "designer/canvas/edgelayer.h"
#include "designer/canvas/notelayer.h"
#include "designer/canvas/overview.h"
#include "designer/canvas/runoverlay.h"
#include "designer/shell/workbench.h"
#include "editing/editsession.h"

#include <QGraphicsScene>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace signalbox::designer {

class CanvasScene final : public QGraphicsScene
{
    Q_OBJECT

public:
    /// Both must outlive it.
    CanvasScene(const Workbench &workbench, editing::EditSession &session, QObject *parent = nullptr);
    ~CanvasScene() override;

    editing::EditSession &session() { return m_session; }
    const drawing::Theme &theme() const { return m_workbench.appearance.theme(); }

    CardItem *card(qint64 id) const;
    const QHash<qint64, CardItem *> &cards() const { return complete().m_cards; }
    const EdgeLayer &edges() const { return complete().m_edges; }
    QList<EdgeItem *> edgesFrom(qint64 id) const { return edges().from(id); }
    QList<EdgeItem *> edgesTo(qint64 id) const { return edges().to(id); }
    EdgeItem *edge(qint64 from, QStringView outcome) const { return edges().edge(from, outcome); }
    JumpItem *jumpFrom(qint64 id) const { return edges().jumps().value(id); } ///< of a goto whose label is there

    bool isArriving() const { return m_turn.isActive(); }
    /// Those that are there already; all of them unless it isArriving().
    const QHash<qint64, CardItem *> &arrivedCards() const { return m_cards; }
    const EdgeLayer &arrivedEdges() const { return m_edges; }
    const Arrivals &arrivals() const { return m_arrivals; }
    /// All items are there afterwards.
    const CanvasScene &complete() const;
    /// The cards there come before all others.
    void bring(const QRectF &part);

    NoteLayer &notes() { return m_notes; }
    const NoteLayer &notes() const { return m_notes; }

    CardItem *cardAt(QPointF point);
    EdgeItem *edgeAt(QPointF point) const;

    QList<qint64> selectedIds() const; ///< in the document's order
    void select(const QList<qint64> &ids, const QStringList &notes = {});
    void selectAll();
    /// What is there, alone, unless it is selected already: a menu is about to open on it.
    void selectAt(QPointF point);
    /// What selected cards and notes cover, or an empty rectangle.
    QRectF selectionRect() const;
    /// What all of them cover, or an empty rectangle.
    QRectF contentRect() const;

    /// What a run has come to, over the cards; nothing until it is fed.
    RunOverlay &run() { return m_run; }
    const RunOverlay &run() const { return m_run; }
    void setRunState(const drawing::RunState &state) { m_run.setState(state); }

    /// Cards move on the screen alone, edges with them, until the document says where they are.
    void movePreview(const QHash<qint64, QPointF> &places, const QHash<QString, QPointF> &notes = {});
    void setProblems(const core::Diagnostics &problems);
    /// Those that a search found, and the one that it is at; 0: none.
    void setFound(const QSet<qint64> &ids, qint64 current);
    /// What cards say, in the current language.
    void readAgain();

Q_SIGNALS:
    /// Cards came, went or moved, or other transitions lead between them: pictures of it all are stale.
    void contentChanged();
    /// It isArriving() now, or not any more.
    void arrivingChanged();
    /// Colours are other than before.
    void appearanceChanged();

protected:
    bool event(QEvent *event) override;

private:
    void reset();
    void arrive(); ///< a turn's items
    void onChanged(const editing::ChangeEvent &event);
    /// True when the card covers other space, or looks other from afar, than before.
    bool put(qint64 id);
    void take(qint64 id);
    void dress(CardItem &card);  ///< a new one, as what is known of it has it
    bool linkEdges(qint64 from); ///< true when a transition came or went
    bool linkJumps();
    bool jumps(qint64 id) const; ///< a goto or a label
    void onContent();

    const Workbench &m_workbench;
    editing::EditSession &m_session;
    NoteLayer m_notes;
    QHash<qint64, CardItem *> m_cards;
    EdgeLayer m_edges;
    RunOverlay m_run;
    Arrivals m_arrivals;
    QTimer m_turn;                         // runs while it is arriving
    QHash<qint64, core::Severity> m_worst; // of the problems of each component that has any
    QSet<qint64> m_found;
    qint64 m_foundCurrent = 0;
    mutable std::optional<QRectF> m_content; // contentRect(), while it holds
};

} // namespace signalbox::designer
