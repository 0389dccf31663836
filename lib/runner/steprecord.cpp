// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/steprecord.h"

#include "core/jsonreader.h"

#include <QDateTime>

namespace signalbox::runner {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

/// A JSON object or array as itself, anything else as text.
Json jsonOrText(const QString &text)
{
    if (text.startsWith(u'{') || text.startsWith(u'[')) {
        if (auto json = core::readJson(text.toUtf8()))
            return *json;
    }
    return Json(text);
}

/// The members of one action, by the codes of the component's properties and the names of its options.
struct Members {
    QList<core::JsonMember> operator()(const operation::SendMessage &message) const
    {
        QList<core::JsonMember> members{{u"operation"_s, Json(u"sendtokenmsg"_s)},       {u"direction"_s, Json(qint64(message.direction))},
                                        {u"capabilityName"_s, Json(message.capability)}, {u"eventName"_s, Json(message.event)},
                                        {u"content"_s, jsonOrText(message.content)},     {u"syncMode"_s, Json(message.wait)}};
        if (message.wait)
            members.append({u"timeoutSec"_s, Json(message.timeoutS)});
        return members;
    }
    QList<core::JsonMember> operator()(const operation::PlaceTempFile &file) const
    {
        return {{u"operation"_s, Json(u"ws_temp_file"_s)}, {u"filePath"_s, Json(file.path)}};
    }
    QList<core::JsonMember> operator()(const operation::ListFiles &) const { return method(u"get_coll"_s); }
    QList<core::JsonMember> operator()(const operation::GetFile &file) const
    {
        return method(u"get_file"_s) + QList<core::JsonMember>{{u"websocktempFileName"_s, Json(file.name)}};
    }
    QList<core::JsonMember> operator()(const operation::PutFile &file) const
    {
        return method(u"put_file"_s) +
               QList<core::JsonMember>{{u"websocktempFilePath"_s, Json(file.path)}, {u"websocktempFileName"_s, Json(file.name)}};
    }
    QList<core::JsonMember> operator()(const operation::DeleteFile &file) const
    {
        return method(u"delete_file"_s) + QList<core::JsonMember>{{u"websocktempFileName"_s, Json(file.name)}};
    }

private:
    static QList<core::JsonMember> method(const QString &code)
    {
        return {{u"operation"_s, Json(u"websocktemp"_s)}, {u"websocktempMethod"_s, Json(code)}};
    }
};

} // namespace

Json toJson(const operation::Operation &operation)
{
    QList<core::JsonMember> members = std::visit(Members(), operation.action);
    members.insert(1, {u"conn"_s, Json(operation.connection)});
    return Json::object(std::move(members));
}

QString StepRecorder::fitted(const QString &text, qsizetype limit, bool &isCut) const
{
    // Masked first: a secret that the cut runs through would show its beginning. What is far beyond the limit is not worth the work, and a
    // secret there is cut off with it; the margin holds any secret whole.
    constexpr qsizetype margin = 16 * 1024;
    QString kept = m_mask.masked(text.size() > limit + margin ? text.left(limit + margin) : text);
    if (kept.size() > limit) {
        isCut = true;
        kept.truncate(limit);
    }
    return kept;
}

QString StepRecorder::text(const QString &text, qsizetype limit) const
{
    bool isCut = false;
    return fitted(text, limit, isCut);
}

QString StepRecorder::request(const operation::Operation &operation, bool &isCut) const
{
    return fitted(QString::fromUtf8(toJson(operation).toCompact()), recordlimit::payload, isCut);
}

QString StepRecorder::response(const operation::Outcome &outcome, bool &isCut) const
{
    return fitted(outcome.kind == operation::OutcomeKind::Success ? outcome.result : outcome.errorText(), recordlimit::payload, isCut);
}

machine::TraceEvent StepRecorder::kept(machine::TraceEvent step, bool &isCut) const
{
    if (step.changes.size() > recordlimit::changes) {
        isCut = true;
        step.changes.resize(recordlimit::changes);
    }
    const auto keep = [this, &isCut](core::Value &value) {
        if (value.type() == core::ValueType::String)
            value = core::Value(fitted(value.toText(), recordlimit::value, isCut));
    };
    for (machine::VariableChange &change : step.changes) {
        keep(change.before);
        keep(change.after);
    }
    step.error = fitted(step.error, recordlimit::value, isCut);
    return step;
}

QByteArray recordLines(const QList<StepRecord> &records)
{
    QByteArray lines;
    for (const StepRecord &record : records)
        lines += toJson(record).toCompact() + '\n';
    return lines;
}

RunReport reportOf(const std::optional<RunReport> &end, const QList<StepRecord> &records)
{
    RunReport report = end.value_or(RunReport());
    if (!end) {
        report.reason = machine::Reason::OwnerDown;
        report.message = QCoreApplication::translate("StepRecord", "The run was cut off.");
    }
    for (const StepRecord &record : records)
        report.steps.append(record.step);
    return report;
}

Json toJson(const StepRecord &record)
{
    const auto ms = [](qint64 us) {
        return Json(static_cast<double>(us) / 1000);
    };
    QList<core::JsonMember> members = toJson(record.step).members();
    members.prepend({u"number"_s, Json(record.number)});
    members.append({u"startedAt"_s, Json(QDateTime::fromMSecsSinceEpoch(record.startedMs, Qt::UTC).toString(Qt::ISODateWithMs))});
    if (record.timing) {
        members.append({u"queueMs"_s, ms(record.timing->queueUs)});
        members.append({u"networkMs"_s, ms(record.timing->networkUs)});
        members.append({u"waitMs"_s, ms(record.timing->waitUs)});
    }
    if (!record.request.isEmpty()) {
        members.append({u"request"_s, jsonOrText(record.request)});
        members.append({u"response"_s, jsonOrText(record.response)});
    }
    QList<core::JsonMember> changes;
    for (const machine::VariableChange &change : record.step.changes)
        changes.append({change.name, Json::object({{u"before"_s, toJson(change.before)}, {u"after"_s, toJson(change.after)}})});
    if (!changes.isEmpty())
        members.append({u"changes"_s, Json::object(std::move(changes))});
    if (record.isCut)
        members.append({u"cut"_s, Json(true)});
    return Json::object(std::move(members));
}

} // namespace signalbox::runner
