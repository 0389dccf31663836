// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run.h"

#include "simulator/scenariopaths.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;
using signalbox::operation::Outcome;

namespace signalbox::simulator {

namespace {

constexpr int componentsPerTurn = 1000;
// Longer than any timeout that start_svcscript takes, so that the caller's own limit is the one that ends a scenario.
constexpr auto machineTime = std::chrono::hours(25);
// After its timeout a scenario is interrupted behind its next component; one that never gets there ends after this.
constexpr auto interruptGrace = std::chrono::hours(1) + std::chrono::minutes(1);

machine::Limits limits()
{
    machine::Limits limits;
    limits.time = machineTime;
    return limits;
}

Json toJson(const core::Value &value)
{
    const auto number = value.type() == core::ValueType::Number ? value.toNumber() : std::nullopt;
    return number ? Json(*number) : Json(value.toText());
}

const QString *sourceOf(const operation::Operation &operation)
{
    if (const auto *place = std::get_if<operation::PlaceTempFile>(&operation.action))
        return &place->path;
    if (const auto *put = std::get_if<operation::PutFile>(&operation.action))
        return &put->path;
    return nullptr;
}

} // namespace

Run::Run(const Services &services, std::shared_ptr<const Runnable> runnable, machine::Inputs inputs, QString folder, quint64 number,
         std::chrono::milliseconds timeout, Done done, std::function<void()> ended)
    : m_services(services), m_runnable(std::move(runnable)),
      m_machine(m_runnable->program, std::move(inputs), limits(), services.clock, services.random), m_folder(std::move(folder)),
      m_number(number), m_timeout(timeout), m_done(std::move(done)), m_ended(std::move(ended))
{}

void Run::begin()
{
    m_deadline.arm(m_services.scheduler, m_timeout, [this] { expire(); });
    step();
}

void Run::step()
{
    if (m_isStepping || m_isOver)
        return;
    const auto keep = shared_from_this();
    m_isStepping = true;
    while (!m_isOver) {
        auto effect = m_machine.advance(componentsPerTurn);
        if (!effect) {
            if (!m_machine.isWaiting() && !m_machine.isFinished())
                stepLater(); // others get their turn
            break;
        }
        if (auto *perform = std::get_if<machine::Perform>(&*effect)) {
            this->perform(std::move(*perform));
        } else if (const auto *sleep = std::get_if<machine::Sleep>(&*effect)) {
            const machine::CallId id = sleep->id;
            m_timers.insert(id, m_services.scheduler.after(sleep->duration, [this, id] {
                m_timers.remove(id);
                m_machine.wake(id);
                interruptIfExpired();
                step();
            }));
        } else if (const auto *finished = std::get_if<machine::Finished>(&*effect)) {
            finish(*finished);
        }
    }
    m_isStepping = false;
}

void Run::stepLater()
{
    m_next.arm(m_services.scheduler, std::chrono::milliseconds(0), [this] { step(); });
}

/// The machine has checked the operation by the same dialect.
void Run::perform(machine::Perform &&effect)
{
    BusRequest request{std::move(effect.operation), {}, {}};
    const QString &connection = request.operation.connection;
    if (const QString *path = sourceOf(request.operation)) {
        const auto source = resolvePath(*path, m_services.targets, m_temp.get(), m_services.config.dialect);
        if (!source) {
            settle(effect.id, Outcome::failure(source.error().code, source.error().message));
            return;
        }
        request.sourcePath = source->path;
        request.sourceName = source->name;
    }
    const Registration *registration = m_services.registrar.find(connection);
    if (!registration) {
        settle(effect.id, Outcome::failure(u"not_found"_s, u"There is no connection “%1”"_s.arg(connection)));
        return;
    }
    const NodeName holder = registration->holder; // what is done there may change the registration
    performOn(holder, request, effect.id);
}

void Run::performOn(const NodeName &holder, const BusRequest &request, machine::CallId id)
{
    const bool isFileOperation = !std::holds_alternative<operation::SendMessage>(request.operation.action);
    Bus::Done done = [weak = weak_from_this(), id](const Outcome &outcome) {
        const auto run = weak.lock();
        if (run && !run->m_isOver)
            run->settle(id, outcome);
    };
    if (const auto *get = std::get_if<operation::GetFile>(&request.operation.action)) {
        done = [weak = weak_from_this(), fetched = *get, done = std::move(done)](const Outcome &outcome) {
            const auto run = weak.lock();
            if (run && !run->m_isOver)
                done(run->bringHere(fetched, outcome));
        };
    }
    m_services.bus.perform(holder, request, std::move(done));
    if (isFileOperation && !m_isOver && m_machine.isAwaiting(id)) {
        const auto limit = std::chrono::milliseconds(m_services.config.dialect.fileOperationMs);
        m_timers.insert(id, m_services.scheduler.after(limit, [this, id] {
            m_timers.remove(id);
            settle(id, Outcome::failure(u"internal"_s, u"The file operation took too long"_s));
        }));
    }
}

void Run::settle(machine::CallId id, const Outcome &outcome)
{
    if (const auto timer = m_timers.take(id))
        m_services.scheduler.cancel(timer);
    m_machine.resume(id, outcome);
    interruptIfExpired();
    step(); // does nothing while the machine is being stepped: it goes on by itself then
}

Outcome Run::bringHere(const operation::GetFile &get, const Outcome &outcome)
{
    if (outcome.kind != operation::OutcomeKind::Success)
        return outcome;
    if (!m_temp)
        m_temp = std::make_unique<FileArea>(m_services.storage, u"%1/run-%2"_s.arg(m_folder).arg(m_number));
    const auto copied = m_temp->copyIn(get.name, outcome.result, true, m_services.clock.nowMs());
    return copied ? Outcome::success(tempPath(get.name, m_services.config.dialect))
                  : Outcome::failure(copied.error().code, copied.error().message);
}

void Run::expire()
{
    // platform.md §3: waiting stops, and the scenario is interrupted after its next component.
    const auto keep = shared_from_this();
    m_isExpired = true;
    answer(core::fail(u"timeout"_s, u"The scenario did not end within %1 ms"_s.arg(m_timeout.count())));
    m_deadline.arm(m_services.scheduler, interruptGrace, [this] { drop(); });
    if (!m_machine.isWaiting())
        interruptIfExpired();
    step();
}

void Run::interruptIfExpired()
{
    if (m_isExpired)
        m_machine.stop(machine::Reason::Timeout);
}

void Run::abort()
{
    answer(core::fail(u"aborted"_s, u"The scenario was aborted"_s));
    m_machine.stop(machine::Reason::Stop);
    step();
}

void Run::drop()
{
    const auto keep = shared_from_this();
    m_isOver = true;
    m_done = nullptr;
    m_deadline.cancel();
    m_next.cancel();
    for (const auto timer : std::as_const(m_timers))
        m_services.scheduler.cancel(timer);
    m_timers.clear();
    m_temp.reset();
    if (const auto ended = std::exchange(m_ended, nullptr))
        ended();
}

void Run::finish(const machine::Finished &finished)
{
    const bool isAtItsEnd = finished.reason == machine::Reason::Normal || finished.reason == machine::Reason::TransferNotSet;
    if (!isAtItsEnd)
        answer(core::fail(u"failed"_s, u"The scenario ended with “%1”: %2"_s.arg(machine::reasonName(finished.reason), finished.message)));
    else
        answer(localVariables());
    drop();
}

void Run::answer(const core::Result<Json> &variables)
{
    if (const auto done = std::exchange(m_done, nullptr))
        done(variables);
}

Json Run::localVariables() const
{
    const QHash<QString, core::Value> values = m_machine.variables();
    QList<core::JsonMember> members;
    for (const QString &name : m_runnable->localVariables) {
        if (const auto found = values.constFind(name); found != values.constEnd())
            members.append({name, toJson(*found)});
    }
    return Json(std::move(members));
}

} // namespace signalbox::simulator
