// SPDX-License-Identifier: GPL-3.0-or-later
// From a goto to the label where it goes on: below transitions, and nothing that can be taken. Its curve is given to it.
#pragma once

#include "drawing/cardpainter.h"

#include <QGraphicsItem>

namespace signalbox::designer {

class JumpItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 4 };

    /// theme must outlive it.
    JumpItem(const drawing::Theme &theme, qint64 from, qint64 to);

    int type() const override { return Type; }
    qint64 from() const { return m_from; }
    qint64 to() const { return m_to; }

    const QPainterPath &path() const { return m_path; }
    void setPath(const QPainterPath &path);

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override { return {}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const drawing::Theme &m_theme;
    qint64 m_from;
    qint64 m_to;
    QPainterPath m_path;
    QRectF m_bounds;
};

} // namespace signalbox::designer
