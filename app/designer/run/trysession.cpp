// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/trysession.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;

TrySession::TrySession(LiveCluster &live, Retire retire, QObject *parent) : QObject(parent), m_live(live), m_retire(std::move(retire))
{
    connect(&live, &LiveCluster::stateChanged, this, [this] {
        if (m_opening)
            setPhase(m_live.phase());
    });
}

TrySession::~TrySession()
{
    m_performing.reset();
    m_listing.reset();
    m_picking.reset();
    if (m_line)
        m_retire(std::move(m_line));
}

void TrySession::setPhase(const QString &phase)
{
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void TrySession::fail(const core::Error &error)
{
    m_isBusy = false;
    m_live.take(error);
    setPhase({});
    Q_EMIT refused(error);
}

void TrySession::connectThen(std::function<void()> then)
{
    if (m_line && m_line->connection() == m_live.connection() && !m_line->operations().isLost())
        return then();
    setPhase(tr("Connecting to %1…").arg(m_live.title()));
    m_opening = m_live.open(LiveCluster::Need::Operations);
    m_opening->start([this, then = std::move(then)](const core::Result<LiveCluster::Connection> &connection) {
        if (!connection)
            return fail(connection.error());
        const LiveCluster::Connection there = *connection;
        const auto next = then;
        m_opening.reset();
        if (m_line)
            m_retire(std::move(m_line));
        auto files = std::make_unique<runner::LocalFiles>();
        files->setPlainPathsLocal(true);
        m_line = std::make_shared<ClusterLine>(there, std::move(files));
        next();
    });
}

void TrySession::run(Wish wish)
{
    cancel();
    m_wish = std::move(wish);
    m_isBusy = true;
    connectThen([this] { pick(); });
}

void TrySession::pick()
{
    setPhase(tr("Looking for the connection…"));
    cluster::ClusterSession &session = m_line->connection()->session();
    m_picking = std::make_unique<runner::PickCall>(session.registrar(), m_line->connection()->surroundings().scheduler,
                                                   QStringList{m_wish.connection});
    m_picking->start([this](const core::Result<QHash<QString, QString>> &picked) {
        if (!picked)
            return fail(picked.error());
        m_wish.operation.connection = picked->value(m_wish.connection);
        perform();
    });
}

void TrySession::perform()
{
    setPhase(tr("Performing…"));
    m_timing = std::make_shared<runner::OperationTiming>();
    m_startedUs = m_line->connection()->surroundings().clock.monotonicUs();
    m_performing = m_line->operations().perform(m_wish.operation, runner::RemoteOperations::BringTo{m_wish.saveTo}, m_timing);
    m_performing->start([this](const core::Result<operation::Outcome> &outcome) { end(outcome); });
}

void TrySession::end(const core::Result<operation::Outcome> &outcome)
{
    if (!outcome)
        return fail(outcome.error());
    const core::Clock &clock = m_line->connection()->surroundings().clock;
    const bool isSaved = outcome->kind == operation::OutcomeKind::Success;
    const Result result{m_wish.operation, *outcome,     isSaved ? m_wish.saveTo : QString(), clock.monotonicUs() - m_startedUs,
                        *m_timing,        clock.nowMs()};
    m_isBusy = false;
    setPhase({});
    Q_EMIT ended(result);
}

void TrySession::cancel()
{
    m_opening.reset();
    m_picking.reset();
    m_performing.reset();
    if (std::exchange(m_isBusy, false))
        setPhase({});
}

void TrySession::listConnections()
{
    connectThen([this] {
        if (!m_isBusy)
            setPhase({});
        m_listing = m_line->connection()->session().registrar().list();
        m_listing->start([this](const core::Result<QList<cluster::Registration>> &list) {
            if (list)
                Q_EMIT listed(*list);
            else
                Q_EMIT notice(list.error().message);
        });
    });
}

} // namespace signalbox::designer
