// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/resizetool.h"

#include "designer/canvas/canvasview.h"
#include "designer/canvas/selecttool.h"
#include "editing/noteedits.h"

#include <cmath>

namespace signalbox::designer {

namespace {

constexpr double leastWidth = 72; // on the canvas: a word is seen
constexpr double leastHeight = 48;

QSizeF within(QPointF span)
{
    return {std::max(leastWidth, span.x()), std::max(leastHeight, span.y())};
}

} // namespace

void ResizeTool::begin(const QString &id, QPointF point)
{
    const NoteItem *const note = m_view.canvas().notes().item(id);
    if (!note)
        return;
    m_id = id;
    m_begun = point;
    m_before = m_size = note->noteRect().size();
    m_view.useTool(*this);
}

void ResizeTool::step(const QString &id, QPointF by)
{
    const NoteItem *const note = m_view.canvas().notes().item(id);
    if (!note)
        return;
    m_view.session().joinSteps(QStringLiteral("size by keys ") + id);
    write(id, within(note->noteRect().bottomRight() + by - note->pos()));
    m_view.ensureVisible(QRectF(note->noteRect().bottomRight(), QSizeF()), 40, 40);
}

void ResizeTool::write(const QString &id, QSizeF size)
{
    const QPoint corner = drawing::toPlatform({size.width(), size.height()});
    editing::NoteEdits(m_view.session()).resize(id, QSize(corner.x(), corner.y()));
}

bool ResizeTool::press(QPointF point, const QMouseEvent &event)
{
    Q_UNUSED(point)
    Q_UNUSED(event)
    return true;
}

bool ResizeTool::move(QPointF point, const QMouseEvent &event)
{
    NoteItem *const note = m_view.canvas().notes().item(m_id);
    if (!note) {
        end();
        return true;
    }
    QPointF corner = note->noteRect().topLeft() + QPointF(m_before.width(), m_before.height()) + point - m_begun;
    if (m_view.snapsWith(event.modifiers())) {
        const double grid = m_view.theme().sizes().grid;
        corner = QPointF(std::round(corner.x() / grid) * grid, std::round(corner.y() / grid) * grid);
    }
    m_size = within(corner - note->pos());
    note->setSize(m_size);
    return true;
}

bool ResizeTool::release(QPointF point, const QMouseEvent &event)
{
    Q_UNUSED(point)
    if (event.button() != Qt::LeftButton)
        return true;
    const QString id = m_id;
    const QSizeF size = m_size;
    const bool isOther = m_size != m_before;
    cancel(); // the document says how large it is from here on
    m_view.session().joinSteps({});
    if (isOther)
        write(id, size);
    return true;
}

bool ResizeTool::key(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape)
        cancel();
    return true;
}

void ResizeTool::cancel()
{
    if (NoteItem *const note = m_view.canvas().notes().item(m_id))
        note->setNote(note->note()); // as the document has it now
    end();
}

void ResizeTool::end()
{
    m_id.clear();
    m_view.useTool(m_view.selectTool());
}

} // namespace signalbox::designer
