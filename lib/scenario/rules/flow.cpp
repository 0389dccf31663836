// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/flow.h"

#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"

namespace signalbox::scenario {

using core::Json;
using namespace Qt::StringLiterals;

FlowRules::FlowRules(Context &context)
    : m_context(context), m_graph(context.scenario, context.catalogue, context.dialect), m_reachable(m_graph.reachable())
{}

FlowRules::FlowRules(const FlowRules &before, std::span<const size_t> changed)
    : m_context(before.m_context), m_graph(before.m_graph, changed, m_context.scenario, m_context.catalogue, m_context.dialect),
      m_reachable(m_graph.reachable())
{}

bool FlowRules::mayDiffer(const FlowRules &before, const ObjectView &object) const
{
    return m_reachable.testBit(object.index()) != before.m_reachable.testBit(object.index()) || object.is(component::goTo);
}

void FlowRules::checkObject(const ObjectView &object)
{
    if (object.is(component::goTo))
        checkGoto(object);
    if (m_reachable.testBit(object.index()))
        checkTransitions(object);
    else if (!m_graph.starts().isEmpty() && isFirstOfId(object)) // without a start the finding is that there is none
        m_context.findings.warning(
            diagnosticcode::unreachable, object.spot(),
            tr("No way leads here from a Start, so this component never runs. Lead a transition to it or remove it."));
}

void FlowRules::checkWhole(const std::vector<ObjectView> &objects)
{
    checkLabels(objects);
    checkLoops(objects);
}

void FlowRules::checkTransitions(const ObjectView &object)
{
    if (!object.type())
        return;
    for (const catalogue::OutcomeType &outcome : object.type()->outcomes) {
        const catalogue::Property *property = outcome.property.isEmpty() ? nullptr : object.type()->property(outcome.property);
        if (!property || object.value(property->code) || !object.isShown(*property) || !canHappen(object, outcome))
            continue;
        m_context.findings.warning(
            diagnosticcode::transitionUnset, {object.id(), property->code, object.pointer(), object.json().place()},
            tr("\"%1\" leads nowhere: when it is taken, the scenario ends with transfer_not_set. Lead it to a component.")
                .arg(catalogue::translated(property->title)));
    }
}

bool FlowRules::canHappen(const ObjectView &object, const catalogue::OutcomeType &outcome) const
{
    // Only waiting for delivery can time out (platform.md §3), and its limit is shown exactly then.
    if (!object.is(component::websock) || outcome.code != "timeout"_L1)
        return true;
    const catalogue::Property *limit = object.type()->property(code::timeoutSec);
    return !limit || object.isShown(*limit);
}

bool FlowRules::isFirstOfId(const ObjectView &object) const
{
    return object.id() && m_context.scenario.indexOf(*object.id()) == object.index();
}

void FlowRules::checkGoto(const ObjectView &object)
{
    const Json *argument = object.value(code::label);
    const std::optional<QString> label = argument ? Graph::constantText(*argument, m_context.dialect) : std::nullopt;
    if (!label || label->isEmpty() || m_graph.hasComputedLabel() || !m_graph.labels(*label).isEmpty())
        return;
    m_context.findings.error(diagnosticcode::toNothing, object.spot(code::label.toString(), (*argument)[code::value], u"/value"_s),
                             tr("There is no label component with the label \"%1\". Add one or correct the label.").arg(*label));
}

void FlowRules::checkLabels(const std::vector<ObjectView> &objects)
{
    const auto &labels = m_graph.allLabels();
    for (auto it = labels.cbegin(); it != labels.cend(); ++it) {
        if (it.key().isEmpty())
            continue; // needed and empty: found with the properties
        for (qsizetype i = 1; i < it.value().size(); ++i) {
            const ObjectView &object = objects[static_cast<size_t>(it.value().at(i))];
            m_context.findings.warning(diagnosticcode::duplicateLabel,
                                       object.spot(code::label.toString(), (*object.value(code::label))[code::value], u"/value"_s),
                                       tr("Another label component above has the label \"%1\" too. Give each its own.").arg(it.key()));
        }
    }
}

void FlowRules::checkLoops(const std::vector<ObjectView> &objects)
{
    const auto neverWaits = [&](qsizetype index) {
        const catalogue::ComponentType *type = objects[static_cast<size_t>(index)].type();
        return m_reachable.testBit(index) && type && !type->asynchronous; // what is unknown may wait
    };
    for (const QList<qsizetype> &loop : m_graph.cycles(neverWaits)) {
        constexpr qsizetype named = 5;
        QStringList ids;
        for (qsizetype i = 0; i < std::min(named, loop.size()); ++i)
            ids.append(QString::number(objects[static_cast<size_t>(loop.at(i))].id().value_or(0)));
        if (loop.size() > named)
            ids.append(QString(QChar(0x2026)));
        m_context.findings.warning(
            diagnosticcode::busyLoop, objects[static_cast<size_t>(loop.first())].spot(),
            tr("Components %1 form a loop in which nothing waits: it may take the whole processor until a limit ends the "
               "run. Put a pause into it.")
                .arg(ids.join(u", "_s)));
    }
}

} // namespace signalbox::scenario
