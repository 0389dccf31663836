// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasscene.h"

#include "scenario/componentcodes.h"
#include "scenario/graph.h"

namespace signalbox::designer {

namespace {

constexpr double freeSpace = 2000;   // around the content, so that there is always room to go to
constexpr qsizetype fewCards = 400;  // up to so many, curves look for a way around cards, and all follows a drag
constexpr double obstacleReach = 40; // how far beside its ends' rectangle a curve's obstacles are looked for

template <typename Item>
Item *topmostAt(const QGraphicsScene &scene, QPointF point)
{
    const QList<QGraphicsItem *> items = scene.items(point);
    for (QGraphicsItem *item : items) {
        if (Item *const found = qgraphicsitem_cast<Item *>(item))
            return found;
    }
    return nullptr;
}

} // namespace

CanvasScene::CanvasScene(const Workbench &workbench, editing::EditSession &session, QObject *parent)
    : QGraphicsScene(parent), m_workbench(workbench), m_session(session), m_notes(*this, theme())
{
    setBspTreeDepth(8); // deeper, long transitions lie in so many leaves that moving an end of fifty takes twice as long
    reset();
    connect(&session, &editing::EditSession::changed, this, &CanvasScene::onChanged);
    connect(&workbench.appearance, &Appearance::changed, this, [this] {
        update();
        Q_EMIT appearanceChanged();
    });
}

CanvasScene::~CanvasScene()
{
    disconnect(this, nullptr, nullptr, nullptr); // items that go change the selection
}

void CanvasScene::reset()
{
    m_cards.clear();
    m_edgesFrom.clear();
    m_edgesTo.clear();
    m_jumps.clear();
    m_found.clear();
    m_foundCurrent = 0;
    m_notes.forget();
    clear();
    const scenario::Scenario &scenario = m_session.scenario();
    for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
        const auto id = scenario.objectId(i);
        if (id && scenario.indexOf(*id) == i)
            put(*id);
    }
    const QList<qint64> ids = m_cards.keys();
    for (const qint64 id : ids)
        linkEdges(id);
    linkJumps();
    m_notes.sync(scenario);
    setProblems(m_problems);
    onContent();
}

bool CanvasScene::put(qint64 id)
{
    const scenario::Scenario &scenario = m_session.scenario();
    const qsizetype index = scenario.indexOf(id);
    if (index < 0)
        return false;
    drawing::Card card = drawing::cardOf(scenario, index, m_workbench.catalogue, m_workbench.dialect);
    if (CardItem *const item = m_cards.value(id)) {
        const QRectF before = item->cardRect();
        const QString family = item->card().family;
        item->setCard(std::move(card));
        return item->cardRect() != before || item->card().family != family;
    }
    auto *const item = new CardItem(theme(), std::move(card));
    addItem(item);
    m_cards.insert(id, item);
    return true;
}

void CanvasScene::take(qint64 id)
{
    dropEdges(id);
    const QList<EdgeItem *> incoming = m_edgesTo.value(id);
    for (EdgeItem *edge : incoming) {
        m_edgesFrom[edge->from()].removeOne(edge);
        delete edge;
    }
    m_edgesTo.remove(id);
    delete m_cards.take(id);
}

void CanvasScene::dropEdges(qint64 from)
{
    const QList<EdgeItem *> edges = m_edgesFrom.take(from);
    for (EdgeItem *edge : edges) {
        m_edgesTo[edge->to()].removeOne(edge);
        delete edge;
    }
}

void CanvasScene::linkEdges(qint64 from)
{
    const CardItem *const card = m_cards.value(from);
    if (!card)
        return;
    QHash<QString, EdgeItem *> known;
    const QList<EdgeItem *> before = m_edgesFrom.value(from);
    for (EdgeItem *edge : before)
        known.insert(edge->outcome() + u'\n' + QString::number(edge->to()), edge);
    QList<EdgeItem *> now;
    for (const drawing::CardPort &port : card->card().ports) {
        if (!port.target || !m_cards.contains(*port.target))
            continue;
        EdgeItem *edge = known.take(port.outcome + u'\n' + QString::number(*port.target));
        if (!edge) {
            edge = new EdgeItem(theme(), from, port.outcome, *port.target);
            addItem(edge);
            m_edgesTo[*port.target].append(edge);
        }
        now.append(edge);
        route(*edge);
    }
    for (EdgeItem *edge : std::as_const(known)) {
        m_edgesTo[edge->to()].removeOne(edge);
        delete edge;
    }
    m_edgesFrom.insert(from, now);
}

void CanvasScene::route(EdgeItem &edge)
{
    const CardItem *const from = m_cards.value(edge.from());
    const CardItem *const to = m_cards.value(edge.to());
    const int port = from->portOf(edge.outcome());
    if (!to || port < 0)
        return;
    edge.setPath(pathBetween(*from, from->portPoint(port), *to));
}

