// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/choiceeditor.h"

#include "catalogue/catalogue.h"
#include "designer/sheet/fields/choicebox.h"

#include <QHBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

ChoiceEditor::ChoiceEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
    : PropertyEditor(property, context, parent), m_box(new ChoiceBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    describe(m_box, property);
    for (const catalogue::Option &option : property.options) {
        m_box->addItem(catalogue::translated(option.title), option.id);
        if (!option.help.isEmpty())
            m_box->setItemData(m_box->count() - 1, catalogue::translated(option.help), Qt::ToolTipRole);
    }
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        const QVariant id = m_box->itemData(index);
        if (!id.isValid())
            return;
        const bool isNew = !m_isSet || m_shown != id.toLongLong();
        if (isNew)
            Q_EMIT chosen(core::Json(id.toLongLong()));
    });
}

void ChoiceEditor::showRow(const editing::SheetRow &row)
{
    m_isSet = row.isSet && !row.isDifferent;
    const std::optional<qint64> own = (row.value.isNull() ? property().defaultValue : row.value).toInt();
    m_shown = row.isDifferent ? std::nullopt : own;
    dropStranger();
    m_box->setMuted(!m_isSet);
    if (row.isDifferent) {
        m_box->setPlaceholderText(tr("different values"));
        m_box->setCurrentIndex(-1);
        return;
    }
    int index = own ? m_box->findData(*own) : -1;
    if (index < 0 && row.isSet) {
        // An option that the description does not know stays what it is until another is chosen.
        const QString text = own ? tr("%1 (unknown)").arg(*own) : QString::fromUtf8(row.value.toCompact());
        m_box->addItem(text);
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
    m_box->setToolTip(m_box->itemData(index, Qt::ToolTipRole).toString());
}

QWidget *ChoiceEditor::focusTarget()
{
    return m_box;
}

void ChoiceEditor::dropStranger()
{
    while (m_box->count() > property().options.size())
        m_box->removeItem(m_box->count() - 1);
}

} // namespace signalbox::designer
