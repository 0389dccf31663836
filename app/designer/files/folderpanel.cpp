// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/folderpanel.h"

#include "designer/files/fileicon.h"
#include "designer/panels/emptynote.h"
#include "designer/panels/filteredit.h"
#include "designer/panels/textfilter.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

FolderModel::Kind kindOf(const QModelIndex &index)
{
    return static_cast<FolderModel::Kind>(index.data(FolderModel::KindRole).toInt());
}

} // namespace

/// Those whose name holds all words of the filter, with the folders that they lie in; and the pictures before the names.
class FolderPanel::Proxy final : public QSortFilterProxyModel
{
public:
    Proxy(const Appearance &appearance, QObject *parent) : QSortFilterProxyModel(parent), m_appearance(appearance)
    {
        setRecursiveFilteringEnabled(true);
    }

    void setWords(const QString &words)
    {
        m_words = words;
        invalidateFilter();
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DecorationRole && kindOf(index) != FolderModel::Kind::Note)
            return fileIcon(kindOf(index) == FolderModel::Kind::Folder ? FileIcon::Folder : FileIcon::Scenario, m_appearance.theme());
        return QSortFilterProxyModel::data(index, role);
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        return m_words.isEmpty() || (kindOf(index) == FolderModel::Kind::File && containsWords(index.data().toString(), m_words));
    }

private:
    const Appearance &m_appearance;
    QString m_words;
};

FolderPanel::FolderPanel(const Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_model(workbench.scheduler), m_proxy(new Proxy(workbench.appearance, this)), m_name(new QLabel(this)),
      m_filter(new FilterEdit(this)), m_tree(new QTreeView(this)), m_nothing(new EmptyNote(m_tree))
{
    m_name->setObjectName(u"folder.name"_s);
    m_name->setProperty("title", true);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_filter->setObjectName(u"folder.filter"_s);
    m_tree->setObjectName(u"folder.tree"_s);
    m_nothing->setObjectName(u"folder.nothing"_s);
    m_proxy->setSourceModel(&m_model);
    m_tree->setModel(m_proxy);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QTreeView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false); // open() does that
    m_tree->setVerticalScrollMode(QTreeView::ScrollPerPixel);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setIndentation(16);

    auto *const head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(8);
    head->addWidget(m_name);
    head->addWidget(m_filter);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_filter);

    connect(m_filter, &QLineEdit::textChanged, this, &FolderPanel::filter);
    connect(m_filter, &FilterEdit::wentDown, this, [this] {
        m_tree->setFocus(Qt::OtherFocusReason);
        if (!m_tree->currentIndex().isValid())
            m_tree->setCurrentIndex(m_proxy->index(0, 0));
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        // The first file that fits.
        QModelIndex index = m_proxy->index(0, 0);
        while (index.isValid() && kindOf(index) != FolderModel::Kind::File)
            index = m_tree->indexBelow(index);
        open(index);
    });
    connect(m_tree, &QTreeView::activated, this, &FolderPanel::open);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &FolderPanel::openMenu);
    connect(m_nothing, &EmptyNote::actionClicked, this, &FolderPanel::folderWanted);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_proxy, signal, this, [this] {
            expandSoon();
            rowsChanged();
        });
    }
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &FolderPanel::rowsChanged);
    connect(&m_model, &FolderModel::readingChanged, this, &FolderPanel::rowsChanged);
    connect(&workbench.appearance, &Appearance::changed, m_tree, [this] { m_tree->viewport()->update(); });
    m_name->hide();
    m_filter->hide();
    retranslate();
}

FolderPanel::~FolderPanel() = default;

void FolderPanel::setFolder(const QString &path)
{
    m_filter->clear();
    m_model.setFolder(path);
    m_name->setText(QFileInfo(path).fileName().isEmpty() ? path : QFileInfo(path).fileName());
    m_name->setToolTip(QDir::toNativeSeparators(path));
    m_name->setVisible(!path.isEmpty());
    m_filter->setVisible(!path.isEmpty());
    rowsChanged();
}

