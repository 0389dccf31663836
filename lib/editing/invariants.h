// SPDX-License-Identifier: GPL-3.0-or-later
// What no edit may break, and a check of it around each change where assertions are on.
#pragma once

#include "scenario/scenario.h"

namespace signalbox::editing {

/// What is wrong with the document's index of its objects, or an empty text. Linear.
QString indexFault(const scenario::Scenario &scenario);
/// Objects whose oId an earlier object has. Linear.
qsizetype duplicateIds(const scenario::Scenario &scenario);

/// Between its making and its end the document may change; its index must be right then. A failure ends the program; where assertions are
/// off it does nothing.
class InvariantCheck final
{
public:
    enum class Ids : quint8 { StayUnique, AsTheyWere };

    /// StayUnique: no object may come to share its oId with another. AsTheyWere: an undo brings back what was there, duplicates too.
    InvariantCheck(const scenario::Scenario &scenario, Ids ids);
    ~InvariantCheck();
    InvariantCheck(const InvariantCheck &) = delete;
    InvariantCheck &operator=(const InvariantCheck &) = delete;

private:
    const scenario::Scenario &m_scenario;
    qsizetype m_duplicates = -1; // -1: any number is right
};

} // namespace signalbox::editing
