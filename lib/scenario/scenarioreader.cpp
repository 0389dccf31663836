// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenarioreader.h"

#include "core/filestore.h"
#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"
#include "scenario/jsonkinds.h"

#include <QCoreApplication>

namespace signalbox::scenario {

using core::Diagnostic;
using core::Json;
using core::Severity;
using namespace Qt::StringLiterals;

namespace {

class Detection final
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioReader)

public:
    /// The form of a root value, or why it is no scenario.
    static tl::expected<Form, Diagnostic> formOf(const Json &root)
    {
        if (!root.isObject())
            return refuse(diagnosticcode::notAnObject, root, {},
                          tr("A scenario is a JSON object, but this file holds %1.").arg(kindText(root)));
        const Json *objects = root.find(code::objects);
        const Json *scriptData = root.find(code::scriptData);
        if (objects && objects->isArray())
            return Form::ScriptData;
        if (scriptData && scriptData->isObject())
            return entityForm(*scriptData);
        if (scriptData)
            return refuse(diagnosticcode::wrongKind, *scriptData, u"/scriptdata"_s, scriptDataMessage(*scriptData));
        if (objects)
            return refuse(diagnosticcode::wrongKind, *objects, u"/objects"_s,
                          tr("\"objects\" must be an array of components, but it is %1.").arg(kindText(*objects)));
        return refuse(diagnosticcode::noObjects, root, {},
                      tr("This is no scenario: it has neither an array \"objects\" nor an object \"scriptdata\"."));
    }

    static Diagnostic fileProblem(const core::Error &error)
    {
        // file_not_found and the like of core::readFile become file.not_found and the like.
        const QString code = error.code.startsWith("file_"_L1) ? error.code.mid(5) : error.code;
        Diagnostic diagnostic;
        diagnostic.code = u"file."_s + code;
        diagnostic.message = error.message;
        return diagnostic;
    }

private:
    static tl::expected<Form, Diagnostic> entityForm(const Json &scriptData)
    {
        const Json *objects = scriptData.find(code::objects);
        if (!objects)
            return refuse(diagnosticcode::noObjects, scriptData, u"/scriptdata"_s,
                          tr("This is no scenario: its \"scriptdata\" has no array \"objects\"."));
        if (!objects->isArray())
            return refuse(diagnosticcode::wrongKind, *objects, u"/scriptdata/objects"_s,
                          tr("\"objects\" must be an array of components, but it is %1.").arg(kindText(*objects)));
        return Form::Entity;
    }

    static QString scriptDataMessage(const Json &scriptData)
    {
        if (scriptData.isString())
            return tr(
                "\"scriptdata\" must be an object, but it is a string. If it holds the scenario as text, put that JSON there itself.");
        return tr("\"scriptdata\" must be an object with \"objects\" and \"variables\", but it is %1.").arg(kindText(scriptData));
    }

    static tl::unexpected<Diagnostic> refuse(QStringView code, const Json &at, const QString &pointer, const QString &message)
    {
        Diagnostic diagnostic;
        diagnostic.severity = Severity::Error;
        diagnostic.code = code.toString();
        diagnostic.message = message;
        diagnostic.pointer = pointer;
        diagnostic.line = at.place().line;
        diagnostic.column = at.place().column;
        return tl::unexpected(diagnostic);
    }
};

} // namespace

ReadResult readScenario(QByteArrayView text, const core::JsonLimits &limits)
{
    tl::expected<Json, Diagnostic> root = core::readJson(text, limits);
    if (!root)
        return {std::nullopt, {root.error()}};
    const tl::expected<Form, Diagnostic> form = Detection::formOf(*root);
    if (!form)
        return {std::nullopt, {form.error()}};
    return {Scenario(std::move(*root), *form), {}};
}

ReadResult readScenarioFile(const QString &path, const core::JsonLimits &limits)
{
    const core::Result<QByteArray> text = core::readFile(path, limits.bytes);
    if (!text)
        return {std::nullopt, {Detection::fileProblem(text.error())}};
    return readScenario(*text, limits);
}

} // namespace signalbox::scenario
