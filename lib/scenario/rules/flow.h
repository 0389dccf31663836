// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about where control goes: unreachable components, transitions that are taken but unset, labels, loops that never wait.
#pragma once

#include "scenario/graph.h"
#include "scenario/rules/context.h"

#include <QCoreApplication>

namespace signalbox::scenario {

class FlowRules final
{
    Q_DECLARE_TR_FUNCTIONS(FlowRules)

public:
    explicit FlowRules(Context &context);
    /// After only the objects at these positions have changed, and neither their oId nor their component.
    FlowRules(const FlowRules &before, std::span<const size_t> changed);

    /// What follows for one object: its own transitions, and whether a way leads to it.
    void checkObject(const ObjectView &object);
    /// Whether checkObject may find other than it did before, though the object has not changed.
    bool mayDiffer(const FlowRules &before, const ObjectView &object) const;
    /// What several objects have to do with it; after them.
    void checkWhole(const std::vector<ObjectView> &objects);

private:
    void checkTransitions(const ObjectView &object);
    void checkGoto(const ObjectView &object);
    void checkLabels(const std::vector<ObjectView> &objects);
    void checkLoops(const std::vector<ObjectView> &objects);
    bool canHappen(const ObjectView &object, const catalogue::OutcomeType &outcome) const;
    bool isFirstOfId(const ObjectView &object) const;

    Context &m_context;
    Graph m_graph;
    QBitArray m_reachable;
};

} // namespace signalbox::scenario
