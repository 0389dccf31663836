// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scenariocheck.h"

#include "cli/terminaltext.h"
#include "scenario/validator.h"

#include <QFileInfo>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;

ScenarioCheck::ScenarioCheck(core::Dialect dialect)
    : m_dialect(std::move(dialect)), m_catalogue(catalogue::Catalogue::builtIn()),
      m_capabilities(capability::Capabilities::builtIn(m_dialect.resultSuffix))
{}

core::Result<void> ScenarioCheck::addCapabilities(const QString &file)
{
    return m_capabilities.addFile(file);
}

ScenarioCheck::Checked ScenarioCheck::check(const QString &file) const
{
    scenario::ReadResult read = scenario::readScenarioFile(file);
    Checked checked{std::move(read.scenario), std::move(read.diagnostics), m_capabilities};
    if (!checked.scenario)
        return checked;
    checked.diagnostics += checked.capabilities.addFolder(QFileInfo(file).absolutePath());
    const scenario::Validator validator(m_catalogue, checked.capabilities, m_dialect);
    checked.diagnostics += validator.validate(*checked.scenario);
    return checked;
}

Json ScenarioCheck::toJson(const core::Diagnostic &diagnostic)
{
    const auto text = [](const QString &value) {
        return value.isEmpty() ? Json() : Json(value);
    };
    const auto number = [](int value) {
        return value > 0 ? Json(value) : Json();
    };
    return Json::object({{u"severity"_s, Json(core::severityName(diagnostic.severity))},
                         {u"code"_s, Json(diagnostic.code)},
                         {u"message"_s, Json(diagnostic.message)},
                         {u"object"_s, diagnostic.object ? Json(*diagnostic.object) : Json()},
                         {u"property"_s, text(diagnostic.property)},
                         {u"pointer"_s, Json(diagnostic.pointer)},
                         {u"line"_s, number(diagnostic.line)},
                         {u"column"_s, number(diagnostic.column)}});
}

QString ScenarioCheck::toLine(const QString &file, const core::Diagnostic &diagnostic, bool colour)
{
    QString place = file;
    if (diagnostic.line > 0)
        place += u":%1:%2"_s.arg(diagnostic.line).arg(diagnostic.column);
    const Colour tone = diagnostic.severity == core::Severity::Error     ? Colour::Red
                        : diagnostic.severity == core::Severity::Warning ? Colour::Yellow
                                                                         : Colour::Plain;
    return u"%1: %2: %3 [%4]"_s.arg(place, coloured(core::severityName(diagnostic.severity), tone, colour),
                                    oneLine(diagnostic.message, 2000), diagnostic.code);
}

} // namespace signalbox::cli
