// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/patientcall.h"

#include "cluster/traffic.h"

#include <QDateTime>
#include <QLocale>

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRepeats = 3;
constexpr qint64 longestWaitS = 24 * 3600; ///< a longer one is no wait but an end

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PatientCall)
};

} // namespace

std::optional<std::chrono::milliseconds> retryAfterOf(const QByteArray &header, qint64 nowMs)
{
    bool isNumber = false;
    const qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return seconds < 0 ? std::nullopt : std::optional<std::chrono::milliseconds>(std::chrono::seconds(std::min(seconds, longestWaitS)));
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return std::chrono::milliseconds(std::clamp<qint64>(date.toMSecsSinceEpoch() - nowMs, 0, longestWaitS * 1000));
}

PatientCall::PatientCall(RestClient &rest, HttpRequest request)
    : m_rest(rest), m_life(rest.life()), m_scheduler(rest.surroundings().scheduler), m_request(std::move(request)),
      m_left(rest.profile().timeouts.request)
{}

PatientCall::~PatientCall()
{
    abort();
}

void PatientCall::begin()
{
    attempt();
}

void PatientCall::attempt()
{
    if (m_life.expired())
        return finish(core::fail(u"not_connected"_s, Tr::tr("The session with the cluster is over.")));
    step<HttpAnswer>(m_rest.exchange(m_request), [this](core::Result<HttpAnswer> answer) {
        const bool isBusy = answer && (answer->status == 429 || answer->status == 503) && answer->retryAfter;
        if (!isBusy || m_life.expired() || m_repeats >= mostRepeats || *answer->retryAfter > m_left)
            return finish(std::move(answer));
        ++m_repeats;
        m_left -= *answer->retryAfter;
        m_rest.traffic().note(Tr::tr("the cluster is busy (HTTP %1) and asks to be asked again in %2 s")
                                  .arg(answer->status)
                                  .arg(static_cast<double>(answer->retryAfter->count()) / 1000));
        m_wait.arm(m_scheduler, *answer->retryAfter, [this] { attempt(); });
    });
}

void PatientCall::abort()
{
    m_wait.cancel();
    StepsCall::abort();
}

} // namespace signalbox::cluster
