// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a row of the command palette: the title with the letters that were found, the detail in a frame at the right.
#pragma once

#include "designer/shell/appearance.h"

#include <QAbstractItemDelegate>

namespace signalbox::designer {

class PaletteDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 34;

    explicit PaletteDelegate(const Appearance &appearance, QObject *parent) : QAbstractItemDelegate(parent), m_appearance(appearance) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// The width that it takes.
    int paintDetail(QPainter *painter, const QRect &row, const QString &detail) const;
    void paintTitle(QPainter *painter, const QRect &rect, const QFont &font, const QModelIndex &index) const;

    const Appearance &m_appearance;
};

} // namespace signalbox::designer
