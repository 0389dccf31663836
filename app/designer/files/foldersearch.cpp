// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/foldersearch.h"

#include "designer/files/folderreader.h"
#include "scenario/componentcodes.h"
#include "scenario/scenarioreader.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <mutex>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

using scenario::SearchHit;
using scenario::SearchPlace;

/// What the thread has found and the interface has not shown yet.
struct FolderSearch::Basket {
    std::mutex mutex;
    QList<FoundFile> files;
    SearchSummary summary;
};

/// One search, in its thread.
struct FolderSearch::Walk {
    const catalogue::Catalogue &catalogue;
    scenario::ScenarioSearch search;
    QString root;
    QList<OpenScenario> open;
    std::stop_token stop;
    std::function<void(const FoundFile &, const SearchSummary &)> tell;
    SearchSummary summary = {};

    bool isOver() const { return stop.stop_requested() || summary.isCut; }

    void run()
    {
        QSet<QString> done;
        for (const OpenScenario &document : std::as_const(open)) {
            if (isOver())
                return;
            if (!document.path.isEmpty())
                done.insert(QFileInfo(document.path).canonicalFilePath());
            FoundFile file{document.path, document.title, folderOf(document.path), document.key, {}, {}};
            searchIn(document.scenario, file);
        }
        QStringList folders = root.isEmpty() ? QStringList() : QStringList(root);
        for (qsizetype next = 0; next < folders.size() && !isOver(); ++next) {
            const FolderListing listing = readFolder(folders.at(next));
            summary.isFilesCut = summary.isFilesCut || listing.isCut;
            if (!listing.fault.isEmpty())
                report({folders.at(next), QFileInfo(folders.at(next)).fileName(), folderOf(folders.at(next)), 0, {}, listing.fault});
            for (const FolderEntry &entry : listing.entries) {
                const QString path = QDir(folders.at(next)).filePath(entry.name);
                if (isOver())
                    return;
                if (entry.isFolder && folders.size() < mostFolders)
                    folders.append(path);
                else if (entry.isFolder || summary.files >= mostFiles)
                    summary.isFilesCut = true;
                else if (!done.contains(QFileInfo(path).canonicalFilePath()))
                    searchFile(path);
            }
        }
    }

    QString folderOf(const QString &path) const
    {
        if (path.isEmpty())
            return {};
        const QString folder = QFileInfo(path).absolutePath();
        const QString relative = root.isEmpty() ? folder : QDir(root).relativeFilePath(folder);
        return relative == "."_L1 ? QString() : QDir::toNativeSeparators(relative.startsWith(".."_L1) ? folder : relative);
    }

    void searchFile(const QString &path)
    {
        FoundFile file{path, QFileInfo(path).fileName(), folderOf(path), 0, {}, {}};
        core::JsonLimits limits;
        limits.bytes = mostBytes;
        const scenario::ReadResult read = scenario::readScenarioFile(path, limits);
        if (read.scenario)
            return searchIn(*read.scenario, file);
        const core::Diagnostic problem = read.diagnostics.value(0);
        file.fault =
            problem.line > 0 ? tr("Line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(problem.message) : problem.message;
        report(file);
    }

    void report(const FoundFile &file) { tell(file, summary); }

    void searchIn(const scenario::Scenario &document, FoundFile &file)
    {
        const scenario::SearchResult result = search.search(document, catalogue, mostHits - summary.hits, stop);
        ++summary.files;
        summary.hits += static_cast<int>(result.hits.size());
        summary.isCut = result.isCut;
        if (result.hits.isEmpty())
            return;
        for (const SearchHit &hit : result.hits)
            file.hits.append(named(hit, document));
        report(file);
    }

    FoundText named(const SearchHit &hit, const scenario::Scenario &document) const
    {
        FoundText found{hit, {}, {}};
        switch (hit.place) {
        case SearchPlace::Document:
            found.object = tr("Scenario");
            return found;
        case SearchPlace::Variable:
            found.object = tr("Variables");
            return found;
        case SearchPlace::Note:
            found.object = tr("Notes");
            return found;
        case SearchPlace::Name:
            found.property = tr("Name");
            break;
        case SearchPlace::Component:
            found.property = tr("Component");
            break;
        case SearchPlace::Property:
            found.property = hit.property;
            break;
        }
        const core::Json none;
        const core::Json &object = hit.object ? document.object(document.indexOf(*hit.object)) : none;
        const catalogue::ComponentType *const type = catalogue.find(object[scenario::code::type].toInt().value_or(-1));
        found.object = object[scenario::code::name].toString();
        if (found.object.isEmpty())
            found.object = type ? catalogue::translated(type->title) : tr("A component");
        if (const catalogue::Property *const property = type ? type->property(hit.property) : nullptr)
            found.property = catalogue::translated(property->title);
        return found;
    }
};

FolderSearch::FolderSearch(const catalogue::Catalogue &catalogue, QObject *parent) : QObject(parent), m_catalogue(catalogue)
{
    m_threads.setMaxThreadCount(1);
}

FolderSearch::~FolderSearch()
{
    m_stop.request_stop();
    m_threads.clear();
    m_threads.waitForDone();
}

void FolderSearch::start(const scenario::ScenarioSearch &search, const QString &folder, const QList<OpenScenario> &open)
{
    m_stop.request_stop();
    m_threads.clear();
    m_stop = {};
    m_isRunning = true;
    m_summary = {};
    const quint64 generation = ++m_generation;
    const auto hear = [this, generation](std::function<void()> task) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, task = std::move(task)] {
                if (generation == m_generation && m_isRunning)
                    task();
            },
            Qt::QueuedConnection);
    };
    // Files that are found faster than they are shown wait for one call: a thousand hits are not a thousand turns of the event loop.
    const auto basket = std::make_shared<Basket>();
    const auto empty = [this, basket] {
        QList<FoundFile> files;
        {
            const std::scoped_lock lock(basket->mutex);
            files = std::exchange(basket->files, {});
            m_summary = basket->summary;
        }
        if (!files.isEmpty())
            Q_EMIT found(files);
    };
    const auto put = [hear, basket, empty](const FoundFile &file, const SearchSummary &summary) {
        const std::scoped_lock lock(basket->mutex);
        basket->files.append(file);
        basket->summary = summary;
        if (basket->files.size() == 1)
            hear(empty);
    };
    Walk walk{m_catalogue, search, folder, open, m_stop.get_token(), put};
    m_threads.start([this, hear, walk = std::move(walk)]() mutable {
        walk.run();
        hear([this, summary = walk.summary] {
            m_isRunning = false;
            Q_EMIT finished(summary);
        });
    });
}

void FolderSearch::stop()
{
    if (!m_isRunning)
        return;
    m_stop.request_stop();
    ++m_generation;
    m_isRunning = false;
    m_summary.isCancelled = true;
    Q_EMIT finished(m_summary);
}

} // namespace signalbox::designer
