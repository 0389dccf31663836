// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/problemchecker.h"

#include "scenario/componentcodes.h"
#include "scenario/revalidator.h"

#include <chrono>

namespace signalbox::editing {

using core::Diagnostic;
using core::Diagnostics;
using namespace std::chrono_literals;

namespace {

constexpr auto pauseAfterEdit = 100ms; // as long as keys follow each other closely, checks do not pile up

/// Where in "objects" a pointer leads; what is about the whole document comes first, its variables last.
qsizetype placeOf(const Diagnostic &problem, const QString &objects)
{
    if (!problem.pointer.startsWith(objects))
        return problem.pointer.startsWith(objects.chopped(8) + QLatin1StringView("variables/")) ? std::numeric_limits<qsizetype>::max()
                                                                                                : -1;
    const QStringView rest = QStringView(problem.pointer).sliced(objects.size());
    const qsizetype end = rest.indexOf(u'/');
    return (end < 0 ? rest : rest.first(end)).toLongLong();
}

Diagnostics inOrder(const Diagnostics &found, const scenario::Scenario &document)
{
    const QString objects = document.scriptPointer() + u'/' + scenario::code::objects.toString() + u'/';
    std::vector<std::pair<qsizetype, qsizetype>> order;
    order.reserve(static_cast<size_t>(found.size()));
    for (qsizetype i = 0; i < found.size(); ++i)
        order.emplace_back(placeOf(found.at(i), objects), i);
    std::sort(order.begin(), order.end());
    Diagnostics sorted;
    sorted.reserve(found.size());
    for (const auto &place : order) {
        sorted.append(found.at(place.second));
        sorted.last().line = 0;
        sorted.last().column = 0;
    }
    return sorted;
}

} // namespace

/// What the thread has of its own.
struct ProblemChecker::Check {
    Check(const EditSession &session, capability::Capabilities known)
        : capabilities(std::move(known)), revalidator(session.catalogue(), capabilities, session.dialect())
    {}

    const capability::Capabilities capabilities;
    scenario::Revalidator revalidator; // of a catalogue and a dialect that outlive the session and do not change
};

ProblemChecker::ProblemChecker(EditSession &session, const capability::Capabilities &capabilities, core::Scheduler &scheduler,
                               QObject *parent)
    : QObject(parent), m_session(session), m_scheduler(scheduler), m_check(std::make_shared<Check>(session, capabilities)),
      m_worker(std::make_unique<QObject>())
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("problems"));
    m_thread.start();
    connect(&session, &EditSession::changed, this, &ProblemChecker::checkSoon);
    checkSoon();
}

ProblemChecker::~ProblemChecker()
{
    m_thread.quit();
    m_thread.wait();
}

void ProblemChecker::setCapabilities(const capability::Capabilities &capabilities)
{
    m_check = std::make_shared<Check>(m_session, capabilities); // the thread keeps the other as long as it uses it
    checkSoon();
}

void ProblemChecker::checkAgain()
{
    setCapabilities(m_check->capabilities);
}

void ProblemChecker::checkSoon()
{
    ++m_wanted;
    if (!m_pause.isArmed() && !m_isBusy)
        m_pause.arm(m_scheduler, pauseAfterEdit, [this] { begin(); });
}

void ProblemChecker::begin()
{
    m_isBusy = true;
    const auto work = [this, revision = m_wanted, document = m_session.scenario(), check = m_check] {
        const Diagnostics found = inOrder(check->revalidator.validate(document), document);
        QMetaObject::invokeMethod(
            this, [this, revision, found] { finish(revision, found); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker.get(), work, Qt::QueuedConnection);
}

void ProblemChecker::finish(quint64 revision, const Diagnostics &problems)
{
    m_isBusy = false;
    if (revision != m_wanted) {
        m_pause.arm(m_scheduler, pauseAfterEdit, [this] { begin(); });
        return;
    }
    m_problems = problems;
    m_told = revision;
    Q_EMIT checked(m_problems);
}

} // namespace signalbox::editing
