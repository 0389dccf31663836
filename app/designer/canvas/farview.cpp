// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/farview.h"

namespace signalbox::designer {

using drawing::Role;

namespace {

constexpr qsizetype manyCards = 300; // from here on there is a picture
constexpr double shownBelow = 0.35;  // zoom: no text could be read any more

} // namespace

FarPicture::FarPicture(const CanvasScene &scene, QGraphicsView &view, QObject *parent)
    : QObject(parent), m_scene(scene), m_view(view), m_overview([&scene] { return farView(scene, FarLines::Yes); })
{
    const auto renew = [this] {
        m_overview.invalidate();
        m_view.viewport()->update();
    };
    connect(&scene, &CanvasScene::contentChanged, this, renew);
    connect(&scene, &QGraphicsScene::selectionChanged, this, renew);
    connect(&scene, &CanvasScene::appearanceChanged, this, renew);
    connect(&scene.run(), &RunOverlay::farChanged, this, [this] {
        m_overview.invalidate();
        if (isShown()) // near, items paint themselves
            m_view.viewport()->update();
    });
    const auto onArriving = [this] {
        // Else everything would be painted again for each few items that come.
        m_view.setViewportUpdateMode(m_scene.isArriving() ? QGraphicsView::NoViewportUpdate : QGraphicsView::SmartViewportUpdate);
        m_view.viewport()->update();
    };
    connect(&scene, &CanvasScene::arrivingChanged, this, onArriving);
    onArriving();
    connect(&m_overview, &Overview::ready, view.viewport(), qOverload<>(&QWidget::update));
}

bool FarPicture::isShown() const
{
    const auto cards = m_scene.arrivedCards().size() + static_cast<qsizetype>(m_scene.arrivals().waiting().size());
    return cards > manyCards && zoom() < shownBelow;
}

void FarPicture::paint(QPainter &painter, const QRectF &part)
{
    m_overview.paint(painter, part, zoom(), m_view.devicePixelRatioF());
}

Overview::Content farView(const CanvasScene &scene, FarLines lines)
{
    const drawing::Theme &theme = scene.theme();
    const bool isRun = !scene.run().state().isEmpty();
    Overview::Content content;
    content.accent = theme.color(Role::Accent);
    const std::vector<Arrivals::Component> &waiting = scene.arrivals().waiting();
    content.blocks.reserve(scene.arrivedCards().size() + static_cast<qsizetype>(waiting.size()) + scene.notes().items().size());
    for (const bool isFrame : {true, false}) { // frames lie lowest
        for (const NoteItem *note : scene.notes().items()) {
            const QColor color = isFrame ? theme.color(Role::ControlLine) : drawing::NotePicture::paper(theme);
            if (note->isFrame() == isFrame)
                content.blocks.append({note->noteRect(), color, note->isSelected(), !isFrame});
        }
    }
    for (const Arrivals::Component &one : waiting)
        content.blocks.append({one.rect, theme.family(one.family)});
    for (const CardItem *card : scene.arrivedCards()) {
        const bool isFound = card->state().found != drawing::Found::No;
        Overview::Block block{card->cardRect(), isFound ? theme.color(Role::Timeout) : theme.family(card->card().family),
                              card->isSelected()};
        if (card->state().isCurrent)
            block.color = content.accent;
        if (isRun)
            block.shade = card->state().isTaken ? Overview::Shade::Full : Overview::Shade::Faint;
        content.blocks.append(block);
    }
    if (lines == FarLines::No)
        return content;
    const auto addLine = [&content](const QPainterPath &path, const QColor &color, bool isTaken) {
        if (!path.isEmpty())
            content.lines.append({QLineF(path.elementAt(0), path.currentPosition()), color, isTaken});
    };
    content.lines.reserve(scene.arrivedCards().size() * 2); // about
    for (const JumpItem *jump : scene.arrivedEdges().jumps())
        addLine(jump->path(), theme.color(Role::Muted), false);
    for (const QList<EdgeItem *> &edges : scene.arrivedEdges().all()) {
        for (const EdgeItem *edge : edges)
            addLine(edge->path(), theme.outcome(edge->outcome()), edge->run().taken > 0);
    }
    return content;
}

} // namespace signalbox::designer
