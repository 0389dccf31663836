// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/historypanel.h"

#include "designer/panels/emptynote.h"

#include <QEvent>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

/// What was taken back is faint; the saved state is bold.
class StepDelegate final : public QStyledItemDelegate
{
public:
    StepDelegate(const Appearance &appearance, QObject *parent) : QStyledItemDelegate(parent), m_appearance(appearance) {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(HistoryModel::UndoneRole).toBool())
            option->palette.setColor(QPalette::Text, m_appearance.theme().color(drawing::Role::Faint));
        if (index.data(HistoryModel::SavedRole).toBool())
            option->font.setWeight(QFont::DemiBold);
    }

private:
    const Appearance &m_appearance;
};

} // namespace

HistoryPanel::HistoryPanel(const Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_list(new QListView(this)), m_nothing(new EmptyNote(m_list))
{
    m_list->setObjectName(u"history.list"_s);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new StepDelegate(workbench.appearance, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(u"history.nothing"_s);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    setFocusProxy(m_list);
    connect(m_list, &QListView::clicked, this, &HistoryPanel::go);
    connect(m_list, &QListView::activated, this, &HistoryPanel::go);
    connect(&workbench.appearance, &Appearance::changed, m_list, [this] { m_list->viewport()->update(); });
    retranslate();
}

HistoryPanel::~HistoryPanel() = default;

void HistoryPanel::show(editing::EditSession *session, std::function<bool()> isKept)
{
    if (m_stack)
        m_stack->disconnect(this);
    QUndoStack *const stack = session ? &session->undoStack() : nullptr;
    m_stack = stack;
    m_model.show(session, std::move(isKept));
    if (stack) {
        connect(stack, &QUndoStack::indexChanged, this, &HistoryPanel::refresh);
        connect(stack, &QUndoStack::cleanChanged, this, &HistoryPanel::refresh);
        connect(stack, &QObject::destroyed, this, [this] { show(nullptr); });
    }
    showState();
}

void HistoryPanel::refresh()
{
    m_model.refresh();
    showState();
}

void HistoryPanel::showState()
{
    const bool isEmpty = !m_stack || m_stack->count() == 0;
    if (!m_stack)
        m_nothing->setText(tr("No scenario is open."), tr("The steps that you do are listed here."));
    else
        m_nothing->setText(tr("Nothing was changed yet."), tr("Each step that you do is listed here; a click goes back to it."));
    m_nothing->setVisible(isEmpty);
    m_list->setRowHidden(0, isEmpty);
    const QModelIndex current = isEmpty ? QModelIndex() : m_model.index(m_model.currentRow());
    m_list->setCurrentIndex(current);
    if (current.isValid())
        m_list->scrollTo(current);
}

void HistoryPanel::go(const QModelIndex &index)
{
    if (m_stack && index.isValid())
        m_stack->setIndex(index.row());
}

void HistoryPanel::retranslate()
{
    m_list->setAccessibleName(tr("History"));
    m_model.refresh();
    showState();
}

void HistoryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
