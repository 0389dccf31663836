// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/runkeeper.h"

#include "core/jsonreader.h"
#include "designer/run/inputsdialog.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

constexpr qsizetype largeScenario = 500; ///< objects; the text of so many is not kept, nor made on the interface thread

QByteArray changesText(const QList<machine::VariableChange> &changes, core::Value machine::VariableChange::*value)
{
    QList<core::JsonMember> members;
    for (const machine::VariableChange &change : changes)
        members.append({change.name, runner::toJson(change.*value)});
    return members.isEmpty() ? QByteArray() : Json::object(std::move(members)).toCompact();
}

} // namespace

journal::RunStep toJournal(const runner::StepRecord &step)
{
    journal::RunStep kept;
    kept.object = step.step.object;
    kept.name = step.step.name;
    kept.type = step.step.type;
    kept.outcome = step.step.outcome;
    kept.transition = step.step.transition;
    kept.target = step.step.target;
    kept.startedUs = step.step.startedUs;
    kept.durationUs = step.step.durationUs;
    if (step.timing) {
        kept.queueUs = step.timing->queueUs;
        kept.networkUs = step.timing->networkUs;
        kept.waitUs = step.timing->waitUs;
    }
    kept.request = step.request.toUtf8();
    kept.response = step.response.toUtf8();
    kept.variablesBefore = changesText(step.step.changes, &machine::VariableChange::before);
    kept.variablesAfter = changesText(step.step.changes, &machine::VariableChange::after);
    kept.error = step.step.error;
    return kept;
}

runner::StepRecord fromJournal(const journal::RunStep &step, qint64 runStartedMs)
{
    runner::StepRecord record;
    record.number = step.number + 1;
    record.step = {step.object, step.name,      step.type,       step.outcome, step.transition,
                   step.target, step.startedUs, step.durationUs, step.error,   {}};
    record.startedMs = runStartedMs + step.startedUs / 1000;
    if (step.queueUs > 0 || step.networkUs > 0 || step.waitUs > 0)
        record.timing = runner::OperationTiming{step.queueUs, step.networkUs, step.waitUs};
    record.request = QString::fromUtf8(step.request);
    record.response = QString::fromUtf8(step.response);
    const auto before = core::readJson(step.variablesBefore);
    const auto after = core::readJson(step.variablesAfter);
    if (before && after) {
        for (const core::JsonMember &member : after->members())
            record.step.changes.append(
                {member.key, runner::RunInputs::valueOf((*before)[member.key]), runner::RunInputs::valueOf(member.value)});
    }
    return record;
}

RunKeeper::RunKeeper(journal::Journal &journal, RunSession &session)
    : QObject(&session), m_journal(journal), m_session(session), m_mask(session.plan().dialect)
{
    m_run.id = journal::newRunId();
    connect(&session, &RunSession::stateChanged, this, &RunKeeper::onState);
    connect(&session, &RunSession::stepEnded, this, [this](const runner::StepRecord &step) { m_journal.add(m_run.id, toJournal(step)); });
}

RunKeeper::~RunKeeper() = default;

void RunKeeper::onState()
{
    const RunSession::State state = m_session.state();
    if (state == RunSession::State::Connecting)
        return;
    if (!std::exchange(m_isBegun, true))
        begin();
    if (state == RunSession::State::Ended)
        end();
}

void RunKeeper::begin()
{
    for (const QString &secret : m_session.secrets())
        m_mask.addSecret(secret);
    const RunLog::About &about = m_session.log().about();
    m_run.document = about.title;
    m_run.path = m_session.plan().path;
    if (about.scenario.objectCount() <= largeScenario)
        m_run.scenario = about.scenario.root().toCompact();
    m_run.cluster = about.cluster;
    m_run.onCluster = m_session.isWhole();
    m_run.startedUs = about.startedMs * 1000;
    m_run.inputs =
        m_mask.text(QString::fromUtf8(inputsJson(m_session.inputs().inputs()).toCompact()), runner::recordlimit::payload).toUtf8();
    m_journal.begin(m_run);
}

void RunKeeper::end()
{
    m_run.finished = true;
    if (!m_session.log().end()) {
        m_run.reason = u"error"_s;
        m_run.message = m_mask.text(m_session.error().message);
        m_journal.end(m_run);
        return;
    }
    const runner::RunReport &report = *m_session.log().end();
    m_run.reason = runner::reasonText(report);
    m_run.message = m_mask.text(report.message);
    m_run.hasResult = report.result.has_value();
    if (report.result)
        m_run.result = m_mask.text(report.result->toText(), runner::recordlimit::payload);
    m_run.durationUs = report.durationUs;
    m_run.droppedSteps = m_session.log().dropped();
    QList<core::JsonMember> variables;
    QStringList names = report.variables.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const core::Value &value = report.variables[name];
        variables.append({name, value.type() == core::ValueType::Number ? runner::toJson(value) : Json(m_mask.text(value.toText()))});
    }
    m_run.variables = Json::object(std::move(variables)).toCompact();
    m_journal.end(m_run);
}

} // namespace signalbox::designer
