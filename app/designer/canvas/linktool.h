// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a transition, from a port to a card, or plugs one elsewhere by either end. With the mouse, and with the keyboard: arrows walk
// through the cards, Enter sets it.
#pragma once

#include "designer/canvas/canvastool.h"

#include <QString>

namespace signalbox::designer {

class LinkTool final : public CanvasTool
{
public:
    enum class End : quint8 { Target, Source }; ///< which end follows the pointer

    using CanvasTool::CanvasTool;

    /// From this port; known: the transition that is plugged elsewhere, which fades meanwhile.
    void begin(qint64 from, const QString &outcome, QPointF point);
    void beginSource(qint64 from, const QString &outcome, qint64 target, QPointF point);
    /// The first target is what the port leads to, or the nearest card.
    void beginWithKeys(qint64 from, const QString &outcome);
    void beginWithKeys(qint64 from, qsizetype port); ///< by its number, from 0; does nothing where there is none

    bool press(QPointF point, const QMouseEvent &event) override;
    bool move(QPointF point, const QMouseEvent &event) override;
    bool release(QPointF point, const QMouseEvent &event) override;
    bool key(const QKeyEvent &event) override;
    void paint(QPainter &painter) const override;
    void cancel() override;

private:
    void start(qint64 from, const QString &outcome, QPointF point);
    void follow(QPointF point);
    void setCandidate(qint64 id);
    void tellCandidate() const;
    void click();
    void finish(QPointF point);
    void end();

    End m_end = End::Target;
    bool m_hasKeys = false;
    qint64 m_from = 0;
    QString m_outcome;
    qint64 m_target = 0; // of the transition whose source is plugged elsewhere
    QPointF m_begun;
    QPointF m_point;
    qint64 m_candidate = 0;
    int m_candidatePort = -1; // where the source is plugged elsewhere
};

} // namespace signalbox::designer
