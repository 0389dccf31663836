// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/bodyquestion.h"

#include "designer/sheet/sheetcontext.h"
#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::designer {

using scenario::BodyProblem;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(signalbox::designer::JsonField)
};

} // namespace

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

QList<BodyProblem> BodyQuestion::answer(const std::stop_token &stop) const
{
    if (!isJson || text.isEmpty())
        return {}; // that it must not be empty, the document's validation says
    const scenario::BodyCheck check(
        dialect, [this](QStringView name) { return variables.contains(name.toString()) ? 0 : -1; },
        [this](const QString &name) { return variables.value(name); });
    QList<BodyProblem> problems = check.check({text, isTemplate, message ? &*message : nullptr, waits}, stop);
    std::stable_sort(problems.begin(), problems.end(), [](const BodyProblem &a, const BodyProblem &b) {
        return std::pair(a.severity, a.offset) < std::pair(b.severity, b.offset);
    });
    return problems;
}

QStringList problemLines(const QString &hint, const QList<BodyProblem> &problems, bool isTree, const drawing::Theme &theme)
{
    constexpr qsizetype mostShown = 3;
    const auto line = [&theme](drawing::Role role, const QString &text) {
        return u"<span style=\"color:%1\">%2</span>"_s.arg(theme.color(role).name(), text.toHtmlEscaped());
    };
    QStringList lines;
    if (!hint.isEmpty())
        lines.append(line(drawing::Role::Timeout, hint));
    for (const BodyProblem &problem : problems) {
        if (lines.size() == mostShown)
            break;
        if (isTree && problem.code == scenario::diagnosticcode::contentSyntax)
            continue; // said in the tree's place
        lines.append(line(problem.severity == core::Severity::Error ? drawing::Role::Error : drawing::Role::Timeout,
                          Text::tr("Line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(problem.detail)));
    }
    if (problems.size() > mostShown)
        lines.append(line(drawing::Role::Faint, Text::tr("and %n more", nullptr, static_cast<int>(problems.size() - mostShown))));
    return lines;
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
