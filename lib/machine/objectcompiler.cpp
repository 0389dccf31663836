// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine/objectcompiler.h"

#include "scenario/componentcodes.h"

#include <initializer_list>

namespace signalbox::machine {

using namespace Qt::StringLiterals;
namespace component = scenario::component;

namespace {

// Components that mean nothing to a scenario's structure, only to its run (platform.md §5).
constexpr qint64 pauseIndex = 103;
constexpr qint64 notifyIndex = 111;
constexpr qint64 notifyModeLog = 1;

/// In the order of namespace exit.
std::initializer_list<QStringView> outcomesOf(qint64 index)
{
    static constexpr std::initializer_list<QStringView> done{u"done"};
    static constexpr std::initializer_list<QStringView> compared{u"true", u"false"};
    static constexpr std::initializer_list<QStringView> performed{u"success", u"timeout", u"error"};
    return index == component::websock ? performed : index == component::compare ? compared : done;
}

} // namespace

ObjectCompiler::ObjectCompiler(const catalogue::Catalogue &catalogue, const Program::Data &program, Findings &findings)
    : m_catalogue(catalogue), m_program(program), m_findings(findings),
      m_slotOf([&program](QStringView name) { return program.slotOf(name); })
{}

std::optional<Node> ObjectCompiler::compile(const core::Json &object, qint64 id)
{
    const auto index = object[u"oType"].toInt();
    m_object = &object;
    m_type = index ? m_catalogue.find(*index) : nullptr;
    m_node = Node();
    m_node.object = id;
    m_node.name = object[u"name"].toString();
    m_node.type = m_type != nullptr ? m_type->name : QString::fromUtf8(object[u"oType"].toCompact());
    if (m_type == nullptr || !m_type->documented) {
        cannotRun();
        return std::nullopt;
    }
    auto compiled = component();
    if (!compiled)
        return std::nullopt;
    m_node.component = std::move(*compiled);
    readExits();
    return std::move(m_node);
}

std::optional<ObjectCompiler::Component> ObjectCompiler::component()
{
    switch (m_type->index) {
    case component::start:
        return start();
    case component::stop:
        return StopNode{argument(u"returnValue"_s)};
    case pauseIndex:
        return PauseNode{argument(u"timeoutMs"_s)};
    case component::compare:
        return compare();
    case component::assign:
        return assign();
    case notifyIndex:
        return notify();
    case component::websock:
        return websock();
    case component::goTo:
        return jump();
    case component::goLabel:
        return LabelNode{argument(u"label"_s)};
    default:
        cannotRun();
        return std::nullopt;
    }
}

ObjectCompiler::Component ObjectCompiler::start()
{
    StartNode node;
    node.isMain = choice(u"type"_s) == scenario::startTypeStart;
    node.startParamSlot = variableSlot(u"startParam"_s);
    if (node.isMain)
        node.defineVariables = choice(u"defineVars"_s) != 0;
    else if (const qint64 option = choice(u"transitionOption"_s); option > 0) // 0 is all, then come the reasons in their order
        node.covers = static_cast<Reason>(option - 1);
    return node;
}

ObjectCompiler::Component ObjectCompiler::compare()
{
    const auto comparison = expression::comparisonOf(choice(u"compareType"_s));
    return CompareNode{argument(u"arg1"_s), argument(u"arg2"_s), comparison.value_or(expression::Comparison::Equal)};
}

ObjectCompiler::Component ObjectCompiler::assign()
{
    if (isShown(u"operations"_s))
        return AssignNode{operations()};
    AssignNode node;
    node.assignments.push_back({requiredSlot((*m_object)[u"variable"], u"variable"_s), argument(u"value"_s)});
    return node;
}

std::vector<Assignment> ObjectCompiler::operations()
{
    std::vector<Assignment> assignments;
    const core::Json &list = (*m_object)[u"operations"];
    const QStringList &names = m_program.dialect.assignmentMembers;
    if (!list.isNull() && !list.isArray())
        fault(u"operations"_s, tr("a list of variables and values is needed."));
    for (qsizetype i = 0; i < list.size(); ++i) {
        const core::Json &entry = list.at(i);
        const QString property = u"operations[%1]"_s.arg(i);
        assignments.push_back(
            {requiredSlot(entry[names[0]], property), readArgument(entry[names[1]], property, m_slotOf, m_program.dialect)});
    }
    return assignments;
}

std::optional<ObjectCompiler::Component> ObjectCompiler::notify()
{
    const qint64 mode = choice(u"mode"_s);
    if (mode != notifyModeLog) {
        const catalogue::Property *property = m_type->property(u"mode");
        const catalogue::Option *option = property != nullptr ? property->option(mode) : nullptr;
        cannotRun(tr("mode %1").arg(option != nullptr ? option->code : QString::number(mode)));
        return std::nullopt;
    }
    return LogNode{argument(u"text"_s)};
}

ObjectCompiler::Component ObjectCompiler::websock()
{
    // Option ids of "operation" and "websocktempMethod" (component-144).
    constexpr qint64 sendTokenMessage = 0;
    constexpr qint64 placeTempFile = 1;
    constexpr std::array methods{WebsockNode::Action::ListFiles, WebsockNode::Action::GetFile, WebsockNode::Action::PutFile,
                                 WebsockNode::Action::DeleteFile};

    WebsockNode node;
    node.connection = argument(u"conn"_s);
    node.direction = static_cast<operation::Direction>(choice(u"direction"_s));
    const qint64 operation = choice(u"operation"_s);
    if (operation == sendTokenMessage)
        sendArguments(node);
    else if (operation == placeTempFile)
        node.action = WebsockNode::Action::PlaceTempFile;
    else if (const auto method = static_cast<std::size_t>(choice(u"websocktempMethod"_s)); method < methods.size())
        node.action = methods[method];
    fileArguments(node);
    if (isShown(u"resultVariable"_s))
        node.resultSlot = variableSlot(u"resultVariable"_s);
    node.errorSlot = variableSlot(u"errorVariable"_s);
    if (node.errorSlot >= 0 && m_program.variables[static_cast<std::size_t>(node.errorSlot)].type != core::ValueType::String)
        m_findings.warnings += tr("%1: the variable \"%2\" of errorVariable is no string and cannot receive the error's text.")
                                   .arg(m_node.label(), m_program.variables[static_cast<std::size_t>(node.errorSlot)].name);
    return node;
}

void ObjectCompiler::sendArguments(WebsockNode &node)
{
    node.action = WebsockNode::Action::Send;
    node.wait = choice(u"syncMode"_s) != 0;
    node.capability = argument(u"capabilityName"_s);
    node.event = argument(u"eventName"_s);
    node.content = argument(u"content"_s);
    node.timeoutS = argument(u"timeoutSec"_s);
}

void ObjectCompiler::fileArguments(WebsockNode &node)
{
    node.path = argument(node.action == WebsockNode::Action::PlaceTempFile ? u"filePath"_s : u"websocktempFilePath"_s);
    node.name = argument(u"websocktempFileName"_s);
}

ObjectCompiler::Component ObjectCompiler::jump()
{
    GotoNode node;
    node.label = argument(u"label"_s);
    if (const int slot = variableSlot(u"variable"_s); slot >= 0)
        node.assignment = Assignment{slot, argument(u"value"_s)};
    return node;
}

void ObjectCompiler::readExits()
{
    int used = 0;
    for (const QStringView code : outcomesOf(m_type->index)) {
        Exit &exit = m_node.exits[static_cast<std::size_t>(used++)];
        exit.outcome = code.toString();
        const catalogue::OutcomeType *outcome = m_type->outcome(code);
        if (outcome == nullptr || outcome->property.isEmpty())
            continue;
        exit.property = outcome->property;
        const core::Json &target = (*m_object)[outcome->property];
        exit.target = target.toInt();
        if (!exit.target && !target.isNull())
            fault(outcome->property, tr("a transition holds the target's oId, a whole number."));
    }
}

Argument ObjectCompiler::argument(const QString &property)
{
    return readArgument(isShown(property) ? (*m_object)[property] : core::Json(), property, m_slotOf, m_program.dialect);
}

int ObjectCompiler::variableSlot(const QString &property)
{
    return isShown(property) ? slotOfName((*m_object)[property], property) : -1;
}

int ObjectCompiler::slotOfName(const core::Json &name, const QString &property)
{
    if (name.isNull() || (name.isString() && name.toString().isEmpty()))
        return -1;
    const int slot = name.isString() ? m_program.slotOf(name.toString()) : -1;
    if (slot < 0)
        fault(property,
              name.isString() ? tr("the variable \"%1\" is not declared.").arg(name.toString()) : tr("a variable's name is a string."));
    return slot;
}

int ObjectCompiler::requiredSlot(const core::Json &name, const QString &property)
{
    if (name.isNull() || (name.isString() && name.toString().isEmpty()))
        fault(property, tr("no variable is named."));
    return slotOfName(name, property);
}

qint64 ObjectCompiler::choice(const QString &property)
{
    const auto chosen = m_type->choice(property, *m_object);
    const catalogue::Property *description = m_type->property(property);
    if (chosen && description != nullptr && description->option(*chosen) != nullptr)
        return *chosen;
    fault(property, tr("%1 is none of the options.").arg(QString::fromUtf8((*m_object)[property].toCompact())));
    return 0;
}

bool ObjectCompiler::isShown(const QString &property) const
{
    const catalogue::Property *description = m_type->property(property);
    return description != nullptr && m_type->isShown(*description, *m_object);
}

void ObjectCompiler::fault(const QString &property, const QString &message)
{
    m_findings.faults += tr("%1, property %2: %3").arg(m_node.label(), property, message);
}

void ObjectCompiler::cannotRun(const QString &how)
{
    const QString index = QString::fromUtf8((*m_object)[u"oType"].toCompact());
    QString text = m_type != nullptr ? u"%1 %2"_s.arg(index, m_type->name) : index;
    if (!how.isEmpty())
        text += u' ' + how;
    m_findings.cannotRun += tr("%1 (object %2)").arg(text).arg(m_node.object);
}

} // namespace signalbox::machine
