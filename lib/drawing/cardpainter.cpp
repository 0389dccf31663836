// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/cardpainter.h"

#include "drawing/icons.h"
#include "drawing/pens.h"
#include "drawing/textcache.h"

#include <QPainter>

namespace signalbox::drawing {

using namespace Qt::StringLiterals;

namespace {

constexpr double ringGap = 3; ///< from the card to the middle of the ring around a selected one
constexpr double ringWidth = 2;
constexpr double haloGap = 8;   ///< from the card to the border of what marks a found one
constexpr double labelGap = 14; ///< from a port's label to the border
constexpr double pipRing = 2;   ///< of the panel's colour around a pip; of the outcome's in an open one
constexpr double markRadius = 7;
constexpr double chipHeight = 18;
constexpr double chipPadding = 7;
constexpr double longestChip = 200;
constexpr double chipRight = 8;        ///< from the card's right border
constexpr double chipRise = 10;        ///< over its upper one
constexpr double breakpointInset = 14; ///< from the card's left border

void drawBar(QPainter &painter, const QColor &color, const QRectF &line, double share)
{
    constexpr double height = 6;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRect(QRectF(line.left(), line.center().y() - height / 2, line.width() * share, height));
}

} // namespace

void CardPainter::paintCard(QPainter &painter, const Card &card, const CardState &state, double detail) const
{
    painter.save();
    if (detail < cardDetail) {
        paintBlock(painter, card, state);
        painter.restore();
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFine = detail >= textDetail;
    const CardGeometry geometry(card, m_theme.sizes());
    paintBody(painter, card, state, geometry.rect(), isFine);
    if (isFine) {
        paintIcon(painter, geometry.iconRect(), card.type, card.family);
        paintTexts(painter, card, geometry);
    } else {
        paintBars(painter, card, geometry);
    }
    paintPorts(painter, card, state, geometry, isFine);
    if (state.hasError || state.hasWarning)
        paintMark(painter, geometry.iconRect().bottomRight() - QPointF(1, 1), state.hasError);
    if (state.breakpoint != Breakpoint::None)
        paintBreakpoint(painter, geometry.rect().topLeft() + QPointF(breakpointInset, 0), state.breakpoint);
    if (isFine && !state.badge.isEmpty()) {
        const QSizeF size = chipSize(state.badge);
        paintChip(painter, {QPointF(geometry.rect().right() - chipRight - size.width(), -chipRise), size}, state.badge, state.badgeRole);
    }
    painter.restore();
}

void CardPainter::paintBlock(QPainter &painter, const Card &card, const CardState &state) const
{
    constexpr double share = 0.6;
    const QRectF rect = CardGeometry(card, m_theme.sizes()).rect();
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (state.hasError)
        painter.fillRect(rect, m_theme.color(Role::Error));
    else if (state.found != Found::No)
        painter.fillRect(rect, m_theme.color(Role::Timeout));
    else if (state.isSelected || state.isCurrent)
        painter.fillRect(rect, m_theme.color(state.isCurrent ? Role::Accent : Role::Selection));
    else
        painter.fillRect(rect, withAlpha(m_theme.family(card.family), state.isTaken ? 1 : share));
}

void CardPainter::paintBody(QPainter &painter, const Card &card, const CardState &state, const QRectF &rect, bool isFine) const
{
    const double radius = m_theme.sizes().cardRadius;
    if (state.found != Found::No)
        paintHalo(painter, rect, state.found);
    if (isFine)
        paintShadow(painter, rect);
    if (state.isSelected) {
        painter.setPen(QPen(m_theme.color(Role::Selection), ringWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(-ringGap, -ringGap, ringGap, ringGap), radius + ringGap, radius + ringGap);
    }
    if (state.isCurrent)
        paintCurrent(painter, rect, state.isSelected);
    const QColor border = m_theme.color(state.isDropTarget ? Role::Accent : state.isHovered ? Role::ControlLine : Role::CardLine);
    const QColor fill = m_theme.color(state.isDropTarget ? Role::AccentSoft : Role::Panel);
    if (!card.isKnown && !state.isDropTarget) {
        QPen pen(border, 1);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(fill);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius); // a line of one pixel lies on one
        return;
    }
    // Two fills cost a third of a stroked outline.
    const double width = state.isDropTarget ? ringWidth : 1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(border);
    painter.drawRoundedRect(rect, radius, radius);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(width, width, -width, -width), radius - width, radius - width);
}

void CardPainter::paintCurrent(QPainter &painter, const QRectF &rect, bool isSelected) const
{
    constexpr double glowWidth = 8;
    constexpr double glow = 0.2;
    constexpr double width = 3;
    const double gap = isSelected ? ringGap + width + 1 : ringGap;
    const QRectF ring = rect.adjusted(-gap, -gap, gap, gap);
    const double radius = m_theme.sizes().cardRadius + gap;
    painter.setBrush(Qt::NoBrush);
    for (const QPen &pen : {QPen(withAlpha(m_theme.color(Role::Accent), glow), glowWidth), QPen(m_theme.color(Role::Accent), width)}) {
        painter.setPen(pen);
        painter.drawRoundedRect(ring, radius, radius);
    }
}

void CardPainter::paintBreakpoint(QPainter &painter, QPointF middle, Breakpoint breakpoint) const
{
    constexpr double radius = 6.5;
    constexpr double ring = 2;
    const QColor color = m_theme.color(Role::Error);
    const QColor panel = m_theme.color(Role::Panel);
    painter.setPen(Qt::NoPen);
    painter.setBrush(panel);
    painter.drawEllipse(middle, radius + ring, radius + ring);
    painter.setBrush(color);
    painter.drawEllipse(middle, radius, radius);
    if (breakpoint == Breakpoint::Disabled) { // hollow
        painter.setBrush(panel);
        painter.drawEllipse(middle, radius - ring, radius - ring);
    } else if (breakpoint == Breakpoint::Conditional) { // with an equals sign
        constexpr double half = 3;
        constexpr double apart = 2.2;
        painter.setPen(roundPen(panel, iconStroke));
        for (const double y : {-apart, apart})
            painter.drawLine(middle + QPointF(-half, y), middle + QPointF(half, y));
    }
}

void CardPainter::paintHalo(QPainter &painter, const QRectF &rect, Found found) const
{
    constexpr double shade = 0.22;
    constexpr double currentShade = 0.5;
    const bool isCurrent = found == Found::Current;
    const double radius = m_theme.sizes().cardRadius + haloGap;
    painter.setPen(QPen(m_theme.color(Role::Timeout), isCurrent ? 2 : 1));
    painter.setBrush(withAlpha(m_theme.color(Role::Timeout), isCurrent ? currentShade : shade));
    painter.drawRoundedRect(rect.adjusted(-haloGap, -haloGap, haloGap, haloGap), radius, radius);
}

void CardPainter::paintShadow(QPainter &painter, const QRectF &rect) const
{
    constexpr std::array shades{0.07, 0.04, 0.02}; // line by line below the card
    const double inset = m_theme.sizes().cardRadius * 3 / 4;
    for (std::size_t i = 0; i < shades.size(); ++i) {
        const double depth = static_cast<double>(i);
        painter.fillRect(QRectF(rect.left() + inset + depth, rect.bottom() + depth, rect.width() - 2 * (inset + depth), 1),
                         withAlpha(Qt::black, shades.at(i)));
    }
}

void CardPainter::paintTexts(QPainter &painter, const Card &card, const CardGeometry &geometry) const
{
    m_theme.texts().paint(painter, CardFont::Name, m_theme.color(Role::Text), geometry.nameRect(), Qt::AlignLeft, card.name);
    if (!card.summary.isEmpty())
        m_theme.texts().paint(painter, CardFont::Caption, m_theme.color(Role::Muted), geometry.summaryRect(), Qt::AlignLeft, card.summary);
}

void CardPainter::paintBars(QPainter &painter, const Card &card, const CardGeometry &geometry) const
{
    constexpr double tileShade = 0.5;
    constexpr double nameShade = 0.6;
    constexpr double captionShade = 0.35;
    constexpr double nameShare = 0.55;
    constexpr double captionShare = 0.85;
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(m_theme.family(card.family), tileShade));
    painter.drawRect(geometry.iconRect());
    drawBar(painter, withAlpha(m_theme.color(Role::Text), nameShade), geometry.nameRect(), nameShare);
    if (!card.summary.isEmpty())
        drawBar(painter, withAlpha(m_theme.color(Role::Muted), captionShade), geometry.summaryRect(), captionShare);
}

