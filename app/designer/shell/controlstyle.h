// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion with the theme's shapes where a style sheet cannot draw them without pictures: choices, number fields, check boxes, tabs, arrows.
// Everything else about the look stands in stylesheet.cpp.
#pragma once

#include "drawing/theme.h"

#include <QProxyStyle>

namespace signalbox::designer {

/// Heights that several places share, in pixels.
inline constexpr int controlHeight = 32;
inline constexpr int tabHeight = 36;
inline constexpr int tableRowHeight = 29; ///< its line included

class ControlStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ControlStyle(drawing::Theme theme);
    void setTheme(const drawing::Theme &theme) { m_theme = theme; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;

private:
    void drawFrame(QPainter *painter, const QStyleOption &option, const QWidget *widget) const;
    void drawTab(QPainter *painter, const QStyleOption &option, const QWidget *widget) const;
    void drawCheckBox(QPainter *painter, const QStyleOption &option) const;
    void drawRadioButton(QPainter *painter, const QStyleOption &option) const;
    QColor textColor(const QStyleOption &option, drawing::Role role) const;

    drawing::Theme m_theme;
};

} // namespace signalbox::designer
