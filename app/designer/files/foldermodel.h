// SPDX-License-Identifier: GPL-3.0-or-later
// A folder's scenario files as a tree that is read as it is opened, off the interface thread, and follows the disk. It opens nothing.
#pragma once

#include "core/scheduler.h"
#include "designer/files/folderreader.h"

#include <QAbstractItemModel>
#include <QFileSystemWatcher>
#include <QSet>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace signalbox::designer {

class FolderModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { PathRole = Qt::UserRole, KindRole };
    enum class Kind : quint8 { Folder, File, Note };

    static constexpr qsizetype mostNodes = 20'000;
    static constexpr qsizetype mostWatched = 256; ///< folders; others are read anew when they are opened again
    static constexpr int deepest = 20;            ///< folders inside of each other

    explicit FolderModel(core::Scheduler &scheduler, QObject *parent = nullptr);
    ~FolderModel() override;

    /// Empty for none.
    void setFolder(const QString &path);
    const QString &folder() const { return m_folder; }
    /// Why the folder itself cannot be read; empty when it can.
    const QString &fault() const;
    bool isReading() const { return m_reading > 0; }
    /// Reads every folder below as well, within the limits: a filter looks everywhere.
    void readAll();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void readingChanged();

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node) const;
    Node *find(const QString &path) const;
    void read(Node &node);
    void take(Node &node, const FolderListing &listing);
    void remove(Node &node, const FolderListing &listing);
    void insert(Node &node, int row, qsizetype count, const std::function<std::unique_ptr<Node>(qsizetype)> &make);
    void renumber(Node &node);
    void refreshSoon(const QString &path);

    core::Scheduler &m_scheduler;
    core::Deadline m_pause;
    QThreadPool m_threads;
    QFileSystemWatcher m_watcher;
    QSet<QString> m_changed; // folders, to be read anew
    QString m_folder;
    std::unique_ptr<Node> m_root;
    qsizetype m_nodes = 0;
    int m_reading = 0;
    quint64 m_generation = 0; // of the tree: what was read for another is no news
    bool m_isReadAll = false;
};

} // namespace signalbox::designer