void CardPainter::paintPorts(QPainter &painter, const Card &card, const CardState &state, const CardGeometry &geometry, bool isFine) const
{
    for (int i = 0; i < card.ports.size(); ++i) {
        const CardPort &port = card.ports[i];
        const QColor color = m_theme.outcome(port.outcome);
        if (isFine && card.hasPortRows)
            m_theme.texts().paint(painter, CardFont::Port, color, geometry.portRow(i).adjusted(0, 0, -labelGap, 0), Qt::AlignRight,
                                  port.title);
        paintPip(painter, geometry.port(i), color, port.target.has_value(), state.hoveredPort == i);
    }
    if (card.hasInput)
        paintPip(painter, geometry.input(), m_theme.color(state.isDropTarget ? Role::Accent : Role::Plain), true, state.isDropTarget);
}

void CardPainter::paintPip(QPainter &painter, QPointF middle, const QColor &color, bool isSet, bool isHovered) const
{
    constexpr double hoverGrowth = 2;
    const double radius = m_theme.sizes().pip / 2 + (isHovered ? hoverGrowth : 0);
    const double inner = radius - pipRing;
    const QColor panel = m_theme.color(Role::Panel);
    painter.setPen(Qt::NoPen);
    painter.setBrush(panel);
    painter.drawEllipse(middle, radius, radius);
    if (isSet) {
        painter.setBrush(color);
        painter.drawEllipse(middle, inner, inner);
        return;
    }
    painter.setBrush(color);
    painter.drawEllipse(middle, inner + 1, inner + 1);
    painter.setBrush(panel);
    painter.drawEllipse(middle, inner - 1, inner - 1);
}

