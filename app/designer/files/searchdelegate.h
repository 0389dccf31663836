// SPDX-License-Identifier: GPL-3.0-or-later
// Paints rows of search results: a file with its folder and number of hits; a hit with its place and the line, what was found emphasised.
#pragma once

#include "designer/files/searchmodel.h"
#include "designer/shell/appearance.h"

#include <QAbstractItemDelegate>

namespace signalbox::designer {

class SearchDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    SearchDelegate(const SearchModel &model, const Appearance &appearance, QObject *parent)
        : QAbstractItemDelegate(parent), m_model(model), m_appearance(appearance)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintFile(QPainter &painter, QRect rect, const FoundFile &file) const;
    void paintHit(QPainter &painter, QRect rect, const FoundText &text) const;

    const SearchModel &m_model;
    const Appearance &m_appearance;
};

} // namespace signalbox::designer
