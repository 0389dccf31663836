// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a row of the outline: the component's icon, the object's name, and below it what component it is.
#pragma once

#include "designer/shell/appearance.h"

#include <QAbstractItemDelegate>

namespace signalbox::designer {

class OutlineDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit OutlineDelegate(const Appearance &appearance, QObject *parent) : QAbstractItemDelegate(parent), m_appearance(appearance) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Appearance &m_appearance;
};

} // namespace signalbox::designer
