// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/scenariodocument.h"

#include "cluster/scriptentity.h"
#include "core/filestore.h"
#include "runner/scenariokeeping.h"
#include "scenario/componentcodes.h"
#include "scenario/scenarioreader.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::designer {

namespace {

constexpr qint64 startType = 101;
constexpr QPoint startPlace(24, 24); // the platform's units

scenario::Scenario emptyScenario()
{
    return {Json::object({{u"objects"_s, Json::array()}, {u"variables"_s, Json::array()}}), scenario::Form::ScriptData};
}

QByteArray hashOf(QByteArrayView content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

} // namespace

ScenarioDocument::ScenarioDocument(const Workbench &workbench, QObject *parent) : ScenarioDocument(workbench, emptyScenario(), {}, {})
{
    setParent(parent);
    m_session->addObject(startType, startPlace);
    m_session->undoStack().clear(); // it comes with the document
    m_session->undoStack().setClean();
    m_isNew = true;
}

ScenarioDocument::ScenarioDocument(const Workbench &workbench, scenario::Scenario scenario, QString path, QString title)
    : m_builtIn(workbench.capabilities),
      m_capabilities(m_builtIn), m_workbench{workbench.catalogue, workbench.dialect,   m_capabilities,
                                             workbench.clock,     workbench.scheduler, workbench.appearance},
      m_path(std::move(path)), m_title(std::move(title))
{
    readFolder();
    setUp(std::move(scenario));
    watch();
}

ScenarioDocument::~ScenarioDocument()
{
    m_session->undoStack().disconnect(this); // it is emptied, and that is no news
}

void ScenarioDocument::setUp(scenario::Scenario scenario)
{
    m_session = std::make_unique<editing::EditSession>(std::move(scenario), m_workbench.catalogue, m_workbench.dialect, nullptr,
                                                       &m_workbench.clock);
    m_problemModel = std::make_unique<editing::ProblemModel>(m_workbench.catalogue);
    m_checker = std::make_unique<editing::ProblemChecker>(*m_session, m_capabilities, m_workbench.scheduler);
    connect(m_checker.get(), &editing::ProblemChecker::checked, this, [this](const core::Diagnostics &problems) {
        m_problems = m_folderProblems + problems;
        m_problemModel->setProblems(m_session->scenario(), m_problems);
        Q_EMIT problemsChanged();
    });
    connect(&m_session->undoStack(), &QUndoStack::cleanChanged, this, &ScenarioDocument::cleanChanged);
    connect(&m_session->undoStack(), &QUndoStack::indexChanged, this, &ScenarioDocument::stepsChanged);
    connect(m_session.get(), &editing::EditSession::changed, this, [this] {
        if (std::exchange(m_isOnCluster, false))
            Q_EMIT cleanChanged();
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ScenarioDocument::onFileChanged);
}

void ScenarioDocument::readFolder()
{
    m_capabilities = m_builtIn;
    m_folderProblems = m_path.isEmpty() ? core::Diagnostics() : m_capabilities.addFolder(QFileInfo(m_path).absolutePath());
}

void ScenarioDocument::checkAgain()
{
    readFolder();
    m_checker->setCapabilities(m_capabilities);
}

ScenarioDocument::Opened ScenarioDocument::open(const Workbench &workbench, const QString &path)
{
    Opened opened;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    scenario::ReadResult read = scenario::readScenarioFile(absolute);
    opened.diagnostics = std::move(read.diagnostics);
    if (!read.scenario)
        return opened;
    opened.document.reset(new ScenarioDocument(workbench, *std::move(read.scenario), absolute, {}));
    if (const auto content = core::readFile(absolute, core::JsonLimits().bytes))
        opened.document->m_onDisk = hashOf(*content);
    return opened;
}

ScenarioDocument::Opened ScenarioDocument::fromText(const Workbench &workbench, QByteArrayView text, const QString &title)
{
    Opened opened;
    scenario::ReadResult read = scenario::readScenario(text);
    opened.diagnostics = std::move(read.diagnostics);
    if (read.scenario)
        opened.document.reset(new ScenarioDocument(workbench, *std::move(read.scenario), {}, title));
    return opened;
}

QString ScenarioDocument::title() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    return m_title.isEmpty() ? tr("New scenario") : m_title;
}

bool ScenarioDocument::isClean() const
{
    return !m_isUnsaved && m_session->undoStack().isClean();
}

bool ScenarioDocument::isReadOnly() const
{
    const QFileInfo file(m_path);
    return !m_path.isEmpty() && file.exists() && !file.isWritable();
}

bool ScenarioDocument::isEmpty() const
{
    return m_isNew && m_path.isEmpty() && isClean() && m_session->undoStack().count() == 0;
}

void ScenarioDocument::setOrigin(ClusterOrigin origin)
{
    origin.base = runner::storedMembers(m_session->scenario().root());
    m_origin = std::move(origin);
    m_isOnCluster = true;
    Q_EMIT titleChanged();
}

void ScenarioDocument::takeKept(ClusterOrigin origin, const scenario::Scenario &saved, const Json &stored)
{
    const bool isSame = m_session->scenario().root() == saved.root();
    {
        const editing::EditSession::Gesture gesture(*m_session, tr("Save to cluster"));
        const scenario::Scenario &mine = m_session->scenario();
        const Json root = runner::withStored(mine, origin.code, stored);
        if (mine.form() == scenario::Form::ScriptData)
            m_session->setExtension(runner::storedKey(), root[scenario::code::extension][runner::storedKey()]);
        for (const QString &key : {u"id"_s, u"code"_s, u"lwt"_s, u"ext"_s}) {
            if (root.contains(key) && root[key] != m_session->scenario().root()[key])
                m_session->setEntity(key, root[key]);
        }
    }
    origin.base = runner::storedMembers(stored);
    m_title = origin.code;
    m_origin = std::move(origin);
    m_isOnCluster = isSame;
    if (isSame && m_path.isEmpty()) {
        m_isUnsaved = false;
        m_session->undoStack().setClean();
    }
    Q_EMIT titleChanged();
    Q_EMIT cleanChanged();
}

core::Result<void> ScenarioDocument::write(const QString &path)
{
    const QByteArray text = m_session->scenario().toText();
    if (const QStringList watched = m_watcher.files(); !watched.isEmpty())
        m_watcher.removePaths(watched); // our own writing is no news
    const auto written = core::writeFile(path, text);
    if (written) {
        m_onDisk = hashOf(text);
        m_isTold = false;
        const bool wasUnsaved = std::exchange(m_isUnsaved, false);
        m_session->undoStack().setClean();
        if (wasUnsaved)
            Q_EMIT cleanChanged();
    }
    watch();
    return written;
}

core::Result<void> ScenarioDocument::save(bool overwrite)
{
    if (!overwrite && !m_onDisk.isEmpty()) {
        const auto content = core::readFile(m_path, core::JsonLimits().bytes);
        if (content && hashOf(*content) != m_onDisk)
            return core::fail(u"changed_outside"_s, tr("“%1” has been changed by another program since it was opened.").arg(title()));
    }
    return write(m_path);
}

core::Result<void> ScenarioDocument::saveAs(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (auto written = write(absolute); !written)
        return written;
    m_path = absolute;
    watch();
    checkAgain(); // other descriptions may lie there
    Q_EMIT titleChanged();
    return {};
}

core::Result<void> ScenarioDocument::reload()
{
    const auto content = core::readFile(m_path, core::JsonLimits().bytes);
    if (!content)
        return tl::unexpected(content.error());
    const scenario::ReadResult read = scenario::readScenario(*content);
    if (!read.scenario) {
        const QString why = read.diagnostics.isEmpty() ? QString() : read.diagnostics.first().message;
        return core::fail(u"not_a_scenario"_s, tr("“%1” is no scenario any more: %2").arg(title(), why));
    }
    m_session->replaceAll(*read.scenario, tr("Take the file's content"));
    m_onDisk = hashOf(*content);
    m_isTold = false;
    m_session->undoStack().setClean();
    return {};
}

void ScenarioDocument::watch()
{
    if (!m_path.isEmpty() && QFileInfo::exists(m_path) && !m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path);
}

void ScenarioDocument::onFileChanged()
{
    watch(); // another file may stand in its place now
    const auto content = core::readFile(m_path, core::JsonLimits().bytes);
    if (!content || m_isTold || hashOf(*content) == m_onDisk)
        return; // a file that is gone is written again by saving
    m_isTold = true;
    Q_EMIT changedOutside();
}

} // namespace signalbox::designer
