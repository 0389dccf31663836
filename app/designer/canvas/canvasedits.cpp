// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasedits.h"

#include "designer/canvas/canvasview.h"
#include "designer/canvas/tidyrun.h"
#include "editing/noteedits.h"

#include <cmath>

namespace signalbox::designer {

namespace {

constexpr double columnStep = 12; // grid steps to the next column and row of cards
constexpr double rowStep = 5;
constexpr int roomTries = 200;

} // namespace

CanvasEdits::CanvasEdits(CanvasView &view) : m_view(view)
{}

CanvasEdits::~CanvasEdits() = default;

CanvasScene &CanvasEdits::scene() const
{
    return m_view.canvas();
}

editing::EditSession &CanvasEdits::session() const
{
    return m_view.session();
}

QPoint CanvasEdits::snapped(QPointF point) const
{
    return snapped(point, m_view.theme().sizes().grid);
}

QPoint CanvasEdits::snapped(QPointF point, double grid)
{
    return drawing::toPlatform(QPointF(std::round(point.x() / grid) * grid, std::round(point.y() / grid) * grid));
}

QPointF CanvasEdits::freePlace() const
{
    const drawing::Sizes &sizes = m_view.theme().sizes();
    const CardItem *const current = scene().card(m_view.currentId());
    QPointF place = current ? current->pos() + QPointF(columnStep * sizes.grid, 0)
                            : m_view.mapToScene(m_view.viewport()->rect().center()) - QPointF(sizes.cardWidth / 2, sizes.cardHeader / 2);
    const QSizeF size(sizes.cardWidth, sizes.cardHeader + 3 * sizes.portRow);
    for (int i = 0; i < roomTries; ++i) {
        const QRectF wanted(place, size);
        const bool isTaken = std::any_of(scene().cards().begin(), scene().cards().end(),
                                         [&wanted](const CardItem *card) { return card->cardRect().intersects(wanted); });
        if (!isTaken)
            break;
        place.ry() += rowStep * sizes.grid;
    }
    return place;
}

qint64 CanvasEdits::addAt(qint64 type, QPointF point)
{
    const editing::EditSession::Gesture gesture(session(), [] { return tr("Add a component"); });
    const qint64 id = session().addObject(type, snapped(point));
    scene().select({id});
    return id;
}

qint64 CanvasEdits::add(qint64 type)
{
    const CardItem *const current = scene().card(m_view.currentId());
    const QPointF place = freePlace();
    QString outcome;
    if (current) {
        const auto &ports = current->card().ports;
        const auto open = std::find_if(ports.begin(), ports.end(), [](const drawing::CardPort &port) { return !port.target; });
        outcome = open == ports.end() ? QString() : open->outcome;
    }
    const qint64 from = current ? current->id() : 0;
    const editing::EditSession::Gesture gesture(session(), [] { return tr("Add a component"); });
    const qint64 id = session().addObject(type, snapped(place));
    const CardItem *const added = scene().card(id);
    if (!outcome.isEmpty() && added && added->card().hasInput) {
        if (const auto linked = session().link({from, outcome, id}); !linked)
            Q_EMIT m_view.notice(linked.error().message);
    }
    scene().select({id});
    if (const CardItem *card = scene().card(id))
        m_view.ensureVisible(card->cardRect(), 80, 80);
    return id;
}

void CanvasEdits::insertOn(const EdgeItem &edge, qint64 type, QPointF point)
{
    const drawing::Sizes &sizes = m_view.theme().sizes();
    const editing::EditSession::Gesture gesture(session(), [] { return tr("Insert a component"); });
    const auto id = session().insertObject({edge.from(), edge.outcome(), edge.to()}, type,
                                           snapped(point - QPointF(sizes.cardWidth / 2, sizes.cardHeader / 2)));
    if (!id) {
        Q_EMIT m_view.notice(id.error().message);
        return;
    }
    scene().select({*id});
}

void CanvasEdits::removeSelection()
{
    const QList<qint64> ids = scene().selectedIds();
    QList<editing::Link> links;
    const QList<QGraphicsItem *> items = scene().selectedItems();
    for (const QGraphicsItem *item : items) {
        if (const auto *edge = qgraphicsitem_cast<const EdgeItem *>(item))
            links.append({edge->from(), edge->outcome(), {}});
    }
    const QStringList notes = scene().notes().selectedIds();
    if (ids.isEmpty() && links.isEmpty() && notes.isEmpty())
        return;
    const editing::EditSession::Gesture gesture(
        session(), [hasOnlyLinks = ids.isEmpty() && notes.isEmpty()] { return hasOnlyLinks ? tr("Unset a transition") : tr("Delete"); });
    editing::NoteEdits(session()).remove(notes);
    for (const editing::Link &link : std::as_const(links)) {
        if (const auto unset = session().link(link); !unset)
            Q_EMIT m_view.notice(unset.error().message);
    }
    if (ids.isEmpty())
        return;
    const editing::Removal removal = session().removeObjects(ids);
    QStringList told{tr("%n component(s) deleted", nullptr, static_cast<int>(removal.removed.size()))};
    if (!removal.healed.isEmpty())
        told << tr("%n transition(s) lead past now", nullptr, static_cast<int>(removal.healed.size()));
    if (!removal.cut.isEmpty())
        told << tr("%n transition(s) lead nowhere now", nullptr, static_cast<int>(removal.cut.size()));
    Q_EMIT m_view.notice(told.join(QStringLiteral(" · ")));
}

void CanvasEdits::align(Qt::Alignment edge)
{
    const QList<qint64> ids = scene().selectedIds();
    QRectF all;
    for (const qint64 id : ids)
        all |= scene().card(id)->cardRect();
    QList<std::pair<qint64, QPoint>> places;
    for (const qint64 id : ids) {
        QRectF rect = scene().card(id)->cardRect();
        if (edge & Qt::AlignLeft)
            rect.moveLeft(all.left());
        else if (edge & Qt::AlignRight)
            rect.moveRight(all.right());
        else if (edge & Qt::AlignHCenter)
            rect.moveCenter({all.center().x(), rect.center().y()});
        else if (edge & Qt::AlignTop)
            rect.moveTop(all.top());
        else if (edge & Qt::AlignBottom)
            rect.moveBottom(all.bottom());
        else
            rect.moveCenter({rect.center().x(), all.center().y()});
        places.append({id, drawing::toPlatform(rect.topLeft())});
    }
    const editing::EditSession::Gesture gesture(session(), [] { return tr("Align"); });
    session().moveObjects(places);
}

void CanvasEdits::distribute(Qt::Orientation orientation)
{
    QList<qint64> ids = scene().selectedIds();
    if (ids.size() < 3)
        return;
    const bool isAcross = orientation == Qt::Horizontal;
    const auto middle = [&](qint64 id) {
        const QPointF center = scene().card(id)->cardRect().center();
        return isAcross ? center.x() : center.y();
    };
    std::sort(ids.begin(), ids.end(), [&](qint64 a, qint64 b) { return middle(a) < middle(b); });
    const double first = middle(ids.first());
    const double step = (middle(ids.last()) - first) / static_cast<double>(ids.size() - 1);
    QList<std::pair<qint64, QPoint>> places;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QRectF rect = scene().card(ids[i])->cardRect();
        const double at = first + step * static_cast<double>(i);
        rect.moveCenter(isAcross ? QPointF(at, rect.center().y()) : QPointF(rect.center().x(), at));
        places.append({ids[i], drawing::toPlatform(rect.topLeft())});
    }
    const editing::EditSession::Gesture gesture(session(), [] { return tr("Distribute"); });
    session().moveObjects(places);
}

void CanvasEdits::tidy()
{
    if (m_tidy) {
        m_tidy.reset();
        Q_EMIT m_view.notice(tr("Tidying was cancelled"));
        return;
    }
    m_tidy = std::make_unique<TidyRun>(m_view);
    QObject::connect(m_tidy.get(), &TidyRun::finished, &m_view, [this](const QString &message) {
        m_tidy.release()->deleteLater();
        Q_EMIT m_view.notice(message.isEmpty() ? tr("Tidied") : message);
    });
    Q_EMIT m_view.notice(tr("Tidying… (again to cancel)"));
    m_tidy->start();
}

} // namespace signalbox::designer
