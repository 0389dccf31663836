// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runinputs.h"

#include <QDir>

namespace signalbox::runner {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

constexpr int startParams = 20; // platform.md §3, svcscript

/// Adds findings about one place of x-signalbox.inputs.
class Findings
{
public:
    explicit Findings(core::Diagnostics &out) : m_out(out) {}
    void add(const QString &message, const QString &pointer, core::JsonPlace place)
    {
        m_out.append({core::Severity::Error, u"inputs.invalid"_s, message, {}, {}, pointer, place.line, place.column});
    }

private:
    core::Diagnostics &m_out;
};

} // namespace

core::Value RunInputs::valueOf(const Json &json)
{
    if (json.isString())
        return core::Value(json.toString());
    if (json.isNumber()) {
        if (const std::optional<double> number = json.toDouble())
            return core::Value(*number);
    }
    if (json.isBool())
        return core::Value::fromBool(json.toBool());
    return json.isNull() ? core::Value() : core::Value(QString::fromUtf8(json.toCompact()));
}

RunInputs RunInputs::fromScenario(const scenario::Scenario &scenario, core::Diagnostics &findings)
{
    RunInputs inputs;
    Findings problems(findings);
    const Json *given = scenario.extension().find(u"inputs");
    if (!given)
        return inputs;
    const QString root = u"/x-signalbox/inputs"_s;
    if (!given->isObject()) {
        problems.add(tr("\"inputs\" must be an object with \"startparams\", \"variables\" and \"files\"."), root, given->place());
        return inputs;
    }
    const auto read = [&](const Json &json, const QString &pointer) {
        Input input;
        const Json *connection = json.find(u"connection");
        if (!connection) {
            input.value = valueOf(json);
        } else if (const auto selector = cluster::Selector::parse(connection->toString()); selector) {
            input.connection = connection->toString();
        } else {
            problems.add(selector.error().message, pointer + u"/connection"_s, connection->place());
        }
        return input;
    };
    const auto readFolder = [&](const core::JsonMember &member, const QString &pointer) {
        const QString folder = QDir::cleanPath(member.value.toString());
        if (folder.isEmpty() || QDir::isAbsolutePath(folder) || folder == ".."_L1 || folder.startsWith("../"_L1))
            problems.add(tr("\"files\" names folders at or below the scenario's own; \"%1\" is none.").arg(member.key), pointer,
                         member.place);
        else
            inputs.m_folders.insert(member.key, folder);
    };
    const auto readStartParam = [&](const core::JsonMember &member, const QString &pointer) {
        bool isNumber = false;
        const int number = member.key.toInt(&isNumber);
        if (!isNumber || number < 1 || number > startParams)
            problems.add(tr("Start parameters have the numbers 1 to %1, not \"%2\".").arg(QString::number(startParams), member.key),
                         pointer, member.place);
        else
            inputs.m_startParams.insert(number, read(member.value, pointer));
    };
    for (const core::JsonMember &part : given->members()) {
        const QString pointer = root + u'/' + core::pointerToken(part.key);
        const bool isKnown = part.key == "startparams"_L1 || part.key == "variables"_L1 || part.key == "files"_L1;
        if (!isKnown || !part.value.isObject()) {
            problems.add(
                tr("\"inputs\" holds the objects \"startparams\", \"variables\" and \"files\"; \"%1\" is none of them.").arg(part.key),
                pointer, part.place);
            continue;
        }
        for (const core::JsonMember &member : part.value.members()) {
            const QString place = pointer + u'/' + core::pointerToken(member.key);
            if (part.key == "variables"_L1)
                inputs.m_variables.insert(member.key, read(member.value, place));
            else if (part.key == "files"_L1)
                readFolder(member, place);
            else
                readStartParam(member, place);
        }
    }
    return inputs;
}

core::Result<void> RunInputs::setStartParam(int number, const core::Value &value)
{
    if (number < 1 || number > startParams)
        return core::fail(
            u"bad_argument"_s,
            tr("Start parameters have the numbers 1 to %1, not \"%2\".").arg(QString::number(startParams), QString::number(number)));
    m_startParams.insert(number, {value, {}});
    return {};
}

core::Result<void> RunInputs::setVariable(const scenario::Scenario &scenario, const core::Dialect &dialect, const QString &name,
                                          const core::Value &value)
{
    const QList<scenario::Variable> variables = scenario.variables();
    const auto found =
        std::find_if(variables.begin(), variables.end(), [&name](const scenario::Variable &variable) { return variable.name == name; });
    if (found == variables.end()) {
        QStringList names;
        for (const scenario::Variable &variable : variables)
            names.append(variable.name);
        return core::fail(
            u"bad_argument"_s,
            tr("The scenario has no variable \"%1\". It has: %2.").arg(name, names.isEmpty() ? tr("none") : names.join(u", "_s)));
    }
    if (const std::optional<core::ValueType> type = dialect.valueType(found->type)) {
        if (const core::Result<core::Value> cast = value.cast(*type); !cast)
            return core::fail(u"bad_argument"_s, tr("The variable \"%1\" cannot have this value: %2").arg(name, cast.error().message));
    }
    m_variables.insert(name, {value, {}});
    return {};
}

QStringList RunInputs::connections() const
{
    QStringList selectors;
    for (const Input &input : m_startParams)
        selectors.append(input.connection);
    for (const Input &input : m_variables)
        selectors.append(input.connection);
    selectors.removeAll(QString());
    selectors.removeDuplicates();
    return selectors;
}

machine::Inputs RunInputs::resolved(const QHash<QString, QString> &ids) const
{
    const auto valueOf = [&ids](const Input &input) {
        return input.connection.isEmpty() ? input.value : core::Value(ids.value(input.connection));
    };
    machine::Inputs inputs;
    for (auto it = m_startParams.begin(); it != m_startParams.end(); ++it)
        inputs.startParams.insert(it.key(), valueOf(it.value()));
    for (auto it = m_variables.begin(); it != m_variables.end(); ++it)
        inputs.variables.insert(it.key(), valueOf(it.value()));
    return inputs;
}

} // namespace signalbox::runner
