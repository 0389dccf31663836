// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/panelviews.h"

#include "designer/shell/controlstyle.h"

#include <QHeaderView>
#include <QTableView>

namespace signalbox::designer {

void setUpTable(QTableView *table)
{
    table->setShowGrid(false); // the style draws a line below each row
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setSelectionMode(QTableView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setVerticalScrollMode(QTableView::ScrollPerPixel);
    table->setHorizontalScrollMode(QTableView::ScrollPerPixel);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(tableRowHeight);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    table->horizontalHeader()->setStretchLastSection(true);
}

} // namespace signalbox::designer
