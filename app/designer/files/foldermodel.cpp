// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/foldermodel.h"

#include <QDir>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::designer {

namespace {

constexpr auto settleTime = 200ms; // programs write files in several steps

} // namespace

struct FolderModel::Node {
    enum class State : quint8 { Unread, Reading, Read };

    Kind kind = Kind::Folder;
    QString name; ///< the text of a note
    QString path; ///< of a folder or file
    Node *parent = nullptr;
    int row = 0;
    int depth = 0;
    State state = State::Unread;
    bool isAgain = false; ///< it changed while it was being read
    QString fault;
    std::vector<std::unique_ptr<Node>> children;

    bool isEntry(const FolderEntry &entry) const
    {
        return kind != Kind::Note && (kind == Kind::Folder) == entry.isFolder && name == entry.name;
    }
    qsizetype size() const
    {
        qsizetype nodes = 1;
        for (const std::unique_ptr<Node> &child : children)
            nodes += child->size();
        return nodes;
    }
};

FolderModel::FolderModel(core::Scheduler &scheduler, QObject *parent) : QAbstractItemModel(parent), m_scheduler(scheduler)
{
    m_threads.setMaxThreadCount(1); // a disk gains nothing from more
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderModel::refreshSoon);
}

FolderModel::~FolderModel()
{
    m_threads.clear();
    m_threads.waitForDone();
}

void FolderModel::setFolder(const QString &path)
{
    beginResetModel();
    m_threads.clear(); // what has not begun
    ++m_generation;
    m_folder = path;
    m_reading = 0;
    m_isReadAll = false;
    m_changed.clear();
    m_pause.cancel();
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_root = path.isEmpty() ? nullptr : std::make_unique<Node>();
    m_nodes = 0;
    if (m_root)
        m_root->path = path;
    endResetModel();
    if (m_root)
        read(*m_root);
    else
        Q_EMIT readingChanged();
}

const QString &FolderModel::fault() const
{
    static const QString none;
    return m_root ? m_root->fault : none;
}

void FolderModel::readAll()
{
    m_isReadAll = true;
    std::vector<Node *> open;
    if (m_root)
        open.push_back(m_root.get());
    while (!open.empty()) {
        Node *const node = open.back();
        open.pop_back();
        if (node->kind == Kind::Folder && node->state == Node::State::Unread && node->depth < deepest && m_nodes < mostNodes)
            read(*node);
        for (const std::unique_ptr<Node> &child : node->children)
            open.push_back(child.get());
    }
}

void FolderModel::read(Node &node)
{
    if (node.state == Node::State::Reading) {
        node.isAgain = true;
        return;
    }
    node.state = Node::State::Reading;
    ++m_reading;
    if (m_watcher.directories().size() < mostWatched)
        m_watcher.addPath(node.path); // before reading it: nothing is missed in between
    m_threads.start([this, path = node.path, generation = m_generation] {
        const FolderListing listing = readFolder(path);
        QMetaObject::invokeMethod(
            this,
            [this, path, generation, listing] {
                if (generation != m_generation)
                    return;
                --m_reading;
                if (Node *const found = find(path))
                    take(*found, listing);
                Q_EMIT readingChanged();
            },
            Qt::QueuedConnection);
    });
    Q_EMIT readingChanged();
}

void FolderModel::take(Node &node, const FolderListing &listing)
{
    node.state = Node::State::Read;
    node.fault = listing.fault;
    remove(node, listing);
    const auto entryAt = [&](qsizetype i) {
        auto made = std::make_unique<Node>();
        made->kind = listing.entries[i].isFolder ? Kind::Folder : Kind::File;
        made->name = listing.entries[i].name;
        made->path = QDir(node.path).filePath(made->name);
        return made;
    };
    bool isCut = listing.isCut;
    qsizetype at = 0;
    while (at < listing.entries.size()) {
        const auto child = static_cast<size_t>(at);
        if (child < node.children.size() && node.children[child]->isEntry(listing.entries[at])) {
            ++at;
            continue;
        }
        // New ones up to the next that is there already.
        qsizetype end = at + 1;
        while (end < listing.entries.size() && (child >= node.children.size() || !node.children[child]->isEntry(listing.entries[end])))
            ++end;
        const qsizetype count = std::min(end - at, std::max<qsizetype>(mostNodes - m_nodes, 0));
        if (count > 0)
            insert(node, static_cast<int>(at), count, [&](qsizetype i) { return entryAt(at + i); });
        if (count < end - at) {
            isCut = true;
            break;
        }
        at = end;
    }
    const QString note = !listing.fault.isEmpty() ? listing.fault
                         : isCut                  ? tr("There is more; open this folder itself to see it.")
                                                  : QString();
    // Why the folder itself cannot be read stands in the panel's middle.
    if (!note.isEmpty() && (&node != m_root.get() || listing.fault.isEmpty())) {
        insert(node, static_cast<int>(node.children.size()), 1, [&](qsizetype) {
            auto made = std::make_unique<Node>();
            made->kind = Kind::Note;
            made->name = note;
            return made;
        });
    }
    if (std::exchange(node.isAgain, false))
        return read(node);
    if (m_isReadAll)
        readAll();
}

