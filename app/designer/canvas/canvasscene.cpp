// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasscene.h"

#include "scenario/componentcodes.h"

namespace signalbox::designer {

namespace {

constexpr qsizetype fewComponents = 500; // so many have their items at once
constexpr double freeSpace = 2000;       // around the content, so that there is always room to go to

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
    : QGraphicsScene(parent), m_workbench(workbench), m_session(session), m_notes(*this, theme()), m_edges(*this, theme(), m_cards),
      m_run(*this, workbench.scheduler)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &CanvasScene::arrive);
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
    m_edges.forget();
    m_found.clear();
    m_foundCurrent = 0;
    m_notes.forget();
    clear();
    const scenario::Scenario &scenario = m_session.scenario();
    m_notes.sync(scenario);
    m_arrivals.begin(scenario, m_workbench.catalogue, theme().sizes());
    m_turn.start();
    if (scenario.objectCount() <= fewComponents) {
        complete();
    } else {
        Q_EMIT arrivingChanged();
        onContent();
    }
}

void CanvasScene::arrive()
{
    const QList<qint64> cards = m_arrivals.nextCards();
    for (const qint64 id : cards)
        put(id);
    const QList<qint64> links = cards.isEmpty() ? m_arrivals.nextLinks() : QList<qint64>();
    for (const qint64 id : links)
        linkEdges(id);
    if (!m_arrivals.isEmpty()) {
        static_cast<void>(items(sceneRect().topLeft())); // they find their places among the others now, not all at the end
        return;
    }
    m_turn.stop();
    linkJumps();
    Q_EMIT arrivingChanged();
    onContent();
}

const CanvasScene &CanvasScene::complete() const
{
    auto &all = const_cast<CanvasScene &>(*this); // which items there are is the document's: making them changes nothing
    while (isArriving())
        all.arrive();
    return *this;
}

void CanvasScene::bring(const QRectF &part)
{
    if (m_arrivals.waiting().empty())
        return;
    const QList<qint64> cards = m_arrivals.cardsIn(part);
    for (const qint64 id : cards)
        put(id);
}

CardItem *CanvasScene::card(qint64 id) const
{
    CardItem *const there = m_cards.value(id);
    return there || !isArriving() || m_session.scenario().indexOf(id) < 0 ? there : complete().m_cards.value(id);
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
    dress(*item);
    return true;
}

void CanvasScene::dress(CardItem &card)
{
    m_run.dressCard(card.id());
    if (m_found.contains(card.id()))
        card.setFound(card.id() == m_foundCurrent ? drawing::Found::Current : drawing::Found::Hit);
    if (const auto worst = m_worst.constFind(card.id()); worst != m_worst.constEnd())
        card.setProblems(*worst == core::Severity::Error, *worst == core::Severity::Warning);
}

void CanvasScene::take(qint64 id)
{
    m_edges.drop(id);
    delete m_cards.take(id);
}

bool CanvasScene::linkEdges(qint64 from)
{
    if (!m_edges.link(from))
        return false;
    m_run.dressEdges(from);
    return true;
}

bool CanvasScene::linkJumps()
{
    return m_edges.linkJumps(m_session.scenario(), m_workbench.dialect);
}

bool CanvasScene::jumps(qint64 id) const
{
    const CardItem *const card = m_cards.value(id);
    return card && (card->card().type == scenario::component::goTo || card->card().type == scenario::component::goLabel);
}

void CanvasScene::readAgain()
{
    const QList<qint64> ids = m_cards.keys(); // those that arrive later read then
    for (const qint64 id : ids)
        put(id);
}

void CanvasScene::onChanged(const editing::ChangeEvent &event)
{
    const bool isOfObjects = std::holds_alternative<editing::ObjectsAdded>(event) ||
                             std::holds_alternative<editing::ObjectsRemoved>(event) ||
                             std::holds_alternative<editing::ObjectsChanged>(event);
    if (isOfObjects)
        complete();
    const auto relink = [this](const QList<qint64> &ids) {
        bool isOther = false;
        for (const qint64 id : ids)
            isOther = linkEdges(id) || isOther;
        for (const qint64 id : ids)
            m_edges.routeTo(id);
        return isOther;
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
        bool isOther = false; // so that other space is covered
        bool mayJump = false;
        for (const qint64 id : changed->ids) {
            mayJump = mayJump || jumps(id);
            isOther = put(id) || isOther;
            mayJump = mayJump || jumps(id);
        }
        bool leadsElsewhere = relink(changed->ids);
        if (mayJump)
            leadsElsewhere = linkJumps() || leadsElsewhere;
        if (!isOther) {
            if (leadsElsewhere)
                Q_EMIT contentChanged();
            return;
        }
    } else if (std::holds_alternative<editing::DocumentReset>(event)) {
        reset();
        return;
    } else if (!std::holds_alternative<editing::ExtensionChanged>(event) || !m_notes.sync(m_session.scenario())) {
        return; // nothing here shows it
    }
    onContent();
}

