// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/assignmentseditor.h"

#include "designer/sheet/editors/assignmententry.h"
#include "designer/sheet/fields/sheeticons.h"
#include "designer/sheet/sheetstyle.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

AssignmentsEditor::AssignmentsEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
    : PropertyEditor(property, context, parent), m_items(Json::array()), m_column(new QVBoxLayout(this)), m_hint(new QLabel(this)),
      m_add(new QPushButton(tr("Add assignment"), this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    m_hint->setProperty("faint", true);
    m_hint->setWordWrap(true);
    m_column->addWidget(m_hint);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setObjectName("property."_L1 + property.code + ".add"_L1);
    m_add->setProperty("quiet", true);
    m_add->setIcon(sheetIcon(SheetIcon::Add, context.theme()));
    connect(&context, &SheetContext::themeChanged, this, [this] { m_add->setIcon(sheetIcon(SheetIcon::Add, this->context().theme())); });
    connect(m_add, &QPushButton::clicked, this, &AssignmentsEditor::add);
}

void AssignmentsEditor::showRow(const editing::SheetRow &row)
{
    m_items = row.value.isArray() && !row.isDifferent ? row.value : Json::array();
    m_hint->setText(row.isDifferent ? tr("different values") : tr("No variable is set yet."));
    showItems();
}

QWidget *AssignmentsEditor::focusTarget()
{
    return m_entries.isEmpty() ? static_cast<QWidget *>(m_add) : m_entries.first()->focusTarget();
}

void AssignmentsEditor::showItems()
{
    const int count = static_cast<int>(m_items.size());
    while (m_entries.size() > count)
        retire(m_entries.takeLast());
    while (m_entries.size() < count)
        m_entries.append(makeEntry(static_cast<int>(m_entries.size())));
    for (int i = 0; i < count; ++i) {
        m_entries.at(i)->showItem(m_items.at(i));
        m_entries.at(i)->setEnds(i == 0, i == count - 1);
    }
    m_hint->setVisible(count == 0);
    judge();
}

AssignmentEntry *AssignmentsEditor::makeEntry(int number)
{
    auto *entry = new AssignmentEntry(property(), number, context(), this);
    m_column->insertWidget(m_column->count() - 1, entry);
    connect(entry, &AssignmentEntry::typed, this, [this, number](const Json &item) {
        replace(number, item);
        Q_EMIT typed(m_items);
    });
    connect(entry, &AssignmentEntry::chosen, this, [this, number](const Json &item) {
        replace(number, item);
        Q_EMIT chosen(m_items);
    });
    connect(entry, &AssignmentEntry::moved, this, [this, number](int by) { move(number, by); });
    connect(entry, &AssignmentEntry::removed, this, [this, number] { remove(number); });
    connect(entry, &AssignmentEntry::noticesChanged, this, &AssignmentsEditor::judge);
    entry->show();
    // Tab walks new entries where they stand: before the button that made them.
    QWidget *before = m_add->previousInFocusChain();
    for (QWidget *stop : entry->tabStops()) {
        if (stop == before)
            continue;
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
    QWidget::setTabOrder(before, m_add);
    return entry;
}

void AssignmentsEditor::replace(int number, const Json &item)
{
    m_items.replace(number, item);
}

void AssignmentsEditor::move(int number, int by)
{
    const int other = number + by;
    if (other < 0 || other >= m_items.size())
        return;
    const Json item = m_items.at(number);
    m_items.replace(number, m_items.at(other));
    m_items.replace(other, item);
    showItems();
    m_entries.at(other)->focusTarget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT chosen(m_items);
}

void AssignmentsEditor::remove(int number)
{
    m_items.removeAt(number);
    showItems();
    if (m_entries.isEmpty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_entries.at(std::min<qsizetype>(number, m_entries.size() - 1))->focusTarget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT chosen(m_items);
}

void AssignmentsEditor::add()
{
    m_items.append(AssignmentEntry::blank(context().dialect()));
    showItems();
    m_entries.last()->focusTarget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT chosen(m_items);
}

void AssignmentsEditor::judge()
{
    QList<Notice> found;
    for (const AssignmentEntry *entry : std::as_const(m_entries)) {
        for (const Notice &notice : entry->notices()) {
            const auto isSame = [&notice](const Notice &other) {
                return other.text == notice.text;
            };
            if (std::none_of(found.cbegin(), found.cend(), isSame))
                found.append(notice);
        }
    }
    setNotices(found);
}

} // namespace signalbox::designer
