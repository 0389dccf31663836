// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario file that is open: its session, its problems, where it lies, and what happened to the file outside. Never loses content: what
// could not be read is not opened, and a file that changed outside is not overwritten unasked. The disk is met off the interface thread.
#pragma once

#include "core/diagnostic.h"
#include "designer/cluster/clusterchoice.h"
#include "designer/files/documentfile.h"
#include "designer/files/documentreader.h"
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
    /// Of what was read. title: of one that has no file.
    static Opened of(const Workbench &workbench, const ReadDocument &read, const QString &title = {});
    /// Reads on this thread: for what is small.
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

    using Done = std::function<void(const core::Result<void> &result)>;
    /// Writes what is there now, in the order of the calls. done: called later, if the document still is; what was edited meanwhile is not
    /// saved then. Errors: changed_outside (unless overwrite), unwritable, disk_full.
    void save(bool overwrite, Done done);
    void saveAs(const QString &path, Done done);
    bool isSaving() const { return m_file.isWriting(); } ///< not clean so long
    /// Once nothing is being saved.
    void whenSaved(std::function<void()> task) { m_file.whenWritten(std::move(task)); }
    /// Takes the file's content as an undoable step, later. Errors: as reading it.
    void reload(Done done);
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
    ScenarioDocument(const Workbench &workbench, const ReadDocument &read, QString title);
    void setUp(scenario::Scenario scenario);
    void readFolder();
    void write(const QString &path, bool isCompared, Done done);
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
    DocumentFile m_file;
    quint64 m_saves = 0;   ///< tells the last one
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
