// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/deliveries.h"

#include <array>
#include <charconv>
#include <limits>

using namespace Qt::StringLiterals;
using signalbox::core::Json;
using signalbox::operation::Outcome;

namespace signalbox::simulator {

namespace {

/// An answer's object, less qid; result "error" is the error transition with errormsg (platform.md §3).
Outcome outcomeOf(protocol::Frame &answer)
{
    if (answer.body[u"result"].toString() == "error"_L1) {
        const Json &message = answer.body[u"errormsg"];
        return Outcome::failure(u"rejected"_s, message.isString() ? message.toString() : u"The application answered with an error"_s);
    }
    answer.body.remove(u"qid");
    return Outcome::success(QString::fromUtf8(answer.body.toCompact()));
}

} // namespace

Deliveries::Deliveries(core::Scheduler &scheduler, core::Random &random, const core::Dialect &dialect)
    : m_scheduler(scheduler), m_dialect(dialect), m_prefix(random.hex(4).toLatin1() + '-')
{}

Deliveries::~Deliveries()
{
    for (const Wait &wait : std::as_const(m_answers))
        m_scheduler.cancel(wait.timer);
    for (const Wait &wait : std::as_const(m_pongs))
        m_scheduler.cancel(wait.timer);
}

void Deliveries::settleWait(QHash<quint64, Wait> &waits, QHash<quint64, Wait>::iterator found, const Outcome &outcome)
{
    m_scheduler.cancel(found->timer);
    const Done done = std::move(found->done);
    if (!found->ownQid.isEmpty())
        m_ownQids.remove(found->ownQid);
    waits.erase(found); // before the call: it may start the next wait, or end this
    done(outcome);
}

quint64 Deliveries::awaitAnswer(const QString &event, std::chrono::milliseconds timeout, Done done, const QByteArray &ownQid)
{
    if (!ownQid.isEmpty())
        fail(m_ownQids.value(ownQid), Outcome::failure(u"internal"_s, u"Another message with the same qid was sent"_s));
    const quint64 number = ++m_lastWait;
    if (!ownQid.isEmpty())
        m_ownQids.insert(ownQid, number);
    const auto timer = m_scheduler.after(timeout, [this, number] { fail(number, Outcome::timeout()); });
    m_answers.insert(number, Wait{event, std::move(done), timer, ownQid});
    return number;
}

QByteArray Deliveries::qidOf(quint64 wait) const
{
    std::array<char, std::numeric_limits<quint64>::digits10 + 1> digits{};
    const char *const end = std::to_chars(digits.begin(), digits.end(), wait).ptr;
    QByteArray qid;
    qid.reserve(m_prefix.size() + (end - digits.begin()) + 2); // it is made for every message
    return qid.append('"').append(m_prefix).append(digits.data(), end - digits.begin()).append('"');
}

quint64 Deliveries::awaitPong(std::chrono::milliseconds timeout, Done done)
{
    const quint64 number = nextPing();
    const auto timer = m_scheduler.after(timeout, [this, number] {
        if (const auto found = m_pongs.find(number); found != m_pongs.end())
            settleWait(m_pongs, found, Outcome::timeout());
    });
    m_pongs.insert(number, Wait{{}, std::move(done), timer, {}});
    return number;
}

/// 0: nothing waits for it.
quint64 Deliveries::waitOf(const Json &qid) const
{
    const QString text = qid.toString();
    if (text.startsWith(QLatin1String(m_prefix))) {
        // As we write it and no other way: "+7" or "07" is nobody's.
        const QStringView digits = QStringView(text).sliced(m_prefix.size());
        const bool isOurs =
            !digits.startsWith(u'0') && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (bool isNumber = false; const quint64 number = isOurs ? digits.toULongLong(&isNumber) : 0)
            return number;
    }
    return m_ownQids.isEmpty() ? 0 : m_ownQids.value(qid.toCompact());
}

bool Deliveries::settle(protocol::Frame answer)
{
    const Json *qid = protocol::qidOf(answer);
    const auto found = qid ? m_answers.find(waitOf(*qid)) : m_answers.end();
    const auto isAnswerTo = [&](const QString &event) {
        const QStringView method(answer.method);
        return method.size() == event.size() + m_dialect.resultSuffix.size() && method.startsWith(event) &&
               method.endsWith(m_dialect.resultSuffix);
    };
    if (found == m_answers.end() || !isAnswerTo(found->event)) {
        ++m_dropped;
        return false;
    }
    settleWait(m_answers, found, outcomeOf(answer));
    return true;
}

void Deliveries::fail(quint64 wait, const Outcome &outcome)
{
    if (const auto found = m_answers.find(wait); found != m_answers.end())
        settleWait(m_answers, found, outcome);
}

void Deliveries::onPong(quint64 number)
{
    if (const auto found = m_pongs.find(number); found != m_pongs.end())
        settleWait(m_pongs, found, Outcome::success(m_dialect.confirmedResult));
}

void Deliveries::failAll(const Outcome &outcome)
{
    // A settled wait may start others here; those are failed too.
    while (!m_answers.isEmpty())
        settleWait(m_answers, m_answers.begin(), outcome);
    while (!m_pongs.isEmpty())
        settleWait(m_pongs, m_pongs.begin(), outcome);
}

} // namespace signalbox::simulator
