// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario file that is open: its session, its problems, where it lies, and what happened to the file outside. Never loses content: what
// could not be read is not opened, and a file that changed outside is not overwritten unasked.
#pragma once

#include "core/diagnostic.h"
#include "designer/cluster/clusterchoice.h"
#include "designer/shell/workbench.h"
#include "editing/editsession.h"
#include "editing/problemchecker.h"
#include "editing/problemmodel.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>

namespace signalbox::designer {

class ScenarioDocument final : public QObject
{
    Q_OBJECT

public:
    /// A new one: a start, not saved yet.
    explicit ScenarioDocument(const Workbench &workbench, QObject *parent = nullptr);

    struct Opened {
        std::unique_ptr<ScenarioDocument> document; ///< nothing when the file is no scenario
        core::Diagnostics diagnostics;              ///< what reading found
    };
    static Opened open(const Workbench &workbench, const QString &path);
    /// Content that belongs to no file: an example, what a crash left. It is saved under a new name.
    static Opened fromText(const Workbench &workbench, QByteArrayView text, const QString &title);
    /// From now on it counts as edited until it is saved: nothing but this program has its content.
    void setUnsaved() { m_isUnsaved = true; }
    bool isUnsaved() const { return m_isUnsaved; }
    ~ScenarioDocument() override;

    /// As the program's, with the capability descriptions that lie beside the file.
    const Workbench &workbench() const { return m_workbench; }
    editing::EditSession &session() { return *m_session; }
    editing::ProblemModel &problemModel() { return *m_problemModel; }
    const core::Diagnostics &problems() const { return m_problems; }

    QString path() const { return m_path; } ///< empty: not saved yet
    QString title() const;                  ///< the file's name, or what stands for it
    bool isClean() const;
    bool isReadOnly() const; ///< the file cannot be written
    bool isEmpty() const;    ///< new, and nothing was done to it

    /// Which stored scenario of a cluster it is, where it came from one or was saved to one since it was opened.
    const std::optional<ClusterOrigin> &origin() const { return m_origin; }
    /// It has just been read from there.
    void setOrigin(ClusterOrigin origin);
    /// It was saved there with this content: it takes over what the cluster says of it, as a step that can be undone; what it knows of its
    /// origin stays. One that has no file is clean then.
    void takeKept(ClusterOrigin origin, const scenario::Scenario &saved, const core::Json &stored);
    bool isOnCluster() const { return m_isOnCluster; } ///< as it is now

    /// Error: changed_outside (unless overwrite), unwritable, disk_full.
    core::Result<void> save(bool overwrite = false);
    core::Result<void> saveAs(const QString &path);
    /// Takes the file's content as an undoable step. Error: as reading it.
    core::Result<void> reload();
    /// Problems are found anew: in another language, say.
    void checkAgain();

Q_SIGNALS:
    void titleChanged();
    void cleanChanged();
    void problemsChanged();
    void stepsChanged(); ///< there is other to undo or redo
    /// The file is other than what was read or written last, and so is its content.
    void changedOutside();

private:
    ScenarioDocument(const Workbench &workbench, scenario::Scenario scenario, QString path, QString title);
    void setUp(scenario::Scenario scenario);
    void readFolder();
    core::Result<void> write(const QString &path);
    void watch();
    void onFileChanged();

    const capability::Capabilities &m_builtIn;
    capability::Capabilities m_capabilities; // with those of the folder
    core::Diagnostics m_folderProblems;      // of descriptions that cannot be read
    Workbench m_workbench;
    QString m_path;
    QString m_title;
    std::optional<ClusterOrigin> m_origin;
    bool m_isOnCluster = false;
    QByteArray m_onDisk;   ///< what the file holds as far as we know, hashed
    bool m_isTold = false; // of a change outside
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<editing::ProblemChecker> m_checker;
    std::unique_ptr<editing::ProblemModel> m_problemModel;
    core::Diagnostics m_problems;
    QFileSystemWatcher m_watcher;
    bool m_isNew = false;
    bool m_isUnsaved = false;
};

} // namespace signalbox::designer