CardItem *CanvasScene::cardAt(QPointF point)
{
    bring(QRectF(point, QSizeF(1, 1)));
    return topmostAt<CardItem>(*this, point);
}

EdgeItem *CanvasScene::edgeAt(QPointF point) const
{
    return topmostAt<EdgeItem>(complete(), point);
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
            if (CardItem *const item = card(id))
                item->setSelected(true);
        }
        for (const QString &id : notes) {
            if (NoteItem *const note = m_notes.item(id))
                note->setSelected(true);
        }
    }
    Q_EMIT selectionChanged();
}

void CanvasScene::selectAt(QPointF point)
{
    if (const CardItem *const card = cardAt(point)) {
        if (!card->isSelected())
            select({card->id()});
    } else if (EdgeItem *const edge = edgeAt(point)) {
        clearSelection();
        edge->setSelected(true);
    } else if (const NoteItem *const note = m_notes.at(point); note && !note->isSelected()) {
        select({}, {note->id()});
    }
}

void CanvasScene::selectAll()
{
    {
        const QSignalBlocker blocker(this);
        clearSelection();
        for (CardItem *const card : cards())
            card->setSelected(true);
        for (NoteItem *const note : m_notes.items())
            note->setSelected(true);
    }
    Q_EMIT selectionChanged();
}

QRectF CanvasScene::selectionRect() const
{
    QRectF rect;
    const QList<qint64> ids = selectedIds();
    for (const qint64 id : ids)
        rect |= m_cards.value(id)->cardRect();
    const QList<NoteItem *> notes = m_notes.selected();
    for (const NoteItem *note : notes)
        rect |= note->noteRect();
    return rect;
}

QRectF CanvasScene::contentRect() const
{
    if (!m_content) {
        QRectF rect = m_notes.contentRect() | m_arrivals.rect();
        for (const CardItem *card : m_cards)
            rect |= card->cardRect();
        m_content = rect;
    }
    return *m_content;
}

void CanvasScene::onContent()
{
    m_content.reset();
    setSceneRect(contentRect().adjusted(-freeSpace, -freeSpace, freeSpace, freeSpace));
    Q_EMIT contentChanged();
}

void CanvasScene::movePreview(const QHash<qint64, QPointF> &places, const QHash<QString, QPointF> &notes)
{
    complete();
    for (auto place = notes.begin(); place != notes.end(); ++place) {
        if (NoteItem *const note = m_notes.item(place.key()))
            note->setPos(*place);
    }
    for (auto place = places.begin(); place != places.end(); ++place) {
        if (CardItem *const card = m_cards.value(place.key()))
            card->setPos(*place);
    }
    m_edges.routeMoved(places);
    m_content.reset();
    if (m_cards.size() <= EdgeLayer::fewCards) // else the small picture follows when the document does
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
    const QHash<qint64, core::Severity> before = std::exchange(m_worst, {});
    for (const core::Diagnostic &problem : problems) {
        if (!problem.object || problem.severity == core::Severity::Info)
            continue;
        const auto known = m_worst.find(*problem.object);
        if (known == m_worst.end())
            m_worst.insert(*problem.object, problem.severity);
        else
            *known = std::min(*known, problem.severity);
    }
    for (auto gone = before.begin(); gone != before.end(); ++gone) {
        if (CardItem *const card = m_worst.contains(gone.key()) ? nullptr : m_cards.value(gone.key()))
            card->setProblems(false, false);
    }
    for (auto worst = m_worst.cbegin(); worst != m_worst.cend(); ++worst) {
        if (CardItem *const card = m_cards.value(worst.key()))
            card->setProblems(*worst == core::Severity::Error, *worst == core::Severity::Warning);
    }
}

bool CanvasScene::event(QEvent *event)
{
    // No item cares, and telling thousands takes longer than a frame.
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::WindowDeactivate)
        return true;
    return QGraphicsScene::event(event);
}

} // namespace signalbox::designer
