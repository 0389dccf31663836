// SPDX-License-Identifier: GPL-3.0-or-later
// A whole scenario as a picture: painted, or written as SVG, PNG or PDF.
#pragma once

#include "drawing/cardpainter.h"
#include "drawing/notepainter.h"

#include <QIODevice>

#include <stop_token>

namespace signalbox::drawing {

enum class PictureFormat : quint8 { Svg, Png, Pdf };

class Picture final
{
public:
    /// All must outlive it but the scenario. stop: making, painting and writing end early; what there is then is good for nothing.
    Picture(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect, const Theme &theme,
            std::stop_token stop = {});

    QRectF bounds() const;                        ///< on the canvas, with a margin
    enum class Ground : quint8 { Canvas, Paper }; ///< paper is left as it is
    const QList<QRectF> &cardRects() const { return m_rects; }
    /// In the canvas's coordinates; the level of detail is the painter's scale. What lies outside its clip costs next to nothing.
    void paint(QPainter &painter, Ground ground = Ground::Canvas) const;
    /// Nothing is seen there: no component, no note, and no line goes through.
    bool isEmptyIn(const QRectF &part) const;
    /// Needs a QGuiApplication. The same input gives the same bytes on the same system. Errors: empty (nothing to draw), too_large (PNG
    /// over 16,384 pixels a side or 128 million in all), cancelled (by stop), write.
    core::Result<void> write(QIODevice &device, PictureFormat format, double scale = 1) const;

private:
    const Theme &m_theme;
    const std::stop_token m_stop;
    QList<NotePicture> m_notes; ///< frames first: they lie behind everything
    QList<Card> m_cards;
    QList<QRectF> m_rects; ///< of the cards
    struct Line {
        QPainterPath path;
        QString outcome;
        QRectF rect;
    };
    QList<Line> m_jumps;
    QList<Line> m_lines;
    core::Result<void> send(QIODevice &device, const QByteArray &content) const;
    core::Result<void> writePng(QIODevice &device, double scale) const;
    core::Result<void> writeSvg(QIODevice &device, double scale) const;
    core::Result<void> writePdf(QIODevice &device, double scale) const;

    QRectF m_bounds;
    QString m_title;
};

} // namespace signalbox::drawing
