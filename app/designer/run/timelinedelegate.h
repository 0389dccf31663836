// SPDX-License-Identifier: GPL-3.0-or-later
// How the cells of a timeline look: a bar where in the run's length a step lies, in its outcome's colour; numbers in the fixed font.
#pragma once

#include "designer/shell/appearance.h"

#include <QStyledItemDelegate>

namespace signalbox::designer {

class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// appearance must outlive it.
    TimelineDelegate(const Appearance &appearance, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Appearance &m_appearance;
};

} // namespace signalbox::designer
