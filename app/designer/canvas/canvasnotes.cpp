// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasnotes.h"

#include "designer/canvas/canvasview.h"
#include "designer/canvas/movedset.h"
#include "designer/canvas/noteeditor.h"
#include "designer/canvas/resizetool.h"
#include "editing/noteedits.h"

#include <cmath>

namespace signalbox::designer {

using scenario::NoteKind;

namespace {

constexpr QSizeF noteSize(216, 120); // on the canvas, whole grid steps
constexpr QSizeF frameSize(480, 288);
constexpr double frameMargin = 24; // between a frame and what it is put around
constexpr double frameTitle = 24;  // more above
constexpr double readableZoom = 0.4;
constexpr int roomTries = 200;

} // namespace

CanvasNotes::CanvasNotes(CanvasView &view)
    : m_view(view), m_resize(std::make_unique<ResizeTool>(view)), m_editor(std::make_unique<NoteEditor>(view))
{}

CanvasNotes::~CanvasNotes() = default;

QRectF CanvasNotes::selectionRect() const
{
    return MovedSet::ofSelection(m_view.canvas()).rect(m_view.canvas());
}

QRectF CanvasNotes::inView(QSizeF size) const
{
    QRectF rect(QPointF(), size);
    rect.moveCenter(m_view.mapToScene(m_view.viewport()->rect().center()));
    return rect;
}

void CanvasNotes::addNote()
{
    const QRectF selection = selectionRect();
    const double grid = m_view.theme().sizes().grid;
    QRectF rect = selection.isEmpty() ? inView(noteSize) : QRectF(selection.bottomLeft() + QPointF(0, grid), noteSize);
    const CanvasScene &scene = m_view.canvas();
    for (int i = 0; i < roomTries; ++i) { // on nothing else
        const auto takes = [&rect](const auto *item, const QRectF &taken) {
            return item && taken.intersects(rect);
        };
        const bool isTaken =
            std::any_of(scene.cards().begin(), scene.cards().end(), [&](const CardItem *card) { return takes(card, card->cardRect()); }) ||
            std::any_of(scene.notes().items().begin(), scene.notes().items().end(),
                        [&](const NoteItem *note) { return !note->isFrame() && takes(note, note->noteRect()); });
        if (!isTaken)
            break;
        rect.translate(0, grid);
    }
    add(NoteKind::Note, rect);
}

void CanvasNotes::addFrame()
{
    const QRectF selection = selectionRect();
    add(NoteKind::Frame,
        selection.isEmpty() ? inView(frameSize) : selection.adjusted(-frameMargin, -frameMargin - frameTitle, frameMargin, frameMargin));
}

void CanvasNotes::add(NoteKind kind, const QRectF &rect)
{
    const double grid = m_view.theme().sizes().grid;
    const auto down = [grid](double at) {
        return std::floor(at / grid) * grid;
    };
    const auto up = [grid](double at) {
        return std::ceil(at / grid) * grid;
    };
    const QPointF first(down(rect.left()), down(rect.top()));
    // A frame holds all of what it is put around; a note keeps its size.
    const QPointF last =
        kind == NoteKind::Frame ? QPointF(up(rect.right()), up(rect.bottom())) : first + QPointF(rect.width(), rect.height());
    const QPoint place = drawing::toPlatform(first);
    const QPoint end = drawing::toPlatform(last);
    const auto id = editing::NoteEdits(m_view.session()).add(kind, {}, QRect(place, QSize(end.x() - place.x(), end.y() - place.y())));
    if (!id) {
        Q_EMIT m_view.notice(id.error().message);
        return;
    }
    goTo(*id);
    edit(*id);
}

void CanvasNotes::next()
{
    const QList<NoteItem *> &items = m_view.canvas().notes().items();
    if (items.isEmpty()) {
        Q_EMIT m_view.notice(tr("This scenario has no notes"));
        return;
    }
    const QList<NoteItem *> selected = m_view.canvas().notes().selected();
    const qsizetype at = selected.isEmpty() ? -1 : items.indexOf(selected.last());
    goTo(items.at((at + 1) % items.size())->id());
    m_view.setFocus(Qt::OtherFocusReason);
}

void CanvasNotes::goTo(const QString &id)
{
    const NoteItem *const note = m_view.canvas().notes().item(id);
    if (!note)
        return;
    m_view.canvas().select({}, {id});
    if (m_view.zoom() < readableZoom)
        m_view.setZoom(1);
    m_view.ensureVisible(note->noteRect(), 40, 40);
}

void CanvasNotes::edit(const QString &id)
{
    m_editor->open(id);
}

QString CanvasNotes::current() const
{
    const QList<NoteItem *> selected = m_view.canvas().notes().selected();
    return selected.size() == 1 && m_view.canvas().selectedItems().size() == 1 ? selected.first()->id() : QString();
}

} // namespace signalbox::designer
