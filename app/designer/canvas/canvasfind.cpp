// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasfind.h"

#include <chrono>

using namespace std::chrono_literals;

namespace signalbox::designer {

using scenario::SearchHit;
using scenario::SearchPlace;

namespace {

constexpr auto editPause = 250ms;

/// The canvas shows components and notes; what belongs to the file alone is the folder search's.
bool isOnCanvas(const SearchHit &hit)
{
    return hit.place == SearchPlace::Note ||
           (hit.object && (hit.place == SearchPlace::Name || hit.place == SearchPlace::Component || hit.place == SearchPlace::Property));
}

} // namespace

CanvasFind::CanvasFind(const Workbench &workbench, editing::EditSession &session, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_session(session)
{
    m_threads.setMaxThreadCount(1);
    connect(&session, &editing::EditSession::changed, this, [this] {
        if (!m_query.text.isEmpty())
            m_pause.arm(m_workbench.scheduler, editPause, [this] { search(m_isGoing); });
    });
}

CanvasFind::~CanvasFind()
{
    m_stop.request_stop();
    m_threads.clear();
    m_threads.waitForDone();
}

void CanvasFind::setQuery(const scenario::SearchQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    search(true);
}

void CanvasFind::search(bool goes)
{
    m_pause.cancel();
    m_stop.request_stop();
    m_threads.clear();
    m_stop = {};
    m_fault.clear();
    m_isRunning = false;
    m_isGoing = false;
    const quint64 generation = ++m_generation;
    if (m_query.text.isEmpty())
        return take({}, false);
    const auto compiled = scenario::ScenarioSearch::compile(m_query);
    if (!compiled) {
        m_fault = compiled.error().message;
        return take({}, false);
    }
    m_isRunning = true;
    m_isGoing = goes;
    m_threads.start([this, generation, goes, search = *compiled, document = m_session.scenario(), &catalogue = m_workbench.catalogue,
                     stop = m_stop.get_token()] {
        scenario::SearchResult result = search.search(document, catalogue, mostHits, stop);
        QMetaObject::invokeMethod(
            this,
            [this, generation, goes, result = std::move(result)] {
                if (generation != m_generation)
                    return;
                m_isRunning = false;
                m_isGoing = false;
                take(result, goes);
            },
            Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void CanvasFind::take(scenario::SearchResult result, bool goes)
{
    const auto before = m_current < 0 ? std::nullopt : std::optional(m_hits.at(m_current));
    m_hits = std::move(result.hits);
    m_hits.removeIf([](const SearchHit &hit) { return !isOnCanvas(hit); });
    m_isCut = result.isCut;
    m_current = m_hits.isEmpty() ? -1 : 0;
    if (before && !goes) { // the same one, or that of the same object or note
        qsizetype best = -1;
        for (qsizetype i = 0; i < m_hits.size(); ++i) {
            const SearchHit &hit = m_hits.at(i);
            if (hit.object != before->object || hit.note != before->note)
                continue;
            if (hit.property == before->property && hit.place == before->place && hit.at == before->at) {
                best = i;
                break;
            }
            if (best < 0)
                best = i;
        }
        m_current = std::max(m_current, best);
    }
    Q_EMIT changed();
    if (goes && m_current >= 0)
        Q_EMIT arrived(m_hits.at(m_current));
}

QSet<qint64> CanvasFind::objects() const
{
    QSet<qint64> ids;
    for (const SearchHit &hit : m_hits) {
        if (hit.object)
            ids.insert(*hit.object);
    }
    return ids;
}

void CanvasFind::step(int by)
{
    if (m_hits.isEmpty())
        return;
    const qsizetype count = m_hits.size();
    m_current = (m_current + by % count + count) % count;
    Q_EMIT changed();
    Q_EMIT arrived(m_hits.at(m_current));
}

} // namespace signalbox::designer
