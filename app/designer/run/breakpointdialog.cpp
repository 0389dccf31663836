// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/breakpointdialog.h"

#include "expression/expression.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using runner::Breakpoint;

BreakpointDialog::BreakpointDialog(editing::EditSession &session, qint64 object, QList<Breakpoint> breakpoints, QWidget *parent)
    : QDialog(parent), m_session(session), m_object(object), m_breakpoints(std::move(breakpoints)), m_fault(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"breakpoints"_s);
    const QString name = session.object(object)[u"name"].toString();
    setWindowTitle(tr("Breakpoints of “%1”").arg(name));
    auto *const text = new QLabel(tr("The run is held before the component, or when it leaves by a way that is checked. A condition is an "
                                     "expression on the variables, such as [attempt] > 2."),
                                  this);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    m_fault->setObjectName(u"breakpoints.fault"_s);
    m_fault->setProperty("error", true);
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    auto *const grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    int column = 0;
    for (const QString &heading : {tr("Hold"), tr("Condition"), tr("When it held"), tr("Times"), tr("On")}) {
        auto *const label = new QLabel(heading, this);
        label->setProperty("muted", true);
        grid->addWidget(label, 0, column++);
    }
    grid->setColumnStretch(1, 1);
    addRow(*grid, {}, tr("before the component"));
    if (const catalogue::ComponentType *const type = session.typeOf(object)) {
        for (const catalogue::OutcomeType &outcome : type->outcomes) {
            if (!outcome.property.isEmpty())
                addRow(*grid, outcome.property, tr("leaving by “%1”").arg(outcome.title));
        }
    }
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addLayout(grid);
    layout->addStretch(1);
    layout->addWidget(m_fault);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(720, sizeHint().height());
    check();
}

void BreakpointDialog::addRow(QGridLayout &grid, const QString &transition, const QString &title)
{
    const auto known =
        std::find_if(m_breakpoints.begin(), m_breakpoints.end(), [&](const Breakpoint &one) { return one.isAt(m_object, transition); });
    const bool isThere = known != m_breakpoints.end();
    const Breakpoint breakpoint = isThere ? *known : Breakpoint();
    const QString key = transition.isEmpty() ? u"before"_s : transition;
    Row row{transition,          new QCheckBox(title, this), new QCheckBox(this), new QLineEdit(breakpoint.condition, this),
            new QComboBox(this), new QSpinBox(this)};
    row.isSet->setObjectName(u"breakpoints.set."_s + key);
    row.isSet->setChecked(isThere);
    row.isEnabled->setObjectName(u"breakpoints.on."_s + key);
    row.isEnabled->setAccessibleName(tr("%1: holds").arg(title));
    row.isEnabled->setToolTip(tr("Unchecked, it stays but does not hold"));
    row.isEnabled->setChecked(breakpoint.isEnabled);
    row.condition->setObjectName(u"breakpoints.condition."_s + key);
    row.condition->setAccessibleName(tr("%1: condition").arg(title));
    row.condition->setPlaceholderText(tr("always"));
    row.count->setObjectName(u"breakpoints.count."_s + key);
    row.count->setAccessibleName(tr("%1: which time").arg(title));
    row.count->addItems({tr("each time"), tr("this time"), tr("from this time on"), tr("every so many times")});
    row.count->setCurrentIndex(static_cast<int>(breakpoint.count));
    row.times->setObjectName(u"breakpoints.times."_s + key);
    row.times->setAccessibleName(tr("%1: times").arg(title));
    row.times->setRange(1, 1'000'000'000);
    row.times->setValue(breakpoint.times);
    const int line = static_cast<int>(m_rows.size()) + 1;
    grid.addWidget(row.isSet, line, 0);
    grid.addWidget(row.condition, line, 1);
    grid.addWidget(row.count, line, 2);
    grid.addWidget(row.times, line, 3);
    grid.addWidget(row.isEnabled, line, 4, Qt::AlignCenter);
    m_rows.append(row);
    connect(row.isSet, &QCheckBox::toggled, this, &BreakpointDialog::check);
    connect(row.condition, &QLineEdit::textChanged, this, &BreakpointDialog::check);
    connect(row.count, &QComboBox::currentIndexChanged, this, &BreakpointDialog::check);
}

void BreakpointDialog::check()
{
    QString fault;
    for (const Row &row : std::as_const(m_rows)) {
        const bool isSet = row.isSet->isChecked();
        row.condition->setEnabled(isSet);
        row.count->setEnabled(isSet);
        row.isEnabled->setEnabled(isSet);
        row.times->setEnabled(isSet && row.count->currentIndex() > 0);
        if (!isSet || row.condition->text().isEmpty())
            continue;
        const auto parsed = expression::Expression::parse(row.condition->text(), m_session.dialect());
        if (!parsed && fault.isEmpty())
            fault = tr("Column %1: %2").arg(parsed.error().column).arg(parsed.error().message);
    }
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(fault.isEmpty());
}

QList<Breakpoint> BreakpointDialog::breakpoints() const
{
    QList<Breakpoint> all = m_breakpoints;
    for (const Row &row : m_rows) {
        all.removeIf([&](const Breakpoint &one) { return one.isAt(m_object, row.transition); });
        if (!row.isSet->isChecked())
            continue;
        all.append({m_object, row.transition, row.condition->text(), static_cast<Breakpoint::Count>(row.count->currentIndex()),
                    row.times->value(), row.isEnabled->isChecked()});
    }
    return all;
}

} // namespace signalbox::designer
