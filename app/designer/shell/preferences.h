// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has chosen for the program, kept in its settings file: read with a sane value for what is missing or wrong there, written
// at once, told of when it changes. It puts nothing into effect itself.
#pragma once

#include "designer/shell/appearance.h"

#include <QSettings>
#include <QStringList>

#include <chrono>

namespace signalbox::designer {

class Preferences final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostRecent = 30;
    static constexpr int mostKeepSeconds = 300;
    static constexpr qsizetype mostOpenFiles = 50;

    /// settings must outlive it.
    explicit Preferences(QSettings &settings, QObject *parent = nullptr) : QObject(parent), m_settings(settings) {}

    Appearance::Mode appearance() const;
    void setAppearance(Appearance::Mode mode);
    /// "en", "ru", or empty for the system's.
    QString language() const;
    void setLanguage(const QString &language);

    bool showsMinimap() const { return flag(QLatin1String("canvas/minimap"), true); }
    void setShowsMinimap(bool isOn) { put(QLatin1String("canvas/minimap"), isOn); }
    /// Whether what is moved keeps to the grid and to its neighbours.
    bool snaps() const { return flag(QLatin1String("canvas/snap"), true); }
    void setSnaps(bool isOn) { put(QLatin1String("canvas/snap"), isOn); }

    /// How long after an edit it is kept for the case of a crash.
    std::chrono::seconds keepAfter() const;
    void setKeepAfter(std::chrono::seconds delay);
    /// How many recent files are remembered.
    int recentCount() const;
    void setRecentCount(int count);
    /// The last one first; no more than recentCount().
    QStringList recentFiles() const;
    void noteRecent(const QString &path);
    void clearRecent();
    /// Whether the next start opens what is open when the program ends.
    bool reopens() const { return flag(QLatin1String("files/reopen"), false); }
    void setReopens(bool isOn) { put(QLatin1String("files/reopen"), isOn); }
    /// What was open when the program ended.
    QStringList openFiles() const;
    void setOpenFiles(const QStringList &paths);

    /// All of the above as the program came; files that were noted stay.
    void reset();

Q_SIGNALS:
    void changed();

private:
    bool flag(QLatin1String key, bool usual) const;
    int number(QLatin1String key, int usual, int least, int most) const;
    QStringList paths(QLatin1String key, qsizetype most) const;
    void put(QLatin1String key, const QVariant &value);

    QSettings &m_settings;
};

} // namespace signalbox::designer
