// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/jumpitem.h"

namespace signalbox::designer {

namespace {

constexpr double margin = 8;   // for the arrow head
constexpr double layer = -0.5; // above notes

} // namespace

JumpItem::JumpItem(const drawing::Theme &theme, qint64 from, qint64 to) : m_theme(theme), m_from(from), m_to(to)
{
    setZValue(layer);
}

void JumpItem::setPath(const QPainterPath &path)
{
    if (path == m_path)
        return;
    prepareGeometryChange();
    m_path = path;
    m_bounds = path.controlPointRect().adjusted(-margin, -margin, margin, margin);
    update();
}

void JumpItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    Q_UNUSED(option)
    drawing::CardPainter(m_theme).paintJump(*painter, m_path);
}

} // namespace signalbox::designer
