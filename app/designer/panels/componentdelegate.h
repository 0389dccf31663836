// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a row of the component palette: a heading, or icon, title (on as many lines as it needs) and number.
#pragma once

#include "designer/shell/appearance.h"

#include <QAbstractItemDelegate>

class QAbstractItemView;

namespace signalbox::designer {

class ComponentDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// Rows are as wide as view.
    ComponentDelegate(const Appearance &appearance, QAbstractItemView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QRect &rect, const QString &text) const;
    QRect titleRect(const QRect &row) const;

    const Appearance &m_appearance;
    const QAbstractItemView *m_view;
};

} // namespace signalbox::designer
