// SPDX-License-Identifier: GPL-3.0-or-later
// How all tables of the program are set up: whole rows, lines between them, keys that do not leave by accident.
#pragma once

class QTableView;

namespace signalbox::designer {

void setUpTable(QTableView *table);

} // namespace signalbox::designer
