// SPDX-License-Identifier: GPL-3.0-or-later
// A document's problems as the panel shows them: sorted as one clicks, codes and places set back. The rows are editing::ProblemModel's.
#pragma once

#include "designer/shell/appearance.h"
#include "editing/problemmodel.h"

#include <QSortFilterProxyModel>

namespace signalbox::designer {

class ProblemProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ProblemProxy(const Appearance &appearance, QObject *parent = nullptr) : QSortFilterProxyModel(parent), m_appearance(appearance)
    {}

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const Appearance &m_appearance;
};

} // namespace signalbox::designer