QPainterPath CanvasScene::pathBetween(const CardItem &from, QPointF start, const CardItem &to) const
{
    const QPointF end = to.inputPoint();
    std::vector<QRectF> obstacles;
    if (m_cards.size() <= fewCards) {
        const QRectF between = QRectF(start, end).normalized().adjusted(-obstacleReach, -obstacleReach, obstacleReach, obstacleReach);
        for (const CardItem *card : std::as_const(m_cards)) {
            if (card != &from && card != &to && card->cardRect().intersects(between))
                obstacles.push_back(card->cardRect());
        }
    }
    return drawing::edgePath(start, end, from.cardRect(), to.cardRect(), obstacles);
}

bool CanvasScene::jumps(qint64 id) const
{
    const CardItem *const card = m_cards.value(id);
    return card && (card->card().type == scenario::component::goTo || card->card().type == scenario::component::goLabel);
}

void CanvasScene::linkJumps()
{
    const scenario::Scenario &scenario = m_session.scenario();
    const auto cardOf = [this, &scenario](qsizetype index) {
        const auto id = scenario.objectId(index);
        return id && scenario.indexOf(*id) == index ? m_cards.value(*id) : nullptr;
    };
    QHash<qint64, JumpItem *> known = std::exchange(m_jumps, {});
    const QList<scenario::Jump> wanted = scenario::Graph::jumps(scenario, m_workbench.dialect);
    for (const scenario::Jump &jump : wanted) {
        const CardItem *const from = cardOf(jump.from);
        const CardItem *const to = cardOf(jump.to);
        if (!from || !to)
            continue;
        JumpItem *item = known.value(from->id());
        if (item && item->to() == to->id()) {
            known.remove(from->id());
        } else {
            item = new JumpItem(theme(), from->id(), to->id());
            addItem(item);
        }
        m_jumps.insert(from->id(), item);
        item->setPath(pathBetween(*from, from->exitPoint(), *to));
    }
    qDeleteAll(known);
}

void CanvasScene::routeTo(qint64 id)
{
    const QList<EdgeItem *> in = m_edgesTo.value(id);
    for (EdgeItem *edge : in)
        route(*edge);
}

void CanvasScene::readAgain()
{
    const QList<qint64> ids = m_cards.keys();
    for (const qint64 id : ids)
        put(id);
}

void CanvasScene::onChanged(const editing::ChangeEvent &event)
{
    const auto relink = [this](const QList<qint64> &ids) {
        for (const qint64 id : ids)
            linkEdges(id);
        for (const qint64 id : ids)
            routeTo(id);
    };
    if (const auto *added = std::get_if<editing::ObjectsAdded>(&event)) {
        for (const qint64 id : added->ids)
            put(id);
        relink(added->ids);
        // What led to an id that was not there, leads there now.
        for (const CardItem *card : std::as_const(m_cards)) {
            const bool leadsThere = std::any_of(card->card().ports.begin(), card->card().ports.end(),
                                                [added](const auto &port) { return port.target && added->ids.contains(*port.target); });
            if (leadsThere)
                linkEdges(card->id());
        }
        linkJumps();
    } else if (const auto *removed = std::get_if<editing::ObjectsRemoved>(&event)) {
        for (const qint64 id : removed->ids)
            take(id);
        linkJumps();
    } else if (const auto *changed = std::get_if<editing::ObjectsChanged>(&event)) {
        bool isOther = false;
        bool mayJump = false;
        for (const qint64 id : changed->ids) {
            mayJump = mayJump || jumps(id);
            isOther = put(id) || isOther;
            mayJump = mayJump || jumps(id);
        }
        relink(changed->ids);
        if (mayJump)
            linkJumps();
        if (!isOther)
            return;
    } else if (std::holds_alternative<editing::DocumentReset>(event)) {
        reset();
        return;
    } else if (!std::holds_alternative<editing::ExtensionChanged>(event) || !m_notes.sync(m_session.scenario())) {
        return; // nothing here shows it
    }
    onContent();
}

EdgeItem *CanvasScene::edge(qint64 from, QStringView outcome) const
{
    const QList<EdgeItem *> edges = m_edgesFrom.value(from);
    const auto found = std::find_if(edges.begin(), edges.end(), [outcome](const EdgeItem *edge) { return edge->outcome() == outcome; });
    return found == edges.end() ? nullptr : *found;
}

CardItem *CanvasScene::cardAt(QPointF point) const
{
    return topmostAt<CardItem>(*this, point);
}

EdgeItem *CanvasScene::edgeAt(QPointF point) const
{
    return topmostAt<EdgeItem>(*this, point);
}

QList<qint64> CanvasScene::selectedIds() const
{
    QList<qint64> ids;
    const QList<QGraphicsItem *> items = selectedItems();
    for (const QGraphicsItem *item : items) {
        if (const auto *card = qgraphicsitem_cast<const CardItem *>(item))
            ids.append(card->id());
    }
    const scenario::Scenario &scenario = m_session.scenario();
    std::sort(ids.begin(), ids.end(), [&scenario](qint64 a, qint64 b) { return scenario.indexOf(a) < scenario.indexOf(b); });
    return ids;
}

