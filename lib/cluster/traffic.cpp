// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/traffic.h"

#include "core/json.h"

#include <QRegularExpression>

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestSecret = 4;
constexpr qsizetype longestLine = 4000; ///< characters
constexpr qsizetype longestNumber = 3;  ///< characters of a correlation id that can be no secret
constexpr qint64 clockStepUs = 500'000; ///< the two clocks differ by more only when one was set, or slept
constexpr QLatin1StringView mask{"***"};

/// The prefix of temp links and what follows it, with backslashes before the slashes as JSON may have them. It begins where a row of
/// backslashes does, and gives nothing back: linear.
QRegularExpression tempLink(const QString &prefix)
{
    const QString escaped = QRegularExpression::escape(prefix).replace(uR"(\/)"_s, u"/"_s).replace(u"/"_s, uR"(\\*+/)"_s);
    return QRegularExpression(uR"((?<!\\)()"_s + escaped + uR"()(?:[^\s"'\\<>]++|\\++/)++)"_s);
}

/// A key that names a secret and its value: plain JSON, or JSON inside a JSON string (with backslashes before the quotes). Possessive
/// quantifiers keep it linear and without backtracking, so that no length of a value makes the match give up.
QRegularExpression keyedSecret(const core::Dialect &dialect)
{
    // Beside the documented names those that the dialect has for a session's id and token.
    const QStringList &names = dialect.sessionMembers;
    return QRegularExpression(
        uR"(((?<!\\)\\*+"(?:)"_s + QRegularExpression::escape(names.first()) + u'|' + QRegularExpression::escape(names.last()) +
            uR"(|pwd|password|token|token_local|session_?token|access_token|r?session_?id|authorization|cookie|set-cookie)\\*+"\s*+:\s*+))"
            uR"((?:(\\+")[^"\\]*+|(")(?:[^"\\]++|\\.)*+|\[[^\]]*+\]?+|\{[^}]*+\}?+|(?!null)[^\s",\]}\\][^,\]}]*+))"_s,
        QRegularExpression::CaseInsensitiveOption);
}

} // namespace

Traffic::Traffic(Log log, const core::Dialect &dialect)
    : m_log(std::move(log)), m_tempName(dialect.tempPrefix.section(u'/', -1, -1, QString::SectionSkipEmpty)),
      m_tempLink(tempLink(dialect.tempPrefix)), m_keyedSecret(keyedSecret(dialect))
{}

void Traffic::addSecret(const QString &secret)
{
    if (secret.size() < shortestSecret)
        return;
    const QString json = QString::fromUtf8(core::Json(secret).toCompact());
    const QString inUrl = QString::fromLatin1(QUrl::toPercentEncoding(secret));
    const QString inBytes = QString::fromLatin1(secret.toUtf8()); // as record() looks at what is no text
    const QString inJson = json.mid(1, json.size() - 2);
    const QString withSlashes = QString(inJson).replace(u"/"_s, uR"(\/)"_s); // as some servers write JSON
    for (const QString &spelling : {secret, inJson, withSlashes, inUrl, inBytes}) {
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
    if (!m_tempName.isEmpty() && text.contains(m_tempName))
        text.replace(m_tempLink, uR"(\1***)"_s);
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

void Traffic::setTap(TrafficTap *tap, const QString &name)
{
    m_tap = tap;
    m_name = name;
}

QString Traffic::newKey()
{
    return m_tap ? m_tap->newKey(masked(m_name)) : QString();
}

void Traffic::record(TrafficRecord record)
{
    if (!m_tap)
        return;
    record.timeUs = m_tap->nowUs();
    const bool isText = record.kind != TrafficRecord::Kind::Binary;
    const auto mask = [this, isText](QByteArray &bytes) {
        const QString plain = isText ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
        QString hidden = masked(plain);
        if (hidden != plain)
            bytes = isText ? hidden.toUtf8() : hidden.toLatin1();
    };
    mask(record.payload);
    if (record.qid.size() > longestNumber)
        mask(record.qid);
    if (!record.method.isEmpty())
        record.method = masked(std::move(record.method));
    if (!record.url.isEmpty())
        record.url = masked(std::move(record.url));
    m_tap->take(std::move(record));
}

qint64 TrafficTap::nowUs()
{
    const qint64 wall = m_clock.nowMs() * 1000;
    const qint64 monotonic = m_clock.monotonicUs();
    if (m_sinceStartUs == 0 || std::abs(m_sinceStartUs + monotonic - wall) > clockStepUs)
        m_sinceStartUs = wall - monotonic;
    return m_sinceStartUs + monotonic;
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
