// SPDX-License-Identifier: GPL-3.0-or-later
// The masked traffic of a session, as lines for --verbose and as records for a tap, and the masking itself, which error messages with the
// cluster's words go through too.
#pragma once

#include "cluster/profile.h"
#include "cluster/trafficrecord.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <functional>

namespace signalbox::cluster {

class Traffic final
{
public:
    using Log = std::function<void(const QString &line)>;

    explicit Traffic(Log log, const core::Dialect &dialect);

    /// A value that must not show wherever it stands, however it is written. Values under 4 characters are masked by their key only:
    /// they would be found everywhere.
    void addSecret(const QString &secret);
    /// Hides known secrets, the values of keys that name secrets, and the random part of temp links. Linear in the text.
    QString masked(QString text) const;

    bool isOn() const { return m_log != nullptr || m_tap; }
    bool isLogged() const { return m_log != nullptr; }
    bool isRecorded() const { return m_tap; }
    void sent(const QString &what);
    void received(const QString &what);
    void note(const QString &what);

    /// Records go to the tap from now on; it may be null. name is what keys are made of.
    void setTap(TrafficTap *tap, const QString &name);
    /// Empty without a tap.
    QString newKey();
    /// Masks payload, qid, method and url, notes the time, and hands it over. A payload that is no text is masked as if it were.
    void record(TrafficRecord record);

private:
    void line(QLatin1StringView mark, const QString &what);

    Log m_log;
    QString m_tempName; ///< last segment of the prefix of temp links: without it there is none
    QRegularExpression m_tempLink;
    QRegularExpression m_keyedSecret;
    QStringList m_secrets; ///< longest first, so that one inside another leaves nothing
    TrafficTap *m_tap = nullptr;
    QString m_name;
};

} // namespace signalbox::cluster