void CanvasScene::select(const QList<qint64> &ids, const QStringList &notes)
{
    {
        const QSignalBlocker blocker(this); // one signal for all
        clearSelection();
        for (const qint64 id : ids) {
            if (CardItem *const card = m_cards.value(id))
                card->setSelected(true);
        }
        for (const QString &id : notes) {
            if (NoteItem *const note = m_notes.item(id))
                note->setSelected(true);
        }
    }
    Q_EMIT selectionChanged();
}

void CanvasScene::selectAll()
{
    {
        const QSignalBlocker blocker(this);
        clearSelection();
        for (CardItem *const card : std::as_const(m_cards))
            card->setSelected(true);
        for (NoteItem *const note : m_notes.items())
            note->setSelected(true);
    }
    Q_EMIT selectionChanged();
}

QRectF CanvasScene::contentRect() const
{
    if (!m_content) {
        QRectF rect = m_notes.contentRect();
        for (const CardItem *card : m_cards)
            rect |= card->cardRect();
        m_content = rect;
    }
    return *m_content;
}

Overview::Content CanvasScene::overview(bool hasLines) const
{
    Overview::Content content;
    content.accent = theme().color(drawing::Role::Accent);
    content.blocks.reserve(m_cards.size() + m_notes.items().size());
    for (const bool isFrame : {true, false}) { // frames lie lowest
        for (const NoteItem *note : m_notes.items()) {
            const QColor color = isFrame ? theme().color(drawing::Role::ControlLine) : drawing::NotePicture::paper(theme());
            if (note->isFrame() == isFrame)
                content.blocks.append({note->noteRect(), color, note->isSelected(), !isFrame});
        }
    }
    for (const CardItem *card : m_cards) {
        const bool isFound = card->state().found != drawing::Found::No;
        const QColor color = isFound ? theme().color(drawing::Role::Timeout) : theme().family(card->card().family);
        content.blocks.append({card->cardRect(), color, card->isSelected()});
    }
    if (!hasLines)
        return content;
    const auto addLine = [&content](const QPainterPath &path, const QColor &color) {
        if (!path.isEmpty())
            content.lines.append({QLineF(path.elementAt(0), path.currentPosition()), color});
    };
    for (const JumpItem *jump : m_jumps)
        addLine(jump->path(), theme().color(drawing::Role::Muted));
    for (const QList<EdgeItem *> &edges : m_edgesFrom) {
        for (const EdgeItem *edge : edges)
            addLine(edge->path(), theme().outcome(edge->outcome()));
    }
    return content;
}

void CanvasScene::onContent()
{
    m_content.reset();
    setSceneRect(contentRect().adjusted(-freeSpace, -freeSpace, freeSpace, freeSpace));
    Q_EMIT contentChanged();
}

void CanvasScene::movePreview(const QHash<qint64, QPointF> &places, const QHash<QString, QPointF> &notes)
{
    for (auto place = notes.begin(); place != notes.end(); ++place) {
        if (NoteItem *const note = m_notes.item(place.key()))
            note->setPos(*place);
    }
    for (auto place = places.begin(); place != places.end(); ++place) {
        if (CardItem *const card = m_cards.value(place.key()))
            card->setPos(*place);
    }
    for (auto place = places.begin(); place != places.end(); ++place) {
        const QList<EdgeItem *> out = m_edgesFrom.value(place.key());
        for (EdgeItem *edge : out)
            route(*edge);
        routeTo(place.key());
    }
    for (JumpItem *jump : std::as_const(m_jumps)) {
        const CardItem *const from = m_cards.value(jump->from());
        if (places.contains(jump->from()) || places.contains(jump->to()))
            jump->setPath(pathBetween(*from, from->exitPoint(), *m_cards.value(jump->to())));
    }
    m_content.reset();
    if (m_cards.size() <= fewCards) // else the small picture follows when the document does
        Q_EMIT contentChanged();
}

void CanvasScene::setFound(const QSet<qint64> &ids, qint64 current)
{
    if (ids == m_found && current == m_foundCurrent)
        return;
    const QSet<qint64> touched = m_found + ids;
    m_found = ids;
    m_foundCurrent = current;
    for (const qint64 id : touched) {
        if (CardItem *const card = m_cards.value(id))
            card->setFound(id == current ? drawing::Found::Current : ids.contains(id) ? drawing::Found::Hit : drawing::Found::No);
    }
    Q_EMIT contentChanged();
}

void CanvasScene::setProblems(const core::Diagnostics &problems)
{
    m_problems = problems;
    QHash<qint64, core::Severity> worst;
    for (const core::Diagnostic &problem : problems) {
        if (!problem.object || problem.severity == core::Severity::Info)
            continue;
        const auto known = worst.constFind(*problem.object);
        if (known == worst.constEnd() || problem.severity < *known)
            worst.insert(*problem.object, problem.severity);
    }
    for (CardItem *card : std::as_const(m_cards)) {
        const auto severity = worst.constFind(card->id());
        const bool isBad = severity != worst.constEnd();
        card->setProblems(isBad && *severity == core::Severity::Error, isBad && *severity == core::Severity::Warning);
    }
}

} // namespace signalbox::designer
