// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/capabilities/descriptiontext.h"

#include "capability/example.h"
#include "designer/capabilities/descriptionmodel.h"

#include <QCoreApplication>
#include <QDir>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::designer::CapabilityDialog)
};

constexpr qsizetype longestShown = 20'000;

QString code(const QString &text)
{
    return u"<pre class=\"code\">%1</pre>"_s.arg(text.left(longestShown).toHtmlEscaped());
}

} // namespace

QString descriptionText(const capability::Message &message, const capability::Source *overriding)
{
    QString html = u"<p class=\"title\">%1</p>"_s.arg((message.title.isEmpty() ? message.code : message.title).toHtmlEscaped());
    html += u"<p class=\"facts\">%1/%2 · %3</p>"_s.arg(message.capability.toHtmlEscaped(), message.code.toHtmlEscaped(),
                                                       message.request ? Tr::tr("A request: the application answers")
                                                                       : Tr::tr("A message without an answer"));
    if (!message.summary.isEmpty())
        html += u"<p>%1</p>"_s.arg(message.summary.toHtmlEscaped());
    if (overriding)
        html += u"<p>%1</p>"_s.arg(
            Tr::tr("Another description of the same message counts: %1").arg(DescriptionModel::titleOf(*overriding)).toHtmlEscaped());
    if (!message.isJson())
        html += u"<p>%1</p>"_s.arg(Tr::tr("Its body is %1, not JSON, and is sent as it stands.").arg(message.contentType).toHtmlEscaped());
    if (const core::Result<QString> example = message.examples.isEmpty() ? core::fail({}, {}) : capability::exampleText(message))
        html += u"<p class=\"part\">%1</p>"_s.arg(Tr::tr("Example")) + code(*example);
    if (!message.payload.isNull())
        html +=
            u"<p class=\"part\">%1</p>"_s.arg(Tr::tr("Schema of the body")) + code(QString::fromUtf8(message.payload.toPretty()).trimmed());
    return html;
}

QString descriptionText(const capability::Source &source, const drawing::Theme &theme)
{
    QString html = u"<p class=\"title\">%1</p>"_s.arg(DescriptionModel::titleOf(source).toHtmlEscaped());
    QStringList facts;
    facts.append(source.isBuiltIn() ? Tr::tr("Comes with Signalbox") : QDir::toNativeSeparators(source.path));
    if (!source.isBuiltIn() && !source.title.isEmpty())
        facts.prepend(source.title);
    html += u"<p class=\"facts\">%1</p>"_s.arg(facts.join(u" · "_s).toHtmlEscaped());
    if (source.problem) {
        const core::Diagnostic &problem = *source.problem;
        html += u"<p style=\"color:%1\">%2</p>"_s.arg(theme.color(drawing::Role::Error).name(), problem.message.toHtmlEscaped());
        QStringList place;
        if (problem.line > 0)
            place.append(Tr::tr("Line %1, column %2").arg(problem.line).arg(problem.column));
        if (!problem.pointer.isEmpty())
            place.append(Tr::tr("at %1").arg(problem.pointer));
        if (!place.isEmpty())
            html += u"<p class=\"facts\">%1 (%2)</p>"_s.arg(place.join(u", "_s).toHtmlEscaped(), problem.code.toHtmlEscaped());
        html += u"<p>%1</p>"_s.arg(Tr::tr("Nothing of this file counts until it is corrected. Then choose “Read again”."));
        return html;
    }
    html += u"<p>%1</p>"_s.arg(Tr::tr("Describes: %1").arg(source.keys.join(u", "_s)).toHtmlEscaped());
    return html;
}

} // namespace signalbox::designer
