// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/jsontree.h"

#include "designer/sheet/fields/iconbutton.h"
#include "designer/sheet/fields/linkbutton.h"
#include "designer/sheet/json/jsontreedelegate.h"
#include "designer/sheet/json/jsontreemodel.h"
#include "designer/sheet/sheetcontext.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace signalbox::designer {

using core::Json;
using drawing::Role;
using namespace Qt::StringLiterals;

namespace {

constexpr int leastRows = 3;
constexpr int mostRows = 14;
constexpr qsizetype mostOpened = 300; // rows that are opened unasked

} // namespace

JsonTree::JsonTree(SheetContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(new JsonTreeModel(this)), m_view(new QTreeView(this)),
      m_delegate(new JsonTreeDelegate(context, this)), m_notice(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    column->addWidget(m_notice);
    auto *lines = new QVBoxLayout(m_notice);
    lines->setContentsMargins(8, 6, 8, 6);
    m_noticeText = new QLabel(m_notice);
    m_noticeText->setObjectName("json.tree.notice"_L1);
    m_noticeText->setTextFormat(Qt::PlainText);
    m_noticeText->setWordWrap(true);
    lines->addWidget(m_noticeText);
    m_toText = new LinkButton(tr("Show in the text"), context, m_notice);
    m_toText->setObjectName("json.tree.toText"_L1);
    lines->addWidget(m_toText);
    m_notice->hide();

    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setUniformRowHeights(true);
    m_view->setRootIsDecorated(true);
    m_view->setIndentation(14);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::AnyKeyPressed);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setTabKeyNavigation(false);
    m_view->setContextMenuPolicy(Qt::NoContextMenu); // the row's menu holds this one's
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(JsonTreeModel::Name, QHeaderView::Interactive);
    m_view->header()->setSectionResizeMode(JsonTreeModel::Value, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(JsonTreeModel::Type, QHeaderView::Fixed);
    m_view->header()->resizeSection(JsonTreeModel::Name, 122);
    m_view->header()->resizeSection(JsonTreeModel::Type, 68);
    m_view->header()->setMinimumSectionSize(40);
    m_view->installEventFilter(this);

    const auto button = [&](SheetIcon icon, const QString &name, const QString &id) {
        auto *made = new IconButton(icon, name, 20, context, this);
        made->setObjectName("json.tree."_L1 + id);
        made->hide();
        return made;
    };
    m_add = button(SheetIcon::Add, tr("Add a member or element (Insert)"), u"add"_s);
    m_remove = button(SheetIcon::Remove, tr("Remove (Delete)"), u"remove"_s);
    m_up = button(SheetIcon::Up, tr("Move up (Alt+Up)"), u"up"_s);
    m_down = button(SheetIcon::Down, tr("Move down (Alt+Down)"), u"down"_s);
    connect(m_add, &QAbstractButton::clicked, this, &JsonTree::add);
    connect(m_remove, &QAbstractButton::clicked, this, &JsonTree::removeRow);
    connect(m_up, &QAbstractButton::clicked, this, [this] { moveRow(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { moveRow(1); });
    connect(m_toText, &QAbstractButton::clicked, this, [this] { Q_EMIT placeRequested(m_faultAt); });
    connect(m_model, &JsonTreeModel::refused, this, &JsonTree::refused);
    connect(m_model, &JsonTreeModel::edited, this, [this] {
        m_value = m_model->root();
        m_text = writeBody(m_value, m_text.contains(u'\n') || m_text.isEmpty());
        fitHeight();
        refresh();
        Q_EMIT edited(m_text);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &JsonTree::refresh);
    connect(m_view, &QTreeView::expanded, this, &JsonTree::fitHeight);
    connect(m_view, &QTreeView::collapsed, this, &JsonTree::fitHeight);
    connect(&context, &SheetContext::themeChanged, this, &JsonTree::restyle);
    connect(&context, &SheetContext::variablesChanged, this, [this] {
        if (m_isTemplate && isVisible())
            read();
    });
    restyle();
}

JsonTree::~JsonTree() = default;

void JsonTree::showText(const QString &text)
{
    if (m_text == text && !m_isFresh)
        return;
    m_text = text;
    read();
}

void JsonTree::setTemplate(bool isTemplate)
{
    m_delegate->setTemplate(isTemplate);
    if (m_isTemplate == isTemplate)
        return;
    m_isTemplate = isTemplate;
    if (!m_isFresh)
        read();
}

void JsonTree::read()
{
    m_model->setSlotOf(m_context.slotOf(m_isTemplate));
    const bool isLong = m_text.size() >= longBody;
    if (isLong) {
        m_noticeText->setText(tr("Reading…"));
        m_toText->hide();
        m_notice->setVisible(m_model->isEmpty());
        m_view->setVisible(!m_model->isEmpty());
        m_view->setEnabled(false); // what it shows is not the text any more
    }
    m_work.ask(
        BodyWork::Kind::Read, isLong,
        [text = m_text, known = m_model->slotOf()](const std::stop_token &stop) { return readBody(text, known, stop); },
        [this](const tl::expected<Json, BodyFault> &value) { take(value); });
}

void JsonTree::take(const tl::expected<Json, BodyFault> &value)
{
    m_view->setEnabled(true);
    if (!value)
        return showFault(value.error());
    const bool isEmpty = QStringView(m_text).trimmed().isEmpty();
    if (isEmpty || m_model->isEmpty() || m_value != *value) {
        keepOpen();
        m_value = *value;
        m_model->setRoot(isEmpty ? std::nullopt : std::optional(*value));
        openAgain();
    }
    m_isFresh = false;
    m_notice->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
    if (isEmpty) {
        m_noticeText->setText(tr("The body is empty. Add a member to begin an object."));
        m_toText->hide();
    }
    fitHeight();
    refresh();
}

void JsonTree::showFault(const BodyFault &fault)
{
    m_isFresh = false;
    m_faultAt = fault.offset;
    keepOpen();
    m_model->setRoot(std::nullopt);
    m_noticeText->setText(
        tr("This is not JSON, so there is no tree of it. Line %1, column %2: %3").arg(fault.line).arg(fault.column).arg(fault.message));
    m_toText->show();
    m_notice->show();
    m_view->hide();
    refresh();
}

void JsonTree::keepOpen()
{
    if (m_model->isEmpty())
        return;
    m_current = m_model->pointer(m_view->currentIndex());
    m_closed.clear();
    QList<QModelIndex> waiting{m_model->index(0, 0)};
    qsizetype looked = 0;
    while (!waiting.isEmpty() && looked++ < mostOpened) {
        const QModelIndex index = waiting.takeFirst();
        if (!m_view->isExpanded(index)) {
            if (m_model->rowCount(index) > 0)
                m_closed.append(m_model->pointer(index));
            continue;
        }
        for (int row = 0; row < m_model->rowCount(index); ++row)
            waiting.append(m_model->index(row, 0, index));
    }
}

void JsonTree::openAgain()
{
    if (m_model->isEmpty())
        return;
    const QModelIndex root = m_model->index(0, 0);
    if (rowsWithin(m_value, mostOpened) < mostOpened)
        m_view->expandAll();
    else
        m_view->expand(root);
    for (const QString &pointer : std::as_const(m_closed)) {
        if (const QModelIndex index = m_model->indexOf(pointer); index.isValid() && index != root)
            m_view->collapse(index);
    }
    const QModelIndex current = m_model->indexOf(m_current);
    m_view->setCurrentIndex(current.isValid() ? current : root);
}

QWidget *JsonTree::focusTarget() const
{
    return m_view->isHidden() ? m_toText->isHidden() ? static_cast<QWidget *>(m_add) : m_toText : m_view;
}

QList<QWidget *> JsonTree::buttons() const
{
    return {m_add, m_remove, m_up, m_down};
}

void JsonTree::refresh()
{
    const QModelIndex current = m_view->currentIndex();
    const bool isReadable = !m_view->isHidden() || m_toText->isHidden();
    m_add->setEnabled(isReadable && m_view->isEnabled());
    m_remove->setEnabled(m_model->canRemove(current));
    m_up->setEnabled(m_model->canMove(current, -1));
    m_down->setEnabled(m_model->canMove(current, 1));
}

void JsonTree::fitHeight()
{
    // Rows that are on show, up to as many as matter.
    int rows = 0;
    for (QModelIndex index = m_model->index(0, 0); index.isValid() && rows < mostRows; index = m_view->indexBelow(index))
        ++rows;
    const int header = m_view->header()->sizeHint().height();
    const int height = header + std::clamp(rows, leastRows, mostRows) * JsonTreeDelegate::rowHeight + 2;
    if (m_view->height() != height || m_view->minimumHeight() != height)
        m_view->setFixedHeight(height);
}

void JsonTree::restyle()
{
    const drawing::Theme &theme = m_context.theme();
    const QString paper = theme.color(Role::Control).name();
    m_view->setStyleSheet(u"QTreeView { background: %1; } QTreeView::item { min-height: 0; padding: 0 4px; }"
                          " QHeaderView, QHeaderView::section { background: %1; padding: 0 6px; min-height: 23px; }"_s.arg(paper));
    m_noticeText->setFont(theme.uiFont(theme.sizes().body - 1));
    m_noticeText->setProperty("muted", true);
}

// What a person does ------------------------------------------------------------------------------------------------------------

void JsonTree::add()
{
    if (!m_add->isEnabled())
        return;
    const bool wasEmpty = m_model->isEmpty();
    const QModelIndex at = m_view->currentIndex();
    const bool inside = at.isValid() && (m_view->isExpanded(at.siblingAtColumn(0)) || m_model->rowCount(at.siblingAtColumn(0)) == 0);
    if (wasEmpty) {
        m_notice->hide();
        m_view->show();
    }
    const QModelIndex added = m_model->add(at, inside);
    if (!added.isValid())
        return;
    m_view->expand(added.parent());
    m_view->setCurrentIndex(added);
    m_view->setFocus();
    if (!wasEmpty)
        edit(m_model->flags(added).testFlag(Qt::ItemIsEditable) ? JsonTreeModel::Name : JsonTreeModel::Value);
}

void JsonTree::removeRow()
{
    m_model->remove(m_view->currentIndex());
}

void JsonTree::moveRow(int by)
{
    const QModelIndex current = m_view->currentIndex();
    if (m_model->move(current, by))
        m_view->scrollTo(m_view->currentIndex());
}

void JsonTree::edit(int column)
{
    const QModelIndex index = m_view->currentIndex().siblingAtColumn(column);
    if (!index.isValid() || !m_model->flags(index).testFlag(Qt::ItemIsEditable))
        return;
    m_view->setCurrentIndex(index);
    m_view->edit(index);
}

void JsonTree::editName()
{
    edit(JsonTreeModel::Name);
}

void JsonTree::editValue()
{
    const QModelIndex current = m_view->currentIndex();
    if (m_model->rowCount(current.siblingAtColumn(0)) > 0)
        m_view->setExpanded(current.siblingAtColumn(0), !m_view->isExpanded(current.siblingAtColumn(0)));
    else
        edit(JsonTreeModel::Value);
}

void JsonTree::editType()
{
    edit(JsonTreeModel::Type);
}

void JsonTree::fillMenu(QMenu &menu)
{
    const QModelIndex current = m_view->currentIndex();
    const auto entry = [this, &menu](const QString &text, void (JsonTree::*task)(), bool isOn) {
        menu.addAction(text, this, task)->setEnabled(isOn);
    };
    entry(tr("Add a member or element"), &JsonTree::add, m_add->isEnabled());
    entry(tr("Remove"), &JsonTree::removeRow, m_model->canRemove(current));
    menu.addAction(tr("Move up"), this, [this] { moveRow(-1); })->setEnabled(m_model->canMove(current, -1));
    menu.addAction(tr("Move down"), this, [this] { moveRow(1); })->setEnabled(m_model->canMove(current, 1));
    const auto canEdit = [&](int column) {
        return m_model->flags(current.siblingAtColumn(column)).testFlag(Qt::ItemIsEditable);
    };
    menu.addSeparator();
    entry(tr("Change the name"), &JsonTree::editName, canEdit(JsonTreeModel::Name));
    entry(tr("Change the value"), &JsonTree::editValue, canEdit(JsonTreeModel::Value));
    entry(tr("Change the type"), &JsonTree::editType, canEdit(JsonTreeModel::Type));
}

bool JsonTree::handle(int key, Qt::KeyboardModifiers modifiers, bool onlyAsk)
{
    struct Key {
        int key;
        Qt::KeyboardModifiers modifiers;
        std::function<void(JsonTree &)> task;
    };
    const auto up = [](JsonTree &tree) {
        tree.moveRow(-1);
    };
    const auto down = [](JsonTree &tree) {
        tree.moveRow(1);
    };
    static const QList<Key> keys{{Qt::Key_Insert, Qt::NoModifier, &JsonTree::add},
                                 {Qt::Key_Delete, Qt::NoModifier, &JsonTree::removeRow},
                                 {Qt::Key_Return, Qt::NoModifier, &JsonTree::editValue},
                                 {Qt::Key_F2, Qt::NoModifier, &JsonTree::editName},
                                 {Qt::Key_Return, Qt::AltModifier, &JsonTree::editType},
                                 {Qt::Key_Up, Qt::AltModifier, up},
                                 {Qt::Key_Down, Qt::AltModifier, down}};
    const int pressed = key == Qt::Key_Enter ? Qt::Key_Return : key;
    const Qt::KeyboardModifiers held = modifiers & ~Qt::KeypadModifier;
    const auto found =
        std::find_if(keys.cbegin(), keys.cend(), [&](const Key &one) { return one.key == pressed && one.modifiers == held; });
    if (found == keys.cend())
        return false;
    if (!onlyAsk)
        found->task(*this);
    return true;
}

bool JsonTree::eventFilter(QObject *watched, QEvent *event)
{
    // Keys of the tree are the tree's, whatever the window uses them for; those of a cell that is being edited come by here, too.
    if (watched == m_view && m_view->hasFocus() && (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handle(key->key(), key->modifiers(), event->type() == QEvent::ShortcutOverride)) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace signalbox::designer
