// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/notepainter.h"

#include "drawing/card.h"
#include "drawing/pens.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace signalbox::drawing {

using scenario::NoteKind;

namespace {

constexpr double margin = 12;      // around a note's text
constexpr double frameMargin = 14; // left and right of a frame's title
constexpr double titleHeight = 36; // of a frame
constexpr double fold = 16;        // the turned corner of a note
constexpr double noteRadius = 4;
constexpr double gripSize = 14;
constexpr double textDetail = 0.35; // below it no text could be read
constexpr double outline = 1.5;
constexpr double longestLine = 1e6;
constexpr double selectedOutline = 2;
constexpr double frameFill = 0.45; // how much of the panel's colour lies in a frame

QColor mixed(const QColor &front, const QColor &back, float share)
{
    const auto mix = [share](float a, float b) {
        return a * share + b * (1 - share);
    };
    return QColor::fromRgbF(mix(front.redF(), back.redF()), mix(front.greenF(), back.greenF()), mix(front.blueF(), back.blueF()));
}

QColor paperEdge(const Theme &theme)
{
    constexpr float share = 0.45F;
    return mixed(theme.color(Role::Timeout), theme.color(Role::Panel), share);
}

/// The lines of a text that fit; the last one tells by an ellipsis that there is more.
QStringList linesOf(const QString &text, const QFont &font, QSizeF room, bool isOneLine)
{
    const QFontMetricsF metrics(font);
    const auto most = isOneLine ? 1 : std::max(0, static_cast<int>(room.height() / metrics.lineSpacing()));
    QTextOption option;
    option.setWrapMode(isOneLine ? QTextOption::NoWrap : QTextOption::WrapAtWordBoundaryOrAnywhere);
    QStringList lines;
    const QStringList paragraphs = text.split(u'\n');
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        const QString &paragraph = paragraphs.at(i);
        QTextLayout layout(paragraph, font);
        layout.setTextOption(option);
        layout.beginLayout();
        bool isFirst = true;
        qsizetype begin = 0;
        for (QTextLine line = layout.createLine(); line.isValid() || isFirst; line = layout.createLine()) {
            isFirst = false;
            if (lines.size() == most) { // there is more than fits
                if (!lines.isEmpty())
                    lines.last() = metrics.elidedText(lines.last() + QChar(0x2026), Qt::ElideRight, room.width());
                layout.endLayout();
                return lines;
            }
            if (line.isValid())
                line.setLineWidth(isOneLine ? longestLine : room.width());
            const qsizetype length = line.isValid() ? line.textLength() : 0;
            QString shown = paragraph.mid(begin, length);
            begin += length;
            if (isOneLine)
                shown = metrics.elidedText(shown, Qt::ElideRight, room.width());
            while (shown.endsWith(u' '))
                shown.chop(1);
            lines.append(shown);
            if (!line.isValid())
                break;
        }
        layout.endLayout();
    }
    return lines;
}

} // namespace

NotePicture::NotePicture(scenario::Note note, const Theme &theme)
    : m_note(std::move(note)), m_rect(toCanvas(m_note.rect.left(), m_note.rect.top()), QSizeF(m_note.rect.size()) * canvasScale)
{
    layOut(theme);
}

void NotePicture::setSize(QSizeF size, const Theme &theme)
{
    m_rect.setSize(size);
    layOut(theme);
}

void NotePicture::layOut(const Theme &theme)
{
    m_lines = linesOf(m_note.text, font(m_note.kind, theme), textRect().size(), m_note.kind == NoteKind::Frame);
}

QFont NotePicture::font(NoteKind kind, const Theme &theme)
{
    return kind == NoteKind::Frame ? theme.uiFont(theme.sizes().title, QFont::DemiBold) : theme.uiFont(theme.sizes().body);
}

QRectF NotePicture::textRect(NoteKind kind, QSizeF size)
{
    if (kind == NoteKind::Frame)
        return {frameMargin, 0, std::max(0.0, size.width() - 2 * frameMargin), std::min(titleHeight, size.height())};
    return QRectF(QPointF(), size).adjusted(margin, margin, -margin, -margin);
}

QRectF NotePicture::grip() const
{
    return {m_rect.width() - gripSize, m_rect.height() - gripSize, gripSize, gripSize};
}

QColor NotePicture::paper(const Theme &theme)
{
    constexpr float share = 0.16F;
    return mixed(theme.color(Role::Timeout), theme.color(Role::Panel), share);
}

void NotePicture::paint(QPainter &painter, const Theme &theme, const NoteState &state, double detail) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_note.kind == NoteKind::Frame)
        paintFrame(painter, theme, state);
    else
        paintNote(painter, theme);
    if (detail >= textDetail && !state.isEdited) {
        const QFont textFont = font(m_note.kind, theme);
        const QFontMetricsF metrics(textFont);
        const QRectF room = textRect();
        painter.setFont(textFont);
        painter.setPen(theme.color(m_note.kind == NoteKind::Frame ? Role::Muted : Role::Text));
        double base = room.top() + metrics.ascent();
        if (m_note.kind == NoteKind::Frame)
            base += (room.height() - metrics.height()) / 2;
        for (const QString &line : m_lines) {
            painter.drawText(QPointF(room.left(), base), line);
            base += metrics.lineSpacing();
        }
    }
    if (state.isSelected || state.isHovered) {
        const double radius = m_note.kind == NoteKind::Frame ? theme.sizes().cardRadius : noteRadius;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(state.isSelected ? QPen(theme.color(Role::Selection), selectedOutline)
                                        : QPen(withAlpha(theme.color(Role::Selection), 0.5), outline));
        painter.drawRoundedRect(QRectF(QPointF(), m_rect.size()), radius, radius);
    }
    if (state.isSelected && detail >= textDetail) {
        const QPointF corner(m_rect.width() - 4, m_rect.height() - 4);
        painter.setPen(roundPen(theme.color(Role::Selection), outline));
        for (const double length : {4.0, 8.0})
            painter.drawLine(corner - QPointF(length, 0), corner - QPointF(0, length));
    }
    painter.restore();
}

void NotePicture::paintNote(QPainter &painter, const Theme &theme) const
{
    const double width = m_rect.width();
    const double height = m_rect.height();
    const double turned = std::min({fold, width / 2, height / 2});
    QPainterPath sheet(QPointF(noteRadius, 0));
    sheet.lineTo(width - turned, 0);
    sheet.lineTo(width, turned);
    sheet.lineTo(width, height - noteRadius);
    sheet.quadTo(width, height, width - noteRadius, height);
    sheet.lineTo(noteRadius, height);
    sheet.quadTo(0, height, 0, height - noteRadius);
    sheet.lineTo(0, noteRadius);
    sheet.quadTo(0, 0, noteRadius, 0);
    painter.setBrush(paper(theme));
    painter.setPen(roundPen(paperEdge(theme), 1));
    painter.drawPath(sheet);
    QPainterPath corner(QPointF(width - turned, 0));
    corner.lineTo(width - turned, turned);
    corner.lineTo(width, turned);
    corner.closeSubpath();
    painter.setBrush(paperEdge(theme));
    painter.drawPath(corner);
}

void NotePicture::paintFrame(QPainter &painter, const Theme &theme, const NoteState &state) const
{
    painter.setBrush(withAlpha(theme.color(Role::Panel), frameFill));
    painter.setPen(state.isSelected ? QPen(Qt::NoPen) : QPen(theme.color(Role::ControlLine), outline));
    painter.drawRoundedRect(QRectF(QPointF(), m_rect.size()), theme.sizes().cardRadius, theme.sizes().cardRadius);
}

} // namespace signalbox::drawing