void FolderModel::remove(Node &node, const FolderListing &listing)
{
    QSet<std::pair<bool, QString>> wanted;
    for (const FolderEntry &entry : listing.entries)
        wanted.insert({entry.isFolder, entry.name});
    for (int row = static_cast<int>(node.children.size()) - 1; row >= 0; --row) {
        const Node &child = *node.children[static_cast<size_t>(row)];
        if (child.kind != Kind::Note && wanted.contains({child.kind == Kind::Folder, child.name}))
            continue;
        beginRemoveRows(indexOf(node), row, row);
        m_nodes -= child.size();
        node.children.erase(node.children.begin() + row);
        renumber(node);
        endRemoveRows();
    }
}

void FolderModel::insert(Node &node, int row, qsizetype count, const std::function<std::unique_ptr<Node>(qsizetype)> &make)
{
    beginInsertRows(indexOf(node), row, row + static_cast<int>(count) - 1);
    std::vector<std::unique_ptr<Node>> made;
    for (qsizetype i = 0; i < count; ++i) {
        made.push_back(make(i));
        made.back()->parent = &node;
        made.back()->depth = node.depth + 1;
    }
    node.children.insert(node.children.begin() + row, std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
    m_nodes += count;
    renumber(node);
    endInsertRows();
}

void FolderModel::renumber(Node &node)
{
    for (size_t i = 0; i < node.children.size(); ++i)
        node.children[i]->row = static_cast<int>(i);
}

void FolderModel::refreshSoon(const QString &path)
{
    m_changed.insert(path);
    m_pause.arm(m_scheduler, settleTime, [this] {
        const QSet<QString> changed = std::exchange(m_changed, {});
        for (const QString &folder : changed) {
            if (Node *const node = find(folder))
                read(*node);
        }
    });
}

FolderModel::Node *FolderModel::find(const QString &path) const
{
    if (!m_root || path == m_root->path)
        return m_root.get();
    const QString below = m_root->path.endsWith(u'/') ? m_root->path : m_root->path + u'/';
    if (!path.startsWith(below))
        return nullptr;
    Node *node = m_root.get();
    const QStringList names = path.sliced(below.size()).split(u'/');
    for (const QString &name : names) {
        const auto found = std::find_if(node->children.begin(), node->children.end(), [&name](const std::unique_ptr<Node> &child) {
            return child->kind == Kind::Folder && child->name == name;
        });
        if (found == node->children.end())
            return nullptr;
        node = found->get();
    }
    return node;
}

FolderModel::Node *FolderModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex FolderModel::indexOf(const Node &node) const
{
    return node.parent ? createIndex(node.row, 0, const_cast<Node *>(&node)) : QModelIndex();
}

QModelIndex FolderModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex FolderModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(*nodeOf(index)->parent) : QModelIndex();
}

int FolderModel::rowCount(const QModelIndex &parent) const
{
    const Node *const node = nodeOf(parent);
    return node ? static_cast<int>(node->children.size()) : 0;
}

int FolderModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool FolderModel::hasChildren(const QModelIndex &parent) const
{
    const Node *const node = nodeOf(parent);
    return node && (!node->children.empty() || canFetchMore(parent));
}

bool FolderModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *const node = nodeOf(parent);
    return node && node->kind == Kind::Folder && node->state == Node::State::Unread && node->depth < deepest;
}

void FolderModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(*nodeOf(parent));
}

Qt::ItemFlags FolderModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    switch (nodeOf(index)->kind) {
    case Kind::Folder:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    case Kind::File:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    case Kind::Note:
        return Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    }
    return Qt::NoItemFlags;
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return node.name;
    case Qt::ToolTipRole:
        return node.kind == Kind::Note ? node.name : QDir::toNativeSeparators(node.path);
    case Qt::AccessibleTextRole:
        return node.kind == Kind::Folder ? tr("folder %1").arg(node.name) : node.name;
    case PathRole:
        return node.path;
    case KindRole:
        return static_cast<int>(node.kind);
    default:
        return {};
    }
}

} // namespace signalbox::designer
