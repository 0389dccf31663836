// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/runstore.h"

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

constexpr int numberBits = 32; ///< of a step's id that are its own number

QString given(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Run runOf(const Rows &rows)
{
    Run run;
    run.id = rows.text(0);
    run.startedUs = rows.integer(1);
    run.document = rows.text(2);
    run.path = rows.text(3);
    run.cluster = rows.text(4);
    run.onCluster = rows.integer(5) != 0;
    run.finished = rows.integer(6) != 0;
    run.reason = rows.text(7);
    run.message = rows.text(8);
    run.hasResult = !rows.isNull(9);
    run.result = rows.text(9);
    run.durationUs = rows.integer(10);
    run.droppedSteps = rows.integer(11);
    run.steps = rows.integer(12);
    run.inputs = rows.bytes(13);
    return run;
}

RunStep stepOf(const Rows &rows)
{
    RunStep step;
    step.number = rows.integer(0) & ((1LL << numberBits) - 1);
    step.object = rows.integer(1);
    step.name = rows.text(2);
    step.type = rows.text(3);
    step.outcome = rows.text(4);
    step.transition = rows.text(5);
    if (!rows.isNull(6))
        step.target = rows.integer(6);
    step.startedUs = rows.integer(7);
    step.durationUs = rows.integer(8);
    step.queueUs = rows.integer(9);
    step.networkUs = rows.integer(10);
    step.waitUs = rows.integer(11);
    step.error = rows.text(12);
    return step;
}

} // namespace

core::Result<void> RunStore::begin(const Run &run)
{
    return m_database.run(
        "INSERT OR IGNORE INTO run(id, started_us, document, path, scenario, cluster, on_cluster, inputs, finished)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0)",
        {run.id, run.startedUs, given(run.document), given(run.path), run.scenario, given(run.cluster), run.onCluster ? 1 : 0, run.inputs});
}

core::Result<qint64> RunStore::numberOf(const QString &run)
{
    return m_database.integer("SELECT number FROM run WHERE id = ?", {run});
}

core::Result<void> RunStore::add(const QString &run, const RunStep &step)
{
    auto open = m_open.find(run);
    if (open == m_open.end()) {
        const auto number = numberOf(run);
        if (!number)
            return tl::unexpected(number.error());
        if (*number == 0)
            return {};
        const auto next = m_database.integer("SELECT max(id) + 1 FROM step WHERE id >= ? AND id < ?",
                                             {*number << numberBits, (*number + 1) << numberBits}, *number << numberBits);
        if (!next)
            return tl::unexpected(next.error());
        open = m_open.insert(run, {.number = *number, .steps = *next - (*number << numberBits)});
    }
    const auto done = m_database.run(
        "INSERT INTO step(id, object, name, type, outcome, transition, target, started_us, duration_us, queue_us, network_us, wait_us,"
        " error, request, response, variables_before, variables_after) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {(open->number << numberBits) + open->steps, step.object, step.name, step.type, step.outcome, step.transition,
         step.target ? QVariant(*step.target) : QVariant(), step.startedUs, step.durationUs, step.queueUs, step.networkUs, step.waitUs,
         step.error, step.request, step.response, step.variablesBefore, step.variablesAfter});
    open->steps += done ? 1 : 0;
    return done;
}

core::Result<void> RunStore::end(const Run &run)
{
    m_open.remove(run.id);
    return m_database.run(
        "UPDATE run SET finished = 1, reason = ?, message = ?, result = ?, duration_us = ?, variables = ?, dropped_steps = ? WHERE id = ?",
        {run.reason, run.message, run.hasResult ? QVariant(given(run.result)) : QVariant(), run.durationUs, run.variables, run.droppedSteps,
         run.id});
}

core::Result<void> RunStore::removeNumber(qint64 number)
{
    if (const auto done = m_database.run("DELETE FROM step WHERE id >= ? AND id < ?", {number << numberBits, (number + 1) << numberBits});
        !done)
        return done;
    return m_database.run("DELETE FROM run WHERE number = ?", {number});
}

core::Result<void> RunStore::remove(const QString &run)
{
    m_open.remove(run);
    const auto number = numberOf(run);
    if (!number)
        return tl::unexpected(number.error());
    return removeNumber(*number);
}

core::Result<void> RunStore::keep(qint64 runs)
{
    QList<std::pair<qint64, QString>> old;
    {
        auto rows = m_database.rows("SELECT number, id FROM run ORDER BY started_us DESC, number DESC LIMIT -1 OFFSET ?", {runs});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            old.append({rows->integer(0), rows->text(1)});
    }
    for (const auto &[number, id] : std::as_const(old)) {
        if (m_open.contains(id))
            continue;
        if (const auto done = removeNumber(number); !done)
            return done;
    }
    return {};
}

core::Result<QList<Run>> RunStore::runs(qsizetype limit)
{
    auto rows = m_database.rows(
        "SELECT id, started_us, document, path, cluster, on_cluster, finished, reason, message, result, duration_us, dropped_steps,"
        " coalesce((SELECT max(step.id) + 1 FROM step WHERE step.id >= run.number << 32 AND step.id < (run.number + 1) << 32) - "
        "(run.number << 32), 0), inputs"
        " FROM run ORDER BY started_us DESC, number DESC LIMIT ?",
        {limit});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Run> found;
    while (rows->next())
        found.append(runOf(*rows));
    return found;
}

core::Result<Run> RunStore::run(const QString &id)
{
    auto rows = m_database.rows(
        "SELECT id, started_us, document, path, cluster, on_cluster, finished, reason, message, result, duration_us, dropped_steps,"
        " coalesce((SELECT max(step.id) + 1 FROM step WHERE step.id >= run.number << 32 AND step.id < (run.number + 1) << 32) - "
        "(run.number << 32), 0), inputs,"
        " scenario, variables FROM run WHERE id = ?",
        {id});
    if (!rows)
        return tl::unexpected(rows.error());
    if (!rows->next())
        return core::fail(u"journal.no_run"_s, tr("This run is not kept any more."));
    Run run = runOf(*rows);
    run.scenario = rows->bytes(14);
    run.variables = rows->bytes(15);
    return run;
}

core::Result<QList<RunStep>> RunStore::steps(const QString &run, qint64 from, qsizetype limit)
{
    const auto number = numberOf(run);
    if (!number)
        return tl::unexpected(number.error());
    auto rows = m_database.rows(
        "SELECT id, object, name, type, outcome, transition, target, started_us, duration_us, queue_us, network_us, wait_us, error"
        " FROM step WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        {(*number << numberBits) + from, (*number + 1) << numberBits, limit});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<RunStep> found;
    while (rows->next())
        found.append(stepOf(*rows));
    return found;
}

core::Result<RunStep> RunStore::step(const QString &run, qint64 number)
{
    const auto owner = numberOf(run);
    if (!owner)
        return tl::unexpected(owner.error());
    auto rows = m_database.rows(
        "SELECT id, object, name, type, outcome, transition, target, started_us, duration_us, queue_us, network_us, wait_us, error,"
        " request, response, variables_before, variables_after FROM step WHERE id = ?",
        {(*owner << numberBits) + number});
    if (!rows)
        return tl::unexpected(rows.error());
    if (*owner == 0 || !rows->next())
        return core::fail(u"journal.no_step"_s, tr("This step is not kept any more."));
    RunStep step = stepOf(*rows);
    step.request = rows->bytes(13);
    step.response = rows->bytes(14);
    step.variablesBefore = rows->bytes(15);
    step.variablesAfter = rows->bytes(16);
    return step;
}

} // namespace signalbox::journal
