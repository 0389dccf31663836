// SPDX-License-Identifier: GPL-3.0-or-later
// Searches all scenarios of a folder and those that are open, off the interface thread, and tells of files as they are done. Only one
// search runs; the next one ends it, and so does destruction.
#pragma once

#include "catalogue/catalogue.h"
#include "scenario/scenariosearch.h"

#include <QObject>
#include <QThreadPool>

namespace signalbox::designer {

/// A scenario as it is edited, in place of its file.
struct OpenScenario {
    QString path; ///< empty where it was never saved
    QString title;
    quintptr key = 0; ///< whoever asks tells by it which it is
    scenario::Scenario scenario;
};

/// A hit, and how a person calls where it is.
struct FoundText {
    scenario::SearchHit hit;
    QString object;   ///< the object's name or its component's title; what else it is, such as "Variables"
    QString property; ///< its title; empty where there is none
};

struct FoundFile {
    QString path;
    QString title;    ///< its name
    QString folder;   ///< where it lies, from the folder that is searched on; empty for that itself
    quintptr key = 0; ///< of an open one
    QList<FoundText> hits;
    QString fault; ///< why it could not be searched
};

struct SearchSummary {
    int files = 0; ///< that were searched
    int hits = 0;
    bool isCut = false;       ///< at the limit of hits
    bool isFilesCut = false;  ///< at a limit of files or folders
    bool isCancelled = false; ///< by stop()
};

class FolderSearch final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostHits = 1000;
    static constexpr int mostFiles = 10'000;
    static constexpr int mostFolders = 5000;
    static constexpr qint64 mostBytes = 64 * 1024 * 1024; ///< of a file

    /// The catalogue must outlive it.
    explicit FolderSearch(const catalogue::Catalogue &catalogue, QObject *parent = nullptr);
    ~FolderSearch() override;

    /// An empty folder: only those that are open.
    void start(const scenario::ScenarioSearch &search, const QString &folder, const QList<OpenScenario> &open);
    /// Tells finished() with what was found so far.
    void stop();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void found(const QList<signalbox::designer::FoundFile> &files); ///< with hits or a fault; all since the last time
    void finished(const signalbox::designer::SearchSummary &summary);

private:
    struct Walk;
    struct Basket;

    const catalogue::Catalogue &m_catalogue;
    QThreadPool m_threads;
    std::stop_source m_stop;
    quint64 m_generation = 0;
    bool m_isRunning = false;
    SearchSummary m_summary; // so far
};

} // namespace signalbox::designer
