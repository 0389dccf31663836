// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/formrows.h"

#include "designer/sheet/sheetstyle.h"
#include "designer/shell/controlstyle.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestField = 4000; // ProfileReader's own limit

} // namespace

FormRows::FormRows(QWidget *parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 12, 0, 12);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
}

QLineEdit *FormRows::line(const QString &name, QWidget *parent)
{
    auto *const made = new QLineEdit(parent);
    made->setObjectName(name);
    made->setMaxLength(longestField);
    return made;
}

QLineEdit *FormRows::secret(const QString &name, QWidget *parent)
{
    QLineEdit *const made = line(name, parent);
    made->setEchoMode(QLineEdit::Password);
    made->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    return made;
}

QLabel *FormRows::note(const char *property, QWidget *parent)
{
    auto *const made = new QLabel(parent);
    made->setProperty(property, true);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

void FormRows::add(QWidget *field, QWidget *beside)
{
    Row row;
    row.field = field;
    row.whole = new QWidget(this);
    row.error = note("invalid", row.whole);
    row.error->setObjectName(field->objectName() + u".error"_s);
    row.error->hide();
    auto *const across = new QHBoxLayout;
    across->setSpacing(8);
    across->addWidget(field, field->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed ? 0 : 1);
    if (beside)
        across->addWidget(beside);
    auto *const down = new QVBoxLayout(row.whole);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(2);
    down->addLayout(across);
    down->addWidget(row.error);
    m_form->addRow(u" "_s, row.whole);
    auto *const label = qobject_cast<QLabel *>(m_form->labelForField(row.whole));
    label->setFixedHeight(controlHeight); // its text stands on the field's line
    label->setBuddy(field);
    m_rows.append(row);
}

void FormRows::addPlain(QWidget *widget)
{
    m_form->addRow(QString(), widget);
}

const FormRows::Row *FormRows::rowOf(const QWidget *field) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [field](const Row &row) { return row.field == field; });
    return found == m_rows.end() ? nullptr : &*found;
}

void FormRows::setLabel(QWidget *field, const QString &text)
{
    if (const Row *const row = rowOf(field))
        qobject_cast<QLabel *>(m_form->labelForField(row->whole))->setText(text);
    field->setAccessibleName(text);
}

void FormRows::setShown(QWidget *field, bool isShown)
{
    if (const Row *const row = rowOf(field))
        m_form->setRowVisible(row->whole, isShown);
}

void FormRows::setError(QWidget *field, const QString &text)
{
    const Row *const row = rowOf(field);
    if (!row)
        return;
    row->error->setText(text);
    row->error->setVisible(!text.isEmpty());
    field->setAccessibleDescription(text); // a screen reader reads it with the field
    setStyleProperty(field, "invalid", !text.isEmpty());
}

void FormRows::clearErrors()
{
    for (const Row &row : std::as_const(m_rows))
        setError(row.field, {});
}

QWidget *FormRows::firstWrong() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.error->text().isEmpty(); });
    return found == m_rows.end() ? nullptr : found->field;
}

} // namespace signalbox::designer
