// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/bodyquestion.h"

#include "designer/sheet/sheetcontext.h"
#include "scenario/componentcodes.h"

#include <algorithm>

namespace signalbox::designer {

using scenario::BodyProblem;

BodyQuestion BodyQuestion::of(const QString &text, bool isTemplate, const capability::Message *message, const SheetContext &context)
{
    BodyQuestion asked;
    asked.text = text;
    asked.isTemplate = isTemplate;
    asked.dialect = context.dialect();
    asked.isJson = scenario::isJsonBody(message, asked.dialect);
    if (message)
        asked.message = *message;
    if (const catalogue::ComponentType *type = context.type(); type && type->index == scenario::component::websock)
        asked.waits = type->choice(scenario::code::syncMode, context.object()) == 1;
    if (isTemplate) {
        for (const QString &name : context.variables())
            asked.variables.insert(name, context.variableType(name));
    }
    return asked;
}

QList<BodyProblem> BodyQuestion::answer() const
{
    if (!isJson || text.isEmpty())
        return {}; // that it must not be empty, the document's validation says
    const scenario::BodyCheck check(
        dialect, [this](QStringView name) { return variables.contains(name.toString()) ? 0 : -1; },
        [this](const QString &name) { return variables.value(name); });
    QList<BodyProblem> problems = check.check({text, isTemplate, message ? &*message : nullptr, waits});
    std::stable_sort(problems.begin(), problems.end(), [](const BodyProblem &a, const BodyProblem &b) {
        return std::pair(a.severity, a.offset) < std::pair(b.severity, b.offset);
    });
    return problems;
}

QList<JsonText::Mark> problemMarks(const QList<BodyProblem> &problems, const QString &text)
{
    QList<JsonText::Mark> marks;
    for (const BodyProblem &problem : problems) {
        qsizetype end = std::min(problem.offset, text.size());
        if (end < text.size() && text.at(end) == u'"')
            end = std::max(text.indexOf(u'"', end + 1), end) + 1;
        else
            while (end < text.size() && (text.at(end).isLetterOrNumber() || QStringView(u"[]_-.+").contains(text.at(end))))
                ++end;
        const qsizetype start = std::min(problem.offset, std::max<qsizetype>(text.size() - 1, 0));
        if (end <= start)
            end = start + 1;
        marks.append({start, end - start, problem.severity == core::Severity::Error});
    }
    return marks;
}

} // namespace signalbox::designer
