// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a machine on virtual time with outcomes from a script, and writes down what happened, a line an event: what the machine tests
// compare. Scenarios are JSON with short forms of arguments: @c"text", @n"5", @d"2000-01-01T00:00:00Z" (constants), @v"name" (variable),
// @x"[a] + 1" (expression), @t"a [b]" (template).
#pragma once

#include "machine/machine.h"
#include "scenario/scenarioreader.h"
#include "support/manualtime.h"

#include <QRegularExpression>
#include <QTest>

#include <deque>

namespace signalbox::test {

using namespace Qt::StringLiterals;

inline QString expandArguments(QString text)
{
    static const QRegularExpression shortForm(uR"(@([cndvxt])("(?:[^"\\]|\\.)*"))"_s);
    static const QHash<QChar, QString> heads{{u'c', u"1,\"varType\":2"_s}, {u'n', u"1,\"varType\":1"_s}, {u'd', u"1,\"varType\":3"_s},
                                             {u'v', u"2,\"varType\":2"_s}, {u'x', u"3,\"varType\":2"_s}, {u't', u"4,\"varType\":2"_s}};
    for (QRegularExpressionMatch match = shortForm.match(text); match.hasMatch(); match = shortForm.match(text, match.capturedStart()))
        text.replace(match.capturedStart(), match.capturedLength(),
                     u"{\"argType\":%1,\"value\":%2}"_s.arg(heads.value(match.captured(1).front()), match.captured(2)));
    return text;
}

/// The whole entity; variables as "name:type,name:type" with the type's id, initial as the JSON of opts.variables.
inline scenario::Scenario makeScenario(const QString &objects, const QString &variables = {}, const QString &initial = u"{}"_s)
{
    QStringList declared;
    for (const QString &variable : variables.split(u',', Qt::SkipEmptyParts)) {
        const QStringList parts = variable.split(u':');
        declared += u"{\"id\":\"0\",\"name\":\"%1\",\"type\":%2,\"location\":%3}"_s.arg(parts.value(0), parts.value(1, u"2"_s),
                                                                                        parts.value(2, u"0"_s));
    }
    const QString text =
        u"{\"id\":\"0\",\"code\":\"demo\",\"name\":\"Demo\",\"scriptdata\":{\"objects\":[%1],\"variables\":[%2],"
        "\"scriptVersion\":170105},\"opts\":{\"variables\":%3}}"_s.arg(expandArguments(objects), declared.join(u','), initial);
    auto read = scenario::readScenario(text.toUtf8());
    if (!read.scenario)
        qFatal("no scenario: %s", qPrintable(read.diagnostics.isEmpty() ? text : read.diagnostics.first().message));
    return *read.scenario;
}

inline QString describe(const operation::Operation &operation)
{
    struct Words {
        QString operator()(const operation::SendMessage &m) const
        {
            return u"send %1 %2 %3 %4"_s.arg(static_cast<int>(m.direction)).arg(m.capability, m.event, m.content) +
                   (m.wait ? u" wait %1"_s.arg(m.timeoutS) : QString());
        }
        QString operator()(const operation::PlaceTempFile &f) const { return u"place "_s + f.path; }
        QString operator()(const operation::ListFiles &) const { return u"list"_s; }
        QString operator()(const operation::GetFile &f) const { return u"get "_s + f.name; }
        QString operator()(const operation::PutFile &f) const { return u"put %1 as %2"_s.arg(f.path, f.name); }
        QString operator()(const operation::DeleteFile &f) const { return u"delete "_s + f.name; }
    };
    return operation.connection + u": "_s + std::visit(Words(), operation.action);
}

class ScriptedHost final
{
public:
    ManualClock clock;
    core::SeededRandom random{1};
    machine::Inputs inputs;
    machine::Limits limits;
    core::Dialect dialect;
    std::deque<operation::Outcome> outcomes; ///< of the operations, in order; then empty successes
    int callsLeft = 100'000;                 ///< of advance(), so that a fault ends a test
    QStringList lines;
    QList<machine::VariableChange> changes; ///< with machine->recordChanges()
    std::optional<machine::Machine> machine;
    std::optional<machine::Finished> end;

    /// Empty, or the compile error as "code: message".
    QString load(const scenario::Scenario &scenario, machine::Entry entry = {})
    {
        const auto program = machine::Program::compile(scenario, catalogue::Catalogue::builtIn(), dialect, entry);
        if (!program)
            return program.error().code + u": "_s + program.error().message;
        machine.emplace(*program, inputs, limits, clock, random, [this](const machine::TraceEvent &event) { note(event); });
        return {};
    }

    /// Runs until the machine has ended.
    void run()
    {
        while (!machine->isFinished() && callsLeft-- > 0) {
            const auto effect = machine->advance();
            if (effect)
                std::visit([this](const auto &e) { handle(e); }, *effect);
        }
    }

    /// Loads and runs; the lines, or the compile error alone.
    QStringList run(const scenario::Scenario &scenario, machine::Entry entry = {})
    {
        if (const QString error = load(scenario, entry); !error.isEmpty())
            return {error};
        run();
        return lines;
    }

    QString variable(const QString &name) const { return machine->variables().value(name).toText(); }

private:
    void note(const machine::TraceEvent &event)
    {
        QString line = u"%1 %2 %3"_s.arg(event.object).arg(event.type, event.outcome);
        if (!event.transition.isEmpty())
            line += u" %1"_s.arg(event.transition);
        if (event.target)
            line += u" -> %1"_s.arg(*event.target);
        if (!event.error.isEmpty())
            line += u" ! "_s + event.error;
        lines += line;
        changes += event.changes;
    }

    void handle(const machine::Perform &perform)
    {
        lines += u"%1 performs %2"_s.arg(perform.object).arg(describe(perform.operation));
        operation::Outcome outcome;
        if (!outcomes.empty()) {
            outcome = outcomes.front();
            outcomes.pop_front();
        }
        machine->resume(perform.id, outcome);
    }

    void handle(const machine::Sleep &sleep)
    {
        lines += u"sleeps %1"_s.arg(sleep.duration.count());
        clock.advance(sleep.duration);
        machine->wake(sleep.id);
    }

    void handle(const machine::Log &log) { lines += u"%1 logs %2"_s.arg(log.object).arg(log.text); }

    void handle(const machine::Finished &finished)
    {
        end = finished;
        QString line = u"ends "_s + machine::reasonName(finished.reason);
        if (finished.hasResult)
            line += u" = "_s + finished.result.toText();
        if (!finished.message.isEmpty())
            line += u" ! "_s + finished.message;
        lines += line;
    }
};

} // namespace signalbox::test
