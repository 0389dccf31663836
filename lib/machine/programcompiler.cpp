// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine/programcompiler.h"

#include "scenario/componentcodes.h"

namespace signalbox::machine {

using namespace Qt::StringLiterals;
namespace component = scenario::component;

ProgramCompiler::ProgramCompiler(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect,
                                 Entry entry)
    : m_scenario(scenario), m_catalogue(catalogue), m_entry(entry), m_objects(catalogue, *m_data, m_findings)
{
    m_data->dialect = dialect;
    m_data->limitReason = reasonOf(dialect.limitReason).value_or(Reason::Stop);
    m_data->faultReason = reasonOf(dialect.faultReason).value_or(Reason::Error);
    m_data->scriptReference = scenario.code();
    m_nodes.assign(static_cast<std::size_t>(scenario.objectCount()), notCompiled);
    m_isReached.assign(m_nodes.size(), false);
}

core::Result<std::shared_ptr<const Program::Data>> ProgramCompiler::compile()
{
    declareVariables();
    readInitialValues();
    countIds();
    findStarts();
    if (m_entry.object) {
        m_entryObject = m_scenario.indexOf(*m_entry.object);
        if (m_entryObject < 0)
            return core::fail(u"no_object"_s, tr("There is no object %1 to run from.").arg(*m_entry.object));
    } else if (m_mainStarts.isEmpty()) {
        return core::fail(u"no_start"_s, tr("The scenario has no start component of type Start."));
    }
    if (m_mainStarts.size() > 1 && !m_entry.object)
        m_findings.faults += tr("The scenario has %1 start components of type Start; it must have one.").arg(m_mainStarts.size());
    followAll();
    link();
    return answer();
}

void ProgramCompiler::declareVariables()
{
    const QList<scenario::Variable> variables = m_scenario.variables();
    for (const scenario::Variable &variable : variables) {
        if (variable.name.isEmpty() || m_data->slotByName.contains(variable.name))
            continue; // validation reports both; the first of a name is the one that is meant
        const auto type = m_data->dialect.valueType(variable.type);
        if (!type)
            m_findings.warnings +=
                tr("The variable \"%1\" has the unknown type %2; it is taken for a string.").arg(variable.name).arg(variable.type);
        if (variable.location != m_data->dialect.locationLocal)
            m_findings.warnings +=
                tr("The variable \"%1\" has a wider scope than the script; here it lives for this run only.").arg(variable.name);
        m_data->slotByName.insert(variable.name, static_cast<int>(m_data->variables.size()));
        m_data->variables.push_back({variable.name, type.value_or(core::ValueType::String)});
    }
    m_data->resultSlot = m_data->slotOf(scenario::resultVariableName);
}

void ProgramCompiler::readInitialValues()
{
    const QList<core::JsonMember> &members = m_scenario.initialVariables().members();
    for (const core::JsonMember &member : members) {
        const int slot = m_data->slotOf(member.key);
        if (slot < 0) {
            m_findings.warnings += tr("opts.variables gives a value to \"%1\", which is not declared.").arg(member.key);
            continue;
        }
        const core::Json &json = member.value;
        if (json.isNull())
            continue;
        const core::Value given = json.isString() ? core::Value(json.toString()) : core::Value(QString::fromUtf8(json.toCompact()));
        const auto value = given.cast(m_data->variables[static_cast<std::size_t>(slot)].type);
        if (value)
            m_data->initialValues.emplace_back(slot, *value);
        else
            m_findings.faults += tr("opts.variables, variable \"%1\": %2").arg(member.key, value.error().message);
    }
}

void ProgramCompiler::countIds()
{
    for (qsizetype i = 0; i < m_scenario.objectCount(); ++i)
        if (const auto id = m_scenario.objectId(i))
            ++m_idCounts[*id];
}

void ProgramCompiler::findStarts()
{
    for (qsizetype i = 0; i < m_scenario.objectCount(); ++i) {
        const auto index = m_scenario.objectType(i);
        const auto id = m_scenario.objectId(i);
        if (!index || !id)
            continue;
        if (*index == component::goLabel)
            m_labelObjects += i;
        if (*index != component::start)
            continue;
        const catalogue::ComponentType *type = m_catalogue.find(*index);
        const auto kind = type != nullptr ? type->choice(u"type", m_scenario.object(i)) : std::nullopt;
        if (kind && *kind != scenario::startTypeStart)
            m_postStarts.emplace_back(*id, i);
        else
            m_mainStarts += i; // one without a readable type too: compiling it says what is wrong
    }
    std::sort(m_postStarts.begin(), m_postStarts.end());
}

void ProgramCompiler::followAll()
{
    m_data->isSingle = m_entry.isSingle;
    if (m_entryObject >= 0) {
        if (m_mainStarts.size() == 1)
            compileObject(m_mainStarts.first()); // it says how variables begin; where it leads to does not matter
        if (m_entry.isSingle) {
            m_postStarts.clear();
            compileObject(m_entryObject);
            for (const qsizetype label : m_scenario.objectType(m_entryObject) == component::goTo ? m_labelObjects : QList<qsizetype>())
                compileObject(label);
            return;
        }
    }
    reach(m_entryObject >= 0 ? m_entryObject : m_mainStarts.first());
    for (const auto &start : m_postStarts)
        reach(start.second);
    while (!m_pending.isEmpty())
        follow(m_pending.takeLast());
}

void ProgramCompiler::reach(qsizetype index)
{
    if (index < 0 || m_isReached[static_cast<std::size_t>(index)])
        return;
    m_isReached[static_cast<std::size_t>(index)] = true;
    m_pending += index;
}

void ProgramCompiler::compileObject(qsizetype index)
{
    if (m_nodes[static_cast<std::size_t>(index)] != notCompiled)
        return;
    m_nodes[static_cast<std::size_t>(index)] = noNode;
    const core::Json &object = m_scenario.object(index);
    const qint64 id = *m_scenario.objectId(index);
    if (m_idCounts.value(id) > 1)
        m_findings.faults += tr("%1 objects have the oId %2.").arg(m_idCounts.value(id)).arg(id);
    auto node = m_objects.compile(object, id);
    if (node) {
        m_nodes[static_cast<std::size_t>(index)] = static_cast<int>(m_data->nodes.size());
        m_data->nodes.push_back(std::move(*node));
    }
}

void ProgramCompiler::follow(qsizetype index)
{
    compileObject(index);
    const core::Json &object = m_scenario.object(index);
    const auto type = m_scenario.objectType(index);
    if (type == component::goTo)
        followLabels();
    followTransitions(object, type ? m_catalogue.find(*type) : nullptr);
}

void ProgramCompiler::followTransitions(const core::Json &object, const catalogue::ComponentType *type)
{
    const bool described = type != nullptr && type->documented;
    for (const core::JsonMember &member : object.members()) {
        const catalogue::Property *property = described ? type->property(member.key) : nullptr;
        const bool isTransition = described ? property != nullptr && property->kind == catalogue::PropertyKind::Transition
                                            : member.key.startsWith(scenario::transitionPrefix);
        if (!isTransition)
            continue;
        if (const auto target = member.value.toInt())
            reach(m_scenario.indexOf(*target));
    }
}

void ProgramCompiler::followLabels()
{
    // Labels are arguments, known when control gets there: any goto may lead to any golabel.
    if (std::exchange(m_labelsFollowed, true))
        return;
    for (const qsizetype index : std::as_const(m_labelObjects))
        reach(index);
}

int ProgramCompiler::nodeOf(qint64 id) const
{
    const qsizetype index = m_scenario.indexOf(id);
    return index < 0 ? noNode : std::max(m_nodes[static_cast<std::size_t>(index)], noNode);
}

void ProgramCompiler::link()
{
    for (Node &node : m_data->nodes)
        for (Exit &exit : node.exits)
            if (exit.target)
                exit.node = nodeOf(*exit.target);
    linkGotos();
    linkStarts();
}

void ProgramCompiler::linkGotos()
{
    QHash<QString, int> known; // the first golabel of each constant label before the first that must be evaluated
    bool allKnown = true;
    for (const qsizetype index : std::as_const(m_labelObjects)) {
        const int node = m_nodes[static_cast<std::size_t>(index)];
        if (node < 0)
            continue;
        m_data->labels.push_back(node);
        const Argument &label = std::get<LabelNode>(m_data->nodes[static_cast<std::size_t>(node)].component).label;
        allKnown = allKnown && (label.kind == Argument::Kind::Constant || label.isAbsent());
        if (allKnown && !known.contains(label.constant.toText()))
            known.insert(label.constant.toText(), node);
    }
    for (Node &node : m_data->nodes)
        if (auto *jump = std::get_if<GotoNode>(&node.component); jump != nullptr && jump->label.kind == Argument::Kind::Constant)
            jump->node = known.value(jump->label.constant.toText(), noNode);
}

void ProgramCompiler::linkStarts()
{
    for (const auto &start : m_postStarts)
        m_data->postStarts.push_back(m_nodes[static_cast<std::size_t>(start.second)]);
    const int main = m_mainStarts.isEmpty() ? noNode : m_nodes[static_cast<std::size_t>(m_mainStarts.first())];
    m_data->start = m_entryObject < 0 ? main : m_nodes[static_cast<std::size_t>(m_entryObject)];
    if (main < 0)
        return;
    const auto &start = std::get<StartNode>(m_data->nodes[static_cast<std::size_t>(main)].component);
    m_data->defineVariables = start.defineVariables;
    m_data->startParamSlot = start.startParamSlot;
}

core::Result<std::shared_ptr<const Program::Data>> ProgramCompiler::answer()
{
    if (!m_findings.cannotRun.isEmpty())
        return core::fail(u"cannot_run"_s,
                          tr("The scenario needs components that cannot run here: %1. The cluster may run them; here they must be "
                             "taken out of the way.")
                              .arg(m_findings.cannotRun.join(u", "_s)));
    if (!m_findings.faults.isEmpty())
        return core::fail(u"bad_scenario"_s, m_findings.faults.join(u'\n'));
    m_data->warnings = m_findings.warnings;
    return std::shared_ptr<const Program::Data>(std::move(m_data));
}

} // namespace signalbox::machine
