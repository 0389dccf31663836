// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine/argument.h"

#include <QCoreApplication>

namespace signalbox::machine {

using namespace Qt::StringLiterals;

namespace {

class ArgumentReader final
{
    Q_DECLARE_TR_FUNCTIONS(Argument)

public:
    ArgumentReader(Argument &argument, const expression::SlotOf &slotOf, const core::Dialect &dialect)
        : m_argument(argument), m_slotOf(slotOf), m_dialect(dialect)
    {}

    void read(const core::Json &json)
    {
        if (json.isNull())
            return;
        if (!json.isObject())
            return fault(tr("An argument is an object with argType, varType and value."));
        const auto kind = json[u"argType"].toInt();
        const QString value = textOf(json[u"value"]);
        if (kind == m_dialect.argConstant)
            readConstant(value, json[u"varType"].toInt());
        else if (kind == m_dialect.argVariable)
            readVariable(value);
        else if (kind == m_dialect.argExpression)
            readExpression(value);
        else if (kind == m_dialect.argTemplate)
            readTemplate(value);
        else
            fault(tr("The kind of argument %1 is not known.").arg(QString::fromUtf8(json[u"argType"].toCompact())));
    }

private:
    /// The documented form is a string; the other scalars are taken by their text.
    static QString textOf(const core::Json &value)
    {
        return value.isString() ? value.toString() : value.isNull() ? QString() : QString::fromUtf8(value.toCompact());
    }

    void readConstant(const QString &text, std::optional<qint64> typeId)
    {
        const core::ValueType type = typeId ? m_dialect.valueType(*typeId).value_or(core::ValueType::String) : core::ValueType::String;
        if (text.isEmpty() && type != core::ValueType::String)
            return;
        const auto value = core::Value(text).cast(type);
        if (!value)
            return fault(value.error().message);
        m_argument.kind = Argument::Kind::Constant;
        m_argument.constant = *value;
    }

    void readVariable(const QString &name)
    {
        m_argument.slot = m_slotOf(name);
        if (m_argument.slot < 0)
            return fault(tr("The variable \"%1\" is not declared.").arg(name));
        m_argument.kind = Argument::Kind::Variable;
    }

    void readExpression(const QString &text)
    {
        auto parsed = expression::Expression::parse(text, m_dialect);
        if (!parsed)
            return fault(parsed.error().message, parsed.error().column);
        parsed->bind(m_slotOf);
        m_argument.kind = Argument::Kind::Expression;
        m_argument.startParamUses = static_cast<int>(text.count("startparam"_L1, Qt::CaseInsensitive));
        m_argument.literalSize = text.size();
        noteReads(parsed->variables());
        m_argument.expression = std::move(*parsed);
    }

    void readTemplate(const QString &text)
    {
        m_argument.kind = Argument::Kind::Template;
        m_argument.literalSize = text.size();
        m_argument.text.emplace(text, m_slotOf, m_dialect.templateEscapes);
        noteReads(m_argument.text->variables());
    }

    void noteReads(const QList<expression::VariableUse> &uses)
    {
        for (const expression::VariableUse &use : uses)
            if (const int slot = m_slotOf(use.name); slot >= 0)
                m_argument.reads.push_back(slot);
    }

    void fault(const QString &message, int column = 0)
    {
        m_argument.kind = Argument::Kind::Faulty;
        m_argument.fault = message;
        m_argument.faultColumn = column;
    }

    Argument &m_argument;
    const expression::SlotOf &m_slotOf;
    const core::Dialect &m_dialect;
};

} // namespace

Argument readArgument(const core::Json &json, const QString &property, const expression::SlotOf &slotOf, const core::Dialect &dialect)
{
    Argument argument;
    argument.property = property;
    ArgumentReader(argument, slotOf, dialect).read(json);
    return argument;
}

} // namespace signalbox::machine
