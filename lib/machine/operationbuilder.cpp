// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine/operationbuilder.h"

#include <QCoreApplication>

namespace signalbox::machine {

using namespace Qt::StringLiterals;

namespace {

/// Collects values and keeps the first fault.
class OperationBuilder final
{
    Q_DECLARE_TR_FUNCTIONS(Machine)

public:
    OperationBuilder(Memory &memory, const core::Dialect &dialect) : m_memory(memory), m_dialect(dialect) {}

    core::Result<operation::Operation> build(const WebsockNode &node)
    {
        operation::Operation operation;
        operation.connection = text(node.connection);
        switch (node.action) {
        case WebsockNode::Action::Send:
            operation.action = send(node);
            break;
        case WebsockNode::Action::PlaceTempFile:
            operation.action = operation::PlaceTempFile{text(node.path)};
            break;
        case WebsockNode::Action::ListFiles:
            operation.action = operation::ListFiles{};
            break;
        case WebsockNode::Action::GetFile:
            operation.action = operation::GetFile{text(node.name)};
            break;
        case WebsockNode::Action::PutFile:
            operation.action = putFile(node);
            break;
        case WebsockNode::Action::DeleteFile:
            operation.action = operation::DeleteFile{text(node.name)};
            break;
        }
        if (!m_fault.isEmpty())
            return core::fail(u"bad_argument"_s, m_fault);
        if (const auto checked = operation::check(operation, m_dialect); !checked)
            return tl::unexpected(checked.error());
        return operation;
    }

private:
    operation::SendMessage send(const WebsockNode &node)
    {
        operation::SendMessage message;
        message.direction = node.direction;
        message.capability = text(node.capability);
        message.event = text(node.event);
        message.content = text(node.content);
        message.wait = node.wait;
        message.timeoutS = m_dialect.timeoutDefaultS;
        if (node.wait)
            message.timeoutS = seconds(node.timeoutS);
        return message;
    }

    operation::PutFile putFile(const WebsockNode &node)
    {
        operation::PutFile file;
        file.path = text(node.path);
        file.name = text(node.name);
        return file;
    }

    /// Null: it could not be evaluated, and m_fault says why. Good until scratch is gone.
    const core::Value *value(const Argument &argument, core::Value &scratch)
    {
        if (!m_fault.isEmpty())
            return nullptr;
        const core::Value *const value = m_memory.evaluate(argument, scratch);
        if (!value)
            m_fault = m_memory.failure();
        return value;
    }

    QString text(const Argument &argument)
    {
        core::Value scratch;
        const core::Value *const found = value(argument, scratch);
        return found ? found->toText() : QString();
    }

    /// Without a value the default (platform.md §5).
    double seconds(const Argument &argument)
    {
        core::Value scratch;
        const core::Value *const given = value(argument, scratch);
        if (!given || (given->type() != core::ValueType::Number && given->toText().isEmpty()))
            return m_dialect.timeoutDefaultS;
        const auto number = given->cast(core::ValueType::Number);
        if (number)
            return number->toNumber().value_or(0);
        m_fault = tr("property %1: %2").arg(argument.property, number.error().message);
        return 0;
    }

    Memory &m_memory;
    const core::Dialect &m_dialect;
    QString m_fault;
};

} // namespace

core::Result<operation::Operation> buildOperation(const WebsockNode &node, Memory &memory, const core::Dialect &dialect)
{
    return OperationBuilder(memory, dialect).build(node);
}

} // namespace signalbox::machine
