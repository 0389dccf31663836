// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/searchdelegate.h"

#include "designer/files/fileicon.h"
#include "designer/panels/severityicon.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

using drawing::Role;

namespace {

constexpr int rowHeight = 26;
constexpr int gap = 8;
constexpr int icon = 16;
constexpr int widestPlace = 260;

/// Draws as much as fits and gives what is left of the room.
QRect drawPart(QPainter &painter, QRect rect, const QString &text, const QFont &font, const QColor &color)
{
    if (rect.width() <= 0 || text.isEmpty())
        return rect;
    painter.setFont(font);
    painter.setPen(color);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     width > rect.width() ? metrics.elidedText(text, Qt::ElideRight, rect.width()) : text);
    return rect.adjusted(std::min(width, rect.width()), 0, 0, 0);
}

} // namespace

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FoundFile *const file = m_model.file(index);
    if (!file)
        return;
    const drawing::Theme &theme = m_appearance.theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect rect = option.rect.adjusted(4, 0, -12, 0);
    if (!index.parent().isValid())
        paintFile(*painter, rect, *file);
    else if (const FoundText *const text = m_model.text(index))
        paintHit(*painter, rect, *text);
    else
        drawPart(*painter, rect, file->fault, theme.uiFont(theme.sizes().caption), theme.color(Role::Error));
    painter->restore();
}

void SearchDelegate::paintFile(QPainter &painter, QRect rect, const FoundFile &file) const
{
    const drawing::Theme &theme = m_appearance.theme();
    const QRect picture(rect.left(), rect.center().y() - icon / 2 + 1, icon, icon);
    if (file.fault.isEmpty())
        fileIcon(FileIcon::Scenario, theme).paint(&painter, picture);
    else
        paintSeverity(&painter, picture, core::Severity::Error, theme);
    rect.adjust(icon + gap, 0, 0, 0);
    rect = drawPart(painter, rect, file.title, theme.uiFont(theme.sizes().body, QFont::DemiBold), theme.color(Role::Text));
    rect.adjust(gap, 0, 0, 0);
    const QString count = file.fault.isEmpty() ? QLocale().toString(file.hits.size()) : tr("cannot be searched");
    rect =
        drawPart(painter, rect, count, theme.uiFont(theme.sizes().caption), theme.color(file.fault.isEmpty() ? Role::Accent : Role::Error));
    rect.adjust(gap, 0, 0, 0);
    drawPart(painter, rect, file.folder, theme.uiFont(theme.sizes().caption), theme.color(Role::Muted));
}

void SearchDelegate::paintHit(QPainter &painter, QRect rect, const FoundText &text) const
{
    const drawing::Theme &theme = m_appearance.theme();
    const int placeWidth = std::min(widestPlace, rect.width() * 2 / 5);
    drawPart(painter, QRect(rect.left(), rect.top(), placeWidth, rect.height()), SearchModel::placeOf(text),
             theme.uiFont(theme.sizes().caption), theme.color(Role::Muted));
    rect.adjust(placeWidth + gap, 0, 0, 0);
    const QFont plain = theme.monoFont(theme.sizes().caption);
    QFont strong = plain;
    strong.setBold(true);
    const QString found = text.hit.line.sliced(text.hit.at, text.hit.length);
    // A hit far to the right stays in sight: what stands before it loses its beginning.
    const QFontMetrics metrics(plain);
    const int foundWidth = QFontMetrics(strong).horizontalAdvance(found);
    const int room = std::max(rect.width() - foundWidth, rect.width() / 3);
    const QString before = metrics.elidedText(text.hit.line.first(text.hit.at), Qt::ElideLeft, room);
    rect = drawPart(painter, rect, before, plain, theme.color(Role::Text));
    const QRect ground(rect.left(), rect.center().y() - metrics.height() / 2, std::min(foundWidth, rect.width()), metrics.height() + 1);
    painter.setPen(Qt::NoPen);
    QColor tint = theme.color(Role::Accent);
    tint.setAlphaF(0.22F);
    painter.setBrush(tint);
    painter.drawRoundedRect(ground.adjusted(-1, 0, 1, 0), 3, 3);
    rect = drawPart(painter, rect, found, strong, theme.color(Role::Text));
    drawPart(painter, rect, text.hit.line.sliced(text.hit.at + text.hit.length), plain, theme.color(Role::Text));
}

} // namespace signalbox::designer
