// SPDX-License-Identifier: GPL-3.0-or-later
// A component on the canvas. Holds an id and what its card shows, never the document; the scene gives it both. All interaction is the
// tools'.
#pragma once

#include "drawing/cardpainter.h"

#include <QGraphicsItem>

namespace signalbox::designer {

class CardItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    /// theme must outlive it.
    CardItem(const drawing::Theme &theme, drawing::Card card);

    int type() const override { return Type; }
    qint64 id() const { return m_card.id; }
    const drawing::Card &card() const { return m_card; }
    const drawing::CardGeometry &geometry() const { return m_geometry; }
    void setCard(drawing::Card card);

    /// Of the scene.
    QRectF cardRect() const { return m_geometry.rect().translated(pos()); }
    QPointF inputPoint() const { return pos() + m_geometry.input(); }
    QPointF portPoint(int port) const { return pos() + m_geometry.port(port); }
    QPointF exitPoint() const { return pos() + m_geometry.exit(); }
    int portOf(QStringView outcome) const; ///< or -1

    const drawing::CardState &state() const { return m_state; }
    void setHovered(bool isHovered, int port = -1);
    void setProblems(bool hasError, bool hasWarning);
    void setDropTarget(bool isOn);
    void setFound(drawing::Found found);
    void setRun(const drawing::CardRun &run);
    const drawing::CardRun &run() const { return m_run; }

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void dress(); ///< as the run has it

    const drawing::Theme &m_theme;
    drawing::Card m_card;
    drawing::CardGeometry m_geometry;
    drawing::CardState m_state;
    drawing::CardRun m_run;
};

} // namespace signalbox::designer
