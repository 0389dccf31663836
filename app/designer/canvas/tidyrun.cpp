// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/tidyrun.h"

#include "designer/canvas/canvasview.h"
#include "designer/files/offthread.h"
#include "editing/noteedits.h"

namespace signalbox::designer {

TidyRun::TidyRun(CanvasView &view, QObject *parent) : QObject(parent), m_view(view)
{
    connect(&m_dot, &QProcess::finished, this, &TidyRun::onFinished);
    connect(&m_dot, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(tr("“dot” cannot be started. Tidying needs Graphviz (package graphviz)."));
    });
}

TidyRun::~TidyRun()
{
    m_isOver = true;
    m_stop.request_stop();
    m_dot.kill();
    m_dot.waitForFinished(1000); // it is killed: at once
    m_threads.waitForDone();
}

void TidyRun::start()
{
    CanvasScene &scene = m_view.canvas();
    QList<qint64> ids = scene.selectedIds();
    if (ids.size() < 2)
        ids = scene.cards().keys();
    std::sort(ids.begin(), ids.end());
    QRectF all;
    QList<editing::TidyEdge> edges;
    for (const qint64 id : std::as_const(ids)) {
        const CardItem *const card = scene.card(id);
        m_nodes.append({id, card->geometry().rect().size()});
        all |= card->cardRect();
        const QList<EdgeItem *> out = scene.edgesFrom(id);
        for (const EdgeItem *edge : out)
            edges.append({edge->from(), edge->to()});
    }
    m_corner = all.topLeft();
    if (m_nodes.isEmpty())
        return end({});
    workOff(
        m_threads, this, [nodes = m_nodes, edges] { return editing::tidyGraph(nodes, edges); },
        [this](const QByteArray &graph) {
            m_dot.start(QStringLiteral("dot"), editing::tidyArguments());
            m_dot.write(graph);
            m_dot.closeWriteChannel();
        });
}

/// Makes a layout of an answer and of what the canvas held when it came: values only.
class TidyRun::Planner final
{
public:
    Planner(CanvasView &view, QList<editing::TidyNode> nodes, QPointF corner)
        : m_nodes(std::move(nodes)), m_corner(corner), m_grid(view.theme().sizes().grid)
    {
        for (const CardItem *card : view.canvas().cards())
            m_cards.append({card->id(), card->cardRect()});
        for (const NoteItem *note : view.canvas().notes().items()) {
            m_noteIds.append(note->id());
            m_notes.append({note->noteRect(), note->isFrame()});
        }
    }

    core::Result<Layout> plan(const QByteArray &answer, const std::stop_token &stop) const
    {
        const auto places = editing::readTidy(answer, m_nodes);
        if (!places)
            return tl::unexpected(places.error());
        Layout layout;
        QList<editing::TidyMove> moves;
        for (const auto &[id, rect] : m_cards) {
            editing::TidyMove move{rect, rect};
            if (const auto place = places->constFind(id); place != places->constEnd()) {
                layout.cards.append({id, CanvasEdits::snapped(m_corner + *place, m_grid)});
                move.after.moveTopLeft(QPointF(layout.cards.last().second) * drawing::canvasScale);
            }
            moves.append(move);
        }
        const QList<QRectF> wanted = editing::tidyNotes(m_notes, moves, stop);
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const QPoint place = drawing::toPlatform(wanted.at(i).topLeft());
            const QPoint end = drawing::toPlatform(wanted.at(i).bottomRight());
            layout.notes.append({m_noteIds.at(i), QRect(place, QSize(end.x() - place.x(), end.y() - place.y()))});
        }
        return layout;
    }

private:
    QList<editing::TidyNode> m_nodes;
    QPointF m_corner;
    double m_grid;
    QList<std::pair<qint64, QRectF>> m_cards;
    QStringList m_noteIds;
    QList<editing::TidyNote> m_notes;
};

void TidyRun::onFinished()
{
    if (m_isOver)
        return;
    workOff(
        m_threads, this,
        [planner = Planner(m_view, m_nodes, m_corner), answer = m_dot.readAllStandardOutput(), stop = m_stop.get_token()] {
            return planner.plan(answer, stop);
        },
        [this](const core::Result<Layout> &layout) {
            if (!layout)
                return end(layout.error().message);
            place(*layout);
            end({});
        });
}

void TidyRun::place(const Layout &layout)
{
    const editing::EditSession::Gesture gesture(m_view.session(), [] { return tr("Tidy"); });
    m_view.session().moveObjects(layout.cards);
    editing::NoteEdits(m_view.session()).place(layout.notes);
}

void TidyRun::end(const QString &message)
{
    if (!std::exchange(m_isOver, true))
        Q_EMIT finished(message);
}

} // namespace signalbox::designer