void CardPainter::paintMark(QPainter &painter, QPointF middle, bool isError) const
{
    const QColor color = m_theme.color(isError ? Role::Error : Role::Timeout);
    const QColor panel = m_theme.color(Role::Panel);
    painter.setPen(QPen(panel, 2 * pipRing, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    QPainterPath shape;
    double stem = 0; // a triangle's middle lies lower
    if (isError) {
        shape.addEllipse(middle, markRadius, markRadius);
    } else {
        stem = 1;
        shape.moveTo(middle + QPointF(0, -markRadius));
        shape.lineTo(middle + QPointF(markRadius + 1, markRadius - 1));
        shape.lineTo(middle + QPointF(-markRadius - 1, markRadius - 1));
        shape.closeSubpath();
    }
    painter.drawPath(shape); // its line is half below the fill, which the next call restores
    painter.fillPath(shape, color);
    constexpr double top = -3;
    constexpr double bottom = 0.5;
    constexpr double dot = 3.2;
    painter.setPen(roundPen(panel, iconStroke));
    painter.drawLine(middle + QPointF(0, top + stem), middle + QPointF(0, bottom + stem));
    painter.setPen(Qt::NoPen);
    painter.setBrush(panel);
    painter.drawEllipse(middle + QPointF(0, dot + stem), 1, 1);
}

QSizeF CardPainter::chipSize(const QString &text) const
{
    return {std::max(chipHeight, m_theme.texts().width(CardFont::Chip, text, longestChip) + 2 * chipPadding), chipHeight};
}

void CardPainter::paintChip(QPainter &painter, const QRectF &rect, const QString &text, Role role) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(role));
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    m_theme.texts().paint(painter, CardFont::Chip, m_theme.color(role == Role::Accent ? Role::OnAccent : Role::Panel), rect,
                          Qt::AlignHCenter, text);
}

void CardPainter::paintIcon(QPainter &painter, const QRectF &rect, qint64 type, QStringView family) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = rect.width() / m_theme.sizes().tile;
    const double radius = m_theme.sizes().tileRadius * scale;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tile(family));
    painter.drawRoundedRect(rect, radius, radius);
    const QPainterPath symbol = iconPath(type);
    painter.translate(rect.center());
    painter.scale(scale, scale);
    if (!symbol.isEmpty()) {
        painter.translate(-iconSide / 2, -iconSide / 2);
        painter.setPen(roundPen(m_theme.family(family), iconStroke));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(symbol);
    } else {
        const QString number = type > 0 ? QString::number(type) : u"?"_s;
        constexpr double edges = 6;
        const double room = m_theme.sizes().tile - edges;
        if (const double wide = m_theme.texts().width(CardFont::Chip, number, longestChip); wide > room)
            painter.scale(room / wide, room / wide);
        const double half = longestChip / 2;
        m_theme.texts().paint(painter, CardFont::Chip, m_theme.family(family), {-half, -half, longestChip, longestChip}, Qt::AlignHCenter,
                              number);
    }
    painter.restore();
}

} // namespace signalbox::drawing
