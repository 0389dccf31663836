// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/traffic.h"

#include "core/json.h"

#include <QRegularExpression>

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestSecret = 4;
constexpr qsizetype longestLine = 4000; ///< characters
constexpr QLatin1StringView mask{"***"};

/// A key that names a secret and its value: plain JSON, or JSON inside a JSON string (with backslashes before the quotes). Possessive
/// quantifiers keep it linear and without backtracking, so that no length of a value makes the match give up.
QRegularExpression keyedSecret(const core::Dialect &dialect)
{
    // Beside the documented names those that the dialect has for a session's id and token.
    const QStringList &names = dialect.sessionMembers;
    return QRegularExpression(
        uR"(((?<!\\)\\*+"(?:)"_s + QRegularExpression::escape(names.first()) + u'|' + QRegularExpression::escape(names.last()) +
            uR"(|pwd|password|token|token_local|session_?token|access_token|r?session_?id|authorization|cookie|set-cookie)\\*+"\s*+:\s*+))"
            uR"((?:(\\+")[^"\\]*+|(")(?:[^"\\]++|\\.)*+|(?!null)[^\s",\]}\\][^,\]}]*+))"_s,
        QRegularExpression::CaseInsensitiveOption);
}

} // namespace

Traffic::Traffic(Log log, const core::Dialect &dialect)
    : m_log(std::move(log)), m_tempPrefix(dialect.tempPrefix), m_keyedSecret(keyedSecret(dialect))
{}

void Traffic::addSecret(const QString &secret)
{
    if (secret.size() < shortestSecret)
        return;
    const QString json = QString::fromUtf8(core::Json(secret).toCompact());
    const QString inUrl = QString::fromLatin1(QUrl::toPercentEncoding(secret));
    for (const QString &spelling : {secret, json.mid(1, json.size() - 2), inUrl}) {
        if (!m_secrets.contains(spelling))
            m_secrets.append(spelling);
    }
    std::sort(m_secrets.begin(), m_secrets.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Traffic::masked(QString text) const
{
    for (const QString &secret : m_secrets)
        text.replace(secret, mask);
    text.replace(m_keyedSecret, uR"(\1\2\3***)"_s);
    if (!m_tempPrefix.isEmpty() && text.contains(m_tempPrefix))
        text.replace(QRegularExpression(QRegularExpression::escape(m_tempPrefix) + uR"([^\s"'\\<>]+)"_s), m_tempPrefix + mask);
    return text;
}

void Traffic::sent(const QString &what)
{
    line("> "_L1, what);
}

void Traffic::received(const QString &what)
{
    line("< "_L1, what);
}

void Traffic::note(const QString &what)
{
    line("- "_L1, what);
}

void Traffic::line(QLatin1StringView mark, const QString &what)
{
    if (!m_log)
        return;
    QString text = masked(what);
    if (text.size() > longestLine)
        text = text.left(longestLine) + QCoreApplication::translate("Traffic", "… (%n characters)", nullptr, static_cast<int>(text.size()));
    m_log(mark + text);
}

} // namespace signalbox::cluster
