// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faultgate.h"

#include "protocol/frame.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

using Kind = FaultEffect::Kind;

// A frame that goes behind the next one goes alone when none follows.
constexpr auto heldBackTime = std::chrono::seconds(1);
constexpr qint64 itemBytes = 100;  // what an item takes up beside its text
constexpr int closeNotUtf8 = 1007; // RFC 6455 §7.4.1
constexpr int closeTryLater = 1013;
constexpr qsizetype garbledBytes = 8; // at most, of a frame

qint64 microseconds(std::chrono::milliseconds time)
{
    return std::chrono::microseconds(time).count();
}

} // namespace

QByteArray garbled(const QByteArray &text, FaultEffect::Garble garble, quint64 bits)
{
    // Within one character of a text of several bytes nothing is cut: a character begins where the upper bits are not 10.
    qsizetype from = text.isEmpty() ? 0 : static_cast<qsizetype>(bits % static_cast<quint64>(text.size()));
    const auto isInside = [&text](qsizetype at) {
        return at < text.size() && (static_cast<unsigned char>(text.at(at)) & 0xc0) == 0x80;
    };
    while (from > 0 && isInside(from))
        --from;
    qsizetype to = std::min(from + garbledBytes, text.size());
    while (isInside(to))
        ++to;
    const QByteArray noise = garble == FaultEffect::Garble::Bytes ? "\xff\xfe" : "\xef\xbf\xbd"; // U+FFFD
    // Without its end no array is JSON, whatever else was hit.
    QByteArray result = text.first(from) + noise + text.sliced(to);
    while (!result.isEmpty() && QByteArrayView("]} \t\r\n").contains(result.back()))
        result.chop(1);
    return result;
}

FaultGate::FaultGate(Faults &faults, const core::Clock &clock, core::Scheduler &scheduler, Sides &sides, QString identity,
                     qint64 limitBytes)
    : m_faults(faults), m_clock(clock), m_scheduler(scheduler), m_sides(sides), m_stream(std::move(identity)), m_limitBytes(limitBytes)
{
    m_out.isOut = true;
}

FaultGate::~FaultGate()
{
    stop();
}

FaultDecision FaultGate::decide(const Lane &lane, QString method, const QString &capability)
{
    if (!m_faults.isAbout(FaultRule::About::Frames))
        return {};
    FaultEvent event = m_sides.faultEvent();
    event.isOut = lane.isOut;
    event.method = std::move(method);
    if (!capability.isEmpty())
        event.capabilities = QStringList{capability};
    return m_faults.decide(event, m_stream);
}

void FaultGate::out(const QByteArray &text, const QString &capability)
{
    const auto frame = protocol::parseFrame(text);
    take(m_out, Item{false, text, 0, decide(m_out, frame ? frame->method : QString(), capability), 0});
}

void FaultGate::ping(quint64 number)
{
    take(m_out, Item{true, {}, number, decide(m_out, u":ping"_s, {}), 0});
}

void FaultGate::in(QByteArrayView text)
{
    const auto frame = protocol::parseFrame(text);
    take(m_in, Item{false, text.toByteArray(), 0, decide(m_in, frame ? frame->method : QString(), {}), 0});
}

void FaultGate::pong(quint64 number)
{
    take(m_in, Item{true, {}, number, decide(m_in, u":pong"_s, {}), 0});
}

void FaultGate::take(Lane &lane, Item item)
{
    if (m_isOver)
        return;
    const auto keep = m_sides.hold();
    const FaultDecision decision = item.decision;
    if (decision.kind == Kind::Lose) {
        // nothing of it is left
    } else if (decision.reorder && decision.delay.count() > 0) {
        stray(lane, std::move(item));
    } else if (decision.reorder) {
        holdBack(lane, std::move(item));
    } else {
        enqueue(lane, std::move(item));
        releaseHeldBack(lane);
    }
    if (decision.stopReading.count() > 0 && !m_isOver)
        pauseReading(decision.stopReading);
}

bool FaultGate::admit(Lane &lane, const Item &item)
{
    lane.bytes += item.text.size() + itemBytes;
    if (lane.isOut || lane.bytes <= m_limitBytes)
        return true;
    stop();
    m_sides.closeByFault(closeTryLater, u"Too much waits to be read"_s);
    return false;
}

void FaultGate::enqueue(Lane &lane, Item item)
{
    if (m_isOver)
        return;
    const qint64 now = m_clock.monotonicUs();
    item.dueUs = std::max(now + microseconds(item.decision.delay), lane.notBeforeUs);
    if (lane.queue.empty() && item.dueUs <= now)
        return pass(lane, item);
    if (!lane.queue.empty())
        item.dueUs = std::max(item.dueUs, lane.queue.back().dueUs); // the order is kept
    if (!admit(lane, item))
        return;
    lane.queue.push_back(std::move(item));
    if (lane.queue.size() == 1)
        arm(lane);
}

