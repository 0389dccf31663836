// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/tidyrun.h"

#include "designer/canvas/canvasview.h"
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
    m_dot.kill();
    m_dot.waitForFinished(1000); // it is killed: at once
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
    m_dot.start(QStringLiteral("dot"), editing::tidyArguments());
    m_dot.write(editing::tidyGraph(m_nodes, edges));
    m_dot.closeWriteChannel();
}

void TidyRun::onFinished()
{
    if (m_isOver)
        return;
    const auto places = editing::readTidy(m_dot.readAllStandardOutput(), m_nodes);
    if (!places)
        return end(places.error().message);
    place(*places);
    end({});
}

void TidyRun::place(const QHash<qint64, QPointF> &places)
{
    const CanvasScene &scene = m_view.canvas();
    QList<std::pair<qint64, QPoint>> cards;
    QList<editing::TidyMove> moves;
    for (const CardItem *card : scene.cards()) {
        editing::TidyMove move{card->cardRect(), card->cardRect()};
        if (const auto place = places.constFind(card->id()); place != places.constEnd()) {
            cards.append({card->id(), m_view.edits().snapped(m_corner + *place)});
            move.after.translate(QPointF(cards.last().second) * drawing::canvasScale - card->pos());
        }
        moves.append(move);
    }
    QList<editing::TidyNote> notes;
    for (const NoteItem *note : scene.notes().items())
        notes.append({note->noteRect(), note->isFrame()});
    const QList<QRectF> wanted = notes.isEmpty() ? QList<QRectF>() : editing::tidyNotes(notes, moves);
    QList<std::pair<QString, QRect>> rects;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QPoint place = drawing::toPlatform(wanted.at(i).topLeft());
        const QPoint end = drawing::toPlatform(wanted.at(i).bottomRight());
        rects.append({scene.notes().items().at(i)->id(), QRect(place, QSize(end.x() - place.x(), end.y() - place.y()))});
    }
    const editing::EditSession::Gesture gesture(m_view.session(), tr("Tidy"));
    m_view.session().moveObjects(cards);
    editing::NoteEdits(m_view.session()).place(rects);
}

void TidyRun::end(const QString &message)
{
    if (!std::exchange(m_isOver, true))
        Q_EMIT finished(message);
}

} // namespace signalbox::designer
