// SPDX-License-Identifier: GPL-3.0-or-later
// How bad a problem is, as a small picture: told apart by shape as well as by colour.
#pragma once

#include "core/diagnostic.h"
#include "drawing/theme.h"

#include <QStyledItemDelegate>

namespace signalbox::designer {

class Appearance;

void paintSeverity(QPainter *painter, const QRectF &rect, core::Severity severity, const drawing::Theme &theme);

/// Shows the picture in place of the text. The severity is in a role of the index, as an int.
class SeverityDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SeverityDelegate(const Appearance &appearance, int role, QObject *parent)
        : QStyledItemDelegate(parent), m_appearance(appearance), m_role(role)
    {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Appearance &m_appearance;
    int m_role;
};

} // namespace signalbox::designer
