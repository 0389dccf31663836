// SPDX-License-Identifier: GPL-3.0-or-later
// The masked log of a session's traffic, and the masking itself, which error messages with the cluster's words go through too.
#pragma once

#include "cluster/profile.h"

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

    bool isOn() const { return m_log != nullptr; }
    void sent(const QString &what);
    void received(const QString &what);
    void note(const QString &what);

private:
    void line(QLatin1StringView mark, const QString &what);

    Log m_log;
    QString m_tempPrefix;
    QRegularExpression m_keyedSecret;
    QStringList m_secrets; ///< longest first, so that one inside another leaves nothing
};

} // namespace signalbox::cluster
