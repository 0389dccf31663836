// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/preferences.h"

namespace signalbox::designer {

namespace {

constexpr QLatin1String appearanceKey("appearance");
constexpr QLatin1String languageKey("language");
constexpr QLatin1String keepKey("files/keepAfter");
constexpr QLatin1String countKey("files/recentCount");
constexpr QLatin1String recentKey("recentFiles");
constexpr QLatin1String openKey("files/open");
constexpr int usualKeep = 2;
constexpr int usualRecent = 10;

} // namespace

bool Preferences::flag(QLatin1String key, bool usual) const
{
    const QString text = m_settings.value(key).toString();
    return text == QLatin1String("true") ? true : text == QLatin1String("false") ? false : usual;
}

int Preferences::number(QLatin1String key, int usual, int least, int most) const
{
    bool isNumber = false;
    const int value = m_settings.value(key).toInt(&isNumber);
    return isNumber && value >= least && value <= most ? value : usual;
}

QStringList Preferences::paths(QLatin1String key, qsizetype most) const
{
    QStringList found = m_settings.value(key).toStringList();
    found.removeAll(QString());
    found.removeDuplicates();
    return found.first(std::min(found.size(), most));
}

void Preferences::put(QLatin1String key, const QVariant &value)
{
    if (m_settings.contains(key) && m_settings.value(key) == value)
        return;
    m_settings.setValue(key, value);
    Q_EMIT changed();
}

Appearance::Mode Preferences::appearance() const
{
    return static_cast<Appearance::Mode>(number(appearanceKey, 0, 0, static_cast<int>(Appearance::Mode::Dark)));
}

void Preferences::setAppearance(Appearance::Mode mode)
{
    put(appearanceKey, static_cast<int>(mode));
}

QString Preferences::language() const
{
    const QString language = m_settings.value(languageKey).toString();
    return language == QLatin1String("en") || language == QLatin1String("ru") ? language : QString();
}

void Preferences::setLanguage(const QString &language)
{
    put(languageKey, language);
}

std::chrono::seconds Preferences::keepAfter() const
{
    return std::chrono::seconds(number(keepKey, usualKeep, 1, mostKeepSeconds));
}

void Preferences::setKeepAfter(std::chrono::seconds delay)
{
    put(keepKey, static_cast<int>(delay.count()));
}

int Preferences::recentCount() const
{
    return number(countKey, usualRecent, 0, mostRecent);
}

void Preferences::setRecentCount(int count)
{
    if (count == recentCount())
        return;
    m_settings.setValue(recentKey, recentFiles().first(std::min<qsizetype>(recentFiles().size(), count))); // what is too much is forgotten
    put(countKey, count);
}

QStringList Preferences::recentFiles() const
{
    return paths(recentKey, recentCount());
}

void Preferences::noteRecent(const QString &path)
{
    QStringList recent = recentFiles();
    recent.removeAll(path);
    recent.prepend(path);
    put(recentKey, QStringList(recent.first(std::min<qsizetype>(recent.size(), recentCount()))));
}

void Preferences::clearRecent()
{
    put(recentKey, QStringList());
}

QStringList Preferences::openFiles() const
{
    return paths(openKey, mostOpenFiles);
}

void Preferences::setOpenFiles(const QStringList &paths)
{
    m_settings.setValue(openKey, QStringList(paths.first(std::min(paths.size(), mostOpenFiles))));
}

void Preferences::reset()
{
    for (const QLatin1String key : {appearanceKey, languageKey, keepKey, countKey, QLatin1String("canvas/minimap"),
                                    QLatin1String("canvas/snap"), QLatin1String("files/reopen")})
        m_settings.remove(key);
    Q_EMIT changed();
}

} // namespace signalbox::designer
