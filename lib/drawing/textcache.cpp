// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/textcache.h"

#include <QFontMetricsF>
#include <QPainter>

namespace signalbox::drawing {

TextCache::TextCache(std::array<QFont, 4> fonts) : m_fonts(std::move(fonts))
{}

TextCache::LaidOut TextCache::layOut(CardFont font, const QString &text, double width) const
{
    const QFont &used = m_fonts.at(static_cast<std::size_t>(font));
    const QFontMetricsF metrics(used);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, width);
    LaidOut made{QStaticText(shown), metrics.horizontalAdvance(shown)};
    made.text.setTextFormat(Qt::PlainText);
    made.text.setPerformanceHint(QStaticText::AggressiveCaching);
    made.text.prepare(QTransform(), used);
    return made;
}

TextCache::LaidOut &TextCache::laidOut(CardFont font, const QString &text, double width)
{
    constexpr qsizetype most = 8192;
    auto &known = m_texts.at(static_cast<std::size_t>(font));
    const std::pair key(text, width);
    if (const auto found = known.find(key); found != known.end())
        return *found;
    if (known.size() >= most)
        known.clear();
    return *known.insert(key, layOut(font, text, width));
}

void TextCache::paint(QPainter &painter, CardFont font, const QColor &color, const QRectF &rect, Qt::Alignment alignment,
                      const QString &text)
{
    if (isMine())
        paint(painter, font, color, rect, alignment, laidOut(font, text, rect.width()));
    else
        paint(painter, font, color, rect, alignment, layOut(font, text, rect.width()));
}

void TextCache::paint(QPainter &painter, CardFont font, const QColor &color, const QRectF &rect, Qt::Alignment alignment,
                      const LaidOut &line) const
{
    const double free = rect.width() - line.width;
    const double left = alignment.testFlag(Qt::AlignRight) ? free : alignment.testFlag(Qt::AlignHCenter) ? free / 2 : 0;
    painter.setFont(m_fonts.at(static_cast<std::size_t>(font)));
    painter.setPen(color);
    painter.drawStaticText(QPointF(rect.left() + left, rect.center().y() - line.text.size().height() / 2), line.text);
}

double TextCache::width(CardFont font, const QString &text, double most)
{
    return isMine() ? laidOut(font, text, most).width : layOut(font, text, most).width;
}

} // namespace signalbox::drawing
