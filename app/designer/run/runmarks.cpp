// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/runmarks.h"

#include "designer/canvas/canvasview.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

const auto breakpointsKey = u"breakpoints"_s; // of x-signalbox

drawing::Breakpoint markOf(const runner::Breakpoint &breakpoint)
{
    if (!breakpoint.isEnabled)
        return drawing::Breakpoint::Disabled;
    const bool isPlain = breakpoint.condition.isEmpty() && breakpoint.count == runner::Breakpoint::Count::Always;
    return isPlain ? drawing::Breakpoint::Enabled : drawing::Breakpoint::Conditional;
}

} // namespace

QList<runner::Breakpoint> breakpointsOf(const scenario::Scenario &scenario)
{
    QList<runner::Breakpoint> breakpoints = runner::readBreakpoints(scenario.extension()[breakpointsKey]);
    breakpoints.removeIf([&scenario](const runner::Breakpoint &one) { return scenario.indexOf(one.object) < 0; });
    return breakpoints;
}

void keepBreakpoints(editing::EditSession &session, const QList<runner::Breakpoint> &breakpoints, const editing::StepText &text)
{
    const editing::EditSession::Gesture gesture(session, text);
    session.setExtension(breakpointsKey, runner::toJson(breakpoints));
}

RunMarks::RunMarks(CanvasView &canvas, QObject *parent) : QObject(parent), m_canvas(canvas)
{
    connect(&canvas.session(), &editing::EditSession::changed, this, &RunMarks::readBreakpoints);
    readBreakpoints();
}

void RunMarks::follow(RunSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &RunSession::pictureChanged, this, &RunMarks::show);
    showAll(session ? session->picture().state() : drawing::RunState());
}

void RunMarks::replay(const RunLog &log, qsizetype steps)
{
    RunPicture picture;
    const QList<runner::StepRecord> &all = log.steps();
    for (qsizetype i = 0; i < std::min(steps, all.size()); ++i)
        picture.end(all.at(i).step, i + 1 == all.size());
    showAll(picture.state());
}

void RunMarks::readBreakpoints()
{
    QList<runner::Breakpoint> now = breakpointsOf(m_canvas.session().scenario());
    if (now == m_breakpoints)
        return;
    m_breakpoints = std::move(now);
    QHash<qint64, drawing::Breakpoint> cards;
    QHash<drawing::RunState::Way, drawing::Breakpoint> edges;
    for (const runner::Breakpoint &breakpoint : std::as_const(m_breakpoints)) {
        if (breakpoint.transition.isEmpty())
            cards.insert(breakpoint.object, markOf(breakpoint));
        else
            edges.insert({breakpoint.object, outcomeOf(breakpoint.object, breakpoint.transition)}, markOf(breakpoint));
    }
    const auto oldCards = std::exchange(m_cards, cards);
    const auto oldEdges = std::exchange(m_edges, edges);
    RunOverlay &overlay = m_canvas.canvas().run();
    for (const QHash<qint64, drawing::Breakpoint> &some : {oldCards, cards}) {
        for (const qint64 id : some.keys())
            overlay.setCard(id, dressed(id, overlay.state().cards.value(id)));
    }
    for (const QHash<drawing::RunState::Way, drawing::Breakpoint> &some : {oldEdges, edges}) {
        for (const drawing::RunState::Way &way : some.keys())
            overlay.setEdge(way.first, way.second, dressed(way, overlay.state().edges.value(way)));
    }
    Q_EMIT breakpointsChanged();
}

QString RunMarks::outcomeOf(qint64 object, const QString &property) const
{
    const catalogue::ComponentType *const type = m_canvas.session().typeOf(object);
    for (const catalogue::OutcomeType &outcome : type ? type->outcomes : QList<catalogue::OutcomeType>()) {
        if (outcome.property == property)
            return outcome.code;
    }
    return {};
}

drawing::CardRun RunMarks::dressed(qint64 card, drawing::CardRun run) const
{
    run.breakpoint = m_cards.value(card, drawing::Breakpoint::None);
    return run;
}

drawing::EdgeRun RunMarks::dressed(const drawing::RunState::Way &way, drawing::EdgeRun run) const
{
    run.breakpoint = m_edges.value(way, drawing::Breakpoint::None);
    return run;
}

void RunMarks::showAll(const drawing::RunState &state)
{
    drawing::RunState all = state;
    for (auto card = m_cards.cbegin(); card != m_cards.cend(); ++card)
        all.cards[card.key()].breakpoint = card.value();
    for (auto edge = m_edges.cbegin(); edge != m_edges.cend(); ++edge)
        all.edges[edge.key()].breakpoint = edge.value();
    m_canvas.canvas().setRunState(all);
}

void RunMarks::show(const RunPicture::Touched &touched)
{
    RunOverlay &overlay = m_canvas.canvas().run();
    const drawing::RunState &state = m_session->picture().state();
    for (const qint64 id : touched.cards)
        overlay.setCard(id, dressed(id, state.cards.value(id)));
    if (touched.edge)
        overlay.setEdge(touched.edge->first, touched.edge->second, dressed(*touched.edge, state.edges.value(*touched.edge)));
}

} // namespace signalbox::designer
