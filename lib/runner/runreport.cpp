// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runreport.h"

#include <QDateTime>
#include <QXmlStreamWriter>

namespace signalbox::runner {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

Json milliseconds(qint64 microseconds)
{
    return Json(static_cast<double>(microseconds) / 1000);
}

QString seconds(qint64 microseconds)
{
    return QString::number(static_cast<double>(microseconds) / 1'000'000, 'f', 6);
}

/// XML 1.0 cannot hold most control characters, not even escaped.
QString forXml(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const bool bad = (c < QChar(0x20) && c != u'\t' && c != u'\n' && c != u'\r') || c == QChar(0xfffe) || c == QChar(0xffff);
        if (pair) {
            out.append(c);
            out.append(text.at(++i));
        } else {
            out.append(bad || c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c);
        }
    }
    return out;
}

QString stepLine(const machine::TraceEvent &step)
{
    QString line = u"%1 %2 \"%3\": %4"_s.arg(QString::number(step.object), step.type, step.name, step.outcome);
    if (step.target)
        line += u" -> %1"_s.arg(*step.target);
    line += u" (%1 s)"_s.arg(seconds(step.durationUs));
    if (!step.error.isEmpty())
        line += u" "_s + step.error;
    return line;
}

} // namespace

bool isFailed(const RunReport &report)
{
    return report.reason ? *report.reason != machine::Reason::Normal : !report.message.isEmpty();
}

QString reasonText(const RunReport &report)
{
    return report.reason ? machine::reasonName(*report.reason) : u"unknown"_s;
}

Json toJson(const core::Value &value)
{
    if (value.type() == core::ValueType::Number) {
        if (const std::optional<double> number = value.toNumber())
            return Json(*number);
    }
    return Json(value.toText());
}

Json toJson(const machine::TraceEvent &step)
{
    return Json::object({{u"object"_s, Json(step.object)},
                         {u"name"_s, Json(step.name)},
                         {u"type"_s, Json(step.type)},
                         {u"outcome"_s, Json(step.outcome)},
                         {u"transition"_s, Json(step.transition)},
                         {u"target"_s, step.target ? Json(*step.target) : Json()},
                         {u"startedMs"_s, milliseconds(step.startedUs)},
                         {u"durationMs"_s, milliseconds(step.durationUs)},
                         {u"error"_s, Json(step.error)}});
}

Json toJson(const RunReport &report)
{
    QStringList names = report.variables.keys();
    names.sort();
    QList<core::JsonMember> variables;
    for (const QString &name : std::as_const(names))
        variables.append({name, toJson(report.variables.value(name))});
    QList<Json> steps;
    steps.reserve(report.steps.size());
    for (const machine::TraceEvent &step : report.steps)
        steps.append(toJson(step));
    return Json::object({{u"reason"_s, Json(reasonText(report))},
                         {u"result"_s, report.result ? toJson(*report.result) : Json()},
                         {u"variables"_s, Json::object(std::move(variables))},
                         {u"steps"_s, Json::array(std::move(steps))}});
}

QByteArray traceLines(const RunReport &report)
{
    QByteArray lines;
    for (const machine::TraceEvent &step : report.steps)
        lines += toJson(step).toCompact() + '\n';
    return lines;
}

QByteArray junitXml(const RunReport &report, const QString &scenario)
{
    const bool failed = isFailed(report);
    const QString failures = failed ? u"1"_s : u"0"_s;
    const QString time = seconds(report.durationUs);
    const QString started = QDateTime::fromMSecsSinceEpoch(report.startedMs, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    const QString name = forXml(scenario);

    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"tests"_s, u"1"_s);
    xml.writeAttribute(u"failures"_s, failures);
    xml.writeAttribute(u"errors"_s, u"0"_s);
    xml.writeAttribute(u"time"_s, time);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, name);
    xml.writeAttribute(u"tests"_s, u"1"_s);
    xml.writeAttribute(u"failures"_s, failures);
    xml.writeAttribute(u"errors"_s, u"0"_s);
    xml.writeAttribute(u"skipped"_s, u"0"_s);
    xml.writeAttribute(u"timestamp"_s, started);
    xml.writeAttribute(u"time"_s, time);
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, u"signalbox.run"_s);
    xml.writeAttribute(u"name"_s, name);
    xml.writeAttribute(u"time"_s, time);
    if (failed) {
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"type"_s, reasonText(report));
        xml.writeAttribute(u"message"_s, forXml(report.message));
        xml.writeEndElement();
    }
    QStringList lines;
    for (const machine::TraceEvent &step : report.steps)
        lines.append(stepLine(step));
    xml.writeTextElement(u"system-out"_s, forXml(lines.join(u'\n')));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

} // namespace signalbox::runner
