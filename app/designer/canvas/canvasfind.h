// SPDX-License-Identifier: GPL-3.0-or-later
// What a search finds on the canvas of one document: searches off the interface thread, again after edits, and keeps which hit is the
// current one. Shows nothing itself.
#pragma once

#include "designer/shell/workbench.h"
#include "editing/editsession.h"
#include "scenario/scenariosearch.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace signalbox::designer {

class CanvasFind final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostHits = 10'000;

    /// Both must outlive it.
    CanvasFind(const Workbench &workbench, editing::EditSession &session, QObject *parent = nullptr);
    ~CanvasFind() override;

    /// Searches for it, and goes to the first hit; an empty text ends the search.
    void setQuery(const scenario::SearchQuery &query);
    const scenario::SearchQuery &query() const { return m_query; }
    void end() { setQuery({}); }

    bool isRunning() const { return m_isRunning; }
    const QList<scenario::SearchHit> &hits() const { return m_hits; }
    bool isCut() const { return m_isCut; }          ///< there are more than that
    qsizetype current() const { return m_current; } ///< -1: none
    QString fault() const { return m_fault; }       ///< why this cannot be searched for
    QSet<qint64> objects() const;                   ///< that have hits
    /// To the next hit, or the one before; behind the last comes the first.
    void step(int by);

Q_SIGNALS:
    void changed();
    /// The person wants to see this hit.
    void arrived(const signalbox::scenario::SearchHit &hit);

private:
    void search(bool goes);
    void take(scenario::SearchResult result, bool goes);

    const Workbench &m_workbench;
    editing::EditSession &m_session;
    scenario::SearchQuery m_query;
    QList<scenario::SearchHit> m_hits;
    qsizetype m_current = -1;
    bool m_isCut = false;
    bool m_isRunning = false;
    bool m_isGoing = false; // a search that is under way leads to its first hit
    QString m_fault;
    QThreadPool m_threads;
    std::stop_source m_stop;
    quint64 m_generation = 0;
    core::Deadline m_pause;
};

} // namespace signalbox::designer
