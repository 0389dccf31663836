// SPDX-License-Identifier: GPL-3.0-or-later
// A transition on the canvas: from a component by an outcome to a component. Its curve is given to it; all interaction is the tools'.
#pragma once

#include "drawing/cardpainter.h"

#include <QGraphicsItem>

namespace signalbox::designer {

class EdgeItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };

    /// theme must outlive it.
    EdgeItem(const drawing::Theme &theme, qint64 from, QString outcome, qint64 to);

    int type() const override { return Type; }
    qint64 from() const { return m_from; }
    const QString &outcome() const { return m_outcome; }
    qint64 to() const { return m_to; }

    const QPainterPath &path() const { return m_path; }
    void setPath(const QPainterPath &path);
    void setHovered(bool isHovered);
    void setRun(const drawing::EdgeRun &run);
    const drawing::EdgeRun &run() const { return m_run; }
    /// While one of its ends is being dragged elsewhere.
    void setFaded(bool isFaded) { setOpacity(isFaded ? 0.25 : 1); }

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void bound();

    const drawing::Theme &m_theme;
    qint64 m_from;
    QString m_outcome;
    qint64 m_to;
    QPainterPath m_path;
    mutable QPainterPath m_shape; // made when it is first asked for
    QRectF m_bounds;
    drawing::EdgeState m_state;
    drawing::EdgeRun m_run;
};

} // namespace signalbox::designer
