// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/inputs.h"

#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"
#include "scenario/jsonkinds.h"

#include <QCoreApplication>

namespace signalbox::scenario {

using core::Json;
using core::JsonMember;
using namespace Qt::StringLiterals;

namespace {

class InputsReader final
{
    Q_DECLARE_TR_FUNCTIONS(Inputs)

public:
    InputsResult read(const Json &extension)
    {
        const QString pointer = u"/x-signalbox"_s;
        if (!isObject(extension, pointer, u"x-signalbox"_s))
            return m_result;
        const Json *inputs = extension.find(u"inputs");
        if (!inputs || !isObject(*inputs, pointer + u"/inputs"_s, u"inputs"_s))
            return m_result;
        for (const JsonMember &member : inputs->members()) {
            const QString at = pointer + u"/inputs/"_s + core::pointerToken(member.key);
            if (member.key == "startparams"_L1)
                readStartParams(member.value, at);
            else if (member.key == "variables"_L1)
                readVariables(member.value, at);
            else
                report(member.value, at, tr("Inputs have \"startparams\" and \"variables\", but no \"%1\".").arg(member.key));
        }
        return m_result;
    }

private:
    void readStartParams(const Json &params, const QString &pointer)
    {
        if (!isObject(params, pointer, u"startparams"_s))
            return;
        for (const JsonMember &member : params.members()) {
            const QString at = pointer + u'/' + core::pointerToken(member.key);
            bool ok = false;
            const int number = member.key.toInt(&ok);
            if (!ok || number < 1 || number > startParamLast || QString::number(number) != member.key)
                report(member.value, at,
                       tr("A start parameter has a number from 1 to %1, not \"%2\".").arg(startParamLast).arg(member.key));
            else if (const std::optional<Input> input = readInput(member.value, at))
                m_result.inputs.startParams.insert(number, *input);
        }
    }

    void readVariables(const Json &variables, const QString &pointer)
    {
        if (!isObject(variables, pointer, u"variables"_s))
            return;
        for (const JsonMember &member : variables.members()) {
            const QString at = pointer + u'/' + core::pointerToken(member.key);
            if (member.key.isEmpty())
                report(member.value, at, tr("A variable has a name."));
            else if (const std::optional<Input> input = readInput(member.value, at))
                m_result.inputs.variables.insert(member.key, *input);
        }
    }

    std::optional<Input> readInput(const Json &value, const QString &pointer)
    {
        if (value.isString())
            return core::Value(value.toString());
        if (value.isNumber()) {
            if (const std::optional<double> number = value.toDouble())
                return std::optional<Input>(std::in_place, std::in_place_type<core::Value>, *number);
            report(value, pointer, tr("This number is too large."));
            return std::nullopt;
        }
        if (value.isObject())
            return readSelector(value, pointer);
        report(value, pointer, tr("An input is a text, a number or {\"connection\": \"…\"}, but this is %1.").arg(kindText(value)));
        return std::nullopt;
    }

    std::optional<Input> readSelector(const Json &value, const QString &pointer)
    {
        const Json *connection = value.find(u"connection");
        if (!connection || value.size() != 1) {
            report(value, pointer, tr("An object as an input has exactly one member, \"connection\"."));
        } else if (!connection->isString() || connection->toString().trimmed().isEmpty()) {
            report(*connection, pointer + u"/connection"_s,
                   tr("\"connection\" says which one, as in \"point=crm,capability=msg\" or \"user=anna,capability=rest\"."));
        } else {
            return ConnectionSelector{connection->toString()};
        }
        return std::nullopt;
    }

    bool isObject(const Json &value, const QString &pointer, const QString &name)
    {
        if (value.isObject())
            return true;
        report(value, pointer, tr("\"%1\" must be an object, but it is %2.").arg(name, kindText(value)));
        return false;
    }

    void report(const Json &at, const QString &pointer, const QString &message)
    {
        core::Diagnostic diagnostic;
        diagnostic.code = diagnosticcode::inputsInvalid.toString();
        diagnostic.message = message;
        diagnostic.pointer = pointer;
        diagnostic.line = at.place().line;
        diagnostic.column = at.place().column;
        m_result.diagnostics.append(diagnostic);
    }

    InputsResult m_result;
};

} // namespace

InputsResult readInputs(const Scenario &scenario)
{
    const Json *extension = scenario.root().find(code::extension);
    return extension ? InputsReader().read(*extension) : InputsResult();
}

} // namespace signalbox::scenario