void FaultGate::stray(Lane &lane, Item item)
{
    if (!admit(lane, item))
        return;
    const auto token = std::make_shared<core::Scheduler::Token>(0);
    *token = m_scheduler.after(item.decision.delay, [this, &lane, token] {
        const auto found = lane.strays.find(*token);
        const Item due = std::move(found->second);
        lane.strays.erase(found);
        lane.bytes -= due.text.size() + itemBytes;
        const auto keep = m_sides.hold();
        pass(lane, due);
    });
    lane.strays.emplace(*token, std::move(item));
}

void FaultGate::holdBack(Lane &lane, Item item)
{
    releaseHeldBack(lane); // one at a time
    if (m_isOver)
        return;
    lane.heldBack = std::move(item);
    lane.release.arm(m_scheduler, heldBackTime, [this, &lane] {
        const auto keep = m_sides.hold();
        releaseHeldBack(lane);
    });
}

void FaultGate::releaseHeldBack(Lane &lane)
{
    lane.release.cancel();
    if (auto item = std::exchange(lane.heldBack, std::nullopt))
        enqueue(lane, std::move(*item));
}

void FaultGate::arm(Lane &lane)
{
    const auto wait = std::chrono::microseconds(std::max<qint64>(0, lane.queue.front().dueUs - m_clock.monotonicUs()));
    lane.next.arm(m_scheduler, std::chrono::ceil<std::chrono::milliseconds>(wait), [this, &lane] { passDue(lane); });
}

void FaultGate::passDue(Lane &lane)
{
    const auto keep = m_sides.hold();
    while (!m_isOver && !lane.queue.empty() && lane.queue.front().dueUs <= m_clock.monotonicUs()) {
        const Item item = std::move(lane.queue.front());
        lane.queue.pop_front();
        lane.bytes -= item.text.size() + itemBytes;
        pass(lane, item);
    }
    if (!m_isOver && !lane.queue.empty())
        arm(lane);
}

void FaultGate::pass(Lane &lane, const Item &item)
{
    switch (item.decision.kind) {
    case Kind::Close:
        stop();
        return m_sides.closeByFault(item.decision.closeCode, item.decision.closeReason);
    case Kind::Reset:
        stop();
        return m_sides.resetByFault();
    case Kind::Garble:
        // Whoever gets bytes that are no UTF-8 closes (RFC 6455 §8.1): coming in, that is us.
        if (!lane.isOut && item.decision.garble == FaultEffect::Garble::Bytes) {
            stop();
            return m_sides.closeByFault(closeNotUtf8, u"The text is not UTF-8"_s);
        }
        return deliver(lane, item, garbled(item.text, item.decision.garble, item.decision.bits));
    case Kind::Double:
        deliver(lane, item, item.text);
        return deliver(lane, item, item.text);
    default:
        return deliver(lane, item, item.text);
    }
}

void FaultGate::deliver(const Lane &lane, const Item &item, const QByteArray &text)
{
    if (item.isControl)
        lane.isOut ? m_sides.passPing(item.number) : m_sides.passPong(item.number);
    else
        lane.isOut ? m_sides.passOut(text) : m_sides.passIn(text);
}

void FaultGate::pauseReading(std::chrono::milliseconds time)
{
    const qint64 untilUs = m_clock.monotonicUs() + microseconds(time);
    if (untilUs <= m_in.notBeforeUs)
        return;
    m_in.notBeforeUs = untilUs;
    m_sides.setReading(false);
    m_resume.arm(m_scheduler, time, [this] {
        const auto keep = m_sides.hold();
        m_sides.setReading(true);
    });
}

void FaultGate::flush()
{
    std::deque<Item> left = std::exchange(m_out.queue, {});
    for (auto &[token, item] : m_out.strays)
        left.push_back(std::move(item));
    if (m_out.heldBack)
        left.push_back(std::move(*m_out.heldBack));
    stop();
    for (const Item &item : left) {
        if (item.decision.kind == Kind::Close || item.decision.kind == Kind::Reset)
            return; // it would have ended with this one
        pass(m_out, item);
    }
}

void FaultGate::stop()
{
    m_isOver = true;
    m_resume.cancel();
    for (Lane *lane : {&m_in, &m_out}) {
        lane->next.cancel();
        lane->release.cancel();
        lane->heldBack.reset();
        lane->queue.clear();
        for (const auto &[token, item] : lane->strays)
            m_scheduler.cancel(token);
        lane->strays.clear();
        lane->bytes = 0;
    }
}

} // namespace signalbox::simulator
