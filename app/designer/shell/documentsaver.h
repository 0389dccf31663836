// SPDX-License-Identifier: GPL-3.0-or-later
// Saves documents: to their file, under another name, or to the cluster that they came from; asks where that would lose something or does
// not work. What the document writes and compares is ScenarioDocument's.
#pragma once

#include "designer/files/taskstrip.h"
#include "designer/shell/dialogs.h"
#include "designer/shell/documentpage.h"

namespace signalbox::designer {

class DocumentSaver final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it. parent: of its dialogs.
    DocumentSaver(Dialogs &dialogs, TaskStrip &tasks, QWidget &parent);

    using Saved = std::function<void()>; ///< not called where it was not saved
    /// To its file; one that has none but came from a cluster to that. While it is being saved: once that is done, as it is then.
    void save(DocumentPage *page, Saved saved = {});
    void saveAs(DocumentPage *page, Saved saved = {});
    /// Another program has changed the file: which content is to be kept?
    void askAboutOutside(DocumentPage *page);
    /// How a document is saved to a cluster; without it none is.
    using ClusterSaver = std::function<void(DocumentPage *page, Saved saved)>;
    void setClusterSaver(ClusterSaver saver) { m_clusterSaver = std::move(saver); }

Q_SIGNALS:
    void fileUsed(const QString &path);
    void notice(const QString &text);

private:
    /// path: where to; empty: its file.
    void write(DocumentPage *page, const QString &path, bool overwrite, const Saved &saved);
    void askAboutUnsaved(DocumentPage *page, const core::Error &why, const Saved &saved);

    Dialogs &m_dialogs;
    TaskStrip &m_tasks;
    QWidget &m_parent;
    ClusterSaver m_clusterSaver;
};

} // namespace signalbox::designer
