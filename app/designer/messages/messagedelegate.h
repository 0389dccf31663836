// SPDX-License-Identifier: GPL-3.0-or-later
// How rows of messages look: figures and payloads in the fixed-width font, directions and answers in their colours, a bar before a pinned
// one.
#pragma once

#include "designer/shell/appearance.h"

#include <QStyledItemDelegate>

namespace signalbox::designer {

class MessageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MessageDelegate(const Appearance &appearance, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    drawing::Role roleOf(const QModelIndex &index) const;

    const Appearance &m_appearance;
};

} // namespace signalbox::designer
