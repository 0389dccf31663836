// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/transitioneditor.h"

#include "catalogue/catalogue.h"
#include "designer/sheet/fields/choicebox.h"
#include "designer/sheet/fields/iconbutton.h"
#include "designer/sheet/fields/targetdelegate.h"

#include <QHBoxLayout>

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

TransitionEditor::TransitionEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
    : PropertyEditor(property, context, parent), m_box(new ChoiceBox(this)),
      m_go(new IconButton(SheetIcon::Arrow, tr("Show the component that \"%1\" leads to").arg(catalogue::translated(property.title)), 26,
                          context, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_box, 1);
    row->addWidget(m_go);
    describe(m_box, property);
    m_box->setFill([this] { fill(); });
    m_box->setItemDelegate(new TargetDelegate(context, typeRole, m_box));
    m_go->setObjectName("property."_L1 + property.code + ".go"_L1);
    connect(&context, &SheetContext::componentsChanged, this, [this] {
        m_isFilled = false;
        showTarget();
    });
    connect(m_box, &QComboBox::activated, this, &TransitionEditor::choose);
    connect(m_go, &QAbstractButton::clicked, this, [this] {
        if (const std::optional<qint64> id = m_value.toInt())
            Q_EMIT componentRequested(*id);
    });
    showTarget();
}

void TransitionEditor::showRow(const editing::SheetRow &row)
{
    m_value = row.isDifferent ? Json() : row.value;
    m_isDifferent = row.isDifferent;
    showTarget();
}

QWidget *TransitionEditor::focusTarget()
{
    return m_box;
}

void TransitionEditor::fill()
{
    if (m_isFilled)
        return;
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItem(tr("— not set —"));
    QHash<QString, int> count;
    const QList<ComponentName> components = context().components();
    for (const ComponentName &component : components)
        ++count[component.name];
    for (const ComponentName &component : components) {
        // Names may be the same; the numbers never are.
        const QString title = count.value(component.name) > 1 ? u"%1 · %2"_s.arg(component.name).arg(component.id) : component.name;
        m_box->addItem(title, component.id);
        m_box->setItemData(m_box->count() - 1, component.type, typeRole);
    }
    m_isFilled = true;
    showTarget();
}

void TransitionEditor::showTarget()
{
    // Until the list is needed, it holds what is shown: there may be ten thousand components.
    const QSignalBlocker quiet(m_box);
    if (!m_isFilled) {
        m_box->clear();
        m_box->addItem(tr("— not set —"));
    }
    const std::optional<qint64> id = m_value.toInt();
    const std::optional<ComponentName> target = id ? context().component(*id) : std::nullopt;
    m_go->setVisible(target.has_value());
    m_box->setMuted(m_value.isNull());
    if (m_isDifferent) {
        m_box->setPlaceholderText(tr("different values"));
        m_box->setCurrentIndex(-1);
        return;
    }
    if (m_value.isNull()) {
        m_box->setCurrentIndex(0);
        return;
    }
    int index = id ? m_box->findData(*id) : -1;
    if (index < 0) {
        if (target)
            m_box->addItem(target->name, *id);
        else
            m_box->addItem(id ? tr("Component %1 (not there)").arg(*id) : QString::fromUtf8(m_value.toCompact()), id.value_or(0));
        index = m_box->count() - 1;
        if (target)
            m_box->setItemData(index, target->type, typeRole);
    }
    if (target && !m_isFilled)
        m_box->setItemText(index, target->name);
    m_box->setCurrentIndex(index);
    m_box->setToolTip(target ? u"%1, %2"_s.arg(target->name, target->type) : QString());
}

void TransitionEditor::choose(int index)
{
    const QVariant id = m_box->itemData(index);
    if (!id.isValid()) {
        if (!m_value.isNull() || m_isDifferent)
            Q_EMIT cleared();
    } else if (m_value.toInt() != id.toLongLong()) {
        Q_EMIT chosen(Json(id.toLongLong()));
    }
}

} // namespace signalbox::designer