void FolderPanel::focusFilter()
{
    if (m_filter->isHidden())
        return m_tree->setFocus(Qt::ShortcutFocusReason);
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void FolderPanel::filter(const QString &words)
{
    if (!words.isEmpty())
        m_model.readAll();
    m_proxy->setWords(words);
    expandSoon();
    rowsChanged();
}

void FolderPanel::expandSoon()
{
    // Once for all that is read in the meantime; a filter shows what fits wherever it lies.
    if (m_filter->text().isEmpty() || std::exchange(m_isExpanding, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isExpanding = false;
            if (!m_filter->text().isEmpty())
                m_tree->expandAll();
        },
        Qt::QueuedConnection);
}

void FolderPanel::rowsChanged()
{
    m_nothing->setAction({});
    if (m_model.folder().isEmpty()) {
        m_nothing->setText(tr("No folder is open."), tr("Its scenarios are listed here, and Ctrl+Shift+F searches all of them."));
        m_nothing->setAction(tr("Open folder…"));
    } else if (!m_model.fault().isEmpty()) {
        m_nothing->setText(tr("The folder cannot be read."), m_model.fault());
        m_nothing->setAction(tr("Open folder…"));
    } else if (m_model.isReading()) {
        m_nothing->setText(tr("Reading…"));
    } else if (!m_filter->text().isEmpty()) {
        m_nothing->setText(tr("Nothing fits “%1”.").arg(m_filter->text()), tr("Try a part of a file's name."));
    } else {
        m_nothing->setText(tr("No scenarios in this folder."), tr("Scenarios are *.scr files, and *.json files that hold one."));
        m_nothing->setAction(tr("Open folder…"));
    }
    m_nothing->setVisible(m_proxy->rowCount() == 0);
}

void FolderPanel::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    switch (kindOf(index)) {
    case FolderModel::Kind::Folder:
        return m_tree->setExpanded(index, !m_tree->isExpanded(index));
    case FolderModel::Kind::File:
        Q_EMIT fileWanted(index.data(FolderModel::PathRole).toString());
        return;
    case FolderModel::Kind::Note:
        return;
    }
}

void FolderPanel::openMenu(QPoint place)
{
    if (m_model.folder().isEmpty())
        return;
    const QModelIndex index = m_tree->indexAt(place);
    const bool isEntry = index.isValid() && kindOf(index) != FolderModel::Kind::Note;
    const QString path = isEntry ? index.data(FolderModel::PathRole).toString() : m_model.folder();
    const bool isFile = isEntry && kindOf(index) == FolderModel::Kind::File;
    const QString folder = isFile ? QFileInfo(path).absolutePath() : path;
    auto *const menu = new QMenu(m_tree);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"folder.menu"_s);
    if (isFile)
        menu->addAction(tr("Open"), this, [this, path] { Q_EMIT fileWanted(path); });
    menu->addAction(tr("New scenario here…"), this, [this, folder] { Q_EMIT newWanted(folder); })->setObjectName(u"folder.menu.new"_s);
    menu->addAction(tr("Search in all scenarios…"), this, [this] { Q_EMIT searchWanted(); });
    menu->addSeparator();
    menu->addAction(tr("Show in the file manager"), this, [this, folder] { Q_EMIT showWanted(folder); });
    menu->addAction(tr("Copy the path"), this, [path] { QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(path)); })
        ->setObjectName(u"folder.menu.copy"_s);
    menu->addSeparator();
    menu->addAction(tr("Open another folder…"), this, [this] { Q_EMIT folderWanted(); });
    menu->popup(m_tree->viewport()->mapToGlobal(place));
}

void FolderPanel::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setAccessibleName(tr("Filter the folder's files"));
    m_tree->setAccessibleName(tr("Scenarios of the folder"));
    rowsChanged();
}

void FolderPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
