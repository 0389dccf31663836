// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/assignmententry.h"

#include "designer/sheet/fields/argumentinput.h"
#include "designer/sheet/fields/iconbutton.h"
#include "designer/sheet/fields/sheetline.h"

#include <QHBoxLayout>
#include <QLabel>

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

AssignmentEntry::AssignmentEntry(const catalogue::Property &property, int number, SheetContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_property(property), m_number(number), m_variable(new SheetLine(context, this)),
      m_value(new ArgumentInput(catalogue::ValueFormat::Any, context, this))
{
    const QString part = QString::number(number);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *first = new QHBoxLayout;
    first->setSpacing(2);
    first->addWidget(m_variable, 1);
    first->addSpacing(2);
    column->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    auto *arrow = new QLabel(u"←"_s, this);
    arrow->setProperty("faint", true);
    second->addSpacing(6);
    second->addWidget(arrow);
    second->addWidget(m_value, 1);
    column->addLayout(second);

    m_variable->setMono(true);
    m_variable->setReading(TextReading::Variable);
    m_variable->setPlaceholderText(tr("variable"));
    describe(m_variable, property, part + ".variable"_L1);
    m_variable->setAccessibleName(tr("Variable of assignment %1").arg(number + 1));
    m_value->describeAs(property, part + ".value"_L1);
    m_value->focusTarget()->setAccessibleName(tr("Value of assignment %1").arg(number + 1));
    constexpr int buttonSize = 24;
    const auto add = [&](SheetIcon icon, QLatin1StringView name, const QString &title) {
        auto *button = new IconButton(icon, title.arg(number + 1), buttonSize, context, this);
        button->setObjectName("property."_L1 + property.code + u'.' + part + u'.' + name);
        first->addWidget(button);
        return button;
    };
    m_up = add(SheetIcon::Up, "up"_L1, tr("Move assignment %1 up"));
    m_down = add(SheetIcon::Down, "down"_L1, tr("Move assignment %1 down"));
    m_remove = add(SheetIcon::Remove, "remove"_L1, tr("Remove assignment %1"));

    connect(m_up, &QAbstractButton::clicked, this, [this] { Q_EMIT moved(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { Q_EMIT moved(1); });
    connect(m_remove, &QAbstractButton::clicked, this, &AssignmentEntry::removed);
    connect(m_variable, &QLineEdit::textEdited, this, [this](const QString &name) {
        m_item = with(0, Json(name));
        Q_EMIT typed(m_item);
        Q_EMIT noticesChanged();
    });
    connect(m_value, &ArgumentInput::typed, this, [this](const Json &value) {
        m_item = with(1, value);
        Q_EMIT typed(m_item);
    });
    connect(m_value, &ArgumentInput::chosen, this, [this](const Json &value) {
        m_item = with(1, value);
        Q_EMIT chosen(m_item);
    });
    connect(m_value, &ArgumentInput::noticesChanged, this, &AssignmentEntry::noticesChanged);
    connect(&context, &SheetContext::variablesChanged, this, &AssignmentEntry::noticesChanged);
}

void AssignmentEntry::showItem(const Json &item)
{
    m_item = item;
    const QStringList &names = m_context.dialect().assignmentMembers;
    m_variable->showText(item[names.at(0)].toString());
    m_value->showValue(item[names.at(1)], false);
}

void AssignmentEntry::setEnds(bool isFirst, bool isLast)
{
    m_up->setEnabled(!isFirst);
    m_down->setEnabled(!isLast);
}

QWidget *AssignmentEntry::focusTarget() const
{
    return m_variable;
}

QList<QWidget *> AssignmentEntry::tabStops() const
{
    return QList<QWidget *>{m_variable} + m_value->tabStops() + QList<QWidget *>{m_up, m_down, m_remove};
}

QList<Notice> AssignmentEntry::notices() const
{
    QList<Notice> found;
    const QString name = m_variable->text();
    if (!name.isEmpty() && m_context.hasDocument() && !m_context.knowsVariable(name))
        found.append(missingVariable(name, core::ValueType::String, m_context));
    return found + m_value->notices();
}

Json AssignmentEntry::blank(const core::Dialect &dialect)
{
    Json item = Json::object();
    item.set(dialect.assignmentMembers.at(0), Json(QString()));
    item.set(dialect.assignmentMembers.at(1), ArgumentValue().toJson(dialect));
    return item;
}

Json AssignmentEntry::with(int member, const Json &value) const
{
    Json item = m_item.isObject() ? m_item : blank(m_context.dialect());
    item.set(m_context.dialect().assignmentMembers.at(member), value);
    return item;
}

} // namespace signalbox::designer
