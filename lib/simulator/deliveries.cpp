// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/deliveries.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;
using signalbox::operation::Outcome;

namespace signalbox::simulator {

namespace {

/// An answer's object, less qid; result "error" is the error transition with errormsg (platform.md §3).
Outcome outcomeOf(const protocol::Frame &answer)
{
    if (answer.body[u"result"].toString() == "error"_L1) {
        const Json &message = answer.body[u"errormsg"];
        return Outcome::failure(u"rejected"_s, message.isString() ? message.toString() : u"The application answered with an error"_s);
    }
    Json body = answer.body;
    body.remove(u"qid");
    return Outcome::success(QString::fromUtf8(body.toCompact()));
}

} // namespace

Deliveries::Deliveries(core::Scheduler &scheduler, core::Random &random, const core::Dialect &dialect)
    : m_scheduler(scheduler), m_dialect(dialect), m_prefix(random.hex(4) + u'-')
{}

/// Ours are texts; others are told apart by what no text of ours begins with.
QString Deliveries::keyOf(const Json &qid)
{
    return qid.isString() ? qid.toString() : u'\n' + QString::fromUtf8(qid.toCompact());
}

Deliveries::~Deliveries()
{
    for (const auto &[qid, wait] : m_answers)
        m_scheduler.cancel(wait.timer);
    for (const auto &[number, wait] : m_pongs)
        m_scheduler.cancel(wait.timer);
}

template <typename Map>
void Deliveries::settleWait(Map &map, typename Map::iterator found, const Outcome &outcome)
{
    m_scheduler.cancel(found->second.timer);
    const Done done = std::move(found->second.done);
    map.erase(found); // before the call: it may start the next wait, or end this
    done(outcome);
}

void Deliveries::awaitAnswer(const Json &qid, const QString &event, std::chrono::milliseconds timeout, Done done)
{
    const QString key = keyOf(qid);
    if (const auto same = m_answers.find(key); same != m_answers.end())
        settleWait(m_answers, same, Outcome::failure(u"internal"_s, u"Another message with the same qid was sent"_s));
    const auto timer = m_scheduler.after(timeout, [this, key] {
        if (const auto found = m_answers.find(key); found != m_answers.end())
            settleWait(m_answers, found, Outcome::timeout());
    });
    m_answers.emplace(key, Wait{event + m_dialect.resultSuffix, std::move(done), timer});
}

quint64 Deliveries::awaitPong(std::chrono::milliseconds timeout, Done done)
{
    const quint64 number = nextPing();
    const auto timer = m_scheduler.after(timeout, [this, number] {
        if (const auto found = m_pongs.find(number); found != m_pongs.end())
            settleWait(m_pongs, found, Outcome::timeout());
    });
    m_pongs.emplace(number, Wait{{}, std::move(done), timer});
    return number;
}

bool Deliveries::settle(const protocol::Frame &answer)
{
    const Json *qid = protocol::qidOf(answer);
    const auto found = qid ? m_answers.find(keyOf(*qid)) : m_answers.end();
    if (found == m_answers.end() || found->second.method != answer.method) {
        ++m_dropped;
        return false;
    }
    settleWait(m_answers, found, outcomeOf(answer));
    return true;
}

void Deliveries::fail(const Json &qid, const Outcome &outcome)
{
    if (const auto found = m_answers.find(keyOf(qid)); found != m_answers.end())
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
    while (!m_answers.empty())
        settleWait(m_answers, m_answers.begin(), outcome);
    while (!m_pongs.empty())
        settleWait(m_pongs, m_pongs.begin(), outcome);
}

} // namespace signalbox::simulator
