// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/scenariodocument.h"

#include "cluster/scriptentity.h"
#include "runner/scenariokeeping.h"
#include "scenario/componentcodes.h"
#include "scenario/scenarioreader.h"

#include <QFileInfo>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::designer {

namespace {

constexpr qint64 startType = 101;
constexpr QPoint startPlace(24, 24); // the platform's units

ReadDocument emptyDocument(const Workbench &workbench)
{
    const scenario::Scenario empty(Json::object({{u"objects"_s, Json::array()}, {u"variables"_s, Json::array()}}),
                                   scenario::Form::ScriptData);
    return {{}, {empty, {}}, {}, workbench.capabilities, {}};
}

} // namespace

ScenarioDocument::ScenarioDocument(const Workbench &workbench, QObject *parent) : ScenarioDocument(workbench, emptyDocument(workbench), {})
{
    setParent(parent);
    m_session->addObject(startType, startPlace);
    m_session->undoStack().clear(); // it comes with the document
    m_session->undoStack().setClean();
    m_isNew = true;
}

ScenarioDocument::ScenarioDocument(const Workbench &workbench, const ReadDocument &read, QString title)
    : m_builtIn(workbench.capabilities), m_capabilities(read.capabilities),
      m_folderProblems(read.capabilityDiagnostics), m_workbench{workbench.catalogue, workbench.dialect,   m_capabilities,
                                                                workbench.clock,     workbench.scheduler, workbench.appearance},
      m_path(read.path), m_title(std::move(title)), m_file(read.hash)
{
    setUp(*read.read.scenario);
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
        m_problems = m_folderProblems.isEmpty() ? problems : m_folderProblems + problems; // many are shared, not copied
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

ScenarioDocument::Opened ScenarioDocument::of(const Workbench &workbench, const ReadDocument &read, const QString &title)
{
    Opened opened;
    opened.diagnostics = read.read.diagnostics;
    if (read.read.scenario)
        opened.document.reset(new ScenarioDocument(workbench, read, title));
    return opened;
}

ScenarioDocument::Opened ScenarioDocument::open(const Workbench &workbench, const QString &path)
{
    return of(workbench, readDocument(path, workbench.capabilities));
}

ScenarioDocument::Opened ScenarioDocument::fromText(const Workbench &workbench, QByteArrayView text, const QString &title)
{
    return of(workbench, readDocumentText(text, workbench.capabilities), title);
}

QString ScenarioDocument::title() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    return m_title.isEmpty() ? tr("New scenario") : m_title;
}

bool ScenarioDocument::isClean() const
{
    return !m_isUnsaved && !isSaving() && m_session->undoStack().isClean();
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
        const editing::EditSession::Gesture gesture(*m_session, [] { return tr("Save to cluster"); });
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

void ScenarioDocument::write(const QString &path, bool isCompared, Done done)
{
    if (const QStringList watched = m_watcher.files(); !watched.isEmpty())
        m_watcher.removePaths(watched); // our own writing is no news
    m_file.write(m_session->scenario(), path, isCompared, [this, round = ++m_saves, done = std::move(done)](const auto &written) {
        if (written) {
            m_isTold = false;
            m_isUnsaved = false;
        } else if (round == m_saves) {
            m_session->undoStack().resetClean(); // none of its states is the file's for certain
        }
        watch();
        Q_EMIT cleanChanged();
        done(written);
    });
    m_session->undoStack().setClean(); // this very state is what will be in the file; it counts once it is there
}

void ScenarioDocument::save(bool overwrite, Done done)
{
    write(m_path, !overwrite, [this, done = std::move(done)](const core::Result<void> &written) {
        if (!written && written.error().code == "changed_outside"_L1)
            done(core::fail(written.error().code, tr("“%1” has been changed by another program since it was opened.").arg(title())));
        else
            done(written);
    });
}

void ScenarioDocument::saveAs(const QString &path, Done done)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    write(absolute, false, [this, absolute, done = std::move(done)](const core::Result<void> &written) {
        if (written) {
            m_path = absolute;
            watch();
            checkAgain(); // other descriptions may lie there
            Q_EMIT titleChanged();
        }
        done(written);
    });
}

void ScenarioDocument::reload(Done done)
{
    m_file.read(m_path, [this, done = std::move(done)](const core::Result<scenario::Scenario> &content) {
        if (!content) {
            const core::Error &error = content.error();
            const bool isOther = error.code == "not_a_scenario"_L1;
            return done(
                core::fail(error.code, isOther ? tr("“%1” is no scenario any more: %2").arg(title(), error.message) : error.message));
        }
        m_session->replaceAll(*content, [] { return tr("Take the file's content"); });
        m_isTold = false;
        if (!isSaving()) // else the file is about to hold what was here before
            m_session->undoStack().setClean();
        done({});
    });
}

void ScenarioDocument::watch()
{
    if (!m_path.isEmpty() && QFileInfo::exists(m_path) && !m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path);
}

void ScenarioDocument::onFileChanged()
{
    watch(); // another file may stand in its place now
    m_file.look(m_path, [this](bool isOther) {
        if (isOther && !std::exchange(m_isTold, true)) // a file that is gone is written again by saving
            Q_EMIT changedOutside();
    });
}

} // namespace signalbox::designer
