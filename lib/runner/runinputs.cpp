// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runinputs.h"

#include <QDir>

namespace signalbox::runner {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

core::Diagnostic finding(const QString &code, const QString &message, const QString &pointer, core::JsonPlace place)
{
    return {core::Severity::Error, code, message, {}, {}, pointer, place.line, place.column};
}

/// The selector of an input, or an empty text.
QString selectorOf(const scenario::Input &input)
{
    const auto *selector = std::get_if<scenario::ConnectionSelector>(&input);
    return selector ? selector->text : QString();
}

/// Where the selector of a start parameter or variable stands.
template <typename Key>
void checkSelector(const scenario::Scenario &scenario, const char16_t *part, const Key &key, const scenario::Input &input,
                   core::Diagnostics &findings)
{
    const QString text = selectorOf(input);
    if (text.isEmpty())
        return;
    const auto selector = cluster::Selector::parse(text);
    if (selector)
        return;
    const QString pointer = u"/x-signalbox/inputs/%1/%2/connection"_s.arg(QString::fromUtf16(part), core::pointerToken(u"%1"_s.arg(key)));
    const Json *place = scenario.root().resolve(pointer);
    findings.append(finding(u"inputs.invalid"_s, selector.error().message, pointer, place ? place->place() : core::JsonPlace()));
}

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
    scenario::InputsResult read = scenario::readInputs(scenario);
    for (core::Diagnostic &diagnostic : read.diagnostics)
        diagnostic.severity = core::Severity::Error; // a run with half of its inputs is no run
    findings += read.diagnostics;
    inputs.m_inputs = std::move(read.inputs);
    for (auto it = inputs.m_inputs.startParams.cbegin(); it != inputs.m_inputs.startParams.cend(); ++it)
        checkSelector(scenario, u"startparams", it.key(), it.value(), findings);
    for (auto it = inputs.m_inputs.variables.cbegin(); it != inputs.m_inputs.variables.cend(); ++it)
        checkSelector(scenario, u"variables", it.key(), it.value(), findings);
    if (const Json *files = scenario.extension().find(u"files"))
        inputs.readFolders(*files, findings);
    return inputs;
}

void RunInputs::readFolders(const Json &files, core::Diagnostics &findings)
{
    const QString root = u"/x-signalbox/files"_s;
    if (!files.isObject())
        findings.append(finding(u"files.invalid"_s, tr("\"files\" must be an object of categories and folders."), root, files.place()));
    for (const core::JsonMember &member : files.members()) {
        const QString folder = QDir::cleanPath(member.value.toString());
        if (folder.isEmpty() || QDir::isAbsolutePath(folder) || folder == ".."_L1 || folder.startsWith("../"_L1))
            findings.append(finding(u"files.invalid"_s,
                                    tr("\"files\" names folders at or below the scenario's own; \"%1\" is none.").arg(member.key),
                                    root + u'/' + core::pointerToken(member.key), member.place));
        else
            m_folders.insert(member.key, folder);
    }
}

core::Result<void> RunInputs::setStartParam(int number, const core::Value &value)
{
    if (number < 1 || number > scenario::startParamLast)
        return core::fail(u"bad_argument"_s, tr("Start parameters have the numbers 1 to %1, not \"%2\".")
                                                 .arg(QString::number(scenario::startParamLast), QString::number(number)));
    m_inputs.startParams.insert(number, value);
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
    m_inputs.variables.insert(name, value);
    return {};
}

QStringList RunInputs::connections() const
{
    QStringList selectors;
    for (const scenario::Input &input : m_inputs.startParams)
        selectors.append(selectorOf(input));
    for (const scenario::Input &input : m_inputs.variables)
        selectors.append(selectorOf(input));
    selectors.removeAll(QString());
    selectors.removeDuplicates();
    return selectors;
}

machine::Inputs RunInputs::resolved(const QHash<QString, QString> &ids) const
{
    const auto plain = [&ids](const scenario::Input &input) {
        const auto *value = std::get_if<core::Value>(&input);
        return value ? *value : core::Value(ids.value(selectorOf(input)));
    };
    machine::Inputs inputs;
    for (auto it = m_inputs.startParams.begin(); it != m_inputs.startParams.end(); ++it)
        inputs.startParams.insert(it.key(), plain(it.value()));
    for (auto it = m_inputs.variables.begin(); it != m_inputs.variables.end(); ++it)
        inputs.variables.insert(it.key(), plain(it.value()));
    return inputs;
}

} // namespace signalbox::runner
