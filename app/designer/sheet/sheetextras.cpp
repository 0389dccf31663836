// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/sheetextras.h"

#include "catalogue/catalogue.h"
#include "designer/sheet/fields/linkbutton.h"
#include "designer/sheet/fields/sheetline.h"
#include "designer/sheet/sheetstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 2000; // characters of a value that nobody edits here

QString textOf(const Json &value)
{
    return QString::fromUtf8(value.toCompact()).left(longestValue);
}

/// A line across the sheet, in the theme's colour of the moment.
class Rule final : public QWidget
{
public:
    Rule(SheetContext &context, QWidget *parent) : QWidget(parent), m_context(context) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_context.theme().color(drawing::Role::Line)); }

private:
    SheetContext &m_context;
};

} // namespace

QWidget *makeSheetHeading(const QString &text, SheetContext &context, QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 8, 0, 2);
    column->setSpacing(0);
    column->addWidget(new Rule(context, place));
    auto *label = new QLabel(text.toUpper(), place);
    label->setProperty("heading", true);
    label->setContentsMargins(sheetMargin, 12, sheetMargin, 2);
    column->addWidget(label);
    return place;
}

SheetExtras::SheetExtras(SheetContext &context, QWidget *parent) : QWidget(parent), m_context(context), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void SheetExtras::refresh(editing::SheetModel *model)
{
    QList<Entry> hidden;
    QList<Entry> unknown;
    if (model) {
        for (const editing::SheetRow &row : model->rows()) {
            if (row.isHiddenValue())
                hidden.append({row.property->code, catalogue::translated(row.property->title), textOf(row.value)});
        }
        for (const core::JsonMember &member : model->unknown())
            unknown.append({member.key, member.key, textOf(member.value)});
    }
    m_model = model;
    if (hidden == m_hidden && unknown == m_unknown)
        return;
    m_hidden = hidden;
    m_unknown = unknown;
    build();
}

bool SheetExtras::focusHidden(const QString &code)
{
    auto *link = findChild<LinkButton *>("hidden."_L1 + code);
    if (!link)
        return false;
    link->setFocus(Qt::OtherFocusReason);
    return true;
}

void SheetExtras::build()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        retire(item->widget());
        delete item;
    }
    if (!m_hidden.isEmpty())
        m_column->addWidget(makeSheetHeading(tr("Not used"), m_context, this));
    for (const Entry &entry : std::as_const(m_hidden))
        addHidden(entry);
    if (!m_unknown.isEmpty())
        m_column->addWidget(makeSheetHeading(tr("Not in the description"), m_context, this));
    for (const Entry &entry : std::as_const(m_unknown))
        addUnknown(entry);
}

void SheetExtras::addHidden(const Entry &entry)
{
    auto *place = new QWidget(this);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(sheetMargin, 2, sheetMargin, 2);
    row->setSpacing(6);
    auto *label = new QLabel(tr("Hidden: %1").arg(entry.title), place);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    label->setToolTip(tr("This value stays in the file, but with the other settings it does not apply: a run does not use it.") +
                      u"\n\n"_s + entry.value);
    auto *link = new LinkButton(tr("Clear"), m_context, place);
    link->setObjectName("hidden."_L1 + entry.code);
    link->setAccessibleName(tr("Clear \"%1\"").arg(entry.title));
    link->setAccessibleDescription(label->toolTip());
    connect(link, &QAbstractButton::clicked, this, [this, code = entry.code] {
        if (editing::PropertyTarget *target = m_model ? m_model->target() : nullptr)
            target->clear(code);
    });
    row->addWidget(label, 1);
    row->addWidget(link);
    m_column->addWidget(place);
}

void SheetExtras::addUnknown(const Entry &entry)
{
    auto *place = new QWidget(this);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(sheetMargin, sheetRowGap / 2, sheetMargin, sheetRowGap / 2);
    row->setSpacing(sheetGap);
    auto *label = new QLabel(place);
    label->setProperty("muted", true);
    label->setFixedWidth(sheetLabelWidth);
    label->setText(label->fontMetrics().elidedText(entry.title, Qt::ElideMiddle, sheetLabelWidth));
    label->setToolTip(entry.title);
    auto *value = new SheetLine(m_context, place);
    value->setObjectName("unknown."_L1 + entry.code);
    value->setAccessibleName(entry.title);
    value->setReadOnly(true);
    value->setMono(true);
    value->showText(entry.value);
    value->setToolTip(tr("No description of this component knows this value. It is kept as it is."));
    row->addWidget(label);
    row->addWidget(value, 1);
    m_column->addWidget(place);
}

} // namespace signalbox::designer
