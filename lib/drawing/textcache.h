// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of cards, cut to their width and laid out once: that costs ten times as much as to paint them. Belongs to a theme. Any thread
// may paint with it; but fonts belong to threads, so only the one that made it finds its texts laid out.
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QRectF>
#include <QStaticText>
#include <QThread>

#include <array>
#include <utility>

class QPainter;

namespace signalbox::drawing {

enum class CardFont : quint8 { Name, Caption, Port, Chip };

class TextCache final
{
public:
    /// By CardFont.
    explicit TextCache(std::array<QFont, 4> fonts);

    /// In the vertical middle of the rectangle; what does not fit ends with an ellipsis.
    void paint(QPainter &painter, CardFont font, const QColor &color, const QRectF &rect, Qt::Alignment alignment, const QString &text);
    /// At most the given width.
    double width(CardFont font, const QString &text, double most);

private:
    struct LaidOut {
        QStaticText text;
        double width = 0;
    };
    LaidOut layOut(CardFont font, const QString &text, double width) const;
    LaidOut &laidOut(CardFont font, const QString &text, double width);
    void paint(QPainter &painter, CardFont font, const QColor &color, const QRectF &rect, Qt::Alignment alignment,
               const LaidOut &line) const;
    bool isMine() const { return QThread::currentThreadId() == m_thread; }

    const Qt::HANDLE m_thread = QThread::currentThreadId();
    const std::array<QFont, 4> m_fonts;
    std::array<QHash<std::pair<QString, double>, LaidOut>, 4> m_texts; ///< by font, then by text and width
};

} // namespace signalbox::drawing
